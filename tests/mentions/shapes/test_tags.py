"""Venue and year tags, told by shape; phrases that are none."""

import pytest

from enrich.mentions import extract
from enrich.mentions.shapes.leading import split_leading_tag
from enrich.mentions.shapes.tags import (
    Tag,
    parse_forthcoming,
    parse_tag,
    parse_venue,
    parse_year,
    split_trailing_tag,
)
from enrich.mentions.shapes.venues import venue_of
from enrich.records import DocumentKind
from tests.mentions.documents import document

TAGS = [
    ("[Arxiv 2024]", "Arxiv", 2024),
    ("(ICML'23)", "ICML", 2023),
    ("VLDB'98", "VLDB", 1998),
    ("NeurIPS 2022", "NeurIPS", 2022),
    ("*[CVPR 2021]*", "CVPR", 2021),
    ("CVPR2021", "CVPR", 2021),
    ("IEEE SC22", "IEEE SC22", 2022),
    ("2024.05", None, 2024),
    ("2019", None, 2019),
    ("May 2024", None, 2024),
    ("Posted 3 May 2024", None, 2024),
    ("Submitted on May 3, 2024", None, 2024),
    ("United May 2019", "United May", 2019),
    ("arXiv May 2019", "arXiv", 2019),
    ("RSS Sept 2019", "RSS", 2019),
    ("2021, Nature", "Nature", 2021),
    ("Nature Methods, 2021", "Nature Methods", 2021),
    ("Journal of the ACM, 2020", "Journal of the ACM", 2020),
    ("IEEE Trans. on Robotics 2019", "IEEE Trans. on Robotics", 2019),
    ("ICLR 2024 (Oral)", "ICLR", 2024),
    ("EMNLP-Findings 2022", "EMNLP-Findings", 2022),
]


@pytest.mark.parametrize(("text", "venue", "year"), TAGS)
def test_tag_is_read_by_its_shape(text: str, venue: str | None, year: int) -> None:
    assert parse_tag(text) == Tag(venue, year)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Code",
        "GitHub",
        "a study of 2020",
        "Adoption of Clouds in 2020",
        "52k items",
        "1234",
        "We met in Rome, 2020.",
        "Accessed 3 May 2024",
        "Retrieved May 3, 2024",
        "2010–12",
    ],
)
def test_phrase_is_no_tag(text: str) -> None:
    assert parse_tag(text) is None


@pytest.mark.parametrize("text", ["(ICRA 2021, short paper)", "[ICRA 2021 - Industry Track]", "ICRA 2021, in press"])
def test_kind_of_presentation_is_no_part_of_the_venue(text: str) -> None:
    assert parse_tag(text) == Tag("ICRA", 2021)


@pytest.mark.parametrize(
    ("text", "venue", "year"),
    [
        ("J. Shore Stud., in press (2019)", "J. Shore Stud.", 2019),
        ("Tide Letters B (accepted)", "Tide Letters B", None),
        ("Oikos, to appear", "Oikos", None),
    ],
)
def test_journal_of_a_paper_in_press(text: str, venue: str, year: int | None) -> None:
    assert parse_forthcoming(text) == Tag(venue, year)


def test_words_of_a_title_are_no_state() -> None:
    assert [parse_forthcoming(text) for text in ("How Tides Come to Appear", "what was submitted, accepted")] == [
        None
    ] * 2


def test_venue_needs_no_year() -> None:
    assert [parse_venue(text) for text in ("(SIGMOD)", "PVLDB", "bioRxiv", "Coral Reefs")] == [
        "SIGMOD",
        "PVLDB",
        "bioRxiv",
        None,
    ]


@pytest.mark.parametrize(
    "text", ["[ICRA 2021] On Tides", "ICRA 2021: On Tides", "(ICRA'21) On Tides", "**[ICRA 2021]** On Tides"]
)
def test_leading_tag_leaves_the_title(text: str) -> None:
    assert split_leading_tag(text) == (Tag("ICRA", 2021), "On Tides")


@pytest.mark.parametrize(
    "text", ["On Tides (ICRA 2021)", "On Tides. ICRA, 2021", "On Tides [ICRA'21]", "On Tides, ICRA 2021."]
)
def test_trailing_tag_leaves_the_title(text: str) -> None:
    assert split_trailing_tag(text) == ("On Tides", Tag("ICRA", 2021))


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("ICRA 2021 (Best Paper Finalist), On Tides", Tag("ICRA", 2021)),
        ("ICRA 2021 Oral, On Tides", Tag("ICRA", 2021)),
        ("arXiv 2021.05, On Tides", Tag("arXiv", 2021)),
        ("ICRA 2021 Rome, On Tides", None),
        ("Sands 2019 (Part I), On Tides", None),
    ],
)
def test_leading_tag_says_how_a_paper_was_presented(text: str, tag: Tag | None) -> None:
    assert split_leading_tag(text) == (tag, "On Tides" if tag else text)


def test_title_without_a_tag_stays_whole() -> None:
    for title in ("On [Some] Tides", "Tides (Part I)", "The Year of Tides: 2020 Revisited"):
        assert split_leading_tag(title) == (None, title)
        assert split_trailing_tag(title) == (title, None)


def test_year_is_one_of_a_date() -> None:
    assert [parse_year(text) for text in ("2021", "2021-05-03", "03/2021", "June 3, 2021", "12021", "21")] == [
        2021,
        2021,
        2021,
        2021,
        None,
        None,
    ]


@pytest.mark.parametrize("text", ["2021 · ICES · A Title", "ICES | 2021 | A Title", "2021 • ICES • A Title"])
def test_cells_in_front_of_a_title_are_its_tag(text: str) -> None:
    assert split_leading_tag(text) == (Tag("ICES", 2021), "A Title")


@pytest.mark.parametrize(
    ("front", "tag"),
    [
        ("2021 ICES", Tag("ICES", 2021)),
        ("2021, IEEE TGRS", Tag("IEEE TGRS", 2021)),
        ("Sand. Dune Lett. 2021", Tag("Sand. Dune Lett.", 2021)),
        ("2021 Earth-Sea Rev.", Tag("Earth-Sea Rev.", 2021)),
        ("in press ICES", Tag("ICES", None)),
        ("n.d.", Tag(None, None)),
    ],
)
def test_one_cell_in_front_of_a_title_may_hold_year_and_venue(front: str, tag: Tag) -> None:
    for sign in "·|":
        assert split_leading_tag(f"{front} {sign} Roe {sign} A Title") == (tag, f"Roe {sign} A Title")


def test_a_name_beside_a_year_is_a_venue_where_a_title_is_known_to_stand_behind() -> None:
    text = "2001 A Shore Odyssey · Roe"
    assert split_leading_tag(text) == (None, text)
    assert split_leading_tag(text, titled=True) == (Tag("A Shore Odyssey", 2001), "Roe")


@pytest.mark.parametrize("text", ["Marine Letters, 2019 · arXiv · Code", "Marine Letters 2019 | Journal"])
def test_words_of_links_behind_a_venue_are_no_part_of_it(text: str) -> None:
    assert venue_of(text) == Tag("Marine Letters", 2019)


def test_kind_and_year_in_brackets_state_the_year() -> None:
    assert split_trailing_tag("A Decade of Tides (survey, 2016)") == ("A Decade of Tides", Tag(None, 2016))


@pytest.mark.parametrize("number", ["01/2012", "113/2012.", "7/2012:"])
def test_the_number_of_a_report_in_its_year_is_no_part_of_the_title(number: str) -> None:
    assert split_leading_tag(f"{number} Tidal pools under warming seas") == (
        Tag(None, 2012),
        "Tidal pools under warming seas",
    )
    assert split_leading_tag(f"{number} as a fraction") == (None, f"{number} as a fraction")


@pytest.mark.parametrize(
    ("place", "venue"),
    [
        ("Shore Review, Spring 2019, pp. 26-30", "Shore Review"),
        ("J. Tidal Econ., February 1990, pp. 45-72", "J. Tidal Econ"),
        ("Handbook of Salt Economics, Vol. 3, 1999, ch. 27", "Handbook of Salt Economics"),
        ("In Proceedings of CH 12", "Proceedings of CH 12"),
    ],
)
def test_seasons_months_and_chapters_are_no_part_of_a_place(place: str, venue: str) -> None:
    tag = venue_of(place)
    assert tag is not None
    assert tag.venue == venue


@pytest.mark.parametrize("title", ["Loss of Chromosome 17: TP53", "Interleukin 6: STAT3", "Agenda 2030: SDG14"])
def test_numbers_of_genes_are_no_pages(title: str) -> None:
    assert venue_of(title) is None


@pytest.mark.parametrize("pages", ["e2020GL091234", "L121104", "eaaw1234", "T08023", "12-19"])
def test_numbers_of_articles_are_pages(pages: str) -> None:
    assert venue_of(f"Shore Res. Lett. 48, {pages} (2021)") == Tag("Shore Res. Lett.", 2021)


def test_day_on_which_a_paper_was_revised_is_not_its_year() -> None:
    stated = "Kiel Working Paper, May 2019 (revised June 2022)"
    assert split_trailing_tag(stated) == ("Kiel Working Paper", Tag(None, 2019))


def test_titles_that_end_in_seasons_are_no_places_of_others() -> None:
    titles = (
        "Storms in the North, Winter 2013",
        "Birds of Kiel, Spring 2019",
        "Fish Counts. Summer 2012",
        "Tides and Mud, Autumn 2015",
        "Seal Census, Fall 2016",
        "Northern Rivers, Summer 2018",
    )
    found = extract(document("Reports\n\n" + "\n".join(titles) + "\n", DocumentKind.TEXT)).mentions
    assert (found[0].title, found[0].venue, found[0].year) == ("Storms in the North", None, 2013)


def test_pages_to_read_alone_are_no_place() -> None:
    assert venue_of("(pp. 1-3)") is None
    assert venue_of("The Tidal Review 12: 345-378 (pp. 350-352 only)") == Tag("The Tidal Review", None)
