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
        ("[page](A.Roe.pdf)", "[page](A.Roe.pdf)"),
        ("e.g.Roe", "e.g.Roe"),
        ("<li>B.Poe, C.Moe", "<li>B. Poe, C. Moe"),
    ],
)
def test_initials_are_parted_from_names_alone(name: str, parted: str) -> None:
    others = ", ".join(f"A.{other}" for other in NAMES)
    assert part_initials(f"{name} {others}") == f"{parted} {others.replace('.', '. ')}"


def test_columns_behind_names_and_addresses_stay() -> None:
    lines = [f"{n}  A.{name}, B.{name}    Sand    https://x.org/?by=x,A.{name}" for n, name in enumerate(NAMES)]
    parted = part_initials("\n".join(lines)).split("\n")
    assert [line.index("Sand") for line in parted] == [line.index("Sand") for line in lines]
    assert parted[0] == "0  A. Bell, B. Bell  Sand    https://x.org/?by=x,A.Bell"


def test_names_of_other_things_stand_by_themselves() -> None:
    text = " and then ".join(f"A.{name}" for name in NAMES)
    assert part_initials(text) == text


def test_few_such_words_may_have_lost_a_blank() -> None:
    assert part_initials("in vitamin D.The rest, A.Roe") == "in vitamin D.The rest, A.Roe"
