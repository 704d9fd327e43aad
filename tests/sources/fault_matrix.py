"""Writes docs/reference/faults.md: every fault is done to every service, and the table says what came of it.

    python -m tests.sources.fault_matrix

`test_faults` holds the page to what the tests see, cell by cell.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from enrich.records import Lookup, ServiceUsage, Status
from enrich.sources import Sources, open_sources

from .conftest import QuickClock, settings_for
from .faults import MATRIX, SUBJECTS, Fault
from .standins import Town

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "faults.md"
WORDS = {Status.OK: "answered", Status.UNREACHABLE: "unreachable", Status.NOT_FOUND: "not found"}
_CANNOT_HAPPEN = "–"
_TOP = """# What happens when services fail

*Made by `python -m tests.sources.fault_matrix`, which does every fault below to every service; the tests in
`tests/sources/test_faults.py` do the same and fail if this page says anything else.*

In each cell: what becomes of ids that the service knows if **one** request meets the fault / if **all** do, and in
brackets the requests this took. `answered` means that nothing was lost but time, `unreachable` that the run says so,
names the service, and exits with 3. Whatever the fault: no value becomes "not found" or 0, nothing that was fetched
before is lost, no fault is ever stored as an answer, and the next healthy run fills every gap. `not found` stands in
one row alone, where it is what the service says. `–`: the service has nothing that could fail like this. Searches for
titles are held to the same, whichever way titles are asked for.

"""


@dataclass(frozen=True, slots=True)
class Course:
    """How asking a service went: a lookup per id, and what the run notes about the service."""

    found: Mapping[str, Lookup[Any]]
    usage: ServiceUsage

    def words(self, known: Sequence[str]) -> str:
        """What a cell says about it: what became of the ids that the service knows, and the requests it took."""
        statuses = {self.found[each].status for each in known}
        return " or ".join(sorted(WORDS.get(each, each) for each in statuses)) + f" ({self.usage.requests})"


async def ask(sources: Sources, service: str, *, more: bool = True) -> Course:
    """Asks a service for ids that it knows and, with `more`, for one that it doesn't."""
    subject = SUBJECTS[service]
    source: Any = getattr(sources, service)
    found = await source.fetch([*subject.known, subject.unknown] if more else list(subject.known))
    [usage] = [one for one in sources.usage() if one.source == service]
    return Course(found, usage)


async def suffer(fault: Fault, folder: Path, times: int) -> Course:
    """A run in which the next `times` requests meet the fault."""
    town = Town()
    town.break_down(SUBJECTS[fault.service].host, fault.handler, times)
    network = httpx.MockTransport(town)
    async with open_sources(settings_for(folder), clock=QuickClock(), network=network) as sources:
        return await ask(sources, fault.service)


def cell(fault: Fault, once: Course, lasting: Course) -> str:
    """What the table says about one fault of one service."""
    known = SUBJECTS[fault.service].known
    return f"{once.words(known)} / {lasting.words(known)}"


def write_page(cells: Mapping[tuple[str, str], str]) -> str:
    """The page. `cells` is by service and fault."""
    labels = [subject.label for subject in SUBJECTS.values()]
    rows = [
        [name, *(cells.get((service, name), _CANNOT_HAPPEN) for service in SUBJECTS)]
        for name in dict.fromkeys(fault.name for fault in MATRIX)
    ]
    return (
        _TOP
        + "\n".join(f"| {' | '.join(row)} |" for row in [["fault", *labels], ["---"] * (1 + len(labels)), *rows])
        + "\n"
    )


def read_page(page: str) -> dict[tuple[str, str], str]:
    """The cells of a page, by service and fault."""
    rows = [re.split(r" \| ", line.strip("| ")) for line in page.splitlines() if line.startswith("| ")][2:]
    return {
        (service, row[0]): said
        for row in rows
        for service, said in zip(SUBJECTS, row[1:], strict=True)
        if said != _CANNOT_HAPPEN
    }


async def main() -> None:
    """Runs the whole matrix and writes the page."""
    cells = {}
    for fault in MATRIX:
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            once, lasting = await suffer(fault, Path(one), 1), await suffer(fault, Path(other), 10**6)
        cells[fault.service, fault.name] = cell(fault, once, lasting)
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(write_page(cells), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
