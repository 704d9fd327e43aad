"""Further lines in the cells of titles in, what they state out: titles of their own, or people and where the first one
appeared. What most lines of a column do tells the single one.

Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from enrich.mentions.entries.details import RowKind, add_detail, kind_of_row
from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.names.credits import add_authors, may_be_names
from enrich.mentions.entries.parts import Entry, Style
from enrich.mentions.shapes.names import split_authors
from enrich.mentions.shapes.tags import Tag
from enrich.mentions.shapes.venues import venue_of
from enrich.mentions.shapes.words import has_words

# By judgement: of lines below titles so many are titles, and so many first lines state what such ones do: some works
# state less than others. Of lines below titles so many name people and when their paper appeared.
_FURTHER, _FIRST, _CREDITED = 0.5, 0.3, 0.5
_TITLE_WORDS = 4  # more than the names of one person
_PLACE_WORDS = 6  # of the name of a venue behind people, without a year
_JOINED = re.compile(r",| & |\band\b|\bet al\b")
_PLACE = re.compile(r"(?P<names>[^()]+?)\s(?:[-–—]\s(?P<behind>.+)|\((?P<within>[^()]+)\))")


def are_titles(first: Sequence[str], further: Sequence[str]) -> bool:
    """Whether the further lines of cells are titles, as the `first` ones are: most state what items do, and are titles
    without people, or some of the first state as much, below which their facts would stand."""
    stating = sum(map(_states_item, further)) > _FURTHER * len(further)
    alike = sum(map(_states_item, first)) >= _FIRST * len(first)
    return stating and (alike or sum(map(_is_titled, further)) > _FURTHER * len(further))


def are_credits(lines: Sequence[str]) -> bool:
    """Whether most lines below titles name people, and say when their paper appeared: "Roe, Poe — Tides 2019"."""
    return sum(map(_states_credit, lines)) > _CREDITED * len(lines)


def add_line(entry: Entry, line: str, *, credits: bool) -> None:
    """Adds what a line below a title states, where such lines are mostly `credits` or not."""
    kind = kind_of_row(line)
    if not credits or kind not in (RowKind.ENTRY, RowKind.NAMES, RowKind.VENUE):
        add_detail(entry, line, kind)
    elif placed := _split_place(line):
        entry.authors = entry.authors or split_authors(placed[0])
        entry.add_tag(placed[1])
    else:
        add_detail(entry, line, RowKind.AUTHORS if _states_credit(line) else kind)


def _states_item(line: str) -> bool:
    return kind_of_row(line) is RowKind.ENTRY and read_entry(line, Style()).evident


def _is_titled(line: str) -> bool:
    """Whether a line is a whole title, "A Title of a Work (2013)", and names nobody."""
    entry = read_entry(line, Style())
    joined = _JOINED.search(entry.title or "") and _states_credit(line)
    return not entry.authors and not joined and has_words(entry.title or "", _TITLE_WORDS)


def _states_credit(line: str) -> bool:
    read = Entry()
    add_authors(read, line)
    placed = _split_place(line)
    named = all(map(may_be_names, read.authors)) if read.authors and read.year else False
    return named or (placed is not None and placed[1].year is not None)


def _split_place(line: str) -> tuple[str, Tag] | None:
    """`(names, tag)` of people and where their paper appeared, behind a dash or in brackets."""
    match = _PLACE.fullmatch(line)
    if not match or not may_be_names(match["names"]):
        return None
    place = match["behind"] or match["within"]
    short = place[:1].isupper() and len(place.split()) <= _PLACE_WORDS
    tag = venue_of(place) or (Tag(place) if short else None)
    return (match["names"], tag) if tag else None
