"""Annotations: what lists put around a title is told by its shape, and what names a part is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.identities.annotations import without_annotation


@pytest.mark.parametrize(
    "title",
    [
        "Waves on Ice (JFM 2020)",
        "Waves on Ice (J. Glaciol.)",
        "Waves on Ice (Moon et al., 2019)",
        "Waves on Ice [PDF]",
        "Waves on Ice (IceNet3)",
        "Waves on Ice, JFM 2020",
        "Waves on Ice, Moon et al.",
        "Waves on Ice - Ada Moon et al. 2019",
        "Waves on Ice by García et al.",
        "Waves on Ice. In J. Fluid Mech. 2020.",
        "Waves on Ice | Phys. Rev. B 2019",
        "Waves on Ice | Best Paper",
        "Waves on Ice JFM 2020",
        "Waves on Ice. JFM'20",
        "Waves on Ice - arXiv:2001.00001",
        "Waves on Ice arXiv preprint arXiv:2001.00001, 2020",
        "Waves on Ice https://example.org/a.pdf",
        "1. Waves on Ice",
        "12) Waves on Ice",
        "[7] Waves on Ice",
        "[2001.00001v2] Waves on Ice",
        "(Optional) Waves on Ice",
        "2021 - Waves on Ice",
        "Moon et al. (2019). Waves on Ice",
    ],
)
def test_what_lists_put_around_a_title_is_left_out(title: str) -> None:
    assert "Waves on Ice" in [shorter.strip(" .") for shorter in without_annotation(title)]


@pytest.mark.parametrize(
    "title",
    [
        "Waves on Ice (Part II)",
        "Waves on Ice (II)",
        "Waves on Ice [v2]",
        "Waves on Ice (part two)",
        "Waves on Ice (B)",
        "Waves on Ice. II. Currents",
        "Waves on Ice, 2nd Edition",
        "Waves of 1918",
        "Waves in COVID-19 Times",
        "Deep Water Review 2019",
        "Waves 25",
        "(Waves)",
        "(Non)-linear Waves",
        "3D Waves on Ice",
    ],
)
def test_what_belongs_to_a_title_is_none(title: str) -> None:
    assert without_annotation(title) == []


def test_a_part_in_front_of_a_venue_is_never_left_out() -> None:
    found = without_annotation("Waves on Ice. II. Currents, JFM 2020")
    assert "Waves on Ice. II. Currents" in found
    assert "Waves on Ice" not in found


@given(st.text(max_size=120) | st.text("[(|.,;-)] aAe0129't", max_size=120))
def test_what_is_left_is_shorter_and_no_text_is_too_odd(title: str) -> None:
    assert all(0 < len(shorter) < len(title) for shorter in without_annotation(title))
