"""Surnames in brackets behind titles, with commas between, and perhaps where and when the paper appeared: "A Title
(Roe, Poe, 2018)", "A Title (Roe, Oikos, 2018)".

In: the texts of a page's items. Out: which words in those brackets are venues; and one text without its brackets. What
is the last surname in one entry may be a journal in the next: journals come again behind different people, or are
written as journals are. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from enrich.mentions.shapes.names import are_surnames, split_authors
from enrich.mentions.shapes.tags import YEAR, Tag
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import is_acronym

_BRACKETS = re.compile(r"\s\((?P<inner>[^()]{3,160})\)[\s.]*$")
_LAST_YEAR = re.compile(rf"(?:^|,\s)(?P<year>{YEAR})[\s,]*$")
_OTHERS = "et al."
_LONGEST = 170  # characters
# By judgement: of the brackets with a year at the end so many hold several surnames, and begin unlike each other.
_FEWEST, _SEVERAL_SHARE, _UNLIKE_SHARE = 8, 0.5, 0.7
_ACRONYM_LETTERS = 3
_FEWEST_PARTS = 2  # one word alone may be the title's: "The Old Shore (Revisited)"


class _Inner(NamedTuple):
    begin: int
    names: list[str]
    year: int | None


def learn_credit_venues(texts: Iterable[str]) -> frozenset[str] | None:
    """The venues that come again in brackets behind surnames; None where brackets hold no surnames."""
    found = [inner for text in texts if (inner := _read(text)) and inner.year and inner.names]
    several = sum(len(inner.names) > 1 and are_surnames(", ".join(inner.names[:-1])) for inner in found)
    unlike = len({inner.names[0] for inner in found})
    if len(found) < _FEWEST or several < _SEVERAL_SHARE * len(found) or unlike < _UNLIKE_SHARE * len(found):
        return None
    behind: dict[str, set[str]] = defaultdict(set)
    people: set[str] = set()
    for inner in found:
        people.update(inner.names[:-1] or inner.names)
        if len(inner.names) > 1 and not inner.names[-1].endswith(_OTHERS):
            behind[inner.names[-1]].add(inner.names[0])
    return frozenset(name for name, fronts in behind.items() if len(fronts) > 1 and name not in people)


def split_bracketed(text: str, venues: frozenset[str]) -> tuple[str, tuple[str, ...], Tag] | None:
    """`(rest, authors, tag)` of a text that ends in surnames in brackets."""
    inner = _read(text)
    if not inner or len(inner.names) + bool(inner.year) < _FEWEST_PARTS:
        return None
    *names, last = inner.names
    venue = last if inner.year and _is_venue(last, venues) else None
    people = names if venue else inner.names
    likely = inner.year and all(name.isalpha() and name[0].isupper() for name in people)  # "To" is a name as well
    if not (likely or are_surnames(", ".join(people))):
        return None
    return text[: inner.begin], split_authors(", ".join(people)), Tag(venue, inner.year)


def _read(text: str) -> _Inner | None:
    match = _BRACKETS.search(text, max(0, len(text) - _LONGEST)) if text.rstrip(" .").endswith(")") else None
    if not match or not text[: match.start()].strip():
        return None
    year = _LAST_YEAR.search(match["inner"])
    names = match["inner"][: year.start()] if year else match["inner"]
    return _Inner(match.start(), [name for name in names.strip(" ,").split(", ") if name], year and int(year["year"]))


def _is_venue(name: str, venues: frozenset[str]) -> bool:
    """Whether a word behind surnames is a venue: one that comes again, an acronym, or written as journals are."""
    acronym = is_acronym(name) and name.isupper() and len(name) >= _ACRONYM_LETTERS
    abbreviated = " " in name and "." in name and not name.endswith(_OTHERS)
    return name in venues or acronym or abbreviated or names_publication(name)
