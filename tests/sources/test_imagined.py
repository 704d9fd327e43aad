"""Imagined sources: they count what the real ones then ask, take no time, and touch nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from enrich.records import Status
from enrich.sources import Forecast, Mode, Sources, imagine_sources, open_sources
from enrich.sources.imagined import Expectations, imagine

from .conftest import QuickClock, settings_for
from .standins import PAPERS, REPOSITORIES, Town

KEYS = [f"ARXIV:{arxiv_id}" for arxiv_id in PAPERS]
TITLES = list(PAPERS.values())[100:125]
Asking = Callable[[Sources], Awaitable[object]]


async def ask_about_all(sources: Sources) -> None:
    """250 ids in three requests, 25 titles in two; 300 keys in one; 70 repositories in two."""
    await sources.arxiv.fetch(list(PAPERS)[:250])
    await sources.arxiv.find_candidates(TITLES)
    await sources.semantic_scholar.fetch(KEYS)
    await sources.github.fetch(list(REPOSITORIES)[:70])


def imagined(folder: Path, clock: QuickClock, asking: Asking, mode: Mode = Mode.LIVE, **settings: object) -> Forecast:
    async def story() -> Forecast:
        async with imagine_sources(settings_for(folder, **settings), clock=clock, mode=mode) as (sources, desk):
            desk.expectations = Expectations(on_arxiv=TITLES)
            await asking(sources)
            return desk.forecast()

    return imagine(story())


def in_earnest(folder: Path, clock: QuickClock, town: Town) -> dict[str, int]:
    async def story() -> dict[str, int]:
        async with open_sources(settings_for(folder), clock=clock, network=httpx.MockTransport(town)) as sources:
            await ask_about_all(sources)
            return {usage.source: usage.requests for usage in sources.usage()}

    return asyncio.run(story())


def test_a_forecast_is_what_is_then_asked(tmp_path: Path, clock: QuickClock, town: Town) -> None:
    forecast = imagined(tmp_path, clock, ask_about_all)
    assert not town.seen and not list(tmp_path.rglob("*.zst")), "imagining leaves nothing behind"
    planned = {plan.source: plan.requests for plan in forecast.services}
    assert planned == in_earnest(tmp_path, clock, town) == {"arxiv": 5, "semantic_scholar": 1, "github": 2}
    after = imagined(tmp_path, clock, ask_about_all)
    assert (after.requests, after.seconds) == (0, 0.0)
    assert [plan.from_ledger for plan in after.services] == [275, 300, 70]
    clock.instant += timedelta(seconds=1)
    assert imagined(tmp_path, clock, ask_about_all, Mode.FULL).requests == forecast.requests


def test_limits_set_the_seconds_and_services_wait_at_the_same_time(tmp_path: Path, clock: QuickClock) -> None:
    async def side_by_side(sources: Sources) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(sources.arxiv.fetch(list(PAPERS)))  # type: ignore[arg-type]
            group.create_task(sources.semantic_scholar.fetch(KEYS))  # type: ignore[arg-type]
            group.create_task(sources.semantic_scholar.find_candidates(["A Moss", "A Fern"]))  # type: ignore[arg-type]

    forecast = imagined(tmp_path, clock, side_by_side)
    arxiv, scholar = forecast.services[:2]
    assert (arxiv.requests, arxiv.seconds) == (3, pytest.approx(3 * 3.1))
    assert (scholar.requests, scholar.seconds) == (3, pytest.approx(3 * 1.03))
    assert forecast.seconds == pytest.approx(2 * 3.1)  # until the last request starts


def test_repositories_without_a_token_end_at_the_hours_limit(tmp_path: Path, clock: QuickClock) -> None:
    async def ask(sources: Sources) -> None:
        found = await sources.github.fetch(list(REPOSITORIES))
        assert [lookup.status for lookup in found.values()].count(Status.UNREACHABLE) == 60

    assert imagined(tmp_path, clock, ask, github_token="").requests == 60
