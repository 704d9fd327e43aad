"""Entries of one template in HTML: elements whose classes hold titles and authors, and headings with links or none."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from enrich.records import Document, DocumentKind
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


def test_people_below_bare_headings_are_groups_where_linked_ones_are_papers() -> None:
    cards = (
        f"## [{title}](https://example.org/{n})\n\nJane Roe, Max Poe. Oikos 2019\n" for n, title in enumerate(TITLES)
    )
    groups = ("Board of the Journal", "People of the Group", "Organisers of the Meeting", "Former People of It")
    bare = (f"## {group}\n\nJane Roe, Max Poe, Ann Moe\n" for group in groups)
    assert [paper.title for paper in papers("\n".join(["# List\n", *cards, *bare]))] == list(TITLES)


WHO = '<span class="who">Jane Roe, Max Poe</span>'
SET_APART = ('<a href="{n}.html">{title}</a>', "<b>{title}</b>", "<h3>{title}</h3>")
SAID_BEHIND = (
    "In Proceedings of the {n}th Meeting on Clams",
    "How kelp of kind {n} follows the moon",
    "University of Coast {n} and Sea Institute",
)


@pytest.mark.parametrize("title", SET_APART)
@pytest.mark.parametrize("said", SAID_BEHIND)
def test_elements_of_one_class_behind_other_titles_are_none(title: str, said: str) -> None:
    entry = f'<div>{title}<br>{WHO}<br><span class="zz">{said}</span></div>'
    assert [paper.title for paper in papers(_page(entry))] == list(TITLES)


def test_elements_of_one_class_behind_other_titles_are_none_below_much_else() -> None:
    entry = f'<div><b>{{title}}</b>{WHO}<span class="zz">How kelp of kind {{n}} follows the moon</span></div>'
    menu = "<div>" + '<span class="m">More</span> <b>Or less</b> ' * 100 + "</div>"
    found = papers(_page(entry).replace("</h1>", f"</h1>{menu}"))
    assert [paper.title for paper in found][-len(TITLES) :] == list(TITLES)


@pytest.mark.parametrize("place", ["Oikos {n}, 33-48", "How kelp of kind {n} follows the moon"])
def test_of_two_classes_that_may_be_titles_the_first_of_the_entry_is(place: str) -> None:
    entry = f'<li><em class="ttl">{{title}}</em>, Jane Roe, Max Poe, <span class="zz">{place}</span> ({{year}})</li>'
    assert [paper.title for paper in papers(_page(entry))] == list(TITLES)


NAMED = '<p class="title">{title}</p><p class="authors">{names}</p>'
TALKS = ("Tides of Old Harbours", "A Model of Sand in Rivers", "Small Fish in Warm Summers")
TALK = "<p><b>{}</b><br>Jane Roe, Max Poe<br>Bird Meeting, 1991</p>"
CITATION = "<p>Jane Roe, Max Poe (1991). {}. Journal of Slow Rivers 3, 1-9.</p>"


@pytest.mark.parametrize("heading", ["<h2>Earlier</h2>", ""])
@pytest.mark.parametrize("shape", [TALK, CITATION])
def test_papers_below_those_that_markup_calls_titles_are_their_own(heading: str, shape: str) -> None:
    page = _page(NAMED).replace("</body>", heading + "\n".join(map(shape.format, TALKS)) + "</body>")
    assert [paper.title for paper in papers(page)] == [*TITLES, *TALKS]


@pytest.mark.parametrize(
    "names",
    [
        ("Dr. Roe", "Prof. Poe", "Dr. Moe", "Prof. Loe"),
        ("Dept. Geology", "Univ. Bonn", "MIT", "Inst. Phys."),
        ("Mar. Biol.", "Phys. Geog.", "GIS", "Ecol. Model."),
    ],
)
@pytest.mark.parametrize(
    "entry",
    [
        "<div><p class=t>{title}</p><p class=a>Jane Roe, Max Poe</p><p class=k>{name}</p><p>Oikos 201{n}</p></div>",
        "<li><b>{title}</b>, Jane Roe <span class=k>{name}</span> <em>Oikos</em> 201{n}</li>",
    ],
)
def test_hosts_and_fields_in_front_of_places_are_none(names: tuple[str, ...], entry: str) -> None:
    entries = (entry.format(n=n, title=title, name=names[n % 4]) for n, title in enumerate(TITLES))
    text = f"<html><body><h1>Papers</h1><ul>{chr(10).join(entries)}</ul></body></html>"
    found = extract(Document("list", "list", DocumentKind.HTML, text, "", len(text))).mentions
    assert [paper.venue for paper in found] == ["Oikos"] * len(TITLES)


def test_comments_beside_elements_have_no_words() -> None:
    entries = (
        f"<li><b>{title}</b>, Jane Roe <span class=k>J. Shores</span><!-- seen --> 201{n}</li>"
        for n, title in enumerate(TITLES)
    )
    text = f"<html><body><h1>Papers</h1><ul>{chr(10).join(entries)}</ul></body></html>"
    found = extract(Document("list", "list", DocumentKind.HTML, text, "", len(text))).mentions
    assert [paper.title for paper in found] == list(TITLES)
