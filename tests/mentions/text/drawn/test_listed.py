"""Tables whose cells are broken over lines."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

from tests.mentions.text.reading import fold, found_papers
from tests.mentions.text.test_shapes import PEOPLE, TITLES


def padded(cells: tuple[str, ...], width: int, sep: str = "  ") -> str:
    return sep.join(cell.ljust(size) for cell, size in zip(cells, (4, 24, width), strict=True))


def test_cells_broken_over_lines_are_no_lists() -> None:
    lines = [
        padded(cells, 30)
        for n, title in enumerate(TITLES)
        for cells in zip_longest([str(2010 + n)], [PEOPLE[n]], textwrap.wrap(title, 30), fillvalue="")
    ]
    head = padded(("Year", "Authors", "Title"), 30)
    found = found_papers("\n".join(["Shores", "", head, *lines]))
    assert [title for _, title in found] == list(map(fold, TITLES))
