"""`enrich plan` and the run after it: as many requests as were foretold, within a tenth, in every scene."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from enrich.pipeline import Order, run
from enrich.planning import plan
from enrich.sandbox import Sandbox, run_sandbox
from enrich.settings import Settings, read_settings
from enrich.sources import Mode
from enrich.sources.catalog_build import Origin, build_index
from enrich.sources.catalog_facts import Facts
from enrich.sources.clock import SystemClock

from .conftest import SAMPLES, Home

DOCUMENTS = sorted(SAMPLES.glob("*.txt"))
SPEED = 60.0
PUBLISHED_INTERVALS = {"arxiv": 3.0, "semantic_scholar": 1.0, "github": 0.0}


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with run_sandbox(speed=SPEED) as running:
        yield running


def settings_in(folder: Path, sandbox: Sandbox, *, empty_catalog: bool) -> Settings:
    catalog = folder / "catalog.titles"
    if empty_catalog:
        build_index([Facts("0704.0001", "Tea leaves")], catalog, Origin("test", lambda: "2026-01-01T00:00:00+00:00"))
    own = {"raw": folder / "raw", "processed": str(folder / "processed"), "state": folder / "state"}
    return read_settings(**own, catalog=catalog, **sandbox.settings())


def list_in(folder: Path, documents: list[Path]) -> None:
    (folder / "raw").mkdir(parents=True, exist_ok=True)
    for document in documents:
        shutil.copy(document, folder / "raw")


def foretold_and_made(settings: Settings, sandbox: Sandbox, days_later: int = 0) -> tuple[int, int]:
    """The requests of a plan and of the run after it; a plan asks nobody and leaves nothing behind."""
    clock = SystemClock(timedelta(days=days_later))
    sandbox.journal.clear()
    before = sorted(settings.raw.parent.rglob("*"))
    forecast = plan(settings, clock=clock)
    assert not sandbox.requests
    assert sorted(settings.raw.parent.rglob("*")) == before
    asyncio.run(run(settings, Order(simulated=True), clock=clock))
    assert not sandbox.violations
    return forecast.requests, sum(sandbox.requests.values())


def assert_within_a_tenth(scenes: dict[str, tuple[int, int]]) -> None:
    """Of few requests, one more or less is as near as it gets."""
    off = {name: pair for name, pair in scenes.items() if abs(pair[0] - pair[1]) > max(1, 0.1 * pair[1])}
    assert not off, f"(foretold, made): {scenes}"


@pytest.mark.slow
def test_plan_foretells_runs_over_the_same_documents(tmp_path: Path, sandbox: Sandbox) -> None:
    list_in(tmp_path, DOCUMENTS)
    settings = settings_in(tmp_path, sandbox, empty_catalog=False)
    scenes = {"first": foretold_and_made(settings, sandbox), "second": foretold_and_made(settings, sandbox)}
    for days in (1, 10, 50):
        scenes[f"{days} days later"] = foretold_and_made(settings, sandbox, days)
    assert scenes["second"] == (0, 0)
    assert_within_a_tenth(scenes)


@pytest.mark.slow
def test_plan_foretells_a_run_without_a_catalog(tmp_path: Path, sandbox: Sandbox) -> None:
    """Not even an earlier run asked anybody: what it left open proves nothing."""
    list_in(tmp_path, DOCUMENTS)
    settings = settings_in(tmp_path, sandbox, empty_catalog=True)
    asyncio.run(run(settings, Order(Mode.OFFLINE, simulated=True)))
    assert_within_a_tenth({"empty": foretold_and_made(settings, sandbox)})


@pytest.mark.slow
@pytest.mark.parametrize("empty_catalog", [False, True])
def test_plan_foretells_what_new_documents_take(tmp_path: Path, sandbox: Sandbox, empty_catalog: bool) -> None:
    list_in(tmp_path, DOCUMENTS[:2])
    settings = settings_in(tmp_path, sandbox, empty_catalog=empty_catalog)
    scenes = {"two documents": foretold_and_made(settings, sandbox)}
    list_in(tmp_path, DOCUMENTS)
    assert_within_a_tenth(scenes | {"three new ones": foretold_and_made(settings, sandbox)})


def test_services_are_waited_for_at_the_same_time(tmp_path: Path, sandbox: Sandbox) -> None:
    """In imagined time, where our own computing takes none: what the slowest service's limit sets, and little more."""
    list_in(tmp_path, DOCUMENTS)
    forecast = plan(settings_in(tmp_path, sandbox, empty_catalog=True))
    bound = max(PUBLISHED_INTERVALS[each.source] * each.requests for each in forecast.services)
    assert forecast.seconds * SPEED <= 1.2 * bound


def test_plan_prints_a_row_a_service_or_json(home: Home) -> None:
    home.raw.joinpath("list.md").write_text(
        "# List\n\n- [Mixed ions](https://arxiv.org/abs/1605.08386)\n- Moss on walls\n"
    )
    shown = home.enrich("plan", SEMANTIC_SCHOLAR_API_KEY="some-key")
    assert shown.code == 0, shown.err
    rows = [line.split("\t") for line in shown.out.splitlines()]
    assert [row[0] for row in rows] == ["service", "arxiv", "semantic_scholar", "github", "all"]
    told = home.enrich("plan", "--json", SEMANTIC_SCHOLAR_API_KEY="some-key").json()
    assert told["requests"] == int(rows[-1][3]) == sum(each["requests"] for each in told["services"]) > 0
    assert [path.name for path in home.folder.rglob("*") if path.is_file()] == ["list.md"]
