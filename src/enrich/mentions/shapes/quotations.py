"""Titles in quotation marks of any script. Pure."""

from __future__ import annotations

import re

from enrich.mentions.shapes.names import names_people
from enrich.mentions.shapes.phrases import YEAR_BEHIND_NAMES

_QUOTED = re.compile(
    r"(?:“(?P<a>[^“”]{8,400})”|\"(?P<b>[^\"]{8,400})\"|``(?P<c>[^`']{8,400})''|«(?P<d>[^«»]{8,400})»"
    r"|《(?P<e>[^《》]{4,400})》)"
)
# Single ones are apostrophes, too: a title in them is set off in front, and a mark or nothing stands behind it.
_SINGLE = re.compile(
    r"(?:^|(?<=[,.:;)\]–—-]\s))['‘](?=\S)(?P<title>.{8,400}?)(?:(?<=[.,?!])['’](?=\s)|['’](?=[,.;)]|\s*$))"
)
_WITHIN = re.compile(r"\s['‘]\S")  # 'Green' growth and the limits of 'brown'
FEWEST_WORDS = 3
_LONGEST_FRONT = 600  # characters in front of a title: many authors


def find_quotation(text: str, least: int = FEWEST_WORDS) -> re.Match[str] | None:
    """The first quotation of at least so many words, if it can be a title: near the front, and no colon goes on with
    it."""
    double = _QUOTED.search(text) if _has_marks(text) else None
    single = _find_single(text) if "'" in text or "‘" in text else None
    match = single if single and (not double or single.start() < double.start()) else double
    if not match or len(match[0].split()) < least or match.start() > _LONGEST_FRONT:
        return None
    return None if text[match.end() : match.end() + 1] in (":", "：") else match


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
