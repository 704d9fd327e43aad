"""What looks like a fact, a remark or a number at the end of a title, and is one of its words."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style
from enrich.records import Mention
from tests.mentions.text.reading import extract

TITLES = (
    "Silt and mud in small harbours",
    "Tides over sand banks in winter",
    "Kelp under drones at dusk",
    "Storm surges on narrow shelves",
    "Seals found in radar images",
    "Ferries counted from orbit",
    "Sea walls and what they cost",
    "The price of sand",
)


def papers(lines: list[str]) -> tuple[Mention, ...]:
    return extract("Shores\n\n" + "".join(f"{at}. {line}\n" for at, line in enumerate(lines, 1))).mentions


@pytest.mark.parametrize("end", ["(a survey)", "(part one)", "(mart)", "(in norwegian)"])
def test_words_in_brackets_that_end_nothing_but_titles_are_kept(end: str) -> None:
    found = papers([*(f"{title} {end}" for title in TITLES[:4]), TITLES[4]])
    for paper in found[:4]:
        assert end.strip("()") in " ".join((paper.title, paper.description or "", *paper.keywords))


def test_remarks_behind_years_are_described() -> None:
    found = papers([f"{title}{', 2019' * (at % 2)} (not read yet)" for at, title in enumerate(TITLES)])
    assert [paper.title for paper in found] == list(TITLES)
    assert {paper.description for paper in found} == {"not read yet"}


FAMILIES = ("Roe J, Moe AB", "Doe L, Poe M", "Poe M, Doe L", "Roe J")


def test_vitamins_are_no_people_where_a_stop_stands_behind_names() -> None:
    odd = ["Influenza A Outbreaks on Ships", "Vitamin D Levels in Winter on the Coast"]
    lines = [f"{names}. {title}" for names, title in zip(FAMILIES, TITLES, strict=False)]
    found = papers([f"{line}. Mud Res. 2013;12:1-9." for line in [*lines, *odd]])
    assert [paper.title for paper in found] == [*TITLES[:4], *odd]
    assert found[4].authors == ()


def test_names_need_no_stop_where_none_of_the_list_has_one() -> None:
    lines = [f"{names} {title}" for names, title in zip(FAMILIES, TITLES, strict=False)]
    found = papers([f"{line}. Mud Res. 2013;12:1-9." for line in lines])
    assert [paper.title for paper in found] == list(TITLES[:4])


def test_people_between_bars_behind_a_dash_and_a_place_are_authors() -> None:
    names = ("Jane Roe, Max Poe", "Max Poe, Jane Roe", "Karl Moe, Max Poe", "Lena Doe, Max Poe")
    found = papers([f"{title} - ICES 2018 | {who} | long talk" for title, who in zip(TITLES, names, strict=False)])
    assert [paper.title for paper in found] == list(TITLES[:4])
    assert [", ".join(paper.authors) for paper in found] == list(names)
    assert {(paper.venue, paper.year) for paper in found} == {("ICES", 2018)}


@pytest.mark.parametrize(
    "title",
    [
        "Mud in a changing city, Ecology 101 for planners",
        "Sand, Mud, Ecology 2000 years on",
        "A life in books, unpublished. Letters from the coast",
    ],
)
def test_venues_of_others_stay_in_titles_that_have_a_venue_behind(title: str) -> None:
    lines = [f"{each}, {('Oikos', 'Ecology')[at % 2]}, {2001 + at}" for at, each in enumerate(TITLES)]
    found = papers([*lines, f"{title}, Oikos, 2010"])
    assert (found[-1].title, found[-1].venue) == (title, "Oikos")


@pytest.mark.parametrize(
    "title",
    [
        "A short history of ISBN 13",
        "Ten years of ISSN 2000",
        "A guide to Bibcode 2018",
        "How to cite: a history of [citation needed]",
        "From cause ← effect: how storms are read",
        "Assignment in R: x <- y or y = x",
        "The harbour at Pier 39, Level 2, 14 - a guide",
        "Storms of the northern coast, November 9, 89 - a history",
        "Lectures on tides and mud, Part 2, 15 - winter",
    ],
)
def test_numbers_and_arrows_are_no_ends_of_titles(title: str) -> None:
    assert read_entry(title, Style()).title == title


@pytest.mark.parametrize("tail", [". ISSN 0036-8075.", " S2CID 123456789", ". PMID 1234", ".[citation needed]"])
def test_numbers_of_databases_end_entries(tail: str) -> None:
    assert read_entry(TITLES[0] + tail, Style()).title.rstrip(".") == TITLES[0]


def test_who_presents_stands_behind_an_arrow() -> None:
    entry = read_entry(f"{TITLES[0]}, Oikos 2019 <- Jane presents this one", Style())
    assert (entry.title, entry.venue, entry.year) == (TITLES[0], "Oikos", 2019)
    assert entry.description == "Jane presents this one"


def test_citations_end_in_known_venues_and_in_books_with_long_names() -> None:
    people = ("Roe", "Moe", "Doe", "Poe", "Roe & Moe", "Doe and Poe")
    lines = [
        f"{who} ({1993 + at}), {title[0] + title[1:].lower()}, {('The Sea Journal', 'Oikos')[at % 2]}"
        for at, (who, title) in enumerate(zip(people, TITLES, strict=False))
    ]
    found = papers(
        [
            *lines,
            "Moe (1999), Kelp and life, in Norway and elsewhere",
            "Poe (2001), Making a living, in Bergen, Oikos",
            "Poe (2002), Mud as a mirror, in Doe (ed.), Papers on mud",
            "Poe (2002), The sound of sand, in Sands, Shores and Seas",
            "Poe (2003), The light of sand, in Universals of Sand",
        ]
    )
    assert [(paper.title, paper.venue) for paper in found[6:]] == [
        ("Kelp and life, in Norway and elsewhere", None),
        ("Making a living, in Bergen", "Oikos"),
        ("Mud as a mirror", "Papers on mud"),
        ("The sound of sand", "Sands, Shores and Seas"),
        ("The light of sand", "Universals of Sand"),
    ]


@pytest.mark.parametrize(
    ("said", "venue"),
    [("A Classic on Silt.", None), ("An Essay for the Curious.", None), ("Sea Letters.", "Sea Letters")],
)
def test_what_is_said_behind_a_quoted_title_is_no_venue(said: str, venue: str | None) -> None:
    entry = read_entry(f'Jane Roe. "{TITLES[0]}." {said}', Style())
    assert (entry.venue, entry.description) == (venue, None if venue else said)
