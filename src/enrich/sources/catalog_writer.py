"""How the file of a title index is written: sections, sorted keys, and the step that puts it in its place.

Bytes and arrays in, a file out (layout: `catalog_index`). The file appears under its name only when it is whole, by one
atomic rename: who reads the old one goes on reading it, and of a writer that was killed nothing is ever read.
"""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import json
import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from enrich.errors import CatalogError
from enrich.sources.catalog_index import LENGTH_BYTES, MAGIC, IndexInfo

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_ALIGNMENT = 64
_SLICES = 16  # keys are sorted in slices of their range, which bounds the memory of sorting
# A draft that is younger may belong to a writer that has not locked it yet.
_LOCKED_WITHIN_SECONDS = 60


class Writer:
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

    def add_keys(self, name: str, keys: SortedKeys) -> None:
        """Writes keys and their rows."""
        parts = list(keys.sorted())
        self.add(f"{name}_keys", (part for part, _ in parts), "<u8")
        self.add(f"{name}_rows", (rows for _, rows in parts), "<u4")

    def close(self, info: IndexInfo) -> None:
        """Writes the footer, without which the file is no index."""
        footer = json.dumps({"info": dataclasses.asdict(info), "sections": self._sections}).encode()
        self._file.write(footer + len(footer).to_bytes(LENGTH_BYTES, "little") + MAGIC)


class SortedKeys:
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


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A draft to write to, which takes the place of `path` when the block ends well, and else never was.

    Raises CatalogError if the disk is full or the folder can't be written.
    """
    made = not path.parent.exists()
    try:
        with _draft_beside(path) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(0o644)
            os.replace(file.name, path)  # noqa: PTH105 - the atomic rename is the point
    except OSError as error:
        raise CatalogError(
            f"{path} can't be written: {error.strerror or error}. Free some space or point ENRICH_CATALOG elsewhere; "
            "the catalog is as it was."
        ) from None
    finally:
        if made:
            with contextlib.suppress(OSError):  # there is something in it
                path.parent.rmdir()


@contextlib.contextmanager
def _draft_beside(path: Path) -> Iterator[IO[bytes]]:
    """A file in the folder of `path`, locked while it is written, and gone in the end unless it was renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    with tempfile.NamedTemporaryFile(prefix=f".{path.name}.", dir=path.parent, delete=False) as file:
        try:
            with contextlib.suppress(OSError):  # storage without locks: then nobody can sweep there either
                _lock(file)
            yield file
        finally:
            Path(file.name).unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Removes the drafts of writers that were killed: the system let go of their locks."""
    for draft in path.parent.glob(f".{path.name}.*"):
        with contextlib.suppress(OSError):
            if time.time() - draft.stat().st_mtime > _LOCKED_WITHIN_SECONDS:
                with draft.open("r+b") as file:
                    _lock(file)
                    draft.unlink()


def _lock(file: IO[bytes]) -> None:
    """Locks a file until it is closed; OSError if another process has, or there are no locks."""
    try:
        import fcntl
    except ImportError:  # no such locks on this system
        raise OSError(errno.ENOLCK, "No locks available") from None
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
