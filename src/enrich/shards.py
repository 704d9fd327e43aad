"""Titles by the million: the local catalog's word on a shard of them, in one process, in many, or on many machines.

Titles in, one `Identity` a title out, in order. Only the catalog is asked, and nothing is shared between two calls but
the opened index, which nobody writes to: however the titles are cut into shards, the identities are the same.
"""

from __future__ import annotations

import collections
import gc
import itertools
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from enrich.errors import CatalogError
from enrich.identities import resolve_offered
from enrich.records import Identity, Mention, MentionKind, Outcome
from enrich.sources.catalog import catalog_at

T = TypeVar("T")
NO_TITLE = "no_title"
# Titles that one process takes at a time: enough to make the index's vectors long, few enough to stream.
SHARD = 2_500
# Fewer titles are done before other processes would have started.
_WORTH_PROCESSES = 4 * SHARD
# A shard makes some hundred thousand objects, none in a circle; looking for circles as often as usual takes a tenth of
# the time.
_OBJECTS_BETWEEN_COLLECTIONS = 100_000
# Shards under way or waiting for their turn, per process: none is idle, and memory stays bounded.
_AHEAD = 3


def resolve_shard(titles: Sequence[str], catalog: Path | None, now: datetime) -> list[Identity]:
    """Which papers the titles mean, one identity a title, in order.

    `catalog` is the index file, None the papers that the package ships; `now` is when it is decided, UTC. A title that
    the catalog does not settle is UNRESOLVED (`not_asked`: no service was), a blank one too (`no_title`). Picklable in
    and out; the index is opened once a process. Raises CatalogError if it isn't there or is broken.
    """
    mentions = [mention_of(title, place) for place, title in enumerate(titles)]
    asked = [mention.title for mention in mentions if mention.title]
    offers = {title: (lookup,) for title, lookup in catalog_at(catalog).lookup_titles(asked).items()}
    found = resolve_offered(mentions, {}, offers, now=now)
    return [found.get(mention.mention_id) or _untitled(now) for mention in mentions]


def map_titles(
    work: Callable[[list[str]], list[T]], titles: Iterable[str], *, processes: int | None = None
) -> Iterator[T]:
    """What `work` makes of any number of titles, in order, a shard at a time, by all processors of this machine.

    `work` is picklable, and gives one result a title. Titles are taken only as fast as results are. Raises CatalogError
    if a process is killed, and what `work` raises.
    """
    left = iter(titles)
    first = list(itertools.islice(left, _WORTH_PROCESSES))
    shards = _shards(itertools.chain(first, left))
    processes = processes or _processors()
    if processes == 1 or len(first) < _WORTH_PROCESSES:
        yield from itertools.chain.from_iterable(map(work, shards))
    else:
        yield from _by_processes(work, shards, processes)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shards(titles: Iterator[str]) -> Iterator[list[str]]:
    while shard := list(itertools.islice(titles, SHARD)):
        yield shard


def _by_processes(work: Callable[[list[str]], list[T]], shards: Iterator[list[str]], processes: int) -> Iterator[T]:
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_begin_worker)
    under_way: collections.deque[Future[list[T]]] = collections.deque()
    try:
        for shard in shards:
            under_way.append(pool.submit(work, shard))
            if len(under_way) >= _AHEAD * processes:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    except BrokenProcessPool:
        raise CatalogError("A process that looks titles up was killed. Is there memory left? Try again.") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin_worker() -> None:
    """Leaves interrupts to the parent, and cyclic garbage, of which there is hardly any, to rarer looks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)


def mention_of(title: str, place: int) -> Mention:
    """A title that stands for itself, in no document."""
    return Mention(mention_id=str(place), document_id="", line=place, kind=MentionKind.PAPER, title=title.strip())


def _untitled(now: datetime) -> Identity:
    return Identity(title="", outcome=Outcome.UNRESOLVED, reason=NO_TITLE, decided_at=now)
