"""Tables whose cells run together and that have no names of columns above their rows.

In: the rows of a page, and the tables found. Out: blocks of rows with the columns that they have: those named above the
first of several tables, or, where the page names none, those that describe its rows in the fewest words. Rows whose
parts have signs between them are entries of a list, and no tables. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.columns import Column, Header, find_header
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.shapes.tags import parse_year
from enrich.mentions.text.flat.cellshapes import CellShapes
from enrich.mentions.text.flat.cuts import Cells, cut_rows
from enrich.mentions.text.flat.segments import Segments
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.tables.tablerows import Table

_FEWEST_ROWS, _FEWEST_IN_BLOCK, _FEWEST_WORDS = 8, 3, 4
# By judgement: of the rows of a block, so many have words enough, and so many a year; so many may have signs between
# their parts, or titles with a stop; so many have a cell of a column, and of those that other blocks fill.
_WORDED, _DATED, _PARTED, _FILLED, _ALIKE = 0.9, 0.7, 0.15, 0.6, 0.6
_FEWEST_FILLED = 2
_ENDING = 0.5  # of the rows have a venue behind a comma. By judgement
_NUMBERED, _LINKED, _MORE = 0.9, 0.4, 0.5
_SAMPLE, _ROUNDS = 20, 2  # rows that columns are guessed by, and how often they are read
_COLUMN = 1.0  # nats of a row that a further column must save
_LAST_WORDS = 8  # among which the year behind titles stands
_SIGNS = frozenset("|·•-–—")
_TITLE, _NUMBER, _DATE, _LINK = Column.TITLE, Column.NUMBER, Column.DATE, Column.LINK
_VENUE, _PEOPLE, _TAGS, _NAME, _OTHER = Column.VENUE, Column.AUTHORS, Column.TAGS, Column.NAME, Column.OTHER
# The orders that people put columns in: in front of titles, behind them up to the year, and behind that.
_FRONTS = ((), (_VENUE,), (_TAGS,), (_PEOPLE,), (_NAME,), (_VENUE, _TAGS), (_TAGS, _VENUE))
_DATED_BEHIND = ((_PEOPLE, _VENUE, _DATE), (_VENUE, _DATE), (_PEOPLE, _DATE), (_VENUE, _PEOPLE, _DATE), (_DATE,))
_UNDATED_BEHIND = ((_PEOPLE, _VENUE), (_VENUE,), (_VENUE, _PEOPLE), (_PEOPLE,), ())
_BEHIND_YEAR = (
    (_OTHER,),
    (_OTHER, _OTHER),
    (_PEOPLE,),
    (_VENUE,),
    (_VENUE, _OTHER),
    (_PEOPLE, _VENUE),
    (_PEOPLE, _OTHER),
)
_TOLD_BY_SHAPE = (_DATE, _PEOPLE, _LINK, _NUMBER)
_Item = TypeVar("_Item")
Columns = tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Nameless:
    """A block of rows with its columns, and their cells where rows with names above them do not tell these."""

    body: list[int]
    header: Header
    cells: list[Cells]


def find_nameless(rows: list[Row], claimed: Mapping[int, object], tables: Sequence[Table]) -> list[Nameless]:
    """The blocks of rows of a page that are tables."""
    named = next((table for table in tables if _is_flat(rows, table)), None)
    taken = {at for table in tables for row in table.rows for at in (row.at, *row.rest)}
    taken |= {table.named_at for table in tables if table.named_at is not None}
    start = named.start if named else 0
    blocks = [block for block in _blocks(rows, start, claimed.keys() | taken) if _is_worded(rows, block)]
    if named:
        return _alike(rows, blocks, named)
    blocks = [block for block in blocks if _share(_split(rows, block), _has_year) >= _DATED]
    lines = [words for block in blocks for words in _split(rows, block)]
    if len(lines) < _FEWEST_ROWS or _share(lines, _is_parted) > _PARTED or _end_alike(lines):
        return []
    columns = guess_columns(lines)
    return _told(rows, blocks, columns) if columns else []


def _is_flat(rows: Sequence[Row], table: Table) -> bool:
    """Whether a table has names of columns, no free text, and run-together cells."""
    columns = table.header.columns
    known = _TITLE in columns and {Column.TEXT, _OTHER}.isdisjoint(columns) and len(columns) > _FEWEST_FILLED
    return known and table.named_at is not None and not any(row.cells or "\t" in row.row.text for row in table.rows)


def _blocks(rows: Sequence[Row], start: int, taken: set[int]) -> Iterator[list[int]]:
    """The runs of free rows between gaps."""
    block: list[int] = []
    for at in range(start, len(rows)):
        row = rows[at]
        cells = bool(row.text.strip()) and "\t" not in row.text
        free = cells and at not in taken and not row.marker and find_header(row.text) is None
        if block and (row.gap or not free):
            yield block
            block = []
        if free:
            block.append(at)
    if block:
        yield block


def _is_worded(rows: Sequence[Row], block: Sequence[int]) -> bool:
    lines = _split(rows, block)
    return len(block) >= _FEWEST_IN_BLOCK and _share(lines, lambda words: len(words) >= _FEWEST_WORDS) >= _WORDED


def _split(rows: Sequence[Row], block: Sequence[int]) -> list[list[str]]:
    return [rows[at].text.split() for at in block]


def _alike(rows: Sequence[Row], blocks: Sequence[list[int]], named: Table) -> list[Nameless]:
    """The blocks that have the columns of a table above them: they fill those that it fills."""
    own = [row.row.text.split() for row in named.rows]
    lines = [words for block in blocks for words in _split(rows, block)]
    title_at = named.header.title_at
    if title_at is None or not lines:
        return []
    cells = cut_rows([*own, *lines], named.header.columns, title_at)
    wanted = _filled_columns(cells[: len(own)], named.header.columns)
    found, at = [], len(own)
    for block in blocks:
        mine, at = cells[at : at + len(block)], at + len(block)
        if _fill(mine, wanted):
            found.append(Nameless(block[_headings(mine, wanted) :], named.header, []))
    return found


def _told(rows: Sequence[Row], blocks: Sequence[list[int]], columns: Columns) -> list[Nameless]:
    """The blocks whose rows fill guessed columns, if nearly all do, and titles end as titles do."""
    title_at = columns.index(_TITLE)
    cells = cut_rows([words for block in blocks for words in _split(rows, block)], columns, title_at)
    filled = [at for at in range(len(columns)) if at != title_at and _held(cells, at) >= _FILLED]
    stopped = _share(cells, lambda row: row[title_at].endswith((".", ",", ";", ":")))
    if len(filled) < _FEWEST_FILLED or stopped > _PARTED:
        return []
    wanted = _filled_columns(cells, columns)
    header = Header(columns, ("",) * len(columns))
    found, at = [], 0
    for block in blocks:
        mine, at = cells[at : at + len(block)], at + len(block)
        if _fill(mine, wanted):
            first = _headings(mine, wanted)
            found.append(Nameless(block[first:], header, mine[first:]))
    return found


def _filled_columns(cells: Sequence[Cells], columns: Columns) -> dict[int, float]:
    """The columns that most rows fill, and how many do: those told by their own shape, if there are any."""
    shares = {at: _held(cells, at) for at in range(len(columns)) if columns[at] is not _TITLE}
    filled = {at: share for at, share in shares.items() if share >= _FILLED}
    return {at: share for at, share in filled.items() if columns[at] in _TOLD_BY_SHAPE} or filled


def _fill(cells: Sequence[Cells], wanted: Mapping[int, float]) -> bool:
    filled = (_held(cells, at) >= _ALIKE * share for at, share in wanted.items())
    return bool(wanted) and all(filled)


def _headings(cells: Sequence[Cells], wanted: Mapping[int, float]) -> int:
    """How many lines of a block stand above its rows: those without any cell that most rows have."""
    return next(at for at, row in enumerate(cells) if not wanted.keys().isdisjoint(row))


def guess_columns(lines: Sequence[list[str]]) -> Columns | None:
    """The columns that describe rows in the fewest words; None where rows have no year."""
    counted = _share(lines, lambda words: words[0].isdigit() and not _is_year(words[0])) >= _NUMBERED
    ahead = _share(lines, lambda words: len(words) > counted and _is_year(words[counted])) >= _DATED
    tails = [words[-last:] for words in lines if (last := _behind_year(words))]
    if not ahead and len(tails) < _DATED * len(lines):
        return None
    front: Columns = (_NUMBER,) * counted + (_DATE,) * ahead
    linked = _share(lines, lambda words: is_anchor(words[-1]) or words[-1].startswith("http") or words[-1] in _SIGNS)
    ends: Sequence[Columns] = ((), (_OTHER,)) if ahead else ((),)
    if not ahead and _share(tails, lambda tail: len(tail) - 1 > (linked >= _LINKED)) >= _MORE:
        ends = _BEHIND_YEAR
    link = (_LINK,) * (linked >= _LINKED)
    cost = _costs(sampled(lines, _SAMPLE))
    behinds = _UNDATED_BEHIND if ahead else _DATED_BEHIND
    end = ends[0]
    for _ in range(1 + (len(ends) > 1)):
        behind = min(behinds, key=lambda each: cost((*front, _TITLE, *each, *end, *link)))
        end = min(ends, key=lambda each: cost((*front, _TITLE, *behind, *each, *link)))
    more = min(_FRONTS, key=lambda each: cost((*front, *each, _TITLE, *behind, *end, *link)))
    if more:
        behind = min(behinds, key=lambda each: cost((*front, *more, _TITLE, *each, *end, *link)))
    return (*front, *more, _TITLE, *behind, *end, *link)


def _costs(lines: Sequence[list[str]]) -> Callable[[Columns], float]:
    """What a row costs on average, read with columns."""
    shapes = CellShapes(lines)
    known: dict[Columns, float] = {}

    def cost(columns: Columns) -> float:
        if columns not in known:
            segments = Segments(lines, columns, columns.index(_TITLE), shapes)
            segments.read(_ROUNDS)
            known[columns] = segments.cost / len(lines) + _COLUMN * len(columns)
        return known[columns]

    return cost


def _behind_year(words: Sequence[str]) -> int:
    """How many words stand from the last year on, at the end of a row; 0 where none is near."""
    return next((n for n in range(1, min(_LAST_WORDS, len(words) - 3) + 1) if _is_year(words[-n])), 0)


def _is_year(word: str) -> bool:
    return word.isdigit() and parse_year(word) is not None


def _has_year(words: Sequence[str]) -> bool:
    return any(map(_is_year, words))


def _is_parted(words: Sequence[str]) -> bool:
    """Whether signs stand between the parts of a row: around its year, or by themselves."""
    at = next((at for at in range(len(words) - 1, -1, -1) if _is_year(words[at])), 0)
    behind = at > 0 and words[at - 1][-1] in ",;:()[]|-–—" and words[at - 1] not in _SIGNS
    return behind or (words[-1] not in _SIGNS and not _SIGNS.isdisjoint(words[1:-3]))


def _end_alike(lines: Sequence[Sequence[str]]) -> bool:
    """Whether what stands between the last comma and the last year of most rows comes again: venues, that the comma
    sets off from names or titles, "A Title, Jane Roe, ICES 2019". The last of several people hardly does."""
    ends = Counter(end for words in lines if (end := _behind_comma(words)))
    return sum(count for count in ends.values() if count > 1) > _ENDING * len(lines)


def _behind_comma(words: Sequence[str]) -> str:
    """What stands between the last comma and the last year; "" if one of them is missing."""
    last = next((at for at in range(len(words) - 1, 0, -1) if _is_year(words[at])), 0)
    start = next((at for at in range(last - 1, -1, -1) if words[at].endswith(",")), last)
    return " ".join(words[start + 1 : last])


def _held(cells: Sequence[Cells], at: int) -> float:
    """The share of rows with a cell of a column."""
    return sum(at in row for row in cells) / max(len(cells), 1)


def _share(items: Sequence[_Item], holds: Callable[[_Item], object]) -> float:
    return sum(map(bool, map(holds, items))) / max(len(items), 1)
