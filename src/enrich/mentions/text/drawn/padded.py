"""Tables whose columns are padded with blanks, without a rule: names of columns, and lines aligned below them.

In: the lines of a page. Out: rows of cells between tabs. Where the names stand to the left of their columns, they tell
where those begin; else the gaps do that all lines have. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.columns import column_of, header_of_cells, header_of_line
from enrich.mentions.text.drawn.grid import SHIFT, Ruled, cut, find_gaps, write_rows
from enrich.mentions.text.drawn.heights import find_rests

PADDED = re.compile(r"\S {2,}\S")
_CELL = re.compile(r"\S+(?: \S+)*")
MARKED = re.compile(r"\s*[^\w\s#№] ")  # an entry of a list with wide markers
_WORD = re.compile(r"\S+")
_LONGEST_NAMES = 14  # words
_FEWEST_ROWS = 3  # in shorter tables, every line has the gaps that the names have
# Of a table's lines, so many have a blank in front of every column, and so many a word right behind it; so many show a
# gap of two blanks. By judgement, kept by rendered tables.
_ALIGNED_SHARE, _FILLED_SHARE, _PADDED_SHARE = 0.9, 0.2, 0.3


def undraw_padded(lines: list[str], start: int, page: Ruled) -> int:
    """The table whose columns `lines[start]` names, as rows of cells between tabs; 0 if none begins here."""
    if not PADDED.search(lines[start]) or "\t" in lines[start] or MARKED.match(lines[start]):
        return 0
    if _are_last_links(lines, start):
        return 0
    names = _names(lines[start])
    starts = [at for at, _ in names]
    body = _body(lines, start)
    rows = [lines[at] for at in body]
    if len(starts) < 2 or not rows:
        return 0
    columns = _columns_at(starts, rows) or _columns_between(lines[start], names, rows) if _are_padded(rows) else []
    if not columns:
        return 0
    cells = [cut(row, columns) for row in rows]
    write_rows(lines, body, cells, find_rests(cells), page)
    lines[start] = "\t".join(name for _, name in names)
    page.blanks.update(range(start + 2, body.start + 1))
    return body.stop


def _are_last_links(lines: list[str], at: int) -> bool:
    """Whether a line holds the links of the lines right above it, and ends what those say: "PDF  Dataset  BibTeX"."""
    above, below = lines[at - 1 : at], lines[at + 1 : at + 2]
    ends = any(map(str.strip, above)) and not any(map(str.strip, below))
    return ends and is_anchor(lines[at])


def _names(line: str) -> list[tuple[int, str]]:
    """The names of columns, and where each begins, in a line that consists of such names; nothing in any other line."""
    names: list[tuple[int, str]] = []
    for match in _CELL.finditer(line):
        if len(names) > _LONGEST_NAMES:
            return []
        header = None if column_of(match[0]) else header_of_line(match[0])
        words = [word.start() for word in _WORD.finditer(match[0])]
        for name in header.words if header else (match[0],):
            names.append((match.start() + words[0], name))
            del words[: len(name.split())]
            if not words:
                break
    return names if header_of_cells([name for _, name in names]) else []


def _body(lines: list[str], start: int) -> range:
    """The lines below the names, behind one blank line or none, up to the next blank one or the next such names."""
    first = start + 1
    first += first < len(lines) and not lines[first].strip()
    end, names = first, lines[start].split()
    while end < len(lines) and lines[end].strip() and lines[end].split() != names:
        end += 1
    headed = end < len(lines) and bool(lines[end].strip()) and not PADDED.search(lines[end - 1])
    return range(first, end - headed)


def _are_padded(rows: Sequence[str]) -> bool:
    margin = min(len(row) - len(row.lstrip()) for row in rows)
    gapped = sum(bool(PADDED.search(row)) or row[margin : margin + 2] == "  " for row in rows)
    return gapped >= _PADDED_SHARE * len(rows)


def _columns_at(starts: Sequence[int], rows: Sequence[str]) -> list[tuple[int, int]]:
    """The columns that begin where their names do, or a little aside. Hardly filled ones tell nothing."""
    if len(rows) < _FEWEST_ROWS:
        return []
    places = [_begin_near(start, rows) for start in starts[1:]]
    found = [starts[0], *(start if at is None else at for start, at in zip(starts[1:], places, strict=True))]
    if all(at is None for at in places) or any(a >= b for a, b in pairwise(found)):
        return []
    if any(_parted(at, rows) < _ALIGNED_SHARE * len(rows) for at in found[1:]):
        return []
    ends = [*found[1:], max(map(len, rows)) + 1]
    return [(start, end - 1) for start, end in zip(found, ends, strict=True)]


def _begin_near(start: int, rows: Sequence[str]) -> int | None:
    """The place nearest to `start` that nearly all rows have a blank in front of, and many of them a word at."""
    for at in sorted(range(start - SHIFT, start + SHIFT + 1), key=lambda at: abs(at - start)):
        filled = sum(bool(row[at : at + 1].strip()) for row in rows)
        if _parted(at, rows) >= _ALIGNED_SHARE * len(rows) and filled >= _FILLED_SHARE * len(rows):
            return at
    return None


def _parted(at: int, rows: Sequence[str]) -> int:
    return sum(not row[at - 1 : at].strip() for row in rows)


def _columns_between(line: str, names: Sequence[tuple[int, str]], rows: Sequence[str]) -> list[tuple[int, int]]:
    """The columns between the gaps that all lines have: of those between two names, the widest, or the one that puts
    the name in the middle of its column."""
    gaps = list(pairwise(find_gaps([line, *rows], least=1 if len(rows) >= _FEWEST_ROWS else 2)))
    columns: list[tuple[int, int]] = []
    start = 0
    for (at, name), (following, _) in pairwise(names):
        between = [
            (b - a, -abs(start + a - 2 * at - len(name)), a, b) for (_, a), (b, _) in gaps if at < a and b <= following
        ]
        if not between:
            return []
        *_, end, begin = max(between)
        columns.append((start, end))
        start = begin
    return [*columns, (start, max(map(len, (line, *rows))))]
