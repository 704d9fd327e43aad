"""Keys of citations in front of entries, "**[Roe24]** Jane Roe. A Title.", "[RPM+24] J. Roe, M. Poe et al.", and the
signs that lead back to where they are cited, "^ a b Roe, Jane (2019).".

In: the blocks of a document. Out: the same without both, where entries begin with them; a key that links its paper
ends the entry as a link. A venue with its year looks alike, "[ICES24]"; a key begins as a name of the first author
does. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from enrich.mentions.markup.model.blocks import Block, Run, plain
from enrich.mentions.markup.refrains import entries_of

_KEY = re.compile(r"\s*\[(?P<letter>[^\W\d_])[^\W\d_]{0,20}(?:[+-][^\W\d_]{0,20})?\d\d(?:\d\d)?[a-z]?\][\s:.,]*")
_FEWEST, _NAMED_SHARE = 3, 0.8  # entries that begin with a key, and how many of the keys fit the names behind
_LINK = " [link]"  # what a key that leads to the paper becomes, behind its entry
_NAME_WORDS = 4  # of the first author
_BACK, _COUNTED = re.compile(r"\s*[\^↑]"), re.compile(r"[\s,;]*(?:[\^↑]|[a-z]{1,2}|\d{1,3}[.,]\d{1,2})?[\s,;]*")


def drop_keys(blocks: Sequence[Block]) -> None:
    """Takes the keys off the entries of a document, if they are keys, and what leads back to their citations."""
    entries = list(entries_of(blocks))
    for runs in entries:
        del runs[: _end_of_backlinks(runs)]
    keyed = [runs for runs in entries if runs and _KEY.match(runs[0].text)]
    if len(keyed) >= _FEWEST and sum(map(_is_named, keyed)) >= _NAMED_SHARE * len(keyed):
        for runs in keyed:
            runs[0].text = _KEY.sub("", runs[0].text, count=1)
            if runs[0].url and not runs[0].text:
                runs[0].text = _LINK
                runs.append(runs.pop(0))


def _end_of_backlinks(runs: list[Run]) -> int:
    """How many runs in front of an entry lead back into the page: a sign, and letters for each place it is cited at."""
    if not runs or not _BACK.match(runs[0].text):
        return 0
    marks = takewhile(lambda run: "#" in (run.url or "#") and _COUNTED.fullmatch(run.text), runs)
    front = list(marks)
    return len(front) if any(run.url for run in front) else 0


def _is_named(runs: list[Run]) -> bool:
    """Whether one of the first words behind the key of an entry begins with the key's first letter."""
    text = plain(runs)
    if not (key := _KEY.match(text)):
        return False
    words = text[key.end() :].split()[:_NAME_WORDS]
    return any(word.casefold().startswith(key["letter"].casefold()) for word in words)
