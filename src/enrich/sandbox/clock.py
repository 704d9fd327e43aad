"""The sandbox's time. Two times come out: service seconds for limits and waits, and the simulated day for counts.

Service seconds run `speed` times as fast as real ones, so a limit of one request in three seconds is one in 0.15 real
seconds at speed 20. The simulated day is today plus the days that were let pass; it never changes by itself faster than
the calendar, so two runs of one day see the same counts. Nothing here sleeps unless a fault asks for it.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from datetime import UTC, date, datetime, timedelta

from enrich.errors import UsageError

# How much earlier than the limit says a request may arrive, in real seconds. With three busy processes on two cores the
# gaps between requests sent every 50 ms were measured at 32 to 69 ms; this is five times as much. Averages stay held.
JITTER_SECONDS = 0.1
# How often the sandbox feels its pulse, and for how long a missed beat explains a late arrival, in real seconds.
BEAT_SECONDS, BEATS_KEPT_SECONDS = 0.02, 1.0


class Clock:
    """Time at `speed`; UsageError if that is none. `advance` lets time pass at once. For use from any thread."""

    def __init__(self, speed: float = 1.0, *, today: date | None = None) -> None:
        if not 0 < speed < float("inf"):
            raise UsageError(f"The sandbox can't run at speed {speed}. Give a number above 0; 1 is the real pace.")
        self.speed = speed
        self._start = time.monotonic()
        self._skipped_seconds = 0.0
        self._missed: deque[tuple[float, float]] = deque()
        self._shift = timedelta(0) if today is None else _midnight(today) - _midnight(datetime.now(UTC).date())

    @property
    def jitter(self) -> float:
        """Service seconds that a request may come too early without being a violation."""
        return JITTER_SECONDS * self.speed

    async def feel_pulse(self) -> None:
        """Notes, until cancelled, how long the machine keeps the sandbox from running."""
        while True:
            due = time.monotonic() + BEAT_SECONDS
            await asyncio.sleep(BEAT_SECONDS)
            now = time.monotonic()
            self._missed.append((now, now - due))
            while self._missed[0][0] < now - BEATS_KEPT_SECONDS:
                self._missed.popleft()

    def waiting(self) -> float:
        """Service seconds for which a request that is seen now may have been waiting at the door.

        A process that shares two cores with busy ones was seen to stand still for half a second; a request of that time
        did not come late, and the next one not too soon after it.
        """
        return sum(missed for _, missed in tuple(self._missed)) * self.speed

    def seconds(self) -> float:
        """Service seconds since the sandbox started."""
        return (time.monotonic() - self._start) * self.speed + self._skipped_seconds

    def wall(self) -> float:
        """Unix time as the client's own clock has it: what reset headers count from."""
        return time.time()

    def now(self) -> datetime:
        """The simulated instant (UTC): what counts, dates of answers and "recent" are about."""
        return datetime.fromtimestamp(self.wall(), UTC) + self._shift

    def today(self) -> date:
        """The simulated day (UTC)."""
        return self.now().date()

    def advance(self, *, days: int = 0, seconds: float = 0.0) -> None:
        """Lets simulated days pass (counts grow) or service seconds (limits recover)."""
        self._shift += timedelta(days=days)
        self._skipped_seconds += seconds

    async def sleep(self, seconds: float) -> None:
        """Waits for service seconds."""
        await asyncio.sleep(seconds / self.speed)


class ManualClock(Clock):
    """A clock that stands still until `advance` is called; waits end at once and move it. For tests."""

    def __init__(self, *, start: datetime = datetime(2026, 11, 21, 9, tzinfo=UTC)) -> None:
        super().__init__()
        self._began = start

    @property
    def jitter(self) -> float:
        return 0.0

    def waiting(self) -> float:
        return 0.0

    def seconds(self) -> float:
        return self._skipped_seconds

    def wall(self) -> float:
        return self._began.timestamp() + self._skipped_seconds

    async def sleep(self, seconds: float) -> None:
        self.advance(seconds=seconds)
        await asyncio.sleep(0)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
