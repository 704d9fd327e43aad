"""One limiter per service, shared by all processes on this machine: two runs together stay as polite as one.

In: a service's name and host, the seconds between two requests. Out: leave to start the next request, and for some
services the only connection. The state is a row per host in a small SQLite file, and a lock file that the system lets
go of when a process is killed. Without a folder to write to, the limits hold within this process.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import NamedTuple

import platformdirs
from filelock import FileLock, Timeout

from enrich.sources.clock import Clock

_SCHEMA = "CREATE TABLE IF NOT EXISTS hosts (host TEXT PRIMARY KEY, next_slot REAL, closed_until REAL, held_until REAL)"
_STORE = "INSERT OR REPLACE INTO hosts VALUES (?, ?, ?, ?)"
_FILE = "limits-1.sqlite"  # the number is that of the schema above
# A slot further away than this comes from a calendar that was set back since.
_LONGEST_SPACING = 60.0
# How often what another process holds is asked for again.
_POLL_SECONDS = 0.02
_RESOLUTION = 1e-5  # shorter waits are rounding


class _Row(NamedTuple):
    """What is stored per host, as Unix times."""

    next_slot: float
    closed_until: float
    held_until: float


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

    def __init__(self, host: str, spacing: float, clock: Clock, folder: Path | None, *, hold: float = 5.0) -> None:
        """`hold`: seconds for which a start that was allowed but not yet made keeps the others waiting."""
        self._host, self._spacing, self._clock, self._folder, self._hold = host, spacing, clock, folder, hold
        self._connection = asyncio.Lock()
        self._memory = None if folder else _in_memory()

    def claim(self) -> float:
        """0 if a request may start now, and nobody else's before `sent`; else the seconds until it is worth asking.

        Nothing is reserved ahead: a process that is late or killed delays nobody and never starts beside another one.
        """
        now = self._clock.now().timestamp()
        with self._rows() as rows:
            row = self._row(rows)
            queue = row.next_slot if row.next_slot - now < _LONGEST_SPACING else now
            if (wait := max(queue, row.closed_until) - now) > _RESOLUTION:
                return wait
            if 0 < row.held_until - now <= self._hold:
                return min(_POLL_SECONDS, row.held_until - now)
            self._write(rows, _Row(now + self._spacing, row.closed_until, now + self._hold))
        return 0.0

    def sent(self) -> None:
        """The request is on its way, or never will be: the spacing counts from here."""
        now = self._clock.now().timestamp()
        with self._rows() as rows:
            self._write(rows, _Row(now + self._spacing, self._row(rows).closed_until, now))

    def closed_for(self) -> float:
        """Seconds for which the host asked every process here to stay away; 0 if it didn't."""
        with self._rows() as rows:
            return max(0.0, self._row(rows).closed_until - self._clock.now().timestamp())

    def close_for(self, seconds: float) -> None:
        """The host asked to be left alone for that long; a shorter wish never shortens a longer one."""
        until = self._clock.now().timestamp() + seconds
        with self._rows() as rows:
            row = self._row(rows)
            self._write(rows, _Row(row.next_slot, max(row.closed_until, until), row.held_until))

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
        connection = self._memory or self._begun()
        try:
            yield connection
            if connection is not self._memory:
                with contextlib.suppress(sqlite3.Error):  # a full disk: see `_write`
                    connection.execute("COMMIT")
        finally:
            if connection is not self._memory:
                connection.close()

    def _begun(self) -> sqlite3.Connection:
        """A connection to the shared file. A damaged file is made anew; one that can't be used gives way to memory."""
        assert self._folder is not None
        path = self._folder / _FILE
        try:
            try:
                return _begin(path)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                path.unlink(missing_ok=True)
                return _begin(path)
        except (sqlite3.Error, OSError):
            self._memory = _in_memory()
            return self._memory

    def _row(self, rows: sqlite3.Connection) -> _Row:
        stored = "SELECT next_slot, closed_until, held_until FROM hosts WHERE host = ?"
        found = rows.execute(stored, (self._host,)).fetchone()
        return _Row(*found) if found else _Row(0.0, 0.0, 0.0)

    def _write(self, rows: sqlite3.Connection, row: _Row) -> None:
        """Store a row; where the disk is full, from now on in this process alone."""
        try:
            rows.execute(_STORE, (self._host, *row))
        except sqlite3.OperationalError:
            self._memory = _in_memory()
            self._memory.execute(_STORE, (self._host, *row))


def _begin(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30.0, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous=OFF")  # a slot that a power cut loses does no harm
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_SCHEMA)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _in_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(_SCHEMA)
    return connection


def _taken(lock: FileLock) -> bool:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    return True
