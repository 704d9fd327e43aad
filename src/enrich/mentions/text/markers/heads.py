"""Numbered lines of codes above the entries of a page: " 12  2018AB...742  1.000  10/2018", "T-12  Mon 14:00".

In: rows. Out: the same rows without those lines, each of which is the list marker of the row below it, and says for it
what it says. Told by counting: nearly all numbers follow each other, and none of these lines has a word but days. Pure;
cost is linear.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.shapes.tags import Tag, parse_year

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_NUMBER = re.compile(r"(?P<code>(?:[A-Z]{1,4}[-.]?)?)(?P<number>\d{1,5})\W?")
# A letter, a sign, a weekday, or anything with a digit.
_CODE = re.compile(r"[^\W\d_]|\W+|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?|(?=\D*\d).+", re.I)
_MOST_CODES = 40
# By judgement: fewer are chance, and a few numbers of a page are left out.
_FEWEST, _COUNTING = 5, 0.9
_CODES = 2  # beside a number; fewer are the number of a page, a year, or the name of a section


def mark_heads(rows: list[Row]) -> list[Row]:
    """The rows, those that are heads of entries made the markers of the rows below."""
    heads = {at: head for at, row in enumerate(rows[:-1]) if (head := _head(row)) and _has_entry(rows, at)}
    numbers = [(number["code"], int(number["number"])) for number, _ in heads.values()]
    counting = sum(b == (a[0], a[1] + 1) or b[0] != a[0] for a, b in pairwise(numbers))
    if len(heads) < _FEWEST or counting < _COUNTING * (len(heads) - 1):
        return rows
    for at, (number, codes) in heads.items():
        above, row = rows[at], rows[at + 1]
        row.marker, row.gap, row.lines = number["code"] + number["number"], above.gap, above.lines + row.lines
        row.tag = Tag(None, next(filter(None, map(parse_year, codes)), None))
    return [row for at, row in enumerate(rows) if at not in heads]


def _head(row: Row) -> tuple[re.Match[str], list[str]] | None:
    """The number of a line of codes, and the codes behind it; None for any other line."""
    first, *codes = f"{row.marker.strip('().[]')} {row.text}".split(None, _MOST_CODES) or [""]
    number = _NUMBER.fullmatch(first)
    if number is None or len(codes) + bool(number["code"]) < _CODES or len(codes) == _MOST_CODES:
        return None
    return (number, codes) if all(map(_CODE.fullmatch, codes)) else None


def _has_entry(rows: list[Row], at: int) -> bool:
    below = rows[at + 1]
    return bool(below.text) and not below.gap and not below.marker and below.indent >= rows[at].indent
