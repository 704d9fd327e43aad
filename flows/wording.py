"""The words and tables that show a refresh in the UI: a Summary and a Diff in, Markdown and rows out. No Prefect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from enrich.identities import EXPLANATIONS, Reason
from enrich.records import ServiceUsage
from enrich.tables import METRICS, Diff, Summary

Rows = list[dict[str, Any]]
# As many as a person reads.
MOVERS = 10


def troubles(summary: Summary) -> list[str]:
    """One sentence for every document that could not be read and every service that was not asked to the end."""
    failed = [f"{usage.source} was not asked to the end: {usage.why}" for usage in summary.services if usage.why]
    return [*summary.failed_documents, *failed]


def one_line(summary: Summary) -> str:
    """What was published, for the state of the flow run."""
    outcomes = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in summary.outcomes.items())
    return f"Version {summary.version}: {summary.papers:,} papers, {outcomes}."


def text(summary: Summary, changes: Diff | None, processed: str) -> str:
    """The run in Markdown; `processed` is where its version lies."""
    lines = [f"## {one_line(summary)}"]
    if summary.simulated:
        lines += ["", "**Simulated**: the services of this run were the sandbox's, so its counts are no facts."]
    lines += ["", f"{summary.documents:,} documents, {summary.mentions:,} items, {_asked(summary.services)}."]
    if changes:
        lines += ["", f"Since version {changes.before}: {_changed(changes)}."]
    if found := troubles(summary):
        lines += ["", "What is missing:", "", *(f"- {sentence}" for sentence in found)]
    loading = f'papers = enrich.load("papers", version="{summary.version}", processed="{processed}")'
    return "\n".join([*lines, "", "```python", "import enrich", "", loading, "```"])


def _asked(usages: Sequence[ServiceUsage]) -> str:
    requests, waited = sum(each.requests for each in usages), sum(each.waited_seconds for each in usages)
    return f"{requests:,} requests, {waited:,.0f} s waited for limits"


def _changed(changes: Diff) -> str:
    papers = [f"{len(changes.of('papers', what)):,} {what}" for what in ("added", "gone", "renamed")]
    return f"{', '.join(papers)} papers, {len(changes.of('papers', 'changed')):,} values changed"


def coverage(summary: Summary) -> Rows:
    """A row a document: how its items ended."""
    names = ("document", "items", "papers", "matched", "not found", "unresolved", "doubt")
    return [dict(zip(names, astuple(each), strict=True)) for each in summary.per_document]


def outcomes(summary: Summary) -> Rows:
    """A row a reason: how many papers, and what it means."""
    return [
        {"reason": name, "papers": count, "meaning": EXPLANATIONS.get(Reason(name), "")}
        for name, count in summary.reasons.items()
    ]


def services(summary: Summary) -> Rows:
    """A row a service: requests and waits."""
    return [
        {
            "service": usage.source,
            "requests": usage.requests,
            "from earlier answers": usage.from_ledger,
            "retries": usage.retries,
            "waited (s)": round(usage.waited_seconds, 1),
            "status": str(usage.status),
            "why": usage.why or "",
        }
        for usage in summary.services
    ]


def movers(changes: Diff | None) -> Rows:
    """The counts that moved most, the furthest first."""
    moved: list[tuple[int, str, str, int, int]] = []
    for change in changes.of("papers", "changed") if changes else ():
        before, after = change.before, change.after
        if change.column in METRICS and isinstance(before, int) and isinstance(after, int):
            moved.append((abs(after - before), change.label, change.column, before, after))
    moved.sort(key=lambda each: (-each[0], each[1], each[2]))
    return [
        {"paper": label, "count": metric, "before": before, "now": after, "moved": after - before}
        for _, label, metric, before, after in moved[:MOVERS]
    ]
