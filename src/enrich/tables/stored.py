"""Tables as they were published, as rows: Parquet in, rows out, made when they are looked at.

A million papers with what belongs to them are eight gigabytes as objects, two as Arrow, and a third of one as the
Parquet they came from. So a published table stays Parquet, and whoever walks over it has one batch of rows at a time.
Nothing here knows where files lie.
"""

from __future__ import annotations

import dataclasses
import functools
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints, overload

from enrich.errors import CheckFailed
from enrich.schema import Row, arrow_schema, table_named

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

R = TypeVar("R", bound=Row)

# Rows made at a time by who walks over a table, and by who looks for one: neighbours are mostly wanted next, and 64
# papers are made in 3 ms.
BATCH_ROWS = 10_000
BLOCK_ROWS = 64


class StoredRows(Sequence[R]):
    """The rows of a table that is kept as Parquet; columns that its schema did not have yet are null or empty.

    Whoever looks rows up in the order of places gets them at the speed of reading them through: the row group and the
    block of the last look-up are kept.
    """

    def __init__(self, table: type[R], content: bytes) -> None:
        self._table = table
        self._content = owned(content)
        file = self._open()
        self._starts = list(accumulate(_group_sizes(file), initial=0))
        self._group: tuple[int, pa.Table] = (-1, complete(table, file.schema_arrow.empty_table()))
        self._block: tuple[tuple[int, int], tuple[R, ...]] = ((-1, -1), ())

    def __reduce__(self) -> tuple[type[StoredRows[R]], tuple[type[R], bytes]]:
        return StoredRows, (self._table, self._content.to_pybytes())

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[R]: ...
    def __getitem__(self, index: int | slice) -> R | Sequence[R]:
        places = range(len(self))[index]
        if isinstance(places, range):
            return tuple(self[place] for place in places)
        number = bisect_right(self._starts, places) - 1
        within = places - self._starts[number]  # its row group, which a block never leaves
        start = within - within % BLOCK_ROWS
        if (number, start) != self._block[0]:
            rows = read_rows(self._table, self._read_kept(number).slice(start, BLOCK_ROWS))
            self._block = (number, start), rows
        return self._block[1][within - start]

    def __iter__(self) -> Iterator[R]:
        for batch in self._batches():
            yield from read_rows(self._table, batch)

    def values(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """Some columns, row by row, a batch at a time."""
        for batch in self._batches(names):
            yield from _values(self._table, batch.select(list(names)))

    def _batches(self, names: Sequence[str] | None = None) -> Iterator[pa.Table]:
        file = self._open()
        present = None if names is None else [name for name in names if name in file.schema_arrow.names]
        for number in range(file.num_row_groups):
            group = complete(self._table, file.read_row_group(number, present), names)
            for start in range(0, group.num_rows, BATCH_ROWS):
                yield group.slice(start, BATCH_ROWS)

    def _read_kept(self, number: int) -> pa.Table:
        if number != self._group[0]:
            self._group = number, self._open().read_row_group(number)
        return self._group[1]

    def _open(self) -> pq.ParquetFile:
        import pyarrow as pa
        import pyarrow.parquet as pq

        return pq.ParquetFile(pa.BufferReader(self._content))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(_same, self, other))

    __hash__ = None  # type: ignore[assignment]  # like every sequence that is compared by what it holds


def owned(content: bytes) -> pa.Buffer:
    """Bytes as memory of Arrow's own.

    Its threads hold what they read a moment longer than its reader lives. Where that is an object of Python, a process
    that ends in that moment is aborted (apache/arrow #50482): 2 of 240 that read two small tables, on a busy machine.
    """
    import pyarrow as pa

    stream = pa.BufferOutputStream()
    stream.write(content)
    return stream.getvalue()


def _group_sizes(file: pq.ParquetFile) -> Iterator[int]:
    metadata = file.metadata
    return (metadata.row_group(number).num_rows for number in range(metadata.num_row_groups))


def _same(one: object, other: object) -> bool:
    return one == other


def read_rows(table: type[R], arrow: pa.Table) -> tuple[R, ...]:
    """An Arrow table as rows, all at once."""
    names = arrow_schema(table).names
    make: Callable[..., R] = functools.partial(_make, table, names)
    return tuple(map(make, _values(table, complete(table, arrow).select(names))))


def _make(table: type[R], names: Sequence[str], values: tuple[Any, ...]) -> R:
    return table(**dict(zip(names, values, strict=True)))


def _values(table: type[Row], arrow: pa.Table) -> Iterator[tuple[Any, ...]]:
    """The values of a batch, row by row, as rows hold them."""
    items = _item_classes(table.TABLE)
    return zip(*(_column(arrow[name], items.get(name)) for name in arrow.column_names), strict=True)


def _column(column: pa.ChunkedArray[Any], item: type[Any] | None) -> list[Any]:
    import pyarrow as pa

    values: list[Any] = column.to_pylist()
    if not pa.types.is_list(column.type):
        return values
    if item is None:
        return [tuple(value) for value in values]
    return [tuple(item(**part) for part in value) for value in values]


@functools.cache
def _item_classes(name: str) -> dict[str, Any]:
    """The dataclasses that list columns of a table hold, by column."""
    items = {column: get_args(hint)[:1] for column, hint in get_type_hints(table_named(name)).items()}
    return {column: item[0] for column, item in items.items() if item and dataclasses.is_dataclass(item[0])}


def read_pieces(file: Any, column: str) -> Iterator[pa.ChunkedArray[Any]]:
    """A column of a Parquet file, a row group after the other."""
    import pyarrow.parquet as pq

    parquet = pq.ParquetFile(file)
    for number in range(parquet.num_row_groups):
        yield parquet.read_row_group(number, [column])[column]


def complete(table: type[Row], arrow: pa.Table, names: Sequence[str] | None = None) -> pa.Table:
    """The table with every column of today's schema, or these: those it did not have yet are null, or empty lists.

    Raises CheckFailed if a column is missing that is never null; the schema gains none of that kind.
    """
    import pyarrow as pa

    wanted = [field for field in arrow_schema(table) if names is None or field.name in names]
    missing = [field for field in wanted if field.name not in arrow.column_names]
    for field in missing:
        if pa.types.is_list(field.type):
            values = pa.array([[]], field.type).take(pa.array([0] * arrow.num_rows, pa.int32()))
        elif field.nullable:
            values = pa.nulls(arrow.num_rows, field.type)
        else:
            raise CheckFailed(
                f"schema: the version has no column {table.TABLE}.{field.name}, which this program needs."
            )
        arrow = arrow.append_column(field, values)
    return arrow.select([*(field.name for field in wanted), *_further(table, arrow)]) if missing else arrow


def _further(table: type[Row], arrow: pa.Table) -> list[str]:
    """Columns that the schema no longer has."""
    return [name for name in arrow.column_names if name not in arrow_schema(table).names]
