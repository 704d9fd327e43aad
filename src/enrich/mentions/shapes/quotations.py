"""Titles in quotation marks of any script. Pure."""

from __future__ import annotations

import re

from enrich.mentions.shapes.names import is_single_name, names_people
from enrich.mentions.shapes.phrases import YEAR_BEHIND_NAMES
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import rest_behind

FEWEST_WORDS = 3
_INNER = 80  # letters of a quotation inside of another, at most


def double_marks(least: int) -> re.Pattern[str]:
    """Quotations of at least so many letters between marks of any script, one group for each; they may hold shorter
    ones: “The “Green” Reef”. Straight marks open behind a blank, and in front of a letter."""
    return re.compile(
        rf"“((?:[^“”]|“[^“”]{{1,{_INNER}}}”){{{least},400}})”"
        rf"|\"((?:[^\"]|(?<=[\s\"])\"(?=\w)[^\"]{{1,{_INNER}}}(?<!\s)\"){{{least},400}})\""
        rf"|``([^`']{{{least},400}})''|«([^«»]{{{least},400}})»|《([^《》]{{4,400}})》"
    )


_QUOTED = double_marks(8)
# Single ones are apostrophes, too: a title in them is set off in front, and a mark or nothing stands behind it.
_SINGLE = re.compile(
    r"(?:^|(?<=[,.:;)\]–—-]\s))['‘](?=\S)(?P<title>.{8,400}?)(?:(?<=[.,?!])['’](?=\s)|['’](?=[,.;)]|\s*$))"
)
_WITHIN = re.compile(r"\s['‘]\S")  # 'Green' growth and the limits of 'brown'
_LONGEST_FRONT = 600  # characters in front of a title: many authors


def find_quotation(text: str, least: int = FEWEST_WORDS, *, whole: bool = False) -> re.Match[str] | None:
    """The first quotation of at least so many words, if it can be a title: near the front, and neither a colon nor
    words of a title go on with it; where quotations are `whole` titles, such words say where they appeared."""
    double = _QUOTED.search(text) if _has_marks(text) else None
    single = _find_single(text) if "'" in text or "‘" in text else None
    match = single if single and (not double or single.start() < double.start()) else double
    if not match or len(match[0].split()) < least or match.start() > _LONGEST_FRONT:
        return None
    goes_on = _has_colon_behind(text, match) if whole else goes_on_behind(text, match)
    return None if goes_on else match


def goes_on_behind(text: str, quotation: re.Match[str]) -> bool:
    """Whether a quotation is but the first part of a title; names of journals behind one look like the rest of it."""
    if _has_colon_behind(text, quotation):
        return True
    rest = rest_behind(text, quotation.end()) if quotation[0][-2] not in ".," else ""
    front = text[: quotation.start()].rstrip(" .,:")
    if text.endswith(rest) and (names_people(front) or is_single_name(front)):
        return False  # "Jane Roe, “A Title” Letters of the Sea"
    return bool(rest) and not names_publication(rest)


def _has_colon_behind(text: str, quotation: re.Match[str]) -> bool:
    return text[quotation.end() : quotation.end() + 1] in (":", "：")


def _has_marks(text: str) -> bool:
    return "“" in text or '"' in text or "``" in text or "«" in text or "《" in text


def is_single(match: re.Match[str]) -> bool:
    """Whether a quotation stands between single marks."""
    return match[0][0] in "'‘"


def _find_single(text: str) -> re.Match[str] | None:
    """The first quotation between single marks, if it may be one's title: at the start, between
    signs of a citation, or behind names."""
    match = _SINGLE.search(text)
    if not match or _WITHIN.search(match["title"]):
        return None
    before = text[: match.start()].rstrip()
    if not before or (before[-1] in ",.;)]" and text[match.end() :].strip(" .")):
        return match
    return match if names_people(YEAR_BEHIND_NAMES.sub("", before).strip(" .,:;-–—")) else None
