"""Evidence beyond the title: names however they are spelled, abstracts in whole or in part."""

from __future__ import annotations

import pytest

from enrich.identities.evidence import compare_abstracts, compare_authors, surname

TEXT = "We show that the orbits of icy moons are locked by the tides of their planet long before ice has formed"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Edward J. Hu", "hu"),
        ("Hu, Edward J.", "hu"),
        ("Bernhard Schölkopf*", "scholkopf"),
        ("Łukasz Kaiser et al.", "kaiser"),
        ("Sammy Davis Jr.", "davis"),
        ("et al.", ""),
    ],
)
def test_surname_is_found_in_any_order(name: str, folded: str) -> None:
    assert surname(name) == folded


@pytest.mark.parametrize(
    ("listed", "offered", "agree"),
    [
        (["Ada Moon"], ["Moon, Ada", "Bo Star"], True),
        (["A. Moon", "B. Star", "C. Sun"], ["Ada Moon", "Bo Star"], True),
        (["Ada Moon", "Bo Star"], ["Cy Sun", "Di Mars"], False),
        (["Some Institute"], ["Cy Sun", "Di Mars"], None),
        (["Kristof Muller", "Bo Star"], ["Kristóf Müler", "Di Mars"], True),
        ([], ["Cy Sun"], None),
        (["Ada Moon"], [], None),
    ],
)
def test_compare_authors_says_nothing_where_it_can_t_tell(
    listed: list[str], offered: list[str], agree: bool | None
) -> None:
    assert compare_authors(listed, offered) is agree


def test_compare_abstracts_knows_a_part_of_an_abstract() -> None:
    assert compare_abstracts(TEXT, f"{TEXT}. {TEXT[::-1]}") is True
    assert compare_abstracts("Too short", TEXT) is None
    assert compare_abstracts(None, TEXT) is None


def test_compare_abstracts_knows_another_one() -> None:
    other = " ".join(f"sentence {n} is on something else" for n in range(20))
    assert compare_abstracts(other, " ".join(f"word{n}" for n in range(60))) is False
