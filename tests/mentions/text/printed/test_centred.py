"""Titles set in the middle of a page, with who speaks above them and the abstract below."""

from __future__ import annotations

import textwrap

from tests.mentions.text.reading import extract

WIDTH = 84
TITLES = [
    "Tidal Pools under Warming Seas",
    "A Census of Northern Kelp Forests and of All That Lives Beneath their Canopies",
    "How Do Limpets Find their Way?",
    "Sand Dunes",
    "Salt Marshes after a Century of Dikes, Drains and Lights Out! and Roe Bay",
    "The Weight of Barnacles on Old Wooden Piers",
    "Night Songs of Four Gulls",
    "Around the Lighthouse",
    "Two Fortunate Storms",
]
NAMES = ["Ana Roe", "Max Poe (online)", "J. M. Moe", "Kay Doe", "Lea Coe", "Rob Noe", "Ida Loe", "Tom Soe", "Eva Boe"]
ABSTRACT = (
    "We walk along the shore and count what we see there. The numbers differ between the four seas, and no more than "
    "{} species are found in all of them. The talk will be self-contained."
)


def record(at: int, title: str, name: str) -> str:
    head = "\n".join(line.center(WIDTH).rstrip() for line in textwrap.wrap(title, 56))
    joint = "Joint work with Jane Roe and Tim Poe.\n\n" if at % 3 == 1 else ""
    abstract = textwrap.fill(ABSTRACT.format(at + 30), WIDTH, initial_indent="   ")
    return f"{name}\nUniversity of Four Seas\n\n{head}\n\n{joint}{abstract}\n\n"


RECORDS = [record(at, title, name) for at, (title, name) in enumerate(zip(TITLES, NAMES, strict=True))]
PAGE = f"{'BOOK OF ABSTRACTS'.center(WIDTH)}\n\nPlenary talks\n\n\n" + "\n".join(
    [*RECORDS[:3], "Contributed talks\n\n", *RECORDS[3:]]
)


def test_titles_in_the_middle_of_the_page_are_the_papers() -> None:
    mentions = extract(PAGE).mentions
    assert [mention.title for mention in mentions] == TITLES
    assert all(mention.section.endswith("Contributed talks") for mention in mentions[4:])


def test_who_speaks_above_a_title_is_its_author_and_the_place_no_venue() -> None:
    mentions = extract(PAGE).mentions
    assert [mention.authors[0] for mention in mentions] == [name.split(" (")[0] for name in NAMES]
    assert {mention.venue for mention in mentions} == {None}
    assert all("walk along the shore" in (mention.abstract or "") for mention in mentions)


def test_every_line_of_a_book_of_abstracts_is_accounted_for() -> None:
    numbers = {note.line for note in extract(PAGE).lines}
    assert numbers == {number for number, line in enumerate(PAGE.split("\n"), start=1) if line.strip()}
