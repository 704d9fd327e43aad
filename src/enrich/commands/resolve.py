"""`enrich resolve`: which papers titles mean, in the order in which they were given, as many as there are."""

from __future__ import annotations

import asyncio
import itertools
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

from enrich.commands.run import tell_unreachable
from enrich.pipeline import find_clues, plainly, resolve
from enrich.records import Identity, Mention, MentionKind, ServiceUsage
from enrich.settings import Settings
from enrich.sources import Mode, Sources, open_sources
from enrich.sources.clock import SystemClock
from enrich.terminal import BarProgress, as_json, write_table
from enrich.workplace import workplace

# Large enough that batches are full, small enough that a million titles stream through little memory.
CHUNK = 10_000
_COLUMNS = ("title", "outcome", "reason", "score", "arxiv_id", "paper_id", "source")


def print_identities(titles: Iterable[str], form: str, *, offline: bool, sandbox: bool) -> int:
    """Writes one record a title to stdout: `title, outcome, reason, score, arxiv_id, paper_id, source`.

    Returns the exit code: 3 if a service could not be asked, which is told on stderr, else 0.
    """
    with workplace(sandbox=sandbox) as settings:
        services = asyncio.run(_print(titles, form, settings, Mode.OFFLINE if offline else Mode.LIVE))
    return 3 if tell_unreachable(services, "Ask again later.") else 0


async def _print(titles: Iterable[str], form: str, settings: Settings, mode: Mode) -> Sequence[ServiceUsage]:
    with BarProgress(shown=sys.stderr.isatty()) as progress:
        async with open_sources(settings, mode=mode, progress=progress) as sources:
            for chunk in _chunks(titles):
                records = await _resolve(chunk, sources)
                if form == "jsonl":
                    sys.stdout.writelines(as_json(record) + "\n" for record in records)
                    sys.stdout.flush()
                else:
                    write_table(_COLUMNS, ([record[name] for name in _COLUMNS] for record in records))
            return sources.usage()


def _chunks(titles: Iterable[str]) -> Iterator[list[str]]:
    left = iter(titles)
    while chunk := list(itertools.islice(left, CHUNK)):
        yield chunk


async def _resolve(titles: Sequence[str], sources: Sources) -> list[dict[str, object]]:
    mentions = [
        Mention(mention_id=str(place), document_id="", line=place, kind=MentionKind.PAPER, title=title.strip())
        for place, title in enumerate(titles)
    ]
    now = SystemClock().now()
    found = await resolve(mentions, await find_clues(mentions, {}, sources, plainly, now), sources, plainly, now)
    return [_record(mention, found) for mention in mentions]


def _record(mention: Mention, found: Mapping[str, Identity]) -> dict[str, object]:
    """What is printed of one title. A blank line is no title: it was not asked."""
    identity = found.get(mention.mention_id)
    if identity is None:
        return dict.fromkeys(_COLUMNS) | {"title": mention.title, "outcome": "unresolved", "reason": "no_title"}
    return {
        "title": mention.title,
        "outcome": identity.outcome,
        "reason": identity.reason,
        "score": identity.score,
        "arxiv_id": identity.ids.arxiv_id,
        "paper_id": identity.ids.paper_id,
        "source": identity.source,
    }
