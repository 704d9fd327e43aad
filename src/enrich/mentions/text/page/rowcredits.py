"""Rows that name authors and say more: where their paper appeared, when, and on which site.

In: rows and their kinds. Out: the kinds, those of such rows set, by what several of the page have in common. Pure.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, takewhile

from enrich.mentions.entries.credits import cells_of, may_be_names, split_credit_line, split_place
from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.text.lines.rows import Row

# So many lines of authors make a page one that gives authors their own lines.
AUTHOR_LINES = 3
FEWEST_VENUES = 3
_USUAL = 0.8  # of such lines; by judgement
_BARRED = frozenset({RowKind.AUTHORS, RowKind.ENTRY})
# Lines below the authors of what a search has found: a quotation, buttons, the site of the next. By judgement.
_MOST_FOUND, _LOOSE = 6, frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.VENUE})


def settle_placed(rows: list[Row], kinds: list[RowKind]) -> None:
    """Lines of perhaps a name, a venue and a year are authors where nearly all stand below lines without a year."""
    names = [at for at, kind in enumerate(kinds) if at and kind is RowKind.NAMES]
    placed = [at for at in names if (tag := split_place(rows[at].text)[1]) and tag.venue and tag.year]
    below = [at for at in placed if kinds[at - 1] is RowKind.ENTRY and not may_state_year(rows[at - 1].text)]
    if len(below) >= max(AUTHOR_LINES + 1, _USUAL * len(placed)):
        for at in below:
            kinds[at] = RowKind.AUTHORS


def settle_credit_lines(rows: list[Row], kinds: list[RowKind]) -> None:
    """Names, a place and a year between dashes are authors where nearly all such lines stand below others."""
    lines = {at for at, row in enumerate(rows) if at and not row.marker and split_credit_line(row.text)}
    below = sorted(at for at in lines if at - 1 not in lines and not rows[at].gap)
    if len(below) < max(AUTHOR_LINES, _USUAL * len(lines)):
        return
    for at in below:
        kinds[at - 1], kinds[at] = RowKind.ENTRY, RowKind.AUTHORS
    found = [range(at + 1, min(end - 1, at + 1 + _MOST_FOUND)) for at, end in pairwise(below)]
    longest = max(map(len, found))  # nobody says where the last record ends
    found.append(range(below[-1] + 1, min(len(rows), below[-1] + 1 + longest)))
    if sum(map(bool, found)) >= _USUAL * len(below):
        for between in found:
            _settle_found(rows, kinds, between)


def _settle_found(rows: list[Row], kinds: list[RowKind], between: range) -> None:
    """What stands between the authors of one record and the title of the next, in their block, is no title."""
    for at in takewhile(lambda at: not rows[at].gap, between):
        kinds[at] = RowKind.LABELLED if kinds[at] in _LOOSE else kinds[at]


def settle_credits(rows: list[Row], kinds: list[RowKind]) -> None:
    """Below a title, capitals in front of a venue and a year are authors, where several lines of authors state the same
    venue: names of odd shapes, or a venue of many words."""
    stated = [split_place(row.text)[1] for row, kind in zip(rows, kinds, strict=True) if kind is RowKind.AUTHORS]
    venues = Counter(tag.venue for tag in stated if tag and tag.venue and tag.year)
    for at in range(1, len(rows)) if venues else ():
        if kinds[at] is RowKind.ENTRY and kinds[at - 1] is RowKind.ENTRY:
            names, tag = split_place(rows[at].text)
            if tag and tag.venue and tag.year and venues[tag.venue] >= FEWEST_VENUES and may_be_names(names):
                kinds[at] = RowKind.AUTHORS


def settle_cells(rows: list[Row], kinds: list[RowKind]) -> None:
    """Facts between bars below a title begin with its authors, where as many cells with the same end do elsewhere."""
    cells = {at: cells_of(row.text, placed=True) for at, row in enumerate(rows) if kinds[at] in _BARRED}
    forms = {at: (len(found), found[-1]) for at, found in cells.items() if found}
    named = Counter(form for at, form in forms.items() if kinds[at] is RowKind.AUTHORS)
    for at, form in forms.items():
        if at and kinds[at] is RowKind.ENTRY is kinds[at - 1] and named[form] >= AUTHOR_LINES:
            kinds[at] = RowKind.AUTHORS
