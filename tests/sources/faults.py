"""Everything that services were seen to do wrong: fault x service, and what may come of it. Data only.

The first group holds for every service, each in its own words (the same silence is an empty feed at one and an empty
list at another); the second is what single services add. `MATRIX` is what `test_faults` tests and
`docs/reference/faults.md` shows.
"""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from enrich.records import Status

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
    github,
    github_names,
    s2_paper,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that one service does instead of answering well.

    `once` and `lasting` are what becomes of ids that the service knows, if it happens to one request or to all.
    """

    service: str
    name: str
    handler: Handler
    once: Status = Status.OK
    lasting: Status = Status.UNREACHABLE
    batches_only: bool = False  # titles are asked in another way there


@dataclass(frozen=True, slots=True)
class Subject:
    """A service as the matrix asks it: ids that it knows, and one that it doesn't."""

    label: str
    host: str
    known: tuple[str, ...]
    unknown: str


SUBJECTS: Mapping[str, Subject] = {
    "arxiv": Subject("arXiv", "arxiv.test", tuple(PAPERS)[:5], "2402.00001"),
    "semantic_scholar": Subject(
        "Semantic Scholar", "s2.test", tuple(f"ARXIV:{each}" for each in list(PAPERS)[:5]), "ARXIV:2402.00001"
    ),
    "github": Subject("GitHub", "github.test", tuple(REPOSITORIES)[:5], "lichen/gone"),
    "datacite": Subject("DataCite", "datacite.test", tuple(PAPERS)[:5], "2402.00001"),
    "hugging_face": Subject("Hugging Face", "hf.test", tuple(PAPERS)[1:8:2], "2402.00001"),
}


def says(status: int, text: str = "", **headers: str) -> Handler:
    """A status with a text."""
    return lambda request: httpx.Response(status, text=text, headers=headers)


def states(status: int, content: Any, **headers: str) -> Handler:
    """A status with JSON."""
    return lambda request: httpx.Response(status, json=content, headers=headers)


def raises(error: type[httpx.TransportError], words: str = "") -> Handler:
    """A connection that fails like this."""

    def fault(request: httpx.Request) -> httpx.Response:
        raise error(words)

    return fault


def healthy(request: httpx.Request) -> httpx.Response:
    """What the service would answer on a good day."""
    return Town().services[request.url.host](request)


def half(request: httpx.Request) -> httpx.Response:
    """The first half of a healthy answer, as a connection that closes early leaves it."""
    whole = healthy(request)
    return httpx.Response(200, content=whole.content[: len(whole.content) // 2], headers={"content-type": "x/y"})


class Drip(httpx.AsyncByteStream):
    """A body that grows by a byte a second and never ends. The seconds pass on the loop's own clock, at once."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        loop = asyncio.get_running_loop()
        true_time = loop.time
        for second in itertools.count():
            yield b" "
            loop.time = lambda passed=second: true_time() + passed  # type: ignore[method-assign,misc]
            await asyncio.sleep(0)


def moved(request: httpx.Request) -> httpx.Response:
    """A redirect to another address of the same host, where all is well."""
    if "moved" in request.url.params:
        return healthy(request)
    address = request.url.copy_merge_params({"moved": "1"})
    return httpx.Response(307, headers={"location": str(address)})


def asked_keys(request: httpx.Request) -> list[str]:
    """The keys that a batch asks Semantic Scholar for."""
    keys: list[str] = json.loads(request.content)["ids"]
    return keys


def merged(request: httpx.Request) -> httpx.Response:
    """Every key that is known leads to one and the same paper, under ids that nobody asked for."""
    one = {**(s2_paper("ARXIV:2401.00001") or {}), "externalIds": {"CorpusId": 5001}}
    return httpx.Response(200, json=[one if s2_paper(key) else None for key in asked_keys(request)])


def renamed(request: httpx.Request) -> httpx.Response:
    """Every repository has got a new name, and keeps its number."""
    said = github(request).json()
    for node in said["data"].values():
        if node:
            node["nameWithOwner"] = f"moved/{node['databaseId']}"
    return httpx.Response(200, json=said)


def nothing_known(request: httpx.Request) -> dict[str, object]:
    """GitHub's word that it knows none of the repositories of a query."""
    aliases = [f"r{at}" for at in range(len(github_names(request)))]
    errors = [{"type": "NOT_FOUND", "path": [alias], "message": "Could not resolve"} for alias in aliases]
    return {"data": dict.fromkeys(aliases), "errors": errors}


def first_of_batch(request: httpx.Request) -> httpx.Response:
    """GitHub's word on the first repository of a query, and none on the others."""
    said = github(request).json()
    said["data"] = {"r0": said["data"]["r0"]}
    return httpx.Response(200, json=said)


def shortened(request: httpx.Request) -> httpx.Response:
    """DataCite's page without its last record."""
    said = healthy(request).json()
    return httpx.Response(200, json={**said, "data": said["data"][:-1]} if said["data"] else {"data": []})


def resource_limits(request: httpx.Request) -> httpx.Response:
    """GitHub gives up on every repository of a query."""
    aliases = [f"r{at}" for at in range(len(github_names(request)))]
    errors = [{"type": "RESOURCE_LIMITS_EXCEEDED", "path": [alias]} for alias in aliases]
    return httpx.Response(200, json={"data": dict.fromkeys(aliases), "errors": errors})


HTML = "<html><head><title>Unicorn!</title></head><body>Bad gateway</body></html>"
# What every service can do, and what becomes of it where the usual ("passes", "is told") does not hold.
ANYWHERE: Mapping[str, Handler] = {
    "429 with Retry-After": says(429, "later", **{"retry-after": "7"}),
    "429 with a date in Retry-After": says(429, "later", **{"retry-after": "Sat, 21 Nov 2026 09:00:20 GMT"}),
    "429 without Retry-After": says(429, "Rate exceeded."),
    "406": says(406, "Not Acceptable"),
    "500": says(500, "Internal Server Error"),
    "502 HTML": says(502, HTML),
    "503": says(503, "busy"),
    "504": states(504, {"message": "Endpoint request timed out"}),
    "200 text": says(200, "Rate exceeded."),
    "200 HTML": says(200, HTML),
    "200 without a body": says(200),
    "204": says(204),
    "truncated": half,
    "reset": raises(httpx.ReadError, "Connection reset by peer"),
    "closed early": raises(httpx.RemoteProtocolError, "peer closed connection"),
    "drip": lambda request: httpx.Response(200, stream=Drip()),
    "timeout": raises(httpx.ReadTimeout),
    "refused": raises(httpx.ConnectError, "Connection refused"),
}
REDIRECTS: Mapping[str, tuple[Handler, Status, Status]] = {
    "redirect on the same host": (moved, Status.OK, Status.OK),
    "redirect to another host": (
        says(301, "", location="https://elsewhere.test/api"),
        Status.OK,
        Status.UNREACHABLE,
    ),
    "redirect in a circle": (
        lambda request: httpx.Response(307, headers={"location": str(request.url)}),
        Status.OK,
        Status.UNREACHABLE,
    ),
}
# The same fault in each service's own words; a service that is missing here can't have it.
IN_OWN_WORDS: tuple[Fault, ...] = (
    Fault("arxiv", "empty page with total", lambda request: feed([], total=214881)),
    Fault("semantic_scholar", "empty page with total", states(200, []), batches_only=True),
    Fault("github", "empty page with total", states(200, {"data": {}})),
    Fault("datacite", "empty page with total", states(200, {"data": [], "meta": {"total": 7}})),
    Fault("hugging_face", "empty page with total", states(200, {})),
    Fault(
        "arxiv",
        "short page",
        lambda request: feed([entry(one, "x") for one in arxiv_parameters(request)[0][:2]], total=5),
    ),
    Fault(
        "semantic_scholar",
        "short page",
        lambda request: httpx.Response(200, json=[s2_paper("ARXIV:2401.00001")]),
        batches_only=True,
    ),
    Fault("github", "short page", first_of_batch, lasting=Status.OK),  # what is left out is asked again in halves
    Fault("datacite", "short page", shortened),
    Fault("arxiv", "error entry", lambda request: feed([ERROR_ENTRY.format(slug="busy", words="internal error")])),
    Fault("semantic_scholar", "error entry", states(200, {"error": "oops"})),
    Fault("github", "error entry", states(200, {"errors": [{"message": "Field 'x' doesn't exist on 'Repository'"}]})),
    Fault("datacite", "error entry", states(200, {"errors": [{"status": "500", "title": "oops"}]})),
    Fault("hugging_face", "error entry", states(200, {"error": "oops"})),
    Fault("arxiv", "wrong key", says(403, "<html>Access denied</html>")),
    Fault("semantic_scholar", "wrong key", states(403, {"message": "Forbidden"}), once=Status.UNREACHABLE),
    Fault("github", "wrong key", states(401, {"message": "Bad credentials"}), once=Status.UNREACHABLE),
    Fault("datacite", "wrong key", states(401, {"errors": [{"status": "401"}]}), once=Status.UNREACHABLE),
    Fault("hugging_face", "wrong key", states(401, {"error": "Invalid username"}), once=Status.UNREACHABLE),
    Fault(
        "semantic_scholar",
        "null batch",
        lambda request: httpx.Response(200, json=[None] * len(asked_keys(request))),
        batches_only=True,
    ),
    Fault(
        "github",
        "null batch",
        lambda request: httpx.Response(
            200, json={"data": {f"r{at}": None for at in range(len(github_names(request)))}}
        ),
    ),
    Fault("datacite", "null batch", states(200, {"data": None, "meta": {"total": 5}})),
    Fault("hugging_face", "null batch", says(200, "null")),
    Fault("semantic_scholar", "merged id", merged, lasting=Status.OK, batches_only=True),
    Fault("github", "merged id", renamed, lasting=Status.OK),
)
# No fault at all: how each service says that it knows none of the ids. The one row in which "no" is the answer.
ALL_UNKNOWN: Mapping[str, Handler] = {
    "arxiv": lambda request: feed([]),
    "semantic_scholar": states(400, {"error": "No valid paper ids given"}),
    "github": lambda request: httpx.Response(200, json=nothing_known(request)),
    "datacite": states(200, {"data": [], "meta": {"total": 0}}),
}
OF_ONE_SERVICE: tuple[Fault, ...] = (
    Fault(
        "arxiv",
        "400 with an error entry",
        lambda request: feed([ERROR_ENTRY.format(slug="q", words="bad")], status=400),
    ),
    Fault("arxiv", "someone else's page", lambda request: feed([entry("1501.00001", "Something else entirely")])),
    Fault(
        "arxiv",
        "an entry without dates",
        lambda request: feed(["<entry><id>http://arxiv.org/abs/2401.00001v1</id></entry>"]),
    ),
    Fault("arxiv", "another kind of feed", says(200, "<?xml version='1.0'?><rss><channel/></rss>")),
    Fault("semantic_scholar", "null", says(200, "null")),
    Fault("semantic_scholar", "gateway message with 200", states(200, {"message": "Internal server error"})),
    Fault("semantic_scholar", "400 of the gateway", states(400, {"message": "Bad Request"})),
    Fault("semantic_scholar", "404", states(404, {"message": "Not Found"})),
    Fault("semantic_scholar", "413", says(413, HTML)),
    Fault(
        "github",
        "hour used up",
        states(
            200,
            {"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded for user ID 1."}]},
            **{"x-ratelimit-remaining": "0", "x-ratelimit-limit": "5000", "x-ratelimit-reset": "1795252800"},
        ),
        once=Status.UNREACHABLE,  # the hour is longer than a run waits
    ),
    Fault("github", "secondary limit", states(403, {"message": "You have exceeded a secondary rate limit."})),
    Fault(
        "github",
        "too heavy",
        states(200, {"data": None, "errors": [{"message": "Something went wrong while executing"}]}),
    ),
    Fault("github", "resource limits", resource_limits),
    Fault(
        "github", "missing user agent", says(403, "Request forbidden by administrative rules."), once=Status.UNREACHABLE
    ),
    Fault(
        "datacite",
        "someone else's page",
        states(200, {"data": [datacite_record("2401.00300", "Something else entirely")], "meta": {"total": 1}}),
    ),
    Fault("datacite", "404", states(404, {"errors": [{"status": "404", "title": "doesn't exist."}]})),
    Fault("hugging_face", "another page", states(200, {"id": "2301.00001", "title": "Something else"})),
    Fault("hugging_face", "404 of a proxy", says(404, HTML)),
)
MATRIX: tuple[Fault, ...] = (
    *(Fault(service, name, handler) for name, handler in ANYWHERE.items() for service in SUBJECTS),
    *(
        Fault(service, name, handler, once, lasting)
        for name, (handler, once, lasting) in REDIRECTS.items()
        for service in SUBJECTS
    ),
    *IN_OWN_WORDS,
    *(
        Fault(service, "all-unknown batch", handler, Status.NOT_FOUND, Status.NOT_FOUND, batches_only=True)
        for service, handler in ALL_UNKNOWN.items()
    ),
    *OF_ONE_SERVICE,
)
