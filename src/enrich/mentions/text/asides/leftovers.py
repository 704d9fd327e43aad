"""Words of links that came again and again behind the years of a page, in whatever language: "..., 2020. Read"; and
words of any kind behind its brackets: "(Roe et al.), tool".

In: rows. Out: rows without them. No word is known beforehand: what a page's own lines have behind a stop or a bracket
that closes behind the year, again and again, is no part of a title. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter

from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.text.lines.rows import Row

_BEHIND_YEAR = re.compile(
    r"(?:(?:19|20)\d\d[)\].]+|(?:19|20)\d\d[^.()\[\]]{1,20}[)\]]) (?P<words>[^\W\d_a-z]\w*(?: \w+){0,3})$"
)
_BEHIND_BRACKET = re.compile(r"[)\]][,;] (?P<words>[^\W\d_]+(?: [^\W\d_]+)?)$")
_LONGEST = 60  # characters of the year and the words behind it
# By judgement: a title that begins behind a stop and a year may come twice, the same words in a tenth of all do not.
_FEWEST, _SHARE = 4, 0.1


def drop_leftovers(rows: list[Row]) -> None:
    """Takes the words out of the rows that end in them."""
    found = {at: match for at, row in enumerate(rows) if (match := _find(row.text))}
    counts = Counter(match["words"] for match in found.values())
    for at, match in found.items():
        if counts[match["words"]] >= max(_FEWEST, _SHARE * len(rows)):
            rows[at].text = rows[at].text[: -len(match["words"])].rstrip(" ,;")


def _find(text: str) -> re.Match[str] | None:
    """The words behind the year, or the bracket and a comma, that a text ends in."""
    end = text[-_LONGEST:] if text[-1:].isalpha() else ""
    found = _BEHIND_YEAR.search(end) if may_state_year(end) else None
    return found or (_BEHIND_BRACKET.search(end) if ")" in end or "]" in end else None)
