"""Entries of one template in HTML: elements whose classes hold titles and authors, and headings with links or none."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import papers

TITLES = (
    "Salt on the Harbour Wall",
    "How Limpets Find Their Way Home",
    "A Census of Kelp, in: The Northern Forests",
    "Terns over Shallow Water",
    "Counting Waves at Night",
    "Do Crabs Prefer the Left Side?",
    "Mud, Sand and the Age of Estuaries",
    "Driftwood as a Record of Storms",
    "What Herons Eat in Winter",
    "The Slow Return of the Oyster",
)
ODD_NAMES = ("Roe J, Poe M", "Fox I, Orr T", "R. Q. Orr T, S. Zoe J", "Doe K, Moe L, Fox I")  # one is unlike names
SAID = "<b>Findings:</b> We counted what the sea left behind in 2012, and most of it was kelp."


def _page(entry: str) -> str:
    entries = (
        entry.format(title=title, names=ODD_NAMES[n % 4], n=n, year=2010 + n, said=SAID)
        for n, title in enumerate(TITLES)
    )
    return f"<!DOCTYPE html><html><body><h1>Publications</h1>\n{chr(10).join(entries)}\n</body></html>"


BLOCKS = '<div class="{0}">{{title}}</div>', '<div class="{1}">{{names}}</div>'
REST = '<div class="src"><em>Shore Letters</em> 4:{n} ({year})</div><div class="more"><p>{said}</p></div>'


@pytest.mark.parametrize("classes", [("title", "authors"), ("pt", "who")])
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_titles_in_elements_of_one_class_are_papers_whatever_its_name(
    classes: tuple[str, str], order: tuple[int, int]
) -> None:
    entry = "<div>" + "\n".join(BLOCKS[part].format(*classes) for part in order) + f"\n{REST}</div>"
    found = papers(_page(entry))
    assert [paper.title for paper in found] == list(TITLES)
    assert all(paper.authors and paper.year == 2010 + n for n, paper in enumerate(found))


def test_titles_in_spans_of_one_class_end_where_these_do() -> None:
    entry = '<p>J. Roe, <span class="me">M. Poe</span> and K. Doe, <span class="t">{title}</span>, in print.</p>'
    assert [paper.title for paper in papers(_page(entry))] == list(TITLES)


def test_headlines_without_people_beside_them_are_no_titles_of_papers() -> None:
    entry = (
        '<div><span class="d">{n} May {year}</span> <span class="h">{title}</span> <p class="x">More soon.</p></div>'
    )
    assert papers(_page(entry)) == []


def test_headings_without_a_link_are_titles_among_those_with_one_where_facts_of_papers_stand_below_them() -> None:
    below = "*Ana Roe, Max Poe*\n\n> We counted what the sea left behind, and why it was mostly kelp.\n\n"
    heads = (f"[{title}](https://example.org/{n})" if n % 2 else title for n, title in enumerate(TITLES))
    text = "# Digest\n\n## Shores\n\n" + "".join(f"### {head}\n\n{below}" for head in heads)
    assert [paper.title for paper in papers(text)] == list(TITLES)
