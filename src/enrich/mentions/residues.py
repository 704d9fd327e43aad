"""What the titles of a page have in common is no part of them.

Readers tell titles from what stands beside them by the shape of each entry. A page may put things there that no reader
foresaw: presenters, codes, venues behind a sign of its own. It does so again and again, though, and titles differ. So
when all is read, the titles themselves are looked at: where most of them can be cut at the same place, and what is cut
off are years, people or a few values that recur, it goes. Titles alone are safe: of 137,690 titles in 1,500 pages drawn
at random from fields of arXiv none was cut.

In: the items of a draft. Out: the same items, shorter where that is called for. Nothing cut off is lost: it becomes
year, authors, venue or keyword. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from enrich.mentions import cuts
from enrich.mentions.cuts import Cut
from enrich.mentions.items import Item
from enrich.mentions.phrases import without_year
from enrich.mentions.tags import YEAR, find_year, parse_tag, parse_venue
from enrich.mentions.text.names import NO, author_likeness, is_single_name, is_surname, split_authors
from enrich.mentions.text.schedules import A_DAY
from enrich.mentions.text.venues import names_publication
from enrich.mentions.text.words import is_acronym
from enrich.records import MentionKind

_FEWEST, _TITLE_WORDS = 8, 3  # titles that are looked at together, and the words of one
_FEWEST_CUT, _WORDS_LEFT = 6, 2
_SAMPLE = 120  # titles; more say nothing new
_ROUNDS = 6  # things that stand beside a title
_FIT = 0.85  # of what is cut off must be of one nature
_SECTION_DEPTHS = (1, 2, 3)
_MORE_IN_SECTIONS = 0.2  # a section has fewer titles, so more of them must agree
# A few values recur: so many are told again, and so few are unlike each other.
_RECURRING, _UNLIKE = 0.8, 0.34
# No sign stands between a column and the titles beside it: more is asked.
_COLUMN, _COLUMN_UNLIKE, _COLUMN_VALUES = 0.9, 0.12, 3
_FEW_ALONE = 0.5  # of a page's entries have no authors, or no venue, where most have
_OWN = 0.8  # of what each title has for itself are unlike each other
_PEOPLE_SHARE = 0.2  # of residues that name people name more than one
_OPEN_END = re.compile(r"\s*[\[(]\s*$")
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)|['’]\d\d(?!\d)")


class Nature(Enum):
    """What a residue is when seen alone: a tag or a day as a whole, or with a year somewhere in it, or names."""

    TAG = "tag"
    DATED = "dated"
    PEOPLE = "people"
    UNKNOWN = "unknown"


_TAG, _FACTS = frozenset({Nature.TAG}), frozenset({Nature.TAG, Nature.DATED})
_ANY = _FACTS | {Nature.PEOPLE}


@dataclass(frozen=True, slots=True)
class _Place:
    """One place where titles are cut: in what share of them, at least, and what may stand there beside values that
    recur. `unlike`: what is there may be each
    title's own, a short name or a number."""

    cut: Cut
    share: float = 0.5
    natures: frozenset[Nature] = _ANY
    unlike: bool = False
    column: bool = False


_NAMES = _Place(cuts.at_names)
_VENUE_PLACES = tuple(
    map(
        _Place,
        (
            cuts.at_bracket_behind,
            cuts.at_last_comma,
            cuts.at_last_stop,
            cuts.at_question,
            cuts.at_last_bar,
            cuts.at_first_colon,
        ),
    )
)
# In the order in which they are tried. Shares by the base rate in titles: 2 of 100 end in brackets, 20 have a comma, 30
# a colon, which nobody's name stands before.
_PLACES = (
    _Place(cuts.at_bracket_behind, 0.4),
    _Place(cuts.at_bracket_before, 0.4, unlike=True),
    _Place(cuts.at_day, natures=_TAG),
    _Place(cuts.at_number, natures=frozenset(), unlike=True),
    _Place(cuts.at_year_before, natures=_TAG),
    _Place(cuts.at_year_behind, natures=_FACTS),
    _Place(cuts.at_last_bar),
    _Place(cuts.at_first_bar, natures=_TAG | {Nature.PEOPLE}),
    _Place(cuts.at_bracketed_year, natures=_FACTS),
    _Place(cuts.at_last_comma, natures=_FACTS),  # one word that recurs is a venue, before it is a surname
    _NAMES,
    _Place(cuts.at_last_comma),
    _Place(cuts.at_last_stop, natures=_FACTS),
    _Place(cuts.at_first_colon, natures=_TAG),
    *(_Place(cuts.last_words(count), 0.8, frozenset(), column=True) for count in (1, 2)),
    *(_Place(cuts.first_words(count), 0.8, frozenset(), column=True) for count in (1, 2)),
)


@dataclass(frozen=True, slots=True)
class _Habit:
    """What a page was seen to put at a place: values in small letters, things of some nature, or any name at all."""

    place: _Place
    values: frozenset[str] = frozenset()
    natures: frozenset[Nature] = frozenset()
    anything: bool = False
    people: bool = False  # whether it names people, for one name alone has the form of a venue's

    def takes(self, residue: str) -> bool:
        return self.anything or residue.casefold() in self.values or nature_of(residue) in self.natures


def trim(items: Iterable[Item]) -> None:
    """Cuts off from the titles of a page what they have in common, then from those of each section."""
    titled = [item for item in items if item.kind in (None, MentionKind.PAPER)]
    for item in titled:
        item.title = _OPEN_END.sub("", item.title)
    titled = [item for item in titled if len(item.title.split()) >= _TITLE_WORDS]
    _trim_alike(titled, 0.0)
    _trim_like_others(titled)
    for depth in _SECTION_DEPTHS:
        sections: dict[tuple[str, ...], list[Item]] = {}
        for item in titled:
            if len(item.section) >= depth:
                sections.setdefault(item.section[:depth], []).append(item)
        for section in sections.values():
            if len(section) < len(titled):
                _trim_alike(section, _MORE_IN_SECTIONS)


def _trim_alike(items: Sequence[Item], more: float) -> None:
    """Cuts the titles of `items` at one place after the other, as long as there is one."""
    for _ in range(_ROUNDS):
        sample = [item.title for item in items[:: max(1, len(items) // _SAMPLE)]]
        if len(sample) < _FEWEST:
            return
        habit = next(filter(None, (_learn(place, sample, more) for place in _PLACES)), None)
        if not habit or not sum(_cut(item, habit) for item in items):
            return


def _trim_like_others(items: Sequence[Item]) -> None:
    """Cuts off the people and venues that readers found in most entries, where some entries have them still."""
    alone = [item for item in items if not item.authors]
    if len(alone) <= _FEW_ALONE * len(items) and (habit := _learn(_NAMES, [item.title for item in alone], 0.0)):
        for item in alone:
            _cut(item, habit)
    venues = Counter(item.venue.casefold() for item in items if item.venue)
    if venues.total() >= (1 - _FEW_ALONE) * len(items):
        known = frozenset(venue for venue, count in venues.items() if count > 1)
        for item in items:
            if not item.venue:
                any(_cut(item, _Habit(place, known)) for place in _VENUE_PLACES)


def _learn(place: _Place, titles: Sequence[str], more: float) -> _Habit | None:
    """What most of `titles` have at `place`; None if they have nothing there that is no part of them."""
    splits = filter(None, map(place.cut, titles))
    residues = [split.residue.strip() for split in splits if len(split.title.split()) >= _WORDS_LEFT]
    if len(residues) < max(_FEWEST_CUT, (place.share + more) * len(titles)):
        return None
    counts = Counter(residue.casefold() for residue in residues)
    values = frozenset(value for value, count in counts.items() if count > 1)
    told = sum(counts[value] for value in values)
    if place.column:
        few = _COLUMN_VALUES <= len(counts) <= _COLUMN_UNLIKE * len(residues)
        return _Habit(place, values) if few and told >= _COLUMN * len(residues) else None
    if place.unlike and len(counts) >= _OWN * len(residues):
        return _Habit(place, anything=True)
    others = Counter(residue.casefold() for residue in residues if nature_of(residue) not in place.natures)
    told = sum(count for value, count in others.items() if value in values)
    recurring = told >= _RECURRING * others.total() and len(others) <= _UNLIKE * others.total()
    people = sum(author_likeness(without_year(residue)) != NO for residue in residues) >= _PEOPLE_SHARE * len(residues)
    habit = _Habit(place, values if recurring else frozenset(), place.natures, people=people)
    return habit if sum(map(habit.takes, residues)) >= _FIT * len(residues) else None


def nature_of(residue: str) -> Nature:
    """What a residue tells."""
    if parse_tag(residue) or A_DAY.fullmatch(residue):
        return Nature.TAG
    if _YEAR.search(residue):
        return Nature.DATED
    people = author_likeness(residue) or "et al" in residue or is_single_name(residue) or is_surname(residue)
    return Nature.PEOPLE if people and not any(map(is_acronym, residue.split())) else Nature.UNKNOWN


def _cut(item: Item, habit: _Habit) -> bool:
    """Cuts one title, if `habit` takes what it has there; says whether it did."""
    split = habit.place.cut(item.title)
    if not split or len(split.title.split()) < _WORDS_LEFT or not habit.takes(split.residue.strip()):
        return False
    item.title = split.title.strip(" ,;:|│–—-")
    _keep(item, split.residue.strip(), habit)
    return True


def _keep(item: Item, residue: str, habit: _Habit) -> None:
    """Gives a residue to the field that it belongs to."""
    item.year = item.year or find_year(residue)
    names, tag = without_year(residue), parse_tag(residue)
    if habit.people and nature_of(names) is Nature.PEOPLE:
        item.authors = item.authors or split_authors(names)
    elif tag or parse_venue(names) or names_publication(names):
        item.venue = item.venue or (tag.venue if tag else names)
    elif residue.casefold() in habit.values:
        item.keywords = (*item.keywords, residue)
    elif not A_DAY.fullmatch(residue):  # a day says when the list's readers met
        item.description = item.description or residue
