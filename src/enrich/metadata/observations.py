"""The history of counts: the runs of the previous version and what was observed now in, all runs out.

A run is a stretch of time in which a count was seen with one value. Only fresh answers are observations; a carried
value is not seen again, and the same answer read twice adds nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from enrich.records import Status
from enrich.schema import ObservationRow, PaperRow, RepositoryRow

PAPER_METRICS = ("citation_count", "influential_citation_count", "reference_count")
REPOSITORY_METRICS = ("stars", "forks")


@dataclass(frozen=True, slots=True)
class Observation:
    """A count, seen at one moment."""

    entity_id: str
    metric: str
    value: int
    at: datetime


def observe_papers(rows: Iterable[PaperRow]) -> list[Observation]:
    """The counts that Semantic Scholar gave in this run."""
    return [
        Observation(row.paper_id, metric, value, row.s2_observed_at)
        for row in rows
        if row.s2_status == Status.OK and row.s2_observed_at
        for metric in PAPER_METRICS
        if (value := getattr(row, metric)) is not None
    ]


def observe_repositories(rows: Iterable[RepositoryRow]) -> list[Observation]:
    """The counts that GitHub gave in this run."""
    return [
        Observation(f"github:{row.repository_id}", metric, value, row.observed_at)
        for row in rows
        if row.status == Status.OK and row.observed_at and row.repository_id is not None
        for metric in REPOSITORY_METRICS
        if (value := getattr(row, metric)) is not None
    ]


def extend_history(
    history: Iterable[ObservationRow], observed: Iterable[Observation], renamed: Mapping[str, str]
) -> list[ObservationRow]:
    """All runs, with the new observations added. `renamed` maps earlier paper ids to those of today."""
    runs: defaultdict[tuple[str, str], list[ObservationRow]] = defaultdict(list)
    merged: set[tuple[str, str]] = set()
    for row in history:
        entity_id = renamed.get(row.entity_id, row.entity_id)
        if entity_id != row.entity_id:
            merged.add((entity_id, row.metric))
            row = replace(row, entity_id=entity_id)
        runs[entity_id, row.metric].append(row)
    for key in merged:
        runs[key] = _merge_runs(runs[key])
    for observation in sorted(observed, key=lambda seen: seen.at):
        _add(runs[observation.entity_id, observation.metric], observation)
    return [row for rows in runs.values() for row in rows]


def _add(runs: list[ObservationRow], seen: Observation) -> None:
    """Lengthen the last run or begin one; what is not later than the last run is known already."""
    if runs and seen.at <= runs[-1].last_observed_at:
        return
    if runs and runs[-1].value == seen.value:
        runs[-1] = replace(runs[-1], last_observed_at=seen.at)
        return
    runs.append(
        ObservationRow(
            entity_id=seen.entity_id,
            metric=seen.metric,
            value=seen.value,
            first_observed_at=seen.at,
            last_observed_at=seen.at,
        )
    )


def _merge_runs(rows: list[ObservationRow]) -> list[ObservationRow]:
    """Runs of two entities that turned out to be one, in the order of time.

    Runs that overlap keep their times; two that begin at the same moment would be one row twice, so the longer stays.
    """
    merged: list[ObservationRow] = []
    for row in sorted(rows, key=lambda run: (run.first_observed_at, run.last_observed_at, run.value)):
        last = merged[-1] if merged else None
        if last and last.value == row.value:
            merged[-1] = replace(last, last_observed_at=max(last.last_observed_at, row.last_observed_at))
        elif last and last.first_observed_at == row.first_observed_at:
            merged[-1] = row
        else:
            merged.append(row)
    return merged
