"""Records whose titles stand in the middle of the page, as books of abstracts print them: with its people and its
abstract.

In: rows, those in the middle of the page marked. Out: the places of such records; none where not nearly all of them
have an abstract below. Pure; cost is linear.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style
from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.shapes.words import has_words
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.rowkinds.placed import Records, Role

# By judgement: fewer are chance, and a few talks have no abstract. Shorter rows are facts, remarks or headings.
_FEWEST, _SHARE = 8, 0.8
_TITLE_WORDS, _ABSTRACT_WORDS = 2, 12
_APART = 2  # blank lines above headings
# Lines on a title page; more are a list of something else, and so are some with authors and a year. By judgement.
_LONGEST_OPENING, _FEWEST_STATED = 12, 2


def find_middles(rows: Sequence[Row], claimed: Mapping[int, object]) -> Records | None:
    """The places of the page's records: titles in the middle, and what stands below each up to the next one."""
    middle = [at for at, row in enumerate(rows) if row.centred and at not in claimed]
    middle = [at for at in middle if rows[at].titled or has_words(rows[at].text, _TITLE_WORDS)]
    spans = list(pairwise([*middle, len(rows)]))
    long = {at for at, row in enumerate(rows) if at not in claimed and _is_long(row)}  # rows of tables are no abstracts
    told = [(title, end) for title, end in spans if not long.isdisjoint(range(title + 1, end))]
    if len(told) < max(_FEWEST, _SHARE * len(spans)):
        return None
    found = Records()
    capitals = sum(rows[title].text.isupper() for title, _ in told) > len(told) / 2
    opening = [at for at in range(told[0][0] - 1) if at not in claimed]  # the last one may be a heading
    if len(opening) <= _LONGEST_OPENING and sum(_states_all(rows[at].text) for at in opening) < _FEWEST_STATED:
        found.tell(Role.ASIDE, opening)
    for title, end in told:
        if rows[title].text.isupper() and not capitals:  # the name of the book, and what its makers say
            found.tell(Role.ASIDE, range(title, end))
            continue
        found.tell(Role.TITLE, [title])
        for at in range(title + 1, end):
            apart = rows[at].gap >= _APART and not (rows[at].credit or _is_long(rows[at]))
            found.tell(Role.HEADING if apart else Role.ABSTRACT if _is_long(rows[at]) else Role.FIELD, [at])
    return found


def _states_all(text: str) -> bool:
    """Whether a line is an item by itself."""
    entry = read_entry(text, Style()) if may_state_year(text) else None
    return entry is not None and bool(entry.year and entry.authors)


def _is_long(row: Row) -> bool:
    return row.prose or has_words(row.text, _ABSTRACT_WORDS)
