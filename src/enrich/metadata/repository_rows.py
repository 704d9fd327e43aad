"""Rows of `repositories` and `paper_repositories`: claims and GitHub's answers in, rows out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from enrich.metadata.past import Past
from enrich.metadata.repositories import EVIDENCE, Repositories, RepositoryClaim
from enrich.records import Lookup, RepositoryRecord, Status
from enrich.schema import PaperRepositoryRow, RepositoryRow

_RECORDED = tuple(field.name for field in fields(RepositoryRecord))


def repository_row(name: str, lookup: Lookup[RepositoryRecord] | None, past: Past) -> RepositoryRow:
    """The row of one repository. One that vanished keeps its number, so that its history can still be found."""
    before = past.repository(name)
    status = lookup.status if lookup else Status.NOT_ASKED
    if lookup and status is Status.OK and lookup.value:
        values = {field: getattr(lookup.value, field) for field in _RECORDED}
        return RepositoryRow(requested_name=name, status=Status.OK, observed_at=lookup.observed_at, **values)
    if status is Status.NOT_FOUND:
        number = before.repository_id if before else None
        return _empty_row(name, Status.NOT_FOUND, lookup, number)
    if before and before.status in (Status.OK, Status.CARRIED):
        return replace(before, status=Status.CARRIED)
    return _empty_row(name, Status.UNREACHABLE if status is Status.UNREACHABLE else Status.NOT_ASKED)


def _empty_row(
    name: str, status: Status, lookup: Lookup[RepositoryRecord] | None = None, number: int | None = None
) -> RepositoryRow:
    values: dict[str, Any] = {field: () if field == "topics" else None for field in _RECORDED}
    values["repository_id"] = number
    observed_at = lookup.observed_at if lookup else None
    return RepositoryRow(requested_name=name, status=status, observed_at=observed_at, **values)


def choose_repository(
    claims: Sequence[RepositoryClaim], rows: Mapping[str, RepositoryRow]
) -> tuple[RepositoryRow | None, str | None]:
    """The one repository that `papers` shows, and its name: one that is there before one that is gone."""
    if not claims:
        return None, None
    best = min(
        claims,
        key=lambda claim: (rows[claim.requested_name].status == Status.NOT_FOUND, EVIDENCE.index(claim.evidence)),
    )
    return rows[best.requested_name], best.name


def paper_repository_rows(repositories: Repositories, rows: Mapping[str, RepositoryRow]) -> list[PaperRepositoryRow]:
    """Every claim as a row."""
    return [
        PaperRepositoryRow(
            paper_id=claim.paper_id,
            repository_id=rows[claim.requested_name].repository_id,
            requested_name=claim.requested_name,
            evidence=claim.evidence,
        )
        for claims in repositories.claims.values()
        for claim in claims
    ]
