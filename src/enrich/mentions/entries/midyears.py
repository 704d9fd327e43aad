"""Titles with the year behind them on one line, and where they appeared behind that, as repositories print their
records: "A Title 2017 In: The Journal, ISSN 1234-5678, Vol. 3, p. 4-12 Article (Refereed)"; and as bibliographies do,
the authors and the year between: "A Title. Jane Roe - 2017 - The Journal 3 (1):4-12." Pure.
"""

from __future__ import annotations

import re
from itertools import islice

from enrich.mentions.entries.facts import read_rest
from enrich.mentions.entries.parts import Entry
from enrich.mentions.shapes.anchors import is_anchor, take_urls
from enrich.mentions.shapes.names import STRONG, author_likeness, is_single_name, names_people, split_authors
from enrich.mentions.shapes.venues import name_of_place, names_publication

_YEAR = re.compile(r"\s(?P<year>(?:19|20)\d\d)[.,:]?\s+(?=[A-Z])")
_YEAR_AND_IN = re.compile(r"\s(?P<year>(?:19|20)\d\d)[.,:]?\s+(?=In: )")
# What stands in a book or journal is told by "In:"; its name goes on up to its first number, whatever that counts.
_PLACE = re.compile(r"In:\s+(?P<name>[^,\d]+(?:, [^,\d]+)*?)(?:,(?: [A-Za-z.-]+)? ?\d|,? \(|[.,]?$)")
_FEWEST_WORDS = 2
_STATE = r"forthcoming|in press|to appear|manuscript|unpublished"
_YEAR_APART = re.compile(rf"\s[-–—]\s+(?:(?P<year>(?:19|20)\d\d)[a-z]?|{_STATE})(?:\s+[-–—]\s+|\.?$)", re.I)
_TITLE_END = re.compile(r"(?:[.?!…][\"'”’)\]]*|[\"”])\s+(?=[^\W\d_a-z])")
_STOPS_TRIED, _LONGEST_NAMES = 12, 400  # stops of titles and names; characters: bounds on work
_EDITORS = re.compile(r",? \(eds?\.?\)$")
_GLUED_BUTTON = re.compile(r"(?<=[\d\w]\.)[a-z]{3,12}$")  # "104 (1):1-52.details"


def states_midyear(text: str) -> bool:
    """Whether a line is surely a title, a year, and the book or journal that it appeared in."""
    return _YEAR_AND_IN.search(text) is not None


def read_midyear(text: str) -> Entry | None:
    """The entry of a line among such lines, a thesis with its publisher included; None without a year in its midst."""
    match = _YEAR_AND_IN.search(text) or _YEAR.search(text)
    title = text[: match.start()] if match else ""
    if not match or len(title.split()) < _FEWEST_WORDS:
        return None
    rest = text[match.end() :]
    place = _PLACE.match(rest)
    said = rest[place.end("name") :].strip(" ,.") if place else rest.strip(" ,.")
    return Entry(title, text, venue=place["name"] if place else None, year=int(match["year"]), description=said or None)


def read_year_apart(text: str) -> Entry | None:
    """The entry of a title, its people, and the year between dashes behind them, or in front of what are surely people;
    None of any other text."""
    match = _YEAR_APART.search(text) if " - " in text or " – " in text or " — " in text else None
    if not match:
        return None
    year = int(match["year"]) if match["year"] else None
    head, behind = text[: match.start()], text[match.end() :]
    split = _split_title(head)
    if not split:
        told = author_likeness(behind) == STRONG and _is_title(head)
        return Entry(head, text, authors=split_authors(behind), year=year) if told else None
    title, names = split
    entry = Entry(title, text, authors=split_authors(names), year=year, cited=True)
    place, entry.links = take_urls(_GLUED_BUTTON.sub("", behind))
    if not is_anchor(place):
        read_rest(place.strip(), entry)
        entry.venue = entry.venue or name_of_place(place.strip(" ."))
    return entry


def _is_title(head: str) -> bool:
    """Whether the words in front of a year with people behind are no people, and no place."""
    return len(head.split()) > _FEWEST_WORDS and not names_people(head) and not names_publication(head)


def _split_title(head: str) -> tuple[str, str] | None:
    """`(title, names)` of what stands in front of a year, parted by the first stop with nothing but people behind."""
    for stop in islice(_TITLE_END.finditer(head), _STOPS_TRIED):
        names = _EDITORS.sub("", head[stop.end() :])
        if len(names) <= _LONGEST_NAMES and (names_people(names) or is_single_name(names)):
            return head[: stop.start()] + stop[0].rstrip(), names
    return None
