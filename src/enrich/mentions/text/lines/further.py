"""Further papers of an entry, on lines set in below it: "also: Roe J (2019) A Title".

In: the rows of a page, before wrapped lines are joined. Out: the same rows, the word in front of each such made its
list marker, and the entry that it stands in as deep as the one above. No word is known beforehand: a page has one that
comes again, and most of what stands behind it begins as citations do. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from enrich.mentions.entries.citation import split_authors_first
from enrich.mentions.shapes.tags import may_state_year

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_WORD = re.compile(r"(?P<word>[a-z]{2,12}(?: [a-z]{2,12})?): (?=[^\W\d_a-z])")
# By judgement: a word that comes but once may be any; of citations that begin so, some have more names than a line has.
_AGAIN, _CITED = 2, 0.5


def mark_further(rows: list[Row]) -> list[Row]:
    """The further papers of entries are entries of their own."""
    found: dict[str, list[tuple[Row, int, int]]] = defaultdict(list)
    above: Row | None = None
    for row in rows:
        if row.marker:
            above = row
        elif above and not row.gap and row.indent > above.indent and (word := _WORD.match(row.text)):
            found[word["word"]].append((row, word.end(), above.indent))
    for places in found.values():
        cited = sum(_cites(row.text[end:]) for row, end, _ in places)
        for row, end, indent in places if len(places) >= _AGAIN and cited >= _CITED * len(places) else ():
            row.marker, row.indent = row.text[:end].strip(), indent
            row.cut_front(end)
    return rows


def _cites(text: str) -> bool:
    """Whether people and a year stand in front of a title."""
    return may_state_year(text) and split_authors_first(text, expected=False) is not None
