"""Rows that stay Parquet are the rows that were written, however they are looked at."""

from __future__ import annotations

import io
import pickle
import sys

import pyarrow.parquet as pq
import pytest

from enrich.errors import CheckFailed
from enrich.schema import PaperRow
from enrich.tables.parquet import to_arrow
from enrich.tables.stored import BLOCK_ROWS, StoredRows, owned

from .table_rows import paper

ROWS = [paper(number) for number in range(1, 3 * BLOCK_ROWS)]


def stored(*without: str, row_group_size: int = BLOCK_ROWS + 7) -> StoredRows[PaperRow]:
    file = io.BytesIO()
    pq.write_table(to_arrow(PaperRow, ROWS).drop_columns(list(without)), file, row_group_size=row_group_size)
    return StoredRows(PaperRow, file.getvalue())


def test_rows_are_found_by_place_in_any_order() -> None:
    rows = stored()
    assert len(rows) == len(ROWS)
    for place in (0, 1, BLOCK_ROWS + 6, BLOCK_ROWS + 7, 5, -1, len(ROWS) - 1, BLOCK_ROWS, 2 * BLOCK_ROWS + 14):
        assert rows[place] == ROWS[place]
    assert rows[60:75] == tuple(ROWS[60:75])
    with pytest.raises(IndexError):
        rows[len(ROWS)]


def test_rows_are_walked_over_again_and_again() -> None:
    rows = stored()
    assert list(rows) == list(rows) == ROWS
    assert rows == ROWS
    assert rows != ROWS[1:]


def test_columns_come_without_rows() -> None:
    assert list(stored().values("paper_id", "authors")) == [(row.paper_id, row.authors) for row in ROWS]


def test_columns_that_are_younger_are_null_or_empty() -> None:
    rows = stored("tldr", "fields_of_study")
    assert (rows[0].tldr, rows[0].fields_of_study, rows[0].title) == (None, (), ROWS[0].title)
    assert set(rows.values("fields_of_study", "tldr")) == {((), None)}


def test_column_that_may_not_be_missing_is_told_at_once() -> None:
    with pytest.raises(CheckFailed, match=r"has no column papers\.title"):
        stored("title")


def test_rows_travel_between_processes() -> None:
    rows = stored()
    assert rows[3] == ROWS[3]
    assert pickle.loads(pickle.dumps(rows)) == ROWS


def test_arrow_holds_no_object_of_python() -> None:
    content = bytes(range(256)) * 4
    held = sys.getrefcount(content)
    memory = owned(content)
    assert memory.to_pybytes() == content
    assert sys.getrefcount(content) == held
