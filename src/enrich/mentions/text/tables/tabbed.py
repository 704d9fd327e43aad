"""Tables whose cells tabs keep apart: empty cells at the ends of rows, which a reader of lines takes for blanks.

In: the lines of a page, where names of columns stand over rows. Out: a sign in each empty cell of a row that has all
its tabs. Pure; cost is linear.
"""

from __future__ import annotations

from collections.abc import Sequence

from enrich.mentions.shapes.columns import EMPTY, header_of_cells
from enrich.mentions.text.tables.grid import Ruled

_MOST_COLUMNS = 14


def mark_tabbed(lines: list[str], start: int, _: Ruled) -> int:
    """Where the table ends whose columns `lines[start]` names; 0 if none begins here."""
    tabs = lines[start].count("\t")
    if not 0 < tabs < _MOST_COLUMNS or not header_of_cells(lines[start].split("\t")):
        return 0
    at = start + 1
    while at < len(lines) and lines[at].strip():
        cells = lines[at].split("\t")
        if len(cells) == tabs + 1 and _is_open(cells):
            lines[at] = "\t".join(cell if cell.strip() else EMPTY for cell in cells)
        at += 1
    return at


def _is_open(cells: Sequence[str]) -> bool:
    """Whether a row has an empty cell at an end."""
    return not (cells[0].strip() and cells[-1].strip())
