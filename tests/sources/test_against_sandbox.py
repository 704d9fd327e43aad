"""The sources against the served stand-ins: whole answers, polite, and nothing asked twice."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from enrich.records import Status
from enrich.sandbox import Sandbox, run_sandbox
from enrich.settings import Settings, read_settings
from enrich.sources import open_sources

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with run_sandbox(speed=60) as running:
        yield running


@pytest.fixture(autouse=True)
def healthy(sandbox: Sandbox) -> None:
    sandbox.faults.clear()
    sandbox.journal.clear()
    sandbox.clock.advance(seconds=3600)


@pytest.fixture
def settings(sandbox: Sandbox, tmp_path: Path) -> Settings:
    return read_settings(**sandbox.settings(), answers=tmp_path / "answers", state=tmp_path / "state")


def arxiv_ids(sandbox: Sandbox) -> list[str]:
    return sorted(sandbox.world.by_arxiv_id)


async def test_every_paper_is_told_and_a_second_run_asks_nothing(sandbox: Sandbox, settings: Settings) -> None:
    ids = arxiv_ids(sandbox)
    for _ in range(2):
        async with open_sources(settings) as sources:
            arxiv, s2 = await asyncio.gather(
                sources.arxiv.fetch(ids), sources.semantic_scholar.fetch([f"ARXIV:{arxiv_id}" for arxiv_id in ids])
            )
    assert {lookup.status for lookup in (*arxiv.values(), *s2.values())} == {Status.OK}
    assert sandbox.requests["arxiv"] == -(-len(ids) // 100) and sandbox.requests["semantic_scholar"] == 1
    assert sandbox.journal.summary("arxiv")["max_in_flight"] == 1


async def test_while_arxiv_is_down_datacite_gives_authors_and_years(sandbox: Sandbox, settings: Settings) -> None:
    sandbox.faults.add("arxiv", "throttled", times=None)
    ids = arxiv_ids(sandbox)
    async with open_sources(settings) as sources:
        arxiv = await sources.arxiv.fetch(ids)
        datacite = await sources.datacite.fetch(ids)
        [usage, *_] = sources.usage()
    assert {lookup.status for lookup in arxiv.values()} == {Status.UNREACHABLE}
    assert usage.requests <= 4
    records = [lookup.value for lookup in datacite.values() if lookup.value]
    assert len(records) >= 0.95 * len(ids)
    assert all(record.authors and record.year and record.source == "datacite" for record in records)


async def test_a_renamed_repository_is_found_with_and_without_a_token(sandbox: Sandbox, tmp_path: Path) -> None:
    renamed = next(one.full_name for one in sandbox.world.repositories if one.state == "renamed")
    numbers = []
    for keys in (True, False):
        settings = read_settings(**sandbox.settings(keys=keys), answers=tmp_path / str(keys), state=tmp_path / "state")
        async with open_sources(settings) as sources:
            lookup = (await sources.github.fetch([renamed]))[renamed]
        assert lookup.value is not None and lookup.value.full_name.lower() != renamed.lower()
        numbers.append(lookup.value.repository_id)
    assert numbers[0] == numbers[1]
