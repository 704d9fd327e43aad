"""Tables whose cells are parted by blanks and longer than their columns: what is too long pushes the rest of its line.

In: the lines of a page, where names of columns stand over them. Out: rows of cells between tabs. A line is read as
programs write it: each cell filled up with blanks to the width of its column, or not at all, and the same gap behind
each; an empty cell is but blanks. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from enrich.mentions.text.drawn.grid import Ruled, write_rows

_PIECE = re.compile(r"\S+(?: \S+)*")
_RUN = re.compile(r"(?<=\S) {2,}(?=\S)")
_LEAST_GAP = 2
# Of a table's lines, so many can be read so, where any can: signs of odd width, or two blanks in a title, shift a few.
# By judgement. In fewer lines it may be chance.
_FITTING_SHARE, _FEWEST_ROWS = 0.9, 3


def undraw_pushed(lines: list[str], body: range, names: Sequence[tuple[int, str]], page: Ruled) -> bool:
    """Whether the lines of `body` are rows of columns with these `names`, each told with where it begins, and some are
    pushed out of their places; they are put between tabs then."""
    rows = [lines[at] for at in body]
    gaps = [b - a - len(name) for (a, name), (b, _) in pairwise(names)]
    if len(rows) < _FEWEST_ROWS or min(gaps) < _LEAST_GAP:
        return False
    gap = min([*gaps, *(len(run) for row in rows for run in _RUN.findall(row))])
    table = _read(rows, [start for start, _ in names], gap)
    if table:
        write_rows(lines, body, table, [False] * len(table), page)
    return bool(table)


def _read(rows: Sequence[str], starts: Sequence[int], gap: int) -> list[list[str]] | None:
    """The cells of all rows, if nearly all can be read with columns as wide as the names stand apart, or without any
    width; None where no row is pushed out of its columns, or hardly any can be read."""
    padded = [b - a - gap for a, b in pairwise(starts)]
    for widths in (padded, [0] * len(padded)):
        cells = [_cells(row, [*widths, 0], starts[0] if widths is padded else 0, gap) for row in rows]
        if sum(each is not None for each in cells) < _FITTING_SHARE * len(rows):
            continue
        if any(len(cell) > width for each in cells for cell, width in zip(each or (), widths, strict=False)):
            return [each or _in_order(row, len(starts)) for row, each in zip(rows, cells, strict=True)]
        break
    return None


def _cells(row: str, widths: Sequence[int], at: int, gap: int) -> list[str] | None:
    """The cells of a row that begins at column `at`; None if it has anything where no cell begins."""
    cells: list[str] = []
    end = 0
    for width in widths:
        if row[end:at].strip():
            return None
        piece = _PIECE.match(row, at)
        cells.append(piece[0] if piece else "")
        end = piece.end() if piece else end
        at += max(width, len(cells[-1])) + gap
    return cells if not row[end:].strip() else None


def _in_order(row: str, count: int) -> list[str]:
    """The pieces of a row that does not fit as its cells, those beyond the last column in it."""
    pieces = _PIECE.findall(row)
    cells = [*pieces[: count - 1], "  ".join(pieces[count - 1 :])]
    return cells + [""] * (count - len(cells))
