"""Builds the title index: facts about papers in, one file out (layout: `catalog_index`).

Memory stays bounded: records and folded titles go to disk as they come, keys are sorted a sixteenth at a time. A build
that fails or is killed, or two at once, never disturb those who read the old file (`catalog_writer.replacing`).
"""

from __future__ import annotations

import dataclasses
import io
import itertools
import secrets
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from enrich.errors import CatalogError
from enrich.identities.blocking import part_keys, rare_keys, title_key, word_key
from enrich.sources.catalog_facts import Facts
from enrich.sources.catalog_index import IndexInfo, TitleIndex, flatten_words
from enrich.sources.catalog_layers import Layers
from enrich.sources.catalog_writer import SortedKeys, Writer, replacing
from enrich.titles import fold_title

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_CHUNK = 100_000  # titles whose rare keys are made at once


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


def _nothing() -> npt.NDArray[np.uint32]:
    import numpy as np

    return np.empty(0, np.uint32)


@dataclasses.dataclass(frozen=True, slots=True)
class Origin:
    """Where the papers of an index come from; what is a function is known once all of them are read.

    `observed_at` is the date of the facts, `synced_at` when arXiv was last asked for changes, both ISO 8601. An index
    of changes names the build that it changes, `base`, and the rows of it that no longer hold.
    """

    name: str
    observed_at: Callable[[], str]
    synced_at: str = ""
    base: str = ""
    replaced: Callable[[], npt.NDArray[np.uint32]] = _nothing


def build_index(
    papers: Iterable[Facts | None], path: Path, origin: Origin, check: Callable[[IndexInfo], None] = lambda _: None
) -> IndexInfo:
    """Writes the index of `papers` to `path`, replacing what was there once it is whole and `check` lets it pass.

    None among the papers stands for a record without id or title; they are counted. Raises CatalogError if none is left
    or the disk is full, and what `check` raises; the old file stays. What reading the first paper raises comes before
    the disk is touched.
    """
    left = iter(papers)
    first = list(itertools.islice(left, 1))
    with replacing(path) as file, tempfile.TemporaryFile(dir=path.parent) as titles:
        info = _write(itertools.chain(first, left), file, titles, origin)
        check(info)
        return info


def index_in_memory(papers: Iterable[Facts | None], origin: Origin) -> Layers:
    """The index of a few papers, without a file."""
    file = io.BytesIO()
    _write(papers, file, io.BytesIO(), origin)
    return Layers(TitleIndex(file.getvalue(), origin.name))


def _write(papers: Iterable[Facts | None], file: IO[bytes], titles: IO[bytes], origin: Origin) -> IndexInfo:
    writer = Writer(file)
    start = writer.begin()
    collected = _collect(papers, file, titles)
    writer.end("records", "bytes", start)
    count = len(collected.exact)
    if not count and not origin.base:
        raise CatalogError(f"{origin.name} holds no paper with an id and a title. The catalog is as it was.")
    _copy(titles, file, writer)
    _write_tables(collected, titles, writer)
    writer.add("replaced", [origin.replaced()], "<u4")
    info = IndexInfo(
        count,
        origin.observed_at(),
        origin.name,
        collected.skipped,
        build=secrets.token_hex(8),
        synced_at=origin.synced_at,
        base=origin.base,
    )
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


def _copy(titles: IO[bytes], file: IO[bytes], writer: Writer) -> None:
    start = writer.begin()
    titles.seek(0)
    while block := titles.read(1 << 20):
        file.write(block)
    writer.end("titles", "bytes", start)


def _write_tables(collected: _Collected, titles: IO[bytes], writer: Writer) -> None:
    import numpy as np

    rows = np.arange(len(collected.exact))
    for name, keys, owners in (
        ("exact", collected.exact, rows),
        ("id", collected.ids, rows),
        ("part", collected.parts, np.frombuffer(collected.part_rows, np.uint32)),
    ):
        table = SortedKeys()
        table.add(np.frombuffer(keys, np.uint64), owners)
        writer.add_keys(name, table)
    ends = np.frombuffer(collected.title_ends, np.uint64)
    writer.add("record_ends", [np.frombuffer(collected.record_ends, np.uint64)], "<u8")
    writer.add("title_ends", [ends], "<u8")
    words, counts = _count_words(titles, ends)
    writer.add("words", [words], "<u8")
    writer.add("word_counts", [counts], "<u4")
    writer.add_keys("rare", _rare(titles, ends, words, counts))


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


def _rare(titles: IO[bytes], ends: npt.NDArray[np.uint64], words: Any, counts: Any) -> SortedKeys:
    import numpy as np

    table = SortedKeys()
    for first, folded in _chunks(titles, ends):
        keys, rows, places = flatten_words(folded)
        rare, owners = rare_keys(rows, keys, places, counts[np.searchsorted(words, keys)], len(folded))
        table.add(rare, owners + first)
    return table
