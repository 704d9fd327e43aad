"""What pages print around their lists."""

from __future__ import annotations

import pytest

from enrich.records import LineClass
from tests.mentions.text.reading import extract

TITLES = ["Salt in the Wind of Wide Shores", "Where Herons Wait and What They Find", "The Sea at Work in Winter"]


@pytest.mark.parametrize(
    "links", ["Jump to: 2021 2020 2019 2018 Theses Software", "2021 | 2020 | 2019", "By year: 2021, 2020, 2019"]
)
def test_links_to_the_years_of_a_page_are_furniture(links: str) -> None:
    items = [f"{title}\nA. Roe, M. Poe and K. Doe\nJournal of Shores, vol. 3, 2021\n" for title in TITLES]
    found = extract(f"Publications\n\n{links}\n\n2021\n" + "\n".join(items))
    assert [mention.title for mention in found.mentions] == TITLES
    assert [note.line_class for note in found.lines if note.line == 3] == [LineClass.FURNITURE]


@pytest.mark.parametrize(
    "links", ["[ this term | past terms | mailing list ]", "Institute home | Events | Mailing list"]
)
def test_links_on_top_of_a_page_are_furniture(links: str) -> None:
    items = "".join(f"* {title}, Oikos 2021\n" for title in TITLES)
    found = extract(f"Shore seminar\n\n{links}\n\nAutumn\n\n{items}")
    assert [mention.title for mention in found.mentions] == TITLES


def test_what_counts_how_much_for_a_grade_is_furniture() -> None:
    items = "".join(f"* {title}, Oikos 2021\n" for title in TITLES)
    found = extract(f"Shores\n\nGrading\n\n* Leading a discussion 30%\n* Weekly questions 20%\n\nReadings\n\n{items}")
    assert [mention.title for mention in found.mentions] == TITLES
