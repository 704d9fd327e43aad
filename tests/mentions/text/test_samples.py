"""The sample documents of the project: every row of the truth is a test."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from enrich.documents import read_document
from enrich.mentions import extract
from enrich.records import LineClass, MentionKind

ROOT = Path(__file__).parents[3]
TRUTH = ROOT / "tests" / "data" / "mentions" / "plain_text.csv"


def truth() -> dict[str, list[dict[str, str]]]:
    rows = defaultdict(list)
    with TRUTH.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rows[row["document"]].append(row)
    return rows


@pytest.fixture(scope="module")
def extractions():
    found = {}
    for name in truth():
        document = read_document(ROOT / "data" / "raw" / f"{name}.txt")
        found[name] = document, extract(document)
    return found


@pytest.mark.parametrize(
    "row",
    [row for rows in truth().values() for row in rows if row["kind"] == "paper" and not row["optional"]],
    ids=lambda row: f"{row['document'][:3]}:{row['line']}",
)
def test_paper_is_found_where_it_stands(row, extractions):
    mentions = extractions[row["document"]][1].mentions
    here = [
        m for m in mentions if m.line == int(row["line"]) and m.title.casefold() == row["title"].rstrip(".").casefold()
    ]
    assert [m.kind for m in here] == [MentionKind.PAPER]
    assert str(here[0].year or "") == row["year"]
    assert (here[0].venue or "").casefold() == row["venue"].casefold()


@pytest.mark.parametrize("name", truth())
def test_nothing_else_is_called_a_paper(name, extractions):
    may_be = {int(row["line"]) for row in truth()[name] if row["kind"] == "paper" or "paper" in row["other_kinds"]}
    assert [m for m in extractions[name][1].mentions if m.kind is MentionKind.PAPER and m.line not in may_be] == []


@pytest.mark.parametrize("name", truth())
def test_every_line_is_accounted_for(name, extractions):
    document, extraction = extractions[name]
    noted = {note.line for note in extraction.lines}
    lines = document.text.split("\n")
    assert noted == {number for number, line in enumerate(lines, 1) if line.strip()}
    assert not [note for note in extraction.lines if note.line_class is LineClass.IGNORED and not note.why]


def test_sections_of_the_course_page_are_post_and_heading(extractions):
    mentions = {m.line: m.section for m in extractions["002_203ea69fe14a8bb3"][1].mentions}
    rows = truth()["002_203ea69fe14a8bb3"]
    assert [row["line"] for row in rows if not row["optional"] and mentions[int(row["line"])] != row["section"]] == []
