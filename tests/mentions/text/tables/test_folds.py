"""Rows of run-together cells that the edge of the page broke, with nothing that tells their ends."""

from __future__ import annotations

import textwrap

import pytest

from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES

_NUMBERED = list(enumerate(TITLES, start=1))
_WATERS = ((0, "Kelp"), (3, "Dunes"), (6, "Reefs"))


def rows(line: str) -> list[str]:
    return [
        line.format(n=n, title=title, person=person, two=PEOPLE[n % 10])
        for n, (title, person) in enumerate(zip(TITLES, PEOPLE, strict=True), start=1)
    ]


def page(names: str, table: list[str], width: int, foot: str = "") -> str:
    lines = [line for row in table for line in textwrap.wrap(row, width, break_on_hyphens=False)]
    return "\n".join(f"   {line}" for line in ["Papers on Shores", "", "Dunes", "", names, *lines]) + foot


def begun(text: str, table: list[str]) -> list[bool]:
    """Whether each item begins as its row does."""
    found = [mention.title for mention in extract(text).mentions]
    return [row.split("]")[-1].startswith(title) for row, title in zip(table, found, strict=True)]


def test_row_ends_where_its_line_is_not_full() -> None:
    table = rows("{title} {person}, {two}")
    assert all(begun(page("Title Authors", table, 40), table))


def test_row_begins_with_the_number_of_its_only_link() -> None:
    table = rows("[{n}]{title} {person}, {two}")
    foot = "\n\nReferences\n\n" + "\n".join(f"   {n}. https://shores.example/{n}" for n in range(1, 11))
    assert all(begun(page("Title Authors", table, 34, foot), table))


def test_nothing_stands_behind_initials() -> None:
    table = rows("{title} Roe, A., & Moe, L. B.")
    assert all(mention.venue is None for mention in extract(page("Title Authors Venue", table, 90)).mentions)


def test_families_in_front_of_initials_are_no_words_of_titles() -> None:
    table = rows("{title} van Roe, A. B., & Moe, L.")
    swapped = rows("Roe, A. B., & Moe, L. {title}")
    for names, lines in (("Title Authors Venue", table), ("Authors Title", swapped)):
        found = [mention.title for mention in extract(page(names, lines, 90)).mentions]
        assert found == list(TITLES)


@pytest.mark.parametrize("width", [52, 72])
def test_rows_whose_numbers_count_up_begin_at_these(width: int) -> None:
    ends = (
        "et al. TIDE 2011 Forests point cloud page",
        "DUNES 2012 Dunes video –",
        "et al. TIDE 2013 Sea images ✓ code",
    )
    table = [rows(f"{{n}} {{title}} {{person}} {ends[n % 3]}")[n] for n in range(len(TITLES))]
    found = extract(page("# Paper Authors Venue Year Topic Input Links", table, width)).mentions
    assert [mention.title.split()[0] for mention in found] == [title.split()[0] for title in TITLES]


def test_numbers_that_begin_wrapped_lines_count_nothing() -> None:
    ends = [f"{n + 2} Ways to Count" if n % 3 == 1 and n < 10 else "Other Ways" for n, _ in _NUMBERED]
    table = "".join(f"{n} {title} and\n{end} Oikos\n" for (n, title), end in zip(_NUMBERED, ends, strict=True))
    found = extract(f"No Title Venue\n{table}").mentions
    assert [mention.title.split()[0] for mention in found] == [title.split()[0] for title in TITLES]


def test_rows_without_a_number_among_numbers_with_a_stop_are_rows() -> None:
    rows = [f"{n}. {title} Oikos" if n % 3 else f"{title} Oikos" for n, title in _NUMBERED]
    found = extract("No Title Venue\n" + "\n".join(rows) + "\n").mentions
    assert [mention.title for mention in found] == list(TITLES)


def test_cells_that_go_on_below_dates_head_no_rows() -> None:
    venues = ("Sand Review", "Shore Studies", "Tide Letters")
    rows = [f"{2000 + n} {title}{chr(10) if n % 5 == 1 else ' '}{venues[n % 3]}" for n, title in _NUMBERED]
    found = extract("Year Title Venue\n" + "\n".join(rows) + "\n").mentions
    assert {mention.section for mention in found} == {""}
    assert [(mention.title, mention.venue) for mention in found] == [(t, venues[n % 3]) for n, t in _NUMBERED]


def test_names_of_columns_come_again_below_headings() -> None:
    titles, piers = TITLES[:9], ("Pier", "Sandbar", "Winder")
    rows = [f"{piers[n % 3]} {title} {PEOPLE[n]}, {PEOPLE[n + 1]}\n" for n, title in enumerate(titles)]
    parts = [f"{water}\nLake Title Authors\n{''.join(rows[n : n + 3])}\n" for n, water in _WATERS]
    found = extract("Shore papers\n\n" + "".join(parts)).mentions
    assert [mention.title for mention in found] == list(titles)
    assert [mention.section for mention in found] == [water for _, water in _WATERS for _ in range(3)]
