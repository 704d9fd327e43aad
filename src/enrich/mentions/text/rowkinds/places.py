"""Rows and their kinds in, kinds set right: the first lines set in below the entries of a list say where those
appeared, if most of them look like it. "A shore meeting, 2018" does by its place alone. When something was posted says
so of the entry above, unless it stands behind titles. Pure; cost is linear.
"""

from __future__ import annotations

import re
from itertools import pairwise

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.postings import split_posted
from enrich.mentions.text.lines.rows import Row

# By judgement: nested lists of papers have few titles that look like places.
_FEWEST, _SHARE = 8, 0.6
_DATED = re.compile(r"[^\s,.:?!][^,:?!]{1,80},? \(?(?:19|20)\d\d\)?\.?")
_LOOSE = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.PROSE})


def settle_places(rows: list[Row], kinds: list[RowKind]) -> None:
    """Makes venues of lines that end in their year, where most lines in their place are venues."""
    first = [at for at, (above, row) in enumerate(pairwise(rows), start=1) if _is_first(above, row)]
    venues = sum(kinds[at] is RowKind.VENUE for at in first)
    for at in first if venues >= max(_FEWEST, _SHARE * len(first)) else ():
        if kinds[at] in _LOOSE and _DATED.fullmatch(rows[at].text):
            kinds[at] = RowKind.VENUE


def settle_posted(rows: list[Row], kinds: list[RowKind]) -> None:
    """Makes entries of lines that end in when they were posted, where most such have too many words in front for a
    laboratory: short titles look like one."""
    posted = [at for at, row in enumerate(rows) if split_posted(row.text)[0]]
    short = [at for at in posted if kinds[at] is RowKind.DATE]
    for at in short if len(short) * 2 < len(posted) else ():
        kinds[at] = RowKind.ENTRY


def _is_first(above: Row, row: Row) -> bool:
    """Whether a row is set in below another one, both with markers."""
    return bool(above.marker and row.marker) and row.indent > above.indent and not row.gap
