"""Time and chance, as arguments: what waits asks a `Clock`, so that a test of an hour-long outage takes no time.

In: nothing. Out: the instant, the seconds passed, a nap, a number drawn. Nothing else here knows about services.
"""

from __future__ import annotations

import asyncio
import random
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What the sources know about time. All instants are UTC, all durations seconds."""

    def now(self) -> datetime:
        """This instant, by the machine's calendar."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Let `seconds` pass."""
        ...

    def draw(self) -> float:
        """A number from 0 to 1, for jitter."""
        ...


class SystemClock:
    """The machine's own clock, or one that is some time ahead of it: what is stale by then, is stale now."""

    def __init__(self, ahead: timedelta = timedelta(0)) -> None:
        # The calendar is read once, then moves with the monotonic clock: a corrected calendar never stretches a wait.
        self._started_at, self._started = datetime.now(UTC) + ahead, time.monotonic()
        self._random = random.Random()

    def now(self) -> datetime:
        """This instant."""
        return datetime.fromtimestamp(self._started_at.timestamp() + time.monotonic() - self._started, UTC)

    async def sleep(self, seconds: float) -> None:
        """Let `seconds` pass."""
        await asyncio.sleep(seconds)

    def draw(self) -> float:
        """A number from 0 to 1."""
        return self._random.random()
