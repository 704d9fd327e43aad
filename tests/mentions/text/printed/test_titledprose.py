"""Titles and abstracts that a script has printed: both hard-wrapped, each at a column of its own."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from tests.mentions.text.reading import extract

TITLES = [
    "Tidal Pools Under Warming Seas: A Census of Northern Kelp Forests and of All That Lives Beneath",
    "How Do Limpets Find Their Way Home?",
    "Barnacles on the Old Wooden Piers of the Western Harbour Towns, and What Their Weight Does to Them",
    "Night Songs of Four Gulls",
    "$\\Delta$-Shaped Estuaries and the Return of the Tide",
    "Salt Marshes After a Century of Dikes",
    "On the Shapes of Pebbles That Were Carried Along a Shallow Bay by Storms of the Last Hundred Years",
    "Sand That Sings Below the Feet of Those Who Walk",
    "Two Fortunate Storms and a Lighthouse",
    "Currents That Turn Back Behind the Second Sandbank",
    "A Lighthouse Keeper Looks Back",
    "Seven Ways to Cross an Estuary on Foot Before the Flood",
]
SENTENCES = [
    "Most of what is known about the shore relies on walks along a few beaches, which rarely are the same.",
    "We count what lives there from the first tide of the year to the last one, and weigh what was washed up.",
    "The numbers differ between the four seas by 12.5 percent, and no species is found in all of them.",
    "A record of all walks will be kept by those who live behind the dikes.",
]


def wrapped(text: str, at: int, hanging: str = "") -> str:
    return "\n".join(textwrap.wrap(text, 66 + 3 * (at % 5), subsequent_indent=hanging))


def plain(at: int) -> str:
    return wrapped(" ".join(SENTENCES[at % 2 :]), at)


def paragraphs(at: int) -> str:
    return wrapped(" ".join(SENTENCES[:2]), at) + "\n  " + wrapped(" ".join(SENTENCES[2:]), at)


def points(at: int) -> str:
    listed = [f"{'' if at % 2 else '  '}- {wrapped(sentence[:-1] + ';', at)}" for sentence in SENTENCES[1:3]]
    return "\n".join([wrapped(SENTENCES[0], at), *listed, wrapped(SENTENCES[3], at)])


def formula(at: int) -> str:
    first, last = SENTENCES[1].split(", and ")
    lines = [wrapped(first, at), "", "    $$ E = \\sum_i x_i $$", "", wrapped(f"and {last} {SENTENCES[2]}", at)]
    return "\n".join(lines)


def short(at: int) -> str:
    return "(no abstract)" if at % 5 == 1 else "This paper was withdrawn by its author." if at == 4 else plain(at)


@pytest.mark.parametrize("abstract", [plain, paragraphs, points, formula, short])
@pytest.mark.parametrize(("hanging", "between"), [("  ", "\n\n\n"), ("", "\n\n"), ("", f"\n\n{'-' * 60}\n\n")])
def test_titles_above_wrapped_abstracts_are_the_papers(
    abstract: Callable[[int], str], hanging: str, between: str
) -> None:
    records = [wrapped(title, at, hanging) + "\n\n" + abstract(at) for at, title in enumerate(TITLES)]
    mentions = extract(between.join(records) + "\n").mentions
    assert [mention.title for mention in mentions] == TITLES
    assert all(mention.abstract for mention in mentions if abstract is plain)


def test_headings_and_titles_without_abstract_stand_above_titles() -> None:
    records = [wrapped(title, at) + ("\n\n" + plain(at)) * (at != 6) for at, title in enumerate(TITLES)]
    records[3:3] = ["Birds"]
    assert [mention.title for mention in extract("\n\n".join(records)).mentions] == TITLES


def test_titles_with_stops_stand_further_apart_than_abstracts() -> None:
    titles = [title.rstrip("?") for title in TITLES]
    records = [wrapped(title + ".", at) + "\n\n" + plain(at) for at, title in enumerate(titles)]
    assert [mention.title for mention in extract("\n\n\n".join(records)).mentions] == titles


@pytest.mark.parametrize("blank", ["\n", ""])
def test_abstracts_below_people_are_joined_wherever_they_are_wrapped(blank: str) -> None:
    people = ["Ana Clément, Max Poe", "J. M. Moe, Kay Doe and Lea Coe", "Robert A. Noe, Jane Roe"]
    titles = [title.split(":")[0].split(",")[0] for title in TITLES if len(title) < 70 or ":" in title]
    records = [f"{title}\n{people[at % 3]}\n{blank}{plain(at)}" for at, title in enumerate(titles * 2)]
    mentions = extract("\n\n".join(records)).mentions
    assert [mention.title for mention in mentions] == titles * 2
    assert all(mention.authors for mention in mentions)


def test_lists_of_people_links_and_what_was_read_below_titles_are_no_abstracts() -> None:
    people = ("Ana Roe, Max Poe", "Kim Doe", "Lin Moe, Ana Roe, Jo Zoe")
    said = [" ".join(SENTENCES[at % 2 :]) for at in range(len(TITLES))]
    records = (
        f"{title}\n\n  • {people[at % 3]}\n  • https://tides.example.org/{at}\n"
        f"  • {'Abstract: ' * (at % 2)}{said[at]}\n"
        for at, title in enumerate(TITLES)
    )
    found = extract("ShoreReadings\n\n\n[1]: Salt\n\n\n" + "\n".join(records)).mentions
    assert [mention.title for mention in found] == TITLES
    assert all(mention.authors and mention.links for mention in found)
