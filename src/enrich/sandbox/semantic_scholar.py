"""Semantic Scholar's Graph API over the sandbox's world: match, search, bulk search, batch, single papers.

In come GET and POST below /graph/v1, out comes JSON. Errors of the application are `{"error": ...}`, those of the
gateway `{"message": ...}`. One request a second for `SEMANTIC_SCHOLAR_KEY`; without a key a crowded pool that is
closed most of the time. No answer says how long to wait.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from enrich.sandbox.canned import canned_response
from enrich.sandbox.clock import Clock
from enrich.sandbox.faults import Faults
from enrich.sandbox.front import Refusal
from enrich.sandbox.limits import Spacing
from enrich.sandbox.s2_papers import NOT_IN_BULK, Json, paper_record, select, unknown_fields
from enrich.sandbox.s2_search import S2Index
from enrich.sandbox.simulated import share
from enrich.sandbox.world import Paper, World

SEMANTIC_SCHOLAR_KEY = "sandbox-semantic-scholar-key"
SECONDS_BETWEEN_REQUESTS = 1.0
# The shared pool of 2026: of 22 requests in 35 minutes 8 passed; spaced by a minute, 3 of 5 did.
POOL_OPEN, POOL_MINUTE = 0.4, 60.0
LARGEST_BATCH, LARGEST_PAGE, DEEPEST_RESULT, BULK_PAGE = 500, 100, 1000, 1000
_FILTER_NAMES = "fields year venue fieldsOfStudy publicationTypes openAccessPdf minCitationCount publicationDateOrYear"
_FILTERS = frozenset(_FILTER_NAMES.split())
_PARAMETERS: Mapping[str, frozenset[str]] = {
    "paper": frozenset(["fields"]),
    "batch": frozenset(["fields"]),
    "match": _FILTERS | {"query", "offset", "limit"},
    "search": _FILTERS | {"query", "offset", "limit"},
    "bulk": _FILTERS | {"query", "token", "sort", "offset", "limit"},
}


class BadRequest(Exception):
    """A request that the application refuses with 400."""


class SemanticScholar:
    """The stand-in."""

    name = "semantic_scholar"

    def __init__(self, world: World, clock: Clock, faults: Faults) -> None:
        self._clock, self._faults = clock, faults
        self._index = S2Index(world)
        self._keyed = Spacing(SECONDS_BETWEEN_REQUESTS, clock.jitter)
        self._pool = Spacing(SECONDS_BETWEEN_REQUESTS, clock.jitter)
        routes = [
            Route("/graph/v1/paper/search/match", self.match),
            Route("/graph/v1/paper/search/bulk", self.bulk),
            Route("/graph/v1/paper/search", self.search),
            Route("/graph/v1/paper/batch", self.batch, methods=["POST"]),
            Route("/graph/v1/paper/{paper_id:path}", self.paper),
            Route("/{anything:path}", _no_route),
        ]
        self.app = Starlette(routes=routes, exception_handlers={BadRequest: _bad_request})

    def admit(self, request: Request, in_flight: int) -> Refusal | None:
        """One request a second over all paths together, for the key; the pool for everybody else."""
        key, now, waiting = request.headers.get("x-api-key"), self._clock.seconds(), self._clock.waiting()
        if key is not None and key != SEMANTIC_SCHOLAR_KEY:
            return Refusal("unknown key", canned_response(self.name, "forbidden", request))
        if key is not None:
            return None if self._keyed.take(now, waiting) else Refusal("sooner than 1 second", self._throttled(request))
        if not self._pool.take(now, waiting):
            return Refusal("sooner than 1 second", self._throttled(request))
        closed = share("pool", str(int(now // POOL_MINUTE))) >= POOL_OPEN
        return Refusal("shared pool is crowded", self._throttled(request), callers_fault=False) if closed else None

    def settle(self, request: Request, status: int) -> dict[str, str]:
        """What CloudFront and the gateway add. Nothing about limits."""
        return {"x-cache": "Miss from cloudfront" if status < 400 else "Error from cloudfront"}

    def _throttled(self, request: Request) -> Response:
        return canned_response(self.name, "throttled", request)

    async def match(self, request: Request) -> Response:
        """The closest title, or 404."""
        fields, query = self._checked(request, "match"), _query(request)
        if self._faults.take(self.name, ["match_empty"], query):
            return JSONResponse({"data": []})
        found = self._index.closest(query, self._clock.today(), self._of_year(request))
        if found is None:
            return JSONResponse({"error": "Title match not found"}, 404)
        paper, score = found
        return JSONResponse({"data": [{**self._record(paper, fields), "matchScore": score}]})

    def _of_year(self, request: Request) -> frozenset[Paper]:
        years = request.query_params.get("year", "-")
        if not re.fullmatch(r"\d{4}|(\d{4})?-(\d{4})?", years):
            raise BadRequest(f"Unrecognized year: {years}")
        first, dash, last = years.partition("-")
        low, high = int(first or 0), int((last or 9999) if dash else first)
        return frozenset(paper for paper in self._index.papers if low <= paper.published_at.year <= high)

    async def search(self, request: Request) -> Response:
        """Papers with all the words, page by page; no `data` if there is none, no `next` at the end."""
        fields, query = self._checked(request, "search"), _query(request)
        offset, limit = _number(request, "offset", 0), _number(request, "limit", LARGEST_PAGE)
        if limit > LARGEST_PAGE or offset + limit > DEEPEST_RESULT:
            raise BadRequest(f"offset + limit must be <= {DEEPEST_RESULT} and limit must be <= {LARGEST_PAGE}")
        found = self._index.with_words(query)
        if not found:
            return JSONResponse({"total": 0, "offset": offset})
        page: dict[str, Json] = {"total": len(found), "offset": offset}
        if offset + limit < len(found):
            page["next"] = offset + limit
        return JSONResponse({**page, "data": [self._record(paper, fields) for paper in found[offset : offset + limit]]})

    async def bulk(self, request: Request) -> Response:
        """All papers for a boolean query, 1000 at a time by token."""
        fields, query = self._checked(request, "bulk", NOT_IN_BULK), _query(request)
        found, token = self._index.bulk(query), request.query_params.get("token", "0")
        start = int(token) if token.isdigit() else len(found)
        more = start + BULK_PAGE < len(found) and not self._faults.take(self.name, ["early_end"])
        data = [self._record(paper, fields) for paper in found[start : start + BULK_PAGE]]
        return JSONResponse({"total": len(found), "token": str(start + BULK_PAGE) if more else None, "data": data})

    async def batch(self, request: Request) -> Response:
        """The papers of up to 500 ids, null for unknown ones, in the order of the ids."""
        fields = self._checked(request, "batch")
        ids = _ids(await request.body())
        found = [self._index.by_id(name, self._clock.today()) for name in ids]
        if not any(found):
            raise BadRequest("No valid paper ids given")
        return JSONResponse([None if paper is None else self._record(paper, fields) for paper in found])

    async def paper(self, request: Request) -> Response:
        """One paper, or 404 that repeats the id."""
        name, fields = request.path_params["paper_id"], self._checked(request, "paper")
        found = self._index.by_id(name, self._clock.today())
        if found is None:
            return JSONResponse({"error": f"Paper with id {name} not found"}, 404)
        return JSONResponse(self._record(found, fields))

    def _checked(self, request: Request, endpoint: str, refused: frozenset[str] = frozenset()) -> str:
        """`fields`, after all parameters were looked at."""
        given = request.query_params
        if surplus := [f"{name}={value}" for name, value in given.items() if name not in _PARAMETERS[endpoint]]:
            raise BadRequest(f"Unacceptable query params: [{', '.join(surplus)}]")
        fields = given.get("fields", "")
        if unknown := unknown_fields(fields, refused):
            raise BadRequest(f"Unrecognized or unsupported fields: [{', '.join(unknown)}]")
        return fields

    def _record(self, paper: Paper, fields: str) -> dict[str, Json]:
        elided = paper.elided or self._faults.about(self.name, "elided", paper.name) is not None
        return select(paper_record(paper, self._clock.today(), elided=elided), fields)


def _query(request: Request) -> str:
    query = request.query_params.get("query", "").strip()
    if not query:
        raise BadRequest("Missing required parameter: 'query'")
    return query


def _number(request: Request, name: str, default: int) -> int:
    text = request.query_params.get(name, str(default))
    if not text.isdigit():
        raise BadRequest(f"{name} must be a non-negative integer")
    return int(text)


def _ids(body: bytes) -> list[str]:
    try:
        ids = json.loads(body)["ids"]
        given = [str(name) for name in ids]
    except (ValueError, KeyError, TypeError):
        raise BadRequest("No valid paper ids given") from None
    if len(given) > LARGEST_BATCH:
        raise BadRequest(f"Too many paper ids: at most {LARGEST_BATCH} are accepted")
    return given


async def _bad_request(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, 400)


async def _no_route(request: Request) -> Response:
    return JSONResponse({"message": "Not Found"}, 404)
