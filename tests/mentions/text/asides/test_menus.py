"""Lines on top of a page that lead to its sections."""

from __future__ import annotations

from enrich.mentions.text.asides.menus import find_sections
from enrich.mentions.text.lines.rows import read_rows
from tests.mentions.text.abstracts.test_reader import SAID
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import HOW, PEOPLE, TITLES

RECORDS = "".join(
    f"  {n}. {title}\n     {person}, {PEOPLE[n - 2]}\n\n     {SAID.format(how=HOW[n - 1])}\n\n"
    for n, (title, person) in enumerate(zip(TITLES, PEOPLE, strict=True), start=1)
)
CALL = "We ask for papers of two pages on what there is, and topics include, but are not limited to:\n\n"
PAGE = (
    "Home Call for Papers Schedule Accepted Papers\n\nWorkshop on Shores\n\nSchedule\n\nIn the morning.\n\n"
    f"Accepted Papers\n\n{RECORDS}Call for Papers\n\n{CALL}  * Dunes under sand and snow\n  * Tides of the far north\n"
)


def test_what_a_line_on_top_names_are_headings_and_lists_below_sentences_no_items() -> None:
    menus, headings = find_sections(rows := read_rows(PAGE))
    assert [rows[at].line for at in menus] == [1]
    assert {rows[at].text for at in headings} == {"Schedule", "Accepted Papers", "Call for Papers"}
    assert [mention.title for mention in extract(PAGE).mentions] == list(TITLES)


def test_title_with_words_of_two_headings_is_no_menu() -> None:
    page = "Schedule and Accepted Papers of a Workshop\n\nSchedule\n\nNoon.\n\nAccepted Papers\n\n" + RECORDS
    assert find_sections(read_rows(page)) == ([], set())
