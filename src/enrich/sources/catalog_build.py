"""Builds the title index: facts about papers in, one file out (layout: `catalog_index`).

Memory stays bounded: records and folded titles go to disk as they come, keys are sorted a sixteenth at a time. The file
appears under its name only when it is whole, by one atomic rename, so that a build that is killed, or two at once,
never disturb those who read the old one.
"""

from __future__ import annotations

import contextlib
import dataclasses
import io
import itertools
import json
import os
import tempfile
import time
from array import array
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from enrich.errors import CatalogError
from enrich.identities.blocking import part_keys, rare_keys, title_key, word_key
from enrich.sources.catalog_facts import Facts
from enrich.sources.catalog_index import LENGTH_BYTES, MAGIC, IndexInfo, TitleIndex, flatten_words
from enrich.titles import fold_title

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_ALIGNMENT = 64
_CHUNK = 100_000  # titles whose rare keys are made at once
_ABANDONED_SECONDS = 24 * 3600
_SLICES = 16  # keys are sorted in slices of their range, which bounds the memory of sorting


class _Writer:
    """Appends named sections to a file and closes it with the footer."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._sections: dict[str, tuple[str, int, int]] = {}
        file.write(MAGIC)

    def begin(self) -> int:
        """Starts a section at an aligned place."""
        self._file.write(b"\0" * (-self._file.tell() % _ALIGNMENT))
        return self._file.tell()

    def end(self, name: str, kind: str, start: int) -> None:
        """Ends the section that began at `start`."""
        self._sections[name] = (kind, start, self._file.tell() - start)

    def add(self, name: str, parts: Iterable[npt.NDArray[Any]], kind: str) -> None:
        """Writes a section of arrays."""
        start = self.begin()
        for part in parts:
            self._file.write(part.astype(kind, copy=False).tobytes())
        self.end(name, kind, start)

    def close(self, info: IndexInfo) -> None:
        """Writes the footer, without which the file is no index."""
        footer = json.dumps({"info": dataclasses.asdict(info), "sections": self._sections}).encode()
        self._file.write(footer + len(footer).to_bytes(LENGTH_BYTES, "little") + MAGIC)


class _Keys:
    """Keys and their rows, collected in slices of the keys' range so that each slice can be sorted by itself."""

    def __init__(self) -> None:
        self._slices: list[list[tuple[Any, Any]]] = [[] for _ in range(_SLICES)]

    def add(self, keys: npt.NDArray[np.uint64], rows: npt.NDArray[Any]) -> None:
        """Takes keys in any order."""
        import numpy as np

        order = np.argsort(keys, kind="stable")
        keys, rows = keys[order], rows[order].astype(np.uint32)
        borders = np.arange(_SLICES, dtype=np.uint64) * np.uint64(2**64 // _SLICES)
        starts = [*np.searchsorted(keys, borders).tolist(), len(keys)]
        for number, collected in enumerate(self._slices):
            here = slice(starts[number], starts[number + 1])
            collected.append((keys[here].copy(), rows[here].copy()))

    def sorted(self) -> Iterator[tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint32]]]:
        """The slices in order, each sorted by key and row, without repeats."""
        import numpy as np

        for number, collected in enumerate(self._slices):
            keys = np.concatenate([part[0] for part in collected] or [np.empty(0, np.uint64)])
            rows = np.concatenate([part[1] for part in collected] or [np.empty(0, np.uint32)])
            self._slices[number] = []
            order = np.lexsort((rows, keys))
            keys, rows = keys[order], rows[order]
            new = np.ones(len(keys), bool)
            new[1:] = (keys[1:] != keys[:-1]) | (rows[1:] != rows[:-1])
            yield keys[new], rows[new]


@dataclasses.dataclass(slots=True)
class _Collected:
    """What one pass over the records leaves in memory: places of the texts, and keys."""

    record_ends: array[int] = dataclasses.field(default_factory=lambda: array("Q"))
    title_ends: array[int] = dataclasses.field(default_factory=lambda: array("Q"))
    exact: array[int] = dataclasses.field(default_factory=lambda: array("Q"))
    ids: array[int] = dataclasses.field(default_factory=lambda: array("Q"))
    parts: array[int] = dataclasses.field(default_factory=lambda: array("Q"))
    part_rows: array[int] = dataclasses.field(default_factory=lambda: array("I"))
    skipped: int = 0


def build_index(
    papers: Iterable[Facts | None], path: Path, *, origin: str, observed_at: Callable[[], str]
) -> IndexInfo:
    """Writes the index of `papers` to `path`, replacing what was there once it is whole.

    `observed_at` gives the date of the facts once all are read. None among the papers stands for a record without id
    or title; they are counted. Raises CatalogError if none is left or the disk is full; the old file stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w+b") as file, tempfile.TemporaryFile(dir=path.parent) as titles:
            info = _write(papers, file, titles, origin=origin, observed_at=observed_at)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        os.replace(name, path)  # noqa: PTH105 - the atomic rename is the point
    except OSError as error:
        raise CatalogError(f"{path} can't be written: {error}. The catalog is as it was.") from None
    finally:
        Path(name).unlink(missing_ok=True)
    return info


def _sweep(path: Path) -> None:
    """Removes what builds that were killed left behind; a build under way is younger than that."""
    for rest in path.parent.glob(f".{path.name}.*"):
        with contextlib.suppress(OSError):
            if time.time() - rest.stat().st_mtime > _ABANDONED_SECONDS:
                rest.unlink()


def index_in_memory(papers: Iterable[Facts | None], *, origin: str, observed_at: str) -> TitleIndex:
    """The index of a few papers, without a file."""
    file = io.BytesIO()
    _write(papers, file, io.BytesIO(), origin=origin, observed_at=lambda: observed_at)
    return TitleIndex(file.getvalue(), origin)


def _write(
    papers: Iterable[Facts | None], file: IO[bytes], titles: IO[bytes], *, origin: str, observed_at: Callable[[], str]
) -> IndexInfo:
    writer = _Writer(file)
    start = writer.begin()
    collected = _collect(papers, file, titles)
    writer.end("records", "bytes", start)
    count = len(collected.exact)
    if not count:
        raise CatalogError(f"{origin} holds no paper with an id and a title. The catalog is as it was.")
    _copy(titles, file, writer)
    _write_tables(collected, titles, writer)
    info = IndexInfo(count, observed_at(), origin, collected.skipped)
    writer.close(info)
    return info


def _collect(papers: Iterable[Facts | None], file: IO[bytes], titles: IO[bytes]) -> _Collected:
    """Writes records and folded titles as they come; the rest is kept as numbers."""
    collected = _Collected()
    record_end = title_end = 0
    for paper in papers:
        folded = fold_title(paper.title) if paper else ""
        if not paper or not folded:
            collected.skipped += 1
            continue
        row = len(collected.exact)
        record_end += file.write(paper.to_json())
        title_end += titles.write(folded.encode())
        collected.record_ends.append(record_end)
        collected.title_ends.append(title_end)
        collected.exact.append(title_key(folded))
        collected.ids.append(word_key.__wrapped__(paper.arxiv_id))
        for key in part_keys(paper.title):
            collected.parts.append(key)
            collected.part_rows.append(row)
    return collected


def _copy(titles: IO[bytes], file: IO[bytes], writer: _Writer) -> None:
    start = writer.begin()
    titles.seek(0)
    while block := titles.read(1 << 20):
        file.write(block)
    writer.end("titles", "bytes", start)


def _write_tables(collected: _Collected, titles: IO[bytes], writer: _Writer) -> None:
    import numpy as np

    rows = np.arange(len(collected.exact))
    for name, keys, owners in (
        ("exact", collected.exact, rows),
        ("id", collected.ids, rows),
        ("part", collected.parts, np.frombuffer(collected.part_rows, np.uint32)),
    ):
        table = _Keys()
        table.add(np.frombuffer(keys, np.uint64), owners)
        _write_keys(name, table, writer)
    ends = np.frombuffer(collected.title_ends, np.uint64)
    writer.add("record_ends", [np.frombuffer(collected.record_ends, np.uint64)], "<u8")
    writer.add("title_ends", [ends], "<u8")
    words, counts = _count_words(titles, ends)
    writer.add("words", [words], "<u8")
    writer.add("word_counts", [counts], "<u4")
    _write_keys("rare", _rare(titles, ends, words, counts), writer)


def _write_keys(name: str, table: _Keys, writer: _Writer) -> None:
    parts = list(table.sorted())
    writer.add(f"{name}_keys", (keys for keys, _ in parts), "<u8")
    writer.add(f"{name}_rows", (rows for _, rows in parts), "<u4")


def _chunks(titles: IO[bytes], ends: npt.NDArray[np.uint64]) -> Iterator[tuple[int, list[str]]]:
    """The folded titles again, some at a time, with the row of the first."""
    titles.seek(0)
    begin = 0
    for first in range(0, len(ends), _CHUNK):
        here = ends[first : first + _CHUNK].astype("int64")
        block = titles.read(int(here[-1]) - begin)
        starts = [0, *(here - begin).tolist()]
        yield first, [block[a:b].decode() for a, b in itertools.pairwise(starts)]
        begin = int(here[-1])


def _count_words(titles: IO[bytes], ends: npt.NDArray[np.uint64]) -> tuple[Any, Any]:
    """All words by key, and how many titles have each."""
    import numpy as np

    words, counts = np.empty(0, np.uint64), np.empty(0, np.int64)
    for _, folded in _chunks(titles, ends):
        here, number = np.unique(flatten_words(folded)[0], return_counts=True)
        words, inverse = np.unique(np.concatenate([words, here]), return_inverse=True)
        counts = np.bincount(inverse, np.concatenate([counts, number]), len(words)).astype(np.int64)
    return words, counts


def _rare(titles: IO[bytes], ends: npt.NDArray[np.uint64], words: Any, counts: Any) -> _Keys:
    import numpy as np

    table = _Keys()
    for first, folded in _chunks(titles, ends):
        keys, rows, places = flatten_words(folded)
        rare, owners = rare_keys(rows, keys, places, counts[np.searchsorted(words, keys)], len(folded))
        table.add(rare, owners + first)
    return table
