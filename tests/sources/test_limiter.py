"""One limiter per host for all processes on a machine."""

from __future__ import annotations

import asyncio
import itertools
import multiprocessing
import os
import signal
import sqlite3
import time
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from enrich.sources import limiter as limiter_module
from enrich.sources.clock import SystemClock
from enrich.sources.limiter import Limiter, state_folder

from .conftest import QuickClock


def test_requests_are_spaced_over_all_limiters_of_a_host(tmp_path: Path, clock: QuickClock) -> None:
    one, other = (Limiter("arxiv@host", 3.0, clock, tmp_path) for _ in range(2))
    elsewhere = Limiter("arxiv@elsewhere", 3.0, clock, tmp_path)
    assert one.claim() == 0
    one.sent()
    assert other.claim() == pytest.approx(3.0)
    assert elsewhere.claim() == 0
    clock.instant += timedelta(seconds=3)
    assert other.claim() == 0


def test_the_spacing_counts_from_the_moment_a_request_leaves(tmp_path: Path, clock: QuickClock) -> None:
    one, other = (Limiter("host", 1.0, clock, tmp_path) for _ in range(2))
    assert one.claim() == 0
    clock.instant += timedelta(seconds=2)  # a slow connection: the request has not left, so no other may start
    assert 0 < other.claim() < 0.1
    one.sent()
    assert other.claim() == pytest.approx(1.0)


def test_a_claim_of_a_killed_process_lapses(tmp_path: Path, clock: QuickClock) -> None:
    one, other = (Limiter("host", 1.0, clock, tmp_path, hold=5.0) for _ in range(2))
    assert one.claim() == 0
    clock.instant += timedelta(seconds=5.1)
    assert other.claim() == 0


def test_a_host_that_asked_for_quiet_is_quiet_for_all(tmp_path: Path, clock: QuickClock) -> None:
    one, other = (Limiter("host", 1.0, clock, tmp_path) for _ in range(2))
    one.close_for(100)
    one.close_for(10)  # a shorter wish doesn't shorten a longer one
    assert other.closed_for() == pytest.approx(100)
    assert other.claim() == pytest.approx(100)
    clock.instant += timedelta(seconds=200)
    assert other.closed_for() == other.claim() == 0


def test_a_calendar_that_was_set_back_does_not_stop_everything(tmp_path: Path, clock: QuickClock) -> None:
    limiter = Limiter("host", 3.0, clock, tmp_path)
    limiter.claim()
    limiter.sent()
    clock.instant -= timedelta(days=300)
    assert limiter.claim() == 0


def test_without_a_folder_limits_hold_within_the_process(clock: QuickClock) -> None:
    limiter = Limiter("host", 3.0, clock, None)
    assert [limiter.claim(), limiter.claim()] == pytest.approx([0, 3])


def test_a_damaged_state_is_made_anew(tmp_path: Path, clock: QuickClock) -> None:
    Limiter("host", 3.0, clock, tmp_path).claim()
    [state] = tmp_path.glob("*.sqlite")
    state.write_bytes(b"this is no database, whatever it was before" * 100)
    limiter = Limiter("host", 3.0, clock, tmp_path)
    assert limiter.claim() == 0
    limiter.sent()
    assert Limiter("host", 3.0, clock, tmp_path).claim() == pytest.approx(3.0)


def test_a_state_that_cannot_be_used_leaves_the_limits_of_the_process(tmp_path: Path, clock: QuickClock) -> None:
    limiter = Limiter("host", 3.0, clock, tmp_path / "gone")
    assert [limiter.claim(), limiter.claim()] == pytest.approx([0, 3])


def test_the_state_folder_is_the_wanted_one_or_one_that_can_be_written(tmp_path: Path) -> None:
    assert state_folder(tmp_path / "deep" / "state") == tmp_path / "deep" / "state"
    (tmp_path / "file").write_text("")
    assert state_folder(tmp_path / "file") is None
    assert state_folder() is not None


def _take_slots(folder: Path, slots: Connection) -> None:
    limiter = Limiter("host", 0.05, SystemClock(), folder)
    starts: list[float] = []
    while len(starts) < 10:
        if wait := limiter.claim():
            time.sleep(wait)
        else:
            starts.append(time.time())
            limiter.sent()
    slots.send(starts)


def test_three_processes_together_keep_the_spacing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(False)
    processes = [context.Process(target=_take_slots, args=(tmp_path, theirs)) for _ in range(3)]
    for process in processes:
        process.start()
    starts = sorted(start for _ in processes for start in ours.recv())
    for process in processes:
        process.join()
    gaps = [later - earlier for earlier, later in itertools.pairwise(starts)]
    assert len(starts) == 30 and min(gaps) > 0.049  # a microsecond or two pass between a start and its note


def _hold_connection(folder: Path, held: Connection) -> None:
    async def hold() -> None:
        async with Limiter("host", 0.0, SystemClock(), folder).only_connection():
            held.send(True)
            await asyncio.sleep(60)

    asyncio.run(hold())


async def test_the_only_connection_is_free_again_when_its_holder_is_killed(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(False)
    holder = context.Process(target=_hold_connection, args=(tmp_path, theirs))
    holder.start()
    assert ours.recv() is True
    limiter, got = Limiter("host", 0.0, SystemClock(), tmp_path), asyncio.Event()

    async def wait_for_it() -> None:
        async with limiter.only_connection():
            got.set()

    task = asyncio.create_task(wait_for_it())
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(asyncio.shield(got.wait()), 0.2)
    assert holder.pid is not None
    os.kill(holder.pid, signal.SIGKILL)
    holder.join()
    await asyncio.wait_for(task, 10)
    assert got.is_set()


def test_limits_hold_in_this_process_when_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: QuickClock
) -> None:
    begin = limiter_module._begin

    def begin_on_a_full_disk(path: Path) -> sqlite3.Connection:
        connection = begin(path)
        connection.execute("PRAGMA query_only=ON")
        return connection

    monkeypatch.setattr(limiter_module, "_begin", begin_on_a_full_disk)
    limiter = Limiter("arxiv", 3.0, clock, tmp_path)
    assert limiter.claim() == 0.0
    limiter.sent()
    assert limiter.claim() == pytest.approx(3.0, abs=0.01)
