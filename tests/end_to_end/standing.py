"""Runs in processes of their own that differ in nothing but what a test does to them, tables compared to the byte.

Their calendar stands still; the limits, which runs share, go by the machine's own clock. Runs are forked from a process
that has loaded everything already, because starting one takes longer than running it.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import shutil
from collections import Counter
from datetime import UTC, datetime
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from enrich.pipeline import plainly, run
from enrich.sandbox import Sandbox
from enrich.schema import TABLES
from enrich.settings import read_settings
from enrich.sources import transport
from enrich.sources.catalog_build import Origin, build_index
from enrich.sources.catalog_facts import Facts
from enrich.sources.clock import SystemClock
from enrich.sources.ledger import Entry, Ledger
from enrich.sources.limiter import Limiter
from enrich.walks import Step

from .conftest import SAMPLES

DOCUMENTS = ("001_*.txt", "002_*.txt")
LOADED = ["enrich.pipeline", "enrich.sources.arxiv_session", "semanticscholar", "pandas", "pyarrow.parquet", "httpx"]


class StandingClock(SystemClock):
    """A calendar that stands still, so that two runs can be compared to the byte. Waits are real."""

    def now(self) -> datetime:
        return datetime(2026, 11, 21, 9, tzinfo=UTC)


def refresh(folder: Path, given: dict[str, Any], step: Step = plainly) -> None:
    """One run in a folder."""

    def limiter(host: str, spacing: float, clock: object, folder: Path | None, **more: float) -> Limiter:
        return Limiter(host, spacing, SystemClock(), folder, **more)

    os.chdir(folder)
    transport.Limiter = limiter  # type: ignore[assignment,misc]
    asyncio.run(run(read_settings(**given), clock=StandingClock(), step=step))


def fill(folder: Path) -> None:
    """Documents in `raw`, and in `none.titles` a catalog that knows nothing of them, so that all is asked for."""
    (folder / "raw").mkdir(parents=True)
    for pattern in DOCUMENTS:
        [document] = SAMPLES.glob(pattern)
        shutil.copy(document, folder / "raw")
    build_index([Facts("0704.0001", "Tea leaves")], folder / "none.titles", Origin("test", lambda: "2026-01-01"))


class Home:
    """A folder with documents, in which runs are started."""

    def __init__(self, folder: Path, sandbox: Sandbox, *, state: Path | None = None) -> None:
        self.folder, self._sandbox = folder, sandbox
        fill(folder)
        given = {"raw": "raw", "processed": "processed", "state": state or "state", "catalog": "none.titles"}
        # Every page is asked for, and no request is given up because the machine is busy.
        self._settings = sandbox.settings() | given | {"hugging_face_budget": 100, "request_deadline": 3600.0}

    def start(self, step: Step = plainly) -> BaseProcess:
        """A run, just begun. Requests are counted from here on."""
        self._sandbox.journal.clear()
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(LOADED)
        process = context.Process(target=refresh, args=(self.folder, self._settings, step))
        process.start()
        return process

    def finish(self, step: Step = plainly) -> Counter[str]:
        """The requests, by service, of a run that nobody disturbs."""
        process = self.start(step)
        process.join()
        assert process.exitcode == 0
        return Counter(self._sandbox.requests)

    def kept(self) -> list[Entry]:
        """The answers that are kept."""
        return list(Ledger(self.folder / "raw" / "answers").answers())

    def versions(self) -> list[dict[str, bytes]]:
        """The bytes of all versions' tables, the oldest version first."""
        places = sorted((self.folder / "processed").glob("2*Z"))
        return [{table.TABLE: (place / f"{table.TABLE}.parquet").read_bytes() for table in TABLES} for place in places]
