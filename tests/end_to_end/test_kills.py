"""`kill -9` at random moments: nothing that was answered is asked again, and the tables come out the same.

Moments are counted in requests that the sandbox has seen, so the same ones come back on any machine.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import shutil
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from enrich.pipeline import run
from enrich.sandbox import Sandbox, run_sandbox
from enrich.schema import TABLES
from enrich.settings import read_settings
from enrich.sources import transport
from enrich.sources.catalog_build import Origin, build_index
from enrich.sources.catalog_facts import Facts
from enrich.sources.clock import SystemClock
from enrich.sources.ledger import Entry, Ledger
from enrich.sources.limiter import Limiter

from .conftest import SAMPLES

pytestmark = pytest.mark.slow

DOCUMENTS = ("001_*.txt", "002_*.txt")
SERVICES = {"arxiv", "semantic_scholar", "github", "hugging_face"}
SEED, KILLS = 20261121, 20
REQUESTS = 24  # that a whole run makes
# Runs are forked from a process that has loaded all this already: starting takes longer than running.
LOADED = ["enrich.pipeline", "enrich.sources.arxiv_session", "semanticscholar", "pandas", "pyarrow.parquet", "httpx"]


class StandingClock(SystemClock):
    """A calendar that stands still, so that two runs can be compared to the byte. Waits are real."""

    def now(self) -> datetime:
        return datetime(2026, 11, 21, 9, tzinfo=UTC)


def refresh(folder: Path, given: dict[str, Any]) -> None:
    """One run in a folder, in a process of its own. The limits, which runs share, go by the machine's own clock."""

    def limiter(host: str, spacing: float, clock: object, folder: Path | None, **more: float) -> Limiter:
        return Limiter(host, spacing, SystemClock(), folder, **more)

    os.chdir(folder)
    transport.Limiter = limiter  # type: ignore[assignment,misc]
    asyncio.run(run(read_settings(**given), clock=StandingClock()))


class Home:
    """A folder with documents, in which runs are started and killed."""

    def __init__(self, folder: Path, sandbox: Sandbox) -> None:
        self.folder, self._sandbox = folder, sandbox
        (folder / "raw").mkdir(parents=True)
        for pattern in DOCUMENTS:
            [document] = SAMPLES.glob(pattern)
            shutil.copy(document, folder / "raw")
        build_index([Facts("0704.0001", "Tea leaves")], folder / "none.titles", Origin("test", lambda: "2026-01-01"))
        given = {"raw": "raw", "processed": "processed", "state": "state", "catalog": "none.titles"}
        # Every page is asked for, and no request is given up because the machine is busy.
        self._settings = sandbox.settings() | given | {"hugging_face_budget": 100, "request_deadline": 3600.0}

    def start(self) -> BaseProcess:
        """A run, just begun. Its requests are counted from here on."""
        self._sandbox.journal.clear()
        self._sandbox.clock.advance(seconds=3600)
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(LOADED)
        process = context.Process(target=refresh, args=(self.folder, self._settings))
        process.start()
        return process

    def finish(self) -> Counter[str]:
        """The requests, by service, of a run that nobody kills."""
        process = self.start()
        process.join()
        assert process.exitcode == 0
        return Counter(self._sandbox.requests)

    def kept(self) -> list[Entry]:
        """The answers that are kept."""
        return list(Ledger(self.folder / "raw" / "answers").answers())

    def tables(self) -> dict[str, bytes]:
        """The bytes of the latest version's tables."""
        latest = self.folder / "processed" / "latest"
        return {table.TABLE: (latest / f"{table.TABLE}.parquet").read_bytes() for table in TABLES}


@dataclass(frozen=True)
class Moment:
    """When a run is killed: once the sandbox has seen so many requests, or, beyond the last one, while it publishes.

    `answering`: the answer to the last of these is just on its way; else that request never gets one.
    """

    requests: int
    answering: bool

    def __str__(self) -> str:
        return f"{self.requests}-{'answering' if self.answering else 'asking'}"


def draw_moments() -> list[Moment]:
    """The moments of the seed, all different. Two requests more than there are stand for the time behind them."""
    possible = [Moment(requests, answering) for requests in range(1, REQUESTS + 3) for answering in (False, True)]
    return random.Random(SEED).sample(possible, KILLS)


def kill(home: Home, sandbox: Sandbox, moment: Moment, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """A run that is killed at a moment; the requests that it made until then."""
    reached, add = threading.Event(), sandbox.journal.add

    def count(entry: Any) -> None:
        add(entry)
        if len(sandbox.journal.entries()) == moment.requests:
            if not moment.answering:
                os.kill(process.pid or 0, signal.SIGKILL)
            reached.set()

    with monkeypatch.context() as patch:
        patch.setattr(sandbox.journal, "add", count)
        process = home.start()
        while not (reached.is_set() or list(home.folder.glob("processed/.draft-*"))) and process.is_alive():
            reached.wait(0.001)
        process.kill()
        process.join()
    assert process.exitcode == -signal.SIGKILL
    return Counter(sandbox.requests)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with run_sandbox(speed=60) as running:
        yield running


@dataclass(frozen=True)
class Whole:
    """A run that nobody disturbed: its requests by service, and its tables."""

    requests: Counter[str]
    tables: dict[str, bytes]


@pytest.fixture(scope="module")
def whole(sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    home = Home(tmp_path_factory.mktemp("whole"), sandbox)
    return Whole(home.finish(), home.tables())


def test_the_run_to_be_killed_asks_all_services(whole: Whole) -> None:
    assert set(whole.requests) == SERVICES and whole.requests.total() == REQUESTS


@pytest.mark.parametrize("moment", draw_moments(), ids=str)
def test_a_killed_run_costs_one_request_a_service_at_most_and_no_byte(
    sandbox: Sandbox, whole: Whole, moment: Moment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path, sandbox)
    before = kill(home, sandbox, moment, monkeypatch)
    kept = home.kept()
    lost = before - by_source(kept)
    assert all(count <= 1 for count in lost.values()), lost

    after = home.finish()
    told_now = [answer for answer in home.kept() if answer.path not in {one.path for one in kept}]
    assert by_source(told_now) == after
    assert not covered(kept) & covered(told_now)
    assert all(before[name] + after[name] <= whole.requests[name] + 1 for name in SERVICES)
    assert home.tables() == whole.tables


def by_source(answers: list[Entry]) -> Counter[str]:
    """How many answers there are of each source."""
    return Counter(answer.source for answer in answers)


def covered(answers: list[Entry]) -> set[tuple[str, str, str]]:
    """What answers are about."""
    return {(answer.source, answer.kind, item) for answer in answers for item in answer.items}
