"""Publishing: the rows of a run in, a new version out, or a refusal that says why and leaves everything as it was.

Draft, check, one atomic step. Readers never see half a version; a version is never written to again; a table that did
not change shares its bytes with the last version. The storage lets only one publisher follow a version, and a run whose
rows carry values forward from one that is no longer the last is refused, so that nothing that came between is lost.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from enrich.errors import CheckFailed, PublishConflict, PublishError
from enrich.schema import TABLES, Row, TableSet
from enrich.settings import Settings
from enrich.tables import disk
from enrich.tables.failures import UNPUBLISHED, explained
from enrich.tables.integrity import Problem, Remembering, check_integrity
from enrich.tables.losses import ACCEPTABLE, check_acceptable, check_losses
from enrich.tables.manifest import TableFile, describe_file, file_name, manifest_json
from enrich.tables.opened import SUMMARY, OpenedVersion
from enrich.tables.parquet import write_rows
from enrich.tables.storage import MANIFEST, Storage, name_version, open_storage
from enrich.tables.stored import read_pieces
from enrich.tables.summary import Summary

if TYPE_CHECKING:
    import pyarrow as pa


def publish(
    tables: TableSet,
    summary: Summary,
    settings: Settings,
    accept: frozenset[str] = frozenset(),
) -> Summary:
    """Write, check and publish a version below `settings.processed`, and return the summary with its name.

    `accept` names checks of losses (`losses.ACCEPTABLE`) that may fail this time. Raises CheckFailed (the draft is kept
    and the message says where), PublishConflict, or PublishError; in each case no reader sees anything new.
    """
    check_acceptable(accept)
    storage = open_storage(settings.processed)
    with explained(storage.place, UNPUBLISHED), storage.locked():
        published = storage.names()
        last = OpenedVersion(storage, published[-1]) if published else None
        _refuse_stale(tables, summary, storage, last)
        version = name_version(summary.finished_at, published, storage.taken())
        summary = dataclasses.replace(summary, version=version)
        with storage.draft(version) as draft:
            _write(draft, version, tables, summary, last)
            _check(draft, storage, last, settings.max_loss, accept)
            storage.publish(draft, version, tables.based_on)
    return summary


def _refuse_stale(tables: TableSet, summary: Summary, storage: Storage, last: OpenedVersion | None) -> None:
    if tables.based_on != (last.name if last else None):
        raise PublishConflict(
            f"Another run published {last.name if last else 'nothing'} to {storage.place} since this one read "
            f"{tables.based_on or 'it'}: nothing was published, and no answer is lost. Run again."
        )
    if last and last.manifest().simulated != summary.simulated:
        kinds = "simulated and real counts" if summary.simulated else "real and simulated counts"
        raise PublishError(f"{storage.place} would mix {kinds}: give this run a folder of its own (--processed).")


def _write(draft: Path, name: str, tables: TableSet, summary: Summary, last: OpenedVersion | None) -> None:
    """Every file of the version; the manifest last."""
    files = [_write_table(draft, table, tables.of(table)) for table in TABLES]
    if last:
        known = last.manifest().files
        for file in files:
            if file.table in known and known[file.table].sha256 == file.sha256:
                last.storage.link(draft, last.name, file.path)
    disk.write(draft / SUMMARY, summary.to_json().encode())
    disk.write(draft / MANIFEST, manifest_json(name, files, tables, summary).encode())


def _write_table(draft: Path, table: type[Row], rows: Sequence[Row]) -> TableFile:
    path = draft / file_name(table)
    with disk.create(path) as file:
        write_rows(file, table, rows)
        disk.seal(file)
    with path.open("rb") as written:
        return describe_file(table, len(rows), written)


def _check(draft: Path, storage: Storage, last: OpenedVersion | None, max_loss: float, accept: frozenset[str]) -> None:
    """Look at the files as they were written. Raises CheckFailed and keeps the draft if a rule is broken."""
    now = Remembering(DraftReader(draft))
    problems = check_integrity(now)
    if last and not problems:
        problems = [
            problem for problem in check_losses(Remembering(last), now, max_loss) if problem.check not in accept
        ]
    if problems:
        raise CheckFailed(_refusal(problems, storage.keep(draft)))


@dataclasses.dataclass(frozen=True, slots=True)
class DraftReader:
    """The tables of a draft, for the checks."""

    draft: Path

    def schema(self, table: type[Row]) -> pa.Schema:
        """The schema of a table as it was written."""
        import pyarrow.parquet as pq

        return pq.read_schema(self.draft / file_name(table))

    def table(self, table: type[Row], columns: Sequence[str] | None = None) -> pa.Table:
        """A table, or some of its columns, as written."""
        import pyarrow.parquet as pq

        return pq.read_table(self.draft / file_name(table), columns=None if columns is None else list(columns))

    def pieces(self, table: type[Row], column: str) -> Iterator[pa.ChunkedArray[Any]]:
        """A column as written, a row group after the other."""
        yield from read_pieces(self.draft / file_name(table), column)


def _refusal(problems: Sequence[Problem], kept: str) -> str:
    found = "; ".join(str(problem) for problem in problems)
    names = sorted({problem.check for problem in problems})
    if ACCEPTABLE.issuperset(names):
        advice = "publish it on purpose with " + " ".join(f"--accept {name}" for name in names)
    else:
        advice = "this is a fault of the program, please report it"
    return f"Not published: {found}. The draft is kept in {kept}; {advice}."
