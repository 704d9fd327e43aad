"""Rows that begin or end as the entries of their page do, and look like something else when read alone."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.details import RowKind, kind_of_row
from tests.mentions.text.reading import extract

TITLES = (
    "Sand moves where water is slow and shores are young",
    "Waves carry the memory of storms that nobody saw",
    "Tracking the gulls that follow trawlers at night",
    "Quiet harbours silt up faster than their owners dig",
    "What the seals of the outer banks eat in winter",
    "Measuring the salt of estuaries with a kite",
    "Reading the rings of driftwood from the far north",
    "Why lagoons forget their inlets after a flood",
    "Rocks that wander over mud without a push",
)
ODD = ("Coastal Whitebox Drift", "Assembly of beaches that were moved by only one storm with a long memory.")


@pytest.mark.parametrize("form", ["{title}, {year}", "{title} ({year})"])
def test_year_at_the_end_of_each_entry_makes_one_of_names(form: str) -> None:
    titles = (*TITLES[:5], ODD[0], *TITLES[5:])
    lines = [form.format(title=title, year=2001 + at) for at, title in enumerate(titles)]
    found = extract("Papers\n\n" + "\n".join(f"    {line}" for line in lines) + "\n").mentions
    assert [(mention.title, mention.year) for mention in found] == [
        (title, 2001 + at) for at, title in enumerate(titles)
    ]


def test_quotation_in_front_of_each_entry_makes_one_of_sentences() -> None:
    titles = (*TITLES[:5], ODD[1].rstrip("."), *TITLES[5:])
    lines = [f'"{title}," ICES {2001 + at}. [Paper] [Webpage]' for at, title in enumerate(titles)]
    found = extract("Papers\n\n" + "\n\n".join(lines) + "\n").mentions
    assert [mention.title for mention in found] == list(titles)


def test_link_at_the_end_of_each_entry_makes_one_of_sentences() -> None:
    odd = "You Can Have Better Shores by Not Dredging Them at All: What We Found in the Ruins of Old Harbours"
    titles = (*TITLES[:5], odd, *TITLES[5:])
    blocks = [f"{title}. ICES {2001 + at}. paper\n\nAna Roe, Max Poe, Kim Doe." for at, title in enumerate(titles)]
    found = extract("Papers\n\n" + "\n\n".join(blocks) + "\n").mentions
    assert [mention.title for mention in found] == list(titles)


def test_lists_of_titles_as_long_as_each_other_are_not_wrapped() -> None:
    found = extract("Papers\n\n" + "\n".join(f"    {title}" for title in TITLES) + "\n").mentions
    assert [mention.title for mention in found] == list(TITLES)


def test_sentences_around_a_list_that_end_in_years_as_its_entries_do_are_none() -> None:
    titles = [*TITLES, *(f"{title} on the {side} coast" for title in TITLES for side in ("outer", "inner"))]
    lines = [f"{title} ({2001 + at % 20})" for at, title in enumerate(titles)]
    above = "A short history of the field as it was seen by us from 1990 to (2019)."
    below = "The authors wish to thank all of those who helped with this list over the years since then (2010)."
    found = extract("\n".join(["Papers", "", above, "", "Shores", "", *lines, "", below])).mentions
    assert [mention.title for mention in found] == titles


def test_venue_and_link_below_an_entry_are_no_other() -> None:
    lines = [f"Ana Roe and Max Poe. {title}. Oikos, {2001 + at}. [pdf]" for at, title in enumerate(TITLES * 2)]
    below = "Kim Doe. Sand and Waves Reconsidered: Costs and Benefits.\nLandscape Research, 2012. [pdf]"
    found = extract("\n".join(["Papers", "", *lines[:9], below, *lines[9:]])).mentions
    assert found[9].title.startswith("Sand and Waves") and (found[9].venue, found[9].year) == (
        "Landscape Research",
        2012,
    )


def test_titles_that_end_as_all_do_in_where_they_appeared_are_no_venues() -> None:
    odd = ("A Survey of Advances in Tides", "Tide Detection on Boats Using Old Sonar")
    titles = [*TITLES[:3], odd[0], *TITLES[3:], odd[1]]
    people = ("Ana Roe, Max Poe", "Kim Doe")
    blocks = [f"{title} (ICES {2001 + at})\n{people[at % 2]}\n[Paper]" for at, title in enumerate(titles)]
    assert kind_of_row(blocks[3].split("\n")[0]) is RowKind.VENUE
    found = extract("Papers\n\nShores\n" + "\n".join(blocks) + "\n").mentions
    assert [(mention.title, mention.year) for mention in found] == [(t, 2001 + at) for at, t in enumerate(titles)]
