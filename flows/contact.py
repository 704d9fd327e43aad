"""The Prefect server of PREFECT_API_URL: whether it is there before a run, and whether it knows all of it after."""

from __future__ import annotations

import os

import httpx

from enrich.errors import EnrichError

CONNECT_SECONDS = 10
DRAIN_SECONDS = 10


def check_server() -> None:
    """Raises EnrichError if nobody listens at PREFECT_API_URL; any answer will do, as hosted servers want keys."""
    url = os.environ.get("PREFECT_API_URL", "")
    try:
        httpx.get(f"{url}/health", timeout=CONNECT_SECONDS)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise EnrichError(
            f"No Prefect server answers at {url} ({error}). Start it, or unset PREFECT_API_URL to run without one."
        ) from None


def drain() -> None:
    """Sends what Prefect still holds back, logs and the states of tasks, while the server is there to take it."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    for worker in (APILogWorker, EventsWorker):
        worker.drain_all(timeout=DRAIN_SECONDS)
