"""The conventions of the tables, and that one name means one thing everywhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from enrich.schema import (
    SCHEMA_CHANGES,
    SCHEMA_VERSION,
    TABLES,
    Column,
    Row,
    arrow_schema,
    columns,
    key_columns,
    row_key,
    table_named,
)

ALL = [(table, name, column) for table in TABLES for name, column in columns(table).items()]
NAMES = [f"{table.TABLE}.{name}" for table, name, _ in ALL]
SOURCES = {"enrich", "arxiv", "datacite", "catalog", "semantic_scholar", "github", "hugging_face", "document"}


@pytest.mark.parametrize(("table", "name", "column"), ALL, ids=NAMES)
def test_column_keeps_the_conventions(table: type[Row], name: str, column: Column) -> None:
    field = arrow_schema(table).field(name)
    assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name)
    assert column.description
    assert not column.description.endswith(".")
    assert set(column.sources) <= SOURCES
    if name.endswith("_at"):
        assert (field.type, column.unit) == (pa.timestamp("us", tz="UTC"), "UTC")
    if pa.types.is_integer(field.type) and not name.endswith(("_id", "version")):
        assert column.unit, "a number has a unit"
    if name.endswith("_count"):
        assert pa.types.is_integer(field.type)
    if name.endswith("_url") or name == "url":
        assert column.unit == "URL"
    if name.endswith(("_score", "score")):
        assert (field.type, column.unit) == (pa.float64(), "0..1")


def test_name_has_one_type_in_all_tables() -> None:
    kinds: dict[str, set[str]] = {}
    for table, name, _ in ALL:
        kinds.setdefault(name, set()).add(str(arrow_schema(table).field(name).type))
    assert {name for name, found in kinds.items() if len(found) > 1} == set()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.TABLE)
def test_table_has_a_key_that_is_never_null(table: type[Row]) -> None:
    assert key_columns(table)
    assert table.KIND in ("entity", "association", "observation")
    assert table.__doc__
    assert not any(arrow_schema(table).field(name).nullable for name in key_columns(table))


def test_references_lead_to_key_columns() -> None:
    for table, name, column in ALL:
        if column.references:
            target, field = column.references.split(".")
            assert key_columns(table_named(target)) == (field,)
            assert arrow_schema(table).field(name).type == arrow_schema(table_named(target)).field(field).type


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.TABLE)
def test_schema_survives_parquet_whole(table: type[Row]) -> None:
    sink = pa.BufferOutputStream()
    pq.write_table(arrow_schema(table).empty_table(), sink)
    read = pq.read_schema(pa.BufferReader(sink.getvalue()))
    assert read.equals(arrow_schema(table), check_metadata=True)


# What every schema version declared, to hold today's against: whoever changes schema.py adds a sentence to
# SCHEMA_CHANGES and a file here (json.dumps(declared(), indent=1)).
SCHEMAS = Path(__file__).parent / "data" / "schemas"


def declared() -> dict[str, dict[str, Any]]:
    """What readers of the tables rely on, column by column: all but descriptions and sources."""
    return {table.TABLE: {name: _declared(table, name) for name in columns(table)} for table in TABLES}


def _declared(table: type[Row], name: str) -> dict[str, Any]:
    field, column = arrow_schema(table).field(name), columns(table)[name]
    told = {"type": str(field.type), "nullable": field.nullable, "unit": column.unit}
    return told | {"key": column.key, "references": column.references}


def declared_in(schema_version: int) -> dict[str, dict[str, Any]]:
    content: dict[str, dict[str, Any]] = json.loads((SCHEMAS / f"{schema_version}.json").read_text())
    return content


def test_schema_that_changed_has_a_new_version() -> None:
    assert len(list(SCHEMAS.glob("*.json"))) == len(SCHEMA_CHANGES)
    assert declared() == declared_in(SCHEMA_VERSION), (
        "add a sentence to SCHEMA_CHANGES and a file to tests/data/schemas"
    )


def test_columns_that_were_gained_may_be_null_or_empty() -> None:
    """Else older versions could no longer be loaded."""
    for version in range(1, SCHEMA_VERSION):
        older = declared_in(version)
        for table, name, _ in ALL:
            field = arrow_schema(table).field(name)
            assert name in older[table.TABLE] or field.nullable or pa.types.is_list(field.type)


def test_unknown_table_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        table_named("novels")


def test_rows_are_keyed_by_their_key_columns() -> None:
    from enrich.schema import PaperAliasRow, PaperRepositoryRow

    assert row_key(PaperAliasRow)(PaperAliasRow(old_paper_id="a", paper_id="b")) == "a"
    claim = PaperRepositoryRow(paper_id="a", repository_id=None, requested_name="b/c", evidence="catalog")
    assert row_key(PaperRepositoryRow)(claim) == ("a", "b/c", "catalog")
