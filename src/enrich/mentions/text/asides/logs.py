"""Logs of a page: below a heading about the page itself, lines that begin with the day on which something was done.

In: rows. Out: the positions of those lines. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from enrich.mentions.sections import is_about, may_be_topic
from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.text.lines.rows import Row

_DATED = re.compile(
    rf"[\[(]?(?:(?:19|20)\d\d[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?|{A_DAY.pattern})[\])]?\s*[:：,–—-]?\s+(?=\S+ \S)", re.I
)
_FEWEST = 2


def find_logs(rows: Sequence[Row], claimed: Mapping[int, object]) -> list[int]:
    """Positions of the lines of all logs."""
    found: list[int] = []
    for at, row in enumerate(rows):
        if at in claimed or row.marker or not is_about(row.text) or may_be_topic(row.text):
            continue
        end = at + 1
        while end < len(rows) and end not in claimed and rows[end].gap <= 1 and _DATED.match(rows[end].text):
            end += 1
        found += range(at + 1, end) if end - at > _FEWEST else ()
    return found
