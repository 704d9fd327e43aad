"""Where a title may end or begin if what stands there were no part of it: the separators that lists know.

In: a title as a reader left it. Out: a `Split` of it, or None where it has no such place. Whether a page really puts
something there is for `places` to say. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from enrich.mentions.entries.names.surnames import split_surnames
from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.names import is_compound, names_people
from enrich.mentions.shapes.tags import YEAR
from enrich.mentions.shapes.words import is_acronym

_LONGEST_VALUE = 6  # words
_LONGEST_HEAD, _LONGEST_END, _LONGEST_NAMES = 60, 80, 160  # letters
_JOINED = re.compile(r" (?:and|&) ")
_BAR = re.compile(r"\s+(?:[-–—|/·•│]|--)\s+")
_YEAR_OF_NAMES = re.compile(rf"[\s,]*\(?{YEAR}\)?\W*$")


class Split(NamedTuple):
    """A title and what stood beside it."""

    title: str
    residue: str


Cut = Callable[[str], Split | None]


def _in_front(pattern: str, flags: int = 0) -> Cut:
    """The cut behind what `pattern` matches at the start of a text; its first group is the residue."""
    compiled = re.compile(pattern, flags)

    def cut(text: str) -> Split | None:
        match = compiled.match(text)
        return Split(text[match.end() :], match[1]) if match else None

    return cut


def _behind(pattern: str, signs: str) -> Cut:
    """The cut before the first match of `pattern`, whose group is the residue. Texts without any of `signs` have
    none."""
    compiled, sign = re.compile(pattern, re.S), frozenset(signs)

    def cut(text: str) -> Split | None:
        match = None if sign.isdisjoint(text) else compiled.search(text)
        return Split(text[: match.start()], match[1]) if match and match.start() else None

    return cut


at_bracket_before = _in_front(r"[(\[]([^()\[\]]{1,60})[)\]][\s:,.–—-]*")  # "[Something] A Title"
at_number = _in_front(  # "1.2 A Title", "(7) A Title", "Paper 12: A Title"
    r"(?:[^\W\d_]+ (?=#?\d{1,3}:))?[(\[#]?"
    r"(\d{1,3}(?:\.\d{1,3}){0,3}|[A-Z]{1,2}-?\d{1,3}(?:\.\d{1,3}){0,3})[)\].:]*\s+(?=\S)"
)
at_day = _in_front(rf"({A_DAY.pattern})[ ,:]*", A_DAY.flags)  # "12/03 A Title", "May 5: A Title"
at_year_before = _in_front(  # "2019 A Title", "ICRA'19 A Title"
    rf"\W*((?:[^\W\d_]+['’]\d\d|[^\W\d_]*{YEAR})(?!\d)[^\s-]?)\s+"
)
at_tag_before = _in_front(  # "Some Venue 2019 A Title"
    rf"((?:\S+\s+){{0,9}}?\S*?(?:(?<![-\d]){YEAR}(?:[./-]\d\d)?|['’]\d\d)(?!\d)\)*)[,:]?\s+(?=\S)"
)
at_bracket_behind = _behind(  # "A Title (Something)", the bracket closed or not
    rf"\s*[(\[]((?!.{{{_LONGEST_NAMES}}})[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]?(?:[\s.]*|,? [a-z]+)$", "(["
)
at_bracketed_year = _behind(  # "A Title (Something 2019), and more"
    rf"[\s,.]*([(\[][^()\[\]]{{0,60}}(?<!\d){YEAR}(?!\d)[)\]].*)", "(["
)
at_tag_behind = _behind(  # "A Title VENUE 2019", "A Title VENUE'19"
    rf"\s+([^\W\d_][\w&/-]+\s?(?:['’]\d\d|[ -]{YEAR}))\W*$", "0123456789"
)
at_comma_and_tag = _behind(
    rf",\s+((?=[^\s,]*[A-Z])[^\d,;:]{{1,48}} {YEAR})\W*$", "0123456789"
)  # "A Title, Some Venue 2019"
at_year_behind = _behind(rf"[\s,.;(]+({YEAR})\)?[.\s]*$", "0123456789")  # "A Title 2019"
at_credit = _behind(  # "A Title by Jane Roe in Something", "A Title, with Jane Roe"
    r"(?:,? by|, (?:joint(?:ly)? |joint work )?with) (?=[^\W\d_a-z])(.*)", " "
)
at_question = _behind(r"(?<=[?!])\s+(\S+(?: \S+){0,5})$", "?!")  # "Is This a Title? Something"
at_last_stop = _behind(r"\.\s+(\S+(?: \S+){0,5})$", ".")  # "A Title. Something"


def at_last_bar(text: str) -> Split | None:
    """The cut of "A Title - Something", and so with any dash, bar or dot between blanks."""
    match = next(reversed(list(_BAR.finditer(text))), None)
    near = match is not None and len(text) - match.end() <= _LONGEST_END
    return Split(text[: match.start()], text[match.end() :]) if match and near else None


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


def at_last_word(text: str) -> Split | None:
    """The cut of "A Title pdf"."""
    title, blank, word = text.rpartition(" ")
    return Split(title, word) if blank else None


def at_in(text: str) -> Split | None:
    """The cut of "A Title in Something"."""
    title, found, place = text.rpartition(" in ")
    return Split(title, place) if found and place[:1].isupper() else None


def at_names(text: str) -> Split | None:
    """The cut of "A Title, Jane Roe, Max Moe" and "A Title by Roe and Moe"."""
    if ", " not in text and " by " not in text:
        return None
    body = text[:-_LONGEST_NAMES] + _YEAR_OF_NAMES.sub("", text[-_LONGEST_NAMES:])
    parts = body.rstrip(" .,").split(", ")
    surnames = split_surnames(body)
    surnames = None if surnames and _is_code(surnames[1]) else surnames
    for start in range(1, len(parts)):
        title, names = ", ".join(parts[:start]), ", ".join(parts[start:])
        if surnames and len(surnames[0]) <= len(title):
            break
        if names_people(names):
            return Split(title, names)
    return Split(*surnames) if surnames else None


def _is_code(word: str) -> bool:
    """Whether a word is an acronym, and no surname that has a second capital in it."""
    return " " not in word and is_acronym(word) and not is_compound(word)


def at_first_comma(text: str) -> Split | None:
    """The cut of "Roe, A Title" and "Roe et al., A Title"."""
    names, comma, title = text.partition(", ")
    return Split(title, names) if comma and len(names) <= _LONGEST_HEAD else None


def at_last_comma(text: str) -> Split | None:
    """The cut of "A Title, Something", and of "A Title, Roe, Poe and Doe"."""
    title, comma, end = text.rstrip(" .").rpartition(", ")
    if _JOINED.search(end) and (found := split_surnames(text)):
        title, end = found
    return Split(title, end) if comma and len(end) <= _LONGEST_END else None


def at_first_colon(text: str) -> Split | None:
    """The cut of "Something: A Title"."""
    front, colon, title = text.partition(": ")
    return Split(title, front) if colon and len(front) <= _LONGEST_HEAD else None


def at_value(values: frozenset[str], *, reverse: bool) -> Cut:
    """The cut beside the longest of `values` that a text ends in (`reverse`) or begins with."""

    def cut(text: str) -> Split | None:
        words = text.split()
        for length in range(min(_LONGEST_VALUE, len(words) - 2), 0, -1):
            at = len(words) - length if reverse else length
            front, rest = " ".join(words[:at]), " ".join(words[at:])
            split = Split(front, rest) if reverse else Split(rest, front)
            if split.residue.casefold() in values:
                return split
        return None

    return cut
