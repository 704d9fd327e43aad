"""`enrich serve`: the refresh on a schedule in one process, on the server of PREFECT_API_URL or one of its own.

Each run is a process of its own that Prefect starts; this one only waits. At most one runs at a time: what falls due
meanwhile waits for it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from enrich.errors import UsageError
from flows.contact import check_server
from flows.server import local_server

if TYPE_CHECKING:
    from prefect.schedules import Schedule

# Where people look for Prefect's pages.
UI_PORT = 4200


def keep_files_in(home: Path) -> None:
    """Puts Prefect's files there, unless a person has said where; it must not have been imported before.

    With a server of somebody else's, this machine's user has a place for them.
    """
    if not os.environ.get("PREFECT_API_URL"):
        os.environ.setdefault("PREFECT_HOME", str(home))


def schedule_of(cron: str, timezone: str) -> Schedule:
    """The schedule that was meant. Raises UsageError for one that no clock can follow."""
    from prefect.schedules import Cron

    try:
        ZoneInfo(timezone)
    except (ValueError, LookupError, OSError):
        raise UsageError(f"--timezone {timezone!r} is unknown: write a name such as Europe/Berlin or UTC.") from None
    try:
        return Cron(cron, timezone=timezone)
    except ValueError:
        raise UsageError(
            f"--cron {cron!r} is no schedule: write minute, hour, day, month and weekday, as in '0 6 * * 1' for "
            "Mondays at 6:00."
        ) from None


@contextmanager
def some_server(home: Path) -> Iterator[str]:
    """The address of the API: the one that is set, else that of a server of one's own, which lives as long as this.

    `home`: folder for the files of that server.
    """
    if url := os.environ.get("PREFECT_API_URL"):
        check_server()
        yield url
        return
    from prefect.settings import PREFECT_API_URL, temporary_settings

    with local_server(home, UI_PORT) as url, temporary_settings({PREFECT_API_URL: url}):
        os.environ["PREFECT_API_URL"] = url  # for the processes of the runs
        yield url


def serve_refresh(name: str, schedule: Schedule, parameters: dict[str, Any]) -> None:
    """Runs the refresh whenever it is due, until this process is told to stop."""
    from prefect.types.entrypoint import EntrypointType

    from flows.refresh import refresh

    refresh.serve(
        name=name,
        schedule=schedule,
        parameters=parameters,
        limit=1,
        entrypoint_type=EntrypointType.MODULE_PATH,
        print_starting_message=False,
    )
