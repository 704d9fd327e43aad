"""The five sample documents against the sandbox: what the demo shows is what is there."""

from __future__ import annotations

import filecmp
import json
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import enrich
from enrich.schema import TABLES


@pytest.fixture(scope="session")
def latest(sandbox_runs) -> Path:
    return sandbox_runs.home.sandbox / "latest"


@pytest.fixture(scope="session")
def papers(latest) -> pd.DataFrame:
    return pd.read_parquet(latest / "papers.parquet")


def test_run_ends_well_and_says_what_it_did(sandbox_runs, papers):
    assert (sandbox_runs.first.code, sandbox_runs.second.code) == (0, 0), sandbox_runs.first.err
    summary = sandbox_runs.second.json()
    assert summary["documents"] == 5
    assert summary["papers"] == len(papers)
    assert sum(summary["outcomes"].values()) == len(papers)
    assert summary["simulated"] is True
    assert "Simulated" in sandbox_runs.second.err


def test_run_publishes_every_table_of_the_schema(latest):
    assert {path.stem for path in latest.glob("*.parquet")} == {table.TABLE for table in TABLES}
    assert json.loads((latest / "summary.json").read_text())["simulated"] is True
    assert "simulated" in (latest / "datapackage.json").read_text()


def test_papers_on_arxiv_carry_their_values_with_source_and_time(papers):
    found = papers[papers.arxiv_id.notna()]
    assert len(found) > 280
    assert (found.authors.map(len) > 0).all()
    for value in ("authors_source", "authors_observed_at", "citation_count", "s2_observed_at", "published_at"):
        assert found[value].notna().all(), value
    named = found[found.repository.notna()]
    assert len(named) > 150
    assert named.stars.notna().all()
    assert named.github_observed_at.notna().all()


def test_abstracts_of_the_documents_are_never_lost(sandbox_runs, papers):
    """Where no service has the abstract, the document's own one stands in."""
    mentions = pd.read_parquet(sandbox_runs.home.sandbox / "latest" / "mentions.parquet")
    given = set(mentions[mentions.abstract.notna() & mentions.paper_id.notna()].paper_id)
    found = papers[papers.paper_id.isin(given)]
    assert len(found) == len(given) > 90
    assert found.abstract.notna().all()
    assert set(found.abstract_source) <= {"arxiv", "semantic_scholar", "document"}


def test_three_readers_give_the_same_papers(sandbox_runs, papers, latest):
    processed = sandbox_runs.home.sandbox
    loaded = enrich.load("papers", processed=str(processed))
    asked = duckdb.sql(f"select * from '{latest}/papers.parquet'").arrow().read_all().to_pandas()
    key = ["paper_id", "title", "arxiv_id", "citation_count", "stars", "year"]
    pd.testing.assert_frame_equal(loaded[key], papers[key], check_dtype=False)
    pd.testing.assert_frame_equal(asked[key], papers[key], check_dtype=False)


def test_second_run_asks_nobody_and_publishes_the_same_bytes(sandbox_runs):
    asked = {service["source"]: service["requests"] for service in sandbox_runs.second.json()["services"]}
    assert asked == {"arxiv": 0, "semantic_scholar": 0, "github": 0}
    before, after = sandbox_runs.home.versions()
    for table in TABLES:
        name = f"{table.TABLE}.parquet"
        assert filecmp.cmp(before / name, after / name, shallow=False), name
        assert (before / name).samefile(after / name), f"{name} is stored twice"


def test_requests_go_in_batches(sandbox_runs):
    """A request per paper would need more than 900."""
    summary = sandbox_runs.first.json()
    assert sum(service["requests"] for service in summary["services"]) <= 0.25 * summary["papers"]


def test_commands_read_the_version(sandbox_runs):
    home = sandbox_runs.home
    top = home.enrich("top", "--sandbox", "--json")
    counts = [json.loads(line)["citation_count"] for line in top.out.splitlines()]
    assert len(counts) == 10
    assert counts == sorted(counts, reverse=True)
    listed = home.enrich("versions", "--sandbox", "--json").out.splitlines()
    assert [json.loads(line)["version"] for line in listed] == [path.name for path in home.versions()]
    assert home.enrich("check", "--sandbox").code == 0
    shown = home.enrich("show", "2106.09685", "--sandbox", "--json").json()
    assert shown["paper_id"] == "arxiv:2106.09685"
    assert len(shown["mentions"]) == shown["mention_count"]


def test_show_says_when_no_or_many_papers_are_meant(sandbox_runs):
    home = sandbox_runs.home
    none = home.enrich("show", "arxiv:0704.0001", "--sandbox")
    assert (none.code, none.out) == (2, "")
    assert "No paper" in none.err
    many = home.enrich("show", "attention", "--sandbox")
    assert many.code == 2
    assert "id" in many.err


def test_check_finds_a_damaged_file(sandbox_runs, tmp_path):
    import shutil

    copy = tmp_path / "processed"
    shutil.copytree(sandbox_runs.home.versions()[0], copy / sandbox_runs.home.versions()[0].name)
    damaged = next(copy.glob("*/papers.parquet"))
    damaged.write_bytes(damaged.read_bytes()[:-100])
    ended = sandbox_runs.home.enrich("check", sandbox_runs.home.versions()[0].name, "--processed", str(copy))
    assert ended.code == 1
    assert "papers.parquet" in ended.err


def test_why_tells_what_an_identity_rests_on(sandbox_runs):
    told = sandbox_runs.home.enrich("why", "2402.12354", "--sandbox", "--json").out.splitlines()
    reasons = {record["reason"]: record for record in map(json.loads, told)}
    assert reasons
    assert all(record["meaning"] and record["listed_in"] for record in reasons.values())


def test_two_equal_runs_differ_in_nothing_and_share_one_history(sandbox_runs):
    home = sandbox_runs.home
    diff = home.enrich("diff", "--sandbox", "--json")
    assert (diff.code, diff.out) == (0, "")
    assert diff.err.startswith("0 changes")
    rows = [json.loads(line) for line in home.enrich("history", "2106.09685", "--sandbox", "--json").out.splitlines()]
    assert {row["metric"] for row in rows} >= {"citation_count", "reference_count"}
    assert len({row["metric"] for row in rows}) == len(rows)


def test_export_writes_what_other_tools_read(sandbox_runs, papers):
    import io

    import bibtexparser

    home = sandbox_runs.home
    library = bibtexparser.parse_string(home.enrich("export", "bibtex", "--sandbox").out)
    assert not library.failed_blocks
    assert len(library.entries) == len(papers)
    frame = pd.read_csv(io.StringIO(home.enrich("export", "csv", "--sandbox").out))
    assert set(frame.paper_id) == set(papers.paper_id)
    few = home.enrich("export", "jsonl", "mixture", "of", "experts", "--sandbox").out.splitlines()
    assert 0 < len(few) < len(papers)
