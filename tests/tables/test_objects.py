"""Object storage: the same versions as on a disk, the manifest last. Held against fsspec's store in memory."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import fsspec
import pytest

import enrich
from enrich.errors import CheckFailed, PublishConflict, PublishError, SettingsError
from enrich.settings import Settings
from enrich.tables import check_version, diff, load_table, open_version, previous_tables, prune, publish, versions
from enrich.tables.objects import LOCK_EXPIRES

from .table_rows import START, publish_to, sample, summary_of

LATER = START + timedelta(weeks=1)


@pytest.fixture
def url() -> Iterator[str]:
    address = f"memory://{uuid.uuid4().hex}/processed"
    yield address
    files = fsspec.filesystem("memory")
    files.rm(address.removeprefix("memory:/"), recursive=True) if files.exists(address) else None


def store(url: str, tables: object = None, at: datetime = START) -> str:
    last = previous_tables(url)
    rows = replace(tables or sample(), based_on=last.version if last else None)  # type: ignore[type-var]
    return publish(rows, summary_of(rows, at), Settings(processed=url)).version or ""  # type: ignore[arg-type]


def test_version_comes_back_from_the_store(url: str) -> None:
    assert previous_tables(url) is None
    assert store(url) == "20261102T060000Z"
    assert store(url, sample(4), LATER) == "20261109T060000Z"
    assert open_version(url).rows().rows == sample(4).rows
    assert check_version(url) == []
    assert len(diff(url).of("papers", "added")) == 1
    assert len(enrich.load("papers", processed=url)) == 4
    with fsspec.open(f"{url}/latest") as latest:
        assert latest.read() == b"20261109T060000Z\n"


def test_store_and_disk_hold_the_same_bytes(url: str, tmp_path: Path) -> None:
    store(url)
    name = publish_to(tmp_path, sample())
    for path in (tmp_path / name).iterdir():
        with fsspec.open(f"{url}/{name}/{path.name}") as file:
            assert file.read() == path.read_bytes()


def test_upload_that_breaks_off_is_no_version_and_is_swept(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store(url)
    files = fsspec.filesystem("memory")
    upload = type(files).put_file

    def break_off(self: object, source: str, target: str, **more: object) -> None:
        if target.endswith("papers.parquet"):
            raise RuntimeError("the line went dead")
        upload(self, source, target, **more)

    with monkeypatch.context() as patch:
        patch.setattr(type(files), "put_file", break_off)
        with pytest.raises(PublishError, match="the line went dead"):
            store(url, sample(4), LATER)
    assert [version.name for version in versions(url)] == ["20261102T060000Z"]
    assert load_table(url, "papers").num_rows == 3
    store(url, sample(4), LATER + timedelta(days=1))
    root = url.removeprefix("memory:/")
    assert sorted(path.split("/")[-1] for path in files.ls(root, detail=False)) == [
        "20261102T060000Z",
        "20261110T060000Z",
        "latest",
    ]


def test_second_publisher_gets_a_conflict_until_the_lock_is_old(url: str) -> None:
    lock = f"{url}/.lock"
    with fsspec.open(lock, "wb") as file:
        file.write(datetime.now(UTC).isoformat().encode())
    with pytest.raises(PublishConflict, match="Another run is publishing"):
        store(url)
    with fsspec.open(lock, "wb") as file:
        file.write((datetime.now(UTC) - LOCK_EXPIRES).isoformat().encode())
    assert store(url)
    assert not fsspec.filesystem("memory").exists(lock)


def test_refused_draft_is_kept_on_the_disk(url: str) -> None:
    from enrich.schema import PaperRow

    tables = sample()
    bad = replace(tables, rows={**tables.rows, PaperRow: tables.of(PaperRow) * 2})
    with pytest.raises(CheckFailed, match=r"keys: papers\.paper_id") as refusal:
        store(url, bad)
    kept = Path(str(refusal.value).split("kept in ")[1].split(";")[0])
    assert (kept / "papers.parquet").exists()
    assert versions(url) == []


def test_prune_takes_versions_out_of_the_store(url: str) -> None:
    for week in range(3):
        store(url, at=START + timedelta(weeks=week))
    assert len(prune(url, 2)) == 1
    assert [version.name for version in versions(url)] == ["20261109T060000Z", "20261116T060000Z"]
    assert check_version(url) == []


def test_address_that_nothing_opens_is_told() -> None:
    with pytest.raises(SettingsError, match="can't be opened"):
        versions("gopher://old/things")
