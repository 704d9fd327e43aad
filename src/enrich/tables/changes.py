"""What changed between two versions: two opened versions in, a `Diff` out, its changes in the order of tables and keys.

Keys are compared by today's names, so that a paper which gained an identifier is renamed and not gone. When and whether
values were fetched is no change; what they are is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from enrich.errors import VersionNotFound
from enrich.schema import (
    DocumentRow,
    MentionRow,
    PaperAliasRow,
    PaperRepositoryRow,
    PaperRow,
    RepositoryRow,
    Row,
    columns,
    key_columns,
)
from enrich.tables.opened import OpenedVersion
from enrich.tables.storage import LATEST, find_version, open_storage

if TYPE_CHECKING:
    import pyarrow as pa

ADDED, GONE, CHANGED, RENAMED = "added", "gone", "changed", "renamed"
Value = str | int | float | bool | list[str] | None
_SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: a row that came or went, or a value of a column that is another one. `label` is for people."""

    what: str  # added, gone, changed or renamed
    table: str
    key: str
    label: str
    column: str | None = None
    before: Value = None
    after: Value = None


@dataclass(frozen=True, slots=True)
class Diff:
    """All changes from version `before` to version `after`."""

    before: str
    after: str
    changes: tuple[Change, ...]

    def of(self, table: str, what: str | None = None) -> tuple[Change, ...]:
        """The changes of a table, or those of one sort."""
        return tuple(change for change in self.changes if change.table == table and what in (None, change.what))

    def to_json(self) -> str:
        """The changes as JSON text."""
        return json.dumps(asdict(self), indent=2, ensure_ascii=False) + "\n"


@dataclass(frozen=True, slots=True)
class _Compared:
    """How a table is compared: what names a row to people, and the columns that count."""

    table: type[Row]
    label: str
    columns: tuple[str, ...]


def _stated(table: type[Row]) -> tuple[str, ...]:
    """The columns that sources state: what the program computes about them is no news."""
    return tuple(name for name, column in columns(table).items() if column.sources != ("enrich",) and not column.key)


_COMPARED = (
    _Compared(DocumentRow, "document_id", ("title", "sha256", "mention_count")),
    _Compared(MentionRow, "title", ("title", "year", "venue", "section", "paper_id", "outcome")),
    _Compared(PaperRow, "title", (*_stated(PaperRow), "outcome", "mention_count")),
    _Compared(RepositoryRow, "requested_name", _stated(RepositoryRow)),
    _Compared(PaperRepositoryRow, "requested_name", ()),
)


def diff(processed: str | Path, before: str | None = None, after: str = LATEST) -> Diff:
    """The changes between two versions; `before` is by default the version published before `after`.

    Raises VersionNotFound if there is no such version, or none before it.
    """
    storage = open_storage(processed)
    new = find_version(storage, after)
    earlier = [name for name in storage.names() if name < new]
    if before is None and not earlier:
        raise VersionNotFound(f"{new} is the first version in {storage.place}: there is nothing to compare it with.")
    old = find_version(storage, before) if before else earlier[-1]
    return diff_versions(OpenedVersion(storage, old), OpenedVersion(storage, new))


def diff_versions(before: OpenedVersion, after: OpenedVersion) -> Diff:
    """The changes from one version to another."""
    aliases = _aliases(after)
    changes = [change for compared in _COMPARED for change in _table_changes(compared, before, after, aliases)]
    return Diff(before.name, after.name, tuple(changes))


def _aliases(version: OpenedVersion) -> dict[str, str]:
    table = version.table(PaperAliasRow)
    return {row["old_paper_id"]: row["paper_id"] for row in table.to_pylist()}


def _table_changes(
    compared: _Compared, before: OpenedVersion, after: OpenedVersion, aliases: dict[str, str]
) -> Iterator[Change]:
    old, new = (version.table(compared.table) for version in (before, after))
    old_keys, new_keys = _keys(compared.table, old, aliases), _keys(compared.table, new, {})
    yield from sorted(_rows_that_moved(compared, old, new, old_keys, new_keys), key=lambda change: change.key)
    if compared.table is PaperRow:
        yield from _renamed(old, new_keys, old_keys)
    place = {key: index for index, key in enumerate(new_keys)}
    pairs = [(index, place[key]) for index, key in enumerate(old_keys) if key in place]
    for name in compared.columns:
        if name in old.column_names and name in new.column_names:
            yield from _values_that_changed(compared, name, old, new, pairs, new_keys, aliases)


def _keys(table: type[Row], arrow: pa.Table, aliases: dict[str, str]) -> list[str]:
    """The keys of a table's rows as text, with papers by today's name."""
    parts: list[list[Any]] = [
        [aliases.get(str(value), value) if name == "paper_id" else value for value in arrow[name].to_pylist()]
        for name in key_columns(table)
    ]
    return [" ".join(str(part) for part in key) for key in zip(*parts, strict=True)]


def _rows_that_moved(
    compared: _Compared, old: pa.Table, new: pa.Table, old_keys: Sequence[str], new_keys: Sequence[str]
) -> Iterator[Change]:
    for what, arrow, keys, others in ((GONE, old, old_keys, set(new_keys)), (ADDED, new, new_keys, set(old_keys))):
        for index, key in enumerate(keys):
            if key not in others:
                yield Change(what, compared.table.TABLE, key, str(arrow[compared.label][index].as_py()))


def _renamed(old: pa.Table, new_keys: Sequence[str], old_keys: Sequence[str]) -> Iterator[Change]:
    """Papers that go by another name now."""
    there = set(new_keys)
    for index, (was, key) in enumerate(zip(old["paper_id"].to_pylist(), old_keys, strict=True)):
        if was != key and key in there:
            yield Change(RENAMED, PaperRow.TABLE, key, old["title"][index].as_py(), "paper_id", was, key)


def _values_that_changed(
    compared: _Compared,
    name: str,
    old: pa.Table,
    new: pa.Table,
    pairs: Sequence[tuple[int, int]],
    keys: Sequence[str],
    aliases: dict[str, str],
) -> Iterator[Change]:
    """Compared by column, so that only what changed is looked at row by row."""
    before = old[name].take(_indices(index for index, _ in pairs))
    after = new[name].take(_indices(index for _, index in pairs))
    what = RENAMED if (compared.table, name) == (RepositoryRow, "full_name") else CHANGED
    for index in _unequal(before, after):
        was, now = _value(before[index].as_py()), _value(after[index].as_py())
        if name == "paper_id" and aliases.get(was, was) == now:
            continue  # the same paper by its new name
        place = pairs[index][1]
        label = str(new[compared.label][place].as_py())
        sort = CHANGED if was is None or now is None else what
        yield Change(sort, compared.table.TABLE, keys[place], label, name, was, now)


def _unequal(before: Any, after: Any) -> list[int]:
    """Where two columns differ; null equals null."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_list(before.type):
        before, after = (_joined(column) for column in (before, after))
    same = pc.fill_null(pc.equal(before, after), False)
    both_null = pc.and_(pc.is_null(before), pc.is_null(after))
    differs = pc.invert(pc.or_(same, both_null))
    return [index for index, differ in enumerate(differs.to_pylist()) if differ]


def _indices(numbers: Iterable[int]) -> Any:
    import pyarrow as pa

    return pa.array(list(numbers), pa.int64())  # typed, because there may be none


def _joined(column: Any) -> Any:
    """Lists of strings as strings, which can be compared."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.binary_join(column.cast(pa.list_(pa.string())), pa.scalar(_SEPARATOR))


def _value(value: Any) -> Any:
    """A value that JSON can hold."""
    return value.isoformat() if isinstance(value, datetime) else value
