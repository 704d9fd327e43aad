"""Tables of courses with several papers in a cell: in boxes, between blank lines, with the cells in the middle."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

import pytest

from tests.mentions.text.reading import extract, fold, found_papers
from tests.mentions.text.test_shapes import PEOPLE, TITLES, VENUES

WEEKS = [(0, 3), (3, 4), (4, 7), (7, 10)]  # which papers are read in a week
TOPICS = ("What a shore is", "Bridges", "Light, song and trust", "Dust and its neighbours")


def papers(week: tuple[int, int], mark: str = "") -> list[str]:
    return [f"{mark}{PEOPLE[n]}, {TITLES[n]} ({VENUES[n % 3]} {2010 + n})" for n in range(*week)]


def broken(entries: list[str], width: int, *, parted: bool = False, hang: str = "") -> list[str]:
    lines = []
    for entry in entries:
        lines += [""] * (parted and bool(lines)) + textwrap.wrap(entry, width, subsequent_indent=hang)
    return lines


def rows(width: int, *, mark: str = "", parted: bool = False, middle: bool = False) -> list[list[tuple[str, ...]]]:
    """The lines of each week as cells."""
    table = []
    for n, week in enumerate(WEEKS):
        cells = [[str(n + 1)], [TOPICS[n]], broken(papers(week, mark), width, parted=parted, hang=" " * len(mark))]
        above = [(len(cells[2]) - len(cell)) // 2 if middle else 0 for cell in cells]
        cells = [[""] * blank + cell for blank, cell in zip(above, cells, strict=True)]
        table.append(list(zip_longest(*cells, fillvalue="")))
    return table


def padded(cells: tuple[str, ...], width: int, sep: str = "  ") -> str:
    return sep.join(cell.ljust(size) for cell, size in zip(cells, (4, 24, width), strict=True))


def box(width: int, *, parted: bool) -> str:
    rule = "+".join(["", "-" * 6, "-" * 26, "-" * (width + 2), ""])
    head = f"| {padded(('Week', 'Topic', 'Readings'), width, ' | ')} |"
    body = [[f"| {padded(cells, width, ' | ')} |" for cells in row] for row in rows(width, parted=parted)]
    return "\n".join([rule, head, rule.replace("-", "="), *(line for row in body for line in [*row, rule])])


def parted(width: int, *, named: bool) -> str:
    rule = padded(("-" * 4, "-" * 24, "-" * width), width)
    head = padded(("Week", "Topic", "Readings"), width)
    body = [line for row in rows(width) for line in [*(padded(cells, width) for cells in row), ""]]
    lines = [head, rule, *body[:-1], rule] if named else [rule, *body[:-1], rule]
    return "\n".join(f"  {line}".rstrip() for line in lines)


def middle(width: int) -> str:
    lines = [padded(cells, width) for row in rows(width, mark="• ", middle=True) for cells in row]
    return "\n".join([padded(("Week", "Topic", "Readings"), width), *lines])


@pytest.mark.parametrize("width", [40, 120])
@pytest.mark.parametrize(
    "table",
    [
        lambda width: box(width, parted=False),
        lambda width: box(width, parted=True),
        lambda width: parted(width, named=True),
        lambda width: parted(width, named=False),
        middle,
    ],
    ids=["box", "paragraphs in a box", "between blank lines", "without names", "in the middle"],
)
def test_cells_with_several_papers_are_lists(table, width: int) -> None:  # type: ignore[no-untyped-def]
    found = found_papers(f"Seminar on Shores\n\nWe read.\n\n{table(width)}\n")
    assert [title for _, title in found] == list(map(fold, TITLES))


def test_papers_of_a_cell_stand_below_the_topic_of_their_row() -> None:
    found = extract(f"Seminar on Shores\n\n{box(60, parted=False)}\n").mentions
    assert [mention.section for mention in found[2:5]] == ["1 What a shore is", "2 Bridges", "3 Light, song and trust"]


def test_cells_broken_over_lines_are_no_lists() -> None:
    lines = [
        padded(cells, 30)
        for n, title in enumerate(TITLES)
        for cells in zip_longest([str(2010 + n)], [PEOPLE[n]], textwrap.wrap(title, 30), fillvalue="")
    ]
    head = padded(("Year", "Authors", "Title"), 30)
    found = found_papers("\n".join(["Shores", "", head, *lines]))
    assert [title for _, title in found] == list(map(fold, TITLES))
