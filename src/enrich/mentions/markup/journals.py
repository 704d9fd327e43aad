"""Volumes in bold behind the names of journals: "The Journal **12**, 345 (2019)", as in physics.

In: the flow of an entry, and where its title ends or its words begin. Out: the journal, and where its numbers end.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from enrich.mentions.markup.flow import Flow, Span
from enrich.mentions.shapes.tags import parse_name

_VOLUME = re.compile(r"[A-Z]?\d{1,4}[A-Z]?,?")
_APART = re.compile(r"^|, |\n")  # between a title and its journal
_PAGES = r"[,:]?\s*[A-Z]{0,2}\d{1,7}(?:[-–]{1,2}[A-Z]?\d{1,7})?"
_YEAR = r"(?:19|20)\d\d\b"
# A page may look like a year where the year follows: "**12**, 1987 (2019)".
_NUMBERS = re.compile(
    rf"(?:\s*\(\d{{1,3}}\))?(?:{_PAGES}(?=,?\s*\({_YEAR})|(?![,:]?\s*{_YEAR}){_PAGES})?(?:,?\s*\(?(?P<year>{_YEAR})\)?)?"
)


class Numbered(NamedTuple):
    """A journal by its span, where the volume, pages and year behind it end, and the year."""

    journal: Span
    end: int
    year: int | None


def numbered_journal(flow: Flow, start: int) -> Numbered | None:
    """The journal behind `start` that has a volume in bold: what the last comma in front of the number sets off."""
    for volume in flow.spans(lambda run: run.strong and not run.url):
        if volume.start <= start or not _VOLUME.fullmatch(volume.text):
            continue
        front = flow.text[start : volume.start].rstrip(" ,\n")
        begin = start + max(place.end() for place in _APART.finditer(front))
        name = flow.text[begin : start + len(front)].strip(' ,"”’').lstrip(".").lstrip()
        if not parse_name(name):
            return None
        begin = flow.text.index(name, begin)
        journal = Span(begin, begin + len(name), name)
        numbers = _NUMBERS.match(flow.text, volume.end)
        year = numbers["year"] if numbers else None
        return Numbered(journal, numbers.end() if numbers else volume.end, int(year) if year else None)
    return None
