"""How rows of records look, begin and end: what comes again in front is a field's label. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from enrich.mentions.shapes.anchors import strip_leading
from enrich.mentions.shapes.names import are_people
from enrich.mentions.shapes.tags import parse_year
from enrich.mentions.shapes.words import first_word

_BEHIND_SIGN, _LONGEST_DAY = re.compile(r"[•·|]\s*(?P<day>[^•·|]+)$"), 24
_DIGITS, _NUMBER = re.compile(r"\d+"), re.compile(r"[\d.]+\s+(?=\S)")


@lru_cache(maxsize=4096)  # for one place of titles after the other
def first_word_of(row: str) -> str:
    """The first word of a row behind its number, whatever its digits and capitals."""
    return _DIGITS.sub("0", first_word(_without_number(row)).casefold())


def shape_of(row: str) -> str:
    """A row, whatever its digits and capitals."""
    return _DIGITS.sub("0", row.casefold())


def opening_of(row: str) -> str:
    """The first two words of a row behind its number, but for a label the first alone."""
    words = _without_number(row).split(None, 2)
    return _DIGITS.sub("0", words[0] if words[0].endswith(":") else " ".join(words[:2])).casefold()


def ends_in_day(row: str) -> bool:
    """Whether a sign sets off a day or year at the end of a row, as fields do: "dunes/grass • 12 Aug 2023"."""
    day = _BEHIND_SIGN.search(row, max(0, len(row) - _LONGEST_DAY))
    return day is not None and parse_year(day["day"]) is not None


def is_speaker(row: str) -> bool:
    """Whether a row is people and where they work: "Jane Roe (Kiel)"."""
    return row.endswith(")") and are_people(row.split(" (", 1)[0])


def _without_number(row: str) -> str:
    text = strip_leading(row)
    number = _NUMBER.match(text)
    return text[number.end() :] if number else text
