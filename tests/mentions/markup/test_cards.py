"""Cards as pages of papers, posts and projects show them, and what their markup says beside the titles."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import TITLES, papers

NAMES = ("Ana Roe, Max Poe, Kim Doe", "Kim Doe, Lin Moe, Ida Fox", "Jo Zoe, Tom Orr", "Eva Roe, Max Poe, Jo Zoe")
LEDE = "We counted what the sea left behind over 12 years."


def _page(*cards: str) -> str:
    body = "\n".join(cards)
    return f"<!DOCTYPE html><html><body><h1>Shores</h1>\n{body}\n<footer>All rights</footer></body></html>"


CARDS = {
    "titles of the highest level, with repositories and days": (
        '<div class="card"><h1><a href="/paper/{n}">{title}</a></h1>\n<p class="author-section"><a '
        'href="https://github.com/roe/kit{n}">roe/kit{n}</a> &bull; 3 Apr 2019</p>\n<p class="abstract">{lede}</p>\n'
        '<div><a href="/task/tides">Tides</a> <a href="/paper/{n}#code">Code</a></div></div>'
    ),
    "titles that link to pages of their own, with words alone below": (
        '<article><h2><a href="/p/{n}">{title}</a></h2>\n<p>{lede}</p></article>'
    ),
    "posts with the day and one name below": (
        '<article><header><h2><a href="/posts/{n}">{title}</a></h2>\n'
        "<div>Posted on 3 Apr 2019 by Ana Roe</div></header>"
        '\n<p>{lede}</p><a href="/posts/{n}">Read more</a></article>'
    ),
    "whole cards that are links": '<a href="/p/{n}"><h3>{title}</h3><p>{names}</p><span>ICES 2019</span></a>',
    "names in a lesser heading": (
        '<div class="card"><h5>{title}</h5>\n<h6>{names}</h6>\n<p>{lede}</p>\n<a href="p/{n}.html">Show</a></div>'
    ),
    "names and place in lesser headings of two levels": (
        '<div><h3><a href="/p/{n}">{title}</a></h3><h4>{names}</h4><h5>ICES 2019</h5><p>{lede}</p></div>'
    ),
    "names in the footer of each card": (
        "<article><h3>{title}</h3><p>{lede}</p><footer>{names} &middot; 3 Apr 2019</footer></article>"
    ),
}


def _cards(card: str) -> list[str]:
    return [
        card.format(n=number, title=title, names=names, lede=LEDE)
        for number, (title, names) in enumerate(zip(TITLES, NAMES, strict=True))
    ]


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_headings_of_cards_are_titles(card: str) -> None:
    assert [paper.title for paper in papers(_page(*_cards(card)))] == list(TITLES)


@pytest.mark.parametrize("name", [name for name in CARDS if "words alone" in name or "posts" in name])
def test_headings_between_cards_are_sections(name: str) -> None:
    cards = _cards(CARDS[name])
    cards[2:2] = ["<h2>Earlier years of it</h2>"]
    found = papers(_page("<h2>Selected of our works</h2>", *cards))
    assert [paper.title for paper in found] == list(TITLES)


def test_day_beside_a_repository_is_the_year_and_no_author() -> None:
    found = papers(_page(*_cards(CARDS["titles of the highest level, with repositories and days"])))
    assert [(paper.year, paper.authors, paper.abstract) for paper in found] == [(2019, (), LEDE)] * 4


@pytest.mark.parametrize("many", [1, 2])
@pytest.mark.parametrize("entry", ["<ul><li>{entry}</li></ul>", "<p>{entry}</p>"])
def test_linked_headings_over_items_are_sections(entry: str, many: int) -> None:
    linked = [f'<a href="https://arxiv.org/abs/1901.0000{n}">{title}</a>, 2019' for n, title in enumerate(TITLES)]
    parts = [
        f'<h2><a href="/part/{n}">Shores of the North {n}</a></h2>'
        + "".join(entry.format(entry=each) for each in linked[n : n + many])
        for n in range(4)
    ]
    assert {paper.title for paper in papers(_page(*parts))} == set(TITLES)


def test_titles_without_marks_and_their_names_below_one_heading() -> None:
    cards = "".join(
        f"<div><div>{title}</div><p>{names}</p><p>{LEDE}</p><a href='x.pdf'>PDF</a><div>ICES 2019</div></div>\n"
        for title, names in zip(TITLES, NAMES, strict=True)
    )
    found = papers(_page("<h2>Selected publications</h2>", cards, "<h2>Earlier publications</h2>", cards))
    assert [paper.title for paper in found] == [*TITLES, *TITLES]


@pytest.mark.parametrize("lower", ["ICES 201{n}", "201{n}", "Ana Roe"])
def test_headings_of_two_levels_over_lists_are_sections(lower: str) -> None:
    text = "# Shores\n\n" + "".join(
        f"## Part {'ABCD'[n]}\n### {lower.format(n=n)}\n- [{title}](https://arxiv.org/abs/1901.0000{n})\n"
        for n, title in enumerate(TITLES)
    )
    found = papers(text)
    assert [paper.title for paper in found] == list(TITLES)
    assert [paper.section.split(" > ")[-1] for paper in found] == [lower.format(n=n) for n in range(4)]


FOLDERS = ("tides/README.md", "forests.md", "./light/", "bridges")


@pytest.mark.parametrize(
    ("below", "papers_below"), [("What we keep of it.", False), ("{names}\n\nWhat we keep.", True)]
)
def test_headings_that_link_files_beside_the_page_are_titles_over_facts_alone(below: str, papers_below: bool) -> None:
    text = "# Shores\n\n" + "".join(
        f"## [{title}]({folder})\n\n{below.format(names=names)}\n\n"
        for title, folder, names in zip(TITLES, FOLDERS, NAMES, strict=True)
    )
    assert [paper.title for paper in papers(text)] == (list(TITLES) if papers_below else [])


def test_footer_of_the_one_section_is_the_pages_own() -> None:
    rows = "".join(f'<li><a href="https://arxiv.org/abs/1901.0000{n}">{t}</a></li>' for n, t in enumerate(TITLES))
    foot = '<footer><p>Set with <a href="https://arxiv.org/abs/1901.00009">Type for Small Pages</a></p></footer>'
    found = papers(f"<!DOCTYPE html><html><body><section><h1>Shores</h1><ul>{rows}</ul>{foot}</section></body></html>")
    assert [paper.title for paper in found] == list(TITLES)


TAGS = ("mud", "kelp", "tides", "silt", "waves")


@pytest.mark.parametrize("title", ['<h2><a href="/p/{n}">{title}</a></h2>', "<h2>{title}</h2>"])
def test_lists_of_tags_that_come_again_are_no_papers_of_their_own(title: str) -> None:
    tags = "".join(f'<li><a href="/tag/{tag}">{tag} of shores</a></li>' for tag in TAGS)
    card = (
        f'<article>{title}\n<p class="authors">{{names}}</p>\n<p>Posted <time>April {{day}}, 2019</time></p>\n'
        f'<p>{{lede}}</p>\n<p>Now published in <a href="https://doi.org/10.1/{{n}}"><i>Studies of Mud</i></a></p>\n'
        f"<ul>{tags}</ul></article>"
    )
    cards = [
        card.format(n=number, title=title, names=names, lede=LEDE, day=number + 11)
        for number, (title, names) in enumerate(zip(TITLES, NAMES, strict=True))
    ]
    assert [(paper.title, paper.year, paper.venue) for paper in papers(_page(*cards))] == [
        (title, 2019, "Studies of Mud") for title in TITLES
    ]


def test_unlinked_titles_among_linked_ones_have_people_and_a_place_below() -> None:
    places = ("Shore Stud.", "J. Sand Res.", "Tide Lett.", "Oikos", "Shore conference")
    titles = [f"{word} {title}" for word in ("Rethinking", "Beyond", "Measuring") for title in TITLES]
    cards = [
        f"<article><p>Article</p>\n<h3>{title if n % 7 == 3 else f'<a href=https://doi.org/10.1000/x{n}>{title}</a>'}"
        f"</h3>\n<p>Roe J{'; Poe M' * (n % 2)}</p>\n<p><cite>{places[n % 5]}</cite>"
        f"{' 4(2): 17-31' * (n % 2)}{' &middot; May 2019' * (n % 3 > 0)}</p></article>"
        for n, title in enumerate(titles)
    ]
    found = papers(_page(*cards, "<h3>Contact</h3><p>Jane Roe</p>"))
    assert [paper.title for paper in found] == titles
    assert [paper.venue for paper in found] == [places[n % 5] for n in range(len(found))]
    assert [paper.year for paper in found] == [2019 if n % 3 else None for n in range(len(found))]


WHO, WHAT = (
    ("Herons", "Gulls", "Crabs", "Newts", "Kelps", "Mussels"),
    ("Sleep", "Eat", "Wander", "Sing", "Wait", "Hide"),
)
SERIES = tuple(f"How {who} {what} below the Ice" for who in WHO for what in WHAT)


@pytest.mark.parametrize("label", ["Keywords", "Funding"])
def test_few_cards_without_a_page_are_papers_if_they_hold_what_the_others_do(label: str) -> None:
    cards = []
    for n, title in enumerate(SERIES):
        bare = n % 12 == 5
        head = title if bare else f'<a href="/series/{n}.html">{title}</a>'
        rest = "" if bare and label == "Funding" else f"<p><strong>{label}:</strong> mud, kelp</p>"
        below = f'<p class="authors">{NAMES[n % 4]}</p><p class="abstract"><b>Abstract:</b> {LEDE}</p>{rest}'
        cards.append(f'<div class="paper"><p class="num">SDP {n}</p><h5>{head}</h5>{below}</div>')
    found = [paper.title for paper in papers(_page("<h2>2019</h2>", *cards))]
    assert found == list(SERIES)


def test_sections_among_cards_are_no_papers() -> None:
    cards = [
        f'<h5><a href="/series/{n}.html">{title}</a></h5>'
        f'<p class="authors">{NAMES[n % 4]}</p><p><b>Abstract:</b> {LEDE}</p>'
        for n, title in enumerate(SERIES)
    ]
    cards[10:10] = ["<h5>What We Ask of Authors in Spring</h5><p>Keep it short.</p>"]
    assert [paper.title for paper in papers(_page(*cards))] == list(SERIES)


def test_italics_in_front_of_a_dash_are_people_where_nearly_all_are() -> None:
    titles = [f"How {what} Move in Winter" for what in ("Dunes", "Gulls", "Kelp", "Seals", "Tides", "Moths", "Reefs")]
    people = [
        "Ana Roe, Max Poe",
        "Jo Zoe et al.",
        "Roe, Poe, Moe",
        "Lin Moe, Ida Fox",
        "Uma Kay, Ben Ely",
        "Tom Orr, Eva Ash",
    ]
    page = "# Reading notes\n\n"
    for n, title in enumerate(titles):
        page += f"## {title}\n\n*{people[n % 6]}* — ICES 201{n}\n\n> We walk along the shore and count.\n\n"
        page += "### Notes\n\n- Section 4 is the one to read.\n- Assumes a single shore.\n\n"
    assert [paper.title for paper in papers(page)] == titles


def test_people_in_italics_among_others_below_titles_are_authors() -> None:
    people = (
        "Ana Roe, <i>Max Poe</i>, Kim Doe, <i>Lin Moe</i>",
        "Kim Doe, <i>Max Poe</i>",
        "Jo Zoe, <i>Lin Moe</i>, Ana Roe",
    )
    titles = [f"{title} {part}" for part in ("Today", "Tomorrow", "Again") for title in TITLES]
    cards = [f"<h3>{title}</h3><p>{people[n % 3]}</p><p>Shore Letters, 2019</p>" for n, title in enumerate(titles)]
    assert all("Max Poe" in paper.authors for paper in papers(_page(*cards))[::3])
