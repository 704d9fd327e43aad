"""Pages of titles with abstracts, and what they state beside them: days, journals with days, and codes of subjects."""

from __future__ import annotations

import pytest

from tests.mentions.text.abstracts.test_reader import record
from tests.mentions.text.reading import extract, fold
from tests.mentions.text.test_shapes import TITLES


@pytest.mark.parametrize("day", ["March 2021", "March 2021, revised May 2022", "March 2021 (revised 3 May 2022)"])
def test_working_papers_with_codes_and_without_some_abstracts(day: str) -> None:
    page = record(
        "No. 2021-{n}\n{title}\n{people}\n" + day + "\n\nAbstract: {said}\n\nJEL: C14, D3{n}, E5{n}\n"
        "Keywords: sand, silt\n",
    ).split("No. ")
    for at in (3, 6, 8):
        front, _, behind = page[at].partition("Abstract: ")
        page[at] = front + "(no abstract)\n\nJEL" + behind.partition("JEL")[2].partition("Keywords")[0] + "\n"
    mentions = extract("Shore Discussion Papers\n\n" + "No. ".join(page)).mentions
    assert [fold(mention.title) for mention in mentions] == list(map(fold, TITLES))
    assert {mention.year for mention in mentions} == {2021}


@pytest.mark.parametrize("behind", [" – Published {n} April 2021", ", published online {n} April 2021"])
def test_journal_with_the_day_behind_it_is_stated_below_authors(behind: str) -> None:
    page = record("{title}\n{people}\nAnn. Shore Sci. 7, L0400{n} (2021)" + behind + "\n\n{said}\n\nHide Abstract\n")
    mentions = extract("Annals of Shores\n\nVolume 7\n\n" + page).mentions
    assert [fold(mention.title) for mention in mentions] == list(map(fold, TITLES))
    assert {(mention.venue, mention.year) for mention in mentions} == {("Ann. Shore Sci.", 2021)}


@pytest.mark.parametrize(
    "day",
    [
        "Bay Lab · Published on Mar {n}, 2021",
        "Submitted {n} May, 2021; v1 submitted {n} April, 2021; originally announced April 2021.",
        "Mar 0{n} 2021 sea-sh sea-xy arXiv:2103.0123{n}v1",
    ],
)
def test_days_of_posting_state_the_year_of_papers_and_no_venue(day: str) -> None:
    page = record(
        "{title}\n\n{said}\n\n" + day.replace("0{n}", "07") + "\n\nUpvote\n\n{n}\n\nSubmitted by\n\nuser{n}\n"
    )
    mentions = extract("Trending\n\nSubmitted by\n\nuser\n\n" + page).mentions
    assert [fold(mention.title) for mention in mentions] == list(map(fold, TITLES))
    assert {(mention.venue, mention.year, mention.authors) for mention in mentions} == {(None, 2021, ())}


def test_servers_of_preprints_stand_in_front_of_days_of_posting() -> None:
    page = record("{title}\n{people}\nshoreRxiv · Posted 2{n} March 2021 · https://doi.org/10.5/{n}\n{said}\n\n")
    mentions = extract("Collection\n\n" + page.replace("210 March", "20 March")).mentions
    assert {(mention.venue, mention.year) for mention in mentions} == {("shoreRxiv", 2021)}


def test_references_to_journals_are_labelled_fields() -> None:
    page = record("{title}\n\nAuthors: {people}\n\nAbstract: {said}\n\nJournal ref: Shore Stud. 12, 13{n} (2021)\n")
    mentions = extract("Showing 10 of 10 results\n\n" + page).mentions
    assert {(mention.venue, mention.year) for mention in mentions} == {("Shore Stud.", 2021)}


def test_a_remark_between_day_and_title_heads_no_table() -> None:
    said = "12 Mar 2021\n{title}\n{people}\nShore Chem. Phys., 7, 4–15, https://doi.org/10.5/s-{n}, 2021\n{said}\n\n"
    page = record(said)
    for title in TITLES[1::3]:
        page = page.replace(f"2021\n{title}\n", f"2021\nEditors Highlight paper\n{title}\n")
    mentions = extract("Volume 7\n\n" + page).mentions
    assert [fold(mention.title) for mention in mentions] == list(map(fold, TITLES))
    assert {(mention.venue, mention.year) for mention in mentions} == {("Shore Chem. Phys.", 2021)}


@pytest.mark.parametrize(
    ("first", "behind"),
    [("Sand and Silt", " | Posted {n} May 2021"), (TITLES[0], " · Ana Roe, Max Poe · Published on {n} May 2021")],
)
def test_titles_in_front_of_days_of_posting_are_entries(first: str, behind: str) -> None:
    titles = [first, *TITLES[1:]]
    lines = (title + behind.format(n=number) for number, title in enumerate(titles, 1))
    mentions = extract("Papers\n\n" + "\n".join(lines) + "\n").mentions
    assert [fold(mention.title) for mention in mentions] == list(map(fold, titles))
    assert {mention.year for mention in mentions} == {2021}


def test_days_of_posting_in_front_of_titles_are_no_facts() -> None:
    lines = (f"Posted {number} May 2021; {title}, Ana Roe, 2019\n" for number, title in enumerate(TITLES, 1))
    assert [fold(mention.title) for mention in extract("Papers\n\n" + "".join(lines)).mentions] == list(
        map(fold, TITLES)
    )


def test_the_year_of_publication_is_stated_beside_days_before_it() -> None:
    page = record("{title}\n{people}\nReceived {n} May 2018; accepted 2 May 2019; published 4 June 2020\n{said}\n\n")
    assert {mention.year for mention in extract("Collection\n\n" + page).mentions} == {2020}
