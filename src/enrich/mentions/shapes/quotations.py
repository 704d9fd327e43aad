"""Titles in quotation marks of any script. Pure."""

from __future__ import annotations

import re

_QUOTED = re.compile(
    r"(?:“(?P<a>[^“”]{8,400})”|\"(?P<b>[^\"]{8,400})\"|``(?P<c>[^`']{8,400})''|«(?P<d>[^«»]{8,400})»"
    r"|《(?P<e>[^《》]{4,400})》)"
)
# Single ones are apostrophes, too: a title in them is set off in front, and a mark or nothing stands behind it.
_SINGLE = re.compile(
    r"(?:^|(?<=[,.:;)\]–—-]\s))['‘](?=\S)(?P<title>.{8,400}?)(?:(?<=[.,?!])['’](?=\s)|['’](?=[,.;)]|\s*$))"
)
_QUOTES = ("“", '"', "``", "«", "《")
FEWEST_WORDS = 3
_LONGEST_FRONT = 600  # characters in front of a title: many authors


def find_quotation(text: str, least: int = FEWEST_WORDS) -> re.Match[str] | None:
    """The first quotation of at least so many words, if it can be a title: near the front, and no colon goes on with
    it."""
    match = _SINGLE.search(text) if "'" in text or "‘" in text else None
    if not match and any(mark in text for mark in _QUOTES):
        match = _QUOTED.search(text)
    if not match or len(match[0].split()) < least or match.start() > _LONGEST_FRONT:
        return None
    return None if text[match.end() : match.end() + 1] in (":", "：") else match
