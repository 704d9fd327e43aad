"""The wire: one HTTP request out, one whole reply in. httpx is known here alone.

In: a request, its address, the seconds it may take. Out: a `Reply` with its whole body, or `NoConnection`,
`NoAnswerInTime`, `SourceUnreachable`. No waiting, no retrying, no redirects here. Keys go out as headers to the service
they belong to, and never come back in: a body that repeats one is stored without it.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
from pydantic import SecretStr

from enrich.errors import NoAnswerInTime, NoConnection, SourceConfused, SourceUnreachable
from enrich.sources.clock import Clock
from enrich.sources.exchange import Reply, Request, Service

_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_REDACTED = "[redacted]"


class Wire:
    """All connections of a run, kept open between requests."""

    def __init__(
        self, clock: Clock, *, contact: str | None, connect_seconds: float, network: httpx.AsyncBaseTransport | None
    ) -> None:
        agent = f"enrich/{version('enrich')}" + (f" (mailto:{contact})" if contact else "")
        # A proxy of the environment is for the outside world, never for this machine.
        direct = None if network else {f"all://{name}": httpx.AsyncHTTPTransport() for name in _LOOPBACK}
        self._clock = clock
        self._http = httpx.AsyncClient(
            transport=network,
            mounts=direct,
            headers={"User-Agent": agent},
            timeout=httpx.Timeout(None, connect=connect_seconds),
            follow_redirects=False,
        )

    async def aclose(self) -> None:
        """Let go of all connections."""
        await self._http.aclose()

    async def send(
        self, service: Service, request: Request, url: str, *, seconds: float, on_sent: Callable[[], None]
    ) -> Reply:
        """The reply to one request, read to its end within `seconds`.

        `on_sent` is called when the request has left, and in any case before this ends.
        """
        headers = {"Accept": service.accept, **service.headers}
        headers |= {name: secret.get_secret_value() for name, secret in service.secrets.items()}
        sent = _Once(on_sent)
        with _network_errors(urlsplit(url).netloc, seconds), contextlib.closing(sent):
            # The timeouts of httpx are per phase: an answer that drips is cut by this one alone.
            async with asyncio.timeout(seconds):
                response = await self._http.request(
                    request.method,
                    url,
                    headers=headers,
                    json=request.payload,
                    extensions={"trace": sent.trace},
                )
        body = response.content
        for secret in _values(service.secrets):
            body = body.replace(secret.encode(), _REDACTED.encode())
        return Reply(response.status_code, dict(response.headers), body, self._clock.now())


def next_address(service: Service, request: Request, reply: Reply, url: str) -> str:
    """Where a redirect points to, if that is the same host; SourceConfused otherwise, and nothing is sent there."""
    target = urljoin(url, reply.headers["location"])
    here, there = urlsplit(url), urlsplit(target)
    upgraded = (here.scheme, there.scheme) == ("http", "https") and here.hostname == there.hostname
    if (here.scheme, here.netloc) != (there.scheme, there.netloc) and not upgraded:
        raise SourceConfused(f"{service.label} redirects to another host ({there.netloc}), which is not followed")
    if request.payload is not None and reply.status not in (307, 308):
        raise SourceConfused(f"{service.label} redirects a request that carries data (HTTP {reply.status})")
    return target


def redacted(text: str, service: Service) -> str:
    """`text` without the service's keys."""
    for secret in _values(service.secrets):
        text = text.replace(secret, _REDACTED)
    return text


def _values(secrets: Mapping[str, SecretStr]) -> Iterator[str]:
    """The keys as they may turn up elsewhere: whole headers, and what follows "Bearer" in them."""
    for secret in secrets.values():
        yield secret.get_secret_value()
        yield secret.get_secret_value().removeprefix("Bearer ")


class _Once:
    """Calls back when a request has left; on closing at the latest, and only once."""

    def __init__(self, call: Callable[[], None]) -> None:
        self._call: Callable[[], None] | None = call

    async def trace(self, event: str, info: dict[str, Any]) -> None:
        """What httpx tells about a request under way."""
        # Not before it is out: a process that is held up between its word and its deed would come too soon after it.
        if event.endswith("send_request_body.complete"):
            self.close()

    def close(self) -> None:
        """Call back, if that hasn't happened."""
        call, self._call = self._call, None
        if call:
            call()


@contextlib.contextmanager
def _network_errors(netloc: str, seconds: float) -> Iterator[None]:
    """What the network can do to a request, in our own words."""
    try:
        yield
    except httpx.ConnectTimeout:
        raise NoConnection(f"can't be reached at {netloc} (no connection in time)") from None
    except httpx.ConnectError as error:
        detail = re.sub(r"^\[Errno -?\d+\] ", "", str(error)) or "no connection"
        raise NoConnection(f"can't be reached at {netloc} ({detail})") from None
    except (TimeoutError, httpx.TimeoutException):
        raise NoAnswerInTime(f"gave no whole answer within {seconds:.3g} s") from None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise SourceUnreachable(f"broke off its answer ({type(error).__name__})") from None
