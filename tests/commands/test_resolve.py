"""`enrich resolve`: titles stream through in order; only a service that could not be asked makes the exit code 3."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from enrich.cli import main
from enrich.commands import resolve
from enrich.commands.resolve import print_identities
from enrich.sources.catalog_facts import read_starter


@pytest.fixture(autouse=True)
def nobody_listens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ENRICH_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("ENRICH_TIME_SCALE", "50")
    for service in ("ARXIV", "DATACITE", "SEMANTIC_SCHOLAR"):
        monkeypatch.setenv(f"ENRICH_{service}_URL", "http://127.0.0.1:9")


def test_resolve_names_the_services_that_could_not_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_identities(["A Title That Nobody Knows"], "jsonl", offline=False, sandbox=False) == 3
    printed = capsys.readouterr()
    assert '"reason": "unreachable"' in printed.out
    assert "enrich: arxiv could not be asked" in printed.err


def test_resolve_offline_blames_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_identities(["A Title That Nobody Knows"], "jsonl", offline=True, sandbox=False) == 0
    printed = capsys.readouterr()
    assert '"reason": "not_asked"' in printed.out
    assert printed.err == ""


def test_known_titles_need_no_service(capsys: pytest.CaptureFixture[str]) -> None:
    titles = [facts.title for facts in read_starter()]
    assert print_identities(titles, "jsonl", offline=False, sandbox=False) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["title"] for record in records] == titles
    assert [record["arxiv_id"] for record in records] == [facts.arxiv_id for facts in read_starter()]


def test_what_the_services_say_comes_in_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    [known, *_] = [facts.title for facts in read_starter()]
    assert print_identities([known, "", "A Title That Nobody Knows", known], "jsonl", offline=False, sandbox=False) == 3
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["reason"] for record in records] == ["same_title", "no_title", "unreachable", "same_title"]


def test_lines_of_other_systems_are_read_as_they_are_meant() -> None:
    [known, *_] = [facts.title for facts in read_starter()]
    lines = b"\xef\xbb\xbf" + known.encode() + b"\r\n\r\n\xff\xfe No text\r\n"
    printed = CliRunner().invoke(main, ["resolve", "--offline", "--format", "jsonl"], input=lines)
    records = [json.loads(line) for line in printed.stdout.splitlines()]
    assert [record["title"] for record in records] == [known, "", "\ufffd\ufffd No text"]
    assert [record["reason"] for record in records] == ["same_title", "no_title", "not_asked"]


def test_a_table_of_several_chunks_has_one_header(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resolve, "CHUNK", 2)
    print_identities(["One", "Two", "Three", "Four", "Five"], "table", offline=True, sandbox=False)
    first, *rows = capsys.readouterr().out.splitlines()
    assert first.split("\t")[0] == "title"
    assert [row.split("\t")[0] for row in rows] == ["One", "Two", "Three", "Four", "Five"]


def test_progress_is_shown_on_stderr_where_that_is_a_terminal() -> None:
    title = "A Title That Nobody Knows"
    ours, terminal = pty.openpty()
    command = [sys.executable, "-m", "enrich", "resolve", "--offline", "--format", "jsonl"]
    done = subprocess.run(command, input=f"{title}\n" * 3, stdout=subprocess.PIPE, stderr=terminal, text=True)
    os.close(terminal)
    assert [json.loads(line)["title"] for line in done.stdout.splitlines()] == [title] * 3
    assert re.search(r"titles.*3/3", os.read(ours, 1 << 16).decode())
    os.close(ours)


@pytest.mark.slow
def test_a_reader_who_has_seen_enough_ends_it_quietly(tmp_path: Path) -> None:
    titles = tmp_path / "titles.txt"
    titles.write_text("Attention Is All You Need\n" * 25_000, encoding="utf-8")
    command = [sys.executable, "-m", "enrich", "resolve", "--offline", "--format", "jsonl"]
    with (
        titles.open() as stdin,
        subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process,
    ):
        assert process.stdout and process.stderr
        assert json.loads(process.stdout.readline())["title"] == "Attention Is All You Need"
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0
