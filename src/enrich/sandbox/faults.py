"""Faults on order: which requests a service is to spoil, how, and how often.

A fault is named; `FAULTS` says which names a service knows and what each does. Those that answer in the service's place
are written in `canned.py`, faults of the wire (late, cut, reset) are done in `front.py`, and faults of content (a short
page, a closed field) are asked for by the services while they compose an answer.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from enrich.errors import UsageError

WIRE: Mapping[str, str] = {
    "late": "answers after `delay` seconds",
    "hang": "never answers",
    "drip": "sends the answer in twenty pieces over `delay` seconds",
    "reset": "resets the connection before the first byte",
    "truncated": "announces the whole answer and closes the connection half way",
    "cut": "sends half of the answer as if it were all",
}

# Answers given in the service's place. Their bodies are in canned.py.
CANNED: Mapping[str, Mapping[str, str]] = {
    "arxiv": {
        "throttled": "429 with the text 'Rate exceeded.'",
        "throttled_200": "200 with the text 'Rate exceeded.'",
        "not_acceptable": "406, as the edge answers while a throttle window is open",
        "unavailable": "503",
        "denied": "403 with an HTML page",
        "server_error": "500 with an error feed",
        "error_entry_200": "200 with an error entry, as the old API did",
        "html_200": "200 with an HTML page",
        "empty_200": "200 without a body",
        "redirect": "301 to the same address",
    },
    "semantic_scholar": {
        "throttled": "429 without Retry-After",
        "forbidden": "403 of the gateway",
        "server_error": "500 of the gateway",
        "bad_gateway": "502 with an HTML page",
        "unavailable": "503 of the gateway",
        "timeout": "504 of the gateway",
        "network_timeout": "504 with the other message",
        "html_200": "200 with an HTML page",
        "empty_object_200": "200 with {}",
        "no_content": "204",
    },
    "github": {
        "bad_credentials": "401",
        "rate_limited": "primary limit: 200 with RATE_LIMITED (GraphQL), 403 (REST)",
        "secondary": "secondary limit: 403; `retry_after` adds the header",
        "secondary_200": "secondary limit of GraphQL told with 200",
        "bad_gateway": "502 with an HTML page",
        "unavailable": "503",
        "went_wrong": "200 with data null and 'Something went wrong'",
        "undefined_field": "200 without data, for a field that went away",
    },
    "datacite": {
        "throttled": "429 with Retry-After",
        "server_error": "500",
        "unavailable": "503 with an HTML page",
        "html_200": "200 with an HTML page",
    },
    "hugging_face": {
        "throttled": "429 with RateLimit headers",
        "server_error": "500",
        "unavailable": "503 with an HTML page",
        "html_200": "200 with an HTML page",
    },
}

CONTENT: Mapping[str, Mapping[str, str]] = {
    "arxiv": {
        "empty_page": "the total is right, but no entry comes",
        "short_page": "`count` entries are missing at the end",
        "changed_total": "the total is `count` smaller than it was",
        "withdrawn": "the paper named by `where` is withdrawn",
        "bad_token": "OAI-PMH: the resumption token is refused",
    },
    "semantic_scholar": {
        "match_empty": "/paper/search/match answers 200 with no data",
        "elided": "the abstract of the paper named by `where` is elided by its publisher",
        "early_end": "/paper/search/bulk gives no token although there is more",
    },
    "github": {
        "resource_limits": "GraphQL answers RESOURCE_LIMITS_EXCEEDED for the aliases after the first `count`",
        "too_heavy": "GraphQL answers 502 to more than `count` aliases",
        "watchers_closed": "watchers is FORBIDDEN, as stargazers is",
        "gone": "the repository named by `where` does not exist",
        "archived": "the repository named by `where` is archived",
        "dmca": "the repository named by `where` is blocked",
        "saml": "the repository named by `where` is protected by its organisation",
    },
    "datacite": {
        "withdrawn": "the paper named by `where` is withdrawn",
        "missing": "the paper named by `where` has no DOI yet",
        "short_page": "`count` records are missing at the end",
    },
    "hugging_face": {"missing": "the paper named by `where` has no page"},
}

SERVICES = tuple(CANNED)

FAULTS: Mapping[str, Mapping[str, str]] = {
    service: {**WIRE, **CANNED[service], **CONTENT[service]} for service in SERVICES
}


@dataclass(frozen=True, slots=True)
class Fault:
    """An order. `times` None: until cleared. `after` lets that many requests pass first. `where`: only requests whose
    path, query or body contains this (for faults of content: only the paper or repository of that name, any case).
    `delay` and `retry_after` are service seconds."""

    service: str
    name: str
    times: int | None = 1
    after: int = 0
    where: str = ""
    delay: float = 0.0
    retry_after: float | None = None
    count: int = 1

    def __post_init__(self) -> None:
        known = FAULTS.get(self.service)
        if known is None:
            raise UsageError(f"No service {self.service!r} in the sandbox. There are: {', '.join(SERVICES)}.")
        if self.name not in known:
            raise UsageError(f"{self.service} has no fault {self.name!r}. It has: {', '.join(known)}.")


class Faults:
    """The orders in force. Safe to change while requests are served."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._lock = threading.Lock()
        self._orders: list[_Order] = [_Order(fault) for fault in faults]

    def add(
        self,
        service: str,
        name: str,
        *,
        times: int | None = 1,
        after: int = 0,
        where: str = "",
        delay: float = 0.0,
        retry_after: float | None = None,
        count: int = 1,
    ) -> Fault:
        """Orders a fault; see `Fault` for the words. Raises UsageError for a name the service doesn't know."""
        fault = Fault(service, name, times, after, where, delay, retry_after, count)
        with self._lock:
            self._orders.append(_Order(fault))
        return fault

    def clear(self, service: str | None = None) -> None:
        """Takes back all orders, or those for one service."""
        with self._lock:
            self._orders = [order for order in self._orders if service not in (None, order.fault.service)]

    def take(self, service: str, names: Iterable[str], target: str = "") -> Fault | None:
        """The first order in force for one of `names` that is about `target`; one of its times is used up."""
        wanted, target = frozenset(names), target.lower()
        with self._lock:
            for order in self._orders:
                fault = order.fault
                if fault.service == service and fault.name in wanted and fault.where.lower() in target and order.due():
                    return fault
        return None

    def listed(self) -> list[dict[str, object]]:
        """The orders that are not used up, ready for JSON."""
        with self._lock:
            return [{**asdict(order.fault), "used": order.used} for order in self._orders if not order.spent]


class _Order:
    """A fault and how often it was met and used."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.met = 0
        self.used = 0

    @property
    def spent(self) -> bool:
        return self.fault.times is not None and self.used >= self.fault.times

    def due(self) -> bool:
        if self.spent:
            return False
        self.met += 1
        if self.met <= self.fault.after:
            return False
        self.used += 1
        return True
