"""The ledger's files: how answers lie on disk, one to a file or many, and how they are read back.

In: answers. Out: entries, each with the place where its answer lies. An answer is two gzip members one after the other,
a JSON header line and the body, so `zcat` shows it. A new answer is a file of its own; those of a past day may be
packed into one file, one behind the other. Files appear whole (written beside, then renamed): readers see all of one or
nothing, and what a killed writer leaves is hidden from them.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import os
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from enrich.sources.exchange import Answer

SUFFIX = ".gz"
_PACK = "pack-"
_GZIP = 31  # zlib's window bits for gzip members
_CHUNK = 1 << 16
# A hidden file this old was left behind by a writer that was killed: none takes as long.
_LEFT_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an answer lies (`size` bytes from `start` on; to the end of the file if -1), and what its header says."""

    path: Path
    start: int
    size: int
    source: str
    kind: str
    items: tuple[str, ...]
    request: str
    status: int
    received_at: datetime

    @property
    def name(self) -> tuple[object, ...]:
        """What tells answers apart, wherever they lie."""
        return self.source, self.kind, self.items, self.request, self.received_at

    @property
    def end(self) -> int | None:
        """The byte of the file after the answer; None if that is the end of the file."""
        return None if self.size < 0 else self.start + self.size

    def raw(self) -> bytes | None:
        """The answer as it lies there, or in the pack that it was put into meanwhile; None if it has gone."""
        try:
            with self.path.open("rb") as file:
                file.seek(self.start)
                return file.read(self.size)
        except OSError:
            packed = (entry for path in packs(self.path.parent) for entry in read_entries(path))
            moved = next((entry for entry in packed if entry.name == self.name and entry.path != self.path), None)
            return moved.raw() if moved else None

    def read(self) -> Answer | None:
        """The whole answer; None if it has gone or is damaged."""
        content = self.raw()
        try:
            body = _member(content, _member(content, 0)[1])[0] if content else None
        except zlib.error:
            return None
        if body is None:
            return None
        return Answer(
            source=self.source,
            kind=self.kind,
            items=self.items,
            request=self.request,
            status=self.status,
            received_at=self.received_at,
            body=body,
        )


def write_answer(folder: Path, answer: Answer) -> Entry:
    """Put an answer into a file of its own below `folder`; OSError if it can't be written."""
    header = json.dumps(
        {
            "source": answer.source,
            "kind": answer.kind,
            "items": list(answer.items),
            "request": answer.request,
            "status": answer.status,
            "received_at": answer.received_at.isoformat(),
        },
        ensure_ascii=False,
    )
    digest = hashlib.sha256(header.encode() + answer.body).hexdigest()[:12]
    day = folder / answer.source / f"{answer.received_at:%Y-%m-%d}"
    path = day / f"{answer.received_at:%H%M%S%f}-{answer.kind}-{digest}{SUFFIX}"
    _write_whole(path, gzip.compress(header.encode() + b"\n", mtime=0) + gzip.compress(answer.body, mtime=0))
    return _entry(path, 0, -1, header)


def write_pack(day: Path, contents: list[bytes]) -> Path:
    """Put answers as they lie elsewhere into one file; the same answers give the same file. OSError as above."""
    content = b"".join(contents)
    path = day / f"{_PACK}{hashlib.sha256(content).hexdigest()[:16]}{SUFFIX}"
    _write_whole(path, content)
    return path


def remove_leftovers(day: Path) -> None:
    """Remove what killed writers left half written in a day's folder."""
    for path in day.glob(".*"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _LEFT_SECONDS:
                path.unlink()


def answer_files(day: Path) -> list[Path]:
    """The files of a day's folder that hold answers: single ones in the order of their time, then packs."""
    return [*sorted(day.glob(f"[0-9]*{SUFFIX}")), *packs(day)]


def packs(day: Path) -> list[Path]:
    """The files of a day's folder that hold many answers."""
    return sorted(day.glob(f"{_PACK}*{SUFFIX}"))


def read_entries(path: Path) -> Iterator[Entry]:
    """The answers of a file; none if it has gone, and none from where it is damaged."""
    with contextlib.suppress(OSError, zlib.error, ValueError, KeyError, TypeError):
        if not path.name.startswith(_PACK):
            yield _entry(path, 0, -1, _read_header(path))
            return
        content, start = path.read_bytes(), 0
        while start < len(content):
            header, body_at = _member(content, start)
            end = _member(content, body_at)[1]
            yield _entry(path, start, end - start, header.decode())
            start = end


def _read_header(path: Path) -> str:
    """The header of an answer that has a file of its own, without its body."""
    unpacker, header = zlib.decompressobj(_GZIP), b""
    with path.open("rb") as file:
        while not unpacker.eof and (part := file.read(4096)):
            header += unpacker.decompress(part)
    if not unpacker.eof:
        raise zlib.error("cut short")
    return header.decode()


def _member(content: bytes, start: int) -> tuple[bytes, int]:
    """The gzip member from `start` on, unpacked and checked, and where it ends; zlib.error for a damaged one."""
    unpacker, parts, at = zlib.decompressobj(_GZIP), [], start
    while not unpacker.eof:
        if at >= len(content):
            raise zlib.error("cut short")
        parts.append(unpacker.decompress(content[at : at + _CHUNK]))
        at = min(at + _CHUNK, len(content))
    return b"".join(parts), at - len(unpacker.unused_data)


def _entry(path: Path, start: int, size: int, header: str) -> Entry:
    stated = json.loads(header)
    return Entry(
        path=path,
        start=start,
        size=size,
        source=stated["source"],
        kind=stated["kind"],
        items=tuple(stated["items"]),
        request=stated["request"],
        status=stated["status"],
        received_at=datetime.fromisoformat(stated["received_at"]).astimezone(UTC),
    )


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside and rename: readers see all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{os.getpid()}-{os.urandom(4).hex()}")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
