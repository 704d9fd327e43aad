"""Records that nothing parts but what they begin with - "[12]", a day, a tag, a name - or end in; their lines joined.

A page that was printed and copied has lost its blank lines and indents. Where its lines were full, the next one goes
on in them, unless it begins as the records of the page do. The page proves it: records begin alike, and nearly all
other lines follow full ones. In: rows. Out: rows, one a record. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.names import form_of_name
from enrich.mentions.shapes.tags import find_year
from enrich.mentions.shapes.words import OPENING_QUOTES, begins_small, first_word, is_small, without_numbers
from enrich.mentions.text.wrapped.partings import begin_apart, below_titles
from enrich.mentions.text.wrapped.widths import columns, find_break, find_edge, printed

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer are chance, and a few lines of a page are odd.
_FEWEST, _SHARE = 4, 0.6
_FULL_SHARE, _MOST_INDENTED, _MOST_NOTED, _MOST_PARTED = 0.9, 0.03, 0.3, 0.1
# Widths are estimates: typefaces differ by a few hundredths.
_MEASURES: tuple[tuple[Callable[[str], float], float], ...] = ((columns, 0.03), (printed, 0.06))
_SHORT = 0.85  # of a line; a line that is shorter was not broken
_CLOSED_SHARE, _FEWEST_ENDS, _COMMA_SHARE = 0.8, 3, 0.7
_DIGITS = re.compile(r"\d+")
_GOING_ON = (",", ";", ":", "&", "-", "–", "—", "(", "/")
_ENDING = frozenset(".!?")
_BRACKET = re.compile(r"(?:\[[^\[\]]{2,40}\]|\([^()]{2,40}\)|【[^】]{2,40}】)[:.]?\s+\S+\s+\S")


@dataclass(slots=True)
class _Page:
    """A page's rows with what is known of each: how it begins, and whether the row above it is full."""

    rows: Sequence[Row]
    forms: list[str]
    full: list[bool]
    short: list[bool]  # whether the row above was certainly not broken
    proven: bool  # lines that surely were broken have told the edge
    edge: int  # about where lines end


def join_records(rows: list[Row]) -> list[Row]:
    """The rows with the lines of each record joined; none where the page is not of this kind."""
    edge = 0 if any("\t" in row.text for row in rows) else find_edge([row.end for row in rows])
    if not edge:
        return []
    if sum(map(_is_set_in, rows)) > (_MOST_NOTED if _are_at_margin(rows) else _MOST_INDENTED) * len(rows):
        return []
    pages = _measured(rows)
    for find_starts in (_starts_by_opening, _starts_by_closing):
        told = [(_proof(page, starts), page, starts) for page in pages if (starts := find_starts(page))]
        if told:
            proof, page, starts = max(told, key=lambda each: each[0])
            credited = below_titles(rows, round(edge))
            apart = [start or at in credited for at, start in enumerate(starts)]
            return _join(page, apart) if proof >= _FULL_SHARE else []
    return []


def join_broken(rows: list[Row]) -> list[Row]:
    """The rows with those joined that follow full lines, where lines that surely were broken tell how full those are;
    what ends in a stop, or in a number above a capital, is whole. None where the page is not of this kind."""
    if not rows or any("\t" in row.text for row in rows) or _is_indented(rows):
        return []
    pages = [page for page in _measured(rows) if page.proven]
    if not pages:
        return []
    page = pages[-1]
    closed = _closed_by_comma if _end_in_commas(page) else _is_closed
    apart = begin_apart(rows, page.edge)
    starts = [at == 0 or at in apart or closed(rows[at - 1], row) or _is_apart(row) for at, row in enumerate(rows)]
    return _join(page, starts)


def _end_in_commas(page: _Page) -> bool:
    """Whether most lines that others of their block stand below, and that are not full, end in a comma: names, titles
    and places do there."""
    pairs = zip(page.rows, page.rows[1:], page.full[1:], strict=False)
    above = [a for a, b, full in pairs if not (full or b.gap or b.marker)]
    return sum(map(_closed_by_comma, above)) >= max(_FEWEST, _COMMA_SHARE * len(above))


def _closed_by_comma(above: Row, _: Row | None = None) -> bool:
    return above.text.endswith(",")


def _is_indented(rows: Sequence[Row]) -> bool:
    return sum(row.indent > 0 for row in rows) > _MOST_INDENTED * len(rows)


def _is_closed(above: Row, row: Row) -> bool:
    number = above.text[-1:].isdigit() and not _is_broken(above, row)  # "... of 7.1 per 1000 / person-years"
    return above.text[-1:] in _ENDING or number or is_anchor(above.text)


def _is_apart(row: Row) -> bool:
    return bool(row.marker) or is_anchor(row.text) or _is_address(row) or first_word(row.text).endswith(":")


def _is_set_in(row: Row) -> bool:
    return row.indent > 0 and not row.marker


def _are_at_margin(rows: Sequence[Row]) -> bool:
    """Whether list entries go on at the margin, so that what is set in below them is a note."""
    pairs = [(above, row) for above, row in pairwise(rows) if above.marker and not row.marker and not row.gap]
    return sum(not row.indent for _, row in pairs) >= max(_FEWEST, _SHARE * len(pairs))


def _measured(rows: Sequence[Row]) -> list[_Page]:
    """The page as it may have been printed: in each measure in which its lines have an edge in common."""
    lines = [_last_line(row) for row in rows]
    firsts = [" " + first_word(line) for line in lines[1:]]
    broken = [at for at, (above, row) in enumerate(pairwise(rows)) if _is_broken(above, row)]
    pages = []
    for measure, slack in _MEASURES:
        ends = [row.indent + measure(line) for row, line in zip(rows, lines, strict=True)]
        nexts = [end + measure(first) for end, first in zip(ends, firsts, strict=False)]
        pages.append(_page(rows, ends, nexts, broken, slack))
    return [page for page in pages if page]


def _page(
    rows: Sequence[Row], ends: Sequence[float], nexts: Sequence[float], broken: Sequence[int], slack: float
) -> _Page | None:
    """The page whose lines end at `ends`, and would end at `nexts` with the first words of those below, as some surely
    `broken` ones would have; None where they have no edge in common."""
    last, least = find_break([ends[at] for at in broken], [nexts[at] for at in broken])
    edge = find_edge(ends) or last
    if not edge:
        return None
    least = min(least, edge * (1 - slack)) if least else edge * (1 - slack)
    full = [False, *(end >= least for end in nexts)]
    short = [True, *(end < edge * _SHORT for end in nexts)]
    return _Page(rows, [_form(row) for row in rows], full, short, last > 0, round(edge))


def _is_broken(above: Row, row: Row) -> bool:
    """Whether a line surely goes on in the next: that begins in the midst of a phrase, and is no labelled one."""
    if row.gap or row.marker or not above.text:
        return False
    goes_on = (begins_small(row.text) and above.text[-1:] not in _ENDING) or _is_mid_phrase(above)
    return goes_on and not (_is_address(row) or first_word(row.text).endswith(":"))


def _last_line(row: Row) -> str:
    """The last of the lines a row is made of, as it was printed."""
    start = row.starts[-1]
    return f"{row.marker} {row.text}" if row.marker and not start else row.text[start:]


def _form(row: Row) -> str:
    """What a row begins with, by which records may be told; nothing for words."""
    if row.marker:
        return f"number {_DIGITS.sub('0', row.marker)}"
    if A_DAY.match(row.text):
        return "day"
    if row.text.startswith(OPENING_QUOTES):
        return "quotation"
    if _BRACKET.match(row.text):
        return row.text[0]
    word, _, rest = row.text.partition(" ")
    if _DIGITS.search(word):
        return without_numbers(word) if rest[:1].isupper() or rest.startswith(OPENING_QUOTES) else ""
    return form_of_name(row.text)


def _opening(page: _Page) -> str:
    """The form that most rows below lines that were not broken have; nothing if they have none in common."""
    below = [at for at, short in enumerate(page.short) if short and at]
    forms = Counter(page.forms[at] for at in below)
    form, count = max(
        ((form, count) for form, count in forms.items() if form), key=lambda each: each[1], default=("", 0)
    )
    return form if count >= max(_FEWEST, _SHARE * len(below)) else ""


def _starts_by_opening(page: _Page) -> list[bool]:
    """Which rows begin a record, told by how most do, or stand above one as its heading; nothing if none is told."""
    opening = _opening(page)
    closings = _closings(page, [form == opening for form in page.forms], _CLOSED_SHARE)
    starts = [form == opening for form in page.forms] if opening else []
    for at in range(1, len(starts)):
        above, row = page.rows[at - 1], page.rows[at]
        if starts[at]:
            starts[at] = bool(row.marker) or not (page.full[at] and _breaks_off(above))
        elif row.marker and row.indent < above.indent:  # of a list whose inner lists have the sign of most rows
            starts[at] = True
        elif _may_head(page, at, starts):
            starts[at] = _end(above) in closings and _end(row) not in closings and not is_anchor(row.text)
    return starts


def _starts_by_closing(page: _Page) -> list[bool]:
    """Which rows begin a record, told by what most of them end in: all below such an end, and those below headings."""
    parted = sum(row.gap > 0 for row in page.rows) > _MOST_PARTED * len(page.rows)
    closings = frozenset() if parted else _closings(page, page.short, _SHARE)
    starts = [at == 0 or _end(page.rows[at - 1]) in closings for at in range(len(page.rows))] if closings else []
    for at in range(1, len(starts)):
        row = page.rows[at]
        headed = starts[at - 1] and page.short[at] and not row.gap
        starts[at] = (starts[at] or headed) and not row.text[:1].islower() and not is_anchor(row.text)
    return _without_remarks(page, starts)


def _without_remarks(page: _Page, starts: list[bool]) -> list[bool]:
    """The starts without those below full lines whose record has no year, where nearly all others have one: what ends
    a record ends some of its sentences as well."""
    dated = [bool(find_year(row.text)) for row in page.rows]
    begun = [at for at, start in enumerate(starts) if start]
    blocks = {at: any(dated[at:end]) for at, end in pairwise([*begun, len(starts)])}
    sure = [has for at, has in blocks.items() if not page.full[at] and at + 1 < len(starts) and not starts[at + 1]]
    if sum(sure) < max(_FEWEST, _CLOSED_SHARE * len(sure)):
        return starts
    kept = {at for at in begun if blocks[at] or not page.full[at] or _is_apart(page.rows[at])}
    return [at in kept for at in range(len(starts))]


def _proof(page: _Page, starts: Sequence[bool]) -> float:
    """The share of lines that begin no record but follow full ones. Headings and addresses prove nothing."""
    others = [
        at for at, row in enumerate(page.rows) if not (starts[at] or row.gap or _is_address(row) or _is_set_in(row))
    ]
    full = sum(page.full[at] for at in others)
    odd = sum(not page.full[at] and not _may_head(page, at, starts) for at in others)
    return full / (full + odd) if full >= _FEWEST else 0.0


def _is_address(row: Row) -> bool:
    return "://" in first_word(row.text)


def _may_head(page: _Page, at: int, starts: Sequence[bool]) -> bool:
    """Whether a row may be a heading: a short line above a record."""
    return at + 1 < len(page.rows) and page.short[at + 1] and starts[at + 1]


def _join(page: _Page, starts: Sequence[bool]) -> list[Row]:
    joined: list[Row] = []
    for at, row in enumerate(page.rows):
        below = _is_set_in(row) and not _is_set_in(page.rows[at - 1])  # a note
        if joined and page.full[at] and not starts[at] and not row.gap and not row.whole and not below:
            joined[-1].append(replace(row, marker="", text=f"{row.marker} {row.text}".strip()))
        else:
            joined.append(replace(row, lines=list(row.lines), starts=list(row.starts)))
    return joined


def _breaks_off(row: Row) -> bool:
    """Whether a row ends in the midst of a phrase."""
    return row.text.endswith(_GOING_ON) or _is_mid_phrase(row)


def _is_mid_phrase(row: Row) -> bool:
    """Whether a row ends in a word that a phrase goes on behind."""
    word = row.text[row.text.rfind(" ") + 1 :]
    return is_small(word) and word[-1].isalpha()


def _closings(page: _Page, below: Sequence[bool], share: float) -> frozenset[str]:
    """What records end in, by lines that were not broken and stand above rows `below`; nothing if they end in ever
    other words."""
    ends = Counter(_end(above) for at, above in enumerate(page.rows[:-1], start=1) if page.short[at] and below[at])
    often = frozenset(end for end, count in ends.items() if count >= _FEWEST_ENDS)
    return often if sum(ends[end] for end in often) >= share * ends.total() else frozenset()


def _end(row: Row) -> str:
    """The last word of a row, whatever its digits; all addresses are alike."""
    word = row.text[row.text.rfind(" ") + 1 :]
    return "://" if "://" in word else without_numbers(word)
