"""A page of text in, its draft out: the steps of this room in their order, and a note for every line."""

from __future__ import annotations

import re
from dataclasses import replace

from enrich.mentions.bibtex.beside import join_quoted
from enrich.mentions.entries.learned.style import learn_style
from enrich.mentions.items import Draft
from enrich.mentions.shapes.anchors import take_urls
from enrich.mentions.text.asides.contents import find_contents, find_headings
from enrich.mentions.text.asides.figures import find_figures
from enrich.mentions.text.asides.fragments import DOUBT, find_fragments
from enrich.mentions.text.asides.frames import find_frames
from enrich.mentions.text.asides.furniture import mark_furniture
from enrich.mentions.text.asides.indexes import find_indexes
from enrich.mentions.text.asides.labels import drop_labels
from enrich.mentions.text.asides.leftovers import drop_leftovers
from enrich.mentions.text.asides.logs import find_logs
from enrich.mentions.text.asides.menus import find_sections
from enrich.mentions.text.asides.overlines import are_headings, find_overlines
from enrich.mentions.text.asides.quoted import find_quoted, read_quoted
from enrich.mentions.text.asides.repeats import REPEATED, find_notes, find_repeats
from enrich.mentions.text.asides.sources import Source, find_sources
from enrich.mentions.text.asides.tours import drop_openings
from enrich.mentions.text.asides.underheads import find_underheads
from enrich.mentions.text.drawn.ruled import undraw
from enrich.mentions.text.lines.endlinks import take_end_links
from enrich.mentions.text.lines.footlinks import find_footlinks, restore_links
from enrich.mentions.text.lines.footnotes import take_footnotes
from enrich.mentions.text.lines.letters import open_letter
from enrich.mentions.text.lines.rows import read_rows
from enrich.mentions.text.lines.signedtitles import take_signs
from enrich.mentions.text.markers.schedules import find_idle_days, find_presenters
from enrich.mentions.text.page.leads import read_leads
from enrich.mentions.text.page.reader import read_page
from enrich.mentions.text.page.sections import read_sections
from enrich.mentions.text.printed.hyphens import find_broken, join_broken
from enrich.mentions.text.printed.sheets import clear_edges
from enrich.mentions.text.reading import Reading
from enrich.mentions.text.records.displays import read_displays
from enrich.mentions.text.records.exports import read_exports
from enrich.mentions.text.records.reader import read_records
from enrich.mentions.text.tables.cells import drop_signs
from enrich.mentions.text.tables.reader import find_names, find_tables
from enrich.mentions.text.tables.tablerows import Table
from enrich.mentions.text.writing import write
from enrich.records import Document, LineClass

_UNBREAKING = re.compile(r"(?<=\S)[\u00a0\u202f](?=\S)")  # between words it parts them as any blank does


def read(document: Document) -> Draft:
    """All items of a page of plain text, with a note for every line that is not blank."""
    letter = open_letter(_UNBREAKING.sub(" ", document.text))
    text, edges = clear_edges(letter)
    if exported := read_exports(letter):  # exports count their records as printers their sheets
        return _read_beside(document, letter, exported)
    if records := read_records(text) or read_displays(text):
        return records
    page = undraw(text)
    reading = Reading(document, read_rows(page.text, page.skipped | edges))
    broken = find_broken(text, edges)
    join_broken(reading.rows, broken)
    reading.draft.note_all(sorted(edges), LineClass.FURNITURE, "printed at the edge of a sheet")
    reading.draft.note_all(sorted(page.rules), LineClass.FURNITURE, "a rule of a table")
    reading.draft.note_all(sorted(page.rests), LineClass.CONTINUATION, "goes on in the table row above")
    take_signs(reading.rows)
    _set_aside(reading)
    tables = find_tables(reading.rows, reading.claimed | dict.fromkeys(reading.headings, "a heading"))
    reading.headings |= find_names(reading.rows, tables, reading.claimed)
    for table in tables:
        _claim_table(reading, table)
    for at, row in enumerate(reading.rows):
        if at not in reading.claimed:
            drop_signs(row)
    style = learn_style(row.text for at, row in enumerate(reading.rows) if at not in reading.claimed and not row.credit)
    leads = read_leads(reading.rows, reading.claimed, reading.headings, reading.sources)
    join_broken(reading.rows, broken)  # further lines have joined them
    starts = {table.start: table for table in tables}
    events = read_sections(read_page(leads, style, starts), style, starts)
    write(reading, events, tables, style)
    join_quoted(reading.draft, reading.quoted)
    return reading.draft


def _read_beside(document: Document, text: str, exported: Draft) -> Draft:
    """The draft of exported records with what stands beside them, if anything is left."""
    left = [line if at not in exported.lines else "" for at, line in enumerate(text.split("\n"), start=1)]
    if any(map(str.strip, left)):
        page = read(replace(document, text="\n".join(left)))
        exported.items.extend(page.items)
        exported.lines.update(page.lines)
    return exported


def _set_aside(reading: Reading) -> None:
    """Fragments, furniture, quoted BibTeX and tables of contents."""
    if fragments := find_fragments(reading.rows):
        reading.draft.doubt = DOUBT
        reading.claim(fragments, LineClass.IGNORED, "a phrase shorter than titles are")
    for foot in find_footlinks(reading.rows):
        reading.claim(range(foot.start, foot.end), LineClass.FURNITURE, "the address of a numbered link")
        reading.add_links(restore_links(reading.rows, foot))
    reading.headings |= {at for at, row in enumerate(reading.rows) if row.heading}
    beside = [at for at, row in enumerate(reading.rows) if row.beside]
    reading.claim(beside, LineClass.FURNITURE, "stands between the talks of a programme")
    drop_openings(reading.rows)
    drop_labels(reading.rows)
    drop_leftovers(reading.rows)
    footnotes = take_footnotes(reading.rows)
    reading.claim(footnotes.notes, LineClass.CONTINUATION, "a footnote of an item above")
    reading.add_links(footnotes.links)
    reading.claim(find_figures(reading.rows, reading.claimed), LineClass.FURNITURE, "a table of figures")
    quoted = find_quoted(reading.rows)
    if quoted:
        reading.quoted = read_quoted(reading.document, reading.rows, quoted).items
        reading.draft.items.extend(reading.quoted)
        for start, end in quoted:
            reading.claim(range(start, end), LineClass.CONTINUATION, "part of a BibTeX entry")
    reading.claim(find_frames(reading.rows, reading.claimed), LineClass.FURNITURE, "the frame of several pages")
    for at, why in mark_furniture(reading.rows, reading.claimed).items():
        reading.claim([at], LineClass.FURNITURE, why)
    menus, sections = find_sections(reading.rows)
    reading.claim(menus, LineClass.FURNITURE, "names the sections of the page")
    reading.headings |= sections
    reading.claim(find_logs(reading.rows, reading.claimed), LineClass.FURNITURE, "what was done to the page")
    _hand_down(reading)
    underheads = find_underheads(reading.rows, reading.claimed)
    for at in underheads:
        reading.headings.add(at - 1)
        reading.rows[at - 1].marker = ""
    reading.claim(underheads, LineClass.FURNITURE, "comes back below the headings of the page")
    reading.claim(find_repeats(reading.rows, reading.claimed), LineClass.FURNITURE, REPEATED)
    reading.claim(find_idle_days(reading.rows, reading.claimed), LineClass.FURNITURE, "a day on which nobody meets")
    reading.claim(find_presenters(reading.rows, reading.claimed), LineClass.FURNITURE, "a day, and who presents")
    sources = find_sources(reading.rows, reading.claimed)
    reading.sources |= sources
    reading.claim(sources, LineClass.CONTINUATION, "says where the next one appeared")
    reading.claim(find_notes(reading.rows, reading.claimed), LineClass.CONTINUATION, "a note on the item above")
    reading.claim(find_indexes(reading.rows, reading.claimed), LineClass.FURNITURE, "an index, and its pages")
    contents = find_contents(reading.rows, reading.claimed)
    reading.headings |= find_headings(reading.rows, contents)
    reading.claim(sorted(contents), LineClass.FURNITURE, "table of contents")
    reading.add_links(take_end_links(reading.rows))  # without their links, lines look as if they came again


def _hand_down(reading: Reading) -> None:
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


def _claim_table(reading: Reading, table: Table) -> None:
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
