"""JSON text: what went in comes out, and nothing in it steers a terminal."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.json_text import to_json

TEXTS = st.text() | st.text('\x1b\x7f\x9b\u202e\u2066\u2028\\"a')


@given(st.recursive(TEXTS | st.none(), lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)))
def test_json_gives_back_what_went_in_and_steers_nothing(value: object) -> None:
    text = to_json(value)
    assert json.loads(text) == value
    assert not [character for character in text if unicodedata.category(character) == "Cc"]
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


def test_times_are_written_in_iso_8601_and_odd_values_refused() -> None:
    assert to_json({"at": datetime(2026, 11, 1, tzinfo=UTC)}) == '{"at": "2026-11-01T00:00:00+00:00"}'
    with pytest.raises(TypeError):
        to_json(object())
