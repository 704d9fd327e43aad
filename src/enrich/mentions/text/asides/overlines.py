"""Lines above the papers of a list in two levels, which are no papers: "(Some University) [Paper]", "ICRA 2019 [pdf]".

In: rows. Out: the positions of such lines, each with the venue and year it states. Told by counting: nearly all lines
that stand so are such, and nearly all below them are cited. Such a line belongs to the paper below it where most have
one; where most have several, they are headings. Pure; cost is linear.
"""

from __future__ import annotations

from collections.abc import Mapping

from enrich.mentions.entries.tops import is_paper_below, top_of
from enrich.mentions.shapes.tags import Tag
from enrich.mentions.text.lines.rows import Row

_FEWEST, _SHARE = 3, 0.8  # by judgement: titles that look so stand among others that are longer
_SEVERAL = 2


def find_overlines(rows: list[Row], claimed: Mapping[int, object]) -> dict[int, Tag]:
    """The positions of lines right above papers, each with the venue and year it states for them."""
    deep = [at for at in range(len(rows) - 1) if at not in claimed and _stands_over(rows, at)]
    tags = {at: tag for at in deep if (tag := top_of(rows[at].text)) is not None}
    if len(tags) < max(_FEWEST, _SHARE * len(deep)):
        tags = {} if deep else _alternating(rows, claimed)
    papers = sum(is_paper_below(rows[at + 1].text, tag) for at, tag in tags.items())
    return tags if papers >= _SHARE * len(tags) else {}


def are_headings(rows: list[Row], tags: Mapping[int, Tag]) -> bool:
    """Whether most of such lines stand above several papers."""
    return 2 * sum(_papers_below(rows, at, tags) == _SEVERAL for at in tags) > len(tags)


def _papers_below(rows: list[Row], start: int, tags: Mapping[int, Tag]) -> int:
    """How many papers stand below a line, up to the next one of its kind or the end of its list or block: no more than
    `_SEVERAL` are counted."""
    first, papers = rows[start + 1], 0
    for at in range(start + 1, len(rows)):
        row = rows[at]
        if at in tags or row.indent < first.indent or (at > start + 1 and row.gap > first.gap) or papers == _SEVERAL:
            break
        papers += row.indent == first.indent and is_paper_below(row.text, tags[start])
    return papers


def _stands_over(rows: list[Row], at: int) -> bool:
    """Whether a row is a list entry with a deeper one right below it."""
    row, below = rows[at], rows[at + 1]
    return bool(row.marker and below.marker) and below.indent > row.indent and below.gap <= 1


def _alternating(rows: list[Row], claimed: Mapping[int, object]) -> dict[int, Tag]:
    """The same on a page that lost the depth of its lists: such lines stand in turns with papers, and more of them in
    front of one than behind one."""
    tags = {at: tag for at, row in enumerate(rows) if at not in claimed and (tag := top_of(row.text)) is not None}
    before = {at: tag for at, tag in tags.items() if at + 1 < len(rows) and is_paper_below(rows[at + 1].text, tag)}
    behind = {at for at, tag in tags.items() if at and is_paper_below(rows[at - 1].text, tag)}
    begin = sum(rows[at].gap > rows[at + 1].gap or at in behind for at in before)
    least = max(_FEWEST, _SHARE * len(tags))
    return before if len(before) > len(behind) and min(len(before), begin) >= least else {}
