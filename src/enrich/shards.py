"""Titles by the million: the local catalog's word on a shard of them, in one process, in many, or on many machines.

Titles in, one `Identity` a title out, in order. Only the catalog is asked, and nothing is shared between two calls but
the opened index, which nobody writes to: however the titles are cut into shards, the identities are the same.
"""

from __future__ import annotations

import collections
import contextlib
import gc
import itertools
import multiprocessing
import os
import queue
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from enrich.errors import CatalogError
from enrich.identities import resolve_offered
from enrich.records import Identity, Mention, MentionKind, Outcome
from enrich.sources.catalog import catalog_at

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

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
    workers = [_Worker(work) for _ in range(processes)]
    idle: queue.SimpleQueue[_Worker[T]] = queue.SimpleQueue()
    for worker in workers:
        idle.put(worker)
    threads = ThreadPoolExecutor(processes)
    under_way: collections.deque[Future[list[T]]] = collections.deque()
    try:
        for shard in shards:
            under_way.append(threads.submit(_ask_any, idle, shard))
            if len(under_way) >= _AHEAD * processes:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.stop()
        threads.shutdown()


def _ask_any(idle: queue.SimpleQueue[_Worker[T]], shard: list[str]) -> list[T]:
    worker = idle.get()
    try:
        return worker.ask(shard)
    finally:
        idle.put(worker)


class _Worker(Generic[T]):
    """A process that works on a shard at a time, at the other end of a pipe that nobody else writes to.

    The pools of the standard library share one queue for results, whose lock a killed process takes along: all others
    then wait for ever. Here the pipe ends with its process, however that ends.
    """

    def __init__(self, work: Callable[[list[str]], list[T]]) -> None:
        context = multiprocessing.get_context("spawn")
        self._end, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other, work), daemon=True)
        self._process.start()
        other.close()

    def ask(self, shard: list[str]) -> list[T]:
        """What `work` makes of a shard. Raises CatalogError if the process was killed, and what `work` raises."""
        try:
            self._end.send(shard)
            done: list[T] | Exception = self._end.recv()
        except (EOFError, OSError):
            raise CatalogError("A process that looks titles up was killed. Is there memory left? Try again.") from None
        if isinstance(done, Exception):
            raise done
        return done

    def stop(self) -> None:
        """Ends the process, be it in the midst of its work."""
        self._process.kill()
        self._process.join()
        self._process.close()


def _serve(end: Connection, work: Callable[[list[str]], list[T]]) -> None:
    """What a worker's process does until the pipe ends: interrupts are left to the parent, and cyclic garbage, of which
    there is hardly any, to rarer looks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    with contextlib.suppress(EOFError, OSError):
        while True:
            shard = end.recv()
            try:
                done: list[T] | Exception = work(shard)
            except Exception as error:  # it is raised where it is asked for
                done = error
            end.send(done)


def mention_of(title: str, place: int) -> Mention:
    """A title that stands for itself, in no document."""
    return Mention(mention_id=str(place), document_id="", line=place, kind=MentionKind.PAPER, title=title.strip())


def _untitled(now: datetime) -> Identity:
    return Identity(title="", outcome=Outcome.UNRESOLVED, reason=NO_TITLE, decided_at=now)
