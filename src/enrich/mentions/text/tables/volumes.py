"""Volumes, years and pages behind the venues that rows of tables end in. In: the words of rows. Out: those. Pure."""

from __future__ import annotations

import re

from enrich.mentions.shapes.tags import parse_year

_NUMBER, _MOST = re.compile(r"[(\[]?[A-Za-z]{0,4}\d[\d():./A-Z–-]*[)\],.;]*"), 4
_SHARE = 0.6  # of the rows; by judgement, some have a venue alone


def take_volumes(rows: list[list[str]]) -> list[str]:
    """Takes the numbers off the ends of rows, where most have several: "... Shore Lett. 60 (2019) 073" says nothing
    about where the venue begins. None where few have."""
    counts = [count if (count := _count(words[1:])) > 1 else 0 for words in rows]
    if sum(map(bool, counts)) < _SHARE * len(rows):
        return []
    taken = [" ".join(words[len(words) - count :]) for words, count in zip(rows, counts, strict=True)]
    for words, count in zip(rows, counts, strict=True):
        del words[len(words) - count :]
    return taken


def _count(words: list[str]) -> int:
    """How many words at the end are numbers, a year among them."""
    most = min(_MOST, len(words))
    count = next((n for n in range(most) if not _NUMBER.fullmatch(words[-n - 1])), most)
    return count if any(parse_year(word.strip("()[],.;")) for word in words[len(words) - count :]) else 0
