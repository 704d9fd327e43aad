"""The catalog's files as one index: the large one that was built, and the small one of what arXiv has changed since.

Two files in, one index out. What was changed hides its older row; what arXiv removed hides it and adds none. A file of
changes belongs to one build: beside any other it is not read, so that neither can be out of step with the other.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from enrich.errors import CatalogError
from enrich.sources.catalog_index import IndexInfo, TitleIndex, find_titles, open_index

# How often the pair of files is opened anew because a sync has replaced it in between.
_TRIES = 5


class Layers:
    """An index and the index of its changes, with the verbs of one. Rows of the second count on from the first's."""

    def __init__(self, base: TitleIndex, changes: TitleIndex | None = None) -> None:
        self.base, self.changes = base, changes
        self._layers = [layer for layer in (base, changes) if layer and layer.info.titles]

    @property
    def info(self) -> IndexInfo:
        """How many titles can be found, as of when."""
        if self.changes is None:
            return self.base.info
        newer = self.changes.info
        return dataclasses.replace(
            self.base.info,
            titles=self.base.titles + newer.titles,
            observed_at=newer.observed_at,
            skipped=self.base.info.skipped + newer.skipped,
            synced_at=newer.synced_at,
        )

    @property
    def changed(self) -> int:
        """How many titles have come or changed since the index was built."""
        return self.changes.info.titles if self.changes else 0

    def find_titles(self, titles: Sequence[str]) -> list[list[int]]:
        """The rows that may be meant by each title: those of the same letters, else the most alike ones, best first."""
        return find_titles(self._layers, titles)

    def find_ids(self, arxiv_ids: Sequence[str]) -> dict[str, int]:
        """The rows of arXiv ids, for those that are here."""
        found = self.base.find_ids(arxiv_ids)
        if self.changes:
            first = self.base.info.titles
            found |= {arxiv_id: first + row for arxiv_id, row in self.changes.find_ids(arxiv_ids).items()}
        return found

    def record(self, row: int) -> list[Any]:
        """The facts of a row, in the order of `catalog.Facts`."""
        first = self.base.info.titles
        return self.changes.record(row - first) if self.changes and row >= first else self.base.record(row)


def changes_beside(path: Path) -> Path:
    """The file of changes that belongs to an index."""
    return path.with_name(f"{path.name}.changes")


def open_layers(path: Path) -> Layers:
    """The index in a file, with the changes beside it. Raises CatalogError if it is none or is broken."""
    for _ in range(_TRIES):
        before = _state(path)
        opened = _open_pair(path)
        if _state(path) == before:
            return opened
    raise CatalogError(f"{path} is being replaced again and again. Try again when that is over.")


def files_state(path: Path) -> tuple[tuple[int, ...], ...]:
    """What changes when other files take the place of an index or of its changes."""
    return _state(path), _state(changes_beside(path))


def _open_pair(path: Path) -> Layers:
    base = open_index(path)
    beside = changes_beside(path)
    if not beside.exists():
        return Layers(base)
    changes = open_index(beside)
    if changes.info.base != base.info.build:
        return Layers(base)
    return Layers(open_index(path, changes.replaced), changes)


def _state(path: Path) -> tuple[int, ...]:
    try:
        state = path.stat()
    except FileNotFoundError:
        return ()
    return state.st_ino, state.st_mtime_ns, state.st_size
