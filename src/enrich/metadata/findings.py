"""Everything a run has found, in one bundle: what `assemble` turns into rows without asking anybody again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from enrich.records import Document, Extraction, Identity, Lookup, Mention, PaperRecord, RepositoryRecord, Status
from enrich.schema import PREPRINT

ARXIV_SOURCES = PREPRINT  # who speaks for arXiv
S2_SOURCE = "semantic_scholar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was read, decided and answered. A key that is missing from a mapping means: not asked.

    `identities` holds a mention by `mention_id` if it means a paper. `catalog`, `arxiv`, `datacite` and `hugging_face`
    are keyed by arXiv id, `semantic_scholar` by `PaperIds.s2_key`, `github` by "owner/name" in lower case.
    """

    documents: tuple[tuple[Document, Extraction], ...]
    identities: Mapping[str, Identity]
    catalog: Mapping[str, Lookup[PaperRecord]] = field(default_factory=dict)
    arxiv: Mapping[str, Lookup[PaperRecord]] = field(default_factory=dict)
    datacite: Mapping[str, Lookup[PaperRecord]] = field(default_factory=dict)
    semantic_scholar: Mapping[str, Lookup[PaperRecord]] = field(default_factory=dict)
    hugging_face: Mapping[str, Lookup[PaperRecord]] = field(default_factory=dict)
    github: Mapping[str, Lookup[RepositoryRecord]] = field(default_factory=dict)

    def mentions(self) -> Iterator[Mention]:
        """All items, in the order of documents and lines."""
        for _, extraction in self.documents:
            yield from extraction.mentions

    def by_arxiv_id(self, source: str) -> Mapping[str, Lookup[PaperRecord]]:
        """The answers of a source that is asked by arXiv id."""
        return {
            "arxiv": self.arxiv,
            "datacite": self.datacite,
            "catalog": self.catalog,
            "hugging_face": self.hugging_face,
        }[source]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a source said about one paper, reduced to what rows need. No `record` unless `status` is ok."""

    source: str
    status: Status
    record: PaperRecord | None = None
    observed_at: datetime | None = None

    @property
    def answered(self) -> bool:
        """Whether the source itself spoke, be it yes or no."""
        return self.status in (Status.OK, Status.NOT_FOUND)


def heard(source: str, lookup: Lookup[PaperRecord] | None) -> Heard:
    """A lookup as a `Heard`; a missing one was not asked."""
    if lookup is None:
        return Heard(source, Status.NOT_ASKED)
    return Heard(source, lookup.status, lookup.value if lookup.status is Status.OK else None, lookup.observed_at)
