"""Lines that come back right below the headings of a page: "Lectures 1-3 | slides | notes", "Slides · Video · 24 Sept".

What a page prints below each of its papers comes back as well, its venue and year among it; below such a line, which
states none, stand several papers, each with its own year. Told by counting. In: rows. Out: the positions of such lines.
Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.text.lines.rows import Row

_NUMBERS, _PARTED = re.compile(r"\d+(?:\W+\d+)*"), re.compile(r"\w\s+[|/·•]\s+\w")
# By judgement: fewer come back by chance; a record has its year in one line, perhaps in two; headings are short.
_FEWEST, _ENTRIES, _DATED_SHARE, _LONGEST, _HEADING_WORDS = 3, 3, 0.6, 80, 12


def find_underheads(rows: list[Row], claimed: Mapping[int, object]) -> list[int]:
    """Positions of such lines; the headings are the rows right above them."""
    blocks = [at for at, row in enumerate(rows) if row.gap] + [len(rows)]
    ends = dict(pairwise(blocks))
    alike: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows[1:], start=1):
        likely = at not in claimed and not row.marker and len(row.text) <= _LONGEST
        if likely and _PARTED.search(row.text) and not may_state_year(row.text):
            alike[_shape(row.text)].append(at)
    found: list[int] = []
    for places in alike.values():
        below = [range(at + 1, ends[at - 1]) for at in places if at - 1 in ends and _may_head(rows[at - 1])]
        entries = [at for body in below for at in body]
        dated = sum(may_state_year(rows[at].text) for at in entries)  # points of a record are marked, but tell no year
        if len(below) == len(places) >= _FEWEST and dated >= max(_ENTRIES * len(below), _DATED_SHARE * len(entries)):
            found += places
    return sorted(found)


def _may_head(row: Row) -> bool:
    return (not row.marker or row.marker[:-1].isdigit()) and len(row.text.split()) <= _HEADING_WORDS


def _shape(text: str) -> str:
    """A text but for its numbers, and for how many of a thing it names."""
    return " ".join(word.removesuffix("s") for word in _NUMBERS.sub("0", text.casefold()).split())
