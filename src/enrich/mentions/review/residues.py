"""What the titles of a page have in common is no part of them.

Readers tell titles from what stands beside them by the shape of each entry. A page may put things there that no reader
foresaw: presenters, codes, venues behind a sign of its own. It does so again and again, though, and titles differ. So
when all is read, the titles themselves are looked at: where most of them can be cut at the same place, and what is cut
off are years, people or a few values that recur, it goes. Titles alone are safe: of 137,690 titles in 1,500 pages drawn
at random from fields of arXiv none was cut.

In: the items of a draft. Out: the same items, shorter where that is called for. What is cut off becomes year, authors,
venue, keyword or description, where it says something of the paper: numbers, days of meetings and the words of links
do not. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.names.credits import may_be_names
from enrich.mentions.entries.parts import Style
from enrich.mentions.items import Item
from enrich.mentions.review import cuts
from enrich.mentions.review.places import (
    ANY,
    FEWEST_CUT,
    NAMES,
    NAMES_BEFORE,
    TITLE_WORDS,
    VENUE_PLACES,
    WORDS_LEFT,
    Habit,
    Nature,
    Place,
    habits_of,
    learn,
    nature_of,
)
from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.names import names_people, split_authors
from enrich.mentions.shapes.phrases import without_year
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.shapes.tags import find_year, parse_tag, parse_venue, parse_year
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import OPENING_QUOTES, has_letters, is_small
from enrich.records import MentionKind

_FEWEST = 8  # titles that are looked at together
_SAMPLE = 60  # titles; more say nothing new
_ROUNDS = 6  # things that stand beside a title
_SECTION_DEPTHS = (1, 2, 3)
_MORE_IN_SECTIONS = 0.2  # a section has fewer titles, so more of them must agree
_FEW_ALONE = 0.5  # of a page's entries have no authors, or no venue, where most have
_WRONG_SHARE = 0.4  # of a page's titles are wrong if its reader mistook its entries
_CREDITED_SHARE, _LONGEST_CREDIT = 0.8, 80  # of a page's entries have authors behind one sign; so many letters on
_DASHES = (" — ", " – ", " -- ", " - ", " | ")
_GAP = re.compile(r"\S(?:\t| {2,})\S")
_TAIL, _FEWEST_TAILS = re.compile(r"(?<=\S)(?:\t| {2,})(\S+(?: \S+){0,2})\s*$"), 4  # by judgement: fewer are chance
_OWN_ENDS = 0.5  # of the words in front of tails that come again are unlike all others; by judgement
_JOINED = re.compile(r"\s*(?:[,;&]|and\b)")  # one more of several people
_CREDIT = re.compile(r"[^(),;]+\((?P<people>[^()]+)\)\s*")
_OPEN_END = re.compile(r"\s*[\[(]\s*$")


def trim(items: Iterable[Item]) -> None:
    """Cuts off from the titles of a page what they have in common, then from those of each section."""
    titled = [item for item in items if item.kind in (None, MentionKind.PAPER)]
    for item in titled:
        item.title = _OPEN_END.sub("", item.title)
    restored = _restore(titled)
    titled = [item for item in titled if len(item.title.split()) >= TITLE_WORDS]
    _trim_alike(titled, 0.0)
    _trim_apart(titled)
    _trim_like_others(titled)
    _trim_bare(titled)
    for item, former in restored:
        _read_again(item, former)
    for section in _sections(titled):
        _trim_alike(section, _MORE_IN_SECTIONS)


def _sections(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The items below each heading, of whatever depth, where they are not all those of the page or of another one."""
    seen = {(id(items[0]), len(items))} if items else set()
    for depth in _SECTION_DEPTHS:
        sections: dict[tuple[str, ...], list[Item]] = {}
        for item in items:
            if len(item.section) >= depth:
                sections.setdefault(item.section[:depth], []).append(item)
        for section in sections.values():
            if (id(section[0]), len(section)) not in seen:
                seen.add((id(section[0]), len(section)))
                yield section


def _restore(items: Sequence[Item]) -> list[tuple[Item, str]]:
    """The items whose title was replaced, each with its former one.

    Where a page's titles are names or values that recur, or go on beyond a tab, a reader took the wrong part of its
    entries: their whole words are the titles to begin with. What stands in quotation marks is right.
    """
    sample = sampled(items, _SAMPLE)
    counts = Counter(item.title.casefold() for item in sample)
    foreign = sum(
        _is_part(item) and (counts[item.title.casefold()] > 1 or nature_of(item.title) in ANY) for item in sample
    )
    if max(foreign, sum(map(_spans_gap, sample))) < max(FEWEST_CUT, _WRONG_SHARE * len(sample)):
        return []
    wrong = [(item, item.title) for item in items if (_is_part(item) or _spans_gap(item)) and not _is_quoted(item)]
    for item, _ in wrong:
        item.title = item.whole
    return wrong


def _read_again(item: Item, former: str) -> None:
    """What is left of an entry's whole words, with nothing foreign in front, is read as an entry; where all is left,
    the former title is as good."""
    if item.title == item.whole:
        item.title = former
        return
    entry = read_entry(item.title, Style())
    if len(entry.title.split()) >= WORDS_LEFT:
        item.title = entry.title
        item.authors = item.authors or entry.authors
        item.venue, item.year = item.venue or entry.venue, item.year or entry.year


def _is_part(item: Item) -> bool:
    return len(item.whole.split()) > len(item.title.split()) + 1


def _spans_gap(item: Item) -> bool:
    """Whether a title goes on beyond the first tab or run of blanks of its entry."""
    gap = _GAP.search(item.whole)
    front = " ".join(item.whole[: gap.start() + 1].split()) if gap else ""
    on = bool(front) and item.title.startswith(front) and len(item.title) > len(front)
    return on or (gap is not None and item.title not in item.whole and item.title in " ".join(item.whole.split()))


def _is_quoted(item: Item) -> bool:
    start = item.whole.find(item.title)
    return start > 0 and item.whole[start - 1] in OPENING_QUOTES


def _trim_alike(items: Sequence[Item], more: float) -> None:
    """Cuts the titles of `items` at one place after the other, as long as there is one."""
    for _ in range(_ROUNDS):
        sample = [item.title for item in sampled(items, _SAMPLE)]
        if len(sample) < _FEWEST:
            return
        habit = next(filter(None, habits_of(sample, more)), None)
        if not habit or not sum(_cut(item, habit) for item in items):
            return


def _trim_apart(items: Sequence[Item]) -> None:
    """Cuts off what comes again behind a run of blanks, on however few titles: "A Title   pdf icon". The titles end in
    words of their own there: where these come again as well, all is one phrase."""
    tails: dict[int, str] = {}
    ends: dict[str, list[str]] = defaultdict(list)  # the words in front of each tail
    for item in items:
        tail = _TAIL.search(item.whole)
        last = item.whole[: tail.start()].split()[-1] if tail else ""
        if tail and not is_small(last):
            tails[id(item)] = " ".join(tail[1].split())
            ends[tails[id(item)].casefold()].append(last.casefold())
    again = frozenset(
        tail
        for tail, words in ends.items()
        if len(words) >= _FEWEST_TAILS and len(set(words)) >= _OWN_ENDS * len(words)
    )
    habit = Habit(Place(cuts.at_value(again, reverse=True)), again)
    for item in items if again else ():
        if id(item) in tails:
            _cut(item, habit)


def _trim_like_others(items: Sequence[Item]) -> None:
    """Cuts off the people and venues that readers found in most entries, where some entries have them still."""
    for place in (NAMES, NAMES_BEFORE):
        alone = [item for item in items if not item.authors]
        if len(alone) <= _FEW_ALONE * len(items) and (habit := learn(place, [item.title for item in alone], 0.0)):
            for item in alone:
                _cut(item, replace(habit, people=True))
    _trim_dashed(items)
    if _are_credited_behind(items, ", "):
        for item in items:  # hardly any has no authors at all
            if not item.authors:
                _cut(item, Habit(NAMES, natures=frozenset({Nature.PEOPLE}), people=True))
    venues = Counter(item.venue.casefold() for item in items if item.venue)
    if venues.total() >= (1 - _FEW_ALONE) * len(items):
        known = frozenset(venue for venue, count in venues.items() if count > 1)
        for item in items:
            if not item.venue:
                any(_cut(item, Habit(place, known)) for place in VENUE_PLACES)
        alone = [item for item in items if not item.venue]
        for place in VENUE_PLACES:  # venues that no reader found recur there as well
            if habit := learn(replace(place, natures=frozenset()), [item.title for item in alone], 0.0):
                for item in alone:
                    _cut(item, habit)


def _trim_dashed(items: Sequence[Item]) -> None:
    """Cuts off the people behind a dash, whatever their names look like, where it stands in front of those of most."""
    sign = next((sign for sign in _DASHES if _are_credited_behind(items, sign)), None)
    for item in items if sign else ():
        title, found, names = item.title.rpartition(sign or "")
        if found and len(title.split()) >= WORDS_LEFT and may_be_names(names) and _has_no_other_people(item, names):
            item.title, item.authors = title, (*split_authors(names), *item.authors)


def _has_no_other_people(item: Item, names: str) -> bool:
    """Whether the people of an entry are at most those behind `names`, the end of its title: "Baltic Atlas" in "Jane
    Roe: Sea Grass — Baltic Atlas", and in front of "(Jane Roe)", belongs to the title."""
    start = item.whole.find(item.title)
    joined = _JOINED.match(item.whole, start + len(item.title)) if start >= 0 else None
    credit = _CREDIT.fullmatch(names)
    return not (item.authors and not joined) and not (credit and names_people(credit["people"]))


def _are_credited_behind(items: Sequence[Item], sign: str) -> bool:
    """Whether a sign stands behind the titles of most items, and right behind it their first author."""
    return sum(_is_credited_behind(item, sign) for item in items if item.authors) >= _CREDITED_SHARE * len(items)


def _is_credited_behind(item: Item, sign: str) -> bool:
    start = item.whole.find(item.title)
    behind = item.whole[start + len(item.title) :][:_LONGEST_CREDIT] if start >= 0 else ""
    return behind.startswith(sign) and item.authors[0] in behind


def _trim_bare(items: Sequence[Item]) -> None:
    """Cuts what the few entries without any fact have in common, where most have one: a reader missed it."""
    bare = [item for item in items if not (item.authors or item.venue or item.year)]
    if len(bare) <= _FEW_ALONE * len(items):
        _trim_alike(bare, 0.0)


def _cut(item: Item, habit: Habit) -> bool:
    """Cuts one title, if `habit` takes what it has there; says whether it did."""
    split = habit.place.cut(item.title)
    if not split or len(split.title.split()) < WORDS_LEFT or not habit.takes(split.residue.strip()):
        return False
    item.title = split.title.strip(" \t,;:|│–—-")
    item.line = item.locate(item.title) if item.locate else item.line
    _keep(item, split.residue.strip(), habit)
    return True


def _keep(item: Item, residue: str, habit: Habit) -> None:
    """Gives a residue to the field that it belongs to."""
    if A_DAY.fullmatch(residue) or nature_of(residue) is Nature.ANCHOR:
        return  # when the list's readers met is no year of the paper
    if not has_letters(residue):
        item.year = item.year or parse_year(residue)
        return
    item.year = item.year or find_year(residue)
    names, tag = without_year(residue), parse_tag(residue)
    if habit.people and not item.authors and nature_of(names) is Nature.PEOPLE:
        item.authors = split_authors(names)
    elif tag or parse_venue(names) or names_publication(names):
        item.venue = item.venue or (tag.venue if tag else names)
    elif habit.knows(residue) or habit.place.unlike:
        item.keywords = (*item.keywords, residue)
    else:
        item.description = f"{residue} {item.description or ''}".rstrip()
