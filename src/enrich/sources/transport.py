"""The only place that knows about waiting: one request in, one healthy answer out, or the reason why there is none.

In: a `Service` and a `Request`. Out: an `Answer`, already kept in the ledger; or one of `SourceUnavailable` (throttled,
unreachable, refused, confused, out of time) or `RequestRejected` (the request itself is at fault).
Here, and nowhere else in the program: the deadline over a whole request, the one retry layer, the shared limits, the
circuit breaker, redirects (never to another host), keys (never to another host, never in an answer or a message).
httpx is imported here alone.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
import tenacity

from enrich.errors import (
    EnrichError,
    RequestRejected,
    SourceConfused,
    SourceRefused,
    SourceThrottled,
    SourceUnavailable,
    SourceUnreachable,
    TimeBudgetSpent,
)
from enrich.sources.breaker import Breaker
from enrich.sources.clock import Clock
from enrich.sources.exchange import Answer, Reply, Request, Service, throttled
from enrich.sources.ledger import Ledger
from enrich.sources.limiter import Limiter

# Longer than any wait a person would sit through for one request; GitHub's hour and arXiv's bad nights are beyond it.
LONGEST_WAIT = 120.0
BACKOFF_CAP = 60.0
CONNECT_TIMEOUT = 4.0  # SYN is repeated after 1 and 3 s: later a connection hardly ever comes
CONNECT_PAUSE = 1.0
FAILED_TRIES = 4  # for 5xx and broken bodies, which usually pass
SLOW_TRIES = 2  # each costs a whole deadline
CONNECT_TRIES = 2
FAILURES_TO_TRIP = 2  # one request may be at fault itself; two in a row are the service
REFUSED_FOR = 3600.0  # a key that was refused stays refused for the run
REDIRECTS = 3
# Stand-ins run at many times real speed, but sockets and schedulers don't.
SHORTEST_DEADLINE = 2.0


class NoConnection(SourceUnreachable):
    """Not even a connection: no network, no such host, or nobody listening."""


class NoAnswerInTime(SourceUnreachable):
    """A connection, but no whole answer within the deadline."""


@dataclass(slots=True)
class Counters:
    """What was asked of one service so far. `failure` is the last reason for giving up, None if it recovered since."""

    requests: int = 0
    from_ledger: int = 0
    retries: int = 0
    waited: float = 0.0
    failure: str | None = None


@dataclass(slots=True)
class _Host:
    """What the transport keeps per service."""

    limiter: Limiter
    breaker: Breaker = field(default_factory=Breaker)
    reached: bool = False
    pause: str = ""


class Transport:
    """Asks services, one request at a time, as politely as they want and as fast as they allow."""

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
        self.clock, self.ledger, self.scale = clock, ledger, time_scale
        self.counters: dict[str, Counters] = {}
        self._deadline = max(deadline / time_scale, min(deadline, SHORTEST_DEADLINE))
        self._state, self._ends_at = state, ends_at
        self._hosts: dict[str, _Host] = {}
        self._http = _http_client(network, contact, max(CONNECT_TIMEOUT / time_scale, SHORTEST_DEADLINE))

    async def aclose(self) -> None:
        """Let go of all connections."""
        await self._http.aclose()

    async def ask(self, service: Service, request: Request) -> Answer:
        """The service's answer, kept in the ledger before it is handed on."""
        host, counters = self._host(service), self.count(service.name)
        if reason := host.breaker.reason(self.clock.now()):
            raise SourceUnreachable(reason)
        try:
            reply = await self._persist(service, host, request)
        except RequestRejected:
            host.breaker.close()
            raise
        except SourceUnavailable as error:
            counters.failure = str(error)
            self._give_up(service, host, error)
            raise
        host.breaker.close()
        counters.failure = None
        answer = Answer(
            source=service.name,
            kind=request.kind,
            items=request.items,
            request=_described(request),
            status=reply.status,
            received_at=reply.received_at,
            body=reply.body,
        )
        self.ledger.keep(answer)
        return answer

    def count(self, source: str) -> Counters:
        """The counters of a service."""
        return self.counters.setdefault(source, Counters())

    def _host(self, service: Service) -> _Host:
        if service.name not in self._hosts:
            place = f"{service.name}@{urlsplit(service.address).netloc}"
            limiter = Limiter(place, service.spacing / self.scale, self.clock, self._state)
            self._hosts[service.name] = _Host(limiter)
        return self._hosts[service.name]

    async def _persist(self, service: Service, host: _Host, request: Request) -> Reply:
        """Try, and try again where that is of use: the one retry layer of the program."""
        policy = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception_type((SourceThrottled, SourceUnreachable, SourceConfused)),
            wait=functools.partial(self._backoff, service),
            stop=functools.partial(self._is_enough, service, host),
            before_sleep=functools.partial(self._before_retry, service, host),
            sleep=functools.partial(self._wait, service),
            reraise=True,
        )
        return await policy(self._try, service, host, request)

    async def _try(self, service: Service, host: _Host, request: Request) -> Reply:
        async with contextlib.AsyncExitStack() as held:
            if service.one_connection:
                await held.enter_async_context(host.limiter.only_connection())
            reply = await self._follow(service, host, request)
        host.reached = True
        with _named(service):
            pause = service.inspect(request, reply)
        if pause:
            host.limiter.close_until(self.clock.now() + (pause.until - self.clock.now()) / self.scale)
            host.pause = f"{service.label} {pause.why}"
        return reply

    async def _follow(self, service: Service, host: _Host, request: Request) -> Reply:
        """Send a request, and follow where the same host points to."""
        url = request.url
        for _ in range(REDIRECTS + 1):
            await self._gate(service, host)
            reply = await self._exchange(service, host, request, url)
            if not (300 <= reply.status < 400 and "location" in reply.headers):
                return reply
            url = _next_address(service, request, reply, url)
        raise SourceConfused(f"{service.label} redirects in a circle")

    async def _gate(self, service: Service, host: _Host) -> None:
        """Wait for this host's next slot."""
        if (closed := host.limiter.closed_for()) > LONGEST_WAIT / self.scale:
            until = self.clock.now() + timedelta(seconds=closed)
            why = host.pause or f"{service.label} asked for no more requests before {until:%H:%M} UTC"
            raise throttled(why, closed * self.scale)
        await self._wait(service, host.limiter.next_start())

    async def _exchange(self, service: Service, host: _Host, request: Request, url: str) -> Reply:
        """Send one request and read all of its answer, within one deadline."""
        self.count(service.name).requests += 1
        headers = {"Accept": service.accept, **service.headers}
        headers |= {name: secret.get_secret_value() for name, secret in service.secrets.items()}
        with _named(service), _as_unreachable(urlsplit(url).netloc, self._deadline):
            async with asyncio.timeout(self._seconds_left()):
                response = await self._http.request(
                    request.method,
                    url,
                    headers=headers,
                    json=request.payload,
                    extensions={"trace": functools.partial(_on_sent, host.limiter)},
                )
        body = response.content
        for secret in service.secrets.values():
            body = body.replace(secret.get_secret_value().encode(), b"[redacted]")
        return Reply(response.status_code, dict(response.headers), body, self.clock.now())

    def _seconds_left(self) -> float:
        if self._ends_at is None:
            return self._deadline
        return min(self._deadline, (self._ends_at - self.clock.now()).total_seconds())

    async def _wait(self, service: Service, seconds: float) -> None:
        """Let the time pass, unless the run's own time would pass with it."""
        if self._ends_at and self.clock.now() + timedelta(seconds=seconds) >= self._ends_at:
            raise TimeBudgetSpent(f"the time for this run was used up before {service.label} could be asked")
        if seconds > 0:
            self.count(service.name).waited += seconds
            await self.clock.sleep(seconds)

    def _backoff(self, service: Service, state: tenacity.RetryCallState) -> float:
        """Seconds to the next try: what the service named, else doubling, capped, with jitter."""
        error = _error(state)
        if isinstance(error, SourceThrottled) and error.retry_after is not None:
            return error.retry_after / self.scale
        if isinstance(error, NoConnection):
            return CONNECT_PAUSE / self.scale
        longest = min(BACKOFF_CAP, service.first_backoff * 2 ** (state.attempt_number - 1))
        return float(longest * (0.5 + self.clock.draw() / 2) / self.scale)

    def _is_enough(self, service: Service, host: _Host, state: tenacity.RetryCallState) -> bool:
        """Whether this try was the last."""
        if host.breaker.probing or state.upcoming_sleep > LONGEST_WAIT / self.scale:
            return True
        return state.attempt_number >= self._tries(service, host, _error(state))

    def _tries(self, service: Service, host: _Host, error: BaseException | None) -> int:
        if isinstance(error, SourceThrottled):
            return service.throttled_tries
        if isinstance(error, NoConnection):
            # Where nobody can be reached there is no network: the first service has found that out for the others.
            alone = not host.reached and any(other.breaker.probing for other in self._hosts.values())
            return 1 if alone and not any(other.reached for other in self._hosts.values()) else CONNECT_TRIES
        return SLOW_TRIES if isinstance(error, NoAnswerInTime) else FAILED_TRIES

    def _before_retry(self, service: Service, host: _Host, state: tenacity.RetryCallState) -> None:
        self.count(service.name).retries += 1
        if isinstance(_error(state), SourceThrottled):
            host.limiter.close_for(state.upcoming_sleep)

    def _give_up(self, service: Service, host: _Host, error: SourceUnavailable) -> None:
        """Leave a service alone for a while, if it and not the request is what failed."""
        host.breaker.failures += 1
        if isinstance(error, SourceThrottled) and error.retry_after is not None:
            host.limiter.close_for(error.retry_after / self.scale)
        if isinstance(error, TimeBudgetSpent):
            return
        if isinstance(error, SourceRefused):
            host.breaker.trip(self.clock.now(), REFUSED_FOR / self.scale, str(error))
        elif (
            isinstance(error, SourceThrottled | NoConnection | NoAnswerInTime)
            or host.breaker.failures >= FAILURES_TO_TRIP
        ):
            host.breaker.trip(self.clock.now(), service.breather / self.scale, str(error))


def _http_client(network: httpx.AsyncBaseTransport | None, contact: str | None, connect: float) -> httpx.AsyncClient:
    agent = f"enrich/{version('enrich')}" + (f" (mailto:{contact})" if contact else "")
    # A proxy of the environment is for the outside world, never for this machine.
    direct = {f"all://{name}": httpx.AsyncHTTPTransport() for name in ("127.0.0.1", "localhost", "[::1]")}
    return httpx.AsyncClient(
        transport=network,
        mounts=None if network else direct,
        headers={"User-Agent": agent},
        timeout=httpx.Timeout(None, connect=connect),
        follow_redirects=False,
    )


async def _on_sent(limiter: Limiter, event: str, info: dict[str, Any]) -> None:
    """Count the spacing from the moment a request leaves: setting up a connection takes time of its own."""
    if event.endswith("send_request_headers.started"):
        limiter.started()


def _next_address(service: Service, request: Request, reply: Reply, url: str) -> str:
    """Where a redirect points to, if that is the same host; SourceConfused otherwise."""
    target = urljoin(url, reply.headers["location"])
    here, there = urlsplit(url), urlsplit(target)
    upgraded = (here.scheme, there.scheme) == ("http", "https") and here.hostname == there.hostname
    if (here.scheme, here.netloc) != (there.scheme, there.netloc) and not upgraded:
        raise SourceConfused(f"{service.label} redirects to another host ({there.netloc}), which is not followed")
    if request.payload is not None and reply.status not in (307, 308):
        raise SourceConfused(f"{service.label} redirects a request that carries data (HTTP {reply.status})")
    return target


@contextlib.contextmanager
def _named(service: Service) -> Iterator[None]:
    """Put the service's name in front of what went wrong, and no key into it."""
    try:
        yield
    except EnrichError as error:
        message = str(error)
        for secret in service.secrets.values():
            message = message.replace(secret.get_secret_value(), "[redacted]")
        named = type(error)(f"{service.label} {message}")
        if isinstance(error, SourceThrottled) and isinstance(named, SourceThrottled):
            named.retry_after = error.retry_after
        raise named from None


@contextlib.contextmanager
def _as_unreachable(netloc: str, deadline: float) -> Iterator[None]:
    """What the network can do to a request, in our own words."""
    try:
        yield
    except TimeoutError:
        raise NoAnswerInTime(f"gave no whole answer within {deadline:g} s") from None
    except (httpx.ConnectError, httpx.ConnectTimeout) as error:
        detail = "no connection in time" if isinstance(error, httpx.ConnectTimeout) else str(error) or "no connection"
        raise NoConnection(f"can't be reached at {netloc} ({detail})") from None
    except httpx.TimeoutException:
        raise NoAnswerInTime(f"gave no whole answer within {deadline:g} s") from None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise SourceUnreachable(f"broke off its answer ({type(error).__name__})") from None


def _error(state: tenacity.RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None


def _described(request: Request) -> str:
    """The request in a line: method, address, and the body of a POST. Keys travel in headers and are not in here."""
    import json

    body = "" if request.payload is None else " " + json.dumps(request.payload, ensure_ascii=False, sort_keys=True)
    return f"{request.method} {request.url}{body}"
