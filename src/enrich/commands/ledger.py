"""`enrich ledger`: what was ever answered, how large that is, and how it is kept small."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from pathlib import Path

from enrich.settings import read_settings
from enrich.sources.ledger import Ledger
from enrich.sources.ledger_care import Holding, measure, tidy
from enrich.terminal import say, write_records
from enrich.workplace import sandbox_folders

_COLUMNS = tuple(field.name for field in dataclasses.fields(Holding))


def show(raw: Path | None, sandbox: bool, form: str, *, compact: bool, prune_older_than: int | None) -> None:
    """Writes one record a source. With `compact`, each past day becomes one file first; `prune_older_than` is in days.

    Today's answers are left as they are: a run may be adding to them.
    """
    settings = read_settings(raw=raw)
    folder = Path(str(sandbox_folders(settings)["answers"])) if sandbox else settings.answers_folder
    ledger = Ledger(folder)
    if compact or prune_older_than is not None:
        today = datetime.now(UTC).date()
        prune_before = None if prune_older_than is None else today - timedelta(days=prune_older_than)
        done = tidy(ledger, before=today, prune_before=prune_before)
        without = f", without {done.removed:,} answers that newer ones replace" if done.removed else ""
        say(f"{done.files_before:,} files of past days became {done.files_after:,}{without}.")
    held = measure(Ledger(folder))
    if not held:
        say(f"{folder} holds no answers yet: `enrich run` keeps there what services say.")
    write_records(map(dataclasses.asdict, held), _COLUMNS, form)
