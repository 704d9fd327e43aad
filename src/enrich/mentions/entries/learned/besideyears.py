"""Venues beside years, with nothing but a blank between them and the title: "Title ICRA, 2018", "Title 2018 ICRA",
"2018 ICRA Title". What comes again there over all items of a page is a venue.

In: the texts of a page's items. Out: those venues; and one text without its own. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from enrich.mentions.entries.learned.affixes import venue_lengths
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.months import MONTH
from enrich.mentions.shapes.names import names_people
from enrich.mentions.shapes.tags import YEAR, Tag, find_year, may_state_year
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import BLANKS, is_acronym, is_capital

_GLUED = re.compile(  # "Title ICRA 2021", "Title ICRA May 2021", "Title ICRA'21"
    rf"(?<=[^\s.,;:|)\](\[–—-])(?:\s+(?i:{MONTH})(?=\s\d{{4}}))?\s*['’]?\s?(?:(?:19|20)\d\d|(?<=['’])\d\d)[\s.)]*$"
)
_FEWEST_GLUED, _GLUED_SHARE = 4, 0.5
_LONGEST_GLUED = 32
_PARTED = re.compile(rf"(?<=[^\s.,;:|)\](\[–—-]), {YEAR}(?=\.(?:\s|$)|$)")  # "Title ICRA, 2021. paper"
# "Title 2018 Venue", "Title 2018 Venue — What it does", "Title 2018 [code]": nothing parts the year from the title.
_YEAR_AND_VENUE = re.compile(
    rf",?\s(?P<year>{YEAR})(?: (?P<venue>[^\W\d_][^\d\[\]()|—–]{{1,48}}?))?"
    r"(?=\s*$|:\s|\s+(?:--? |[—–|·\[(])|(?(venue)(?!)|\.(?:\s|$)))"
)
_BUTTONS = re.compile(r"(?<=\s(?:19|20)\d\d)\W+[^\W\d]\D*$")
_SPACED_DASH = re.compile(r"\s+[-–—]{1,2}\s")
_LEADING_ON = frozenset("a an the of for and or at from with on in to by as since until".split())  # noqa: SIM905
YEAR_IN_FRONT = re.compile(r"(?:19|20)\d\d\s+(?=[^\W\d_a-z])")
_SET_OFF, _SURE_SHARE = frozenset('.,;|·•–—-"”’'), 0.8
# What comes again makes up this share of the items of a list that has it; most of that is told by itself.
_FEWEST_LAST, _LAST_SHARE, _TOLD_SHARE = 6, 0.5, 0.5
_LONGEST_NAME = 6  # words


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
    `ahead` of years or `behind` them; or one of both. An acronym is one between the title and a comma, too."""
    text = _without_buttons(" ".join(text.split()))  # as the names of venues are written
    end = dash.start() if (dash := _SPACED_DASH.search(text)) else len(text)
    for match in _YEAR_AND_VENUE.finditer(text) if may_state_year(text) else ():
        venue, at = match["venue"], match.start()
        words = text[:at].split()
        coined = len(words) > 1 and is_acronym(words[-1]) and words[-1].isalpha()
        known = _known_end(words, ahead) or (words[-1] if ahead and coined and match[0][0] == "," else "")
        if not venue and known:
            venue, at = known, text.rfind(known, 0, at)
        told = behind or (ahead and not coined and match.end() == len(text))
        lone = not venue and told and match.end() <= end and not _leads_on(text[:at], text[match.end() :])
        if lone or at < match.start() or venue in behind:
            return text[:at], Tag(venue, int(match["year"])), text[match.end() :]
    venue = _known_end(text[:end].split(), behind)
    return (text[: text.rfind(venue, 0, end)], Tag(venue), text[end:]) if venue else None


def _without_buttons(text: str) -> str:
    """`text` without words of links behind its last year: "Title ICRA 2018. pdf, code"."""
    match = _BUTTONS.search(text, max(0, len(text) - _LONGEST_GLUED))
    return text[: match.start()] if match and is_anchor(match[0]) else text


def _leads_on(before: str, after: str) -> bool:
    """Whether words around a year make it a part of the title: "Tides since 1959", "World Cup 2026: ..."."""
    return after.startswith(":") or before.rpartition(" ")[2] in _LEADING_ON


def _known_end(words: list[str], venues: frozenset[str]) -> str:
    """The last words that are one of `venues`, "" if none is; what leads on to them makes them a title's."""
    for length in range(min(_LONGEST_NAME, len(words) - 2), 0, -1):
        if (name := " ".join(words[-length:])) in venues and words[-length - 1] not in _LEADING_ON:
            return name
    return ""


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


def learn_ahead_of_years(texts: Iterable[str]) -> frozenset[str]:
    """What stands ahead of the last years of `texts`, with nothing between it and the title, if most have one
    that comes again: venues, "Title Venue 2018 — What it does", "Title Venue, 2018. code". People on lines of their own
    do not count; in front of a comma, most that comes again has to be named as venues are."""
    listed = list(texts)
    rows = [front for text in listed if len(front := _ahead_of_year(text)) > 3]
    glued = [words for words in rows if not any(word[-1] in _SET_OFF for word in words[-_LONGEST_NAME:])]
    if len(glued) < max(_FEWEST_LAST, _SURE_SHARE * len(rows)):
        return frozenset()
    total = sum(not names_people(text) for text in listed)
    if len(glued) < _LAST_SHARE * total:
        return frozenset()
    names = [" ".join(words[-n:]) for words, n in zip(glued, venue_lengths(glued, reverse=True), strict=True) if n]
    again = _recurring(names, total)
    told = sum((is_acronym(name) and name.isalpha()) or names_publication(name) for name in names if name in again)
    parted = sum(_PARTED.search(text) is not None for text in listed) * 2 > len(rows)
    return again if not parted or told > _TOLD_SHARE * sum(name in again for name in names) else frozenset()


def _ahead_of_year(text: str) -> list[str]:
    """The words of an item ahead of the year behind its title, and of a description behind that; [] for others."""
    front = _front(text)
    match = _find_glued(front) or (_PARTED.search(text) if may_state_year(text) else None)
    return match.string[: match.start()].split() if match else []


def _front(text: str) -> str:
    """`text` without the description behind the dash that follows its year."""
    dash = _SPACED_DASH.search(text)
    front = text[: dash.start()] if dash else text
    return front if front[-1:].isdigit() else text


def learn_behind_years(texts: Iterable[str]) -> frozenset[str]:
    """What stands behind the years of `texts`, if most have one that comes again: venues, "Title 2018 Venue"."""
    listed = list(texts)
    found = [match["venue"] for text in listed if may_state_year(text) and (match := _YEAR_AND_VENUE.search(text))]
    return _recurring([venue for venue in found if venue], len(listed))


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


def _recurring(names: list[str], total: int) -> frozenset[str]:
    """Those of `names` that come again, if most of `total` items have one."""
    again = {name: count for name, count in Counter(names).items() if count > 1}
    return frozenset(again) if sum(again.values()) >= max(_FEWEST_LAST, _LAST_SHARE * total) else frozenset()


def _find_glued(text: str) -> re.Match[str] | None:
    """The year at the end of `text` that nothing sets off from the word before it."""
    digit = text.rstrip(BLANKS + ".)")[-1:].isdigit()
    return _GLUED.search(text, max(0, len(text) - _LONGEST_GLUED)) if digit else None
