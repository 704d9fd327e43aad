"""Tables of plain text without borders, with empty cells, notes and long cells, each with the same made-up papers."""

from __future__ import annotations

import pytest

from enrich.records import MentionKind
from tests.mentions.text.reading import extract, fold, found_papers
from tests.mentions.text.tables.test_table_shapes import rows
from tests.mentions.text.test_shapes import TITLES, VENUES

NOTES = ("Short and clear.", "Compares four shores in winter.", "")
YES = ("yes", "", "yes", "yes", "")


def noted(line: str) -> list[list[str]]:
    """The cells of each row, `~` for a note or none and `?` for a "yes" or none."""
    return [
        [{"~": NOTES[n % 3], "?": YES[n % 5]}.get(cell, cell) for cell in cells] for n, cells in enumerate(rows(line))
    ]


def plain(names: str, table: list[list[str]], by: str) -> str:
    return "\n".join(by.join(cells) for cells in [names.split("|"), *table])


PAGES = {
    "two blanks between cells": plain("Venue|Code|Title|Notes|#", noted("{venue} {year}|?|{title}|~|{n}"), "  "),
    "two blanks between cells, links in front": plain("Links|Title|Notes|Year", noted("paper|{title}|~|{year}"), "  "),
    "run together, notes behind": plain("Venue|Title|Notes", noted("{venue} {year}|{title}|~"), " "),
    "run together, marks of code and numbers": plain("Venue|Title|Code|#", noted("{venue} {year}|{title}|?|{n}"), " "),
    "run together, numbers behind venues": plain("Venue|#|Title|Links", rows("{venue} {year}|{n}|{title}|paper"), " "),
    "run together, many names behind years": plain(
        "Links|Title|Year|Authors",
        [
            [*cells, ", ".join(("Jo A. B. Lee", "L. Moe", "I. Orr-Ely", "T. Ely")[: n % 5 or 4])]
            for n, cells in enumerate(rows("pdf|{title}|{year}"))
        ],
        " ",
    ),
    "run together, links behind names": plain(
        "Authors|Links|Title|Code|Year", noted("Ana May Roe, et al.|paper|{title}|?|{year}"), " "
    ),
    "run together, proceedings": plain("Title|Venue|#", rows("{title}|Proc. of {venue} {year}|{n}"), " "),
    "bars, empty first cells": plain("Notes|Year|Title|Code", noted("~|{year}|{title}|?"), " | "),
    "tabs, empty cells at both ends": plain("Code|Title|Year|Notes", noted("?|{title}|{year}|~"), "\t"),
}


@pytest.mark.parametrize("shape", PAGES)
def test_plain_table_gives_its_titles_and_nothing_else(shape: str) -> None:
    page = f"Shores\n\nSome papers that we found useful. Please send a mail.\n\nModels\n\n{PAGES[shape]}\n"
    assert sorted(title for _, title in found_papers(page)) == sorted(map(fold, TITLES))


@pytest.mark.parametrize("shape", PAGES)
def test_plain_table_gives_years_and_venues(shape: str) -> None:
    papers = extract(f"Shores\n\nModels\n\n{PAGES[shape]}\n").mentions
    assert [paper.year for paper in papers] == [2010 + n for n in range(1, 11)]
    named = [(paper.venue or "").removeprefix("Proc. of ") for paper in papers]
    assert named in ([VENUES[n % 3] for n in range(1, 11)], [""] * 10)


def test_what_has_a_link_called_paper_is_one_below_tools() -> None:
    page = "Shores\n\nTools\n\n" + plain("Title|Links", rows("{title}|paper"), "\t")
    assert {mention.kind for mention in extract(page).mentions} == {MentionKind.PAPER}


@pytest.mark.parametrize("names", [("Title", "of the paper")])
def test_names_of_columns_in_several_lines_are_no_paper(names: tuple[str, str]) -> None:
    titles = ["Labor Mobility with Wavelets", "A Survey of Learned Indexes", "Old Maps and New Roads", "Sleep and Age"]
    head = [f"{'-' * 60}\n{names[0]:<41}Year\n{names[1]}\n{'-' * 38}   ----"]
    rows = [f"{title:<41}2019" for title in titles]
    found = extract("\n".join([*head, *rows, "-" * 60])).mentions
    assert [(mention.title, mention.year) for mention in found] == [(title, 2019) for title in titles]


@pytest.mark.parametrize("between", ["\t", " | "])
def test_papers_with_but_code_in_a_table_of_papers_are_some(between: str) -> None:
    links = ("kelp", "https://github.com/roe/kelp", "https://github.com/poe/tides")
    titles = (
        "Mapping Kelp Forests by Drone",
        "Where Herons Wait and What They Find",
        "Salt in the Wind of Wide Shores",
    )
    rows = [f"{title}{between}{link}" for title, link in zip(titles, links, strict=True)]
    found = extract("\n".join(["Shores", "", f"Paper{between}Code", *rows, ""])).mentions
    assert [(mention.title, mention.kind) for mention in found] == [(title, MentionKind.PAPER) for title in titles]
