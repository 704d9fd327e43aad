"""Words of one closed set that stand alone between list markers and titles: "1. journal", "2. preprint".

In: rows. Out: the same rows, such words taken off: their markers stand alone then, and belong to the rows below. Told
by counting: nearly all markers of one form have such a word, and none of these words is rare. Words that stand below
entries instead, as the first of them shows, are left alone. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.shapes.words import without_numbers

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_DIGITS = re.compile(r"\d+")
# By judgement: titles of one or two words that come again so often are no titles, and a kind of paper may be rare.
_LONGEST, _FEWEST, _SHARE, _OFTEN = 2, 8, 0.9, 3


def drop_badges(rows: list[Row]) -> list[Row]:
    """The rows, the markers that have but a badge behind them left alone."""
    forms: Counter[str] = Counter()
    badged: dict[str, list[int]] = defaultdict(list)
    for at, (row, below) in enumerate(pairwise(rows)):
        if row.marker and row.text:
            form = without_numbers(row.marker)
            forms[form] += 1
            if len(row.text.split()) <= _LONGEST and below.text and not (below.marker or may_state_year(row.text)):
                badged[form].append(at)
    for form, found in badged.items():
        counts = Counter(rows[at].text.casefold() for at in found)
        badges = [at for at in found if counts[rows[at].text.casefold()] >= _OFTEN]
        if len(badges) >= max(_FEWEST, _SHARE * forms[form]) and not _stands_below(rows, badges[0]):
            for at in badges:
                rows[at].text = ""
    return rows


def _stands_below(rows: list[Row], at: int) -> bool:
    """Whether a marked word belongs to the line above it: "* pdf" right below an entry, and no deeper line below it."""
    if at == 0 or _DIGITS.search(rows[at].marker):
        return False
    above, row, below = rows[at - 1 : at + 2]
    return not above.marker and row.gap <= below.gap and below.indent <= row.indent
