"""Which rows of a wrapped page begin something of their own, though the line above them is full: names and abstracts
below titles, facts that end entries.

In: rows, and the column at which they are wrapped. Out: positions. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.entries.names.credits import split_credit, split_credit_line, without_places
from enrich.mentions.entries.names.dated import split_tagged
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.namemarks import MARKED_NAME
from enrich.mentions.shapes.names import (
    NO,
    STRONG,
    author_likeness,
    is_single_name,
    may_stand_in_names,
    names_people,
    without_by,
)
from enrich.mentions.shapes.phrases import without_year
from enrich.mentions.shapes.tags import find_year
from enrich.mentions.shapes.words import begins_small, first_word, is_small, without_numbers

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# Columns by which programs break a line early, where something stood in it that they did not print.
SLACK = 3
FEWEST_BROKEN, _FEWEST_SHORT = 5, 3
_SHORT_LINE = 30
_HEAD_LINES = 3  # above a field of a record: its title of two lines, and people
_CREDITED = 0.5
_LAST_SHARE = 0.6  # where last lines are names and years .77 stand below short lines, elsewhere at most .15
_OWN_SHARE = 0.3  # titles are often as long as the page is wide, what is wrapped stands below full lines alone
_SET_IN_SHARE = 0.4  # by judgement: below the first lines of entries that hang, hardly any
_BUTTONS_SHARE = 0.1  # of the lines, by judgement: in the midst of records stand hardly any
_MOST_MARKED = 0.1  # of the lines: below markers, what is said of papers stands behind their links
_FIRST_NAME = re.compile(r",| et al\b| and | & |(?<=[^\W\d_]{2})\. | \(")
_NAMED_WHOLE = re.compile(r"[^\W\d_][^\s,;]*(?:, (?:[^\W\d_]\.[ -]?){1,4}(?:;|$)| et al\b)")  # "Roe, J. M.; Poe, A."
_GIVEN_WORDS = 2
_SIGNS_BEHIND = (" – ", " — ", " - ", ") ")  # of a title, in front of people
_SIGNS = frozenset("[(,;.:")  # a record goes on with them
_LINKS_BEHIND = re.compile(r"(?: ?\[\d{1,5}\](?:\[[\w ]{2,24}\])?)+$")  # "[12][code]"
_BROKEN_PLACE = re.compile(r"\s+\([^()]*$")


def begin_apart(rows: list[Row], width: int) -> set[int]:
    """Positions of all rows that go on in no line above them."""
    apart = _second_lines(rows, width) | below_titles(rows, width) | _last_lines(rows, width) | _set_in(rows, width)
    apart |= _below_names(rows, width) | _returning(rows, width)
    marked = sum(bool(row.marker) for row in rows) > _MOST_MARKED * len(rows)
    return apart if marked else apart | below_buttons(rows)


def below_buttons(rows: Sequence[Row]) -> set[int]:
    """Positions of rows below lines that end in the words of links in brackets, where many do: they end records."""
    words = [row.text[row.text.rfind(" ") + 1 :] for row in rows]
    ends = [at for at, word in enumerate(words, start=1) if word[-1:] in ("]", ")") and is_anchor(word)]
    if len(ends) < max(FEWEST_BROKEN, _BUTTONS_SHARE * len(rows)):
        return set()
    return {at for at in ends if at < len(rows) and not (rows[at].text[:1].islower() or rows[at].text[:1] in _SIGNS)}


def _set_in(rows: list[Row], width: int) -> set[int]:
    """Positions of rows set in further than the words above them, where many stand below a line that is not full: what
    is broken on this page goes on at the margin, and what stands in is the abstract."""
    pairs = ((at + 1, a, b) for at, (a, b) in enumerate(pairwise(rows)))
    found = [
        (at, a, b) for at, a, b in pairs if may_wrap(a, b) and b.indent > a.indent + len(a.marker) + bool(a.marker)
    ]
    short = sum(not is_full(a, b, width, SLACK) for _, a, b in found)
    if short < max(FEWEST_BROKEN, _SET_IN_SHARE * len(found)):
        return set()
    return {at for at, a, b in found if b.text[:1].isupper() and not breaks_off(a, b)}


def _second_lines(rows: list[Row], width: int) -> set[int]:
    """Positions of rows right below the title that begins their block, where most blocks begin with one: names, or an
    abstract, whose first line is full as the second one of a title is not."""
    second = [
        at
        for at in range(1, len(rows))
        if rows[at - 1].gap and not rows[at].gap and not rows[at - 1].marker + rows[at].marker and rows[at].text
    ]
    named = {at for at in second if _are_credits(rows[at].text)}
    found = named if len(named) >= max(FEWEST_BROKEN, _CREDITED * len(second)) else set()
    found = {at for at in found if not _goes_on_named(rows, at + 1)}
    short = [at for at in second if not is_full(rows[at - 1], rows[at], width) and rows[at].text[:1].isupper()]
    if len(short) < max(FEWEST_BROKEN, _CREDITED * len(second)):
        return found
    long = (at for at in second if at + 1 < len(rows) and not breaks_off(rows[at - 1], rows[at]))
    return found | {at for at in long if not rows[at + 1].gap and is_full(rows[at], rows[at + 1], width)}


def below_titles(rows: list[Row], width: int) -> set[int]:
    """Positions of rows of names in the second or third lines of blocks, where enough of them stand below a line that
    is not full: that those below full lines begin there as well is chance. Where marks behind most names lead to where
    people work, no other line is one of names: "Kiel, Germany"."""
    near = [at for at in range(1, len(rows)) if any(row.gap or row.marker for row in rows[max(0, at - 2) : at])]
    near = [at for at in near if not rows[at].gap and not rows[at].marker and not breaks_off(rows[at - 1], rows[at])]
    named = [at for at in near if _are_credits(rows[at].text) and not are_names(rows[at - 1].text)]
    full = sum(not _begins_with_surname(rows[at].text) for at in named) * 2 > len(named)
    named = [at for at in named if not (full and _goes_on_with_names(rows[at - 1].text, rows[at].text))]
    marked = [at for at in named if MARKED_NAME.search(rows[at].text)]
    named = marked if len(marked) * 2 > len(named) else [at for at in named if not _goes_on_named(rows, at + 1)]
    short = sum(not is_full(rows[at - 1], rows[at], width) for at in named)
    return set(named) if short >= max(FEWEST_BROKEN, _OWN_SHARE * len(named)) else set()


def _begins_with_surname(text: str) -> bool:
    """Whether one word stands in front of the first comma, stop or "et al." of a line of names."""
    return _FIRST_NAME.split(text, maxsplit=1)[0].count(" ") == 0


def _goes_on_with_names(above: str, text: str) -> bool:
    """Whether the names of a line go on with those that the line above ends in, behind its title: a comma stands
    between, a sign in front of the first of them, or a surname begins the line where names are in full."""
    _, sign, tail = max((above.rpartition(sign) for sign in _SIGNS_BEHIND), key=lambda parts: len(parts[0]))
    given = sign != ") " and 0 < len(tail.split()) <= _GIVEN_WORDS and all(map(may_stand_in_names, tail.split()))
    begun = bool(sign) and (given or are_names(tail))
    surname = _begins_with_surname(text) and not _NAMED_WHOLE.match(text)
    return begun or above.endswith(",") or (surname and not above.endswith((":", "–", "-")))


def _are_credits(text: str) -> bool:
    """Whether a line is names, perhaps with a year, or those and where their paper appeared: "J. Roe. Oikos 2019";
    links may stand behind them, and behind the year in brackets whatever is said."""
    text = _LINKS_BEHIND.sub("", text)
    credited = are_names(text) or are_names(without_year(text)) or split_credit(text) is not None
    return credited or split_tagged(text) is not None or split_credit_line(text) is not None


def _below_names(rows: list[Row], width: int) -> set[int]:
    """Positions of rows right below the names of records, the last of them whole, where most stand below a line that is
    not full: they say where papers appeared."""
    pairs = [(at + 1, a, b) for at, (a, b) in enumerate(pairwise(rows)) if may_wrap(a, b) and not a.marker]
    found = [(at, a, b) for at, a, b in pairs if b.text[:1].isupper() and _ends_names(a.text) and not are_names(b.text)]
    short = sum(not is_full(a, b, width, SLACK) for _, a, b in found)
    return {at for at, _, _ in found} if short >= max(FEWEST_BROKEN, _LAST_SHARE * len(found)) else set()


def _returning(rows: list[Row], width: int) -> set[int]:
    """Positions of rows that begin with one label in the first lines of blocks ("Authors:"), or differ but in their
    numbers ("2019"), some of them below a line that is not full: fields of records. Labels at the end of abstracts, as
    keywords, part nothing that is told of these."""
    again: dict[str, list[int]] = defaultdict(list)
    for at, (above, row) in enumerate(pairwise(rows), start=1):
        label = first_word(row.text) if first_word(row.text).endswith(":") else ""
        heads = any(each.gap or each.marker for each in rows[max(0, at - _HEAD_LINES) : at])
        if may_wrap(above, row) and (heads or not label):
            again[label or without_numbers(row.text)].append(at)
    apart: set[int] = set()
    for found in again.values():
        short = sum(not is_full(rows[at - 1], rows[at], width, SLACK) for at in found)
        apart |= set(found) if short >= max(_FEWEST_SHORT, _OWN_SHARE * len(found)) else set()
    return apart


def _ends_names(text: str) -> bool:
    """Whether a line is names, of which the last is whole: more than a given name that goes on below."""
    last = text.rpartition(" and " if " and " in text else ", ")[2]
    return (author_likeness(text) != NO or names_people(text)) and " " in last and is_single_name(last)


def _last_lines(rows: list[Row], width: int) -> set[int]:
    """Positions of rows that end list entries, and say who wrote them and when, where most stand below a line that is
    not full. What is wrapped never does."""
    last = [at for at in range(1, len(rows)) if may_wrap(rows[at - 1], rows[at]) and _ends_entry(rows, at)]
    last = [at for at in last if not breaks_off(rows[at - 1], rows[at]) and find_year(rows[at].text)]
    short = sum(not is_full(rows[at - 1], rows[at], width, SLACK) for at in last)
    return set(last) if short >= max(FEWEST_BROKEN, _LAST_SHARE * len(last)) else set()


def _ends_entry(rows: list[Row], at: int) -> bool:
    """Whether a row is the last one before a blank line or a list marker."""
    return at + 1 == len(rows) or bool(rows[at + 1].gap or rows[at + 1].marker)


def _goes_on_named(rows: list[Row], at: int) -> bool:
    """Whether names stand in a row below another: that one may look like names, too, and be the end of a title."""
    if at == len(rows) or rows[at].gap or find_year(rows[at].text):
        return False
    named = are_names(rows[at].text) or bool(author_likeness(rows[at].text.rpartition(",")[0]))
    return named or MARKED_NAME.search(rows[at].text) is not None


def may_wrap(a: Row, b: Row) -> bool:
    return (
        b.gap == 0
        and not b.marker
        and not b.whole
        and bool(a.text)
        and (a.end > _SHORT_LINE or (a.text[-1] in "-/" and "/" in a.text))  # the midst of an address may be short
        and "\t" not in a.text + b.text
        and not (a.tag and not a.marker and b.indent > a.indent)  # a title set in below the names under a line of codes
    )


def is_full(a: Row, b: Row, width: int, slack: int = 0) -> bool:
    """Whether the first word of `b` would not have fitted behind `a`, but for `slack` columns."""
    return a.end + min(a.wide, 1) + 1 + len(first_word(b.text)) > width - slack


def breaks_off(a: Row, b: Row) -> bool:
    """Whether a line ends in the midst of a phrase, and not above a "by" and names."""
    if b.text[:3] == "by " and are_names(b.text):
        return False
    small = begins_small(b.text) and "://" not in b.text[:8]
    return small or is_open(a.text) or is_small(a.text.rsplit(None, 1)[-1])


def is_open(text: str) -> bool:
    """Whether a bracket or a quotation is left open: "A Title (with Jane", "Roe, J. (2019), “A Title"."""
    return text.rfind("(") > text.rfind(")") or is_quoting(text)


def is_quoting(text: str) -> bool:
    """Whether a quotation is left open: no line of its own follows there."""
    low = text.rfind("„")  # as “ ends what it opens
    return low > max(text.rfind("“"), text.rfind("”")) if low >= 0 else text.rfind("“") > text.rfind("”")


def are_names(text: str) -> bool:
    """Whether a line holds names, perhaps with places in brackets, the last of which may go on in the next line."""
    text = without_by(text)
    names = _BROKEN_PLACE.sub("", without_places(text))
    likely = author_likeness(names[: max(map(names.rfind, ",;")) + 1])
    return names_people(names) or names_people(text) or likely == STRONG or (bool(likely) and names != text)
