"""What people see: data on stdout as a table, JSON Lines or CSV; words and progress on stderr.

Texts of documents and services are shown as they are, never read as markup, and can steer neither terminal nor
spreadsheet.
"""

from __future__ import annotations

import csv
import logging
import math
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TextIO

from enrich.cells import as_cell
from enrich.json_text import to_json

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import TaskID

    from enrich.sources.modes import Forecast

Cell = object
_ALL = "all requests"


def write_records(
    records: Iterable[Mapping[str, Cell]], columns: Sequence[str], form: str, *, header: bool = True
) -> None:
    """Writes records to stdout: all their fields as `jsonl`, the named columns as `csv` or `table`.

    Without `header` a table goes on.
    """
    if form == "jsonl":
        for record in records:
            sys.stdout.write(to_json(record) + "\n")
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(record.get(column)) for column in columns] for record in records)
    else:
        write_table(columns, ([record.get(column) for column in columns] for record in records), header=header)


def write_table(
    columns: Sequence[str], rows: Iterable[Iterable[Cell]], title: str | None = None, *, header: bool = True
) -> None:
    """A table on stdout: drawn for a terminal, tab-separated lines for a pipe; without `header` a table goes on."""
    lines = ([_one_line(_shown(cell)) for cell in row] for row in rows)
    if not sys.stdout.isatty():
        if header:
            sys.stdout.write("\t".join(columns) + "\n")
        sys.stdout.writelines("\t".join(line) + "\n" for line in lines)
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", show_header=header, header_style="bold", box=None, pad_edge=False)
    for column in columns:
        table.add_column(column)
    for line in lines:
        table.add_row(*(Text(cell) for cell in line))
    _console(sys.stdout).print(table)


def say(sentence: str) -> None:
    """A sentence for the person, on stderr."""
    sys.stderr.write(f"{_one_line(sentence)}\n")


def _cell(value: Cell) -> str:
    """Numbers stay numbers, whatever their sign; all else is text that a spreadsheet could take for a formula."""
    return _shown(value) if isinstance(value, int | float) else as_cell(_shown(value))


def _shown(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, list | tuple):
        return "; ".join(_shown(part) for part in value)
    if isinstance(value, Mapping):
        return str(value.get("url", to_json(dict(value))))
    return f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _one_line(text: str) -> str:
    """Without control characters: a title can neither move the cursor nor break a line."""
    return "".join(char if char.isprintable() else " " for char in text)


def _console(stream: TextIO) -> Console:
    from rich.console import Console

    return Console(file=stream, markup=False, highlight=False)


class LineProgress:
    """Progress for logs: a line when a service is begun and when all of its answers are in."""

    def __init__(self) -> None:
        self._log = logging.getLogger("enrich")
        self._log.setLevel(logging.INFO)
        self._left: dict[str, int] = {}

    def __enter__(self) -> LineProgress:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to clear away."""

    def begin(self, source: str, total: int) -> None:
        """`total` more items are asked of `source`."""
        self._left[source] = self._left.get(source, 0) + total
        if total:
            self._log.info("%s: asking for %d items", source, total)

    def advance(self, source: str, count: int, requests: int = 0) -> None:
        """`count` of them are answered, or given up."""
        self._left[source] -= count
        if count and self._left[source] <= 0:
            self._log.info("%s: done", source)


class BarProgress:
    """Progress for terminals: one bar a service, on stderr; nothing unless it is `shown`.

    With a forecast, one more for all requests says how long they still take.
    """

    def __init__(self, *, shown: bool = True) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        self._bars = Progress(
            TextColumn("{task.description:>17}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[left]}"),
            console=_console(sys.stderr),
            disable=not shown,
            redirect_stdout=sys.stdout.isatty(),  # above the bars; what goes to a file or a pipe is left alone
        )
        self._tasks: dict[str, TaskID] = {}
        self._forecast: Forecast | None = None
        self._ends = math.inf
        self._made: Counter[str] = Counter()

    def __enter__(self) -> BarProgress:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def begin(self, source: str, total: int) -> None:
        """`total` more items are asked of `source`."""
        if source not in self._tasks:
            self._tasks[source] = self._bars.add_task(source, total=0, visible=False, left="")
        task = self._bars.tasks[self._tasks[source]]
        total += int(task.total or 0)
        self._bars.update(task.id, total=total, visible=total > 0)

    def advance(self, source: str, count: int, requests: int = 0) -> None:
        """`count` of them are answered, or given up."""
        self._bars.advance(self._tasks[source], count)
        self._made[source] += requests
        self._tell_time_left()

    def expect(self, forecast: Forecast, time_budget: timedelta | None = None) -> None:
        """What the run will take, and when it will stop in any case."""
        if forecast.requests:
            self._forecast = forecast
            self._ends = time.monotonic() + time_budget.total_seconds() if time_budget else math.inf
            self._tasks[_ALL] = self._bars.add_task(_ALL, total=forecast.requests, left="")
            self._tell_time_left()

    def _tell_time_left(self) -> None:
        if self._forecast:
            seconds = round(min(self._forecast.seconds_left(self._made), self._ends - time.monotonic()))
            left = f"about {timedelta(seconds=seconds)} left" if seconds > 0 else ""
            self._bars.update(self._tasks[_ALL], completed=self._made.total(), left=left)
