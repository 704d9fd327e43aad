"""The local catalog: a source like any other, asked first, which needs no network.

Titles in, candidates out; arXiv ids in, records out. It says "not found" of what it does not hold, and that is no proof
that a paper does not exist: the catalog holds arXiv's papers, or only those that the package ships.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from enrich.errors import CatalogError
from enrich.identifiers import PaperIds, parse_doi
from enrich.records import Author, Candidate, Lookup, PaperRecord, Status
from enrich.settings import Settings
from enrich.sources.catalog_build import Origin, index_in_memory
from enrich.sources.catalog_facts import STARTER, STARTER_OBSERVED_AT, Facts, read_starter
from enrich.sources.catalog_index import IndexInfo
from enrich.sources.catalog_layers import Layers, files_state, open_layers

T = TypeVar("T")
# arXiv began in 1991 and names the year by two digits.
_LAST_CENTURY = 90


class Catalog:
    """The title index as a source. Where one is pickled, its path is: each process opens the file for itself, once."""

    name = "catalog"

    def __init__(self, index: Layers, path: Path | None = None) -> None:
        self._index, self._path = index, path
        self._observed_at = datetime.fromisoformat(index.info.observed_at)

    @property
    def info(self) -> IndexInfo:
        """How many titles there are, of which date, from where."""
        return self._index.info

    def __reduce__(self) -> tuple[Any, ...]:
        if self._path is None and self is not starter_catalog():
            raise TypeError("This catalog is in memory alone, and can't be opened elsewhere.")
        return catalog_at, (self._path and self._path.absolute(),)

    async def find_candidates(self, titles: Sequence[str]) -> dict[str, Lookup[tuple[Candidate, ...]]]:
        """What may be meant by each title, the most alike first."""
        return self.lookup_titles(titles)

    async def fetch(self, arxiv_ids: Sequence[str]) -> dict[str, Lookup[PaperRecord]]:
        """What the catalog holds about each arXiv id (without version)."""
        rows = self._index.find_ids(arxiv_ids)
        return {arxiv_id: self._answer(self._record(rows.get(arxiv_id))) for arxiv_id in arxiv_ids}

    def lookup_titles(self, titles: Sequence[str]) -> dict[str, Lookup[tuple[Candidate, ...]]]:
        """`find_candidates` for callers that are no coroutine: it waits for nothing."""
        distinct = list(dict.fromkeys(titles))
        found = self._index.find_titles(distinct)
        return {
            title: self._answer(tuple([_candidate(self._facts(row)) for row in rows]) or None)
            for title, rows in zip(distinct, found, strict=True)
        }

    def _answer(self, value: T | None) -> Lookup[T]:
        return Lookup(Status.NOT_FOUND if value is None else Status.OK, self.name, value, self._observed_at)

    def _facts(self, row: int) -> Facts:
        return Facts.from_json(self._index.record(row))

    def _record(self, row: int | None) -> PaperRecord | None:
        return None if row is None else _paper_record(self._facts(row))


def open_catalog(settings: Settings) -> Catalog:
    """The catalog that was built here, else the one that the package ships.

    Raises CatalogError if there is one that can't be read.
    """
    return catalog_at(settings.catalog if settings.catalog.exists() else None)


def catalog_at(path: Path | None) -> Catalog:
    """The catalog in a file, for None the one that the package ships; opened once a process.

    Raises CatalogError if it isn't there or can't be read.
    """
    return _opened(path, files_state(path)) if path else starter_catalog()


@functools.lru_cache(maxsize=1)
def _opened(path: Path, state: object) -> Catalog:
    """The catalog as it is in `state`: when others take its files' place, a worker of many days opens those."""
    if not path.exists():
        raise CatalogError(f"{path} is not there. Every machine that looks titles up must see the same file.")
    return Catalog(open_layers(path), path)


@functools.cache
def starter_catalog() -> Catalog:
    """The papers that the package ships."""
    return Catalog(index_in_memory(read_starter(), Origin(STARTER, lambda: STARTER_OBSERVED_AT)))


def _candidate(facts: Facts) -> Candidate:
    return Candidate(
        Catalog.name, _ids(facts), facts.title, facts.authors, _year(facts), repositories=facts.repositories
    )


def _paper_record(facts: Facts) -> PaperRecord:
    return PaperRecord(
        source=Catalog.name,
        ids=_ids(facts),
        title=facts.title,
        authors=tuple(Author(name) for name in facts.authors),
        authors_complete=facts.authors_complete,
        year=_year(facts),
        published_at=_instant(facts.published),
        primary_category=facts.primary_category or None,
        categories=facts.categories,
        repositories=facts.repositories,
    )


def _ids(facts: Facts) -> PaperIds:
    return PaperIds(arxiv_id=facts.arxiv_id, doi=parse_doi(facts.doi) if facts.doi else None)


def _year(facts: Facts) -> int | None:
    """The year of publication; where that is not stated, the arXiv id's, which says when the paper came."""
    if facts.published[:4].isdigit():
        return int(facts.published[:4])
    digits = facts.arxiv_id.rsplit("/", 1)[-1][:2]
    return int(digits) + (1900 if int(digits) > _LAST_CENTURY else 2000) if digits.isdigit() else None


def _instant(published: str) -> datetime | None:
    """A day or an instant; a month alone is none."""
    with contextlib.suppress(ValueError):
        instant = datetime.fromisoformat(published)
        return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    return None
