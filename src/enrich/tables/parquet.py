"""Rows to Parquet: row objects in, files of the declared schema out, always the same bytes for the same rows.

Columns are built one by one and every value's type is looked at, because Arrow by itself would cut 1.5 to 1, take a
time without zone for UTC, drop unknown keys of structs and accept nulls where the schema forbids them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, BinaryIO

from enrich.errors import CheckFailed
from enrich.schema import Row, arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

# Rows turned into Arrow at a time, and rows of a row group: 50,000 papers take about 300 MB as Arrow and Python lists.
ROWS_AT_ONCE = 50_000
_NONE = type(None)


def write_rows(file: BinaryIO, table: type[Row], rows: Sequence[Row]) -> None:
    """Write one table. Raises CheckFailed, naming table, column and key, for a value that its column can't hold."""
    import pyarrow.parquet as pq

    schema = arrow_schema(table)
    # zstd halves what snappy needs on abstracts; dictionaries and statistics are what readers filter by.
    with pq.ParquetWriter(file, schema, version="2.6", compression="zstd", write_statistics=True) as writer:
        remaining = iter(rows)
        while batch := list(islice(remaining, ROWS_AT_ONCE)):
            writer.write_table(to_arrow(table, batch), row_group_size=ROWS_AT_ONCE)


def to_arrow(table: type[Row], rows: Sequence[Row]) -> pa.Table:
    """Rows as an Arrow table of exactly the declared schema."""
    import pyarrow as pa

    schema = arrow_schema(table)
    arrays = [_column(table, field, list(map(attrgetter(field.name), rows))) for field in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def _column(table: type[Row], field: pa.Field[Any], values: list[Any]) -> Any:
    import pyarrow as pa

    where = f"{table.TABLE}.{field.name}"
    _look_at(where, field, values)
    if pa.types.is_list(field.type) and pa.types.is_struct(field.type.value_type):
        values = [[dataclasses.asdict(item) for item in items] for items in values]
    try:
        return pa.array(values, field.type)
    except (pa.ArrowException, OverflowError, UnicodeEncodeError) as error:
        raise CheckFailed(f"schema: {where} holds a value that is no {field.type}: {error}.") from error


def _look_at(where: str, field: pa.Field[Any], values: list[Any]) -> None:
    """Raise CheckFailed unless every value is of the type that the schema says, or null where that is allowed."""
    import pyarrow as pa

    if pa.types.is_list(field.type):
        if bad := set(map(type, values)) - {tuple, list}:
            raise CheckFailed(f"schema: {where} holds {_names(bad)} where a list is declared.")
        item = field.type.value_field
        flat = [item for value in values for item in value]
        _look_at(where, item, flat)
    elif pa.types.is_struct(field.type):
        for part in field.type:
            _look_at(f"{where}.{part.name}", part, list(map(attrgetter(part.name), values)))
    else:
        allowed = _allowed(field.type) | ({_NONE} if field.nullable else set())
        bad = {kind for kind in set(map(type, values)) - allowed if not _derived(kind, allowed)}
        if bad:
            raise CheckFailed(f"schema: {where} holds {_names(bad)} where {field.type} is declared.")
        if datetime in allowed and any(value is not None and value.utcoffset() is None for value in values):
            raise CheckFailed(f"schema: {where} holds a time without zone; all times are UTC.")


def _allowed(data_type: pa.DataType) -> set[type]:
    import pyarrow as pa

    if pa.types.is_timestamp(data_type):
        return {datetime}
    if pa.types.is_boolean(data_type):
        return {bool}
    if pa.types.is_integer(data_type):
        return {int}
    return {float, int} if pa.types.is_floating(data_type) else {str}


def _derived(kind: type, allowed: set[type]) -> bool:
    """Enumerations of strings are strings; a bool is no count."""
    return kind is not bool and any(issubclass(kind, base) for base in allowed)


def _names(kinds: set[type]) -> str:
    return ", ".join(sorted("a null" if kind is _NONE else f"a value of type {kind.__name__}" for kind in kinds))
