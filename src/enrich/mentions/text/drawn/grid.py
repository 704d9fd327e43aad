"""Lines of aligned columns in, rows of cells between tabs out, each on the line where the row begins.

What the columns are is told by the caller. Lines that go on in a row above are left blank, and are told apart; the
numbers of all lines stay as they are. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from enrich.mentions.shapes.columns import EMPTY
from enrich.mentions.shapes.words import first_word

SHIFT = 4  # columns by which programs err in the width of signs
_WORD = re.compile(r"\S+")
_JOINING = frozenset("and or to und oder et ou y o".split())  # noqa: SIM905
_NO_FIRST = frozenset((",", ")", "]"))
_ADDRESS = re.compile(r"\W*(?:https?:/|doi:|10\.\d{4})", re.I)
GoesOn = Callable[[list[str], list[str]], bool]


@dataclass(slots=True)
class Ruled:
    """A page with its drawn tables undrawn. `rules` are lines of rules, `rests` lines that go on in the row above."""

    text: str
    rules: set[int] = field(default_factory=set)
    rests: dict[int, int] = field(default_factory=dict)
    blanks: set[int] = field(default_factory=set)  # blank lines between the rows of a table
    ends: set[int] = field(default_factory=set)  # lines at which a table ends
    looked_at: int = 0  # where rows end that were looked at in vain: from a later one on they are no table, either

    @property
    def skipped(self) -> set[int]:
        """Lines that part nothing: they are neither text nor a gap."""
        return (self.rules | self.rests.keys() | self.blanks) - self.ends


def join_cells(lines: list[str], row: int, cells: list[str], page: Ruled, at: int) -> None:
    """Adds the cells of a line to those of the row it goes on in."""
    above = lines[row].split("\t")
    above += [""] * (len(cells) - len(above))
    for position, cell in enumerate(cells):
        if cell.strip():
            above[position] += glue(above[position], cell.strip()) + cell.strip()
    lines[row] = "\t".join(above)
    page.rests[at + 1] = row + 1
    lines[at] = ""


def glue(text: str, rest: str) -> str:
    """What joins a line to the text above: a blank, but nothing behind a hyphen within a word, at the brackets and
    commas that programs break links and words at, or within an address. "Mini-" in front of "and macrocolumns" is no
    such."""
    within = text[-1:] == "-" and text[-2:-1].isalnum() and rest[:1].isalpha() and first_word(rest) not in _JOINING
    return "" if not text or within or text[-1] in "([" or rest[:1] in _NO_FIRST or _is_address(text, rest) else " "


def _is_address(text: str, rest: str) -> bool:
    """Whether an address was broken at one of its slashes, or in front of an encoded blank."""
    return (text[-1] == "/" or rest[:1] in ("/", "%")) and bool(_ADDRESS.match(text[text.rfind(" ") + 1 :]))


def fill(
    lines: list[str],
    body: range,
    columns: Sequence[tuple[int, int]],
    page: Ruled,
    goes_on: GoesOn,
) -> None:
    """Cuts the lines of a body into cells. A row ends at a blank line, and where a line doesn't go on in the one above,
    as `goes_on` tells by the cells of both."""
    table = [cut(lines[at], columns) for at in body]
    rests = [any(cells) and any(above) and goes_on(above, cells) for above, cells in pairwise([[""], *table])]
    write_rows(lines, body, table, rests, page)


def write_rows(
    lines: list[str], body: Sequence[int], table: Sequence[list[str]], rests: Sequence[bool], page: Ruled
) -> None:
    """Writes the rows of a table, whose lines are told as cells, with those that go on in the row above."""
    rows: list[int] = []
    for at, cells, rest in zip(body, table, rests, strict=True):
        if not any(cells):
            page.blanks.add(at + 1)
        elif rest:
            join_cells(lines, rows[-1], cells, page, at)
        else:
            rows.append(at)
            lines[at] = "\t".join(cells)
    for at in rows:
        first, *others = lines[at].split("\t")
        if any(others):  # else a label of the rows below
            lines[at] = "\t".join(cell or EMPTY for cell in (first, *others))


def leaves_empty(cells: list[str]) -> bool:
    """Whether a line fills few of its cells, and not the first."""
    empty = sum(not cell for cell in cells)
    return not cells[0] or (empty > 0 and empty >= len(cells) / 2)


def is_wrapped(above: list[str], cells: list[str], widths: Sequence[int]) -> bool:
    """Whether every filled cell begins with a word that did not fit into the cell above it."""
    return all(
        not cell or (bool(top) and len(top) + 1 + len(first_word(cell)) > width)
        for top, cell, width in zip(above, cells, widths, strict=False)
    )


def cut(line: str, columns: Sequence[tuple[int, int]]) -> list[str]:
    starts = [_begin(line, start) for start, _ in columns] + [len(line)]
    starts[0] = 0
    return [line[a:b].strip() for a, b in pairwise(starts)]


def _begin(line: str, start: int) -> int:
    """Where a cell begins that should begin at `start`: a line with wide signs in it may be a little shorter, and no
    word is cut."""
    if not line[start - 1 : start].strip():
        return start
    blanks = line.rfind("  ", 0, start)
    if blanks >= 0 and start - blanks - 2 <= SHIFT:
        return blanks + 2
    end = line.find(" ", start)
    return line.rfind(" ", 0, start) + 1 or (end if end >= 0 else len(line))


def find_gaps(lines: Sequence[str], least: int = 2) -> list[tuple[int, int]]:
    """The columns of lines: cut where every line has `least` blanks or more."""
    used = bytearray(b" " * max(map(len, lines)))
    for line in lines:
        for word in _WORD.finditer(line):
            used[word.start() : word.end()] = b"x" * len(word[0])
        if b" " * least not in used:
            break
    pattern = used.decode()
    return [match.span() for match in re.finditer(rf"x+(?: {{1,{least - 1}}}x+)*" if least > 1 else "x+", pattern)]
