"""The lines of titles that take several: all but the last are as full as any of the page. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.days import ends_in_hours
from enrich.mentions.shapes.names import STRONG, author_likeness, may_stand_in_names
from enrich.mentions.shapes.words import first_word, is_small
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.rowkinds.beginnings import count_of, is_speaker
from enrich.mentions.text.rowkinds.placed import Group
from enrich.mentions.text.wrapped.partings import breaks_off
from enrich.mentions.titles import last_word

TITLE_KINDS = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.PROSE})
_BROKEN, _FEWEST, _SLACK = 40, 3, 8  # columns of a title's first line; programs set titles in wide letters
_CAPITALS = 0.8  # as many of them stand on a line
# Of titles have people below them; lines of a title; of the width, by judgement: programs balance the lines of titles.
_USUAL, _MOST_LINES, _FILLED = 0.6, 4, 0.6
_SELDOM = 0.5  # of titles break off where those of the page do
_INITIAL = re.compile(r"[A-ZÀ-Þ]\.")
_FURTHER = TITLE_KINDS | {RowKind.AUTHORS}


@dataclass(frozen=True, slots=True)
class TitleLines:
    """Rows and their kinds; whether nearly all titles are a block (`alone`), and told by what is below (`upwards`); and
    which rows come again (`returns`): "Best Paper Award" below a title is no part of it."""

    rows: Sequence[Row]
    kinds: Sequence[RowKind]
    alone: bool
    upwards: bool
    returns: Callable[[int], bool]

    def find(self, placed: list[tuple[Group, int]]) -> dict[int, tuple[int, int]]:
        """First and last lines by the position that was told for a title, in its group."""
        upwards = self.upwards
        below = sorted(group[-1] - at for group, at in placed)
        usual = below[len(below) // 10]
        near = {at - upwards for group, at in placed if not upwards or at - 1 in group} | {at for _, at in placed}
        ends = sorted(self.rows[at].end for at in near)
        width = ends[len(ends) * 9 // 10]
        if ends[len(ends) * 19 // 20] > width + _SLACK:
            return {}  # titles of any length on one line each
        people = [at for group, title in placed if (at := self._people_near(title, group[-1]))]
        credited = len(people) >= _USUAL * len(placed)
        parted = sum(self.rows[at].gap > 0 for at in people) >= _USUAL * len(placed)
        spans: dict[int, tuple[int, int]] = {}
        for group, title in placed:
            first = last = title
            up = upwards and not (title and is_speaker(self.rows[title - 1].text))
            while up and first - 1 in group and self._goes_on(first - 1, width):
                first -= 1
            while not up and self._has_room(group, last, group[-1] - usual) and self._goes_on(last, width):
                last += 1
            last = last if upwards or not credited else max(last, self._last_above(parted, title, group[-1], width))
            others = (at for at in range(title + 1, last + 1) if at not in group or self.returns(at))
            last = next(others, last + 1) - 1
            if first != last:
                spans[title] = first, last
        return spans if len(spans) >= _FEWEST else {}

    def find_broken(self, titles: Sequence[int], count: int) -> dict[int, tuple[int, int]]:
        """First and last lines of those of `count` titles that go on in the midst of a phrase; where most seem to,
        only of those that end in a small word: fields may begin small."""
        below = [at + 1 for at in titles if not self.rows[at + 1].gap and self.kinds[at + 1] in TITLE_KINDS]
        broken = [at for at in below if breaks_off(self.rows[at - 1], self.rows[at])]
        sure = [at for at in broken if self._breaks_off(at - 1)]
        return {at - 1: (at - 1, at) for at in (broken if len(broken) < _SELDOM * count else sure)}

    def _people_near(self, title: int, end: int) -> int:
        """Where people stand first in the block below a title, or on top of the next one; 0 where they do not."""
        below = range(title + 1, min(title + _MOST_LINES, end) + 1)
        top = next((at for at in below if self.rows[at].gap), end)
        return next((at for at in below if at <= top and self.kinds[at] is RowKind.AUTHORS), 0)

    def _last_above(self, parted: bool, title: int, end: int, width: int) -> int:
        """The last line of a title in its block, if all lines up to the people read as further ones of it; else the
        last below one that breaks off. `parted`: people stand below the blocks of titles, so none of these is people.
        """
        sure = title
        for at in range(title + 1, min(title + _MOST_LINES, end) + 1):
            if self.rows[at].gap:
                return at - 1 if parted else sure
            if not parted and self._are_people(at, width):
                return at - 1
            if not self._may_go_on(at, width):
                break
            sure = at if self._breaks_off(at - 1) else sure
        return sure

    def _are_people(self, at: int, width: int) -> bool:
        """Whether a row is people: what may be one name is none below a line that breaks off, or a full one, if others
        follow."""
        row = self.rows[at]
        named = author_likeness(row.text) == STRONG or _are_several(row.text)
        if named or self.kinds[at] is not RowKind.AUTHORS or "," in row.text:
            return named or self.kinds[at] is RowKind.AUTHORS
        followed = self._is_followed(at) and _INITIAL.match(self.rows[at + 1].text)
        return not (self._breaks_off(at - 1) or (followed and self._is_full(at - 1, width)))

    def _breaks_off(self, at: int) -> bool:
        return is_small(last_word(self.rows[at].text))

    def _is_full(self, at: int, width: float) -> bool:
        """Whether the first word of the next row did not fit on this one."""
        return self.rows[at].end + 1 + len(first_word(self.rows[at + 1].text)) > width

    def _may_go_on(self, at: int, width: int) -> bool:
        """Whether a row may be a further line of the title that the row above is of: that is no short one, or breaks
        off."""
        above, row = self.rows[at - 1], self.rows[at]
        off = row.text[0].islower() or self._breaks_off(at - 1)
        filled = width if author_likeness(row.text) else _FILLED * width
        plain = not (row.marker or row.whole or ends_in_hours(row.text) or row.text.endswith((":", "：")))
        likely = self.kinds[at] in _FURTHER and plain and above.text[-1] not in ".;"
        return (likely or row.text[0].islower()) and (off or self._is_full(at - 1, filled))

    def _has_room(self, group: Group, at: int, last: int) -> bool:
        """Whether enough lines stand below a row for it to go on, or the next surely is its rest."""
        word = first_word(self.rows[at + 1].text) if at + 1 <= group[-1] else ""  # "jane/waves" are no words
        return at < last or (word.isalpha() and word.islower())

    def _goes_on(self, at: int, width: int) -> bool:
        """Whether the first word of the next row did not fit on this one, and the next row reads as part of a title."""
        row, rest = self.rows[at], self.rows[at + 1]
        told = self.alone or self.kinds[at + 1] in TITLE_KINDS or rest.text[0].islower()  # "... Networks / in Brains."
        begun = _begins_names(row.text)
        told = (
            told or begun or (rest.text.isalpha() and self._is_followed(at + 1))
        )  # "... Epidemic in West / Africa / Jane Roe"
        stated = ends_in_hours(row.text) or count_of(row.text)
        if rest.gap or rest.marker or rest.whole or self.kinds[at] not in TITLE_KINDS or not told or stated:
            return False
        names_below = self._is_followed(at + 1) and self.kinds[at + 2] is RowKind.AUTHORS
        width = round(width * _CAPITALS) if row.text.isupper() else width
        full = (row.end >= _BROKEN or names_below) and row.end + 1 + len(first_word(rest.text)) > width - _SLACK
        full = full or (row.text.endswith(":") and names_below)
        return full and (begun or not (_are_several(rest.text) or author_likeness(rest.text)))

    def _is_followed(self, at: int) -> bool:
        """Whether a line stands right below a row."""
        return at + 1 < len(self.rows) and not self.rows[at + 1].gap


def _are_several(text: str) -> bool:
    """Whether a line may be three names or more, the last of which may go on below."""
    return text.count(",") > 1 and all(map(may_stand_in_names, text.split()))


def _begins_names(text: str) -> bool:
    """Whether a line ends in names behind a title: "Slow Tides. Ana Roe, Max Poe, and"."""
    _, stop, names = text.rpartition(". ")
    return bool(stop) and all(map(may_stand_in_names, names.replace(",", " ").split()))
