"""How long to insist: pauses between tries, how many tries, and when to leave a service alone. Pure.

In: what went wrong, how often, and how the service wants to be treated. Out: seconds of the service's own time (the
transport divides them by the time scale) and counts.
"""

from __future__ import annotations

from enrich.errors import (
    NoAnswerInTime,
    NoConnection,
    SourceRefused,
    SourceThrottled,
    SourceUnavailable,
    TimeBudgetSpent,
)
from enrich.sources.exchange import Service

# Longer than anyone would wait for one request; GitHub's hour and arXiv's bad nights are beyond it.
LONGEST_WAIT = 120.0
BACKOFF_CAP = 60.0
CONNECT_PAUSE = 1.0
CONNECT_TRIES = 2
SLOW_TRIES = 2  # each costs a whole deadline
FAILED_TRIES = 4  # 5xx and broken bodies usually pass
FAILURES_TO_TRIP = 2  # one request may be at fault itself; two in a row are the service
REFUSED_FOR = 3600.0  # a key that was refused stays refused


def pause_before_retry(service: Service, error: BaseException | None, attempt: int, chance: float) -> float:
    """Seconds to the next try after `attempt` ones: what the service named, else doubling, capped, with jitter.

    `chance` is 0..1 and takes up to half of the pause away.
    """
    if isinstance(error, SourceThrottled) and error.retry_after is not None:
        return error.retry_after
    if isinstance(error, NoConnection):
        return CONNECT_PAUSE
    return min(BACKOFF_CAP, service.first_backoff * 2.0 ** (attempt - 1)) * (1 - chance / 2)


def tries(service: Service, error: BaseException | None, *, nobody_reached: bool) -> int:
    """How often a request is tried that ends like this. `nobody_reached`: other services had no connection either."""
    if isinstance(error, SourceThrottled):
        return service.throttled_tries
    if isinstance(error, NoConnection):
        return 1 if nobody_reached else CONNECT_TRIES
    return SLOW_TRIES if isinstance(error, NoAnswerInTime) else FAILED_TRIES


def breather(service: Service, error: SourceUnavailable, failures: int) -> float | None:
    """Seconds to leave a service alone after its `failures`-th failure in a row; None to go on."""
    if isinstance(error, TimeBudgetSpent):
        return None
    if isinstance(error, SourceRefused):
        return REFUSED_FOR
    if isinstance(error, SourceThrottled):
        return max(service.breather, error.retry_after or 0.0)
    if isinstance(error, NoConnection | NoAnswerInTime) or failures >= FAILURES_TO_TRIP:
        return service.breather
    return None
