"""The ledger: whole or not at all, as received, newest first, for people too."""

from __future__ import annotations

import gzip
import json
import multiprocessing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.errors import LedgerError
from enrich.sources.exchange import Answer
from enrich.sources.ledger import Ledger

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


def answer(*items: str, at: datetime = AT, body: bytes = b"{}", kind: str = "papers") -> Answer:
    return Answer(
        source="arxiv", kind=kind, items=items, request="GET https://x", status=200, received_at=at, body=body
    )


@given(body=st.binary(max_size=2000), items=st.lists(st.text(min_size=1, max_size=40), min_size=1, unique=True))
def test_an_answer_comes_back_as_it_was_received(
    tmp_path_factory: pytest.TempPathFactory, body: bytes, items: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("answers")
    given_answer = answer(*items, body=body)
    Ledger(folder).keep(given_answer)
    rows = Ledger(folder).entries("arxiv", "papers", items)
    assert [rows[item][0].read() for item in items] == [given_answer] * len(items)


def test_an_answer_lies_under_its_source_and_day_and_can_be_read_by_people(tmp_path: Path) -> None:
    path = Ledger(tmp_path).keep(answer("1706.03762", body=b"<feed/>")).path
    assert path.parent == tmp_path / "arxiv" / "2026-11-21"
    header, _, body = gzip.decompress(path.read_bytes()).partition(b"\n")
    assert json.loads(header)["items"] == ["1706.03762"] and body == b"<feed/>"


def test_the_newest_answer_that_covers_an_item_comes_first_whatever_its_batch(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.keep(answer("a", "b", at=AT))
    ledger.keep(answer("b", "c", at=AT + timedelta(days=1)))
    rows = ledger.entries("arxiv", "papers", ["a", "b", "c", "d"])
    assert {item: [entry.received_at.day for entry in entries] for item, entries in rows.items()} == {
        "a": [21],
        "b": [22, 21],
        "c": [22],
    }
    assert set(ledger.entries("arxiv", "papers", ["a", "b"], since=(AT + timedelta(days=1)).date())["b"]) == {
        rows["b"][0]
    }
    assert not ledger.entries("arxiv", "titles", ["a"])


def test_what_another_process_adds_is_seen_at_the_next_look(tmp_path: Path) -> None:
    mine, other = Ledger(tmp_path), Ledger(tmp_path)
    assert not mine.entries("arxiv", "papers", ["a"])
    other.keep(answer("a"))
    assert mine.entries("arxiv", "papers", ["a"])


@pytest.mark.parametrize("damage", [b"", b"no gzip", "half", "header only"])
def test_a_damaged_file_is_no_answer_and_no_failure(tmp_path: Path, damage: bytes | str) -> None:
    path = Ledger(tmp_path).keep(answer("a", body=b"x" * 10000)).path
    whole = path.read_bytes()
    cut = {"half": whole[: len(whole) - 12], "header only": gzip.compress(b"{}")}
    path.write_bytes(damage if isinstance(damage, bytes) else cut[damage])
    rows = Ledger(tmp_path).entries("arxiv", "papers", ["a"])
    assert not rows or rows["a"][0].read() is None


def test_drafts_of_a_killed_run_are_not_answers(tmp_path: Path) -> None:
    path = Ledger(tmp_path).keep(answer("a")).path
    path.rename(path.with_name(".123-abcd"))
    assert not Ledger(tmp_path).entries("arxiv", "papers", ["a"])


def test_an_answer_that_cannot_be_kept_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "answers").write_text("a file where the folder should be")
    with pytest.raises(LedgerError, match=r"can't be kept below .*answers: .*ENRICH_ANSWERS"):
        Ledger(tmp_path / "answers").keep(answer("a"))


def _write(folder: Path, writer: int) -> None:
    ledger = Ledger(folder)
    for number in range(25):
        ledger.keep(answer(f"{writer}-{number}", "shared", at=AT + timedelta(microseconds=number)))


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(tmp_path, writer)) for writer in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    rows = Ledger(tmp_path).entries("arxiv", "papers", [f"{writer}-{n}" for writer in range(2) for n in range(25)])
    assert len(rows) == 50 and all(entries[0].read() for entries in rows.values())
    assert not list(tmp_path.rglob(".*"))


def test_all_answers_can_be_listed_oldest_first(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.keep(answer("b", at=AT + timedelta(hours=1)))
    ledger.keep(answer("a", at=AT))
    assert [entry.items for entry in Ledger(tmp_path).answers()] == [("a",), ("b",)]
