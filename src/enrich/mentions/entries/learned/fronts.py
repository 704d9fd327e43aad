"""What stands in front of a title in quotation marks: a label, or its authors and year. In: words. Out: facts. Pure."""

from __future__ import annotations

import re

from enrich.mentions.entries.names.credits import may_be_names
from enrich.mentions.entries.parts import Entry
from enrich.mentions.shapes.names import are_surnames, ends_with_initial, names_people, split_authors
from enrich.mentions.shapes.phrases import YEAR_BEHIND_NAMES
from enrich.mentions.shapes.tags import find_year, parse_year
from enrich.mentions.shapes.venues import name_of_place, venue_of

_INVERTED = re.compile(r"^([^,]+), ([^,]+?)(, .+|,? and .+|)(?:(?<!\s\w)\.)?$")  # "Roe, Jane, and Max Moe"
_LONE_INVERTED = re.compile(r"[^\s,]+, [^\s,]+(?: [A-Z]\.?)*")  # "Roe, Jane B.", who is no Roe and Jane B.
# A given name behind the family's: names in full follow, or nothing. "Roe, Poe and Moe" are surnames.
_GIVEN = re.compile(r"^[^\s,]+, [^\s,]+(?: [A-Z]\.)*(?:,? and|,) [^\s,]+ |^[^\s,]+, [^\s,]+(?: [A-Z]\.)*$")
_BARE_INITIALS = re.compile(r" [A-Z]{1,3},")  # "Roe J, Poe M. 2019"
_SIGNS = frozenset(",.;:?!)")
_FRONT_LABEL = re.compile(r"^\W*[A-Z][\w ]{2,24}:\s+")


def read_front(front: str, entry: Entry) -> None:
    """Authors and year in front of a quoted title, behind a cell or a label: "Read: Jane Roe (2017), ..."."""
    words = _FRONT_LABEL.sub("", front.split("\t")[-1])
    names = without_year_behind(words)
    entry.year = entry.year or find_year(words[len(names) :])
    if authors := authors_in_front(names):
        entry.authors, entry.authors_first = authors, True


def without_year_behind(words: str) -> str:
    """Names without the year and the signs behind them; the stop of a last initial stays, where initials have one."""
    words = words.strip(" ,:;-–—")
    names = YEAR_BEHIND_NAMES.sub("", words).strip(" ,:;-–—")
    stopped = f"{names}."
    initialed = words.startswith(stopped) and ends_with_initial(stopped) and not _BARE_INITIALS.search(names)
    return stopped if initialed else names


def authors_in_front(names: str) -> tuple[str, ...]:
    """The people in front of a quotation, of whom the first may have the family's name first; none if it is no list of
    names."""
    upright = _INVERTED.sub(r"\2 \1\3", names)
    readings = (upright, names) if _LONE_INVERTED.fullmatch(names) else (names, upright)
    if not _GIVEN.search(names) and (are_surnames(names) or names_people(names)):
        return split_authors(names)
    return next((split_authors(each) for each in readings if names_people(each)), ())


def is_label(before: str) -> bool:
    """Whether what stands before a quoted title is a short name with a colon, or a year."""
    stripped = before.strip()
    return (stripped.endswith((":", "-", "–", "—")) and len(stripped.split()) <= 4) or bool(
        parse_year(stripped.strip(" .,:()"))
    )


def is_cited(before: str, quotation: re.Match[str], entry: Entry) -> bool:
    """Whether what may be names stands in front of a quotation, and a place of publication behind it, both set off: a
    venue with its numbers, or the name of one if the entry's year is known: "Roe, “Tides,” The Review 12: 3-14"."""
    front, behind = quotation.string[: quotation.start()].rstrip(), quotation.string[quotation.end() :].lstrip()
    if not front or front[-1] not in _SIGNS or (quotation[0][-2] not in _SIGNS and behind[:1] not in _SIGNS):
        return False
    place = behind.strip(" .,;:-–—")
    tag = venue_of(place)
    told = (
        bool(tag and tag.venue)
        or bool(not place and entry.venue and entry.year)
        or (entry.year is not None and name_of_place(place) is not None)
    )
    return told and may_be_names(YEAR_BEHIND_NAMES.sub("", before).strip(" .,:;"))
