"""Cells: none starts a formula, and any text comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.cells import FORMULA, as_cell, from_cell


@given(st.text() | st.text("'=+-@\t\r a", max_size=4))
def test_a_cell_starts_no_formula_and_gives_its_text_back(text: str) -> None:
    cell = as_cell(text)
    assert not cell.startswith(FORMULA)
    assert from_cell(cell) == text


@pytest.mark.parametrize("text", ["plain", "'quoted' word", "", "a=b"])
def test_harmless_text_is_its_own_cell(text: str) -> None:
    assert as_cell(text) == text
