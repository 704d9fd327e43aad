"""Titles with the year behind them on one line, and where they appeared behind that, as repositories print their
records: "A Title 2017 In: The Journal, ISSN 1234-5678, Vol. 3, p. 4-12 Article (Refereed)". Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.entries.parts import Entry

_YEAR = re.compile(r"\s(?P<year>(?:19|20)\d\d)[.,:]?\s+(?=[A-Z])")
_YEAR_AND_IN = re.compile(r"\s(?P<year>(?:19|20)\d\d)[.,:]?\s+(?=In: )")
# What stands in a book or journal is told by "In:"; its name goes on up to its first number, whatever that counts.
_PLACE = re.compile(r"In:\s+(?P<name>[^,\d]+(?:, [^,\d]+)*?)(?:,(?: [A-Za-z.-]+)? ?\d|,? \(|[.,]?$)")
_FEWEST_WORDS = 2


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
