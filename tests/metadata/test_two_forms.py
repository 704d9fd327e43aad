"""A preprint and its published form that turn out to be one paper, and a title that is found at last, as versions."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from enrich.metadata import Findings, assemble
from enrich.settings import Settings
from enrich.tables import check_version, diff, history, load_table, previous_tables, publish, summarize
from enrich.titles import title_hash

from .scenes import findings, matched, mention, open_case, says, week

KELP, PUBLISHED, CRAB = "Kelp under warming", "Kelp under warming, in print", "Crabs that walk"
ONE_NAME, TWO_NAME, CRAB_NAME = "arxiv:2101.00001", "doi:10.1/kelp", "arxiv:2103.00003"
JOINED = 2


def world(number: int) -> Findings:
    """Two papers until Semantic Scholar tells that they are one; a title that nobody finds until then."""
    at, together = week(number), number >= JOINED
    preprint = says("semantic_scholar", at, s2_corpus_id=1, arxiv_id="2101.00001", citation_count=10 + number)
    published = says("semantic_scholar", at, s2_corpus_id=2, doi="10.1/kelp", citation_count=3)
    one = says(
        "semantic_scholar", at, s2_corpus_id=1, arxiv_id="2101.00001", doi="10.1/kelp", citation_count=20 + number
    )
    crab = says("semantic_scholar", at, s2_corpus_id=3, arxiv_id="2103.00003", citation_count=7)
    found = {"ARXIV:2101.00001": one if together else preprint, "DOI:10.1/kelp": one if together else published}
    return findings(
        [mention(KELP, line=1), mention(PUBLISHED, line=2), mention(CRAB, line=3)],
        [
            matched(KELP, "link", arxiv_id="2101.00001"),
            matched(PUBLISHED, "link", doi="10.1/kelp"),
            matched(CRAB, arxiv_id="2103.00003") if together else open_case(CRAB),
        ],
        semantic_scholar={**found, "ARXIV:2103.00003": crab} if together else found,
    )


def publish_week(folder: Path, number: int) -> None:
    tables = assemble(world(number), previous_tables(folder), week(number))
    at = week(number) + timedelta(minutes=5)
    publish(tables, summarize(tables, (), started_at=at, finished_at=at), Settings(processed=str(folder)))


def test_papers_that_turn_out_to_be_one_keep_what_was_counted_of_both(tmp_path: Path) -> None:
    for number in range(JOINED + 2):
        publish_week(tmp_path, number)
        assert check_version(tmp_path) == []
    listed = {row["paper_id"]: row["mention_count"] for row in load_table(tmp_path, "papers").to_pylist()}
    assert listed == {ONE_NAME: 2, CRAB_NAME: 1}
    runs = history(tmp_path, "citation_count", TWO_NAME)
    assert runs == history(tmp_path, "citation_count", ONE_NAME)
    assert [(run.entity_id, run.value, run.first_observed_at, run.last_observed_at) for run in runs] == [
        (ONE_NAME, 10, week(0), week(0)),
        (ONE_NAME, 11, week(1), week(1)),
        (ONE_NAME, 22, week(2), week(2)),
        (ONE_NAME, 23, week(3), week(3)),
        (TWO_NAME, 3, week(0), week(1)),
    ]


def test_every_earlier_name_joins_to_the_paper(tmp_path: Path) -> None:
    for number in range(JOINED + 2):
        publish_week(tmp_path, number)
    names = {row["old_paper_id"]: row["paper_id"] for row in load_table(tmp_path, "paper_aliases").to_pylist()}
    assert names == {TWO_NAME: ONE_NAME, f"title:{title_hash(CRAB)}": CRAB_NAME}
    (found,) = [each for each in diff(tmp_path, "20261109", "20261116").of("papers", "renamed") if each.label == CRAB]
    assert (found.before, found.after) == (f"title:{title_hash(CRAB)}", CRAB_NAME)
    assert diff(tmp_path, "20261109", "20261116").of("papers", "gone") == ()
