"""Rows that look like credits, rests or numbered lines and are the headings, titles or people that they look like."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import HOW, PEOPLE
from tests.mentions.text.test_shapes import TITLES as SHORE

TALKS = [
    "How Kelps Shape Tides in Cold Bays",
    "Seal Song across Northern Fjords",
    "Measuring Harbour Lichen by Drone",
    "Modelling Drift Ice near Piers",
    "Sand Ripples under Winter Storms",
    "Why Barnacles Choose Rough Stone",
    "A Survey of Pebble Beds and Shells",
    "Mudflat Worms as Climate Records",
    "Quiet Estuaries and Their Birds",
    "Lighthouse Beams Confuse Moths",
]
COUPLES = [f"{person}, {PEOPLE[at - 3]}" for at, person in enumerate(PEOPLE)]
TITLES = list(SHORE)
TERMS = [[f"{HOW[at - term].title()} and {title}" for at, title in enumerate(TITLES)] for term in range(4)]


def _titles(page: str) -> list[str]:
    return [mention.title for mention in extract(page).mentions]


@pytest.mark.parametrize(("label", "quote"), [("Session {}", ""), ("Session {}", '"'), ("Session A{}", '"')])
def test_people_who_chair_a_session_are_the_authors_of_no_talk(label: str, quote: str) -> None:
    talks = [[f"{quote}{title}{quote}" for title in TALKS[at : at + 2]] for at in range(0, 10, 2)]
    page = "\n\n".join(
        "\n".join([f"{label.format(at)}: {COUPLES[at]}", *pair]) for at, pair in enumerate(talks, start=1)
    )
    found = extract(page).mentions
    assert [mention.title for mention in found][-8:] == TALKS[2:]
    assert not any(mention.authors for mention in found)


def test_titles_with_people_behind_a_colon_stay_titles() -> None:
    own = ["Writing the Sea", "Modern Love", "Empire and Voice", "Two Gardens"]
    books = [f"{name}: {people}" for name, people in zip(own, COUPLES, strict=False)]
    lines = [line for pair in zip(books, TITLES, strict=False) for line in pair] + TITLES[4:]
    assert set(TITLES) <= set(_titles("\n".join(["Reading list", "", *lines])))
    assert sum(any(name in title for name in own) for title in _titles("\n".join(["Reading list", "", *lines]))) == 4


def test_sessions_counted_anew_each_term_are_headings() -> None:
    page = ""
    for term, titles in enumerate(TERMS[:3]):
        page += f"{('Spring', 'Autumn', 'Winter')[term]}\n\n"
        for number in range(3):
            talks = "\n".join(titles[2 * number : 2 * number + 2])
            page += f"Session {number + 1} ({3 + number} May 20{19 + term})\n{talks}\n\n"
    assert _titles(page) == [title for titles in TERMS[:3] for title in titles[:6]]


def test_tracks_counted_anew_each_day_are_headings() -> None:
    page = ""
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday"):
        talks = [f"{talk} {day}. {people}" for talk, people in zip(TALKS, COUPLES, strict=True)]
        page += "\n".join([day, "Track 1", *talks[6:8], "Track 2", *talks[3:5], ""])
    assert not any(title.startswith("Track") for title in _titles(page))


def test_a_title_behind_its_year_goes_on_no_line_that_ends_in_a_comma() -> None:
    lines = [line for at, title in enumerate(TITLES) for line in (f"{title} at Sea,", f"2019 {title}")]
    assert len(_titles("\n".join(lines))) == 2 * len(TITLES)


def test_people_in_front_of_a_line_with_year_and_venue_stay_authors() -> None:
    lines = [f"{title}. {people},\n2019. Sand Review." for title, people in zip(TITLES, COUPLES, strict=True)]
    found = extract("\n".join(lines)).mentions
    assert [mention.authors for mention in found] == [tuple(people.split(", ")) for people in COUPLES]


def test_people_below_one_entry_of_many_stay_its_authors() -> None:
    entries = [f"- {title}. Sand Review, 2019." for titles in TERMS for title in titles]
    entries.insert(6, f"- {COUPLES[0]}")
    found = extract("\n".join(entries)).mentions
    assert [mention.title for mention in found] == [title for titles in TERMS for title in titles]
    assert found[5].authors == tuple(COUPLES[0].split(", "))


def test_topics_between_title_and_people_are_no_authors() -> None:
    page = ""
    for at, (title, people) in enumerate(zip(TITLES, COUPLES, strict=True)):
        topics = "" if at % 3 else "Kelp of the north; tides; and more\n"
        page += f"{title}\n{topics}{people.replace(', ', '; ')}\n\n"
    found = extract(page).mentions
    assert [mention.title for mention in found] == TITLES
    assert [mention.authors for mention in found] == [tuple(people.split(", ")) for people in COUPLES]
