"""The refresh as a Prefect flow: the pipeline of `enrich`, each of its steps a task.

It ends Completed, or "Partial" when a document could not be read or a service not be asked; Failed with one sentence
when nothing was published; "AlreadyRunning" when another run is at work on the same folder.

No annotation here is put off (`from __future__ import annotations`): a served flow is pickled without their names.
"""

import asyncio
from typing import Any

from prefect import flow, runtime
from prefect.client.schemas.objects import State
from prefect.exceptions import CancelledRun, TerminationSignal
from prefect.states import Cancelled, Completed, Failed

from enrich.commands.run import parse_time
from enrich.errors import EnrichError, FolderBusy
from enrich.pipeline import Order, run
from enrich.sources import Mode
from enrich.tables import Summary
from enrich.workplace import workplace
from flows.contact import check_server, drain
from flows.progress import LiveProgress
from flows.shards import Spread
from flows.sole import lock_of, sole_run
from flows.steps import as_task
from flows.telling import tell
from flows.wording import one_line, troubles


def run_name() -> str:
    """What a run is called in the UI: its folder, its moment, and how it differs from the usual."""
    given, moment = runtime.flow_run.parameters, runtime.flow_run.scheduled_start_time
    marks = [str(given["mode"])] if given.get("mode") != Mode.LIVE else []
    marks += ["sandbox"] if given.get("sandbox") else []
    return f"{given.get('raw') or 'documents'} {moment:%Y-%m-%d %H:%M}" + (f" ({', '.join(marks)})" if marks else "")


@flow(name="refresh", flow_run_name=run_name, persist_result=False, retries=0)
async def refresh(
    raw: str | None = None,
    processed: str | None = None,
    mode: Mode = Mode.LIVE,
    time_budget: str | None = None,
    accept: tuple[str, ...] = (),
    sandbox: bool = False,
) -> Any:
    """Reads the documents below `raw` and publishes a new version below `processed` (default: the settings).

    Args:
        raw: Folder of the documents.
        processed: Folder or URL of the published versions.
        mode: live asks for what is no longer fresh, full for everything; offline and replay ask nobody.
        time_budget: Stop asking after this time (90s, 10m, 2h) and publish what is known.
        accept: Checks that may fail this time.
        sandbox: Work with stand-ins of the services, in folders of their own.
    """
    try:
        budget = parse_time(time_budget) if time_budget else None
        order = Order(mode=mode, time_budget=budget, accept=frozenset(accept), simulated=sandbox)
        with workplace(sandbox=sandbox, raw=raw, processed=processed) as settings:
            sole = sole_run(lock_of(settings), settings.processed, runtime.flow_run.id)
            async with sole, LiveProgress() as progress:
                spread = Spread(settings.task_runner)
                summary = await run(settings, order, step=as_task, spread=spread, progress=progress)
                await tell(summary, settings)
    except FolderBusy as busy:
        return Cancelled(name="AlreadyRunning", message=str(busy))
    except EnrichError as error:
        return Failed(message=str(error), data=error)
    if missing := troubles(summary):
        return Completed(name="Partial", message=" ".join([one_line(summary), *missing]), data=summary)
    return Completed(message=one_line(summary), data=summary)


def refresh_now(raw: str | None, processed: str | None, order: Order) -> Summary:
    """Runs the flow here, and returns when the server knows all of it. Raises EnrichError as a plain run does."""
    check_server()
    budget = None if order.time_budget is None else f"{order.time_budget.total_seconds()}s"
    try:
        return asyncio.run(_result(raw, processed, order.mode, budget, tuple(sorted(order.accept)), order.simulated))
    except CancelledRun as cancelled:
        raise EnrichError(str(cancelled)) from None
    except TerminationSignal:
        raise EnrichError("Told to stop. Published versions are as they were, and answers are kept.") from None
    finally:
        drain()


async def _result(*parameters: Any) -> Summary:
    state: State[Summary] = await refresh(*parameters, return_state=True)
    return await state.aresult()


if __name__ == "__main__":
    asyncio.run(refresh())
