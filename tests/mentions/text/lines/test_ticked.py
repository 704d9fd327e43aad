"""Lists typed with a margin for marks: read, read with care, and not yet."""

from __future__ import annotations

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
