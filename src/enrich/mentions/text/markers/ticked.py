"""Lists typed with a margin for marks in front, "x  Roe: A Title" is read, "   Poe: Another" is not yet; all of it in
one column, and what goes on stands deeper.

Told by the page: few marks come again and again, text behind them and text without them begin in the same column. Where
the mark may be a list's own, "* Roe: A Title" is required, authors may stand below it as well; but both are entries
where both state a year or quote a title, and as many stand below each other as come.
In: rows. Out: rows, all such entries marked, each with the lines that it goes on in. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import count, groupby
from typing import TYPE_CHECKING

from enrich.mentions.shapes.anchors import take_urls
from enrich.mentions.shapes.quotations import find_quotation
from enrich.mentions.shapes.tags import find_year

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_TICK = re.compile(r"(?P<tick>[a-z]{1,2}|X{1,2}|[^\w\s()\[\]{}|\"'“‘«]{1,3}) +(?=\S)")
_MARKER = "-"
# By judgement: marks and entries without one are fewer by chance, more kinds of marks are the first words of lines.
_FEWEST, _MOST_KINDS, _CAPITAL_SHARE = 4, 4, 0.9
_WIDEST_MARGIN, _WIDEST_SET_IN = 8, 16  # of a page, and of a list below headings that stand at its edge
# By judgement: a few entries are not dated yet; of titles with lines of facts below, none is below another.
_STATED_SHARE, _ALIKE_SHARE = 0.8, 0.15
_OPENS = "\"'“‘«¿¡(-–—_, "  # in front of titles; dashes stand for the authors of the last one
_LETTER_OR_DIGIT = re.compile(r"\w")
# Lines typed by hand are broken no further from the longest one; a note below an entry stands below short ones, too.
_FULL, _FULL_SHARE = 0.75, 0.9


def mark_ticked(rows: list[Row]) -> list[Row]:
    """The rows of a list with marks in its margin, each entry with a list marker and joined with what hangs below."""
    for text_column, are_entries, noted in ((_behind_tick, _are_titles, False), (_behind_sign, _are_stated, True)):
        column = _column(rows, text_column)
        entries = [at for at, row in enumerate(rows) if _begins_at(row, column, text_column)] if column else []
        ticked = {at for at in entries if text_column(rows[at])}
        if min(len(ticked), len(entries) - len(ticked)) < _FEWEST:
            continue
        hanging = _hanging(rows, set(entries), column)
        if are_entries(rows, entries, ticked, hanging):
            asides = _asides(rows, entries, ticked, hanging) if noted else set()
            return _mark(rows, set(entries) - asides, hanging)
    return rows


def _mark(rows: list[Row], entries: set[int], hanging: set[int]) -> list[Row]:
    marked: list[Row] = []
    for at, row in enumerate(rows):
        if at in hanging:
            row.text = f"{row.marker} {row.text}".strip()
            marked[-1].append(row)
            continue
        if at in entries:
            tick = _TICK.match(row.text) if _behind_tick(row) else None
            row.cut_front(tick.end() if tick else 0)
            row.marker, row.indent, row.whole = _MARKER, 0, True
        marked.append(row)
    return marked


def _column(rows: list[Row], text_column: Callable[[Row], int]) -> int:
    """The column in which most text behind few marks begins; 0 for none."""
    columns = Counter(column for row in rows if (column := text_column(row)))
    column, count = max(columns.items(), key=lambda item: item[1], default=(0, 0))
    if column > _WIDEST_MARGIN and any(other < column and n >= _FEWEST for other, n in columns.items()):
        return 0  # of a list within a list
    ticks = {row.marker or row.text.split(None, 1)[0] for row in rows if text_column(row) == column} if column else ()
    return column if count >= _FEWEST and len(ticks) <= min(_MOST_KINDS, count // 2) else 0


def _begins_at(row: Row, column: int, text_column: Callable[[Row], int]) -> bool:
    """Whether a row has its text in a column, behind a mark or without one."""
    return text_column(row) == column or (not row.marker and row.indent == column)


def _behind_tick(row: Row) -> int:
    """Where the text behind the mark of a row begins; 0 if it has none."""
    tick = _TICK.match(row.text) if not row.marker and "\t" not in row.text else None
    return row.indent + tick.end() if tick and row.indent + tick.end() <= _WIDEST_MARGIN else 0


def _behind_sign(row: Row) -> int:
    """The same behind a sign that lists have in front of each entry, too."""
    if not row.marker or _LETTER_OR_DIGIT.search(row.marker) or "\t" in row.text or row.torn:
        return 0
    column = row.end - row.wide - len(row.text)
    return column if column <= _WIDEST_SET_IN else 0


def _are_titles(rows: list[Row], entries: list[int], ticked: set[int], hanging: set[int]) -> bool:
    """Whether nearly all entries begin with a capital as titles do."""
    begins = [_TICK.sub("", rows[at].text, count=1).lstrip(_OPENS)[:1] for at in entries]
    return sum(first.isupper() or first.isdigit() for first in begins) >= _CAPITAL_SHARE * len(entries)


def _are_stated(rows: list[Row], entries: list[int], ticked: set[int], hanging: set[int]) -> bool:
    """Whether most entries with a sign and most without are whole works, and neither has the other below it as titles
    have so many lines of facts each. What goes on with them has a column of its own."""
    plain = set(entries) - ticked
    runs = [(is_ticked, len(list(run))) for is_ticked, run in groupby(entries, ticked.__contains__)]
    alike = (sum(n - 1 for is_ticked, n in runs if is_ticked is kind) for kind in (True, False))
    shares = [n / len(kind) for n, kind in zip(alike, (ticked, plain), strict=True)]
    lengths = {n for is_ticked, n in runs if not is_ticked}
    if len(hanging) < _FEWEST or min(shares) < _ALIKE_SHARE or len(lengths) < 2:
        return False
    stated = {at for at in entries if _is_stated(rows, at, hanging)}
    told = all(len(stated & kind) >= _STATED_SHARE * len(kind) for kind in (ticked, plain))
    return told and _are_titles(rows, entries, ticked, hanging)


def _asides(rows: list[Row], entries: list[int], ticked: set[int], hanging: set[int]) -> set[int]:
    """Positions of notes between the entries: behind a blank line, and neither ticked nor a whole work; with the lines
    below in the same column."""
    found: set[int] = set()
    for at in entries:
        led = bool(rows[at].gap) or at - 1 in found
        if led and at not in ticked and not _is_stated(rows, at, hanging):
            found.add(at)
    return found


def _is_stated(rows: list[Row], at: int, hanging: set[int]) -> bool:
    """Whether an entry, with the lines that it goes on in, has a year or a title in quotation marks."""
    end = next(below for below in count(at + 1) if below not in hanging)
    text, _ = take_urls(" ".join(row.text for row in rows[at:end]))  # "https://example.org/2019/7"
    return find_quotation(text) is not None or find_year(text) is not None


def _hanging(rows: list[Row], entries: set[int], column: int) -> set[int]:
    """Positions of the lines that entries go on in: deeper, nearly all of them below lines that were long."""
    found: list[int] = []
    for at in range(1, len(rows)):
        if (at - 1 in entries or (found and found[-1] == at - 1)) and not rows[at].gap and rows[at].indent > column:
            found.append(at)
    longest = max((rows[at - 1].end for at in found), default=0)
    full = sum(rows[at - 1].end >= _FULL * longest for at in found)
    return set(found) if full >= _FULL_SHARE * len(found) else set()
