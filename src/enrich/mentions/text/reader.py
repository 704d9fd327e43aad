"""A page of text in, its draft out: the steps of this room in their order, and a note for every line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from enrich.mentions.entries.parts import Entry, Style
from enrich.mentions.entries.style import learn_style
from enrich.mentions.items import Draft, Item
from enrich.mentions.shapes.anchors import take_urls
from enrich.mentions.text.asides.contents import find_contents, find_headings
from enrich.mentions.text.asides.fragments import DOUBT, find_fragments
from enrich.mentions.text.asides.furniture import mark_furniture
from enrich.mentions.text.asides.leftovers import drop_leftovers
from enrich.mentions.text.asides.overlines import are_headings, find_overlines
from enrich.mentions.text.asides.owner import named_paper
from enrich.mentions.text.asides.quoted import find_quoted, read_quoted
from enrich.mentions.text.asides.repeats import find_notes, find_repeats
from enrich.mentions.text.asides.sources import Source, find_sources
from enrich.mentions.text.asides.tours import drop_openings
from enrich.mentions.text.lines.endlinks import take_end_links
from enrich.mentions.text.lines.footlinks import find_footlinks, restore_links
from enrich.mentions.text.lines.footnotes import take_footnotes
from enrich.mentions.text.lines.letters import open_letter
from enrich.mentions.text.lines.rows import Row, read_rows
from enrich.mentions.text.lines.schedules import find_idle_days, find_presenters
from enrich.mentions.text.lines.sheets import clear_edges
from enrich.mentions.text.page.events import Event, Heading, Listed, Passed
from enrich.mentions.text.page.leads import read_leads
from enrich.mentions.text.page.lostkinds import lost_kind
from enrich.mentions.text.page.outline import Outline, shape_of, tidy
from enrich.mentions.text.page.reader import read_page
from enrich.mentions.text.page.records import read_records
from enrich.mentions.text.page.sections import read_sections
from enrich.mentions.text.tables.cells import drop_signs
from enrich.mentions.text.tables.reader import find_names, find_tables, read_tables
from enrich.mentions.text.tables.ruled import undraw
from enrich.mentions.text.tables.tablerows import Table
from enrich.mentions.titles import clean_title
from enrich.records import Document, LineClass, Link


@dataclass(slots=True)
class _Reading:
    """One page on its way through the steps. `claimed` maps the position of a row to what it is."""

    document: Document
    rows: list[Row]
    draft: Draft = field(default_factory=Draft)
    claimed: dict[int, str] = field(default_factory=dict)
    links: dict[int, list[Link]] = field(default_factory=dict)  # given back to their lines
    headings: set[int] = field(default_factory=set)  # positions of headings that their looks do not tell
    sources: dict[int, Source] = field(default_factory=dict)  # by the positions of rows above the titles

    def claim(self, positions: Iterable[int], line_class: LineClass, why: str) -> None:
        for at in positions:
            if at not in self.claimed:
                self.claimed[at] = why
                self.draft.note_all(self.rows[at].lines, line_class, why)

    def add_links(self, found: Mapping[int, Iterable[Link]]) -> None:
        for line, links in found.items():
            self.links.setdefault(line, []).extend(links)


def read(document: Document) -> Draft:
    """All items of a page of plain text, with a note for every line that is not blank."""
    text, edges = clear_edges(open_letter(document.text))
    if records := read_records(text):
        return records
    page = undraw(text)
    reading = _Reading(document, read_rows(page.text, page.skipped | edges))
    reading.draft.note_all(sorted(edges), LineClass.FURNITURE, "printed at the edge of a sheet")
    reading.draft.note_all(sorted(page.rules), LineClass.FURNITURE, "a rule of a table")
    reading.draft.note_all(sorted(page.rests), LineClass.CONTINUATION, "goes on in the table row above")
    _set_aside(reading)
    tables = find_tables(reading.rows, reading.claimed | dict.fromkeys(reading.headings, "a heading"))
    reading.headings |= find_names(reading.rows, tables, reading.claimed)
    for table in tables:
        _claim_table(reading, table)
    for at, row in enumerate(reading.rows):
        if at not in reading.claimed:
            drop_signs(row)
    style = learn_style(row.text for at, row in enumerate(reading.rows) if at not in reading.claimed and not row.credit)
    leads = read_leads(reading.rows, reading.claimed, reading.headings)
    starts = {table.start: table for table in tables}
    events = read_sections(read_page(leads, style, starts), style, starts)
    _write(reading, events, tables, style)
    return reading.draft


def _set_aside(reading: _Reading) -> None:
    """Fragments, furniture, quoted BibTeX and tables of contents."""
    if fragments := find_fragments(reading.rows):
        reading.draft.doubt = DOUBT
        reading.claim(fragments, LineClass.IGNORED, "a phrase shorter than titles are")
    for foot in find_footlinks(reading.rows):
        reading.claim(range(foot.start, foot.end), LineClass.FURNITURE, "the address of a numbered link")
        reading.add_links(restore_links(reading.rows, foot))
    drop_openings(reading.rows)
    drop_leftovers(reading.rows)
    footnotes = take_footnotes(reading.rows)
    reading.claim(footnotes.notes, LineClass.CONTINUATION, "a footnote of an item above")
    reading.add_links(footnotes.links)
    quoted = find_quoted(reading.rows)
    if quoted:
        reading.draft.items.extend(read_quoted(reading.document, reading.rows, quoted).items)
        for start, end in quoted:
            reading.claim(range(start, end), LineClass.CONTINUATION, "part of a BibTeX entry")
    reading.add_links(take_end_links(reading.rows))
    for at, why in mark_furniture(reading.rows).items():
        reading.claim([at], LineClass.FURNITURE, why)
    _hand_down(reading)
    reading.claim(find_repeats(reading.rows, reading.claimed), LineClass.FURNITURE, "comes back with every record")
    reading.claim(find_idle_days(reading.rows, reading.claimed), LineClass.FURNITURE, "a day on which nobody meets")
    reading.claim(find_presenters(reading.rows, reading.claimed), LineClass.FURNITURE, "a day, and who presents")
    sources = find_sources(reading.rows, reading.claimed)
    reading.sources |= sources
    reading.claim(sources, LineClass.CONTINUATION, "says where the next one appeared")
    reading.claim(find_notes(reading.rows, reading.claimed), LineClass.CONTINUATION, "a note on the item above")
    contents = find_contents(reading.rows, reading.claimed)
    reading.headings |= find_headings(reading.rows, contents)
    reading.claim(sorted(contents), LineClass.FURNITURE, "table of contents")


def _hand_down(reading: _Reading) -> None:
    """What lines above the papers of a list say belongs to those papers: links, venue and year. Lines above several are
    their headings."""
    over = find_overlines(reading.rows, reading.claimed)
    if are_headings(reading.rows, over):
        for row in (reading.rows[at] for at in over):
            row.text, row.marker = take_urls(row.text)[0].strip(), ""
        reading.headings |= set(over)
        return
    for at, tag in over.items():
        row = reading.rows[at]
        links = (link for line in row.lines for link in reading.links.get(line, ()))
        reading.sources[at] = Source(tag, [*take_urls(row.text)[1], *links])
    reading.claim(over, LineClass.CONTINUATION, "belongs to the paper below it")


def _claim_table(reading: _Reading, table: Table) -> None:
    if table.named_at is not None:
        why = "names the columns: " + ", ".join(table.header.columns)
        reading.claim([table.named_at], LineClass.TABLE_HEADER, why)
    title = table.header.title_at is not None
    for row in table.rows:
        reading.claim(
            [row.at], LineClass.IGNORED, "a table row" if title else "row of a table without a column of titles"
        )
        reading.claim(
            row.rest, LineClass.CONTINUATION if title else LineClass.IGNORED, "goes on in the table row above"
        )


def _write(reading: _Reading, events: list[Event], tables: list[Table], style: Style) -> None:
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


def _enter(reading: _Reading, outline: Outline, waiting: list[Heading], *, first: bool) -> None:
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


def _note_heading(reading: _Reading, heading: Heading, why: str) -> None:
    reading.draft.note_all(heading.lead.row.lines, LineClass.HEADING, why)


def _write_passed(reading: _Reading, passed: Passed, outline: Outline) -> None:
    for lead in passed.lead.walk():
        row = lead.row
        if title := named_paper(row.text):
            reading.draft.items.append(
                Item(line=row.line_at(row.text.find(title)), title=title, section=outline.names, description=row.text)
            )
        reading.draft.note_all(row.lines, LineClass.IGNORED, passed.why)


def _write_listed(reading: _Reading, listed: Listed, outline: Outline) -> None:
    row, entry = listed.lead.row, listed.entry
    if source := reading.sources.get(listed.lead.at - 1):
        entry.add_tag(source.tag)
        entry.links.extend(source.links)
    if row.tag:
        entry.add_tag(row.tag)
    item = _item(entry, row, outline)
    beside = [lead for part in (*listed.lead.above, *listed.lead.below) for lead in part.walk()]
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

    title = entry.title
    return Item(
        line=locate(title),
        title=clean_title(title),
        whole=entry.whole if entry.whole in row.text else "",  # what was put together for reading is no title
        entry=row.text,
        locate=locate,
        exact=True,
        section=outline.names,
        year=entry.year,
        venue=entry.venue,
        heading_year=outline.tag.year,
        heading_venue=outline.tag.venue,
        keywords=entry.keywords,
        authors=entry.authors,
        links=entry.links,
        description=entry.description,
        abstract=entry.abstract,
        kind=lost_kind(entry, outline.names),
    )


def _write_table(reading: _Reading, table: Table, outline: Outline) -> None:
    for row in table.rows:
        if table.header.title_at is None or not row.entry.title:
            continue
        item = _item(row.entry, row.row, outline)
        item.kind = row.kind or item.kind
        item.paper_title = row.paper_title
        reading.draft.items.append(item)


def _place_quoted(reading: _Reading, outline: Outline, places: list[tuple[int, Event | Table]]) -> None:
    """Quoted BibTeX entries stand below the last heading above them."""
    headings = [what for _, what in places if isinstance(what, Heading)]
    for item in reading.draft.items:
        if not item.section:
            above = [h for h in headings if h.lead.row.line < item.line]
            item.section = () if not above or above[-1].lead.row.line == 1 else item.section
