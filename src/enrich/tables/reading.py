"""The published versions, for those who read them: a folder in; versions, tables and what is wrong with them out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from enrich.errors import CheckFailed, EnrichError, UsageError, VersionNotFound
from enrich.schema import SCHEMA_VERSION, TABLES, MentionRow, Row, TableSet, table_named
from enrich.tables.failures import explained
from enrich.tables.integrity import Problem, Remembering, check_integrity
from enrich.tables.manifest import TableFile
from enrich.tables.opened import OpenedVersion
from enrich.tables.storage import LATEST, find_version, open_storage, version_as_of

if TYPE_CHECKING:
    import pyarrow as pa


_CARRIED = tuple(table for table in TABLES if table is not MentionRow)


def versions(processed: str | Path) -> list[OpenedVersion]:
    """All published versions, oldest first; an empty list if there is none."""
    storage = open_storage(processed)
    with explained(storage.place):
        return [OpenedVersion(storage, name) for name in storage.names()]


def open_version(processed: str | Path, version: str = LATEST, *, as_of: datetime | None = None) -> OpenedVersion:
    """One version: `latest`, a name or its unmistakable beginning; with `as_of`, the latest at that moment."""
    storage = open_storage(processed)
    with explained(storage.place):
        return OpenedVersion(storage, version_as_of(storage, as_of) if as_of else find_version(storage, version))


def load_table(processed: str | Path, table: str, version: str = LATEST, *, as_of: datetime | None = None) -> pa.Table:
    """One table of a version as Arrow, with the columns of today. Raises UsageError for a name that is no table."""
    row_class = _table(table)
    return open_version(processed, version, as_of=as_of).today().table(row_class)


def _table(name: str) -> type[Row]:
    try:
        return table_named(name)
    except KeyError:
        names = ", ".join(row_class.TABLE for row_class in TABLES)
        raise UsageError(f"{name} is no table; there are {names}.") from None


def previous_tables(processed: str | Path) -> TableSet | None:
    """What the next run carries forward from the last version; None if there is none yet.

    Mentions are left out: documents are read anew.
    """
    with explained(str(processed)):
        published = versions(processed)
        return published[-1].rows(_CARRIED) if published else None


def check_version(processed: str | Path, version: str = LATEST) -> list[Problem]:
    """All that is wrong with a published version: hashes, schema, keys, references, units. Empty if all is well."""
    opened = open_version(processed, version)
    return list(_check_files(opened)) or check_integrity(Remembering(opened.today()), exact=False)


def _check_files(opened: OpenedVersion) -> Iterator[Problem]:
    """The files against their manifest, and the summary that must stand beside them."""
    try:
        manifest = opened.manifest()
        opened.summary()
    except (EnrichError, ValueError, KeyError, TypeError) as error:
        yield Problem("manifest", opened.place, f"has files that can't be read: {error}")
        return
    if manifest.schema_version > SCHEMA_VERSION:
        yield Problem("schema", opened.place, f"was made by a newer enrich ({manifest.code_version}): update it")
        return
    for table in TABLES:
        if table.TABLE in manifest.files:
            yield from _check_file(opened, table, manifest.files[table.TABLE])
        else:
            yield Problem("manifest", opened.place, f"does not name the table {table.TABLE}")


def _check_file(opened: OpenedVersion, table: type[Row], file: TableFile) -> Iterator[Problem]:
    where = opened.storage.locate(opened.name, file.path)
    try:
        with opened.storage.open(opened.name, file.path) as content:
            found = hashlib.file_digest(content, "sha256").hexdigest()  # type: ignore[arg-type]
        rows = opened.table(table, []).num_rows if found == file.sha256 else 0
    except (OSError, CheckFailed, VersionNotFound) as error:
        yield Problem("hashes", where, f"can't be read: {error}")
        return
    if found != file.sha256:
        yield Problem("hashes", where, f"has the SHA-256 {found[:12]}..., the manifest says {file.sha256[:12]}...")
    elif rows != file.rows:
        yield Problem("rows", where, f"has {rows} rows, the manifest says {file.rows}")


def prune(processed: str | Path, keep: int) -> list[str]:
    """Remove all versions but the newest `keep`, and name those removed. Every version holds the whole history."""
    if keep < 1:
        raise UsageError(f"{keep} versions can't be kept: the last one always stays (--keep 1).")
    storage = open_storage(processed)
    with explained(storage.place), storage.locked():
        removed: Sequence[str] = storage.names()[:-keep]
        for version in removed:
            storage.remove(version)
    return list(removed)
