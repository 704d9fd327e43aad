"""Days in front of titles in quotation marks are list markers: '4.11. "A title" (Roe and Poe, Oikos 2019)'. What is
still open at the end of such a line, a quotation or a bracket, goes on in the one set in below.

In: rows of which those that wrapping proves are joined. Out: rows, the days taken from their texts. Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enrich.mentions.shapes.days import A_DAY

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_BEHIND_DAY = re.compile(r"[\s:,|–—-]+(?=[\"“«„]\S)")
_FEWEST, _SHARE = 4, 0.6  # of the rows that begin with a day; by judgement
_MOST_LINES = 4  # of an entry in front of its abstract
_CLOSED = {"“": "”", "«": "»", "„": "“"}  # straight marks have no ends of their own


def mark_quoted(rows: list[Row]) -> list[Row]:
    """The rows with the days of quoted titles as their markers, each with what goes on below it."""
    days = {at: day for at, row in enumerate(rows) if not row.marker and (day := A_DAY.match(row.text))}
    quoted = {at: mark for at, day in days.items() if (mark := _BEHIND_DAY.match(rows[at].text, day.end()))}
    if len(quoted) < max(_FEWEST, _SHARE * len(days)):
        return rows
    for at, mark in quoted.items():
        rows[at].marker = rows[at].text[: mark.start()]
        rows[at].cut_front(mark.end())
    rests = {below for at in quoted for below in _rests(rows, at)}
    return [row for at, row in enumerate(rows) if at not in rests]


def _rests(rows: list[Row], first: int) -> list[int]:
    """The positions of the rows that an entry goes on in, joined to it."""
    found: list[int] = []
    entry = rows[first]
    for at in range(first + 1, min(first + _MOST_LINES, len(rows))):
        row = rows[at]
        if row.gap or row.marker or row.indent <= entry.indent or not (_is_open(entry.text) or row.text[0] == "("):
            break
        entry.append(row)
        found.append(at)
    return found


def _is_open(text: str) -> bool:
    """Whether a quotation or a bracket does not end in a text."""
    sign = text[0]
    behind = text.rpartition(_CLOSED[sign])[2] if sign in _CLOSED and _CLOSED[sign] in text else ""
    opened = text.count('"') % 2 if sign == '"' else not behind and not text.endswith(_CLOSED[sign])
    return bool(opened) or text.count("(") > text.count(")")
