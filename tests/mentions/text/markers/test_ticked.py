"""Lists typed with a margin for marks: read, read with care, and not yet."""

from __future__ import annotations

import textwrap

import pytest

from enrich.documents.shape import kind_of_text
from enrich.records import DocumentKind
from tests.mentions.text.reading import extract

PAGE = """shelf of the shore group, typed from slips

  x  = read      xx = read with care


SAND AND SALT
=============

x  How the tide sorts its pebbles by weight on a beach that slopes to the south and
        to the north -- Sand Review, 1967
   On the quiet nature of dunes -- Tide, 1989
xx A study of foam on beaches, with first measurements -- Sand Review, 1952
   Windows of the winter storm -- Tide, 1990
x  Reeds and their order -- Tide, 1971

HERONS
======

   What herons eat when all of the ponds are frozen over in winter -- Shore and Reed
        Letters, 1983
x  Long sleep of the mussel -- Tide, 1992
   Counting kelp by numbers, places and years of the first survey of the islands --
        Heron Letters, 1990
xx Clocks that the moon winds -- Tide, 1964
"""
TITLES = {
    "How the tide sorts its pebbles by weight on a beach that slopes to the south and to the north": (
        "Sand Review",
        1967,
    ),
    "On the quiet nature of dunes": ("Tide", 1989),
    "A study of foam on beaches, with first measurements": ("Sand Review", 1952),
    "Windows of the winter storm": ("Tide", 1990),
    "Reeds and their order": ("Tide", 1971),
    "What herons eat when all of the ponds are frozen over in winter": ("Shore and Reed Letters", 1983),
    "Long sleep of the mussel": ("Tide", 1992),
    "Counting kelp by numbers, places and years of the first survey of the islands": ("Heron Letters", 1990),
    "Clocks that the moon winds": ("Tide", 1964),
}


def test_a_page_with_marks_in_its_margin_is_text() -> None:
    assert kind_of_text(PAGE) is DocumentKind.TEXT


def test_entries_with_and_without_a_mark_begin_in_one_column() -> None:
    assert {m.title: (m.venue, m.year) for m in extract(PAGE).mentions} == TITLES


def test_words_at_the_margin_of_running_text_are_no_marks() -> None:
    words = "\n".join(f"{word} tides and the moon were seen by {word} people" for word in ("we", "in", "so", "no") * 3)
    assert not extract(f"The shore\n\n{words}\n").mentions


# Required readings have a star, the others begin in the same column, and all lines that go on stand deeper.
STARRED = (
    (
        "*",
        'Roe, Jane, "How the tide sorts its pebbles by weight on a beach that slopes to the south," Shore, May 1997.',
    ),
    ("", 'Poe, Jim and Ann Moe, "On the quiet nature of dunes," Sand Review, March 2001, pp. 4-9.'),
    ("*", 'Doe, John and Tom Orr, "A study of foam on beaches, with first measurements of its age," Shore, June 2007.'),
    ("*", 'Moe, Ann, "Windows of the winter storm," Sand Review, 2011, pp. 7-11.'),
    ("", 'Loe, Kim and Jim Poe, "Reeds and their order between the mouth of the river and the sea," Tide, May 1993.'),
    ("", 'Orr, Tom, "What herons eat when the ponds are frozen over in a long winter," Sand Review, 1999, pp. 40-44.'),
    ("*", 'Roe, Jane, "Long sleep of the mussel," Shore, July 2009, pp. 11-23.'),
    ("", 'Hoe, Tim, "Counting kelp by numbers, places and years of the first survey," Tide, 2003, pp. 61-63.'),
)


@pytest.mark.parametrize(("star", "depth"), [("* ", "    "), ("*  ", "      "), ("  + ", "        ")])
def test_readings_with_a_star_and_those_without_begin_in_one_column(star: str, depth: str) -> None:
    entries = [
        textwrap.fill(text, 76, initial_indent=star if sign else " " * len(star), subsequent_indent=depth)
        for sign, text in STARRED
    ]
    page = f"Shores\n\nStarred readings are required.\n\n{chr(10).join(entries)}\n"
    titles = [text.partition('"')[2].partition(',"')[0] for _, text in STARRED]
    assert [mention.title for mention in extract(page).mentions] == titles


def test_facts_below_the_text_of_a_list_are_no_entries() -> None:
    titles = [title for title in TITLES if len(title) < 60]
    entries = "\n".join(
        f"* {title}\n  Jane Roe, Ann Moe, Tom Orr and Jim Poe of the station at the mouth of the long river,\n"
        f"    and Kim Loe, {venue} {year}"
        for title, (venue, year) in TITLES.items()
        if title in titles
    )
    assert [mention.title for mention in extract(f"Shores\n\n{entries}\n").mentions] == titles


@pytest.mark.parametrize(
    "facts",
    [
        ("PDF: https://example.org/2019/{n}.pdf", "Code: https://example.org/2020/{n}"),
        ("Also shown at the Shore Meeting, 2020.", "Cited in the Sand Report of 2021."),
    ],
    ids=["links", "remarks"],
)
def test_two_lines_below_each_entry_of_a_list_are_no_entries(facts: tuple[str, str]) -> None:
    titles = [
        f"How {what} shape the growth of {where}" for what in ("dunes", "tides", "reeds") for where in ("sand", "kelp")
    ]
    entries = "\n".join(
        f"* {title} that\n    we count. Jane Roe. Sand Review, 2019.\n  " + "\n  ".join(facts).format(n=n)
        for n, title in enumerate(titles)
    )
    found = [mention.title for mention in extract(f"Publications\n\n{entries}\n").mentions]
    assert [title for title in found if title.endswith("that we count")] == [
        f"{title} that we count" for title in titles
    ]


def test_a_marked_list_may_be_set_in_below_its_headings_with_notes_between() -> None:
    page = """SHORES 12
SAND AND SALT, ALL YEAR

Instructor:    M. Roe-Poe           (office: top of the stairs, back)
Office hours:  Tu 10-12, and when the door is open

JAN. 14  WEEK 1.  PEBBLES

         Jane Roe, "How the Tide Sorts Its Pebbles: A Beach That
            Slopes to the South," Sand Review 59 (1973): 51-91.
       * Max Poe, "On the Quiet Nature of Dunes," Tide 50 (1971):
            76-136.
         --------, "Windows of the Winter Storm," Shore Studies 38
            (1967): 56-97.
       * Ida Moe, "Reeds and Their Order: A Useful Category of
            Shore Analysis," Sand Review 91 (1986): 1053-75.
         Carl Fox, "What Herons Eat When All of the Ponds Are Frozen
            over," in Kay and Ely, eds., The Book of Herons (1993),
            10-35.

         Question for the week: who was allowed to count the herons?

JAN. 21  WEEK 2.  KELP

       * Otto Lund, "Long Sleep of the Mussel," Tide 88 (2001):
            129-44.
       * Eve Holm, "Counting Kelp by Numbers," Sand Review 14 (1985):
            175-98.
         Nils Berg, "Clocks That the Moon Winds: A Survey of Islands
            and Their Harbours," Tide 10 (1976): 225-44.
"""
    found = {mention.title: (mention.venue, mention.year) for mention in extract(page).mentions}
    assert found == {
        "How the Tide Sorts Its Pebbles: A Beach That Slopes to the South": ("Sand Review", 1973),
        "On the Quiet Nature of Dunes": ("Tide", 1971),
        "Windows of the Winter Storm": ("Shore Studies", 1967),
        "Reeds and Their Order: A Useful Category of Shore Analysis": ("Sand Review", 1986),
        "What Herons Eat When All of the Ponds Are Frozen over": ("The Book of Herons", 1993),
        "Long Sleep of the Mussel": ("Tide", 2001),
        "Counting Kelp by Numbers": ("Sand Review", 1985),
        "Clocks That the Moon Winds: A Survey of Islands and Their Harbours": ("Tide", 1976),
    }
