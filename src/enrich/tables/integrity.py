"""Whether tables are what the schema says: Arrow tables in, problems out. These can't be accepted on purpose.

schema      types, order, nullability and metadata are those declared, and no null stands where none may be
keys        no two rows of a table have the same key
references  every value of a referring column occurs in the column it refers to
units       counts, shares, years and addresses are what their unit says
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Protocol

from enrich.schema import TABLES, Row, arrow_schema, columns, key_columns, table_named

if TYPE_CHECKING:
    import pyarrow as pa


class Reader(Protocol):
    """The tables of a version or a draft, column by column, so that a check reads no more of a file than it needs."""

    def schema(self, table: type[Row]) -> pa.Schema:
        """The schema of a table as it lies there."""
        ...

    def table(self, table: type[Row], columns: Sequence[str] | None = None) -> pa.Table:
        """A table, or some of its columns."""
        ...

    def pieces(self, table: type[Row], column: str) -> Iterator[pa.ChunkedArray[Any]]:
        """A column, a piece after the other: that of a million abstracts as a whole is a gigabyte."""
        ...


_NEVER_NEGATIVE = frozenset(
    ["papers", "stars", "forks", "people", "issues", "items", "version", "line", "place", "as named by metric"]
)
_YEARS = (1400, 2200)


# Tables up to this size are read whole and once: opening a file 250 times made a small publication five times as slow.
SMALL_ROWS = 50_000


class Remembering:
    """A reader that keeps small tables, and reads only the columns asked for of large ones."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._kept: dict[str, pa.Table | None] = {}

    def schema(self, table: type[Row]) -> pa.Schema:
        """The schema of a table as it lies there."""
        return self._reader.schema(table)

    def table(self, table: type[Row], columns: Sequence[str] | None = None) -> pa.Table:
        """A table, or some of its columns."""
        kept = self._small(table)
        if kept is None:
            return self._reader.table(table, columns)
        return kept if columns is None else kept.select(list(columns))

    def pieces(self, table: type[Row], column: str) -> Iterator[pa.ChunkedArray[Any]]:
        """A column, a piece after the other."""
        kept = self._small(table)
        return self._reader.pieces(table, column) if kept is None else iter([kept[column]])

    def _small(self, table: type[Row]) -> pa.Table | None:
        if table.TABLE not in self._kept:
            small = self._reader.table(table, []).num_rows <= SMALL_ROWS
            self._kept[table.TABLE] = self._reader.table(table) if small else None
        return self._kept[table.TABLE]


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule: the check's name, the table and column, and what is wrong, with an example."""

    check: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.check}: {self.where} {self.what}"


def check_integrity(read: Reader, *, exact: bool = True) -> list[Problem]:
    """All problems of a set of tables. `exact` is for those that are new: their schema is today's word for word."""
    schema = [problem for table in TABLES for problem in check_schema(table, read, exact=exact)]
    if schema:
        return schema  # what is of another shape can't be looked into any further
    checks = (check_keys, check_references, check_units)
    return [problem for check in checks for table in TABLES for problem in check(table, read)]


def check_schema(table: type[Row], read: Reader, *, exact: bool) -> Iterator[Problem]:
    """The file's schema is the declared one, and nulls stand only where they may.

    What was published earlier may describe columns in other words, and have some that are no longer declared.
    """
    declared, found = arrow_schema(table), read.schema(table)
    for field in declared:
        where, index = f"{table.TABLE}.{field.name}", found.get_field_index(field.name)
        if index < 0:
            yield Problem("schema", where, "is missing")
        elif not found.field(index).equals(field, check_metadata=exact):
            yield Problem("schema", where, f"is not declared as {found.field(index).type}")
        elif nulls := sum(_forbidden_nulls(field, piece) for piece in read.pieces(table, field.name)):
            yield Problem("schema", where, f"is null in {nulls} rows where it may not be")
    for name in found.names:
        if exact and name not in declared.names:
            yield Problem("schema", f"{table.TABLE}.{name}", "is not declared")


def _forbidden_nulls(field: pa.Field[Any], column: Any) -> int:
    import pyarrow as pa
    import pyarrow.compute as pc

    nulls = 0 if field.nullable else column.null_count
    if pa.types.is_list(field.type):
        nulls += _forbidden_nulls(field.type.value_field, pc.list_flatten(column))
    elif pa.types.is_struct(field.type):
        nulls += sum(_forbidden_nulls(part, pc.struct_field(column, part.name)) for part in field.type)
    return int(nulls)


def check_keys(table: type[Row], read: Reader) -> Iterator[Problem]:
    """No two rows have the same key."""
    import pyarrow as pa
    import pyarrow.compute as pc

    keys = list(key_columns(table))
    if _ascends(read, table, keys):
        return
    counted = read.table(table, keys).group_by(keys).aggregate([([], "count_all")])
    doubled = counted.filter(pc.greater(counted["count_all"], pa.scalar(1)))
    if doubled.num_rows:
        example = ", ".join(str(value) for value in doubled.select(keys).slice(0, 1).to_pylist()[0].values())
        where = f"{table.TABLE}.{'+'.join(keys)}"
        yield Problem("keys", where, f"has {doubled.num_rows} keys more than once, such as {example}")


def _ascends(read: Reader, table: type[Row], keys: Sequence[str]) -> bool:
    """Whether every row's key is greater than that of the row before it, as assembling leaves them.

    To look at neighbours takes the memory of a row group; to count three million keys takes a gigabyte.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    before: list[Any] = [[]] * len(keys)  # the last row of the piece before
    for pieces in zip(*(read.pieces(table, key) for key in keys), strict=True):
        columns = [
            pa.chunked_array([pa.array(last, piece.type), *piece.chunks])
            for last, piece in zip(before, pieces, strict=True)
        ]
        if not pc.all(_less_than_next(columns), min_count=0).as_py():
            return False
        before = [column.slice(max(0, len(column) - 1)).to_pylist() for column in columns]
    return True


def _less_than_next(columns: Sequence[Any]) -> Any:
    """Whether each row but the last comes before the next one, by the first column in which they differ."""
    import pyarrow as pa
    import pyarrow.compute as pc

    less: Any = pa.scalar(False)
    equal: Any = pa.scalar(True)
    for column in columns:
        rows, next_rows = column.slice(0, max(0, len(column) - 1)), column.slice(1)
        less = pc.or_(less, pc.and_(equal, pc.less(rows, next_rows)))
        equal = pc.and_(equal, pc.equal(rows, next_rows))
    return less


def check_references(table: type[Row], read: Reader) -> Iterator[Problem]:
    """Every value of a referring column occurs where it refers to."""
    import pyarrow.compute as pc

    for name, column in columns(table).items():
        if column.references:
            target, field = column.references.split(".")
            known = read.table(table_named(target), [field])[field].combine_chunks()
            values = read.table(table, [name])[name].drop_null().unique()
            lost = values.filter(pc.invert(pc.is_in(values, value_set=known)))
            if len(lost):
                what = f"names {len(lost)} values that {column.references} lacks, such as {lost[0]}"
                yield Problem("references", f"{table.TABLE}.{name}", what)


def check_units(table: type[Row], read: Reader) -> Iterator[Problem]:
    """Values lie where their unit says they must."""
    for name, column in columns(table).items():
        bounds = _bounds(column.unit)
        if bounds:
            found = (_outside(table, name, piece, *bounds) for piece in read.pieces(table, name))
        elif column.unit == "URL":
            found = (_no_address(table, name, piece) for piece in read.pieces(table, name))
        else:
            continue
        yield from islice(chain.from_iterable(found), 1)


def _bounds(unit: str) -> tuple[float, float] | None:
    if unit in _NEVER_NEGATIVE:
        return (0, float("inf"))
    return {"0..1": (0.0, 1.0), "year": _YEARS}.get(unit)


def _outside(table: type[Row], name: str, column: Any, low: float, high: float) -> Iterator[Problem]:
    import pyarrow.compute as pc

    extremes: dict[str, Any] = dict(pc.min_max(column))
    for value in (extreme.as_py() for extreme in extremes.values()):
        if value is not None and not low <= value <= high:
            yield Problem("units", f"{table.TABLE}.{name}", f"holds {value}, which is not between {low} and {high}")


def _no_address(table: type[Row], name: str, column: Any) -> Iterator[Problem]:
    import pyarrow.compute as pc

    values = column.drop_null()
    bad = values.filter(pc.invert(pc.match_substring_regex(values, r"^https?://\S")))
    if len(bad):
        yield Problem("units", f"{table.TABLE}.{name}", f"holds {bad[0]}, which is no web address")
