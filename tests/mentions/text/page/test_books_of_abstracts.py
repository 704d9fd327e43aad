"""Books of abstracts and programmes as they are copied from paper: codes, wrapped titles, and edges of sheets."""

from __future__ import annotations

import textwrap

import pytest

from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.wrapped.paragraphs import join_paragraphs
from tests.mentions.text.abstracts.test_reader import FULL, SAID
from tests.mentions.text.reading import extract, fold
from tests.mentions.text.test_shapes import HOW, PEOPLE, TITLES

LONG = [f"{title} {FULL[n % 3]} of the Far and Windy North" for n, title in enumerate(TITLES)]


def titles_in(page: str) -> list[str]:
    return [fold(mention.title) for mention in extract(page).mentions]


@pytest.mark.parametrize("code", ["O-{n}", "P{n}", "PS.{n}", "O1.{n:02}", "S02-O{n}"])
def test_codes_alone_on_their_lines_part_talks(code: str) -> None:
    parts = "Background: Nobody counts {how} here.\nMethods: " + SAID + "\nConclusions: There are 19 of them.\n"
    parts += "References: [1] Roe Report 8, 2010. [2] Poe AB et al., Shores 2010."
    talks = []
    for n, title in enumerate(LONG, start=1):
        lines = [
            title.upper() if n == 4 else title,
            f"{PEOPLE[n - 1]}1, {PEOPLE[n - 5]}2",
            "1",
            "",
            "Shore School, Kiel",
        ]
        lines += ["", *("Withdrawn by the authors." if n == 7 else parts.format(how=HOW[n - 1])).split("\n")]
        talks.append(f"{code.format(n=n)}\n\n" + "\n".join(textwrap.fill(line, 64 if n == 4 else 80) for line in lines))
    assert titles_in("Shore Meeting\nKiel, 2-5 May\n\n" + "\n".join(talks)) == list(map(fold, LONG))


def test_titles_below_names_beside_times_go_on() -> None:
    page = "Programme\n\n"
    for n, title in enumerate(LONG):
        said = textwrap.wrap(SAID.format(how=HOW[n]), 66)
        lines = ["\n".join(textwrap.wrap(title, 60)), "", *said]
        page += f"09:{n}0-09:{n}5  A. {PEOPLE[n].split()[1]}, M. Moe\n".replace("09:9", "10:0")
        page += textwrap.indent("\n".join(lines), " " * 13) + "\n\n"
    assert titles_in(page) == list(map(fold, LONG))


def test_paragraph_is_told_by_its_own_lines() -> None:
    others = [Row([n, n + 1, n + 2], SAID, starts=[0, 80, 160]) for n in range(1, 25, 3)]
    lines = textwrap.wrap(SAID.format(how="dunes"), 52)
    rows = [Row([n], line, end=len(line), gap=n == 25) for n, line in enumerate(lines, start=25)]
    assert [row.text for row in join_paragraphs([*others, *rows])][8:] == [" ".join(lines)]
    rows = [Row([n], title, end=len(title)) for n, title in enumerate(TITLES, start=25)]
    assert [row.text for row in join_paragraphs([*others, *rows])][8:] == list(TITLES)


def test_people_whose_line_breaks_within_a_name_are_no_title() -> None:
    page = "Shore Meeting\n\n"
    for n, title in enumerate(TITLES):
        people = f"{PEOPLE[n]}1*, Katarzyna Moe2, Yuki Hughes2, Daniel Ashdown2"
        people += ", Katarzyna\nSchmidt2, Marta Kirkpatrick2" if n % 4 == 3 else ""
        said = textwrap.fill(SAID.format(how=HOW[n]), 80)
        page += f"P2.{n:02}\n{title}\n{people}\n1 Shore School\n\n{said}\n\n"
    assert titles_in(page) == list(map(fold, TITLES))
