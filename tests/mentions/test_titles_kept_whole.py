"""Titles that look as if names, venues or remarks stood beside them, and stay whole."""

from __future__ import annotations

import pytest

from .test_kept_shapes import FIRST, FOURTH, LISTED, papers

PAIRS = ("Truth and Power", "Bread and Roses", "Ferns and Fungi", "Tides and Dunes", "Whispers")
WHOLE = (FIRST, FOURTH, *LISTED, "Sand that Sings", "Shells of the North", "Wrecks and Their Ghosts")


@pytest.mark.parametrize("sign", [":", ","])
def test_two_words_joined_in_front_of_titles_are_no_surnames(sign: str) -> None:
    titles = [f"{pair}{sign} A History of the {end} Coast" for pair, end in zip(PAIRS, "ABCDE", strict=True)]
    found = papers("Books on Shores\n\n" + "\n".join(f"- {title}" for title in titles))
    assert [paper.title for paper in found] == titles


def test_list_of_things_that_and_ends_is_a_title() -> None:
    titles = (*WHOLE[:2], "Grain Prices and Weather in Dry Centuries", "Slow Light in Warm Vapour", WHOLE[4])
    people = ("Ana Roe, Max Poe", "Kim Doe, Lin Moe", "Ida Fox, Tom Orr", "Uma Kay, Tom Orr", "Ben Ely, Ana Roe")
    rows = [f"- {names}, {title}, ICES, 2019." for names, title in zip(people, titles, strict=True)]
    title = "Soil Fungi, Alpine Trees, and How They Trade in Winter"
    found = papers("Shores\n\n" + "\n".join([*rows, f"- {title}, ICES, 2018."]))
    assert [paper.title for paper in found] == [*titles, title]
    assert found[0].authors == ("Ana Roe", "Max Poe")


@pytest.mark.parametrize("blank", ["  ", "\t"])
def test_blanks_within_a_venue_do_not_move_the_end_of_the_title(blank: str) -> None:
    rows = [f"- {title} {('Marine Letters', 'Shore Express')[n % 2]} {2010 + n}" for n, title in enumerate(WHOLE)]
    rows[1] = rows[1].replace("Shore Express", f"Shore{blank}Express")
    found = papers("Shores\n\n" + "\n".join(rows))
    assert [(paper.title, paper.year) for paper in found] == [(title, 2010 + n) for n, title in enumerate(WHOLE)]
    assert found[1].venue == "Shore Express"


def test_people_behind_the_dash_of_a_dated_item_are_its_authors() -> None:
    said = ["Ana Roe and Max Poe", *["counts what the tide leaves"] * 7]
    rows = [f"- {title} Marine Letters {2010 + n} — {said[n]}" for n, title in enumerate(WHOLE)]
    found = papers("Shores\n\n" + "\n".join(rows))
    assert [paper.title for paper in found] == list(WHOLE)
    assert found[0].authors == ("Ana Roe", "Max Poe")
    assert (found[1].authors, found[1].description) == ((), said[1])


def test_topics_behind_titles_are_no_venues() -> None:
    rows = [f"- {title}. {('NLP', 'Vision')[n % 2]}. Counts what the tide leaves." for n, title in enumerate(WHOLE)]
    found = papers("Shores\n\n" + "\n".join(rows))
    assert [(paper.title, paper.venue) for paper in found] == [(title, None) for title in WHOLE]


def test_remarks_stay_behind_brackets_of_the_title() -> None:
    titles = ["Rotations of Shells in SO(3) (revisited)", "Sorting Shells on PRAM(n) (with errata)", FIRST]
    found = papers("Shores\n\n" + "\n".join(f"{n}. {title}" for n, title in enumerate(titles, start=1)))
    assert [paper.title for paper in found] == titles


@pytest.mark.parametrize(
    "ends",
    [
        ("Kenya", "USA", "Norway", "UK", "Chile", "UK", "Spain", "Peru"),
        ("RTF", "SaltEdge", "DCF", "Sandy", "KNB", "TideNet", "WRF", "GHX"),
        ("JR", "Jane", "MM", "Max", "KP", "Ida", "LD", "Uma"),
    ],
)
def test_words_in_brackets_that_differ_are_no_venues(ends: tuple[str, ...]) -> None:
    titles = [f"{title} ({end})" for title, end in zip(WHOLE, ends, strict=False)]
    found = papers("# Shores\n\n" + "\n".join(f"- {title}" for title in titles))
    assert [(paper.title, paper.venue) for paper in found] == [(title, None) for title in titles]


def test_words_in_brackets_behind_with_are_people_only_where_all_are_names() -> None:
    rows = [f"{title}. Shore Maths, 12 ({2010 + n}), 3-14." for n, title in enumerate(WHOLE[:3])]
    rows.append("Cooking Kelp at Sea (with Vitamin D. Supplements). Shore Maths, 12 (2019), 3-14.")
    rows.append("Drying Kelp on Land (with A. B. From and Max Poe). Shore Maths, 12 (2018), 3-14.")
    found = papers("# Shores\n\n" + "\n".join(f"- {row}" for row in rows))
    assert found[3].title == "Cooking Kelp at Sea (with Vitamin D. Supplements)"
    assert (found[4].title, found[4].authors) == ("Drying Kelp on Land", ("A. B. From", "Max Poe"))


@pytest.mark.parametrize("end", ["A Guide to CSS :has", "The Story of :focus-visible", "Living with :is and :where"])
def test_words_with_a_colon_in_front_end_titles(end: str) -> None:
    titles = [*WHOLE, end]
    assert [paper.title for paper in papers("Shores\n\n" + "\n".join(f"- {title}" for title in titles))] == titles
