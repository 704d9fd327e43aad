"""One run at a time for a data folder or a file: a lock that dies with its process, and a note of which run holds it.

Prefect's own concurrency slots outlive a process that was killed; a file lock does not. So whoever gets the lock knows
that the run in the note, if there is one, died without a word, and tells the server so: no run stays "Running" forever.
"""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from uuid import UUID

from filelock import FileLock, Timeout
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State
from prefect.exceptions import ObjectNotFound
from prefect.states import Crashed

from enrich.errors import EnrichError, FolderBusy
from enrich.settings import Settings
from enrich.sources.limiter import state_folder

LOCK = ".refresh.lock"


@asynccontextmanager
async def sole_run(path: Path, what: str, run_id: str) -> AsyncIterator[None]:
    """Holds the lock at `path` for the flow run `run_id`. Raises FolderBusy if another run is at work on `what`."""
    note = path.with_suffix(".run")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path)
        lock.acquire(timeout=0)
    except Timeout:
        raise FolderBusy(f"Another run is at work on {what}; this one did nothing. It can be run afterwards.") from None
    except OSError as error:
        raise EnrichError(f"{path.parent} can't be written to ({error.strerror}): give another folder.") from None
    try:
        await _report_dead(_noted(note), run_id)
        note.write_text(run_id)
        yield
    finally:
        note.unlink(missing_ok=True)
        lock.release()


def lock_of(settings: Settings) -> Path:
    """Beside the versions; for an object store, which has no locks, among what the runs on this machine share."""
    processed = settings.processed.removeprefix("file://")
    if "://" not in processed:
        return Path(processed) / LOCK
    folder = state_folder(settings.state) or Path()
    return folder / f"{hashlib.sha256(processed.encode()).hexdigest()[:16]}{LOCK}"


def _noted(note: Path) -> UUID | None:
    """The run that left its note, if one did; a note that was never finished says nothing."""
    with suppress(OSError, ValueError):
        return UUID(note.read_text())
    return None


async def _report_dead(dead: UUID | None, successor: str) -> None:
    """A run that left its note was killed: the server is told, unless it knows, or never knew of that run."""
    if dead is None:
        return
    died: State[None] = Crashed(message=f"Its process ended without a word; flow run {successor} took up its work.")
    async with get_client() as client:
        with suppress(ObjectNotFound):
            run = await client.read_flow_run(dead)
            if not (run.state and run.state.is_final()):
                await client.set_flow_run_state(dead, died, force=True)
