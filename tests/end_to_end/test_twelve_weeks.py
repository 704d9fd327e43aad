"""Twelve weekly runs against a sandbox that moves on: history, diffs and aliases are what it was told to do."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from enrich.pipeline import Order, run
from enrich.sandbox import Clock, World, run_sandbox
from enrich.sandbox.facts import read_world
from enrich.sandbox.simulated import citation_count, star_count
from enrich.sandbox.world import Paper, Repository
from enrich.schema import ObservationRow, PaperAliasRow, PaperRow, RepositoryRow
from enrich.settings import read_settings
from enrich.sources.clock import SystemClock
from enrich.tables import Summary, check_version, diff, history, open_version, prune, versions

from .conftest import SAMPLES

pytestmark = pytest.mark.slow

WEEKS = 12
CRAB_LISTED, RENAMED, DOI_KNOWN, OUTAGE, PREPRINT_KNOWN, EEL_GONE = 3, 4, 5, 6, 7, 9

KELP = Paper(
    title="Kelp forests that outgrow warming water: a survey of northern coasts",
    authors=("Ann Alga", "Bob Weed"),
    published_at=datetime(2021, 3, 4, tzinfo=UTC),
    arxiv_id="2103.99901",
    categories=("q-bio.PE",),
    abstract="Kelp grows where nobody looks. Code: https://github.com/sea/kelp",
    repository="sea/kelp",
)
REEF = Paper(
    title="Measuring how reefs answer acid water over forty winters",
    authors=("Cleo Coral", "Dan Depth"),
    published_at=datetime(2022, 5, 6, tzinfo=UTC),
    categories=("q-bio.PE",),
    abstract="Reefs answer slowly.",
    venue="Journal of Made-up Seas",
    url="https://example.org/reef",
    called="the reef paper",
)
CRAB = replace(
    KELP,
    title="Sideways gaits of crabs on granite shores",
    arxiv_id="2104.99902",
    abstract="Crabs walk.",
    repository=None,
)
EEL = replace(
    KELP,
    title="Night journeys of eels through drained canals",
    arxiv_id="2105.99903",
    abstract="Eels swim.",
    repository=None,
)
REEF_DOI, REEF_ARXIV_ID = "10.5555/reef.2022", "2205.99904"
FIRST_REPOSITORY = Repository("sea/kelp")


def world_of(week: int, facts: World) -> World:
    """The world in a week: what the facts know, and four papers and a repository to which things happen."""
    reef = replace(REEF, doi=REEF_DOI) if week >= DOI_KNOWN else REEF
    reef = replace(reef, arxiv_id=REEF_ARXIV_ID) if week >= PREPRINT_KNOWN else reef
    repositories = [FIRST_REPOSITORY]
    if week >= RENAMED:
        moved = replace(FIRST_REPOSITORY, state="renamed", renamed_to="ocean/kelp")
        repositories = [moved, Repository("ocean/kelp", called="sea/kelp")]
    return World((*facts.papers, KELP, reef, CRAB, EEL), (*facts.repositories, *repositories))


def list_of(week: int) -> str:
    """The document that gains an item and loses one."""
    listed = [KELP, REEF, *([CRAB] if week >= CRAB_LISTED else []), *([EEL] if week < EEL_GONE else [])]
    lines = [f"- **{paper.title}**. {', '.join(paper.authors)}. {paper.published_at.year}." for paper in listed]
    return "\n".join(["# Papers on the sea", "", *lines, ""])


class CalendarOfTheSandbox(SystemClock):
    """What the program takes for the time: the sandbox's day."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    def now(self) -> datetime:
        return self._clock.now()


@dataclass(frozen=True)
class Weeks:
    """What twelve runs left. `days` are the days on which they ran;"""

    processed: Path
    summaries: list[Summary]
    days: list[date]
    facts: World

    def version(self, week: int) -> str:
        return self.summaries[week].version or ""


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Weeks]:
    home = tmp_path_factory.mktemp("weeks")
    (home / "raw").mkdir()
    for path in SAMPLES.glob("*.txt"):
        shutil.copy(path, home / "raw")
    clock, facts = Clock(60), read_world()
    given: dict[str, object] = {"raw": home / "raw", "processed": str(home / "processed"), "state": home / "state"}
    summaries, days = [], []
    for week in range(WEEKS):
        (home / "raw" / "sea.md").write_text(list_of(week), encoding="utf-8")
        with run_sandbox(clock=clock, world=world_of(week, facts)) as sandbox:
            if week == OUTAGE:
                sandbox.faults.add("semantic_scholar", "throttled", times=None)
            settings = read_settings(**sandbox.settings() | given)
            summaries.append(asyncio.run(run(settings, Order(simulated=True), clock=CalendarOfTheSandbox(clock))))
            days.append(clock.today())
        clock.advance(days=7)
    yield Weeks(home / "processed", summaries, days, facts)


def told(weeks: Weeks, metric: str, entity: str) -> list[int | None]:
    """What the history says of each week's run."""
    runs = history(weeks.processed, metric, entity)
    return [_value(runs, summary.finished_at.date()) for summary in weeks.summaries]


def _value(runs: tuple[ObservationRow, ...], day: date) -> int | None:
    found = [run.value for run in runs if run.first_observed_at.date() <= day <= run.last_observed_at.date()]
    return found[0] if found else None


def test_every_week_is_a_sound_version(weeks: Weeks) -> None:
    names = [version.name for version in versions(weeks.processed)]
    assert names == [summary.version for summary in weeks.summaries]
    assert [problem for name in names for problem in check_version(weeks.processed, name)] == []
    asked = [usage.status for usage in weeks.summaries[OUTAGE].services if usage.source == "semantic_scholar"]
    assert asked == ["unreachable"]


def test_history_is_what_the_sandbox_counted(weeks: Weeks) -> None:
    """Of every paper on arXiv, in every week but that of the outage."""
    arxiv_ids = [row.arxiv_id for row in open_version(weeks.processed).rows((PaperRow,)).of(PaperRow) if row.arxiv_id]
    world = {**weeks.facts.by_arxiv_id, "2103.99901": KELP, "2104.99902": CRAB, REEF_ARXIV_ID: REEF}
    runs: dict[str, list[ObservationRow]] = {}
    for row in history(weeks.processed, "citation_count"):
        runs.setdefault(row.entity_id, []).append(row)
    assert len(arxiv_ids) > 280
    for arxiv_id in arxiv_ids:
        paper = world[arxiv_id]
        counted = [citation_count(paper.name, paper.published_at.date(), day) for day in weeks.days]
        found = [_value(tuple(runs[f"arxiv:{arxiv_id}"]), day) for day in weeks.days]
        since = CRAB_LISTED if paper is CRAB else 0
        expected = [value for week, value in enumerate(counted) if week >= since and week != OUTAGE]
        assert [value for week, value in enumerate(found) if week >= since and week != OUTAGE] == expected, arxiv_id
        assert found[:since] == [None] * since


def test_stars_are_of_one_repository_under_both_names(weeks: Weeks) -> None:
    name, number = FIRST_REPOSITORY.name, FIRST_REPOSITORY.repository_id
    counted = [star_count(name, FIRST_REPOSITORY.created_at.date(), day) for day in weeks.days]
    assert told(weeks, "stars", f"github:{number}") == counted
    tables = open_version(weeks.processed).rows((RepositoryRow,))
    (row,) = [row for row in tables.of(RepositoryRow) if row.repository_id == number]
    assert (row.requested_name, row.full_name) == ("sea/kelp", "ocean/kelp")


def test_history_survives_a_doi_and_an_arxiv_id(weeks: Weeks) -> None:
    counted = [citation_count(REEF.name, REEF.published_at.date(), day) for day in weeks.days]
    counted[OUTAGE] = counted[OUTAGE - 1]
    aliases = {
        row.old_paper_id: row.paper_id for row in open_version(weeks.processed).rows((PaperAliasRow,)).of(PaperAliasRow)
    }
    names = [old for old, new in aliases.items() if new == f"arxiv:{REEF_ARXIV_ID}"]
    assert sorted(name.split(":")[0] for name in names) == ["doi", "s2"]
    for name in (*names, f"arxiv:{REEF_ARXIV_ID}"):
        found = told(weeks, "citation_count", name)
        assert found[:OUTAGE] + found[OUTAGE + 1 :] == counted[:OUTAGE] + counted[OUTAGE + 1 :]


def test_outage_week_carried_every_count(weeks: Weeks) -> None:
    before, during = (
        {row.paper_id: row for row in open_version(weeks.processed, weeks.version(week)).rows((PaperRow,)).of(PaperRow)}
        for week in (OUTAGE - 1, OUTAGE)
    )
    assert during.keys() == before.keys()
    assert all(row.citation_count == before[paper_id].citation_count for paper_id, row in during.items())
    assert {row.s2_status for row in during.values() if row.citation_count is not None} == {"carried"}


def test_diffs_tell_what_happened_and_nothing_else(weeks: Weeks) -> None:
    found = [diff(weeks.processed, weeks.version(week - 1), weeks.version(week)) for week in range(1, WEEKS)]
    happened = {
        (week, each.what, each.table, each.label)
        for week, changes in enumerate(found, start=1)
        for each in changes.changes
        if each.what != "changed"
    }
    assert happened == {
        (CRAB_LISTED, "added", "papers", CRAB.title),
        (CRAB_LISTED, "added", "mentions", CRAB.title),
        (RENAMED, "renamed", "repositories", "sea/kelp"),
        (DOI_KNOWN, "renamed", "papers", REEF.title),
        (PREPRINT_KNOWN, "renamed", "papers", REEF.title),
        (EEL_GONE, "gone", "papers", EEL.title),
        (EEL_GONE, "gone", "mentions", EEL.title),
    }
    moved = {
        week: {(each.table, each.column) for each in changes.changes if each.what == "changed"}
        for week, changes in enumerate(found, start=1)
    }
    assert ("papers", "citation_count") not in moved[OUTAGE]
    assert all(("papers", "citation_count") in moved[week] for week in moved if week != OUTAGE)
    assert all(("repositories", "stars") in columns for columns in moved.values())


def test_weeks_after_the_first_ask_for_counts_alone(weeks: Weeks) -> None:
    requests = [sum(usage.requests for usage in summary.services) for summary in weeks.summaries]
    assert max(requests[week] for week in range(1, WEEKS) if week != OUTAGE) < requests[0]


def test_twelve_versions_share_what_stayed(weeks: Weeks) -> None:
    files = [path for version in versions(weeks.processed) for path in Path(version.place).iterdir()]
    alone = sum({path.stat().st_ino: path.stat().st_size for path in files}.values())
    assert alone < 0.8 * sum(path.stat().st_size for path in files)


def test_history_survives_pruning(weeks: Weeks, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(weeks.processed, copy, symlinks=True)
    assert len(prune(copy, 1)) == WEEKS - 1
    assert history(copy) == history(weeks.processed)
    assert check_version(copy) == []
