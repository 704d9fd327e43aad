"""Sections that are written otherwise than their page, as lists of many contributors have them: they are read again,
by what their own items have in common.

In: the events of a page and the style of its items. Out: the same events, each item as its section writes it; lines
that were passed over are items where that style shows it of most of them. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping

from enrich.mentions.entries.details import RowKind
from enrich.mentions.entries.learned.style import learn_section
from enrich.mentions.entries.parts import Style
from enrich.mentions.text.page.events import Event, Heading, Listed, Passed
from enrich.mentions.text.page.overview import list_item, look_over

# Fewer items say too little of how a section is written. By judgement: 5 to 12 read the lists of the tests alike.
_FEWEST = 8


def read_sections(events: list[Event], style: Style, tables: Mapping[int, object]) -> list[Event]:
    """The events of a page; the entries of sections that have a style of their own are read by it."""
    sections = _part(events)
    if len(sections) == 1:
        return events
    return [event for section in sections for event in _read_section(section, style, tables)]


def _part(events: list[Event]) -> list[list[Event]]:
    """Events parted at headings, where enough entries stand above for a section of their own."""
    sections: list[list[Event]] = [[]]
    entries = 0
    for event in events:
        if isinstance(event, Heading) and entries >= _FEWEST:
            sections.append([])
            entries = 0
        entries += _is_entry(event)
        sections[-1].append(event)
    return sections


def _is_entry(event: Event) -> bool:
    """Whether an event is an item, or might be one if its line showed it."""
    loose = isinstance(event, Passed) and event.lead.kind is RowKind.ENTRY and not event.lead.aside
    return isinstance(event, Listed) or loose


def _read_section(section: list[Event], style: Style, tables: Mapping[int, object]) -> list[Event]:
    leads = [event.lead for event in section if _is_entry(event)]
    if len(leads) < _FEWEST:
        return section
    own = learn_section((lead.text for top in leads for lead in top.walk()), style)
    if own == style:
        return section
    page = look_over(leads, own, tables)
    return [
        list_item(page, event.lead)
        if isinstance(event, Listed) or (page.evident and _is_entry(event) and page.evident_in(event.lead))
        else event
        for event in section
    ]
