"""Lists in which a sign sets off what is said of an entry: a title, perhaps people, and "- Good to begin with." below.

Such a page has the sign where entries end and never where they begin: right above what is marked stands the entry, and
below it a blank line or the next. In: rows, before wrapped lines are joined. Out: the same rows, the marked ones prose
without a marker. Pure; cost is linear.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from enrich.mentions.entries.citation import split_authors_first
from enrich.mentions.shapes.names import names_people
from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.shapes.words import capital_share, first_word, has_words, is_lower, without_numbers

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_SIGNS = frozenset("-–—*+→»•◦>")
# By judgement: fewer are chance, and of many some are cut off or written otherwise.
_FEWEST, _SHARE, _MOST_EACH = 4, 0.9, 1.5
_COUNTED = 0.5  # of the blocks begin with one word: those are weeks or topics
_TITLE_WORDS, _SAID_WORDS, _CAPITALS, _MOST_CAPITALS = 3, 3, 0.4, 0.7


def unmark_closing(rows: list[Row]) -> list[Row]:
    """The rows, those unmarked that say something of the entries above them."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.marker in _SIGNS:
            places[row.marker].append(at)
    for marked in places.values():
        if len(marked) >= _FEWEST and _close(rows, marked):
            _tell_people(rows, marked)
            for at in marked:
                rows[at].marker, rows[at].whole, rows[at].prose = "", True, True
    return rows


def _tell_people(rows: list[Row], marked: list[int]) -> None:
    """Where people stand right above nearly all that is said, what may be one name is."""
    above = [at - 1 for at in marked if at > 1 and not (rows[at - 1].gap or rows[at - 1].marker)]
    named = [at for at in above if names_people(rows[at].text)]
    if len(named) >= _SHARE * len(marked):
        for at in named:
            rows[at].credit = True


def _close(rows: list[Row], marked: list[int]) -> bool:
    """Whether rows of one sign end the entries of a page."""
    said = sum(_is_said(rows, at) for at in marked)
    if said < _SHARE * len(marked):
        return False
    first = [at for at in marked if at == 0 or rows[at].gap or rows[at - 1].marker != rows[at].marker]
    counted = Counter(without_numbers(first_word(rows[_top(rows, at)].text)) for at in first)
    if not first or counted.most_common(1)[0][1] >= _COUNTED * len(first):
        return False  # "Week 3: Dunes" is no title
    own = sum(at > 0 and not rows[at].gap and _may_end_title(rows, at - 1) for at in first)
    return own >= max(_FEWEST, _SHARE * len(first)) and len(marked) <= _MOST_EACH * len(first)


def _top(rows: list[Row], at: int) -> int:
    """The first row of the block that a row stands in, or of what stands there below the sign of another."""
    while at and not rows[at].gap and not rows[at - 1].marker:
        at -= 1
    return at


def _is_said(rows: list[Row], at: int) -> bool:
    """Whether a row, with what it goes on with, is a sentence rather than a title or a citation. Notes without a stop
    stand below two lines at least, set in no further: a title and its people, not a heading or an entry's own lines."""
    text = rows[at].text
    below = rows[at + 1] if at + 1 < len(rows) else None
    goes_on = below is not None and not (below.gap or below.marker) and is_lower(below.text.split()[0])
    set_in = at > 0 and rows[at - 1].indent > rows[at].indent
    deep = at > 1 and not (set_in or rows[at].gap or rows[at - 1].gap or rows[at - 1].marker)
    if not has_words(text, _SAID_WORDS) or capital_share(text.split()[1:]) > (_MOST_CAPITALS if deep else _CAPITALS):
        return False
    if may_state_year(text) and split_authors_first(text, expected=False) is not None:
        return False
    return goes_on or deep or text[-1] in ".!?"


def _may_end_title(rows: list[Row], at: int) -> bool:
    return has_words(rows[at].text, _TITLE_WORDS) or not rows[at].gap
