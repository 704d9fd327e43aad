"""What the entries of one list, table or run of paragraphs have in common, as they are read. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from enrich.mentions.entries.learned.style import are_dated, have_colons
from enrich.mentions.entries.parts import Style
from enrich.mentions.markup.entries.entry import PLAIN, Reading
from enrich.mentions.shapes.phrases import is_person

_STYLE_SHARE = 0.3  # of siblings with authors in front, from which on weaker names are believed to be authors
# A list of so many entries, of which hardly any goes on behind its title, has titles with stops in them.
_STYLE_LEAST, _DESCRIBED_SHARE = 8, 0.2
# What markup sets apart weakly is no title where so many entries have one link to a paper, with a title for its words.
_LINKED_SHARE = 0.6


def style_of(readings: Sequence[Reading], common: Style = PLAIN) -> Style:
    """The style that a fair share of readings shows, with what the whole document has in common."""
    first = sum(reading.authors_first or reading.credited_first or _lone_name(reading) for reading in readings)
    behind = sum(bool(reading.item.authors) for reading in readings) - first
    described = sum(bool(reading.item.description) for reading in readings)
    return replace(
        common,
        dated=are_dated([reading.item.entry for reading in readings]),
        colon=have_colons([reading.item.whole for reading in readings]),
        authors_first=common.comma or (first >= 2 and first >= _STYLE_SHARE * len(readings)),
        authors_behind=behind >= 2 and behind > first and behind >= _STYLE_SHARE * len(readings),
        linked=len(readings) >= _STYLE_LEAST and sum(r.link_aside for r in readings) >= _LINKED_SHARE * len(readings),
        described=len(readings) < _STYLE_LEAST or described >= _DESCRIBED_SHARE * len(readings),
    )


def _lone_name(reading: Reading) -> bool:
    """Whether what was taken for a title looks like a single author, with the true title behind it."""
    named = is_person(reading.item.title.rstrip("."))
    return reading.way == "plain" and bool(reading.item.description) and named
