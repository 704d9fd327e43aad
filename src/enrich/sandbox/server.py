"""The sandbox on a port of this machine: one application with every service below its own prefix, served by uvicorn.

Loopback only. Nothing is left behind: stopping ends the thread, the connections and the answers still under way.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Mapping
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from uvicorn.protocols.http.h11_impl import H11Protocol

from enrich.errors import UsageError
from enrich.sandbox.arxiv import Arxiv
from enrich.sandbox.clock import Clock
from enrich.sandbox.control import Control
from enrich.sandbox.datacite import DataCite
from enrich.sandbox.faults import Faults
from enrich.sandbox.front import Connections, Front, Service
from enrich.sandbox.github import GitHub
from enrich.sandbox.hugging_face import HuggingFace
from enrich.sandbox.journal import Journal
from enrich.sandbox.known_faults import SERVICES
from enrich.sandbox.semantic_scholar import SemanticScholar
from enrich.sandbox.world import World

HOST = "127.0.0.1"
_MAKERS: tuple[Callable[[World, Clock, Faults], Service], ...] = (Arxiv, SemanticScholar, GitHub, DataCite, HuggingFace)
_READY_WITHIN_SECONDS = 10.0


def build_app(
    world: World, clock: Clock, faults: Faults, journal: Journal, connections: Connections | None = None
) -> Starlette:
    """The whole sandbox as one ASGI application. Without `connections` it can't do the faults of the wire."""
    open_connections = {} if connections is None else connections
    fronts = [Front(make(world, clock, faults), clock, faults, journal, open_connections) for make in _MAKERS]

    async def overview(request: Request) -> Response:
        return JSONResponse({"sandbox": "simulated", **base_addresses(str(request.base_url).rstrip("/"))})

    mounts = [Mount(f"/{front.service.name}", front) for front in fronts]
    control = Mount("/_sandbox", Control(clock, faults, journal).app)
    return Starlette(routes=[Route("/", overview), control, *mounts])


def base_addresses(url: str) -> dict[str, str]:
    """The settings that lead to the stand-ins below `url`."""
    addresses = {f"{name}_url": f"{url}/{name}" for name in SERVICES}
    return {**addresses, "arxiv_oai_url": f"{url}/arxiv/oai"}


class Server(uvicorn.Server):
    """uvicorn on a bound socket, in a thread or in the foreground."""

    def __init__(self, app: Starlette, connections: Connections, port: int, clock: Clock) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=_tracking(connections),
                ws="none",
                lifespan="off",
                log_config=None,
                log_level="critical",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=0,
            )
        )
        self._connections, self._clock = connections, clock
        self._pulse: asyncio.Task[None] | None = None
        self.socket = _bound(port)
        self.ready = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port that is served."""
        return int(self.socket.getsockname()[1])

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._pulse = asyncio.create_task(self._clock.feel_pulse())
        self.ready.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if self._pulse:
            self._pulse.cancel()
        # Without this uvicorn answers 500 to what is still under way, which no real service does when it goes away.
        for transport in list(self._connections.values()):
            transport.abort()
        await super().shutdown(sockets)

    def start(self) -> None:
        """Serves in a thread; returns when requests are answered."""
        self._thread = threading.Thread(target=self.run, args=([self.socket],), name="enrich-sandbox", daemon=True)
        self._thread.start()
        if not self.ready.wait(_READY_WITHIN_SECONDS):
            self.stop()
            raise UsageError(f"The sandbox did not start on port {self.port}. Try again with another port.")

    def stop(self) -> None:
        """Ends the thread and closes the port."""
        self.should_exit = True
        if self._thread is not None:
            self._thread.join()
        self.socket.close()


def _bound(port: int) -> socket.socket:
    # The protocol must be named: asyncio turns Nagle's algorithm off only for sockets that say they are TCP, and with
    # it on every answer takes 44 ms.
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((HOST, port))
        bound.listen(128)
    except (OSError, OverflowError) as error:
        bound.close()
        why = error.strerror if isinstance(error, OSError) else "ports go from 0 to 65535"
        raise UsageError(f"Port {port} can't be used ({why}). Choose another one, or 0 for any free one.") from None
    return bound


def _tracking(connections: Connections) -> type[asyncio.Protocol]:
    """uvicorn's protocol, noting the transport of every connection by the client's port."""

    class Tracking(H11Protocol):
        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            connections[_client_port(transport)] = transport

        def connection_lost(self, exc: Exception | None) -> None:
            connections.pop(_client_port(self.transport), None)
            super().connection_lost(exc)

    return Tracking


def _client_port(transport: asyncio.BaseTransport) -> int:
    peer = transport.get_extra_info("peername")
    return int(peer[1]) if peer else 0


def environment_lines(url: str, more: Mapping[str, object]) -> list[str]:
    """What a user exports so that `enrich` talks to the sandbox."""
    lines = [f"export ENRICH_{name.upper()}={address}" for name, address in base_addresses(url).items()]
    return [*lines, *(f"export {name}={value}" for name, value in more.items())]
