"""Titles above bullets with labels ("* Authors: ...", "* Venue: ..."), broken over lines at the edge of the page.

In: rows. Out: rows, the lines of such titles joined; or fields marked, which go on in nothing above. The page proves
it: the bullets below its titles begin with the same label again and again, and where two lines stand together above
them, the first one was full. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from enrich.mentions.shapes.names import author_likeness
from enrich.mentions.shapes.words import first_word

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_LABEL = re.compile(r"[A-Z][^\W\d_]*(?:[ ;/-][^\W\d_]+)?(?=: \S)")
# By judgement: so many records begin with one label, and of the lines above the last of a title, so many are full.
_FEWEST, _SHARE, _FULL_SHARE = 4, 0.8, 0.9
_NARROWEST, _WIDEST, _SLACK = 40, 140, 3
_MOST_LINES = 3
_FEWEST_FIELDS, _FIELD_SHARE = 4, 0.5  # abstracts in parts have such words, too, but more lines without


def join_titles(rows: list[Row]) -> list[Row]:
    """The rows, each title above labelled bullets in one."""
    blocks = _blocks_above_labels(rows)
    width = max((rows[at].end for block in blocks for at in block), default=0)
    rests = [at for block in blocks for at in block[1:]]
    if not rests or not _NARROWEST <= width <= _WIDEST:
        return rows
    full = {at for at in rests if rows[at - 1].end + 1 + len(first_word(rows[at].text)) > width - _SLACK}
    if len(full) < _FULL_SHARE * len(rests):
        return rows
    joined: list[Row] = []
    for at, row in enumerate(rows):
        if at in full and not author_likeness(row.text):
            joined[-1].append(row)
        else:
            joined.append(row)
    return joined


def _blocks_above_labels(rows: list[Row]) -> list[list[int]]:
    """The positions of the lines right above each run of bullets that begins with the page's first label."""
    first = {
        at: match[0]
        for at in range(1, len(rows))
        if rows[at].marker and not rows[at - 1].marker and (match := _LABEL.match(rows[at].text))
    }
    (label, count), *_ = Counter(first.values()).most_common(1) or [("", 0)]
    if count < max(_FEWEST, _SHARE * len(first)):
        return []
    return [block for at in first if first[at] == label and (block := _block(rows, at - 1))]


def _block(rows: list[Row], last: int) -> list[int]:
    """The lines from a blank one down to `last`; none where they are too many for a title, or stand unevenly."""
    start = last
    while start > 0 and last - start < _MOST_LINES and not rows[start].gap and not rows[start - 1].marker:
        start -= 1
    block = list(range(start, last + 1))
    even = all(rows[at].indent == rows[start].indent for at in block)
    return block if len(block) <= _MOST_LINES and even else []


def mark_fields(rows: list[Row]) -> list[Row]:
    """Lines that begin with a word and a colon, as most do inside the blocks of a page, are the rest of none; nor are
    those with the word that comes first in most blocks ("Abstract:")."""
    inside = {at: first_word(row.text).casefold() for at, row in enumerate(rows) if not row.gap and not row.marker}
    again = Counter(word for word in inside.values() if word.endswith(":"))
    fields = [at for at, word in inside.items() if again[word] >= _FEWEST_FIELDS]
    for at in fields if len(fields) >= _FIELD_SHARE * len(inside) else _first_fields(inside):
        rows[at].whole = True
    return rows


def _first_fields(inside: dict[int, str]) -> list[int]:
    """The first line of each block that begins with the word and colon that most blocks have there."""
    firsts: dict[int, int] = {}
    start = -1
    for at, word in inside.items():
        start = start if at - 1 in inside else at
        if word.endswith(":"):
            firsts.setdefault(start, at)
    blocks = sum(at - 1 not in inside for at in inside)
    (word, count), *_ = Counter(inside[at] for at in firsts.values()).most_common(1) or [("", 0)]
    if count < max(_FEWEST_FIELDS, _FIELD_SHARE * blocks):
        return []
    return [at for at in firsts.values() if inside[at] == word]
