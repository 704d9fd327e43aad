"""Records beside pictures, as browsers copy rows of such tables: an empty cell in front of the title, and below that
whatever else the cell holds, a line each.

In: rows and their kinds. Out: the places of the records; none where people do not stand right below most such titles.
Pure; cost is linear.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from enrich.mentions.entries.details import RowKind
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.rowkinds.placed import Records, Role

_FEWEST, _NAMED = 8, 0.6  # by judgement: fewer are chance, and some papers have no people, or unusual ones
_MOST_HEADINGS = 0.5  # of titles; what stands above more of them is of each record
_PEOPLE = frozenset({RowKind.AUTHORS, RowKind.NAMES})


def find_pictured(rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object]) -> Records | None:
    """The places of records whose titles alone have a tab in front, and of the headings right above them."""
    titles = [at for at, row in enumerate(rows) if row.tabs and at not in claimed]
    below = {at + 1 for at in titles if at + 1 < len(rows) and not rows[at + 1].gap} - {*claimed, *titles}
    named = sum(kinds[at] in _PEOPLE for at in below)
    if len(titles) < _FEWEST or named < _NAMED * len(titles) or any(rows[at].marker for at in titles):
        return None
    headings = [at - 1 for at in titles if at and rows[at - 1].gap and at - 1 not in claimed]
    if len(headings) > _MOST_HEADINGS * len(titles):
        return None
    found = Records()
    found.tell(Role.HEADING, headings)
    for at in titles:
        end = next((end for end in range(at + 1, len(rows)) if _ends(rows[end], kinds[end])), len(rows))
        found.tell(Role.FIELD, range(at + 1, end))
        found.held.update(range(at + 1, end))
    found.tell(Role.PEOPLE, (at for at in below if kinds[at] in (*_PEOPLE, RowKind.ENTRY)))
    found.tell(Role.TITLE, titles)
    return found


def _ends(row: Row, kind: RowKind) -> bool:
    """Whether a row is no line of the record above it: it begins another, or a list."""
    return row.gap > 0 or row.tabs > 0 or (row.marker != "" and kind is RowKind.ENTRY)
