"""Rows of a hard-wrapped page in, whole rows out: lines are joined where the wrapping itself proves it.

A page is wrapped everywhere, or only its abstracts are, below titles that stand on lines of their own. Pure; cost is
linear.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.entries.names.credits import are_placed
from enrich.mentions.shapes.columns import find_header
from enrich.mentions.shapes.names import STRONG, author_likeness, names_people
from enrich.mentions.shapes.tags import parse_tag
from enrich.mentions.shapes.words import first_word, without_numbers
from enrich.mentions.text.wrapped.blocks import join_blocks
from enrich.mentions.text.wrapped.hanging import join_hanging
from enrich.mentions.text.wrapped.labelled import join_titles, mark_fields
from enrich.mentions.text.wrapped.openings import join_broken, join_records
from enrich.mentions.text.wrapped.partings import (
    FEWEST_BROKEN,
    SLACK,
    are_names,
    begin_apart,
    breaks_off,
    is_full,
    is_open,
    is_quoting,
    may_wrap,
)

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# Pages are wrapped at 60 to 132 columns; unbreakable words (URLs) may stick out.
_NARROWEST, _WIDEST = 40, 210
# Of the line pairs that could be wraps, this share must be full lines before a page counts as wrapped: lists of titles
# stay far below. Chosen by judgement, kept by the rendered lists of the tests.
_FULL_SHARE = 0.75
_PAIRS = 3
_LONGER = 0.02  # of the lines, so many may be longer
# Of full lines, so many break off in the midst of a phrase where nothing else shows that they do. By judgement.
_OFF_SHARE, _PLAIN_SHARE = 0.1, 0.8
_REST_SHARE = 0.6  # of the width, by judgement: the rests of broken lines are often shorter
_GAP, _SPREAD = " " * 5, 0.05  # in few lines set at both margins, as letterheads are; in more, between cells
_EVERYWHERE = 0.95
# Or so many lines end this close to the edge. Chosen by the rendered lists of the tests, not by a survey of pages.
_NEAR, _NEAR_SHARE = 10, 0.12
_BROKEN_SHARE, _DEEPEST_FIRST = 0.8, 8
_TITLE_WORDS = 24  # what is longer is an abstract, whose lines hold no facts about it
# "19. Our findings", "[34], where", "3) and": the first words of a line that a sentence was broken at.
# The last of the people on a line may go on below: "Jane Roe, Max Poe and J. K.".
_PLACE_END = re.compile(r"[^\W\d_]\S*, (?:19|20)\d\d\b")  # "Reports, 2025.": programs keep some words together
_LAST_NAME = re.compile(r"(?<=\w)(?:,| and| &)(?: and)?(?: [^\s,]+){0,3}$")
_NUMBERED = re.compile(r"\W?\d{1,4}\W{0,2}$")


def unwrap(rows: list[Row]) -> list[Row]:
    """The rows with those joined that a column's edge has parted."""
    if blocks := join_blocks(rows):
        return blocks
    rows = mark_fields(join_hanging(rows))
    if records := join_records(rows):
        return records
    if width := _wrap_width(rows):
        return _unwrap(rows, width, everywhere=_wraps_everywhere(rows, width))
    width = _record_width(rows)
    if width:
        return _unwrap(rows, width, everywhere=False, records=True)
    if broken := join_broken(rows):
        return broken
    width = _record_width(rows, buttons=True)
    return _unwrap(rows, width, everywhere=False, records=True) if width else join_titles(rows)


def _wrap_width(rows: list[Row]) -> int:
    """The column at which the page is hard-wrapped; 0 if it is not."""
    pairs = [(a, b) for a, b in pairwise(rows) if may_wrap(a, b)]
    if len(pairs) < _PAIRS:
        return 0
    # Programs differ in how wide they take wide letters to be, so other lines tell where the edge is.
    ends = [a.end for a, _ in pairs if not a.wide and not _is_unbreakable(a)]
    if len(ends) < _PAIRS:
        ends = [a.end - a.wide for a, _ in pairs if not _is_unbreakable(a)]
    ends = sorted(end for end in ends if end <= _WIDEST) or [0]
    width = ends[-1]
    others = (row.end for row in rows if not row.wide and "://" not in row.text and not _is_unbreakable(row))
    width = max(width, max((end for end in others if end <= width + 8), default=0))
    usual = ends[-1 - round(_LONGER * len(ends))]  # lines of a letterhead may be longer than those of the list
    return next((each for each in (usual, width) if _is_wrapped_at(each, rows, pairs)), 0)


def _are_titles(filled: list[tuple[Row, Row]], width: int) -> bool:
    """Whether full lines are titles as long as each other: nothing sets one off from another, hardly one breaks off in
    the midst of a phrase, and what stands below is no short rest."""
    long = ((a, b) for a, b in filled if b.end > _REST_SHARE * width)
    alike = [(a, b) for a, b in long if not a.marker and b.indent == a.indent and b.text[:1].isupper()]
    off = sum(breaks_off(a, b) for a, b in filled)
    return len(alike) > _PLAIN_SHARE * len(filled) and off < _OFF_SHARE * len(filled)


def _is_unbreakable(row: Row) -> bool:
    """Whether a line is an address, or the rest of one, which may stick out at the edge."""
    return "/" in row.text and " " not in row.text


def _is_wrapped_at(width: int, rows: list[Row], pairs: list[tuple[Row, Row]]) -> bool:
    """Whether nearly all lines of `pairs`, which may have been broken, were so at this column."""
    if not _NARROWEST <= width <= _WIDEST:
        return False
    spread = sum(_GAP in row.text for row in rows)
    running = rows if spread > _SPREAD * len(rows) else [row for row in rows if _GAP not in row.text]
    longer = sum(row.end - row.wide > width and " " in row.text[: width - row.indent - 1] for row in running)
    if longer > _LONGER * len(rows):
        return False
    filled = [(a, b) for a, b in pairs if is_full(a, b, width, SLACK)]
    full = len(filled)
    if _are_titles(filled, width):
        return False
    if full >= _FULL_SHARE * len(pairs):
        return True
    hanging = sum(b.indent > 0 and is_full(a, b, width) for a, b in pairs)
    if hanging <= _PAIRS or hanging < full / 2:
        return False
    return sum(width - _NEAR < row.end <= width for row in rows) >= _NEAR_SHARE * len(rows)


def _wraps_everywhere(rows: list[Row], width: int) -> bool:
    """Whether lines without a marker follow full lines alone, so that none of them is a line of its own."""
    pairs = [(a, b) for a, b in pairwise(rows) if may_wrap(a, b) and b.indent > 0]
    first = _first_width(rows, width)
    full = sum(is_full(a, b, first if a.marker else width, SLACK) for a, b in pairs)
    return len(pairs) >= _PAIRS and full >= _EVERYWHERE * len(pairs)


def _record_width(rows: list[Row], *, buttons: bool = False) -> int:
    """The column at which the abstracts of a page are wrapped, whose titles, names and links stand on lines of their
    own, long or short: nearly all lines that break off in the midst of a phrase end right before it.
    `buttons`, as "arXiv", may be many: they go on in no sentence."""
    pairs = [(a, b) for a, b in pairwise(rows) if may_wrap(a, b) and not a.marker]
    pairs = [(a, b) for a, b in pairs if not buttons or b.text[:1].islower() == first_word(b.text).islower()]
    broken = [a for a, b in pairs if a.end <= _WIDEST and breaks_off(a, b)]
    again = Counter(row.text for row in broken)
    once = [row for row in broken if again[row.text] < FEWEST_BROKEN]  # without a notice that comes with each record
    edges = (_edge_of(sorted(row.end for row in found), rows, buttons=buttons) for found in (broken, once))
    return next(filter(None, edges), 0)


def _edge_of(ends: list[int], rows: list[Row], *, buttons: bool) -> int:
    """The column right before which nearly all broken lines of a page end; 0 where they do not."""
    if len(ends) < FEWEST_BROKEN:
        return 0
    first = max(range(len(ends)), key=lambda at: bisect_right(ends, ends[at] + _NEAR) - at)
    last = bisect_right(ends, ends[first] + _NEAR)
    near = sum(ends[last - 1] - _NEAR < row.end <= ends[last - 1] for row in rows)
    long = sum(row.end * 2 > ends[last - 1] for row in rows) if buttons else len(rows)
    told = last - first >= _BROKEN_SHARE * len(ends) and near >= _NEAR_SHARE * long
    return ends[last - 1] if told and ends[last - 1] >= _NARROWEST else 0


def _unwrap(rows: list[Row], width: int, *, everywhere: bool, records: bool = False) -> list[Row]:
    joined: list[Row] = []
    previous: Row | None = None
    in_table = False
    apart = begin_apart(rows, width)
    indented = _are_indented(rows, width)
    first = _first_width(rows, width) if everywhere else width
    for at, row in enumerate(rows):
        if joined and previous and _is_broken_link(joined[-1], previous, row, width):
            row = dataclasses.replace(row, marker="", text=f"{row.marker}{row.text}")
        elif joined and previous and _is_broken_number(joined[-1], previous, row, width):
            row = dataclasses.replace(row, marker="", text=f"{row.marker} {row.text}")
        in_table = row.gap == 0 and not row.marker and (in_table or (previous is not None and _names_columns(previous)))
        if (
            joined
            and previous
            and not in_table
            and _is_rest(joined[-1], previous, row, first if previous.marker else width, everywhere, indented=indented)
            and not (records and (previous.end > width or previous.marker or _is_fact(joined[-1], row)))
            and at not in apart
        ):
            joined[-1].append(row)
        else:
            joined.append(dataclasses.replace(row, lines=list(row.lines), starts=list(row.starts)))
        previous = row
    return joined


def _first_width(rows: list[Row], width: int) -> int:
    """The column at which the first lines of list entries are broken: some programs wrap a text before they set its
    other lines in, so that those end further right."""
    ends = [a.end for a, b in pairwise(rows) if a.marker and b.indent > a.indent and may_wrap(a, b)]
    return min(width, max(ends, default=width)) if len(ends) >= FEWEST_BROKEN else width


def _names_columns(row: Row) -> bool:
    """Whether the rows of a table follow: where those end is seen by what tables hold."""
    return not row.marker and find_header(row.text) is not None


def _is_rest(first: Row, previous: Row, row: Row, width: int, everywhere: bool, *, indented: bool) -> bool:
    """Whether a line goes on in the row that `first` began: it did not fit, and is no line of authors by itself."""
    early = everywhere or bool(first.marker) or is_quoting(first.text)
    full = is_full(previous, row, width, SLACK if early else 0)
    full |= (
        everywhere and bool(first.marker) and previous.text[-1:].isalpha() and _PLACE_END.match(row.text) is not None
    )
    if not (full and may_wrap(previous, row) and (_hangs(first, row) or (indented and _is_indented(first)))):
        return False
    if everywhere and first.marker:
        return True
    named = author_likeness(_LAST_NAME.sub("", row.text)) == STRONG or are_placed(row.text)
    return first.text.endswith(",") or is_open(first.text) or not named or are_names(first.text)


def _is_broken_number(first: Row, previous: Row, row: Row, width: int) -> bool:
    """Whether what looks like the marker of a list is a number, or a dash, at which a sentence was broken."""
    alike = bool(first.marker) and without_numbers(first.marker) == without_numbers(row.marker)
    if not row.marker or row.gap or not row.text or alike or row.indent < first.indent:
        return False
    number = bool(_NUMBERED.match(row.marker)) and row.marker.strip("().[]") != "1"
    if not (row.text[0].islower() or row.text[0] in ",;" or number) or previous.text[-1:] in ".!?:;":
        return False
    return previous.end + 1 + len(row.marker) + (1 + len(first_word(row.text))) * (not number) > width


def _is_broken_link(first: Row, previous: Row, row: Row, width: int) -> bool:
    """Whether what looks like the marker of a list is the number of a link: "* tidekit, the code of:" did not have room
    for "[34]Some Title"."""
    within = row.marker[:1] == "[" and first.marker[:1] not in ("[", "") and row.indent > first.indent and not row.gap
    return within and previous.end + 1 + len(row.marker) + len(first_word(row.text)) > width - SLACK


def _is_fact(first: Row, row: Row) -> bool:
    """Whether a line of a record is a fact of its own: names below a title, or links in brackets."""
    if len(first.text.split()) > _TITLE_WORDS:
        return False
    head = row.text.split(" - ")[0]
    named = names_people(head)
    return row.text.startswith("[") or bool(parse_tag(row.text)) or (named and not author_likeness(first.text))


def _are_indented(rows: list[Row], width: int) -> bool:
    """Whether the first lines of a page's paragraphs are set in: nearly all of these are full."""
    pairs = [(a, b) for a, b in pairwise(rows) if _is_indented(a) and not b.gap and not b.indent and not b.marker]
    return len(pairs) >= FEWEST_BROKEN and sum(is_full(a, b, width) for a, b in pairs) >= _EVERYWHERE * len(pairs)


def _is_indented(row: Row) -> bool:
    return row.gap > 0 and not row.marker and 0 < row.indent <= _DEEPEST_FIRST


def _hangs(first: Row, row: Row) -> bool:
    """Whether a line stands where the continuation of a row would: below its text, or at the margin of a bare one."""
    return row.indent >= first.indent
