"""Every common reader reads every table; versions are found, checked and pruned."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import duckdb
import pandas as pd
import polars
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest

from enrich.errors import CheckFailed, PublishError, UsageError, VersionNotFound
from enrich.schema import SCHEMA_VERSION, TABLES, ObservationRow, PaperRow, Row, arrow_schema
from enrich.tables import check_version, diff, load_table, open_version, previous_tables, prune, versions
from tests.test_schema import declared_in

from .table_rows import START, publish_to, sample


@pytest.fixture
def processed(tmp_path: Path) -> Path:
    for week in range(3):
        publish_to(tmp_path, sample(week + 3), START + timedelta(weeks=week))
    return tmp_path


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.TABLE)
def test_every_reader_reads_the_same_rows(processed: Path, table: type[Row]) -> None:
    path = processed / "latest" / f"{table.TABLE}.parquet"
    loaded = load_table(processed, table.TABLE)
    assert loaded.schema.equals(arrow_schema(table))
    assert loaded.num_rows > 0
    assert pyarrow.dataset.dataset(path).to_table().equals(loaded)
    assert polars.read_parquet(path).height == loaded.num_rows
    assert duckdb.sql(f"SELECT * FROM '{path}'").to_arrow_table().num_rows == loaded.num_rows
    frame = pd.read_parquet(path)
    assert list(frame.columns) == loaded.column_names
    assert len(frame) == loaded.num_rows


def test_a_process_that_ends_after_reading_ends_well(processed: Path) -> None:
    program = "import sys; from enrich.tables import load_table; load_table(sys.argv[1], 'papers')"
    for _ in range(3):  # threads that outlive the reading abort nine such processes out of ten
        ended = subprocess.run([sys.executable, "-c", program, str(processed)], capture_output=True, check=False)
        assert (ended.returncode, ended.stderr) == (0, b"")


def test_readers_agree_on_values(processed: Path) -> None:
    path = processed / "latest" / "papers.parquet"
    expected = load_table(processed, "papers").select(["paper_id", "citation_count", "authors"]).to_pylist()
    assert polars.read_parquet(path).select("paper_id", "citation_count", "authors").to_dicts() == expected
    rows = duckdb.sql(f"SELECT paper_id, citation_count, authors FROM '{path}' ORDER BY paper_id").fetchall()
    assert [dict(zip(expected[0], row, strict=True)) for row in rows] == expected
    frame = pd.read_parquet(path)
    assert frame["citation_count"].tolist() == [row["citation_count"] for row in expected]
    assert [list(authors) for authors in frame["authors"]] == [row["authors"] for row in expected]


def test_query_over_all_versions_counts_each_version_once(processed: Path) -> None:
    query = f"""
        SELECT parse_path(filename)[-2] AS version, count(*)
        FROM read_parquet('{processed}/[0-9]*Z/papers.parquet', filename = true, union_by_name = true)
        GROUP BY version ORDER BY version
    """
    assert duckdb.sql(query).fetchall() == [
        ("20261102T060000Z", 3),
        ("20261109T060000Z", 4),
        ("20261116T060000Z", 5),
    ]


@pytest.mark.parametrize(
    ("wanted", "papers"),
    [("latest", 5), ("20261102T060000Z", 3), ("2026110", None), ("20261109", 4), ("20270101", None)],
)
def test_versions_are_found_by_name_and_beginning(processed: Path, wanted: str, papers: int | None) -> None:
    if papers is None:
        with pytest.raises(VersionNotFound, match=wanted):
            load_table(processed, "papers", wanted)
    else:
        assert load_table(processed, "papers", wanted).num_rows == papers


def test_version_as_of_a_moment_is_the_latest_then(processed: Path) -> None:
    assert open_version(processed, as_of=START + timedelta(days=8)).name == "20261109T060000Z"
    with pytest.raises(VersionNotFound, match="held no version yet"):
        open_version(processed, as_of=START - timedelta(seconds=1))


def test_no_version_at_all_is_told(tmp_path: Path) -> None:
    assert versions(tmp_path / "nowhere") == []
    assert previous_tables(tmp_path / "nowhere") is None
    with pytest.raises(VersionNotFound, match="enrich run"):
        load_table(tmp_path / "nowhere", "papers")


def test_unknown_table_is_told_with_those_there_are(processed: Path) -> None:
    with pytest.raises(UsageError, match="novels is no table; there are documents, mentions, papers"):
        load_table(processed, "novels")


def damage(path: Path, content: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("file", "check"),
    [("papers.parquet", "hashes"), ("datapackage.json", "manifest"), ("summary.json", "manifest")],
)
def test_damage_is_found_by_check(processed: Path, file: str, check: str) -> None:
    assert check_version(processed, "20261109") == []
    path = processed / "20261109T060000Z" / file
    damage(path, path.read_bytes()[:-7])
    (problem,) = check_version(processed, "20261109")
    assert problem.check == check
    assert "20261109T060000Z" in str(problem)
    assert check_version(processed) == []


def test_missing_file_is_found_by_check(processed: Path) -> None:
    (processed / "latest" / "papers.parquet").unlink()
    (problem,) = check_version(processed)
    assert problem.check == "hashes"


def test_prune_keeps_the_newest_and_all_of_history(processed: Path) -> None:
    history = load_table(processed, "observations")
    assert prune(processed, 1) == ["20261102T060000Z", "20261109T060000Z"]
    assert [version.name for version in versions(processed)] == ["20261116T060000Z"]
    assert load_table(processed, "observations").equals(history)
    assert check_version(processed) == []
    assert prune(processed, 1) == []
    tables = previous_tables(processed)
    assert tables is not None
    assert len(tables.of(ObservationRow)) == history.num_rows


def test_prune_never_takes_the_last_version(processed: Path) -> None:
    with pytest.raises(UsageError):
        prune(processed, 0)
    assert len(versions(processed)) == 3


def publish_under(tmp_path: Path, schema_version: int, declared: dict[str, dict[str, object]]) -> str:
    """A version as a program of an older schema published it: with the columns that were declared then."""
    name = publish_to(tmp_path, sample())
    manifest = json.loads((tmp_path / name / "datapackage.json").read_text())
    manifest["enrich"]["schema_version"] = schema_version
    for resource in manifest["resources"]:
        path = tmp_path / name / resource["path"]
        old = pq.read_table(path).select(list(declared[resource["name"]]))
        path.chmod(0o644)
        pq.write_table(old.replace_schema_metadata({"schema_version": str(schema_version)}), path)
        resource |= {"bytes": path.stat().st_size, "hash": f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"}
    damage(tmp_path / name / "datapackage.json", json.dumps(manifest).encode())
    return name


@pytest.mark.parametrize("schema_version", range(1, SCHEMA_VERSION))
def test_version_of_an_older_schema_loads_with_gaps_and_can_be_followed(tmp_path: Path, schema_version: int) -> None:
    """A column that is younger than a version is null there, or empty where it is a list."""
    declared = declared_in(schema_version)
    name = publish_under(tmp_path, schema_version, declared)
    assert check_version(tmp_path) == []
    for table in TABLES:
        loaded = load_table(tmp_path, table.TABLE)
        assert loaded.column_names == arrow_schema(table).names
        for column in set(loaded.column_names) - set(declared[table.TABLE]):
            assert not any(loaded[column].to_pylist())
    tables = previous_tables(tmp_path)
    assert tables is not None
    assert tables.of(PaperRow)[0].citation_count == 11
    publish_to(tmp_path, sample(), START + timedelta(weeks=1))
    assert check_version(tmp_path) == check_version(tmp_path, name) == []
    assert diff(tmp_path).changes == ()


def test_version_without_a_column_that_is_never_null_is_told(tmp_path: Path) -> None:
    declared = declared_in(SCHEMA_VERSION)
    del declared["papers"]["title"]
    publish_under(tmp_path, SCHEMA_VERSION, declared)
    with pytest.raises(CheckFailed, match=r"has no column papers\.title"):
        previous_tables(tmp_path)


def test_version_of_a_newer_program_is_not_misread(processed: Path) -> None:
    path = processed / "latest" / "datapackage.json"
    damage(path, path.read_bytes().replace(f'"schema_version": {SCHEMA_VERSION}'.encode(), b'"schema_version": 99'))
    with pytest.raises(CheckFailed, match="newer enrich"):
        previous_tables(processed)
    (problem,) = check_version(processed)
    assert "was made by a newer enrich" in str(problem)


@pytest.mark.parametrize("where", [slice(500, 900), slice(-100, -20), slice(0, None)], ids=["pages", "footer", "all"])
def test_a_damaged_table_is_one_sentence(processed: Path, where: slice) -> None:
    path = processed / open_version(processed).name / "papers.parquet"
    path.chmod(0o644)
    content = bytearray(path.read_bytes())
    content[where] = b"\xff" * len(content[where])
    path.write_bytes(content)
    with pytest.raises(CheckFailed, match=r"papers\.parquet is damaged") as caught:
        load_table(processed, "papers")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", ["{", "{}", "[]", '{"services": [1]}'])
def test_a_damaged_summary_is_one_sentence(processed: Path, content: str) -> None:
    path = processed / open_version(processed).name / "summary.json"
    path.chmod(0o644)
    path.write_text(content)
    with pytest.raises(PublishError, match=r"summary\.json is no summary"):
        open_version(processed).summary()
    assert [problem.check for problem in check_version(processed)] == ["manifest"]
