"""The sandbox's own endpoints below /_sandbox: the log of requests, the faults on order, the clock.

GET and DELETE /requests, GET, POST and DELETE /faults, GET and POST /clock. All JSON, without limits or log.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, get_type_hints

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from enrich.errors import UsageError
from enrich.sandbox.clock import Clock
from enrich.sandbox.faults import Fault, Faults
from enrich.sandbox.journal import Journal
from enrich.sandbox.known_faults import FAULTS, SERVICES

_FAULT_WORDS = get_type_hints(Fault)


class Control:
    """The endpoints over the parts that they show and change."""

    def __init__(self, clock: Clock, faults: Faults, journal: Journal) -> None:
        self._clock, self._faults, self._journal = clock, faults, journal
        self.app = Starlette(
            routes=[
                Route("/requests", self.requests, methods=["GET", "DELETE"]),
                Route("/faults", self.faults, methods=["GET", "POST", "DELETE"]),
                Route("/clock", self.clock, methods=["GET", "POST"]),
            ],
            exception_handlers={UsageError: _unusable},
        )

    async def requests(self, request: Request) -> Response:
        """Counts per service; ?log=SERVICE adds its requests one by one."""
        if request.method == "DELETE":
            self._journal.clear()
        wanted = request.query_params.get("log")
        shown = {service: dict(self._journal.summary(service)) for service in SERVICES}
        if wanted in shown:
            shown[wanted]["log"] = self._journal.rows(wanted)
        return JSONResponse(shown)

    async def faults(self, request: Request) -> Response:
        """What is on order and what can be ordered. POST takes the words of `faults.Fault`."""
        if request.method == "POST":
            words = await _object(request, _FAULT_WORDS)
            if not {"service", "name"} <= words.keys():
                raise UsageError('A fault needs at least "service" and "name".')
            for word, value in words.items():
                if not _fits(value, _FAULT_WORDS[word]):
                    raise UsageError(f"{word} can't be {value!r}.")
            self._faults.add(**words)  # type: ignore[arg-type]
        elif request.method == "DELETE":
            self._faults.clear(request.query_params.get("service"))
        return JSONResponse({"ordered": self._faults.listed(), "known": FAULTS})

    async def clock(self, request: Request) -> Response:
        """The simulated day. POST {"days": N} lets days pass, {"seconds": N} service seconds."""
        if request.method == "POST":
            words = await _object(request, ("days", "seconds"))
            days, seconds = words.get("days", 0), words.get("seconds", 0.0)
            if not isinstance(days, int) or not isinstance(seconds, int | float):
                raise UsageError("days and seconds must be numbers.")
            self._clock.advance(days=days, seconds=seconds)
        return JSONResponse(
            {
                "today": self._clock.today().isoformat(),
                "seconds": round(self._clock.seconds(), 3),
                "speed": self._clock.speed,
            }
        )


def _fits(value: object, kind: Any) -> bool:
    """True if the JSON value is of that kind; a whole number is a float as well."""
    if isinstance(value, bool):
        return False
    return isinstance(value, kind) or (isinstance(value, int) and isinstance(float(value), kind))


async def _object(request: Request, known: Iterable[str]) -> dict[str, object]:
    try:
        words = json.loads(await request.body())
    except ValueError:
        words = None
    if not isinstance(words, dict):
        raise UsageError("The body must be a JSON object.")
    if surplus := words.keys() - set(known):
        raise UsageError(f"Unknown word {sorted(surplus)[0]!r}. Known are: {', '.join(sorted(known))}.")
    return words


async def _unusable(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, 400)
