"""Hugging Face's word on a paper's repository: asked sparingly, within a budget, and never in vain."""

from __future__ import annotations

from datetime import timedelta

import httpx

from enrich.records import Status

from .conftest import Opener, QuickClock
from .standins import Town, hugging_face

IDS = [f"2401.{number:05d}" for number in range(1, 13)]


def asked(town: Town) -> list[str]:
    return [request.url.path.rpartition("/")[2] for request in town.seen]


async def test_hugging_face_names_a_papers_repository(open_town: Opener) -> None:
    async with open_town() as sources:
        found = await sources.hugging_face.fetch(["2401.00001", "2401.00002"])
        assert [usage.source for usage in sources.usage()][-1] == "hugging_face"
    assert found["2401.00001"].status is Status.NOT_FOUND
    record = found["2401.00002"].value
    assert record is not None and record.repositories == ("lichen/growth-1",)


async def test_without_a_budget_nobody_is_asked(open_town: Opener, town: Town) -> None:
    async with open_town(settings={"hugging_face_budget": 0}) as sources:
        found = await sources.hugging_face.fetch(IDS)
        assert [usage.source for usage in sources.usage()] == ["arxiv", "semantic_scholar", "github"]
    assert {lookup.status for lookup in found.values()} == {Status.NOT_ASKED} and not town.seen


async def test_every_run_goes_on_where_the_budget_of_the_last_one_ended(
    open_town: Opener, town: Town, clock: QuickClock
) -> None:
    for _ in range(4):
        async with open_town(settings={"hugging_face_budget": 5}) as sources:
            before = len(town.seen)
            found = await sources.hugging_face.fetch(IDS)
            assert len(town.seen) - before <= 5
        clock.instant += timedelta(hours=1)
    assert sorted(asked(town)) == IDS
    assert Status.NOT_ASKED not in {lookup.status for lookup in found.values()}


async def test_who_waits_the_longest_is_asked_first_once_answers_grow_old(
    open_town: Opener, town: Town, clock: QuickClock
) -> None:
    town.services["hf.test"] = lambda request: httpx.Response(404, json={"error": "Paper not found."})
    for start in (8, 4):
        async with open_town() as sources:
            await sources.hugging_face.fetch(IDS[start : start + 4])
        clock.instant += timedelta(hours=1)
    clock.instant += timedelta(days=8)
    town.seen.clear()
    async with open_town(settings={"hugging_face_budget": 8}) as sources:
        await sources.hugging_face.fetch(IDS)
    assert sorted(asked(town)) == [*IDS[:4], *IDS[8:]]


async def test_a_run_has_one_budget_however_often_it_asks(open_town: Opener, town: Town) -> None:
    async with open_town(settings={"hugging_face_budget": 5}) as sources:
        await sources.hugging_face.fetch(IDS[:4])
        found = await sources.hugging_face.fetch(IDS)
    assert len(town.seen) == 5
    assert sum(lookup.status is Status.NOT_ASKED for lookup in found.values()) == 7
    assert all("BUDGET" in (lookup.why or "") for lookup in found.values() if lookup.status is Status.NOT_ASKED)


async def test_a_link_to_something_else_than_a_repository_is_not_taken(open_town: Opener, town: Town) -> None:
    def odd(request: httpx.Request) -> httpx.Response:
        said = hugging_face(request).json()
        return httpx.Response(200, json={**said, "githubRepo": "https://example.org/lichen/growth"})

    town.services["hf.test"] = odd
    async with open_town() as sources:
        found = await sources.hugging_face.fetch(IDS[1:2])
    record = found[IDS[1]].value
    assert record is not None and record.repositories == ()
