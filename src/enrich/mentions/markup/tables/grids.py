"""The rows of a table in, the names of its columns and its cells by column out. Pure but for the years that
`carry_years` puts into empty cells.
"""

from __future__ import annotations

from enrich.mentions.markup.model.blocks import Entry, Row, Table
from enrich.mentions.markup.tables.headers import Role, role_of
from enrich.mentions.markup.tables.rowcells import text_of
from enrich.mentions.shapes.tags import find_year

Cells = list[Entry | None]
HEADER_ROLES = frozenset(Role) - {Role.UNKNOWN}
_FEWEST_YEARS, _YEARS_SHARE = 3, 0.6  # by judgement: a cell may be empty for there is no year to say
_WIDEST = 40  # columns; what is wider is no list of works


def head_and_body(table: Table) -> tuple[list[Row], list[Row]]:
    """The rows that name the columns and those that fill them. A first row of header words alone is a head too."""
    rows = [row for row in table.rows if any(cell.blocks for cell in row.cells)]
    count = 0
    while count < len(rows) and rows[count].head:
        count += 1
    if not count and rows:
        texts = [text_of(cell) for cell in rows[0].cells]
        known = sum(role_of(text) in HEADER_ROLES for text in texts)
        count = int(len(texts) > 1 and known * 2 >= len(texts) and len(rows) > 1)
    return rows[:count], rows[count:]


def grid_of(rows: list[Row]) -> list[Cells]:
    """The cells of each row by column, those that cover several rows or columns in each of them."""
    grid: list[Cells] = []
    waiting: dict[int, tuple[Entry, int]] = {}
    for row in rows:
        cells: Cells = []
        given = list(row.cells)
        while (given or len(cells) in waiting) and len(cells) < _WIDEST:
            column = len(cells)
            if column in waiting:
                cell, left = waiting.pop(column)
                cells.append(cell)
                if left > 1:
                    waiting[column] = (cell, left - 1)
                continue
            cell = given.pop(0)
            for offset in range(min(cell.columns, _WIDEST - column)):
                cells.append(cell if offset == 0 else None)
                if cell.rows > 1:
                    waiting[column + offset] = (cell, cell.rows - 1)
        grid.append(cells)
    return grid


def carry_years(grid: list[Cells], at: int) -> None:
    """Puts the years of a column into the empty cells below them, where each is said once, in order, and most have
    such cells below. Rows that state a year elsewhere keep it."""
    years = [find_year(text_of(row[at])) if at < len(row) else None for row in grid]
    said = [year for year in years if year]
    empty = [at < len(row) and not text_of(row[at]) for row in grid]
    headed = sum(bool(year) and below for year, below in zip(years, empty[1:], strict=False))
    if len(said) < _FEWEST_YEARS or headed < _YEARS_SHARE * len(said) or sum(empty) < len(said):
        return
    if not years[0] or not (said == sorted(set(said)) or said[::-1] == sorted(set(said))):
        return
    last = grid[0][at]
    for row, is_empty in zip(grid, empty, strict=True):
        if not is_empty:
            last = row[at] if at < len(row) else last
        elif not any(find_year(text_of(cell)) for cell in row):
            row[at] = last
