"""Lists in which a sign sets off some entries: "* Roe (2019). A Title." is required, "  Poe (2020). Another." is not.

Both stand in one column; what goes on with an entry above it stands there, too, but names no authors and year in front.
In: rows. Out: rows, those without the sign marked as well. Pure; cost is linear.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.entries.citation import split_authors_first
from enrich.mentions.shapes.tags import may_state_year

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_FEWEST, _SHARE = 4, 0.7  # by judgement: one or two may have lost their year, or an entry its end
_LONGEST_FRONT = 300  # characters that hold the authors and the year of an entry


def mark_unstarred(rows: list[Row]) -> list[Row]:
    """The rows with a marker before all entries of lists that have one before some."""
    column, plain, starred = None, [], []
    for above, row in pairwise(rows):
        if above.marker:
            column = above.indent + len(above.marker) + 1
            starred.append(above)
        if row.marker or row.gap or row.indent != column:
            column = None
        else:
            plain.append((above, row))
    cited = sum(_is_cited(row) for _, row in plain)
    if cited < max(_FEWEST, _SHARE * len(plain)) or sum(map(_is_cited, starred)) < _SHARE * len(starred):
        return rows
    for above, row in plain:
        row.marker, row.indent = above.marker, above.indent
    return rows


def _is_cited(row: Row) -> bool:
    """Whether a line begins with authors and a year."""
    front = row.text[:_LONGEST_FRONT]
    split = split_authors_first(front, expected=False) if may_state_year(front) else None
    return split is not None and split[1] is not None
