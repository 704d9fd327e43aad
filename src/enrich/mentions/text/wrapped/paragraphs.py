"""Paragraphs that are wrapped otherwise than the others of a page, told by their own lines, in; each in one row out.

Most of the lines break off in the midst of a phrase, and none but the last has room for the first word of the next.
Pure; cost is linear.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.shapes.words import first_word, is_small

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_FEWEST, _BROKEN_SHARE = (
    3,
    0.5,
)  # lines, and paragraphs; by judgement, titles one below another hardly are as full, and broken
_NARROWEST = 40
_FEWEST_OTHERS = 8  # paragraphs of as many lines are joined already; by judgement, lists have a few
_STOPS = frozenset(".!?")


def join_paragraphs(rows: list[Row]) -> list[Row]:
    """The rows with the lines of such paragraphs joined, where others of the page are."""
    if sum(len(row.starts) >= _FEWEST for row in rows) < _FEWEST_OTHERS:
        return rows
    joined: list[Row] = []
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or not _may_go_on(rows[at - 1], rows[at]):
            paragraph = rows[start:at]
            if _is_paragraph(paragraph):
                for row in paragraph[1:]:
                    paragraph[0].append(row)
                del paragraph[1:]
            joined += paragraph
            start = at
    return joined


def _may_go_on(above: Row, row: Row) -> bool:
    """Whether two lines may be of one paragraph: single lines, and a sentence ends only where one is full."""
    single = len(above.starts) == len(row.starts) == 1 and not (row.gap or row.marker or row.whole)
    if not single or row.indent != above.indent or "\t" in above.text + row.text:
        return False
    return above.text[-1:] not in _STOPS or above.end >= row.end


def _is_paragraph(lines: list[Row]) -> bool:
    if len(lines) < _FEWEST or lines[0].marker or lines[-1].text[-1:] not in _STOPS:
        return False
    width = max(line.end for line in lines)
    pairs = list(pairwise(lines))
    full = all(above.end + 1 + len(first_word(row.text)) > width for above, row in pairs)
    broken = sum(row.text[:1].islower() or is_small(above.text.rpartition(" ")[2]) for above, row in pairs)
    return full and width >= _NARROWEST and broken >= _BROKEN_SHARE * len(pairs)
