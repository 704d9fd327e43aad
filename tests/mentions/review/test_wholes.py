"""Titles that a reader cut at what looks like names, a note or a venue, in lists whose entries have none."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import papers
from tests.mentions.text.test_shapes import HOW

TITLES = [f"{what.title()} on the {shore} Shore: a Census" for shore in ("Northern", "Western") for what in HOW]
ODD = (
    "Not Size Alone: Form, Old Colour, Governs Choice",
    "Do Limpets Remember? Homes of the Shore",
    "Sandwort - a slow walker of dunes",
    "It was never lost! Places of the Tide",
)


def listed(line: str, odd: str) -> str:
    rows = [
        line.format(title=title, venue=("ICES 2021", "Oikos 2020", "2019", "Oikos")[n % 4])
        for n, title in enumerate([*TITLES, odd])
    ]
    return "# " * line.startswith("-") + "Shores\n\n" + "\n".join(rows) + "\n"


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    "line",
    ["- {title}. {venue}. [[paper](https://arxiv.org/abs/2101.00001)]", "• {title}. {venue}. [paper] [code]"],
)
def test_title_is_whole_where_nothing_stands_behind_titles(line: str, odd: str) -> None:
    assert [mention.title for mention in papers(listed(line, odd))] == [*TITLES, odd]


def test_end_of_a_title_in_the_place_of_a_venue_is_no_venue() -> None:
    page = listed("• {title}. {venue}. [paper]", "A. B").replace(
        "A. B. ICES 2021", "Apps vs. Paper Maps of the Shore. 2019"
    )
    last = papers(page)[-1]
    assert (last.title, last.year) == ("Apps vs. Paper Maps of the Shore", 2019)


def test_venue_without_a_year_is_one_that_others_have() -> None:
    mentions = papers(listed("- {title}. {venue}. [[paper](https://arxiv.org/abs/2101.00001)]", ODD[0]))
    assert {mention.venue for mention in mentions[3::4]} == {"Oikos"}


def test_names_behind_many_titles_stay() -> None:
    rows = [
        f"• {title}, Ana Roe, Max Poe. Oikos 20{n + 10}. [paper]" if n % 4 == 0 else f"• {title}. Isis 2019. [paper]"
        for n, title in enumerate(TITLES)
    ]
    mentions = papers("Shores\n\n" + "\n".join(rows))
    assert [mention.title for mention in mentions] == TITLES
    assert mentions[0].authors == ("Ana Roe", "Max Poe")


def test_word_of_a_link_in_front_of_venue_and_links_is_the_title_s() -> None:
    page = listed("• {title}. {venue}. [paper] [code]", "Reading the Shore with Machine Code")
    assert papers(page)[-1].title == "Reading the Shore with Machine Code"


def test_short_title_in_a_list_without_names_is_no_name() -> None:
    page = listed("• {title}. {venue}. [paper] [code]", "Quiet Tidal Pools")
    assert papers(page)[-1].title == "Quiet Tidal Pools"


def test_what_lines_below_say_stays_with_a_title_made_whole() -> None:
    rows = [f"- {title}. ICES {2001 + n}" for n, title in enumerate(TITLES * 2)]
    rows.append("- Shells of the Brown Shore. A Short Note on Them. ICES 2020\n\n  Jane Roe, Max Poe, Ann Doe\n")
    last = papers("# Shores\n\n" + "\n".join(rows))[-1]
    assert last.title == "Shells of the Brown Shore. A Short Note on Them"
    assert last.authors == ("Jane Roe", "Max Poe", "Ann Doe")


@pytest.mark.parametrize(
    "odd",
    [
        "Do Limpets Remember? Homes of the Shore",
        "Old, Deep, and Hidden Places of the Tide",
        "Sand Walks: Slow, Long Dune Tides",
    ],
)
def test_lists_of_titles_and_years_have_no_venues_behind_commas(odd: str) -> None:
    titles = [*TITLES, odd]
    page = "Shores\n\n" + "\n".join(f"{title}, {2001 + at % 20}" for at, title in enumerate(titles)) + "\n"
    found = papers(page)
    assert [(mention.title, mention.venue) for mention in found] == [(title, None) for title in titles]


@pytest.mark.parametrize(("tagged", "kept"), [(1, " (2019)"), (6, "")])
def test_year_in_brackets_that_hardly_a_title_ends_in_is_a_part_of_it(tagged: int, kept: str) -> None:
    """Where many entries have one, or a tag, the owner of the page set it there."""
    rows = [
        f"| [{title}{' (2019)' * (n == 0) or ' (ICES 2019)' * (n < tagged)}](https://a.org/2101.000{n:02}) | 2021 |"
        for n, title in enumerate(TITLES)
    ]
    found = papers("# Shores\n\n| Title | Year |\n| --- | --- |\n" + "\n".join(rows) + "\n")
    assert [mention.title for mention in found] == [f"{TITLES[0]}{kept}", *TITLES[1:]]


def test_year_in_brackets_that_an_entry_states_nowhere_else_is_its_own() -> None:
    rows = [
        f"- [{title}{' (2019)' * (n == 3)}](https://arxiv.org/abs/2101.000{n:02}){' (2020)' * (n != 3)}"
        for n, title in enumerate(TITLES)
    ]
    found = papers("# Shores\n\n" + "\n".join(rows) + "\n")
    assert [(mention.title, mention.year) for mention in found] == [
        (title, 2019 if n == 3 else 2020) for n, title in enumerate(TITLES)
    ]
