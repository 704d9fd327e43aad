"""Entries in HTML of which the markup says what is the title, and who wrote it: the rest is read beside these."""

from __future__ import annotations

from tests.mentions.test_kept_shapes import papers

TITLES = ("Salt on the Harbour Wall", "A Census of Kelp", "How Limpets Find Their Way Home")


def _page(entry: str) -> str:
    entries = (entry.format(n=n, year=2010 + n, title=title) for n, title in enumerate(TITLES))
    return f"<!DOCTYPE html><html><body><h1>Research</h1>\n{chr(10).join(entries)}\n</body></html>"


def test_linked_people_on_the_line_below_a_called_title_are_no_further_paper() -> None:
    entry = (
        "<tr><td><img src='{n}.jpg'></td><td>\n<a href='https://t{n}.org/'>\n<span class='papertitle'>{title}</span>"
        "\n</a>\n<br>\n<a href='https://roe.org/'>Jane Unseen Roe</a>,\n<strong>Kim Owner</strong>,\nMax Poe\n<br>\n"
        "<em>Shore</em>, {year}\n<br>\n<a href='https://t{n}.org/'>project page</a>\n/\n"
        "<a href='https://arxiv.org/abs/190{n}.00001'>arXiv</a>\n<p></p>\n<p>We count.</p>\n</td></tr>"
    )
    found = papers(f"<table>{_page(entry)}</table>")
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [
        (title, "Shore", 2010 + n) for n, title in enumerate(TITLES)
    ]
    assert all(paper.authors == ("Jane Unseen Roe", "Kim Owner", "Max Poe") for paper in found)
    assert all(any("arxiv" in link.url for link in paper.links) for paper in found)


def test_linked_people_whom_the_markup_calls_authors_are_no_title() -> None:
    entry = (
        "<div><span class='meta cite-author'>\n<span><a href='/people/jane'>Jane Unseenroe</a></span>, "
        "<span>Ann Orr</span>\n"
        "</span>\n({year}).\n<a href='/p/{n}/'>{title}</a>.\n<em>Shore Letters</em>, 4({n}).\n"
        "<p><a class='btn' href='https://arxiv.org/abs/190{n}.00001'>PDF</a></p></div>"
    )
    found = papers(_page(entry))
    assert [(paper.title, paper.year) for paper in found] == [(title, 2010 + n) for n, title in enumerate(TITLES)]


def test_name_of_a_work_is_its_title_and_that_of_a_series_its_venue() -> None:
    entry = (
        "<p itemscope itemtype='https://schema.org/ScholarlyArticle'><a href='/jane'>Jane Roe</a>: "
        "<span itemprop='name'>{title}</span> <span itemprop='isPartOf' itemscope "
        "itemtype='https://schema.org/Periodical'><b itemprop='name'>Mud Matters</b></span> ({year})</p>"
    )
    found = papers(_page(entry))
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [
        (title, "Mud Matters", 2010 + n) for n, title in enumerate(TITLES)
    ]
