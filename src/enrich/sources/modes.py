"""How a run uses the outside world: whom it asks, and who is told how far it is. No I/O, and quick to import."""

from __future__ import annotations

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
    """Who wants to know how far a source is. `total` and `count` are items, not requests."""

    def begin(self, source: str, total: int) -> None:
        """`total` items are going to be looked up."""
        ...

    def advance(self, source: str, count: int) -> None:
        """`count` of them are done."""
        ...


class NoProgress:
    """Nobody wants to know."""

    def begin(self, source: str, total: int) -> None:
        """Nothing."""

    def advance(self, source: str, count: int) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What asking a source would take: items wanted, those the ledger serves, requests, seconds that limits set."""

    source: str
    items: int
    fresh: int
    requests: int
    seconds: float
