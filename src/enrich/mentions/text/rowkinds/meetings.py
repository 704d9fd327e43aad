"""Where the meetings of a course or a group begin, with what is said of each above what is read there: its day or
number, its topic, who presents: "Week 3: Shores", "[slides]", then papers; "12 May", "Shores", "Jane Roe", then papers.

In: rows and their kinds. Out: the kinds, those of such rows being headings. Told by places and by counting: what stands
in the same place of nearly all meetings is short, as titles are only now and then, and below stands what is read. Pure;
cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.days import A_DAY, is_idle
from enrich.mentions.shapes.names import is_single_name
from enrich.mentions.shapes.quotations import find_quotation
from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.shapes.words import has_words
from enrich.mentions.text.asides.labels import cites
from enrich.mentions.text.lines.rows import Row

# "Week 3", "Lecture 3", "Class #3"; in front of a day may stand a number in a cell of its own.
_SERIAL = re.compile(r"(?P<word>[^\W\d_]{4,10}) #?(?P<number>\d{1,3})(?!\w)(?![.,]\d)")
_FRONT = re.compile(r"\d{1,3}\t\s*|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? ", re.I)
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]")
# By judgement: fewer make no course; so many of its meetings are said to be about something in so few words, two in
# three titles have more; some meetings are free, or have books.
_FEWEST, _SHORT_SHARE, _TOPIC_WORDS, _READ_SHARE = 5, 0.85, 7, 0.6
_READ_WORDS, _MOST_SAID = 5, 4
_SEVERAL = 1.3  # numbers count papers as well: of those below sections there are more than sections
_BESIDE = frozenset({RowKind.LINKS, RowKind.LABELLED})
_FACTS = _BESIDE | {RowKind.AUTHORS, RowKind.NAMES, RowKind.VENUE, RowKind.DATE}


def settle_meetings(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Set the kinds of the rows that meetings begin with; these get their list markers back into their texts."""
    for begins, counted in _beginnings(rows, claimed):
        bodies = [
            [start, *(at for at in range(start + 1, end) if at not in claimed and not is_idle(rows[at].text))]
            for start, end in pairwise([*begins, len(rows)])
        ]
        said = _find_said(rows, bodies, begins)
        if said and _are_read(rows, kinds, bodies, said, counted=counted):
            for at in said:
                if rows[at].marker and at not in claimed:
                    row = rows[at]
                    row.text, row.starts, row.marker = f"{row.marker} {row.text}", [0] * len(row.starts), ""
                if kinds[at] not in _BESIDE:
                    kinds[at] = RowKind.HEADING
            return


def _beginnings(rows: list[Row], claimed: Mapping[int, object]) -> Iterator[tuple[dict[int, int], bool]]:
    """Rows that meetings may begin with, and the place where what is said there begins; whether mere numbers count
    them."""
    serial: dict[str, dict[int, tuple[int, int]]] = {}
    days: dict[int, int] = {}
    numbers: dict[int, tuple[int, int]] = {}
    for at, row in enumerate(rows):
        if (end := _day_end(row)) is not None:  # bare days may have been taken for what pages print at their edges
            days[at] = end
        if at in claimed:
            continue
        if match := _SERIAL.match(row.text):
            serial.setdefault(match["word"].casefold(), {})[at] = (int(match["number"]), match.end())
        if number := _NUMBER.fullmatch(row.marker):
            numbers[at] = (int(number["number"]), 0)
    for counted, bare in (*((found, False) for found in serial.values()), (numbers, True)):
        values = [value for value, _ in counted.values()]
        if len(counted) >= _FEWEST and all(0 < b - a <= 2 for a, b in pairwise(values)):
            yield {at: end for at, (_, end) in counted.items()}, bare
    if len(days) >= _FEWEST:
        yield days, False


def _day_end(row: Row) -> int | None:
    """Where the day ends that a row begins with, or that is its list marker with what else is; None if there is
    none."""
    if row.marker and A_DAY.match(row.marker):
        return 0
    front = _FRONT.match(row.text)
    day = A_DAY.match(row.text) or (A_DAY.match(row.text, front.end()) if front else None)
    return day.end() if day else None


def _find_said(rows: list[Row], bodies: list[list[int]], begins: Mapping[int, int]) -> list[int]:
    """The rows in the first places of all meetings, as far as nearly all in a place are short. None where nothing but
    a day or a number is said."""
    said: list[int] = []
    for place in range(_MOST_SAID):
        here = [body[place] for body in bodies if len(body) > place]
        short = [at for at in here if _is_short(rows[at], begins.get(at, 0))]
        if len(here) < _FEWEST or len(short) < _SHORT_SHARE * len(here):
            break
        said += here if place == 0 else short
    told = any(rows[at].text[begins.get(at, 0) :].strip(" \t:.,–—-()") for at in said)
    return said if told else []


def _is_short(row: Row, start: int) -> bool:
    """Whether what a row says has the length of topics, and states no fact of a paper."""
    text = row.text[start:]
    short = len(text.split()) <= _TOPIC_WORDS and not may_state_year(A_DAY.sub("", text))
    return short and find_quotation(text) is None


def _are_read(
    rows: list[Row], kinds: list[RowKind], bodies: list[list[int]], said: list[int], *, counted: bool
) -> bool:
    """Whether below most of what is said stands what is read: entries with a fact, or below a label that comes again;
    several below most where mere numbers count."""
    above = set(said)
    below = [[at for at in body if at not in above] for body in bodies]
    if sum(any(kinds[at] is RowKind.PROSE for at in body) for body in below) * 2 > len(bodies):
        return False  # talks, with their abstracts
    least = _READ_SHARE * len(bodies)
    read = [sum(_is_read(rows[at], kinds[at]) for at in body) for body in below]
    if counted:
        return sum(map(bool, read)) >= least and sum(read) >= _SEVERAL * len(bodies)
    near = ({row.text for row in rows[body[0] + 1 : body[0] + 1 + _MOST_SAID]} for body in bodies)
    labels = Counter(text for texts in near for text in texts)
    titled = sum(any(_may_be_title(rows[at], kinds[at]) for at in body) for body in below)
    labelled = max(labels.values(), default=0) >= least and titled >= least
    named = sum(is_single_name(rows[at].text) for at in said)
    return sum(map(bool, read)) >= least or labelled or named >= least


def _may_be_title(row: Row, kind: RowKind) -> bool:
    return kind is RowKind.ENTRY and has_words(row.text, _READ_WORDS)


def _is_read(row: Row, kind: RowKind) -> bool:
    """Whether a row is a paper with some fact of it."""
    if kind in _FACTS or kind is RowKind.HEADING or not has_words(row.text, _READ_WORDS):
        return False
    return may_state_year(row.text) or find_quotation(row.text) is not None or cites(row.text)
