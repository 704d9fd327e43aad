"""Lines in, rows out: what a reader of the page sees as one line, its list marker apart.

A list marker torn from its text is joined to it, hard-wrapped lines are joined where the wrapping itself proves it, and
every row knows the physical lines it was made of. Pure; cost is linear.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise
from unicodedata import east_asian_width

from enrich.mentions.tags import parse_tag
from enrich.mentions.text.columns import find_header
from enrich.mentions.text.names import STRONG, author_likeness, is_single_name
from enrich.mentions.text.words import is_small

_BULLET = re.compile(
    r"(?P<indent>[ \t\u00a0]*)(?P<marker>[-–—*+•◦▪▫●○■□‣⁃·∙➢➤►▶❖✓✔→»][ \t\u00a0]+|[•◦▪▫●○■□‣⁃∙➢➤►▶❖])(?P<text>\S.*)"
)
_NUMBER = re.compile(
    r"(?P<indent>[ \t\u00a0]*)(?P<marker>(?!\W?(?:19|20)\d\d\W)(?:(?:\(\d{1,4}\)|\[[A-Za-z]{0,2}\d{1,4}\]"
    r"|\d{1,4}[.)])[ \t\u00a0]+|\[\d{1,4}\]))(?P<text>[^\s:].*)"
)
_LONE = re.compile(
    r"[ \t\u00a0]*(?:[-–—*+•◦▪▫●○■□‣⁃·∙➢➤►▶❖✓✔→»]|(?!\W?(?:19|20)\d\d\W)(?:\(\d{1,4}\)|\[[A-Za-z]{0,2}\d{1,4}\]"
    r"|\d{1,4}[.)]))[ \t\u00a0]*"
)
# Ticks mark list entries, but where other lines have crosses they are a cell: yes or no.
_CROSSED, _TICKS = re.compile(r"^\s*[✗✘❌]", re.M), ("✓", "✔")
_INDENT = re.compile(r"[ \t\u00a0]*")
# Pages are wrapped at 60 to 132 columns; unbreakable words (URLs) may stick out.
_NARROWEST, _WIDEST = 40, 140
# Of the line pairs that could be wraps, this share must be full lines before a page counts as wrapped: lists of titles
# stay far below. Chosen by judgement, kept by the rendered lists of the tests.
_FULL_SHARE = 0.75
_PAIRS = 3
_EVERYWHERE = 0.95
# Columns by which programs break a line early, where something stood in it that they did not print.
_SLACK = 3
# Or so many lines end this close to the edge. Chosen by the rendered lists of the tests, not by a survey of pages.
_NEAR, _NEAR_SHARE = 10, 0.12
_BARE_NUMBER = re.compile(r"(\d{1,3})\s+(?=[^\W\d_])")
_FEWEST_NUMBERED = 3
_COUNTING_SHARE = 0.8  # fewer of the lines that begin with a number count a table's weeks or the like
_FEWEST_CREDITS = 3
_FEWEST_TIMES = 3
_TIME = re.compile(
    r"(?P<time>\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?[-–—]\s?\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?)?)[\s,:–-]+"
    r"(?P<text>[^\W\d_].*)",
    re.I | re.S,
)
_LEADERS = re.compile(r"\s*(?:(?:\.\s?){4,}|(?:…\s?){2,}|(?:·\s?){4,})\s*(?:\d{1,4}|[ivxlc]{1,7})\s*$")
_FEWEST_BROKEN, _BROKEN_SHARE = 5, 0.8
_SHORT_LINE = 30


@dataclass(slots=True)
class Row:
    """One line as a reader sees it. `lines` are the physical lines in it, `starts` where each begins in `text`."""

    lines: list[int]
    text: str
    marker: str = ""
    indent: int = 0
    gap: int = 0  # blank lines before it
    end: int = 0  # columns the last physical line takes, wide letters counted twice
    wide: int = 0  # how many wide letters stand in it
    starts: list[int] = field(default_factory=lambda: [0])

    @property
    def line(self) -> int:
        """The physical line on which the text starts."""
        return self.lines[-len(self.starts)]

    def line_at(self, position: int) -> int:
        """The physical line of a place in `text`."""
        own = self.lines[-len(self.starts) :]
        return next(
            (line for line, start in zip(reversed(own), reversed(self.starts), strict=True) if start <= position),
            own[0],
        )

    @property
    def torn(self) -> bool:
        """Whether its list marker stood on a line of its own."""
        return len(self.lines) > len(self.starts)

    def append(self, other: Row) -> None:
        """Join the next row to this one: with a blank, or without one behind a hyphen within a word."""
        glue = "" if self.text[-1:] == "-" and self.text[-2:-1].isalnum() and other.text[:1].isalpha() else " "
        self.starts.append(len(self.text) + len(glue))
        self.text += glue + other.text
        self.lines.extend(other.lines)


def read_rows(text: str, skipped: Collection[int] = ()) -> list[Row]:
    """All rows of a text; blank lines are only counted, and `skipped` lines not even that."""
    rows = _join_credits(_mark_numbers(_mark_times(_cut_leaders(_join_torn(_split(text, skipped))))))
    if width := _wrap_width(rows):
        return _unwrap(rows, width, everywhere=_wraps_everywhere(rows, width))
    width = _record_width(rows)
    return _unwrap(rows, width, everywhere=False, records=True) if width else rows


def _split(text: str, skipped: Collection[int]) -> list[Row]:
    rows: list[Row] = []
    gap = 0
    ticked = bool(_CROSSED.search(text))
    for number, line in enumerate(text.split("\n"), start=1):
        if not line or line.isspace():
            gap += number not in skipped
            continue
        row = _row(line, number)
        if ticked and row.marker in _TICKS:
            row.marker, row.text = "", f"{row.marker}{line[line.index(row.marker) + 1 :]}".rstrip()
        row.gap, gap = gap, 0
        rows.append(row)
    return rows


def _row(line: str, number: int) -> Row:
    if _LONE.fullmatch(line):
        return Row([number], "", marker=line.strip(), indent=_width(line), end=len(line.rstrip()))
    wide = 0 if line.isascii() else sum(east_asian_width(letter) in "WF" for letter in line)
    end = len(line.rstrip()) + wide
    match = _BULLET.match(line) or _NUMBER.match(line)
    if match:
        text, marker = match["text"].strip(), match["marker"].strip()
        return Row([number], text, marker=marker, indent=_width(line), end=end, wide=wide)
    return Row([number], line.strip(), indent=_width(line), end=end, wide=wide)


def _width(line: str) -> int:
    if line[0] > " " and line[0] != "\u00a0":
        return 0
    match = _INDENT.match(line)
    return len(match[0].expandtabs(4)) if match else 0


def _join_torn(rows: list[Row]) -> list[Row]:
    """A marker alone on its line belongs to the next row, if that has none of its own."""
    joined: list[Row] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last and not last.text and not row.marker and row.text:
            last.text, last.starts, last.end, last.wide = row.text, [0], row.end, row.wide
            last.lines.extend(row.lines)
        else:
            joined.append(row)
    return joined


def _join_credits(rows: list[Row]) -> list[Row]:
    """A line of names with a colon begins the entry that the next line goes on with, where a page does so often."""
    heads = [at for at, (a, b) in enumerate(pairwise(rows)) if a.text.endswith(":") and _credits(a, b)]
    if len(heads) < _FEWEST_CREDITS:
        return rows
    rests = {at + 1 for at in heads}
    for at in heads:
        rows[at].append(rows[at + 1])
    return [row for at, row in enumerate(rows) if at not in rests]


def _credits(a: Row, b: Row) -> bool:
    named = bool(author_likeness(a.text)) or is_single_name(a.text)
    return named and not b.gap and not b.marker and bool(b.text)


def _mark_times(rows: list[Row]) -> list[Row]:
    """The times of a programme's talks are list markers: "10:50  A title"."""
    timed = [(row, match) for row in rows if not row.marker and (match := _TIME.match(row.text))]
    if len(timed) >= _FEWEST_TIMES:
        for row, match in timed:
            row.marker, row.text = match["time"], match["text"]
    return rows


def _cut_leaders(rows: list[Row]) -> list[Row]:
    """Rows of a table of contents without the dots that lead to a page number, and without the number; a title whose
    second line they stand on is one row."""
    led = {at: match.start() for at, row in enumerate(rows) if (match := _LEADERS.search(row.text))}
    if len(led) < _FEWEST_TIMES:
        return rows
    joined: list[Row] = []
    for at, row in enumerate(rows):
        row.text = row.text[: led.get(at, len(row.text))]
        above = joined[-1] if joined and at - 1 not in led else None
        if at in led and above and not row.gap and above.indent == row.indent and above.end > _SHORT_LINE:
            above.append(row)
        else:
            joined.append(row)
    return joined


def _mark_numbers(rows: list[Row]) -> list[Row]:
    """Numbers that count the list up from 1 are list markers, even without a stop behind them."""
    run: list[Row] = []
    led = 0  # rows that begin with a number since the run began
    for row in [*rows, Row([0], "1 end")]:
        match = None if row.marker else _BARE_NUMBER.match(row.text)
        led += bool(match)
        if match and int(match[1]) == len(run) + 1:
            run.append(row)
        elif match and match[1] == "1":
            _mark(run, led - 1)
            run, led = [row], 1
    return rows


def _mark(run: list[Row], led: int) -> None:
    if len(run) >= max(_FEWEST_NUMBERED, _COUNTING_SHARE * led):
        for row in run:
            row.marker, row.text = row.text.split(None, 1)


def _wrap_width(rows: list[Row]) -> int:
    """The column at which the page is hard-wrapped; 0 if it is not."""
    pairs = [(a, b) for a, b in pairwise(rows) if _may_wrap(a, b)]
    if len(pairs) < _PAIRS:
        return 0
    # Programs differ in how wide they take wide letters to be, so other lines tell where the edge is.
    ends = [a.end for a, _ in pairs if not a.wide]
    if len(ends) < _PAIRS:
        ends = [a.end - a.wide for a, _ in pairs]
    width = max((end for end in ends if end <= _WIDEST), default=0)
    others = (row.end for row in rows if not row.wide and "://" not in row.text)
    width = max(width, max((end for end in others if end <= width + 8), default=0))
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_is_full(a, b, width) for a, b in pairs)
    longer = sum(row.end - row.wide > width and " " in row.text[: width - row.indent - 1] for row in rows)
    if longer > 0.02 * len(rows):
        return 0
    if full >= _FULL_SHARE * len(pairs):
        return width
    hanging = sum(b.indent > 0 and _is_full(a, b, width) for a, b in pairs)
    near = sum(width - _NEAR < row.end <= width for row in rows)
    return width if hanging > _PAIRS and hanging >= full / 2 and near >= _NEAR_SHARE * len(rows) else 0


def _may_wrap(a: Row, b: Row) -> bool:
    return b.gap == 0 and not b.marker and bool(a.text) and a.end > _SHORT_LINE and "\t" not in a.text + b.text


def _is_full(a: Row, b: Row, width: int, slack: int = 0) -> bool:
    """Whether the first word of `b` would not have fitted behind `a`, but for `slack` columns."""
    return a.end + min(a.wide, 1) + 1 + len(b.text.split(None, 1)[0]) > width - slack


def _wraps_everywhere(rows: list[Row], width: int) -> bool:
    """Whether lines without a marker follow full lines alone, so that none of them is a line of its own."""
    pairs = [(a, b) for a, b in pairwise(rows) if _may_wrap(a, b) and b.indent > 0]
    return len(pairs) >= _PAIRS and sum(_is_full(a, b, width, _SLACK) for a, b in pairs) >= _EVERYWHERE * len(pairs)


def _record_width(rows: list[Row]) -> int:
    """The column at which the abstracts of a page are wrapped, whose titles, names and links stand on lines of their
    own, long or short: nearly all lines that break off in the midst of a phrase end right before it."""
    pairs = [(a, b) for a, b in pairwise(rows) if _may_wrap(a, b) and not a.marker]
    ends = sorted(a.end for a, b in pairs if a.end <= _WIDEST and _breaks_off(a, b))
    if len(ends) < _FEWEST_BROKEN:
        return 0
    first = max(range(len(ends)), key=lambda at: bisect_right(ends, ends[at] + _NEAR) - at)
    last = bisect_right(ends, ends[first] + _NEAR)
    near = sum(ends[last - 1] - _NEAR < row.end <= ends[last - 1] for row in rows)
    told = last - first >= _BROKEN_SHARE * len(ends) and near >= _NEAR_SHARE * len(rows)
    return ends[last - 1] if told and ends[last - 1] >= _NARROWEST else 0


def _breaks_off(a: Row, b: Row) -> bool:
    """Whether a line ends in the midst of a phrase."""
    return b.text[0].islower() or is_small(a.text.rsplit(None, 1)[-1])


def _unwrap(rows: list[Row], width: int, *, everywhere: bool, records: bool = False) -> list[Row]:
    joined: list[Row] = []
    previous: Row | None = None
    in_table = False
    for row in rows:
        in_table = row.gap == 0 and not row.marker and (in_table or (previous is not None and _names_columns(previous)))
        if (
            joined
            and previous
            and not in_table
            and _is_rest(joined[-1], previous, row, width, everywhere)
            and not (records and (previous.end > width or previous.marker or _is_fact(joined[-1], row)))
        ):
            joined[-1].append(row)
        else:
            joined.append(dataclasses.replace(row, lines=list(row.lines), starts=list(row.starts)))
        previous = row
    return joined


def _names_columns(row: Row) -> bool:
    """Whether the rows of a table follow: where those end is seen by what tables hold."""
    return not row.marker and find_header(row.text) is not None


def _is_rest(first: Row, previous: Row, row: Row, width: int, everywhere: bool) -> bool:
    """Whether a line goes on in the row that `first` began: it did not fit, and is no line of authors by itself."""
    full = _is_full(previous, row, width, _SLACK if everywhere else 0)
    if not (full and _may_wrap(previous, row) and _hangs(first, row)):
        return False
    if everywhere and first.marker:
        return True
    return first.text.endswith(",") or author_likeness(row.text) != STRONG or bool(author_likeness(first.text))


def _is_fact(first: Row, row: Row) -> bool:
    """Whether a line of a record is a fact of its own: names below a title, or links in brackets."""
    head = row.text.split(" - ")[0]
    named = bool(author_likeness(head)) or is_single_name(head)
    return row.text.startswith("[") or bool(parse_tag(row.text)) or (named and not author_likeness(first.text))


def _hangs(first: Row, row: Row) -> bool:
    """Whether a line stands where the continuation of a row would: below its text, or at the margin of a bare one."""
    return row.indent >= first.indent
