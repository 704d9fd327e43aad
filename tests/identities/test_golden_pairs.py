"""The golden pairs: a row of tests/data/golden_pairs.csv is a test. Add a row, and it is one more.

Columns: title, authors and year as a document gives them; candidate, candidate_authors and candidate_year as a source
offers them (several candidates joined by " || ", authors by "; "); the outcome and the reason that must come of it.
"""

from __future__ import annotations

import collections
import csv
import re
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path

import pytest

from enrich.identifiers import PaperIds
from enrich.identities import Reason, decide
from enrich.records import Candidate, Mention, MentionKind, Outcome

PAIRS = Path(__file__).parents[1] / "data" / "golden_pairs.csv"
NOW = datetime(2026, 1, 2, tzinfo=UTC)
with PAIRS.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split("; ") if name)


def mention_of(row: dict[str, str]) -> Mention:
    return Mention(
        mention_id="m",
        document_id="d",
        line=1,
        kind=MentionKind.PAPER,
        title=row["title"],
        year=int(row["year"]) if row["year"] else None,
        authors=names(row["authors"]),
    )


def candidates_of(row: dict[str, str]) -> list[Candidate]:
    titles, authors = row["candidate"].split(" || "), row["candidate_authors"].split(" || ")
    year = int(row["candidate_year"]) if row["candidate_year"] else None
    return [
        Candidate("catalog", PaperIds(arxiv_id=f"2101.{number:05}"), title, names(people), year)
        for number, (title, people) in enumerate(zip_longest(titles, authors, fillvalue=""))
        if title
    ]


@pytest.mark.parametrize("row", ROWS, ids=[f"{number}-{row['title'][:40]}" for number, row in enumerate(ROWS, 2)])
def test_a_golden_pair_is_decided_as_it_must_be(row: dict[str, str]) -> None:
    identity = decide(mention_of(row), candidates_of(row), now=NOW)
    assert (identity.outcome, identity.reason) == (row["outcome"], row["reason"])
    if identity.outcome is Outcome.MATCHED:
        assert identity.ids and identity.source == "catalog" and identity.score is not None
    else:
        assert not identity.ids


def test_golden_pairs_cover_every_reason_that_titles_can_give() -> None:
    by_word = {Reason.LINK, Reason.JUDGEMENT, Reason.LINK_ELSEWHERE, Reason.NOT_ASKED, Reason.UNREACHABLE}
    beyond_titles = {Reason.ABSTRACT_AGREES, Reason.ABSTRACT_DIFFERS, Reason.REPOSITORY_AGREES}
    assert {row["reason"] for row in ROWS} == set(Reason) - by_word - beyond_titles


def test_golden_pairs_are_many_and_hold_enough_traps() -> None:
    count = collections.Counter(row["reason"] for row in ROWS)
    assert len({tuple(row.values()) for row in ROWS}) == len(ROWS) >= 400
    assert count["numbers_differ"] >= 100
    assert count["meaning_differs"] >= 30


@pytest.mark.parametrize(
    ("shape", "least"),
    [
        (r"\\|\$", 10),  # LaTeX
        ("[\u00c0-\uffff]", 10),  # accents, dashes and quotes beyond ASCII
        (r"(\.\.\.|…)$", 8),  # cut off
        (r"(19|20)\d\d\W*$", 10),  # a venue or a year behind
        (r"\bet al\b|^\W*\w+, \w\.|\b[A-Z]\. [A-Z]\w+", 8),  # people
        (r"\b[IVX]+\b|\d", 100),  # numbers, parts and versions
        (r"^[^A-Z]+$", 5),  # no capitals
    ],
)
def test_golden_pairs_hold_what_lists_do_to_titles(shape: str, least: int) -> None:
    assert sum(bool(re.search(shape, row["title"])) for row in ROWS) >= least
