"""The history of counts: the runs of the previous version and what was observed now in, all runs out.

A run is a stretch of time in which a count was seen with one value. Only fresh answers are observations; a carried
value is not seen again, and the same answer read twice adds nothing.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from enrich.records import Status
from enrich.schema import ObservationRow, PaperRow, RepositoryRow, Row

PAPER_METRICS = ("citation_count", "influential_citation_count", "reference_count")
REPOSITORY_METRICS = ("stars", "forks")


@dataclass(frozen=True, slots=True)
class Observation:
    """A count, seen at one moment."""

    entity_id: str
    metric: str
    value: int
    at: datetime


_Seen = ObservationRow | Observation


def observe_papers(rows: Iterable[PaperRow]) -> Iterator[Observation]:
    """The counts that Semantic Scholar gave in this run, in the order of the papers."""
    for row in rows:
        if row.s2_status == Status.OK and row.s2_observed_at:
            yield from _observe(row, row.paper_id, PAPER_METRICS, row.s2_observed_at)


def observe_repositories(rows: Iterable[RepositoryRow]) -> Iterator[Observation]:
    """The counts that GitHub gave in this run, in the order of the repositories."""
    for row in rows:
        if row.status == Status.OK and row.observed_at and row.repository_id is not None:
            yield from _observe(row, f"github:{row.repository_id}", REPOSITORY_METRICS, row.observed_at)


def _observe(row: Row, entity_id: str, metrics: Sequence[str], at: datetime) -> Iterator[Observation]:
    for metric in metrics:
        if (value := getattr(row, metric)) is not None:
            yield Observation(entity_id, metric, value, at)


def extend_history(
    history: Iterable[ObservationRow], observed: Iterable[Observation], renamed: Mapping[str, str]
) -> Iterator[ObservationRow]:
    """All runs with the new observations added, in the order of keys, in which `history` must be.

    `renamed` maps earlier paper ids to those of today. Streams are merged, so that of a history of millions of runs
    only one entity's are in memory at a time; `history` is walked twice if there is anything renamed.
    """
    moved = [
        replace(row, entity_id=renamed[row.entity_id])
        for row in (history if renamed else ())
        if row.entity_id in renamed
    ]
    joined = {_key(row) for row in moved}
    stayed = (row for row in history if row.entity_id not in renamed)
    seen = sorted(observed, key=lambda one: (one.entity_id, one.metric, one.at))
    streams: tuple[Iterable[_Seen], ...] = (stayed, sorted(moved, key=_key), seen)
    for key, group in itertools.groupby(heapq.merge(*streams, key=_key), key=_key):
        yield from _extend(group, joined=key in joined)


def _key(of: _Seen) -> tuple[str, str]:
    return of.entity_id, of.metric


def _extend(group: Iterable[_Seen], *, joined: bool) -> list[ObservationRow]:
    """The runs of one count of one entity, from its runs so far and then what was observed."""
    runs: list[ObservationRow] = []
    observed: list[Observation] = []
    for each in group:
        observed.append(each) if isinstance(each, Observation) else runs.append(each)
    if joined:
        runs = _merge_runs(runs)
    for observation in observed:
        _add(runs, observation)
    return runs


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
