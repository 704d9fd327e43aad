"""Rows that look like people, venues or sentences and are titles, as those around them tell.

In: rows and their kinds. Out: the kinds, those of such rows set. Pure.
"""

from __future__ import annotations

import re
from collections import Counter

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.anchors import Habits, strip_anchors
from enrich.mentions.shapes.names import names_people
from enrich.mentions.shapes.tags import find_year, may_state_year
from enrich.mentions.shapes.trailing import split_trailing_venue
from enrich.mentions.shapes.words import sentences, without_numbers
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.rowkinds.credits import AUTHOR_LINES

_PEOPLE = frozenset({RowKind.AUTHORS, RowKind.NAMES})
# Pages of records have so many, this share of them alike. By judgement: lists of titles have no blocks.
_RECORDS, _USUAL, _FIELD_SHARE = 8, 0.8, 0.5
_HARDLY_ANY = 0.06  # of the entries of a list; by judgement, hardly a list has people below so few of them
_NOTE = re.compile(r" [-–—] ")
_CREDITED, _MOST_PEOPLE = 0.3, 8  # of the entries of such a list, and of the people on a line; by judgement
_DATED_WORDS = 6  # fewer are the venue and its year alone


def settle_short_titles(rows: list[Row], kinds: list[RowKind]) -> None:
    """List entries that look like one name with a venue and a year, "Quiet Tidal Pools. ICES 2021", are titles where
    hardly any entry names people."""
    marked = _usually_marked(rows)
    named = [at for at in marked if kinds[at] in _PEOPLE]
    entries = sum(kinds[at] is RowKind.ENTRY for at in marked)
    for at in named if entries >= _RECORDS and len(named) <= (1 - _USUAL) * entries else ():
        tag = split_trailing_venue(strip_anchors(rows[at].text, Habits())[0])[1]
        if kinds[at] is RowKind.NAMES and tag and tag.year:
            kinds[at] = RowKind.ENTRY


def settle_titles_like_people(rows: list[Row], kinds: list[RowKind]) -> None:
    """List entries that look like several people, "Quiet Tides, Jane Roe", are titles between entries that do not, if
    hardly any looks so and many have people behind their titles."""
    marked = _usually_marked(rows)
    named = [at for at in marked if kinds[at] in _PEOPLE]
    entries = [at for at in marked if kinds[at] is RowKind.ENTRY]
    if not 0 < len(named) <= _HARDLY_ANY * len(entries):
        return
    credited = sum(_ends_in_people(rows[at].text) for at in entries)
    among = set(entries)
    for at in named if credited >= _CREDITED * len(entries) else ():
        if ", " in rows[at].text and {at - 1, at + 1} <= among:
            kinds[at] = RowKind.ENTRY


def _usually_marked(rows: list[Row]) -> list[int]:
    """The rows with the marker that most list entries have."""
    markers = Counter(without_numbers(row.marker) for row in rows if row.marker)
    usual = markers.most_common(1)[0][0] if markers else ""
    return [at for at, row in enumerate(rows) if row.marker and without_numbers(row.marker) == usual]


def _ends_in_people(text: str) -> bool:
    """Whether several people stand behind a comma or a "by", a note behind them or not."""
    parts = _NOTE.split(text, maxsplit=1)[0].rstrip(". ").replace(" by ", ", ").split(", ")[-_MOST_PEOPLE:]
    return any(names_people(", ".join(parts[at:])) for at in range(1, len(parts)))


def settle_titles(rows: list[Row], kinds: list[RowKind]) -> None:
    """A sentence by itself above authors is a title that ends in a stop."""
    for at in range(1, len(rows)):
        above = kinds[at] is RowKind.AUTHORS and kinds[at - 1] is RowKind.PROSE and rows[at].gap <= 1
        if above and not rows[at - 1].marker and len(sentences(rows[at - 1].text, 2)) == 1:
            kinds[at - 1] = RowKind.ENTRY


def settle_dated_titles(rows: list[Row], kinds: list[RowKind]) -> None:
    """What looks like a venue between two lines of authors is a title with its venue, where titles of the page have
    theirs behind them: "Short Title, ICRA 2021"."""
    above = [at - 1 for at in range(1, len(rows)) if kinds[at] is RowKind.AUTHORS and not rows[at].gap]
    dated = sum(kinds[at] is RowKind.ENTRY and may_state_year(rows[at].text) for at in above)
    topmost = sum(kinds[at] is RowKind.ENTRY and rows[at].gap > 0 for at in above)
    for at in above if topmost >= max(_RECORDS, _USUAL * len(above)) else ():
        if kinds[at] is RowKind.VENUE and rows[at].gap and len(rows[at].text.split()) >= _DATED_WORDS:
            kinds[at] = RowKind.ENTRY  # a title that names a venue, at the top of its block as all are
    if dated < max(AUTHOR_LINES, _FIELD_SHARE * len(above)):
        return
    for at in above:
        if at and kinds[at] is RowKind.VENUE and kinds[at - 1] is RowKind.AUTHORS:
            kinds[at] = RowKind.ENTRY


def find_rests(rows: list[Row], kinds: list[RowKind]) -> set[int]:
    """Positions of what stands between list entries and their authors, and states the year that nearly all entries
    state on their first lines: the rest of a title that was broken, and where it appeared."""
    credited = [at for at in range(len(rows)) if kinds[at] in _PEOPLE and not (rows[at].gap or rows[at].marker)]
    above = {at - 1 for at in credited if at and kinds[at - 1] is RowKind.ENTRY}
    dated = {at for at in above if find_year(rows[at].text)}
    marked = {at for at in above if rows[at].marker}
    if len(marked & dated) < max(_RECORDS, _USUAL * len(marked)):
        return set()
    return {
        at
        for at in (above & dated) - marked
        if rows[at - 1].marker
        and kinds[at - 1] is RowKind.ENTRY
        and not (rows[at].gap or find_year(rows[at - 1].text))
        and rows[at].indent > rows[at - 1].indent
    }
