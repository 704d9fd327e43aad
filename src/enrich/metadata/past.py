"""The previous version, indexed by what the new one looks up in it. Rows in, rows out; nothing is decided here."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from enrich.identifiers import PaperIds
from enrich.schema import (
    AuthorshipRow,
    DocumentRow,
    IdentityRow,
    ObservationRow,
    PaperAliasRow,
    PaperRepositoryRow,
    PaperRow,
    RepositoryRow,
    TableSet,
)

_NOTHING = TableSet({})


def names_of(ids: PaperIds) -> tuple[str, ...]:
    """Every name a paper goes by, the best first: two papers that share one are the same."""
    pairs = (
        ("arxiv", ids.arxiv_id),
        ("doi", ids.doi),
        ("s2", ids.s2_corpus_id),
        ("s2paper", ids.s2_paper_id),
        ("acl", ids.acl_id),
        ("openreview", ids.openreview_id),
    )
    return tuple(f"{kind}:{value}" for kind, value in pairs if value)


def ids_of(row: PaperRow) -> PaperIds:
    """The identifiers that a row of `papers` holds."""
    return PaperIds(row.arxiv_id, row.doi, row.s2_paper_id, row.s2_corpus_id, row.acl_id)


class Past:
    """Look-ups in the previous version; an empty one if there is none."""

    def __init__(self, previous: TableSet | None) -> None:
        tables = previous or _NOTHING
        self.version = tables.version
        self.papers = {row.paper_id: row for row in tables.of(PaperRow)}
        self.aliases = {row.old_paper_id: row.paper_id for row in tables.of(PaperAliasRow)}
        self.repositories = {row.requested_name: row for row in tables.of(RepositoryRow)}
        self.claims = self._claims_by_paper(tables)
        self.identities = {(row.title, row.paper_id): row for row in tables.of(IdentityRow)}
        self.observations = tables.of(ObservationRow)
        self._old_names = self._old_names_by_paper()
        self._names = self._papers_by_name()
        self._read_at = self._first_readings(tables)
        self._authorships = self._group_authorships(tables)

    def find_paper(self, ids: PaperIds) -> PaperRow | None:
        """The row of this paper; never one that has another arXiv id."""
        for name in names_of(ids):
            row = self.papers.get(self._names.get(name, ""))
            if row and not (ids.arxiv_id and row.arxiv_id and ids.arxiv_id != row.arxiv_id):
                return row
        return None

    def names_before(self, paper_id: str) -> list[str]:
        """The earlier names of a paper of the previous version."""
        return self._old_names.get(paper_id, [])

    def knew(self, paper_id: str) -> bool:
        """Whether the previous version has this name, as a paper or as an earlier name of one."""
        return paper_id in self.papers or paper_id in self.aliases

    def read_at(self, sha256: str) -> datetime | None:
        """When content with this hash was first read."""
        return self._read_at.get(sha256)

    def s2_author_ids(self, paper_id: str) -> dict[tuple[int, str], str]:
        """Semantic Scholar's numbers for the authors of a paper, by place and name."""
        return self._authorships.get(paper_id, {})

    def _old_names_by_paper(self) -> dict[str, list[str]]:
        grouped: defaultdict[str, list[str]] = defaultdict(list)
        for old, paper_id in self.aliases.items():
            grouped[paper_id].append(old)
        return grouped

    def _papers_by_name(self) -> dict[str, str]:
        named = dict(self.aliases)
        for row in self.papers.values():
            named.update((name, row.paper_id) for name in names_of(ids_of(row)))
        return named | {paper_id: paper_id for paper_id in self.papers}

    @staticmethod
    def _claims_by_paper(tables: TableSet) -> dict[str, list[PaperRepositoryRow]]:
        grouped: defaultdict[str, list[PaperRepositoryRow]] = defaultdict(list)
        for row in tables.of(PaperRepositoryRow):
            grouped[row.paper_id].append(row)
        return grouped

    @staticmethod
    def _first_readings(tables: TableSet) -> dict[str, datetime]:
        first: dict[str, datetime] = {}
        for row in tables.of(DocumentRow):
            first[row.sha256] = min(row.read_at, first.get(row.sha256, row.read_at))
        return first

    @staticmethod
    def _group_authorships(tables: TableSet) -> dict[str, dict[tuple[int, str], str]]:
        grouped: defaultdict[str, dict[tuple[int, str], str]] = defaultdict(dict)
        for row in tables.of(AuthorshipRow):
            if row.s2_author_id:
                grouped[row.paper_id][row.position, row.name] = row.s2_author_id
        return grouped
