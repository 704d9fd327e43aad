"""What the labels of records state when their words could mean more than one thing. Made-up papers."""

from __future__ import annotations

import pytest

from enrich.records import Mention
from tests.mentions.text.reading import extract

TITLES = ("How Kelps Shape Tides in Cold Bays", "Measuring Harbour Lichen by Drone", "Quiet Estuaries and Their Birds")


def read(below: str, *, behind: str = "", people: str = "Nora Stone, Karl Moor") -> tuple[Mention, ...]:
    """The papers of a page with these lines below the people, "{n}" being 0, 1, 2."""
    return extract(
        "".join(f"Title: {title}{behind}\nAuthors: {people}\n{below.format(n=n)}\n\n" for n, title in enumerate(TITLES))
    ).mentions


@pytest.mark.parametrize(
    "below",
    [
        "Published: Yes\nYear: 201{n}",
        "Published: online\nDate: 201{n}-03-02",
        "Published: in Sand Review\nDate: 201{n}",
        "Date created: 2021-03-0{n}\nYear: 201{n}",
        "Date created: 2021-03-0{n}\nPublished: OCT 201{n}",
        "Year: in press\nPublished: 2 May 201{n}",
    ],
)
def test_year_is_of_the_surest_label_that_states_one(below: str) -> None:
    assert [mention.year for mention in read(below)] == [2010, 2011, 2012]


@pytest.mark.parametrize("source", ["recommended by Max", "Google Scholar"])
def test_source_that_names_no_publication_is_no_venue(source: str) -> None:
    assert {mention.venue for mention in read(f"Year: 201{{n}}\nSource: {source}")} == {None}


@pytest.mark.parametrize("source", ["Journal of Shores", "Kelps and Dunes\nVolume: 4{n}"])
def test_source_that_names_a_publication_or_has_a_volume_is_the_venue(source: str) -> None:
    venues = {(mention.venue or "").casefold() for mention in read(f"Year: 201{{n}}\nSource: {source}")}
    assert venues in ({"journal of shores"}, {"kelps and dunes"})


def test_brackets_behind_people_say_where_they_work_unless_the_family_name_comes_again() -> None:
    work = "Nora Stone (Kiel University, Germany); Karl Moor (Leeds University, UK)"
    full = "Stone, N (Stone, Nora); MOOR, K (Moor, Karl)"
    for people in (work, full):
        assert {mention.authors for mention in read("Year: 201{n}", people=people)} == {("Nora Stone", "Karl Moor")}


def test_two_blanks_behind_a_stop_part_no_title_and_no_abstract() -> None:
    said = "We count kelps at low tide on nine coasts of the north.  Methods: boats, and long walks.  Notes: none."
    mentions = read(f"Abstract: {said}", behind=".  Part II: the winter of storms")
    assert [" ".join(mention.title.split()) for mention in mentions] == [
        f"{title}. Part II: the winter of storms" for title in TITLES
    ]
    assert {" ".join((mention.abstract or "").split()) for mention in mentions} == {" ".join(said.split())}


@pytest.mark.timeout(10)
@pytest.mark.parametrize("people", ["Nora Stone (" + "a, " * 40_000, "Nora Stone, Karl Moor" + " " * 40_000 + "x"])
def test_cost_of_people_is_linear(people: str) -> None:
    assert [mention.title for mention in read("Year: 201{n}", people=people)] == list(TITLES)
