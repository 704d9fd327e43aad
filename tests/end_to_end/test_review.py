"""What stays open after a run is decided by a person, and the decision holds from then on."""

from __future__ import annotations

import csv
import io
import json
import shutil

from .conftest import Home, SandboxRuns


def home_like(runs: SandboxRuns, tmp_path) -> Home:
    home = Home(tmp_path / "home")
    shutil.copytree(runs.home.folder, home.folder, symlinks=True)
    return home


def test_a_decision_holds_in_every_later_run(sandbox_runs: SandboxRuns, tmp_path) -> None:
    home = home_like(sandbox_runs, tmp_path)
    review = home.enrich("review", "--sandbox", "--output", "open.csv")
    assert (review.code, review.out) == (0, "")
    rows = list(csv.DictReader(io.StringIO((home.folder / "open.csv").read_text("utf-8"))))
    assert len(rows) >= 5
    assert all(row["candidate_1"] and row["listed_in"] and not row["paper"] for row in rows)
    again = home.enrich("review", "--sandbox", "--output", "open.csv")
    assert again.code == 2
    assert "may hold decisions" in again.err

    known, none = rows[0]["title"], rows[1]["title"]
    with (home.folder / "decided.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([["title", "paper", "note"], [known, "2106.09685", "I know it"], [none, "none", ""]])
    for added in (2, 0):
        applied = home.enrich("review", "--apply", "decided.csv")
        assert applied.code == 0
        assert f"{added} of them new" in applied.err
    for _ in range(2):
        assert home.enrich("run", "--sandbox").code == 0
        told = home.enrich("why", "2106.09685", "--sandbox", "--json").out.splitlines()
        assert "judgement" in {record["reason"] for record in map(json.loads, told) if record["title"] == known}
        left = home.enrich("review", "--sandbox").out
        assert {row["title"] for row in csv.DictReader(io.StringIO(left))} == {row["title"] for row in rows[2:]}


def test_a_decision_that_makes_no_sense_is_one_sentence_and_changes_nothing(home: Home) -> None:
    (home.folder / "decided.csv").write_text("title,paper\nMoss,2101.00001\nFerns,perhaps\n", "utf-8")
    ended = home.enrich("review", "--apply", "decided.csv")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("enrich: decided.csv, line 3: 'perhaps' names no paper.")
    assert not (home.raw / "judgements.csv").exists()


def test_decisions_that_cannot_be_read_are_one_sentence(home: Home) -> None:
    (home.raw / "judgements.csv").mkdir()
    (home.raw / "list.md").write_text("# List\n\n- [Moss](https://arxiv.org/abs/2101.00001)\n", "utf-8")
    ended = home.enrich("run", "--offline")
    assert ended.code == 1
    assert ended.err.splitlines()[-1].startswith("enrich: data/raw/judgements.csv can't be read: is a directory.")
    assert "Errno" not in ended.err
