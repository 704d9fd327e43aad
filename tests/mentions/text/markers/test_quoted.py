"""Days in front of titles in quotation marks, in the notes of groups that meet."""

from __future__ import annotations

import textwrap

import pytest

from enrich import mentions
from enrich.documents.shape import kind_of_text
from enrich.records import Document, DocumentKind
from tests.mentions.text.abstracts.test_reader import SAID
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import HOW, PEOPLE, TITLES


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_days_in_front_of_quoted_titles_are_markers_and_entries_go_on_below(marks: str) -> None:
    page = "SHORE GROUP\n\n"
    for n, title in enumerate(TITLES):
        entry = f"{n + 3}.11. {marks[0]}{title} of the Far and Windy North{marks[1]} ({PEOPLE[n]}, Oikos {2010 + n}) **"
        page += textwrap.fill(entry, 60, subsequent_indent=" " * 6) + "\n"
        page += textwrap.fill("Abstract. " + SAID.format(how=HOW[n]), 70, **dict.fromkeys(INDENTS, " " * 6)) + "\n\n"
    found = extract(page).mentions
    assert [mention.title for mention in found] == [f"{title} of the Far and Windy North" for title in TITLES]
    assert [(mention.venue, mention.year) for mention in found] == [("Oikos", 2010 + n) for n in range(10)]


INDENTS = ("initial_indent", "subsequent_indent")


def test_paragraphs_that_stand_in_are_no_code_below_underlined_months() -> None:
    page = ""
    for n, title in enumerate(TITLES):
        page += f"MONTH {n}\n=======\n\n" if n % 3 == 0 else ""
        page += f"# {title}\n" if n % 2 else f"{title}\n"
        page += f"{PEOPLE[n]} and {PEOPLE[n - 1]}, Oikos {2010 + n}\n\n"
        page += textwrap.fill(SAID.format(how=HOW[n]), 80, **dict.fromkeys(INDENTS, " " * 4)) + "\n\n"
    assert kind_of_text(page) is DocumentKind.MARKDOWN
    found = mentions.extract(Document("notes", "notes", DocumentKind.MARKDOWN, page, "", len(page))).mentions
    assert [mention.title for mention in found] == list(TITLES)
