"""Books of abstracts in letters of one size: the parts of each head in the middle of the page, blank lines between.

Title, people and places of a head may each be a block; what tells a head is that all of its rows stand in the middle,
above what begins at the margin, and that people stand in it where they do in most. Whatever begins at the margin below
a head belongs to it: paragraphs, references, thanks. In: rows. Out: rows, the lines of each title and of each paragraph
joined; none where the page is not of this kind. Pure; cost is linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.shapes.words import has_words
from enrich.mentions.text.printed.booklets import Head, find_deep, join_heads, names_or_breaks_off
from enrich.mentions.text.printed.centred import DEEP, may_be_centred, middle_of

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer are chance, and pages have a few other lines that are set in deep: captions, formulae.
_FEWEST, _NAMED_SHARE, _MIDDLE_SHARE = 8, 0.6, 0.8
_NEAR, _FEWEST_COLUMNS = 3, 6  # columns; programs round the middle of a line


def join_centred_heads(rows: list[Row]) -> list[Row]:
    """The rows of a book of abstracts with what belongs together joined; none if it is no such page."""
    deep = find_deep(rows)
    middle = _middle(rows)
    if deep is None or not middle:
        return []
    margin, first = deep
    runs = [run for run in _runs(rows, first, middle) if _heads_block(rows, run)]
    people = [next(_people(rows, run), None) for run in runs]
    parted = [bool(rows[at].gap) for at in people if at is not None]
    if len(parted) < max(_FEWEST, _NAMED_SHARE * len(runs)) or sum(parted) < _MIDDLE_SHARE * len(parted):
        return []
    heads = list(_heads(rows, runs))
    if len({rows[head.start].indent for head in heads}) < _FEWEST_COLUMNS:
        return []
    return list(join_heads(rows, heads, margin, first, capitals=False))


def _middle(rows: Sequence[Row]) -> float:
    """The column around which nearly all rows that are set in deep stand; 0 if there is none."""
    deep = [middle_of(row) for row in rows if row.indent >= DEEP and _may_be_head(row)]
    if len(deep) < _FEWEST:
        return 0
    middle = Counter(map(round, deep)).most_common(1)[0][0]
    return middle if sum(abs(each - middle) <= _NEAR for each in deep) >= _MIDDLE_SHARE * len(deep) else 0


def _may_be_head(row: Row) -> bool:
    return not (row.credit or row.titled) and may_be_centred(row)


def _runs(rows: Sequence[Row], first: int, middle: float) -> Iterator[range]:
    """Rows in the middle of the page, one below another, with blank lines between or none."""
    start = None
    for at, row in enumerate(rows):
        central = row.indent > first and _may_be_head(row) and abs(middle_of(row) - middle) <= _NEAR
        if central and start is None:
            start = at
        elif not central and start is not None:
            yield range(start, at)
            start = None


def _heads_block(rows: Sequence[Row], run: range) -> bool:
    """Whether several rows open a block, by themselves or below a line of their own, as codes of talks are."""
    start = run.start
    return len(run) > 1 and (start == 0 or rows[start].gap > 0 or rows[start - 1].gap > 0)


def _people(rows: Sequence[Row], run: range) -> Iterator[int]:
    """The rows below the first block of a head, or below its first row, that begin to name people."""
    for at in run[1:]:
        last = at + 1 if at + 1 in run and not rows[at + 1].gap else at
        both = f"{rows[at].text} {rows[last].text}" if last > at else rows[at].text
        capitals = rows[at].text.isupper()  # a heading in capitals above the title
        if not capitals and (names_or_breaks_off(rows[at].text) or names_or_breaks_off(both)):
            yield at


def _heads(rows: Sequence[Row], runs: Sequence[range]) -> Iterator[Head]:
    """The head in each run: the block above the people is the title, and below headings the second block where nothing
    tells these."""
    begun = False
    for run in runs:
        blocks = [run.start, *(at for at in run[1:] if rows[at].gap)]
        people = next((at for at in _people(rows, run) if at in blocks), None)
        begun = begun or people is not None
        if people is None and begun:
            lower = [at for at, below in pairwise(blocks) if not all(rows[n].text.isupper() for n in range(at, below))]
            people = next((below for at, below in pairwise(blocks) if lower and at == lower[0]), None)
        if people is not None and has_words(rows[people - 1].text, 1):
            yield Head(max(at for at in blocks if at < people), people, run.stop)
