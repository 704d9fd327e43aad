"""Cells of tables and labelled lines that say where a paper appeared, or will."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import papers

TITLES = ("Salt on the Harbour Wall", "A Census of Northern Kelp", "How Limpets Find Home", "Terns over Shallow Water")


def test_most_cells_of_a_column_of_venues_may_name_a_server() -> None:
    places = ("arXiv", "SHORES", "arXiv", "arXiv")
    rows = "".join(
        f"<tr><td>2019</td><td>{title}</td><td>{place}</td><td><a href='https://arxiv.org/abs/1901.0000{n}'>paper</a></td></tr>\n"
        for n, (title, place) in enumerate(zip(TITLES, places, strict=True))
    )
    head = "<tr><th>Year</th><th>Title</th><th>Venue</th><th>Links</th></tr>"
    found = papers(f"<!DOCTYPE html><html><body><table>{head}\n{rows}</table></body></html>")
    assert [(paper.title, paper.venue) for paper in found] == list(zip(TITLES, places, strict=True))


def test_notes_of_tables_say_where_papers_appeared_once() -> None:
    notes = (
        "Accepted at SEAS 2019",
        "<details><summary>To appear in SEAS...</summary><p>To appear in SEAS 2019, 12 pages</p></details>",
        "<details><summary>12 pages, ...</summary><p>12 pages, 3 figures</p></details>",
        "To be published at TIDE&P 2019",
    )
    rows = "\n".join(
        f"| [{title}](https://arxiv.org/abs/1801.0000{n}) | 2018-01-0{n + 1} | {note} |"
        for n, (title, note) in enumerate(zip(TITLES, notes, strict=True))
    )
    found = papers(f"# Daily shores\n\n| **Title** | **Date** | **Comment** |\n| --- | --- | --- |\n{rows}\n")
    assert [(paper.title, paper.venue) for paper in found] == list(
        zip(TITLES, ("SEAS", "SEAS", None, "TIDE&P"), strict=True)
    )
    assert {paper.year for paper in found} == {2018}
    assert [paper.note for paper in found][2] == "12 pages, 3 figures"


@pytest.mark.parametrize(
    ("said", "venue"), [("To be published at SEAS 2019", "SEAS"), ("To appear in T&P 2019", "T&P")]
)
def test_labelled_comments_say_where_a_paper_will_be(said: str, venue: str) -> None:
    rows = "".join(
        f"<dt><a href='https://arxiv.org/abs/1801.0000{n}'>arXiv:1801.0000{n}</a></dt>\n<dd><div class='list-title'>"
        f"<span>Title:</span> {title}</div><div class='list-authors'>Jane Roe, Max Poe</div>"
        f"<div>Comments: {said}</div></dd>\n"
        for n, title in enumerate(TITLES)
    )
    found = papers(f"<!DOCTYPE html><html><body><dl>{rows}</dl></body></html>")
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [(title, venue, 2019) for title in TITLES]


def test_days_above_papers_are_those_of_meetings_and_people_stand_in_front_of_places() -> None:
    """The year below the title is that of the paper; short titles behind days are titles as well."""
    credits = (
        "*Jane Q. Roe*, SEAS (1996)",
        "*Max Poe et al.*, Shores (2009)",
        "*J. Moe, K. Doe*, Kelp (2011)",
        "*Li Fay*",
    )
    titles = ("Wet Harbour Walls", *TITLES[1:])
    text = "".join(
        f"#### 2023-06-1{n}: [{title}](https://arxiv.org/abs/1801.0000{n})\n\n{credit}\n\nPresenter: Kim\n\n"
        for n, (title, credit) in enumerate(zip(titles, credits, strict=True))
    )
    found = papers(f"# Shore club\n\n## Meetings\n\n{text}")
    assert [paper.title for paper in found] == list(titles)
    assert [(paper.venue, paper.year) for paper in found] == [
        ("SEAS", 1996),
        ("Shores", 2009),
        ("Kelp", 2011),
        (None, 2023),
    ]
    assert found[0].authors == ("Jane Q. Roe",)


@pytest.mark.parametrize("note", ["Presented at the kick-off, good slides", "Published in two parts"])
def test_notes_of_tables_without_a_meeting_name_no_venue(note: str) -> None:
    rows = "\n".join(
        f"| [{title}](https://arxiv.org/abs/1801.0000{n}) | 2018 | {note} |" for n, title in enumerate(TITLES)
    )
    found = papers(f"# Daily shores\n\n| Title | Year | Notes |\n| --- | --- | --- |\n{rows}\n")
    assert [(paper.venue, paper.note) for paper in found] == [(None, note)] * len(TITLES)
