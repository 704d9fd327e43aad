"""Pages that owners wrote by hand: lines broken anywhere, years said once, volumes behind journals."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from enrich.records import Document, DocumentKind, Mention, MentionKind

TITLES = ("Salt and the Sledge", "Why Ferries Stop in Winter Fog", "The Lamp Keepers", "Eel Traps of the Inner Bay")


def papers(body: str) -> list[Mention]:
    text = f"<HTML><BODY><H1>Papers</H1>\n{body}\n</BODY></HTML>"
    document = Document("list", "list", DocumentKind.HTML, text, "", len(text))
    return [mention for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


def test_behind_people_a_title_goes_on_over_the_line() -> None:
    found = papers(
        "<P>[3] Roe, J., M. Poe, and K. Doe, 2016: Eel Traps of the Inner Bay and the Fog of Early\n"
        "Winter. <I>J. Shore Res.</I>, <B>12</B>, 345-349.\n"
        "<P>[2] Poe, M. and J. Roe, 2015: The Lamp Keepers and the\n"
        "Last Ferry. <I>Quay Stud. Lett.</I>, <B>7</B>, 35-49.\n"
        "<P>[1] Doe, K., and Coauthors, 2014: Salt and the Sledge.\n<I>J. Shore Res.</I>, <B>10</B>, 45-49.\n"
    )
    assert [paper.title for paper in found] == [
        "Eel Traps of the Inner Bay and the Fog of Early Winter",
        "The Lamp Keepers and the Last Ferry",
        "Salt and the Sledge",
    ]


def test_two_people_in_front_of_a_linked_title_are_no_journal() -> None:
    found = papers(
        '<P>Poe, M. K. and J. O. Roe, 2015: <A HREF="poe.pdf">The Lamp Keepers</A>. <I>Quay Stud.</I>, <B>7</B>, 3.\n'
        '<P>Roe, J. O. and K. Doe, 2014: <A HREF="roe.pdf">Salt and the Sledge</A>. <I>Quay Stud.</I>, <B>6</B>, 3.\n'
    )
    assert [(paper.authors, paper.venue) for paper in found] == [
        (("Poe, M. K.", "J. O. Roe"), "Quay Stud."),
        (("Roe, J. O.", "K. Doe"), "Quay Stud."),
    ]


def test_a_year_said_once_in_a_column_is_that_of_the_rows_below() -> None:
    years = ("<B>2003</B>", "&nbsp;", "", "<B>2001</B>", "", "<B>1999</B>", "")
    titles = [*TITLES, "A Count of Gulls", "Sand in the Lock", "What Tides Leave"]
    found = papers(
        "<TABLE>"
        + "\n".join(
            f"<TR><TD>{year}</TD><TD>Roe, J. and Poe, M. {title}. <I>Quay Stud.</I> <B>3</B>: 4-19.</TD></TR>"
            for year, title in zip(years, titles, strict=True)
        )
        + "</TABLE>"
    )
    said = (2003, 2003, 2003, 2001, 2001, 1999, 1999)
    assert [(paper.title, paper.year) for paper in found] == list(zip(titles, said, strict=True))


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (("2003", "2002", "", "", ""), [2003, 2002, None, 2011, None]),
        (("2003", "", "", "", ""), [2003, None, None, 2011, None]),
        (("2003", "2002", "2001", "2000", ""), [2003, 2002, 2001, 2000, None]),
    ],
)
def test_rows_without_a_year_get_none_where_the_rows_above_do_not_show_it(
    years: tuple[str, ...], said: list[int | None]
) -> None:
    venues = ("Oikos", "Oikos", "preprint", "Oikos 2011", "preprint")
    found = papers(
        "<TABLE><TR><TH>Title</TH><TH>Year</TH><TH>Venue</TH></TR>"
        + "\n".join(
            f"<TR><TD>{title}</TD><TD>{year}</TD><TD>{venue}</TD></TR>"
            for title, year, venue in zip((*TITLES, "A Count of Gulls"), years, venues, strict=True)
        )
        + "</TABLE>"
    )
    assert [paper.year for paper in found] == said


def test_a_row_that_states_its_year_elsewhere_keeps_it() -> None:
    years = ("2003", "", "", "2002", "", "2001", "")
    venues = ("Oikos", "Oikos", "Oikos 2011", "Oikos", "Oikos", "Oikos", "Oikos")
    found = papers(
        "<TABLE><TR><TH>Title</TH><TH>Year</TH><TH>Venue</TH></TR>"
        + "\n".join(
            f"<TR><TD>{title}</TD><TD>{year}</TD><TD>{venue}</TD></TR>"
            for title, year, venue in zip(
                (*TITLES, "A Count of Gulls", "Sand in the Lock", "What Tides Leave"), years, venues, strict=True
            )
        )
        + "</TABLE>"
    )
    assert [paper.year for paper in found] == [2003, 2003, 2011, 2002, 2002, 2001, 2001]


def test_years_that_come_again_are_those_of_their_rows_alone() -> None:
    years = ("2003", "", "2003", "2001")
    found = papers(
        "<TABLE><TR><TH>Year</TH><TH>Title</TH></TR>"
        + "\n".join(f"<TR><TD>{year}</TD><TD>{title}</TD></TR>" for year, title in zip(years, TITLES, strict=True))
        + "</TABLE>"
    )
    assert [paper.year for paper in found] == [2003, None, 2003, 2001]


def test_the_volume_is_no_part_of_a_journals_name() -> None:
    found = papers(
        "<UL>\n<LI>Roe, J. (1999) Salt and the Sledge. Ferry Studies 35, pp. 23-125.\n"
        "<LI>Poe, M. (1998) The Lamp Keepers. Ferry Studies 34, pp. 3-25.\n"
        '<LI>Doe, Kay. "Why Ferries Stop in Winter Fog." <I>The Quay</I> 45.3 (2014).\n</UL>'
    )
    assert [(paper.venue, paper.year) for paper in found] == [
        ("Ferry Studies", 1999),
        ("Ferry Studies", 1998),
        ("The Quay", 2014),
    ]


def test_co_authors_behind_a_quoted_title_are_its_authors() -> None:
    found = papers(
        "<OL>\n<LI>&ldquo;Salt and the Sledge&rdquo; with Jane Roe. <EM>Oikos</EM>, 2012. [<A HREF=1.pdf>pdf</A>]\n"
        "<LI>&ldquo;The Lamp Keepers&rdquo; with Jane Roe and M. Poe. <EM>Oikos</EM>, 2011. <A HREF=2>pdf</A>\n</OL>"
    )
    assert [(paper.authors, paper.venue, paper.year) for paper in found] == [
        (("Jane Roe",), "Oikos", 2012),
        (("Jane Roe", "M. Poe"), "Oikos", 2011),
    ]


def test_one_paper_in_the_list_below_a_name_is_no_detail() -> None:
    found = papers(
        "<UL>\n<LI>Doe, S.\n<UL>\n<LI>Folk names of sedges, <I>Oikos</I> 2, 1998\n"
        "<LI>Lost quays in the marsh, <I>Oikos</I> 22, 1999\n</UL>\n"
        "<LI>O'Roe, D.\n<UL>\n<LI>Letters of a Lamp Keeper, 1788-1803, <I>Annals of Quays</I> 20, 1999\n</UL>\n</UL>"
    )
    assert [paper.title for paper in found] == [
        "Folk names of sedges",
        "Lost quays in the marsh",
        "Letters of a Lamp Keeper, 1788-1803",
    ]


def test_a_link_into_the_page_is_no_title() -> None:
    found = papers(
        '<p><a class="skip-link" href="#content">Skip to content</a></p><p>Jane Roe</p>'
        "<p>Roe, J. (2019). Salt and the sledge. <em>Oikos</em>, 12(3), 4-9.</p>"
    )
    assert [paper.title for paper in found] == ["Salt and the sledge"]


@pytest.mark.parametrize(
    "card",
    [
        "<p><a href='#abs{n}'>{title}</a></p><p>Jane Roe, Max Poe</p><p>Oikos 2019</p>",
        "<p class=title><a href='#abs{n}'>{title}</a></p><p class=authors>Jane Roe, Max Poe</p><p>Oikos 2019</p>",
        "<div><a href='#abs{n}'>{title}</a></div><div>Jane Roe, Max Poe</div><div>Oikos 2019</div>",
    ],
)
def test_titles_may_lead_to_their_abstracts_on_the_page(card: str) -> None:
    found = papers("\n".join(f"<div>{card.format(n=n, title=title)}</div>" for n, title in enumerate(TITLES)))
    assert [(paper.title, paper.authors) for paper in found] == [(title, ("Jane Roe", "Max Poe")) for title in TITLES]


@pytest.mark.parametrize("place", ["<I>Oikos</I>, 2011", "<I>Oikos</I>\n<A HREF=a.pdf>pdf</A>", "Oikos 12, 3-9"])
def test_a_place_on_the_line_below_people_and_a_title_is_no_part_of_it(place: str) -> None:
    found = papers("\n".join(f"<P>Roe, J. and Poe, M. (2011) {title}\n{place}</P>" for title in TITLES))
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [(title, "Oikos", 2011) for title in TITLES]


def test_what_stands_behind_with_and_a_linked_title_is_no_author() -> None:
    found = papers(
        "<UL><LI><A HREF=1.pdf>Salt and the Sledge</A> with Google Earth. <EM>Oikos</EM>, 2012\n"
        "<LI><A HREF=2.pdf>The Lamp Keepers</A> with Random Forests. <EM>Oikos</EM>, 2011</UL>"
    )
    assert [paper.authors for paper in found] == [(), ()]


def test_names_of_models_in_front_of_titles_are_no_authors() -> None:
    found = papers(
        "<UL><LI>Reformer (ICES 2019) <A HREF=1.pdf>Salt and the Sledge</A>, Max Poe, Ann Moe\n"
        "<LI>Linker (2020): <A HREF=2.pdf>The Lamp Keepers</A></UL>"
    )
    assert [(paper.authors, paper.venue, paper.year) for paper in found] == [
        (("Max Poe", "Ann Moe"), "ICES", 2019),
        ((), None, 2020),
    ]


def test_books_in_front_of_their_editors_are_places() -> None:
    found = papers(
        "<UL><LI><B>The Lamp Keepers</B>. In The Book of Shores, J. Roe, ed., Springer, 2001.\n"
        "<LI><B>Salt and the Sledge</B>. In Roe and Poe, eds., The Book of Tides, 2002.</UL>"
    )
    assert [(paper.venue or "").startswith(("The Book of Shores", "The Book of Tides")) for paper in found] == [
        True
    ] * 2
