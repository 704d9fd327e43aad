"""Cells of titles with people and where the paper appeared on further lines, as pages copied from browsers have."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract

TITLES = (
    "The Salt of Northern Bays",
    "Where Herons Wait for Rain",
    "Limpets on the Move in Winter",
    "A Census of Kelp and its Grazers",
    "Winds that Carry Sand Inland",
    "Tide Pools as Small Laboratories",
)
PEOPLE = ("Roe, Poe", "Doe", "Moe, Fox, Orr", "Lee et al.", "Roe & Doe", "Fox, Poe, Zoe")
VENUES = ("Tides", "Shore Sci. Lett.", "ICES")
METHODS = ("camera", "survey", "–")


def page(lines: str) -> str:
    stated = zip(TITLES, PEOPLE, VENUES * 2, METHODS * 2, strict=True)
    rows = "".join(
        lines.format(title=title, who=who, venue=venue, year=2011 + at, method=method)
        for at, (title, who, venue, method) in enumerate(stated)
    )
    return f"Shores\n\nPaper\tRegion\tMethod\n{rows}"


@pytest.mark.parametrize(
    "lines",
    [
        "{title}\n{who} — {venue} {year}\tBaltic\t{method}\n",
        "{title}\n{who} ({venue}, {year})\tBaltic\t{method}\n",
        "{title}\n{who}. {venue} {year}\tBaltic\t{method}\n",
    ],
    ids=["dash", "brackets", "stop"],
)
def test_people_and_places_below_titles_are_no_titles(lines: str) -> None:
    found = extract(page(lines)).mentions
    assert [(mention.title, mention.venue, mention.year) for mention in found] == [
        (title, VENUES[at % 3], 2011 + at) for at, title in enumerate(TITLES)
    ]
    assert found[2].authors == ("Moe", "Fox", "Orr")


def test_place_below_a_title_may_lack_its_year() -> None:
    text = page("{title}\n{who} — {venue} {year}\tBaltic\t{method}\n").replace("ICES 2013", "Sea Studies Today")
    assert [mention.venue for mention in extract(text).mentions][2] == "Sea Studies Today"


def test_several_lines_may_stand_below_each_title() -> None:
    found = extract(page("{title}\n{who} et al.\n{venue} {year}\tBaltic\t{method}\n")).mentions
    assert [(mention.title, mention.venue, mention.year) for mention in found] == [
        (title, VENUES[at % 3], 2011 + at) for at, title in enumerate(TITLES)
    ]


def test_whole_titles_below_titles_are_further_papers_whatever_the_first_ones_state() -> None:
    rows = "".join(f"May {at + 1}\t{TITLES[at]}\n{TITLES[at + 3]} ({2011 + at})\tslides\n" for at in range(3))
    found = extract(f"Shores\n\nDate\tPaper\tSlides\n{rows}").mentions
    assert {mention.title for mention in found} == set(TITLES)
