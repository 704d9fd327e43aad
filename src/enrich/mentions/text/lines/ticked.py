"""Lists typed with a margin for marks in front, "x  Roe: A Title" is read, "   Poe: Another" is not yet; all of it in
one column, and what goes on stands deeper.

Told by the page: few marks come again and again, text behind them and text without them begin in the same column.
In: rows. Out: rows, all such entries marked, each with the lines that it goes on in. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_TICK = re.compile(r"(?P<tick>[a-z]{1,2}|X{1,2}|[^\w\s()\[\]{}|\"'“‘«]{1,3}) +(?=\S)")
_MARKER = "-"
# By judgement: marks and entries without one are fewer by chance, more kinds of marks are the first words of lines.
_FEWEST, _MOST_KINDS, _CAPITAL_SHARE = 4, 4, 0.9
_WIDEST_MARGIN = 8
# Lines typed by hand are broken no further from the longest one; a note below an entry stands below short ones, too.
_FULL, _FULL_SHARE = 0.75, 0.9


def mark_ticked(rows: list[Row]) -> list[Row]:
    """The rows of a list with marks in its margin, each entry with a list marker and joined with what hangs below."""
    column = _column(rows)
    entries = {at for at, row in enumerate(rows) if _text_column(row) == column or _is_plain(rows, at, column)}
    if not column or not _is_list(rows, entries):
        return rows
    hanging = _hanging(rows, entries, column)
    marked: list[Row] = []
    for at, row in enumerate(rows):
        if at in hanging:
            row.text = f"{row.marker} {row.text}".strip()
            marked[-1].append(row)
            continue
        if at in entries:
            tick = _TICK.match(row.text) if _text_column(row) == column else None
            row.cut_front(tick.end() if tick else 0)
            row.marker, row.indent, row.whole = _MARKER, 0, True
        marked.append(row)
    return marked


def _column(rows: list[Row]) -> int:
    """The column in which most text behind few marks begins; 0 for none."""
    columns = Counter(column for row in rows if (column := _text_column(row)))
    column, count = max(columns.items(), key=lambda item: item[1], default=(0, 0))
    ticks = {row.text.split(None, 1)[0] for row in rows if _text_column(row) == column} if column else set()
    return column if count >= _FEWEST and len(ticks) <= min(_MOST_KINDS, count // 2) else 0


def _text_column(row: Row) -> int:
    """Where the text behind the mark of a row begins; 0 if it has none."""
    tick = _TICK.match(row.text) if not row.marker and "\t" not in row.text else None
    return row.indent + tick.end() if tick and row.indent + tick.end() <= _WIDEST_MARGIN else 0


def _is_plain(rows: list[Row], at: int, column: int) -> bool:
    """Whether a row without a mark begins where those with one have their text."""
    return not rows[at].marker and rows[at].indent == column > 0


def _is_list(rows: list[Row], entries: set[int]) -> bool:
    """Whether there are enough entries with and without marks, and nearly all begin with a capital as titles do."""
    plain = sum(_text_column(rows[at]) == 0 for at in entries)
    begins = [_TICK.sub("", rows[at].text, count=1).lstrip("\"'“‘«¿¡(")[:1] for at in entries]
    capitals = sum(first.isupper() or first.isdigit() for first in begins)
    enough = min(plain, len(entries) - plain) >= _FEWEST
    return enough and capitals >= _CAPITAL_SHARE * len(entries)


def _hanging(rows: list[Row], entries: set[int], column: int) -> set[int]:
    """Positions of the lines that entries go on in: deeper, nearly all of them below lines that were long."""
    found: list[int] = []
    for at in range(1, len(rows)):
        if (at - 1 in entries or (found and found[-1] == at - 1)) and not rows[at].gap and rows[at].indent > column:
            found.append(at)
    longest = max((rows[at - 1].end for at in found), default=0)
    full = sum(rows[at - 1].end >= _FULL * longest for at in found)
    return set(found) if full >= _FULL_SHARE * len(found) else set()
