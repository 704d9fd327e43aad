"""The answer ledger: everything that services said, kept as received before anyone reads it.

In: an `Answer`. Out: for every item asked, the answers that cover it, newest first. Answers lie in
`<answers>/<source>/<YYYY-MM-DD>/`, in files that appear whole (`ledger_files`), so two runs may write at once and a
killed one leaves nothing half. Throttles, failures and secrets never get here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from enrich.errors import LedgerError
from enrich.sources.exchange import Answer
from enrich.sources.ledger_files import Entry, answer_files, read_entries, write_answer

__all__ = ["Entry", "Ledger"]


class Ledger:
    """The answers below one folder. Files that other processes add are seen at the next look."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen: set[Path] = set()
        self._entries: dict[tuple[str, str, str], list[Entry]] = {}

    def keep(self, answer: Answer) -> Entry:
        """Store an answer; LedgerError if it can't be written."""
        try:
            entry = write_answer(self.folder, answer)
        except OSError as error:
            raise LedgerError(
                f"An answer of {answer.source} can't be kept below {self.folder}: {error.strerror or error}. "
                "Free some space or point ENRICH_ANSWERS to a folder that can be written."
            ) from None
        self._seen.add(entry.path)
        self._remember(entry)
        return entry

    def entries(
        self, source: str, kind: str, items: Sequence[str], *, since: date | None = None
    ) -> dict[str, list[Entry]]:
        """Per item that any answer covers, those answers, newest first; with `since`, none of earlier days."""
        for day in self.days(source, since):
            for path in answer_files(day):
                if path not in self._seen:
                    self._seen.add(path)
                    for entry in read_entries(path):
                        self._remember(entry)
        found = {item: self._entries.get((source, kind, item), []) for item in items}
        return {item: [entry for entry in rows if _not_before(entry, since)] for item, rows in found.items() if rows}

    def answers(self, source: str | None = None) -> Iterator[Entry]:
        """All entries, day by day, of one source or of all: the evidence behind what was published."""
        for folder in sorted(self.folder.glob(source or "*")):
            for day in self.days(folder.name):
                entries = [entry for path in answer_files(day) for entry in read_entries(path)]
                yield from sorted(entries, key=lambda entry: entry.received_at)

    def days(self, source: str, since: date | None = None) -> list[Path]:
        """The folders of the days on which a source answered, oldest first; with `since`, none of earlier days."""
        try:
            days = [day for day in os.scandir(self.folder / source) if re.fullmatch(r"\d{4}-\d\d-\d\d", day.name)]
        except OSError:
            return []
        return sorted(Path(day.path) for day in days if since is None or day.name >= since.isoformat())

    def _remember(self, entry: Entry) -> None:
        for item in dict.fromkeys(entry.items):
            rows = self._entries.setdefault((entry.source, entry.kind, item), [])
            rows.append(entry)
            rows.sort(key=lambda row: row.received_at, reverse=True)


def _not_before(entry: Entry, since: date | None) -> bool:
    return since is None or entry.received_at.date() >= since
