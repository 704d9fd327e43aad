"""The venues of all items of a page, looked at once more: what is no part of their names is taken off, what they were
cut at is given back.

In: the text of a page and its items. Out: the same items, with the names of their venues as the page writes them:
without what leads on to them and the numbers behind; without the people that stand in front of the venues of a page
("Roe, ICES", "Roe; ICES"), who are the authors then; and with the words that a stop parted from them ("Phys. Rev. E").
Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from enrich.mentions.items import Item
from enrich.mentions.review.cutnames import whole_name
from enrich.mentions.shapes.names import are_people, split_authors
from enrich.mentions.shapes.placenames import bare_place, dated_server
from enrich.mentions.shapes.tags import parse_name
from enrich.mentions.shapes.words import is_acronym

_COMMA = re.compile(r"[,;] (?=[^,;]*$)")
_STOP = re.compile(r"(?:(?<= al)|(?<=[^\W\d_]{2})|(?<= [A-Z] [A-Z]))\. (?=[^.]*\.?$)")
# So many venues of a page have people in front of a name that others have, too, and so many of these people differ:
# first words of names, as "Bull." in front of "Symb. Logic", come again. By judgement.
_FEWEST_IN_FRONT, _CHANGING = 3, 0.5
_PEOPLE_SHARE = 0.8  # of the venues of a page are people where people were taken for venues
_FEWEST_OTHERS = 3  # names and words behind them, each with so many of the others. By judgement
_SHORT_NAME, _ASIDE = 4, re.compile(r"\s\([^()\w]{1,3}\)$")  # words; "(+)", "(*)"
_LINES, _LONGEST_ITEM = 12, 2000  # of an item, and characters
# No name goes on over the edge of its markup, or of its cell.
_MARKUP, _EDGE = re.compile(r"<[^<>]{0,200}>|[*_`]+|\t|(?<=\S) {2,}(?=\S)"), "|"


def settle_venues(text: str, items: Sequence[Item]) -> None:
    """Gives the venues of `items` their names."""
    _take_dated([item for item in items if item.description and not item.venue])
    _take_servers(text, items)
    named = [item for item in items if item.venue]
    bare = {venue: bare_place(venue) for venue in {item.venue or "" for item in named}}  # few of them, again and again
    for item in named:
        item.venue = bare[item.venue or ""] or None
    _part_from_people([item for item in named if item.venue])
    _take_people([item for item in named if item.venue])
    beside = {id(item): words for item, words in _beside(text, items) if item.venue}
    closed = _ends_sentences([(item.venue or "", beside[id(item)]) for item in named if item.venue])
    whole = [
        (item, whole_name(item.venue, beside[id(item)], item.authors, closed=closed)) for item in named if item.venue
    ]
    others = _other_cells([(item.venue or "", name) for item, name in whole])
    for item, name in whole:
        name = bare_place(item.venue if _behind(item.venue or "", name) in others and item.venue else name)
        item.venue = name if len(name) > 1 or not name.isascii() else None  # "2019 (P)" is a mark


def _other_cells(names: Sequence[tuple[str, str]]) -> set[str]:
    """What stands behind several venues, each of which has several such behind it: "Shore Lett. AB", "Shore Lett. CD"
    are two cells of a table that ran together."""
    behind: dict[str, set[str]] = defaultdict(set)
    before: dict[str, set[str]] = defaultdict(set)
    for venue, name in names:
        if words := _behind(venue, name):
            behind[venue].add(words)
            before[words].add(venue)
    changing = {venue for venue, words in behind.items() if len(words) >= _FEWEST_OTHERS}
    return {words for words, venues in before.items() if len(venues & changing) >= _FEWEST_OTHERS}


def _behind(venue: str, name: str) -> str:
    """The words that a whole name has behind the venue it was cut at."""
    stem = venue.rstrip(".")
    return name[len(stem) :].strip(" .") if name.startswith(stem) else ""


def _part_from_people(items: Sequence[Item]) -> None:
    """Takes the people in front off, where a page has such, who change, in front of the same names."""
    alone = Counter(item.venue for item in items)
    split = {venue: _split_people(venue or "") for venue in alone}
    parted = [(item, *found) for item in items if (found := split[item.venue])]
    people = Counter(names for _, names, _ in parted)
    places = Counter(place for _, _, place in parted)
    sure = [names for _, names, place in parted if people[names] < places[place] or alone[place]]
    if len(set(sure)) < max(_FEWEST_IN_FRONT, _CHANGING * len(parted)):
        return
    for item, names, place in parted:
        item.venue = place
        item.authors = item.authors or split_authors(names)
    for item in items:
        name = item.venue or ""
        if alone[name] == 1 and name not in places and _are_people(name):
            item.venue, item.authors = None, item.authors or split_authors(name)


def _take_people(items: Sequence[Item]) -> None:
    """Makes authors of the venues of a page where nearly all of them are people in front of titles, some of them
    several, who change: "Roe & Poe '80: A Title -- Oikos". A short name behind the title is the venue then."""
    people = set(filter(_are_people, {item.venue or "" for item in items}))
    named = [item for item in items if not item.authors and item.venue in people and _stands_in_front(item)]
    several = sum(" " in (item.venue or "") for item in named)
    changing = len({item.venue for item in named}) >= _CHANGING * len(named)
    if several < _FEWEST_IN_FRONT or not changing or len(named) < _PEOPLE_SHARE * len(items):
        return
    for item in named:
        item.authors = item.authors or split_authors(item.venue or "")
        place = _ASIDE.sub("", item.description or "").strip(" .")
        item.venue = parse_name(place) if len(place.split()) <= _SHORT_NAME else None
        item.description = None if item.venue else item.description


def _take_dated(items: Sequence[Item]) -> None:
    """Makes venues of the short names behind the titles of a page that nearly all have the year behind them, and of
    which most come again: "A Title -- Oikos, 1980"."""
    names = [(item, parse_name(item.description or "") or "") for item in items]
    names = [(item, name) for item, name in names if name and len(name.split()) <= _SHORT_NAME]
    dated = Counter(name for item, name in names if item.year and f"{name}, {item.year}" in item.entry)
    again = sum(count for count in dated.values() if count > 1)
    if len(dated) < _FEWEST_IN_FRONT or dated.total() < _PEOPLE_SHARE * len(items) or again * 2 < dated.total():
        return
    for item, name in names:
        item.venue, item.description = name, None


def _take_servers(text: str, items: Sequence[Item]) -> None:
    """Gives items that are nowhere else the server of their preprint, where its number and the year stand behind the
    title."""
    if "xiv:" not in text.casefold():
        return
    for item, beside in _beside(text, items):
        item.venue = item.venue or dated_server(beside) or None


def _stands_in_front(item: Item) -> bool:
    """Whether the venue of an item stands in front of its title; cells of a table stand nowhere."""
    return -1 < item.whole.find(item.venue or "") < item.whole.find(item.title)


def _are_people(text: str) -> bool:
    """Whether words are people and no acronym is among them."""
    return are_people(text) and not any(map(is_acronym, text.split()))


def _split_people(venue: str) -> tuple[str, str] | None:
    """`(people, name)` of "Roe, ICES", "Jane Roe. ICES"; None if no people stand in front of a name."""
    sign = _COMMA.search(venue) or _STOP.search(venue)
    names, place = (venue[: sign.start()].strip(), bare_place(venue[sign.end() :])) if sign else ("", "")
    return (names, place) if names and place[:1].isalpha() and are_people(names) else None


def _beside(text: str, items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """Each of `items` with what stands behind its title, as far as the next, on one line."""
    lines = text.split("\n")
    ordered = sorted(items, key=lambda item: item.line)
    for item, following in zip_longest(ordered, ordered[1:]):
        end = following.line - 1 if following else len(lines)
        start = item.line - 1
        rows = lines[start : max(start + 1, min(end, start + _LINES))]
        words = "\n".join(row[:_LONGEST_ITEM] for row in rows)[:_LONGEST_ITEM]
        plain = " ".join(_MARKUP.sub(_EDGE, words).split())
        title = " ".join(item.title.split())
        yield item, plain.partition(title)[2] if title else ""


def _ends_sentences(places: Sequence[tuple[str, str]]) -> bool:
    """Whether most names without a stop within have one behind them: it ends a sentence there."""
    whole = [(name, beside.find(name), beside) for name, beside in places if "." not in name and name[-2:-1] != " "]
    found = [beside[at + len(name)] == "." for name, at, beside in whole if 0 <= at < len(beside) - len(name)]
    return sum(found) * 2 > len(found)
