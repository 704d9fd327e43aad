"""Where and when the papers of a page of abstracts appeared, as sites print it below their people. Made-up papers."""

from __future__ import annotations

import pytest

from tests.mentions.text.abstracts.test_reader import record
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES

STATED = {
    "days glued to the place, and who may read it": (
        "Published: {n} Sept 2024, Last Modified: {n} Oct 2025WAVES 2024OralReaders: Everyone",
        ("WAVES", 2024),
    ),
    "an address and a day behind volume and page": (
        "Wet Sands 2023, 15(1), 3{n}; https://doi.org/10.1234/ws1501003{n} - 2 Jan 2024",
        ("Wet Sands", 2023),
    ),
    "issue and month in brackets": (
        "Ann. Sands 49 (1), {n}-3{n}, (February 2021) DOI: 10.1234/20-AS19{n}",
        ("Ann. Sands", 2021),
    ),
}


@pytest.mark.parametrize("stated", STATED)
def test_place_and_year_are_read(stated: str) -> None:
    line, (venue, year) = STATED[stated]
    page = "Papers of the year\n\n" + record("{title}\n{people}\n" + line + "\n\n{said}\n\n")
    found = [(mention.title, mention.venue, mention.year) for mention in extract(page).mentions]
    assert found == [(title, venue, year) for title in TITLES]


def test_sentences_right_below_abstracts_are_more_of_them_where_titles_begin_blocks() -> None:
    odd = {"~8": "Methods We counted them on nine coasts up to 2016."}
    place = "Shore Rx 2020.01.1{n}.20726162; doi: 10.1101/2020.01.1{n}"
    page = record("{title}\n{people}\n" + place + "\n{said}\n~{n}\n{said}\nPosted May {n}, 2020.\n\n")
    lines = [odd.get(each, each) for each in page.split("\n") if each in odd or not each.startswith("~")]
    assert [mention.title for mention in extract("\n".join(lines)).mentions] == list(TITLES)


def test_records_without_an_abstract_keep_the_lines_below_their_people() -> None:
    place = "Shore Rx 2020.01.1{n}.20726162; doi: 10.1101/2020.01.1{n}"
    said = {4: "Now published in Wet Sands", 7: "The counts fall."}
    pages = record("{title}\n{people}\n" + place + "\n{said}\nPosted May {n}, 2020.\n\n").split("\n\n")
    for at, below in said.items():
        *head, _, day = pages[at].strip().split("\n")
        pages[at] = "\n".join([*head, below, day])
    assert [mention.title for mention in extract("\n\n".join(pages)).mentions] == list(TITLES)


def test_titles_have_the_place_of_most_where_people_are_told_by_nothing_or_by_their_places() -> None:
    works = " (Harbour Institute of Technology, Kiel); ".join(PEOPLE[:6]) + " (Shore University)"
    odd = (works, "All Members of the Shore Watch of Northern Kiel", "Those who Count Gulls at Night")
    lines = record("{title}\n\n{people}\n\n{said}\n\n").split("\n")
    for title, people in zip(TITLES[2:9:3], odd, strict=True):
        lines[lines.index(title) + 2] = people
    lines.insert(lines.index(TITLES[1]) + 3, "\nSea Letters 12, 3-9 (2019)")
    mentions = extract("\n".join(lines)).mentions
    assert [mention.title for mention in mentions] == list(TITLES)
    assert mentions[2].authors == tuple(PEOPLE[:6])


def test_a_note_between_people_and_abstract_is_no_title() -> None:
    lines = record("{title}\n{people}\n\nMedia to come\n\n{said}\n\n").split("\n")
    lines[lines.index(TITLES[2]) + 1] = "All Members of the Shore Watch of Northern Kiel"
    lines[lines.index(TITLES[5]) + 2] = "\nSecond Prize of the Society of All Shores\n"
    assert [mention.title for mention in extract("\n".join(lines)).mentions] == list(TITLES)


def test_the_head_of_a_page_is_no_record_without_people() -> None:
    menu = "\n".join(("About", "Members", "Grants", "News", "Search", "Join"))
    head = f"Shores\n\n{menu}\n20th Meeting on Wet Shores\nMay 9-11, 2019\nKiel, SH, Germany\n{menu}\nPapers\n\n"
    said = "The papers below were accepted in May, all of them after two rounds of reviews by three people each. "
    page = head + said + "We thank all of them.\n\n" + record("{title}\n{people}\n\n{said}\n\n")
    assert [mention.title for mention in extract(page).mentions] == list(TITLES)


def test_words_that_come_again_above_titles_are_none() -> None:
    odd = {3: ("Do the sands return?", "Tilmann Roeting"), 7: ("Where do the limpets go?", "Kay Marlous")}
    page = record("{title}\n{people}\nAnn. Sands 49 (1), {n}-3{n}, (February 2021)\n{said}\n\n")
    blocks = [block.strip() for block in page.split("\n\n")]
    for at, lines in odd.items():
        blocks[at] = "\n".join([*lines, *blocks[at].split("\n")[2:]])
    blocks = [
        block.replace("\nWe", "\nKeywords: tides, sands\nWe") if at % 3 else block for at, block in enumerate(blocks)
    ]
    blocks = [f"Open Access\n{block}" if at in odd or at % 2 else block for at, block in enumerate(blocks)]
    titles = [odd.get(at, (title,))[0] for at, title in enumerate(TITLES)]
    assert [mention.title for mention in extract("\n\n".join(blocks)).mentions] == titles
