"""Rows of every table, made up but consistent, and what a publication needs beside them."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from pathlib import Path

from enrich.records import RULES_VERSION, ServiceUsage, Status
from enrich.schema import (
    TABLES,
    AuthorshipRow,
    DocumentRow,
    IdentityRow,
    LinkValue,
    MentionRow,
    ObservationRow,
    PaperAliasRow,
    PaperRepositoryRow,
    PaperRow,
    RepositoryRow,
    Row,
    TableSet,
    row_key,
)
from enrich.settings import Settings
from enrich.tables import Summary, previous_tables, publish, summarize

START = datetime(2026, 11, 2, 6, tzinfo=UTC)
USAGE = (
    ServiceUsage("arxiv", 3, 1, 0, 6.5, Status.OK),
    ServiceUsage("github", 0, 0, 2, 1.0, Status.UNREACHABLE, "down"),
)


def document(name: str = "list.md", **more: object) -> DocumentRow:
    values: dict[str, object] = {
        "document_id": name,
        "path": f"raw/{name}",
        "sha256": "ab" * 32,
        "kind": "markdown",
        "title": "Kelp & co",
        "mention_count": 1,
        "doubt": None,
        "read_at": START,
    }
    return DocumentRow(**values | more)  # type: ignore[arg-type]


def mention(number: int, paper_id: str | None = None, **more: object) -> MentionRow:
    values: dict[str, object] = {field.name: None for field in dataclasses.fields(MentionRow)}
    values |= {
        "mention_id": f"m{number:03}",
        "document_id": "list.md",
        "line": number,
        "kind": "paper",
        "title": f"Kelp, part {number}",
        "section": "Sea > Kelp",
        "keywords": ("algae",),
        "authors": (),
        "links": (LinkValue(url="https://arxiv.org/abs/2101.00001", role="paper", text=None),),
        "paper_id": paper_id,
        "outcome": "matched" if paper_id else None,
        "reason": "link" if paper_id else None,
    }
    return MentionRow(**values | more)  # type: ignore[arg-type]


def paper(number: int, **more: object) -> PaperRow:
    values: dict[str, object] = {field.name: None for field in dataclasses.fields(PaperRow)}
    values |= {
        "paper_id": f"arxiv:2101.{number:05}",
        "title": f"Kelp, part {number}",
        "arxiv_id": f"2101.{number:05}",
        "authors": ("Ann Ålga", "Bob Weed"),
        "categories": ("q-bio.PE",),
        "fields_of_study": (),
        "citation_count": 10 + number,
        "stars": 5,
        "abstract": "Kelp grows. π₀ too.",
        "abstract_source": "arxiv",
        "year": 2021,
        "mention_count": 1,
        "outcome": "matched",
        "reason": "link",
        "arxiv_status": "ok",
        "s2_status": "ok",
        "s2_observed_at": START,
        "github_status": "not_asked",
    }
    return PaperRow(**values | more)  # type: ignore[arg-type]


def repository(name: str, number: int | None = 1, **more: object) -> RepositoryRow:
    values: dict[str, object] = {field.name: None for field in dataclasses.fields(RepositoryRow)}
    values |= {
        "repository_id": number,
        "requested_name": name,
        "full_name": name,
        "url": f"https://github.com/{name}",
        "stars": 5,
        "topics": ("sea",),
        "archived": False,
        "status": "ok",
        "observed_at": START,
    }
    return RepositoryRow(**values | more)  # type: ignore[arg-type]


def identity(row: PaperRow) -> IdentityRow:
    return IdentityRow(
        title=row.title,
        paper_id=row.paper_id,
        outcome=row.outcome,
        reason=row.reason,
        matched_title=row.title,
        score=1.0,
        runner_up=None,
        runner_up_score=None,
        evidence_used=("link",),
        source="link",
        answered_at=None,
        considered=(),
        rules_version=RULES_VERSION,
        decided_at=START,
    )


def table_set(*rows: Row, based_on: str | None = None) -> TableSet:
    """These rows, each in its table, sorted."""
    grouped = {
        table: tuple(sorted((row for row in rows if type(row) is table), key=row_key(table))) for table in TABLES
    }
    return TableSet(grouped, based_on=based_on)


def sample(count: int = 3, based_on: str | None = None) -> TableSet:
    """A document with some papers, and a row at least in every table."""
    papers = [paper(number) for number in range(1, count + 1)]
    mentions = [mention(number, row.paper_id) for number, row in enumerate(papers, start=1)]
    rows: list[Row] = [document(mention_count=count + 1), *papers, *mentions, mention(900, kind="software")]
    for row in papers:
        rows.append(identity(row))
        rows += [
            AuthorshipRow(paper_id=row.paper_id, position=place, name=name, s2_author_id=None)
            for place, name in enumerate(row.authors, start=1)
        ]
        count_now = row.citation_count or 0
        rows.append(
            ObservationRow(
                entity_id=row.paper_id,
                metric="citation_count",
                value=count_now,
                first_observed_at=START,
                last_observed_at=START,
            )
        )
    first = papers[0].paper_id
    rows += [
        repository("sea/kelp", 42),
        PaperRepositoryRow(paper_id=first, repository_id=42, requested_name="sea/kelp", evidence="catalog"),
        PaperAliasRow(old_paper_id="title:0123", paper_id=first),
    ]
    return table_set(*rows, based_on=based_on)


def changed(tables: TableSet, table: type[Row], rows: tuple[Row, ...]) -> TableSet:
    """The same tables, with other rows in one."""
    return dataclasses.replace(tables, rows={**tables.rows, table: rows})


def summary_of(tables: TableSet, at: datetime = START, **more: object) -> Summary:
    return summarize(tables, USAGE, started_at=at - timedelta(minutes=1), finished_at=at, **more)  # type: ignore[arg-type]


def publish_to(
    processed: Path, tables: TableSet, at: datetime = START, accept: frozenset[str] = frozenset(), **more: object
) -> str:
    """Publish and return the version's name; the tables are based on whatever is the last version."""
    last = previous_tables(processed)
    tables = dataclasses.replace(tables, based_on=last.version if last else None)
    summary = publish(tables, summary_of(tables, at, **more), Settings(processed=str(processed)), accept)
    assert summary.version
    return summary.version
