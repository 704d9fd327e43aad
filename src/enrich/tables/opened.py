"""One version, opened to read: its manifest, its summary and its tables, from whatever storage it lies in."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from enrich.errors import CheckFailed, PublishError, VersionNotFound
from enrich.schema import SCHEMA_VERSION, TABLES, Row, TableSet
from enrich.tables.failures import explained
from enrich.tables.manifest import Manifest, file_name, parse_manifest
from enrich.tables.storage import MANIFEST, Storage, published_at
from enrich.tables.stored import StoredRows, read_pieces
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

    def pieces(self, table: type[Row], column: str) -> Iterator[pa.ChunkedArray[Any]]:
        """A column, a row group after the other."""
        with self._open(table) as file:
            yield from read_pieces(file, column)

    def rows(self, tables: Sequence[type[Row]] = TABLES) -> TableSet:
        """The rows of some tables, kept as Arrow. Versions of a newer program are refused rather than misread."""
        manifest = self.manifest()
        if manifest.schema_version > SCHEMA_VERSION:
            raise CheckFailed(f"schema: {self.place} was made by a newer enrich ({manifest.code_version}): update it.")
        rows = {table: StoredRows(table, self.table(table)) for table in tables if table.TABLE in manifest.files}
        return TableSet(dict(rows), version=self.name)

    @contextmanager
    def _open(self, table: type[Row]) -> Iterator[Any]:
        """The Parquet file of a table. What Arrow can't make out in it is damage, whatever class of error it raises."""
        import pyarrow as pa

        name = file_name(table)
        try:
            with explained(self.storage.locate(self.name, name)):
                file = self.storage.open(self.name, name)
        except PublishError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                raise VersionNotFound(f"{self.place} has no table {table.TABLE}: restore it from a copy.") from None
            raise
        with file:
            try:
                yield _for_arrow(file)
            except (pa.ArrowException, OSError) as error:
                reason = " ".join(str(error).split())
                raise CheckFailed(
                    f"hashes: {self.place}/{name} is damaged ({reason}): restore it from a copy."
                ) from None

    def _read(self, file: str) -> bytes:
        try:
            with self.storage.open(self.name, file) as opened:
                return opened.read()
        except FileNotFoundError:
            raise VersionNotFound(
                f"{self.place} has no {file}: it is no complete version. Restore it or remove it."
            ) from None


def _for_arrow(file: BinaryIO) -> Any:
    """A file as Arrow reads it best: one on the disk, and small objects, without a Python file in between.

    Arrow's threads hold a Python file a moment longer than its reader lives, and abort a process that ends in that
    moment (apache/arrow #50482): 11 of 24 processes that did nothing but load a small table.
    """
    import pyarrow as pa

    if isinstance(file, io.BufferedReader):
        return pa.OSFile(file.name, "rb")
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    return pa.BufferReader(file.read()) if size <= SMALL_BYTES else file
