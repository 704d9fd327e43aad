"""Numbers of a series of reports are list markers: "1196  A title", "1195  Another title", up or down by one, with
years as headings between them and numbers of abstracts beside them.

In: rows. Out: the same rows, the numbers taken from their texts. Pure; cost is linear.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# "1196  A title"; two digits and fewer count weeks, or the sections of a page.
_NUMBER = re.compile(r"(?P<number>\d{3,5})[.:]?\s+(?=[^\W\d_]|[\"'“‘«(])")
_FEWEST, _SKIPPED = 8, 2  # by judgement: so many in order are no chance; a series leaves numbers out
_YEARS = range(1900, 2100)

_Run = list[tuple[int, re.Match[str], "Row"]]


def mark_series(rows: list[Row]) -> list[Row]:
    """The numbers that count up or down, many of them, are list markers; those that may all be years are none."""
    led = [(int(match["number"]), match, row) for row in rows if (match := _led(row))]
    runs = [run for way in (1, -1) for run in _runs(led, way)] if len(led) >= _FEWEST else []
    for run in runs:
        if len(run) >= _FEWEST and not all(number in _YEARS for number, _, _ in run):
            for _, match, row in run:
                row.marker = match[0].strip()
                row.cut_front(match.end())
    return rows


def _led(row: Row) -> re.Match[str] | None:
    return _NUMBER.match(row.text) if not row.marker and row.text.count("\t") <= 1 else None


def _runs(led: _Run, way: int) -> list[_Run]:
    """The runs of numbers each of which follows the one before, one `way`, at the same margin."""
    runs: list[_Run] = []
    last: dict[tuple[int, int], _Run] = {}
    for number, match, row in led:
        before = ((number - way * step, row.indent) for step in range(1, _SKIPPED + 1))
        run = next((last.pop(place) for place in before if place in last), None)
        if run is None:
            run = []
            runs.append(run)
        run.append((number, match, row))
        last[number, row.indent] = run
    return runs
