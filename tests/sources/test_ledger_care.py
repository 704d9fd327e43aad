"""Tidying the ledger: few files for many, nothing gone that is needed, whoever else writes, reads or tidies."""

from __future__ import annotations

import multiprocessing
import os
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enrich.errors import LedgerError
from enrich.records import Status
from enrich.sources import Mode
from enrich.sources.exchange import Answer
from enrich.sources.ledger import Entry, Ledger
from enrich.sources.ledger_care import measure, tidy

from .conftest import Opener, QuickClock
from .standins import PAPERS, Town
from .test_ledger import AT, answer

LATER = date(2027, 1, 1)
ITEMS = ["a", "b", "c", "d"]


def served(folder: Path) -> dict[str, Answer | None]:
    """What a run would read for each item: the newest answer that covers it."""
    rows = Ledger(folder).entries("arxiv", "papers", ITEMS)
    return {item: entries[0].read() for item, entries in rows.items()}


def fill(folder: Path) -> None:
    ledger = Ledger(folder)
    for number, items in enumerate(["ab", "b", "cd", "a", "abcd", "c"]):
        ledger.keep(answer(*items, at=AT + timedelta(days=number // 2, minutes=number), body=b"x" * number * 30_000))


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_day_is_one_file_afterwards_and_serves_the_same(tmp_path: Path) -> None:
    fill(tmp_path)
    before, everything = served(tmp_path), {entry.name for entry in Ledger(tmp_path).answers()}
    done = tidy(Ledger(tmp_path), before=LATER)
    assert (done.removed, done.files_before, done.files_after) == (0, 6, 3)
    assert served(tmp_path) == before and None not in before.values()
    assert {entry.name for entry in Ledger(tmp_path).answers()} == everything
    held = files(tmp_path)
    assert tidy(Ledger(tmp_path), before=LATER).files_after == 3 and files(tmp_path) == held


def test_what_a_killed_writer_left_goes_and_what_another_is_writing_stays(tmp_path: Path) -> None:
    fill(tmp_path)
    [day] = [path for path in tmp_path.rglob(f"{AT:%Y-%m-%d}") if path.is_dir()]
    left, fresh = day / ".17-0badcafe", day / ".18-0badcafe"
    for draft in (left, fresh):
        draft.write_bytes(b"half of an ans")
    os.utime(left, (0, time.time() - 7200))
    assert set(served(tmp_path)) == set(ITEMS)
    tidy(Ledger(tmp_path), before=LATER)
    assert (left.exists(), fresh.exists()) == (False, True)


def test_today_is_left_alone(tmp_path: Path) -> None:
    fill(tmp_path)
    held = files(tmp_path)
    assert tidy(Ledger(tmp_path), before=AT.date()).files_before == 0
    assert files(tmp_path) == held


def test_an_answer_that_comes_late_joins_the_pack_of_its_day(tmp_path: Path) -> None:
    fill(tmp_path)
    tidy(Ledger(tmp_path), before=LATER)
    Ledger(tmp_path).keep(answer("d", at=AT + timedelta(hours=5), body=b"late"))
    assert tidy(Ledger(tmp_path), before=LATER).files_after == 3
    assert b"late" in [entry.read().body for entry in Ledger(tmp_path).answers()]  # type: ignore[union-attr]


def test_only_old_answers_go_and_only_those_that_newer_ones_replace(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    for days, items in ((0, "ab"), (1, "bc"), (9, "ab")):
        ledger.keep(answer(*items, at=AT + timedelta(days=days)))
    before = {item: entries[0].received_at for item, entries in ledger.entries("arxiv", "papers", ITEMS).items()}
    done = tidy(ledger, before=LATER, prune_before=(AT + timedelta(days=5)).date())
    assert done.removed == 1
    assert [entry.items for entry in Ledger(tmp_path).answers()] == [("b", "c"), ("a", "b")]
    after = Ledger(tmp_path).entries("arxiv", "papers", ITEMS)
    assert {item: entries[0].received_at for item, entries in after.items()} == before
    assert tidy(ledger, before=LATER, prune_before=AT.date()).removed == 0


@settings(deadline=None, max_examples=40)
@given(
    batches=st.lists(st.tuples(st.sets(st.sampled_from(ITEMS), min_size=1), st.integers(0, 6)), max_size=8),
    prune_after=st.integers(0, 8),
)
def test_whatever_is_packed_and_pruned_the_newest_answers_stay(
    tmp_path_factory: pytest.TempPathFactory, batches: list[tuple[set[str], int]], prune_after: int
) -> None:
    folder = tmp_path_factory.mktemp("answers")
    for number, (items, days) in enumerate(batches):
        Ledger(folder).keep(answer(*sorted(items), at=AT + timedelta(days=days, seconds=number)))
    before = served(folder)
    tidy(Ledger(folder), before=LATER, prune_before=(AT + timedelta(days=prune_after)).date())
    assert served(folder) == before


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("moment", range(8))
def test_a_kill_at_any_moment_loses_nothing_and_the_next_one_tidies_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    """The moments are those at which the disk changes: a pack appears, a file that it replaces goes."""
    fill(tmp_path)
    before, everything = served(tmp_path), {entry.name for entry in Ledger(tmp_path).answers()}
    left = iter(range(moment, -1, -1))
    replace, unlink = Path.replace, Path.unlink

    def dying(change):  # type: ignore[no-untyped-def]
        def changed(self: Path, *args: object, **more: object) -> object:
            if next(left, 0) == 0:
                raise Killed
            return change(self, *args, **more)

        return changed

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", dying(replace))
        patch.setattr(Path, "unlink", dying(unlink))
        with pytest.raises(Killed):
            tidy(Ledger(tmp_path), before=LATER)
    assert served(tmp_path) == before
    assert {entry.name for entry in Ledger(tmp_path).answers()} == everything
    assert tidy(Ledger(tmp_path), before=LATER, prune_before=AT.date()).removed == 0
    assert {entry.name for entry in Ledger(tmp_path).answers()} == everything
    assert len([path for path in files(tmp_path) if not path.name.startswith(".")]) == 3


def test_an_answer_that_lies_there_twice_is_no_newer_answer_of_itself(tmp_path: Path) -> None:
    path = Ledger(tmp_path).keep(answer("a")).path
    content = path.read_bytes()
    tidy(Ledger(tmp_path), before=LATER)
    path.write_bytes(content)
    assert tidy(Ledger(tmp_path), before=LATER, prune_before=LATER).removed == 0
    assert [entry.items for entry in Ledger(tmp_path).answers()] == [("a",)]


def test_a_run_that_is_under_way_still_reads_what_was_packed(tmp_path: Path) -> None:
    fill(tmp_path)
    running = Ledger(tmp_path)
    entries = running.entries("arxiv", "papers", ITEMS)
    before: list[Entry] = [entry for rows in entries.values() for entry in rows]
    tidy(Ledger(tmp_path), before=LATER)
    assert all(entry.read() for entry in before)
    assert set(running.entries("arxiv", "papers", ITEMS)) == set(ITEMS)


@pytest.mark.parametrize("damage", ["cut", "garbage"])
def test_what_cannot_be_read_to_its_end_stays_where_it_is(tmp_path: Path, damage: str) -> None:
    fill(tmp_path)
    broken = files(tmp_path)[0]
    broken.write_bytes(broken.read_bytes()[:-3] if damage == "cut" else b"garbage")
    tidy(Ledger(tmp_path), before=LATER)
    assert broken.exists()
    pack = next(path for path in files(tmp_path) if path != broken)
    pack.write_bytes(pack.read_bytes()[:-3])
    tidy(Ledger(tmp_path), before=LATER)
    assert pack.exists()


def test_a_pack_that_cannot_be_written_is_one_sentence_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path)
    before = served(tmp_path)

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(LedgerError, match=r"can't be packed: No space left on device\. Nothing is lost"):
            tidy(Ledger(tmp_path), before=LATER)
    assert served(tmp_path) == before


def _tidy(folder: Path) -> None:
    tidy(Ledger(folder), before=LATER)


def _write(folder: Path) -> None:
    ledger = Ledger(folder)
    for number in range(30):
        ledger.keep(answer(f"new-{number}", at=AT + timedelta(seconds=number)))


def test_two_that_tidy_while_a_run_writes_lose_nothing(tmp_path: Path) -> None:
    for number in range(60):
        Ledger(tmp_path).keep(answer(f"old-{number}", at=AT + timedelta(minutes=number)))
    context = multiprocessing.get_context("spawn")
    busy = [context.Process(target=target, args=(tmp_path,)) for target in (_tidy, _write, _tidy)]
    for process in busy:
        process.start()
    for process in busy:
        process.join()
    assert [process.exitcode for process in busy] == [0, 0, 0]
    wanted = [f"old-{number}" for number in range(60)] + [f"new-{number}" for number in range(30)]
    rows = Ledger(tmp_path).entries("arxiv", "papers", wanted)
    assert set(rows) == set(wanted) and all(entries[0].read() for entries in rows.values())


def test_what_the_ledger_holds_is_told_by_source(tmp_path: Path) -> None:
    fill(tmp_path)
    [held] = measure(Ledger(tmp_path))
    assert (held.source, held.answers, held.items, held.files) == ("arxiv", 6, 4, 6)
    assert held.bytes == sum(path.stat().st_size for path in files(tmp_path))
    assert (held.oldest_at, held.newest_at) == (AT, AT + timedelta(days=2, minutes=5))
    assert measure(Ledger(tmp_path / "nowhere")) == []


async def test_a_replay_works_from_a_tidied_ledger(
    open_town: Opener, town: Town, clock: QuickClock, tmp_path: Path
) -> None:
    ids = list(PAPERS)[:150]
    async with open_town() as sources:
        before = await sources.arxiv.fetch(ids)
        offered = await sources.semantic_scholar.find_candidates([PAPERS[ids[3]]])
    clock.instant += timedelta(days=90)
    tidy(Ledger(tmp_path / "answers"), before=clock.instant.date(), prune_before=clock.instant.date())
    town.seen.clear()
    async with open_town(mode=Mode.REPLAY) as sources:
        assert await sources.arxiv.fetch(ids) == before
        assert await sources.semantic_scholar.find_candidates([PAPERS[ids[3]]]) == offered
    assert not town.seen and {lookup.status for lookup in before.values()} == {Status.OK}
