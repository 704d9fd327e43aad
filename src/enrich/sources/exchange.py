"""What goes over the wire and comes back: the words that the transport, the ledger and the services share.

A service file makes a `Request`; the transport turns it into a `Reply` (bytes, nothing read yet); a reply that passed
the service's inspection becomes an `Answer`, which the ledger keeps and the service file reads. No I/O here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import SecretStr

from enrich.errors import RequestRejected, SourceConfused, SourceRefused, SourceThrottled, SourceUnreachable


def _read_json(body: bytes) -> Any:
    """JSON. Half a surrogate pair ("\\ud83d" alone), which JSON can spell and no table can hold, becomes U+FFFD."""
    value = json.loads(body)
    if b"\\ud" not in body.lower():
        return value
    text = json.dumps(value, ensure_ascii=False)
    return json.loads(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request, without any secret. `items` are the ids or titles it asks about, in order."""

    kind: str  # what is asked for; part of an item's key in the ledger
    items: tuple[str, ...]
    url: str
    payload: Mapping[str, Any] | None = None  # a JSON body makes it a POST

    @property
    def method(self) -> str:
        """GET, or POST where there is a body."""
        return "GET" if self.payload is None else "POST"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: status, headers by lower-case name, the whole body. `received_at` is UTC."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    received_at: datetime

    @property
    def text(self) -> str:
        """The body as text, for messages and telltale words."""
        return self.body.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as JSON; SourceConfused if it is none."""
        try:
            return _read_json(self.body)
        except ValueError:
            raise SourceConfused(f"sent a body that is no JSON ({excerpt(self.text)!r})") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A healthy service's word, as received. `request` says what was asked, for people."""

    source: str
    kind: str
    items: tuple[str, ...]
    request: str
    status: int
    received_at: datetime
    body: bytes

    def json(self) -> Any:
        """The body as JSON. It was inspected when it came in."""
        return _read_json(self.body)


@dataclass(frozen=True, slots=True)
class Pause:
    """A healthy answer's notice that nothing more may be asked before `until` (UTC)."""

    until: datetime
    why: str


Inspection = Callable[[Request, Reply], Pause | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """How one outside service wants to be spoken to.

    `inspect` lets a reply pass or raises what `errors.py` has for it; a `Pause` says that the next request must wait.
    `secrets` are headers that go to `address` and nowhere else. `spacing` is in seconds between the starts of two
    requests, `breather` in seconds without a request after the service has failed for good. Services whose terms count
    their requests together have one `limited_as`, in the form name@host.
    """

    name: str
    label: str
    address: str
    spacing: float
    inspect: Inspection
    accept: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    secrets: Mapping[str, SecretStr] = field(default_factory=dict)
    one_connection: bool = False
    throttled_tries: int = 5
    first_backoff: float = 2.0
    breather: float = 60.0
    limited_as: str = ""
    hourly: int | None = None  # requests in an hour, where that is a limit of its own


def one_line(text: str | None) -> str | None:
    """Text without line breaks and doubled blanks; None if nothing is left."""
    return " ".join(text.split()) or None if text else None


def count(value: object) -> int | None:
    """A number as a service states it; None if it states none. TypeError for anything else, "12" and 1.5 too."""
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TypeError(f"{value!r} is no count")


def excerpt(text: str) -> str:
    """The first words of a body, on one line."""
    line = one_line(text) or ""
    return line if len(line) <= 80 else line[:79] + "…"


def retry_after(reply: Reply) -> float | None:
    """The seconds that a Retry-After header names, also as a date; None without one."""
    value = reply.headers.get("retry-after", "").strip()
    if not value:
        return None
    try:
        return max(0.0, float(value))
    except ValueError:
        return _seconds_until(value, reply.received_at)


def _seconds_until(http_date: str, now: datetime) -> float | None:
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, (parsedate_to_datetime(http_date) - now).total_seconds())
    except (ValueError, TypeError):
        return None


def throttled(message: str, seconds: float | None = None) -> SourceThrottled:
    """The service says "later", and after how many seconds if it named them."""
    error = SourceThrottled(message)
    error.retry_after = seconds
    return error


def check_status(reply: Reply) -> None:
    """What a status means at any of the services; raises for all but 2xx. Messages lack the service's name.

    429 and 503 are "later", 401 and 403 want another key, 400, 413, 414 and 422 blame this request, other 5xx are
    failures that may pass, and whatever is left is no answer.
    """
    status, words = reply.status, excerpt(reply.text)
    if 200 <= status < 300 and status != 204:
        return
    if status in (429, 503):
        raise throttled(f"asked us to come back later (HTTP {status})", retry_after(reply))
    if status in (401, 403, 407):
        raise SourceRefused(f"refused the request (HTTP {status}: {words})")
    if status in (400, 413, 414, 422):
        raise RequestRejected(f"rejected the request (HTTP {status}: {words})")
    if status >= 500:
        raise SourceUnreachable(f"failed (HTTP {status})")
    raise SourceConfused(f"gave an unexpected answer (HTTP {status})")
