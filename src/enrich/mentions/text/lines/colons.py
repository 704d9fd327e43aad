"""Titles that were parted behind their colon, above their authors: "SandNet:", "Tracing Grains in Wind Tunnels".

In: rows. Out: rows, both lines of such titles in one. What ends in a colon may be a heading as well: no heading stands
above authors by itself, and where others on the page end in a colon, nothing is joined. Pure; cost is linear.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.entries.names.credits import without_places
from enrich.mentions.shapes.names import names_people

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_FEWEST, _SHARE = 8, 0.5  # of the blocks have names in their second lines; by judgement
_MOST = 0.3  # of those blocks are parted: headings would stand above more titles than one


def join_colons(rows: list[Row]) -> list[Row]:
    """The rows of a page of titles above names, with those joined that a colon parts."""
    parted = [at for at in range(len(rows) - 2) if rows[at].text.endswith(":") and _is_parted(rows[at : at + 3])]
    if not parted or len(parted) < sum(row.text.endswith(":") and not row.marker for row in rows):
        return rows
    tops = [(row, below) for row, below in pairwise(rows) if row.gap and not below.gap and not below.marker]
    named = sum(_are_names(below) for _, below in tops)
    alike = len({rows[at].text for at in parted}) < len(parted)
    if alike or named < max(_FEWEST, _SHARE * len(tops)) or len(parted) > _MOST * named:
        return rows
    for at in parted:
        rows[at].append(rows[at + 1])
    rests = {at + 1 for at in parted}
    return [row for at, row in enumerate(rows) if at not in rests]


def _is_parted(block: list[Row]) -> bool:
    """Whether a block begins with a line that goes on in a second one, and has names in its third."""
    top, rest, names = block
    tight = top.gap > 0 and not (rest.gap or names.gap or top.marker or rest.marker or names.marker)
    return tight and rest.text[:1].isupper() and not _are_names(rest) and _are_names(names)


def _are_names(row: Row) -> bool:
    return names_people(without_places(row.text))
