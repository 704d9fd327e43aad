"""`enrich serve`: refreshes on a schedule, until it is told to stop."""

from __future__ import annotations

from pathlib import Path

from enrich.commands.run import parse_time
from enrich.settings import read_settings
from enrich.terminal import say


def serve(
    name: str,
    cron: str,
    timezone: str,
    *,
    raw: Path | None,
    processed: str | None,
    time_budget: str | None,
    sandbox: bool,
) -> None:
    """Checks what it is told before anything is started, then runs until it is told to stop."""
    from flows.serving import keep_files_in, schedule_of, serve_refresh, some_server

    folder = read_settings(raw=raw, processed=processed).raw
    home = folder.parent.resolve() / ".prefect"
    keep_files_in(home)
    schedule = schedule_of(cron, timezone)
    if time_budget:
        parse_time(time_budget)
    given = {"raw": raw and str(raw), "processed": processed, "time_budget": time_budget, "sandbox": sandbox}
    with some_server(home) as url:
        say(
            f"Refreshing {folder} at {cron!r} ({timezone}); Ctrl-C ends it. What ran and will run: "
            f"{url.removesuffix('/api')}. To run it now: PREFECT_API_URL={url} prefect deployment run refresh/{name}"
        )
        serve_refresh(name, schedule, {key: value for key, value in given.items() if value})
    say("Stopped. Published versions are as they were, and answers are kept.")
