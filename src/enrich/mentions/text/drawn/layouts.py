"""Boxes that lay out a page: cells of several paragraphs or whole lists, with no row of names above them.

In: a page's lines. Out: the same lines with the box undrawn, and what stood in its cells as lines of a page, those
joined that the edge of a cell has parted. Blank lines within a low row part nothing, for it is one record; those of a
high one are kept, and lines of its narrow cells are left out where others stand beside them, as those of menus. Pure;
cost is linear.
"""

from __future__ import annotations

import re
from itertools import pairwise

from enrich.mentions.shapes.columns import column_of, header_of_cells
from enrich.mentions.shapes.words import first_word
from enrich.mentions.text.drawn.grid import Ruled, glue

_RULE = re.compile(r"\s*\+(?:-+\+)+\s*$")
_MARKER = re.compile(r"(?:[-*•]|\d{1,3}[.)])\s")
_HIGHEST_RECORD = 12  # lines; by judgement: a time, names, a title of some lines, a remark
_PARTED = 0.5  # of the rows hold paragraphs; by judgement, cells of lists of papers hardly do


def undraw_layout(lines: list[str], start: int, page: Ruled) -> int:
    """One past the box that begins at a line, its cells laid open; 0 if none that lays out a page begins here."""
    rule = lines[start].strip() if _RULE.match(lines[start]) else ""
    rules = [start] if rule else []
    at = start + 1
    while rule and at < len(lines) and (lines[at].strip() == rule or lines[at].strip()[:1] == "|"):
        rules += [at] if lines[at].strip() == rule else []
        at += 1
    rows = [range(above + 1, below) for above, below in pairwise(rules) if below > above + 1]
    if not rows or rules[-1] != at - 1 or sum(_is_parted(lines, row) for row in rows) < _PARTED * len(rows):
        return 0
    widths = [len(cell) for cell in rule[1:-1].split("+")]
    if len(rows) > 1 and len(rows[0]) == 1 and _names_columns(_cells(lines[rows[0][0]], len(widths))):
        return 0
    cells = [_cells(lines[at], len(widths)) for row in rows for at in row]
    main = max(range(len(widths)), key=lambda column: sum(len(cell[column].strip()) for cell in cells))
    for row in rows:
        _lay_open(lines, row, main, widths, page)
    for each in rules:
        lines[each] = ""
    page.rules |= {each + 1 for each in rules}
    page.ends |= {each + 1 for each in rules}
    return at


def _is_parted(lines: list[str], row: range) -> bool:
    """Whether blank lines part what stands in the cells of a row."""
    return any(not lines[at].strip(" |") for at in row[1:-1])


def _names_columns(cells: list[str]) -> bool:
    """Whether cells are those of a row of names: a table stands below, however its rows are set apart."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return header_of_cells(filled) is not None or (len(filled) == 1 and column_of(filled[0]) is not None)


def _cells(line: str, columns: int) -> list[str]:
    cells = [cell[1:].rstrip() for cell in line.strip()[1:-1].split("|", columns - 1)]
    return cells + [""] * (columns - len(cells))


def _lay_open(lines: list[str], row: range, column: int, widths: list[int], page: Ruled) -> None:
    """Makes lines of the cells of a row, most of whose text stands in one column."""
    record = len(row) <= _HIGHEST_RECORD
    top, above = row[0], ""
    for at in row:
        cells = _cells(lines[at], len(widths))
        main = cells[column]
        if _is_rest(above, main, widths[column] - 2):
            lines[top] += glue(lines[top], main.strip()) + main.strip()
            lines[at] = ""
            page.rests[at + 1] = top + 1
        else:
            top = at
            lines[at] = "  ".join(filter(None, map(str.strip, cells))) if record or not main else main
            if record and not lines[at]:
                page.blanks.add(at + 1)
        above = main


def _is_rest(above: str, below: str, width: int) -> bool:
    """Whether a line of a cell goes on in the next, whose first word did not fit."""
    text = below.strip()
    if not above or not text or _MARKER.match(text) or len(below) - len(text) < len(above) - len(above.lstrip()):
        return False
    return len(above) + 1 + len(first_word(text)) > width
