"""What stands before every service: the log, the published limits, and the faults on order.

An ASGI application wraps each service. It reads the request, asks the service's own rules whether it may be served,
looks for a fault, and lets the service answer. Nothing of a service's content is known here.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from enrich.sandbox.canned import canned_response
from enrich.sandbox.clock import Clock
from enrich.sandbox.faults import Fault, Faults
from enrich.sandbox.journal import Journal
from enrich.sandbox.known_faults import CANNED, WIRE
from enrich.sandbox.visit import Visit, Whole

DRIP_PIECES = 20
Connections = MutableMapping[int, asyncio.Transport]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that breaks a published rule, and what the service answers to it."""

    rule: str
    response: Response
    callers_fault: bool = True  # False where the service is crowded by others


class Service(Protocol):
    """What a stand-in brings along."""

    @property
    def name(self) -> str:
        """The short name: prefix, log, faults."""

    @property
    def app(self) -> ASGIApp:
        """What answers."""

    def admit(self, request: Request, in_flight: int) -> Refusal | None:
        """Charges the request against the limits; a refusal if it breaks one."""

    def settle(self, request: Request, status: int) -> dict[str, str]:
        """Called once for every answer: the headers that all answers of the service carry."""


class Front:
    """One service with its limits, faults and log. `connections` maps a client's port to its transport."""

    def __init__(
        self, service: Service, clock: Clock, faults: Faults, journal: Journal, connections: Connections
    ) -> None:
        self.service = service
        self._clock, self._faults, self._journal, self._connections = clock, faults, journal, connections
        self._in_flight = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._in_flight += 1
        visit = Visit(scope, receive, send, self._clock.seconds(), self._in_flight)
        try:
            await self._serve(visit)
        finally:
            self._in_flight -= 1
            self._note(visit)

    def _note(self, visit: Visit) -> None:
        """Into the log, once: before the first byte of the answer, so that who has an answer finds it in the log."""
        if not visit.noted:
            visit.noted = True
            self._journal.add(visit.entry(self.service.name))

    async def _serve(self, visit: Visit) -> None:
        await visit.read_body()
        request = visit.request()
        if refusal := self.service.admit(request, visit.in_flight):
            visit.blame(refusal.rule, caller=refusal.callers_fault)
            await self._answer(visit, refusal.response)
            return
        fault = self._faults.take(self.service.name, (*WIRE, *CANNED[self.service.name]), visit.target_and_body)
        if fault is None:
            await self._answer(visit, self.service.app)
        else:
            visit.fault = fault.name
            await self._spoil(visit, fault)

    async def _answer(self, visit: Visit, app: ASGIApp) -> None:
        await app(visit.scope, visit.receive, self._stamping(visit))

    def _stamping(self, visit: Visit) -> Send:
        """A `send` that notes the status and adds the headers of the service."""

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                visit.status = message["status"]
                present = {name for name, _ in message["headers"]}
                stamps = self.service.settle(visit.request(), visit.status)
                added = ((name.encode(), value.encode()) for name, value in stamps.items())
                message["headers"] = [*message["headers"], *(pair for pair in added if pair[0] not in present)]
                self._note(visit)
            await visit.send(message)

        return send

    async def _spoil(self, visit: Visit, fault: Fault) -> None:
        if fault.name == "hang":
            self._note(visit)
            await visit.gone()
        elif fault.name == "reset":
            self._drop(visit, hard=True)
        elif fault.name == "drip":
            await self._send_pieces(visit, fault, DRIP_PIECES)
        elif fault.name == "truncated":
            await self._send_pieces(visit, fault, 2, stop_after=1)
            self._drop(visit, hard=False)
        elif await self._still_there_after(visit, fault.delay):
            await self._answer(visit, await self._spoilt_response(visit, fault))

    async def _spoilt_response(self, visit: Visit, fault: Fault) -> ASGIApp:
        if fault.name == "late":
            return self.service.app
        if fault.name == "cut":
            whole = await self._whole_answer(visit)
            return Response(whole.body[: len(whole.body) // 2], whole.status, dict(whole.headers))
        reset_at = None if fault.retry_after is None else self._clock.wall() + fault.retry_after
        return canned_response(self.service.name, fault.name, visit.request(), fault.retry_after, reset_at)

    async def _send_pieces(self, visit: Visit, fault: Fault, pieces: int, stop_after: int | None = None) -> None:
        whole = await self._whole_answer(visit)
        size = -(-len(whole.body) // pieces)
        headers = [(name.encode(), value.encode()) for name, value in whole.headers]
        headers.append((b"content-length", str(len(whole.body)).encode()))
        send = self._stamping(visit)
        await send({"type": "http.response.start", "status": whole.status, "headers": headers})
        for number in range(stop_after or pieces):
            if not await self._still_there_after(visit, fault.delay / pieces):
                return
            piece = whole.body[number * size : (number + 1) * size]
            await send({"type": "http.response.body", "body": piece, "more_body": number + 1 < pieces})

    async def _whole_answer(self, visit: Visit) -> Whole:
        whole = Whole()
        await self.service.app(visit.scope, visit.receive, whole.collect)
        return whole

    async def _still_there_after(self, visit: Visit, seconds: float) -> bool:
        """Waits; False as soon as the client has gone."""
        if seconds <= 0:
            return True
        gone = asyncio.create_task(visit.gone())
        waited = asyncio.create_task(self._clock.sleep(seconds))
        try:
            await asyncio.wait((gone, waited), return_when=asyncio.FIRST_COMPLETED)
            return not gone.done()
        finally:
            gone.cancel()
            waited.cancel()

    def _drop(self, visit: Visit, *, hard: bool) -> None:
        transport = self._connections.get(visit.port)
        if transport is None:
            raise ConnectionResetError("This fault is one of the wire: it needs the served sandbox.")
        if hard:
            raw = transport.get_extra_info("socket")
            # Lingering for zero seconds makes closing a reset instead of a farewell.
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            transport.abort()
        else:
            transport.close()
