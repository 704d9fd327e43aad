"""Which source is believed, column by column: what each source states in, one value each out.

The order is `Column.sources` in `schema.py` and nowhere else. What a source said in the previous version stands in for
it while it can't be asked; abstract and authors, which carry their own source and time, also stand when it fell silent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from enrich.identifiers import PaperIds
from enrich.metadata.findings import ARXIV_SOURCES, S2_SOURCE
from enrich.metadata.grouping import Claim, Group
from enrich.records import Author, MentionKind, PaperRecord, Status
from enrich.schema import PaperRow, columns

_RECORD_FIELDS = {field.name for field in fields(PaperRecord)} - {"source", "ids"}
# Columns of `papers` that records state, and among them those with a source and a time of their own.
STATED_COLUMNS = tuple(name for name in columns(PaperRow) if name in _RECORD_FIELDS)
DATED_COLUMNS = tuple(name for name in STATED_COLUMNS if f"{name}_source" in columns(PaperRow))

_HELD = (Status.OK, Status.CARRIED)  # states in which a row holds values of a source


@dataclass(frozen=True, slots=True)
class Witness:
    """A source, and what it says about one paper or said before."""

    source: str
    record: PaperRecord
    observed_at: datetime | None

    def state(self, column: str) -> Any:
        """The value this source gives for a column; None or () if it gives none."""
        return getattr(self.record, column)


def witnesses_of(group: Group, before: PaperRow | None, read_at: dict[str, datetime]) -> list[Witness]:
    """Everybody who has something to say about a paper, those of this run before those of the previous version."""
    fresh = [Witness(heard.source, heard.record, heard.observed_at) for heard in group.answers if heard.record]
    documents = [_read(claim, read_at[claim.mention.document_id]) for claim in group.claims]
    return fresh + documents + _remembered(group, before)


def believe(column: str, witnesses: Sequence[Witness]) -> Witness | None:
    """The first witness, in the column's order of sources, who states a value; None if nobody does.

    A list of authors that its source calls incomplete is believed only where nobody has a complete one.
    """
    order = columns(PaperRow)[column].sources
    stating = [witness for witness in witnesses if witness.source in order and _is_stated(witness.state(column))]
    if column == "authors":
        stating = [witness for witness in stating if witness.record.authors_complete] or stating
    return min(stating, key=lambda witness: order.index(witness.source), default=None)


def _is_stated(value: Any) -> bool:
    return value is not None and value != () and value != ""


def _read(claim: Claim, read_at: datetime) -> Witness:
    """What the document says. The authors and abstract of an item that only names a paper are not the paper's."""
    mention, is_paper = claim.mention, claim.mention.kind is MentionKind.PAPER
    record = PaperRecord(
        source="document",
        ids=claim.own,
        title=claim.title,
        authors=tuple(Author(name) for name in mention.authors) if is_paper else (),
        abstract=mention.abstract if is_paper else None,
        year=mention.year if is_paper else None,
        venue=mention.venue if is_paper else None,
    )
    return Witness("document", record, read_at)


def _remembered(group: Group, row: PaperRow | None) -> list[Witness]:
    """What the previous version knew, as words of the sources that it had them from."""
    if row is None:
        return []
    witnesses = [
        Witness(heard.source, _record_of(row, heard.source), observed_at)
        for heard in group.answers
        if not heard.answered and (observed_at := spoke_at(row, heard.source))
    ]
    said = {heard.source: heard.record for heard in group.answers if heard.record}
    if row.abstract_source and row.abstract and not getattr(said.get(row.abstract_source), "abstract", None):
        record = PaperRecord(source=row.abstract_source, ids=PaperIds(), abstract=row.abstract)
        witnesses.append(Witness(row.abstract_source, record, row.abstract_observed_at))
    if row.authors_source and row.authors and not getattr(said.get(row.authors_source), "authors", None):
        authors = tuple(Author(name) for name in row.authors)
        record = PaperRecord(source=row.authors_source, ids=PaperIds(), authors=authors)
        witnesses.append(Witness(row.authors_source, record, row.authors_observed_at))
    return witnesses


def spoke_at(row: PaperRow, source: str) -> datetime | None:
    """When a source gave the values of a row of `papers`; None if it gave none."""
    if source == S2_SOURCE:
        return row.s2_observed_at if row.s2_status in _HELD else None
    return row.arxiv_observed_at if row.arxiv_status in _HELD and row.arxiv_source == source else None


def _record_of(row: PaperRow, source: str) -> PaperRecord:
    """The values that a row had from one source, which is the first of those present that may state the column."""
    present = [name for name in (*ARXIV_SOURCES, S2_SOURCE) if spoke_at(row, name)]
    stated = {}
    for name in STATED_COLUMNS:
        speakers = [speaker for speaker in columns(PaperRow)[name].sources if speaker in present]
        if name not in DATED_COLUMNS and speakers[:1] == [source]:
            stated[name] = getattr(row, name)
    return PaperRecord(source=source, ids=PaperIds(), **stated)
