"""Lists in the place of tables whose cells hold lists, as courses print them: several papers in one cell.

In: the lines of such a table and its entries. Out: each entry on the line where it begins, below what stands in front
of the list in its row. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from enrich.mentions.text.drawn.grid import Ruled

PART = "\x1e"  # between what stands side by side on one line and is read as one below the other
BULLET = "• "
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 5  # by judgement


class Entry(NamedTuple):
    """An entry of a cell, and the line where it begins."""

    at: int
    text: str


def write_list(lines: list[str], body: range, label: str, entries: Sequence[Entry], page: Ruled) -> None:
    """Writes the entries of a row in its place, below its label, each on the line where it begins."""
    parts: dict[int, list[str]] = {body.start: [f"## {label}"] if label else []}
    for entry in entries:
        parts.setdefault(entry.at, []).append(entry.text)
    for at in body:
        lines[at] = PART.join(parts.get(at, ()))
        if not lines[at]:
            page.rests[at + 1] = body.start + 1


def may_be_paper(text: str) -> bool:
    """Whether a text is as long as papers on such pages are, and no mere label."""
    return len(_LETTERS.findall(text)) >= _LEAST_WORDS
