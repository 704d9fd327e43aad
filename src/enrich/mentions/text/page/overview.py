"""A first look over all leads of a page: what most of them have in common, by which one alone is judged.

In: the leads that begin something, and the style of the page's items. Out: a `Page`. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from enrich.mentions.entries.details import RowKind, add_detail
from enrich.mentions.entries.entry import read_entry, read_title
from enrich.mentions.entries.midyears import read_midyear, states_midyear
from enrich.mentions.entries.names.credits import poster_of, split_credit_line
from enrich.mentions.entries.parts import Entry, Style
from enrich.mentions.shapes.anchors import leading_name
from enrich.mentions.shapes.names import author_likeness
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.shapes.tags import Tag
from enrich.mentions.text.page.events import Listed
from enrich.mentions.text.page.leads import Lead
from enrich.mentions.text.page.outline import tidy

_SAMPLE = 300  # more lines say nothing new
# Titles of fewer words are rare.
TITLE_WORDS = 5
# Where this share of a page's title-like lines carries evidence of an item, a short line without any is a heading.
SYSTEMIC = 0.6
# Where nearly all lines without evidence are sentences, fewer with evidence will do: each has a remark below it.
_SPOKEN, _AMONG_SENTENCES = 0.9, 0.4
# Where so many titles of records have names behind them, those are their authors; else they belong to the titles.
_CREDITED = 0.4
_FEWEST_NOTED, _NOTED = 3, 0.8
_FEWEST_DATED, _DATED = 4, 0.6
_FEWEST_CITED, _CITED = 8, 0.8
# Labels of facts that nothing but papers have.
_CREDITS, _OF_PAPERS = ("author", "by:"), ("author", "by:", "abstract", "summary")
# A title has one abstract below it, perhaps a second remark; more sentences are items of a list.
MOST_PROSE = 2
EVIDENT_BELOW = frozenset({RowKind.AUTHORS, RowKind.NAMES, RowKind.LINKS, RowKind.VENUE, RowKind.DATE})


@dataclass(slots=True)
class Page:
    """What a decision about one lead needs to know of all the others."""

    style: Style
    tables: Mapping[int, object]  # positions of table headers
    entries: dict[int, Entry] = field(default_factory=dict)
    evident: bool = False  # most title-like lines carry venue, year, links or authors
    abstracts: bool = False  # most titles have an abstract below them
    loose: bool = False  # most items stand alone between blank lines
    labelled: bool = False  # nearly all list entries carry evidence or are as long as titles: the rest are labels
    cited: bool = False  # nearly all of those begin with their authors
    dated: bool = False  # a year stands behind nearly all titles of its records, and where they appeared behind that
    bare: bool = False  # the titles of its records stand on lines of their own
    noted: bool = False  # list entries are notes on the items above them: those carry evidence, the entries do not
    listed: bool = False  # most items stand in tables and lists

    def entry(self, lead: Lead) -> Entry:
        """The lead's own line, read once."""
        found = self.entries.get(lead.at)
        if found is None:
            found = read_midyear(lead.text) if self.dated else None
            found = self.entries[lead.at] = found or read_entry(lead.text, self.style)
            found.add_tag(Tag(None, lead.row.year))
        return found

    def evident_in(self, lead: Lead) -> bool:
        """Whether a line shows that it is an item: by its facts, or by the dash or the place in brackets in front that
        the items of the page have, "[arXiv] A Title.", which states no venue."""
        entry = self.entry(lead)
        tagged = self.style.habits.tagged and leading_name(lead.text) is not None
        return entry.evident or tagged or (self.style.dashed and entry.dashed)


def look_over(tops: list[Lead], style: Style, tables: Mapping[int, object]) -> Page:
    """What most title-like lines of a page have in common."""
    titled = sampled([lead for lead in tops if lead.titled], _SAMPLE)
    dated = sum(states_midyear(lead.text) for lead in titled)
    page = Page(style, tables, dated=dated >= max(_FEWEST_DATED, _DATED * len(titled)))
    likely = [lead for lead in tops if not lead.marked and lead.kind is RowKind.ENTRY and not lead.text.endswith(":")]
    likely = [lead for lead in likely if not stands_over_years(lead)]
    titles = [lead for lead in likely if len(lead.text.split()) >= TITLE_WORDS]
    sample = sampled(titles, _SAMPLE)
    evident = sum(has_evidence_below(lead) or page.evident_in(lead) for lead in sample)
    sentences = sum(lead.text.endswith(".") and not page.evident_in(lead) for lead in sample)
    share = SYSTEMIC if sentences < _SPOKEN * (len(sample) - evident) else _AMONG_SENTENCES
    page.evident = len(titles) >= 3 and evident >= share * len(sample)
    named = sum(page.entry(lead).authors_first for lead in sample)
    page.cited = page.evident and named >= max(_FEWEST_CITED, _CITED * evident)
    with_prose = sum(0 < sum(below.kind is RowKind.PROSE for below in lead.below) <= MOST_PROSE for lead in likely)
    page.abstracts = with_prose >= 3 and with_prose >= 0.5 * len(likely)
    stated = sum(bool(entry.authors or entry.year or entry.venue) for entry in map(page.entry, titled))
    page.bare = stated < _CREDITED * len(titled)
    alone = sum(lead.row.gap > 0 for lead in titles)
    entries = [below for lead in tops for below in lead.walk() if below.marked]
    marked = len(entries)
    sure = sum(page.evident_in(entry) or bool(entry.below) for entry in entries)
    page.labelled = sure >= SYSTEMIC * marked
    page.noted = _are_noted(page, tops)
    page.listed = bool(page.tables) or marked >= max(2, len(likely))
    page.loose = not page.listed and len(titles) >= 3 and alone >= SYSTEMIC * len(titles)
    return page


def _are_noted(page: Page, tops: list[Lead]) -> bool:
    """Whether nearly all unmarked lines above lists carry evidence of an item, and hardly any entry of those lists."""
    above = [lead for lead in tops if not lead.marked and any(below.marked for below in lead.below)]
    notes = [below for lead in above for below in lead.below if below.marked]
    items = sum(page.entry(lead).evident for lead in above)
    stated = (page.entry(below) for below in notes)
    others = sum(bool(entry.year or entry.venue or entry.authors) for entry in stated)
    return len(above) >= _FEWEST_NOTED and items >= _NOTED * len(above) and others <= (1 - _NOTED) * len(notes)


def has_note_below(page: Page, lead: Lead) -> bool:
    """Whether a line states a title, venue and year, and the list below it holds hardly more than a sentence."""
    entry, notes = page.entry(lead), [below for below in lead.below if below.marked]
    stated = bool(entry.year and entry.venue) and len(entry.title.split()) >= TITLE_WORDS
    stated = stated and lead.kind in (RowKind.ENTRY, RowKind.VENUE)
    spoken = all(note.text.endswith(".") and not is_citation(page, note) for note in notes)
    return stated and len(notes) < MOST_PROSE and spoken


def is_citation(page: Page, lead: Lead) -> bool:
    """Whether a line states authors and year, and the authors first, as the items of the page do."""
    entry = page.entry(lead)
    return page.style.authors_first and entry.authors_first and entry.year is not None


def has_evidence_below(lead: Lead) -> bool:
    """Whether a fact of a paper stands below a lead."""
    return any(below.kind in EVIDENT_BELOW or below.kind is RowKind.LABELLED for below in lead.below)


def stands_over_years(lead: Lead) -> bool:
    """Whether years hang in front of the entries below a line, which says who wrote those."""
    return any(below.row.year for below in lead.below)


def has_fact_below(lead: Lead) -> bool:
    """Whether authors, venue or year come first below an entry, so that it is no label of a list."""
    return lead.below[0].kind in EVIDENT_BELOW - {RowKind.LINKS} if lead.below else False


def stands_above(page: Page, lead: Lead) -> bool:
    """Whether a line stands above its authors or its abstract, and is thus a title and nothing else."""
    first = lead.below[0].kind if lead.below else None
    return first is RowKind.AUTHORS or (
        page.abstracts and any(below.kind is RowKind.PROSE and not below.marked for below in lead.below)
    )


def has_labelled_authors(lead: Lead) -> bool:
    """Whether a line below says who the authors are, so that the title names none."""
    return any(below.kind is RowKind.LABELLED and below.text.lower().startswith(_CREDITS) for below in lead.below)


def names_authors_below(lead: Lead) -> bool:
    """Whether authors stand below a line that is none itself, or a labelled fact."""
    if lead.kind is RowKind.AUTHORS:
        return False
    below = (each for each in lead.below if ":" in each.text[:-1] or not each.row.gap)  # the head of a sheet is none
    labelled = (each for each in below if each.kind is RowKind.LABELLED and ":" in each.text[:-1])
    return any(not each.fact or each.text.lower().startswith(_OF_PAPERS) for each in labelled) or any(
        below.kind is RowKind.AUTHORS for below in lead.below
    )


def is_credited_twice(entry: Entry, lead: Lead) -> bool:
    """Whether a title ends as names do, while those of its authors stand right below: "Paths, Spiders, and Combs"."""
    named = bool(entry.authors) and not (entry.year or entry.venue or entry.links)
    below = [row.text for row in lead.below[:1] if named and row.kind is RowKind.AUTHORS]
    if not below or not entry.authors_first:
        return bool(below)
    return bool(author_likeness(poster_of(below[0]) or below[0]) or split_credit_line(below[0]))


def list_item(page: Page, lead: Lead) -> Listed:
    """The lead's entry with the facts of all rows that belong to it."""
    bare = (lead.titled and page.bare) or has_labelled_authors(lead) or is_credited_twice(page.entry(lead), lead)
    if bare or (stands_above(page, lead) and not page.entry(lead).evident):
        entry = read_title(lead.text, page.style)
        entry.add_tag(Tag(None, lead.row.year))
    else:
        entry = page.entry(lead)
    for beside in (*lead.above, *lead.below):
        for row in beside.walk():
            add_detail(entry, row.text, row.kind)
    return Listed(lead.at, lead, entry)


def stands_among(page: Page, lead: Lead, previous: Lead | None, following: Lead | None) -> bool:
    """Whether a line as long as titles are stands right between such lines, or behind an item, with no blank line."""
    if previous is None or following is None or previous.below or lead.below or lead.row.gap or following.row.gap:
        return False
    bare = all(map(_may_be_bare_title, (previous, lead, following)))
    return len(tidy(lead.text).split()) >= TITLE_WORDS and (page.evident_in(previous) or bare)


def _may_be_bare_title(lead: Lead) -> bool:
    """Whether a line is as long as titles are, and states no figure, as facts do."""
    figures = any(map(str.isdigit, lead.text))
    return lead.kind is RowKind.ENTRY and len(lead.text.split()) >= TITLE_WORDS and not figures


def tells_of_page(lead: Lead) -> bool:
    """Whether below the first line stand only a term, a place or people: of a course, and no facts of a paper."""
    kinds = {below.kind for below in lead.below}
    return not kinds & {RowKind.AUTHORS, RowKind.NAMES, RowKind.LINKS, RowKind.PROSE} and not any(
        row.text.lower().startswith(("author", "abstract", "by ")) for row in (below.row for below in lead.below)
    )
