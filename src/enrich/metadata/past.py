"""The previous version, indexed by what the new one looks up in it. Rows in, rows out; nothing is decided here.

Rows stay where they are: an index holds places, and a row is made when it is asked for. Whoever asks in the order of
keys gets rows at the speed of reading them through.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

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
# The columns of `papers` that are identifiers, in the order of the fields of PaperIds.
_ID_COLUMNS = ("arxiv_id", "doi", "s2_paper_id", "s2_corpus_id", "acl_id")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a title, and when first."""

    outcome: str
    reason: str
    decided_at: datetime


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


def is_other_preprint(name: str, ids: PaperIds) -> bool:
    """Whether a name is the arXiv id of another paper; every paper that has an arXiv id is named by it."""
    return name.startswith("arxiv:") and name != f"arxiv:{ids.arxiv_id}"


def ids_by_paper(tables: TableSet) -> dict[str, PaperIds]:
    """The identifiers of every paper of a version."""
    return {paper_id: PaperIds(*ids) for paper_id, *ids in tables.values(PaperRow, "paper_id", *_ID_COLUMNS)}


class Past:
    """Look-ups in the previous version; an empty one if there is none."""

    def __init__(self, previous: TableSet | None) -> None:
        self._tables = previous or _NOTHING
        self.version = self._tables.version
        self.observations: Sequence[ObservationRow] = self._tables.of(ObservationRow)
        self.aliases: Mapping[str, str] = dict(self._tables.values(PaperAliasRow, "old_paper_id", "paper_id"))
        self._paper_places = _places(self._tables, PaperRow, "paper_id")
        self._repository_places = _places(self._tables, RepositoryRow, "requested_name")
        self._old_names = self._old_names_by_paper()
        self._names = self._papers_by_name()
        self._read_at = self._first_readings()

    def find_paper(self, ids: PaperIds) -> str | None:
        """The id that this paper had; never that of one with another arXiv id."""
        for name in names_of(ids):
            paper_id = name if name in self._paper_places else self._names.get(name)
            if paper_id and not (ids.arxiv_id and is_other_preprint(paper_id, ids)):
                return paper_id
        return None

    def paper(self, paper_id: str | None) -> PaperRow | None:
        """The row of a paper by the id that it had."""
        place = self._paper_places.get(paper_id or "")
        return None if place is None else self._tables.of(PaperRow)[place]

    def ids(self, paper_id: str) -> PaperIds:
        """The identifiers that a paper had."""
        return self._ids[paper_id]

    def repository(self, requested_name: str) -> RepositoryRow | None:
        """The row of a repository."""
        place = self._repository_places.get(requested_name)
        return None if place is None else self._tables.of(RepositoryRow)[place]

    def names_before(self, paper_id: str) -> list[str]:
        """The earlier names of a paper of the previous version."""
        return self._old_names.get(paper_id, [])

    def knew(self, paper_id: str) -> bool:
        """Whether the previous version has this name, as a paper or as an earlier name of one."""
        return paper_id in self._paper_places or paper_id in self.aliases

    def read_at(self, sha256: str) -> datetime | None:
        """When content with this hash was first read."""
        return self._read_at.get(sha256)

    def decisions(self, aliases: Mapping[str, str]) -> dict[tuple[str, str], Decision]:
        """What was decided about each title and paper, with papers by the names of today."""
        rows = self._tables.values(IdentityRow, "title", "paper_id", "outcome", "reason", "decided_at")
        return {(title, aliases.get(paper_id, paper_id)): Decision(*rest) for title, paper_id, *rest in rows}

    def s2_author_ids(self, paper_id: str) -> dict[tuple[int, str], str]:
        """Semantic Scholar's numbers for the authors of a paper, by place and name."""
        rows = self._tables.of(AuthorshipRow)
        authors = itertools.takewhile(
            lambda row: row.paper_id == paper_id,
            (rows[place] for place in range(self._first_authors.get(paper_id, len(rows)), len(rows))),
        )
        return {(row.position, row.name): row.s2_author_id for row in authors if row.s2_author_id}

    def repository_claims(self, paper_id: str) -> list[tuple[str, str]]:
        """What said which repositories are a paper's: pairs of evidence and requested name."""
        return self._claims.get(paper_id, [])

    def abstract_with_link(self, paper_id: str) -> str | None:
        """The abstract that a paper had, if it speaks of GitHub."""
        return self._abstracts_with_links.get(paper_id)

    @cached_property
    def _ids(self) -> dict[str, PaperIds]:
        return ids_by_paper(self._tables)

    @cached_property
    def _claims(self) -> dict[str, list[tuple[str, str]]]:
        grouped: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for paper_id, *claim in self._tables.values(PaperRepositoryRow, "paper_id", "evidence", "requested_name"):
            grouped[paper_id].append((claim[0], claim[1]))
        return grouped

    @cached_property
    def _abstracts_with_links(self) -> dict[str, str]:
        abstracts = self._tables.values(PaperRow, "paper_id", "abstract")
        return {paper_id: abstract for paper_id, abstract in abstracts if abstract and "github.com" in abstract.lower()}

    @cached_property
    def _first_authors(self) -> dict[str, int]:
        """Where the authors of each paper begin."""
        first: dict[str, int] = {}
        for place, (paper_id,) in enumerate(self._tables.values(AuthorshipRow, "paper_id")):
            first.setdefault(paper_id, place)
        return first

    def _old_names_by_paper(self) -> dict[str, list[str]]:
        grouped: defaultdict[str, list[str]] = defaultdict(list)
        for old, paper_id in self.aliases.items():
            grouped[paper_id].append(old)
        return grouped

    def _papers_by_name(self) -> dict[str, str]:
        """The papers by every name that is not their id; an identifier outweighs an earlier name."""
        named = {old: paper_id for old, paper_id in self.aliases.items() if paper_id in self._paper_places}
        columns = self._tables.values(PaperRow, *_ID_COLUMNS)
        for paper_id, ids in zip(self._paper_places, columns, strict=True):
            named.update((name, paper_id) for name in names_of(PaperIds(*ids)) if name != paper_id)
        return named

    def _first_readings(self) -> dict[str, datetime]:
        first: dict[str, datetime] = {}
        for sha256, read_at in self._tables.values(DocumentRow, "sha256", "read_at"):
            first[sha256] = min(read_at, first.get(sha256, read_at))
        return first


def _places(tables: TableSet, table: type[Any], key: str) -> dict[str, int]:
    """Where each row of a table is."""
    return {name: place for place, (name,) in enumerate(tables.values(table, key))}
