"""What people see: texts of others steer nothing, colours can be turned off, and a pipe gets data alone."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import UTC, datetime, timedelta

import pytest

from enrich.cells import FORMULA
from enrich.sources import Forecast, Plan
from enrich.terminal import BarProgress, LineProgress, say, write_records, write_table

HOSTILE = (
    "\x1b[2J\x1b]0;owned\x07 clears the screen",
    "\x9b31m red, by one byte",
    "\u202eeltit a\u202c",
    "[bold red]markup[/] :smile:",
    '=HYPERLINK("https://a.example")',
    "-2+3",
    "\t=1",
    "one\r\ntwo\nthree",
    "long " * 1000,
)
_STYLES = re.compile(r"\x1b\[[0-9;]*m")  # what rich itself writes
_COLOURS = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"TERM": "xterm-256color", "COLUMNS": "100"}.items():
        monkeypatch.setenv(name, value)
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


@contextmanager
def on_screen() -> Iterator[Screen]:
    screen = Screen()
    with redirect_stdout(screen), redirect_stderr(screen):
        yield screen


def steering(text: str) -> list[str]:
    return [char for char in text if unicodedata.category(char) in ("Cc", "Cf") and char not in "\t\n"]


@pytest.mark.parametrize("form", ["table", "csv", "jsonl"])
def test_no_text_steers_a_terminal(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    write_records([{"title": title, "authors": [title, title]} for title in HOSTILE], ("title", "authors"), form)
    written = capsys.readouterr().out
    assert [char for char in written if unicodedata.category(char) == "Cc" and char not in "\t\n"] == []
    if form != "csv":  # where text of any script is kept for programs
        assert steering(written) == []


def test_no_text_steers_a_table_on_the_screen() -> None:
    with on_screen() as screen:
        write_table(("title",), [[title] for title in HOSTILE], title="Titles")
        say(f"enrich: {HOSTILE[0]}")
    shown = _STYLES.sub("", screen.getvalue())
    assert steering(shown) == []
    assert "[bold red]markup[/] :smile:" in shown


def test_a_table_in_a_pipe_is_a_line_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    write_table(("title", "year"), [[title, 2020] for title in HOSTILE], title="Titles")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "title\tyear"
    assert [line.split("\t")[1] for line in lines[1:]] == ["2020"] * len(HOSTILE)


def test_cells_of_csv_start_no_formula_and_numbers_stay_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    records = [{"title": title, "parts": [title], "change": -3} for title in HOSTILE]
    write_records(records, ("title", "parts", "change"), "csv")
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))[1:]
    assert len(rows) == len(HOSTILE)
    assert not [row for row in rows if row[0].startswith(FORMULA) or row[1].startswith(FORMULA)]
    assert {row[2] for row in rows} == {"-3"}


def test_json_lines_give_back_what_went_in(capsys: pytest.CaptureFixture[str]) -> None:
    write_records([{"title": title} for title in HOSTILE], (), "jsonl")
    assert [json.loads(line)["title"] for line in capsys.readouterr().out.split("\n")[:-1]] == list(HOSTILE)


def test_cells_are_shown_as_people_write_them(capsys: pytest.CaptureFixture[str]) -> None:
    at = datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    write_table(("a", "b", "c", "d", "e"), [[None, at, ["x", "y"], 0.5, {"url": "https://a.example"}]], header=False)
    assert capsys.readouterr().out == "\t2026-11-01 06:30\tx; y\t0.5\thttps://a.example\n"


@pytest.mark.parametrize("wanted", [True, False])
def test_no_color_turns_colours_off(monkeypatch: pytest.MonkeyPatch, wanted: bool) -> None:
    if not wanted:
        monkeypatch.setenv("NO_COLOR", "1")
    with on_screen() as screen, BarProgress() as progress:
        progress.begin("arxiv", 2)
        progress.advance("arxiv", 1)
    assert "arxiv" in screen.getvalue()
    assert bool(_COLOURS.search(screen.getvalue())) is wanted


def test_progress_that_is_not_shown_says_nothing() -> None:
    with on_screen() as screen, BarProgress(shown=False) as progress:
        progress.begin("arxiv", 2)
        progress.advance("arxiv", 2)
    assert screen.getvalue() == ""


def test_progress_with_a_forecast_tells_the_time_that_is_left() -> None:
    services = (Plan("arxiv", 60, 0, 3, 9.3), Plan("semantic_scholar", 60, 0, 1, 1.0), Plan("github", 0, 0, 0, 0.0))
    forecast = Forecast(services, 11.3, titles_open=0, titles_expected=0)
    made = [{}, {"semantic_scholar": 1}, {"arxiv": 2}, {"arxiv": 3}, {"arxiv": 4, "semantic_scholar": 1}]
    assert [round(forecast.seconds_left(each), 1) for each in made] == [11.3, 11.3, 5.1, 3.0, 0.0]
    with on_screen() as screen, BarProgress() as progress:
        progress.expect(forecast)
        progress.begin("arxiv", 60)
        progress.advance("arxiv", 20, requests=1)
    assert "about 0:00:08 left" in screen.getvalue()
    assert "1/4" in screen.getvalue()


def test_progress_of_a_run_that_asks_nobody_tells_no_time() -> None:
    with on_screen() as screen, BarProgress() as progress:
        progress.expect(Forecast((Plan("arxiv", 0, 60, 0, 0.0),), 0.0, titles_open=0, titles_expected=0))
        progress.begin("arxiv", 60)
        progress.advance("arxiv", 60)
    assert "left" not in screen.getvalue()


def test_nothing_to_ask_is_no_line_and_no_bar(caplog: pytest.LogCaptureFixture) -> None:
    with on_screen() as screen, BarProgress() as bars, LineProgress() as lines:
        for progress in (bars, lines):
            progress.begin("github", 0)
            progress.advance("github", 0)
            progress.begin("arxiv", 2)
            progress.advance("arxiv", 2)
    assert "github" not in screen.getvalue()
    assert "arxiv" in screen.getvalue()
    assert caplog.messages == ["arxiv: asking for 2 items", "arxiv: done"]


@pytest.mark.parametrize(
    ("budget", "left"), [(None, "0:15:30"), (timedelta(hours=2), "0:15:30"), (timedelta(minutes=5), "0:05:00")]
)
def test_progress_within_a_time_budget_tells_no_more_than_that(budget: timedelta | None, left: str) -> None:
    forecast = Forecast((Plan("arxiv", 6000, 0, 300, 930.0),), 930.0, titles_open=0, titles_expected=0)
    with on_screen() as screen, BarProgress() as progress:
        progress.expect(forecast, budget)
    assert f"about {left} left" in screen.getvalue()
