"""Twelve weekly refreshes of a small world that moves: history, diffs and aliases against what the world did."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from enrich.metadata import Findings, assemble, remembered_identities
from enrich.records import Mention
from enrich.schema import AuthorshipRow, PaperAliasRow, PaperRow, RepositoryRow
from enrich.settings import Settings
from enrich.tables import check_version, diff, history, previous_tables, prune, publish, summarize, versions

from .scenes import START, code, findings, matched, mention, open_case, repository, says, silent, week

WEEKS = 12
KELP, REEF, CRAB, EEL = "Kelp under warming", "Reefs and acid water", "Crabs that walk", "Eels at night"
RENAMED, DOI_KNOWN, OUTAGE, PREPRINT_KNOWN, CRAB_LISTED, EEL_GONE = 4, 5, 6, 7, 3, 8


def citations(number: int) -> int:
    """Grows every second week."""
    return 10 + number // 2


def items(number: int) -> list[Mention]:
    """What the document lists in a week; it is another text whenever an item comes or goes."""
    listed = [mention(KELP, line=1, links=(code("sea/kelp"),)), mention(REEF, line=2)]
    if number >= CRAB_LISTED:
        listed.append(mention(CRAB, line=3))
    if number < EEL_GONE:
        listed.append(mention(EEL, line=4))
    return listed


def world(number: int) -> Findings:
    """What a run of this week finds."""
    at = week(number)
    reef_ids: dict[str, object] = {"s2_corpus_id": 7}
    if number >= DOI_KNOWN:
        reef_ids["doi"] = "10.1/reef"
    if number >= PREPRINT_KNOWN:
        reef_ids["arxiv_id"] = "2202.00002"
    scholar = {
        "ARXIV:2101.00001": says("semantic_scholar", at, s2_corpus_id=1, citation_count=citations(number)),
        "CorpusId:7": says("semantic_scholar", at, citation_count=5, **reef_ids),
    }
    if number == OUTAGE:
        scholar = {key: silent("semantic_scholar") for key in scholar}
    name = "ocean/kelp" if number >= RENAMED else "sea/kelp"
    identities = [
        matched(KELP, arxiv_id="2101.00001"),
        matched(REEF, s2_corpus_id=7),
        open_case(CRAB),
        open_case(EEL),
    ]
    return findings(
        items(number),
        identities,
        text=" ".join(item.title for item in items(number)),
        arxiv={"2101.00001": says("arxiv", at, names=["Ann Alga"], abstract="Kelp.")},
        semantic_scholar=scholar,
        github={"sea/kelp": repository(name, 42, at, stars=100 + number)},
    )


@pytest.fixture(scope="module")
def processed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve versions, each based on the one before."""
    folder = tmp_path_factory.mktemp("weeks")
    for number in range(WEEKS):
        tables = assemble(world(number), previous_tables(folder), week(number))
        at = week(number) + timedelta(minutes=5)
        publish(tables, summarize(tables, (), started_at=at, finished_at=at), Settings(processed=str(folder)))
    return folder


def test_every_week_is_a_sound_version(processed: Path) -> None:
    published = versions(processed)
    assert len(published) == WEEKS
    assert [problem for version in published for problem in check_version(processed, version.name)] == []


def test_history_is_what_the_world_counted(processed: Path) -> None:
    runs = history(processed, "citation_count", "arxiv:2101.00001")
    told = {}
    for run in runs:
        for number in range(WEEKS):
            if run.first_observed_at <= week(number) <= run.last_observed_at:
                told[number] = run.value
    assert told.pop(OUTAGE, citations(OUTAGE)) == citations(OUTAGE)
    assert told == {number: citations(number) for number in range(WEEKS) if number != OUTAGE}
    assert [run.value for run in history(processed, "stars", "github:42")] == [100 + number for number in range(WEEKS)]


def test_history_survives_two_changes_of_name(processed: Path) -> None:
    (run,) = history(processed, "citation_count", "s2:7")
    assert (run.entity_id, run.value) == ("arxiv:2202.00002", 5)
    assert (run.first_observed_at, run.last_observed_at) == (START, week(WEEKS - 1))
    assert history(processed, "citation_count", "doi:10.1/reef") == (run,)


def test_every_name_a_paper_had_leads_to_it(processed: Path) -> None:
    tables = previous_tables(processed)
    assert tables is not None
    assert {row.old_paper_id: row.paper_id for row in tables.of(PaperAliasRow)} == {
        "s2:7": "arxiv:2202.00002",
        "doi:10.1/reef": "arxiv:2202.00002",
    }


def test_outage_week_carried_everything(processed: Path) -> None:
    opened = versions(processed)[OUTAGE]
    papers = {row.paper_id: row for row in opened.rows((PaperRow,)).of(PaperRow)}
    kelp, reef = papers["arxiv:2101.00001"], papers["doi:10.1/reef"]
    assert (kelp.s2_status, kelp.citation_count, kelp.s2_observed_at) == ("carried", citations(OUTAGE - 1), week(5))
    assert (reef.s2_status, reef.s2_corpus_id, reef.mention_count) == ("carried", 7, 1)


def test_diffs_tell_what_the_world_did(processed: Path) -> None:
    names = [version.name for version in versions(processed)]
    told = {
        number: {
            (each.what, each.table, each.column) for each in diff(processed, names[number - 1], names[number]).changes
        }
        for number in range(1, WEEKS)
    }
    assert ("renamed", "repositories", "full_name") in told[RENAMED]
    assert ("renamed", "papers", "paper_id") in told[DOI_KNOWN]
    assert ("renamed", "papers", "paper_id") in told[PREPRINT_KNOWN]
    assert {("added", "papers", None), ("added", "mentions", None)} <= told[CRAB_LISTED]
    assert {("gone", "papers", None), ("gone", "mentions", None)} <= told[EEL_GONE]
    assert ("changed", "papers", "citation_count") in told[2]
    assert told[9] == {("changed", "papers", "stars"), ("changed", "repositories", "stars")}
    renames = [number for number, found in told.items() if any(what == "renamed" for what, _, _ in found)]
    assert renames == [RENAMED, DOI_KNOWN, PREPRINT_KNOWN]


def test_repository_keeps_its_number_under_a_new_name(processed: Path) -> None:
    tables = previous_tables(processed)
    assert tables is not None
    (row,) = tables.of(RepositoryRow)
    assert (row.requested_name, row.full_name, row.repository_id) == ("sea/kelp", "ocean/kelp", 42)


def test_tables_that_stayed_take_no_room(processed: Path) -> None:
    files = [path for version in versions(processed) for path in Path(version.place).glob("*.parquet")]
    authorships = {path.stat().st_ino for path in files if path.name == f"{AuthorshipRow.TABLE}.parquet"}
    assert len(authorships) == 1
    alone = sum({path.stat().st_ino: path.stat().st_size for path in files}.values())
    assert alone < 0.75 * sum(path.stat().st_size for path in files)  # 0.67 when all weeks but `papers` are small


def test_decisions_are_remembered_with_the_ids_of_today(processed: Path) -> None:
    remembered = remembered_identities(previous_tables(processed))
    assert remembered[REEF].ids.arxiv_id == "2202.00002"
    assert remembered[REEF].decided_at == START
    assert not remembered[CRAB].ids


def test_history_survives_pruning(processed: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(processed, copy, symlinks=True)
    before = history(copy)
    assert len(prune(copy, 1)) == WEEKS - 1
    assert history(copy) == before
