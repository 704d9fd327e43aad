"""Which column each line of a stacked table stands in: the cheapest way to deal lines out to columns in their order.

A line costs what speaks against its column, an empty cell a little, a line outside of all rows more. In: lines and
columns. Out: a place for each line, and the costs. Pure; cost is linear in the lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.columns import Column
from enrich.mentions.shapes.tags import parse_year
from enrich.mentions.shapes.venues import venue_of
from enrich.mentions.text.tables.headless import is_date, is_names

OUTSIDE = -1
NOTHING = frozenset("- – — / n/a N/A none None".split())  # noqa: SIM905 - what people write into empty cells
# By judgement, kept by rendered tables: what fits costs nothing; few odd cells are cheaper than to leave all lines of a
# row outside, many are not. A row behind a line that belongs to none is dear, for headers stand above rows.
_MAY, _HARDLY, _NEVER = 0.5, 2.0, 4.0
_EMPTY, _EMPTY_LINK, _NO_TITLE, OUT, _BACK, _APART = 1.5, 0.7, 5.0, 1.2, 6.0, 1.5
_OFTEN, _ALWAYS_SHARE = 3, 0.9
_SHORT, _TITLE_WORDS = 5, 3
_MARK = re.compile(r"[^\w\s]{1,3}")
_BULLET = re.compile(r"[-–—*+•◦▪●○■□‣⁃]\s+\S")
_YEAR_BEHIND = re.compile(r",? \((?:19|20)\d\d\)$")
_NUMBER = re.compile(r"[#~≈]?\d[\d.,]*(?:[kKmM]|%)?\+?\.?")


class Line(NamedTuple):
    """A line of a page: its position, its text, and the blank lines above it."""

    at: int
    text: str
    gap: int


class Costs(NamedTuple):
    """What is the same for all tables of one header: columns, what it costs to leave each empty, how often lines come,
    the gap that parts rows, and what each line costs in each column as far as that was asked."""

    columns: tuple[Column, ...]
    empty: tuple[float, ...]
    counts: Counter[str]
    gap: int
    known: dict[str, list[float]]

    def of(self, text: str) -> list[float]:
        """What a line costs in each column."""
        if text not in self.known:
            self.known[text] = [cost_of(text, column, self.counts[text] >= _OFTEN) for column in self.columns]
        return self.known[text]


def learn_costs(columns: tuple[Column, ...], lines: Iterable[Line]) -> Costs:
    """The costs by all lines below a header: rows are parted by the usual gap if at least half of them are."""
    lines = list(lines)
    gaps = sorted(line.gap for line in lines if line.gap)
    parted = len(gaps) * 2 * len(columns) >= len(lines)
    usual = gaps[len(gaps) // 2] if parted and gaps else 0
    special = {Column.TITLE: _NO_TITLE, Column.LINK: _EMPTY_LINK}
    empty = tuple(special.get(column, _NEVER) for column in columns)
    return Costs(columns, empty, Counter(line.text for line in lines), usual, {})


def learn_empty(costs: Costs, filled: Counter[int], rows: int) -> Costs:
    """The costs once it is known how many rows fill each column: what some leave empty is cheap to leave so."""
    empty = (
        min(cost, _EMPTY) if 0 < filled[at] < _ALWAYS_SHARE * rows else cost for at, cost in enumerate(costs.empty)
    )
    return costs._replace(empty=tuple(empty))


def place(lines: Sequence[Line], costs: Costs) -> tuple[list[int], float]:
    """The column of each line or OUTSIDE, and what all of that costs."""
    count = len(costs.columns)
    heads = [0.0, *accumulate(costs.empty)]  # to leave the first columns of a row empty
    tails = [*(heads[-1] - head for head in heads[1:]), 0.0]  # and those behind one; the last place is OUTSIDE
    best = [*([float("inf")] * count), -_BACK]
    back: list[list[int]] = []
    for line in lines:
        ended = [cost + tail for cost, tail in zip(best, tails, strict=True)]
        best, came = _step(best, ended, heads, line, costs)
        back.append(came)
    return _trace([cost + tail for cost, tail in zip(best, tails, strict=True)], back)


def _step(
    best: list[float], ended: list[float], heads: list[float], line: Line, costs: Costs
) -> tuple[list[float], list[int]]:
    """The least cost with the line in each column or outside, and where the line above stood then. `best` are the costs
    up to the line above, `ended` with its row left there."""
    count = len(costs.columns)
    out = min(range(count + 1), key=ended.__getitem__)
    row = min(range(count), key=ended.__getitem__)
    last = row if ended[row] <= ended[count] + _BACK else count
    start = min(ended[row], ended[count] + _BACK) + _APART * (line.gap < costs.gap)
    across = _APART * (0 < costs.gap <= line.gap)
    inner, at = float("inf"), last  # the cheapest place in the same row so far
    after: list[float] = []
    came: list[int] = []
    for k, own in enumerate(costs.of(line.text)):
        goes_on = inner + across < start
        after.append((inner + across if goes_on else start) + heads[k] + own)
        came.append(at if goes_on else last)
        if best[k] - heads[k + 1] < inner:
            inner, at = best[k] - heads[k + 1], k
    return [*after, max(ended[out], 0.0) + OUT], [*came, out]


def _trace(ended: list[float], back: list[list[int]]) -> tuple[list[int], float]:
    state = min(range(len(ended)), key=ended.__getitem__)
    total, outside = max(ended[state], 0.0), len(ended) - 1
    places: list[int] = []
    for came in reversed(back):
        places.append(OUTSIDE if state == outside else state)
        state = came[state]
    return places[::-1], total


def cost_of(text: str, column: Column, often: bool) -> float:
    """What speaks against a line in a column, by its shape and by whether it comes often."""
    words = text.count(" ") + 1
    if _BULLET.match(text):
        return _HARDLY
    if text in NOTHING:
        return _NEVER if column is Column.TITLE else _MAY * (column is not Column.LINK)
    if column is Column.NUMBER:
        return 0.0 if _NUMBER.fullmatch(text) else _HARDLY
    if column is Column.DATE or is_date(text):
        return 0.0 if column is Column.DATE and is_date(text) else _NEVER
    if column is Column.LINK:
        return 0.0 if is_anchor(text) or "://" in text or (often and words == 1) or _MARK.fullmatch(text) else _HARDLY
    if column is Column.TITLE:
        if often or (is_anchor(text) and words == 1) or _NUMBER.fullmatch(text) or _MARK.fullmatch(text):
            return _NEVER
        return 0.0 if words >= _TITLE_WORDS else 2 * _MAY
    return _cost_of_words(text, column, words, often=often)


def _cost_of_words(text: str, column: Column, words: int, *, often: bool) -> float:
    if column is Column.TEXT:
        return 0.0 if words >= _SHORT else _HARDLY
    if often:
        return 0.0
    if column is Column.AUTHORS:
        return 0.0 if is_names(_YEAR_BEHIND.sub("", text)) else _HARDLY
    if column is Column.VENUE and (venue_of(text) or (words <= _SHORT and parse_year(text.split()[-1]))):
        return 0.0
    return _MAY if words <= _SHORT else _HARDLY
