"""Venues that a list's own items tell: what comes again in front of their titles.

In: the texts of a page's items. Out: what they begin with; and one text without it. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from enrich.mentions.shapes.leading import split_leading_tag
from enrich.mentions.shapes.names import are_people, names_people
from enrich.mentions.shapes.tags import YEAR, Tag, parse_year
from enrich.mentions.shapes.words import is_acronym, sentences

# "Shore Stud. 2019. A Title of Words"
_DATED_FRONT = re.compile(
    rf"(?P<venue>[^\W\d_a-z][^\d:;()\[\]\"“]{{1,60}}?),? (?P<year>{YEAR})[.,]\s+(?=[^\W\d_]\S*\s+\S+\s+\S)"
)
_FEWEST_LAST, _LAST_SHARE, _FEW_SHARE = 6, 0.5, 0.34
_FEWEST_BARE, _LONGEST_BARE, _TITLE_WORDS = 3, 4, 3  # venues, words of one, and of a title. By judgement


def learn_fronts(texts: Iterable[str]) -> frozenset[str]:
    """The acronyms in front of the first colons of `texts`, if most have one of few: venues, for names of systems
    differ."""
    listed = list(texts)
    fronts = Counter(front for text in listed if " " not in (front := text.partition(": ")[0]) and is_acronym(front))
    again = {front for front, count in fronts.items() if count > 1}
    told = sum(fronts[front] for front in again)
    enough = told >= max(_FEWEST_LAST, _LAST_SHARE * len(listed))
    return frozenset(again) if enough and len(again) <= _FEW_SHARE * told else frozenset()


def learn_dated_fronts(texts: Iterable[str]) -> frozenset[str]:
    """What stands in front of the years that `texts` begin with, if few such names come again in most, and people end
    most: "Shore Stud. 2019. A Title. Jane Roe", for who wrote a work stands in front of its year as well."""
    listed = list(texts)
    found = [(match["venue"], text) for text in listed if (match := _DATED_FRONT.match(text))]
    fronts = Counter(venue for venue, _ in found if not names_people(venue))
    told = sum(count for count in fronts.values() if count > 1)
    if told < max(_FEWEST_LAST, _LAST_SHARE * len(listed)):
        return frozenset()
    last = {text[slice(*sentences(text)[-1])].rstrip(" .") for _, text in found}  # venues come again there
    return frozenset(fronts) if sum(map(are_people, last)) >= _LAST_SHARE * len(found) else frozenset()


def split_front(text: str, venues: frozenset[str]) -> tuple[Tag, str] | None:
    """`(tag, rest)` of a text that begins with one of `venues`, and a colon or the year and a stop behind it."""
    front, colon, rest = text.partition(": ")
    if colon and front in venues:
        return Tag(front), rest
    match = _DATED_FRONT.match(text)
    known = match is not None and match["venue"] in venues
    return (Tag(match["venue"], int(match["year"])), text[match.end() :]) if match and known else None


def learn_bare_fronts(texts: Iterable[str]) -> frozenset[str]:
    """The venues that tags in front of some of `texts` name beside their years, if others begin with several of them,
    most of these acronyms: "[NSDI 2022] A Title" tells the venue of "NSDI A Title"."""
    split = [(split_leading_tag(text)[0], text) for text in texts]
    told = frozenset(tag.venue for tag, _ in split if tag and tag.venue and tag.year)
    fronts = Counter(front for tag, text in split if tag is None and (front := _bare_front(text, told)))
    acronyms = sum(is_acronym(front.split()[-1]) for front in fronts)
    enough = sum(fronts.values()) >= _FEWEST_LAST and acronyms >= max(_FEWEST_BARE, _LAST_SHARE * len(fronts))
    return told if enough else frozenset()


def split_bare_front(text: str, venues: frozenset[str]) -> tuple[Tag, str] | None:
    """`(tag, rest)` of a text that begins with one of `venues`, and nothing between it and the title."""
    front = _bare_front(text, venues)
    return (Tag(front), text[len(front) :].lstrip()) if front else None


def _bare_front(text: str, venues: Collection[str]) -> str:
    """The longest of `venues` that a title's words stand behind, not in small letters and no year; "" for none."""
    words = text.split(" ", _LONGEST_BARE + _TITLE_WORDS)
    for length in range(min(_LONGEST_BARE, len(words) - _TITLE_WORDS), 0, -1):
        front, first = " ".join(words[:length]), words[length]
        if front in venues and first[:1].isalnum() and not first.islower() and not parse_year(first):
            return front
    return ""
