"""Pages whose printer broke words at the right edge.

In: a page's text, and the rows that were made of its lines. Out: the words that were broken, and the rows without the
hyphens of those. What the page itself spells elsewhere tells a broken word, "Sys-" above "tems", from a compound,
"best-" above "effort". Pure but for the rows; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from enrich.mentions.text.lines.rows import Row

_LETTER = r"[^\W\d_]"
_HEAD = re.compile(rf"{_LETTER}+(?:-{_LETTER}+)*-$")
_TAIL = re.compile(rf"{_LETTER}+")
_WORD = re.compile(rf"{_LETTER}+(?:-{_LETTER}+)*")
_LONGEST = 48  # letters of a word
# Broken words that stand whole elsewhere on the page, and how many of those that do with their hyphen. Pages wrapped by
# a program have none of the first kind.
_FEWEST, _MOST_COMPOUNDS = 3, 0.2


class Broken(NamedTuple):
    """A word of which a line ends in the `head`, without its hyphen, and the next begins with the `tail`."""

    head: str
    tail: str


class _Words(NamedTuple):
    """What a page spells, in small letters: whole words, compounds, and the parts of those."""

    whole: frozenset[str]
    compounds: frozenset[str]
    parts: frozenset[str]


def find_broken(text: str, edges: Collection[int]) -> frozenset[Broken]:
    """The words that the printer of a page broke; none of other pages. `edges` are the numbers of lines that belong to
    its sheets."""
    lines = [line.strip() for at, line in enumerate(text.split("\n"), start=1) if at not in edges]
    breaks = dict(_find_breaks(lines))
    if len(breaks) < _FEWEST:
        return frozenset()
    words = _read_words(lines, breaks)
    told = sum((each.head + each.tail).lower() in words.whole for each in breaks.values())
    compounds = sum(f"{each.head}-{each.tail}".lower() in words.compounds for each in breaks.values())
    if told < _FEWEST or compounds > _MOST_COMPOUNDS * told:
        return frozenset()
    return frozenset(each for each in breaks.values() if not _is_compound(each, words))


def join_broken(rows: Iterable[Row], broken: Collection[Broken]) -> None:
    """Takes the hyphens of `broken` words out of rows."""
    for row in rows if broken else ():
        for place in range(1, len(row.starts)):
            if _broken_at(row.text, row.starts[place]) in broken:
                row.drop(row.starts[place] - 1)


def _find_breaks(lines: Sequence[str]) -> Iterator[tuple[int, Broken]]:
    """The words that lines end in the midst of, with the positions of those lines."""
    for at, (line, below) in enumerate(pairwise(lines)):
        if line.endswith("-") and (found := _broken_at(line + below, len(line))):
            yield at, found


def _broken_at(text: str, start: int) -> Broken | None:
    """The word that has its hyphen in front of a position, and goes on there in small letters."""
    head = _HEAD.search(text[max(0, start - _LONGEST) : start]) if text[start - 1 : start] == "-" else None
    tail = _TAIL.match(text, start) if head else None
    return Broken(head[0][:-1], tail[0]) if head and tail and tail[0].islower() else None


def _read_words(lines: Sequence[str], breaks: Collection[int]) -> _Words:
    """The words of a page, but those that a line ends in the midst of."""
    found = [
        word.lower()
        for at, line in enumerate(lines)
        for word in _WORD.findall(line)[at - 1 in breaks : -1 if at in breaks else None]
    ]
    compounds = frozenset(word for word in found if "-" in word)
    parts = frozenset(part for word in compounds for part in word.split("-"))
    return _Words(frozenset(found) - compounds, compounds, parts)


def _is_compound(broken: Broken, words: _Words) -> bool:
    """Whether the hyphen belongs to the word: both of its parts are words of the page, and the whole is none."""
    head, tail = broken.head.lower(), broken.tail.lower()
    last = head.rpartition("-")[2]
    apart = last in words.whole | words.parts and tail in words.whole
    return head + tail not in words.whole and (f"{head}-{tail}" in words.compounds or apart)
