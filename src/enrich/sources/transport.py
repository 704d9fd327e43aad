"""The only place that waits: one request in, one healthy answer out, or the reason why there is none.

In: a `Service` and a `Request`. Out: an `Answer`, already kept in the ledger; or one of `SourceUnavailable` (throttled,
unreachable, refused, confused, out of time) or `RequestRejected` (the request itself is at fault). The deadline over a
whole request, the one retry layer, the limits shared with other runs and the circuit breaker meet here.
"""

from __future__ import annotations

import contextlib
import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import tenacity

from enrich.errors import (
    EnrichError,
    NoAnswerInTime,
    RequestRejected,
    SourceConfused,
    SourceThrottled,
    SourceUnavailable,
    SourceUnreachable,
    TimeBudgetSpent,
)
from enrich.sources import patience
from enrich.sources.breaker import Breaker
from enrich.sources.clock import Clock
from enrich.sources.exchange import Answer, Reply, Request, Service, throttled
from enrich.sources.ledger import Ledger
from enrich.sources.limiter import Limiter
from enrich.sources.wire import Wire, next_address, redacted

if TYPE_CHECKING:
    import httpx

CONNECT_TIMEOUT = 4.0  # SYN is repeated after 1 and 3 s: later a connection hardly ever comes
REDIRECTS = 3
# Stand-ins run at many times real speed, but sockets and schedulers don't: where eight processes shared a core, answers
# of the sandbox took more than 2 s.
SHORTEST_DEADLINE, SHORTEST_CONNECT = 10.0, 2.0
_RETRIED = (SourceThrottled, SourceUnreachable, SourceConfused)


@dataclass(slots=True)
class Counters:
    """What was asked of one service so far. `failure` is the reason why some item has no answer."""

    requests: int = 0
    from_ledger: int = 0
    retries: int = 0
    waited: float = 0.0
    failure: SourceUnavailable | RequestRejected | None = None


@dataclass(slots=True)
class _Host:
    """What the transport keeps per service. `pause` is the service's own word on why it is closed."""

    limiter: Limiter
    breaker: Breaker = field(default_factory=Breaker)
    reached: bool = False
    pause: str = ""


class Transport:
    """Asks services, as politely as they want and as fast as they allow."""

    def __init__(
        self,
        clock: Clock,
        ledger: Ledger,
        *,
        time_scale: float = 1.0,
        deadline: float = 60.0,
        contact: str | None = None,
        state: Path | None = None,
        ends_at: datetime | None = None,
        network: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self.clock, self.ledger = clock, ledger
        self.scale, self._state, self._ends_at = time_scale, state, ends_at
        self._deadline = max(deadline / time_scale, min(deadline, SHORTEST_DEADLINE))
        self._counters: dict[str, Counters] = {}
        self._hosts: dict[str, _Host] = {}
        connect_seconds = max(CONNECT_TIMEOUT / time_scale, SHORTEST_CONNECT)
        self._hold = connect_seconds + 1.0
        self._wire = Wire(clock, contact=contact, connect_seconds=connect_seconds, network=network)

    async def aclose(self) -> None:
        """Let go of all connections."""
        await self._wire.aclose()

    def count(self, source: str) -> Counters:
        """The counters of a service."""
        return self._counters.setdefault(source, Counters())

    async def ask(self, service: Service, request: Request) -> Answer:
        """The service's answer, kept in the ledger before it is handed on."""
        host = self._host(service)
        if reason := host.breaker.reason(self.clock.now()):
            raise SourceUnreachable(reason)
        try:
            reply = await self._persist(service, host, request)
        except SourceUnavailable as error:
            self._give_up(service, host, error)
            raise
        host.breaker.close()
        answer = _answer(service, request, reply)
        self.ledger.keep(answer)
        return answer

    def _host(self, service: Service) -> _Host:
        if service.name not in self._hosts:
            place = service.limited_as or f"{service.name}@{urlsplit(service.address).netloc}"
            limiter = Limiter(place, service.spacing / self.scale, self.clock, self._state, hold=self._hold)
            self._hosts[service.name] = _Host(limiter)
        return self._hosts[service.name]

    async def _persist(self, service: Service, host: _Host, request: Request) -> Reply:
        """Try, and try again where that is of use: the one retry layer of the program."""

        def pause(state: tenacity.RetryCallState) -> float:
            seconds = patience.pause_before_retry(service, _error(state), state.attempt_number, self.clock.draw())
            return seconds / self.scale

        def is_enough(state: tenacity.RetryCallState) -> bool:
            allowed = patience.tries(service, _error(state), nobody_reached=self._nobody_reached())
            too_long = state.upcoming_sleep > patience.LONGEST_WAIT / self.scale
            return host.breaker.probing or too_long or state.attempt_number >= allowed

        def before_retry(state: tenacity.RetryCallState) -> None:
            self.count(service.name).retries += 1
            if isinstance(_error(state), SourceThrottled):
                host.limiter.close_for(state.upcoming_sleep)

        policy = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception_type(_RETRIED),
            wait=pause,
            stop=is_enough,
            before_sleep=before_retry,
            sleep=functools.partial(self._wait, service),
            reraise=True,
        )
        return await policy(self._try, service, host, request)

    async def _try(self, service: Service, host: _Host, request: Request) -> Reply:
        """One try: the reply, if it is an answer."""
        async with contextlib.AsyncExitStack() as held:
            if service.one_connection:
                await held.enter_async_context(host.limiter.only_connection())
            try:
                reply = await self._follow(service, host, request)
            except NoAnswerInTime:
                await self._wait(service, 0.0)  # what the run's own end cut short is no failure of the service
                raise
        host.reached = True
        with _named(service):
            pause = service.inspect(request, reply)
        if pause:
            host.limiter.close_for((pause.until - self.clock.now()).total_seconds() / self.scale)
            host.pause = f"{service.label} {pause.why}"
        return reply

    async def _follow(self, service: Service, host: _Host, request: Request) -> Reply:
        """Send a request, and follow where the same host points to; each hop takes a slot."""
        url, visited = request.url, set[str]()
        while url not in visited and len(visited) <= REDIRECTS:
            visited.add(url)
            await self._gate(service, host)
            self.count(service.name).requests += 1
            with _named(service):
                seconds = self._seconds_left()
                reply = await self._wire.send(service, request, url, seconds=seconds, on_sent=host.limiter.sent)
            if not (300 <= reply.status < 400 and "location" in reply.headers):
                return reply
            url = next_address(service, request, reply, url)
        raise SourceConfused(f"{service.label} redirects in a circle")

    async def _gate(self, service: Service, host: _Host) -> None:
        """Wait until a request may start; SourceUnavailable if that is longer than anyone would wait.

        What comes after must send at once: the start is claimed.
        """
        await self._wait(service, 0.0)  # the run's time may be up already
        while (seconds := host.limiter.claim()) > 0:
            self._check_open(service, host)
            await self._wait(service, seconds)
            if reason := host.breaker.reason(self.clock.now()):  # given up by another request in the meantime
                raise SourceUnreachable(reason)

    def _check_open(self, service: Service, host: _Host) -> None:
        """SourceThrottled if the host asked for quiet for longer than anyone would wait."""
        if (closed := host.limiter.closed_for()) > patience.LONGEST_WAIT / self.scale:
            until = self.clock.now() + timedelta(seconds=closed)
            why = host.pause or f"{service.label} asked for no more requests before {until:%H:%M} UTC"
            raise throttled(why, closed * self.scale)

    async def _wait(self, service: Service, seconds: float) -> None:
        """Let the time pass, unless the run's own time would pass with it."""
        if self._ends_at and self.clock.now() + timedelta(seconds=seconds) >= self._ends_at:
            raise TimeBudgetSpent(f"the time for this run was used up before {service.label} could answer")
        if seconds > 0:
            self.count(service.name).waited += seconds
            await self.clock.sleep(seconds)

    def _seconds_left(self) -> float:
        """The deadline of the next request: the usual one, or what is left of the run."""
        if self._ends_at is None:
            return self._deadline
        return min(self._deadline, max(0.0, (self._ends_at - self.clock.now()).total_seconds()))

    def _nobody_reached(self) -> bool:
        """Whether other services were tried in vain and none was reached: then it is the network that is missing."""
        hosts = self._hosts.values()
        return any(host.breaker.probing for host in hosts) and not any(host.reached for host in hosts)

    def _give_up(self, service: Service, host: _Host, error: SourceUnavailable) -> None:
        """Leave the service alone for a while, if it and not the request is what failed."""
        host.breaker.failures += 1
        if isinstance(error, SourceThrottled) and error.retry_after:
            host.limiter.close_for(error.retry_after / self.scale)
        seconds = patience.breather(service, error, host.breaker.failures)
        if seconds is not None:
            host.breaker.trip(self.clock.now(), seconds / self.scale, str(error))


@contextlib.contextmanager
def _named(service: Service) -> Iterator[None]:
    """Put the service's name in front of what went wrong, and no key into it."""
    try:
        yield
    except EnrichError as error:
        named = type(error)(redacted(f"{service.label} {error}", service))
        if isinstance(error, SourceThrottled) and isinstance(named, SourceThrottled):
            named.retry_after = error.retry_after
        raise named from None


def _answer(service: Service, request: Request, reply: Reply) -> Answer:
    """What the ledger keeps. Keys travel in headers, which are not kept."""
    body = "" if request.payload is None else " " + json.dumps(request.payload, ensure_ascii=False, sort_keys=True)
    return Answer(
        source=service.name,
        kind=request.kind,
        items=request.items,
        request=f"{request.method} {request.url}{body}",
        status=reply.status,
        received_at=reply.received_at,
        body=reply.body,
    )


def _error(state: tenacity.RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None
