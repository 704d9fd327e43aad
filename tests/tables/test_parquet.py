"""Rows through Parquet and back: nothing is added, lost or bent."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enrich.schema import LinkValue, MentionRow, PaperRow, arrow_schema
from enrich.tables import parquet
from enrich.tables.parquet import to_arrow, write_rows
from enrich.tables.stored import read_rows

from .table_rows import mention, paper

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_TEXTS = st.lists(_TEXT, max_size=3).map(tuple)
_EARLY, _LATE = (datetime(year, 1, 1) for year in (1900, 2100))  # noqa: DTZ001 - hypothesis adds the zone
_TIMES = st.none() | st.datetimes(min_value=_EARLY, max_value=_LATE, timezones=st.just(UTC))
_COUNTS = st.none() | st.integers(0, 2**62)
_LINKS = st.lists(st.builds(LinkValue, url=_TEXT, role=_TEXT, text=st.none() | _TEXT), max_size=3).map(tuple)


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            paper,
            st.integers(1, 99_999),
            title=_TEXT,
            abstract=st.none() | _TEXT,
            authors=_TEXTS,
            published_at=_TIMES,
            citation_count=_COUNTS,
        ),
        max_size=5,
    )
)
def test_papers_come_back_as_they_were(rows: list[PaperRow]) -> None:
    assert read_rows(PaperRow, to_arrow(PaperRow, rows)) == tuple(rows)


@settings(deadline=None)
@given(st.lists(st.builds(mention, st.integers(1, 999), links=_LINKS, score=st.none() | st.floats(0, 1)), max_size=5))
def test_mentions_come_back_with_their_links(rows: list[MentionRow]) -> None:
    assert read_rows(MentionRow, to_arrow(MentionRow, rows)) == tuple(rows)


def test_many_rows_are_written_in_groups() -> None:
    rows = [paper(number) for number in range(1, 26)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parquet, "ROWS_AT_ONCE", 10)
        file = io.BytesIO()
        write_rows(file, PaperRow, rows)
    written = pq.ParquetFile(pa.BufferReader(file.getvalue()))
    assert written.metadata.num_row_groups == 3
    assert read_rows(PaperRow, written.read()) == tuple(rows)


def test_file_says_neither_when_nor_where_it_was_written() -> None:
    file = io.BytesIO()
    write_rows(file, PaperRow, [paper(1)])
    metadata = pq.read_metadata(pa.BufferReader(file.getvalue())).metadata
    assert set(metadata) == {b"ARROW:schema", b"table", b"kind", b"schema_version"}


def test_no_rows_are_a_table_with_its_schema() -> None:
    file = io.BytesIO()
    write_rows(file, PaperRow, [])
    read = pq.read_table(pa.BufferReader(file.getvalue()))
    assert read.num_rows == 0
    assert read.schema.equals(arrow_schema(PaperRow), check_metadata=True)
