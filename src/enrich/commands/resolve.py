"""`enrich resolve`: which papers titles mean, in the order in which they were given, as many as there are."""

from __future__ import annotations

import asyncio
import itertools
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from enrich.commands.run import tell_unreachable
from enrich.pipeline import find_clues, plainly, resolve
from enrich.records import Identity, Outcome, ServiceUsage
from enrich.settings import Settings
from enrich.shards import mention_of, resolve_titles
from enrich.sources import Sources, open_sources
from enrich.sources.clock import SystemClock
from enrich.terminal import BarProgress, write_records
from enrich.workplace import workplace

# Large enough that batches are full, small enough that a million titles stream through little memory.
CHUNK = 10_000
_COLUMNS = ("title", "outcome", "reason", "score", "arxiv_id", "paper_id", "source")


def print_identities(titles: Iterable[str], form: str, *, offline: bool, sandbox: bool) -> int:
    """Writes one record a title to stdout: `title, outcome, reason, score, arxiv_id, paper_id, source`.

    Returns the exit code: 3 if a service could not be asked, which is told on stderr, else 0.
    """
    with workplace(sandbox=sandbox) as settings:
        services = asyncio.run(_print(titles, form, settings, offline=offline))
    return 3 if tell_unreachable(services, "Ask again later.") else 0


async def _print(titles: Iterable[str], form: str, settings: Settings, *, offline: bool) -> Sequence[ServiceUsage]:
    now = SystemClock().now()
    with BarProgress(shown=sys.stderr.isatty()) as progress:
        async with open_sources(settings, progress=progress) as sources:
            for number, chunk in enumerate(_chunks(_known_to_catalog(titles, settings, now))):
                progress.begin("titles", len(chunk))
                identities = chunk if offline else await _with_services(chunk, sources, now)
                _write([_record(identity) for identity in identities], form, header=not number)
                progress.advance("titles", len(chunk))
            return sources.usage()


def _known_to_catalog(titles: Iterable[str], settings: Settings, now: datetime) -> Iterator[Identity]:
    """What the catalog says of each title, in order."""
    return resolve_titles(titles, settings.catalog if settings.catalog.exists() else None, now)


def _chunks(identities: Iterator[Identity]) -> Iterator[list[Identity]]:
    while chunk := list(itertools.islice(identities, CHUNK)):
        yield chunk


async def _with_services(identities: Sequence[Identity], sources: Sources, now: datetime) -> list[Identity]:
    """The identities, with the services' word on what the catalog left open."""
    left = [
        mention_of(identity.title, place)
        for place, identity in enumerate(identities)
        if identity.title and identity.outcome is not Outcome.MATCHED
    ]
    found = (
        await resolve(left, await find_clues(left, {}, sources, plainly, now), sources, plainly, now) if left else {}
    )
    return [found.get(str(place), identity) for place, identity in enumerate(identities)]


def _write(records: Sequence[dict[str, object]], form: str, *, header: bool) -> None:
    write_records(records, _COLUMNS, form, header=header)
    sys.stdout.flush()


def _record(identity: Identity) -> dict[str, object]:
    """What is printed of one title."""
    return {
        "title": identity.title,
        "outcome": identity.outcome,
        "reason": identity.reason,
        "score": identity.score,
        "arxiv_id": identity.ids.arxiv_id,
        "paper_id": identity.ids.paper_id,
        "source": identity.source,
    }
