"""Numbers that count the sections of a page are no list markers: "1. On Tides" above a list of its own.

In: rows with their markers. Out: the same rows, those of sections without theirs. Pure; cost is linear.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.shapes.days import begins_with_day
from enrich.mentions.shapes.tags import may_state_year

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_SECTION = re.compile(r"(\d{1,2})[.)]")
_FEWEST_SECTIONS = 3
_SECTION_WORDS, _MOST_WORDS, _SHORT_SHARE = 8, 16, 0.8  # by judgement: hardly a heading is long
# By judgement: short titles above facts have fewer rows below them, and hardly two of those are dated or marked.
_FEWEST_WITHIN, _LISTED_SHARE, _FEWEST_DATED = 5, 0.6, 3
# By judgement: below a title alone between blank lines its facts are one block, its abstract perhaps one of one row.
_FEWEST_BLOCKS, _BLOCK_SHARE = 2, 0.8


def unmark_sections(rows: list[Row]) -> list[Row]:
    """Numbers that count a page's sections are no list markers, where the rows that begin with one stand apart, nearly
    all of them short: above lists with other markers, or none, above blocks of rows that are a record each, or above
    their parts."""
    counted = _counted(rows)
    if len(counted) < _FEWEST_SECTIONS or any(begins_with_day(rows[at].text) for at in counted):
        return rows  # days are those of the meetings of a course
    words = [len(rows[at].text.split()) for at in counted[1:]]
    apart = all(rows[at].gap for at in counted[1:]) and max(words) <= _MOST_WORDS
    short = sum(count <= _SECTION_WORDS for count in words) >= _SHORT_SHARE * len(words)
    if apart and short and any(tell(rows, counted) for tell in (_are_over_lists, _are_over_records, _are_over_parts)):
        for at in counted:
            rows[at].marker = ""
    return rows


def _counted(rows: list[Row]) -> list[int]:
    """The positions of all rows with a number, if those count up from 0 or 1; of the last that do, if those before, of
    the contents, are the same."""
    counted = [(at, int(match[1])) for at, row in enumerate(rows) if (match := _SECTION.fullmatch(row.marker))]
    numbers = [number for _, number in counted]
    start = len(numbers) - numbers[::-1].index(numbers[0]) - 1 if numbers else 0
    up = numbers[start:] in (list(range(len(numbers) - start)), list(range(1, len(numbers) - start + 1)))
    return [at for at, _ in counted[start:]] if up and numbers[:start] in ([], numbers[start:]) else []


def _are_over_lists(rows: list[Row], counted: list[int]) -> bool:
    """Whether most rows below are marked or dated, or so many as no single record has."""
    within = [row for row in rows[counted[0] + 1 :] if not _SECTION.fullmatch(row.marker)]
    dated = sum(not row.marker and may_state_year(row.text) for row in within)
    listed = dated + sum(bool(row.marker) for row in within)
    least = max(_FEWEST_WITHIN * len(counted), _LISTED_SHARE * len(within))
    return listed >= least or dated >= _FEWEST_DATED * len(counted)


def _are_over_parts(rows: list[Row], counted: list[int]) -> bool:
    """Whether most stand right above their first part: "1. Tides", "1.1 Ebb"."""
    below = (rows[at + 1].text.startswith(rows[at].marker[:-1] + ".1 ") for at in counted if at + 1 < len(rows))
    return sum(below) * 2 > len(counted)


def _are_over_records(rows: list[Row], counted: list[int]) -> bool:
    """Whether each stands alone between blank lines, and below most stand several blocks, each of several rows."""
    blocks: list[list[int]] = []  # how many rows the blocks below each of them have
    for at, end in pairwise([*counted, len(rows)]):
        below = rows[at + 1 : end]
        if not below or not below[0].gap:
            return False
        starts = [place for place, row in enumerate(below) if row.gap]
        blocks.append([after - place for place, after in pairwise([*starts, len(below)])])
    several = sum(len(sizes) >= _FEWEST_BLOCKS for sizes in blocks)
    sizes = [size for below in blocks for size in below]
    return several >= _BLOCK_SHARE * len(blocks) and sum(size > 1 for size in sizes) >= _BLOCK_SHARE * len(sizes)
