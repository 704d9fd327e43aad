"""Leads in, events out: which leads are headings, which are items, and which are neither.

One line alone hardly tells a heading from a title. What tells is what stands below and beside it, and what most
lines of the page look like. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from enrich.mentions.entries.details import RowKind
from enrich.mentions.entries.parts import Style
from enrich.mentions.links import names_paper
from enrich.mentions.shapes.anchors import take_urls
from enrich.mentions.shapes.days import ends_in_hours
from enrich.mentions.shapes.names import is_single_name
from enrich.mentions.shapes.tags import parse_tag
from enrich.mentions.shapes.words import has_letters
from enrich.mentions.text.page.events import Event, Heading, Passed
from enrich.mentions.text.page.leads import Lead
from enrich.mentions.text.page.outline import is_serial
from enrich.mentions.text.page.overview import (
    EVIDENT_BELOW,
    MOST_PROSE,
    SYSTEMIC,
    TITLE_WORDS,
    Page,
    has_evidence_below,
    has_fact_below,
    has_note_below,
    is_citation,
    list_item,
    look_over,
    names_authors_below,
    stands_among,
    stands_over_years,
    tells_of_page,
)

_HEADING_WORDS, _SHORTEST_TITLE, _LABEL_WORDS = 8, 3, 2  # headings of more are rare
_ASIDE = re.compile(r"\([^()]*\)")  # the days of a week
# Pagers print the headings of Markdown with their signs.
_SIGNED = re.compile(r"#{1,6}\s+\S")
# How lists call themselves in their titles.
_NAMES_LIST = re.compile(
    r"\b(?:awesome|papers|list|readings?|course|seminar|resources|bibliography|publications|collection"
    r"|literature|references)\b",
    re.I,
)


def read_page(tops: list[Lead], style: Style, tables: Mapping[int, object]) -> list[Event]:
    """Headings, items and the rest, in the order of the page."""
    page = look_over(tops, style, tables)
    events: list[Event] = []
    for position, lead in enumerate(tops):
        following = tops[position + 1] if position + 1 < len(tops) else None
        previous = tops[position - 1] if position else None
        _resolve_top(page, lead, previous, following, events)
    return events


def _resolve_top(page: Page, lead: Lead, previous: Lead | None, following: Lead | None, events: list[Event]) -> None:
    if _SIGNED.match(lead.text):
        events.append(Heading(lead.at, _alone(lead)))
        for position, below in enumerate(lead.below):
            following = lead.below[position + 1] if position + 1 < len(lead.below) else None
            _resolve_top(page, below, None, following, events)
    elif lead.titled and not any(map(_may_be_listed, lead.below)):
        events.append(list_item(page, lead))
    elif lead.marked:
        _resolve_marked(page, lead, events)
    elif any(below.marked and not (lead.aside and below.fact) for below in lead.below):
        _resolve_over_list(page, lead, events)
    else:
        _resolve_bare(page, lead, previous, following, events)


def _resolve_over_list(page: Page, lead: Lead, events: list[Event]) -> None:
    """An unmarked line above list entries: a title with its facts or notes below it, or the heading of a list."""
    noted = page.noted and page.entry(lead).evident
    if stands_over_years(lead):
        events.append(Heading(lead.at, lead))
        _resolve_below(page, lead, events)
        return
    first, marked = lead.below[0], [below for below in lead.below if below.marked]
    named = first.kind is RowKind.AUTHORS and not (first.marked or first.row.gap)
    items = sum(bool(each.below) or page.entry(each).evident for each in marked)
    if named and page.evident and lead.kind is RowKind.ENTRY and marked[0].row.gap and items * 2 > len(marked):
        events.append(list_item(page, replace(lead, below=[below for below in lead.below if not below.marked])))
        for below in marked:
            _resolve_marked(page, below, events)
        return
    told = noted or _has_link_below(lead) or _is_credited(page, lead, marked)
    if has_note_below(page, lead) or (lead.kind is RowKind.ENTRY and told):
        events.append(list_item(page, lead))
        return
    facts = sum(not below.below and (below.kind in EVIDENT_BELOW or below.kind is RowKind.LABELLED) for below in marked)
    prose = sum(below.kind is RowKind.PROSE for below in marked)
    items = sum(bool(below.below) or (below.kind is RowKind.ENTRY and page.entry(below).evident) for below in marked)
    entries = sum(below.kind is RowKind.ENTRY or bool(below.below) for below in marked)
    described = (
        facts + prose > 0
        and not (len(lead.text.split()) < _SHORTEST_TITLE and {below.kind for below in marked} == {RowKind.LINKS})
        and entries <= facts + prose
        and prose <= facts + MOST_PROSE
        and facts + prose >= items
    )
    if described and not lead.text.endswith((":", "：")) and lead.kind is RowKind.ENTRY:
        events.append(list_item(page, lead))
        return
    long = len(lead.text.split()) > 3 * _HEADING_WORDS and not is_citation(page, lead)
    if lead.kind is RowKind.PROSE or (lead.kind is RowKind.ENTRY and long):
        events.append(Passed(lead.at, _alone(lead), "a sentence, no item"))
    elif (
        lead.kind is RowKind.ENTRY
        and page.entry(lead).evident
        and not parse_tag(lead.text)
        and not lead.text.endswith(":")
        and len(lead.text.split()) >= TITLE_WORDS
    ):
        events.append(list_item(page, _alone(lead)))
    else:
        events.append(Heading(lead.at, lead))
    _resolve_below(page, lead, events)


def _is_credited(page: Page, lead: Lead, marked: list[Lead]) -> bool:
    """Whether names stand right below a line, and but a remark or two that are no items themselves are marked."""
    named = lead.below[0].kind is RowKind.AUTHORS and not lead.below[0].marked
    return named and len(marked) <= MOST_PROSE and not any(page.entry(each).evident or each.below for each in marked)


def _resolve_below(page: Page, lead: Lead, events: list[Event]) -> None:
    for below in lead.below:
        if below.marked:
            _resolve_marked(page, below, events)
        else:
            events.append(Passed(below.at, below, "a sentence about the section"))


def _has_link_below(lead: Lead) -> bool:
    """Whether a paper's address alone stands right below a line as long as titles are."""
    below = lead.below[0]
    own = below.kind is RowKind.LINKS and not below.marked and len(lead.text.split()) >= TITLE_WORDS
    return own and any(names_paper(link.url) for link in take_urls(below.text)[1])


def _may_be_listed(lead: Lead) -> bool:
    """Whether a line is an entry of a list, and no field of a record."""
    return lead.marked and lead.kind is RowKind.ENTRY and not lead.aside


def _is_label(text: str) -> bool:
    return len(text.split()) <= _LABEL_WORDS and ":" not in text


def _alone(lead: Lead) -> Lead:
    return Lead(lead.row, lead.kind, lead.at)


def _resolve_marked(page: Page, lead: Lead, events: list[Event]) -> None:
    """A list entry: an item, with facts or further items below it; or the label of a nested list."""
    nested = [below for below in lead.below if below.kind is RowKind.ENTRY and below.marked]
    own = page.entry(lead)
    evident = [below for below in nested if page.entry(below).evident or below.below]
    short = not own.evident and len(lead.text.split()) <= _HEADING_WORDS
    label = short and (bool(evident) or not has_fact_below(lead))
    titles = [below for below in nested if len(below.text.split()) >= TITLE_WORDS - 1]
    if (
        nested
        and label
        and (len(evident) >= 0.5 * len(nested) or len(titles) >= SYSTEMIC * len(nested))
        and len(nested) >= len(lead.below) / 2
    ):
        events.append(Heading(lead.at, lead))
        for below in lead.below:
            _resolve_marked(page, below, events) if below.marked else events.append(
                Passed(below.at, below, "a sentence about the section")
            )
        return
    said = lead.row.prose and not own.evident and all(below.row.prose for below in lead.below)
    if said or not has_letters(lead.text):
        events.append(Passed(lead.at, lead, "of an abstract" if said else "no word"))
        return
    timed = lead.aside and ends_in_hours(lead.text)
    if timed or ((lead.aside or lead.fact) and not own.evident and not names_authors_below(lead)):
        why = "beside the records of the page" if lead.aside else "a fact that comes again and again"
        events.append(Passed(lead.at, lead, why))
        return
    if page.labelled and not lead.below and not own.evident and _is_label(lead.text):
        events.append(Heading(lead.at, lead))
        return
    if (
        evident
        and own.evident
        and len(evident) >= SYSTEMIC * len(nested)
        and all(page.entry(b).year or page.entry(b).venue for b in evident)
    ):
        rest = [below for below in lead.below if below not in nested]
        events.append(list_item(page, Lead(lead.row, lead.kind, lead.at, rest)))
        for below in nested:
            _resolve_marked(page, below, events)
        return
    events.append(list_item(page, lead))


def _resolve_bare(page: Page, lead: Lead, previous: Lead | None, following: Lead | None, events: list[Event]) -> None:
    """An unmarked line without a list below it."""
    if _is_heading(page, lead, previous, following):
        events.append(Heading(lead.at, lead))
        events.extend(Passed(below.at, below, "a sentence about the section") for below in lead.below)
    elif (page.style.quoted and page.entry(lead).quoted) or (
        lead.kind in (RowKind.ENTRY, RowKind.NAMES) and _is_item(page, lead, previous, following)
    ):
        events.append(list_item(page, lead))
    else:
        why = "a sentence, no item" if lead.kind is RowKind.PROSE else f"{lead.kind.value} without a title"
        events.append(Passed(lead.at, lead, why))


def _is_heading(page: Page, lead: Lead, previous: Lead | None, following: Lead | None) -> bool:
    words = len(lead.text.split())
    if lead.titled:
        return False
    if lead.kind in (RowKind.VENUE, RowKind.DATE, RowKind.HEADING):
        return True
    if page.style.quoted and page.entry(lead).quoted:
        return False
    if lead.kind not in (RowKind.ENTRY, RowKind.NAMES) or words > 2 * _HEADING_WORDS:
        return False
    if lead.at + 1 in page.tables:
        return True
    if page.style.quoted and not lead.below and words <= _HEADING_WORDS and not page.entry(lead).quoted:
        return True
    if lead.text.endswith((":", "：")):
        return True
    if previous is None and lead.at == 0 and (is_single_name(lead.text) or (lead.below and tells_of_page(lead))):
        return True  # whose page it is, or what about
    evident = page.evident_in(lead)
    entry = page.entry(lead)
    if (
        page.cited
        and words <= _HEADING_WORDS
        and (lead.text.isupper() or not (entry.authors or entry.venue or entry.links))
    ):
        return True  # of a week, a module: all that is read there names its authors first
    if not evident and _is_session(lead):
        return True
    if evident or has_evidence_below(lead):
        return False
    with_prose = any(below.kind is RowKind.PROSE for below in lead.below)
    if with_prose:
        named = previous is None and (page.evident or page.listed) and _NAMES_LIST.search(lead.text) is not None
        return not page.abstracts and (words < TITLE_WORDS or named)
    if words > _HEADING_WORDS or lead.text.endswith((".", "!")):
        return previous is None and _NAMES_LIST.search(lead.text) is not None and words <= 2 * _HEADING_WORDS
    return _stands_over(page, lead, previous, following)


def _is_session(lead: Lead) -> bool:
    """Whether a line names a meeting of a course: "Lecture 3: Some Topic", with no fact of a paper right below it."""
    short = is_serial(lead.text) and len(_ASIDE.sub("", lead.text).split()) <= _HEADING_WORDS
    return short and not any(below.kind in EVIDENT_BELOW for below in lead.below)


def _stands_over(page: Page, lead: Lead, previous: Lead | None, following: Lead | None) -> bool:
    """Whether a short line without evidence stands over what follows rather than among it."""
    short = len(lead.text.split()) < TITLE_WORDS and ": " not in lead.text
    if stands_among(page, lead, previous, following):
        return False
    if page.evident or page.listed or (previous is None and _NAMES_LIST.search(lead.text)):
        return True
    if page.abstracts:
        return short
    alone = lead.row.gap > 0 and (following is None or following.row.gap > 0)
    opens = lead.row.gap > 0 and following is not None and following.row.gap == 0
    if page.loose:
        return short
    return alone or (opens and short) or (short and previous is None)


def _is_item(page: Page, lead: Lead, previous: Lead | None, following: Lead | None) -> bool:
    if lead.titled:
        return True
    if lead.at + 1 in page.tables and lead.text.endswith("."):
        return False  # the caption of a table
    if lead.aside:
        return len(lead.text.split()) >= TITLE_WORDS and names_authors_below(lead)
    if page.evident_in(lead) or lead.below:
        return True
    words = len(lead.text.split())
    if lead.text.endswith("!") or (page.style.quoted and lead.text.endswith(".")):
        return False
    if page.evident or page.listed:
        return words >= TITLE_WORDS and not lead.text.endswith(".")
    tight = lead.row.gap == 0 or (following is not None and following.row.gap == 0)
    return words >= TITLE_WORDS or tight
