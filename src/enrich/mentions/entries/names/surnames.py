"""Surnames alone behind a title: "A Title, Roe, Poe, and Doe", "A Title (Roe)", "A Title (2018): Roe. A note.", in
lists that credit their items so; and between a title and what is said of it: "A Title, Roe et al. What it does".

In: the text of an item, or of all. Out: its title and the names. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from enrich.mentions.entries.parts import Entry, Style, as_written
from enrich.mentions.shapes.anchors import Habits, strip_anchors, take_urls
from enrich.mentions.shapes.names import are_people, are_surnames, names_people, split_authors
from enrich.mentions.shapes.tags import YEAR, parse_year
from enrich.mentions.shapes.words import capital_share, is_acronym

# In a list of credits, this share of the items with a year have one, and so many of those name more than one person.
# By judgement: what stands behind commas otherwise is the end of a title, which names nobody else.
_FEWEST_CREDITS, _CREDIT_SHARE, _JOINED_SHARE = 4, 0.6, 0.2
_STRUNG_SHARE, _ANDED_SHARE = 0.3, 0.1  # of items credited; of those with several names. By judgement
_SURE, _SURE_SHARE = 12, 0.5  # items end in several, and of all so many; by judgement, no list enumerates that often
_FEWEST_FULL = 8  # credits of names in full; by judgement, titles that end in as many are rare
_COMMA, _STOP, _COMMAS_TRIED = re.compile(r",\s+"), re.compile(r"(?<=[^\W\d_]{2})[.?!]\s+"), 12
_FEWEST_AGAIN = 2  # names: one may be of a place
_TITLE_WORDS, _LONGEST_NAMES, _FEWEST_SAID = 3, 60, 3
_SAID = re.compile(r"(?<=[^\W\d_])\.\s+(?=[A-ZÀ-Þ])")
# Nothing can stand in front of these that says where; "[e]" leads to a note.
_UNPUBLISHED = re.compile(r", (?:preprint|manuscript|draft|unpublished)(?:\[[a-z\d]\])?[.\s]*$")
_LONGEST_STATE, _TITLE_CASE = 24, 0.8
_JOINED, _ANDED = re.compile(r" (?:and\b|&|et al\b)"), re.compile(r" (?:and\b|&)")

_COLON = re.compile(r":\s+(?=[^\W\d_])")
_END_OF_NAMES = re.compile(r"\bet al\.?(?=\s|$)|(?<=[^\W\d_]{2})\.(?=\s|$)|$")
_YEAR_BEHIND = re.compile(rf"\s+\((?P<year>{YEAR})\)$")
_COLON_SHARE, _DATED_SHARE = 0.4, 0.5  # of items; of those, with a year in front of the colon. By judgement


def split_surnames(text: str, *, strung: bool = False) -> tuple[str, str] | None:
    """`(title, names)` of "A Title, Roe", "A Title, Roe, Poe, and Doe", "A Title by Roe et al.", "A Title (Roe)"; None
    if none stand there. Where commas alone part the names of a list (`strung`), those of "A Title, Roe, Poe", too."""
    if text.endswith(")"):
        title, _, names = text[:-1].rpartition(" (")
        named = " " in title and are_surnames(names) and not any(map(is_acronym, names.split()))
        return (title, names) if named else None
    title, by, names = text.rpartition(" by ")
    if by and are_surnames(names):
        return title, names
    parts = text.rstrip(" .,").split(", ")
    start = len(parts) - 1
    if strung or _JOINED.search(f" {parts[-1]}"):
        while start > 1 and not _JOINED.search(f" {parts[start - 1]}") and are_surnames(parts[start - 1]):
            start -= 1
    title, names = ", ".join(parts[:start]), ", ".join(parts[start:])
    return (title, names) if " " in title and are_surnames(names.removeprefix("and ")) else None


def split_stated(text: str, *, surnames: bool) -> tuple[str, str] | None:
    """`(title, names)` of "A Title, Roe et al., preprint": surnames behind a title that has appeared nowhere yet; in a
    list with such items (`surnames`), or where small letters or a sign tell names from words, of "A title, Roe and Poe,
    preprint", too: elsewhere "Waves, Tides and Currents" is a title. None of any other."""
    state = _UNPUBLISHED.search(text[-_LONGEST_STATE:])
    found = text[: len(text) - len(state[0])].rpartition(", ") if state else ("", "", "")
    title, names = found[0], found[2]
    if len(title.split()) < _TITLE_WORDS or len(names) > _LONGEST_NAMES or not are_surnames(names):
        return None
    if not (surnames or " et al" in names or "&" in names or capital_share(title.split()) < _TITLE_CASE):
        return None
    return (title, names) if not any(map(is_acronym, names.split())) else None


def split_said(text: str, *, surnames: bool) -> tuple[str, str, str] | None:
    """`(title, names, rest)` of "A Title, Roe et al. What it does"; in a list with such items (`surnames`), of
    "A Title, Roe & Poe. What it does", too. None of any other."""
    for stop in _SAID.finditer(text) if surnames or " et al. " in text else ():
        front = text[: stop.start()]
        others = front.endswith(" et al")
        for comma in _COMMA.finditer(front, max(0, len(front) - _LONGEST_NAMES)) if surnames or others else ():
            title, names = front[: comma.start()], front[comma.end() :]
            if are_surnames(names) and len(title.split()) >= _TITLE_WORDS and not are_people(title):
                return title, names, text[stop.end() :]
    return None


def have_said(texts: Sequence[str]) -> bool:
    """Whether some items of a list have surnames, "et al." and a sentence behind their titles."""
    return sum(split_said(text, surnames=False) is not None for text in texts) >= _FEWEST_SAID


def are_credited(texts: Sequence[str]) -> bool:
    """Whether surnames stand behind most of a list's items; where people stand behind a stop in some, and in full
    behind a comma in others, behind most of those that no stop parts."""
    names = [found[1] for text in texts if (found := split_surnames(text))]
    joined = sum(bool(_JOINED.search(name)) for name in names)
    several = joined >= _JOINED_SHARE * len(names) or are_strung(texts)
    if len(names) < _FEWEST_CREDITS or not several:
        return False
    if len(names) >= _CREDIT_SHARE * len(texts):
        return True
    unparted = [text for text in texts if not are_people(_STOP.split(text.rstrip(" ."))[-1])]
    full = sum(map(_ends_in_names, unparted))
    return full >= _FEWEST_FULL and full + sum(map(_ends_in_surnames, unparted)) >= _CREDIT_SHARE * len(unparted)


def _ends_in_surnames(text: str) -> bool:
    return split_surnames(text) is not None and not _ends_in_names(text)


def _ends_in_names(text: str) -> bool:
    """Whether names in full, or with initials, stand behind a comma."""
    text = text.rstrip(" .")
    commas = [match.end() for match in _COMMA.finditer(text)][-_COMMAS_TRIED:]
    return any(names_people(text[at:]) for at in commas)


def are_strung(texts: Sequence[str]) -> bool:
    """Whether the surnames behind a list's items are parted by commas alone: so many have several, but for "et al."
    hardly any an "and". Enumerations at the ends of titles have none either: some "et al." tells people, or names that
    come again, each time with others."""
    ends = [text.rstrip(" .,").split(", ")[-2:] for text in texts if split_surnames(text)]
    joined = sum(bool(_ANDED.search(f" {end[-1]}")) for end in ends)
    strung = sum(len(end) > 1 and all(map(are_surnames, end)) for end in ends)
    enough = strung >= max(_FEWEST_CREDITS, _STRUNG_SHARE * len(ends)) and joined <= _ANDED_SHARE * strung
    return enough and (strung >= max(_SURE, _SURE_SHARE * len(texts)) or _are_people(texts))


def _are_people(texts: Sequence[str]) -> bool:
    found = [split_surnames(text, strung=True) for text in texts]
    if any(each and each[1].endswith((" al", " al.")) for each in found):
        return True
    named = Counter(name for each in found if each for name in set(each[1].split(", ")))
    return sum(count > 1 for count in named.values()) >= _FEWEST_AGAIN


def take_surnames(text: str, entry: Entry, style: Style) -> str:
    """`text` without the surnames behind it, in a list that credits its items so."""
    dated = bool(entry.year or (style.strung and entry.venue))
    credited = style.surnames and dated and not entry.authors
    found = split_surnames(text, strung=style.strung) if credited else None
    if found:
        entry.authors = split_authors(found[1])
    return found[0] if found else text


def are_coloned(texts: Sequence[str]) -> bool:
    """Whether surnames stand behind a colon in a fair share of a list's items, mostly with the year in front of it."""
    found = [each for text in texts if (each := _split_at_colon(text))]
    dated = sum(_YEAR_BEHIND.search(title) is not None for title, _, _ in found)
    joined = sum(bool(_JOINED.search(names)) for _, names, _ in found)
    enough = len(found) >= max(_FEWEST_CREDITS, _COLON_SHARE * len(texts))
    return enough and dated >= _DATED_SHARE * len(found) and joined >= _JOINED_SHARE * len(found)


def read_coloned(text: str, habits: Habits) -> Entry | None:
    """The parts of "A Title (2018): Roe and Poe. A note.", its year there or not; None of any other text."""
    bare, links = take_urls(text)
    bare, anchored = strip_anchors(bare, habits)
    found = _split_at_colon(bare)
    if not found:
        return None
    title, names, rest = found
    year = _YEAR_BEHIND.search(title)
    entry = Entry(whole=bare, links=links, anchored=anchored, authors=split_authors(names))
    entry.title = as_written(title[: year.start()] if year else title, text)
    entry.year = parse_year(year["year"]) if year else None
    entry.description = rest or None
    return entry


def _split_at_colon(text: str) -> tuple[str, str, str] | None:
    """`(title, names, rest)` at the first colon that nothing but surnames stand behind, up to a stop."""
    for colon in _COLON.finditer(text):
        end = _END_OF_NAMES.search(text, colon.end())
        names = text[colon.end() : end.end()].strip(" .") if end else ""
        if end and are_surnames(names) and not any(map(str.isupper, names.split())):
            return text[: colon.start()], names, text[end.end() :].strip()
    return None
