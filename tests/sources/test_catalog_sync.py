"""Bringing the catalog up to date: what has changed is found, what was removed is not, and no outage costs a page."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from enrich.errors import CatalogError, RequestRejected, SourceThrottled, SourceUnavailable
from enrich.sandbox import run_sandbox
from enrich.sources import catalog_sync
from enrich.sources.catalog import Catalog, open_catalog
from enrich.sources.catalog_build import Origin, build_index
from enrich.sources.catalog_facts import Facts, read_starter
from enrich.sources.catalog_layers import changes_beside, open_layers
from enrich.sources.catalog_sync import Synced, sync_catalog

from .conftest import QuickClock, settings_for
from .killing import killed_after
from .oai_archive import URL, Archive, error

OLD = "2026-11-01"
BUILT = [
    Facts(
        "2101.00001", "Tidal Locking of Moons", ("A. Moon",), True, "2021-01-05T10:11:12+00:00", repositories=("a/b",)
    ),
    Facts("2101.00002", "Convex Bodies and Their Shadows"),
    Facts("2101.00003", "Bread in Antiquity"),
]
Sync = Callable[[], Awaitable[Synced]]


@pytest.fixture
def archive() -> Archive:
    return Archive()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "catalog" / "titles"
    build_index(BUILT, path, Origin("bulk.json", lambda: f"{OLD}T00:00:00+00:00"))
    return path


@pytest.fixture
def sync(tmp_path: Path, clock: QuickClock, archive: Archive) -> Sync:
    async def run(**given: Any) -> Synced:
        settings = settings_for(tmp_path, arxiv_oai_url=URL, catalog=tmp_path / "catalog" / "titles", **given)
        return await sync_catalog(settings, clock=clock, network=httpx.MockTransport(archive))

    return run


def content(path: Path) -> bytes:
    return path.read_bytes()


def ids(path: Path, title: str) -> list[str | None]:
    lookup = Catalog(open_layers(path)).lookup_titles([title])[title]
    return [candidate.ids.arxiv_id for candidate in lookup.value or ()]


async def test_new_changed_and_removed_papers_are_worked_in(target: Path, sync: Sync, archive: Archive) -> None:
    archive.put("2611.00001", "On the Age of\n  Glaciers", "2026-11-20")
    archive.put("2101.00001", "Tidal Locking of Icy Moons", "2026-11-20", doi="10.1000/x 10.1000/y")
    archive.remove("2101.00003", "2026-11-19")
    synced = await sync()
    assert (synced.changed, synced.removed, synced.titles, synced.written_anew) == (2, 1, 3, False)
    assert ids(target, "On the age of glaciers") == ["2611.00001"]
    assert ids(target, "Tidal Locking of Icy Moons") == ["2101.00001"]
    assert ids(target, "Convex Bodies and Their Shadows") == ["2101.00002"]
    assert ids(target, "Bread in Antiquity") == []
    assert "2101.00001" not in ids(target, "Tidal Locking of Moons (Icarus)")[1:]
    record = (await Catalog(open_layers(target)).fetch(["2101.00001", "2101.00003"]))["2101.00001"].value
    assert record and (record.ids.doi, record.authors[0].name) == ("10.1000/x", "Ada Moon Jr")
    assert record.published_at and record.published_at.hour == 10
    assert record.repositories == ("a/b",)


async def test_only_what_changed_since_is_asked_for_with_a_day_of_overlap(
    target: Path, sync: Sync, archive: Archive
) -> None:
    archive.put("2611.00001", "On the Age of Glaciers", "2026-11-20")
    await sync()
    await sync()
    assert [asked["from"] for asked in archive.asked] == ["2026-10-31", "2026-11-20"]


async def test_nothing_new_is_an_answer(target: Path, sync: Sync) -> None:
    before = content(target)
    synced = await sync()
    assert (synced.changed, synced.removed, synced.titles) == (0, 0, 3)
    assert content(target) == before
    assert open_layers(target).info.synced_at


async def test_a_paper_told_again_as_it_is_known_is_no_change(target: Path, sync: Sync, archive: Archive) -> None:
    archive.put("2611.00001", "On the Age of Glaciers", "2026-11-21")
    assert (await sync()).changed == 1
    assert (await sync()).changed == 0
    assert ids(target, "On the Age of Glaciers") == ["2611.00001"]


async def test_changes_of_several_syncs_add_up(target: Path, sync: Sync, archive: Archive) -> None:
    archive.put("2611.00001", "On the Age of Glaciers", "2026-11-20")
    archive.put("2611.00002", "On the Age of Rocks", "2026-11-20")
    await sync()
    archive.records.clear()
    archive.put("2611.00002", "On the Age of Old Rocks", "2026-11-21")
    archive.remove("2101.00002", "2026-11-21")
    assert (await sync()).titles == 4
    assert ids(target, "On the Age of Glaciers") == ["2611.00001"]
    assert ids(target, "On the Age of Old Rocks") == ["2611.00002"]
    assert ids(target, "Convex Bodies and Their Shadows") == []
    archive.records.clear()
    archive.put("2101.00002", "Convex Bodies and Their Shadows", "2026-11-21")
    await sync()
    assert ids(target, "Convex Bodies and Their Shadows") == ["2101.00002"]


async def test_many_changes_are_written_into_the_index_itself(
    target: Path, sync: Sync, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.put("2611.00001", "On the Age of Glaciers", "2026-11-20")
    archive.remove("2101.00003", "2026-11-20")
    await sync()
    monkeypatch.setattr(catalog_sync, "_CHANGED_ANYWAY", 0)
    archive.put("2101.00001", "Tidal Locking of Icy Moons", "2026-11-21")
    synced = await sync()
    assert (synced.written_anew, synced.titles) == (True, 3)
    assert not changes_beside(target).exists()
    assert ids(target, "On the Age of Glaciers") == ["2611.00001"]
    assert ids(target, "Bread in Antiquity") == []
    assert ids(target, "Tidal Locking of Icy Moons") == ["2101.00001"]
    assert open_layers(target).info.origin == "bulk.json"
    assert open_layers(target).info.synced_at


async def test_without_an_index_all_of_arxiv_and_the_shipped_papers_are_one(
    tmp_path: Path, sync: Sync, archive: Archive
) -> None:
    for n in range(1, 6):
        archive.put(f"2611.0000{n}", f"On the Age of Glaciers, Volume {n}", "2026-11-20")
    synced = await sync()
    assert "from" not in archive.asked[0]
    assert (synced.titles, synced.written_anew) == (5 + len(list(read_starter())), True)
    assert ids(tmp_path / "catalog" / "titles", "On the Age of Glaciers, Volume 3") == ["2611.00003"]


@pytest.mark.parametrize("stopped_at", [1, 2, 3])
async def test_a_sync_that_was_stopped_goes_on_behind_the_last_page(
    target: Path, sync: Sync, archive: Archive, stopped_at: int
) -> None:
    for n in range(1, 6):
        archive.put(f"2611.0000{n}", f"On the Age of Glaciers, Volume {n}", f"2026-11-0{n}")
    before = content(target)

    def killed(request: httpx.Request) -> httpx.Response:
        raise asyncio.CancelledError

    archive.faults[stopped_at] = killed
    with pytest.raises(asyncio.CancelledError):
        await sync()
    assert content(target) == before and not changes_beside(target).exists()
    archive.asked.clear()
    assert (await sync()).changed == 5
    # The pages that are left; and where the first was kept, what has changed since it was sent.
    assert len(archive.asked) == 3 - (stopped_at - 1) + (stopped_at > 1)
    assert [ids(target, f"On the Age of Glaciers, Volume {n}") for n in (1, 3, 5)] == [
        ["2611.00001"],
        ["2611.00003"],
        ["2611.00005"],
    ]


async def test_a_token_that_expired_costs_no_page_but_those_of_its_day(
    target: Path, sync: Sync, archive: Archive
) -> None:
    for n in range(1, 6):
        archive.put(f"2611.0000{n}", f"On the Age of Glaciers, Volume {n}", f"2026-11-0{n}")
    archive.faults[3] = lambda request: httpx.Response(200, content=error("badResumptionToken"))
    assert (await sync()).changed == 5
    assert archive.asked[3]["from"] == "2026-11-04"


async def test_tokens_that_are_always_rejected_end_in_a_sentence(target: Path, sync: Sync, archive: Archive) -> None:
    for n in range(1, 6):
        archive.put(f"2611.0000{n}", f"On the Age of Glaciers, Volume {n}", "2026-11-05")
    honest = archive.answer
    archive.answer = lambda words: error("badResumptionToken") if "resumptionToken" in words else honest(words)  # type: ignore[method-assign]
    with pytest.raises(SourceUnavailable, match="rejects its own resumption tokens"):
        await sync()


@pytest.mark.parametrize(
    ("status", "content"),
    [
        (503, b"later"),
        (200, b"<html><body>Rate exceeded.</body></html>"),
        (200, b"Rate exceeded."),
        (200, b""),
        (200, b'<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>20'),
    ],
)
async def test_what_passes_is_waited_for(
    target: Path, sync: Sync, archive: Archive, clock: QuickClock, status: int, content: bytes
) -> None:
    archive.put("2611.00001", "On the Age of Glaciers", "2026-11-20")
    archive.faults[1] = lambda request: httpx.Response(status, content=content, headers={"Retry-After": "7"})
    assert (await sync()).changed == 1
    assert max(clock.naps) >= (7 if status == 503 else 1)


async def test_an_outage_leaves_the_catalog_and_says_what_to_do(target: Path, sync: Sync, archive: Archive) -> None:
    archive.put("2611.00001", "On the Age of Glaciers", "2026-11-20")
    archive.faults = {n: lambda request: httpx.Response(503) for n in range(1, 20)}
    before = content(target)
    with pytest.raises(SourceThrottled, match="0 pages are kept; run `enrich catalog sync` again"):
        await sync()
    assert content(target) == before


async def test_a_rejected_request_is_no_outage(target: Path, sync: Sync, archive: Archive) -> None:
    archive.faults[1] = lambda request: httpx.Response(200, content=error("badArgument"))
    with pytest.raises(RequestRejected, match="badArgument"):
        await sync()


async def test_a_catalog_that_was_replaced_meanwhile_is_left_alone(target: Path, sync: Sync, archive: Archive) -> None:
    def built_anew(request: httpx.Request) -> httpx.Response:
        build_index(BUILT[:2], target, Origin("other.json", lambda: f"{OLD}T00:00:00+00:00"))
        return httpx.Response(200, content=archive.answer(dict(request.url.params)))

    archive.put("2611.00001", "On the Age of Glaciers", "2026-11-20")
    archive.faults[1] = built_anew
    with pytest.raises(CatalogError, match="replaced meanwhile"):
        await sync()
    assert open_layers(target).info.origin == "other.json"


async def test_changes_of_another_build_are_not_read(target: Path, sync: Sync, archive: Archive) -> None:
    archive.put("2101.00001", "Tidal Locking of Icy Moons", "2026-11-20")
    await sync()
    build_index(BUILT, target, Origin("bulk.json", lambda: f"{OLD}T00:00:00+00:00"))
    assert ids(target, "Tidal Locking of Moons") == ["2101.00001"]
    assert open_layers(target).changed == 0


async def test_all_runs_read_what_was_synced(target: Path, sync: Sync, archive: Archive, tmp_path: Path) -> None:
    archive.put("2611.00001", "On the Age of Glaciers", "2026-11-20")
    await sync()
    catalog = open_catalog(settings_for(tmp_path, catalog=target))
    assert catalog.info.titles == 4
    assert catalog.info.observed_at == "2026-11-21T00:00:00+00:00"


@pytest.mark.parametrize("anew", [False, True])
def test_a_sync_killed_at_any_point_leaves_a_catalog_of_before_or_after(
    target: Path, sync: Sync, archive: Archive, monkeypatch: pytest.MonkeyPatch, anew: bool
) -> None:
    archive.put("2101.00002", "Convex Bodies and Shadows", "2026-11-20")
    asyncio.run(sync())  # type: ignore[arg-type]
    archive.put("2101.00001", "Tidal Locking of Icy Moons", "2026-11-21")
    archive.remove("2101.00003", "2026-11-21")
    if anew:
        monkeypatch.setattr(catalog_sync, "_CHANGED_ANYWAY", 0)
    kills, calls = 0, 1
    while killed_after(calls, lambda: asyncio.run(sync())):  # type: ignore[arg-type]
        kills, calls = kills + 1, calls + 1 + calls // 4
        assert ids(target, "Convex Bodies and Shadows") == ["2101.00002"]
        assert ids(target, "Bread in Antiquity") in (["2101.00003"], [])
    assert kills > 15
    assert ids(target, "Tidal Locking of Icy Moons") == ["2101.00001"]
    assert ids(target, "Bread in Antiquity") == []
    assert changes_beside(target).exists() != anew


@pytest.mark.slow
async def test_two_syncs_at_once_keep_to_the_limits_and_the_second_leaves_the_catalog_alone(tmp_path: Path) -> None:
    with run_sandbox(speed=60) as sandbox:
        settings = settings_for(tmp_path, catalog=tmp_path / "titles", **sandbox.settings())
        ends = await asyncio.gather(sync_catalog(settings), sync_catalog(settings), return_exceptions=True)
        assert sandbox.violations == {}
        assert sandbox.journal.summary("arxiv")["max_in_flight"] == 1
        assert {type(end) for end in ends} == {Synced, CatalogError}
        assert open_layers(settings.catalog).info.titles == len(sandbox.world.by_arxiv_id)
