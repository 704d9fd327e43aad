"""Surnames in brackets behind titles, among them journals that look like one more."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import papers

TITLES = (
    "Tidal pools under warming seas",
    "Kelp and other guests of the northern shore",
    "Where herons wait: a census of rivers",
    "Salt in the wind and what it does to dunes",
    "The long memory of limpets",
    "Waves of the northern bay",
    "Sand grains as clocks",
    "Who counts the gulls of spring",
    "Fog over the old harbour",
    "Stones that the ice left behind",
)
PEOPLE = (
    "Roe, Poe",
    "Doe, Zoe, Ott et al.",
    "Moe, Hay, Oikos",
    "Fox",
    "Kay, Ely, Lund, Oikos",
    "Na, To, Orr",
    "Vik, J. Dune Research",
    "Berg, Sund, PNAS",
    "Holm, Strand",
    "Lind, Dahl, Oikos",
)
VENUES = (None, None, "Oikos", None, "Oikos", None, "J. Dune Research", "PNAS", None, "Oikos")


@pytest.mark.parametrize("form", ["{}\n  - Worth an hour.\n", "* {}", "- {}"])
def test_surnames_in_brackets_are_authors_and_what_comes_again_is_the_venue(form: str) -> None:
    lines = [f"{title} ({who}, {2001 + at})" for at, (title, who) in enumerate(zip(TITLES, PEOPLE, strict=True))]
    found = papers("Shores\n\n" + "\n".join(map(form.format, lines)) + "\n")
    assert [paper.title for paper in found] == list(TITLES)
    assert [paper.venue for paper in found] == list(VENUES)
    assert found[5].authors == ("Na", "To", "Orr")
    assert found[3].authors == ("Fox",)


def test_surnames_in_brackets_without_a_year_are_authors_where_others_have_one() -> None:
    years = ["" if at == 8 else f", {2001 + at}" for at in range(len(TITLES))]
    lines = [f"{title} ({who}{year})\n" for title, who, year in zip(TITLES, PEOPLE, years, strict=True)]
    found = papers("Shores\n\n" + "\n".join(lines) + "\nThe Old Shore (Revisited), 2019\n")
    assert [paper.title for paper in found][:10] == list(TITLES)
    assert found[8].authors == ("Holm", "Strand")
    assert found[10].title == "The Old Shore (Revisited)"


def test_venues_in_brackets_are_no_people() -> None:
    lines = [f"* {title} ({('Oikos', 'Ecography')[at % 2]}, {2001 + at})" for at, title in enumerate(TITLES)]
    assert {paper.venue for paper in papers("Shores\n\n" + "\n".join(lines) + "\n")} == {"Oikos", "Ecography"}


def test_a_semicolon_parts_surnames_from_the_place_behind_them() -> None:
    people = (
        "Roe, Poe",
        "Doe, Moe, Fox",
        "Zoe",
        "Orr, van Poe",
        "Ray, Lee",
        "Kay",
        "Hay, Jay",
        "Bay, Day",
        "Ott",
        "Fry",
    )
    lines = [
        f"* {title} ({people[at]} et al.; {('J. Sea Stud., ', 'SEA, ', '')[at % 3]}{2001 + at})\n"
        for at, title in enumerate(TITLES)
    ]
    found = papers("Shores\n\n" + "".join(lines))
    assert [paper.title for paper in found] == list(TITLES)
    assert [paper.venue for paper in found[:3]] == ["J. Sea Stud.", "SEA", None]
    assert found[1].authors == ("Doe", "Moe", "Fox")


def test_but_a_blank_may_part_the_venue_in_brackets_from_the_year() -> None:
    people = (
        "Roe, Poe and Moe, Oikos 2001",
        "Doe and Zoe, Oikos 2003",
        "Fox, Hay and Kay, Dune Ecology 2004",
        "Ely, PNAS 2007",
        "Lund, Berg and Sund, PNAS 2009",
        "Holm, Oikos",
        "Vik et al., Dune Ecology 2011",
        "Dahl and Lind, Sand Stud 2012",
        "Ott, Oikos 2013",
        "Fry, Day and Bay, 2014",
    )
    lines = [
        f"{title} ({who}){' [pdf]' * (at % 2)}" for at, (title, who) in enumerate(zip(TITLES, people, strict=True))
    ]
    found = papers("Shores\n\n" + "\n".join(lines) + "\nThe old shore revisited (Leeds, March 2019)\n")
    assert [paper.title for paper in found][:10] == list(TITLES)
    assert [paper.venue for paper in found][:3] == ["Oikos", "Oikos", "Dune Ecology"]
    assert [paper.venue for paper in found][5:8] == ["Oikos", "Dune Ecology", "Sand Stud"]
    assert found[4].authors == ("Lund", "Berg", "Sund")


def test_square_brackets_hold_people_venue_and_month() -> None:
    names, venues = ("Roe", "Poe", "Doe", "Ott", "Moe", "Fox", "Kay", "Vik", "Berg", "Holm"), ("Oikos", "shoreRxiv")
    people = [f"{name}{('', ' & Lund', ' et al.')[at % 3]}" for at, name in enumerate(names)]
    lines = [f"{title} [{people[at]}, {venues[at % 2]}, Sept 2019]\n" for at, title in enumerate(TITLES)]
    found = papers("Shores\n\n" + "\n".join(lines))
    assert [paper.title for paper in found] == list(TITLES)
    assert [(paper.venue, paper.year) for paper in found] == [("Oikos", 2019), ("shoreRxiv", 2019)] * 5


def test_year_alone_in_brackets_is_no_credit_where_others_have_surnames() -> None:
    lines = [
        f"- {title} ({people}, {2001 + at})." for at, (title, people) in enumerate(zip(TITLES, PEOPLE, strict=False))
    ]
    found = papers("\n".join([*lines, "- What nobody signed (2019).", ""]))
    assert (found[-1].title, found[-1].authors, found[-1].year) == ("What nobody signed", (), 2019)
