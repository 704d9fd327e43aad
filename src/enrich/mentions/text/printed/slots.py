"""Programmes as they are printed: a time and the code of a talk at both margins, below them its title, its people, each
with a place at the other margin, and what is said of it, all broken at the edge of the paper.

In: rows. Out: the rows as browsers show such a page: cells between tabs, what was broken joined, a blank line above
each talk. Told by counting: nearly all talks have such people. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.entries.labelled import LABEL
from enrich.mentions.shapes.names import names_people
from enrich.mentions.shapes.tags import find_year
from enrich.mentions.shapes.words import has_letters, has_words

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer are chance, and few talks are those of people alone. Lines of a title; a paper has many people.
_FEWEST, _SHARE, _TITLE_LINES, _NAME_WORDS = 8, 0.8, 4, 6
_CLOCK = r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?"
_TIMES, _CODE = rf"{_CLOCK}(?:\s?[-–—]\s?{_CLOCK})?", r"[A-Za-z][\w.-]*\d"
_SLOT = re.compile(rf"{_TIMES},?\s+(?:(?:paper|talk) )?{_CODE}|{_CODE},?\s+{_TIMES}", re.I)
_CELLS, _FEWEST_MARKS = 2, 3
_MARK = re.compile(r"\s+(\([A-Z]{1,2}\)|\([*†‡]\))$")
_MOST_BESIDE = 12  # lines, by judgement: what is longer is another list
_FEWEST_LISTED, _CITED = 3, 8  # entries of a list; words of one that has no list marker
_MARGIN = re.compile(r"(?<=\S)(?: {3,}|\t)(?=\S)")  # between what stands at both


def join_slots(rows: list[Row]) -> list[Row]:
    """The rows of such a programme with what belongs together joined, and the few that stand between the talks marked
    as beside them; all rows as they are on any other page."""
    slots = [at for at, row in enumerate(rows) if _SLOT.fullmatch(row.text)]
    if len(slots) < _FEWEST:
        return rows
    people = {at: _people(rows, at + 1, end) for at, end in pairwise([*slots, len(rows)])}
    told = {at: run for at, run in people.items() if run and run.start > at + 1}
    if len(told) < _SHARE * len(slots):
        return rows
    told |= {at: run for at in slots if at not in told and (run := _credits(rows, at))}
    joined = rows[: slots[0]]
    _set_beside(joined[-_MOST_BESIDE:])
    for at, end in pairwise([*slots, len(rows)]):
        stop = next((n for n in range(at + 1, end) if rows[n].gap), end) if at in told else at
        joined += _joined(rows[at:stop], told[at].start - at, told[at].stop - at) if at in told else []
        _set_beside(rows[stop:end] if end - stop <= _MOST_BESIDE else [])
        joined += rows[stop:end]
    _drop_marks([row for row in joined if row.titled])
    for row in joined:
        cells = _MARGIN.split(row.text)
        if len(cells) == _CELLS:
            row.text = "\t".join(cells)
    return joined


def _people(rows: Sequence[Row], start: int, end: int) -> range:
    """The rows of people below a title: a name and a place at both margins, all in one run."""
    first = next((at for at in range(start, min(end, start + _TITLE_LINES + 1)) if _is_person(rows[at])), None)
    if first is None or any(rows[at].gap or rows[at].marker for at in range(start, first + 1)):
        return range(0)
    last = next((at for at in range(first, end) if rows[at].gap or not _is_person(rows[at])), end)
    return range(first, last)


def _credits(rows: Sequence[Row], slot: int) -> range:
    """The row of people below a title of one line, where none has a place at the other margin."""
    at = slot + 2
    credited = at < len(rows) and not rows[at - 1].gap and not rows[at].gap and names_people(rows[at].text)
    return range(at, at + 1) if credited else range(0)


def _is_person(row: Row) -> bool:
    cells = _MARGIN.split(row.text)
    named = len(cells) == _CELLS and has_letters(cells[1]) and not any(map(str.isdigit, cells[0]))
    return named and len(cells[0].split()) <= _NAME_WORDS and ":" not in cells[0]


def _joined(talk: list[Row], people: int, below: int) -> Iterator[Row]:
    """The rows of a talk: its title, with time and code for a marker, the people from `people` on, and each
    field from `below` on in a row of its own."""
    slot, title = talk[:2]
    for row in talk[2:people]:
        title.append(row)
    title.lines, title.marker, title.gap = slot.lines + title.lines, slot.text, max(1, slot.gap)
    title.titled = title.whole = talk[people].whole = True
    yield title
    yield from talk[people:below]
    field: Row | None = None
    for row in talk[below:]:
        if field is None or LABEL.match(row.text):
            field = row
            field.whole = True
            yield field
        else:
            field.append(row)


def _drop_marks(titles: Sequence[Row]) -> None:
    """Takes off what several titles have behind them in brackets, of a letter or two: "(I)" of those who were asked."""
    marks = {id(row): match for row in titles if (match := _MARK.search(row.text))}
    often = Counter(match[1] for match in marks.values())
    for row in titles:
        match = marks.get(id(row))
        if match and often[match[1]] >= _FEWEST_MARKS:
            row.text = row.text[: match.start()]


def _set_beside(rows: Sequence[Row]) -> None:
    """Marks rows that are of no talk, up from below a list; the last of a block that has no cells is a heading: the
    name of its session."""
    listed = [at for at, row in enumerate(rows) if row.marker or (has_words(row.text, _CITED) and find_year(row.text))]
    rows = rows[listed[-1] + 1 :] if len(listed) >= _FEWEST_LISTED else rows
    for row in rows:
        row.beside = True
    for at, row in enumerate(rows):
        plain = not (_MARGIN.search(row.text) or LABEL.match(row.text) or row.text[0].isdigit())
        below = rows[at + 1] if at + 1 < len(rows) else None
        if plain and (below is None or below.gap or _MARGIN.search(below.text)):
            row.beside, row.heading = False, True
