"""Rows whose cells stand in the middle, or at the top, told by how their lines fill them."""

from __future__ import annotations

import textwrap
from itertools import accumulate

import pytest

from enrich.mentions.text.drawn.heights import find_rests
from tests.mentions.text.reading import fold, found_papers
from tests.mentions.text.test_shapes import PEOPLE, TITLES, VENUES

WIDTHS = {"Title": 24, "Authors": 9, "Venue": 11, "Date": 4}


def cells(n: int) -> dict[str, str]:
    other = PEOPLE[(n + 3) % 10]
    names = f"{PEOPLE[n]}, {other} and Zoe Lee" if n % 3 else PEOPLE[n]
    return {"Title": TITLES[n], "Authors": names, "Venue": f"[{VENUES[n % 3]} {2010 + n}]", "Date": str(2010 + n)}


def row(texts: list[str], widths: list[int], *, middle: bool) -> list[str]:
    broken = [textwrap.wrap(text, width, break_on_hyphens=False) for text, width in zip(texts, widths, strict=True)]
    height = max(map(len, broken))
    lines = [["" for _ in texts] for _ in range(height)]
    for column, words in enumerate(broken):
        above = (height - len(words)) // 2 if middle else 0
        for at, text in enumerate(words, start=above):
            lines[at][column] = text
    return [" ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]


def page(columns: str, *, middle: bool, empty: str = "") -> str:
    """A table with its names over the middle of their columns; the third row leaves a column empty."""
    names = columns.split()
    widths = [WIDTHS[name] for name in names]
    lines = [" ".join(name.center(width) for name, width in zip(names, widths, strict=True)).rstrip()]
    for n in range(10):
        stated = cells(n)
        lines += row(["" if name == empty and n == 2 else stated[name] for name in names], widths, middle=middle)
    return "\n".join(["Papers on Shores", "", "Dunes", "", *lines])


@pytest.mark.parametrize("middle", [True, False])
@pytest.mark.parametrize(
    ("columns", "empty"),
    [
        ("Title Authors Venue", ""),
        ("Authors Title", ""),
        ("Venue Title Authors", "Authors"),
        ("Date Authors Venue Title", "Venue"),
        ("Venue Title", ""),
    ],
)
def test_cells_broken_over_lines_are_one_row(columns: str, empty: str, middle: bool) -> None:
    found = found_papers(page(columns, middle=middle, empty=empty))
    assert [title for _, title in found] == list(map(fold, TITLES))


def test_lines_that_fill_all_cells_are_rows() -> None:
    assert find_rests([["Tidal Pools", "Roe", "2011"], ["Slow Light", "Poe", "2012"]] * 5) == [False] * 10


def test_cells_in_the_middle_tell_their_rows() -> None:
    high = [["Tidal Pools", "", ""], ["under Warm", "Ana Roe", "2011"], ["Northern Seas", "", ""]]
    low = [["Slow Light", "Max Poe", "2012"]]
    heights = [3, 1, 3, 3, 1, 1]
    lines = [line for height in heights for line in (high if height == 3 else low)]
    starts = {0, *accumulate(heights)}
    assert find_rests(lines) == [at not in starts for at in range(len(lines))]


def test_columns_of_words_in_small_letters_do_not_tell_that_a_row_goes_on() -> None:
    kinds = ("birds", "fish", "sea grass", "gulls", "kelp") * 2
    lines, starts = [], set()
    for n, (title, kind) in enumerate(zip(TITLES, kinds, strict=True)):
        starts.add(len(lines))
        lines += row([f"{PEOPLE[n].split()[-1]}, {2010 + n}", kind, f"[{n}]", title], [12, 9, 4, 30], middle=False)
    places = [(0, 12), (13, 22), (23, 27), (28, 58)]
    found = find_rests([[line[a:b].strip() for a, b in places] for line in lines])
    assert found == [at not in starts for at in range(len(lines))]
