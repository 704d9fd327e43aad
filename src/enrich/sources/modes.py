"""How a run uses the outside world: whom it asks, and who is told how far it is. No I/O, and quick to import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Mode(StrEnum):
    """Whom a run asks."""

    LIVE = "live"  # what the ledger has no fresh answer for
    OFFLINE = "offline"  # nobody; fresh answers of the ledger still serve
    REPLAY = "replay"  # nobody; the newest answer serves whatever its age
    FULL = "full"  # everything again, even what is fresh


class Progress(Protocol):
    """Who wants to know how far a source is. `total` and `count` are items, `requests` what was asked for them."""

    def begin(self, source: str, total: int) -> None:
        """`total` items are going to be looked up."""
        ...

    def advance(self, source: str, count: int, requests: int = 0) -> None:
        """`count` of them are done."""
        ...


class NoProgress:
    """Nobody wants to know."""

    def begin(self, source: str, total: int) -> None:
        """Nothing."""

    def advance(self, source: str, count: int, requests: int = 0) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would ask of one service: items, requests, and the seconds that the service's limits set for them.

    `from_ledger` counts the items that earlier answers serve.
    """

    source: str
    items: int
    from_ledger: int
    requests: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a run would ask. `seconds` is until the last request: services are asked at the same time.

    It takes for granted that arXiv has a paper for `titles_expected` of the `titles_open`; nobody can know that before.
    """

    services: tuple[Plan, ...]
    seconds: float
    titles_open: int
    titles_expected: int

    @property
    def requests(self) -> int:
        """Of all services together."""
        return sum(plan.requests for plan in self.services)

    def seconds_left(self, made: Mapping[str, int]) -> float:
        """Seconds to the last request once `made` requests were made of each service.

        What the slowest one still takes, and what can't begin before that.
        """
        left = [
            plan.seconds * (1 - made.get(plan.source, 0) / plan.requests) for plan in self.services if plan.requests
        ]
        slowest = max((plan.seconds for plan in self.services), default=0.0)
        return max(left) + max(0.0, self.seconds - slowest) if any(each > 0 for each in left) else 0.0
