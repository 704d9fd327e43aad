"""`enrich resolve`: which papers titles mean, in the order in which they were given, as many as there are."""

from __future__ import annotations

import asyncio
import functools
import itertools
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from enrich.commands.run import tell_unreachable
from enrich.pipeline import find_clues, plainly, resolve
from enrich.records import Identity, Outcome, ServiceUsage
from enrich.settings import Settings
from enrich.shards import map_titles, mention_of, resolve_shard
from enrich.sources import Sources, open_sources
from enrich.sources.clock import SystemClock
from enrich.terminal import BarProgress, write_records
from enrich.workplace import workplace

# Large enough that batches are full, small enough that a million titles stream through little memory.
CHUNK = 10_000
Record = dict[str, object]
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
            catalog = settings.catalog if settings.catalog.exists() else None
            for number, chunk in enumerate(_chunks(known_to_catalog(titles, catalog, now))):
                progress.begin("titles", len(chunk))
                records = chunk if offline else await _with_services(chunk, sources, now)
                write_records(records, _COLUMNS, form, header=not number)
                sys.stdout.flush()
                progress.advance("titles", len(chunk))
            return sources.usage()


def known_to_catalog(titles: Iterable[str], catalog: Path | None, now: datetime) -> Iterator[Record]:
    """What the catalog says of each title, in order, as records: they cross processes at a seventh of the cost."""
    return map_titles(functools.partial(_records, catalog=catalog, now=now), titles)


def _records(titles: Sequence[str], catalog: Path | None, now: datetime) -> list[Record]:
    return [_record(identity) for identity in resolve_shard(titles, catalog, now)]


def _chunks(records: Iterator[Record]) -> Iterator[list[Record]]:
    while chunk := list(itertools.islice(records, CHUNK)):
        yield chunk


async def _with_services(records: Sequence[Record], sources: Sources, now: datetime) -> list[Record]:
    """The records, with the services' word on what the catalog left open."""
    left = [
        mention_of(str(record["title"]), place)
        for place, record in enumerate(records)
        if record["title"] and record["outcome"] is not Outcome.MATCHED
    ]
    if not left:
        return list(records)
    found = await resolve(left, await find_clues(left, {}, sources, plainly, now), sources, plainly, now)
    return [_record(found[str(place)]) if str(place) in found else record for place, record in enumerate(records)]


def _record(identity: Identity) -> Record:
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
