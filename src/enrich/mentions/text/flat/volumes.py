"""What stands behind venues in rows of tables and says nothing about where these begin: volumes, years and pages at the
ends of rows, and how papers were presented. In: rows. Out: those words. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from enrich.mentions.shapes.tags import parse_year

_NUMBER, _MOST = re.compile(r"[(\[]?[A-Za-z]{0,4}\d[\d():./A-Z–-]*[)\],.;]*"), 4
_SHARE = 0.6  # of the rows; by judgement, some have a venue alone

# "(Oral)", "(Best Paper)", near the end of a row.
_AWARD = re.compile(
    r"\s(\((?i:oral|spotlight|poster|highlight|best(?: \w+)?(?: paper)?(?: award)?)\))(?=(?: \S+){0,5}$)"
)


def take_awards(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """`texts` without how their papers were presented, and that; "" where a text doesn't say it."""
    found = [_AWARD.search(text) if ")" in text else None for text in texts]
    bare = [text[: at.start()] + text[at.end() :] if at else text for text, at in zip(texts, found, strict=True)]
    return bare, [at[1] if at else "" for at in found]


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
