"""How any source answers for many items: from the ledger what is fresh, from the service the rest, in batches.

In: a `Verb` (how one service is asked for one kind of thing) and items. Out: a `Lookup` for every item. Lookup is per
item: the newest fresh answer that covers an id serves it, whatever batch it came in. A batch that the service rejects,
or answers in part, is halved, so one bad item never costs the others. An outage is a status with a reason, never an
exception, and never "not found".
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from enrich.errors import RequestRejected, SourceUnavailable, TimeBudgetSpent
from enrich.records import Lookup, Status
from enrich.sources.exchange import Answer, Service
from enrich.sources.modes import Mode, NoProgress, Progress
from enrich.sources.together import together
from enrich.sources.turns import Turns

if TYPE_CHECKING:
    from enrich.sources.transport import Transport

T = TypeVar("T")

# Halving down to one bad item among 500 meets 9 rejections in a row; some more, and the batch is bad as a whole.
REJECTIONS_IN_A_ROW = 12


@dataclass(frozen=True, slots=True)
class MaxAge:
    """How long answers stay fresh, by what they say."""

    found: timedelta
    not_found: timedelta

    def covers(self, lookup: Lookup[T], now: datetime) -> bool:
        """Whether a lookup is fresh. What a stored answer could not tell is never fresh."""
        limits = {Status.OK: self.found, Status.NOT_FOUND: self.not_found}
        if lookup.status not in limits or lookup.observed_at is None:
            return False
        return now - lookup.observed_at <= limits[lookup.status]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb(Generic[T]):
    """How one service is asked for one kind of thing.

    `ask` sends a batch through the transport. `read` says what an answer tells about the items asked in it; an item it
    leaves out was not answered. `batches` groups items into requests. `urgent`: others wait for what it finds.
    `shortcut`: what it leaves open is asked in another way, so its failures are none of the service.
    """

    service: Service
    kind: str
    max_age: MaxAge
    batches: Callable[[Sequence[str]], list[list[str]]]
    ask: Callable[[Sequence[str]], Awaitable[Answer]]
    read: Callable[[Answer], Mapping[str, Lookup[T]]]
    urgent: bool = False
    shortcut: bool = False


def in_batches(items: Sequence[str], size: int) -> list[list[str]]:
    """The items in order, at most `size` together."""
    return [list(items[start : start + size]) for start in range(0, len(items), size)]


@dataclass(slots=True)
class Desk:
    """Looks items up for one run."""

    transport: Transport
    mode: Mode = Mode.LIVE
    progress: Progress = field(default_factory=NoProgress)
    opened_at: datetime = field(init=False)
    _turns: dict[str, Turns] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.opened_at = self.transport.clock.now()

    def batches(self, verb: Verb[Any], items: Sequence[str]) -> list[list[str]]:
        """The items by the request that each needs now; what needs none comes together, in front."""
        wanted = list(dict.fromkeys(items))
        if self.mode in (Mode.OFFLINE, Mode.REPLAY):
            return [wanted] if wanted else []
        found = self.recall(verb, wanted)
        asked = verb.batches([item for item in wanted if item not in found])
        return [list(found), *asked] if found else asked

    async def look_up_ahead(self, verb: Verb[T], items: Sequence[str]) -> dict[str, Lookup[T]]:
        """Lookups for the items of all batches but the last one, which more items may still fill up."""
        batches = self.batches(verb, items)
        return await self.look_up(verb, [item for batch in batches[:-1] for item in batch])

    async def look_up(self, verb: Verb[T], items: Sequence[str]) -> dict[str, Lookup[T]]:
        """A lookup for every item, in the order given."""
        wanted = list(dict.fromkeys(items))
        self.progress.begin(verb.service.name, len(wanted))
        found = self.recall(verb, wanted)
        self.transport.count(verb.service.name).from_ledger += len(found)
        self.progress.advance(verb.service.name, len(found))
        missing = [item for item in wanted if item not in found]
        if self.mode in (Mode.OFFLINE, Mode.REPLAY):
            why = f"{verb.service.label} was not asked: the run is {self.mode}"
            found |= {item: Lookup(Status.NOT_ASKED, verb.service.name, why=why) for item in missing}
        else:
            found |= await self._ask_all(verb, missing)
        return {item: found[item] for item in wanted}

    def recall(self, verb: Verb[T], items: Sequence[str]) -> dict[str, Lookup[T]]:
        """What the ledger can serve in this mode, per item."""
        oldest = self.transport.clock.now() - max(verb.max_age.found, verb.max_age.not_found)
        since = None if self.mode is Mode.REPLAY else oldest.date()
        rows = self.transport.ledger.entries(verb.service.name, verb.kind, items, since=since)
        read: dict[tuple[Path, int], Mapping[str, Lookup[T]]] = {}
        found = {}
        for item, entries in rows.items():
            for entry in entries:
                place = entry.path, entry.start
                if place not in read:
                    answer = entry.read()
                    read[place] = verb.read(answer) if answer else {}
                if (lookup := read[place].get(item)) and lookup.status in (Status.OK, Status.NOT_FOUND):
                    if self._serves(verb, lookup):
                        found[item] = lookup
                    break
        return found

    def _serves(self, verb: Verb[T], lookup: Lookup[T]) -> bool:
        if self.mode is Mode.REPLAY:
            return True
        if self.mode is Mode.FULL:
            return lookup.observed_at is not None and lookup.observed_at >= self.opened_at
        return verb.max_age.covers(lookup, self.transport.clock.now())

    async def _ask_all(self, verb: Verb[T], items: Sequence[str]) -> dict[str, Lookup[T]]:
        """Ask for all items, a batch at a time, whoever else asks the service."""
        found: dict[str, Lookup[T]] = {}
        turns = self._turns.setdefault(verb.service.name, Turns())

        async def ask(batch: list[str]) -> None:
            async with turns.turn(urgent=verb.urgent):
                found.update(await self._ask_batch(verb, batch))
            self.progress.advance(verb.service.name, len(batch), requests=1)

        await together(ask(batch) for batch in verb.batches(items))
        return found

    async def _ask_batch(self, verb: Verb[T], batch: list[str]) -> dict[str, Lookup[T]]:
        """Ask for a batch, and for the halves of what was rejected or left unanswered."""
        found: dict[str, Lookup[T]] = {}
        queue, rejections = [batch], 0
        while queue:
            part = queue.pop()
            answered, left, why = await self._ask_once(verb, part)
            found |= answered
            rejections = 0 if answered else rejections + 1
            if len(part) > 1 and left and not isinstance(why, SourceUnavailable) and rejections < REJECTIONS_IN_A_ROW:
                middle = (len(left) + 1) // 2
                queue += [half for half in (left[middle:], left[:middle]) if half]
                continue
            if rejections >= REJECTIONS_IN_A_ROW:
                left += [item for other in queue for item in other]
                queue.clear()
            found |= self._without(verb, left, why)
        return found

    def _without(
        self, verb: Verb[T], items: Sequence[str], error: RequestRejected | SourceUnavailable | None
    ) -> dict[str, Lookup[T]]:
        """Lookups for items that got no answer, and why; a whole service's failure is noted for the run's usage."""
        counters = self.transport.count(verb.service.name)
        noted = counters.failure is not None and not isinstance(counters.failure, TimeBudgetSpent)
        if items and error and not noted and not verb.shortcut:
            counters.failure = error
        status = Status.NOT_ASKED if isinstance(error, TimeBudgetSpent) else Status.UNREACHABLE
        why = str(error) if error else f"{verb.service.label} left this out of its answer"
        return {item: Lookup(status, verb.service.name, why=why) for item in items}

    async def _ask_once(
        self, verb: Verb[T], part: list[str]
    ) -> tuple[dict[str, Lookup[T]], list[str], RequestRejected | SourceUnavailable | None]:
        """What one request tells, the items it leaves open, and why."""
        try:
            answer = await verb.ask(part)
        except (RequestRejected, SourceUnavailable) as error:
            return {}, part, error
        read = verb.read(answer)
        answered = {item: read[item] for item in part if item in read}
        return answered, [item for item in part if item not in read], None
