"""Faults on order: which requests a service is to spoil, how, and how often.

In come orders (from tests or the control endpoint), out comes, request by request, the fault that is due. What there is
to order is in `known_faults.py`; nothing is spoilt here.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from enrich.errors import UsageError
from enrich.sandbox.known_faults import FAULTS, SERVICES


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

    def about(self, service: str, name: str, thing: str) -> Fault | None:
        """Like `take`, for a fault of content: `where` must be the name of the paper or repository, in any case."""
        with self._lock:
            for order in self._orders:
                fault = order.fault
                if (fault.service, fault.name) != (service, name) or fault.where.lower() not in ("", thing.lower()):
                    continue
                if order.due():
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
