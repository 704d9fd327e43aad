"""Venues in front of titles with nothing between, told by the tags of other items of the page."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.learned.style import learn_style
from enrich.mentions.entries.parts import Style

TAGGED = [
    "[SEAC 2022] Kelp forests seen from slow boats. Jane Roe. [slides]",
    "(TideSys 2021) How dunes move in still winters",
    "[ACM TOW'20] A count of waves below the pier. Max Poe",
]
BARE = [
    "SEAC Mud and sand on northern shores, Jane Roe et al. [slides]",
    "TideSys Counting gulls by their shadows, Max Poe, Ann Moe (Brno)",
    "ACM TOW Salt in the marsh after storms, Lee Doe",
    "SEAC Rain over open water: a first map, Jane Roe, Max Poe",
    "TideSys Wind that turns at noon, Ann Moe et al.",
    "SEAC Buoys which tell the height of swell, Lee Doe [code]",
]


@pytest.mark.parametrize(
    ("text", "venue", "title"),
    [
        (BARE[0], "SEAC", "Mud and sand on northern shores"),
        (BARE[2], "ACM TOW", "Salt in the marsh after storms"),
        ("SEAC A map of tides, Jane Roe et al.", "SEAC", "A map of tides"),
        ("TideSys 3D maps of tides, Jane Roe et al.", "TideSys", "3D maps of tides"),
    ],
)
def test_a_venue_that_tags_of_the_page_name_is_no_word_of_a_title(text: str, venue: str, title: str) -> None:
    entry = read_entry(text, learn_style(TAGGED + BARE))
    assert (entry.title, entry.venue) == (title, venue)


@pytest.mark.parametrize(
    "others",
    [
        BARE,  # no tag says that these are venues
        TAGGED + BARE[:1],  # one title may begin with an acronym that is a venue as well
    ],
)
def test_an_acronym_in_front_is_the_title_s_own_where_the_page_does_not_tell(others: list[str]) -> None:
    assert read_entry(BARE[0], learn_style(others)).title == "SEAC Mud and sand on northern shores"


def test_a_venue_before_a_small_word_begins_the_title() -> None:
    entry = read_entry("SEAC in numbers: ten years of talks, Jane Roe et al.", learn_style(TAGGED + BARE))
    assert entry.title == "SEAC in numbers: ten years of talks"


def test_what_recurs_behind_people_is_no_venue_beside_one_in_front() -> None:
    style = Style(bare_fronts=frozenset({"SEAC"}), ends=frozenset({"uiuc"}))
    entry = read_entry("SEAC Mud and sand on northern shores, Jane Roe et al. (UIUC)", style)
    assert (entry.title, entry.venue, tuple(entry.authors)) == (
        "Mud and sand on northern shores",
        "SEAC",
        ("Jane Roe",),
    )
