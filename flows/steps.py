"""A step of the pipeline as a Prefect task: `as_task` is what `pipeline.run` is given as its `step`.

A task is a whole step or a batch, never a paper: a Prefect server keeps up with 40 to 50 task runs a second. Resuming
rests on the answer ledger, so tasks are neither retried nor cached here: a second layer of either would ask services
again, or hand out one task's result as another's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sized
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.states import Completed, Failed

from enrich.errors import EnrichError
from enrich.pipeline import plainly
from enrich.records import Lookup
from enrich.walks import Told


async def as_task(name: str, function: Callable[..., Any], *args: Any) -> Any:
    """Runs one step as a task of the current flow run; its name says how many items it was given.

    The arguments stay out of the task's parameters: Prefect would search every paper in them for futures.
    """
    result: list[Any] = []
    failed: list[EnrichError] = []

    @task(name=name, task_run_name=_counted(name, args), cache_policy=NO_CACHE, persist_result=False, retries=0)
    async def step() -> Any:
        try:
            result.append(await plainly(name, function, *args))
        except EnrichError as error:  # a sentence for people: raised, Prefect would print it as a crash of the program
            failed.append(error)
            return Failed(message=str(error))
        return Completed(message=outcome_of(result[0]))

    await step()
    if failed:
        raise failed[0]
    return result[0]


def _counted(name: str, args: tuple[Any, ...]) -> str:
    """The step's name, and how many items it is about, where its first argument is a collection."""
    items = args[0] if args and isinstance(args[0], Sized) and not isinstance(args[0], str | bytes) else None
    return name if items is None else f"{name} ({len(items):,})"


def outcome_of(result: Any) -> str | None:
    """What came of each item, for the state of the task: "300 ok, 14 not_found"; None where nothing was counted."""
    if isinstance(result, Mapping) and all(isinstance(each, Lookup) for each in result.values()):
        return _counts(lookup.status for lookup in result.values()) or "nothing to ask"
    if isinstance(result, list) and all(isinstance(each, Told) for each in result):
        return _counts(told.identity.outcome for told in result)
    return f"{len(result):,} done" if isinstance(result, list) else None


def _counts(names: Iterable[str]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in Counter(names).most_common())
