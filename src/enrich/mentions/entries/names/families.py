"""Surnames alone in front of titles: "Roe et al., 2019. Title", "Roe and Poe, Title" behind a venue, "Roe, Poe and Doe:
Title" in lists that begin their items so.

In: the text of an item, or of all. Out: surnames and the rest that begins with the title; or None when it does not
begin with them. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from enrich.mentions.entries.parts import Entry
from enrich.mentions.shapes.names import (
    NO,
    are_surnames,
    author_likeness,
    is_particle,
    may_stand_in_names,
    names_people,
    split_authors,
)
from enrich.mentions.shapes.tags import find_year
from enrich.mentions.shapes.words import is_acronym

# "Roe, 2019. Some title", "Roe et al., 2019. Some title"
_FAMILY_AND_YEAR = re.compile(
    r"(?P<family>[^\W\d_][\w'’-]+)(?P<others>,? et al\.?)?, (?P<year>(?:19|20)\d\d)[a-z]?[.:,]\s+(?=\S+ \S)"
)
# "Roe (2019): Some title", "Roe and Poe (2019). Some title", "Roe et al. (2019), Some title"
_FAMILIES_AND_YEAR = re.compile(
    r"(?P<family>[^\W\d_][^():.\d]{1,60}?)(?P<others>,? et al\.?)?,?"
    r" \((?P<year>(?:19|20)\d\d)[a-z]?\)[:.,]\s+(?=\S+ \S)"
)
# "Roe et al., Some title", "Roe and Poe, Some title" behind venue and year
_FAMILIES_ALONE = re.compile(r"(?P<family>[^\W\d_][^,.:()\d]{1,60}?)(?P<others> et al\.?)?,\s+(?=\S+ \S)")
# "Roe & Poe 2019, Some title", "Roe et al. 2019: Some title", "Roe '92: Some title"
_PEOPLE_AND_YEAR = re.compile(
    r"(?P<names>[^\W\d_][^():\d]{1,80}?),? (?P<year>(?:19|20)\d\d|['’]\d\d)[a-z]?(?:[.,:]| [-–—])\s+(?=\S+ \S)"
)
# Venues stand in front of years as well, and a few of them have an "and" in their names: none has "et al.".
_SEVERAL, _FEWEST_SEVERAL, _SEVERAL_SHARE = re.compile(r"\s(?:and|&)\s|\bet al\b"), 2, 0.5
_AL = re.compile(r"\bet al\b")
_SURELY = re.compile(r",? et al\.?$|, .* & ")  # "Roe, Poe & Doe": enumerations in titles have "and"
_CITED = re.compile(r"[A-Z][^.]{8,}[^\W\d_]{3}\. [A-Z]")  # "Title of a Paper. Where it appeared"
_NO_YEAR = r"(?!\W?(?:19|20)\d\d\b)(?=\S+ \S)"
# "Roe: Some title", "Roe, Poe and Doe. Some title", "Roe et al. - Some title": surnames and the sign behind them
# Further surnames that commas alone part: "Roe, Poe, Doe, Some Title"; words of a title have an "and" behind them, or
# a small letter: "Roe, Time, Clocks, and Tides", "Roe, Tides, a View from the Shore"; one may begin a title as well:
# "Roe, Money, Interest Rates and Output".
_STRUNG = re.compile(
    r"(?:[A-ZÀ-Þ]['’]?[^\W\d_]*[a-zß-ÿ](?:-[A-ZÀ-Þ][a-zß-ÿ]+)?, ){2,}"
    r"(?=[A-ZÀ-Þ\d][^\s,]* (?!(?:and|or|&) )[^\s,]+ [^\s,])"
)
_FAMILIES_AND_SIGN = re.compile(
    r"(?P<names>[^\W\d_][^\d.:;()\[\]\"“]{1,160}?)(?P<others>,? et al\.?)?(?P<sign>:|(?<! [A-Z])\.| [-–—])\s+"
    + _NO_YEAR
)
# The same with a comma, which stands between the surnames, too: behind the last of several, or behind one alone.
_FAMILIES_AND_COMMA = re.compile(
    r"(?P<names>[^\W\d_][^\d.:;()\[\]\"“]{1,120}?"
    r"(?:(?P<others>,? et al\.?)|,? (?:and|&|und|et|y) [^\s,]+(?: [^\s,]+){0,2})"
    r"|[^\W\d_][^\s,.:;()]+(?: [^\s,.:;()]+){0,2})(?P<sign>,)\s+" + _NO_YEAR
)
_BETWEEN = re.compile(r",?\s+(?:and|&|und|et|y)\s+|,\s+")
_OTHERS = re.compile(r",? et al\.?$")
_NAME_WORDS = 2  # of a surname, particles aside
_PAIR = 2
_LONGEST_FRONT = 160  # characters
# "McRoe", "DePoe": no acronyms, though they have two capitals.
_TWO_CAPITALS = re.compile(r"(?:Ma?c|D[aei]|L[ae]|Van|[OD]['’])[A-Z][^\W\d_A-Z]+")
# A system has one name, so lists of "Name: Title" have no "Name and Name: Title"; and nearly all of a list that begins
# its items with surnames do so, but not all lines of a page are items. By judgement; of 1,000 lists of the tests none
# of another kind has a fifth of the first.
_FEWEST_JOINED, _JOINED_SHARE, _SURNAMES_SHARE = 3, 0.2, 0.5
_FEWEST_SURE = 2  # that are no "Bread and Roses: ..."
_FEWEST_ALONE, _ALONE_SHARE, _UNLIKE_SHARE = 6, 0.7, 0.5  # where most items have one author; by judgement
_FIRST_PHRASE, _TITLED_SHARE = re.compile(r"[^.,;:()&\d]+"), 0.6
_SINGLE_SHARE = 0.8  # of those with a sign behind them: some surnames are of two words


def begins_with_others_and_year(text: str) -> bool:
    """Whether a family name, "et al." and a year stand in front: "Roe et al., 2019. Title", "Roe et al. (2019): A"."""
    match = families_and_year(text)
    return match is not None and match["others"] is not None


def families_and_year(text: str) -> re.Match[str] | None:
    """Surnames alone (`family`), and a `year`, in front of some words."""
    match = _FAMILY_AND_YEAR.match(text) or (_FAMILIES_AND_YEAR.match(text) if ") " in text or "):" in text else None)
    named = match and are_surnames(match["family"]) and not any(map(is_acronym, match["family"].split()))
    return match if named else None


def split_name_and_year(text: str) -> tuple[str, int, str] | None:
    """`(names, year, rest)` of an item that begins with people and a bare year: "Roe & Poe 2019, Title"."""
    match = _PEOPLE_AND_YEAR.match(text)
    year = find_year(match["year"]) if match and _are_named(match["names"]) else None
    return (match["names"], year, text[match.end() :]) if match and year else None


def _are_named(names: str) -> bool:
    """Whether words are people, in full or by their surnames."""
    parts = _BETWEEN.split(_OTHERS.sub("", names))
    return names_people(names) or all(_may_be_surname(part, among=len(parts) > 1) for part in parts)


def count_names_and_years(texts: Iterable[str]) -> int:
    """How many of a list's items begin with people and a bare year; none where no "et al." or few pairs tell them from
    venues: "Science 2019, ...", "Plant and Soil 2017: ..."."""
    named = [found[0] for text in texts if (found := split_name_and_year(text))]
    several = sum(map(bool, map(_SEVERAL.search, named)))
    told = any(map(_AL.search, named)) or several > _SEVERAL_SHARE * len(named)
    return len(named) if told and several >= _FEWEST_SEVERAL else 0


def split_families(text: str) -> tuple[str, bool, str] | None:
    """`(surnames, whether "et al." stands behind them, rest)` of "Roe et al., Title", "Roe and Poe, Title"."""
    match = _FAMILIES_ALONE.match(text)
    if not match or not are_surnames(match["family"]) or any(map(is_acronym, match["family"].split())):
        return None
    return match["family"], match["others"] is not None, text[match.end() :]


def split_at_sign(text: str, sign: str) -> tuple[str, str] | None:
    """`(surnames, rest)` of an item of a list that has this sign behind the surnames in front of its titles; initials
    may stand in front of some: "J. M. Roe: Some title"."""
    front, colon, rest = text[:_LONGEST_FRONT].partition(": ") if sign == ":" else ("", "", "")
    if front[1:2] == "." and rest and author_likeness(front) != NO:
        return front, text[len(front) + len(colon) :].lstrip()
    match = (_FAMILIES_AND_COMMA if sign == "," else _FAMILIES_AND_SIGN).match(text)
    if not match or match["sign"].strip() != sign or not _are_told(match):
        return None
    alone = sign == "," and not match["others"] and len(_BETWEEN.split(match["names"])) == 1
    strung = _STRUNG.match(text, match.end()) if alone else None
    end = strung.end() if strung else match.end()
    return text[:end].rstrip(" ,") if strung else text[: match.start("sign")], text[end:]


def learn_sign(texts: Sequence[str]) -> str:
    """The sign behind the surnames alone that most of `texts` begin with, some of them with several; "" for none."""
    for pattern in (_FAMILIES_AND_SIGN, _FAMILIES_AND_COMMA):
        found = [match for text in texts if (match := pattern.match(text))]
        signs = Counter(match["sign"].strip() for match in found)
        sign = signs.most_common(1)[0][0] if signs else ""
        named = [match for match in found if match["sign"].strip() == sign and _are_told(match)]
        joined, single = sum(map(_are_joined, named)), sum(map(_are_single, named))
        sure = sum(map(_are_sure, named)) >= _FEWEST_SURE
        people = single + sum(not _are_single(match) and names_people(match["names"]) for match in named)
        enough = joined >= max(_FEWEST_JOINED, _JOINED_SHARE * len(texts)) and people >= _SINGLE_SHARE * len(named)
        if sure and enough and len(named) >= _SURNAMES_SHARE * len(texts):
            return sign
        if sign == "," and single >= _SINGLE_SHARE * len(named) and _are_unlike(named, len(texts)):
            return sign
    return ""


def _are_unlike(named: Sequence[re.Match[str]], items: int) -> bool:
    """Whether nearly all items begin with names, most of them others, and titles of some words behind them: hardly any
    title has a word and a comma first, and given names are a word or two."""
    apart = {match["names"] for match in named}
    behind = (_FIRST_PHRASE.match(match.string, match.end()) for match in named)
    titled = sum(phrase is not None and len(phrase[0].split()) > _NAME_WORDS for phrase in behind)
    return (
        titled >= _TITLED_SHARE * len(named)
        and len(named) >= max(_FEWEST_ALONE, _ALONE_SHARE * items)
        and len(apart) >= _UNLIKE_SHARE * len(named)
    )


def _are_single(match: re.Match[str]) -> bool:
    """Whether each of those named is by one word, as people in full are not."""
    parts = _BETWEEN.split(_OTHERS.sub("", match["names"]))
    return all(sum(not is_particle(word) for word in part.split()) == 1 for part in parts)


def _are_joined(match: re.Match[str]) -> bool:
    """Whether several people are named, by one word each."""
    several = match["others"] is not None or (len(_BETWEEN.split(match["names"])) > 1 and are_surnames(match["names"]))
    return several and _are_single(match)


def _are_sure(match: re.Match[str]) -> bool:
    """Whether what is named must be people, as two words with "and" between them need not be."""
    several = match["others"] is not None or len(_BETWEEN.split(match["names"])) > _PAIR
    return several or any(map(is_particle, match["names"].split()))


def _are_told(match: re.Match[str]) -> bool:
    """Whether words are surnames where those stand; one of several may look like a word of titles. In front of a comma
    two words are the first of several names in full."""
    parts = _BETWEEN.split(_OTHERS.sub("", match["names"]))
    if match["sign"] == "," and len(parts) == 1 and not are_surnames(match["names"]):
        return False
    return all(_may_be_surname(part, among=len(parts) > 1) for part in parts)


def _may_be_surname(part: str, *, among: bool) -> bool:
    words = [word for word in part.split() if not is_particle(word)]
    if not 0 < len(words) <= _NAME_WORDS or not all(map(may_stand_in_names, words)):
        return False
    return among or not any(is_acronym(word) and not _TWO_CAPITALS.fullmatch(word) for word in words)


def take_families(text: str, entry: Entry) -> str:
    """`text` without the surnames in front of it."""
    found = split_families(text)
    if not found:
        return text
    entry.authors, entry.authors_first = split_authors(found[0]), True
    return found[2]


def split_names_in_front(text: str) -> tuple[str, int | None, str] | None:
    """`(names, year, rest)` of an item of a list that has people and a year in front: some have the year in brackets,
    of others it is not known, which are believed where "et al." or a sentence behind tells them from "Salt: A Review",
    "Tides, Waves and Winds"."""
    if found := split_name_and_year(text):
        return found
    if bracketed := families_and_year(text):
        return bracketed["family"], int(bracketed["year"]), text[bracketed.end() :]
    colon = split_at_sign(text, ":")
    surnames = colon if colon and are_surnames(colon[0]) else split_at_sign(text, ",")
    if surnames and (_SURELY.search(surnames[0]) or (surnames != colon and _CITED.match(surnames[1]))):
        return surnames[0], None, surnames[1]
    return None
