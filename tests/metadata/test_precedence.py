"""Who is believed, column by column: the order that schema.py declares, and no other."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

import pytest

from enrich.metadata import assemble, precedence
from enrich.metadata.precedence import STATED_COLUMNS
from enrich.records import Lookup, PaperRecord
from enrich.schema import PREPRINT, PaperRow, columns

from .scenes import findings, matched, mention, papers, says, week

TITLE, PAPER_ID = "Kelp forests under warming", "2101.00001"
SERVICES = ("arxiv", "datacite", "catalog", "semantic_scholar")
# What a document can state of a paper, and the title, which it always does.
OF_DOCUMENTS = ("abstract", "authors", "year", "venue")


def value_of(column: str, source: str) -> Any:
    """A value that nobody else gives."""
    number = 1 + (*SERVICES, "document").index(source)
    hint = next(field.type for field in dataclasses.fields(PaperRecord) if field.name == column)
    if "datetime" in str(hint):
        return datetime(2020, 1, number, tzinfo=UTC)
    if "int" in str(hint):
        return 2000 + number
    return (f"{column} of {source}",) if "tuple" in str(hint) else f"{column} of {source}"


def answers(column: str, sources: tuple[str, ...]) -> Mapping[str, Mapping[str, Lookup[PaperRecord]]]:
    """All services know the paper; those of `sources` state the column."""
    told = {}
    for source in SERVICES:
        value = value_of(column, source)
        stated = {} if source not in sources else {"names": value} if column == "authors" else {column: value}
        key = f"ARXIV:{PAPER_ID}" if source == "semantic_scholar" else PAPER_ID
        told[source] = {key: says(source, arxiv_id=PAPER_ID, **stated)}  # type: ignore[arg-type]
    return told


def believed(column: str, sources: tuple[str, ...]) -> Any:
    """The value that is published where these sources state the column."""
    own = {column: value_of(column, "document")} if "document" in sources and column in OF_DOCUMENTS else {}
    found = findings([mention(TITLE, **own)], [matched(TITLE, arxiv_id=PAPER_ID)], **answers(column, sources))
    return getattr(papers(assemble(found, None, week(1)))[f"arxiv:{PAPER_ID}"], column)


def orders() -> list[Any]:
    """Every column with every tail of its order: the first of the tail is to be believed."""
    return [
        pytest.param(column, order[start:], id=f"{column}-{order[start]}")
        for column in STATED_COLUMNS
        for order in [columns(PaperRow)[column].sources]
        for start in range(len(order))
        if order[start] != "document" or column in OF_DOCUMENTS
    ]


@pytest.mark.parametrize(("column", "order"), orders())
def test_the_first_source_that_states_a_value_is_believed(column: str, order: tuple[str, ...]) -> None:
    assert believed(column, order) == value_of(column, order[0])


@pytest.mark.parametrize("column", [name for name in STATED_COLUMNS if len(columns(PaperRow)[name].sources) > 1])
def test_the_order_is_taken_from_the_declaration(column: str, monkeypatch: pytest.MonkeyPatch) -> None:
    declared = columns(PaperRow)
    order = tuple(source for source in declared[column].sources if source in SERVICES)
    turned = dataclasses.replace(declared[column], sources=tuple(reversed(order)))
    changed = MappingProxyType({**declared, column: turned})
    monkeypatch.setattr(precedence, "columns", lambda table: changed)
    assert believed(column, order) == value_of(column, order[-1])


def test_a_source_that_may_not_state_a_column_is_not_heard() -> None:
    assert believed("citation_count", ("arxiv", "datacite", "catalog")) is None
    assert believed("primary_category", ("semantic_scholar",)) is None


def test_who_speaks_for_arxiv_is_declared_there_too() -> None:
    from enrich.metadata.findings import ARXIV_SOURCES

    assert ARXIV_SOURCES is PREPRINT
