"""Tables between tabs whose cells hold lines of their own, as browsers copy schedules: each reading on a line.

In: the lines of a page. Out: a list in the place of such a table: what is read, each line an entry below what stands in
front of it in its row. A row ends where it has as many tabs as the line that names the columns, or where a day or a
number begins the next; without such a line, rows tell how many most of them have. Further lines may be set in to their
column by tabs, as those of optional reading are. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from enrich.mentions.shapes.columns import Column, column_of, header_of_cells
from enrich.mentions.shapes.days import begins_with_day
from enrich.mentions.text.drawn.grid import Ruled
from enrich.mentions.text.drawn.listed import BULLET, Entry, may_be_paper, write_list
from enrich.mentions.text.wrapped.laying import surely_goes_on

_MOST_COLUMNS = 12
_LONGEST_CELL, _SAMPLE = 200, 1000  # lines: what is longer is no cell of a schedule; so many tell how its rows look
_COUNTED = re.compile(r"(?:[^\W\d_]+\s+)?#?\d{1,3}[.):]?")  # "3", "Week 3"
_READ = re.compile(r"\b(?:readings?|papers?|articles?|literature|references)\b", re.I)
_LONGEST_LABEL = 6  # words
# By judgement: fewer rows make no schedule, and a few of them are odd. Of those with something to read, so many have it
# on several lines; of what is read, so many lines are as long as papers are, and more where nothing names the columns.
_FEWEST, _WHOLE_SHARE, _SEVERAL_SHARE = 3, 0.6, 0.4
_MOST_OF_ONE, _ALIKE_SHARE = 3, 0.8  # lines of a paper, and of the cells
_LEAST_DEEP = 2  # tabs that set a line in: a single one may end a cell
_LONG_SHARE, _SURELY_LONG, _NEVER = 0.5, 0.8, 2.0
_BROKEN_SHARE = 0.1  # of the lines, by judgement: one paper is broken over them

Line = tuple[int, str]


@dataclass(slots=True)
class _Row:
    """A row of a table: its lines, how many tabs they have, and the lines of each of its cells."""

    body: range
    tabs: int
    cells: list[list[Line]]

    def text(self, at: int) -> str:
        return " ".join(text for _, text in self.cells[at])


def undraw_tall(lines: list[str], start: int, page: Ruled) -> int:
    """Where the table ends that begins at `start`, now a list; 0 if none does whose cells hold lists."""
    names = lines[start].split("\t")
    header = header_of_cells(names) if 1 < len(names) <= _MOST_COLUMNS else None
    if header is None and (start < page.looked_at or not _may_begin(lines, start)):
        return 0
    first = start + 1 if header else start
    tabs = len(names) - 1 if header else _usual_tabs(lines, first)
    rows = _read(lines, first, tabs) if tabs and first < len(lines) else []
    page.looked_at = max(page.looked_at, rows[-1].body.stop if rows and not header else 0)
    if len(rows) < _FEWEST or sum(_is_whole(row, lines, tabs) for row in rows) < _WHOLE_SHARE * len(rows):
        return 0
    least = [_least_long(name) for name in names] if header else [_SURELY_LONG] * (tabs + 1)
    papers = [at for at in range(tabs + 1) if _are_lists([row.cells[at] for row in rows], least[at])]
    if not papers:
        return 0
    if header:
        lines[start] = ""
        page.rules.add(start + 1)
    for row in rows:
        found = sorted(line for at in papers for line in row.cells[at])
        marked = [Entry(at, text if _is_label(text) else f"{BULLET}{text}") for at, text in found]
        write_list(lines, row.body, _label(row, papers[0]) if found else "", marked, page)
    return rows[-1].body.stop


def _is_whole(row: _Row, lines: Sequence[str], tabs: int) -> bool:
    """Whether a row has all its cells, or all but an empty last one, and begins as those of a schedule do."""
    return row.tabs == tabs or (row.tabs == tabs - 1 and _begins_row(lines[row.body.start]))


def _may_begin(lines: Sequence[str], start: int) -> bool:
    """Whether a table without names may begin at a line: below one that is none of its rows."""
    return _begins_row(lines[start]) and (not start or "\t" not in lines[start - 1])


def _begins_row(line: str) -> bool:
    """Whether a line begins with a cell that holds a day or a number, as rows of a schedule do."""
    cell, tab, _ = line.partition("\t")
    cell = cell.strip()
    return bool(tab and cell) and (begins_with_day(cell) or _COUNTED.fullmatch(cell) is not None)


def _usual_tabs(lines: Sequence[str], start: int) -> int:
    """How many tabs most rows have that begin with a day or a number; 0 if few have as many."""
    starts = [at for at in range(start, min(start + _SAMPLE, len(lines))) if _begins_row(lines[at])]
    totals = Counter(
        sum(line.count("\t") for line in lines[a:b]) for a, b in pairwise(starts) if b - a <= _LONGEST_CELL
    )
    tabs, often = totals.most_common(1)[0] if totals else (0, 0)
    return tabs if often >= max(_FEWEST, _WHOLE_SHARE * totals.total()) and tabs < _MOST_COLUMNS else 0


def _read(lines: Sequence[str], start: int, tabs: int) -> list[_Row]:
    """The rows of a table whose first begins at `start`."""
    starts, within, last, deep = [start], lines[start].count("\t"), start, _set_in_by(lines, start)
    for at in range(start + 1, len(lines)):
        count = lines[at].count("\t")
        if at - last > _LONGEST_CELL or (count and header_of_cells(lines[at].split("\t"))):
            break
        last = at if count else last
        if _is_set_in(lines[at], deep):
            continue
        if count and (within + count > tabs or _begins_row(lines[at])):
            starts.append(at)
            within = 0
        within += count
    end = _end(lines, last)
    return [_row(lines, range(a, b), tabs, deep) for a, b in pairwise([*starts, end])]


def _set_in_by(lines: Sequence[str], start: int) -> int:
    """How many tabs set lines in to the column of their cell, one below the other; 0 if none do."""
    sample = (line if line.strip() else "" for line in lines[start : start + _SAMPLE])
    depths = [len(line) - len(line.lstrip("\t")) for line in sample]
    again = Counter(above for above, below in pairwise(depths) if above == below >= _LEAST_DEEP)
    depth, often = again.most_common(1)[0] if again else (0, 0)
    return depth if often >= _FEWEST else 0


def _is_set_in(line: str, deep: int) -> bool:
    """Whether a line is set in to the column of lists, or a label above such lines."""
    depth = len(line) - len(line.lstrip("\t"))
    return bool(deep and line.strip()) and (depth == deep or (0 < depth < deep and _is_label(line.strip())))


def _end(lines: Sequence[str], last: int) -> int:
    """Where the last row ends, whose last tab stands at `last`: at a blank line behind what its last cell holds."""
    held = bool(lines[last].rpartition("\t")[2].strip())
    at = last + 1
    while at < len(lines) and (lines[at].strip() or (not held and at == last + 1)):
        at += 1
    return at


def _row(lines: Sequence[str], body: range, tabs: int, deep: int) -> _Row:
    row = _Row(body, 0, [[] for _ in range(tabs + 1)])
    for at in body:
        if _is_set_in(lines[at], deep):
            row.cells[min(deep, tabs)].append((at, lines[at].strip().partition("\t")[0]))
            continue
        for offset, part in enumerate(lines[at].split("\t")):
            if part.strip():
                row.cells[min(row.tabs + offset, tabs)].append((at, part.strip()))
        row.tabs += lines[at].count("\t")
    return row


def _least_long(name: str) -> float:
    """How many lines of a column have to be as long as papers are, by its name."""
    return _LONG_SHARE if column_of(name) is Column.TITLE or _READ.search(name) else _NEVER


def _are_lists(cells: Sequence[Sequence[Line]], least: float) -> bool:
    """Whether many cells of a column hold several lines, so many of which are as long as papers."""
    several = sum(len(cell) > 1 for cell in cells)
    entries = [text for cell in cells for _, text in cell if not _is_label(text)]
    long = sum(map(may_be_paper, entries))
    if _are_alike(cells) or _are_broken(cells):
        return False
    filled = several >= max(_FEWEST, _SEVERAL_SHARE * sum(map(bool, cells)))
    return filled and long >= least * len(entries)


def _are_alike(cells: Sequence[Sequence[Line]]) -> bool:
    """Whether nearly all cells hold as many lines, few of them and no label: those of one paper, with what is said of
    it below."""
    if any(_is_label(text) for cell in cells for _, text in cell):
        return False
    sizes = Counter(len(cell) for cell in cells if cell)
    size, often = sizes.most_common(1)[0] if sizes else (0, 0)
    return size <= _MOST_OF_ONE and often >= _ALIKE_SHARE * sizes.total()


def _are_broken(cells: Sequence[Sequence[Line]]) -> bool:
    """Whether lines of cells go on in the next."""
    texts = ([text for _, text in cell if not _is_label(text)] for cell in cells)
    pairs = [pair for cell in texts for pair in pairwise(cell)]
    return sum(surely_goes_on(above, below) for above, below in pairs) > _BROKEN_SHARE * len(pairs)


def _is_label(text: str) -> bool:
    """Whether a line says what those below it are: "Required:"."""
    return text.endswith(":") and len(text.split()) <= _LONGEST_LABEL


def _label(row: _Row, papers: int) -> str:
    """What stands in front of what is read: the topic, or the day where there is none."""
    cells = [text for at in range(papers) if (text := row.text(at))]
    topics = [text for text in cells if not (begins_with_day(text) or _COUNTED.fullmatch(text))]
    return " ".join(topics or cells)
