"""The data dictionary: every table and column as a page of Markdown, made from `enrich.schema` and nothing else.

The page is `docs/reference/tables.md`, made anew by
`python -c "from enrich.tables import data_dictionary as d; print(d(), end='')" > docs/reference/tables.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from enrich.schema import SCHEMA_CHANGES, SCHEMA_VERSION, TABLES, Row, arrow_schema, columns


def data_dictionary() -> str:
    """The whole page."""
    parts = [
        "<!-- Made from src/enrich/schema.py; src/enrich/tables/dictionary.py says how. -->",
        "# Data dictionary",
        f"Schema version {SCHEMA_VERSION}. Times are UTC. Null means not known, never zero. Sources stand in order of "
        "precedence: the first that states a value is believed. A file of every version carries all this in its own "
        "Parquet metadata.",
        *(_describe(table) for table in TABLES),
        _changes(),
    ]
    return "\n\n".join(parts) + "\n"


def _changes() -> str:
    about = (
        "Versions of an older schema still load with `enrich.load`, which adds the columns that are younger: null, or "
        "empty lists; so does DuckDB over many versions, with `union_by_name = true`."
    )
    notes = [f"{number}. {note}" for number, note in enumerate(SCHEMA_CHANGES, start=1)]
    return "\n".join(["## Changes of the schema", "", about, "", *notes])


def _describe(table: type[Row]) -> str:
    about = " ".join((table.__doc__ or "").split())
    head = "| column | type | unit | what it holds | sources |\n|---|---|---|---|---|"
    return "\n".join([f"## {table.TABLE}", "", f"{about} Kind: {table.KIND}.", "", head, *_lines(table)])


def _lines(table: type[Row]) -> Iterator[str]:
    for field in arrow_schema(table):
        column = columns(table)[field.name]
        name = f"**{field.name}** (key)" if column.key else field.name
        kind = f"{field.type}" if not field.nullable else f"{field.type}, may be null"
        what = f"{column.description}; one of {column.references}" if column.references else column.description
        cells = (name, _short(kind), column.unit, what, ", ".join(column.sources))
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _short(kind: str) -> str:
    """Arrow's type in fewer words."""
    for long, short in (("element: ", ""), (" not null", ""), ("timestamp[us, tz=UTC]", "timestamp")):
        kind = kind.replace(long, short)
    return kind
