"""`enrich plan`: the requests and the time that a run will take, service by service, before it asks anybody."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

from enrich.json_text import to_json
from enrich.planning import plan
from enrich.sources import Mode
from enrich.terminal import say, write_table
from enrich.workplace import workplace

_COLUMNS = ("service", "items to ask for", "from earlier answers", "requests", "minutes")


def show(raw: Path | None, processed: str | None, *, full: bool, sandbox: bool, form: str) -> None:
    """Writes a row a service, and one for all: services are asked at the same time, so their minutes don't add up."""
    with workplace(sandbox=sandbox, raw=raw, processed=processed) as settings:
        forecast = plan(settings, Mode.FULL if full else Mode.LIVE)
    if form == "jsonl":
        sys.stdout.write(to_json({"requests": forecast.requests, **asdict(forecast)}) + "\n")
        return
    rows = [
        [each.source, f"{each.items:,}", f"{each.from_ledger:,}", f"{each.requests:,}", _minutes(each.seconds)]
        for each in forecast.services
    ]
    write_table(_COLUMNS, [*rows, ["all", "", "", f"{forecast.requests:,}", _minutes(forecast.seconds)]])
    if forecast.titles_open:
        say(
            f"Of the {forecast.titles_open:,} titles to ask arXiv for, {forecast.titles_expected:,} are "
            "taken to be there; each one that is not costs about one request more."
        )


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.1f}"
