"""Notes in org-mode, and what they list."""

from __future__ import annotations

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.mentions.markup.org import as_markdown
from enrich.records import Document, Extraction, LineClass

TITLES = (
    "Mud Banks under Winter Storms",
    "Salt Wedges: A Slow Story",
    "Where Do Herons Wait?",
    "Geese Seen from Kites",
)
YEARS = (2017, 2019, 2015, 2021)
ABSTRACT = "We followed four of them for six winters.\nWhat we found holds for wide estuaries and fails in narrow ones."


def _notes(top: str, heading: str, record: str, end: str = "") -> str:
    """Two sections of two records each."""
    records = [
        record.format(title=title, year=year, number=number)
        for number, (title, year) in enumerate(zip(TITLES, YEARS, strict=True))
    ]
    sections = [heading.format("Sediments"), *records[:2], heading.format("Birds"), *records[2:]]
    return "\n".join([top, *sections, end])


NOTES = {
    "org": _notes(
        "#+TITLE: Notes\n#+TODO: TODO READING | READ\n",
        "* {}\n",
        "** READING {title}  :tides:\n   :PROPERTIES:\n   :AUTHOR:   Ana Roe and Max Poe\n   :YEAR:     {year}\n"
        "   :URL:      https://doi.org/10.1000/{number}\n   :END:\n   #+BEGIN_QUOTE\n   "
        + ABSTRACT.replace("\n", "\n   ")
        + "\n   #+END_QUOTE\n\n   - ask Kim about it\n",
    ),
    "org with links": _notes(
        "#+title: Notes\n",
        "* {}",
        "** TODO [#A] [[https://doi.org/10.1000/{number}][{title}]]\n:PROPERTIES:\n:AUTHOR: Ana Roe and Max Poe\n"
        ":YEAR: {year}\n:END:\n" + ABSTRACT,
    ),
}


def read(text: str) -> Extraction:
    return extract(Document("notes", "notes", kind_of_text(text), text, "", len(text)))


@pytest.mark.parametrize("name", NOTES)
def test_notes_are_read_as_markdown_is(name: str) -> None:
    found = read(NOTES[name]).mentions
    assert [mention.title for mention in found] == list(TITLES)
    assert [mention.year for mention in found] == list(YEARS)
    assert [{link.url for link in mention.links} for mention in found] == [
        {f"https://doi.org/10.1000/{number}"} for number in range(4)
    ]
    assert all(len(mention.authors) == 2 for mention in found)


@pytest.mark.parametrize("name", NOTES)
def test_no_line_moves_and_each_has_a_note(name: str) -> None:
    lines = NOTES[name].split("\n")
    written = as_markdown(NOTES[name])
    assert written is not None
    assert len(written.split("\n")) == len(lines)
    for mention in read(NOTES[name]).mentions:
        assert mention.title in lines[mention.line - 1]
    noted = {note.line for note in read(NOTES[name]).lines}
    assert noted == {number for number, line in enumerate(lines, start=1) if line.strip()}


def test_marks_of_notes_are_furniture() -> None:
    notes = {note.line: note for note in read(NOTES["org"]).lines}
    assert notes[2].line_class is LineClass.FURNITURE  # "#+TODO: ..."


@pytest.mark.parametrize(
    "text",
    [
        "* Salt in the Wind\n* The Sea at Work\n** by Ana Roe\n",  # a list of plain text
        "# Birds\n\n* [Where Do Herons Wait?][k1] Max Poe, 2019 [[pdf]](https://example.org/1.pdf)\n"  # Markdown
        "* [Salt in the Wind][k2] Ana Roe, 2018 [[paper][p1]] [[code]][c1]\n\n[k1]: https://example.org/k1\n",
    ],
)
def test_what_only_looks_like_notes_is_none(text: str) -> None:
    assert as_markdown(text) is None


def test_long_lines_cost_no_more_than_their_length() -> None:
    """Looked at once for each sign, they would take longer than any test may."""
    top = "* One\n* Two\n#+TITLE: x\n#+AUTHOR: y\n"
    for line in ("- a " * 200_000, "* Title" + " " * 500_000 + "x", "* Title" + " :a" * 200_000, "[[a" * 200_000):
        written = as_markdown(top + line)
        assert written is not None
        assert len(written.split("\n")) == 5
