"""Lists of people of whom the first alone has the family's name in front, as libraries and search engines cite them:
"Roe, Jane, Max Q. Poe, and Ann van Moe. Some Title".

In: the text of an item, or the names in front of its title. Out: where the names end, or how others write them. Three
things in a title may look the same, so only a list of such items, or a year behind the names, tells. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.entries.names.commas import begins_title
from enrich.mentions.shapes.names import PARTICLE, is_single_name
from enrich.mentions.shapes.venues import venue_of

_WORD = r"[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*"
_INITIAL = r"[^\W\d_a-z]\.(?:-[^\W\d_a-z]\.)?"
_PART = rf"(?:{_INITIAL}|{_WORD})"
_FAMILY = rf"(?:{PARTICLE} ){{0,2}}{_WORD}"  # of two words, it looks like a whole name
_GIVEN = rf"{_PART}(?: {_PART}){{0,3}}(?: {PARTICLE}){{0,2}}"
_NAME = rf"(?:(?:{_PART}|{PARTICLE}) ){{1,5}}{_WORD}(?: Jr\.?| III?)?"
_SEVERAL = re.compile(rf"(?P<first>{_FAMILY}, {_GIVEN})(?P<others>(?:, {_NAME})*(?:,? (?:and|&) {_NAME}|,? et al))")
_ALONE = re.compile(rf"(?P<first>{_FAMILY}, (?:(?:{_INITIAL} ?)+(?<=\.)|{_WORD}(?: {_PART}){{0,2}}))")
_BETWEEN = re.compile(r",? (?:and|&) |, ")
_WORDS_OF_NAME = re.compile(r"[^\W\d_]{2}")  # given names that are but initials are told by those
_STOP = re.compile(r"(?:(?<=\.)|\.) +(?!(?:and|et) )(?=[\"“'‘¿¡]?[^\W_])")
_FEWEST_WORDS = 3
_ODD_AMONG = 3  # names, of which one may look odd


def upright(names: str) -> str:
    """People with the family's name of the first in its place, as that of the others: "Jane Roe, and Max Poe"."""
    bare = names.strip(" ,;")
    match = _SEVERAL.fullmatch(bare) or _SEVERAL.fullmatch(bare.rstrip(".")) or _ALONE.fullmatch(bare)
    return _turned(match["first"]) + match.groupdict().get("others", "") if match and _are_names(match) else names


def are_mixed(names: str) -> bool:
    """Whether a phrase is several people, the first with the family's name in front."""
    match = _SEVERAL.fullmatch(names.strip(" ,;").rstrip("."))
    return match is not None and _are_names(match)


def split_mixed(text: str, *, several: bool = False) -> tuple[str, None, str] | None:
    """`(names, None, rest)` at the stop behind people of whom the first, or the only one unless there are to be
    `several`, has the family's name in front."""
    for pattern in (_SEVERAL,) if several else (_SEVERAL, _ALONE):
        match = pattern.match(text)
        stop = _STOP.match(text, match.end()) if match else None
        if match and stop and _are_names(match):
            rest = text[stop.end() :]
            if len(rest.split()) >= _FEWEST_WORDS and begins_title(rest) and not venue_of(rest):
                return match[0], None, rest
    return None


def begins_with_mixed(text: str) -> bool:
    """Whether several people, the first with the family's name in front, and a stop stand in front of a title."""
    return "," in text and split_mixed(text, several=True) is not None


def _turned(first: str) -> str:
    family, _, given = first.partition(", ")
    return f"{given} {family}"


def _are_names(match: re.Match[str]) -> bool:
    others = match.groupdict().get("others", "").removesuffix("et al").strip(", ")
    others = re.sub(r"^(?:and|&) ", "", others)
    names = [_turned(match["first"]), *filter(None, _BETWEEN.split(others))]
    odd = sum(not is_single_name(name) for name in names)  # "Jane Small" has the look of words of titles
    written = _WORDS_OF_NAME.search(match["first"].partition(", ")[2]) is not None
    return written and is_single_name(names[0]) and odd * _ODD_AMONG <= len(names)
