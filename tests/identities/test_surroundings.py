"""Titles among other words: found where they stand, and not where the other words make them another paper's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.identities.forms import Title
from enrich.identities.surroundings import Within, find_within

MOSS = Title("Green Moss: Old Harbour Walls in Winter")


@pytest.mark.parametrize(
    "listed",
    [
        "Lee, K. Green moss: old harbour walls in winter. In Proc. Walls, 2014.",
        '[3] K. Lee et al., "Green moss: old harbour walls in winter," Walls 52, 436 (2014).',
        "Green moss: old harbour walls in winter - a must",
        "Green moss, old harbour walls in winter (K. Lee, Walls 2014) [slides]",
    ],
)
def test_a_title_between_marks_is_found(listed: str) -> None:
    assert find_within(Title(listed), MOSS) == Within(MOSS.weight)


def test_a_title_that_runs_on_into_a_venue_is_weaker() -> None:
    within = find_within(Title("K. Lee: Green moss: old harbour walls in winter Walls 2014"), MOSS)
    assert within == Within(MOSS.weight - 2)


def test_slips_in_a_title_between_marks_are_counted() -> None:
    within = find_within(Title("Lee. Green moss: old harbor walls in winter. Walls, 2014"), MOSS)
    assert within == Within(MOSS.weight, typos=1)


@pytest.mark.parametrize(
    "listed",
    [
        "Green moss: old harbour walls in winter",
        "Green moss: old harbour walls in winter, Part II",
        "Green moss: old harbour walls in winter v2",
        "Erratum: Green moss: old harbour walls in winter",
        'A remark on "Green moss: old harbour walls in winter"',
        "Green moss: old harbour walls in winter and in spring",
        "Green moss: old harbour walls in winter seen from above",
        "Green moss: old harbour walls in winters past, 2014",
        "Walls, II. Green moss: old harbour walls in winter",
    ],
)
def test_other_papers_titles_are_not_taken_for_one_with_surroundings(listed: str) -> None:
    assert find_within(Title(listed), MOSS) is None


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_can_be_looked_at(listed: str, offered: str) -> None:
    within = find_within(Title(listed), Title(offered))
    assert within is None or within.words <= Title(offered).weight
