"""Venues set off at ends: what a page has learned does not depend on chance."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from enrich.mentions.shapes.tags import Tag
from enrich.mentions.shapes.trailing import split_trailing_venue
from tests.mentions.text.reading import extract

PROGRAM = """
from enrich.mentions.shapes.trailing import learn_mark
print(learn_mark([f"Slow tides of bay {at}; Annals of Shores, Series B 20{10 + at}" for at in range(12)]))
"""


def test_sign_in_front_of_venues_is_the_same_in_every_process() -> None:
    seeds = [str(seed) for seed in range(1, 7)]  # Python orders its sets by them
    learned = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in seeds
    }
    assert learned == {",\n"}


def test_people_between_a_bar_and_a_year_in_brackets_are_no_venue() -> None:
    people = ("Jane Roe, Max Poe", "Max Poe and Ann Doe", "Jane Roe", "Kim Lee, Tom Fox")
    rows = (f"- How Limpets Return to Bay {at} | {who} ({2010 + at})" for at, who in enumerate(people * 2))
    found = extract("Papers\n\n" + "\n".join(rows) + "\n").mentions
    assert {(mention.title[:12], mention.venue, bool(mention.authors)) for mention in found} == {
        ("How Limpets ", None, True)
    }


@pytest.mark.parametrize(
    "kind", ["Diplomarbeit, TU Kiel", "Habilitationsschrift, TU Kiel", "Technical Report TR-209, Kiel University"]
)
def test_kind_of_a_writing_stands_behind_its_title(kind: str) -> None:
    title = "On the Tides of Small Harbours"
    assert split_trailing_venue(f"{title}, {kind}, 2015.") == (title, Tag(kind, 2015))
