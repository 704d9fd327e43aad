"""The Markdown sample in data/raw gives exactly the items listed by hand. A row of the table is a test."""

import csv
import functools
from pathlib import Path

import pytest

from enrich.mentions import extract
from enrich.records import DocumentKind, LineClass, Mention, MentionKind
from tests.mentions.documents import document

ROOT = Path(__file__).parents[3]
NAME = "001_28759e10bd543c50"
with (ROOT / "tests/data/mentions" / f"{NAME}.csv").open(newline="", encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file))


@functools.cache
def found() -> dict[int, Mention]:
    text = (ROOT / "data/raw" / f"{NAME}.txt").read_text("utf-8")
    return {mention.line: mention for mention in extract(document(text, DocumentKind.MARKDOWN, NAME)).mentions}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"line {row['line']}")
def test_markdown_sample_gives_the_item_of_the_table(row: dict[str, str]) -> None:
    mention = found()[int(row["line"])]
    assert mention.title == row["title"]
    assert mention.kind in (row["kind"], *row["kind_alt"].split())
    assert (mention.year, mention.venue) == (int(row["year"]) if row["year"] else None, row["venue"] or None)
    assert mention.section == row["section"]
    assert {link.url for link in mention.links} == set(row["urls"].split())


def test_markdown_sample_gives_no_other_item() -> None:
    assert sorted(found()) == [int(row["line"]) for row in ROWS]


def test_markdown_sample_calls_nothing_else_a_paper() -> None:
    papers = {line for line, mention in found().items() if mention.kind is MentionKind.PAPER}
    assert papers == {int(row["line"]) for row in ROWS if row["kind"] == "paper"}


def test_markdown_sample_explains_every_line_that_has_text() -> None:
    text = (ROOT / "data/raw" / f"{NAME}.txt").read_text("utf-8")
    notes = extract(document(text, DocumentKind.MARKDOWN, NAME)).lines
    assert [note.line for note in notes] == [n for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    assert {note.line for note in notes if note.line_class is LineClass.TITLE} == {int(row["line"]) for row in ROWS}
