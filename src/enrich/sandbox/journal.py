"""What was asked of the sandbox: one entry a request, and counts per service. No headers and no bodies are kept.

`at` is in service seconds. A violation is a request that the real service would have refused (too early, too many at
once, without a User-Agent ...), named by the rule it broke.
"""

from __future__ import annotations

import itertools
import threading
from collections import Counter, deque
from dataclasses import asdict, dataclass
from typing import TypedDict

KEPT_ENTRIES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One request. `target` is path and query; `in_flight` counts this request in; `port` tells connections apart."""

    service: str
    at: float
    method: str
    target: str
    status: int
    in_flight: int
    port: int
    violation: str | None = None
    fault: str | None = None


class Summary(TypedDict):
    """Counts of one service. `smallest_gap_seconds` is between the starts of two requests."""

    requests: int
    violations: dict[str, int]
    statuses: dict[str, int]
    max_in_flight: int
    connections: int
    smallest_gap_seconds: float | None


class Journal:
    """The log of requests. Safe to read from another thread than the server's."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=KEPT_ENTRIES)
        self._lock = threading.Lock()

    def add(self, entry: Entry) -> None:
        with self._lock:
            self._entries.append(entry)

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()

    def entries(self, service: str | None = None) -> tuple[Entry, ...]:
        """The requests in the order in which they were answered."""
        with self._lock:
            return tuple(entry for entry in self._entries if service in (None, entry.service))

    def counts(self) -> dict[str, int]:
        """Requests per service."""
        return dict(Counter(entry.service for entry in self.entries()))

    def violations(self, service: str | None = None) -> dict[str, int]:
        """Violations per rule."""
        return dict(Counter(entry.violation for entry in self.entries(service) if entry.violation))

    def summary(self, service: str) -> Summary:
        """The counts of one service."""
        entries = self.entries(service)
        starts = sorted(entry.at for entry in entries)
        gaps = [later - earlier for earlier, later in itertools.pairwise(starts)]
        return Summary(
            requests=len(entries),
            violations=self.violations(service),
            statuses=dict(Counter(str(entry.status) for entry in entries)),
            max_in_flight=max((entry.in_flight for entry in entries), default=0),
            connections=len({entry.port for entry in entries}),
            smallest_gap_seconds=round(min(gaps), 3) if gaps else None,
        )

    def rows(self, service: str) -> list[dict[str, object]]:
        """The entries of one service, ready for JSON."""
        return [asdict(entry) for entry in self.entries(service)]
