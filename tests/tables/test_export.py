"""Papers for other programs, and the page about the tables."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import bibtexparser
import pytest

from enrich.schema import TABLES, PaperRow, columns
from enrich.tables import ExportFormat, data_dictionary, export_papers

from .table_rows import paper

ROWS = (
    paper(
        1, title="Kelp & eels: 50% of $\\pi_0$_x", doi="10.1000/a_b%c", venue="Sea Science", primary_category="q-bio.PE"
    ),
    paper(2, title="=cmd|' /C calc'!A0", authors=("@Ann", "Bob {Weed"), year=None),
    paper(3, title='Crabs, "walking"\nsideways', authors=(), tldr="-1", acl_id="2020.acl-main.1", venue="ACL"),
)


def test_bibtex_is_read_back() -> None:
    text = "".join(export_papers(ROWS, ExportFormat.BIBTEX))
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    first, second, third = library.entries
    assert first["title"] == r"Kelp \& eels: 50\% of $\pi_0$\_x"
    assert (first["doi"], first["eprint"], first["journal"]) == ("10.1000/a_b%c", "2101.00001", "Sea Science")
    assert "year" not in second.fields_dict
    assert (third.entry_type, third["booktitle"]) == ("inproceedings", "ACL")


def test_bibtex_keys_are_unique() -> None:
    rows = [paper(number, title="Kelp") for number in range(1, 4)]
    library = bibtexparser.parse_string("".join(export_papers(rows, ExportFormat.BIBTEX)))
    assert [entry.key for entry in library.entries] == ["alga2021kelp", "alga2021kelp-2", "alga2021kelp-3"]


def test_csv_is_read_back_and_starts_no_formula() -> None:
    text = "".join(export_papers(ROWS, ExportFormat.CSV))
    first, second, third = csv.DictReader(io.StringIO(text))
    assert list(first) == list(columns(PaperRow))
    assert second["title"] == "'=cmd|' /C calc'!A0"
    assert second["authors"] == "'@Ann; Bob {Weed"
    assert (third["tldr"], third["year"], third["title"]) == ("'-1", "2021", 'Crabs, "walking"\nsideways')
    assert second["year"] == ""


def test_jsonl_holds_every_column_of_every_row() -> None:
    lines = [json.loads(line) for line in "".join(export_papers(ROWS, ExportFormat.JSONL)).splitlines()]
    assert [line["paper_id"] for line in lines] == [row.paper_id for row in ROWS]
    assert set(lines[0]) == set(columns(PaperRow))
    assert (lines[1]["year"], lines[0]["citation_count"]) == (None, 11)


@pytest.mark.parametrize(
    ("words", "count"), [("", 3), ("CRABS", 1), ("alga kelp", 1), ("q-bio.pe", 3), ("2021", 2), ("whale", 0)]
)
def test_words_choose_papers(words: str, count: int) -> None:
    assert len(list(export_papers(ROWS, ExportFormat.JSONL, words))) == count


def test_page_of_the_dictionary_is_current() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "tables.md"
    assert page.read_text(encoding="utf-8") == data_dictionary(), "make it anew, as dictionary.py says"


def test_dictionary_names_every_column() -> None:
    page = data_dictionary()
    for table in TABLES:
        section = page.split(f"## {table.TABLE}\n")[1].split("\n## ")[0]
        for name, column in columns(table).items():
            assert name in section
            assert column.description in section
