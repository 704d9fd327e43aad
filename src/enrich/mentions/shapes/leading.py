"""Venue and year in front of a title: "[ICRA 2021] Title", "ICRA 2021: Title", "2021 · ICRA · Title". Pure."""

from __future__ import annotations

import re

from enrich.mentions.shapes.names import names_people
from enrich.mentions.shapes.tags import APOSTROPHES, YEAR, Tag, find_year, may_state_year, parse_tag, parse_venue

_OPENING = frozenset("[(【*_")
_PLACE_IN_FRONT = re.compile(r"\[(?P<place>[A-Z\d][^\[\]:]{1,31})\][\s:]*(?=[^\s\[]\S*\s+\S)")
_NAME_IN_FRONT = re.compile(r"(?P<name>[^\W_][^\s:]{1,24}(?: [A-Z][^\s:]{1,12})?) [-–—] (?P<title>[^\W_]\S*(?: \S+)+)")
_LONGEST_LEADING = 80  # letters that `_LEADING_BARE` takes at most
_LEADING = re.compile(
    r"\s*[*_]*(?:\[(?P<square>[^\[\]]{2,90})\]|\((?P<round>[^()]{2,90})\)|【(?P<lens>[^】]{2,90})】)[*_]*[\s:：.,|–—-]*"
)
# "ICRA 2021: A Title", "bioRxiv 2021.05, A Title", "ICRA 2021 (Oral), A Title".
_LEADING_BARE = re.compile(
    rf"\s*(?P<tag>[a-z]{{0,4}}[A-Z][\w&@/ -]{{1,30}}?[\s'’]*(?:{YEAR}(?:\.\d\d)?|['’]\d\d)"
    rf"(?: [A-Z][a-z]+(?: [A-Z][a-z]+)?| \([^()]{{3,40}}\))?"
    rf"|{YEAR}(?:[./-]\d\d){{0,2}}|{YEAR}[-/ ]{{1,2}}[A-Z][\w&. ]{{1,24}}?)\s*[:：|,–—-]\s+"
)
# "2021. A Title of Words", "ICRA 2021. A Title of Words. Jane Roe"; "FAO, 2021. A Title" begins with who wrote it.
_LEADING_STOPPED = re.compile(
    rf"\s*(?P<tag>(?:(?P<venue>[A-Z][\w&/-]*[A-Z][\w&/-]*),? )?{YEAR})\.\s+(?=[^\W\d_]\S*\s+\S+\s+\S)"
)
# "2021 · ICRA · A Title", "ICRA | 2021 | A Title".
_LEADING_CELLS = re.compile(
    rf"\s*(?P<tag>{YEAR}\s*[|·•]\s*[^\W\d_][\w&@/. -]{{1,30}}?|[^\W\d_][\w&@/. -]{{1,30}}?\s*[|·•]\s*{YEAR})\s*[|·•]\s+"
)
# "2021 SRL · Roe · A Title", "SRL, 2021 · Roe · A Title", "in press J. Dune Res. · Roe · A Title": the venue is an
# acronym, one word or a shortened name, for "2001 A Space Odyssey · Roe" is a title.
_NAME = r"[A-Z][\w&/-]*(?:(?<=[A-Z]{3}) [A-Z]{2,6}|(?:\.? [A-Z][\w&/-]*){0,4}\.(?: [A-Z]\b)?)?"
_WHEN = rf"(?:{YEAR}\??|(?:in press|forthcoming|to appear)\b|n\. ?d\.)"
_LEADING_DATED = re.compile(
    rf"\s*(?:(?P<when>{_WHEN})(?:,? (?P<behind>{_NAME}))?|(?P<front>{_NAME}),? (?P<year>{_WHEN}))\s*[|·•]\s+(?=\S)"
)
# People have the cell behind a year alone, and no venue: "2021 · Roe & Poe · A Title".
_NAMED = re.compile(r"[^|·•]{0,120}?(?:,|&|\band\b|\bet al\b)")
_PERSON = re.compile(r"\s*[A-Z][\w'’-]+ [A-Z]\.,? \d")  # "Roe J., 2010 · A Title"
_LEADING_PLACE = re.compile(
    rf"\s*(?P<tag>{YEAR},? [A-Z][^|·•,;()]{{2,80}}?|[A-Z][^|·•,;()]{{2,80}}?,? {YEAR})\s*[|·•]\s+(?=\S)"
)
# "??? · ICRA · A Title": in the place of the year that others have there.
_LEADING_UNDATED = re.compile(r"\s*\?{1,4}\s*[|·•]\s+(?:(?P<venue>[^\W\d_][\w&@/. -]{1,30}?)\s*[|·•]\s+)?(?=\S+ \S)")
_CELL_SIGNS = frozenset("|·•")
# "ICRA'21 A Title of Some Words": no title begins with a year of two digits.
_LEADING_SHORT = re.compile(r"\s*(?P<tag>[A-Z][\w&/-]{1,20}(?: [A-Z][\w&-]{1,15})?['’‘`´]\d\d)\s+(?=\S+\s+\S+\s+\S)")
# "01/2012 A Title of Some Words": the number of a report in its year, or the month.
_LEADING_NUMBERED = re.compile(rf"\s*\d{{1,3}}/(?P<year>{YEAR})[.:,]?\s+(?=[^\W\d_a-z]\S*\s+\S)")


def place_in_front(text: str) -> re.Match[str] | None:
    """The words in square brackets that a text begins with, `place`, if they may be a name of any form."""
    return _PLACE_IN_FRONT.match(text) if text[:1] == "[" else None


def name_in_front(text: str) -> re.Match[str] | None:
    """The word or two in front of a dash that a text begins with, `name`, and what stands behind it, `title`."""
    return _NAME_IN_FRONT.match(text)


def split_leading_tag(text: str, *, titled: bool = False) -> tuple[Tag | None, str]:
    """`(tag, rest)`: the tag in front of a title, "[ICRA 2021] Title" or "ICRA 2021: Title"; `(None, text)` if none.
    `titled`: the title is known to stand further behind, so that any name beside a year in front is a venue."""
    start = text.lstrip()[:_LONGEST_LEADING]
    dated = may_state_year(start)
    if start[:1] in _OPENING and (match := _LEADING.match(text)):
        inner = match["square"] or match["round"] or match["lens"]
        tag = parse_tag(inner) or (Tag(venue) if (venue := parse_venue(inner)) else None)
        if tag and text[match.end() :].strip():
            return tag, text[match.end() :]
    if start[:1] == "?" and (match := _LEADING_UNDATED.match(text)):
        return Tag(match["venue"]), text[match.end() :]
    celled = not _CELL_SIGNS.isdisjoint(start)
    if dated and celled and (match := _LEADING_CELLS.match(text)):
        tag = parse_tag(match["tag"])
        if tag and text[match.end() :].strip():
            return tag, text[match.end() :]
    celled = celled and not _PERSON.match(text)
    match = _LEADING_DATED.match(text) if celled else None
    venue = match and (match["behind"] or match["front"])
    if match and (venue or not (match["when"] or "")[:1].isdigit() or _NAMED.match(text, match.end())):
        return Tag(venue, find_year(match["when"] or match["year"])), text[match.end() :]
    if titled and celled and (match := _LEADING_PLACE.match(text)) and (tag := parse_tag(match["tag"])):
        return tag, text[match.end() :]
    if dated and (match := _LEADING_NUMBERED.match(text)):
        return Tag(None, int(match["year"])), text[match.end() :]
    quoted = not APOSTROPHES.isdisjoint(start)
    bare = (dated or quoted) and (_LEADING_BARE.match(text) or _match_stopped(text))
    if bare:
        tag = parse_tag(bare["tag"])
        if tag and text[bare.end() :].strip():
            return tag, text[bare.end() :]
    if quoted and (match := _LEADING_SHORT.match(text)) and (tag := parse_tag(match["tag"])):
        return tag, text[match.end() :]
    return None, text


def _match_stopped(text: str) -> re.Match[str] | None:
    """The year in front of a stop, or a venue as well where people end the text."""
    match = _LEADING_STOPPED.match(text)
    people = text.rstrip(" .").rpartition(". ")[2] if match and match["venue"] else ""
    return match if match and (not match["venue"] or names_people(people)) else None
