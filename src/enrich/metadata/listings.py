"""Rows of `documents`, `mentions` and `identities`: what was read and what was decided about it in, rows out.

`read_at` and `decided_at` are first times: content that was read before, and a decision that was taken before, keep
theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from enrich.metadata.findings import Findings
from enrich.metadata.grouping import Claim, Group
from enrich.metadata.papers import NOBODY_ASKED, best_identity
from enrich.metadata.past import Past
from enrich.records import Document, Extraction, Mention, Outcome
from enrich.schema import DocumentRow, IdentityRow, LinkValue, MentionRow


def first_readings(findings: Findings, past: Past, now: datetime) -> dict[str, datetime]:
    """When the content of each document was first read."""
    return {document.document_id: past.read_at(document.sha256) or now for document, _ in findings.documents}


def document_row(document: Document, extraction: Extraction, read_at: datetime) -> DocumentRow:
    """The row of one document."""
    return DocumentRow(
        document_id=document.document_id,
        path=document.path,
        sha256=document.sha256,
        kind=document.kind,
        title=extraction.title,
        mention_count=len(extraction.mentions),
        doubt=extraction.doubt,
        read_at=read_at,
    )


def mention_rows(findings: Findings, groups: Iterable[Group]) -> Iterator[MentionRow]:
    """A row for every item, with the paper it means."""
    meant = {claim.mention.mention_id: (group, claim) for group in groups for claim in group.claims}
    for mention in findings.mentions():
        group, claim = meant.get(mention.mention_id, (None, None))
        yield _mention_row(mention, group, claim)


def _mention_row(mention: Mention, group: Group | None, claim: Claim | None) -> MentionRow:
    identity = claim.identity if claim else None
    unasked = claim is not None and identity is None
    return MentionRow(
        mention_id=mention.mention_id,
        document_id=mention.document_id,
        line=mention.line,
        kind=mention.kind,
        title=mention.title,
        year=mention.year,
        venue=mention.venue,
        heading_year=mention.heading_year,
        heading_venue=mention.heading_venue,
        section=mention.section,
        keywords=mention.keywords,
        note=mention.note,
        abstract=mention.abstract,
        authors=mention.authors,
        links=tuple(LinkValue(url=link.url, role=link.role, text=link.text) for link in mention.links),
        paper_title=mention.paper_title,
        paper_id=group.paper_id if group else None,
        outcome=identity.outcome if identity else Outcome.UNRESOLVED if unasked else None,
        reason=identity.reason if identity else NOBODY_ASKED if unasked else None,
        score=identity.score if identity else None,
        title_agrees=identity.title_agrees if identity else None,
    )


def identity_rows(groups: Iterable[Group], aliases: Mapping[str, str], past: Past, now: datetime) -> list[IdentityRow]:
    """A row per title and paper: the best decision about it, dated by when it was first taken."""
    before = past.decisions(aliases)
    rows = []
    for group in groups:
        for title, claims in _by_title(group.claims).items():
            row = _identity_row(title, group.paper_id, claims, now)
            known = before.get((title, group.paper_id))
            same = known and (known.outcome, known.reason) == (row.outcome, row.reason)
            rows.append(replace(row, decided_at=known.decided_at) if known and same else row)
    return rows


def _by_title(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    titles: dict[str, list[Claim]] = {}
    for claim in claims:
        titles.setdefault(claim.title, []).append(claim)
    return titles


def _identity_row(title: str, paper_id: str, claims: Sequence[Claim], now: datetime) -> IdentityRow:
    best = best_identity(claims)
    return IdentityRow(
        title=title,
        paper_id=paper_id,
        outcome=best.outcome if best else Outcome.UNRESOLVED,
        reason=best.reason if best else NOBODY_ASKED,
        matched_title=best.matched_title if best else None,
        score=best.score if best else None,
        runner_up=best.runner_up if best else None,
        runner_up_score=best.runner_up_score if best else None,
        evidence_used=best.evidence if best else (),
        source=best.source if best else None,
        answered_at=best.answered_at if best else None,
        considered=best.considered if best else (),
        rules_version=best.rules_version if best else None,
        decided_at=best.decided_at if best else now,
    )
