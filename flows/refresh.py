"""The refresh as a Prefect flow: the pipeline of `enrich`, each of its steps a task.

A task is a whole step or a batch, never a paper: a Prefect server keeps up with 40 to 50 task runs a second. Resuming
rests on the answer ledger, so tasks are neither retried nor cached here: a second layer of either would ask services
again, or hand out one task's result as another's.
"""

from __future__ import annotations

import asyncio
from typing import Any

from prefect import flow, task
from prefect.artifacts import acreate_markdown_artifact, acreate_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.exceptions import FailedRun, TerminationSignal
from prefect.states import Failed

from enrich.errors import EnrichError
from enrich.pipeline import Order, plainly, run
from enrich.tables import Summary
from enrich.workplace import workplace
from flows.server import check_server, drain


async def as_task(name: str, function: Any, *args: Any) -> Any:
    """Runs one step of the pipeline as a task of the current flow run.

    The arguments stay out of the task's parameters: Prefect would search every paper in them for futures.
    """

    failed: list[EnrichError] = []

    @task(name=name, task_run_name=name, cache_policy=NO_CACHE, persist_result=False, retries=0)
    async def step() -> Any:
        try:
            return await plainly(name, function, *args)
        except EnrichError as error:  # a sentence for people: raised, Prefect would print it as a crash of the program
            failed.append(error)
            return Failed(message=str(error))

    result = await step()
    if failed:
        raise failed[0]
    return result


@flow(name="refresh", persist_result=False, retries=0)
async def refresh(raw: str | None = None, processed: str | None = None, order: Order | None = None) -> Any:
    """Reads the documents below `raw` and publishes a new version below `processed` (default: the settings).

    Returns a Summary; ends Failed with one sentence when nothing could be published.
    """
    order = order or Order()
    try:
        with workplace(sandbox=order.simulated, raw=raw, processed=processed) as settings:
            summary = await run(settings, order, step=as_task)
    except EnrichError as error:
        return Failed(message=str(error))
    await _show(summary)
    return summary


def refresh_now(raw: str | None, processed: str | None, order: Order) -> Summary:
    """Runs the flow here, and returns when the server knows all of it. Raises EnrichError as a plain run does."""
    check_server()
    try:
        summary: Summary = asyncio.run(refresh(raw, processed, order))
        return summary
    except FailedRun as failed:
        raise EnrichError(str(failed)) from None
    except TerminationSignal:
        raise EnrichError("Told to stop. Published versions are as they were, and answers are kept.") from None
    finally:
        drain()


async def _show(summary: Summary) -> None:
    """What the run did, as artifacts of the flow run."""
    services = [
        {"service": usage.source, "requests": usage.requests, "retries": usage.retries, "status": str(usage.status)}
        for usage in summary.services
    ]
    outcomes = ", ".join(f"{count} {name}" for name, count in summary.outcomes.items())
    await acreate_table_artifact(table=services, key="services", description="What was asked of each service")
    await acreate_markdown_artifact(
        markdown=f"Version `{summary.version}`: {summary.documents} documents, {summary.mentions} items, "
        f"{summary.papers} distinct papers ({outcomes}).",
        key="summary",
        description="What the run did",
    )
