"""`enrich diff`, `history`, `prune`, `export`: what moved between versions, and versions for other tools."""

from __future__ import annotations

import dataclasses
import sys

from enrich.commands.versions import find_paper
from enrich.schema import PaperAliasRow, PaperRow
from enrich.tables import ExportFormat, export_papers, open_version
from enrich.tables import diff as find_changes
from enrich.tables import history as find_history
from enrich.tables import prune as prune_versions
from enrich.terminal import say, write_records

_CHANGE_COLUMNS = ("what", "table", "key", "column", "before", "after", "label")
_HISTORY_COLUMNS = ("metric", "value", "first_observed_at", "last_observed_at", "entity_id")


def print_diff(before: str | None, after: str, folder: str, form: str) -> None:
    """Writes one record a change between two versions; `before` is by default the one before `after`."""
    found = find_changes(folder, before, after)
    write_records((dataclasses.asdict(change) for change in found.changes), _CHANGE_COLUMNS, form)
    say(f"{len(found.changes)} changes from {found.before} to {found.after}.")


def print_history(wanted: str, folder: str, form: str) -> None:
    """Writes one record a stretch of time in which a count of a paper was seen with one value."""
    opened = open_version(folder)
    tables = opened.rows((PaperRow, PaperAliasRow))
    aliases = {row.old_paper_id: row.paper_id for row in tables.of(PaperAliasRow)}
    paper = find_paper(wanted, tables.of(PaperRow), aliases, opened.name)
    observed = find_history(folder, entity_id=paper.paper_id, version=opened.name)
    write_records((dataclasses.asdict(row) for row in observed), _HISTORY_COLUMNS, form)


def prune(keep: int, folder: str) -> None:
    """Removes all versions but the newest `keep`; every version holds the whole history of the counts."""
    removed = prune_versions(folder, keep)
    say(f"Removed {', '.join(removed)}." if removed else "Nothing to remove.")


def export(form: str, words: str, version: str, folder: str) -> None:
    """Writes the papers that hold all `words` to stdout, as `form`."""
    papers = open_version(folder, version).rows((PaperRow,)).of(PaperRow)
    sys.stdout.writelines(export_papers(papers, ExportFormat(form), words))
