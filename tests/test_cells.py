"""Cells: none starts a formula, and any text comes back as it was."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.cells import FORMULA, as_cell, from_cell, without_controls


@given(st.text() | st.text("'=+-@\t\r\n＝ a", max_size=4))
def test_a_cell_starts_no_formula_and_gives_its_text_back(text: str) -> None:
    cell = as_cell(text)
    assert not cell.startswith(FORMULA)
    assert from_cell(cell) == without_controls(text)


@given(st.text() | st.text("\x00\x07\x1b\x7f\x9b\r\t\n a"))
def test_a_cell_steers_no_terminal(text: str) -> None:
    kept = as_cell(text).replace("\t", "").replace("\n", "")
    assert not [character for character in kept if unicodedata.category(character) == "Cc"]


@pytest.mark.parametrize("text", ["plain", "'quoted' word", "", "a=b"])
def test_harmless_text_is_its_own_cell(text: str) -> None:
    assert as_cell(text) == text
