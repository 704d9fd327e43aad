"""The two shapes that published limits have, on service seconds. Pure but for their own counters.

A caller asks before it serves; a refused request is counted by the caller and changes nothing here, as a gateway that
turns a request away does not charge for it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(slots=True)
class Spacing:
    """At most one request every `interval` seconds on average; `slack` is how much too early one may come.

    The rule is the generic cell rate algorithm: being early is forgiven once, being early again and again is not.
    """

    interval: float
    slack: float = 0.0
    _due: float = -math.inf

    def take(self, now: float, waiting: float = 0.0) -> bool:
        """True and charged, or False and unchanged. `waiting`: seconds for which the request may have been there."""
        if now < self._due - self.slack:
            return False
        self._due = max(now - waiting, self._due) + self.interval
        return True


@dataclass(slots=True)
class Window:
    """At most `limit` points in a window of `seconds`, which starts with the first request after the last one ended."""

    limit: int
    seconds: float
    used: int = 0
    _ends: float = -math.inf

    def roll(self, now: float) -> None:
        """Starts a new window if the old one is over."""
        if now >= self._ends:
            self.used, self._ends = 0, now + self.seconds

    def take(self, now: float, points: int = 1) -> bool:
        """True and charged, or False and unchanged."""
        self.roll(now)
        if self.used + points > self.limit:
            return False
        self.used += points
        return True

    def refund(self, points: int = 1) -> None:
        """Takes back what an answer that costs nothing was charged."""
        self.used = max(0, self.used - points)

    @property
    def remaining(self) -> int:
        """Points left in this window."""
        return self.limit - self.used

    def resets_in(self, now: float) -> float:
        """Seconds until the next window."""
        return max(0.0, self._ends - now)
