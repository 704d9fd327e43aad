"""Tables that text browsers printed found, and which lines are one row.

In: the lines of a page whose links are numbered. Out: each table, its header and its rows as lines. A header may be
broken over two lines. A row begins with a date or a number, or near the number of a link; where titles have no link,
rows are told by the numbers that count them, the dates they begin with, or the links they end in. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from enrich.mentions.shapes.columns import Column, Header, find_header, may_name_column
from enrich.mentions.shapes.tags import year_of_date
from enrich.mentions.shapes.words import first_word
from enrich.mentions.text.flat.cellshapes import DAY
from enrich.mentions.text.flat.linkwords import is_link
from enrich.mentions.text.tables.folds import count_up

FRONT_WORDS = 4  # by judgement: the link of a title stands behind so few words for each column before it
_NARROWEST = 50  # by judgement: a line that is broken at the edge is so long at least
_WIDEST, _SLACK = 140, 3  # columns at which text browsers break lines, and by which they break early
_DATED_SHARE = 0.2  # by judgement: of the lines of a table whose rows begin with dates, so many begin one
MARK = re.compile(r"(?:(?<=\s)|^)\[\d{1,5}\](?=\S)")
_DIGITS, _DAY_DIGITS = re.compile(r"\d+"), 2
DASHES = frozenset("-–—")


@dataclass(slots=True)
class BrowsedTable:
    """A header with its lines, and the lines of each row below it."""

    header: Header
    names: list[int]
    rows: list[list[int]]


def find_browsed(lines: Sequence[str]) -> Iterator[BrowsedTable]:
    """The tables of a page that name a column of titles."""
    at = 0
    while at < len(lines):
        header, below = _header_at(lines, at)
        end = below
        if header and Column.TITLE in header.columns:
            while end < len(lines) and lines[end].strip():
                end += 1
            if rows := _rows(lines, range(below, end), header.columns):
                yield BrowsedTable(header, list(range(at, below)), rows)
        at = end


def _header_at(lines: Sequence[str], at: int) -> tuple[Header | None, int]:
    """The header that begins on a line, if one does, and where it ends: it may be broken over two lines."""
    line = lines[at].strip() if "\t" in lines[at] else squeezed(lines[at])  # tables of one row are set out
    if not line or "\t" in line or "[" in line or not may_name_column(line):
        return None, at + 1
    header = find_header(line)
    if at + 1 < len(lines) and len(lines[at]) > _NARROWEST and "[" not in lines[at + 1]:
        longer = find_header(f"{line} {squeezed(lines[at + 1])}")
        if longer and len(longer.columns) > (len(header.columns) if header else 0):
            return longer, at + 2
    return header, at + 1


def _rows(lines: Sequence[str], body: range, columns: Sequence[Column]) -> list[list[int]]:
    """The lines of each row: one begins with a date, or a number, where such a column is the first; else at the number
    of a link, or near it, below a line that is not full, or one that ends a row with all its links."""
    width = max((len(lines[at].rstrip()) for at in body), default=0)
    if not body or width > _WIDEST or not any(map(MARK.search, lines[body.start : body.stop])):
        return []
    links = columns.count(Column.LINK)
    rows = [[body.start]]
    found = _links_in(lines[body.start], links)
    for a, b in pairwise(body):
        above, line = lines[a].rstrip(), lines[b].strip()
        full = len(above) + 1 + len(first_word(line)) > width - _SLACK
        spent = found > links and MARK.match(line)
        ends = not full and (MARK.search(line) or begins(line, columns[0]))
        if _is_anchored(line, columns) or spent or ends:
            rows.append([])
            found = 0
        rows[-1].append(b)
        found += _links_in(lines[b], links)
    return rows


def _links_in(line: str, links: int) -> int:
    """How many numbers of links a line has, and dashes for none at its end where a column of `links` stands behind."""
    return len(MARK.findall(line)) + (links > 0 and line.split()[-1] in DASHES)


def _is_anchored(line: str, columns: Sequence[Column]) -> bool:
    """Whether a line begins with the date or the number that a row begins with, the link of a title near it."""
    marked = MARK.search(line)
    near = len(line[: marked.start()].split()) <= FRONT_WORDS * columns.index(Column.TITLE) if marked else False
    return near and begins(line, columns[0])


def begins(line: str, column: Column) -> bool:
    """Whether a text begins with a value of the column: a date, or a number."""
    word = first_word(line)
    if column is Column.DATE:
        return year_of_date(word) is not None or DAY.fullmatch(word) is not None
    return column is Column.NUMBER and word.strip("#.").isdigit()


def group_rows(lines: Sequence[str], table: BrowsedTable) -> list[list[int]]:
    """The lines of each row of a table: rows are counted, begin with dates, or end in links."""
    body = [at for row in table.rows for at in row]
    texts = [lines[at].strip() for at in body]
    starts = count_up(texts) if table.header.columns[0] is Column.NUMBER else set()
    if table.header.columns[0] is Column.DATE:
        form = _form(texts[0])
        dated = {at for at, text in enumerate(texts) if begins(text, Column.DATE) and _form(text) == form}
        starts = dated if 0 in dated and len(dated) >= _DATED_SHARE * len(texts) else set()
    if not starts and table.header.columns[-1] is Column.LINK:
        width = max(map(len, texts))
        starts = {0, *(at for at in range(1, len(body)) if _ends_in_link(texts[at - 1], texts[at], width))}
    return [body[start:end] for start, end in pairwise([*sorted(starts), len(body)])] if starts else table.rows


def _form(text: str) -> str:
    """How the first word is written: "21-03-15" and "22-1-2" alike, but not "2021-03-15"."""
    return _DIGITS.sub(lambda digits: "00" if len(digits[0]) > _DAY_DIGITS else "0", first_word(text))


def _ends_in_link(line: str, below: str, width: int) -> bool:
    """Whether a line ends in the links of its row: their words, those of a title if it is full, or a dash for none."""
    last = line.split()[-1]
    full = len(line) + 1 + len(first_word(below)) > width - _SLACK
    told = MARK.search(last) or (not full and (is_link(last) or last in DASHES))
    only = all(MARK.match(word) or is_link(word) for word in below.split())
    return bool(told) and not only


def are_told(columns: Sequence[Column]) -> bool:
    """Whether rows are told without links in front of titles: by what they begin with, or end in."""
    return columns[0] in (Column.NUMBER, Column.DATE) or columns[-1] is Column.LINK


def squeezed(text: str) -> str:
    """The words of a text with single blanks between them."""
    return " ".join(text.split())
