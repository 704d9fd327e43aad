"""Tables that renderings draw: boxes of terminals, columns aligned under a line of dashes, or under their names alone.

In: a page's text. Out: the text with each table row as one line of cells between tabs, on the line where the row
begins; rules are left blank, and the numbers of all lines stay as they are. Which lines were rules or went on in a
row is told apart. Pure; cost is linear.
"""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

from enrich.mentions.shapes.columns import header_of_cells
from enrich.mentions.text.drawn.browsed import undraw_browsed
from enrich.mentions.text.drawn.grid import (
    Ruled,
    cut,
    fill,
    find_gaps,
    is_wrapped,
    join_cells,
    leaves_empty,
    write_rows,
)
from enrich.mentions.text.drawn.padded import PADDED, undraw_padded
from enrich.mentions.text.drawn.stacked import unstack
from enrich.mentions.text.drawn.tabbed import join_broken, mark_tabbed
from enrich.mentions.text.drawn.tallcells import undraw_tall

_BARS = "│┃|║"
_BOX_ROW = re.compile(rf"\s*[{_BARS}](?P<cells>.*)[{_BARS}]\s*$")
_BOX_RULE = re.compile(r"\s*[┏┡└├╭╰┌╔╚╠+┣┗╞╟═━─┄╌┳╇┴┬┼┻┷╋╪╧╤┯┿┠┨┤┥┫┓┩┘┐╮╯╗╝╣╡╢\-=]{3,}\s*$")
_DASHES = re.compile(r"\s*(?:[-─━═=]+\s+)*[-─━═=]{2,}\s*$")
_CROSSED = re.compile(r"\s*[-─━═=╌┄]+(?:[┼╪┿╋+|][-─━═=╌┄]+)+\s*$")
_BAR = re.compile(rf"[{_BARS}]")
_COLUMN = re.compile(r"[-─━═=]+")
_SIGNS = ("│", "┃", "║", "━", "─", "|", "----")
_LONGEST_TABLE = 5000
_LONGEST_NAMES = 3  # lines


def undraw(text: str) -> Ruled:
    """The page with every drawn table as rows of cells between tabs."""
    lines = text.split("\n")
    page = Ruled("")
    unstack(lines, page)
    undraw_browsed(lines, page)
    join_broken(lines, page)
    if "\t" not in text and not any(sign in text for sign in _SIGNS) and not ("  " in text and PADDED.search(text)):
        page.text = "\n".join(lines)
        return page
    at = 0
    while at < len(lines):
        end = next((end for undraw_at in _SHAPES if (end := undraw_at(lines, at, page))), 0)
        at = end or at + 1
    page.text = "\n".join(lines)
    return page


def _undraw_box(lines: list[str], start: int, page: Ruled) -> int:
    """A table in a box: rules between rows, or a row a line. 0 if none begins here."""
    if not (_BOX_RULE.match(lines[start]) and start + 1 < len(lines) and _BOX_ROW.match(lines[start + 1])):
        return 0
    end = start
    while end < len(lines) and (_BOX_RULE.match(lines[end]) or _BOX_ROW.match(lines[end])):
        end += 1
    inner = sum(bool(_BOX_RULE.match(lines[at])) for at in range(start, end))
    open_row: int | None = None
    rows = 0
    for at in range(start, end):
        if _BOX_RULE.match(lines[at]):
            page.rules.add(at + 1)
            lines[at] = ""
            open_row = None
            continue
        cells = _box_cells(lines[at])
        first = cells[0].strip() if cells else ""
        goes_on = open_row is not None and ((inner > 3 and rows < inner) or not first)
        if goes_on and open_row is not None:
            join_cells(lines, open_row, cells, page, at)
        else:
            open_row, rows = at, rows + 1
            lines[at] = "\t".join(cell.strip() for cell in cells)
    return end


def _box_cells(line: str) -> list[str]:
    match = _BOX_ROW.match(line)
    return re.split(rf"[{_BARS}]", match["cells"]) if match else []


def _undraw_aligned(lines: list[str], start: int, page: Ruled) -> int:
    """Columns under a line of dashes with gaps: the header stands right above it, in several lines where a rule stands
    over it. 0 if none begins here."""
    rule = _find_dashes(lines, start)
    columns = [match.span() for match in _COLUMN.finditer(lines[rule])] if rule else []
    if len(columns) < 2 or _DASHES.match(lines[start]):
        return 0
    end = rule + 1
    while end < min(len(lines), start + _LONGEST_TABLE) and not _whole_rule(lines[end]) and _may_go_on(lines, end):
        end += 1
    while end > rule + 1 and not lines[end - 1].strip():
        end -= 1
    body = range(rule + 1, end)
    parted = any(not lines[at].strip() for at in body)
    fill(lines, body, columns, page, lambda _, cells: parted or leaves_empty(cells))
    names, *others = (cut(line, columns) for line in lines[start:rule])
    lines[start] = "\t".join(names)
    for at, cells in enumerate(others, start + 1):
        join_cells(lines, start, cells, page, at)
    if others and not header_of_cells(lines[start].split("\t")):
        lines[start] = "\t".join(names)  # "Title" above "of the paper"
    _blank_rule(lines, rule, page)
    _blank_rule(lines, start - 1, page)
    _blank_rule(lines, end, page)
    return end + 1


def _find_dashes(lines: list[str], start: int) -> int:
    """The line of dashes below the names of columns that begin at `start`; 0 if there is none."""
    most = _LONGEST_NAMES if start and _whole_rule(lines[start - 1]) else 1
    for at in range(start, min(start + most + 1, len(lines))):
        if at > start and _DASHES.match(lines[at]):
            return at
        if not lines[at].strip():
            return 0
    return 0


def _whole_rule(line: str) -> bool:
    return bool(_DASHES.match(line))


def _may_go_on(lines: list[str], at: int) -> bool:
    """Whether a table goes on at a line: it has text, or a blank line is followed by an indented one or the end
    rule."""
    if lines[at].strip():
        return True
    following = lines[at + 1] if at + 1 < len(lines) else ""
    return bool(following.strip()) and (following.startswith("  ") or _whole_rule(following))


def _blank_rule(lines: list[str], at: int, page: Ruled) -> None:
    if 0 <= at < len(lines) and lines[at].strip() and (_whole_rule(lines[at]) or _CROSSED.match(lines[at])):
        page.rules.add(at + 1)
        lines[at] = ""


def _undraw_bordered(lines: list[str], start: int, page: Ruled) -> int:
    """Columns under one unbroken rule, as terminals draw them: where all lines have a gap, a column ends. 0 if none."""
    if (
        start + 2 >= len(lines)
        or not re.fullmatch(r"\s*[━─]{8,}\s*", lines[start + 1])
        or not re.search(r"\S\s{2,}\S", lines[start])
    ):
        return 0
    end = start + 2
    while end < len(lines) and lines[end].strip() and not _BOX_RULE.match(lines[end]):
        end += 1
    columns = find_gaps([lines[start], *lines[start + 2 : end]])
    if len(columns) < 2 or end == start + 2:
        return 0
    widths = [last - first for first, last in columns]
    body = range(start + 2, end)
    fill(lines, body, columns, page, lambda above, cells: leaves_empty(cells) or is_wrapped(above, cells, widths))
    lines[start] = "\t".join(cut(lines[start], columns))
    page.rules.add(start + 2)
    lines[start + 1] = ""
    return end


def _undraw_open(lines: list[str], start: int, page: Ruled) -> int:
    """Bars between columns but none around them, under one rule that crosses the bars. 0 if none begins here."""
    if start + 1 >= len(lines) or not _bars(lines[start]) or not _CROSSED.match(lines[start + 1]):
        return 0
    end = start + 2
    while end < len(lines) and (_bars(lines[end]) or _CROSSED.match(lines[end])):
        end += 1
    body = [at for at in (start, *range(start + 2, end)) if not _CROSSED.match(lines[at])]
    table = [[cell.strip() for cell in _BAR.split(lines[at])] for at in body]
    columns = list(zip_longest(*table, fillvalue=""))
    widths = [max(map(len, column)) for column in columns]
    single = [not any(" " in cell for cell in column[1:]) for column in columns]  # words that nothing breaks
    leaves = not all(map(all, table))  # what is broken leaves cells beside it empty
    rests = [False, False]
    for above, cells in pairwise(table[1:]):
        broken = not any(cell and lone for cell, lone in zip(cells, single, strict=False))
        wrapped = leaves and broken and is_wrapped(above, cells, widths)
        full = all(cells) and len(cells) == 2  # as both may be by chance
        rests.append(not cells[0] or (wrapped and not full))
    write_rows(lines, body, table, rests[: len(body)], page)
    for at in range(start + 2, end):
        if _CROSSED.match(lines[at]):
            _blank_rule(lines, at, page)
    page.rules.add(start + 2)
    lines[start + 1] = ""
    return end


def _bars(line: str) -> int:
    return sum(map(line.count, _BARS))


_SHAPES = (
    _undraw_box,
    _undraw_open,
    _undraw_aligned,
    _undraw_bordered,
    undraw_padded,
    undraw_tall,
    mark_tabbed,
)
