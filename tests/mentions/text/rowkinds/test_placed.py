"""Titles, names with a venue, and what is said of the paper, each a paragraph: annotated bibliographies."""

from __future__ import annotations

import random
import textwrap

import pytest

from enrich.mentions.text.lines.rows import read_rows
from enrich.mentions.text.rowkinds.blocks import settle_blocks
from enrich.mentions.text.rowkinds.kinds import page_kinds
from enrich.mentions.text.rowkinds.placed import Role
from tests.mentions.text.flat.test_segments import titles
from tests.mentions.text.reading import extract, fold, found_papers
from tests.mentions.text.test_shapes import PEOPLE, TITLES, VENUES

SAID = (
    "Compares two harbours; the older one wins. The authors argue that trust has to be earned, not asked for.",
    "Method: walks along the shore, and counting.",
    "Uses boats with two oars. Worth reading for the figures alone.",
)


def bibliography(width: int, *, indent: str) -> str:
    """A bibliography of ten papers; every fourth has no year."""
    text = "Annotated bibliography\n\nShores\n"
    for n, (title, person) in enumerate(zip(TITLES, PEOPLE, strict=True)):
        others = ", …" if n % 5 == 2 else f", {PEOPLE[n - 3].split()[1]}"
        year = "" if n % 4 == 3 else f", {2010 + n}"
        said = textwrap.fill(SAID[n % 3], width, initial_indent=indent, subsequent_indent=indent)
        text += f"\n{title}\n\n{person.split()[1]}{others}. {VENUES[n % 2]}{year}. https://doi.example/{n}\n\n{said}\n"
    return text


@pytest.mark.parametrize("indent", ["", "  ", "     "])
@pytest.mark.parametrize("width", [30, 60, 200])
def test_paragraphs_of_surnames_and_a_venue_stand_below_titles(width: int, indent: str) -> None:
    found = found_papers(bibliography(width, indent=indent))
    assert [title for _, title in found] == list(map(fold, TITLES))


def test_such_paragraphs_state_where_the_paper_appeared() -> None:
    found = extract(bibliography(60, indent="  ")).mentions
    assert [mention.authors for mention in found[:2]] == [("Roe", "Ash"), ("Poe", "Ely")]
    assert [(mention.venue, mention.year) for mention in found[:3]] == [(VENUES[n % 2], 2010 + n) for n in range(3)]
    assert found[1].links[0].url == "https://doi.example/1"


@pytest.mark.parametrize("label", ["", "Abstract: "])
@pytest.mark.parametrize("place", ["{v} {n}(1), {n}-90. doi:10.1000/x.{n}", "{v}, {n}, {n}-90.", "{v}."])
def test_the_year_may_stand_in_brackets_between_people_and_the_venue(place: str, label: str) -> None:
    records = [
        f"Week {n}, 2021\n\n{title}\n{person[0]}. {person.split()[1]} ({2010 + n}). "
        f"{place.format(v=VENUES[n % 3], n=n + 3)}\n\n{label}In 1998, few were known at all. {SAID[n % 3]} {SAID[0]}\n"
        for n, (title, person) in enumerate(zip(TITLES, PEOPLE, strict=True))
    ]
    found = extract("Journal club\n\nPick of the week\n\n" + "\n".join(records)).mentions
    assert [fold(mention.title) for mention in found] == list(map(fold, TITLES))
    assert [(mention.venue, mention.year) for mention in found] == [(VENUES[n % 3], 2010 + n) for n in range(10)]


def test_headings_right_above_titles_are_no_lines_of_their_records() -> None:
    people, places = ("Jane Roe, Max Poe", "Ann Marsh, Ida Bay, Tom Field"), ("Oikos (2011)", "Isis (2012)")
    records = [f"{title}\n{people[at % 2]}\n{places[at % 2]}" for at, title in enumerate(titles(random.Random(2), 40))]
    records[4::10] = [f"Quiet tides\n{record}" for record in records[4::10]]
    rows = read_rows("\n\n".join(records))
    headings = {at for at, row in enumerate(rows) if row.text == "Quiet tides"}
    found = settle_blocks(rows, page_kinds(rows, {}), {}, headings).of(Role.TITLE)
    assert len(found) == len(records)
    assert found >= {at + 1 for at in headings}
