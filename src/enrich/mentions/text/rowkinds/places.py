"""Rows and their kinds in, kinds set right: the first lines set in below the entries of a list say where those
appeared, if most of them look like it. "A shore meeting, 2018" does by its place alone. When something was posted says
so of the entry above, unless it stands behind titles; so does what stands behind repositories right below titles. Pure;
cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from enrich.mentions.entries.details import RowKind
from enrich.mentions.entries.names.barred import split_bars
from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.postings import split_posted
from enrich.mentions.shapes.tags import Tag, parse_tag, parse_year
from enrich.mentions.text.lines.rows import Row

# By judgement: nested lists of papers have few titles that look like places.
_FEWEST, _SHARE = 8, 0.6
_DATED = re.compile(r"[^\s,.:?!][^,:?!]{1,80},? \(?(?:19|20)\d\d\)?\.?")
_AGAIN, _CELLS, _SIGNED_SHARE = 3, (2, 3), 0.8
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")
_STATED = frozenset({RowKind.ENTRY, RowKind.VENUE, RowKind.LABELLED})
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


def settle_signed(rows: list[Row], kinds: list[RowKind]) -> None:
    """Makes venues of lines right below titles that state a day, or a venue and its year, behind repositories or words
    that come again, with signs in between: "dunes/grass • ICRA 2019", "no code • 12 Aug 2023". People may stand behind
    those: then they are lines of authors. The rest goes."""
    signed = {at: cells for at in range(1, len(rows)) if (cells := _cells_below_title(rows, kinds, at))}
    again = Counter(cells[0] for cells in signed.values())
    told = {at: cells for at, cells in signed.items() if _REPOSITORY.fullmatch(cells[0]) or again[cells[0]] >= _AGAIN}
    for at, (_, stated, *people) in told.items() if len(told) >= max(_FEWEST, _SIGNED_SHARE * len(signed)) else ():
        tag = parse_tag(stated) or Tag()
        placed = RowKind.VENUE if tag.venue else RowKind.DATE
        kinds[at - 1], kinds[at] = RowKind.ENTRY, RowKind.AUTHORS if people else placed
        rows[at].text, rows[at].tag = people[0] if people else stated if tag.venue else str(tag.year), tag


def _cells_below_title(rows: list[Row], kinds: list[RowKind], at: int) -> list[str]:
    """The cells of a row if the second is a day, or a venue and its year; nothing where no title is above."""
    loose = kinds[at] in _STATED and kinds[at - 1] in _LOOSE
    cells = split_bars(rows[at].text) if loose and not rows[at].gap + bool(rows[at].marker) else []
    tag = parse_tag(cells[1]) if len(cells) in _CELLS and not split_bars(rows[at - 1].text) else None
    dated = tag and (A_DAY.fullmatch(cells[1]) or (parse_year(cells[1]) and cells[1].split()[1:]))
    return cells if tag and tag.year and (tag.venue or dated) else []


def _is_first(above: Row, row: Row) -> bool:
    """Whether a row is set in below another one, both with markers."""
    return bool(above.marker and row.marker) and row.indent > above.indent and not row.gap
