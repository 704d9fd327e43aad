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

    `renamed` maps earlier paper ids to those of today; runs go along unless both names were counted at the same time.
    Streams are merged, so that of a history of millions of runs only one entity's are in memory at a time; `history` is
    walked twice if there is anything renamed.
    """
    moved = _moved(history, renamed) if renamed else {}
    stayed = (row for row in history if _key(row) not in moved)
    joined = sorted(itertools.chain.from_iterable(moved.values()), key=_key)
    seen = sorted(observed, key=lambda one: (one.entity_id, one.metric, one.at))
    streams: tuple[Iterable[_Seen], ...] = (stayed, joined, seen)
    for _, group in itertools.groupby(heapq.merge(*streams, key=_key), key=_key):
        yield from _extend(group)


def _key(of: _Seen) -> tuple[str, str]:
    return of.entity_id, of.metric


def _moved(
    history: Iterable[ObservationRow], renamed: Mapping[str, str]
) -> Mapping[tuple[str, str], Sequence[ObservationRow]]:
    """The runs that go on under another name, by that under which they are in the history.

    Two papers that turn out to be one were counted side by side. A count has one value at a time, and none is thrown
    away: so the runs of the earlier name stay where they are, and `paper_aliases` tells whose they are.
    """
    concerned = renamed.keys() | set(renamed.values())
    rows = (row for row in history if row.entity_id in concerned)
    runs = {key: list(group) for key, group in itertools.groupby(rows, key=_key)}
    moved = {}
    for (old, metric), mine in list(runs.items()):
        target = (renamed.get(old, ""), metric)
        theirs = runs.get(target, [])
        if old in renamed and _are_apart(mine, theirs):
            moved[old, metric] = [replace(row, entity_id=target[0]) for row in mine]
            runs[target] = _in_time([*theirs, *mine])
    return moved


def _are_apart(some: Sequence[ObservationRow], others: Sequence[ObservationRow]) -> bool:
    """Whether one history ends before the other begins."""
    if not others:
        return True
    return some[-1].last_observed_at < others[0].first_observed_at or (
        others[-1].last_observed_at < some[0].first_observed_at
    )


def _in_time(rows: Iterable[ObservationRow]) -> list[ObservationRow]:
    """Runs that don't overlap, in order; two of one value that meet are one."""
    runs: list[ObservationRow] = []
    for row in sorted(rows, key=lambda run: run.first_observed_at):
        if runs and runs[-1].value == row.value:
            runs[-1] = replace(runs[-1], last_observed_at=row.last_observed_at)
        else:
            runs.append(row)
    return runs


def _extend(group: Iterable[_Seen]) -> list[ObservationRow]:
    """The runs of one count of one entity, from its runs so far and then what was observed."""
    runs: list[ObservationRow] = []
    observed: list[Observation] = []
    for each in group:
        observed.append(each) if isinstance(each, Observation) else runs.append(each)
    runs = _in_time(runs)
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
