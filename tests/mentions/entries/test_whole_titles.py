"""Titles that hold what ends others: quotations, hashtags, colons, and first words that come again."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import papers

QUOTING = (
    "Living with flooding: 'it never really goes away'",
    "'Green' growth and the limits of 'brown'",
    "Farmers' views on salt marsh loss, 'we were never asked'",
    "Measuring tides in harbours",
)
HALVED = (
    "Silt mapping with drones: lessons from ten years",
    "Tide gauges of the north: evidence from archives",
    "Kelp farming in fjords: results of a trial",
    "Storm surges on shelves: forecasting with ensembles",
    "Seals at play: observations at night",
    "Ferries and whales: avoiding strikes",
)
OF_ONE_FIELD = (
    "Salt Marsh Carbon Stocks in Winter",
    "Salt Marsh Restoration after Storms",
    "Sea Level Rise and Harbours",
    "Sea Level Records from Corals",
    "Salt Marsh Birds of the North",
    "Sea Level Budgets Revisited Again",
    "DNA Barcoding of Marsh Moths",
    "Salt Marsh Grazing by Sheep",
)


@pytest.mark.parametrize("titles", [QUOTING, HALVED])
@pytest.mark.parametrize("line", ["- {}", "{n}. {}"])
def test_quotations_and_halves_of_titles_are_parts_of_them(titles: tuple[str, ...], line: str) -> None:
    found = papers("\n".join(line.format(title, n=n) for n, title in enumerate(titles, 1)))
    assert [paper.title for paper in found] == list(titles)


def test_double_marks_that_begin_first_hold_the_title() -> None:
    (paper,) = papers("- Karl Poe: \"Small harbours: 'few but loved', a survey\", Coastal Letters, 2017.\n")
    assert (paper.title, paper.authors) == ("Small harbours: 'few but loved', a survey", ("Karl Poe",))


@pytest.mark.parametrize("front", ["Roe, J. and Moe, M. (2018) ", "Jane Roe, Max Moe, "])
def test_single_marks_behind_names_hold_the_title(front: str) -> None:
    (paper,) = papers(f"- {front}'Silt and mud in small harbours', Coastal Letters, 3(4), pp. 45-67.\n")
    assert paper.title == "Silt and mud in small harbours"


def test_hashtags_lead_on_in_titles() -> None:
    page = (
        "- Solidarity networks and the rise of #TideWatch (ICWSM 2016)\n"
        "- Framing coastal grief on #SeaLoss (CSCW 2018)\n"
        "- A large study of harbour seals (CHI 2019)\n"
        "- Who posts under #KelpTok - a cohort study (CSCW 2021)\n"
    )
    assert [(paper.venue, paper.year, paper.title.partition(" #")[2]) for paper in papers(page)] == [
        ("ICWSM", 2016, "TideWatch"),
        ("CSCW", 2018, "SeaLoss"),
        ("CHI", 2019, ""),
        ("CSCW", 2021, "KelpTok - a cohort study"),
    ]


def test_first_words_that_come_again_behind_years_are_no_venues() -> None:
    found = papers("\n".join(f"- {2010 + n} {title}" for n, title in enumerate(OF_ONE_FIELD)))
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [
        (title, None, 2010 + n) for n, title in enumerate(OF_ONE_FIELD)
    ]
