"""Logs of a page: below a heading about the page itself, or of news, lines that begin with the day or month in which
something was done. Where papers stand behind most days, the page has added them, and may list them nowhere else.

In: rows. Out: the positions of those lines. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.sections import is_about, may_be_topic
from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.months import MONTH
from enrich.mentions.text.lines.rows import Row

_DATED = re.compile(
    rf"[\[(]?(?:(?:19|20)\d\d[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?|{A_DAY.pattern}|(?:{MONTH} |\d\d?/)(?:19|20)\d\d)[\])]?"
    r"\s*[:：,–—-]?\s+(?=\S+ \S)",
    re.I,
)
_NEWS = re.compile(r"(?:[a-z]+ )?news(?: (?:and|&) [a-z]+)?|announcements|what['’]s new", re.I)
_FEWEST = 2


def find_logs(rows: Sequence[Row], claimed: Mapping[int, object]) -> list[int]:
    """Positions of the lines of all logs."""
    found: list[int] = []
    for at, row in enumerate(rows):
        about = _NEWS.fullmatch(row.text.rstrip(" :")) or (is_about(row.text) and not may_be_topic(row.text))
        if at in claimed or row.marker or not about:
            continue
        end = at + 1
        while end < len(rows) and end not in claimed and rows[end].gap <= 1 and _DATED.match(rows[end].text):
            end += 1
        said = sum(map(_is_said, (row.text for row in rows[at + 1 : end])))
        found += range(at + 1, end) if end - at > _FEWEST and said * 2 >= end - at - 1 else ()
    return found


def _is_said(text: str) -> bool:
    """Whether a day has something that was done behind it: a note that begins small, or one sentence."""
    note = text[match.end() :] if (match := _DATED.match(text)) else text
    sentence = note.endswith((".", "!")) and ". " not in note  # citations have several stops, titles none
    return note[:1].islower() or sentence or kind_of_row(note) is RowKind.PROSE
