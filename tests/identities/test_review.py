"""Reviews: what is open is written down for a person, and what the person decides is read back."""

from __future__ import annotations

import csv
import dataclasses
import io
from datetime import UTC, datetime

from enrich.cells import FORMULA
from enrich.identities import open_cases, write_review
from enrich.records import Considered
from enrich.schema import IdentityRow, LinkValue, MentionRow

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def identity(title: str, outcome: str = "unresolved", reason: str = "ambiguous", **more: object) -> IdentityRow:
    values = dict.fromkeys(field.name for field in dataclasses.fields(IdentityRow)) | {
        "title": title,
        "paper_id": "title:x",
        "outcome": outcome,
        "reason": reason,
        "evidence_used": (),
        "considered": (),
        "rules_version": 1,
        "decided_at": NOW,
    }
    return IdentityRow(**values | more)  # type: ignore[arg-type]


def mention(title: str, line: int, **more: object) -> MentionRow:
    values = dict.fromkeys(field.name for field in dataclasses.fields(MentionRow)) | {
        "document_id": "list.md",
        "line": line,
        "title": title,
        "authors": (),
        "links": (),
    }
    return MentionRow(**values | more)  # type: ignore[arg-type]


def records(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_open_cases_are_the_undecided_ones_likely_papers_first() -> None:
    rows = [
        identity("Far", "not_found", "too_different"),
        identity("Judged", "not_found", "judgement"),
        identity("Matched", "matched", "same_title"),
        identity("Near", score=0.7),
        identity("Nearer", score=0.9),
    ]
    assert [row.title for row in open_cases(rows)] == ["Nearer", "Near", "Far"]


def test_a_case_names_candidates_with_their_ids_and_where_to_look() -> None:
    near = Considered(
        paper_id="arxiv:2101.00001",
        title="Moss: a Study",
        score=0.71,
        reason="uncertain",
        source="arxiv",
        year=2021,
        first_author="Ada Moon",
    )
    listed = mention(
        "Moss & Ferns", 7, year=2020, links=(LinkValue(url="https://a.example/x", role="other", text=None),)
    )
    (row,) = records(write_review([identity("Moss & Ferns", considered=(near,))], [listed]))
    assert row["candidate_1"] == "arxiv:2101.00001 | Moss: a Study | Ada Moon, 2021 | 0.71 uncertain, from arxiv"
    assert (row["paper"], row["candidate_2"], row["year"], row["listed_in"]) == ("", "", "2020", "list.md:7")
    assert (row["links"], row["meaning"]) == ("https://a.example/x", "several papers can be meant")
    assert row["search_arxiv"].endswith("query=Moss+%26+Ferns")


def test_no_cell_of_a_review_starts_a_formula() -> None:
    text = write_review([identity('=HYPERLINK("https://a.example")')], [mention("+1", 1)])
    assert not any(cell.startswith(FORMULA) for row in csv.reader(io.StringIO(text)) for cell in row)
