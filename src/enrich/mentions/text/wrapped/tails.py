"""Abstracts whose lines the wrapping of the page left apart, each joined by itself.

Below the title, people and facts of a record, or by itself, stands what was wrapped at a column of its own: sentences,
none of whose lines but the last has room for the first word of the next. Where nearly all of those of a page are joined
already, nothing is done. In: rows. Out: rows. Pure; cost is linear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.shapes.words import capital_share, first_word
from enrich.mentions.text.printed.booklets import names_or_breaks_off
from enrich.mentions.text.printed.proseblocks import is_prose

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer are chance; a record has so many lines above its abstract.
_FEWEST, _HIGHEST = 8, 8
_JOINED = 0.9  # of the abstracts are one row where the page was read well
_HEADED = 0.6  # of the abstracts have something else above them
_LINES = 0.4  # of the lines are of abstracts, on a page of such records
_USUAL, _CAPITALS = 0.8, 0.5
_WIDEST = 210  # columns at which pages are wrapped
_STOPS = frozenset(".!?:;")


def unwrap_with_tails(rows: list[Row], unwrap: Callable[[list[Row]], list[Row]]) -> list[Row]:
    """The rows as `unwrap` joins them; where it leaves abstracts in pieces, those are joined before."""
    tails = _tails(rows)
    if not tails:
        return unwrap(rows)
    copies = [replace(row, lines=list(row.lines), starts=list(row.starts)) for row in rows]
    unwrapped = unwrap(rows)
    spans = {(copies[tail.start].lines[0], copies[tail.stop - 1].lines[-1]) for tail in tails}
    whole = sum((row.lines[0], row.lines[-1]) in spans for row in unwrapped)
    return unwrapped if whole >= _JOINED * len(tails) else unwrap(list(_joined(copies, tails)))


def _joined(rows: Sequence[Row], tails: Sequence[range]) -> Iterator[Row]:
    starts = {tail.start: tail for tail in tails}
    rests = {at for tail in tails for at in tail[1:]}
    for at, row in enumerate(rows):
        if at in rests:
            continue
        for other in starts.get(at, range(0))[1:]:
            row.append(rows[other])
        if at in starts:
            row.whole = row.prose = True
        yield row


def _tails(rows: Sequence[Row]) -> list[range]:
    """The rows of each abstract of several lines; nothing where the page has too few of those."""
    blocks = list(_blocks(rows))
    found = {block: starts for block in blocks if (starts := list(_starts(rows, block)))}
    below = sum(starts[0] > block.start for block, starts in found.items()) >= _USUAL * len(found)
    tails = [range(_start(rows, starts, block, below=below), block.stop) for block, starts in found.items()]
    ends = {tail.stop for tail in tails}
    headed = sum(tail.start > 0 and tail.start not in ends for tail in tails)
    told = len(tails) >= _FEWEST and headed >= _HEADED * len(tails)
    return tails if told and sum(map(len, tails)) >= _LINES * len(rows) else []


def _start(rows: Sequence[Row], starts: Sequence[int], block: range, *, below: bool) -> int:
    """Where the abstract of a block begins: not with its first row, if that looks like a title as most do (`below`)."""
    first = rows[block.start].text
    titled = below and starts[0] == block.start and len(starts) > 1 and first[-1:] not in _STOPS
    return starts[1] if titled and capital_share(first.split()) > _CAPITALS else starts[0]


def _blocks(rows: Sequence[Row]) -> Iterator[range]:
    """Rows from a blank line or a list marker on, up to the next."""
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at].gap or rows[at].marker:
            yield range(start, at)
            start = at


def _starts(rows: Sequence[Row], block: range) -> Iterator[int]:
    """The rows of a block below which all is one wrapped paragraph, the first ones first; none in entries of lists,
    which are wrapped themselves."""
    if rows[block.start].marker or any(rows[at].end > _WIDEST for at in block):
        return
    for start in block[: min(_HIGHEST, len(block) - 1)]:
        tail = rows[start : block.stop]
        if not names_or_breaks_off(tail[0].text) and _is_full(tail) and is_prose(list(tail)):
            yield start


def _is_full(lines: Sequence[Row]) -> bool:
    """Whether no line but those that end a paragraph has room for the first word of the next."""
    width = max(line.end for line in lines)
    margin = min(line.indent for line in lines)
    pairs = [(above, row) for above, row in pairwise(lines) if not (row.indent > margin and above.text[-1:] in _STOPS)]
    return all(above.end + 1 + len(first_word(row.text)) > width for above, row in pairs)
