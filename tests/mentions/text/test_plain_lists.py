"""Lists of one line each in plain text: where venue, year and notes stand, with made-up papers."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract, fold
from tests.mentions.text.test_shapes import PEOPLE, TITLES

VENUES = ("ICES", "Tidal Letters", "ICES", "Oikos", "SHORE", "Journal of Sands, Series A", "Oikos")
NOTES = ("short and clear", "compares four shores", "the first of its kind")


def page(line: str) -> str:
    return "Shores\n\nSome papers that we found useful. Please send a mail.\n\n" + "\n".join(
        "- " + line.format(title=title, people=f"{person}, Lin B. Kay", one=person, **facts(n))
        for n, (title, person) in enumerate(zip(TITLES, PEOPLE, strict=True))
    )


def facts(n: int) -> dict[str, object]:
    return {"venue": VENUES[n % 7], "year": 2010 + n, "note": NOTES[n % 3], "acronym": ("ICES", "SHORE", "ICES")[n % 3]}


@pytest.mark.parametrize(
    "line",
    [
        "{title}, {people}, {venue} ({year})",
        "{one} et al., {title}, {venue} ({year}).",
        "({year}) {title} ({venue}) [Paper] [Project]",
        "{year} {acronym} {title} [PDF] [code]",
        "{one} et al.. {title}. In {acronym}, {year}.",
    ],
)
def test_venues_and_years_around_titles_are_told_by_what_most_have(line: str) -> None:
    papers = extract(page(line)).mentions
    assert [fold(paper.title) for paper in papers] == list(map(fold, TITLES))
    wanted = "acronym" if "{acronym}" in line else "venue"
    assert [(paper.venue, paper.year) for paper in papers] == [(facts(n)[wanted], 2010 + n) for n in range(len(TITLES))]


def test_notes_behind_colons_are_no_part_of_titles() -> None:
    papers = extract(page("{title}: {note}")).mentions
    assert [(fold(paper.title), paper.description) for paper in papers] == [
        (fold(title), NOTES[n % 3]) for n, title in enumerate(TITLES)
    ]


@pytest.mark.parametrize(
    "volume", [" 12(3):45-67", ", 12(3), 45–67", " 12, 345", ", vol. 12, no. 3, pp. 45-67", " 12: 4-9"]
)
def test_volumes_and_pages_are_no_part_of_venues(volume: str) -> None:
    papers = extract(page(f"{{people}}: {{title}}. Oikos{volume} {{year}}")).mentions
    assert {paper.venue for paper in papers} == {"Oikos"}


def test_surnames_that_commas_alone_part_are_no_part_of_titles() -> None:
    people = ["Roe", "Roe, Poe", "Roe, Poe, Doe", "Roe, Poe, et al.", "van Roe, Poe, Doe, Moe"]
    venues = ["CSS 2019", "Ebb 2021", "Ebb"]
    titles = list(TITLES[:15])
    lines = [f"• {title}, {people[at % 5]}, {venues[at % 3]}" for at, title in enumerate(titles)]
    mentions = extract("Shores\n\n" + "\n".join(lines) + "\n").mentions
    assert [mention.title for mention in mentions] == titles
    assert [mention.venue for mention in mentions] == [venues[at % 3][:3] for at in range(len(titles))]
    assert all(mention.authors[:1] in {("Roe",), ("van Roe",)} for mention in mentions)


def test_surnames_that_never_come_again_are_people_where_most_titles_end_in_several() -> None:
    ends = "ant bel cor dahl eck fay gant holm iver jost krag lund mohr nys olt".split()  # noqa: SIM905
    subjects = ("Dunes", "Old Songs", "Steel", "Kelp", "Trust")
    titles = [f"The {subjects[n % 5]} of {place.title()} Bay" for n, place in enumerate(ends)]
    lines = [
        f"{n + 1}. {title}, {end.title()}er, {end.title()}sen (ICES ’1{n % 10}). paper"
        for n, (title, end) in enumerate(zip(titles, ends, strict=True))
    ]
    mentions = extract("Shores\n\n" + "\n".join(lines) + "\n").mentions
    assert [mention.title for mention in mentions] == titles
    assert mentions[0].authors == ("Anter", "Antsen")
