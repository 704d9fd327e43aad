"""Titles set in the middle of a page, with who speaks above: the lines of each joined, and its people below it.

Told by counting: nearly all lines that are set in deep have one middle, and begin and end at differing columns. In:
rows. Out: rows, those in the middle marked as such, and who stands right above most of them as credits. Pure; cost is
linear.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from enrich.mentions.shapes.names import is_single_name, names_people
from enrich.mentions.shapes.words import has_letters

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer are chance, and a page has a few other lines that are set in deep. Columns are whole numbers.
_FEWEST, _SHARE, _NEAR = 8, 0.8, 1.5
DEEP, _FEWEST_COLUMNS = 6, 4
_HEAD_LINES = 4  # name, institute, address
_GAP = "   "  # parts that stand at both ends of a line are not in its middle


def join_centred(rows: list[Row]) -> list[Row]:
    """The rows, those in the middle of the page marked, and joined where they go on."""
    middle = _middle(rows)
    if not middle:
        return rows
    for row in rows:
        row.centred = row.indent >= DEEP and may_be_centred(row) and abs(middle_of(row) - middle) <= _NEAR
        row.whole = row.whole or row.centred
    rests = {at for at in range(1, len(rows)) if rows[at - 1].centred and rows[at].centred and not rows[at].gap}
    if sum(names_people(rows[at].text) for at in rests) > len(rests) / 2:
        return rows  # titles with names below them
    joined: list[Row] = []
    for at, row in enumerate(rows):
        if at in rests:
            joined[-1].append(row)
        else:
            joined.append(row)
    return _lower(joined)


def _lower(rows: list[Row]) -> list[Row]:
    """The rows with who stands above titles below them, on one row with their places, where most titles have people."""
    heads = {at: start for at, row in enumerate(rows) if row.centred and (start := _head(rows, at)) < at}
    named = sum(is_single_name(_bare(rows[start].text)) for start in heads.values())
    if named < max(_FEWEST, _SHARE * sum(row.centred for row in rows)):
        return rows
    lowered: list[Row] = []
    done = 0
    for title, start in heads.items():
        names, *places = rows[start:title]
        for place in places:
            names.append(place, " (")
            names.text += ")"
        rows[title].gap, names.gap, names.credit = names.gap, 0, True
        lowered += [*rows[done:start], rows[title], names]
        done = title + 1
    return lowered + rows[done:]


def _head(rows: list[Row], title: int) -> int:
    """Where the block right above a title begins; at the title if there is none, or one of too many lines."""
    at = title - 1
    while at > 0 and title - at <= _HEAD_LINES and not rows[at].gap and not rows[at].centred:
        at -= 1
    return at if at >= 0 and title - at <= _HEAD_LINES and rows[at].gap and not rows[at].centred else title


def _bare(text: str) -> str:
    """A name without what stands in brackets behind it."""
    return text.split(" (", maxsplit=1)[0]


def _middle(rows: list[Row]) -> float:
    """The column around which most lines that are set in deep stand; 0 if there is none."""
    deep = [row for row in rows if row.indent >= DEEP and may_be_centred(row)]
    if len(deep) < _FEWEST:
        return 0
    middle = Counter(map(middle_of, deep)).most_common(1)[0][0]
    near = [row for row in deep if abs(middle_of(row) - middle) <= _NEAR]
    told = len(near) >= max(_FEWEST, _SHARE * len(deep)) and len({row.indent for row in near}) >= _FEWEST_COLUMNS
    return middle if told else 0


def may_be_centred(row: Row) -> bool:
    """Whether a row is no entry of a list, and has its words in one part."""
    return not row.marker and _GAP not in row.text and has_letters(row.text)


def middle_of(row: Row) -> float:
    """The column in the middle of a row's words."""
    return (row.indent + row.end) / 2
