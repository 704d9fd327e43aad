"""Citations of what is a part of a book, of a book in its edition, and of a thesis: their titles end in front."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style

TITLE = "Counting gulls along the northern shores"
PARTS = {
    "In Jane Moe & Max Poe (eds.), The handbook of shores, 93–121. Kiel: Sand Press.": "The handbook of shores",
    "In Jane Moe (ed.), The handbook of shores, 93–121. Kiel: Sand Press.": "The handbook of shores",
    "In Proceedings of the Meeting on Tides (TIDES 2017), 786–798. Oslo: Sand Press.": (
        "Proceedings of the Meeting on Tides"
    ),
    "In Proceedings of TIDES 2021, 512–523. Oslo: Sand Press.": "Proceedings of TIDES",
}


@pytest.mark.parametrize(("part", "venue"), PARTS.items())
def test_book_behind_a_cited_title_is_where_it_appeared(part: str, venue: str) -> None:
    found = read_entry(f"Roe, Ann, Kim Fox & Ida Doe. 2017. {TITLE}. {part}", Style(described=False))
    assert (found.title.rstrip("."), found.venue, found.year) == (TITLE, venue, 2017)


def test_words_that_begin_with_in_are_no_book_without_pages_editors_or_proceedings() -> None:
    title = "Where do gulls go? In search of the shores"
    assert title in read_entry(f"Roe, Ann & Kim Fox. 2017. {title}. Oikos 12(3). 4–15.", Style(described=False)).title


@pytest.mark.parametrize(
    "cited",
    [
        "Roe, A. K.; Fox, K. (2008). {} (2nd ed.). Sand University Press.",
        "Roe, A., K. Fox, and I. Doe, {}, Sand Press, 2nd edition, 2014.",
        "A. Roe. {}. Sand Technology, 3rd ed., 2012.",
        "A. Roe. {}. 3rd edition, Sand Press, 2012.",
        "Roe A. {} [PhD thesis]. Kiel: Sand University; 2010.",
    ],
)
def test_edition_of_a_book_and_form_of_a_thesis_are_no_words_of_titles(cited: str) -> None:
    from enrich.mentions.titles import clean_title

    found = read_entry(cited.format(TITLE), Style())
    assert clean_title(found.title) == TITLE


def test_thesis_behind_a_cited_title_is_no_second_sentence_of_it() -> None:
    theses = Style(described=False, authors_first=True)
    found = read_entry(f"Roe, Ann. 2017. {TITLE}. Sand University dissertation.", theses)
    assert found.title.rstrip(".") == TITLE


@pytest.mark.parametrize("names", ["Roe, A. and K. Fox", "Roe, A. and K.-J. Fox"])
def test_names_joined_behind_an_initial_are_all_in_front_of_the_comma(names: str) -> None:
    found = read_entry(f"{names}, {TITLE}, Sand University Press, 2009.", Style(authors_first=True))
    assert (found.title, len(found.authors)) == (TITLE, 2)


def test_particles_shortened_to_initials_and_short_first_names_end_no_names() -> None:
    found = read_entry(f"A. Roe, K. Fox and I. v. d. Doe. {TITLE}. Shore Studies, 2018.", Style())
    assert (found.title.rstrip("."), len(found.authors)) == (TITLE, 3)
    found = read_entry(f"Ann Roe, Md. Karim Fox, and Ida Doe. {TITLE}. Shore Studies, 2018.", Style())
    assert (found.title.rstrip("."), len(found.authors)) == (TITLE, 3)


@pytest.mark.parametrize("names", ["Fox & Doe", "van der Roe & Fox", "Roe et al.", "Roe"])
def test_surnames_in_front_of_preprint_are_those_who_wrote_it(names: str) -> None:
    found = read_entry(f"{TITLE}, {names}, preprint", Style())
    assert found.title == TITLE
    assert found.authors


def test_things_that_a_title_lists_are_not_those_who_wrote_a_preprint() -> None:
    title = "A Simple Model of Waves, Tides and Currents"
    found = read_entry(f"{title}, preprint", Style())
    assert (found.title.removesuffix(", preprint"), found.authors) == (title, ())


@pytest.mark.parametrize("title", ["Notes on the second edition", "What was lost in the 3rd edition, and why"])
def test_editions_that_a_title_speaks_of_are_words_of_it(title: str) -> None:
    found = read_entry(f"Roe, J. (2001). {title}. Shore Letters, 12, 3-14.", Style())
    assert found.title.rstrip(".") == title


@pytest.mark.parametrize("journal", ["In Vivo", "In Practice", "In Silico Tides"])
def test_journals_may_begin_with_in(journal: str) -> None:
    found = read_entry(f"Roe, J. (2001). {TITLE}. {journal}, 12, 3-14.", Style())
    assert (found.title.rstrip("."), found.venue) == (TITLE, journal)


def test_day_behind_a_year_is_no_venue_and_a_blank_in_front_of_a_comma_is_no_part_of_one() -> None:
    found = read_entry(f"Roe A, Fox K. {TITLE}. Sand Rep. 2022 Mar 28;271:e6161.", Style())
    assert (found.venue, found.year) == ("Sand Rep", 2022)
    from enrich.mentions.shapes.venues import venue_of

    tag = venue_of("In TIDES , Sep 2024")
    assert tag
    assert (tag.venue, tag.year) == ("TIDES", 2024)
