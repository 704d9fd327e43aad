"""Rows to Parquet and back: row objects in, files of the declared schema out, always the same bytes for the same rows.

Columns are built one by one and every value's type is looked at, because Arrow by itself would cut 1.5 to 1, take a
time without zone for UTC, drop unknown keys of structs and accept nulls where the schema forbids them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar, get_type_hints

from enrich.errors import CheckFailed
from enrich.schema import Row, arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

R = TypeVar("R", bound=Row)

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
    arrays = [_column(table, field, [getattr(row, field.name) for row in rows]) for field in schema]
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
        if bad := {type(value) for value in values} - {tuple, list}:
            raise CheckFailed(f"schema: {where} holds {_names(bad)} where a list is declared.")
        item = field.type.value_field
        flat = [item for value in values for item in value]
        _look_at(where, item, flat)
    elif pa.types.is_struct(field.type):
        for part in field.type:
            _look_at(f"{where}.{part.name}", part, [getattr(value, part.name) for value in values])
    else:
        allowed = _allowed(field.type) | ({_NONE} if field.nullable else set())
        bad = {kind for kind in {type(value) for value in values} - allowed if not _derived(kind, allowed)}
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


def read_rows(table: type[R], arrow: pa.Table) -> tuple[R, ...]:
    """An Arrow table as rows. Columns that an older schema did not have are null or empty."""
    wanted = arrow_schema(table)
    columns = []
    for field in wanted:
        if field.name in arrow.column_names:
            columns.append(_values(table, field, arrow.column(field.name)))
        else:
            columns.append([_missing(table, field)] * arrow.num_rows)
    names = wanted.names
    return tuple(table(**dict(zip(names, values, strict=True))) for values in zip(*columns, strict=True))


def _values(table: type[Row], field: pa.Field[Any], column: pa.ChunkedArray[Any]) -> list[Any]:
    import pyarrow as pa

    values: list[Any] = column.to_pylist()
    if pa.types.is_list(field.type):
        item = _item_class(table, field.name)
        return [tuple(item(**part) if item else part for part in value) for value in values]
    return values


def _item_class(table: type[Row], name: str) -> type[Any] | None:
    """The dataclass that a list column holds, if it holds one."""
    item: type[Any] = get_type_hints(table)[name].__args__[0]
    return item if dataclasses.is_dataclass(item) else None


def _missing(table: type[Row], field: pa.Field[Any]) -> Any:
    import pyarrow as pa

    if pa.types.is_list(field.type):
        return ()
    if field.nullable:
        return None
    raise CheckFailed(f"schema: the version has no column {table.TABLE}.{field.name}, which this program needs.")
