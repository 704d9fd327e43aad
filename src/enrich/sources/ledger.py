"""The answer ledger: everything that services said, kept as received before anyone reads it.

In: an `Answer`. Out: for every item asked, the answers that cover it, newest first. One file an answer,
`<answers>/<source>/<YYYY-MM-DD>/<time>-<kind>-<hash>.gz`: a gzip file of two members, a JSON header line and the body,
so that `zcat` shows it and a header is read without the body. Files appear whole (written beside, then renamed), so two
runs may write at once and a killed one leaves nothing half. Throttles, failures and secrets never get here.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import os
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from enrich.errors import LedgerError
from enrich.sources.exchange import Answer

_SUFFIX = ".gz"
_GZIP = 31  # zlib's window bits for gzip members


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an answer lies, and what its header says."""

    path: Path
    source: str
    kind: str
    items: tuple[str, ...]
    request: str
    status: int
    received_at: datetime

    def read(self) -> Answer | None:
        """The whole answer; None if the file has gone or is damaged."""
        try:
            body = _members(self.path.read_bytes())[1]
        except (OSError, zlib.error, IndexError):
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


class Ledger:
    """The answers below one folder. Files that other processes add are seen at the next look."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: set[Path] = set()
        self._entries: dict[tuple[str, str, str], list[Entry]] = {}

    def keep(self, answer: Answer) -> Entry:
        """Store an answer; LedgerError if it can't be written."""
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
        day = self._folder / answer.source / f"{answer.received_at:%Y-%m-%d}"
        path = day / f"{answer.received_at:%H%M%S%f}-{answer.kind}-{digest}{_SUFFIX}"
        content = gzip.compress(header.encode() + b"\n", mtime=0) + gzip.compress(answer.body, mtime=0)
        try:
            _write_whole(path, content)
        except OSError as error:
            raise LedgerError(
                f"An answer of {answer.source} can't be kept below {self._folder}: {error.strerror or error}. "
                "Free some space or point ENRICH_ANSWERS to a folder that can be written."
            ) from None
        return self._remember(_entry(path, header))

    def entries(
        self, source: str, kind: str, items: Sequence[str], *, since: date | None = None
    ) -> dict[str, list[Entry]]:
        """Per item that any answer covers, those answers, newest first; with `since`, none of earlier days."""
        for path in self._files(source, since):
            if path not in self._seen and (header := _read_header(path)):
                with contextlib.suppress(ValueError, KeyError, TypeError):
                    self._remember(_entry(path, header))
        found = {item: self._entries.get((source, kind, item), []) for item in items}
        return {item: [entry for entry in rows if _not_before(entry, since)] for item, rows in found.items() if rows}

    def answers(self, source: str | None = None) -> Iterator[Entry]:
        """All entries, oldest first, of one source or of all: the evidence behind what was published."""
        for folder in sorted(self._folder.glob(source or "*")):
            for path in self._files(folder.name, None):
                if header := _read_header(path):
                    yield _entry(path, header)

    def prune(self, before: date) -> int:
        """Remove the answers of earlier days whose every item has a newer answer; how many that were.

        What a run could still serve, replay or give as evidence for the newest values always stays.
        """
        removed, newer = 0, set[tuple[str, str, str]]()
        for entry in sorted(self.answers(), key=lambda entry: entry.received_at, reverse=True):
            keys = {(entry.source, entry.kind, item) for item in entry.items}
            if entry.received_at.date() < before and keys <= newer:
                entry.path.unlink(missing_ok=True)
                removed += 1
            newer |= keys
        return removed

    def _files(self, source: str, since: date | None) -> list[Path]:
        try:
            days = [day for day in os.scandir(self._folder / source) if re.fullmatch(r"\d{4}-\d\d-\d\d", day.name)]
        except OSError:
            return []
        wanted = sorted(day.path for day in days if since is None or day.name >= since.isoformat())
        return [path for day in wanted for path in sorted(Path(day).glob(f"[0-9]*{_SUFFIX}"))]

    def _remember(self, entry: Entry) -> Entry:
        self._seen.add(entry.path)
        for item in dict.fromkeys(entry.items):
            rows = self._entries.setdefault((entry.source, entry.kind, item), [])
            rows.append(entry)
            rows.sort(key=lambda row: row.received_at, reverse=True)
        return entry


def _not_before(entry: Entry, since: date | None) -> bool:
    return since is None or entry.received_at.date() >= since


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


def _members(content: bytes) -> list[bytes]:
    """The gzip members of a file, each unpacked and checked."""
    members = []
    while content:
        unpacker = zlib.decompressobj(_GZIP)
        members.append(unpacker.decompress(content))
        if not unpacker.eof:
            raise zlib.error("cut short")
        content = unpacker.unused_data
    return members


def _read_header(path: Path) -> str | None:
    """The header line alone; None if the file has gone or is damaged."""
    unpacker, header = zlib.decompressobj(_GZIP), b""
    try:
        with path.open("rb") as file:
            while not unpacker.eof and (part := file.read(4096)):
                header += unpacker.decompress(part)
    except (OSError, zlib.error):
        return None
    return header.decode("utf-8", "replace") if unpacker.eof else None


def _entry(path: Path, header: str) -> Entry:
    stated = json.loads(header)
    return Entry(
        path=path,
        source=stated["source"],
        kind=stated["kind"],
        items=tuple(stated["items"]),
        request=stated["request"],
        status=stated["status"],
        received_at=datetime.fromisoformat(stated["received_at"]).astimezone(UTC),
    )
