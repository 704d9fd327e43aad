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
from enrich.sources.catalog_index import OFFERED, IndexInfo, Near, TitleIndex, open_index
from enrich.titles import fold_title

# How often the pair of files is opened anew because a sync has replaced it in between.
_TRIES = 5
# Titles looked up at once: enough to make numpy's calls cheap, few enough to stay in the cache.
_BATCH = 2048


class Layers:
    """An index and the index of its changes, with the verbs of one. Rows of the second count on from the first's."""

    def __init__(self, base: TitleIndex, changes: TitleIndex | None = None) -> None:
        self.base, self.changes = base, changes
        self._layers = [layer for layer in (base, changes) if layer and layer.info.titles]
        self._starts = [0, base.info.titles][: len(self._layers)]

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
        found: list[list[int]] = []
        for start in range(0, len(titles), _BATCH):
            found += self._find_batch(titles[start : start + _BATCH])
        return found

    def find_near(self, titles: Sequence[str]) -> list[list[int]]:
        """The rows of titles like each title, best first, whether or not there is one of the same letters."""
        return self._find_near(titles, [fold_title(title) for title in titles])

    def _find_batch(self, titles: Sequence[str]) -> list[list[int]]:
        folded = [fold_title(title) for title in titles]
        exact = [layer.find_exact(folded) for layer in self._layers]
        found = [
            [start + row for start, rows in zip(self._starts, of_layers, strict=True) for row in rows]
            for of_layers in zip(*exact, strict=True)
        ]
        open_places = [place for place, here in enumerate(found) if not here and folded[place]]
        near = self._find_near([titles[place] for place in open_places], [folded[place] for place in open_places])
        for place, rows in zip(open_places, near, strict=True):
            found[place] = rows
        return found

    def _find_near(self, titles: Sequence[str], folded: Sequence[str]) -> list[list[int]]:
        if not titles:
            return []
        offers = [layer.offer_near(titles, folded) for layer in self._layers]
        return [_nearest(self._starts, offered) for offered in zip(*offers, strict=True)]

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


def _nearest(starts: Sequence[int], offers: Sequence[Near]) -> list[int]:
    """The rows that several layers offer for one title, those by part first."""
    layers = list(zip(starts, offers, strict=True))
    parts = [start + row for start, near in layers for row in near.parts]
    longer = [start + row for start, near in layers for row in near.longer]
    alike = sorted(((score, start + row) for start, near in layers for row, score in near.alike), key=_by_score)
    return list(dict.fromkeys([*parts, *longer[:OFFERED], *(row for _, row in alike[:OFFERED])]))


def _by_score(alike: tuple[float, int]) -> float:
    return -alike[0]


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
