"""Pages as browsers and word processors save them: programs, records of an index, handmade lists, posts, curricula."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import papers

TITLES = tuple(f"How {what} Move along Quiet Shores" for what in ("Dunes", "Gulls", "Kelp", "Seals", "Tides", "Moths"))


def _page(*parts: str) -> str:
    return "<!DOCTYPE html><html><body><h1>Shores</h1>\n" + "\n".join(parts) + "\n</body></html>"


def _titles(*parts: str) -> list[str | None]:
    return [paper.title for paper in papers(_page(*parts))]


def test_people_in_front_of_places_in_italics_are_authors() -> None:
    people = (
        "Ana Roe and Max Poe, <em>Keio;</em> Kim Doe, <em>Hartford Marine Institute</em>",
        "Lin Moe, <em>Brno Institute;</em> Ida Fox and Jo Zoe, <em>Keio</em>",
    )
    card = '<div><h2><a href="/t/{n}">{title}</a></h2><p>{people}</p><p><a href="/s/{n}.pdf">Roe PDF</a></p></div>'
    cards = [card.format(n=n, title=title, people=people[n % 2]) for n, title in enumerate(TITLES)]
    chair = "<h2>Ebb and Flow</h2><p>Session Chair: Eva Ash, <em>Hartford Tides</em></p>"
    found = papers(_page(chair, *cards[:3], chair.replace("Ebb", "Sand"), *cards[3:]))
    assert [paper.title for paper in found] == list(TITLES)
    assert found[0].authors == ("Ana Roe", "Max Poe", "Kim Doe")
    assert found[1].authors == ("Lin Moe", "Ida Fox", "Jo Zoe")


def test_menus_inside_of_entries_give_links_and_no_words() -> None:
    entry = (
        '<li><nav><ul><li><a href="https://shore.org/rec/{n}.html">details</a></li>'
        '<li><a href="https://find.org/?q={n}">ask others</a></li></ul></nav>'
        '<span class="title">{title}.</span> Ana Roe, Max Poe. Shore Lett. 12 (2019)</li>'
    )
    found = papers(_page("<ul>", *(entry.format(n=n, title=title) for n, title in enumerate(TITLES)), "</ul>"))
    assert [paper.title for paper in found] == list(TITLES)
    assert [[link.url for link in paper.links] for paper in found[:1]] == [["https://shore.org/rec/0.html"]]


def test_what_ends_a_page_states_no_paper() -> None:
    items = [
        f'<li><a href="https://doi.org/10.1000/{n}">{title}</a>, Ana Roe, 2019</li>' for n, title in enumerate(TITLES)
    ]
    footer = '<div id="footer"><ul><li><a href="https://shore.org/terms.html">Terms of Fair Use</a></li></ul></div>'
    address = '<address><a href="mailto:roe@shore.org">Edmund Roe</a>, Nov 16 1998. You are visitor 12</address>'
    assert _titles("<ul>", *items, "</ul>", footer, address) == list(TITLES)


def test_running_words_quoted_below_some_papers_are_abstracts() -> None:
    entry = "<p><b>{title}.</b><br><i>Shore Studies</i> 12:3--4, 199{n}."
    quoted = (
        "<blockquote>Let S be a shore of n stones.\nWe study how far each stone moves in one winter "
        "when the wind comes from the sea. We also give a counterexample to a claim in [Roe, 1973].</blockquote>"
    )
    entries = [entry.format(n=n % 10, title=f"{title} {n}") for n, title in enumerate(TITLES * 3)]
    body = [f"{text}{quoted if n % 4 == 0 else ''}" for n, text in enumerate(entries)]
    assert _titles(*body) == [f"{title} {n}" for n, title in enumerate(TITLES * 3)]


def test_linked_title_of_a_file_begins_the_next_paper() -> None:
    entry = '<p><a href="papers/{n}.ps.gz"><b>{title}</b></a>, <i>SHORES</i> 1985, pp. 3-9.</p>'
    entries = [entry.format(n=n, title=title) for n, title in enumerate(TITLES)]
    entries[3] = entries[3].replace("<b>", "").replace("</b>", "")
    assert _titles(*entries) == list(TITLES)


def test_hours_and_names_of_who_posted_are_no_titles() -> None:
    posted = '<p>Posted on <a href="/2024/">May 4, 2024</a> by <a href="https://s.org/roe/">Tova Lind</a></p>'
    entry = (
        '<p><b>{n}. <a href="https://arxiv.org/abs/190{n}.00001">{title}</a></b> ❤ (Roe et al., 2019) – Your pick?</p>'
    )
    entries = [entry.format(n=n + 1, title=title) for n, title in enumerate(TITLES)]
    found = papers(_page("<b>Spring 2019, F 12:00-1:30, Hartford F36</b>", posted, *entries))
    assert [(paper.title, paper.year) for paper in found] == [(title, 2019) for title in TITLES]


@pytest.mark.parametrize(
    ("said", "year", "authors"),
    [
        ("Working paper 2019. A remark on sand.", 2019, ()),
        ("With L. Moe. Lecture notes, 1992.", 1992, ("L. Moe",)),
    ],
)
def test_states_and_co_authors_behind_titles(said: str, year: int, authors: tuple[str, ...]) -> None:
    said = said if authors else said.replace("W", "w")
    entries = [f'<p><b>{title}.</b> {said} [<a href="p/{n}.ps">ps</a>]</p>' for n, title in enumerate(TITLES)]
    found = papers(_page(*entries))
    assert [(paper.title, paper.year, paper.authors) for paper in found] == [(t, year, authors) for t in TITLES]


def test_tables_of_files_and_posts_state_no_papers() -> None:
    files = "".join(
        f'<tr><td><a href="/roe/kit/main/{name}">{name}</a></td><td>Add the whole banner</td><td>May 2, 2019</td></tr>'
        for name in ("assets", "LICENSE", "README.md")
    )
    head = "<tr><th>Name</th><th>Last commit message</th><th>Last commit date</th></tr>"
    posts = "".join(
        f"<tr><td>{years}</td><td>{post}</td></tr>"
        for years, post in (
            ("2016–", "Professor, Hartford"),
            ("2009–2016", "Senior Lecturer, Brno"),
            ("2007", "Doctor, Keio"),
        )
    )
    assert _titles(f"<table>{head}{files}</table>", f"<table>{posts}</table>") == []


def test_tables_of_academic_years_state_theses() -> None:
    rows = "".join(f"<tr><td>{2008 + n}–{2009 + n}</td><td>{t}</td><td>Ana Roe</td></tr>" for n, t in enumerate(TITLES))
    assert _titles(f"<table><tr><th>Year</th><th>Title</th><th>Author</th></tr>{rows}</table>") == list(TITLES)


def test_years_with_letters_and_long_journals_in_front_of_volumes() -> None:
    entry = (
        "<li>{who} ({when}). “<a href='https://s.org/{n}'>{title}</a>”. <i>Monthly Notices of the Royal Society of"
        " Shores</i>. <b>5{n}</b> (1): 132. <a href='/w/doi'>doi</a>:<a href='https://doi.org/10.1/{n}'>10.1/{n}</a>.</li>"
    )
    people = ("Roe, Ana; Poe, Max", "Patty, C. H.; Kate, I. L. t.; Doe, K.")
    when = ("2019a", "5 June 2018", "2017")
    body = [entry.format(n=n, title=t, who=people[n % 2], when=when[n % 3]) for n, t in enumerate(TITLES)]
    found = papers(_page("<ul>", *body, "</ul>"))
    assert [paper.year for paper in found] == [2019, 2018, 2017] * 2
    assert {paper.venue for paper in found} == {"Monthly Notices of the Royal Society of Shores"}


def test_names_of_venues_that_come_again_in_cells_need_no_year() -> None:
    cell = (
        '<tr><td><img src="{n}.jpg"></td><td><span class="title">{title}</span><br>'
        'Ana Roe, Max Poe<br><i>{venue}</i><br>[<a href="{n}.pdf">PDF</a>]</td></tr>'
    )
    venues = ("Public Shores, 2019", "Public Shores, 2018", "Public Shores, 2017", "Public Shores")
    where = [venues[n % 4].replace(",", "</i>,<i>") for n in range(len(TITLES))]
    rows = [
        cell.format(n=n, title=title, venue=place) for n, (title, place) in enumerate(zip(TITLES, where, strict=True))
    ]
    assert {paper.venue for paper in papers(_page("<table>", *rows, "</table>"))} == {"Public Shores"}


def test_several_linked_titles_below_a_day_are_papers() -> None:
    day = (
        "<dt>Sep {n}</dt><dd><b>Lecture</b> <b>Paging the shore {n}</b></dd>"
        '<dd><b>Reading</b> <a href="/p/{n}.pdf">{first}</a> (Roe, ICES 2019)</dd>'
        '<dd><b>Reading</b> <a href="/q/{n}.pdf">{second}</a> (Poe et al., ICES 2018)</dd>'
    )
    days = [day.format(n=n + 1, first=TITLES[2 * n], second=TITLES[2 * n + 1]) for n in range(3)]
    assert _titles("<dl>", *days, "</dl>") == list(TITLES)


def test_numbered_paragraphs_share_their_form_of_names() -> None:
    people = ("Roe A, Poe M", "Moe L", "Roe A, McGrathTehran-Keio, Moe L", "Small D, Poe M, Moe L")
    entries = [
        f"<p>{9 - n}. {people[n % 4]}. {title}. Shore Med. 2019 Feb;12(3):4–15.</p>" for n, title in enumerate(TITLES)
    ]
    found = papers(_page(*entries))
    assert [paper.title for paper in found] == list(TITLES)
    assert {(paper.venue, paper.year) for paper in found} == {("Shore Med", 2019)}
