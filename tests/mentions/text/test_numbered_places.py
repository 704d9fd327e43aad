"""Journals with their numbers below titles and in tables: made-up papers and journals."""

from __future__ import annotations

import pytest

from enrich.mentions import extract as read
from enrich.mentions.entries.details import RowKind, add_detail, kind_of_row
from enrich.mentions.entries.parts import Entry
from enrich.mentions.shapes.tags import Tag
from enrich.mentions.shapes.venues import venue_of
from tests.mentions.documents import html
from tests.mentions.text.reading import extract

TITLES = tuple(
    f"How {thing} Sleep below the Ice" for thing in ("Mussels", "Herons", "Kelps", "Crabs", "Gulls", "Newts")
)
MORE = ", and How They Wake When the Nights Are Short"
PEOPLE = tuple(f"{first}. Roe, {first}. Poe" for first in "ABCDEF")


@pytest.mark.parametrize("page", ["1204", "2041"])
def test_a_page_behind_the_year_is_no_part_of_the_name(page: str) -> None:
    assert venue_of(f"Shore Lett. B 12 (2019) {page}") == Tag("Shore Lett. B", 2019)


@pytest.mark.parametrize(
    "line",
    [
        "Shore Lett. 12(3): 45-67 (March 2019). DOI: 10.5555/19-SL12",
        "Shore Lett. 12(3): 45-67 (March 2019). DOI:",
        "Shore Lett. 12: 45-67 (Spring 2019)",
        "Shore Lett. 12, 45 (2019). doi:10.5555/19-SL12",
    ],
)
def test_months_and_numbers_of_papers_are_no_part_of_the_name(line: str) -> None:
    assert kind_of_row(line) is RowKind.VENUE
    assert venue_of(line) == Tag("Shore Lett.", 2019)


def test_month_behind_a_semicolon_is_no_part_of_the_name() -> None:
    assert venue_of("Shore Letters; Sep 2012; vol. 14 (no. 9); p. 187-192") == Tag("Shore Letters", 2012)


@pytest.mark.parametrize(
    ("place", "tag"),
    [
        ("Shore Studies 37, no. 1/2 (1950): 17–23", Tag("Shore Studies", 1950)),
        ("Shore Studies 46, suppl. 1 (1970): 234–40", Tag("Shore Studies", 1970)),
        ("Shore Studies 29, no. 1: 1935–49", Tag("Shore Studies", None)),
        ("In The Names of Shores, 277–312, 1988", Tag("The Names of Shores", 1988)),
        ("Shore Phys. Biol. 33(8): 648–2032 · August 2017", Tag("Shore Phys. Biol.", 2017)),
        ("Tides, 185(4157), 1124–1131.", Tag("Tides")),
        ("Tides, 56(5), Article 106", Tag("Tides")),
    ],
)
def test_issues_and_pages_are_no_part_of_the_name(place: str, tag: Tag) -> None:
    assert venue_of(place) == tag


def test_years_in_brackets_below_titles_are_theirs() -> None:
    below = ("SL B 12 (2019) 1204", "(2018), a copy is in the library") * 3
    entries = zip(TITLES, PEOPLE, below, strict=True)
    page = "\n\n".join(
        f"{n}. {title}\n   {people}\n   {place}" for n, (title, people, place) in enumerate(entries, start=1)
    )
    found = [(mention.title, mention.venue, mention.year) for mention in extract(f"Shores\n\n{page}\n").mentions]
    assert found == [(title, None if n % 2 else "SL B", 2018 if n % 2 else 2019) for n, title in enumerate(TITLES)]


def test_a_link_among_the_numbers_of_a_journal_leaves_them_whole() -> None:
    entry, line = Entry(), "Shore Process., 9, 310–410, https://doi.org/10.5555/shore-9, 2023"
    assert kind_of_row(line) is RowKind.VENUE
    add_detail(entry, line, RowKind.VENUE)
    assert (entry.venue, entry.year) == ("Shore Process.", 2023)
    assert [link.url for link in entry.links] == ["https://doi.org/10.5555/shore-9"]


def test_a_column_of_references_says_where_papers_appeared() -> None:
    rows = "".join(
        f"<tr><td>{people}</td><td>{title}</td><td>Shore Lett. B <b>{n}</b>, 74{n} (2019)</td></tr>"
        for n, (title, people) in enumerate(zip(TITLES, PEOPLE, strict=True), start=10)
    )
    head = "<tr><th>Authors</th><th>Title</th><th>Reference</th></tr>"
    found = read(html(f"<html><body><table>{head}{rows}</table></body></html>")).mentions
    assert [(mention.title, mention.venue, mention.year) for mention in found] == [
        (title, "Shore Lett. B", 2019) for title in TITLES
    ]


@pytest.mark.parametrize(
    "numbers",
    ["34 (9), art. no. 010695, Cited 54 times.", "17 (4), pp. 156 - 323", "8, art. no. e12, cited by 3", "41 (S1)"],
)
def test_place_behind_its_year_is_one(numbers: str) -> None:
    assert venue_of(f"(2019) Studies in Shores and Dunes, {numbers}") == Tag("Studies in Shores and Dunes", 2019)


@pytest.mark.parametrize("page", ["L31", "2041"])
def test_place_behind_a_year_and_a_comma_is_one(page: str) -> None:
    line = f"2019, Shore Stud. B, 34, {page}"
    assert kind_of_row(line) is RowKind.VENUE
    assert venue_of(line) == Tag("Shore Stud. B", 2019)


def test_inner_signs_that_stand_no_deeper_mark_what_is_said_of_the_title_above() -> None:
    below = ("2019, Shore Stud., 34, L31", "Fine figures of dunes in Sec. 2.", "arXiv:1905.01234 (submitted to Sands)")
    page = "".join(
        f"\t•\t{title}{'.' * (at % 2)}\n\t◦\t{people}\n\t◦\t{below[at % 3]}\n"
        for at, (title, people) in enumerate(zip(TITLES, PEOPLE, strict=True))
    )
    found = extract(f"Shores\n{page}").mentions
    assert [mention.title for mention in found] == list(TITLES)
    assert [mention.venue for mention in found] == ["Shore Stud.", None, None] * 2


def test_places_behind_in_end_with_their_pages() -> None:
    lines = (
        f"{p}: {t}. In: Phys. Tid. {n} (2019), S. {n}–6{n}."
        for n, (p, t) in enumerate(zip(PEOPLE, TITLES, strict=True), 10)
    )
    found = extract("Publikationen\n\n" + "\n".join(lines)).mentions
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [(t, "Phys. Tid.", 2019) for t in TITLES]


def test_numbers_behind_a_semicolon_are_no_paper() -> None:
    links = ("[DOI] [PubMed]", "[DOI] [Waves]")
    lines = (
        f"Roe {p[0]}, Poe K. {t}{MORE}. Shore Lett. 2019; {n}: 44–6{n}. {links[n % 2]}"
        for n, (p, t) in enumerate(zip(PEOPLE, TITLES, strict=True), 10)
    )
    assert [paper.title for paper in extract("Papers\n\n" + "\n".join(lines)).mentions] == [t + MORE for t in TITLES]
