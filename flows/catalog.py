"""The title index as a Prefect flow: asks arXiv on a schedule of its own what has changed, and works it in.

A refresh that runs meanwhile reads the index as it was when it began. What was fetched is kept when a run is stopped.
"""

import asyncio
from functools import partial
from typing import Any

from prefect import flow, runtime
from prefect.states import Cancelled, Completed, Failed

from enrich.errors import EnrichError, FolderBusy
from enrich.settings import read_settings
from enrich.sources.catalog_sync import Synced, sync_catalog
from flows.progress import LiveProgress
from flows.sole import sole_run
from flows.steps import as_task


def run_name() -> str:
    """What a run is called in the UI: what it keeps fresh, and its moment."""
    return f"catalog {runtime.flow_run.scheduled_start_time:%Y-%m-%d %H:%M}"


@flow(name="catalog", flow_run_name=run_name, persist_result=False, retries=0)
async def sync() -> Any:
    """Brings the index of the setting ENRICH_CATALOG up to date with arXiv."""
    try:
        settings = read_settings()
        lock = settings.catalog.with_suffix(".lock")
        async with sole_run(lock, str(settings.catalog), runtime.flow_run.id), LiveProgress() as progress:
            asking = partial(sync_catalog, settings, progress=progress)
            synced: Synced = await as_task("ask arXiv for what has changed", asking)
    except FolderBusy as busy:
        return Cancelled(name="AlreadyRunning", message=str(busy))
    except EnrichError as error:
        return Failed(message=str(error), data=error)
    changes = f"{synced.changed:,} came or changed, {synced.removed:,} were removed"
    return Completed(message=f"{synced.titles:,} titles as of {synced.observed_at[:10]}: {changes}.", data=synced)


if __name__ == "__main__":
    asyncio.run(sync())
