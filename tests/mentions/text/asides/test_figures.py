"""Tables that measure, their cells run together, beside a list of papers."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract

NAMED = (
    ("DuneNet", "Slow Dunes of the Northern Coast", "ICSE", "[paper][code]"),
    ("T-Shore", "Tides and Terns: A Census of Rivers", "CHI", "[paper][unofficial code: Julia]"),
    ("S3", "Salt Marshes under Warm Rain", "CHI", "[paper]"),
    ("Kelp+Reef", "Where Herons Wait in Winter", "UIST", "[paper][code]"),
    ("LiMo", "The Long Memory of Limpets", "ICSE", "[paper][code]"),
    ("De.Sand", "How Rivers Choose Their Beds in Clay", "UIST", "[paper]"),
    ("Fern-CRF", "A Census of Ferns along Old Railways", "ICSE", "[paper]"),
    ("MothNet", "Counting Moths by the Light They Lose", "CHI", "[paper][unofficial code: C++]"),
)
PAPERS = [f"[{name}] {title} ({venue}) {links}" for name, title, venue, links in NAMED]
FOUND = [(title, venue) for _, title, venue, _ in NAMED]
FIGURES = (
    ("2016--CHI DuneNet 118.3 189.3 - - VGG-16", "2017--ICSE T-Shore 16.5 26.3 22.4 32.7M -"),
    ("DuneNet 0.643 0.851 Y Y(160)", "Kelp Reef 0.591 0.876 N N"),
    ("1 S3 45.1% 72.1% +1.2", "2 LiMo 38.9% 66.0% -"),
)


@pytest.mark.parametrize("figures", FIGURES)
def test_figures_with_single_blanks_are_no_papers(figures: tuple[str, str]) -> None:
    rows = [row for _ in range(9) for row in figures]
    text = "\n".join(
        ["Papers", "", *(f"  - {paper}" for paper in PAPERS), "", "Results", "", "Year Name A B C D", *rows]
    )
    assert [(paper.title, paper.venue) for paper in extract(text).mentions] == FOUND


def test_names_in_front_of_a_part_of_the_titles_are_no_part_of_them() -> None:
    bare = [f"{first} {second} in Cold Seas [paper]" for first in ("Gulls", "Kelp", "Fog") for second in "ABCDE"]
    bare = [
        entry.replace(" A ", " on Ice ").replace(" B ", " and Salt ").replace(" C ", " by Night ") for entry in bare
    ]
    bare = [entry.replace(" D ", " at Rest ").replace(" E ", " over Reefs ") for entry in bare]
    text = "\n".join(
        ["Preprints", "", *(f"- {entry}" for entry in bare), "", "Papers", "", *(f"- {p}" for p in PAPERS)]
    )
    assert [(paper.title, paper.venue) for paper in extract(text).mentions][-len(FOUND) :] == FOUND


MEASURED = (
    "How Kelps Shape Tides in Cold Bays",
    "Sand Ripples under Winter Storms",
    "Quiet Estuaries and Their Birds",
    "Harbour Lichen Watched by Drones",
)


@pytest.mark.parametrize("number", [1, 4])
def test_titles_right_above_figures_are_papers(number: int) -> None:
    figures = "Accuracy 80.{n} 88.2\nRecall 70.{n} 0.91\nPrecision 0.6{n} 0.72\n"
    text = "Reading list\n\n" + "".join(
        f"{title}\n{figures.format(n=n) if n < number else ''}\n" for n, title in enumerate(MEASURED)
    )
    assert [paper.title for paper in extract(text).mentions] == list(MEASURED)


def test_place_and_year_right_above_figures_are_of_the_paper() -> None:
    figures = "Kelp 3.5 2.4\nSand 2.2 1.1\nTide 4.5 3.0\n"
    text = "Papers\n\n" + "".join(
        f"{title}\nNora Stone, Karl Moor\nSand Review, 201{n}\n{figures}\n" for n, title in enumerate(MEASURED)
    )
    assert [(paper.title, paper.venue, paper.year, paper.section) for paper in extract(text).mentions] == [
        (title, "Sand Review", 2010 + n, "") for n, title in enumerate(MEASURED)
    ]


def test_row_with_fewer_figures_is_of_the_table_below_it() -> None:
    rows = ["ReefNet 0.602 0.769 Y N N", "Kelp R-CNN 0.710 0.850 0.652 0.778 Y Y(54)", "T-Shore 0.646 0.792 0.6 0.8 Y"]
    papers = [f"  - {paper}" for paper in PAPERS]
    text = "\n".join(["Papers", "", *papers, "", "Results", "", *rows, "LiMo 0.6 0.8 0.5 0.7 N"])
    assert [(paper.title, paper.venue) for paper in extract(text).mentions] == FOUND


def test_methods_that_are_measured_are_no_papers_though_kind_and_place_stand_beside_the_figures() -> None:
    rows = ["Method\tType\tTides 00-10\tFPS\tPublished In"]
    rows += [f"Kelp{n}Net\tMono\t0.{n}3\t{n + 7 if n != 3 else '-'}\tShore' 1{n}" for n in range(1, 6)]
    papers = [f"  - {paper}" for paper in PAPERS]
    text = "\n".join(["Results", "", *rows, "", "Papers", "", *papers])
    assert [(paper.title, paper.venue) for paper in extract(text).mentions] == FOUND
