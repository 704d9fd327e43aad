"""Entries whose parts stand between bars: "2016-04 | A Title | Jane Roe, Max Poe | The Journal | code".

In: the texts of a page's items. Out: what comes again behind the people, which are venues; and the parts of one text.
No venue is known beforehand. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from enrich.mentions.entries.facts import read_rest
from enrich.mentions.entries.parts import Entry
from enrich.mentions.shapes.anchors import is_anchor, take_urls
from enrich.mentions.shapes.names import is_single_name, names_people, split_authors
from enrich.mentions.shapes.tags import parse_name, parse_tag, parse_year
from enrich.mentions.shapes.words import has_words

_BAR, _TITLE_WORDS = " | ", 3
# By judgement: fewer are chance. So many of all items are cells between bars; so many of those have a title that is
# long enough and people behind it; and of what stands behind the people so much comes again.
_FEWEST, _SHARE, _USUAL, _AGAIN = 6, 0.4, 0.8, 0.5


@dataclass(slots=True)
class _Cells:
    """The cells of an item, those of links left out: when it appeared, its title, and what stands behind that."""

    year: int | None
    title: str
    facts: list[str]


def learn_barred(texts: Iterable[str]) -> frozenset[str]:
    """The venues that come again behind the people of a page's items, where bars part those from their titles."""
    listed = list(texts)
    rows = [cells for text in listed if (cells := _cells_of(text))]
    if len(rows) < max(_FEWEST, _SHARE * len(listed)):
        return frozenset()
    titled = sum(has_words(row.title, _TITLE_WORDS) and not names_people(row.title) for row in rows)
    credited = [row for row in rows if names_people(row.facts[0])]
    if min(titled, len(credited)) < _USUAL * len(rows):
        return frozenset()
    places = Counter(row.facts[1] for row in credited if len(row.facts) > 1)
    again = {place for place, count in places.items() if count > 1 and parse_name(place)}
    named = sum(map(is_single_name, again)) * 2 > len(again)
    told = sum(places[place] for place in again) >= _AGAIN * len(credited)
    return frozenset(again) if told and not named else frozenset()


def read_barred(text: str, places: frozenset[str]) -> Entry | None:
    """The parts of an item between bars, on a page that has `places` there; None of any other item."""
    bare, links = take_urls(text) if places and _BAR in text else ("", [])
    cells = _cells_of(bare)
    if not cells:
        return None
    entry = Entry(title=cells.title, year=cells.year, links=links, whole=cells.title)
    facts = _part_remark(cells.facts, places)
    if facts[0] not in places and (names_people(facts[0]) or len(facts) > 1):
        entry.authors, facts = split_authors(facts[0]), facts[1:]
    if facts and (facts[0] in places or entry.authors) and (name := parse_name(facts[0])):
        entry.add_tag(parse_tag(facts[0]))
        entry.venue, facts = entry.venue or name, facts[1:]
    if facts:
        read_rest(_BAR.join(facts), entry)
    return entry


def _part_remark(facts: list[str], places: frozenset[str]) -> list[str]:
    """Cells, the last one without the remark that begins small behind a venue: "The Journal read this first"."""
    words = facts[-1].split()
    for end in range(len(words) - 1, 0, -1):
        if words[end].islower() and " ".join(words[:end]) in places:
            return [*facts[:-1], " ".join(words[:end]), " ".join(words[end:])]
    return facts


def _cells_of(text: str) -> _Cells | None:
    """The cells of a text with bars; None where nothing stands behind its title."""
    cells = [cell.strip() for cell in text.split(_BAR)] if _BAR in text else []
    year = parse_year(cells[0]) if cells else None
    title, *facts = cells[year is not None :] or [""]
    facts = [fact for fact in facts if not is_anchor(fact)]
    return _Cells(year, title, facts) if title and facts else None
