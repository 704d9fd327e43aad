"""People alone behind titles, on pages whose other entries name several."""

from __future__ import annotations

from tests.mentions.text.reading import extract

PAGE = """Reading list

Sorted Runs for Cold Data. Jane Roe and Max Poe. Shore Rec. 2019
Joins over Wet Streams. Ana Costa. Shore Rec. 2018
Indexing Tides. Bo Lind and Cy Mann. Shore Rec. 2017
Caching Old Pages at Sea. With a Remark. Shore Rec. 2016
"""


def test_a_lone_name_behind_a_title_is_its_author_where_others_name_several() -> None:
    authors = [item.authors for item in extract(PAGE).mentions]
    assert authors == [("Jane Roe", "Max Poe"), ("Ana Costa",), ("Bo Lind", "Cy Mann"), ()]


def test_a_lone_phrase_is_a_remark_where_nobody_is_named() -> None:
    page = PAGE.replace("Jane Roe and Max Poe", "Read it fast").replace("Bo Lind and Cy Mann", "Read it twice")
    assert [item.authors for item in extract(page).mentions] == [()] * 4


def test_the_name_of_another_venue_of_the_page_is_no_author() -> None:
    page = PAGE.replace("Shore Rec. 2018", "Marine Policy 2018").replace("With a Remark", "Marine Policy")
    assert [item.authors for item in extract(page).mentions][1::2] == [("Ana Costa",), ()]
