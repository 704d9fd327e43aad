"""Topics above venues: two lines that come again and again, one above the other, between the people and the date of
each record of a page.

In: rows and their kinds. Out: the same kinds, set right: topics are labels, what stands between them and dates are
venues. Told by counting: no topic and no venue is known beforehand. Pure; cost is linear.
"""

from __future__ import annotations

from collections import Counter

from enrich.mentions.entries.details import RowKind
from enrich.mentions.text.lines.rows import Row

# By judgement: fewer records are chance; a topic, or a venue, comes again.
_FEWEST, _AGAIN = 8, 2
_LONGEST = 120
_LOOSE = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.VENUE, RowKind.LABELLED})


def settle_topics(rows: list[Row], kinds: list[RowKind]) -> None:
    """Set the kinds of all rows that hold a topic or a venue."""
    above = [at for at in range(1, len(rows)) if kinds[at] is RowKind.DATE and _is_fact(rows, kinds, at - 1)]
    dated = Counter(rows[at - 1].text for at in above)
    below = [at for at in range(1, len(rows)) if rows[at].text in dated and _is_fact(rows, kinds, at - 1)]
    over = Counter(rows[at - 1].text for at in below)
    venues = {text for text, count in dated.items() if count >= _AGAIN and count > over[text]}
    told = [at for at in below if rows[at].text in venues]
    topics = {text for text, count in over.items() if count >= _AGAIN and count > dated[text]}
    told = [at for at in told if rows[at - 1].text in topics and kinds[at - 2] in (RowKind.AUTHORS, RowKind.NAMES)]
    if len(told) < _FEWEST:
        return
    for at, row in enumerate(rows):
        if kinds[at] in _LOOSE and not row.gap:
            kinds[at] = RowKind.VENUE if row.text in venues else RowKind.LABELLED if row.text in topics else kinds[at]


def _is_fact(rows: list[Row], kinds: list[RowKind], at: int) -> bool:
    """Whether a row may be a topic or a venue, right above another row."""
    row = rows[at]
    alone = not row.marker and not row.gap and not rows[at + 1].gap
    return at > 1 and alone and kinds[at] in _LOOSE and len(row.text) <= _LONGEST
