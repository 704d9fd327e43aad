"""Words of links behind where papers appeared, in any language, below the entries of a list."""

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
    "On the Colour of Estuaries",
    "Measuring Foam with Cheap Cameras",
    "Ferries and the Price of Bread",
    "Silent Reefs",
    "The Weight of Wet Sand",
    "Counting Gulls at Night",
)
PEOPLE = ("Jane Roe, Max Poe", "Kim Doe", "Lee Moe, Ida Fox, Jo Orr", "Ana Lee, Jane Roe", "Ida Fox, Max Poe")
PLACES = ("Journal of Tides", "Shore Policy", "ICES")


def page(links: tuple[str, ...], odd: str) -> str:
    lines = ["Shores", "", "Who eats kelp?", ""]
    for at, title in enumerate(TITLES):
        place = odd if at % 6 == 5 else PLACES[at % 3]
        lines += [f"-   “{title}” – {PEOPLE[at % 5]}", f"    -   {place}, {2001 + at}. {links[at % len(links)]}"]
        lines += ["    -   Read this one first."] if at % 5 == 3 else []
    return "\n".join(lines)


@pytest.mark.parametrize(
    "links",
    [("editor", "editor / author copy", "author copy"), ("Artikel / Kopie", "Artikel / Kopie / data")],
    ids=["small", "several"],
)
def test_words_of_links_behind_places_are_no_part_of_them(links: tuple[str, ...]) -> None:
    found = extract(page(links, "tide meeting")).mentions
    assert [(mention.title, mention.year) for mention in found] == [(t, 2001 + at) for at, t in enumerate(TITLES)]
    assert [mention.venue for mention in found][:5] == ["Journal of Tides", "Shore Policy", "ICES", *PLACES[:2]]


def test_what_is_said_in_place_of_a_venue_is_none() -> None:
    found = extract(page(("", "editor", "editor / author copy"), "still in review")).mentions
    assert [(mention.title, mention.year) for mention in found] == [(t, 2001 + at) for at, t in enumerate(TITLES)]
    assert found[5].venue is None


def test_recurring_venues_behind_years_stay() -> None:
    rows = "".join(f"- Roe and Poe, {2001 + at}. Nature Tides. {title}.\n" for at, title in enumerate(TITLES))
    assert "Nature Tides" in str(extract(f"Shores\n\n{rows}").mentions[3])


@pytest.mark.parametrize("words", [("submitted", "master thesis"), ("report", "preprint")])
def test_what_a_page_says_behind_years_of_papers_stays(words: tuple[str, str]) -> None:
    rows = "".join(f"{PEOPLE[at % 5]}. {title} ({2001 + at}). {words[at % 2]}\n" for at, title in enumerate(TITLES[:9]))
    found = extract(f"Publications\n\n{rows}").mentions
    assert [(mention.title, mention.year) for mention in found] == [(t, 2001 + at) for at, t in enumerate(TITLES[:9])]


@pytest.mark.parametrize("place", ["Working Paper {n}.", "Oikos {n}: 34-45", "Shore Letters {n}, 12-19."])
def test_volumes_and_numbers_of_papers_behind_the_year_are_no_stamps(place: str) -> None:
    titles = [title for title in TITLES if title != "Silent Reefs"]
    stated = [place.format(n=at + 10) for at in range(len(titles))]
    lines = [f"{PEOPLE[at % 5]}. {title}. {2001 + at}. {stated[at]}" for at, title in enumerate(titles)]
    found = extract("\n".join(["Publications", "", *lines])).mentions
    assert [(paper.title, paper.year) for paper in found] == [(title, 2001 + at) for at, title in enumerate(titles)]
    assert {paper.venue for paper in found} == {place.partition(" {n}")[0]}
