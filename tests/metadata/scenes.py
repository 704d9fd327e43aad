"""Small worlds to assemble: mentions, what was decided about them, and what services answered."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from enrich.identifiers import PaperIds
from enrich.metadata import Findings, assemble
from enrich.records import (
    Author,
    Document,
    DocumentKind,
    Extraction,
    Identity,
    Link,
    LinkRole,
    Lookup,
    Mention,
    MentionKind,
    Outcome,
    PaperRecord,
    RepositoryRecord,
    Status,
)
from enrich.schema import PaperRow, TableSet

START = datetime(2026, 11, 2, 6, tzinfo=UTC)


def week(number: int) -> datetime:
    """The moment of a weekly run."""
    return START + timedelta(weeks=number)


def mention(title: str, *, line: int = 1, document: str = "list.md", **more: object) -> Mention:
    """An item that is a paper unless it says otherwise."""
    values: dict[str, object] = {"kind": MentionKind.PAPER, **more}
    return Mention(
        mention_id=f"{document}#{title}",
        document_id=document,
        line=line,
        title=title,
        **values,  # type: ignore[arg-type]
    )


def code(repository: str, role: LinkRole = LinkRole.CODE) -> Link:
    """A link to a repository."""
    return Link(f"https://github.com/{repository}", role)


def matched(title: str, reason: str = "same_title", at: datetime = START, **ids: object) -> Identity:
    """The decision that a title means the paper with these ids."""
    return Identity(
        title=title,
        outcome=Outcome.MATCHED,
        reason=reason,
        ids=PaperIds(**ids),  # type: ignore[arg-type]
        score=1.0,
        source="catalog",
        decided_at=at,
    )


def open_case(title: str, reason: str = "ambiguous", at: datetime = START) -> Identity:
    """The decision that it can't be said what a title means."""
    return Identity(title=title, outcome=Outcome.UNRESOLVED, reason=reason, decided_at=at)


def says(source: str, at: datetime = START, names: Sequence[str] = (), **values: object) -> Lookup[PaperRecord]:
    """A healthy answer; identifiers go to `ids`, the rest to the record."""
    fields = set(PaperIds.__dataclass_fields__)
    ids = PaperIds(**{name: value for name, value in values.items() if name in fields})  # type: ignore[arg-type]
    rest = {name: value for name, value in values.items() if name not in fields}
    record = PaperRecord(source=source, ids=ids, authors=tuple(Author(name) for name in names), **rest)  # type: ignore[arg-type]
    return Lookup(Status.OK, source, record, at)


def silent(source: str) -> Lookup[PaperRecord]:
    """A service that could not be asked."""
    return Lookup(Status.UNREACHABLE, source, why="it is down")


def denies(source: str, at: datetime = START) -> Lookup[PaperRecord]:
    """A healthy service that has no such paper."""
    return Lookup(Status.NOT_FOUND, source, observed_at=at)


def repository(name: str, number: int, at: datetime = START, **values: object) -> Lookup[RepositoryRecord]:
    """GitHub's answer about a repository."""
    record = RepositoryRecord(
        repository_id=number,
        full_name=name,
        url=f"https://github.com/{name}",
        **values,  # type: ignore[arg-type]
    )
    return Lookup(Status.OK, "github", record, at)


def findings(
    mentions: Sequence[Mention], identities: Sequence[Identity] = (), text: str = "", **answers: object
) -> Findings:
    """Findings over documents made of the mentions; identities are given to mentions by title."""
    by_title = {identity.title: identity for identity in identities}
    documents: dict[str, list[Mention]] = {}
    for item in mentions:
        documents.setdefault(item.document_id, []).append(item)
    return Findings(
        documents=tuple(
            (_document(name, text), Extraction(name, None, tuple(items), ())) for name, items in documents.items()
        ),
        identities={item.mention_id: by_title[item.title_asked] for item in mentions if item.title_asked in by_title},
        **answers,  # type: ignore[arg-type]
    )


def _document(name: str, text: str) -> Document:
    content = f"{name}\n{text}".encode()
    return Document(name, f"raw/{name}", DocumentKind.MARKDOWN, text, hashlib.sha256(content).hexdigest(), len(content))


def papers(tables: TableSet) -> dict[str, PaperRow]:
    """The rows of `papers` by id."""
    return {row.paper_id: row for row in tables.of(PaperRow)}


def as_published(tables: TableSet) -> TableSet:
    """Tables as the next run meets them."""
    return TableSet(tables.rows, version="20261102T060000Z")


def next_week(found: Findings, previous: TableSet | None, number: int = 1) -> TableSet:
    """The tables of a later run."""
    return assemble(found, as_published(previous) if previous else None, week(number))
