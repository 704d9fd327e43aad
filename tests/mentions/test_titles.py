"""Cleaning takes away what is not the title, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.mentions.titles import clean_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A  Study of\nReefs.", "A Study of Reefs"),
        ("“A Study of Reefs.” [PDF]", "A Study of Reefs"),
        ("A Study of Reefs. Code", "A Study of Reefs"),
        ("A Study of Reefs? [paper] [code]", "A Study of Reefs?"),
        ("A Study of Reefs | Paper | Code", "A Study of Reefs"),
        ("*A Study of Reefs* -", "A Study of Reefs"),
        ("A Study of Reefs...", "A Study of Reefs..."),
        ("Reefs of the U.S.", "Reefs of the U.S."),
        ("A Study of Code", "A Study of Code"),
        ("Reef Data", "Reef Data"),
        ("A Set of Tide Gauge Records (TGR) Data", "A Set of Tide Gauge Records (TGR) Data"),
        ("Records of Tide Gauges (ICES) Data", "Records of Tide Gauges (ICES)"),
        ("C++ and R", "C++ and R"),
        ("LoRA+", "LoRA+"),
        ("Code", "Code"),
        ("[PDF]", ""),
        ("[A study of reefs].", "A study of reefs"),
    ],
)
def test_title_is_freed_of_its_surroundings(text: str, title: str) -> None:
    assert clean_title(text) == title


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_title(text)
    assert clean_title(once) == once


@given(st.text(max_size=60))
def test_clean_title_is_a_part_of_the_text(text: str) -> None:
    assert clean_title(text) in " ".join(text.split())
