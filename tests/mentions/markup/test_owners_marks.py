"""Marks that an owner sets beside some entries ("!", "*", "(P)") are no part of titles; what is counted in them is."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import papers

MARKED = """
# Tides

- * Statement on the tides of cold and shallow lagoons (Roe, Coastal Letters, 2019)
- ! Dune insufficiency in the north: historical background (Poe et al, Shores Today, 2012)
- Guidelines for the evaluation of salt marshes (Moe, Marine Notes, 2010)
- * Seals at play: are we only seeing the tip of the iceberg?
- ! 2018 guidelines for sea caves and stony beaches (Roe, Coastal Letters, 2018)
"""
CITED = """
# Tides

* A threshold of two fathoms for counting seals, Coastal Letters 1998 (P)
* A greedy heuristic for the ferry problem, Shores Today 1979
* On shallow lagoons, Marine Notes 1980
* (P) Kelp flows, sand embeddings and dune partitioning, Marine Notes 2004
* When tides collide: an algorithm for the sandy problem on marshes, Marine Notes 1995 (P). Skim.
"""
SERIES = """
# Tides

- Numerical calculations of dunes. I. Grains (Roe, Coastal Letters, 2018)
- Evidence on the rescue of seals. Part 7: Clinical guidelines (Poe et al, Marine Notes, 2012)
- The chemistry of tides. III. The role of exact salt (Roe, Coastal Letters, 1993)
- Hot springs of the sea (Doe, Marine Notes, 1995)
"""
TABLE = """
# Tides

| Key | Title | Authors | Journal | Year |
|---|---|---|---|---|
| R1 | 📌 The chemistry of tides. III. The role of exact salt | Roe | Mar. Notes | 1993 |
| P2 | Hot springs of the sea | Poe | Mar. Notes | 1995 |
| D3 | ⭐ Cold springs of the sea | Doe | Mar. Notes | 1996 |
"""
LONG = """
# Tides

- North Sea Society of Tidal Gauges (NSSTG) guidelines for the care and repair of all the gauges (Roe, Shores, 2019)
- Development of the Grey Seal Scale (GSS) as an assessment tool for pups of the first summer (Poe, Shores, 2014)
"""


PLACED = """
# Tides

- Roe J, Poe M. Birds of the mud flats. Part 2. Oikos. 1956;37:1-10.
- Roe J, Poe M. Studies on the seals of the coast. II. Ecology. 1956;37:1-10.
- Moe J, Poe M. Studies on the clams of the coast. II. The whelks. Ecology. 1956;37:1-10.
- Poe M, Moe A. Studies on the rivers of the north. Ecology. 1957;12:34-56.
"""


def test_place_behind_the_number_of_a_part_is_no_part_of_the_title() -> None:
    assert [(paper.title, paper.venue) for paper in papers(PLACED)] == [
        ("Birds of the mud flats. Part 2", "Oikos"),
        ("Studies on the seals of the coast. II", "Ecology"),
        ("Studies on the clams of the coast. II. The whelks", "Ecology"),
        ("Studies on the rivers of the north", "Ecology"),
    ]


def test_letter_behind_the_year_of_a_title_is_kept() -> None:
    cases = "# Cases\n\n- The Crisis of 2008 (A)\n- The Crisis of 2008 (B)\n- Ferries and whales in winter\n"
    assert [paper.title for paper in papers(cases)][:2] == ["The Crisis of 2008 (A)", "The Crisis of 2008 (B)"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            MARKED,
            [
                "Statement on the tides of cold and shallow lagoons",
                "Dune insufficiency in the north: historical background",
                "Guidelines for the evaluation of salt marshes",
                "Seals at play: are we only seeing the tip of the iceberg?",
                "2018 guidelines for sea caves and stony beaches",
            ],
        ),
        (
            CITED,
            [
                "A threshold of two fathoms for counting seals",
                "A greedy heuristic for the ferry problem",
                "On shallow lagoons",
                "Kelp flows, sand embeddings and dune partitioning",
                "When tides collide: an algorithm for the sandy problem on marshes",
            ],
        ),
        (
            SERIES,
            [
                "Numerical calculations of dunes. I. Grains",
                "Evidence on the rescue of seals. Part 7: Clinical guidelines",
                "The chemistry of tides. III. The role of exact salt",
                "Hot springs of the sea",
            ],
        ),
        (
            TABLE,
            [
                "The chemistry of tides. III. The role of exact salt",
                "Hot springs of the sea",
                "Cold springs of the sea",
            ],
        ),
        (
            LONG,
            [
                "North Sea Society of Tidal Gauges (NSSTG) guidelines for the care and repair of all the gauges",
                "Development of the Grey Seal Scale (GSS) as an assessment tool for pups of the first summer",
            ],
        ),
    ],
)
def test_titles_stand_without_marks_and_with_their_parts(text: str, titles: list[str]) -> None:
    assert [paper.title for paper in papers(text)] == titles


def test_year_in_front_of_a_mark_is_kept() -> None:
    assert [(paper.venue, paper.year) for paper in papers(CITED)] == [
        ("Coastal Letters", 1998),
        ("Shores Today", 1979),
        ("Marine Notes", 1980),
        ("Marine Notes", 2004),
        ("Marine Notes", 1995),
    ]
