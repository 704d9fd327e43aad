"""What the cells beside titles state about the papers of a row: people, places, years, links.

In: the cells of a row and what their columns hold. Out: the items of the row, with these facts set in place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from enrich.mentions.entries.facts import accepted_at
from enrich.mentions.items import Item
from enrich.mentions.markup.model.blocks import Entry
from enrich.mentions.markup.model.flow import flow_of
from enrich.mentions.markup.tables.columns import Column, cell_runs
from enrich.mentions.markup.tables.headers import Role
from enrich.mentions.shapes.days import begins_with_day
from enrich.mentions.shapes.names import split_authors
from enrich.mentions.shapes.placenames import bare_place, leads_to_place
from enrich.mentions.shapes.tags import find_year, is_state, parse_forthcoming, parse_venue, parse_year, year_of_date
from enrich.mentions.shapes.venues import is_glued, is_numbered_place, names_publication, parse_cell, venue_of
from enrich.mentions.shapes.words import is_acronym

_LAST = (Role.VENUE, Role.YEAR, Role.NOTE)  # of the cells of a row, those that others go before


def text_of(cell: Entry | None) -> str:
    """The text of a cell, lines kept apart; "" where there is none."""
    return flow_of(cell_runs(cell)).text.strip() if cell else ""


def own_lines(cells: Sequence[Entry | None], columns: Sequence[Column], place: int, count: int) -> dict[int, str]:
    """What the cells of venues and years say of one of a row's items, where they have a line for each."""
    told = {at: cell for at, cell in enumerate(cells[: len(columns)]) if columns[at].role in (Role.VENUE, Role.YEAR)}
    lines = {at: text_of(cell).split("\n") for at, cell in told.items() if count > 1}
    whole = {at for at, own in lines.items() if all(_is_whole(line, columns[at].role) for line in own)}
    return {at: lines[at][place] for at in whole if len(lines[at]) == count}


def _is_whole(line: str, role: Role) -> bool:
    """Whether a line of a cell states what its column holds, and is no part of it: "Marine" above "Letters"."""
    if role is Role.YEAR:
        return find_year(line) is not None
    return parse_year(line) is None and (find_year(line) is not None or any(map(is_acronym, line.split())))


def add_columns(
    item: Item,
    cells: Sequence[Entry | None],
    columns: Sequence[Column],
    title: int,
    *,
    alone: bool,
    dated: bool,
    own: dict[int, str] | None = None,
) -> None:
    """What the row's other cells state. Several items share but venue and year, if they have no `own`. Two digits
    behind a venue say when a paper appeared only where nothing else does, the day of a meeting after those, and last a
    note of how far it has come."""
    late: list[tuple[str, Role]] = []
    for index, (cell, column) in enumerate(zip(cells, columns, strict=False)):
        if index == title or cell is None:
            continue
        flow = flow_of(cell_runs(cell))
        if alone:
            item.links.extend(flow.links())
            item.files.extend(flow.files())
        text = " ".join((own or {}).get(index, flow.text).split())
        day = begins_with_day(text) or not parse_year(text)  # "20190112" may be a number as well
        noted = column.role is Role.NOTE and leads_to_place(text)
        if noted or (column.role is Role.YEAR and day) or (column.role is Role.VENUE and is_glued(text)):
            late.append((text, column.role))
        else:
            _add_cell(item, text, column.role, dated)
    for text, role in sorted(late, key=lambda each: _LAST.index(each[1])):
        _add_cell(item, text, role, dated)


def _add_cell(item: Item, text: str, role: Role, dated: bool) -> None:
    if not text or not re.search(r"\w", text):
        return
    match role:
        case Role.YEAR if dated:
            item.year = item.year or year_of_date(text) or find_year(text)
        case Role.VENUE if dated and not is_state(text):
            tag = venue_of(text) if is_numbered_place(text) else parse_cell(text) or parse_forthcoming(text)
            item.venue = item.venue or (tag.venue if tag else parse_venue(text) or text)
            item.year = item.year or (tag.year if tag else find_year(text))
        case Role.AUTHORS:
            item.authors = item.authors or split_authors(text)
        case Role.KEYWORDS | Role.NAME:
            item.keywords += tuple(word.strip() for word in re.split(r"[,;/|]", text) if word.strip())
        case Role.ABSTRACT:
            item.abstract = item.abstract or text
        case Role.NOTE:
            tag = venue_of(text.partition(", ")[0]) if leads_to_place(text) and not item.venue else None
            place = bare_place(tag.venue) if tag and tag.venue else ""
            if tag and (tag.year or is_acronym(place) or names_publication(place)):  # not "Presented at the kick-off"
                item.venue, item.year = place, item.year or tag.year
            item.description = item.description or text
            item.venue = item.venue or (accepted_at(text) if dated else None)
