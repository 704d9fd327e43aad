"""Which column each line of a stacked table stands in: the cheapest way to deal lines out to columns in their order.

A line costs what speaks against its column, an empty cell a little, a line outside of all rows more. In: lines and
columns. Out: a place for each line, and the costs. Pure; cost is linear in the lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from enrich.mentions.tags import parse_year
from enrich.mentions.text.anchors import is_anchor
from enrich.mentions.text.columns import Column
from enrich.mentions.text.headless import is_date, is_names
from enrich.mentions.text.venues import venue_of

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
_NUMBER = re.compile(r"[#~≈]?\d[\d.,]*(?:[kKmM]|%)?\+?\.?")


class Line(NamedTuple):
    """A line of a page: its position, its text, and the blank lines above it."""

    at: int
    text: str
    gap: int


class Costs(NamedTuple):
    """What is the same for all tables of one header: columns, what it costs to leave each empty, how often lines come,
    and the gap that parts rows."""

    columns: tuple[Column, ...]
    empty: tuple[float, ...]
    counts: Counter[str]
    gap: int


def learn_costs(columns: tuple[Column, ...], lines: Iterable[Line]) -> Costs:
    """The costs by all lines below a header: rows are parted by the usual gap if at least half of them are."""
    lines = list(lines)
    gaps = sorted(line.gap for line in lines if line.gap)
    parted = len(gaps) * 2 * len(columns) >= len(lines)
    usual = gaps[len(gaps) // 2] if parted and gaps else 0
    special = {Column.TITLE: _NO_TITLE, Column.LINK: _EMPTY_LINK}
    empty = tuple(special.get(column, _NEVER) for column in columns)
    return Costs(columns, empty, Counter(line.text for line in lines), usual)


def learn_empty(costs: Costs, filled: Counter[int], rows: int) -> Costs:
    """The costs once it is known how many rows fill each column: what some leave empty is cheap to leave so."""
    empty = (
        min(cost, _EMPTY) if 0 < filled[at] < _ALWAYS_SHARE * rows else cost for at, cost in enumerate(costs.empty)
    )
    return costs._replace(empty=tuple(empty))


def place(lines: Sequence[Line], costs: Costs) -> tuple[list[int], float]:
    """The column of each line or OUTSIDE, and what all of that costs."""
    empty, count = costs.empty, len(costs.columns)
    heads = [sum(empty[:k]) for k in range(count)]
    tails = [*(sum(empty[k + 1 :]) for k in range(count)), 0.0]
    best = [*([float("inf")] * count), 0.0]  # the last is OUTSIDE, where the header left us
    back: list[list[int]] = []
    for position, line in enumerate(lines):
        new, within = (_APART * (line.gap < costs.gap), _APART * (0 < costs.gap <= line.gap))
        ended = [cost + tail for cost, tail in zip(best, tails, strict=True)]
        last = min(range(count + 1), key=lambda j: ended[j] + (_BACK if j == count and position else 0.0))
        start = ended[last] + (_BACK if last == count and position else 0.0) + new * (position > 0)
        out = min(range(count + 1), key=ended.__getitem__)
        costs_of = [cost_of(line.text, column, costs.counts) for column in costs.columns]
        after: list[float] = []
        origin: list[int] = []
        for k in range(count):
            came, cost = last, start + heads[k]
            for j in range(k):
                inner = best[j] + heads[k] - heads[j + 1] + within
                if inner < cost:
                    came, cost = j, inner
            after.append(cost + costs_of[k])
            origin.append(came)
        best = [*after, ended[out] + OUT]
        back.append([*origin, out])
    return _trace(best, tails, back)


def _trace(best: list[float], tails: list[float], back: list[list[int]]) -> tuple[list[int], float]:
    ended = [cost + tail for cost, tail in zip(best, tails, strict=True)]
    state = min(range(len(ended)), key=ended.__getitem__)
    total, outside = ended[state], len(ended) - 1
    places: list[int] = []
    for origin in reversed(back):
        places.append(OUTSIDE if state == outside else state)
        state = origin[state]
    return places[::-1], total


def cost_of(text: str, column: Column, counts: Counter[str]) -> float:
    """What speaks against a line in a column, by its shape and by how often it comes."""
    words, often = len(text.split()), counts[text] >= _OFTEN
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
        return 0.0 if is_names(text) else _HARDLY
    if column is Column.VENUE and (venue_of(text) or (words <= _SHORT and parse_year(text.split()[-1]))):
        return 0.0
    return _MAY if words <= _SHORT else _HARDLY
