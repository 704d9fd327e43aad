"""Lines in, rows out: what a reader of the page sees as one line, its list marker apart.

A list marker torn from its text is joined to it, hard-wrapped lines are joined (`wraps`), and every row knows the
physical lines it was made of. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from itertools import pairwise
from unicodedata import east_asian_width

from enrich.mentions.shapes.names import names_people
from enrich.mentions.shapes.tags import Tag
from enrich.mentions.text.asides.quoted import keep_quoted
from enrich.mentions.text.drawn.grid import glue
from enrich.mentions.text.drawn.listed import PART
from enrich.mentions.text.lines.bylines import place_bylines
from enrich.mentions.text.lines.colons import join_colons
from enrich.mentions.text.lines.footlinks import join_numbers
from enrich.mentions.text.lines.inlined import part_inlined
from enrich.mentions.text.lines.parted import join_parts
from enrich.mentions.text.lines.persons import join_persons
from enrich.mentions.text.lines.runins import part_abstracts
from enrich.mentions.text.lines.signs import without_signs
from enrich.mentions.text.lines.splices import splice
from enrich.mentions.text.lines.strung import part_strung
from enrich.mentions.text.markers.badges import drop_badges
from enrich.mentions.text.markers.closing import unmark_closing
from enrich.mentions.text.markers.counted import (
    keep_numbers,
    mark_codes,
    mark_glued,
    mark_hung,
    mark_numbers,
    mark_times,
    unmark_cells,
)
from enrich.mentions.text.markers.further import mark_further
from enrich.mentions.text.markers.heads import mark_heads
from enrich.mentions.text.markers.quoted import mark_quoted
from enrich.mentions.text.markers.remarks import mark_remarks
from enrich.mentions.text.markers.schedules import drop_presenters, mark_sessions
from enrich.mentions.text.markers.sections import unmark_sections
from enrich.mentions.text.markers.series import mark_series
from enrich.mentions.text.markers.starred import mark_unstarred
from enrich.mentions.text.markers.ticked import mark_ticked
from enrich.mentions.text.printed.booklets import join_booklet
from enrich.mentions.text.printed.centred import join_centred
from enrich.mentions.text.printed.centredheads import join_centred_heads
from enrich.mentions.text.printed.leaders import cut_leaders
from enrich.mentions.text.printed.margins import clear_margin
from enrich.mentions.text.printed.slots import join_slots
from enrich.mentions.text.printed.titledprose import join_titled_prose
from enrich.mentions.text.wrapped.paragraphs import join_paragraphs
from enrich.mentions.text.wrapped.tails import unwrap_with_tails
from enrich.mentions.text.wrapped.wraps import unwrap

_BULLETS = "•◦▪▫●○■□‣⁃∙➢➤►▶❖\uf0a7\uf0b7\uf0d8"  # the last are those of word processors, in fonts of their own
_ANY_SIGN = rf"(?:[-–—*+·✓✔→»{_BULLETS}]|\$\\bullet\$)"  # the last is that of TeX
_INNER_SIGN = r"(?<=[ \t]{2})[□☆★◎△]"  # those of a browser's inner lists; elsewhere they say something of a title
_BULLET = re.compile(
    rf"(?P<indent>[ \t\u00a0]*)(?P<marker>(?:{_ANY_SIGN}|{_INNER_SIGN})[ \t\u00a0]+|[{_BULLETS}])(?P<text>\S.*)"
)
_NUMBER = re.compile(
    r"(?P<indent>[ \t\u00a0]*)(?P<marker>(?!\W?(?:19|20)\d\d\W)(?:(?:\(\d{1,4}\)|\[[A-Za-z]{0,2}\d{1,4}\]"
    r"|\d{1,4}[.)]|#\d{1,4}[.:)]?)[ \t\u00a0]+|\[\d{1,4}\]|\d{3,4}[.)](?=[A-ZÀ-Þ])))(?P<text>[^\s:].*)"
)
# The letters that terminals and word processors print for the signs of inner lists; "o" is a word in Portuguese and
# others, but hardly begins several lines that stand in, or with a run of blanks or a capital behind it.
_LETTER = re.compile(
    r"^(?P<indent>[ \t]*)(?P<marker>(?:(?<=[ \t]{2})o[ \t]|o (?=[\"“]?[A-ZÀ-Þ])|[o§](?:\t(?!.*\t)|  ))[ \t]*)"
    r"(?P<text>\S.*)",
    re.M,
)
_FEWEST_LETTERS = 3
_DEPTHS = {"o": 1, "§": 2, "◦": 1, "○": 1, "▪": 2, "■": 2}  # of a sign of inner lists that does not stand in
# Lists of tasks, done or not: "- [x] Title"; a box without a marker in front is one itself where several lines have it.
_TASK = re.compile(r"(?:\[[ xX✓✔]?\]|[☐☑☒✅⬜])[ \t]+(?=\w)")
_BOX = re.compile(r"^(?P<indent>[ \t]*)(?P<marker>\[[ xX✓✔]\]|[☐☑☒])[ \t]+(?P<text>\w.*)", re.M)
_FORM = re.compile(r"[^\W\d_][\w /]{2,24}: {2,}(?=\S)")  # "Office hours:   Monday", one below another
_SIGNED = re.compile(r"#{1,6} \S")  # a heading
_EMPTY_CELL = re.compile(r"[-–—]\t[^\t]*\t")
_COUNTED = re.compile(r"\s*\(1\) ?[^;]{2,120}; \(2\)")  # places that the numbers behind names lead to
_LONE = re.compile(
    rf"[ \t\u00a0]*(?:{_ANY_SIGN}"
    r"|(?!\W?(?:19|20)\d\d\W)(?:\(\d{1,4}\)|\[[A-Za-z]{0,2}\d{1,4}\]|\d{1,4}[.)]|#\d{1,4}[.:)]?))[ \t\u00a0]*"
)
# Ticks mark list entries, but where other lines have crosses they are a cell: yes or no.
_CROSSES, _TICKS = "✗✘❌", ("✓", "✔")
_CROSSED = re.compile(rf"^\s*[{_CROSSES}]", re.M)
_INDENT = re.compile(r"[ \t\u00a0]*")
_FEWEST_CREDITS = 3
_RULES, _SHORTEST_RULE = frozenset("=-~"), 4


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
    tabs: int = 0  # it begins with so many
    starts: list[int] = field(default_factory=lambda: [0])
    whole: bool = False  # told by its indents, its label or its signs: it is no rest of the row above
    credit: bool = False  # names that stand beside their title, or set in below it
    titled: bool = False  # a title, told by where it stands
    prose: bool = False  # an abstract, told by where it stands
    centred: bool = False  # it stands in the middle of the page
    heading: bool = False  # told by where it stands
    beside: bool = False  # beside the entries of the page, told by where it stands
    idle: bool = False  # a day on which nothing new is read
    link: int | None = None  # the number of the link that it begins with
    year: int | None = None  # the one that hangs in front of it
    tag: Tag | None = None  # what the line of codes above it states

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

    def cut_front(self, end: int) -> None:
        """Take what stands before `end` off the text."""
        self.text = self.text[end:]
        self.starts = [max(0, start - end) for start in self.starts]

    def drop(self, at: int) -> None:
        """Take the letter at a position out of the text."""
        self.text = self.text[:at] + self.text[at + 1 :]
        self.starts = [start - (start > at) for start in self.starts]

    def part(self, begin: int, end: int) -> Row:
        """A row of what stands in the text from `begin` to `end`, on the lines that hold it."""
        own = self.lines[-len(self.starts) :]
        first = max(at for at, place in enumerate(self.starts) if place <= begin)
        within = [(line, place) for line, place in zip(own[first:], self.starts[first:], strict=True) if place < end]
        lines, starts = [line for line, _ in within], [max(0, place - begin) for _, place in within]
        return replace(self, lines=lines, text=self.text[begin:end], starts=starts)

    def append(self, other: Row, between: str | None = None) -> None:
        """Join the next row to this one: with `between`, or a blank, or nothing behind a hyphen within a word."""
        between = glue(self.text, other.text) if between is None else between
        start = len(self.text) + len(between)
        markers = len(other.lines) - len(other.starts)  # lines that held nothing but a torn marker
        self.starts += [start] * markers + [start + own for own in other.starts]
        self.text += between + other.text
        self.lines.extend(other.lines)


def is_rule(text: str) -> bool:
    """Whether a text is a row of one sign, as it stands below headings."""
    return text[:1] in _RULES and len(text) >= _SHORTEST_RULE and not text.strip(text[0])


def read_rows(text: str, skipped: Collection[int] = ()) -> list[Row]:
    """All rows of a text; blank lines are only counted, and `skipped` lines not even that."""
    rows = unmark_closing(keep_quoted(clear_margin(join_numbers(_split(text, skipped)))))
    rows = _join_torn(drop_badges(splice(rows)))
    rows = mark_further(cut_leaders(join_persons(join_slots(rows))))
    rows = mark_sessions(rows)
    printed = join_booklet(rows) or join_centred_heads(rows) or join_titled_prose(rows)
    rows = mark_ticked(mark_heads(printed or join_centred(rows)))
    rows = mark_glued(mark_numbers(mark_hung(mark_series(mark_codes(mark_times(rows))))))
    rows = join_paragraphs(unwrap_with_tails(_join_credits(mark_unstarred(keep_numbers(unmark_cells(rows)))), unwrap))
    rows = part_abstracts(join_parts(part_strung(drop_presenters(mark_quoted(unmark_sections(rows))))))
    return mark_remarks(part_inlined(place_bylines(join_colons(rows))))


def _split(text: str, skipped: Collection[int]) -> list[Row]:
    rows: list[Row] = []
    gap = 0
    ticked = any(cross in text for cross in _CROSSES) and bool(_CROSSED.search(text))
    signs = [sign for sign in (_LETTER, _BOX) if len(sign.findall(text)) >= _FEWEST_LETTERS]
    numbered = ((number, part) for number, line in enumerate(text.split("\n"), start=1) for part in line.split(PART))
    for number, line in numbered:
        if not line or line.isspace():
            gap += number not in skipped
            continue
        row = _row(line, number, signs)
        if ticked and row.marker in _TICKS:
            row.marker, row.text = "", f"{row.marker}{line[line.index(row.marker) + 1 :]}".rstrip()
        row.gap, gap = gap, 0
        row.whole = is_rule(row.text) or any(form.match(row.text) for form in (_FORM, _SIGNED))
        rows.append(row)
    return _set_in(_raise_lists(rows))


def _set_in(rows: list[Row]) -> list[Row]:
    """Rows with the sign of an inner list that stand no deeper than one of the list around it above: "•" above "◦"."""
    indents: dict[int, int] = {}  # of the last row at each depth
    for row in rows:
        depth = _DEPTHS.get(row.marker, 0) if row.marker and row.marker in _BULLETS else -1
        around = max((indents[above] for above in range(depth) if above in indents), default=None)
        if around == row.indent > 0:
            row.indent += depth
        if depth >= 0:
            indents = {above: indent for above, indent in indents.items() if above < depth} | {depth: row.indent}
    return rows


def _raise_lists(rows: list[Row]) -> list[Row]:
    """Lists with a sign of inner ones are none right below a line without a marker that a blank line parts from what
    stands above: their heading."""
    raised = False
    for above, row in pairwise(rows):
        begins = bool(above.gap and not above.marker and not row.gap)
        raised = row.marker in _DEPTHS and (raised or begins)
        if raised and row.indent == _DEPTHS[row.marker]:
            row.indent = 0
    return rows


def _row(line: str, number: int, signs: Collection[re.Pattern[str]]) -> Row:
    """The row of a line; `signs` are those that mark list entries on its page, too."""
    if _LONE.fullmatch(line):
        return Row([number], "", marker=line.strip(), indent=_width(line), end=len(line.rstrip()))
    wide = 0 if line.isascii() else sum(east_asian_width(letter) in "WF" for letter in line)
    end = len(line.rstrip()) + wide
    match = _BULLET.match(line) or _NUMBER.match(line) or next(filter(None, (sign.match(line) for sign in signs)), None)
    if match and not (_EMPTY_CELL.match(line) or _COUNTED.match(line)):  # a dash in front of cells is one itself
        text, marker = without_signs(_TASK.sub("", match["text"], count=1)), match["marker"].strip()
        indent = _width(line) or _DEPTHS.get(marker, 0)
        return Row([number], text, marker=marker, indent=indent, end=end, wide=wide)
    tabs = len(line) - len(line.lstrip("\t"))
    return Row([number], without_signs(line), indent=_width(line), end=end, wide=wide, tabs=tabs)


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
        rest = rows[at + 1]
        rest.text, rest.marker = rest.marker + rest.text, ""
        rows[at].append(rest)
    return [row for at, row in enumerate(rows) if at not in rests]


def _credits(a: Row, b: Row) -> bool:
    linked = b.marker.startswith("[") and b.indent > a.indent  # the number of a link in front of the title
    return names_people(a.text) and not b.gap and (linked or not b.marker) and bool(b.text)
