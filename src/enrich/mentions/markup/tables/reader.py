"""Tables in, items out: the columns in any order, one item a row - or several, where a cell lists several readings.

Tables that only lay out a page are read as the page they lay out. Pure but for the draft it writes to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from enrich.mentions.entries.parts import Style
from enrich.mentions.items import Draft, Item
from enrich.mentions.links import link_role
from enrich.mentions.markup.lists.candidates import is_in_capitals
from enrich.mentions.markup.lists.listing import states_items
from enrich.mentions.markup.model.blocks import Block, Code, Entry, Fold, Heading, Listing, Row, Table, lines_of
from enrich.mentions.markup.tables.cells import leads_to_paper, learn_column, read_cell
from enrich.mentions.markup.tables.columns import (
    Column,
    cell_runs,
    describe,
    reading_columns,
    settle_venues,
    title_column,
)
from enrich.mentions.markup.tables.grids import HEADER_ROLES, Cells, carry_years, grid_of, head_and_body
from enrich.mentions.markup.tables.headers import Role, role_of
from enrich.mentions.markup.tables.rowcells import add_columns, own_lines, text_of
from enrich.mentions.markup.tables.spans import adds_up, spans_years
from enrich.mentions.shapes.days import begins_with_day
from enrich.mentions.shapes.phrases import title_like
from enrich.mentions.shapes.tags import parse_year
from enrich.mentions.shapes.words import has_letters
from enrich.records import LineClass, LinkRole, MentionKind

Section = tuple[str, ...]
_FEWEST_CONTENTS = 3  # links; fewer may be papers that lead to their abstracts
_FEWEST_FILES, _FILE_SHARE = 2, 0.6  # rows; the first may lead to the folder above, some names are cut
_FILE = re.compile(r"\.[A-Za-z]{1,8}$")
_PAPERS, _NAME_WORDS = re.compile(r"\bpapers?\b", re.I), 3  # words; names of tools are as short
_OWN_SHARE = 0.5  # of the names of things differ at least; by judgement: what comes again groups papers
_LINKED_SHARE = 0.8  # of the readings of a schedule lead to papers; beside these, words alone are notices


def read_table(table: Table, section: Section, draft: Draft) -> None:
    """Writes the items of a table, and notes for its lines, to `draft`."""
    if _is_layout(table):
        _read_cells(table, section, draft)
        return
    if _is_contents(table):
        for row in table.rows:
            draft.note_all(_row_lines(row), LineClass.FURNITURE, "links into this document")
        return
    head, body = head_and_body(table)
    if _is_directory(body):
        for row in table.rows:
            draft.note_all(_row_lines(row), LineClass.FURNITURE, "files of a directory")
        return
    for row in head:
        draft.note_all(_row_lines(row), LineClass.TABLE_HEADER, "the names of the columns")
    grid = grid_of(body)
    width = max(map(len, grid), default=0)
    names = [row for row in head if len(row.cells) > 1] or head  # one cell alone is a heading
    headers = [text_of(cell) for cell in grid_of(names[-1:])[0]] if names else []
    columns = [
        describe(headers[i] if i < len(headers) else "", [row[i] if i < len(row) else None for row in grid])
        for i in range(width)
    ]
    if (any(map(adds_up, columns)) or _holds_posts(columns)) and not _leads_to_papers(columns):
        for row in body:
            draft.note_all(_row_lines(row), LineClass.IGNORED, "a share of a whole, or a span of years")
        return
    settle_venues(columns)
    for at in (at for at, column in enumerate(columns) if column.role is Role.YEAR):
        carry_years(grid, at)
    _read_rows(body, grid, columns, section, draft)


def _holds_posts(columns: Sequence[Column]) -> bool:
    """Whether spans of years tell that the rows are posts, as no column of authors does."""
    return any(map(spans_years, columns)) and not any(column.role is Role.AUTHORS for column in columns)


def _leads_to_papers(columns: Sequence[Column]) -> bool:
    """Whether any cell has a link to a paper: shares of a grade have none."""
    return any(link.role is LinkRole.PAPER for column in columns for cell in column.cells for link in cell.links())


def _read_rows(body: list[Row], grid: list[Cells], columns: list[Column], section: Section, draft: Draft) -> None:
    title = title_column(columns)
    entity = next(
        (
            i
            for i, column in enumerate(columns[:2])
            if column.kind and column.role in (Role.NAME, Role.UNKNOWN, Role.TITLE) and column.unique >= _OWN_SHARE
        ),
        None,
    )
    listed = [title] if title is not None else []
    listed += [i for i in reading_columns(columns) if i != title]
    style = learn_column([cell for row in grid if title is not None and title < len(row) and (cell := row[title])])
    for row, cells in zip(body, grid, strict=True):
        if entity is not None and entity != title:
            items = _entity_items(cells, columns, entity, title, section)
        elif title is not None:
            items = [
                item
                for own in listed
                for item in _paper_items(_without(cells, listed, own), columns, own, section, draft, style)
            ]
        else:
            items = _linked_items(cells, columns, section)
        draft.items.extend(items)
        if items:
            draft.note_all(_row_lines(row), LineClass.CONTINUATION, "of the row's item")
        else:
            draft.note_all(_row_lines(row), LineClass.IGNORED, "a table row that states no work")


def _without(cells: Cells, listed: list[int], own: int) -> Cells:
    """A row without the other columns that list papers: what they link to are papers of their own."""
    return [cell if at == own or at not in listed else None for at, cell in enumerate(cells)]


def _is_layout(table: Table) -> bool:
    """Whether a table lays out a page: headings or tables in its cells, or hardly any rows but long cells."""
    cells = [cell for row in table.rows for cell in row.cells]
    if any(isinstance(block, Heading | Table | Code) for cell in cells for block in cell.blocks):
        return True
    return len(table.rows) <= 2 and any(len(cell.blocks) > 3 for cell in cells)


def _is_contents(table: Table) -> bool:
    """Whether links to places in this document are all the words of a table without a year or names of columns."""
    head, body = head_and_body(table)
    cells = [cell for row in body for cell in row.cells]
    if any(role_of(text_of(cell)) in HEADER_ROLES for row in head for cell in row.cells):
        return False
    words = [run for cell in cells for run in cell_runs(cell) if has_letters(run.text)]
    linked = all((run.url or "").startswith("#") and run.url != "#" for run in words)
    return linked and len(words) >= _FEWEST_CONTENTS and not any(parse_year(text_of(cell)) for cell in cells)


def _is_directory(rows: Sequence[Row]) -> bool:
    """Whether most rows begin with a link whose words are the last part of its address, and several of these are names
    of files, but of no papers: the files of a repository, or of a folder on a server."""
    links = (next((run for cell in row.cells[:2] for run in cell_runs(cell) if run.url), None) for row in rows)
    own = [link.text.strip() for link in links if link and _is_last_part(link.text, link.url or "")]
    files = sum(_FILE.search(name) is not None for name in own)
    return files >= (1 if len(own) == len(rows) > 1 else _FEWEST_FILES) and len(own) >= _FILE_SHARE * len(rows)


def _is_last_part(words: str, url: str) -> bool:
    last = unquote(url.rstrip("/").rpartition("/")[2])
    return last == words.strip().rstrip("/") and link_role(url) is LinkRole.OTHER


def _read_cells(table: Table, section: Section, draft: Draft) -> None:
    from enrich.mentions.markup.outline import read_part

    for row in table.rows:
        read_part([block for cell in row.cells for block in cell.blocks], section, draft)


def _row_lines(row: Row) -> set[int]:
    return {row.line} | {line for cell in row.cells for line in lines_of(list(cell.blocks))}


def _paper_items(
    cells: Cells, columns: list[Column], title: int, section: Section, draft: Draft, style: Style
) -> list[Item]:
    cell = cells[title] if title < len(cells) else None
    if cell is None:
        return []
    if any(map(_lists, cell.blocks)):
        return _listed_items(cell, section, draft)
    lesson = any(column.role is Role.LESSON for column in columns)
    meets = _meets(cells, columns)
    readings = read_cell(cell, section, style, meets=meets)
    told = any(each.evident or leads_to_paper(each) or is_in_capitals(each) for each in readings)
    if meets and columns[title].papers >= _LINKED_SHARE and not told:
        return []  # "Report due"
    papers = columns[title].role is Role.TITLE and _PAPERS.search(columns[title].header)
    for place, reading in enumerate(readings):
        own = own_lines(cells, columns, place, len(readings))
        add_columns(reading.item, cells, columns, title, alone=len(readings) == 1, dated=not lesson, own=own)
        if papers and reading.item.links and len(reading.item.title.split()) > _NAME_WORDS:
            reading.item.kind = reading.item.kind or MentionKind.PAPER  # though it may have but code
    return [reading.item for reading in readings]


def _lists(block: Block) -> bool:
    """Whether a block of a cell is a list, or folds one of papers: what else is folded is of the paper above."""
    folded = block.blocks if isinstance(block, Fold) else []
    return isinstance(block, Listing) or any(isinstance(inner, Listing) and states_items(inner) for inner in folded)


def _listed_items(cell: Entry, section: Section, draft: Draft) -> list[Item]:
    """A list inside a cell: its items, which the row does not add to."""
    from enrich.mentions.markup.outline import read_part

    before = len(draft.items)
    read_part(cell.blocks, section, draft)
    added, draft.items[before:] = draft.items[before:], []
    return added


def _meets(cells: Cells, columns: list[Column]) -> bool:
    """Whether a row is of a day, or of a week, and states no authors: it may say that nobody meets."""
    named = any(
        column.role is Role.AUTHORS and has_letters(text_of(cell)) for cell, column in zip(cells, columns, strict=False)
    )
    lesson = any(column.role is Role.LESSON for column in columns)
    return not named and (lesson or any(begins_with_day(text_of(cell)) for cell in cells))


def _entity_items(cells: Cells, columns: list[Column], entity: int, title: int | None, section: Section) -> list[Item]:
    """A row about a data set, a benchmark, a tool, with the paper that presents it."""
    cell = cells[entity] if entity < len(cells) else None
    readings = read_cell(cell, section) if cell else []
    for reading in readings[:1]:
        item = reading.item
        item.kind = columns[entity].kind
        if title is not None and title < len(cells) and (paper := cells[title]):
            named = read_cell(paper, section)
            item.paper_title = named[0].item.title if named and title_like(named[0].item.title) else None
        add_columns(item, cells, columns, entity, alone=True, dated=True)
    return [reading.item for reading in readings[:1]]


def _linked_items(cells: Cells, columns: list[Column], section: Section) -> list[Item]:
    """A row of a table without a column of titles: an item only if a name stands in it beside a paper's link."""
    named = next((i for i, column in enumerate(columns) if column.role in (Role.TITLE, Role.NAME)), None)
    cell = cells[named] if named is not None and named < len(cells) else None
    if named is None or cell is None:
        return []
    readings = read_cell(cell, section)[:1]
    for reading in readings:
        add_columns(reading.item, cells, columns, named, alone=True, dated=True)
    return [r.item for r in readings if any(link.role in (LinkRole.PAPER, LinkRole.CODE) for link in r.item.links)]
