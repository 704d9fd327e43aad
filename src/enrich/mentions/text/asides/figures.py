"""Tables of results beside a list: rows between tabs with short names and figures, and the names of their columns.

In: rows. Out: the positions of those that are no papers. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from enrich.mentions.text.lines.rows import Row

_FIGURE = re.compile(r"[+~<>-]?\d+(?:\.\d+|%)[\d.%±()\s+-]*")  # a fraction or a share: counts stand beside papers
_NONE = frozenset(["-", "--", "–", "—", "", "n/a", "N/A"])
# By judgement: names of what is measured are short, and no few rows without a fraction have gaps for one.
_FEWEST_ROWS, _FEWEST_CELLS, _NAME_WORDS, _SHARE = 3, 3, 3, 0.8


def find_figures(rows: Sequence[Row], claimed: Mapping[int, object]) -> list[int]:
    """Positions of the rows of such tables, the names of the columns included."""
    return [at for run in _runs(rows, claimed) if _measures([rows[at].text.split("\t") for at in run]) for at in run]


def _runs(rows: Sequence[Row], claimed: Mapping[int, object]) -> Iterator[list[int]]:
    """Runs of rows with the same number of tabs."""
    run: list[int] = []
    for at, row in enumerate(rows):
        tabs = 0 if at in claimed else row.text.count("\t")
        if run and (tabs != rows[run[0]].text.count("\t") or row.gap):
            yield run
            run = []
        if tabs:
            run.append(at)
    if run:
        yield run


def _measures(cells: Sequence[Sequence[str]]) -> bool:
    """Whether most rows have a short name and figures behind it, or gaps for them, in two columns at least."""
    if len(cells) <= _FEWEST_ROWS or len(cells[0]) < _FEWEST_CELLS:
        return False
    body = cells[1:]
    named = sum(len(row[0].split()) <= _NAME_WORDS for row in body)
    measured = sum(any(map(_FIGURE.fullmatch, row[1:])) and _gaps(row) >= 2 for row in body)
    return min(named, measured) >= _SHARE * len(body)


def _gaps(row: Sequence[str]) -> int:
    return sum(cell.strip() in _NONE or _FIGURE.fullmatch(cell.strip()) is not None for cell in row[1:])
