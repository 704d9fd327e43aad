"""One version, opened to read: its manifest, its summary and its tables, from whatever storage it lies in."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from enrich.errors import CheckFailed, PublishError, VersionNotFound
from enrich.schema import SCHEMA_VERSION, TABLES, Row, TableSet
from enrich.tables.failures import explained
from enrich.tables.manifest import Manifest, TableFile, file_name, parse_manifest
from enrich.tables.storage import MANIFEST, Storage, published_at
from enrich.tables.stored import StoredRows, complete, owned, read_pieces
from enrich.tables.summary import Summary, parse_summary

if TYPE_CHECKING:
    import pyarrow as pa

SUMMARY = "summary.json"
# Objects up to this size are fetched as a whole, larger ones in the pieces that Arrow asks for.
SMALL_BYTES = 64_000_000


class OpenedVersion:
    """A published version. Nothing is read before it is asked for."""

    def __init__(self, storage: Storage, name: str) -> None:
        self.storage = storage
        self.name = name

    @property
    def place(self) -> str:
        """The path or address of the version."""
        return self.storage.locate(self.name)

    @property
    def published_at(self) -> datetime:
        """The moment that the version is named after."""
        return published_at(self.name)

    def manifest(self) -> Manifest:
        """What the version says about itself."""
        return parse_manifest(self._read(MANIFEST), self.storage.locate(self.name, MANIFEST))

    def summary(self) -> Summary:
        """What the run that made the version did."""
        try:
            return parse_summary(self._read(SUMMARY))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            place = self.storage.locate(self.name, SUMMARY)
            raise PublishError(f"{place} is no summary of a version ({error}): restore it from a copy.") from None

    def schema(self, table: type[Row]) -> pa.Schema:
        """The schema of a table as it lies there."""
        import pyarrow.parquet as pq

        with self._open(table) as file:
            return pq.read_schema(file)

    def table(self, table: type[Row], columns: Sequence[str] | None = None) -> pa.Table:
        """A table, or some of its columns, as Arrow."""
        import pyarrow.parquet as pq

        with self._open(table) as file:
            return pq.ParquetFile(file).read(None if columns is None else list(columns))

    def today(self) -> AsToday:
        """The version as the schema of today has it."""
        return AsToday(self)

    def pieces(self, table: type[Row], column: str) -> Iterator[pa.ChunkedArray[Any]]:
        """A column, a row group after the other."""
        with self._open(table) as file:
            yield from read_pieces(file, column)

    def rows(self, tables: Sequence[type[Row]] = TABLES) -> TableSet:
        """The rows of some tables, made when they are looked at.

        Raises CheckFailed for a version of a newer program, rather than to misread it, and for a damaged table.
        """
        manifest = self.manifest()
        if manifest.schema_version > SCHEMA_VERSION:
            raise CheckFailed(f"schema: {self.place} was made by a newer enrich ({manifest.code_version}): update it.")
        files = {table: manifest.files[table.TABLE] for table in tables if table.TABLE in manifest.files}
        return TableSet({table: self._rows(table, file) for table, file in files.items()}, version=self.name)

    def _rows(self, table: type[Row], file: TableFile) -> StoredRows[Row]:
        with self._opened(table) as opened:
            content = opened.read()
        if hashlib.sha256(content).hexdigest() != file.sha256:
            raise self._damaged(table, "its SHA-256 is not that of the manifest")
        return StoredRows(table, content)

    @contextmanager
    def _open(self, table: type[Row]) -> Iterator[Any]:
        """The Parquet file of a table. What Arrow can't make out in it is damage, whatever class of error it raises."""
        import pyarrow as pa

        with self._opened(table) as file:
            try:
                yield _for_arrow(file)
            except (pa.ArrowException, OSError) as error:
                raise self._damaged(table, " ".join(str(error).split())) from None

    def _damaged(self, table: type[Row], reason: str) -> CheckFailed:
        return CheckFailed(f"hashes: {self.place}/{file_name(table)} is damaged ({reason}): restore it from a copy.")

    def _opened(self, table: type[Row]) -> BinaryIO:
        """The file of a table; VersionNotFound if there is none."""
        name = file_name(table)
        try:
            with explained(self.storage.locate(self.name, name)):
                return self.storage.open(self.name, name)
        except PublishError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                raise VersionNotFound(f"{self.place} has no table {table.TABLE}: restore it from a copy.") from None
            raise

    def _read(self, file: str) -> bytes:
        try:
            with self.storage.open(self.name, file) as opened:
                return opened.read()
        except FileNotFoundError:
            raise VersionNotFound(
                f"{self.place} has no {file}: it is no complete version. Restore it or remove it."
            ) from None


class AsToday:
    """A version through the schema of today: columns that are younger than it are null or empty."""

    def __init__(self, version: OpenedVersion) -> None:
        self._version = version

    def schema(self, table: type[Row]) -> pa.Schema:
        """The schema of a table, with the younger columns."""
        return complete(table, self._version.schema(table).empty_table()).schema

    def table(self, table: type[Row], columns: Sequence[str] | None = None) -> pa.Table:
        """A table, or some of its columns."""
        if columns is None:
            return complete(table, self._version.table(table))
        present = self._version.schema(table).names
        found = self._version.table(table, [name for name in columns if name in present])
        return complete(table, found).select(list(columns)) if len(found.column_names) < len(columns) else found

    def pieces(self, table: type[Row], column: str) -> Iterator[pa.ChunkedArray[Any]]:
        """A column, a piece after the other."""
        if column in self._version.schema(table).names:
            return self._version.pieces(table, column)
        return iter([self.table(table, [column])[column]])


def _for_arrow(file: BinaryIO) -> Any:
    """A file as Arrow reads it best: one on the disk, and small objects, without Python in between (`owned` says why):
    11 of 24 processes that did nothing but load a small table through a Python file were aborted at their end."""
    import pyarrow as pa

    if isinstance(file, io.BufferedReader):
        return pa.OSFile(file.name, "rb")
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    return pa.BufferReader(owned(file.read())) if size <= SMALL_BYTES else file
