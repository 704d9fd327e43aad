"""Tables whose cells hold lists, as courses print them: several papers in one cell, one below the other.

In: the lines of drawn tables, as the lines of their cells. Out: a list in the place of such a table: each entry on the
line where it begins, below what stands in front of the list in its row. An entry begins at a list marker, below an
empty line of its cell, or below a line that had room for its first word. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.shapes.words import first_word
from enrich.mentions.text.drawn.grid import Ruled, cut, glue

PART = "\x1e"  # between what stands side by side on one line and is read as one below the other
BULLET = "• "
_BULLET = re.compile(r"[-–*+•◦‣▪]\s+(?=\S)")
_LETTERS = re.compile(r"[^\W\d_]+")
# By judgement: of the filled cells of a column, so many hold several entries; or it has so many times as many as there
# are labels. Most entries are no mere labels, and state a year, as papers do on such pages.
_FEWEST, _SEVERAL_SHARE, _MORE, _PAPERS_SHARE, _LEAST_WORDS = 3, 0.4, 1.5, 0.6, 5
_ALIKE = 0.7  # of the entries that surely end on a line, so many end in the same sign


class Entry(NamedTuple):
    """An entry of a cell, and the line where it begins."""

    at: int
    text: str


class _Habits(NamedTuple):
    """What the entries of a column begin with, how wide it is, and the sign that they end in; empty if in none."""

    marked: bool
    parted: bool
    width: int
    ends: str


Cells = Sequence[Sequence[str]]  # of each line of a row; or the lines of each cell of a column


def unlist(lines: list[str], head: range, rows: Sequence[range], table: Sequence[Cells], page: Ruled) -> bool:
    """Whether the cells of a column hold lists, which then stand in the place of the table. `rows` are the lines of
    each row, or all lines where it is not known where those end; `table` are their cells, `head` the lines that name
    the columns."""
    count = max((len(cells) for row in table for cells in row), default=0)
    columns = [
        [[cells[at].strip() if at < len(cells) else "" for cells in row] for row in table] for at in range(count)
    ]
    read = [_read(rows, column) for column in columns]
    papers = [at for at, cells in enumerate(read) if are_papers([entry.text for cell in cells for entry in cell])]
    if not any(_are_lists(read[at], read[0]) for at in papers):
        return False
    for at in (*head, *(at for body in rows for at in body)):
        lines[at] = ""
    page.rules.update(at + 1 for at in head)
    for number, body in enumerate(rows):
        label = " ".join(entry.text for at in range(papers[0]) for entry in read[at][number])
        entries = sorted(Entry(entry.at, BULLET + entry.text) for at in papers for entry in read[at][number])
        write_list(lines, body, label if len(rows) > 1 else "", entries, page)
    return True


def unlist_parted(lines: list[str], head: range, body: range, columns: Sequence[tuple[int, int]], page: Ruled) -> bool:
    """Whether a table with blank lines between its rows has lists in its cells."""
    blanks = [at for at in body if not lines[at].strip()]
    rows = [range(a + 1, b) for a, b in pairwise([body.start - 1, *blanks, body.stop]) if b > a + 1]
    return unlist(lines, head, rows, [[cut(lines[at], columns) for at in row] for row in rows], page)


def write_list(lines: list[str], body: range, label: str, entries: Sequence[Entry], page: Ruled) -> None:
    """Writes the entries of a row in its place, below its label, each on the line where it begins."""
    parts: dict[int, list[str]] = {body.start: [f"## {label}"] if label else []}
    for entry in entries:
        parts.setdefault(entry.at, []).append(entry.text)
    for at in body:
        lines[at] = PART.join(parts.get(at, ()))
        if not lines[at]:
            page.rests[at + 1] = body.start + 1


def are_papers(entries: Sequence[str]) -> bool:
    """Whether the entries of a column are as long, and as often dated, as papers on such pages are."""
    long = sum(map(may_be_paper, entries))
    return min(long, sum(map(may_state_year, entries))) >= max(_FEWEST, _PAPERS_SHARE * len(entries))


def may_be_paper(text: str) -> bool:
    """Whether a text is as long as papers on such pages are, and no mere label."""
    return len(_LETTERS.findall(text)) >= _LEAST_WORDS


def _are_lists(cells: Sequence[Sequence[Entry]], labels: Sequence[Sequence[Entry]]) -> bool:
    """Whether many cells of a column hold several entries; where rows are not known, whether it has many more of them
    than the first column has labels."""
    if len(cells) == 1:
        return len(cells[0]) >= _MORE * len(labels[0]) > 0
    several = sum(len(cell) > 1 for cell in cells)
    return several >= max(_FEWEST, _SEVERAL_SHARE * sum(map(bool, cells)))


def _read(rows: Sequence[range], column: Cells) -> list[list[Entry]]:
    """The entries of each cell of a column."""
    habits = _habits(column)
    return [list(_entries(body, cell, habits)) for body, cell in zip(rows, column, strict=True)]


def _habits(column: Cells) -> _Habits:
    lines = [line for cell in column for line in cell]
    width = max(map(len, lines), default=0)
    marked = sum(bool(_BULLET.match(line)) for line in lines)
    triples = (triple for cell in column for triple in zip(cell, cell[1:], cell[2:], strict=False))
    parted = sum(bool(above and below) and not line for above, line, below in triples)
    sure = [a for cell in column for a, b in pairwise([*cell, ""]) if a and (not b or _has_room(a, b, width))]
    sign, most = Counter(map(_end, sure)).most_common(1)[0] if sure else ("", 0)
    told = most >= _ALIKE * len(sure) and not sign.isalpha()
    several = max(_FEWEST, len(column))
    return _Habits(marked >= several, len(column) > 1 and parted >= several, width, sign if told else "")


def _entries(body: range, cell: Sequence[str], habits: _Habits) -> Iterator[Entry]:
    text, start, above = "", body.start, ""
    for at, line in zip(body, cell, strict=True):
        if line and text and not _begins(above, line, habits):
            text += glue(text, line) + line
        elif line:
            if text:
                yield Entry(start, text)
            text, start = _BULLET.sub("", line, count=1) if habits.marked else line, at
        above = line
    if text:
        yield Entry(start, text)


def _begins(above: str, line: str, habits: _Habits) -> bool:
    """Whether a line begins an entry, and does not go on in the one above."""
    if habits.marked:
        return _BULLET.match(line) is not None
    if habits.parted or not above:
        return not above
    return _has_room(above, line, habits.width) or (_end(above) == habits.ends and line[0].isupper())


def _has_room(above: str, below: str, width: int) -> bool:
    """Whether the first word of a line would have stood on the one above, were it part of that."""
    return len(above) + 1 + len(first_word(below)) <= width


def _end(text: str) -> str:
    return "0" if text[-1].isdigit() else text[-1]
