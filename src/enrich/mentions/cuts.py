"""Where a title may end or begin if what stands there were no part of it: the separators that lists know.

In: a title as a reader left it. Out: a `Split` of it, or None where it has no such place. Whether a page really puts
something there is for `residues` to say. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from enrich.mentions.tags import YEAR
from enrich.mentions.text.credits import split_surnames
from enrich.mentions.text.names import author_likeness, is_single_name
from enrich.mentions.text.schedules import A_DAY

LONGEST_VALUE = 6  # words
_LONGEST_HEAD, _LONGEST_END, _LONGEST_NAMES = 60, 80, 160  # letters
_BAR = re.compile(r"\s+(?:[-–—|/·•│]|--)\s+")
_BRACKET_BEHIND = re.compile(r"\s*[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]?(?:[\s.]*|,? [a-z]+)$")
_BRACKET_BEFORE = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]][\s:,.–—-]*")
_YEAR_BRACKET = re.compile(rf"[\s,.]*[(\[][^()\[\]]{{0,60}}(?<!\d){YEAR}(?!\d)[)\]]")
_NUMBER = re.compile(r"[(\[]?(\d{1,3}(?:\.\d{1,3}){0,3}|[A-Z]{1,2}-?\d{1,3}(?:\.\d{1,3}){0,3})[)\].:]*\s+(?=\S)")
_YEAR_BEFORE = re.compile(rf"\W*((?:[^\W\d_]+['’]\d\d|[^\W\d_]*{YEAR})(?!\d)[^\s-]?)\s+")
_CREDIT = re.compile(r",? by (?=[^\W\d_a-z])|, (?:joint(?:ly)? |joint work )?with (?=[^\W\d_a-z])")
_TAG_BEFORE = re.compile(rf"((?:\S+\s+){{0,4}}?\S*?(?:(?<![-\d]){YEAR}(?:[./-]\d\d)?|['’]\d\d)(?!\d))[,:]?\s+(?=\S)")
_TAG_BEHIND = re.compile(rf"\s+([^\W\d_][\w&/-]+\s?(?:['’]\d\d|[ -]{YEAR}))\W*$")
_YEAR_BEHIND = re.compile(rf"[\s,.;(]+({YEAR})\)?[.\s]*$")
_YEAR_OF_NAMES = re.compile(rf"[\s,]*\(?{YEAR}\)?\W*$")
_ASKING = re.compile(r"(?<=[?!])\s+(?=\S+(?: \S+){0,5}$)")
_STOPPED = re.compile(r"\.\s+(?=\S+(?: \S+){0,5}$)")


class Split(NamedTuple):
    """A title and what stood beside it."""

    title: str
    residue: str


Cut = Callable[[str], Split | None]


def at_bracket_behind(text: str) -> Split | None:
    """ "A Title (Something)", the bracket closed or not."""
    match = _BRACKET_BEHIND.search(text) if "(" in text or "[" in text else None
    return (
        Split(text[: match.start()], match[1]) if match and match.start() and len(match[1]) < _LONGEST_NAMES else None
    )


def at_bracket_before(text: str) -> Split | None:
    """ "[Something] A Title"."""
    match = _BRACKET_BEFORE.match(text) if text[:1] in "([" else None
    return Split(text[match.end() :], match[1]) if match else None


def at_bracketed_year(text: str) -> Split | None:
    """ "A Title (Something 2019), and more": the year is the first of the residue's facts."""
    match = _YEAR_BRACKET.search(text) if "(" in text or "[" in text else None
    return Split(text[: match.start()], text[match.start() :].lstrip(" ,.")) if match and match.start() else None


def at_day(text: str) -> Split | None:
    """ "12/03 A Title", "May 5: A Title"."""
    match = A_DAY.match(text)
    return Split(text[match.end() :].lstrip(" ,:"), match[0]) if match else None


def at_number(text: str) -> Split | None:
    """ "1.2 A Title", "(7) A Title"."""
    match = _NUMBER.match(text)
    return Split(text[match.end() :], match[1]) if match else None


def at_year_before(text: str) -> Split | None:
    """ "2019 A Title", "ICRA'19 A Title"."""
    match = _YEAR_BEFORE.match(text)
    return Split(text[match.end() :], match[1]) if match else None


def at_year_behind(text: str) -> Split | None:
    """ "A Title 2019"."""
    match = _YEAR_BEHIND.search(text)
    return Split(text[: match.start()], match[1]) if match else None


def at_last_bar(text: str) -> Split | None:
    """ "A Title - Something", and so with any dash, bar or dot between blanks."""
    match = next(reversed(list(_BAR.finditer(text))), None)
    return (
        Split(text[: match.start()], text[match.end() :]) if match and len(text) - match.end() <= _LONGEST_END else None
    )


def before_sign(sign: str) -> Cut:
    """The cut at the first `sign`, the title in front: "A Title / something"."""

    def cut(text: str) -> Split | None:
        title, found, residue = text.partition(sign)
        return Split(title, residue) if found else None

    return cut


def behind_sign(sign: str) -> Cut:
    """The cut at the first `sign`, the title behind: "something / A Title"."""

    def cut(text: str) -> Split | None:
        residue, found, title = text.partition(sign)
        return Split(title, residue) if found else None

    return cut


def at_credit(text: str) -> Split | None:
    """ "A Title by Jane Roe in Something", "A Title, with Jane Roe"."""
    match = _CREDIT.search(text)
    return Split(text[: match.start()], text[match.end() :]) if match else None


def at_last_word(text: str) -> Split | None:
    """ "A Title pdf"."""
    title, blank, word = text.rpartition(" ")
    return Split(title, word) if blank else None


def at_in(text: str) -> Split | None:
    """ "A Title, in Something"."""
    title, found, place = text.rpartition(" in ")
    return Split(title, place) if found and place[:1].isupper() else None


def at_tag_before(text: str) -> Split | None:
    """ "Some Venue 2019 A Title"."""
    match = _TAG_BEFORE.match(text)
    return Split(text[match.end() :], match[1]) if match else None


def at_tag_behind(text: str) -> Split | None:
    """ "A Title VENUE 2019", "A Title VENUE'19"."""
    match = _TAG_BEHIND.search(text)
    return Split(text[: match.start()], match[1]) if match else None


def at_names(text: str) -> Split | None:
    """ "A Title, Jane Roe, Max Moe", "A Title by Roe and Moe"."""
    if ", " not in text and " by " not in text:
        return None
    body = _YEAR_OF_NAMES.sub("", text[-_LONGEST_NAMES:])
    body = text[:-_LONGEST_NAMES] + body
    parts = body.rstrip(" .,").split(", ")
    surnames = split_surnames(body)
    for start in range(1, len(parts)):
        title, names = ", ".join(parts[:start]), ", ".join(parts[start:])
        if surnames and len(surnames[0]) <= len(title):
            break
        if author_likeness(names) or is_single_name(names):
            return Split(title, names)
    return Split(*surnames) if surnames else None


def at_first_comma(text: str) -> Split | None:
    """ "Roe, A Title", "Roe et al., A Title"."""
    names, comma, title = text.partition(", ")
    return Split(title, names) if comma and len(names) <= _LONGEST_HEAD else None


def at_last_comma(text: str) -> Split | None:
    """ "A Title, Something"."""
    title, comma, end = text.rstrip(" .").rpartition(", ")
    return Split(title, end) if comma and len(end) <= _LONGEST_END else None


def at_first_colon(text: str) -> Split | None:
    """ "Something: A Title"."""
    front, colon, title = text.partition(": ")
    return Split(title, front) if colon and len(front) <= _LONGEST_HEAD else None


def at_question(text: str) -> Split | None:
    """ "Is This a Title? Something"."""
    match = _ASKING.search(text) if "?" in text or "!" in text else None
    return Split(text[: match.start()], text[match.end() :]) if match else None


def at_last_stop(text: str) -> Split | None:
    """ "A Title. Something"."""
    match = _STOPPED.search(text) if ". " in text else None
    return Split(text[: match.start()], text[match.end() :]) if match else None


def values_before(values: frozenset[str]) -> Cut:
    """The cut behind the longest of `values` that a text begins with."""

    def cut(text: str) -> Split | None:
        words = text.split()
        lengths = range(min(LONGEST_VALUE, len(words) - 2), 0, -1)
        length = next((n for n in lengths if " ".join(words[:n]).casefold() in values), 0)
        return Split(" ".join(words[length:]), " ".join(words[:length])) if length else None

    return cut


def values_behind(values: frozenset[str]) -> Cut:
    """The cut before the longest of `values` that a text ends in."""

    def cut(text: str) -> Split | None:
        words = text.split()
        lengths = range(min(LONGEST_VALUE, len(words) - 2), 0, -1)
        length = next((n for n in lengths if " ".join(words[-n:]).casefold() in values), 0)
        return Split(" ".join(words[:-length]), " ".join(words[-length:])) if length else None

    return cut
