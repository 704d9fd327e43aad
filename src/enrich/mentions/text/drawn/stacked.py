"""Tables each cell of which stands on a line of its own: the names of the columns, and below them row upon row.

In: the lines of a page. Out: rows of cells between tabs, each on the line of its title; the other lines of a row are
left blank and told apart. Cells may be missing. All tables below the same names are read as one. Pure; cost is linear.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.shapes.columns import Column, Header, column_of, may_name_column
from enrich.mentions.text.drawn.grid import Ruled
from enrich.mentions.text.drawn.placing import NOTHING, OUT, OUTSIDE, Line, learn_costs, learn_empty, place

_FEWEST_NAMES, _MOST_NAMES, _LONGEST_NAME, _MOST_SKIPPED = 3, 12, 40, 1
_SAMPLE = 400  # lines of tables tried in each way
# Rows of a table that is one; what a line of them costs on average, how many of them have a title, how many have the
# shape of one more column. By judgement, kept by rendered tables.
_FEWEST_ROWS, _MOST_COST, _TITLED_SHARE, _TOLD_SHARE = 3, 0.7, 0.9, 0.7
_FILLED_SHARE = 0.6  # of the cells of its rows, a table has so many. By judgement
_SIDE_BY_SIDE = 0.1  # of the lines have cells beside each other; where more have, lines are no cells. By judgement
# One of these stands beside titles and links: without, the words are leftovers of links below an item.
_NO_TITLES, _MOST_OTHERS = frozenset({RowKind.AUTHORS, RowKind.VENUE, RowKind.DATE}), 0.5  # where titles should stand
_TELLING = {Column.DATE, Column.VENUE, Column.AUTHORS, Column.NUMBER, Column.TAGS}


Cells = dict[int, Line]


class _Names(NamedTuple):
    """Lines that name the columns, and the lines of the page below them, up to the next such."""

    words: tuple[str, ...]
    lines: list[Line]
    body: list[Line]


class _Way(NamedTuple):
    """One way to take the names: those in use, how many in front are none, and whether the next line is one more."""

    names: tuple[str, ...]
    skipped: int
    extra: bool


class _Reading(NamedTuple):
    """The rows of all tables below the same names, taken in one way, and what that costs."""

    way: _Way
    title_at: int
    rows: list[list[Cells]]
    cost: float


def unstack(lines: list[str], page: Ruled) -> None:
    """Writes every stacked table of a page as rows of cells between tabs."""
    groups: dict[tuple[str, ...], list[_Names]] = defaultdict(list)
    for names in _find_names(lines):
        groups[names.words].append(names)
    for words, members in groups.items():
        sample = _sample(members)
        tried = [made for way in _ways(words, members) if (made := _read(way, sample))]
        way = min(tried, key=lambda reading: reading.cost).way if tried else None
        if way and (reading := _read(way, members)):
            _write(lines, page, reading, members)


def _sample(members: Sequence[_Names]) -> list[_Names]:
    """The first tables below the same names, with as many lines as tell which way to read them."""
    sizes = accumulate((min(len(names.body), _SAMPLE) for names in members), initial=0)
    return [
        names._replace(body=names.body[:_SAMPLE]) for names, size in zip(members, sizes, strict=False) if size < _SAMPLE
    ]


def _find_names(lines: Sequence[str]) -> list[_Names]:
    """All places where the names of columns stand below each other, with the lines that follow."""
    filled = _filled(lines)
    runs: list[range] = []
    position = 0
    while position < len(filled):
        run = _run_of_names(filled, position)
        if _is_header([_kind(filled[at]) for at in run]):
            runs.append(run)
        position = max(run.stop, position + 1)
    spans = _without_cells(filled, runs)
    ends = [span.start for span in spans[1:]] + [len(filled)] * bool(spans)
    return [
        _Names(_words(filled, span), filled[span.start : span.stop], filled[span.stop : end])
        for span, end in zip(spans, ends, strict=True)
    ]


def _filled(lines: Sequence[str]) -> list[Line]:
    filled: list[Line] = []
    gap = 0
    for at, line in enumerate(lines):
        if text := line.strip():
            filled.append(Line(at, text, gap))
            gap = 0
        else:
            gap += 1
    return filled


def _words(filled: Sequence[Line], span: range) -> tuple[str, ...]:
    return tuple(filled[at].text for at in span)


def _run_of_names(filled: Sequence[Line], start: int) -> range:
    """The lines from `start` on that name columns, single others among them."""
    at = last = start
    while at < len(filled) and not (at > start and filled[at].gap):
        if _kind(filled[at]):
            last = at + 1
        elif at in (start, last + 1) or len(filled[at].text) > _LONGEST_NAME:
            break
        at += 1
    return range(start, last)


def _kind(line: Line) -> Column | None:
    short = len(line.text) <= _LONGEST_NAME
    return column_of(line.text) if short and may_name_column(line.text) else None


def _is_header(kinds: Sequence[Column | None]) -> bool:
    named = set(kinds)
    return len(kinds) >= _FEWEST_NAMES and bool(named & {Column.TITLE, Column.NAME}) and bool(named & _TELLING)


def _without_cells(filled: Sequence[Line], runs: Sequence[range]) -> list[range]:
    """The runs without what is no name at their ends, headings or cells of a table: of each the longest part that comes
    more than once."""
    parts = [list(_parts(run[-_MOST_NAMES:])) for run in runs]
    often = Counter(_words(filled, part) for spans in parts for part in spans)
    return [next((part for part in spans if often[_words(filled, part)] > 1), spans[0]) for spans in parts]


def _parts(run: range) -> Iterator[range]:
    """All parts of a run that are long enough, the longest first."""
    for length in range(len(run), _FEWEST_NAMES - 1, -1):
        for at in range(len(run) - length + 1):
            yield run[at : at + length]


def _ways(words: tuple[str, ...], members: Sequence[_Names]) -> Iterator[_Way]:
    """The names as they stand, or without the first, which may be a heading; with what follows everywhere, or without;
    and with a line for authors below the title, whose cell may be broken."""
    after = {names.body[0].text for names in members if names.body and not names.body[0].gap}
    last = next(iter(after)) if len(after) == 1 else ""
    for skipped in range(min(len(words) - _FEWEST_NAMES, _MOST_SKIPPED) + 1):
        for extra in (False, True) if 0 < len(last) <= _LONGEST_NAME else (False,):
            names = (*words[skipped:], last) if extra else words[skipped:]
            yield _Way(names, skipped, extra)
            kinds = [column_of(name) for name in names]
            if Column.TITLE in kinds and Column.AUTHORS not in kinds:
                at = kinds.index(Column.TITLE) + 1
                yield _Way((*names[:at], "Authors", *names[at:]), skipped, extra)


def _read(way: _Way, members: Sequence[_Names]) -> _Reading | None:
    """The lines below all names of a group in their columns; None where they do not make up rows."""
    columns = tuple(column_of(name) or Column.OTHER for name in way.names)
    title_at = Header(columns, way.names).title_at
    if title_at is None:
        return None
    bodies = [names.body[way.extra :] for names in members]
    count = sum(map(len, bodies))
    if sum("\t" in line.text for body in bodies for line in body) > _SIDE_BY_SIDE * count:
        return None
    costs = learn_costs(columns, (line for body in bodies for line in body))
    for _ in range(2):  # which columns no row leaves empty is seen once the lines have been dealt out
        placed = [place(body, costs) for body in bodies]
        rows = [_rows(body, places) for body, (places, _) in zip(bodies, placed, strict=True)]
        whole = [row for table in rows for row in table]
        costs = learn_empty(costs, Counter(column for row in whole for column in row), len(whole))
    cells = sum(map(len, whole))
    cost = sum(total for _, total in placed)
    within = cost - OUT * (sum(map(len, bodies)) - cells)
    titled = sum(title_at in row for row in whole)
    told = any(
        sum(at in row and not costs.of(row[at].text)[at] for row in whole) >= _TOLD_SHARE * len(whole)
        for at, column in enumerate(columns)
        if column in _TELLING
    )
    others = sum(title_at in row and kind_of_row(row[title_at].text) in _NO_TITLES for row in whole)
    if cells < _FILLED_SHARE * len(whole) * len(columns) or others > _MOST_OTHERS * len(whole):
        return None  # the names are of something else
    if len(whole) < _FEWEST_ROWS or within > _MOST_COST * cells or titled < _TITLED_SHARE * len(whole) or not told:
        return None
    return _Reading(way, title_at, rows, cost)


def _rows(body: Sequence[Line], places: Sequence[int]) -> list[Cells]:
    """The lines of each row by their columns."""
    rows: list[Cells] = []
    for line, column in zip(body, places, strict=True):
        if column == OUTSIDE:
            continue
        if not rows or column <= max(rows[-1]):
            rows.append({})
        rows[-1][column] = line
    return rows


def _write(lines: list[str], page: Ruled, reading: _Reading, members: Sequence[_Names]) -> None:
    way = reading.way
    for names, rows in zip(members, reading.rows, strict=True):
        if not rows:
            continue
        used = [*names.lines[way.skipped :], *names.body[: way.extra]]
        _join(lines, page, used, used[0], "\t".join(way.names))
        for row in rows:
            text = "\t".join(_cell(row.get(column)) for column in range(len(way.names)))
            _join(lines, page, list(row.values()), row.get(reading.title_at, next(iter(row.values()))), text)
        last = max(line.at for line in rows[-1].values())
        page.blanks.update(
            at + 1 for at in range(used[0].at, last) if not lines[at].strip() and at + 1 not in page.rests
        )
        page.ends.add(last + 1)


def _cell(line: Line | None) -> str:
    return "" if line is None or line.text in NOTHING else line.text


def _join(lines: list[str], page: Ruled, parts: Sequence[Line], at: Line, text: str) -> None:
    for line in parts:
        lines[line.at] = ""
        if line.at != at.at:
            page.rests[line.at + 1] = at.at + 1
    lines[at.at] = text
