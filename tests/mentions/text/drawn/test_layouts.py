"""Boxes with blank lines between what stands in them: tables whose rows are set apart."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES

NAMES = {"Title": TITLES, "Authors": PEOPLE, "Year": tuple(str(2010 + n) for n in range(len(TITLES)))}


@pytest.mark.parametrize("columns", ["Title", "Title Year", "Title Authors Year", "Year Title"])
def test_blank_lines_between_rows_below_names_part_no_paragraphs(columns: str) -> None:
    names = columns.split()
    widths = [max(map(len, (name, *NAMES[name]))) for name in names]

    def line(*cells: str) -> str:
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"

    rule = "+-" + "-+-".join("-" * width for width in widths) + "-+"
    body = [line(*(NAMES[name][n] for name in names)) for n in range(len(TITLES))]
    body[4:4] = body[8:8] = [line(*("" for _ in names))]
    found = extract("\n".join([rule, line(*names), rule, *body, rule, ""])).mentions
    assert [mention.title for mention in found] == list(TITLES)
    assert "Year" not in names or [mention.year for mention in found] == list(range(2010, 2010 + len(TITLES)))
