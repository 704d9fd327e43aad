"""Tables whose cells tabs keep apart: empty cells at the ends of rows, which a reader of lines takes for blanks.

In: the lines of a page, where names of columns stand over rows. Out: a sign in each empty cell of a row that has all
its tabs, the row of names among them; numbers below no name are no list markers. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from enrich.mentions.shapes.columns import EMPTY, header_of_cells
from enrich.mentions.text.tables.grid import Ruled

_MOST_COLUMNS = 40  # what is wider is no list of works
_NUMBER = re.compile(r"^\s*\W?(\d{1,4})[.):\]]\t")


def mark_tabbed(lines: list[str], start: int, _: Ruled) -> int:
    """Where the table ends whose columns `lines[start]` names; 0 if none begins here."""
    tabs = lines[start].count("\t")
    if not 0 < tabs < _MOST_COLUMNS or not header_of_cells(lines[start].split("\t")):
        return 0
    end = start + 1
    while end < len(lines) and lines[end].strip():
        end += 1
    whole = [at for at in range(start + 1, end) if lines[at].count("\t") == tabs]
    if not lines[start].split("\t")[0].strip():
        for at in whole:
            lines[at] = _NUMBER.sub(r"\1\t", lines[at])
    for at in [start, *whole] if whole else ():
        cells = lines[at].split("\t")
        if _is_open(cells):
            lines[at] = "\t".join(cell if cell.strip() else EMPTY for cell in cells)
    return end


def _is_open(cells: Sequence[str]) -> bool:
    """Whether a row has an empty cell at an end."""
    return not (cells[0].strip() and cells[-1].strip())
