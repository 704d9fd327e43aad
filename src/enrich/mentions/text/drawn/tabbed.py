"""Tables whose cells tabs keep apart: empty cells at the ends of rows, which a reader of lines takes for blanks.

In: the lines of a page, where names of columns stand over rows. Out: a sign in each empty cell of a row that has all
its tabs, the row of names among them, or all but that in front of its first cell, which some browsers leave out;
numbers below no name are no list markers. Where blanks stand for tabs, and titles end in a break, the line behind it
begins with one: it joins that of its title, with a sign for the break. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from enrich.mentions.shapes.columns import EMPTY, find_header, header_of_cells, may_name_column
from enrich.mentions.text.drawn.grid import Ruled
from enrich.mentions.text.flat.titlewords import BREAK

_MOST_COLUMNS = 40  # what is wider is no list of works
# Rows that tell what stands in columns, the share of rows that have to, and the share of the usual words of a cell that
# another one below the same name has at least. By judgement.
_FEWEST_WHOLE, _WHOLE_SHARE, _LONG_SHARE = 4, 0.5, 0.4
# Of the lines that no blank sets in, so many are titles with a break behind them; pictures beside them have their own.
# By judgement.
_FEWEST_BROKEN, _BROKEN_SHARE = 5, 0.4
_NUMBER = re.compile(r"^\s*\W?(\d{1,4})[.):\]]\t")


def join_broken(lines: list[str], page: Ruled) -> None:
    """Joins the lines of rows below names of columns that ran together, where breaks part most titles from the rest."""
    at = 0
    while at < len(lines):
        start, at = at, at + 1
        header = find_header(lines[start]) if may_name_column(lines[start]) and "\t" not in lines[start] else None
        if header is None or header.title_at != 0:
            continue
        while at < len(lines) and lines[at].strip() and lines[at] != lines[start]:
            at += 1
        set_in = [line.startswith(" ") and line[1:2].strip() != "" for line in lines[start:at]]
        broken = [start + n for n, (above, below) in enumerate(pairwise(set_in)) if n and below and not above]
        if sum(set_in) == len(broken) >= max(_FEWEST_BROKEN, _BROKEN_SHARE * (at - start - len(broken))):
            for title in broken:
                lines[title] = f"{lines[title].rstrip()} {BREAK}{lines[title + 1]}"
                lines[title + 1] = ""
                page.rests[title + 2] = title + 1


def mark_tabbed(lines: list[str], start: int, _: Ruled) -> int:
    """Where the table ends whose columns `lines[start]` names; 0 if none begins here."""
    tabs = lines[start].count("\t")
    if not 0 < tabs < _MOST_COLUMNS or not header_of_cells(lines[start].split("\t")):
        return 0
    end = start + 1
    while end < len(lines) and lines[end].strip() and not _names_columns(lines[end]):
        end += 1
    whole = [at for at in range(start + 1, end) if lines[at].count("\t") == tabs]
    if not lines[start].split("\t")[0].strip():
        for at in whole:
            lines[at] = _NUMBER.sub(r"\1\t", lines[at])
    _restore_fronts(lines, [at for at in range(start + 1, end) if lines[at].count("\t") == tabs - 1 > 0], whole)
    for at in [start, *whole] if whole else ():
        cells = lines[at].split("\t")
        if _is_open(cells):
            lines[at] = "\t".join(cell if cell.strip() else EMPTY for cell in cells)
    return end


def _names_columns(line: str) -> bool:
    return "\t" in line and may_name_column(line) and header_of_cells(line.split("\t")) is not None


def _restore_fronts(lines: list[str], short: Sequence[int], whole: Sequence[int]) -> None:
    """Puts a sign for the empty first cell in front of `short` rows that lack one tab: their first cell is longer than
    any in the first column of `whole` ones, and long enough for the second, and no other is longer than those below its
    name."""
    if len(whole) < max(_FEWEST_WHOLE, _WHOLE_SHARE * (len(whole) + len(short))):
        return
    words = [[len(cell.split()) for cell in lines[at].split("\t")] for at in whole]
    columns = list(zip(*words, strict=True))
    longest, usual, widest = max(columns[0]), median(columns[1]), [max(column) for column in columns[2:]]
    for at in short:
        first, *others = (cell.strip() for cell in lines[at].split("\t"))
        fits = len(first.split()) > max(longest, _LONG_SHARE * usual)
        if fits and all(len(cell.split()) <= most for cell, most in zip(others, widest, strict=True)):
            lines[at] = f"{EMPTY}\t{lines[at].lstrip()}"
            lines[at] = lines[at] if others[-1] else f"{lines[at].rstrip()}\t{EMPTY}"


def _is_open(cells: Sequence[str]) -> bool:
    """Whether a row has an empty cell at an end."""
    return not (cells[0].strip() and cells[-1].strip())
