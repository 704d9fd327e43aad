"""How rows of records look, begin and end: what comes again in front is a field's label. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.midyears import read_year_apart
from enrich.mentions.entries.parts import Style
from enrich.mentions.shapes.anchors import strip_leading
from enrich.mentions.shapes.names import are_people, names_people
from enrich.mentions.shapes.tags import find_year, may_state_year, parse_year
from enrich.mentions.shapes.words import first_word, has_words, without_numbers

_BEHIND_SIGN, _LONGEST_DAY = re.compile(r"[•·|]\s*(?P<day>[^•·|]+)$"), 24
_ALIKE, _MOSTLY_ALIKE = 0.25, 0.6  # of the rows in the place of titles, at most so many begin alike
_FEWEST_MENU, _LONGEST_MENU, _MENU_WORDS = 3, 24, 4  # by judgement: lists have a title and a heading on top
_LISTED = 0.4  # titles with a line below each are half of all lines; of long menus and forms a fifth have so many words
_FEW = 0.2  # of all
_NUMBER = re.compile(r"[\d.]+\s+(?=\S)")


@lru_cache(maxsize=4096)  # for one place of titles after the other
def first_word_of(row: str) -> str:
    """The first word of a row behind its number, whatever its digits and capitals."""
    return without_numbers(first_word(_without_number(row)).casefold())


def shape_of(row: str) -> str:
    """A row, whatever its digits and capitals."""
    return without_numbers(row.casefold())


def opening_of(row: str) -> str:
    """The first two words of a row behind its number, but for a label the first alone."""
    words = _without_number(row).split(None, 2)
    return without_numbers(words[0] if words[0].endswith(":") else " ".join(words[:2])).casefold()


def ends_in_day(row: str) -> bool:
    """Whether a sign sets off a day or year at the end of a row, as fields do: "dunes/grass • 12 Aug 2023"."""
    day = _BEHIND_SIGN.search(row, max(0, len(row) - _LONGEST_DAY))
    return day is not None and parse_year(day["day"]) is not None


def last_cell_of(row: str) -> str:
    """What stands behind the last tab of a row, whatever its digits and capitals; all of a row without one."""
    return shape_of(row.rpartition("\t")[2])


def count_of(row: str) -> str:
    """The word and the number that a row ends in, whatever its digits and capitals: "cited: 0"; "" for other rows."""
    words = row.split()[-2:]
    return shape_of(" ".join(words)) if len(words) > 1 and words[0][-1] == ":" and words[1].isdigit() else ""


def begin_alike(rows: Sequence[str]) -> bool:
    """Whether many rows begin as fields do, with a label or the same two words, or most with one: the titles of one
    field of science have their first word in common, too."""
    [(word, count)] = Counter(map(first_word_of, rows)).most_common(1) or [("", 0)]
    many = max(2, _ALIKE * len(rows))
    if count <= many or count > _MOSTLY_ALIKE * len(rows):
        return count > many
    begun = Counter(opening_of(row) for row in rows if first_word_of(row) == word)
    return max(begun.values()) > many


def states_all(row: str) -> bool:
    """Whether a row is an item by itself: a title with its authors behind it and its year."""
    entry = read_entry(row, Style()) if may_state_year(row) else None
    return entry is not None and bool(entry.year and entry.authors)


def states_time(row: str) -> bool:
    """Whether a row names a year, or stands as one does that has none yet: "A Title. Jane Roe - forthcoming"."""
    return find_year(row) is not None or read_year_apart(row) is not None


def is_menu(rows: Sequence[str]) -> bool:
    """Whether rows are several short lines with no people in full: the name of a page, and what it leads to."""
    named = any(names_people(row) and "," in row for row in rows)
    short = sum(not has_words(row, _MENU_WORDS) for row in rows)
    return _FEWEST_MENU < len(rows) <= _LONGEST_MENU and not named and 2 * short >= len(rows)


def is_list(rows: Sequence[str]) -> bool:
    """Whether rows are more than a page prints around its records, and too many of them as long as titles."""
    return len(rows) > _LONGEST_MENU and sum(has_words(row, _MENU_WORDS) for row in rows) >= _LISTED * len(rows)


def is_odd(lacks: Sequence[bool]) -> bool:
    """Whether the first of all lacks what nearly all have."""
    return lacks[0] and sum(lacks) <= _FEW * len(lacks)


def is_speaker(row: str) -> bool:
    """Whether a row is people and where they work: "Jane Roe (Kiel)"."""
    return row.endswith(")") and are_people(row.split(" (", 1)[0])


def _without_number(row: str) -> str:
    text = strip_leading(row)
    number = _NUMBER.match(text)
    return text[number.end() :] if number else text
