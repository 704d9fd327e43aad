"""The history of counts: a version in, its observations out, also by an earlier name of a paper."""

from __future__ import annotations

from pathlib import Path

from enrich.errors import UsageError
from enrich.schema import ObservationRow, PaperAliasRow
from enrich.tables.opened import OpenedVersion
from enrich.tables.reading import open_version
from enrich.tables.storage import LATEST

METRICS = ("citation_count", "influential_citation_count", "reference_count", "stars", "forks")


def history(
    processed: str | Path, metric: str | None = None, entity_id: str | None = None, version: str = LATEST
) -> tuple[ObservationRow, ...]:
    """The runs of equal values of a metric, an entity, or both; by entity, metric and time.

    `entity_id` is a paper_id (an earlier name of it will do) or `github:<repository_id>`. What was counted of a paper
    under two names at the same time comes under both. Raises UsageError for a metric that is none.
    """
    if metric is not None and metric not in METRICS:
        raise UsageError(f"{metric} is no metric; there are {', '.join(METRICS)}.")
    opened = open_version(processed, version)
    rows = opened.rows((ObservationRow,)).of(ObservationRow)
    wanted = _names(opened, entity_id) if entity_id else frozenset()
    return tuple(row for row in rows if metric in (None, row.metric) and (not wanted or row.entity_id in wanted))


def _names(opened: OpenedVersion, entity_id: str) -> frozenset[str]:
    """The name that a paper goes by in a version, and all its earlier ones; any other name as it is."""
    aliases: dict[str, str] = dict(opened.rows((PaperAliasRow,)).values(PaperAliasRow, "old_paper_id", "paper_id"))
    today = aliases.get(entity_id, entity_id)
    return frozenset([today, *(old for old, new in aliases.items() if new == today)])
