"""Object storage: the same versions as on a disk, the manifest last. Held against fsspec's store in memory."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import fsspec
import pytest

import enrich
from enrich.errors import CheckFailed, PublishConflict, PublishError, SettingsError
from enrich.schema import TABLES
from enrich.settings import Settings
from enrich.tables import check_version, diff, load_table, open_version, previous_tables, prune, publish, versions

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
    assert folders(url) == {"20261102T060000Z", "20261110T060000Z"}


class Died(BaseException):
    """What no program catches."""


def die() -> None:
    raise Died


WRITES = len(TABLES) + 4  # the tables, the summary (which is tried twice), the decision, the manifest
STEPS = [1, 2, WRITES - 2, WRITES - 1, WRITES]  # before, amid and at the end of the tables, and what follows them


def publish_until(
    url: str, monkeypatch: pytest.MonkeyPatch, step: int, then: Callable[[], object], at: datetime = LATER
) -> str:
    """Publish a fourth paper; right before an object is written, something else happens."""
    files = type(fsspec.filesystem("memory"))
    with monkeypatch.context() as patch:
        written = 0

        def interrupted(name: str) -> Callable[..., object]:
            original = getattr(files, name)

            def write(self: object, *arguments: object, **more: object) -> object:
                nonlocal written
                written += name != "open" or "xb" in arguments
                if written == step:
                    patch.undo()
                    then()
                return original(self, *arguments, **more)

            return write

        for name in ("open", "put_file", "pipe_file"):
            patch.setattr(files, name, interrupted(name))
        return store(url, sample(4), at)


def folders(url: str) -> set[str]:
    """What lies beside the versions and among them."""
    files, root = fsspec.filesystem("memory"), url.removeprefix("memory:/")
    return {path.split("/")[-1] for path in files.ls(root, detail=False)} - {".after", "latest"}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("first", [True, False])
def test_publisher_that_died_blocks_nobody(url: str, monkeypatch: pytest.MonkeyPatch, step: int, first: bool) -> None:
    before = [] if first else [store(url)]
    with pytest.raises(Died):
        publish_until(url, monkeypatch, step, die)
    assert [version.name for version in versions(url)] == before
    if step == STEPS[-1]:  # all but visible: the next one finds it, shows it and has to build on it
        before.append("20261109T060000Z")
        with pytest.raises(PublishConflict, match="Another run published 20261109T060000Z"):
            store(url, sample(5), LATER + timedelta(seconds=30))
        assert load_table(url, "papers").num_rows == 4
    for minutes in (1, 2):
        before.append(store(url, sample(5), LATER + timedelta(minutes=minutes)))
    assert [version.name for version in versions(url)] == before
    assert [problem for name in before for problem in check_version(url, name)] == []
    assert folders(url) == set(before)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("apart", [timedelta(0), timedelta(seconds=30), timedelta(days=2)])
def test_of_two_publishers_at_once_one_publishes(
    url: str, monkeypatch: pytest.MonkeyPatch, step: int, apart: timedelta
) -> None:
    """The second comes and goes while the first one stands still in the middle, be it for days."""
    store(url)
    told: list[object] = []

    def publish_and_tell(publishing: Callable[[], str]) -> None:
        try:
            told.append(publishing())
        except PublishConflict as error:
            told.append(error)

    def other() -> None:
        publish_and_tell(lambda: store(url, sample(5), LATER + apart))

    publish_and_tell(lambda: publish_until(url, monkeypatch, step, other))
    (name,) = [each for each in told if isinstance(each, str)]
    (conflict,) = [each for each in told if not isinstance(each, str)]
    assert "Another run" in str(conflict)
    assert [version.name for version in versions(url)] == ["20261102T060000Z", name]
    assert check_version(url) == []
    assert store(url, sample(5), LATER + timedelta(days=9))
    assert len(versions(url)) == len(folders(url)) == 3


def test_slow_publisher_can_not_follow_a_version_that_was_pruned(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store(url)

    def others() -> None:
        store(url, sample(5), LATER + timedelta(days=1))
        prune(url, 1)

    with pytest.raises(PublishConflict):
        publish_until(url, monkeypatch, STEPS[-2], others)
    assert [version.name for version in versions(url)] == ["20261110T060000Z"]


def test_store_that_writes_twice_what_is_written_once_is_told(
    url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    store(url)
    assert caplog.records == []
    files = type(fsspec.filesystem("memory"))
    original = files.open
    monkeypatch.setattr(
        files, "open", lambda self, path, mode="rb", **more: original(self, path, mode.replace("x", "w"), **more)
    )
    store(url, sample(4), LATER)
    (told,) = caplog.records
    assert "can't keep two publishers apart" in told.getMessage()


def test_last_version_that_was_removed_by_hand_is_told(url: str) -> None:
    store(url)
    store(url, sample(4), LATER)
    fsspec.filesystem("memory").rm(f"{url.removeprefix('memory:/')}/20261109T060000Z", recursive=True)
    with pytest.raises(PublishError, match=r"\.after/20261102T060000Z to go on without") as refusal:
        store(url, sample(5), LATER)
    fsspec.filesystem("memory").rm(str(refusal.value).split(" says")[0])
    assert store(url, sample(5), LATER) == "20261109T060000Z"


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
