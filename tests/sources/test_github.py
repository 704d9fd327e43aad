"""GitHub's special cases: renamed, archived, blocked, closed, used up, too heavy."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from enrich.records import Status

from .conftest import Opener, QuickClock
from .standins import REPOSITORIES, Town, github, github_names, rest_repository

NAMES = list(REPOSITORIES)[:60]
RESET = "1795252800"  # 2026-11-21T09:20:00Z


def graphql(**changes: Any) -> Any:
    """A GitHub whose answer for the alias r1 is changed: `node` and the `error` on it."""

    def handler(request: httpx.Request) -> httpx.Response:
        said = github(request).json()
        if request.url.path == "/graphql":
            said["data"]["r1"] = changes.get("node")
            said["errors"] = [{"path": ["r1"], **changes["error"]}] if "error" in changes else []
        return httpx.Response(200, json=said)

    return handler


@pytest.mark.parametrize("service", ["github", "hugging_face"])
async def test_a_repository_is_never_searched_by_its_name(open_town: Opener, town: Town, service: str) -> None:
    async with open_town() as sources:
        found = await getattr(sources, service).find_candidates([NAMES[0], "growth-1"])
    assert {lookup.status for lookup in found.values()} == {Status.NOT_ASKED} and not town.seen


async def test_a_renamed_repository_keeps_its_number_and_answers_to_the_old_name(open_town: Opener, town: Town) -> None:
    renamed = {"databaseId": 1002, "nameWithOwner": "Moss/Renamed", "stargazerCount": 7, "isArchived": True}
    town.services["github.test"] = graphql(node=renamed)
    async with open_town() as sources:
        found = await sources.github.fetch(NAMES[:2])
    record = found[NAMES[1]].value
    assert record is not None
    assert (record.repository_id, record.full_name, record.archived) == (1002, "Moss/Renamed", True)
    assert record.watchers is None and record.forks is None  # not stated is not zero


async def test_a_renamed_repository_is_followed_over_rest(open_town: Opener, town: Town) -> None:
    def moved(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/repos/old/name":
            return httpx.Response(301, json={"message": "Moved Permanently"}, headers={"location": "/repositories/7"})
        return httpx.Response(200, json=rest_repository("new/name", 7))

    town.services["github.test"] = moved
    async with open_town(settings={"github_token": None}) as sources:
        found = await sources.github.fetch(["old/name"])
    assert found["old/name"].value is not None and found["old/name"].value.full_name == "new/name"


@pytest.mark.parametrize(("status", "reason"), [(451, "dmca"), (403, "tos")])
async def test_a_blocked_repository_is_gone_with_its_reason(
    open_town: Opener, town: Town, status: int, reason: str
) -> None:
    town.services["github.test"] = lambda request: httpx.Response(
        status, json={"message": "Repository access blocked", "block": {"reason": reason}}
    )
    async with open_town(settings={"github_token": None}) as sources:
        found = await sources.github.fetch(["moss/blocked"])
    assert found["moss/blocked"].status is Status.NOT_FOUND
    assert found["moss/blocked"].why == f"blocked by GitHub ({reason})"


async def test_what_graphql_withholds_without_a_reason_is_asked_singly(open_town: Opener, town: Town) -> None:
    healthy = graphql(error={"type": "SOMETHING_NEW", "message": "blocked"})

    def blocking(request: httpx.Request) -> httpx.Response:
        if request.url.path == f"/repos/{NAMES[1]}":
            return httpx.Response(451, json={"message": "Repository access blocked", "block": {"reason": "dmca"}})
        return healthy(request)

    town.services["github.test"] = blocking
    async with open_town() as sources:
        found = await sources.github.fetch(NAMES[:3])
    assert [found[name].status for name in NAMES[:3]] == [Status.OK, Status.NOT_FOUND, Status.OK]
    assert town.count("github.test") == 2
    async with open_town() as sources:
        assert await sources.github.fetch(NAMES[:3]) == found
    assert town.count("github.test") == 2  # nothing is asked twice


async def test_a_repository_closed_to_the_token_is_not_called_missing(open_town: Opener, town: Town) -> None:
    town.services["github.test"] = graphql(error={"type": "FORBIDDEN", "extensions": {"saml_failure": True}})
    async with open_town() as sources:
        found = await sources.github.fetch(NAMES[:2])
    assert found[NAMES[0]].status is Status.OK
    assert found[NAMES[1]].status is Status.UNREACHABLE


async def test_a_closed_field_costs_that_field_alone(open_town: Opener, town: Town) -> None:
    def closed(request: httpx.Request) -> httpx.Response:
        said = github(request).json()
        said["data"]["r0"]["watchers"] = None
        said["errors"] = [{"type": "FORBIDDEN", "path": ["r0", "watchers"]}]
        return httpx.Response(200, json=said)

    town.services["github.test"] = closed
    async with open_town() as sources:
        record = (await sources.github.fetch(NAMES[:1]))[NAMES[0]].value
    assert record is not None and record.watchers is None and record.stars == 0


@pytest.mark.parametrize("status", [502, 504])
async def test_a_query_that_is_too_heavy_is_halved(open_town: Opener, town: Town, status: int) -> None:
    def heavy(request: httpx.Request) -> httpx.Response:
        too_many = request.url.path == "/graphql" and len(github_names(request)) > 13
        return httpx.Response(status, text="<html>Unicorn</html>") if too_many else github(request)

    town.services["github.test"] = heavy
    async with open_town() as sources:
        found = await sources.github.fetch(NAMES[:50])
    assert {lookup.status for lookup in found.values()} == {Status.OK}
    assert [len(github_names(request)) for request in town.seen] == [50, 25, 13, 12, 25, 13, 12]


async def test_a_partly_cut_answer_is_kept_and_the_rest_asked_again(open_town: Opener, town: Town) -> None:
    def limited(request: httpx.Request) -> httpx.Response:
        said = github(request).json()
        cut = [f"r{at}" for at in range(8, len(github_names(request)))]
        said["data"] |= dict.fromkeys(cut)
        said["errors"] = [{"type": "RESOURCE_LIMITS_EXCEEDED", "path": [alias]} for alias in cut]
        return httpx.Response(200, json=said)

    town.services["github.test"] = limited
    async with open_town() as sources:
        found = await sources.github.fetch(NAMES[:20])
    assert {lookup.status for lookup in found.values()} == {Status.OK}


async def test_without_a_token_asking_stops_when_the_hour_is_used_up(
    open_town: Opener, town: Town, clock: QuickClock
) -> None:
    def sixty(request: httpx.Request) -> httpx.Response:
        remaining = str(max(0, 5 - town.count("github.test")))
        limits = {"x-ratelimit-limit": "60", "x-ratelimit-remaining": remaining, "x-ratelimit-reset": RESET}
        return httpx.Response(200, json=github(request).json(), headers=limits)

    town.services["github.test"] = sixty
    async with open_town(settings={"github_token": None}) as sources:
        found = await sources.github.fetch(NAMES[:8])
        assert town.count("github.test") == 5
        assert [lookup.status for lookup in found.values()] == [Status.OK] * 5 + [Status.UNREACHABLE] * 3
        assert "GITHUB_TOKEN" in (found[NAMES[7]].why or "") and "09:20" in (found[NAMES[7]].why or "")
    async with open_town(settings={"github_token": None}) as sources:
        await sources.github.fetch(NAMES[:8])
    assert town.count("github.test") == 5  # the next run knows as well
    clock.instant = clock.instant.replace(hour=10)
    town.services["github.test"] = github
    async with open_town(settings={"github_token": None}) as sources:
        found = await sources.github.fetch(NAMES[:8])
    assert {lookup.status for lookup in found.values()} == {Status.OK}
    assert town.count("github.test") == 8


async def test_names_differ_in_capitals_only_once(open_town: Opener, town: Town) -> None:
    async with open_town() as sources:
        found = await sources.github.fetch(["Lichen/Growth-1", "lichen/growth-1"])
    assert {lookup.status for lookup in found.values()} == {Status.OK} and len(found) == 2
    assert len(json.loads(town.seen[0].content)["variables"]) == 2
