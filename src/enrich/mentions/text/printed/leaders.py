"""Tables of contents with dots that lead to page numbers: in rows, out rows without the dots and the numbers.

A title whose second line the dots stand on is one row. Where names stand below most of the titles, set in, all that
stands there are authors, and what stands above them are titles: of talks, of papers of an issue. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from enrich.mentions.shapes.names import author_likeness, is_single_name

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_LEADERS = re.compile(r"\s*(?:(?:\.\s?){4,}|(?:…\s?){2,}|(?:·\s?){4,})\s*(?:\d{1,4}|[ivxlc]{1,7})\s*$")
# Few lines have both, so few are searched for leaders.
_ENDS_OF_NUMBERS, _DOTS = frozenset("0123456789ivxlc"), re.compile(r"[.…·]\s?[.…·]")
_FEWEST_LED, _SHORT_LINE = 3, 30  # columns; a title whose second line follows has more
# By judgement: so many titles have names below them, and so much of what stands below titles is names.
_FEWEST_CREDITED, _NAMED_SHARE = 4, 0.7
_MARKS = "*†‡§ "  # in front of who presents


def cut_leaders(rows: list[Row]) -> list[Row]:
    """The rows of a page, those of a table of contents without what leads to a page."""
    led = {at: match.start() for at, row in enumerate(rows) if (match := _find_leaders(row.text))}
    if len(led) < _FEWEST_LED:
        return rows
    joined: list[Row] = []
    titles: list[int] = []  # positions among the rows that are joined
    for at, row in enumerate(rows):
        if at in led:
            row.text = row.text[: led[at]]
        row.whole = row.whole or at - 1 in led  # the number ends the row above
        above = joined[-1] if joined and at - 1 not in led else None
        if at in led and above and not row.gap and above.indent == row.indent and above.end > _SHORT_LINE:
            above.append(row)
        else:
            joined.append(row)
        titles += [len(joined) - 1] * (at in led)
    return _mark_credits(joined, titles)


def _find_leaders(text: str) -> re.Match[str] | None:
    """The dots in front of the page number that `text` ends in."""
    return _LEADERS.search(text) if text[-1:] in _ENDS_OF_NUMBERS and _DOTS.search(text) else None


def _mark_credits(rows: list[Row], titles: list[int]) -> list[Row]:
    """The rows with titles and their authors marked as such, where names stand below most titles."""
    below = {at: rests for at in titles if (rests := _set_in(rows, at))}
    named = sum(_are_names(rows[rests[0]].text) for rests in below.values())
    if named < max(_FEWEST_CREDITED, _NAMED_SHARE * len(below), len(titles) / 2):
        return rows
    indent = Counter(rows[at].indent for at in below).most_common(1)[0][0]
    for at in titles:
        rows[at].titled = rows[at].indent == indent
    joined: set[int] = set()
    for first, *others in below.values():
        rows[first].credit = True
        rows[first].text = rows[first].text.lstrip(_MARKS)
        for at in others:
            rows[first].append(rows[at])
        joined.update(others)
    return [row for at, row in enumerate(rows) if at not in joined]


def _set_in(rows: list[Row], at: int) -> list[int]:
    """Positions of the rows right below a title that are set in."""
    end = at + 1
    while end < len(rows) and not rows[end].gap and rows[end].indent > rows[at].indent and not rows[end].marker:
        end += 1
    return list(range(at + 1, end))


def _are_names(text: str) -> bool:
    names = text.strip(_MARKS + ",")
    return bool(author_likeness(names)) or is_single_name(names)
