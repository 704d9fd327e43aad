"""Pictures behind titles are marks of the page, "A Title 🏆", ":trophy:" in its source: a prize, what to read first.

In: the items of a page. Out: the same items, some with shorter titles. A title may end in a picture of its own, or in a
word behind a colon, but hardly several in the same one; the name of a picture between colons is markup. Pure; cost is
linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from enrich.mentions.items import Item

_PICTURES = "\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d"
_PICTURE = re.compile(rf"(?<=\S)\s+(?P<picture>[{_PICTURES}]{{1,8}}|:[a-z][a-z0-9_+-]{{1,40}}:?)$")
_FEWEST = 3  # by judgement: two are chance
_MOST, _LONGEST = 4, 50  # behind one title; letters of one


def cut_pictures(items: Sequence[Item]) -> None:
    """Takes the pictures that come again, and the names of any, off the ends of titles."""
    for _ in range(_MOST):
        found = [(item, match) for item in items if (match := _PICTURE.search(item.title, len(item.title) - _LONGEST))]
        often = Counter(match["picture"] for _, match in found if not match["picture"].startswith(":"))
        told = [(item, match) for item, match in found if _is_name(item, match) or often[match["picture"]] >= _FEWEST]
        for item, match in told:
            item.title = item.title[: match.start()]
        if not told:
            return


def _is_name(item: Item, match: re.Match[str]) -> bool:
    """Whether a word stands between colons, of which a title may have lost the last."""
    name = match["picture"]
    return name.startswith(":") and (name.endswith(":") or f"{name}:" in item.whole)
