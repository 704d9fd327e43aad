"""Rows that are headings because numbers in front of them count the sections of the page: "3 Shores", "3.1 Dunes".

In: rows and their kinds. Out: the kinds, those of such rows set. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from enrich.mentions.entries.details import RowKind
from enrich.mentions.text.lines.rows import Row

_SECTION = re.compile(r"(?P<number>\d{1,2})(?P<part>\.\d{1,2})?\.? [^\W\d_a-z]")
# By judgement: so many sections; headings have as many words at most.
_FEWEST, _WORDS = 3, 8


def settle_sections(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Short lines apart that count up from 1 are headings, where behind each stands its first part, or an entry whose
    list marker is no number. The number is no list marker then."""
    found: list[int] = []
    for at, row in enumerate(rows):
        match = _SECTION.match(_written(row)) if at not in claimed else None
        if match and not match["part"] and int(match["number"]) == len(found) + 1 and _is_over_list(rows, at):
            found.append(at)
    for at in found if len(found) >= _FEWEST else ():
        row = rows[at]
        row.text, row.marker, row.starts = _written(row), "", [0] * len(row.starts)
        kinds[at] = RowKind.HEADING


def _written(row: Row) -> str:
    return f"{row.marker} {row.text}".strip()


def _is_over_list(rows: list[Row], at: int) -> bool:
    row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else None
    if below is None or not row.gap or not below.gap or len(row.text.split()) > _WORDS or len(row.starts) > 1:
        return False
    part = _SECTION.match(_written(below))
    if part and part["part"]:
        return f"{part['number']}{part['part']}" == f"{_written(row).split()[0].rstrip('.')}.1"
    return bool(below.marker) and not below.marker.strip("()[].").isdigit()
