"""Names that run on behind titles with nothing between, where most entries have them on the line below.

Markdown whose line breaks some writers forgot is rendered so: "A Title of Some Words Jane Roe, Max Poe (ICES'19)". In:
rows, those of names marked as credits. Out: rows, such names parted from their titles. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.entries.names.dated import split_tagged
from enrich.mentions.shapes.names import is_single_name, may_stand_in_names, names_people
from enrich.mentions.shapes.tags import parse_tag

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# Entries with names below, and of all; of those, with a year behind. By judgement: elsewhere a title may end in a name.
_FEWEST, _SHARE, _DATED_SHARE = 8, 0.4, 0.4
_TITLE_WORDS, _NAME_WORDS = 3, 3
_TAG = re.compile(r" \((?P<tag>[^()\[\]]{3,60})\)(?=\s|$)")
_END, _OTHERS = re.compile(r",? et al\b| \["), re.compile(r",? et al\b")  # of names; words of links stand in brackets
_DASHED = re.compile(r"\s[-–—]\s")
_SMALL_PARTS = re.compile(r"\b(?:[A-ZÀ-Þ]\.|[a-z]{1,3}\b)")  # initials and particles
_INITIAL = re.compile(r"[A-ZÀ-Þ]\.$")


def part_inlined(rows: list[Row]) -> list[Row]:
    """The rows with those of entries parted in which names run on behind titles."""
    marks = Counter(above.marker for above, row in pairwise(rows) if row.credit)
    sign = marks.most_common(1)[0][0] if marks else ""
    entries = [at for at, row in enumerate(rows) if sign and row.marker == sign and row.text]
    below = {at: rows[at + 1] for at in entries if at + 1 < len(rows) and _is_below(rows[at], rows[at + 1])}
    credits_ = [row.text for row in below.values() if row.credit]
    if len(credits_) < max(_FEWEST, _SHARE * len(entries)):
        return rows
    initials = sum(_INITIAL.match(text.split()[0]) is not None for text in credits_) * 2 > len(credits_)
    dated = sum(split_tagged(text) is not None for text in credits_) >= _DATED_SHARE * len(credits_)
    texts = {at: rows[at].text for at in entries if at not in below}
    found = {at: _find_names(text, initials=initials, dated=dated) for at, text in texts.items()}
    return list(_parted(rows, {at: place for at, place in found.items() if place}))


def _is_below(row: Row, below: Row) -> bool:
    return not below.gap and (not below.marker or below.indent > row.indent)


def _parted(rows: list[Row], places: dict[int, int]) -> Iterator[Row]:
    for at, row in enumerate(rows):
        if at not in places:
            yield row
            continue
        yield row.part(0, places[at])
        names = row.part(places[at], len(row.text))
        names.marker, names.gap, names.indent, names.credit = "", 0, row.indent + 1, True
        yield names


def _find_names(text: str, *, initials: bool, dated: bool) -> int:
    """Where the names of an entry begin; 0 if none run on behind its title. `initials`: most names begin with one;
    `dated`: the year stands behind them, in front of which one alone is believed."""
    tagged = [match for match in _TAG.finditer(text) if (tag := parse_tag(match["tag"])) and tag.year]
    for match in tagged:
        behind = text[match.end() :].lstrip()
        if _begins_with_name(_END.split(behind, maxsplit=1)[0].partition(",")[0]):
            return len(text) - len(behind)
    body = text[: tagged[0].start()] if tagged else text
    front = _END.split(body, maxsplit=1)[0]
    alone = (dated and bool(tagged)) or _OTHERS.match(body, len(front)) is not None
    return 0 if _DASHED.search(front) else _first_of_last_names(front, initials=initials, alone=alone)


def _begins_with_name(phrase: str) -> bool:
    """Whether a name begins what stands in front of a comma, a remark behind it or not."""
    words = phrase.split()
    return any(is_single_name(" ".join(words[:count])) for count in (len(words), _NAME_WORDS, _NAME_WORDS - 1))


def _first_of_last_names(front: str, *, initials: bool, alone: bool) -> int:
    """Where the first of the names begins that words of a title end in: of several, or of one (`alone`)."""
    end = len(front)
    *others, last = front.replace(" and ", ",    ").split(", ")  # as long as before
    while others and names_people(last) and len(_SMALL_PARTS.sub("", last).split()) <= _NAME_WORDS:
        *others, last = others
    start = sum(len(other) + len(", ") for other in others) + len(last)
    words = last.split() if alone or start < end else []
    most = min(_NAME_WORDS, len(words) - 1, len(front.split()) - _TITLE_WORDS)
    for count in range(2, most + 1):
        before = words[-count - 1]
        begun = not initials and _INITIAL.match(words[-count]) and may_stand_in_names(before)
        if not begun and is_single_name(" ".join(words[-count:])):
            return start - len(" ".join(words[-count:]))
    return 0
