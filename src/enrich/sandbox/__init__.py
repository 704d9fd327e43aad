"""Stand-ins of arXiv, Semantic Scholar, GitHub, DataCite and Hugging Face on this machine, for tests and for the demo.

They follow the services' published limits, shapes and faults over the papers of the starter catalog. All counts are
simulated, and so is every detail that the facts leave open. Nothing here asks the real services anything.

    with run_sandbox(speed=20) as sandbox:
        settings = read_settings(**sandbox.settings())
        sandbox.faults.add("arxiv", "throttled", times=3)

Inside: `world` (papers and repositories, from `facts` and with `simulated` details), one file a service, `front` (log,
limits and faults before every service), `known_faults` and `canned` (what can go wrong), `clock`, `server`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from enrich.sandbox.clock import Clock
from enrich.sandbox.facts import read_world
from enrich.sandbox.faults import Fault, Faults
from enrich.sandbox.journal import Journal
from enrich.sandbox.world import World

if TYPE_CHECKING:
    from asyncio import Transport
    from datetime import date

__all__ = ["Clock", "Fault", "Faults", "Journal", "Sandbox", "World", "run_sandbox", "serve"]

DEFAULT_SPEED = 20.0


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A running sandbox. Its parts may be used from any thread."""

    url: str
    clock: Clock
    faults: Faults
    journal: Journal
    world: World = field(repr=False)

    def settings(self, *, keys: bool = True) -> dict[str, object]:
        """What to give to `read_settings` so that all asks the sandbox; without `keys` as an anonymous caller."""
        from enrich.sandbox.server import base_addresses

        given: dict[str, object] = {**base_addresses(self.url), "time_scale": self.clock.speed}
        return {**given, **_keys("semantic_scholar_api_key", "github_token")} if keys else given

    @property
    def requests(self) -> dict[str, int]:
        """Requests per service so far."""
        return self.journal.counts()

    @property
    def violations(self) -> dict[str, int]:
        """Broken limits per rule, over all services."""
        return self.journal.violations()


@contextmanager
def run_sandbox(
    *,
    speed: float = DEFAULT_SPEED,
    port: int = 0,
    faults: Iterable[Fault] | None = None,
    today: date | None = None,
    clock: Clock | None = None,
    world: World | None = None,
) -> Iterator[Sandbox]:
    """Serves the sandbox on loopback from a thread; stopped, with all it opened, when the block ends.

    `speed` divides every limit and wait, like the setting `time_scale`. `port` 0 takes a free one. `today` is the
    simulated day. Raises UsageError if the port can't be used.
    """
    from enrich.sandbox.server import HOST, Server, build_app

    clock = clock or Clock(speed, today=today)
    ordered, journal, world = Faults(faults or ()), Journal(), world or read_world()
    connections: dict[int, Transport] = {}
    server = Server(build_app(world, clock, ordered, journal, connections), connections, port, clock)
    server.start()
    try:
        yield Sandbox(f"http://{HOST}:{server.port}", clock, ordered, journal, world)
    finally:
        server.stop()


def serve(port: int, speed: float = DEFAULT_SPEED) -> None:
    """Serves in the foreground until interrupted; tells on stderr what to export."""
    from enrich.sandbox.server import HOST, Server, build_app, environment_lines

    connections: dict[int, Transport] = {}
    clock = Clock(speed)
    app = build_app(read_world(), clock, Faults(), Journal(), connections)
    server = Server(app, connections, port, clock)
    more = {"ENRICH_TIME_SCALE": speed, **_keys("SEMANTIC_SCHOLAR_API_KEY", "GITHUB_TOKEN")}
    lines = environment_lines(f"http://{HOST}:{server.port}", more)
    sys.stderr.write("\n".join(["The sandbox is up; all its counts are simulated. Stop it with Ctrl-C.", *lines, ""]))
    try:
        server.run([server.socket])
    except KeyboardInterrupt:
        pass
    finally:
        server.socket.close()


def _keys(semantic_scholar: str, github: str) -> dict[str, object]:
    from enrich.sandbox.github import GITHUB_TOKEN
    from enrich.sandbox.semantic_scholar import SEMANTIC_SCHOLAR_KEY

    return {semantic_scholar: SEMANTIC_SCHOLAR_KEY, github: GITHUB_TOKEN}
