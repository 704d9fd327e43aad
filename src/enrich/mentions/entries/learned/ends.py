"""Venues that a list's own items tell: what comes again behind their titles, with or without a year behind it.

In: the texts of a page's items. Out: what they end in; and one text without it. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.names import is_single_name
from enrich.mentions.shapes.tags import is_presentation, may_state_year, parse_venue
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import is_acronym, is_capital, is_small, sentences

_DIGIT = re.compile(r"\d")
_DECORATION = re.compile(r"[^\w)\]?!'\"”’]+$")
# Ends that come again make up this share of the items of a list that has them.
_FEWEST_LAST, _LAST_SHARE, _LAST_WORDS = 6, 0.5, 4
_SURE_SHARE, _LONGEST_END = 0.8, 32
_CLOSING_SHARE = 0.25  # of all lines of a page; by judgement: others end in years, in numbers, or are no items
_FEW_SHARE = 0.34
# By judgement: shorter acronyms may be countries or readers, and more than half of the brackets are told to be venues.
_ACRONYM_LETTERS, _TOLD_SHARE = 3, 0.5
_SERIES, _SERIES_WORDS = re.compile(r"(?:Series|Ser\.|Section) [A-Z]"), 4  # "The Journal of Some Field, Series A"
_BRACKETED_YEAR = re.compile(r"\s\((?:19|20)\d\d\)\.?$")
PLACES_TRIED = 5  # sentences of an item


def learn_ends(texts: Iterable[str]) -> frozenset[str]:
    """What stands behind the last comma of `texts`, or in brackets there, if most share few such ends: venues without a
    year. Where most brackets hold what comes again, the rest of them are believed too."""
    phrases = [(_undecorated(text).endswith(")"), *last_phrase(text)) for text in texts]
    bracketed = [(title, end) for closed, title, end in phrases if closed and end]
    others = [end.casefold() for closed, _, end in phrases if not closed]
    # More than titles end in brackets; surnames may, too.
    told = len(bracketed) >= max(_FEWEST_LAST, _SURE_SHARE * len(phrases)) and _are_venues(bracketed)
    folded = [end.casefold() for _, end in bracketed]
    believed = {low for low, (title, end) in zip(folded, bracketed, strict=True) if not _is_short_for(end, title)}
    again = _coming_again(folded)
    return _coming_again(others) | again | (believed if told or again else set())


def _are_venues(bracketed: list[tuple[str, str]]) -> bool:
    """Whether words in brackets behind titles are venues: one is named as publications are, or is an acronym that comes
    again and does not stand for its title's own words; and most come again, or are of these two kinds."""
    counts = Counter(end for _, end in bracketed)
    acronyms = {end for front, end in bracketed if _is_foreign_acronym(end, front)}
    named = set(filter(names_publication, counts))
    told = sum(count for end, count in counts.items() if count > 1 or end in acronyms | named)
    sure = bool(named) or any(counts[end] > 1 for end in acronyms)
    return sure and told > _TOLD_SHARE * len(bracketed)


def _is_foreign_acronym(word: str, title: str) -> bool:
    """Whether a word is in capitals that are no initials of a title's own words."""
    own = iter(_initials(title.split()))
    return len(word) >= _ACRONYM_LETTERS and word.isupper() and not all(letter in own for letter in word)


def _is_short_for(word: str, title: str) -> bool:
    """Whether a word is the initials of the last words of a title: "Mean Sea Level (MSL)"."""
    return word.isupper() and _initials(word for word in title.split() if not is_small(word)).endswith(word)


def _initials(words: Iterable[str]) -> str:
    return "".join(part[0].upper() for word in words for part in word.split("-") if part)


def learn_dated_ends(texts: Iterable[str]) -> frozenset[str]:
    """What stands between the last comma of `texts` and a year in brackets behind it, if most of it comes again or is
    an acronym, and is no name: "Title, Venue (2018)". The rest of it is believed, too, where it is no name either."""
    fronts = [_BRACKETED_YEAR.sub("", text) for text in texts if _BRACKETED_YEAR.search(text[-_LONGEST_END:])]
    counts = Counter(end for front in fronts if (end := last_phrase(front)[1]))
    told = {end: count for end, count in counts.items() if count > 1 or is_acronym(end)}
    named = sum(map(is_single_name, told)) * 2 > len(told)
    if named or sum(told.values()) < max(_FEWEST_LAST, _LAST_SHARE * len(fronts)):
        return frozenset()
    return frozenset(end.casefold() for end in counts if end in told or not is_single_name(end))


def _coming_again(ends: list[str]) -> frozenset[str]:
    again = {end: count for end, count in Counter(filter(None, ends)).items() if count > 1}
    told = sum(again.values()) >= max(_FEWEST_LAST, _LAST_SHARE * len(ends))
    return frozenset(again) if told else frozenset()


def learn_places(texts: Iterable[str]) -> frozenset[str]:
    """The short sentences behind the first of `texts`, if most have one of few, and those are written as names of
    venues: "Title. Some Journal. What it is about." """
    listed = list(texts)
    phrases = (place_of(text[start:end]) for text in listed for start, end in sentences(text)[1:PLACES_TRIED])
    counts = Counter(filter(None, phrases))
    again = {place: count for place, count in counts.items() if count > 1}
    told = sum(again.values())
    # An acronym may be a topic as well, where no years stand beside it: "Title. NLP. What it is about."
    dated = sum(map(may_state_year, listed)) >= _LAST_SHARE * len(listed)
    named = any(names_publication(place) or (dated and parse_venue(place)) for place in again)
    enough = named and told >= max(_FEWEST_LAST, _LAST_SHARE * len(listed)) and len(again) <= _FEW_SHARE * told
    return frozenset(map(str.casefold, again)) if enough else frozenset()


def learn_closings(texts: Iterable[str]) -> frozenset[str]:
    """The short last sentences of `texts` that come again behind titles, where a fair share have such: venues."""
    listed = list(texts)
    spans = ((text, sentences(text)) for text in listed)
    last = Counter(place_of(text[slice(*found[-1])]).casefold() for text, found in spans if len(found) > 1)
    again = {place for place, count in last.items() if place and count > 1}
    told = sum(last[place] for place in again) >= max(_FEWEST_LAST, _CLOSING_SHARE * len(listed))
    return frozenset(again) if told else frozenset()


def place_of(sentence: str) -> str:
    """The words of a sentence that may be no more than a venue's name, without its stop; "" for any other."""
    words = sentence.strip(" .").split()
    short = 0 < len(words) <= _LAST_WORDS and is_capital(words[0]) and is_capital(words[-1])
    name = " ".join(words) if short else ""
    return "" if not name or _DIGIT.search(name) or is_anchor(name) or is_presentation(name) else name


def last_phrase(text: str) -> tuple[str, str]:
    """`(rest, phrase)`: the short capitalised phrase behind the last comma or in brackets at the end; "" for none."""
    body, most = _undecorated(text), _LAST_WORDS
    if body.endswith(")"):
        front, _, end = body[:-1].rpartition(" (")
        name, _, more = end.partition(", ")
        most += _SERIES_WORDS * bool(_SERIES.fullmatch(more))
        end = end if most > _LAST_WORDS else name.strip()
    else:
        front, _, end = body.rpartition(", ")
        if _SERIES.fullmatch(end):
            front, _, name = front.rpartition(", ")
            end, most = f"{name}, {end}", _LAST_WORDS + _SERIES_WORDS
    first = end.partition(" ")[0]
    capital = first != first.lower() or (body.endswith(")") and end != end.lower())  # "eLife", too
    short = front and capital and sum(not is_small(word) for word in end.split()) <= most and not _DIGIT.search(end)
    return (front, end) if short and not is_presentation(end) else (text, "")


def _undecorated(text: str) -> str:
    """`text` without stops and signs behind it: "Title (Venue) 🔥" ends in brackets."""
    match = _DECORATION.search(text, max(0, len(text) - _LONGEST_END))
    return text[: match.start()] if match else text
