"""Pages made of templates that many people use: what their elements and classes are called tells titles and people."""

from __future__ import annotations

from enrich.mentions import extract
from enrich.mentions.markup.lists.pieces import part
from enrich.mentions.markup.model.blocks import BREAK, Run
from tests.mentions.documents import html

TITLES = (
    "Seiches in Long Basins",
    "Grains Below Breaking Waves",
    "Forecasts of Storm Surges",
    "Salt Wedges and Their Ends",
)


def test_people_in_links_below_an_element_called_title_are_no_papers() -> None:
    people = (
        '<a href="https://roe.example.net/">Rafi Roehmood</a>,\n<strong>Jane Poe</strong>,\nMax Moe',
        'Reza Karimi Roe,\n<a href="https://poe.example.net/">Dominique Poe-Gaud</a>,\n<strong>Jane Poe</strong>',
    )
    rows = "\n".join(
        f'<tr><td><img src="{n}.jpg"></td><td>\n<a href="https://arxiv.org/abs/2101.0000{n}"><papertitle>{title}</papertitle></a>\n<br>\n'
        f"{people[n % 2]}\n<br>\n<em>ICES</em>, 2019\n<br>\n"
        f"<a href='https://roe.example.net/{n}'>project page</a>\n/\n<a href='{n}.bib'>bibtex</a>\n</td></tr>"
        for n, title in enumerate(TITLES)
    )
    found = extract(html(f"<html><body><h2>Research</h2><table>\n{rows}\n</table></body></html>")).mentions
    assert [(item.title, item.venue, item.year) for item in found] == [(title, "ICES", 2019) for title in TITLES]


def test_titles_that_open_their_authors_on_the_page_are_papers() -> None:
    people = ("Jane Roe, Max Poe (Shore University)", "Ana Costa (Reef Lab), Bo Lind (Tide Inst.)")
    items = "\n".join(
        f'<div class="item"><b><a data-toggle="collapse" href="#collapse-{n}">{title}</a></b>\n'
        f'<div class="collapse authorlist" id="collapse-{n}">\n{people[n % 2]}\n</div>\n</div>'
        for n, title in enumerate(TITLES)
    )
    found = extract(html(f"<html><body><h1>Accepted papers</h1>\n{items}\n</body></html>")).mentions
    assert [item.title for item in found] == list(TITLES)
    assert all(len(item.authors) == 2 for item in found)


def test_titles_like_names_begin_an_entry_where_they_lead_to_papers() -> None:
    titles = ("How Grains Move", "Paxos Made Simple")
    lines = [
        [Run(title, n, url=f"https://doi.org/10.1145/1.{n}"), Run(", read it for May", n)]
        for n, title in enumerate(titles)
    ]
    runs = [*lines[0], Run(BREAK, 1), *lines[1]]
    assert [piece[0].text for piece in part(runs)] == list(titles)
