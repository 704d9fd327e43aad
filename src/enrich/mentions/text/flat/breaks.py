"""Rows of a table with a break behind the titles of most: where those end is told, and the others have like cells.

In: the cells of rows that begin with their titles, and these as far as breaks tell them. The cells are put right in
place. Pure; cost is linear.
"""

from __future__ import annotations

from collections.abc import Sequence

from enrich.mentions.text.flat.cuts import Cells


def part_at_breaks(cells: Sequence[Cells], titles: Sequence[str]) -> None:
    """`titles` are empty where no break ends them: such a row has the longest cell behind it that others have."""
    if not any(titles):
        return
    for row, title in zip(cells, titles, strict=True):
        if title:
            _part(row, len(title.split()))
    known = {row.get(1, "") for row, title in zip(cells, titles, strict=True) if title} - {""}
    longest = max((cell.count(" ") + 1 for cell in known), default=0)
    for row in (row for row, title in zip(cells, titles, strict=True) if not title):
        words = [*row[0].split(), *row.get(1, "").split()]
        lengths = range(max(0, len(words) - longest), len(words))
        first = next((at for at in lengths if at and " ".join(words[at:]) in known), 0)
        _part(row, first or len(row[0].split()))


def _part(row: Cells, length: int) -> None:
    """Moves words between the first cell and those behind it, so that it has `length` words."""
    words = row[0].split()
    row[0], over = " ".join(words[:length]), words[length:]
    for at in sorted(row)[1:]:
        lacking = length - len(row[0].split())
        cell = row[at].split()
        row[0] = " ".join([*row[0].split(), *cell[:lacking]])
        row[at] = " ".join(cell[lacking:])
    if over:
        row[1] = " ".join([*over, *row.get(1, "").split()])
