"""Lines of a table whose columns are kept apart by tabs or bars in, cells out: those with line breaks in them as well.

A cell that is broken over lines puts the rest of its row onto further lines of the page. In: rows, and how many columns
the table has. Out: rows of cells, each a list of `(text, position of the line)`. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.shapes.columns import BARS, EMPTY, cells_of
from enrich.mentions.shapes.names import author_likeness, is_single_name
from enrich.mentions.shapes.words import has_letters, without_numbers
from enrich.mentions.text.flat.titlewords import BREAK
from enrich.mentions.text.lines.rows import Row

# Of a table's lines, so many begin with a number, or a day in numbers, where all its rows do, each broken over three
# lines at most.
_NUMBERED_SHARE = 0.3
# Where the first cells are broken, hardly a line with ends of cells follows another one; labels have fewer words.
_BROKEN_SHARE, _TITLE_WORDS = 0.9, 4
# Of the cells of a column, so many hold several titles, each of so many words, where any does. By judgement.
_PARTED_SHARE, _FEWEST_PARTED, _PART_WORDS = 0.5, 3, 2
_SIGN = re.compile(rf"\t{EMPTY}(?=\s|$)|^{EMPTY}\t")
DASHES = ("-", "–", "—")  # stand for an empty cell in front, where a list would have its marker
_BETWEEN_TITLES = re.compile(r"\s*[;•]\s+")
Cell = list[tuple[str, int]]


@dataclass(slots=True)
class BrokenRow:
    """A table row. `at` is the position of its first line, `rest` are those of the others."""

    at: int
    cells: list[Cell]
    rest: list[int]


def read_broken(rows: Sequence[Row], body: Sequence[int], count: int) -> list[BrokenRow]:
    """The rows of a table of `count` columns: a line without a cell's end goes on in the cell that was open. One with
    several empty cells in front is a row of its own: what it leaves out is said once for several rows."""
    found: list[BrokenRow] = []
    indent = min((rows[at].tabs for at in body), default=0)
    lines = [(at, _cells_from(rows[at], rows[at].tabs - indent)) for at in body]
    number = _usual_number([cells[0] for _, cells in lines])
    starts = _broken_first([cells for _, cells in lines], count)
    for place, (at, cells) in enumerate(lines):
        first = starts and found and len(found[-1].cells) == 1  # a line may lack cells at its end
        if found and place not in starts and (first or _goes_on(found[-1], cells, count, number)):
            _append(found[-1], cells, at)
        else:
            found.append(BrokenRow(at, [[(cell, at)] for cell in cells], []))
    return found


def drop_signs(row: Row) -> None:
    """Takes the signs for empty cells out of a row that stands in no table after all."""
    row.text = row.text.replace(f" {BREAK} ", " ")
    if EMPTY in row.text:
        found = [match.end() for match in _SIGN.finditer(row.text)]
        row.starts = [start - 2 * sum(end <= start for end in found) for start in row.starts]
        row.text = _SIGN.sub("", row.text)


def restore_dashes(rows: Sequence[Row], body: Sequence[int]) -> None:
    """Puts the dashes back that are empty first cells and were taken for list markers: each begins a row of its
    table."""
    for row in (rows[at] for at in body if rows[at].marker):
        front = f"{row.marker} "
        row.text, row.marker, row.whole = front + row.text, "", True
        row.starts = [0, *(start + len(front) for start in row.starts[1:])]


def mark_empty_ends(rows: Sequence[Row], body: Sequence[int], count: int) -> None:
    """Puts signs for empty cells where rows of `count` cells begin or end with a bar, in a table that has bars between
    its cells alone."""
    for row in (rows[at] for at in body):
        front = f"{EMPTY} " if row.text.startswith(tuple(BARS)) else ""
        text = f"{front}{row.text} {EMPTY}" if row.text.endswith(tuple(BARS)) else front + row.text
        if text != row.text and len(cells_of(text)) == count:
            row.text = text
            row.starts = [0, *(start + len(front) for start in row.starts[1:])]


def part_titles(cells: Sequence[str]) -> list[list[str]]:
    """The titles in each cell of a column: several where most cells have signs between titles."""
    parts = [[part for part in _BETWEEN_TITLES.split(cell) if part] for cell in cells]
    parted = sum(len(each) > 1 and all(map(_may_be_title, each)) for each in parts)
    several = parted >= max(_FEWEST_PARTED, _PARTED_SHARE * sum(map(bool, cells)))
    return [each if several and each else [cell] for each, cell in zip(parts, cells, strict=True)]


def _may_be_title(part: str) -> bool:
    named = is_single_name(part) or author_likeness(part)
    return len(part.split()) >= _PART_WORDS and not named and kind_of_row(part) is RowKind.ENTRY


def _broken_first(lines: Sequence[list[str]], count: int) -> set[int]:
    """Which lines begin rows where each row's first cell is broken: as many above the line that ends its cells as in
    most rows, one where these differ."""
    ends = [place for place, cells in enumerate(lines) if place and len(cells) > 1]
    above = {end: end - before - 1 for before, end in pairwise([-1, *ends])}
    broken = [end for end in ends if above[end] or not lines[end][0]]  # others have all of their row
    usual, often = Counter(above[end] for end in broken).most_common(1)[0] if broken else (0, 0)
    most = usual if often >= _BROKEN_SHARE * len(broken) else 1
    alone = {end - min(above[end], most) for end in ends if above[end] and count - 1 <= len(lines[end]) <= count}
    words = sum(len(lines[place][0].split()) for place in alone)
    whole = bool(lines) and len(lines[0]) == count and not any(lines[end][0] for end in broken)
    begun = bool(lines) and (len(lines[0]) == 1 or whole)
    proven = begun and len(alone) >= _BROKEN_SHARE * len(broken) and len(broken) * 2 > len(ends)
    return alone if proven and words >= _TITLE_WORDS * len(alone) else set()


def _cells_from(row: Row, tabs: int) -> list[str]:
    """The cells of a line; one that begins with the ends of cells has as many empty cells in front."""
    cells = cells_of(row.text)
    if tabs > 1:
        return [""] * tabs + cells
    barred = row.text[:1] in BARS and not row.text.rstrip().endswith(tuple(BARS))
    return ["", *cells] if len(cells) > 1 and (barred or (row.indent and "\t" in row.text)) else cells


def _usual_number(firsts: Sequence[str]) -> str:
    """The form of the numbers, or days, that rows begin with, if many lines do; "" if they do not."""
    forms = Counter(_form(first) for first in firsts)
    form, most = max(
        ((form, many) for form, many in forms.items() if "0" in form), key=lambda each: each[1], default=("", 0)
    )
    return form if most >= _NUMBERED_SHARE * len(firsts) else ""


def _form(first: str) -> str:
    """The form of a cell that holds a number, or a day in numbers; "" for others."""
    return "" if has_letters(first) else without_numbers(first)


def _goes_on(row: BrokenRow, cells: list[str], count: int, number: str) -> bool:
    """Whether a line goes on in a row. Its last cells may be empty: where rows begin with numbers, the lack of one
    tells."""
    if len(cells) == 1:
        return True
    if not cells[0] and not cells[1]:
        return False
    missing = count - len(row.cells)
    if number and cells[0]:
        return _form(cells[0]) != number and len(cells) - 1 <= missing
    return len(cells) - 1 == missing or (not cells[0] and len(cells) - 1 <= missing)


def _append(row: BrokenRow, cells: list[str], at: int) -> None:
    if cells[0]:
        row.cells[-1].append((cells[0], at))
    row.cells.extend([(cell, at)] for cell in cells[1:])
    row.rest.append(at)
