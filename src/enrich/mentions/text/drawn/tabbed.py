"""Tables whose cells tabs keep apart: empty cells at the ends of rows, which a reader of lines takes for blanks.

In: the lines of a page, where names of columns stand over rows. Out: a sign in each empty cell of a row that has all
its tabs, the row of names among them, or all but that in front of its first cell, which some browsers leave out;
numbers below no name are no list markers. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from enrich.mentions.shapes.columns import EMPTY, header_of_cells, may_name_column
from enrich.mentions.text.drawn.grid import Ruled

_MOST_COLUMNS = 40  # what is wider is no list of works
# Rows that tell what stands in columns, the share of rows that have to, and the share of the usual words of a cell that
# another one below the same name has at least. By judgement.
_FEWEST_WHOLE, _WHOLE_SHARE, _LONG_SHARE = 4, 0.5, 0.4
_NUMBER = re.compile(r"^\s*\W?(\d{1,4})[.):\]]\t")


def mark_tabbed(lines: list[str], start: int, _: Ruled) -> int:
    """Where the table ends whose columns `lines[start]` names; 0 if none begins here."""
    tabs = lines[start].count("\t")
    if not 0 < tabs < _MOST_COLUMNS or not header_of_cells(lines[start].split("\t")):
        return 0
    end = start + 1
    while end < len(lines) and lines[end].strip() and not _names_columns(lines[end]):
        end += 1
    whole = [at for at in range(start + 1, end) if lines[at].count("\t") == tabs]
    if not lines[start].split("\t")[0].strip():
        for at in whole:
            lines[at] = _NUMBER.sub(r"\1\t", lines[at])
    _restore_fronts(lines, [at for at in range(start + 1, end) if lines[at].count("\t") == tabs - 1 > 0], whole)
    for at in [start, *whole] if whole else ():
        cells = lines[at].split("\t")
        if _is_open(cells):
            lines[at] = "\t".join(cell if cell.strip() else EMPTY for cell in cells)
    return end


def _names_columns(line: str) -> bool:
    return "\t" in line and may_name_column(line) and header_of_cells(line.split("\t")) is not None


def _restore_fronts(lines: list[str], short: Sequence[int], whole: Sequence[int]) -> None:
    """Puts a sign for the empty first cell in front of `short` rows that lack one tab: their first cell is longer than
    any in the first column of `whole` ones, and long enough for the second, and no other is longer than those below its
    name."""
    if len(whole) < max(_FEWEST_WHOLE, _WHOLE_SHARE * (len(whole) + len(short))):
        return
    words = [[len(cell.split()) for cell in lines[at].split("\t")] for at in whole]
    columns = list(zip(*words, strict=True))
    longest, usual, widest = max(columns[0]), median(columns[1]), [max(column) for column in columns[2:]]
    for at in short:
        first, *others = (cell.strip() for cell in lines[at].split("\t"))
        fits = len(first.split()) > max(longest, _LONG_SHARE * usual)
        if fits and all(len(cell.split()) <= most for cell, most in zip(others, widest, strict=True)):
            lines[at] = f"{EMPTY}\t{lines[at].lstrip()}"
            lines[at] = lines[at] if others[-1] else f"{lines[at].rstrip()}\t{EMPTY}"


def _is_open(cells: Sequence[str]) -> bool:
    """Whether a row has an empty cell at an end."""
    return not (cells[0].strip() and cells[-1].strip())
