"""Services that are only imagined: what a run would ask them, and how long their limits would make it take.

A run that is played against an `ImaginedDesk` asks nobody and keeps nothing. What the ledger holds is taken from there;
for the rest each service answers as services usually do. In: the same calls as in a real run. Out: a `Forecast`.
"""

from __future__ import annotations

import asyncio
import itertools
import selectors
from collections.abc import Callable, Collection, Coroutine, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

import httpx

from enrich.errors import RequestRejected, SourceThrottled, SourceUnavailable
from enrich.identifiers import PaperIds
from enrich.records import Candidate, Lookup, PaperRecord, Status
from enrich.sources.exchange import Service
from enrich.sources.lookups import Desk, Verb
from enrich.sources.modes import Forecast, Plan

T = TypeVar("T")

ALWAYS_ASKED = ("arxiv", "semantic_scholar", "github")

# What follows was measured with the sample documents, with the shipped catalog and with an empty one (2026-11).
# Titles that arXiv has no paper for, and Semantic Scholar has one under that very title: 20 of 57.
KNOWN_TO_SEMANTIC_SCHOLAR = 0.35
# Of the others, those that it knows a paper for by another title: 35 of 49.
CLOSE_TO_SEMANTIC_SCHOLAR = 0.7
# Papers that name a repository in abstract or comment, where neither documents nor catalog name one: 50 of 246.
NAMES_A_REPOSITORY = 0.2


@dataclass(frozen=True, slots=True)
class Expectations:
    """What is taken for granted: titles that arXiv has a paper for, titles that nobody has one for, arXiv ids of papers
    whose repository is known.
    """

    on_arxiv: Collection[str] = ()
    nowhere: Collection[str] = ()
    with_repository: Collection[str] = ()


class ImaginedDesk(Desk):
    """Counts what it would ask, takes its turn in imagined time, and answers as services usually do.

    To be used within `imagine`.
    """

    expectations = Expectations()

    def __post_init__(self) -> None:
        super().__post_init__()
        self._services: dict[str, Service] = {}
        self._next_turn: dict[str, float] = {}
        self._items: dict[str, int] = {}
        self._titles: list[bool] = []  # those that arXiv was asked for, and whether it is taken to know them
        self._number = itertools.count()
        self._exact, self._close = _share(KNOWN_TO_SEMANTIC_SCHOLAR), _share(CLOSE_TO_SEMANTIC_SCHOLAR)
        self._named = _share(NAMES_A_REPOSITORY)

    def forecast(self) -> Forecast:
        """What was asked so far, of the services that are asked in every run and of those that were needed."""
        plans = tuple(self._plan(name) for name in dict.fromkeys((*ALWAYS_ASKED, *self._services)))
        seconds = asyncio.get_running_loop().time()
        return Forecast(plans, seconds, titles_open=len(self._titles), titles_expected=sum(self._titles))

    def _plan(self, name: str) -> Plan:
        counted, spacing = self.transport.count(name), self._services[name].spacing if name in self._services else 0.0
        seconds = counted.requests * spacing / self.transport.scale
        return Plan(name, self._items.get(name, 0), counted.from_ledger, counted.requests, seconds)

    async def _ask_once(
        self, verb: Verb[T], part: list[str]
    ) -> tuple[dict[str, Lookup[T]], list[str], RequestRejected | SourceUnavailable | None]:
        service, counters = verb.service, self.transport.count(verb.service.name)
        if service.hourly is not None and counters.requests >= service.hourly:
            return {}, part, SourceThrottled(f"{service.label} answers {service.hourly} requests an hour")
        counters.requests += 1
        self._services.setdefault(service.name, service)
        self._items[service.name] = self._items.get(service.name, 0) + len(part)
        await self._take_turn(service)
        return {item: self._answer(verb, item) for item in part}, [], None

    async def _take_turn(self, service: Service) -> None:
        now = asyncio.get_running_loop().time()
        turn = max(now, self._next_turn.get(service.name, 0.0))
        self._next_turn[service.name] = turn + service.spacing / self.transport.scale
        await asyncio.sleep(turn - now)

    def _answer(self, verb: Verb[T], item: str) -> Lookup[Any]:
        """What is taken for the service's word on an item; where nothing follows from it, "not found"."""
        known: Mapping[tuple[str, str], Callable[[str], object | None]] = {
            ("arxiv", "titles"): self._paper_on_arxiv,
            ("arxiv", "papers"): self._arxiv_record,
            ("semantic_scholar", "papers"): lambda _: PaperRecord(source="semantic_scholar", ids=PaperIds()),
            ("semantic_scholar", "exact titles"): lambda title: self._paper_elsewhere(title, self._exact),
            ("semantic_scholar", "titles"): lambda title: self._paper_elsewhere(title, self._close),
        }
        say = known.get((verb.service.name, verb.kind))
        answer = say(item) if say else None
        status = Status.NOT_FOUND if answer is None else Status.OK
        return Lookup(status, verb.service.name, answer, self.transport.clock.now())

    def _paper_on_arxiv(self, title: str) -> tuple[Candidate, ...] | None:
        self._titles.append(title in self.expectations.on_arxiv)
        if not self._titles[-1]:
            return None
        month, number = divmod(next(self._number), 100_000)
        ids = PaperIds(arxiv_id=f"99{month % 12 + 1:02d}.{number:05d}")  # of a time when nobody reads this
        return (Candidate("arxiv", ids, title),)

    def _arxiv_record(self, arxiv_id: str) -> PaperRecord:
        named = arxiv_id not in self.expectations.with_repository and next(self._named)
        comment = f"https://github.com/imagined/{arxiv_id}" if named else None
        return PaperRecord(source="arxiv", ids=PaperIds(arxiv_id=arxiv_id), comment=comment)

    def _paper_elsewhere(self, title: str, known: Iterator[bool]) -> tuple[Candidate, ...] | None:
        if title in self.expectations.nowhere or not next(known):
            return None
        return (Candidate("semantic_scholar", PaperIds(s2_corpus_id=10**12 + next(self._number)), title),)


class Nobody(httpx.AsyncBaseTransport):
    """A network without anyone in it."""

    async def handle_async_request(self, request: httpx.Request) -> NoReturn:
        """Fails: what is imagined asks nobody."""
        raise AssertionError(f"{request.url.host} was to be asked in earnest")


def imagine(story: Coroutine[Any, Any, T]) -> T:
    """What a coroutine returns when all its waiting takes no time; the loop's own clock moves on as if it had."""
    with asyncio.Runner(loop_factory=_ImaginedTime) as runner:
        return runner.run(story)


class _ImaginedTime(asyncio.SelectorEventLoop):
    """A loop whose time passes only by waiting."""

    def __init__(self) -> None:
        self._passing = _Passing()
        super().__init__(self._passing)

    def time(self) -> float:
        return self._passing.seconds


class _Passing(selectors.SelectSelector):
    """Where a loop would wait for its next timer, the timer's moment comes at once."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.seconds += timeout or 0.0
        return super().select(None if timeout is None else 0)


def _share(part: float) -> Iterator[bool]:
    """True for `part` of all, evenly spread."""
    gone = 0.5
    while True:
        gone += part
        yield gone >= 1
        gone %= 1
