"""Titles in quotation marks of any script. Pure."""

from __future__ import annotations

import re

_QUOTED = re.compile(
    r"(?:“(?P<a>[^“”]{8,400})”|\"(?P<b>[^\"]{8,400})\"|``(?P<c>[^`']{8,400})''|«(?P<d>[^«»]{8,400})»"
    r"|《(?P<e>[^《》]{4,400})》)"
)
_QUOTES = ("“", '"', "``", "«", "《")
_FEWEST_WORDS = 3
_LONGEST_FRONT = 600  # characters in front of a title: many authors


def find_quotation(text: str) -> re.Match[str] | None:
    """The first quotation of some words, if it can be a title: near the front, and no colon goes on with it."""
    match = _QUOTED.search(text) if any(mark in text for mark in _QUOTES) else None
    if not match or len(match[0].split()) < _FEWEST_WORDS or match.start() > _LONGEST_FRONT:
        return None
    return None if text[match.end() : match.end() + 1] in (":", "：") else match
