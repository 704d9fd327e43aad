"""What a report says, in numbers: an opened version and its changes in, `Figures` out. Pure but for reading tables.

Works on Arrow columns: a version may hold a hundred thousand papers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from enrich.schema import IdentityRow, MentionRow, ObservationRow, PaperRow
from enrich.tables import METRICS, Diff, OpenedVersion, Summary

Counts = Sequence[tuple[str, int]]
_TOP = 10  # rows of a list of the highest
_LINES = 8  # more lines than this can't be told apart in one chart
_MOST_SECTIONS = 20
_MOST_OPEN = 500  # a longer list is work for `enrich review`, not for reading
_PAPER_COLUMNS = (
    *("paper_id", "title", "authors", "year", "venue", "citation_count", "stars", "mention_count", "repository"),
    *("arxiv_id", "doi", "s2_paper_id", "outcome"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """How a count of one thing moved: `points` are `(time, value)`, two for each stretch of equal values."""

    name: str
    points: Sequence[tuple[datetime, int]]


@dataclass(frozen=True, slots=True)
class Mover:
    """A count that moved since the version before."""

    name: str
    metric: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A listed title that could not be given a paper: where it stands, why, and the nearest title that was offered."""

    title: str
    document: str
    line: int
    outcome: str
    reason: str
    meaning: str
    nearest: str | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row of a list of the highest."""

    name: str
    count: int
    paper: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything a report shows. Counts of papers are of distinct papers; None stands for "not known", never zero."""

    version: str
    published_at: datetime
    summary: Summary
    meanings: Mapping[str, str]
    papers: Mapping[str, Sequence[Any]]  # column -> values, a row a paper
    citations: Counts
    stars: Counts
    most_cited: Sequence[Ranked]
    most_starred: Sequence[Ranked]
    by_year: Counts
    by_section: Counts
    before: str | None
    changed: Mapping[str, int]  # added, gone, renamed papers
    movers: Sequence[Mover]
    history: Sequence[Line]
    open_cases: Sequence[OpenCase]
    open_count: int


def compute_figures(opened: OpenedVersion, changes: Diff | None, meanings: Mapping[str, str]) -> Figures:
    """The figures of a version. `changes` are those since the version before, None if it is the first; `meanings` says
    each reason in words."""
    papers = _columns(opened, PaperRow, _PAPER_COLUMNS)
    mentions = _columns(
        opened, MentionRow, ["document_id", "line", "title", "section", "paper_id", "outcome", "reason"]
    )
    open_cases = list(_open_cases(mentions, _nearest(opened), meanings))
    return Figures(
        version=opened.name,
        published_at=opened.published_at,
        summary=opened.summary(),
        meanings=meanings,
        papers=papers,
        citations=distribution(papers["citation_count"]),
        stars=distribution(papers["stars"]),
        most_cited=_highest(papers, "citation_count"),
        most_starred=_highest(papers, "stars"),
        by_year=[(str(year), count) for year, count in sorted(Counter(_known(papers["year"])).items())],
        by_section=_by_section(mentions),
        before=changes.before if changes else None,
        changed=_changed_papers(changes),
        movers=_movers(changes),
        history=_history(opened, papers),
        open_cases=open_cases[:_MOST_OPEN],
        open_count=len(open_cases),
    )


def distribution(values: Iterable[int | None]) -> Counts:
    """How many values lie in 0, 1, 2-4, 5-9, 10-19, 20-49, ...: as `(label, count)` from the lowest to the highest bin
    that is taken. Counts of citations spread over five orders of magnitude; equal bins would show one bar."""
    counts = Counter(map(_bin, _known(values)))
    if not counts:
        return []
    lowest, highest = min(counts), max(counts)
    return [(_label(number), counts[number]) for number in range(lowest, highest + 1)]


def _bin(value: int) -> int:
    """The number of the bin: 0 for zero, then three to a decade, which begin at 1, 2 and 5."""
    if value <= 0:
        return 0
    digits = str(value)
    return 3 * len(digits) - 2 + (digits[0] >= "2") + (digits[0] >= "5")


def _label(number: int) -> str:
    first, after = _start(number), _start(number + 1)
    return f"{first:,}" if after - first == 1 else f"{first:,}-{after - 1:,}"


def _start(number: int) -> int:
    if number == 0:
        return 0
    decade, step = divmod(number - 1, 3)
    return int((1, 2, 5)[step] * 10**decade)


def _columns(opened: OpenedVersion, table: type, names: Sequence[str]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = opened.table(table, names).to_pydict()
    return found


def _known(values: Iterable[int | None]) -> Iterable[int]:
    return (value for value in values if value is not None)


def _highest(papers: Mapping[str, Sequence[Any]], metric: str) -> list[Ranked]:
    counted = [(value, row) for row, value in enumerate(papers[metric]) if value is not None]
    counted.sort(key=lambda pair: (-pair[0], papers["paper_id"][pair[1]]))
    return [
        Ranked(papers["title"][row], value, {name: column[row] for name, column in papers.items()})
        for value, row in counted[:_TOP]
    ]


def _by_section(mentions: Mapping[str, Sequence[Any]]) -> Counts:
    """Distinct papers a section, the largest first; a section is told by all of its headings."""
    pairs = zip(mentions["section"], mentions["paper_id"], strict=True)
    counts = Counter(section or "(no heading)" for section, paper in set(pairs) if paper is not None)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST_SECTIONS]


def _changed_papers(changes: Diff | None) -> dict[str, int]:
    whats = Counter(change.what for change in changes.of("papers")) if changes else Counter[str]()
    return {what: whats[what] for what in ("added", "gone", "renamed")}


def _movers(changes: Diff | None) -> list[Mover]:
    """The counts of papers that moved most, relative growth counting for nothing: large papers are what people know."""
    moved = [
        Mover(change.label, change.column, change.before, change.after)
        for change in (changes.of("papers", "changed") if changes else ())
        if change.column in ("citation_count", "stars")
        and isinstance(change.before, int)
        and isinstance(change.after, int)
    ]
    moved.sort(key=lambda mover: (-abs(mover.after - mover.before), mover.name))
    return moved[:_TOP]


def _history(opened: OpenedVersion, papers: Mapping[str, Sequence[Any]]) -> list[Line]:
    """The citations of the most cited papers over time, where they were seen more than once."""
    shown = {ranked.paper["paper_id"]: ranked.name for ranked in _highest(papers, METRICS[0])[:_LINES]}
    points: dict[str, list[tuple[datetime, int]]] = {}
    names = ["entity_id", "metric", "value", "first_observed_at", "last_observed_at"]
    columns = _columns(opened, ObservationRow, names)
    for entity, metric, value, first, last in zip(*(columns[name] for name in names), strict=True):
        if metric == METRICS[0] and entity in shown:
            points.setdefault(entity, []).extend(dict.fromkeys([(first, value), (last, value)]))
    return [Line(shown[entity], sorted(line)) for entity, line in points.items() if len(line) > 1]


def _nearest(opened: OpenedVersion) -> dict[str, tuple[str | None, float | None]]:
    """The best title that was offered for each title which has no paper."""
    names = ["title", "outcome", "runner_up", "runner_up_score"]
    columns = _columns(opened, IdentityRow, names)
    rows = zip(*(columns[name] for name in names), strict=True)
    return {title: (nearest, score) for title, outcome, nearest, score in rows if outcome != "matched"}


def _open_cases(
    mentions: Mapping[str, Sequence[Any]],
    nearest: Mapping[str, tuple[str | None, float | None]],
    meanings: Mapping[str, str],
) -> Iterable[OpenCase]:
    names = ("title", "document_id", "line", "outcome", "reason")
    for title, document, line, outcome, reason in zip(*(mentions[name] for name in names), strict=True):
        if outcome in ("not_found", "unresolved"):
            offered, score = nearest.get(title, (None, None))
            yield OpenCase(title, document, line, outcome, reason, meanings.get(reason, ""), offered, score)
