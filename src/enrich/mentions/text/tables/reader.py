"""Tables of a page: their header lines found, their rows read into entries.

Cells are told apart by tabs or bars where the rendering kept them, and by `flat` where they ran together. All tables
of a page with the same columns are read as one, so that small ones learn from large ones. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby

from enrich.mentions.entries.learned.style import learn_cells
from enrich.mentions.entries.parts import Style
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.columns import BARS, Column, Header, cells_of, find_header, may_name_column
from enrich.mentions.shapes.words import has_letters
from enrich.mentions.text.asides.repeats import REPEATED
from enrich.mentions.text.flat.breaks import part_at_breaks
from enrich.mentions.text.flat.cuts import part_unknown
from enrich.mentions.text.flat.flat import split_rows
from enrich.mentions.text.flat.titlewords import BREAK
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.printed.proseblocks import is_prose
from enrich.mentions.text.tables.below import add_line, are_credits
from enrich.mentions.text.tables.cells import DASHES, mark_empty_ends, read_broken, restore_dashes
from enrich.mentions.text.tables.folds import begins, find_labels, may_be_wrapped, wrapped_at
from enrich.mentions.text.tables.headless import columns_of, header_of_columns, name_columns
from enrich.mentions.text.tables.nameless import find_nameless
from enrich.mentions.text.tables.people import find_people
from enrich.mentions.text.tables.rowcells import read_row
from enrich.mentions.text.tables.tablerows import Table, TableRow, fold_broken, fold_flat, part_rows
from enrich.mentions.text.tables.untitled import add_front, name_empty, name_titles
from enrich.mentions.text.wrapped.figures import part_at_figures

# "Paper | Code" above a line without bars are the links of an item.
_LINKED, _BETWEEN_BUTTONS = frozenset({Column.TITLE, Column.LINK}), re.compile(r"\w\s+[|/·•]\s+\w")
_SHORT_TABLE, _MOST_ALIKE = 8, 40  # rows: what so few don't tell, so many more of the page do
_BREAK = f" {BREAK} "
_HEADING_WORDS = 8  # at most, above tables. By judgement
_WHOLE_SHARE = 0.8  # of the lines of a table that no page's edge broke, so many have all cells. By judgement
_FEWEST_ALIKE = 3  # cells; with fewer, lines look like rows that are none


def find_tables(rows: list[Row], claimed: Mapping[int, object]) -> list[Table]:
    """The tables of a page: a line of column names right above at least one row."""
    tables: list[Table] = []
    by_count = _columns_by_count(rows, claimed)
    again = Counter(row.text for row in rows)
    below = _below_names(rows)
    records = {at for record in part_at_figures(rows) for at in record}
    named: dict[int, Header] = {}  # of the tables above, by their tabs
    at = 0
    while at < len(rows) - 1:
        header = None if at in claimed or rows[at].marker else find_header(rows[at].text)
        body = _body(rows, at + 1, claimed, header) if header else []
        parted = len(cells_of(rows[at].text)) > 1
        kept = parted and any(len(cells_of(rows[place].text)) > 1 for place in body)
        if header and not kept and set(header.columns) <= _LINKED and _BETWEEN_BUTTONS.search(rows[at].text):
            body = []
        if not records.isdisjoint(body) or (body and parted and _is_detail(rows[at], [rows[place] for place in body])):
            body = []
        if header and not kept and (header.title_at is None if parted else _is_remark(rows, at, header, again)):
            body = []  # "Lectures 1-3 | slides | notes" heads a list
        if header and not kept and _hold_nothing([rows[place] for place in body], header):
            body = []  # "Group Reading Notes"
        if header and body:
            restore_dashes(rows, body)
            if not rows[at].text.startswith(tuple(BARS)):
                mark_empty_ends(rows, body, len(header.columns))
            whole = kept and _are_whole(rows, body, len(header.columns))
            wrapped = may_be_wrapped(below.get(rows[at].text, ()))
            read = fold_broken if whole else partial(fold_flat, wrapped=wrapped)
            if kept:
                sample = [cells_of(rows[place].text) for place in body[:_MOST_ALIKE]]
                header = name_empty(add_front(header, sample), sample)
            named[rows[at].text.count("\t")] = header
            for part in _part(rows, body, header):
                start = at if part[0] == at + 1 else part[0]
                tables.append(Table(start, header, read(rows, part, header), at))
        elif "\t" in rows[at].text and at not in records and (run := _tabbed(rows, at, claimed)):
            body = run
            cells = [cells_of(rows[place].text) for place in run]
            alike = by_count[rows[at].text.count("\t")] if len(run) < _SHORT_TABLE else None
            if columns := columns_of(cells, named.get(rows[at].text.count("\t")), alike):
                headed = name_columns(cells, columns.title_at or 0)  # by odd words: "When, Paper, Cake"
                listed = [TableRow(place, rows[place]) for place in run[headed:]]
                tables.append(Table(at, columns, listed, at if headed else None))
        at = body[-1] + 1 if body else at + 1
    _name_titles(rows, tables)
    for found in find_nameless(rows, claimed, tables):
        own = found.cells or [{} for _ in found.body]
        listed = [TableRow(at, rows[at], each) for at, each in zip(found.body, own, strict=True)]
        tables.append(Table(found.body[0], found.header, listed))
    return sorted(tables, key=lambda table: table.start)


def _is_detail(row: Row, body: list[Row]) -> bool:
    """Whether a line of cells is set in deeper than lines without cells below it: "TR 2020 | Project Page | Paper" ends
    an entry, and those begin the next ones."""
    return any(below.indent < row.indent and len(cells_of(below.text)) == 1 for below in body)


def _hold_nothing(body: list[Row], header: Header) -> bool:
    """Whether the few rows below names that ran together go on in sentences, or most have fewer words than columns."""
    few = sum(len(row.text.split()) < len(header.columns) for row in body)
    said = len(body) <= _SHORT_TABLE and body[-1].text.endswith(".") and is_prose(body) if body else False
    return said or few * 2 > len(body)


def _below_names(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows right below each line of column names, however often it comes: what is no table tells nothing of one."""
    below: dict[str, list[Row]] = defaultdict(list)
    names, named_at = "", 0
    for at, row in enumerate(rows):
        if may_name_column(row.text) and find_header(row.text):
            names, named_at = row.text, at
        elif row.gap and at != named_at + 1:
            names = ""
        elif names:
            below[names].append(row)
    return below


def _is_remark(rows: Sequence[Row], at: int, header: Header, again: Mapping[str, int]) -> bool:
    """Whether a line with few names of columns, and none in front, comes back within blocks, and not all its words have
    the capitals that such names have: "Our Highlight paper"."""
    named = len({*header.columns} - {Column.OTHER}) >= _FEWEST_ALIKE or header.columns[0] is not Column.OTHER
    capitals = all(word[:1].isupper() for word in rows[at].text.split())
    return not (named or capitals or rows[at].gap) and again[rows[at].text] >= _FEWEST_ALIKE


def _are_whole(rows: list[Row], body: list[int], count: int) -> bool:
    """Whether no page's edge broke the lines of a table of `count` columns."""
    whole = sum(len(cells_of(rows[at].text)) == count for at in body)
    return whole >= _WHOLE_SHARE * len(body) or not wrapped_at(rows, body)


def find_names(rows: list[Row], tables: list[Table], claimed: Mapping[int, object]) -> set[int]:
    """The positions of lines right over tables that are headings: they look like leftovers of links, "Models", or
    nothing else names the table, and they end as no sentence does."""
    above = ((table, table.start - 1) for table in tables if table.start)
    return {
        at
        for table, at in above
        if at not in claimed and rows[at].gap and (is_anchor(rows[at].text) or _heads(rows, at, table))
    }


def _heads(rows: Sequence[Row], at: int, table: Table) -> bool:
    """Whether a line stands alone above a table without names of columns, and is short."""
    row = rows[at]
    alone = table.named_at is None and not row.marker and "\t" not in rows[table.start].text
    return alone and len(row.text.split()) <= _HEADING_WORDS and not row.text.endswith((".", ":"))


def _name_titles(rows: list[Row], tables: list[Table]) -> None:
    """Reads tables anew whose columns of titles are told by what all cells below the same names hold."""
    alike: dict[Header, list[Table]] = defaultdict(list)
    for table in tables:
        if Column.TITLE not in table.header.columns and any(row.cells for row in table.rows):
            alike[table.header].append(table)
    for header, members in alike.items():
        bodies = [[at for row in table.rows for at in (row.at, *row.rest)] for table in members]
        broken = [row for body in bodies for row in read_broken(rows, body, len(header.columns))]
        told = name_titles(header, [[[text for text, _ in cell] for cell in row.cells] for row in broken[:_MOST_ALIKE]])
        for table, body in zip(members, bodies, strict=True):
            if told is not header:
                table.header, table.rows = told, fold_broken(rows, body, told)


def _columns_by_count(rows: list[Row], claimed: Mapping[int, object]) -> dict[int, Header | None]:
    """What the columns hold of all rows of a page with as many tabs: one short table hardly tells it."""
    alike: dict[int, list[list[str]]] = defaultdict(list)
    for at, row in enumerate(rows):
        if "\t" in row.text and at not in claimed and not row.marker:
            alike[row.text.count("\t")].append(cells_of(row.text))
    return {tabs: header_of_columns(cells[:_MOST_ALIKE]) for tabs, cells in alike.items()}


def _tabbed(rows: list[Row], start: int, claimed: Mapping[int, object]) -> list[int]:
    """The rows from `start` on that have as many cells between tabs as the first has."""
    tabs = rows[start].text.count("\t")
    body: list[int] = []
    for at in range(start, len(rows)):
        if at in claimed or rows[at].marker or rows[at].text.count("\t") != tabs:
            break
        body.append(at)
    return body


def _body(rows: list[Row], start: int, claimed: Mapping[int, object], names: Header) -> list[int]:
    """The rows below names up to the next gap; lines with as many cells as there are names belong to them behind one,
    too. What comes back with every record stands between rows, and ends none: "Star", the name of a picture."""
    count = len(cells_of(rows[start - 1].text))
    body: list[int] = []
    for at in range(start, len(rows)):
        row = rows[at]
        if claimed.get(at) == REPEATED and not row.gap:
            continue
        header = find_header(row.text) if at > start else None
        dashed = bool(names.title_at) and row.marker in DASHES
        tabbed = len(cells_of(row.text)) > 1 and bool(body) and len(cells_of(rows[body[-1]].text)) == 1
        if header and (tabbed or (len(body) > 1 and _names_next(rows, body, names))):
            body.pop()  # a line without cells right above a header is the heading of the next table
        named = header is not None and Column.OTHER not in header.columns
        apart = row.gap and (header or count < _FEWEST_ALIKE or len(cells_of(row.text)) != count)
        if (at in claimed and has_letters(row.text)) or (row.marker and not dashed) or apart or named:
            break
        if at not in claimed:
            body.append(at)
    return [] if all(rows[at].marker for at in body) else body  # a list stands below names of columns


def _names_next(rows: list[Row], body: list[int], names: Header) -> bool:
    """Whether the last line above further names of columns lacks the date or number that the lines above begin with."""
    short = names.columns[0] in (Column.DATE, Column.NUMBER) and len(rows[body[-1]].text.split()) <= _HEADING_WORDS
    first, *_, above, last = (begins(rows[at], names.columns[0]) for at in (body[0], *body))
    return short and first and above and not last


def _part(rows: list[Row], body: list[int], header: Header) -> list[list[int]]:
    """The lines of a table between those that are labels of the rows below them."""
    labels = set(find_labels(rows, body, header.columns))
    parts = [list(part) for is_label, part in groupby(body, labels.__contains__) if not is_label]
    return parts or [body]


def read_tables(tables: list[Table], sections: list[str], style: Style) -> None:
    """Reads the cells of all tables into entries. `sections` are the headings right above the tables."""
    groups: dict[tuple[Column, ...], list[tuple[TableRow, str]]] = defaultdict(list)
    headers: dict[tuple[Column, ...], Header] = {}
    for table, section in zip(tables, sections, strict=True):
        if table.header.title_at is None:
            continue
        for row in table.rows:
            cells = cells_of(row.row.text)
            if row.cells:
                continue
            if len(cells) > 1:
                row.cells = dict(enumerate(cells[: len(table.header.columns)]))
            else:
                groups[table.header.columns].append((row, section))
                headers.setdefault(table.header.columns, table.header)
    for columns, members in groups.items():
        _split_group(headers[columns], members)
    alike: dict[Header, list[TableRow]] = defaultdict(list)
    for table in tables:
        if (title_at := table.header.title_at) is not None:
            table.rows = part_rows(table.rows, title_at)
            alike[table.header].extend(table.rows)
    for header, rows in alike.items():
        told = find_people(header, rows)
        own = learn_cells([cell for row in rows if (cell := row.cells.get(header.title_at or 0))], style)
        credits = are_credits([note for row in rows for note in row.notes])
        for row in rows:
            read_row(row, told, own)
            for note in row.notes:
                add_line(row.entry, note, credits=credits)


def _split_group(header: Header, members: list[tuple[TableRow, str]]) -> None:
    title_at = header.title_at or 0
    titles = [title if broken else "" for title, broken, _ in (row.row.text.partition(_BREAK) for row, _ in members)]
    texts = [_BREAK.join([row.row.text.replace(_BREAK, " "), *row.lines]) for row, _ in members]
    parted, told = part_unknown([text.split() for text in texts], header.columns, header.words)
    columns, sections = [header.columns[at] for at in parted], [section for _, section in members]
    found = split_rows(texts, columns, parted.index(title_at), sections, at_once=told)
    part_at_breaks(found, titles)
    for (row, _), cells in zip(members, found, strict=True):
        for place, text in sorted(cells.items()):
            row.cells[parted[place]] = " ".join(filter(None, (row.cells.get(parted[place]), text)))
        row.cells[title_at], *notes = row.cells[title_at].split(_BREAK)
        row.notes += notes
