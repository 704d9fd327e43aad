"""Initials without a blank behind them are those of people, where a document has several such names."""

from __future__ import annotations

import pytest

from enrich.mentions.shapes.initials import part_initials

NAMES = ("Bell", "Carr", "Dorn", "Falk", "Gray", "Hahn", "Imhof", "Jansen")


@pytest.mark.parametrize(
    ("name", "parted"),
    [
        ("J.-P.Roe", "J.-P. Roe"),
        ("M.v.d.Roe", "M. v. d. Roe"),
        ("A.D'Moe", "A. D'Moe"),
        ("Yu.Lis", "Yu. Lis"),
        ("https://roe.org/A.Roe.pdf", "https://roe.org/A.Roe.pdf"),
        ("[page](A.Roe)", "[page](A.Roe)"),
        ("e.g.Roe", "e.g.Roe"),
    ],
)
def test_initials_are_parted_from_names_alone(name: str, parted: str) -> None:
    others = ", ".join(f"A.{other}" for other in NAMES)
    assert part_initials(f"{name} {others}") == f"{parted} {others.replace('.', '. ')}"


def test_few_such_words_may_have_lost_a_blank() -> None:
    assert part_initials("in vitamin D.The rest, A.Roe") == "in vitamin D.The rest, A.Roe"
