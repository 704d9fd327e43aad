"""Pages of words and short phrases, which are no list of papers: what is too short for a title there.

In: the rows of a page. Out: the positions of its phrases. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence

from enrich.mentions.text.lines.rows import Row

# Hardly any title has fewer words; in scripts that set no blanks between words, so many wide letters make one.
_TITLE_WORDS, _WIDE_LETTERS = 4, 8
# A page of so few rows is read whatever it holds: one name may be the title that somebody asks for.
_FEWEST_ROWS = 8
# Pages that keep each cell of a wide table on its own line have one title in a dozen rows.
_LIKELY_SHARE = 0.03
DOUBT = "Its lines are phrases of fewer than four words: nothing tells that one of them is a title."


def find_fragments(rows: Sequence[Row]) -> list[int]:
    """Positions of the rows shorter than titles, where hardly any row is longer; none where a page has titles."""
    if len(rows) < _FEWEST_ROWS:
        return []
    longer = {at for at, row in enumerate(rows) if _may_be_title(row)}
    return [at for at in range(len(rows)) if at not in longer] if len(longer) <= _LIKELY_SHARE * len(rows) else []


def _may_be_title(row: Row) -> bool:
    words = len(row.text.split(None, _TITLE_WORDS))
    return words >= _TITLE_WORDS or row.wide >= _WIDE_LETTERS or "://" in row.text
