"""Surnames in brackets behind titles, with commas between, and perhaps where and when the paper appeared: "A Title
(Roe, Poe, 2018)", "A Title (Roe, Oikos, 2018)", "A Title (Roe and Poe, Oikos). What is said about it."

In: the texts of a page's items. Out: which words in those brackets are venues; and one text without its brackets. What
is the last surname in one entry may be a journal in the next: journals come again behind different people, or are
written as journals are. What stands behind the last person is told by "and", by "others", or by a semicolon, in
front: "A Title (Roe, Poe; Oikos, 2018)". `take_credit` reads any such brackets into an entry, full names too. Pure but
for that entry; cost is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from enrich.mentions.entries.names.credits import split_place
from enrich.mentions.entries.parts import Entry
from enrich.mentions.shapes.months import MONTH
from enrich.mentions.shapes.names import NO, are_surnames, author_likeness, is_surname, split_authors, without_others
from enrich.mentions.shapes.phrases import without_year
from enrich.mentions.shapes.tags import YEAR, Tag, is_presentation, may_state_year, parse_name, parse_tag
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import is_acronym

_BRACKETS = re.compile(r"\s(?:\((?P<round>[^()]{3,160})\)|\[(?P<square>[^()\[\]]{3,160})\])(?P<stop>[\s.]*)$")
_SAID = re.compile(r"\)\.(?:\s+(?=[^\W\d_a-z])|$)")  # what is said about the paper begins behind
_LAST_YEAR = re.compile(rf"(?:^|[,;]\s(?:(?i:{MONTH})\s)?|(?P<tight>(?<=\w)\s))(?P<year>{YEAR})[\s,]*$")
_OTHERS = "et al."
_LAST_OF_NAMES = re.compile(r"\S (?:and|&) \S|\set al\.?$")  # "Roe and Poe", "Roe and others"
_LONGEST = 170  # characters
# By judgement: of the brackets with a year at the end so many hold several surnames, and begin unlike each other.
_FEWEST, _SEVERAL_SHARE, _UNLIKE_SHARE = 8, 0.5, 0.7
_JOINED_SHARE = 0.3  # of all lines those whose brackets hold names joined by "and", where those state no year
_SAID_TRIED = 4
_ACRONYM_LETTERS = 3
_FEWEST_PARTS = 2  # one word alone may be the title's: "The Old Shore (Revisited)"
_JOINED = re.compile(r" (?:and\b|&|et al\b)")
_CREDIT = re.compile(r"(?P<names>[^()]{2,120}?),? (?P<year>(?:19|20)\d\d)[a-z]?(?:[,;:.]\s+(?P<venue>[^()]{2,60}))?")


class _Inner(NamedTuple):
    begin: int
    names: list[str]
    year: int | None
    joined: bool  # the names end in the part with "and" or "et al."
    behind: str  # what stands behind such names
    stopped: bool
    tight: bool = False  # but a blank stands between the last word and the year: "(Roe, Oikos 2018)"


def take_credit(words: str, entry: Entry) -> bool:
    """Adds what the words in brackets behind a title state to `entry`: "Roe et al. 2019", "Roe and Poe, 2019, The
    Journal", "Roe, The Journal 2019". False if they state nothing of the kind."""
    first, _, remark = words.partition("; ")
    words = first if remark[:1].islower() and may_state_year(first) else words  # "Roe, ICES 2019; ask for the file"
    spoken = is_presentation(words.partition(",")[0])  # "Oral, ICES 2019"
    for names, tag in () if spoken else _credits_of(words):
        if tag and tag.year and _may_be_credited(names):
            entry.authors = entry.authors or split_authors(names)
            entry.add_tag(tag)
            return True
    return False


def _credits_of(words: str) -> Iterator[tuple[str, Tag | None]]:
    """`(names, tag)` as they may be parted. A last name with no "and" in front is the venue rather than one more
    author if an "and" stands further in front, or no comma between it and the year."""
    body = without_year(words)
    names, _, last = body.rpartition(", ")
    if names and not _JOINED.search(f" {last}") and (_JOINED.search(names) or not words.startswith(",", len(body))):
        tag = parse_tag(words[len(names) + 2 :])  # stops in its name are no end of the names
        yield (names, tag) if tag and tag.venue else split_place(words)
    if match := _CREDIT.fullmatch(words):
        yield match["names"], Tag(parse_name(match["venue"]) if match["venue"] else None, int(match["year"]))
    yield split_place(words)


def _may_be_credited(names: str) -> bool:
    """Whether words are people, and no code in front of a venue: "NeurIPS, Main Track 2019"."""
    code = " " not in names and names[-1:].isupper()
    return not code and (are_surnames(names) or author_likeness(names) != NO)


def learn_credit_venues(texts: Iterable[str]) -> frozenset[str] | None:
    """The venues that come again in brackets behind surnames; None where brackets hold no surnames."""
    listed = list(texts)
    inner = [inner for text in listed if (inner := _read(text[: credit_end(text) or len(text)])) and inner.names]
    found = [each for each in inner if each.year]
    joined = [each for each in inner if each.joined and not each.year]
    if len(joined) >= max(_FEWEST, _JOINED_SHARE * len(listed)):
        found = inner
    several = sum(each.joined or (len(each.names) > 1 and are_surnames(", ".join(each.names[:-1]))) for each in found)
    unlike = len({each.names[0] for each in found})
    if len(found) < _FEWEST or several < _SEVERAL_SHARE * len(found) or unlike < _UNLIKE_SHARE * len(found):
        return None
    behind: dict[str, set[str]] = defaultdict(set)
    people: set[str] = set()
    for each in found:
        people.update(each.names if each.joined else each.names[:-1] or each.names)
        if each.behind:
            behind[each.behind].add(each.names[0])
        elif len(each.names) > 1 and not each.joined:
            behind[each.names[-1]].add(each.names[0])
    return frozenset(name for name, fronts in behind.items() if len(fronts) > 1 and name not in people)


def split_bracketed(text: str, venues: frozenset[str]) -> tuple[str, tuple[str, ...], Tag] | None:
    """`(rest, authors, tag)` of a text that ends in surnames in brackets. One word alone needs the stop that ends the
    entry."""
    inner = _read(text)
    if (
        not inner
        or not inner.names
        or len(inner.names) + bool(inner.year) + inner.joined + inner.stopped < _FEWEST_PARTS
    ):
        return None
    *names, last = inner.names
    venue = (
        last if not inner.behind and (inner.year or (names and last in venues)) and _is_venue(last, venues) else None
    )
    people = names if venue else inner.names
    likely = inner.year and all(name.isalpha() and name[0].isupper() for name in people)  # "To" is a name as well
    if not (likely or inner.joined or are_surnames(", ".join(people))) or (inner.tight and not (venue or inner.joined)):
        return None
    stated = inner.behind if any(map(str.isupper, inner.behind)) else None  # "preprint" is no venue
    if inner.tight and inner.behind and (tag := parse_tag(f"{inner.behind} {inner.year}")):
        stated = tag.venue
    return text[: inner.begin], split_authors(", ".join(people)), Tag(venue or stated, inner.year)


def credit_end(text: str, venues: frozenset[str] | None = None) -> int:
    """Where people in brackets, and the stop behind, end the title and its credit in front of what is said about it; 0
    if nowhere. Until the `venues` of the page are known, only several people or a year are believed."""
    for match in islice(_SAID.finditer(text), _SAID_TRIED) if ")." in text else ():
        front = text[: match.start() + 2]
        inner = _read(front)
        sure = inner and inner.names and (inner.joined or inner.year)
        if sure or (inner and venues is not None and split_bracketed(front, venues)):
            return len(front)
    return 0


def _read(text: str) -> _Inner | None:
    closed = text.rstrip(" .").endswith((")", "]"))
    match = _BRACKETS.search(text, max(0, len(text) - _LONGEST)) if closed else None
    if not match or not text[: match.start()].strip():
        return None
    stated = match["round"] or match["square"]
    year = _LAST_YEAR.search(stated)
    if match["square"] and not year:
        return None  # words of links stand in square brackets, too
    tight = year is not None and bool(year["tight"])
    if tight and ", " not in stated:
        year, tight = None, False  # "A Title (Revised 2018)"
    inner = stated[: year.start()] if year else stated
    people, sign, place = inner.partition("; ")
    parts = [part for part in people.strip(" ,").split(", ") if part]
    if sign and all(is_surname(without_others(name)) for name in parts):
        return _Inner(match.start(), parts, year and int(year["year"]), True, place.strip(" ,"), "." in match["stop"])
    parts = [part for part in inner.strip(" ,").split(", ") if part]
    last = next((at for at, part in enumerate(parts) if _LAST_OF_NAMES.search(part)), len(parts))
    names, behind = parts[: last + 1], parts[last + 1 :]
    tagged = not tight and any(map(parse_tag, behind))
    joined = (
        last < len(parts)
        and len(behind) <= 1
        and not tagged
        and all(is_surname(without_others(name)) for name in names)
    )
    return _Inner(
        begin=match.start(),
        names=names if joined else parts,
        year=year and int(year["year"]),
        joined=joined,
        behind=behind[0] if joined and behind else "",
        stopped="." in match["stop"],
        tight=tight,
    )


def _is_venue(name: str, venues: frozenset[str]) -> bool:
    """Whether a word behind surnames is a venue: one that comes again, an acronym, or written as journals are."""
    acronym = is_acronym(name) and name.isupper() and len(name) >= _ACRONYM_LETTERS
    abbreviated = " " in name and "." in name and not name.endswith(_OTHERS)
    return name in venues or acronym or abbreviated or names_publication(name)
