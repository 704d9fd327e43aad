"""References as word processors and layout programs print them: lost signs of lists, wrapped quotations, notes."""

from __future__ import annotations

import random
import textwrap

from enrich.mentions.entries.prose import is_prose
from enrich.mentions.text.lines.rows import read_rows
from tests.mentions.text.flat.test_segments import titles as titles_of
from tests.mentions.text.reading import extract
from tests.mentions.text.wrapped.test_hanging import TITLES

PEOPLE = ("Roe, Ann", "Fox, Kim and Ida Doe", "Poe, Max, Jo Moe, and Lea Ash")


def titles(text: str) -> list[str]:
    return [mention.title for mention in extract(text).mentions]


def test_list_with_the_sign_of_inner_ones_below_its_own_heading_is_no_inner_list() -> None:
    more = "\n".join(f"o\tA. Roe and K. Fox. {title}. Oikos, 2014." for title in TITLES)
    rows = read_rows(f"Exam\n\nCore\n1.\tA. Roe. Tides. Oikos, 2014.\n\nFurther\n{more}\n")
    assert {row.indent for row in rows} == {0}
    rows = read_rows(f"Exam\n\nCore\n1.\tA. Roe. Tides. Oikos, 2014.\n{more}\n")
    assert {row.indent for row in rows if row.marker == "o"} == {1}


def test_numbers_of_sections_one_of_which_is_long_are_no_list_markers() -> None:
    topics = ("Shores", "Tides of the far north and the people who measure them", "Dunes", "Salt", "Kelp", "Sand")
    page = "Readings on the sea\n"
    for number, topic in enumerate(topics, start=1):
        rows = (f"    Roe, Ann (200{number}). “{title},” Shore Studies, 12(3), 4–15." for title in TITLES)
        page += f"\n\n{number}. {topic}\n\n" + "\n".join(rows)
    assert [row.marker for row in read_rows(page) if row.text.endswith(topics)] == [""] * len(topics)


def test_quotation_left_open_goes_on_where_its_line_was_broken_early() -> None:
    names = titles_of(random.Random(0), 40)
    expected = [f"{title} and {names[-at]}" for at, title in enumerate(names)]
    entries = [
        f"{('', '* ', '** ', '*')[at % 4]}{PEOPLE[at % 3]} (201{at % 10}): “{title}”, Shore Studies, 12({at}), 4–{at}."
        for at, title in enumerate(expected)
    ]
    wrapped = (textwrap.fill(row, 76 - 2 * (at % 3 > 0)) for at, row in enumerate(entries))
    assert titles("Reading List\n\n" + "\n\n".join(wrapped) + "\n") == expected


def test_citation_of_people_a_year_and_a_quotation_is_no_sentence() -> None:
    said = "is what the tide brings to the northern shores of any use to those who live there"
    rows = [
        f"{PEOPLE[at % 3]} (201{at}): “Why {said} in year {at}”, Journal of Shores, 12(3), 4–15." for at in range(6)
    ]
    page = "Shores\n\n" + "\n\n".join(rows) + "\n"
    assert titles(page) == [f"Why {said} in year {at}" for at in range(6)]


def test_sentences_with_notes_in_their_midst_are_prose() -> None:
    assert is_prose("Uses include glass,[3][4] clocks,[1] and simple play.[2]")
    assert not is_prose("Ann Roe,[1] Max Poe,[2] and Kim Fox[3]")
