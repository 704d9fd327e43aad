"""Lines of a table in, its rows out, each on its way to an entry: lines that go on in a row above, further lines and
further titles in the cell of a title. Pure; cost is linear.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from enrich.mentions.entries.parts import Entry
from enrich.mentions.shapes.columns import Column, Header
from enrich.mentions.text.flat.cuts import Cells
from enrich.mentions.text.flat.titlewords import BREAK
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.tables.below import are_titles
from enrich.mentions.text.tables.cells import BrokenRow, part_titles, read_broken
from enrich.mentions.text.tables.folds import are_dated, edge, fold, fold_at_ends, join
from enrich.records import MentionKind


@dataclass(slots=True)
class TableRow:
    """One row of a table and what it states. `kind` is set where the column of its name says what it is."""

    at: int
    row: Row
    cells: Cells = field(default_factory=dict)
    entry: Entry = field(default_factory=Entry)
    kind: MentionKind | None = None
    paper_title: str | None = None
    rest: list[int] = field(default_factory=list)  # positions of rows that go on in it
    notes: list[str] = field(default_factory=list)  # further lines in the cell of the title
    lines: list[str] = field(default_factory=list)  # those behind the first, its cells run together


@dataclass(slots=True)
class Table:
    """A header line with the rows below it. `start` is its position among the page's rows, or that of the first row."""

    start: int
    header: Header
    rows: list[TableRow]
    named_at: int | None = None  # the line that names the columns; labels may part it from the rows

    @property
    def last(self) -> int:
        """The position of the last row."""
        return max((max([row.at, *row.rest]) for row in self.rows), default=self.start)


def fold_flat(rows: list[Row], body: list[int], header: Header, *, wrapped: bool = True) -> list[TableRow]:
    """Table rows of lines whose cells run together, or that were broken at the edge of the page, if any of its lines
    may have been `wrapped`."""
    whole = any(BREAK in rows[at].text for at in body)  # joined already
    if whole or (Column.DATE in header.columns and are_dated(rows, body)):
        return [TableRow(at, rows[at]) for at in body]
    if len(header.columns) - 1 != header.title_at and (groups := fold_at_ends(rows, body, header.columns)):
        return [TableRow(at, rows[at], rest=rest, lines=[rows[a].text for a in rest]) for at, *rest in groups]
    groups = fold(rows, body, header.columns, wrapped=wrapped)
    if len(groups) == len(body):
        return [TableRow(at, rows[at]) for at in body]
    width = edge(rows, body)
    joined = [(group, *join(rows, group, width)) for group in groups]
    return [TableRow(group[0], row, rest=group[1:], notes=notes) for group, row, notes in joined]


def fold_broken(rows: list[Row], body: list[int], header: Header) -> list[TableRow]:
    """Table rows of lines with kept cells. Further lines in the cell of a title are titles, where most state what the
    first does; else they say something about it."""
    broken = read_broken(rows, body, len(header.columns))
    title_at = header.title_at
    several = [row.cells[title_at or 0] for row in broken if _further(row, title_at)]
    further = [text for cell in several for text, _ in cell[1:]]
    titles = are_titles([cell[0][0] for cell in several], further)
    return [made for row in broken for made in _rows_of(rows, row, title_at, titles=titles)]


def _further(row: BrokenRow, title_at: int | None) -> list[tuple[str, int]]:
    return row.cells[title_at][1:] if title_at is not None and title_at < len(row.cells) else []


def _rows_of(rows: list[Row], row: BrokenRow, title_at: int | None, *, titles: bool) -> list[TableRow]:
    cells = {at: " ".join(text for text, _ in cell) for at, cell in enumerate(row.cells)}
    further = _further(row, title_at)
    if title_at is None or not further:
        return [TableRow(row.at, rows[row.at], cells, rest=row.rest)]
    cells[title_at], first = row.cells[title_at][0]
    own = [at for at in row.rest if not titles or at not in {place for _, place in further}]
    made = [TableRow(row.at, rows[first], cells, rest=own, notes=[] if titles else [text for text, _ in further])]
    if titles:
        made += [TableRow(at, rows[at], {**cells, title_at: text}) for text, at in further]
    return made


def part_rows(rows: list[TableRow], title_at: int) -> list[TableRow]:
    """A row for each title, where the cells of a table hold several."""
    titles = part_titles([row.cells.get(title_at, "") for row in rows])
    return [
        part
        for row, (first, *others) in zip(rows, titles, strict=True)
        for part in (
            replace(row, cells={**row.cells, title_at: first}) if others else row,
            *(TableRow(row.at, row.row, {**row.cells, title_at: title}) for title in others),
        )
    ]
