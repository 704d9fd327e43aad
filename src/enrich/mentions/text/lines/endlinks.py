"""Links at the ends of records: "A. Costa, B. Duarte  https://...", "VLDB 2019 [paper]" as the last lines of entries.

What stands in front of them - authors, a venue, a year - is told more surely without them. In: rows. Out: the links, by
the lines they stood on; the rows lose them and their words. Lines that may be titles keep theirs, and so do pages whose
links end lines that begin entries: there they tell the entries. Pure; cost is linear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enrich.mentions.entries.credits import may_be_names, split_credit
from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.shapes.anchors import Habits, is_anchor, strip_anchors, take_urls
from enrich.mentions.shapes.words import has_letters
from enrich.records import Link

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_FEWEST, _SHARE = 4, 0.8  # by judgement: a few are chance
_TITLE_WORDS = 3
_FACTS = frozenset({RowKind.AUTHORS, RowKind.NAMES, RowKind.VENUE, RowKind.DATE})
_LONGEST = 300  # characters of a line: longer ones are prose or whole entries


def take_end_links(rows: list[Row]) -> dict[int, list[Link]]:
    """Takes links off the rows that records end in, where such rows have most of the page's links at ends of lines."""
    cut = {at: without_end_links(row.text) for at, row in enumerate(rows)}
    linked = [at for at, (rest, _) in cut.items() if rest != rows[at].text]
    last = [at for at in linked if _ends_record(rows, at) and _is_fact(cut[at][0]) and _has_title_above(rows, at)]
    if len(last) < max(_FEWEST, _SHARE * len(linked)):
        return {}
    found: dict[int, list[Link]] = {}
    for at in last:
        row = rows[at]
        row.text, links = cut[at]
        if links:
            found.setdefault(row.lines[-1], []).extend(links)
    return found


def without_end_links(text: str) -> tuple[str, list[Link]]:
    """The words in front of the links at the end of a text, and these; all of it where it is nothing but links."""
    if len(text) > _LONGEST:
        return text, []
    rest, links = take_urls(text)
    if links and not text.startswith(rest):
        return text, []
    if rest.endswith(("]", ")")):
        rest = strip_anchors(rest, Habits())[0]
    if rest == text:
        return text, []
    return (rest, links) if has_letters(rest) and not is_anchor(rest) else (text, [])


def _is_fact(text: str) -> bool:
    """Whether a line without its links says who wrote a paper, or where and when it appeared."""
    return kind_of_row(text) in _FACTS or may_be_names(text) or split_credit(text) is not None


def _has_title_above(rows: list[Row], at: int) -> bool:
    """Whether a line of the same block may be the title: below a day or a number, the line with the link is."""
    while not (rows[at].gap or rows[at].marker or at == 0):
        at -= 1
        if len(rows[at].text.split()) >= _TITLE_WORDS:
            return True
    return False


def _ends_record(rows: list[Row], at: int) -> bool:
    """Whether a row is the last of its block, and not the first."""
    row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else None
    first = bool(row.marker) or row.gap > 0 or at == 0
    return not first and (below is None or bool(below.marker) or below.gap > 0)
