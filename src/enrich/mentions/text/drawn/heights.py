"""Rows of padded tables, whose cells stand at the top of their rows, or in the middle, as text browsers print them.

In: the lines of a table, as cells. Out: which of them go on in the row above. A row is told by what it costs to read
lines as one: every cell has to fill its lines without a gap, as far from the top of the row as it should be, and to be
broken where the next word did not fit. Pure; cost is linear in the lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from enrich.mentions.shapes.words import first_word, has_letters, is_small

_LONGEST_ROW = 40  # lines
# By judgement, kept by rendered tables: empty cells are rarer than cells broken before a word that would have fit, and
# those come but by odd widths of signs. Breaks in all cells at once are rather the end of a row.
_EMPTY, _UNPROVEN, _ALL_BROKEN, _NEVER = 1.5, 4.0, 0.5, 1e6
_OFTEN_EMPTY, _EMPTY_SHARE = 0.25, 0.15  # of the first lines of rows, so many leave a cell empty that is often so
_LEAST_GAIN = 2.0  # what rows cost less with their cells in the middle: more than one empty cell does
# What shows that a cell goes on, or that it begins: its words, and how lines with the same first word do elsewhere.
_GOES_ON, _BEGINS = 1.0, 1.0
# So many of a table's lines may go on in the one above where any does, or leave half of their cells empty. By
# judgement, kept by rendered tables.
_RESTS_SHARE, _FEWEST_HANGING, _HANGING_SHARE = 0.3, 3, 0.15
_GOING_ON = ",&:-–—"
_HUNG_SHARE = 0.1  # of a column's lines, so many are such. By judgement
_OPENING, _CLOSING = "([", ")]"
_BRACKETS = (("(", ")"), ("[", "]"), ("“", "”"))
_INITIAL = re.compile(r"[^\W\d_]\.")
_DIGIT = re.compile(r"\d")
Above = Callable[[int, int], int]  # how many lines of a row are empty above a cell, by the lines of both
Columns = Sequence[Sequence[str]]
Breaks = tuple[list[float], list[float]]  # what speaks against joining the lines up to each, and against an end there


def find_rests(lines: Sequence[list[str]]) -> list[bool]:
    """Whether each line goes on in the row above, by the cheaper way to align cells. None does where few lines may go
    on in those above, and hardly any of those leaves half of its cells empty, or was put below by its writer: a table
    has empty cells as well."""
    columns = [column for column in zip(*lines, strict=True) if any(column)]
    if not columns:
        return [False] * len(lines)
    widths = [max(map(len, column)) for column in columns]
    rests = [
        below
        for above, below in pairwise(zip(*columns, strict=True))
        if all(not b or not a or _is_full(a, b, width) for a, b, width in zip(above, below, widths, strict=True))
    ]
    hanging = sum(sum(map(bool, cells)) <= len(cells) / 2 for cells in rests)
    hung = any(_have_hung(column, width) for column, width in zip(columns, widths, strict=True))
    if (
        not hung
        and len(rests) < _RESTS_SHARE * len(lines)
        and hanging < max(_FEWEST_HANGING, _HANGING_SHARE * len(lines))
    ):
        return [False] * len(lines)
    full = [_EMPTY] * len(columns)
    starts = _sure_starts(columns, widths)
    breaks = _break_costs(columns, widths, starts)
    top, _ = _fold(columns, _top, breaks, full)
    middle, found = _fold(columns, _middle, breaks, full)
    return found if middle + _LEAST_GAIN <= top else _fold(columns, _top, breaks, _empty_costs(columns, starts))[1]


def _sure_starts(columns: Columns, widths: Sequence[int]) -> set[int]:
    """The lines that begin rows, for a cell of theirs had fitted into the line above."""
    return {
        at
        for column, width in zip(columns, widths, strict=True)
        for at, (above, below) in enumerate(pairwise(column), start=1)
        if above and below and not _is_full(above, below, width)
    }


def _empty_costs(columns: Columns, starts: set[int]) -> list[float]:
    """What an empty cell of each column costs: little, where many lines leave it empty that surely begin rows."""
    empty = [sum(not column[at] for at in starts) for column in columns]
    return [_OFTEN_EMPTY if cells > _EMPTY_SHARE * len(starts) else _EMPTY for cells in empty]


def _top(_height: int, _cell: int) -> int:
    return 0


def _middle(height: int, cell: int) -> int:
    return (height - cell) // 2


def _break_costs(columns: Columns, widths: Sequence[int], starts: set[int]) -> Breaks:
    """What speaks against joining the lines up to each one, added up, and against a row that ends above it."""
    count = len(columns[0])
    against, torn, both = [0.0] * count, [0.0] * (count + 1), [0] * count
    for column, width in zip(columns, widths, strict=True):
        small, hung = _begin_small(column, starts), _have_hung(column, width)
        for at, (above, below) in enumerate(pairwise(column), start=1):
            if above and below:
                both[at] += 1
                hangs, closed = hung and below[0] in _OPENING, hung and above[-1] in _CLOSING
                against[at] += _UNPROVEN * (closed or not (hangs or _is_full(above, below, width)))
                torn[at] += _UNPROVEN * hangs + _GOES_ON * _is_torn(above, below, small=small)
    sure = [cost - other for cost, other in zip(torn, against, strict=False)]
    for column in columns:
        pairs = [(at, _word(column[at])) for at in range(1, count) if column[at - 1] and column[at]]
        goes_on = Counter(word for at, word in pairs if sure[at] > 0)
        begins = Counter(word for at, word in pairs if sure[at] < 0)
        for at, word in pairs:
            if not sure[at]:
                against[at] += _BEGINS * (begins[word] > goes_on[word])
                torn[at] += _GOES_ON * (begins[word] < goes_on[word])
    against = [cost + _ALL_BROKEN * (cells == len(columns)) for cost, cells in zip(against, both, strict=True)]
    return list(accumulate(against)), torn


def _have_hung(column: Sequence[str], width: int) -> bool:
    """Whether cells of a column end in words in brackets, on lines of their own: they had fitted into those above."""
    hung = sum(
        below[0] in _OPENING and not _is_full(above, below, width)
        for above, below in pairwise(column)
        if above and below
    )
    return hung >= max(_FEWEST_HANGING, _HUNG_SHARE * len(column))


def _begin_small(column: Sequence[str], starts: set[int]) -> bool:
    """Whether cells of a column mostly begin with a small letter where rows do, so that those tell nothing."""
    cells = [column[at] for at in starts if column[at]]
    return sum(cell[0].islower() for cell in cells) * 2 > len(cells)


def _is_full(above: str, below: str, width: int) -> bool:
    """Whether the first word of a line did not fit into the one above."""
    return len(above) + 1 + len(first_word(below)) > width


def _word(cell: str) -> str:
    return _DIGIT.sub("0", first_word(cell))


def _fold(columns: Columns, above: Above, breaks: Breaks, empty: Sequence[float]) -> tuple[float, list[bool]]:
    """The least that rows cost, and which lines go on in them."""
    broken, torn = breaks
    count = len(columns[0])
    filled = [list(accumulate(map(bool, column), initial=0)) for column in columns]
    best, came = [0.0] + [float("inf")] * count, [0] * (count + 1)
    for start in range(count):
        for end in range(start + 1, min(start + _LONGEST_ROW, count) + 1):
            inner = broken[end - 1] - broken[start]
            if inner > 2 * _UNPROVEN:
                break
            cells = _cost_of_cells(filled, start, end, above, empty)
            cost = best[start] + inner + torn[end] + cells
            if cost < best[end]:
                best[end], came[end] = cost, start
    return best[-1], _rests_of(came)


def _rests_of(came: Sequence[int]) -> list[bool]:
    rests, at = [True] * (len(came) - 1), len(came) - 1
    while at:
        at = came[at]
        rests[at] = False
    return rests


def _cost_of_cells(filled: Sequence[list[int]], start: int, end: int, above: Above, empty: Sequence[float]) -> float:
    """What the empty cells of a row cost. A row has a cell as high as itself, and all stand where they should."""
    cost = 0.0
    highest = 0
    for sums, price in zip(filled, empty, strict=True):
        height = sums[end] - sums[start]
        first = start + above(end - start, height)
        if sums[first + height] - sums[first] != height:
            return _NEVER
        cost += 0.0 if height else price
        highest = max(highest, height)
    return cost if highest == end - start else _NEVER


def _is_torn(above: str, below: str, *, small: bool) -> bool:
    """Whether the words themselves show that a cell goes on. `small`: in its column, a small letter does not."""
    last = above.rsplit(None, 1)[-1]
    return has_letters(above) and (
        (below[0].islower() and not small)
        or above[-1] in _GOING_ON
        or is_small(last)
        or bool(_INITIAL.fullmatch(last))
        or any(above.count(a) > above.count(b) for a, b in _BRACKETS)
        or (below[-1].isdigit() and not has_letters(below))
    )
