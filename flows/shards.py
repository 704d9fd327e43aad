"""Work on items that stand for themselves, cut into shards, each a task: in this process, or on the workers of Dask.

Items in, as many results out, in the same order and with the same bytes wherever and however they were cut. Where it
runs is the setting ENRICH_TASK_RUNNER; what fits into one shard is one task like any other.
"""

from __future__ import annotations

import asyncio
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.states import Completed
from prefect.task_runners import ThreadPoolTaskRunner

from enrich.errors import EnrichError, UsageError
from enrich.records import Document
from flows.steps import as_task, outcome_of

# A task costs a tenth of a second on Dask; fifty documents of a few hundred items are some seconds of work, and so are
# as many titles as this.
DOCUMENTS, TITLES = 50, 5_000


class Spread:
    """The pipeline's `Step` for work that can be cut into shards, of so many `DOCUMENTS` or `TITLES`."""

    def __init__(self, where: str) -> None:
        """`where`: "thread", or "dask:" and the address of a Dask scheduler."""
        self._where = where

    async def __call__(self, name: str, function: Callable[..., Any], *args: Any) -> Any:
        """`function(items, *others)` of the arguments given; it must give a list with a result for each item."""
        items, others = args[0], args[1:]
        size = DOCUMENTS if items and isinstance(items[0], Document) else TITLES
        if len(items) <= size:
            return await as_task(name, function, *args)
        shards = [items[start : start + size] for start in range(0, len(items), size)]
        return [each for results in await self._map(name, function, shards, others) for each in results]

    async def _map(
        self, name: str, function: Callable[..., Any], shards: Sequence[Any], others: tuple[Any, ...]
    ) -> list[list[Any]]:
        titles = [f"{name} {place}/{len(shards)} ({len(shard):,})" for place, shard in enumerate(shards, 1)]
        # Bytes, because Prefect would search every item for futures.
        packed = [pickle.dumps((function, shard, others)) for shard in shards]
        with connected(self._where) as runner:
            futures = runner.map(_work.with_options(name=name), {"title": titles, "packed": packed})
            return [pickle.loads(await asyncio.to_thread(future.result)) for future in futures]


@task(task_run_name="{title}", cache_policy=NO_CACHE, persist_result=False, retries=0)
def _work(title: str, packed: bytes) -> Any:
    function, items, others = pickle.loads(packed)
    results = function(items, *others)
    return Completed(message=outcome_of(results), data=pickle.dumps(results))


@contextmanager
def connected(where: str) -> Iterator[Any]:
    """Prefect's task runner for the setting, at work. Raises EnrichError if no scheduler answers there."""
    with task_runner(where) as runner:
        try:
            _ = where == "thread" or runner.client
        except OSError as error:
            raise EnrichError(
                f"No Dask scheduler answers at {where.removeprefix('dask:')} ({error}). Start it, or unset "
                "ENRICH_TASK_RUNNER to work in threads."
            ) from None
        yield runner


def task_runner(where: str) -> Any:
    """Prefect's task runner for the setting. Raises UsageError if the extra for Dask is missing."""
    if where == "thread":
        return ThreadPoolTaskRunner(max_workers=os.cpu_count() or 1)
    try:
        from prefect_dask.task_runners import DaskTaskRunner
    except ImportError:
        sentence = "ENRICH_TASK_RUNNER wants Dask, which is not installed: in a clone, pip install -e '.[dask]'."
        raise UsageError(sentence) from None
    return DaskTaskRunner(address=where.removeprefix("dask:"))
