"""The words and tables about a refresh that people read in the UI."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from enrich.records import ServiceUsage, Status
from enrich.tables import Change, Diff, DocumentCount, Summary
from flows.wording import MOVERS, coverage, movers, outcomes, services, text, troubles

NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
USAGE = ServiceUsage(
    source="arxiv", requests=7, from_ledger=3, retries=1, waited_seconds=20.96, status=Status.OK, why=None
)
SUMMARY = Summary(
    documents=1,
    mentions=1_200,
    paper_mentions=1_100,
    papers=1_000,
    outcomes={"matched": 990, "not_found": 8, "unresolved": 2},
    reasons={"same_title": 990, "ambiguous": 2},
    statuses={},
    per_document=(DocumentCount("list.md", 1_200, 1_100, 1_090, 8, 2),),
    services=(USAGE,),
    started_at=NOON,
    finished_at=NOON,
    version="20261116T120000Z",
)


def _change(number: int, before: object, after: object, column: str = "citation_count") -> Change:
    return Change("changed", "papers", f"arxiv:{number}", f"Paper {number}", column, before, after)  # type: ignore[arg-type]


def test_text_counts_and_says_how_to_load():
    words = text(SUMMARY, None, "data/processed")
    assert "1,000 papers, 990 matched, 8 not found, 2 unresolved" in words
    assert "7 requests, 21 s waited" in words
    assert 'enrich.load("papers", version="20261116T120000Z", processed="data/processed")' in words
    assert "Simulated" not in words
    assert "missing" not in words


def test_text_says_what_is_missing_and_what_is_simulated():
    unasked = replace(USAGE, status=Status.UNREACHABLE, why="It answered 403.")
    summary = replace(SUMMARY, services=(unasked,), failed_documents=("b.txt is empty.",), simulated=True)
    words = text(summary, None, "data/processed")
    assert "- b.txt is empty." in words
    assert "- arxiv was not asked to the end: It answered 403." in words
    assert "**Simulated**" in words
    assert troubles(SUMMARY) == []


def test_text_counts_the_changes_of_papers():
    changes = Diff("20261109T120000Z", "20261116T120000Z", (_change(1, 5, 6), Change("added", "papers", "a", "A")))
    words = text(SUMMARY, changes, "data/processed")
    assert "Since version 20261109T120000Z: 1 added, 0 gone, 0 renamed papers, 1 values changed." in words


def test_movers_are_counts_that_both_versions_state_the_furthest_first():
    changes = (
        _change(1, 10, 12),
        _change(2, 100, 50),
        _change(3, None, 900),  # it was unknown: that is no move
        _change(4, "a", "b", "title"),
    )
    rows = movers(Diff("a", "b", changes))
    assert [(row["paper"], row["before"], row["now"], row["moved"]) for row in rows] == [
        ("Paper 2", 100, 50, -50),
        ("Paper 1", 10, 12, 2),
    ]
    assert movers(None) == []
    assert len(movers(Diff("a", "b", tuple(_change(number, 0, 1) for number in range(MOVERS + 5))))) == MOVERS


def test_tables_have_a_row_a_document_a_reason_and_a_service():
    (document,) = coverage(SUMMARY)
    assert (document["document"], document["papers"], document["not found"]) == ("list.md", 1_100, 8)
    assert [(row["reason"], row["papers"]) for row in outcomes(SUMMARY)] == [("same_title", 990), ("ambiguous", 2)]
    assert all(row["meaning"] for row in outcomes(SUMMARY))
    (service,) = services(SUMMARY)
    assert (service["service"], service["requests"], service["waited (s)"], service["why"]) == ("arxiv", 7, 21.0, "")
