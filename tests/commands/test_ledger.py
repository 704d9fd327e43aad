"""`enrich ledger`: what it prints and what it does, on a small ledger."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from enrich.cli import main
from enrich.sources.exchange import Answer
from enrich.sources.ledger import Ledger


@pytest.fixture
def raw(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ledger = Ledger(tmp_path / "data" / "raw" / "answers")
    for days in (40, 30, 30, 0):
        ledger.keep(answer("1706.03762", at=datetime.now(UTC) - timedelta(days=days)))
    return tmp_path / "data" / "raw"


def answer(item, at):
    return Answer(source="arxiv", kind="papers", items=(item,), request="x", status=200, received_at=at, body=b"{}")


def held(*options):
    result = CliRunner().invoke(main, ["ledger", "--json", *options])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()], result.stderr


def test_ledger_tells_answers_files_and_days_by_source(raw):
    [[record], said] = held()
    assert (record["source"], record["answers"], record["items"], record["files"]) == ("arxiv", 4, 1, 4)
    assert not said


def test_ledger_compacts_past_days_and_leaves_today(raw):
    [[record], said] = held("--compact")
    assert (record["answers"], record["files"]) == (4, 3)
    assert said == "3 files of past days became 2.\n"


def test_ledger_prunes_what_is_old_and_replaced(raw):
    [[record], said] = held("--prune-older-than", "35")
    assert (record["answers"], record["files"]) == (3, 2)
    assert said == "3 files of past days became 1, without 1 answers that newer ones replace.\n"
    [[record], _] = held("--prune-older-than", "0")
    assert record["answers"] == 1


def test_an_empty_ledger_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    records, said = held()
    assert records == [] and "holds no answers yet" in said
