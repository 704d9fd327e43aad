"""One request on its way through the front: its body read once and handed out again, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from starlette.requests import Request
from starlette.types import Message, Receive, Scope, Send

from enrich.sandbox.journal import Entry


class Visit:
    """The request, with what the log will say about it."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, at: float, in_flight: int) -> None:
        self.scope, self._receive, self.send, self.at, self.in_flight = scope, receive, send, at, in_flight
        self.body = b""
        self.status = 0
        self.noted = False
        self.violation: str | None = None
        self.fault: str | None = None

    def blame(self, rule: str, *, caller: bool) -> None:
        """Notes why the request was refused: a violation of the caller, or a fault of the service."""
        if caller:
            self.violation = rule
        else:
            self.fault = rule

    @property
    def port(self) -> int:
        client: Any = self.scope.get("client")
        return int(client[1]) if client else 0

    @property
    def target(self) -> str:
        query = self.scope.get("query_string", b"").decode("latin-1")
        return f"{self.scope['path']}?{query}" if query else str(self.scope["path"])

    @property
    def target_and_body(self) -> str:
        return f"{self.target} {self.body.decode('utf-8', 'replace')}"

    async def read_body(self) -> None:
        more = True
        while more:
            message = await self._receive()
            self.body += message.get("body", b"")
            more = message.get("more_body", False)

    async def receive(self) -> Message:
        return {"type": "http.request", "body": self.body, "more_body": False}

    async def gone(self) -> None:
        """Returns when the client has hung up."""
        while (await self._receive())["type"] != "http.disconnect":
            pass

    def request(self) -> Request:
        return Request(self.scope, self.receive)

    def entry(self, service: str) -> Entry:
        return Entry(
            service=service,
            at=round(self.at, 3),
            method=self.scope["method"],
            target=self.target,
            status=self.status,
            in_flight=self.in_flight,
            port=self.port,
            violation=self.violation,
            fault=self.fault,
        )


class Whole:
    """An answer collected instead of sent."""

    def __init__(self) -> None:
        self.status, self.body = 0, b""
        self.headers: Iterable[tuple[str, str]] = ()

    async def collect(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            pairs = [(name.decode(), value.decode()) for name, value in message["headers"]]
            self.headers = [pair for pair in pairs if pair[0] != "content-length"]
        else:
            self.body += message.get("body", b"")
