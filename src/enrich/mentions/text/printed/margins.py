"""What stands at the right margin beside entries: "J. Roe and M. Poe            pdf arXiv", "Jane Roe    roe@kiel.org".

Programs that lay out a page print the words of links there, in a column of their own, beside whatever line of an entry
comes first, and books of abstracts the addresses of people. In: rows. Out: the same rows, without those words, and as
if all lines had been broken at the edge of the page, not at the column beside them. What has more columns is a table,
and left alone. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.names import is_single_name

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer are chance; letterheads have columns, too.
_FEWEST, _CELLS = 5, 0.1
_GAP = " " * 3
_WORDS = 4
_CELLS_APART = re.compile(r"\t| {2}")
_MARKS = re.compile(r"[\s\d,*†‡§¹²³]+$")
_MAIL = re.compile(r"(?:\t| {2,})[<(\[]?[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+[>)\]]?$")


def clear_margin(rows: list[Row]) -> list[Row]:
    """The rows without the words of links and the addresses of people at the right margin, where a page has such."""
    mails = [(row, match) for row in rows if "@" in row.text and (match := _MAIL.search(row.text))]
    mails = [(row, match) for row, match in mails if _is_person(row.text[: match.start()])]
    for row, match in mails if len(mails) >= _FEWEST else ():
        row.end -= len(match[0])
        row.text = row.text[: match.start()]
    fronts = {at: front for at, row in enumerate(rows) if (front := _front(row.text))}
    if len(fronts) < _FEWEST or sum(_GAP in front for front in fronts.values()) > _CELLS * len(fronts):
        return rows
    edge = max(rows[at].end for at in fronts)
    beside = _columns(rows, fronts)
    for at, row in enumerate(rows):
        if front := fronts.get(at) or _front_at(row, beside[at]):
            row.end -= len(row.text) - len(front)
            row.text = front
    apart = min(column - row.end for row, column in zip(rows, beside, strict=True) if row.end < column)
    for row, column in zip(rows, beside, strict=True):
        short = column - apart - row.end  # columns that were left free in front of those words
        row.end = max(row.end, min(edge, edge - short))
    return rows


def _is_person(front: str) -> bool:
    """Whether nothing but a name stands in front of an address, marks behind it or not: cells of a table are more."""
    return not _CELLS_APART.search(front) and is_single_name(_MARKS.sub("", front))


def _columns(rows: list[Row], fronts: Collection[int]) -> list[int]:
    """Of each row, the column in which the words of links stand beside it: that of the last row which has some."""
    starts = {at: rows[at].end - len(rows[at].text.rpartition(_GAP)[2]) for at in fronts}
    column = starts[min(starts)]
    return [column := starts.get(at, column) for at in range(len(rows))]


def _front(text: str) -> str:
    """What stands in front of a gap and the words of links; "" for any other line."""
    front, _, words = text.rpartition(_GAP)
    return front.rstrip() if front.strip() and _are_links(words) else ""


def _front_at(row: Row, column: int) -> str:
    """The same where the words stand in the column that those above have."""
    start = column - (row.end - len(row.text))
    beside = start > 1 and row.text[start - 2 : start].isspace() and _are_links(row.text[start:])
    return row.text[:start].rstrip() if beside else ""


def _are_links(words: str) -> bool:
    return 0 < len(words.split()) <= _WORDS and all(map(is_anchor, words.split()))
