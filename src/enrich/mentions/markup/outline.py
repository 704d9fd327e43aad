"""The blocks of a document in, its items out: follows headings, hands lists, tables and code to their readers.

Pure but for the draft it writes to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from enrich.mentions import sections
from enrich.mentions.bibtex.beside import join_quoted
from enrich.mentions.bibtex.reader import looks_like, read_entries
from enrich.mentions.entries.parts import Style
from enrich.mentions.items import Draft, Item
from enrich.mentions.markup.cards import call_people, names_authors, without_subtitles
from enrich.mentions.markup.conventions import learn_conventions
from enrich.mentions.markup.entries import details
from enrich.mentions.markup.entries.entry import PLAIN, read_flow, whole_title
from enrich.mentions.markup.folds import add_folded, add_titled, lift_folds, titled_folds
from enrich.mentions.markup.headings import (
    document_title,
    leads_to_paper,
    title_headings,
    without_refrains,
)
from enrich.mentions.markup.hours import drop_hours
from enrich.mentions.markup.keys import drop_keys
from enrich.mentions.markup.labels import fields_of
from enrich.mentions.markup.lists import listing
from enrich.mentions.markup.lists.bullets import list_bullets
from enrich.mentions.markup.lists.levels import join_markers, lower_papers
from enrich.mentions.markup.lists.terms import group_terms
from enrich.mentions.markup.model.blocks import (
    Block,
    Code,
    Fold,
    Heading,
    Listing,
    Paragraph,
    Table,
    lines_of,
    plain,
)
from enrich.mentions.markup.model.flow import flow_of
from enrich.mentions.markup.named import are_named, calls, put_people_below, titles_over_lists
from enrich.mentions.markup.paragraphs import begins_next, belongs_to_item, paragraph_items, shared_style, states_facts
from enrich.mentions.markup.quotations import drop_shortened, set_bibtex_as_code, settle_quotations
from enrich.mentions.markup.refrains import mark_refrains
from enrich.mentions.markup.tables import reader as tables
from enrich.mentions.shapes.days import without_day
from enrich.mentions.shapes.phrases import title_like
from enrich.records import LineClass

Section = tuple[str, ...]
_LABEL_LEVEL = 7  # of a bold line or a label that heads a list: below every heading
_LABEL_WORDS = 9


@dataclass(slots=True)
class _Part:
    """A part of a document while it is read: the headings in force, and the item that details would belong to."""

    base: Section
    draft: Draft
    path: list[tuple[int, str]] = field(default_factory=list)
    item: Item | None = None
    style: Style = PLAIN
    named: bool = False  # its markup says which paragraphs are titles
    called: bool = False  # a paragraph that they name so made the item
    met: list[tuple[Item, int | None]] = field(default_factory=list)  # items below days, and the years of these
    whole: bool = False  # all that follows the item, up to the next heading, belongs to it

    @property
    def section(self) -> Section:
        return (*self.base, *(text for _, text in self.path))

    def enter(self, level: int, text: str) -> None:
        """A heading: what it ends, and what it begins."""
        while self.path and self.path[-1][0] >= level:
            self.path.pop()
        self.path.append((level, text))
        self.item = None


def read(blocks: list[Block], draft: Draft) -> None:
    """Writes all items of a document to `draft`, with a note for every line that has text."""
    set_bibtex_as_code(blocks)
    drop_shortened(blocks)
    list_bullets(blocks)
    title = document_title(blocks)
    if title:
        draft.title = draft.title or plain(title.runs)
        draft.note_all(lines_of([title]), LineClass.HEADING, "the document's title")
    settle_quotations(blocks)
    drop_keys(blocks)
    drop_hours(blocks)
    mark_refrains(blocks)
    join_markers(blocks)
    draft.note_all(lower_papers(blocks), LineClass.CONTINUATION, "belongs to the paper below it")
    group_terms(blocks)
    draft.common = learn_conventions(blocks)
    read_part([block for block in blocks if block is not title], (), draft)
    join_quoted(draft, draft.quoted)
    for item in draft.items:
        if item.heading_year is None and item.heading_venue is None:
            item.heading_year, item.heading_venue = sections.heading_tag(item.section)


def read_part(blocks: Sequence[Block], section: Section, draft: Draft) -> None:
    """The same for a part below the headings of `section`."""
    part = _Part(section, draft)
    call_people(blocks)
    blocks = put_people_below(without_refrains(without_subtitles(blocks)))
    folds = titled_folds(blocks, draft.common)
    titled = title_headings(lift_folds(blocks, folds), draft.common)
    part.style = shared_style(blocks, draft.common)
    part.named = are_named(blocks)
    over = titles_over_lists(blocks, draft.common)
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        match block:
            case Heading():
                _read_heading(block, part, index in titled)
            case Paragraph() if index in over and _read_title(block, part):
                pass
            case Paragraph():
                _read_paragraph(block, following, part)
            case Listing() | Table():
                _read_group(block, part)
            case Code():
                _read_code(block, part)
            case Fold():
                _read_fold(block, part, index in folds)
    for item, year in part.met:
        item.year = item.year or year


def _read_heading(heading: Heading, part: _Part, is_title: bool) -> None:
    text = plain(heading.runs)
    lines = lines_of([heading])
    if is_title:
        while part.path and part.path[-1][0] >= heading.level:
            part.path.pop()
        if _read_title(heading, part):
            part.whole = True
            return
    part.draft.note_all(lines, LineClass.HEADING, "")
    if text:
        part.enter(heading.level, text)


def _read_title(block: Heading | Paragraph, part: _Part) -> bool:
    """Whether a block is read as nothing but the title of an item."""
    flow = flow_of(block.runs)
    reading = read_flow(flow, part.section)
    if reading is None:
        return False
    whole_title(reading, flow)
    if without_day(flow.text) != flow.text:  # of the meeting: what stands below says when the paper appeared
        part.met.append((reading.item, reading.item.year))
        reading.item.year = None
    part.draft.items.append(reading.item)
    part.item, part.whole, part.called = reading.item, False, False
    part.draft.note_all(lines_of([block]), LineClass.CONTINUATION, "of the item above")
    return True


def _read_paragraph(paragraph: Paragraph, following: Block | None, part: _Part) -> None:
    lines = lines_of([paragraph])
    if part.item and (part.whole or paragraph.quoted or _says_more(paragraph, part)):
        details.add_details(part.item, [paragraph])
        part.draft.note_all(lines, LineClass.CONTINUATION, "of the item above")
    elif _is_label(paragraph, following):
        part.draft.note_all(lines, LineClass.HEADING, "a line that heads the list below")
        part.enter(_LABEL_LEVEL, plain(paragraph.runs))
    elif part.item and states_facts(paragraph) and not begins_next(paragraph, part.item, part.style):
        details.add_details(part.item, [paragraph])
        part.draft.note_all(lines, LineClass.CONTINUATION, "of the item above")
    elif items := paragraph_items(paragraph, following, part.section, part.style):
        part.draft.items.extend(items)
        part.item, part.whole, part.called = items[-1], False, calls(paragraph, "title")
        part.draft.note_all(lines, LineClass.CONTINUATION, "of the item above")
    elif part.item and belongs_to_item(paragraph):
        details.add_details(part.item, [paragraph])
        part.draft.note_all(lines, LineClass.CONTINUATION, "of the item above")
    else:
        why = "words about the document" if plain(paragraph.runs) else "pictures and badges"
        part.draft.note_all(lines, LineClass.IGNORED if plain(paragraph.runs) else LineClass.FURNITURE, why)


def _says_more(paragraph: Paragraph, part: _Part) -> bool:
    """Whether a paragraph below a title that the markup calls so is none of them, and states no paper itself."""
    if not (part.item and part.called and part.named) or calls(paragraph, "title"):
        return False
    return not leads_to_paper(flow_of(paragraph.runs)) and not _states_other(paragraph, part.item, part)


def _states_other(paragraph: Paragraph, item: Item, part: _Part) -> bool:
    """Whether a paragraph names a title other than that of the item above, its authors, and its year or venue."""
    if any(run.hint == "authors" for run in paragraph.runs):
        return False
    stated = paragraph_items(paragraph, None, part.section, part.style)
    return any(each.authors and (each.year or each.venue) and each.title != item.title for each in stated)


def _is_label(paragraph: Paragraph, following: Block | None) -> bool:
    """Whether a paragraph heads the list below it: a short line in bold, or one that ends in a colon."""
    words = [run for run in paragraph.runs if run.text.strip() and not run.image]
    text = plain(paragraph.runs)
    if not isinstance(following, Listing | Table) or not words or len(text.split()) > _LABEL_WORDS:
        return False
    if any(run.url and not run.url.startswith("#") for run in words):
        return False
    return all(run.strong or run.emphasis for run in words) or text.endswith((":", "："))


def _read_group(block: Listing | Table, part: _Part) -> None:
    if part.item and part.whole:
        if _has_own_items(block):
            part.whole = False
        else:
            details.add_details(part.item, [block])
            part.draft.note_all(lines_of([block]), LineClass.CONTINUATION, "of the item above")
            return
    if part.item and isinstance(block, Listing) and not _has_own_items(block):
        details.add_details(part.item, [block])
        part.draft.note_all(lines_of([block]), LineClass.CONTINUATION, "of the item above")
        return
    part.item = None
    if isinstance(block, Listing):
        listing.read_listing(block, part.section, part.draft)
    else:
        tables.read_table(block, part.section, part.draft)


def _has_own_items(block: Listing | Table) -> bool:
    """Whether a list or table below an item holds items of its own."""
    if isinstance(block, Table):
        return len(block.rows) > 2 and not fields_of(block)
    return listing.states_items(block)


def _read_code(code: Code, part: _Part) -> None:
    last = code.line + code.text.count("\n")
    if looks_like(code.text):
        items = read_entries(code.text, code.line)
        for item in items:
            item.section = part.section
        part.draft.items.extend(items)
        part.draft.quoted.extend(items)
        part.draft.note_all(range(code.line, last + 1), LineClass.CONTINUATION, "of a BibTeX entry")
    part.draft.note_all(range(code.line, last + 1), LineClass.IGNORED, "code")


def _read_fold(fold: Fold, part: _Part, is_title: bool) -> None:
    summary = plain(fold.summary)
    lines = {run.line for run in fold.summary}
    inner = any(isinstance(block, Listing | Table | Heading | Fold) for block in fold.blocks)
    flow = flow_of(fold.summary)
    reading = None if inner and not is_title else read_flow(flow, part.section)
    titled = is_title or (title_like(summary) and names_authors(fold.blocks))
    if reading and titled and not reading.evident:
        whole_title(reading, flow)
    if reading and (reading.evident or titled):
        part.draft.items.append(reading.item)
        add_titled(reading.item, fold)
        part.draft.note_all(lines_of([fold]), LineClass.CONTINUATION, "of the item above")
    elif part.item and not inner:
        add_folded(part.item, fold)
        part.draft.note_all(lines_of([fold]), LineClass.CONTINUATION, "of the item above")
        for block in fold.blocks:
            if isinstance(block, Code):
                part.draft.note_all(
                    range(block.line, block.line + block.text.count("\n") + 1), LineClass.CONTINUATION, summary
                )
    else:
        part.draft.note_all(lines, LineClass.HEADING, "the summary of a folded part")
        read_part(fold.blocks, (*part.section, summary) if summary else part.section, part.draft)
