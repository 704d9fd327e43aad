"""Rows that say themselves that they are titles: by a label ("Title: ..."), or by quotation marks around them.

In: rows, and the groups they stand in between abstracts. Out: positions of titles, where nearly all records have one:
others are none. What comes again behind the marks, as buttons do, is taken off in place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.page.placed import Group

_NEARLY_ALL = 0.8  # of the records
_AGAIN = 0.2  # of the titles have the same button behind them
_LABELLED = re.compile(r"(?:talk )?title\s*[:：]\s*(?!tb[acd]\b)\S", re.I)
_QUOTED = re.compile(r"(?:\".+\"|“.+”|«.+»|《.+》)(?P<behind>.{0,40})$")


def find_told(rows: Sequence[Row], groups: Sequence[Group]) -> set[int]:
    """The rows that call themselves titles, or are in quotation marks on top of their blocks."""
    labelled = {at for group in groups for at in group if _LABELLED.match(rows[at].text)}
    if _are_usual(labelled, groups):
        return labelled
    tops = (at for group in groups for at in group if rows[at].gap or at == group[0])
    quoted = {at: match for at in tops if (match := _QUOTED.match(rows[at].text))}
    if not _are_usual(quoted, groups):
        return set()
    buttons = Counter(match["behind"] for match in quoted.values())
    for at, match in quoted.items():
        if buttons[match["behind"]] >= _AGAIN * len(quoted):
            rows[at].text = rows[at].text[: match.start("behind")]
    return set(quoted)


def _are_usual(found: Collection[int], groups: Sequence[Group]) -> bool:
    told = sum(any(at in found for at in group) for group in groups) if found else 0
    return told > 0 and told >= _NEARLY_ALL * len(groups)


def tops_of(rows: Sequence[Row], group: Group, titled: Collection[int]) -> Iterator[int]:
    """The first rows of the blocks of a group that hold a title."""
    top = group[0]
    for at in group:
        top = at if rows[at].gap else top
        if at in titled:
            yield top
