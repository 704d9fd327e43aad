"""arXiv's query API as it has been since November 2025, over the sandbox's world.

In comes a GET or form POST to /api/query, out comes an Atom feed: of papers, or of one error (400, 404, 405, 500).
Rules, limits and messages: the service's own code run offline (2026-11). Not here: OAI-PMH (`oai.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from enrich.sandbox.arxiv_search import Unsearchable, find_papers
from enrich.sandbox.atom import ATOM, OVERLOADED, Page, error_feed, write_feed
from enrich.sandbox.clock import Clock
from enrich.sandbox.faults import Faults
from enrich.sandbox.front import Refusal
from enrich.sandbox.limits import Spacing
from enrich.sandbox.oai import Oai
from enrich.sandbox.queries import InvalidQuery
from enrich.sandbox.world import Paper, World

# arXiv's terms of use: one request every three seconds, one connection, for API and OAI-PMH together.
SECONDS_BETWEEN_REQUESTS = 3.0
DEFAULT_RESULTS, DEEPEST_RESULT = 10, 10_000
LONGEST_TARGET = 8_000  # characters of a GET; about 600 ids were refused with 414
_ARCHIVES = (
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga"
    " funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph"
    " q-alg q-bio quant-ph solv-int supr-con"
)
# A search, not a full match: whatever contains an id passes, and then finds nothing.
_ID_SHAPE = re.compile(
    rf"\b\d{{4}}\.\d{{4,5}}(?:v\d*)?|(?<!\w)(?:{'|'.join(_ARCHIVES.split())})(?:\.[A-Z]{{2}})?/\d{{7}}"
)
_SORTS = {"sortBy": ("relevance", "lastUpdatedDate", "submittedDate"), "sortOrder": ("ascending", "descending")}
_SORT_HELP = "https://arxiv.org/help/api/user-manual#sort"


class Rejected(Exception):
    """A request that gets an error feed."""

    def __init__(self, message: str, status: int = 400, *, fragment: bool = False, entry_id: str | None = None) -> None:
        super().__init__(message)
        self.message, self.status, self.fragment, self.entry_id = message, status, fragment, entry_id

    def response(self) -> Response:
        body = error_feed(self.message, fragment=self.fragment, entry_id=self.entry_id)
        return Response(body, self.status, {"content-type": ATOM})


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of a request, checked."""

    search_query: str
    id_list: str
    start: int
    max_results: int
    sort_by: str
    ascending: bool


class Arxiv:
    """The stand-in: /api/query, and OAI-PMH below /oai."""

    name = "arxiv"

    def __init__(self, world: World, clock: Clock, faults: Faults) -> None:
        self._world, self._clock, self._faults = world, clock, faults
        self._spacing = Spacing(SECONDS_BETWEEN_REQUESTS, clock.jitter)
        oai = Oai(world, clock, faults)
        self.app = Starlette(
            routes=[
                Route("/api/query", self.query, methods=["GET", "POST"]),
                Route("/oai", oai.answer, methods=["GET", "POST"]),
                Route("/oai2", oai.moved),
            ],
            exception_handlers={HTTPException: _unroutable},
        )

    def admit(self, request: Request, in_flight: int) -> Refusal | None:
        """One request in three seconds, one at a time, with an Accept header."""
        if "accept" not in request.headers:
            return Refusal("no Accept header", PlainTextResponse("Not Acceptable", 406))
        if in_flight > 1:
            return Refusal("more than one connection", _rate_exceeded())
        if not self._spacing.take(self._clock.seconds(), self._clock.waiting()):
            return Refusal("sooner than 3 seconds", _rate_exceeded())
        return None

    def settle(self, request: Request, status: int) -> dict[str, str]:
        """None: arXiv tells nothing about its limits."""
        return {}

    async def query(self, request: Request) -> Response:
        """An Atom feed, or an error feed."""
        if len(str(request.url)) > LONGEST_TARGET:
            return PlainTextResponse("URI Too Long", 414)
        try:
            asked = _asked(await _parameters(request))
            return Response(self._feed(asked), headers={"content-type": ATOM})
        except Rejected as rejected:
            return rejected.response()
        except InvalidQuery as invalid:
            return Rejected(f"Invalid query string: {str(invalid)!r}").response()
        except Unsearchable:
            return Rejected(OVERLOADED, 500).response()

    def _feed(self, asked: Asked) -> str:
        ids = asked.id_list.split(",") if asked.id_list else None
        if ids is not None:
            _check_ids(ids)
        found, normal = find_papers(self._world, asked.search_query, ids)
        _sort(found, asked)
        total = len(found) - self._fault_count("changed_total")
        shown = found[asked.start : asked.start + asked.max_results]
        shown = shown[: len(shown) - self._fault_count("short_page")]
        if self._faults.take(self.name, ["empty_page"]):
            shown = []
        page = Page(normal, asked.id_list, asked.start, asked.max_results, total, self._clock.now())
        return write_feed(page, shown, self._withdrawn(shown))

    def _fault_count(self, name: str) -> int:
        fault = self._faults.take(self.name, [name])
        return fault.count if fault else 0

    def _withdrawn(self, shown: Iterable[tuple[Paper, int]]) -> frozenset[str]:
        names = (paper.name for paper, _ in shown)
        return frozenset(name for name in names if self._faults.about(self.name, "withdrawn", name))


def _rate_exceeded() -> Response:
    return PlainTextResponse("Rate exceeded.", 429)


async def _unroutable(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return Rejected("The requested URL was not found on the server.", status).response()


async def _parameters(request: Request) -> dict[str, str]:
    given = dict(request.query_params)
    if request.method == "POST" and "json" not in request.headers.get("content-type", ""):
        given.update(parse_qsl((await request.body()).decode("utf-8", "replace"), keep_blank_values=True))
    return given


def _asked(given: dict[str, str]) -> Asked:
    start, size = _whole_number(given, "start", 0), _whole_number(given, "max_results", DEFAULT_RESULTS)
    for name, allowed in _SORTS.items():
        if name in given and given[name] not in allowed:
            raise Rejected(f"{name} must be in: {', '.join(allowed)}", entry_id=_SORT_HELP)
    query, ids = given.get("search_query", ""), given.get("id_list", "")
    if not query and not ids:
        raise Rejected("Either a search_query or id_list must be specified for the classic API.")
    if not 0 < size <= DEEPEST_RESULT or 1 + round(start / size) > DEEPEST_RESULT // size:
        raise Rejected(OVERLOADED, 500)
    ascending = given.get("sortOrder") == "ascending"
    return Asked(query, ids, start, size, given.get("sortBy", "relevance"), ascending)


def _whole_number(given: dict[str, str], name: str, default: int) -> int:
    try:
        value = int(given.get(name, default))
    except ValueError:
        raise Rejected(f"{name} must be an integer", fragment=True) from None
    if value < 0:
        raise Rejected(f"{name} must be non-negative", fragment=True)
    return value


def _check_ids(ids: list[str]) -> None:
    for name in ids:
        if not _ID_SHAPE.search(name):
            raise Rejected(f"incorrect id format for {name}", fragment=True)


def _sort(found: list[tuple[Paper, int]], asked: Asked) -> None:
    if asked.sort_by == "submittedDate":
        found.sort(key=lambda pair: pair[0].published_at, reverse=not asked.ascending)
    elif asked.sort_by == "lastUpdatedDate":
        found.sort(key=lambda pair: pair[0].submitted_at(pair[1]), reverse=not asked.ascending)
    elif asked.ascending:
        found.reverse()
