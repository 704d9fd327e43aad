"""Taking care of the ledger: how large it is, which answers may go, and many small files as few.

In: a `Ledger` and days. Out: what it holds, and what was done. Nothing is removed before what replaces it lies safely
on disk: a kill leaves an answer twice at worst, never nowhere, and two that tidy up at once lose nothing. Days from
`before` on are never touched, so runs may go on writing meanwhile.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from enrich.errors import LedgerError
from enrich.sources.ledger import Entry, Ledger
from enrich.sources.ledger_files import answer_files, read_entries, remove_leftovers, write_pack


@dataclass(frozen=True, slots=True)
class Holding:
    """What the ledger has of one source."""

    source: str
    answers: int
    items: int  # distinct ids and titles that they cover
    files: int
    bytes: int
    oldest_at: datetime
    newest_at: datetime


@dataclass(frozen=True, slots=True)
class Tidied:
    """What was done: answers removed because newer ones replace them, and files before and after."""

    removed: int
    files_before: int
    files_after: int


def measure(ledger: Ledger) -> list[Holding]:
    """What the ledger holds, a source at a time."""
    by_source: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in ledger.answers():
        by_source[entry.source].append(entry)
    return [_holding(source, entries) for source, entries in sorted(by_source.items())]


def tidy(ledger: Ledger, *, before: date, prune_before: date | None = None) -> Tidied:
    """Pack the answers of each day before `before` into one file, leaving out those that may be pruned.

    An answer received before `prune_before` goes if all its items were answered anew since: what a run could still
    serve as the newest, or a replay needs, stays. LedgerError if a pack can't be written; what was done by then holds.
    """
    gone = {entry.name for entry in _replaced(ledger)} if prune_before else set()
    removed = files_before = files_after = 0
    for day in _days(ledger, before):
        files = answer_files(day)
        may_prune = prune_before is not None and day.name < prune_before.isoformat()
        removed += _pack(day, files, gone if may_prune else set())
        remove_leftovers(day)
        files_before, files_after = files_before + len(files), files_after + len(answer_files(day))
    return Tidied(removed, files_before, files_after)


def _days(ledger: Ledger, before: date) -> Iterator[Path]:
    for source in sorted(ledger.folder.glob("*")):
        yield from (day for day in ledger.days(source.name) if day.name < before.isoformat())


def _pack(day: Path, files: Sequence[Path], gone: set[tuple[object, ...]]) -> int:
    """Put what is to stay of some files into one, then remove them; how many answers that left out.

    A file that can't be read to its end stays as it is.
    """
    whole = {path: entries for path in files if (entries := _whole(path))}
    found = {entry.name: entry for entries in whole.values() for entry in entries}
    staying = sorted((entry for name, entry in found.items() if name not in gone), key=lambda entry: entry.received_at)
    contents = [content for entry in staying if (content := entry.raw())]
    try:
        pack = write_pack(day, contents) if contents else None
        for path in whole:
            if path != pack:
                path.unlink(missing_ok=True)
    except OSError as error:
        raise LedgerError(
            f"The answers in {day} can't be packed: {error.strerror or error}. Nothing is lost; free some space and "
            "try again."
        ) from None
    return len(found) - len(staying)


def _whole(path: Path) -> list[Entry]:
    """The answers of a file; none if it is damaged anywhere or has gone."""
    entries = list(read_entries(path))
    try:
        to_the_end = bool(entries) and entries[-1].end in (None, path.stat().st_size)
    except OSError:
        return []
    return entries if to_the_end and all(entry.read() for entry in entries) else []


def _replaced(ledger: Ledger) -> Iterator[Entry]:
    """The answers whose every item has a newer answer. One that lies there twice is one answer."""
    newer = set[tuple[str, str, str]]()
    answers = {entry.name: entry for entry in ledger.answers()}
    for entry in sorted(answers.values(), key=lambda entry: entry.received_at, reverse=True):
        keys = {(entry.source, entry.kind, item) for item in entry.items}
        if keys <= newer:
            yield entry
        newer |= keys


def _holding(source: str, entries: Sequence[Entry]) -> Holding:
    paths = {entry.path for entry in entries}
    moments = [entry.received_at for entry in entries]
    return Holding(
        source=source,
        answers=len({entry.name for entry in entries}),
        items=len({(entry.kind, item) for entry in entries for item in entry.items}),
        files=len(paths),
        bytes=sum(path.stat().st_size for path in paths if path.exists()),
        oldest_at=min(moments),
        newest_at=max(moments),
    )
