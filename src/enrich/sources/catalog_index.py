"""The title index of the catalog: a file of memory-mapped arrays, read by several processes at once.

Layout: magic, sections (aligned), a JSON footer that names them, the footer's length, magic. A file that was cut short
has no footer, and is told by that. `catalog_build` writes it; nothing here ever does.
"""

from __future__ import annotations

import itertools
import json
import mmap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, process

from enrich.errors import CatalogError
from enrich.identities.blocking import asked_keys, rare_keys, title_key, word_key

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MAGIC = b"enrich-titles-2\n"
LENGTH_BYTES = 8
REBUILD = "Build it again with `enrich catalog build FILE`."

# How many candidates of a title are compared in full, and how many are offered: with 64 and 8, no perturbed title of
# 20,000 lost its paper that larger numbers would have kept (benchmarks/catalog.py). Of 5,000 respelled and 1,500 absent
# titles among 325,000 real ones, 6 or even 4 decide every one as 8 do.
_COMPARED = 64
OFFERED = 6
# A name, or a subtitle, that more papers have tells none of them.
_NAMESAKES = 16
# Candidates less alike than this (0..100) are never meant, for the matcher wants authors or a repository to agree at 60
# already; a subtitle that was dropped is found by its part key. Of the 6,500 titles above none is matched otherwise
# than with 55, and the matcher has a third less to do.
_LEAST_ALIKE = 60.0
# A key that more titles share says nothing ("introduction", "erratum").
_CROWDED = 256


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """What an index says about itself."""

    titles: int
    observed_at: str  # ISO 8601: the date of the metadata it was built from
    origin: str
    skipped: int  # records without a title or an id
    build: str = ""  # names this very file
    synced_at: str = ""  # ISO 8601: when arXiv was last asked for changes; empty if never
    base: str = ""  # of an index of changes: the build that it changes


@dataclass(frozen=True, slots=True)
class Near:
    """What an index offers for a title that it does not hold, as (row, likeness 0..100).

    `parts` have the letters of the title, its name or its subtitle; `longer` begin with it; `alike` share rare words.
    """

    parts: list[int]
    longer: list[int]
    alike: list[tuple[int, float]]


class KeyTable:
    """Sorted keys and the row that each belongs to; a key may belong to many. Rows that `gone` marks are not found."""

    def __init__(
        self, keys: npt.NDArray[np.uint64], rows: npt.NDArray[np.uint32], gone: npt.NDArray[np.bool_] | None = None
    ) -> None:
        self.keys, self.rows, self._gone = keys, rows, gone

    def find(self, keys: npt.NDArray[np.uint64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Places in `keys` and the rows found there, one pair a hit; crowded keys give none."""
        import numpy as np

        first = np.searchsorted(self.keys, keys, "left")
        count = np.searchsorted(self.keys, keys, "right") - first
        count[count > _CROWDED] = 0
        places = np.repeat(np.arange(len(keys)), count)
        within = np.arange(len(places)) - np.repeat(np.cumsum(count) - count, count)
        rows = self.rows[first[places] + within].astype(np.int64)
        if self._gone is None:
            return places, rows
        there = ~self._gone[rows]
        return places[there], rows[there]


class TitleIndex:
    """Finds records by title and by id. One file may serve any number of processes.

    `gone` names rows that a later index of changes has replaced or removed.
    """

    def __init__(
        self, content: bytes | mmap.mmap, path: str = "the catalog", gone: npt.NDArray[np.uint32] | None = None
    ) -> None:
        footer = _read_footer(content, path)
        self._content = content
        self._sections: dict[str, tuple[str, int, int]] = footer["sections"]
        self.info = IndexInfo(**footer["info"])
        self._gone = None if gone is None or not len(gone) else _marked(gone, self.info.titles)
        self._exact, self._parts, self._rare, self._ids = map(self._table, ("exact", "part", "rare", "id"))
        self._words, self._word_counts = self._array("words"), self._array("word_counts")
        self._title_ends, self._record_ends = self._array("title_ends"), self._array("record_ends")

    @property
    def replaced(self) -> npt.NDArray[np.uint32]:
        """Of an index of changes: the rows of its base that no longer hold."""
        return self._array("replaced")

    @property
    def titles(self) -> int:
        """How many titles can be found."""
        return self.info.titles - (0 if self._gone is None else int(self._gone.sum()))

    def find_ids(self, arxiv_ids: Sequence[str]) -> dict[str, int]:
        """The rows of arXiv ids, for those that are here."""
        import numpy as np

        places, rows = self._ids.find(np.array([word_key(arxiv_id) for arxiv_id in arxiv_ids], np.uint64))
        return {arxiv_ids[place]: row for place, row in zip(places.tolist(), rows.tolist(), strict=True)}

    def record(self, row: int) -> list[Any]:
        """The facts of a row, in the order of `catalog.Facts`."""
        facts: list[Any] = json.loads(self._text("records", self._record_ends, row))
        return facts

    def rows(self) -> Iterator[int]:
        """All rows that can be found, in order."""
        return (row for row in range(self.info.titles) if self._gone is None or not self._gone[row])

    def find_exact(self, folded: Sequence[str]) -> list[list[int]]:
        """The rows of the same letters as each folded title."""
        import numpy as np

        found: list[list[int]] = [[] for _ in folded]
        places, rows = self._exact.find(np.array([title_key(one) for one in folded], np.uint64))
        for place, row in zip(places.tolist(), rows.tolist(), strict=True):
            found[place].append(row)
        return found

    def offer_near(self, titles: Sequence[str], folded: Sequence[str]) -> list[Near]:
        """The rows of titles like each title, whether or not there is one of the same letters."""
        by_part, by_word = self._rows_by_part(titles, folded), self._rows_by_word(folded)
        texts = iter(self._titles_of(list(itertools.chain(*by_word))))
        return [
            Near(parts, *_most_alike(one, words, list(itertools.islice(texts, len(words)))))
            for one, parts, words in zip(folded, by_part, by_word, strict=True)
        ]

    def _rows_by_part(self, titles: Sequence[str], folded: Sequence[str]) -> list[list[int]]:
        """The rows whose title, name or subtitle has the letters of the title, of its name or of its subtitle."""
        import numpy as np

        keys = [asked_keys(title, one) for title, one in zip(titles, folded, strict=True)]
        owners = np.repeat(np.arange(len(keys)), [len(one) for one in keys])
        flat = np.array(list(itertools.chain(*keys)), np.uint64)
        found: list[list[int]] = [[] for _ in titles]
        for table in (self._exact, self._parts):
            places, rows = table.find(flat)
            for owner, row in zip(owners[places].tolist(), rows.tolist(), strict=True):
                found[owner].append(row)
        return [rows if len(rows) <= _NAMESAKES else [] for rows in found]

    def _rows_by_word(self, folded: Sequence[str]) -> list[list[int]]:
        """The rows that share rare words with each title, those that share most first."""
        import numpy as np

        words, rows, places = flatten_words(folded)
        at = np.searchsorted(self._words, words)
        at[at == len(self._words)] = 0
        known = self._words[at] == words if len(self._words) else np.zeros(len(words), bool)
        counts = self._word_counts[at[known]].astype(np.int64)
        keys, owners = rare_keys(rows[known], words[known], places[known], counts, len(folded))
        hits, found = self._rare.find(keys)
        pairs, votes = np.unique(owners[hits] * self.info.titles + found, return_counts=True)
        owners, found = pairs // self.info.titles, pairs % self.info.titles
        order = np.lexsort((found, -votes, owners))
        ends = np.searchsorted(owners, np.arange(len(folded) + 1)).tolist()
        ranked = found[order].tolist()
        return [ranked[start:end][:_COMPARED] for start, end in itertools.pairwise(ends)]

    def _titles_of(self, rows: Sequence[int]) -> list[str]:
        """The folded titles of many rows."""
        import numpy as np

        start, wanted = self._sections["titles"][1], np.array(rows, np.int64)
        ends = self._title_ends[wanted].astype(np.int64) + start
        begins = np.where(wanted > 0, self._title_ends[wanted - 1].astype(np.int64), 0) + start
        content = self._content
        return [content[begin:end].decode() for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)]

    def _table(self, name: str) -> KeyTable:
        return KeyTable(self._array(f"{name}_keys"), self._array(f"{name}_rows"), self._gone)

    def _array(self, name: str) -> npt.NDArray[Any]:
        import numpy as np

        kind, start, length = self._sections[name]
        return np.frombuffer(self._content, np.dtype(kind), length // np.dtype(kind).itemsize, start)

    def _text(self, name: str, ends: npt.NDArray[np.uint64], row: int) -> str:
        start = self._sections[name][1]
        begin = int(ends[row - 1]) if row else 0
        return self._content[start + begin : start + int(ends[row])].decode()


def _most_alike(folded: str, rows: list[int], titles: list[str]) -> tuple[list[int], list[tuple[int, float]]]:
    """Of rows and their folded titles: those that begin with a title, and those most like it, best first."""
    longer = [row for row, title in zip(rows, titles, strict=True) if title.startswith(folded)][:OFFERED]
    best = process.extract(folded, titles, scorer=fuzz.ratio, limit=OFFERED, score_cutoff=_LEAST_ALIKE)
    return longer, [(rows[place], score) for _, score, place in best]


def _marked(rows: npt.NDArray[np.uint32], count: int) -> npt.NDArray[np.bool_]:
    import numpy as np

    marks = np.zeros(count, np.bool_)
    marks[rows] = True
    return marks


def flatten_words(folded: Sequence[str]) -> tuple[Any, Any, Any]:
    """The words of many titles, each once a title: their keys, the titles' rows, their places."""
    import numpy as np

    words = [list(dict.fromkeys(one.split())) for one in folded]
    lengths = [len(one) for one in words]
    keys = np.fromiter((word_key(word) for one in words for word in one), np.uint64, sum(lengths))
    rows = np.repeat(np.arange(len(folded)), lengths)
    places = np.arange(len(keys)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return keys, rows, places


def open_index(path: Path, gone: npt.NDArray[np.uint32] | None = None) -> TitleIndex:
    """The index in a file. Raises CatalogError, with what to do, if it is none or is broken."""
    try:
        with path.open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise CatalogError(f"{path} can't be read as a title index: {error}. {REBUILD}") from None
    return TitleIndex(content, str(path), gone)


def _read_footer(content: bytes | mmap.mmap, path: str) -> dict[str, Any]:
    end = len(content) - len(MAGIC)
    try:
        if content[: len(MAGIC)] != MAGIC or content[end:] != MAGIC:
            raise ValueError("it is no title index of this version, or was cut short")
        length = int.from_bytes(content[end - LENGTH_BYTES : end], "little")
        footer: dict[str, Any] = json.loads(content[end - LENGTH_BYTES - length : end - LENGTH_BYTES])
    except ValueError as error:
        raise CatalogError(f"{path} is broken: {error}. {REBUILD}") from None
    return footer
