"""Books of abstracts as they are printed: titles and people in the middle of the page, paragraphs at its margin.

Letters of other sizes take other columns, so that the middle of a title is not that of the names below; what tells
heads from paragraphs is that they stand deeper than these, and end in people. In: rows. Out: rows, the lines of each
title, of its people and of each paragraph joined; none where the page is not of this kind. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.entries.names.credits import without_places
from enrich.mentions.shapes.names import names_people
from enrich.mentions.shapes.words import has_letters, is_small

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer are chance; other lines stand deep as well (headings, chairs), and some titles have no people.
_FEWEST, _SHARE = 8, 0.6
_HEAD_LINES, _TITLE_LINES = 8, 4
_FEWEST_COLUMNS = 6  # at which heads begin, as lines in the middle do
_DEEPEST_FIRST, _OFTEN = 8, 0.05  # columns by which paragraphs begin deeper; of the lines that do
_LONG = 0.6  # of the longest lines
_FULL_SHARE = 0.25  # of the long lines, that stand at the margin


# Initials, or a given name, whose family name stands on the next line.
_GOES_ON = re.compile(r",\s+(?:[^\W\d_a-z](?:\.|[^\W\d_]+)[\s-]?){1,3}$")


@dataclass(slots=True)
class Head:
    """Rows `start` to `people` are headings and a title, those up to `end` name people."""

    start: int
    people: int
    end: int


def join_booklet(rows: list[Row]) -> list[Row]:
    """The rows of a book of abstracts with what belongs together joined; none if it is no such page."""
    deep = find_deep(rows)
    if deep is None:
        return []
    margin, first = deep
    heads = _find_heads(rows, margin, first, capitals=False, near=len(rows))
    capitals = _are_in_capitals(rows, heads)
    near = 1 if len(_named(heads)) >= _SHARE * len(heads) else 0
    heads = _find_heads(rows, margin, first, capitals=capitals, near=near)
    named = _named(heads)
    columns = {rows[head.start].indent for head in named}
    if len(named) < max(_FEWEST, _SHARE * len(heads)) or len(columns) < _FEWEST_COLUMNS:
        return []
    return list(join_heads(rows, named, margin, first, capitals=capitals))


def find_deep(rows: Sequence[Row]) -> tuple[int, int] | None:
    """The column at which most long lines stand, and the deepest at which paragraphs begin."""
    widths = sorted(row.end - row.indent for row in rows)
    long = [row for row in rows if row.end - row.indent > _LONG * widths[len(widths) * 9 // 10]] if rows else []
    if len(long) < _FEWEST:
        return None
    margin = Counter(row.indent for row in long).most_common(1)[0][0]
    if sum(row.indent == margin for row in long) < _FULL_SHARE * len(long):
        return None
    above = (a for a, b in pairwise(rows) if b.indent == margin and not b.gap and not b.marker)
    firsts = Counter(row.indent for row in above if margin < row.indent <= margin + _DEEPEST_FIRST)
    often = [column for column, count in firsts.items() if count >= max(2, _OFTEN * sum(firsts.values()))]
    return margin, max(often, default=margin)


def _find_heads(rows: Sequence[Row], margin: int, first: int, *, capitals: bool, near: int) -> list[Head]:
    """What stands on top of each block, down to its last row that stands deep. A title ends in a block above its people
    where more than `near` blank lines part them: a sheet ended there, or all are parted."""
    heads: list[Head] = []
    at = above = 0
    for end in _ends(rows):
        deep = [n for n in range(at, min(end, at + _HEAD_LINES)) if rows[n].indent > first and not rows[n].marker]
        if deep:
            last = deep[-1] + 1
            head = Head(at, _people(rows, at + 1, last, capitals=capitals), last)
            if head.people == last > at + 1 and last < end:  # names that no shape tells, above their paragraph
                head.people -= 1
            apart = at - above <= _TITLE_LINES and rows[at].gap > near and _is_open(rows[at - 1])
            if apart and at == _people(rows, at, last, capitals=capitals):
                start = above
                if heads and heads[-1].end > above:
                    start = heads.pop().start
                head = Head(start, at, last)
            heads.append(head)
        at, above = end, at
    return [head for head in heads if any(has_letters(row.text) for row in rows[head.start : head.end])]


def _is_open(row: Row) -> bool:
    """Whether a row is no end of a paragraph."""
    return not row.marker and not row.text.endswith(".")


def _are_in_capitals(rows: Sequence[Row], heads: Sequence[Head]) -> bool:
    """Whether most lines above people are in capitals, so that people are not."""
    named = _named(heads)
    return sum(rows[head.start].text.isupper() for head in named) > len(named) / 2


def _named(heads: Sequence[Head]) -> list[Head]:
    return [head for head in heads if head.people < head.end]


def _ends(rows: Sequence[Row]) -> Iterator[int]:
    """Where blocks end."""
    yield from (at for at in range(1, len(rows)) if rows[at].gap)
    yield len(rows)


def _people(rows: Sequence[Row], start: int, end: int, *, capitals: bool) -> int:
    """The first row that names people; `end` if none does."""
    named = (at for at in range(start, end) if names_or_breaks_off(rows[at].text))
    return next((at for at in named if not ((capitals and rows[at].text.isupper()) or _leads_on(rows[at - 1]))), end)


def _leads_on(row: Row) -> bool:
    """Whether a row breaks off behind a small word: "Summer in / Roe Bay" is no name below a title."""
    word = row.text.rpartition(" ")[2]  # a marker alone has no words
    return (word.islower() and is_small(word)) or word.endswith("-")


def names_or_breaks_off(text: str) -> bool:
    """Whether a line is names, the last of which may go on below: "J. Roe, M. Poe, K." """
    names = without_places(text)
    return names_people(names) or ("," in names and names_people(_GOES_ON.sub("", names)))


def join_heads(rows: Sequence[Row], heads: Sequence[Head], margin: int, first: int, *, capitals: bool) -> Iterator[Row]:
    """The rows, those of titles, people and paragraphs joined."""
    at = 0
    for head in heads:
        yield from _paragraphs(rows[at : head.start], margin, first, prose=at > 0)
        title = head.people - 1
        while title > head.start and (not capitals or rows[title - 1].text.isupper()):
            title -= 1
        yield from rows[head.start : title]
        for row in rows[title + 1 : head.people]:
            rows[title].append(row)
        rows[title].centred = rows[title].whole = rows[title].titled = True
        yield rows[title]
        for row in rows[head.people : head.end]:
            row.whole, row.gap, row.credit = True, 0, row is rows[head.people] or names_or_breaks_off(row.text)
            yield row
        at = head.end
    yield from _paragraphs(rows[at:], margin, first, prose=True)


def _paragraphs(rows: Sequence[Row], margin: int, first: int, *, prose: bool) -> Iterator[Row]:
    """The rows below a head, joined where they go on at the margin: abstracts where they are `prose`."""
    paragraph: Row | None = None
    for row in rows:
        if paragraph and row.indent == margin and not row.marker and not row.gap:
            paragraph.append(row)
            continue
        if paragraph:
            yield paragraph
        paragraph = row
        row.whole, row.prose = True, prose and row.indent <= first
        row.gap = min(row.gap, 1) if row.prose else row.gap  # a sheet may have ended above it
    if paragraph:
        yield paragraph
