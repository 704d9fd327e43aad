"""Years of two digits that a blank parts from their apostrophe."""

from __future__ import annotations

import pytest

from enrich.mentions.shapes.shortyears import close_years

_OTHERS = "A | [ICES' 14]\nB (Sea Lett.’ 98)\n"


@pytest.mark.parametrize(
    ("apart", "closed"),
    [
        ("[ICES' 14]", "[ICES '14]"),
        ("**arXiv’ 07**", "**arXiv ’07**"),
        ("Tides, Reefs' 21", "Tides, Reefs '21"),
        ("ICES' 09, Oral", "ICES '09, Oral"),
        ("The mariners' 10 rules", "The mariners' 10 rules"),
        ("Mariners' 10 Rules", "Mariners' 10 Rules"),
        ("the crews' 12", "the crews' 12"),
    ],
)
def test_years_stand_behind_their_apostrophe_where_a_document_has_several(apart: str, closed: str) -> None:
    others = close_years(_OTHERS + "C [ICES' 15]\n")
    assert close_years(f"{_OTHERS}C [ICES' 15]\n{apart}") == others + closed
    assert len(apart) == len(closed)


def test_a_single_one_stays() -> None:
    assert close_years("Songs of the Beatles' 65") == "Songs of the Beatles' 65"


def test_signs_that_close_quotations_and_names_of_no_acronyms_stay() -> None:
    for text in (
        "Ann Moe, 'Slow Rivers and Sand' 12, 345.\nMax Poe, ‘Mussel Growth’ 13, 345.\nJane Roe, `ICES` 14, 5.\n",
        "<a title='ICES' 14>A</a>\n<a title='ICES' 15>B</a>\n<a title='ICES' 16>C</a>\n",
        "The Mariners' 10\nPaid Work of Students' 12. Ann Moe\nWhat is Left of the Owners' 14. Max Poe\n",
    ):
        assert close_years(text * 2) == text * 2
