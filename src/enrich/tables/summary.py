"""What a run did, in numbers: rows, usage and times in, a `Summary` out, which is also `summary.json` of a version."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from enrich.json_text import to_json
from enrich.records import Outcome, ServiceUsage, Status
from enrich.schema import DocumentRow, MentionRow, PaperRow, TableSet


@dataclass(frozen=True, slots=True)
class DocumentCount:
    """How one document fared: its items, those that mean a paper, and how these ended."""

    document_id: str
    mentions: int
    paper_mentions: int
    matched: int
    not_found: int
    unresolved: int
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The numbers of one run. Outcomes and reasons count distinct papers; times are UTC.

    `simulated` marks a version whose services were stand-ins. `version` is given when it is published.
    """

    documents: int
    mentions: int
    paper_mentions: int
    papers: int
    outcomes: Mapping[str, int]
    reasons: Mapping[str, int]
    statuses: Mapping[str, Mapping[str, int]]  # arxiv, s2, github -> status -> papers
    per_document: tuple[DocumentCount, ...]
    services: tuple[ServiceUsage, ...]
    failed_documents: tuple[str, ...] = ()  # one sentence for each document that could not be read
    started_at: datetime
    finished_at: datetime
    simulated: bool = False
    version: str | None = None

    def to_json(self) -> str:
        """The summary as JSON text, times in ISO 8601."""
        return to_json(dataclasses.asdict(self), indent=2) + "\n"


def summarize(
    tables: TableSet,
    services: Sequence[ServiceUsage],
    *,
    started_at: datetime,
    finished_at: datetime,
    simulated: bool = False,
    failed_documents: Sequence[str] = (),
) -> Summary:
    """Count what the tables of a run hold."""
    papers, mentions = tables.of(PaperRow), tables.of(MentionRow)
    return Summary(
        documents=len(tables.of(DocumentRow)),
        mentions=len(mentions),
        paper_mentions=sum(row.paper_id is not None for row in mentions),
        papers=len(papers),
        outcomes={outcome: sum(row.outcome == outcome for row in papers) for outcome in Outcome},
        reasons=_counted(row.reason for row in papers),
        statuses={
            name: _counted(getattr(row, f"{name}_status") for row in papers) for name in ("arxiv", "s2", "github")
        },
        per_document=tuple(_document_counts(tables)),
        services=tuple(services),
        failed_documents=tuple(failed_documents),
        started_at=started_at,
        finished_at=finished_at,
        simulated=simulated,
    )


def _counted(values: Any) -> dict[str, int]:
    """How often each value occurs, the most frequent first."""
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


def _document_counts(tables: TableSet) -> list[DocumentCount]:
    ends = Counter((row.document_id, row.outcome) for row in tables.of(MentionRow))
    counts = []
    for row in tables.of(DocumentRow):
        matched, not_found, unresolved = (ends[row.document_id, outcome] for outcome in Outcome)
        total = matched + not_found + unresolved
        key = row.document_id
        counts.append(DocumentCount(key, row.mention_count, total, matched, not_found, unresolved, row.doubt))
    return counts


def parse_summary(content: bytes) -> Summary:
    """A `summary.json` as a Summary; fields that a newer program added are passed over."""
    raw: dict[str, Any] = json.loads(content)
    known = {field.name for field in dataclasses.fields(Summary)}
    values = {name: value for name, value in raw.items() if name in known}
    values["per_document"] = tuple(DocumentCount(**count) for count in values.get("per_document", ()))
    values["services"] = tuple(
        ServiceUsage(**{**usage, "status": Status(usage["status"])}) for usage in values.get("services", ())
    )
    for name in ("started_at", "finished_at"):
        values[name] = datetime.fromisoformat(values[name])
    return Summary(**values | {"failed_documents": tuple(values.get("failed_documents", ()))})
