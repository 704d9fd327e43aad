"""Words that a printer broke at the right edge are whole again, compounds keep their hyphens."""

from __future__ import annotations

import textwrap

import pytest

from enrich.mentions.text.printed.hyphens import find_broken
from tests.mentions.text.reading import extract

REFERENCES = (
    "[1] A. Roe and M. Poe, “Measuring sediment in northern harbours with drifting in-\nstruments,” Shore Lett., 2011.",
    "[2] K. Doe, “Cheap instruments for measuring the drift of sedi-\nment,” Shore Lett., 2012.",
    "[3] L. Moe, “Harbours and their sediment: a wind-\ndriven account,” Shore Lett., 2013.",
    "[4] I. Fox, “A driven wheel in the wind of northern har-\nbours,” Shore Lett., 2014.",
    "[5] J. Zoe, “Kelp as a sub-\nstrate of small crabs,” Shore Lett., 2015.",
)
TITLES = (
    "Measuring sediment in northern harbours with drifting instruments",
    "Cheap instruments for measuring the drift of sediment",
    "Harbours and their sediment: a wind-driven account",
    "A driven wheel in the wind of northern harbours",
    "Kelp as a substrate of small crabs",
)


def test_broken_words_are_told_by_what_the_page_spells_elsewhere() -> None:
    found = extract("REFERENCES\n" + "\n".join(REFERENCES)).mentions
    assert [mention.title for mention in found] == list(TITLES)


@pytest.mark.parametrize("width", [40, 52, 61])
def test_pages_that_a_program_wrapped_have_no_broken_words(width: int) -> None:
    titles = ("wind-driven", "co-located", "sub-tidal", "wave-borne", "in-shore", "re-used")
    text = " ".join(f"A {word} account of {word} sand, and of {word} silt." for word in titles)
    wrapped = "\n".join(textwrap.wrap(text, width))
    assert "-\n" in wrapped
    assert find_broken(wrapped, ()) == frozenset()
