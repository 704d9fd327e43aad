"""The four verbs for notebooks, against what pandas and DuckDB read by themselves."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import enrich
from enrich.errors import UsageError, VersionNotFound
from enrich.schema import TABLES, PaperRow
from tests.tables.table_rows import START, changed, publish_to, sample


@pytest.fixture
def processed(tmp_path: Path) -> Path:
    publish_to(tmp_path, sample())
    tables = sample()
    rows = tuple(replace(row, citation_count=50) for row in tables.of(PaperRow))
    publish_to(tmp_path, changed(tables, PaperRow, rows), START + timedelta(weeks=1))
    return tmp_path


@pytest.mark.parametrize("table", [table.TABLE for table in TABLES])
def test_load_gives_what_pandas_reads_from_the_file(processed: Path, table: str) -> None:
    path = processed / "latest" / f"{table}.parquet"
    pd.testing.assert_frame_equal(enrich.load(table, processed=processed), pd.read_parquet(path))


def test_load_and_duckdb_give_the_same_rows(processed: Path) -> None:
    frame = enrich.load("papers", processed=processed)
    rows = duckdb.sql(f"SELECT paper_id, title, citation_count FROM '{processed}/latest/papers.parquet'").fetchall()
    assert rows == list(frame[["paper_id", "title", "citation_count"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("as_of", "count"),
    [
        ("2026-11-02", 11),
        ("2026-11-09", 50),
        (date(2026, 11, 8), 11),
        (datetime(2026, 11, 9, 6, tzinfo=UTC), 50),
        ("2026-11-09T05:59:59", 11),
        ("2026-11-09T08:00:00+03:00", 11),
        (None, 50),
    ],
)
def test_load_as_of_a_moment(processed: Path, as_of: str | date | None, count: int) -> None:
    assert enrich.load("papers", processed=processed, as_of=as_of)["citation_count"][0] == count


def test_load_takes_a_version_by_name(processed: Path) -> None:
    assert enrich.load("papers", "20261102T060000Z", processed)["citation_count"].tolist() == [11, 12, 13]


def test_load_takes_the_folder_of_the_settings(processed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENRICH_PROCESSED", str(processed))
    assert len(enrich.load("papers")) == 3


def test_mistakes_are_told(processed: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="novels is no table"):
        enrich.load("novels", processed=processed)
    with pytest.raises(UsageError, match="no date"):
        enrich.load("papers", processed=processed, as_of="last week")
    with pytest.raises(VersionNotFound):
        enrich.load("papers", processed=tmp_path / "nowhere")


def test_versions_lists_them_oldest_first(processed: Path) -> None:
    frame = enrich.versions(processed)
    assert frame["version"].tolist() == ["20261102T060000Z", "20261109T060000Z"]
    assert frame["papers"].tolist() == [3, 3]
    assert frame["matched"].tolist() == [3, 3]
    assert not frame["simulated"].any()


def test_versions_of_an_empty_folder_is_an_empty_frame_with_columns(tmp_path: Path) -> None:
    frame = enrich.versions(tmp_path)
    assert frame.empty
    assert {"version", "papers", "matched", "path"} <= set(frame.columns)


def test_diff_is_a_frame_of_changes(processed: Path) -> None:
    frame = enrich.diff(processed=processed)
    assert frame["column"].unique().tolist() == ["citation_count"]
    assert frame[["before", "after"]].values.tolist() == [[11, 50], [12, 50], [13, 50]]


def test_history_names_its_entities(processed: Path) -> None:
    frame = enrich.history("citation_count", processed)
    assert frame["name"].tolist() == ["Kelp, part 1", "Kelp, part 2", "Kelp, part 3"]
    assert enrich.history("stars", processed).empty


def test_importing_enrich_loads_nothing_heavy() -> None:
    heavy = "import sys, enrich, enrich.tables; print({'pandas', 'pyarrow', 'prefect', 'duckdb'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True).stdout == "set()\n"
