"""The circuit breaker: after a service has failed for good, it is left alone for a while.

In: failures and successes of requests, with their time. Out: the reason not to ask now, or None. No waiting here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(slots=True)
class Breaker:
    """One service's breaker. Open names the reason; from `open_until` on, single tries may pass until one succeeds."""

    open_until: datetime | None = None
    why: str = ""
    failures: int = 0  # in a row, each after all its tries

    def reason(self, now: datetime) -> str | None:
        """Why the service isn't asked now; None if it may be."""
        return self.why if self.open_until and now < self.open_until else None

    @property
    def probing(self) -> bool:
        """True if the service has failed and not yet recovered: the next request is a single try."""
        return self.open_until is not None

    def trip(self, now: datetime, seconds: float, why: str) -> None:
        """Let nothing pass for `seconds`."""
        self.open_until, self.why = now + timedelta(seconds=seconds), why

    def close(self) -> None:
        """The service answered."""
        self.open_until, self.why, self.failures = None, "", 0
