"""The fault matrix, service x fault, once and for good: none may become "not found", zero, or a kept answer."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest

from enrich.records import Lookup, Status
from enrich.sources import Sources

from .conftest import Opener, QuickClock
from .standins import (
    ERROR_ENTRY,
    PAPERS,
    REPOSITORIES,
    Handler,
    Town,
    arxiv_parameters,
    datacite_record,
    entry,
    feed,
    github_names,
    s2_paper,
)

UNKNOWN = {
    "arxiv": "2402.00001",
    "semantic_scholar": "ARXIV:2402.00001",
    "github": "lichen/gone",
    "datacite": "2402.00001",
    "hugging_face": "2402.00001",
}
KNOWN: Mapping[str, list[str]] = {
    "arxiv": list(PAPERS)[:5],
    "semantic_scholar": [f"ARXIV:{arxiv_id}" for arxiv_id in list(PAPERS)[:5]],
    "github": list(REPOSITORIES)[:5],
    "datacite": list(PAPERS)[:5],
    "hugging_face": list(PAPERS)[1:8:2],
}
HOSTS = {
    "arxiv": "arxiv.test",
    "semantic_scholar": "s2.test",
    "github": "github.test",
    "datacite": "datacite.test",
    "hugging_face": "hf.test",
}
LABELS = {
    "arxiv": "arXiv",
    "semantic_scholar": "Semantic Scholar",
    "github": "GitHub",
    "datacite": "DataCite",
    "hugging_face": "Hugging Face",
}


def says(status: int, text: str = "", **headers: str) -> Handler:
    return lambda request: httpx.Response(status, text=text, headers=headers)


def states(status: int, content: Any, **headers: str) -> Handler:
    return lambda request: httpx.Response(status, json=content, headers=headers)


def raises(error: type[httpx.TransportError], words: str = "") -> Handler:
    def fault(request: httpx.Request) -> httpx.Response:
        raise error(words)

    return fault


def half(request: httpx.Request) -> httpx.Response:
    """The first half of a healthy answer, as a connection that closes early leaves it."""
    whole = Town().services[request.url.host](request)
    return httpx.Response(200, content=whole.content[: len(whole.content) // 2], headers={"content-type": "x/y"})


HTML = "<html><head><title>Unicorn!</title></head><body>Bad gateway</body></html>"
ANYWHERE: Mapping[str, Handler] = {
    "429": says(429, "Rate exceeded."),
    "429 with Retry-After": says(429, "later", **{"retry-after": "7"}),
    "429 with Retry-After as a date": says(429, "later", **{"retry-after": "Sat, 21 Nov 2026 09:00:20 GMT"}),
    "406": says(406, "Not Acceptable"),
    "500": says(500, "Internal Server Error"),
    "502 HTML": says(502, HTML),
    "503": says(503, "busy"),
    "504": states(504, {"message": "Endpoint request timed out"}),
    "200 text": says(200, "Rate exceeded."),
    "200 HTML": says(200, HTML),
    "200 empty": says(200),
    "204": says(204),
    "truncated": half,
    "reset": raises(httpx.ReadError, "Connection reset by peer"),
    "closed early": raises(httpx.RemoteProtocolError, "peer closed connection"),
    "timeout": raises(httpx.ReadTimeout),
    "refused": raises(httpx.ConnectError, "Connection refused"),
    "redirect to another host": says(301, "", location="https://elsewhere.test/api"),
    "redirect in a circle": lambda request: httpx.Response(307, headers={"location": str(request.url)}),
}
ARXIV: Mapping[str, Handler] = {
    "403 page": says(403, "<html>Access denied</html>"),
    "empty page with total": lambda request: feed([], total=214881),
    "short page": lambda request: feed([entry(one, "x") for one in arxiv_parameters(request)[0][:2]], total=5),
    "error entry": lambda request: feed([ERROR_ENTRY.format(slug="busy", words="internal error")]),
    "400 with an error entry": lambda request: feed([ERROR_ENTRY.format(slug="q", words="Invalid query")], status=400),
    "someone else's page": lambda request: feed([entry("1501.00001", "Something else entirely")]),
    "an entry without dates": lambda request: feed(["<entry><id>http://arxiv.org/abs/2401.00001v1</id></entry>"]),
    "another Atom feed": says(200, "<?xml version='1.0'?><rss><channel/></rss>"),
}
SEMANTIC_SCHOLAR: Mapping[str, Handler] = {
    "wrong key": states(403, {"message": "Forbidden"}),
    "null": says(200, "null"),
    "nothing but nulls": lambda request: httpx.Response(200, json=[None] * len(json.loads(request.content)["ids"])),
    "short list": lambda request: httpx.Response(200, json=[s2_paper(json.loads(request.content)["ids"][0])]),
    "gateway message with 200": states(200, {"message": "Internal server error"}),
    "error with 200": states(200, {"error": "oops"}),
    "400 of the gateway": states(400, {"message": "Bad Request"}),
    "404": states(404, {"message": "Not Found"}),
    "413": says(413, HTML),
}
GITHUB: Mapping[str, Handler] = {
    "wrong key": states(401, {"message": "Bad credentials", "status": "401"}),
    "used up": states(
        200,
        {"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded for user ID 1."}]},
        **{"x-ratelimit-remaining": "0", "x-ratelimit-limit": "5000", "x-ratelimit-reset": "1795252800"},
    ),
    "too fast": states(403, {"message": "You have exceeded a secondary rate limit. Please wait a few minutes"}),
    "too heavy": states(
        200, {"data": None, "errors": [{"message": "Something went wrong while executing your query."}]}
    ),
    "resource limits": lambda request: httpx.Response(
        200,
        json={
            "data": {f"r{at}": None for at in range(len(github_names(request)))},
            "errors": [
                {"type": "RESOURCE_LIMITS_EXCEEDED", "path": [f"r{at}"]} for at in range(len(github_names(request)))
            ],
        },
    ),
    "no word on anything": lambda request: httpx.Response(200, json={"data": {}}),
    "unknown field": states(200, {"errors": [{"message": "Field 'x' doesn't exist on type 'Repository'"}]}),
    "missing user agent": says(403, "Request forbidden by administrative rules."),
}
DATACITE: Mapping[str, Handler] = {
    "empty page with total": states(200, {"data": [], "meta": {"total": 7}}),
    "error list": states(200, {"errors": [{"status": "500", "title": "oops"}]}),
    "someone else's page": lambda request: httpx.Response(
        200, json={"data": [datacite_record("2401.00300", "Something else entirely")], "meta": {"total": 1}}
    ),
    "404": states(404, {"errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]}),
}
HUGGING_FACE: Mapping[str, Handler] = {
    "another page": states(200, {"id": "2301.00001", "title": "Something else"}),
    "404 of a proxy": says(404, HTML),
    "login page": states(401, {"error": "Invalid username or password."}),
}
MATRIX = [
    pytest.param(service, name, fault, id=f"{service}-{name}")
    for service, own in (
        ("arxiv", ARXIV),
        ("semantic_scholar", SEMANTIC_SCHOLAR),
        ("github", GITHUB),
        ("datacite", DATACITE),
        ("hugging_face", HUGGING_FACE),
    )
    for name, fault in {**ANYWHERE, **own}.items()
]
# What a single try can't mend: a key that is refused stays refused, a limit that is used up stays so for an hour.
LASTING_BY_NATURE = {"wrong key", "used up", "missing user agent", "login page"}


async def ask(sources: Sources, service: str, *, more: bool = False) -> dict[str, Lookup[Any]]:
    ids = [*KNOWN[service], UNKNOWN[service]] if more else KNOWN[service]
    source: Any = getattr(sources, service)
    found: dict[str, Lookup[Any]] = await source.fetch(ids)
    return found


def kept(folder: Path) -> list[str]:
    return [gzip.decompress(path.read_bytes()).decode() for path in sorted(folder.rglob("*.gz"))]


@pytest.mark.parametrize(("service", "name", "fault"), MATRIX)
async def test_a_fault_that_lasts_is_told_and_the_next_healthy_run_fills_every_gap(
    open_town: Opener, town: Town, clock: QuickClock, tmp_path: Path, service: str, name: str, fault: Handler
) -> None:
    town.break_down(HOSTS[service], fault)
    async with open_town() as sources:
        found = await ask(sources, service, more=True)
        [usage] = [one for one in sources.usage() if one.source == service]
    assert {lookup.status for lookup in found.values()} == {Status.UNREACHABLE}
    assert all(lookup.value is None and lookup.why and LABELS[service] in lookup.why for lookup in found.values())
    assert not kept(tmp_path / "answers")
    assert town.count("elsewhere.test") == 0
    assert usage.requests <= 40
    town.recover()
    clock.instant = clock.instant.replace(hour=23)
    async with open_town() as sources:
        found = await ask(sources, service, more=True)
    assert {found[asked].status for asked in KNOWN[service]} == {Status.OK}
    assert found[UNKNOWN[service]].status is Status.NOT_FOUND


@pytest.mark.parametrize(("service", "name", "fault"), MATRIX)
async def test_a_fault_that_passes_costs_nothing_but_time(
    open_town: Opener, town: Town, service: str, name: str, fault: Handler
) -> None:
    if name in LASTING_BY_NATURE or name.startswith("redirect to"):
        pytest.skip("lasts by nature")
    town.break_down(HOSTS[service], fault, times=1)
    async with open_town() as sources:
        found = await ask(sources, service, more=True)
        [usage] = [one for one in sources.usage() if one.source == service]
    assert {found[asked].status for asked in KNOWN[service]} == {Status.OK}
    assert found[UNKNOWN[service]].status is Status.NOT_FOUND
    assert usage.status is Status.OK and usage.why is None


@pytest.mark.parametrize(("service", "name", "fault"), MATRIX)
async def test_what_was_answered_before_a_fault_is_not_lost(
    open_town: Opener, town: Town, service: str, name: str, fault: Handler
) -> None:
    async with open_town() as sources:
        await ask(sources, service)
    town.break_down(HOSTS[service], fault)
    async with open_town() as sources:
        found = await ask(sources, service, more=True)
    assert {found[asked].status for asked in KNOWN[service]} == {Status.OK}
    assert found[UNKNOWN[service]].status is not Status.NOT_FOUND


@pytest.mark.parametrize(
    ("service", "name", "fault"), [one for one in MATRIX if one.values[0] not in ("github", "hugging_face")]
)  # type: ignore[index]
async def test_a_fault_never_proves_that_a_title_is_unknown(
    open_town: Opener, town: Town, service: str, name: str, fault: Handler
) -> None:
    if service == "semantic_scholar" and name in {"nothing but nulls", "short list"}:
        pytest.skip("a fault of batches")
    town.break_down(HOSTS[service], fault)
    titles = [PAPERS["2401.00101"], "A Treatise on Nothing in Particular"]
    async with open_town() as sources:
        source: Any = getattr(sources, service)
        found = await source.find_candidates(titles)
    assert {lookup.status for lookup in found.values()} == {Status.UNREACHABLE}
