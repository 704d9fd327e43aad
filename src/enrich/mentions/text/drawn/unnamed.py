"""Tables whose columns are padded with blanks and have no names over them: gaps that all their lines have part columns.

In: the lines of a page, the tables with names among them undrawn already. Out: rows of cells between tabs, where what
the columns hold tells which are titles. Tables with as many columns are told together, for many are short. Pure; cost
is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style
from enrich.mentions.shapes.columns import Column
from enrich.mentions.shapes.tags import parse_year
from enrich.mentions.text.drawn.grid import Ruled, cut, find_gaps, write_rows
from enrich.mentions.text.drawn.heights import find_rests
from enrich.mentions.text.drawn.padded import MARKED, PADDED
from enrich.mentions.text.tables.headless import header_of_columns

_FEWEST_ROWS = 2
_SAMPLE = 60  # tables, and lines of each: more say nothing new
_GAPPED_SHARE = 0.3  # of a table's lines; others hold but the rest of one cell. By judgement

_CITED_SHARE, _TITLE_SHARE = 0.2, 0.8  # more cells that state authors or venues are no titles, but citations
_TELLING = frozenset({Column.VENUE, Column.LINK})
_NUMBERED_SHARE = 0.9
_WIDEST = 1000  # columns; programs that pad tables print no more
_NUMBER = re.compile(r"\W?(\d{1,4})[.):\]]\t")


@dataclass(slots=True)
class _Block:
    """Lines without a blank one between them, and the columns that they have in common."""

    body: range
    columns: list[tuple[int, int]]

    def cells(self, lines: Sequence[str], most: int | None = None) -> list[list[str]]:
        return [cut(lines[at], self.columns) for at in self.body[:most]]


def undraw_unnamed(lines: list[str], page: Ruled) -> None:
    """Puts tabs between the cells of all tables of padded columns that hold titles."""
    blocks: dict[int, list[_Block]] = defaultdict(list)
    for block in _blocks(lines):
        blocks[len(block.columns)].append(block)
    for alike in blocks.values():
        cells = [row for block in alike[:_SAMPLE] for row in _first_lines(block.cells(lines, _SAMPLE))]
        if _are_papers(cells):
            for block in alike:
                table = block.cells(lines)
                write_rows(lines, block.body, table, find_rests(table), page)
                _unmark(lines, block.body)


def _are_papers(cells: list[list[str]]) -> bool:
    """Whether the rows are papers: titles alone stand in one column, and another one tells where they appeared, in
    which year, or who wrote them. Months and sentences are news, days and one name each a schedule."""
    header = header_of_columns(cells)
    if header is None or header.title_at is None:
        return False
    columns = dict(zip(header.columns, zip(*cells, strict=True), strict=True))
    told = not _TELLING.isdisjoint(columns)
    dated = any(map(parse_year, columns.get(Column.DATE, ())))
    written = any("," in names or " and " in names for names in columns.get(Column.AUTHORS, ()))
    titles = [cell for cell in columns[Column.TITLE] if cell]
    return (told or dated or written) and sum(map(_holds_more, titles)) <= _CITED_SHARE * len(titles)


def _holds_more(cell: str) -> bool:
    """Whether a cell is a sentence, or states more than a title."""
    entry = read_entry(cell, Style())
    return cell.endswith(".") or bool(entry.authors or entry.venue) or len(entry.title) < _TITLE_SHARE * len(cell)


def _unmark(lines: list[str], body: range) -> None:
    """Numbers in the first column are no list markers: their stops go."""
    numbers = [match for at in body if (match := _NUMBER.match(lines[at]))]
    if len(numbers) >= _NUMBERED_SHARE * sum(bool(lines[at]) for at in body):
        for at in body:
            lines[at] = _NUMBER.sub(r"\1\t", lines[at])


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    """The runs of lines that are padded alike. A line above them without a gap is a heading."""
    for body in _runs(lines):
        rows = [lines[at] for at in body]
        gapped = sum(bool(PADDED.search(row)) for row in rows)
        marked = all(MARKED.match(row) for row in rows)
        narrow = max(map(len, rows)) <= _WIDEST
        if narrow and gapped >= max(_FEWEST_ROWS, _GAPPED_SHARE * len(rows)) and not marked:
            columns = find_gaps(rows)
            if len(columns) > 1:
                yield _Block(body, columns)


def _runs(lines: Sequence[str]) -> Iterator[range]:
    start: int | None = None
    for at, line in enumerate([*lines, ""]):
        may_be_row = bool(line.strip()) and "\t" not in line
        if start is None and may_be_row and PADDED.search(line):
            start = at
        elif start is not None and not may_be_row:
            yield range(start, at)
            start = None


def _first_lines(cells: list[list[str]]) -> list[list[str]]:
    """The lines that begin rows."""
    return [row for row, rest in zip(cells, find_rests(cells), strict=True) if not rest]
