"""DataCite over the sandbox's world: every arXiv paper under its DOI 10.48550/arXiv.<id>.

In come `GET /dois/{doi}` and `GET /dois?query=...` (phrases and words of titles, lists of DOIs), out comes JSON:API.
Titles are wrapped and texts keep their HTML entities, as in the real service. Limits are windows of five minutes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from enrich.sandbox.analysis import english_tokens, has_phrase, has_words
from enrich.sandbox.canned import canned_response
from enrich.sandbox.clock import Clock
from enrich.sandbox.datacite_records import datacite_record
from enrich.sandbox.faults import Faults
from enrich.sandbox.front import Refusal
from enrich.sandbox.limits import Window
from enrich.sandbox.queries import InvalidQuery, Query, Term, parse_query
from enrich.sandbox.world import Paper, World

FIVE_MINUTES = 300.0
# Requests in five minutes: known by a mail address, and not. The second number is not published; "less" is all that is.
POLITE_REQUESTS, ANONYMOUS_REQUESTS = 1000, 500
CLIENT = "arxiv.content"
DEFAULT_PAGE, LARGEST_PAGE = 25, 1000
_FIELDS = {"titles.title": "title", "doi": "doi", "id": "doi", "creators.name": "name", "creators.familyName": "name"}
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_NOT_FOUND = {"errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]}


class DataCite:
    """The stand-in."""

    name = "datacite"

    def __init__(self, world: World, clock: Clock, faults: Faults) -> None:
        self._world, self._clock, self._faults = world, clock, faults
        self._polite = Window(POLITE_REQUESTS, FIVE_MINUTES)
        self._anonymous = Window(ANONYMOUS_REQUESTS, FIVE_MINUTES)
        self.app = Starlette(routes=[Route("/dois", self.search), Route("/dois/{doi:path}", self.one)])

    def admit(self, request: Request, in_flight: int) -> Refusal | None:
        """The window of the caller."""
        now, window = self._clock.seconds(), self._window(request)
        if window.take(now):
            return None
        throttled = canned_response(self.name, "throttled", request, window.resets_in(now))
        return Refusal("requests in five minutes", throttled)

    def settle(self, request: Request, status: int) -> dict[str, str]:
        """The budget, in headers."""
        window = self._window(request)
        return {"x-ratelimit-limit": str(window.limit), "x-ratelimit-remaining": str(window.remaining)}

    def _window(self, request: Request) -> Window:
        known = request.query_params.get("mailto") or _MAIL.search(request.headers.get("user-agent", ""))
        return self._polite if known else self._anonymous

    async def one(self, request: Request) -> Response:
        """One DOI, in any case and without a version."""
        match = re.fullmatch(r"10\.48550/arxiv\.(.+)", request.path_params["doi"], re.I)
        paper = self._world.by_arxiv_id.get(match[1].lower()) if match else None
        if paper is None or self._missing(paper):
            return JSONResponse(_NOT_FOUND, 404)
        return JSONResponse({"data": self._record(paper)})

    async def search(self, request: Request) -> Response:
        """A page of what `query` finds, best first."""
        given = request.query_params
        try:
            found = self._found(given.get("query", "")) if given.get("client-id", CLIENT) == CLIENT else []
            size, number = _whole(given.get("page[size]", DEFAULT_PAGE)), _whole(given.get("page[number]", 1)) or 1
        except (InvalidQuery, ValueError):
            return JSONResponse({"errors": [{"status": "400", "title": "Bad query."}]}, 400)
        size = min(size, LARGEST_PAGE)
        shown = found[(number - 1) * size : number * size]
        if fault := self._faults.take(self.name, ["short_page"]):
            shown = shown[: len(shown) - fault.count]
        pages = -(-len(found) // size) if size else 0
        wanted = given.get("fields[dois]", "")
        body: dict[str, object] = {
            "data": [_with_fields(self._record(paper), wanted) for paper in shown],
            "meta": {"total": len(found), "totalPages": pages, "page": number},
            "links": {"self": str(request.url), **(self._next(request, number) if number < pages else {})},
        }
        return JSONResponse(body)

    def _next(self, request: Request, number: int) -> dict[str, str]:
        following = {**request.query_params, "page[number]": str(number + 1)}
        return {"next": f"{str(request.url).partition('?')[0]}?{urlencode(following)}"}

    def _found(self, text: str) -> list[Paper]:
        papers = list(self._world.by_arxiv_id.values())
        if text.strip() in ("", "*"):
            return papers
        query = parse_query(re.sub(r"\\(.)", r"\1", text), _FIELDS, "any")
        scored = [(_score(query, paper), paper) for paper in papers]
        scored = [pair for pair in scored if pair[0] > 0 and not self._missing(pair[1])]
        return [paper for _, paper in sorted(scored, key=lambda pair: -pair[0])]

    def _missing(self, paper: Paper) -> bool:
        return self._faults.about(self.name, "missing", paper.name) is not None

    def _record(self, paper: Paper) -> dict[str, object]:
        withdrawn = self._faults.about(self.name, "withdrawn", paper.name) is not None
        return datacite_record(paper, withdrawn=withdrawn)


def _whole(text: str | int) -> int:
    """A number of at least 0; raises ValueError for anything else."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def _score(query: Query, paper: Paper) -> float:
    return query.score(lambda term: _BY_FIELD[term.field](term, paper))


def _title(term: Term, paper: Paper) -> float:
    wanted = english_tokens(term.text)
    fits = has_phrase(paper.tokens, wanted) if term.quoted else has_words(paper.tokens, wanted)
    return len(wanted) / (1 + 0.01 * len(paper.tokens)) if fits else 0.0


def _doi(term: Term, paper: Paper) -> float:
    return float(term.text.lower() == f"10.48550/arxiv.{paper.arxiv_id}".lower())


def _name(term: Term, paper: Paper) -> float:
    wanted = {token.word for token in english_tokens(term.text)}
    return float(any(wanted and wanted <= {token.word for token in english_tokens(name)} for name in paper.authors))


_BY_FIELD: Mapping[str, Callable[[Term, Paper], float]] = {
    "title": _title,
    "doi": _doi,
    "name": _name,
    "any": lambda term, paper: _title(term, paper) + _name(term, paper) + _doi(term, paper),
}


def _with_fields(record: dict[str, object], wanted: str) -> dict[str, object]:
    """The record with only the attributes that fields[dois] names; all if it names none."""
    attributes = record["attributes"]
    if not wanted or not isinstance(attributes, dict):
        return record
    names = {name.strip() for name in wanted.split(",")}
    return {**record, "attributes": {name: value for name, value in attributes.items() if name in names}}
