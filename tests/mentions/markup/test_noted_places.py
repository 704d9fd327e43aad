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


@pytest.mark.parametrize(("said", "venue"), [("To be published at SEAS 2019", "SEAS"), ("To appear in T&P 2019", "T&P")])
def test_labelled_comments_say_where_a_paper_will_be(said: str, venue: str) -> None:
    rows = "".join(
        f"<dt><a href='https://arxiv.org/abs/1801.0000{n}'>arXiv:1801.0000{n}</a></dt>\n<dd><div class='list-title'><span>"
        f"Title:</span> {title}</div><div class='list-authors'>Jane Roe, Max Poe</div><div>Comments: {said}</div></dd>\n"
        for n, title in enumerate(TITLES)
    )
    found = papers(f"<!DOCTYPE html><html><body><dl>{rows}</dl></body></html>")
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [(title, venue, 2019) for title in TITLES]
