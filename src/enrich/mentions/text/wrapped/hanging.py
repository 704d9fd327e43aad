"""References with hanging indents in, one row each out: the first line at the margin, the others set in below it.

In: rows. Out: rows, the lines of such references joined and marked as whole, for what stands at their margin always
begins the next one, whether a sign sets it off or not; so does the line below a numbered title whose second line is set
in. The page proves it: nearly all lines that are set in follow lines that were full. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.shapes.names import are_people
from enrich.mentions.shapes.words import first_word

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer are chance, and a few of a page are headings set in the middle.
_FEWEST, _SHARE = 4, 0.95
_NARROWEST, _WIDEST = 40, 140
# Columns by which programs break a line early, where something stood in it that they did not print.
_SLACK = 3
_TITLE_AND_NAMES = 2  # lines below those of a numbered title may go on
_LETTER_OR_DIGIT = re.compile(r"\w")


def join_hanging(rows: list[Row]) -> list[Row]:
    """The rows with those joined that hang below the first line of their reference."""
    blocks = list(_blocks(rows))
    pairs = [pair for block in blocks if _may_hang(block) for pair in _hung(block)]
    if len(pairs) < _FEWEST or sum(_are_full(pairs)) < _SHARE * len(pairs):
        return rows
    width = max(above.end for above, _ in pairs)
    return [row for block in blocks for row in (_join(block, width) if _may_hang(block) else block)]


def _are_full(pairs: list[tuple[Row, Row]]) -> Iterator[bool]:
    """Whether the first word of the lower of two lines would not have fitted into the upper. Some programs wrap a text
    before they set its lines in, so that those end further right."""
    widths: dict[bool, int] = defaultdict(int)
    for above, _ in pairs:
        widths[above.indent > 0] = max(widths[above.indent > 0], above.end)
    for above, row in pairs:
        width = widths[above.indent > 0]
        full = above.end + 1 + len(first_word(row.marker or row.text)) > width - _SLACK
        yield full and _NARROWEST <= width <= _WIDEST


def _blocks(rows: list[Row]) -> Iterator[list[Row]]:
    """Runs of rows without a blank line between them."""
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at].gap:
            yield rows[start:at]
            start = at


def _may_hang(block: list[Row]) -> bool:
    """Whether a block's lines stand at a margin without markers, or are set in all alike; cells are no lines. The first
    may have one, where others stand at the margin below it, and a sign may set off some."""
    indents = {row.indent for row in block}
    if len(indents) != 2 or block[0].indent != min(indents) or any("\t" in row.text for row in block):
        return False
    if any(row.marker and row.indent == block[0].indent for row in block[1:]):
        return _are_starred(block)
    return not block[0].marker or block[-1].indent == block[0].indent


def _are_starred(block: list[Row]) -> bool:
    """Whether a sign sets off some of the lines at the margin below the first, references as the others; a list within
    would have it as well."""
    margin = [row for row in block if row.indent == block[0].indent]
    sign, *others = {row.marker for row in margin if row.marker}
    within = any(row.marker == sign for row in block if row.indent > block[0].indent)
    told = all(row.text[:1].isupper() for row in margin if row.marker) and not all(row.marker for row in margin[1:])
    return told and not (others or within or _LETTER_OR_DIGIT.search(sign))


def _hung(block: list[Row]) -> list[tuple[Row, Row]]:
    """The lines of a block that are set in, each with the line above it; remarks in brackets stand alone, too."""
    pairs = [(above, row) for above, row in pairwise(block) if row.indent > block[0].indent]
    return [(above, row) for above, row in pairs if not (row.text.startswith("(") and row.text.endswith(")"))]


def _join(block: list[Row], width: int) -> list[Row]:
    joined: list[Row] = []
    starred = any(row.marker and row.indent == block[0].indent for row in block[1:])
    sign = next((row.marker for row in block if row.marker), "")
    for row in block:
        if block[0].marker and not starred and _go_on(joined, row, width):
            joined[-1].append(row)
            joined[-1].end = row.end
        elif row.indent == block[0].indent:
            row.whole = len(joined) < _TITLE_AND_NAMES or not block[0].marker or starred
            row.marker = sign if starred else row.marker
            joined.append(row)
        else:  # what looks like a list marker is a dash or a number of the text
            row.text = f"{row.marker} {row.text}".strip()
            joined[-1].append(row)
    return joined


def _go_on(joined: list[Row], row: Row, width: int) -> bool:
    """Whether a line at the margin is the rest of the names below a numbered title: those end in a comma, or fill their
    line and are people only together with it."""
    if len(joined) != _TITLE_AND_NAMES or row.marker or row.indent != joined[0].indent:
        return False
    names = joined[-1]
    full = names.end + 1 + len(first_word(row.text)) > width - _SLACK
    return names.text.endswith(",") or (full and are_people(f"{names.text} {row.text}"))
