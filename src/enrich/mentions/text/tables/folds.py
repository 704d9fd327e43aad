"""Lines of a table whose cells run together in, its rows out: lines that a page's edge broke are joined again.

A row begins at a date or number where nearly all rows do so; else it ends where a line is not full, or in what such
lines end in. Pure; cost is linear.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from enrich.mentions.shapes.columns import Column, find_header
from enrich.mentions.shapes.tags import parse_year, year_of_date
from enrich.mentions.shapes.words import first_word, without_numbers
from enrich.mentions.text.lines.rows import Row

# Where nearly all rows begin with a date or number, a row that doesn't is the rest of the row above it; where rows are
# of several lines, dates alone tell them.
_ANCHORED_SHARE, _DATED_SHARE, _FEWEST_DATED = 0.8, 0.2, 5
_FEWEST_COUNTED, _FARTHEST = 2, 2  # rows that count up where no other line has a number; steps of their numbers
_DATED_LINES = 0.9  # of the lines of a table, so many state a year where each is a row. By judgement
_WIDEST = 140
_FEWEST_BEYOND, _BEYOND_SHARE = 2, 0.01  # lines of tables that go beyond that; by judgement, links may in any
# Of the lines of a wrapped table, so many are full, few of which end as rows do. By judgement, kept by rendered tables.
_FULL_SHARE, _FEWEST_FULL, _MOST_CLOSED, _CLOSED_SHARE, _FEWEST_ENDS = 0.2, 2, 0.4, 0.6, 3
# Rows with several lines in a cell end in so few words, most are of as many lines, and those are not all full.
_MOST_ENDS, _END_SHARE, _ALIKE_SHARE, _FEWEST_ROWS = 8, 0.05, 0.8, 5
# Where nothing tells the ends of rows, so many lines of a wrapped table are full, so many go on in small letters, and
# of those so many stand below full ones. By judgement, kept by rendered tables.
_MOSTLY_FULL, _FEWEST_TORN, _TORN_SHARE, _TORN_FULL = 0.35, 3, 0.1, 0.8
_SLACK = 3  # columns by which programs break a line early, or err in the width of signs
_LONGEST_DATE, _LABEL_WORDS, _LONGEST_NUMBER = 3, 5, 5
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?")


def find_labels(rows: Sequence[Row], body: list[int], columns: Sequence[Column]) -> list[int]:
    """The positions of lines that part the rows of a table: short ones without the number or date that nearly all
    begin with, unless most of such lines stand behind full ones, as what was wrapped does. Below dates cells go on
    without them: there one such line parts rows, with another below it and then the names of columns once more."""
    counted = [begins(rows[at], columns[0]) for at in body]
    if columns[0] not in (Column.NUMBER, Column.DATE) or sum(counted) < _ANCHORED_SHARE * len(body):
        return []
    if columns[0] is Column.DATE:
        return body[-2:-1] if _head_names(rows, body, counted) else []
    width = edge(rows, body)
    full = [False, *(bool(width) and _is_full(a, b, width) for a, b in _pairs(rows, body))]
    others = [is_full for is_full, counts in zip(full, counted, strict=True) if not counts]
    wrapped = sum(others) * 2 > len(others)
    return [
        at
        for at, is_full, counts in zip(body, full, counted, strict=True)
        if not counts and len(rows[at].text.split()) <= _LABEL_WORDS and not (wrapped and is_full)
    ]


def _head_names(rows: Sequence[Row], body: Sequence[int], counted: Sequence[bool]) -> bool:
    """Whether the last two lines of a table stand above names of columns: a short one, and a remark."""
    behind = rows[body[-1] + 1].text if body[-1] + 1 < len(rows) else ""
    short = len(body) > 1 and len(rows[body[-2]].text.split()) <= _LABEL_WORDS
    return short and not any(counted[-2:]) and find_header(behind) is not None


def are_dated(rows: Sequence[Row], body: Sequence[int]) -> bool:
    """Whether nearly all lines of a table state a year: where rows were broken, it stands on but one line of each."""
    dated = sum(any(parse_year(word.strip("()[],.")) for word in rows[at].text.split()) for at in body)
    return dated >= _DATED_LINES * len(body)


def fold(
    rows: Sequence[Row], body: Sequence[int], columns: Sequence[Column], *, wrapped: bool = True
) -> list[list[int]]:
    """The positions of the lines of each row. `wrapped`: a page's edge may have broken them."""
    if columns[0] is Column.NUMBER and (counted := count_up([rows[at].text for at in body])):
        return _group(rows, body, [n not in counted for n in range(len(body))])
    starts = [begins(rows[at], columns[0]) for at in body]
    count = sum(starts)
    dated = columns[0] is Column.DATE and starts[0] and count >= max(_FEWEST_DATED, _DATED_SHARE * len(starts))
    anchored = columns[0] in (Column.DATE, Column.NUMBER) and count >= _ANCHORED_SHARE * len(starts)
    if dated or anchored:
        return _group(rows, body, [not start for start in starts])
    if columns[0] is Column.TITLE and _are_counted(links := [rows[at].link for at in body]):
        return _group(rows, body, [link is None for link in links])
    rests = [rows[at].text.startswith("[") for at in body]
    if width := (wrapped_at(rows, body) or _full_to(rows, body)) if wrapped else 0:
        ends = _ends(rows, body, width)
        rests = [False] + [_is_full(a, b, width) and _end(a) not in ends for a, b in _pairs(rows, body)]
    return _group(rows, body, rests)


def count_up(lines: Sequence[str]) -> set[int]:
    """The places of lines that begin with numbers which count up from the first line on, if they are many, or all lines
    with numbers: "01", "02". A number may be missing, or come twice; one that follows later is not missing."""
    words = [first_word(line) for line in lines]
    if not words[0].isdecimal() or len(words[0]) > _LONGEST_NUMBER:
        return set()
    number, found = int(words[0]), {0}
    numbers = [(at, int(word)) for at, word in enumerate(words) if word.isdecimal()]
    for (at, other), (_, behind) in pairwise([*numbers[1:], (0, 0)]):
        if 0 <= other - number <= _FARTHEST and not number < behind < other:
            found.add(at)
            number = other
    few = _FEWEST_COUNTED if len(found) == len(numbers) else _FEWEST_DATED
    return found if len(found) >= max(few, _DATED_SHARE * len(lines)) else set()


def fold_at_ends(rows: Sequence[Row], body: Sequence[int], columns: Sequence[Column]) -> list[list[int]]:
    """The positions of the lines of each row of a table whose cells hold several lines: rows end in few words that come
    again and again, the lines before their last in ever others. Nothing if rows have one line each, or were wrapped."""
    counts = Counter(_end(rows[at]) for at in body)
    fewest = max(_FEWEST_ENDS, _END_SHARE * len(body))
    ends = {end for end, count in counts.most_common(_MOST_ENDS) if count >= fewest}
    groups = _group(rows, body, [False, *(_end(rows[at]) not in ends for at in body[:-1])])
    length, alike = Counter(map(len, groups)).most_common(1)[0]
    if length == 1 or len(groups) < _FEWEST_ROWS or alike < _ALIKE_SHARE * len(groups):
        return []
    counted = columns[0] in (Column.DATE, Column.NUMBER)
    width = edge(rows, body)
    inner = [pair for group in groups for pair in _pairs(rows, group)]
    full = sum(bool(width) and _is_full(a, b, width) for a, b in inner)
    begun = sum(counted and begins(b, columns[0]) for _, b in inner)
    return groups if max(full, begun) <= _ALIKE_SHARE * len(inner) else []


def _are_counted(links: Sequence[int | None]) -> bool:
    """Whether lines begin with links that count up by one: each row then has no other link, and begins with it."""
    numbers = [link for link in links if link is not None]
    return links[0] is not None and len(numbers) > 1 and all(b == a + 1 for a, b in pairwise(numbers))


def join(rows: Sequence[Row], group: Sequence[int], width: int) -> tuple[Row, list[str]]:
    """`(row, notes)`: the lines of a row as one, but for sentences between the first line and the last."""
    lines = [_copy(rows[group[0]])]
    for a, b in _pairs(rows, group):
        if width and _is_full(a, b, width):
            lines[-1].append(b)
        else:
            lines.append(_copy(b))
    whole = lines[0]
    notes = [line.text for line in lines[1:] if line.text.endswith((".", "!"))]
    for line in lines[1:]:
        if line.text not in notes:
            whole.append(line)
    return whole, notes


def may_be_wrapped(rows: Sequence[Row]) -> bool:
    """Whether a page's edge may have broken the lines of tables: hardly one goes far beyond where it could be."""
    beyond = sum(row.end > _WIDEST and " " in row.text[:_WIDEST] and "\t" not in row.text for row in rows)
    return beyond < max(_FEWEST_BEYOND, _BEYOND_SHARE * len(rows))


def edge(rows: Sequence[Row], body: Sequence[int]) -> int:
    """The column at which lines of a table end at the latest, if they may have been broken there; else 0."""
    width = max(rows[at].end for at in body)
    return width if width <= _WIDEST else 0


def wrapped_at(rows: Sequence[Row], body: Sequence[int]) -> int:
    """The column at which the lines of a table were broken; 0 if they weren't."""
    width = edge(rows, body)
    pairs = list(_pairs(rows, body))
    full = [a for a, b in pairs if _is_full(a, b, width)]
    if not width or len(full) < max(_FEWEST_FULL, _FULL_SHARE * len(pairs)):
        return 0
    ends = _ends(rows, body, width)
    closed = sum(_end(a) in ends for a in full)
    return width if ends and closed <= _MOST_CLOSED * len(full) else 0


def _full_to(rows: Sequence[Row], body: Sequence[int]) -> int:
    """The column up to which many lines are full, in tables whose rows end in ever other words; else 0. What goes on
    in small letters shows that lines were broken there."""
    width = edge(rows, body)
    pairs = list(_pairs(rows, body))
    full = [_is_full(a, b, width) for a, b in pairs]
    small = [b.text[:1].islower() for _, b in pairs]
    torn = sum(map(min, full, small))
    proven = torn >= max(_FEWEST_TORN, _TORN_SHARE * len(pairs)) and sum(small) <= torn / _TORN_FULL
    return width if proven and sum(full) >= _MOSTLY_FULL * len(pairs) and not _ends(rows, body, width) else 0


def _ends(rows: Sequence[Row], body: Sequence[int], width: int) -> set[str]:
    """What rows end in, by the lines that are not full; nothing if they end in ever other words."""
    short = Counter(_end(a) for a, b in _pairs(rows, body) if not _is_full(a, b, width))
    often = {end for end, count in short.items() if count >= _FEWEST_ENDS}
    return often if sum(short[end] for end in often) >= _CLOSED_SHARE * max(sum(short.values()), 1) else set()


def _end(row: Row) -> str:
    return without_numbers(row.text.rsplit(None, 1)[-1])


def _is_full(a: Row, b: Row, width: int) -> bool:
    return a.end + 1 + len(first_word(b.text)) > width - _SLACK


def _pairs(rows: Sequence[Row], body: Sequence[int]) -> list[tuple[Row, Row]]:
    return [(rows[a], rows[b]) for a, b in pairwise(body)]


def _group(rows: Sequence[Row], body: Sequence[int], rests: Sequence[bool]) -> list[list[int]]:
    groups: list[list[int]] = []
    for at, rest in zip(body, rests, strict=True):
        if rest and groups and not rows[at].whole:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _copy(row: Row) -> Row:
    return dataclasses.replace(row, lines=list(row.lines), starts=list(row.starts))


def begins(row: Row, column: Column) -> bool:
    """Whether a line begins a row: with a date, a number, or the dash for none."""
    return row.whole or _anchored(row.text, column)


def _anchored(text: str, column: Column) -> bool:
    words = text.split(None, _LONGEST_DATE)[:_LONGEST_DATE]
    if column is not Column.DATE:
        return bool(words) and words[0][:1].isdigit()
    dates = (" ".join(words[:length]).strip("()[],.") for length in range(1, len(words) + 1))
    return any(year_of_date(date) or _DAY.fullmatch(date) for date in dates)
