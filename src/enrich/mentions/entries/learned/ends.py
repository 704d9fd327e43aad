"""Venues that a list's own items tell: what comes again behind their titles, with no stop or no year to set it off.

In: the texts of a page's items. Out: what they end in; and one text without it. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from enrich.mentions.entries.learned.affixes import venue_lengths
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.months import MONTH
from enrich.mentions.shapes.names import is_single_name
from enrich.mentions.shapes.tags import YEAR, Tag, find_year, is_presentation, may_state_year, parse_venue
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import BLANKS, is_acronym, is_capital, is_small, sentences

_DIGIT = re.compile(r"\d")
_DECORATION = re.compile(r"[^\w)\]?!'\"”’]+$")
_GLUED = re.compile(  # "Title ICRA 2021", "Title ICRA May 2021", "Title ICRA'21"
    rf"(?<=[^\s.,;:|)\](\[–—-])(?:\s+(?i:{MONTH})(?=\s\d{{4}}))?\s*['’]?\s?(?:(?:19|20)\d\d|(?<=['’])\d\d)[\s.)]*$"
)
# Ends that come again make up this share of the items of a list that has them.
_FEWEST_LAST, _LAST_SHARE, _LAST_WORDS = 6, 0.5, 4
_CLOSING_SHARE = 0.25  # of all lines of a page; by judgement: others end in years, in numbers, or are no items
_FEWEST_GLUED, _GLUED_SHARE = 4, 0.5
_LONGEST_GLUED = 32
# "Title 2018 Venue", "Title 2018 Venue — What it does", "Title 2018 [code]": nothing parts the year from the title.
_YEAR_AND_VENUE = re.compile(
    rf"\s(?P<year>{YEAR})(?: (?P<venue>[^\W\d_][^\d\[\]()|—–]{{1,48}}?))?(?=\s*$|:\s|\s+(?:--? |[—–|·\[(]))"
)
_SPACED_DASH = re.compile(r"\s+(?:--?|[–—])\s")
_LEADING_ON = frozenset("a an the of for and or at from with on in to by as since until".split())  # noqa: SIM905
_FEW_SHARE = 0.34
# By judgement: shorter acronyms may be countries or readers, and more than half of the brackets are told to be venues.
_ACRONYM_LETTERS, _TOLD_SHARE = 3, 0.5
_SERIES, _SERIES_WORDS = re.compile(r"(?:Series|Ser\.|Section) [A-Z]"), 4  # "The Journal of Some Field, Series A"
_BRACKETED_YEAR = re.compile(r"\s\((?:19|20)\d\d\)\.?$")
YEAR_IN_FRONT = re.compile(r"(?:19|20)\d\d\s+(?=[^\W\d_a-z])")
_SET_OFF, _SURE_SHARE = frozenset('.,;|·•–—-"”’'), 0.8
_LONGEST_NAME = 6  # words
PLACES_TRIED = 5  # sentences of an item


def split_glued_venue(text: str, venues: frozenset[str]) -> tuple[str, Tag | None]:
    """`(rest, tag)` of a title with its venue and year right behind it, nothing between: "Title ICRA 2021".

    An acronym in front of the year counts, and those names that other items of the list end in (`venues`).
    """
    match = _find_glued(text)
    if not match:
        return text, None
    body = text[: len(text) - len(match[0])].rstrip()
    words = body.split()
    for length in range(min(_LONGEST_NAME, len(words) - 2), 0, -1):
        name = " ".join(words[-length:])
        if words[-length - 1] in _LEADING_ON:
            continue  # "A Report from ICRA 2021"
        if name.casefold() in venues or (length == 1 and is_acronym(name) and name.isalpha() and not venues):
            return " ".join(words[:-length]), Tag(name, find_year(match[0]))
    return text, None


def split_known(text: str, ahead: frozenset[str], behind: frozenset[str]) -> tuple[str, Tag, str] | None:
    """`(title, tag, rest)` of an item that has, behind its title, the year and one of the venues that its list has
    `ahead` of years or `behind` them; or one of both."""
    text = " ".join(text.split())  # as the names of venues are written
    end = dash.start() if (dash := _SPACED_DASH.search(text)) else len(text)
    for match in _YEAR_AND_VENUE.finditer(text) if may_state_year(text) else ():
        venue, at = match["venue"], match.start()
        if not venue and (before := _known_end(text[:at].split(), ahead)):
            venue, at = before, text.rfind(before, 0, at)
        lone = not venue and behind and match.end() <= end and not _leads_on(text[:at], text[match.end() :])
        if lone or at < match.start() or venue in behind:
            return text[:at], Tag(venue, int(match["year"])), text[match.end() :]
    venue = _known_end(text[:end].split(), behind)
    return (text[: text.rfind(venue, 0, end)], Tag(venue), text[end:]) if venue else None


def _leads_on(before: str, after: str) -> bool:
    """Whether words around a year make it a part of the title: "Tides since 1959", "World Cup 2026: ..."."""
    return after.startswith(":") or before.rpartition(" ")[2] in _LEADING_ON


def _known_end(words: list[str], venues: frozenset[str]) -> str:
    """The last words that are one of `venues`, "" if none is; what leads on to them makes them a title's."""
    for length in range(min(_LONGEST_NAME, len(words) - 2), 0, -1):
        if (name := " ".join(words[-length:])) in venues and words[-length - 1] not in _LEADING_ON:
            return name
    return ""


def learn_ahead_of_years(texts: Iterable[str]) -> frozenset[str]:
    """What stands ahead of the last years of `texts`, with nothing between it and the title, if most have one
    that comes again: venues, "Title Venue 2018 — What it does"."""
    listed = [_front(text) for text in texts]
    rows = [text[: len(text) - len(match[0])].split() for text in listed if (match := _find_glued(text))]
    rows = [words for words in rows if len(words) > 3]
    glued = [words for words in rows if not any(word[-1] in _SET_OFF for word in words[-_LONGEST_NAME:])]
    if len(glued) < max(_FEWEST_LAST, _LAST_SHARE * len(listed), _SURE_SHARE * len(rows)):
        return frozenset()
    names = [" ".join(words[-n:]) for words, n in zip(glued, venue_lengths(glued, reverse=True), strict=True) if n]
    return _recurring(names, len(listed))


def _front(text: str) -> str:
    """`text` without the description behind the dash that follows its year."""
    dash = _SPACED_DASH.search(text)
    front = text[: dash.start()] if dash else text
    return front if front[-1:].isdigit() else text


def _recurring(names: list[str], total: int) -> frozenset[str]:
    """Those of `names` that come again, if most of `total` items have one."""
    again = {name: count for name, count in Counter(names).items() if count > 1}
    return frozenset(again) if sum(again.values()) >= max(_FEWEST_LAST, _LAST_SHARE * total) else frozenset()


def learn_behind_years(texts: Iterable[str]) -> frozenset[str]:
    """What stands behind the years of `texts`, if most have one that comes again: venues, "Title 2018 Venue"."""
    listed = list(texts)
    found = [match["venue"] for text in listed if may_state_year(text) and (match := _YEAR_AND_VENUE.search(text))]
    return _recurring([venue for venue in found if venue], len(listed))


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
    fronts = [_BRACKETED_YEAR.sub("", text) for text in texts if _BRACKETED_YEAR.search(text[-_LONGEST_GLUED:])]
    counts = Counter(end for front in fronts if (end := last_phrase(front)[1]))
    told = {end: count for end, count in counts.items() if count > 1 or is_acronym(end)}
    named = sum(map(is_single_name, told)) * 2 > len(told)
    if named or sum(told.values()) < max(_FEWEST_LAST, _LAST_SHARE * len(fronts)):
        return frozenset()
    return frozenset(end.casefold() for end in counts if end in told or not is_single_name(end))


def learn_venues_behind_years(texts: Iterable[str]) -> frozenset[str]:
    """What stands behind the years that `texts` begin with, if most have one that comes again: venues, "2018 Venue
    Title"."""
    listed = list(texts)
    rows = [text[match.end() :].split() for text in listed if (match := YEAR_IN_FRONT.match(text))]
    rows = [words for words in rows if len(words) > 3]
    if len(rows) < max(_FEWEST_LAST, _LAST_SHARE * len(listed)):
        return frozenset()
    lengths = zip(rows, venue_lengths(rows, reverse=False), strict=True)
    names = [" ".join(words[:n]) for words, n in lengths if n and words[n - 1][-1] not in _SET_OFF]
    again = _recurring(names, len(listed))
    # The first words of titles come again, too, in a list of one field.
    named = sum((is_acronym(name) and name.isalpha()) or names_publication(name) for name in again)
    return again if named * 2 > len(again) else frozenset()


def split_venue_behind_year(text: str, venues: frozenset[str]) -> tuple[Tag, str] | None:
    """`(tag, rest)` of an item that begins with the year and one of `venues`, the longest, or an acronym in front of
    a capital."""
    match = YEAR_IN_FRONT.match(text)
    words = text[match.end() :].split(None, _LONGEST_NAME) if match else []
    for length in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        name = " ".join(words[:length])
        lone = length == 1 and is_acronym(name) and name.isalpha() and is_capital(words[1])
        if match and (name in venues or lone):
            return Tag(name, find_year(match[0])), " ".join(words[length:])
    return None


def learn_fronts(texts: Iterable[str]) -> frozenset[str]:
    """The acronyms in front of the first colons of `texts`, if most have one of few: venues, for names of systems
    differ."""
    listed = list(texts)
    fronts = Counter(front for text in listed if " " not in (front := text.partition(": ")[0]) and is_acronym(front))
    again = {front for front, count in fronts.items() if count > 1}
    told = sum(fronts[front] for front in again)
    enough = told >= max(_FEWEST_LAST, _LAST_SHARE * len(listed))
    return frozenset(again) if enough and len(again) <= _FEW_SHARE * told else frozenset()


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
    match = _DECORATION.search(text, max(0, len(text) - _LONGEST_GLUED))
    return text[: match.start()] if match else text


def _find_glued(text: str) -> re.Match[str] | None:
    """The year at the end of `text` that nothing sets off from the word before it."""
    digit = text.rstrip(BLANKS + ".)")[-1:].isdigit()
    return _GLUED.search(text, max(0, len(text) - _LONGEST_GLUED)) if digit else None


def learn_glued_venues(texts: Iterable[str]) -> frozenset[str]:
    """The names before the last year of `texts`, if most end in a year without a stop before it."""
    listed = list(texts)
    rows = [text[: len(text) - len(match[0])].split() for text in listed if (match := _find_glued(text))]
    rows = [words for words in rows if len(words) > 3]
    if len(rows) < _FEWEST_GLUED or len(rows) < _GLUED_SHARE * len(listed):
        return frozenset()
    lengths = venue_lengths(rows, reverse=True)
    return frozenset(
        " ".join(words[-length:]).casefold() for words, length in zip(rows, lengths, strict=True) if length
    )
