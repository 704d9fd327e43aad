"""How rows of records look and begin: what comes again in front is a field's label. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from enrich.mentions.shapes.anchors import strip_leading
from enrich.mentions.shapes.words import first_word

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


def _without_number(row: str) -> str:
    text = strip_leading(row)
    number = _NUMBER.match(text)
    return text[number.end() :] if number else text
