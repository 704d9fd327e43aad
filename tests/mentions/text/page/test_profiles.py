"""Profiles of researchers, copied from browsers: records right below one another, with figures that part them."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE

RECORDS = (
    ("Limpets remember their homes", "A Roe, M Poe", "Journal of Shores 12 (3), 45-67", 2019),
    ("A census of northern kelp forests", "M Poe, I Fox, A Roe, ...", "Marine Letters 4 (1), 1-19", 2018),
    ("Grain prices and the weather of three dry centuries", "A Roe", "Annals of Farming 77, 100-131", 2020),
    ("Tides in narrow channels: a remark", "J Zoe, A Roe", "Shore Preprints 7.1234", 2017),
    ("Soil fungi as partners of alpine trees", "A Roe, U Kay", "2D Soils 8 (2), 201-222", 2016),
    ("Moss on old walls", "U Kay, A Roe, I Fox", "Journal of Shores 9 (1), 3-14", 2015),
    ("What herons eat when the ponds are frozen", "I Fox, A Roe", "Marine Letters 3 (2), 88-93", 2015),
    ("On the repair of very old clocks", "A Roe, J Zoe", "Annals of Farming 70, 9-31", 2014),
    ("Salt marshes in a warming bay", "A Roe, M Poe, J Zoe", "Journal of Shores 7 (4), 55-71", 2013),
    ("Songs of the reed warbler", "M Poe, A Roe", "Marine Letters 1 (1), 7-21", 2012),
)
_RECORDS = list(enumerate(RECORDS))
HEAD = """Sign in
My profile
My library
Get my own profile
Cited by
All\tSince 2019
Citations\t834\t291
h-index\t12\t8
View all
Max Poe
Professor of Shores, Harbour University
Verified email at shore.example
Follow
Ana Roe
Harbour Lab
Verified email at harbour.example - Homepage
tidessoils
Cited by
Public access
Co-authors
"""
FOOT = "Articles 1-10Show more\nPrivacyTermsHelp\n"


@pytest.mark.parametrize("names", ["Title\nSort\nSort by year\nCited by\nYear\n", "Title\tCited by\tYear\n"])
@pytest.mark.parametrize("figures", ["\n{c}\t{y}", "\n{c}\n{y}", "\t{c}\t{y}", "\n{c}*"])
def test_the_records_of_a_profile_are_its_only_items(names: str, figures: str) -> None:
    lines = (
        f"{title}\n{people}\n{venue}, {year}{figures.format(c=300 - 20 * n, y=year)}\n"
        for n, (title, people, venue, year) in enumerate(RECORDS)
    )
    found = extract(HEAD + names + "".join(lines) + FOOT).mentions
    assert [mention.title for mention in found] == [title for title, *_ in RECORDS]
    assert [mention.year for mention in found] == [year for *_, year in RECORDS]


def test_profiles_may_have_a_short_head() -> None:
    lines = "".join(f"{title}\n{people}\n{venue}\n{9 - n}\t{year}\n" for n, (title, people, venue, year) in _RECORDS)
    found = extract(f"Ana Roe\nProfessor of Shores\nTITLE\tCITED BY\tYEAR\n{lines}").mentions
    assert [mention.title for mention in found if mention.authors] == [title for title, *_ in RECORDS]


def test_years_above_tables_part_no_records() -> None:
    page = "Papers\n"
    for n in range(24):
        names = ", ".join(PEOPLE[(n + more) % 10] for more in range(1 + n % 3))
        page += f"{2020 - n // 3}\n" if n % 3 == 0 else ""
        page += f"{RECORDS[n % 10][0]}{' again' * (n // 10)}\t{names}\t{RECORDS[n % 3][2][:15]}\n"
    assert sum(len(mention.authors) > 1 for mention in extract(page).mentions) == 16


def test_titles_with_pages_behind_and_people_below_are_not_those_of_others() -> None:
    names = [", ".join(PEOPLE[(n + more) % 10] for more in range(1 + n % 3)) for n in range(10)]
    page = "".join(f"{title}\t{n * 9 + 1}\n{names[n]}\n" for n, (title, *_) in _RECORDS)
    found = extract(f"Proceedings\n\nContents\n\n{page}").mentions
    assert [mention.title for mention in found] == [title for title, *_ in RECORDS]


def test_sections_of_contents_leave_titles_below_people_whole() -> None:
    page = "".join(
        ("Shores\n" if n % 4 == 0 else "") + f"{people}\n{title}\t{n * 9 + 1}\n" for n, (title, people, *_) in _RECORDS
    )
    found = extract(f"Proceedings\n\n{page}").mentions
    assert {mention.title for mention in found} >= {title for title, *_ in RECORDS}
