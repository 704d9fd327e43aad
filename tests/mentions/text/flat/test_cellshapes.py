"""Shapes of single cells of tables whose cells run together."""

from __future__ import annotations

import pytest

from enrich.mentions.text.flat.cellshapes import _without_numbers


@pytest.mark.parametrize("behind", ["12 34", "12, 34, 56", "412, A33"])
def test_volumes_and_pages_are_taken_off_venues(behind: str) -> None:
    text = f"Sand Review {behind}"
    assert _without_numbers(text.split(), text) == "Sand Review"
