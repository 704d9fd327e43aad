"""Parts of a page that lead elsewhere, or say when people meet, and are no lists of papers."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import papers

LINK = "<a href='https://arxiv.org/abs/1901.00001'>Salt on the Harbour Wall</a>"
PAPER = f"<h2>Readings</h2><ul><li>{LINK}, Roe, 2019</li></ul>"
PAGES = ("Home", "Our Themes and Projects", "Problem Sets for Students", "Reading Lists and Exams")
SITE = "<p class='site-title'><a href='https://mud.org/0/' rel='home'>MUD 8402</a></p>"
MENU = "".join(f"<li><a href='https://mud.org/{n}/'>{page}</a></li>" for n, page in enumerate(PAGES))
FILES = ("README.md", "mud", "LICENSE", "figures.py")
ROWS = "".join(
    f"<tr><td><a href='/roe/mud/blob/main/{name}'>{name}</a></td>"
    f"<td><a href='/roe/mud/commit/ab{n}'>Update the second list of readings</a></td><td>2019</td></tr>"
    for n, name in enumerate(FILES)
)
SAVED = ("New submissions", "Cross-lists", "Replacements")
PARTS = {
    "a menu by its class": f"{SITE}<ul class='menu'>{MENU}</ul>",
    "a menu by its role": f"{SITE}<ul role='menubar'>{MENU}</ul>",
    "the files of a repository": f"<table><tr><th>Name</th><th>Last message</th><th>Date</th></tr>{ROWS}</table>",
    "parts of a page saved from its address": "<ul>"
    + "".join(f"<li><a href='https://arxiv.org/list/mud/new#item{n}'>{name}</a></li>" for n, name in enumerate(SAVED))
    + "</ul>",
    "who teaches": "<ul><li><b>Instructor:</b> Prof. Ana Moe (<a href='mailto:moe@mud.org'>moe@mud</a>), Wed 2-3pm</li>"
    "<li><b>TA:</b> Kim Doe, office hours Mon 4-5pm</li></ul>",
    "a link for those who hear the page": "<p><a class='sr-only' href='https://arxiv.org/list/mud/new#m'>Skip to main "
    "content</a></p>",
    "the hours of a course": "<h1>A Course on Mud</h1><h3>Fall 2018, MW 9:00-10:30, 310 Shore Hall</h3>"
    "<p>The quiz is <a href='h/quiz0.pdf'>here</a>.</p>",
}


@pytest.mark.parametrize("part", PARTS)
def test_parts_beside_papers_are_none(part: str) -> None:
    found = papers(f"<!DOCTYPE html>\n<html><body>{PARTS[part]}\n{PAPER}</body></html>")
    assert [paper.title for paper in found] == ["Salt on the Harbour Wall"]


def test_table_of_numbers_that_lead_to_papers_is_no_list_of_files() -> None:
    rows = "".join(
        f"<tr><td><a href='https://arxiv.org/abs/1901.0000{n}'>1901.0000{n}</a></td>"
        f"<td>Sand and Mud, Part {n}</td></tr>"
        for n in range(4)
    )
    table = f"<table><tr><th>ID</th><th>Title</th></tr>{rows}</table>"
    found = papers(f"<!DOCTYPE html>\n<html><body>{table}</body></html>")
    assert [paper.title for paper in found] == [f"Sand and Mud, Part {n}" for n in range(4)]


def test_label_in_brackets_stands_in_front_of_authors() -> None:
    entries = "".join(
        f"<li><b>[required]</b> {who}. <a href='papers/{at}.pdf'>{title}</a>. SEAS 199{at}.</li>\n"
        for at, (who, title) in enumerate([("Roe and Poe", "A Log of the Tides"), ("Doe", "Salt on the Harbour Wall")])
    )
    found = papers(f"<!DOCTYPE html><html><body><h2>Readings</h2><ul>{entries}</ul></body></html>")
    assert [(paper.title, paper.venue) for paper in found] == [
        ("A Log of the Tides", "SEAS"),
        ("Salt on the Harbour Wall", "SEAS"),
    ]
