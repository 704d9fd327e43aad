"""One limiter per service, shared by all processes on this machine: two runs together stay as polite as one.

In: a service's name and host, the seconds between two requests. Out: the moment at which the next request may start,
and for some services the only connection. The state is a row per host in a small SQLite file (technology trials: 10.0
requests a second where 10 were allowed, with three processes) and a lock file, which the system lets go of when a
process is killed. Without a folder to write to, the limits hold within this process.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

from enrich.sources.clock import Clock

_SCHEMA = "CREATE TABLE IF NOT EXISTS hosts (host TEXT PRIMARY KEY, next_slot REAL, closed_until REAL)"
# A slot further away than this comes from a calendar that was set back since, not from a queue.
_LONGEST_QUEUE = 600.0
# How often a held connection is asked for again.
_POLL_SECONDS = 0.05


def state_folder(wanted: Path | None = None) -> Path | None:
    """A folder for what the runs on this machine share: the wanted one, the user's, the temp folder's; None if none."""
    usual = Path(platformdirs.user_state_dir("enrich", appauthor=False))
    for folder in [wanted] if wanted else [usual, Path(tempfile.gettempdir()) / "enrich-state"]:
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                return folder
    return None


class Limiter:
    """The gate in front of one host."""

    def __init__(self, host: str, spacing: float, clock: Clock, folder: Path | None) -> None:
        self._host, self._spacing, self._clock, self._folder = host, spacing, clock, folder
        self._connection = asyncio.Lock()
        self._memory = None if folder else sqlite3.connect(":memory:", isolation_level=None)

    def next_start(self) -> float:
        """Take the next slot: the seconds from now until the request may start."""
        now = self._clock.now().timestamp()
        with self._rows() as rows:
            next_slot, closed_until = self._row(rows)
            queue = next_slot if next_slot - now < _LONGEST_QUEUE else now
            slot = max(now, queue, closed_until)
            self._write(rows, slot + self._spacing, closed_until)
        return slot - now

    def started(self) -> None:
        """The request is on its way only now: the next slot is counted from here."""
        now = self._clock.now().timestamp()
        with self._rows() as rows:
            next_slot, closed_until = self._row(rows)
            self._write(rows, max(next_slot, now + self._spacing), closed_until)

    def closed_for(self) -> float:
        """Seconds for which the host asked every process here to stay away; 0 if it didn't."""
        with self._rows() as rows:
            return max(0.0, self._row(rows)[1] - self._clock.now().timestamp())

    def close_until(self, until: datetime) -> None:
        """The host asked to be left alone until then."""
        with self._rows() as rows:
            next_slot, closed_until = self._row(rows)
            self._write(rows, next_slot, max(closed_until, until.timestamp()))

    def close_for(self, seconds: float) -> None:
        """The host asked to be left alone for that long."""
        self.close_until(self._clock.now() + timedelta(seconds=seconds))

    @contextlib.asynccontextmanager
    async def only_connection(self) -> AsyncIterator[None]:
        """Hold the only connection to this host that any process here may have."""
        async with self._connection:
            if self._folder is None:
                yield
                return
            lock = FileLock(self._folder / f"{re.sub(r'[^A-Za-z0-9.-]+', '_', self._host)}.lock", thread_local=False)
            while not _taken(lock):
                await self._clock.sleep(_POLL_SECONDS)
            try:
                yield
            finally:
                lock.release()

    @contextlib.contextmanager
    def _rows(self) -> Iterator[sqlite3.Connection]:
        """A connection inside a transaction that excludes every other process."""
        if self._memory is not None:
            self._memory.execute(_SCHEMA)
            yield self._memory
            return
        assert self._folder is not None
        connection = sqlite3.connect(self._folder / "limits.sqlite", timeout=30.0, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous=OFF")  # a lost slot after a power cut does no harm
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_SCHEMA)
            yield connection
            connection.execute("COMMIT")
        finally:
            connection.close()

    def _row(self, rows: sqlite3.Connection) -> tuple[float, float]:
        found = rows.execute("SELECT next_slot, closed_until FROM hosts WHERE host = ?", (self._host,)).fetchone()
        return (found[0], found[1]) if found else (0.0, 0.0)

    def _write(self, rows: sqlite3.Connection, next_slot: float, closed_until: float) -> None:
        rows.execute("INSERT OR REPLACE INTO hosts VALUES (?, ?, ?)", (self._host, next_slot, closed_until))


def _taken(lock: FileLock) -> bool:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    return True
