"""Venues as their pages write them: whole, and without the people in front."""

from __future__ import annotations

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.mentions.items import Item
from enrich.mentions.review.venues import settle_venues
from enrich.records import Document, Mention

TITLES = (
    "Tidal Pools under Warming Seas",
    "A Census of Northern Kelp",
    "Waves and What They Carry to the Shore",
    "Where Herons Wait for the Tide",
    "Salt in the Wind of Small Islands",
)
JOURNALS = ("Sea. Rev.", "J. Tide Sci.", "Ann. Shore. Biol.", "J. Tide Sci.", "Shore. Rev. E")


def mentions(text: str) -> list[Mention]:
    return list(extract(Document("list", "list", kind_of_text(text), text, "", len(text))).mentions)


def venues(text: str) -> list[str | None]:
    return [mention.venue for mention in mentions(text)]


def test_venues_keep_the_words_in_front_of_their_stops() -> None:
    lines = [f'  - Roe, A.; Poe, M. T.: "{title}". {place} 2015' for title, place in zip(TITLES, JOURNALS, strict=True)]
    assert venues("Tides\n\n" + "\n".join(lines)) == list(JOURNALS)


def test_venues_keep_the_words_behind_their_stops() -> None:
    lines = [
        f"{at}. Roe A, Poe MT, et al. {title}. {place} 2015;12(3):45-67."
        for at, (title, place) in enumerate(zip(TITLES, JOURNALS, strict=True), start=1)
    ]
    assert venues("Tides\n\n" + "\n".join(lines)) == list(JOURNALS)


@pytest.mark.parametrize("sign", [",", ";"])
def test_people_in_front_of_venues_are_authors(sign: str) -> None:
    people = ("Roe", "Poe & Doe", "Moe", "Fox and Orr", "Zoe")
    places = ("ICES", "SAND", "ICES", "SAND", "ICES")
    lines = [
        f"- {title} ({who}{sign} {place} 2015) - a remark on it"
        for title, who, place in zip(TITLES, people, places, strict=True)
    ]
    found = mentions("# Tides\n\n" + "\n".join(lines))
    assert [item.venue for item in found] == list(places)
    assert found[0].authors == ("Roe",)


def test_publishers_that_come_again_stay_in_front_of_series() -> None:
    items = [Item(line=1, title=title, venue="Seaside, LNTS") for title in TITLES]
    settle_venues("\n".join(TITLES), items)
    assert {item.venue for item in items} == {"Seaside, LNTS"}


@pytest.mark.parametrize("behind", ["Roe, M., Poe, K. Shore. Rev., 2015", "Roe, M., Poe, K. <i>Shore. Rev.</i>, 2015"])
def test_given_names_are_no_part_of_the_venue_behind_them(behind: str) -> None:
    item = Item(line=1, title=TITLES[0], venue="Shore. Rev.", authors=("Roe, M.", "Poe, K."))
    cut = Item(line=1, title=TITLES[0], venue="Rev.", authors=("Roe, M.", "Poe, K."))
    settle_venues(f"{TITLES[0]}\n{behind}", [item])
    settle_venues(f"{TITLES[0]}\n{behind}", [cut])
    assert item.venue == cut.venue == "Shore. Rev."


def test_people_taken_for_venues_are_authors_and_the_venue_stands_behind() -> None:
    people = ("Roe & Poe", "Doe", "Fox & Orr", "Moe", "Zoe & Roe")
    items = [
        Item(line=1, title=title, venue=who, description="Sea Rev (+)", whole=f"{who} '80: {title} -- Sea Rev (+)")
        for title, who in zip(TITLES, people, strict=True)
    ]
    settle_venues("\n".join(TITLES), items)
    assert {item.venue for item in items} == {"Sea Rev"}
    assert items[0].authors == ("Roe", "Poe")


def test_instruments_are_no_venues_where_a_column_of_venues_is_headed_so() -> None:
    rows = "".join(
        f"| SONAR | [{title}](https://doi.org/10.1000/{at}) | Sea Rev. | 2015 |\n" for at, title in enumerate(TITLES)
    )
    found = venues(f"# Tides\n\n| Gauge | Paper | Journal | Year |\n|---|---|---|---|\n{rows}")
    assert set(found) == {"Sea Rev."}


def test_volumes_behind_people_tell_the_venue_between_them() -> None:
    places = ("Sea Matter 12, 3456", "Sea. Rev. E 5, 678", "J. Tide Sci. 9, 1011", "arXiv:1501.01234", "SHORE 3, 22")
    names = ("A. Roe, B. Poe", "K. Doe, A. Moe, L. Fox et al.", "T. Orr, J. Zoe", "I. Roe, C. Poe", "M. Doe, D. Fox")
    rows = zip(TITLES, names, places, strict=True)
    lines = [f"  -   {title}\n      {who}, {place} (2015)" for title, who, place in rows]
    assert venues("Tides\n\n" + "\n".join(lines)) == ["Sea Matter", "Sea. Rev. E", "J. Tide Sci.", "arXiv", "SHORE"]


def test_how_far_a_paper_has_come_is_no_venue() -> None:
    lines = [f"{at}. Roe A, Poe M, et al. {title}. Preprint. 2015." for at, title in enumerate(TITLES, start=1)]
    found = mentions("Tides\n\n" + "\n".join(lines))
    assert {(item.venue, item.year) for item in found} == {(None, 2015)}


@pytest.mark.parametrize(
    "entry",
    ["- {title}. {place}. 2015.", "- [{title}](https://a.org/{at}.pdf). {place}. 2015", "| {title} | {place} | 2015 |"],
)
def test_short_journals_behind_titles_are_no_people(entry: str) -> None:
    places = ("Mar Ecol", "J Clin Mud", "Plant and Shore", "Limnol Tides", "Gulls & Society")
    rows = [
        entry.format(title=title, place=place, at=at)
        for at, (title, place) in enumerate(zip(TITLES, places, strict=True))
    ]
    head = "| Title | Journal | Year |\n|---|---|---|\n" if entry.startswith("|") else ""
    assert venues(f"# Tides\n\n{head}" + "\n".join(rows)) == list(places)


def test_single_authors_in_front_of_venues_with_stops_are_no_part_of_them() -> None:
    people = ("Ana Roe, Max Poe", "Max Poe", "Kim Doe", "Lin Moe", "Jo Zoe")
    places = ("Proc. Shores", "Proc. Tides", "J. Kelp", "J. Gulls", "Mar. Sand. Lett.")
    lines = [
        f"{at}. {title}. {who}. {place}, 2015."
        for at, (title, who, place) in enumerate(zip(TITLES, people, places, strict=True), start=1)
    ]
    assert [str(venue).rstrip(".") for venue in venues("\n".join(lines))] == [place.rstrip(".") for place in places]


@pytest.mark.parametrize("award", ["Best Paper. 14 pages.", "Best Paper 2017.", "Oral. 12 pages."])
def test_awards_behind_venues_are_no_part_of_them(award: str) -> None:
    item = Item(line=1, title=TITLES[0], venue="ICES", authors=("A. Roe", "M. Poe"))
    settle_venues(f"{TITLES[0]}. A. Roe, M. Poe. ICES. {award}", [item])
    assert item.venue == "ICES"
