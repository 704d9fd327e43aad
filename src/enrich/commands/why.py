"""`enrich why`: what an identity rests on, from the published version alone."""

from __future__ import annotations

import dataclasses

from enrich.commands.versions import find_paper
from enrich.identities import EXPLANATIONS, Reason, in_words
from enrich.schema import IdentityRow, MentionRow, PaperAliasRow, PaperRow
from enrich.tables import open_version
from enrich.terminal import write_records

_COLUMNS = (
    "title",
    "outcome",
    "reason",
    "meaning",
    "score",
    "matched_title",
    "runner_up",
    "runner_up_score",
    "considered",
    "evidence_used",
    "source",
    "answered_at",
    "decided_at",
    "listed_in",
)


def print_evidence(wanted: str, version: str, folder: str, form: str) -> None:
    """Writes one record a title that means the paper: the outcome, its reason, and what spoke for and against it."""
    opened = open_version(folder, version)
    tables = opened.rows((PaperRow, PaperAliasRow, IdentityRow, MentionRow))
    aliases = {row.old_paper_id: row.paper_id for row in tables.of(PaperAliasRow)}
    paper = find_paper(wanted, tables.of(PaperRow), aliases, opened.name)
    listed = [row for row in tables.of(MentionRow) if row.paper_id == paper.paper_id]
    for row in tables.of(IdentityRow):
        if row.paper_id == paper.paper_id:
            places = [
                f"{each.document_id}:{each.line}" for each in listed if row.title in (each.title, each.paper_title)
            ]
            record = dataclasses.asdict(row) | {"meaning": EXPLANATIONS[Reason(row.reason)], "listed_in": places}
            if form == "table":
                record["considered"] = [in_words(paper) for paper in row.considered]
                write_records(({"field": name, "value": record[name]} for name in _COLUMNS), ("field", "value"), form)
            else:
                write_records([{name: record[name] for name in _COLUMNS}], _COLUMNS, form)
