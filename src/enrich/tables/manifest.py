"""`datapackage.json` of a version: its files and its schema in, a Data Package v2 descriptor out, and back.

Rules: https://datapackage.org/standard/data-package/, data-resource/ and table-schema/ (version 2.0, seen 2026-11). The
standard has no words for units and row counts; ours stand beside its own, which it allows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, BinaryIO

from enrich.errors import PublishError
from enrich.schema import (
    SCHEMA_VERSION,
    TABLES,
    DocumentRow,
    Row,
    TableSet,
    arrow_schema,
    columns,
    key_columns,
)
from enrich.tables.summary import Summary

if TYPE_CHECKING:
    import pyarrow as pa

_PROFILE = "https://datapackage.org/profiles/2.0/"
_MEDIA_TYPE = "application/vnd.apache.parquet"


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table's file as the manifest states it. `sha256` is in hexadecimal, `bytes` the file's size."""

    table: str
    path: str
    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says that the program reads again."""

    version: str
    schema_version: int
    code_version: str
    simulated: bool
    based_on: str | None
    files: Mapping[str, TableFile]  # by table


def file_name(table: type[Row]) -> str:
    """The name of a table's file."""
    return f"{table.TABLE}.parquet"


def describe_file(table: type[Row], rows: int, file: BinaryIO) -> TableFile:
    """Size and hash of a table's file."""
    digest = hashlib.file_digest(file, "sha256")  # type: ignore[arg-type]  # the stub wants more than is used
    return TableFile(table.TABLE, file_name(table), rows, file.tell(), digest.hexdigest())


def manifest_json(name: str, files: Iterable[TableFile], tables: TableSet, summary: Summary) -> str:
    """The descriptor of a version as JSON text."""
    described = {file.table: file for file in files}
    descriptor = {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": f"enrich-{name.lower()}",
        "title": "Papers listed in documents, and what is known about them",
        "version": name,
        "created": summary.finished_at.isoformat(),
        "enrich": {
            "schema_version": SCHEMA_VERSION,
            "code_version": code_version(),
            "simulated": summary.simulated,
            "based_on": tables.based_on,
            "requests": {usage.source: usage.requests for usage in summary.services},
            "from_ledger": {usage.source: usage.from_ledger for usage in summary.services},
        },
        "sources": [_source(row) for row in tables.of(DocumentRow)],
        "resources": [_resource(table, described[table.TABLE]) for table in TABLES],
    }
    if not descriptor["sources"]:
        del descriptor["sources"]  # the standard wants at least one, or none of the word
    return json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n"


def code_version() -> str:
    """The version of this program."""
    try:
        return version("enrich")
    except PackageNotFoundError:
        return "unknown"


def _source(row: DocumentRow) -> dict[str, str]:
    return {"title": row.document_id, "version": f"sha256:{row.sha256}"}


def _resource(table: type[Row], file: TableFile) -> dict[str, Any]:
    return {
        "name": table.TABLE,
        "path": file.path,
        "type": "table",
        "description": " ".join((table.__doc__ or "").split()),
        "format": "parquet",
        "mediatype": _MEDIA_TYPE,
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "rows": file.rows,
        "kind": table.KIND,
        "schema": _table_schema(table),
    }


def _table_schema(table: type[Row]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILE}tableschema.json",
        "fields": [_field(table, field) for field in arrow_schema(table)],
        "primaryKey": list(key_columns(table)),
    }
    if keys := list(_foreign_keys(table)):
        schema["foreignKeys"] = keys
    return schema


def _field(table: type[Row], field: pa.Field[Any]) -> dict[str, Any]:
    column = columns(table)[field.name]
    described: dict[str, Any] = {
        "name": field.name,
        "type": _field_type(field.type),
        "description": column.description,
    }
    if column.unit:
        described["unit"] = column.unit
    described["sources"] = list(column.sources)
    if constraints := _constraints(field):
        described["constraints"] = constraints
    return described


def _field_type(data_type: pa.DataType) -> str:
    """Arrow's type in the words of Table Schema. Its prose also has the type `list`, but its JSON schema has not."""
    import pyarrow as pa

    if pa.types.is_list(data_type):
        return "array"
    plain = {pa.int64(): "integer", pa.float64(): "number", pa.bool_(): "boolean", pa.string(): "string"}
    return plain.get(data_type, "datetime")


def _constraints(field: pa.Field[Any]) -> dict[str, Any]:
    import pyarrow as pa

    constraints: dict[str, Any] = {} if field.nullable else {"required": True}
    if pa.types.is_list(field.type):
        items = "object" if pa.types.is_nested(field.type.value_type) else "string"
        constraints["jsonSchema"] = {"type": "array", "items": {"type": items}}
    return constraints


def _foreign_keys(table: type[Row]) -> Iterable[dict[str, Any]]:
    for name, column in columns(table).items():
        if column.references:
            resource, field = column.references.split(".")
            yield {"fields": [name], "reference": {"resource": resource, "fields": [field]}}


def parse_manifest(content: bytes, place: str) -> Manifest:
    """A `datapackage.json` as a Manifest. Raises PublishError, naming the place, for one that can't be read."""
    try:
        raw: dict[str, Any] = json.loads(content)
        own: dict[str, Any] = raw["enrich"]
        files: Sequence[TableFile] = [
            TableFile(one["name"], one["path"], one["rows"], one["bytes"], one["hash"].removeprefix("sha256:"))
            for one in raw["resources"]
        ]
        return Manifest(
            raw["version"],
            own["schema_version"],
            own["code_version"],
            own["simulated"],
            own["based_on"],
            {file.table: file for file in files},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise PublishError(f"{place} is no manifest of a version ({error}): restore it from a copy.") from None
