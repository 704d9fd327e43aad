"""What the last version decided, so that no title is asked twice: rows in, identities by title out."""

from __future__ import annotations

from collections import Counter

from enrich.identifiers import PaperIds
from enrich.metadata.past import ids_by_paper
from enrich.records import Identity, Outcome
from enrich.schema import IdentityRow, TableSet


def remembered_identities(previous: TableSet | None) -> dict[str, Identity]:
    """The identities of the last version, by title; none without one. A title that meant two papers is left out."""
    if previous is None:
        return {}
    ids = ids_by_paper(previous)
    papers_meant = Counter(title for (title,) in previous.values(IdentityRow, "title"))
    rows = previous.of(IdentityRow)
    return {row.title: _identity(row, ids[row.paper_id]) for row in rows if papers_meant[row.title] == 1}


def _identity(row: IdentityRow, ids: PaperIds) -> Identity:
    return Identity(
        title=row.title,
        outcome=Outcome(row.outcome),
        reason=row.reason,
        ids=ids if row.outcome == Outcome.MATCHED else PaperIds(),
        matched_title=row.matched_title,
        score=row.score,
        runner_up=row.runner_up,
        runner_up_score=row.runner_up_score,
        source=row.source,
        evidence=row.evidence_used,
        answered_at=row.answered_at,
        rules_version=row.rules_version or 0,
        decided_at=row.decided_at,
    )
