"""Tables that renderings draw with rules: boxes of terminals, columns aligned under a line of dashes.

In: a page's text. Out: the text with each table row as one line of cells between tabs, on the line where the row
begins; rules are left blank, and the numbers of all lines stay as they are. Which lines were rules or went on in a
row is told apart. Pure; cost is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

_BARS = "│┃|║"
_BOX_ROW = re.compile(rf"\s*[{_BARS}](?P<cells>.*)[{_BARS}]\s*$")
_BOX_RULE = re.compile(r"\s*[┏┡└├╭╰┌╔╚╠+┣┗╞╟═━─┄╌┳╇┴┬┼┻┷╋╪╧╤┯┿┠┨┤┥┫┓┩┘┐╮╯╗╝╣╡╢\-=]{3,}\s*$")
_DASHES = re.compile(r"\s*(?:[-─━═=]{2,}\s+)*[-─━═=]{2,}\s*$")
_COLUMN = re.compile(r"[-─━═=]+")
_SIGNS = ("│", "┃", "║", "━", "─", "|", "----")
_LONGEST_TABLE = 5000
_SHIFT = 4  # columns by which programs err in the width of signs


@dataclass(slots=True)
class Ruled:
    """A page with its drawn tables undrawn. `rules` are lines of rules, `rests` lines that go on in the row above."""

    text: str
    rules: set[int] = field(default_factory=set)
    rests: dict[int, int] = field(default_factory=dict)
    blanks: set[int] = field(default_factory=set)  # blank lines between the rows of a table

    @property
    def skipped(self) -> set[int]:
        """Lines that part nothing: they are neither text nor a gap."""
        return self.rules | self.rests.keys() | self.blanks


def undraw(text: str) -> Ruled:
    """The page with every drawn table as rows of cells between tabs."""
    if not any(sign in text for sign in _SIGNS):
        return Ruled(text)
    lines = text.split("\n")
    page = Ruled("")
    at = 0
    while at < len(lines):
        end = _undraw_box(lines, at, page) or _undraw_aligned(lines, at, page) or _undraw_bordered(lines, at, page)
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
            _join(lines, open_row, cells, page, at)
        else:
            open_row, rows = at, rows + 1
            lines[at] = "\t".join(cell.strip() for cell in cells)
    return end


def _box_cells(line: str) -> list[str]:
    match = _BOX_ROW.match(line)
    return re.split(rf"[{_BARS}]", match["cells"]) if match else []


def _join(lines: list[str], row: int, cells: list[str], page: Ruled, at: int) -> None:
    """Adds the cells of a line to those of the row it goes on in."""
    above = lines[row].split("\t")
    above += [""] * (len(cells) - len(above))
    for position, cell in enumerate(cells):
        if cell.strip():
            above[position] = f"{above[position]} {cell.strip()}".strip()
    lines[row] = "\t".join(above)
    page.rests[at + 1] = row + 1
    lines[at] = ""


def _undraw_aligned(lines: list[str], start: int, page: Ruled) -> int:
    """Columns under a line of dashes with gaps: the header stands right above it. 0 if none begins here."""
    if start + 1 >= len(lines) or not _DASHES.match(lines[start + 1]) or not lines[start].strip():
        return 0
    columns = [match.span() for match in _COLUMN.finditer(lines[start + 1])]
    if len(columns) < 2 or _DASHES.match(lines[start]):
        return 0
    end = start + 2
    while end < min(len(lines), start + _LONGEST_TABLE) and not _whole_rule(lines[end]) and _may_go_on(lines, end):
        end += 1
    while end > start + 2 and not lines[end - 1].strip():
        end -= 1
    _fill(lines, range(start + 2, end), columns, page, blank_lines=_has_blank(lines, start + 2, end), tight=False)
    lines[start] = "\t".join(_cut(lines[start], columns))
    page.rules.add(start + 2)
    lines[start + 1] = ""
    _blank_rule(lines, start - 1, page)
    _blank_rule(lines, end, page)
    return end + 1


def _whole_rule(line: str) -> bool:
    return bool(_DASHES.match(line))


def _may_go_on(lines: list[str], at: int) -> bool:
    """Whether a table goes on at a line: it has text, or a blank line is followed by an indented one or the end
    rule."""
    if lines[at].strip():
        return True
    following = lines[at + 1] if at + 1 < len(lines) else ""
    return bool(following.strip()) and (following.startswith("  ") or _whole_rule(following))


def _has_blank(lines: list[str], start: int, end: int) -> bool:
    return any(not lines[at].strip() for at in range(start, end))


def _fill(
    lines: list[str], body: range, columns: list[tuple[int, int]], page: Ruled, *, blank_lines: bool, tight: bool
) -> None:
    """Cuts the lines of a body into cells; a row ends at a blank line, or where the first cell is filled again."""
    open_row: int | None = None
    last: list[str] = []
    for at in body:
        if not lines[at].strip():
            page.blanks.add(at + 1)
            open_row = None
            continue
        cells = _cut(lines[at], columns)
        empty = sum(not cell for cell in cells)
        wrapped = tight and bool(last) and _is_wrapped(last, cells, columns)
        goes_on = open_row is not None and (
            blank_lines or not cells[0] or (empty >= len(cells) / 2 and empty > 0) or wrapped
        )
        last = cells
        if goes_on and open_row is not None:
            _join(lines, open_row, cells, page, at)
        else:
            open_row = at
            lines[at] = "\t".join(cells)


def _is_wrapped(above: list[str], cells: list[str], columns: list[tuple[int, int]]) -> bool:
    """Whether every filled cell begins with a word that did not fit into the cell above it."""
    widths = [end - start for start, end in columns]
    return all(
        not cell or (bool(top) and len(top) + 1 + len(cell.split(None, 1)[0]) > width)
        for top, cell, width in zip(above, cells, widths, strict=False)
    )


def _cut(line: str, columns: list[tuple[int, int]]) -> list[str]:
    starts = [_begin(line, start) for start, _ in columns] + [len(line)]
    starts[0] = 0
    return [line[a:b].strip() for a, b in pairwise(starts)]


def _begin(line: str, start: int) -> int:
    """Where a cell begins that should begin at `start`: a line with wide signs in it may be a little shorter, and no
    word is cut."""
    if not line[start - 1 : start].strip():
        return start
    blanks = line.rfind("  ", 0, start)
    if blanks >= 0 and start - blanks - 2 <= _SHIFT:
        return blanks + 2
    end = line.find(" ", start)
    return line.rfind(" ", 0, start) + 1 or (end if end >= 0 else len(line))


def _blank_rule(lines: list[str], at: int, page: Ruled) -> None:
    if 0 <= at < len(lines) and lines[at].strip() and _whole_rule(lines[at]):
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
    columns = _gaps([lines[start], *lines[start + 2 : end]])
    if len(columns) < 2 or end == start + 2:
        return 0
    _fill(lines, range(start + 2, end), columns, page, blank_lines=False, tight=True)
    lines[start] = "\t".join(_cut(lines[start], columns))
    page.rules.add(start + 2)
    lines[start + 1] = ""
    return end


def _gaps(lines: list[str]) -> list[tuple[int, int]]:
    """The columns of lines: cut where every line has two blanks or more."""
    width = max(map(len, lines))
    used = [False] * width
    for line in lines:
        for at, character in enumerate(line):
            used[at] = used[at] or not character.isspace()
    pattern = "".join("x" if mark else " " for mark in used)
    return [match.span() for match in re.finditer(r"x+(?: x+)*", pattern)]
