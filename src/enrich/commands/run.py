"""`enrich run`: carries out one run, plainly or as a Prefect flow, and tells what it did."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import shlex
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

from enrich.errors import UsageError
from enrich.identities import EXPLANATIONS, Reason
from enrich.pipeline import Order
from enrich.pipeline import run as run_pipeline
from enrich.planning import plan
from enrich.records import Outcome, ServiceUsage, Status
from enrich.settings import read_settings
from enrich.sources import Mode
from enrich.tables import Summary, check_acceptable
from enrich.terminal import BarProgress, LineProgress, say, write_table
from enrich.workplace import versions_folder, workplace

_SECONDS = {"s": 1, "m": 60, "h": 3600}
_LONGEST_SECONDS = 366 * 24 * 3600
OUT_OF_TIME = "was not asked to the end", "The next run goes on from there."
SIMULATED = "Simulated: the services of this run were the sandbox's, so its counts are no facts."


def order_of(
    *, offline: bool, replay: bool, full: bool, time_budget: str | None, accept: tuple[str, ...], sandbox: bool
) -> Order:
    """The order that the command's options amount to. Raises UsageError for one that can't be carried out."""
    chosen = [mode for mode, wanted in ((Mode.OFFLINE, offline), (Mode.REPLAY, replay), (Mode.FULL, full)) if wanted]
    if len(chosen) > 1:
        raise UsageError(f"--{chosen[0]} and --{chosen[1]} contradict each other: give one of them.")
    check_acceptable(frozenset(accept))
    return Order(
        mode=chosen[0] if chosen else Mode.LIVE,
        time_budget=None if time_budget is None else parse_time(time_budget),
        accept=frozenset(accept),
        simulated=sandbox,
    )


def parse_time(text: str) -> timedelta:
    """A time as people write it: 90s, 10m, 2h. Raises UsageError."""
    parts = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smh]?)", text.strip())
    if not parts:
        raise UsageError(f"--time-budget {text!r} is no time: write 90s, 10m or 2h.")
    seconds = float(parts[1]) * _SECONDS[parts[2] or "s"]
    if seconds > _LONGEST_SECONDS:
        raise UsageError(f"--time-budget {text!r} is more than a year: leave it out to ask until all is answered.")
    return timedelta(seconds=seconds)


def run(raw: Path | None, processed: str | None, *, order: Order, own_server: bool, form: str) -> int:
    """Runs, prints the summary on stdout and what went wrong on stderr; returns the exit code."""
    if own_server or os.environ.get("PREFECT_API_URL"):
        summary = _as_flow(raw, processed, order, own_server=own_server)
    else:
        summary = _plainly(raw, processed, order)
    if form == "jsonl":
        sys.stdout.write(summary.to_json())
    else:
        _print(summary, versions_folder(processed, sandbox=order.simulated))
    exit_code = _tell_troubles(summary)
    if sys.stderr.isatty():
        say(what_next(summary, processed))
    return exit_code


def _plainly(raw: Path | None, processed: str | None, order: Order) -> Summary:
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s", datefmt="%H:%M:%S", stream=sys.stderr)
    progress = BarProgress() if sys.stderr.isatty() else LineProgress()
    with workplace(sandbox=order.simulated, raw=raw, processed=processed) as settings, progress:
        if isinstance(progress, BarProgress) and order.mode in (Mode.LIVE, Mode.FULL):
            progress.expect(plan(settings, order.mode), order.time_budget)
        return asyncio.run(run_pipeline(settings, order, progress=progress))


def _as_flow(raw: Path | None, processed: str | None, order: Order, *, own_server: bool) -> Summary:
    """The same run as a flow on the server of PREFECT_API_URL, or on one of its own."""
    from flows.server import local_server

    with ExitStack() as stack:
        if own_server:
            home = read_settings(raw=raw).raw.parent.resolve() / ".prefect"
            os.environ.setdefault("PREFECT_HOME", str(home))
            os.environ["PREFECT_API_URL"] = stack.enter_context(local_server(home))
        from flows.refresh import refresh_now

        return refresh_now(str(raw) if raw else None, processed, order)


def _print(summary: Summary, folder: str) -> None:
    """The summary as tables: documents, what came of the papers, services, and where the version lies."""
    write_table(
        ("document", "items", "papers", "matched", "not found", "unresolved"),
        [
            [
                each.document_id,
                *_numbers(each.mentions, each.paper_mentions, each.matched, each.not_found, each.unresolved),
            ]
            for each in summary.per_document
        ]
        + [
            [
                "all, distinct",
                *_numbers(summary.mentions, summary.papers, *(summary.outcomes[name] for name in Outcome)),
            ]
        ],
        title="Documents",
    )
    write_table(
        ("reason", "papers", "meaning"),
        [[name, count, EXPLANATIONS.get(Reason(name), "")] for name, count in summary.reasons.items()],
        title="Why",
    )
    write_table(
        ("service", "requests", "from earlier answers", "retries", "waited", "status"),
        [
            [
                usage.source,
                *_numbers(usage.requests, usage.from_ledger, usage.retries),
                f"{usage.waited_seconds:.1f} s",
                usage.status,
            ]
            for usage in summary.services
        ],
        title="Services",
    )
    write_table(("version",), [[f"{folder}/{summary.version}"]], title="Published")


def _numbers(*numbers: int) -> list[str]:
    return [f"{number:,}" for number in numbers]


def _tell_troubles(summary: Summary) -> int:
    """One sentence on stderr for every document that could not be read and every service that could not be asked.

    Returns the exit code: 1 if a document could not be read, 3 if a service could not be asked, else 0.
    """
    for failure in summary.failed_documents:
        say(f"enrich: {failure}")
    unreachable = tell_unreachable(summary.services, "Its values stay as they were; run again later.")
    if summary.simulated:
        say(SIMULATED)
    if summary.failed_documents:
        return 1
    return 3 if unreachable else 0


def what_next(summary: Summary, processed: str | None) -> str:
    """How to look at what was published, and at what is left to decide."""
    where = f" --processed {shlex.quote(processed)}" if processed else " --sandbox" if summary.simulated else ""
    left = summary.papers - summary.outcomes[Outcome.MATCHED]
    decide = f" {left:,} papers are open; to decide them yourself: `enrich review{where}`." if left else ""
    return f"To look at it: `enrich report{where} --open`.{decide}"


def tell_unreachable(services: Sequence[ServiceUsage], advice: str) -> bool:
    """One sentence on stderr for every service that could not be asked, to the end or at all; whether there was one."""
    silent = [usage for usage in services if usage.why]
    for usage in silent:
        how, then = ("could not be asked", advice) if usage.status is Status.UNREACHABLE else OUT_OF_TIME
        say(f"enrich: {usage.source} {how}: {(usage.why or '').rstrip('.')}. {then}")
    return bool(silent)
