"""Headings, items and tables of a page into its draft, each item below its headings, with a note for every line."""

from __future__ import annotations

from enrich.mentions.entries.details import RowKind
from enrich.mentions.entries.parts import Entry, Style
from enrich.mentions.items import Item
from enrich.mentions.text.asides.owner import named_paper
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.page.events import Event, Heading, Listed, Passed
from enrich.mentions.text.page.lostkinds import lost_kind
from enrich.mentions.text.page.outline import Outline, shape_of, tidy
from enrich.mentions.text.reading import Reading
from enrich.mentions.text.tables.reader import read_tables
from enrich.mentions.text.tables.tablerows import Table
from enrich.mentions.titles import clean_title
from enrich.records import LineClass


def write(reading: Reading, events: list[Event], tables: list[Table], style: Style) -> None:
    """Events and tables into items, each below its headings."""
    outline = Outline()
    waiting: list[Heading] = []
    places: list[tuple[int, Event | Table]] = [(event.at, event) for event in events]
    places += [(table.start, table) for table in tables]
    places.sort(key=lambda place: place[0])
    _read_all_tables(tables, places, style)
    for _, what in places:
        if isinstance(what, Heading):
            waiting.append(what)
        elif isinstance(what, Passed):
            _write_passed(reading, what, outline)
        else:
            _enter(reading, outline, waiting, first=not outline.path)
            waiting = []
            if isinstance(what, Listed):
                _write_listed(reading, what, outline)
            else:
                _write_table(reading, what, outline)
    for heading in waiting:
        _note_heading(reading, heading, "a heading without items")
    _place_quoted(reading, outline, places)


def _read_all_tables(tables: list[Table], places: list[tuple[int, Event | Table]], style: Style) -> None:
    """The cells of all tables; the heading right above each helps to tell its labels."""
    sections, last = {}, ""
    for _, what in places:
        if isinstance(what, Heading):
            last = tidy(what.lead.text)
        elif isinstance(what, Table):
            sections[what.start] = last
    read_tables(tables, [sections[table.start] for table in tables], style)


def _enter(reading: Reading, outline: Outline, waiting: list[Heading], *, first: bool) -> None:
    """Headings that lead to the next item. The first of a page is its title when others follow."""
    if not waiting:
        return
    kept = []
    for position, heading in enumerate(waiting):
        _note_heading(reading, heading, "")
        leads_on = heading.lead.text.rstrip().endswith(":") and len(heading.lead.text.split()) >= 5
        if not (leads_on and position < len(waiting) - 1):
            kept.append(heading)
    kept = _without_contents(kept)
    if first and reading.draft.title is None and (len(kept) > 1 or _is_title(kept[0])):
        reading.draft.title = tidy(kept[0].lead.text)
        kept = kept[1:]
    kept = [
        h
        for i, h in enumerate(kept)
        if not (
            0 < i < len(kept) - 1
            and shape_of(kept[i + 1].lead.text) == "colon"
            and shape_of(h.lead.text) == "plain"
            and shape_of(kept[i - 1].lead.text) == "serial"
        )
    ]
    outline.enter([heading.lead.text for heading in kept if tidy(heading.lead.text)])


def _without_contents(headings: list[Heading]) -> list[Heading]:
    """Headings without those of a table of contents in front of them, which ends where one of them comes again."""
    texts = [tidy(heading.lead.text) for heading in headings]
    again = next((at for at, text in enumerate(texts) if text in texts[:at]), None)
    return headings if again is None else headings[: texts.index(texts[again])] + headings[again:]


def _is_title(heading: Heading) -> bool:
    return heading.at == 0 and heading.lead.row.line == 1


def _note_heading(reading: Reading, heading: Heading, why: str) -> None:
    reading.draft.note_all(heading.lead.row.lines, LineClass.HEADING, why)


def _write_passed(reading: Reading, passed: Passed, outline: Outline) -> None:
    for lead in passed.lead.walk():
        row = lead.row
        if title := named_paper(row.text):
            reading.draft.items.append(
                Item(line=row.line_at(row.text.find(title)), title=title, section=outline.names, description=row.text)
            )
        reading.draft.note_all(row.lines, LineClass.IGNORED, passed.why)


def _write_listed(reading: Reading, listed: Listed, outline: Outline) -> None:
    row, entry = listed.lead.row, listed.entry
    if source := reading.sources.get(listed.lead.at - 1):
        entry.venue, entry.year = source.tag.venue or entry.venue, source.tag.year or entry.year  # below: who comments
        entry.links.extend(source.links)
    if row.tag:
        entry.add_tag(row.tag)
    beside = [lead for part in (*listed.lead.above, *listed.lead.below) for lead in part.walk()]
    for tag in (lead.row.tag for lead in beside if lead.kind is RowKind.AUTHORS):
        entry.add_tag(tag)
    item = _item(entry, row, outline)
    rows = [row, *(lead.row for lead in beside)]
    item.links.extend(link for part in rows for line in part.lines for link in reading.links.get(line, ()))
    reading.draft.items.append(item)
    reading.draft.note_all(row.lines, LineClass.CONTINUATION, "part of the item")
    for lead in beside:
        place = "below" if lead.at < listed.at else "above"
        reading.draft.note_all(lead.row.lines, LineClass.CONTINUATION, f"{lead.kind.value} of the item {place}")


def _item(entry: Entry, row: Row, outline: Outline) -> Item:
    def locate(part: str) -> int:
        return row.line_at(max(row.text.find(part), 0))

    title, names, heading = entry.title, outline.names, outline.tag
    return Item(
        line=locate(title),
        title=clean_title(title),
        whole=entry.whole if entry.whole in row.text else "",  # what was put together for reading is no title
        entry=row.text,
        locate=locate,
        exact=True,
        section=names,
        year=entry.year,
        venue=entry.venue,
        heading_year=heading.year,
        heading_venue=heading.venue,
        keywords=entry.keywords,
        authors=entry.authors,
        links=entry.links,
        description=entry.description,
        abstract=entry.abstract,
        kind=lost_kind(entry, names),
    )


def _write_table(reading: Reading, table: Table, outline: Outline) -> None:
    for row in table.rows:
        if table.header.title_at is None or not row.entry.title:
            continue
        item = _item(row.entry, row.row, outline)
        item.kind = row.kind or item.kind
        item.paper_title = row.paper_title
        item.links.extend(link for line in row.row.lines for link in reading.links.pop(line, ()))
        reading.draft.items.append(item)


def _place_quoted(reading: Reading, outline: Outline, places: list[tuple[int, Event | Table]]) -> None:
    """Quoted BibTeX entries stand below the last heading above them."""
    headings = [what for _, what in places if isinstance(what, Heading)]
    for item in reading.draft.items:
        if not item.section:
            above = [h for h in headings if h.lead.row.line < item.line]
            item.section = () if not above or above[-1].lead.row.line == 1 else item.section
