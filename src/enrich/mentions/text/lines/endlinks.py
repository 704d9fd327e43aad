"""Links at the ends of records: "A. Costa, B. Duarte  https://...", "VLDB 2019 [paper]" as the last lines of entries.

What stands in front of them - authors, a venue, a year - is told more surely without them. In: rows. Out: the links, by
the lines they stood on; the rows lose them and their words. Lines that may be titles keep theirs, and so do pages whose
links end lines that begin entries: there they tell the entries. Pure; cost is linear.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.entries.names.credits import may_be_names, split_credit
from enrich.mentions.shapes.anchors import Habits, is_anchor, strip_anchors, take_urls
from enrich.mentions.shapes.words import has_letters
from enrich.records import Link

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_FEWEST, _SHARE, _LAST_SHARE = 4, 0.8, 0.6  # by judgement: a few are chance, and remarks stand below some
_TITLE_WORDS = 3
_FACTS = frozenset({RowKind.AUTHORS, RowKind.NAMES, RowKind.VENUE, RowKind.DATE})
_BARS, _DIGIT, _BUTTON_WORDS = re.compile(r"\s+[·•|]\s+"), re.compile(r"\d"), 2
_LONGEST = 300  # characters of a line: longer ones are prose or whole entries


def take_end_links(rows: list[Row]) -> dict[int, list[Link]]:
    """Takes links off the rows that records end in, where such rows have most of the page's links at ends of lines."""
    cut = {at: without_end_links(row.text) for at, row in enumerate(rows)}
    linked = [at for at, (rest, _) in cut.items() if rest != rows[at].text]
    facts = [
        at for at in linked if not _begins_record(rows, at) and _is_fact(cut[at][0]) and _has_title_above(rows, at)
    ]
    last = sum(_ends_record(rows, at) for at in facts)
    if len(facts) < max(_FEWEST, _SHARE * len(linked)) or last < _LAST_SHARE * len(facts):
        return {}
    found: dict[int, list[Link]] = {}
    for at in facts:  # a remark may stand below a few
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
    rest = _without_barred(rest)
    if rest == text:
        return text, []
    return (rest, links) if has_letters(rest) and not is_anchor(rest) else (text, [])


def _without_barred(text: str) -> str:
    """A text without the words of links at its end between which bars stand, of which the first is told: "Sea Stud. 12,
    34 (2019)   PDF · SI · Movies"."""
    first, *others = _BARS.split(text)
    bare, _, word = first.rpartition(" ")
    short = all(len(other.split()) <= _BUTTON_WORDS and not _DIGIT.search(other) for other in others)
    return bare.rstrip() if others and short and word[:1].isupper() and is_anchor(word) else text


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


def _begins_record(rows: list[Row], at: int) -> bool:
    """Whether a row is the first of its block."""
    return at == 0 or bool(rows[at].marker) or rows[at].gap > 0


def _ends_record(rows: list[Row], at: int) -> bool:
    """Whether a row is the last of its block."""
    return at + 1 == len(rows) or _begins_record(rows, at + 1)
