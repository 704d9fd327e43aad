"""Annotated bibliographies: what is set in below each reference - its abstract, remarks - is no reference itself.

Told by the page: nearly all that stands in behind a blank line has a reference at the margin above, with its year. In:
whole rows. Out: the same rows, those set in marked as prose. Pure; cost is linear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style
from enrich.mentions.shapes.tags import find_year, may_state_year
from enrich.mentions.shapes.words import capital_share, has_words

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer are chance. Lists below headings have more entries each, and their headings no year and few words.
_FEWEST, _SHARE, _MOST_EACH = 8, 0.9, 3
_ABSTRACT_WORDS, _REFERENCE_WORDS = 12, 6
_SMALL = 0.5  # of the words of an abstract, at most so many are capitalised
_LOOSE = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.VENUE, RowKind.PROSE, RowKind.DATE})


def mark_remarks(rows: list[Row]) -> list[Row]:
    """The rows, those marked that are set in below references."""
    margin = min((row.indent for row in rows), default=0)
    tops: list[Row] = []
    remarks: list[Row] = []
    top: Row | None = None
    running = 0  # rows set in that go on in, or are a field of, the one above
    for row in rows:
        if row.marker or row.indent == margin:
            top = row
        elif not row.gap:
            running += 1
        else:
            remarks.append(row)
            if top and (not tops or tops[-1] is not top):
                tops.append(top)
    stated = sum(map(_may_be_reference, tops))
    long = sum(has_words(row.text, _ABSTRACT_WORDS) and not _is_item(row.text) for row in remarks)
    if (
        running > (1 - _SHARE) * len(rows)
        or stated < max(_FEWEST, _SHARE * len(tops))
        or not stated <= 2 * long <= 2 * _MOST_EACH * stated
    ):
        return rows
    for row in remarks:
        row.prose = kind_of_row(row.text) in _LOOSE
    return rows


def _is_item(text: str) -> bool:
    """Whether a row set in may be a paper by itself: in capitals as titles are, or with authors and a year."""
    if capital_share(text.split()) > _SMALL:
        return True
    entry = read_entry(text, Style()) if may_state_year(text) else None
    return entry is not None and bool(entry.year and entry.authors)


def _may_be_reference(row: Row) -> bool:
    stated = may_state_year(row.text) and find_year(row.text) is not None
    return not row.marker and stated and has_words(row.text, _REFERENCE_WORDS)
