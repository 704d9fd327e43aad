"""The outside world: one file a service, two verbs.

In: titles (`find_candidates`) or ids (`fetch`). Out: a `Lookup` for every title or id asked, with the time of the
service's answer. An outage is a status with a reason, never an exception and never "not found". Around the services:
`transport` waits, `limiter` keeps all runs of this machine polite together, `ledger` keeps every answer as received,
`lookups` decides what is still to be asked, `turns` who asks next, and `imagined` stands in for all of it where a run
is only planned.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from enrich.errors import TimeBudgetSpent
from enrich.records import Candidate, Lookup, PaperRecord, RepositoryRecord, ServiceUsage, Status
from enrich.sources.modes import Forecast, Mode, NoProgress, Plan, Progress

if TYPE_CHECKING:
    import httpx

    from enrich.settings import Settings
    from enrich.sources.clock import Clock
    from enrich.sources.imagined import ImaginedDesk
    from enrich.sources.lookups import Desk, MaxAge
    from enrich.sources.transport import Counters, Transport

__all__ = [
    "Forecast",
    "Mode",
    "PaperSource",
    "Plan",
    "Progress",
    "RepositorySource",
    "SlowPaperSource",
    "Sources",
    "imagine_sources",
    "open_sources",
]


class PaperSource(Protocol):
    """A source of papers. Every title and id asked is a key of the answer."""

    @property
    def name(self) -> str:
        """The source's one name: module, folder, column metadata, log line."""
        ...

    async def find_candidates(self, titles: Sequence[str]) -> dict[str, Lookup[tuple[Candidate, ...]]]:
        """What the source offers for each title; `not_found` with () where a healthy source has nothing."""
        ...

    async def fetch(self, ids: Sequence[str]) -> dict[str, Lookup[PaperRecord]]:
        """What the source says about each id (arXiv ids without version; `PaperIds.s2_key`)."""
        ...


class RepositorySource(Protocol):
    """A source of repositories, by "owner/name"."""

    @property
    def name(self) -> str:
        """The source's one name."""
        ...

    async def find_candidates(self, titles: Sequence[str]) -> dict[str, Lookup[tuple[Candidate, ...]]]:
        """Nothing: repositories are never searched by name."""
        ...

    async def fetch(self, ids: Sequence[str]) -> dict[str, Lookup[RepositoryRecord]]:
        """What the source says about each repository."""
        ...


class SlowPaperSource(PaperSource, Protocol):
    """A source that takes many items a request and long between two: others need not wait for all its answers."""

    def batches(self, titles: Sequence[str]) -> list[list[str]]:
        """The titles as they go together in requests; those that need none come in front."""
        ...

    async def find_by_abstract(self, abstracts: Sequence[str]) -> dict[str, Lookup[tuple[Candidate, ...]]]:
        """What the source offers for each abstract: papers that go by another title now."""
        ...

    async def fetch_ahead(self, ids: Sequence[str]) -> dict[str, Lookup[PaperRecord]]:
        """What the source says about those ids that need no further ones to fill a request."""
        ...


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources of one run."""

    catalog: PaperSource
    arxiv: SlowPaperSource
    semantic_scholar: PaperSource
    github: RepositorySource
    datacite: PaperSource  # arXiv's stand-in, by arXiv id and by title
    hugging_face: PaperSource  # which repository a paper names; no batch, so asked sparingly or not at all
    _transport: Transport

    def usage(self) -> tuple[ServiceUsage, ...]:
        """What was asked of each service so far, in the order of asking. The stand-ins only if they were needed."""
        main = [_usage(self._transport, name) for name in ("arxiv", "semantic_scholar", "github")]
        others = [_usage(self._transport, name) for name in ("datacite", "hugging_face")]
        return (*main, *(usage for usage in others if usage.requests or usage.from_ledger or usage.why))


@asynccontextmanager
async def open_sources(
    settings: Settings,
    *,
    clock: Clock | None = None,
    progress: Progress | None = None,
    mode: Mode = Mode.LIVE,
    time_budget: timedelta | None = None,
    network: httpx.AsyncBaseTransport | None = None,
) -> AsyncIterator[Sources]:
    """The sources for one run, and their connections until it is over.

    After `time_budget` nothing more is asked; what is left comes back as `not_asked`. `network` stands in for the
    network, as `clock` does for time.
    """
    from enrich.sources.clock import SystemClock
    from enrich.sources.ledger import Ledger
    from enrich.sources.limiter import state_folder
    from enrich.sources.lookups import Desk
    from enrich.sources.transport import Transport

    clock = clock or SystemClock()
    transport = Transport(
        clock,
        Ledger(settings.answers_folder),
        time_scale=settings.time_scale,
        deadline=settings.request_deadline,
        contact=settings.contact,
        state=state_folder(settings.state),
        ends_at=None if time_budget is None else clock.now() + time_budget,
        network=network,
    )
    try:
        yield _sources(settings, Desk(transport, mode, progress or NoProgress()))
    finally:
        await transport.aclose()


@asynccontextmanager
async def imagine_sources(
    settings: Settings, *, clock: Clock | None = None, mode: Mode = Mode.LIVE
) -> AsyncIterator[tuple[Sources, ImaginedDesk]]:
    """Sources that ask nobody, and the desk that counts what they would ask. To be used within `imagined.imagine`."""
    from enrich.sources.clock import SystemClock
    from enrich.sources.imagined import ImaginedDesk, Nobody
    from enrich.sources.ledger import Ledger
    from enrich.sources.transport import Transport

    ledger = Ledger(settings.answers_folder)
    transport = Transport(clock or SystemClock(), ledger, time_scale=settings.time_scale, network=Nobody())
    try:
        desk = ImaginedDesk(transport, mode)
        yield _sources(settings, desk), desk
    finally:
        await transport.aclose()


def _sources(settings: Settings, desk: Desk) -> Sources:
    """All sources, asked through one desk."""
    from enrich.sources.arxiv import Arxiv
    from enrich.sources.catalog import open_catalog
    from enrich.sources.datacite import DataCite
    from enrich.sources.github import GitHub
    from enrich.sources.hugging_face import HuggingFace
    from enrich.sources.offers import offer_age
    from enrich.sources.semantic_scholar import SemanticScholar

    facts = _max_age(settings, settings.metadata_max_age_hours)
    counts = _max_age(settings, settings.counts_max_age_hours)
    key = settings.semantic_scholar_api_key
    return Sources(
        open_catalog(settings),
        Arxiv(desk, settings.arxiv_url, facts),
        SemanticScholar(desk, settings.semantic_scholar_url, key, counts, offer_age(facts)),
        GitHub(desk, settings.github_url, settings.github_token, counts),
        DataCite(desk, settings.datacite_url, facts, known=settings.contact is not None),
        HuggingFace(desk, settings.hugging_face_url, facts, budget=settings.hugging_face_budget),
        desk.transport,
    )


def _max_age(settings: Settings, found_hours: float) -> MaxAge:
    from enrich.sources.lookups import MaxAge

    return MaxAge(timedelta(hours=found_hours), timedelta(hours=settings.not_found_max_age_hours))


def _usage(transport: Transport, source: str) -> ServiceUsage:
    counted = transport.count(source)
    return ServiceUsage(
        source=source,
        requests=counted.requests,
        from_ledger=counted.from_ledger,
        retries=counted.retries,
        waited_seconds=round(counted.waited, 3),
        status=_status(counted),
        why=str(counted.failure) if counted.failure else None,
    )


def _status(counted: Counters) -> Status:
    """How the asking went as a whole: one item without an answer is enough for "unreachable"."""
    if counted.failure:
        return Status.NOT_ASKED if isinstance(counted.failure, TimeBudgetSpent) else Status.UNREACHABLE
    return Status.OK if counted.requests or counted.from_ledger else Status.NOT_ASKED
