"""Abstracts that run on behind titles and people on a line: "A Title , ANA ROE, Shore University — We walk along ...".

In: whole rows. Out: rows, the people and the abstract of each such entry rows of their own below its title. The page
proves it: its entries have names in capitals in front of a dash with sentences behind it, again and again; or most have
people and places between dashes ("A Title — Ana Roe — Shore University") and their abstracts below, but where the last
line above was as full as those of the abstract. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.shapes.words import capital_share, has_words

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_DASH = re.compile(r"\s+(?:[—–]|--+)\s+(?=\S)")
_COMMA = re.compile(r"\s*,\s+|(?<=[?!])\s+")
_NOTES = "⁰¹²³⁴⁵⁶⁷⁸⁹*†‡ "  # numbers of footnotes
_NAME = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+)+\W*$")
# By judgement: fewer are chance, and a title has fewer words in capitals than letters of other kinds.
_FEWEST, _SHARE = 5, 0.6
_TITLE_WORDS, _ABSTRACT_WORDS, _LONGEST_HEAD = 2, 3, 1500
# Lines of people and places are in capitals; those of the abstract below are longer than what is said of a place.
_SMALL, _LINE_WORDS, _SAID_WORDS = 0.4, 5, 20


def part_abstracts(rows: list[Row]) -> list[Row]:
    """The rows, title, people and abstract of each entry apart."""
    rows = _part_dashed(rows)
    cuts = {at: cut for at, row in enumerate(rows) if (cut := _cut(row.text)) is not None}
    dashed = sum(_DASH.search(row.text[:_LONGEST_HEAD]) is not None for row in rows)
    if len(cuts) < max(_FEWEST, _SHARE * dashed):
        return rows
    return [part for at, row in enumerate(rows) for part in (_part(row, *cuts[at]) if at in cuts else (row,))]


def _cut(text: str) -> tuple[int, int, int, int] | None:
    """Where the title of an entry ends, its people begin and end, and its abstract begins."""
    for dash in _DASH.finditer(text, 0, _LONGEST_HEAD):
        people = _people(text[: dash.start()])
        if people and has_words(text[dash.end() :], _ABSTRACT_WORDS):
            return *people, *dash.span()
    return None


def _people(head: str) -> tuple[int, int] | None:
    """Where a title ends and the people behind it begin: at the first comma in front of a name in capitals."""
    commas = list(_COMMA.finditer(head))
    ends = [*(comma.start() for comma in commas[1:]), len(head)]
    for comma, end in zip(commas, ends, strict=False):
        title, name = head[: comma.start()].rstrip(_NOTES), head[comma.end() : end]
        if name.isupper() and _NAME.match(name) and not title.isupper() and has_words(title, _TITLE_WORDS):
            return len(title), comma.end()
    return None


def _part(row: Row, title: int, people: int, rest: int, abstract: int) -> Iterator[Row]:
    first, names, prose = row.part(0, title), row.part(people, rest), row.part(abstract, len(row.text))
    first.lines[:0] = row.lines[: -len(row.starts)]
    names.marker = prose.marker = ""
    names.gap = prose.gap = 0
    names.credit = prose.prose = True
    yield from (first, names, prose)


def _part_dashed(rows: list[Row]) -> list[Row]:
    """The rows, the abstracts apart that go on in the row of their title, people and places; most stand below."""
    dashed = {at for at, row in enumerate(rows) if len(_DASH.findall(row.text[:_LONGEST_HEAD])) > 1}
    below = sum(
        at in dashed
        and not following.gap
        and _begin_abstract(row, 0) is None
        and has_words(following.text, _SAID_WORDS)
        for at, (row, following) in enumerate(pairwise(rows))
    )
    if below < max(_FEWEST, _SHARE * len(dashed)):
        return rows
    cuts = {at: cut for at in dashed if (cut := _begin_abstract(rows[at], _first_dash(rows[at].text)))}
    return [part for at, row in enumerate(rows) for part in (_part_at(row, cuts[at]) if at in cuts else (row,))]


def _first_dash(text: str) -> int:
    dash = _DASH.search(text)
    return dash.end() if dash else len(text)


def _begin_abstract(row: Row, front: int) -> int | None:
    """Where the first line of sentences begins in a row, behind what stands in `front`."""
    for start, end in pairwise([*row.starts, len(row.text)]):
        words = row.text[start:end].split()
        told = start > front and len(words) >= _LINE_WORDS and words[0][0].isupper() and capital_share(words) <= _SMALL
        if told and has_words(row.text[start:], _SAID_WORDS):
            return start
    return None


def _part_at(row: Row, cut: int) -> Iterator[Row]:
    first, prose = row.part(0, cut), row.part(cut, len(row.text))
    first.text = first.text.rstrip()
    first.lines[:0] = row.lines[: -len(row.starts)]
    prose.marker, prose.gap, prose.prose = "", 0, True
    yield from (first, prose)
