"""A record laid along the usual one: which of its lines has which place there, and which were broken.

In: the lines of a block, and the roles that those of the usual record have. Out: how well they fit, and the place of
each. Pure; a record is a few lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.tags import find_year, parse_venue
from enrich.mentions.shapes.words import first_word, is_small

MOST_BROKEN = 4  # lines more than usual
_SLACK = 4  # columns that marks took which programs did not print
LOOSE = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.HEADING})
# How well a line of a kind does for a role. By judgement: what is told surely counts most.
_FITS: Mapping[RowKind, Mapping[RowKind, float]] = {
    RowKind.ENTRY: {
        RowKind.ENTRY: 1.0,
        RowKind.PROSE: 0.5,
        RowKind.NAMES: 0.3,
        RowKind.VENUE: 0.1,
        RowKind.AUTHORS: -0.2,
    },
    RowKind.AUTHORS: {RowKind.AUTHORS: 1.0, RowKind.NAMES: 1.0, RowKind.LABELLED: 0.5},
    RowKind.VENUE: {RowKind.VENUE: 1.0, RowKind.DATE: 1.0, RowKind.NAMES: 0.2},
    RowKind.DATE: {RowKind.DATE: 1.0, RowKind.VENUE: 0.5},
    RowKind.LINKS: {RowKind.LINKS: 1.0},
    RowKind.LABELLED: {RowKind.LABELLED: 1.0, RowKind.AUTHORS: 0.5, RowKind.VENUE: 0.5, RowKind.DATE: 0.5},
    RowKind.PROSE: {RowKind.PROSE: 1.0, RowKind.ENTRY: 0.4},
}
_YEAR_END = 6  # characters: a year and the signs behind it
_LIKE_NAMES, _LIKE_VENUE = 0.4, 0.3
_MISFIT, _LACK, _BREAK, _TOLD, _BESIDE, _SURE = -1.0, -0.6, -0.1, -0.7, -0.7, -2.0
# "in Shallow Bays", "models": the end of what is above, where that was full; addresses and numbers are none.
_SMALL_WORDS = re.compile(r"[a-z][^\d/:@]*")
STOPS = (".", "!", "?")
_GOING_ON = (",", "-", "–", "&", ":", "(")
_NEVER = float("-inf")

Roles = tuple[RowKind, ...]


class Line(NamedTuple):
    """A row without the links behind it, what it is by itself, and whether it may be names."""

    text: str
    kind: RowKind
    named: bool
    end: int  # columns; 0 where lines were joined, and the last end is not known
    returns: bool  # the same stands in other rows


class Place(NamedTuple):
    """What a line of a record is: its place among the roles of the usual record, and whether it begins there."""

    at: int  # position of the row
    place: int
    first: bool


class Record(NamedTuple):
    """A record laid along the usual one, whose lines have these roles; some of its own are beside them."""

    block: range
    roles: Roles
    lines: list[Place]


def orders(roles: Roles) -> Iterator[Roles]:
    """The usual order of the lines, and those in which title and authors change places: names that stand above their
    titles are put below them where they can be told by themselves, which not all can."""
    yield roles
    title = roles.index(RowKind.ENTRY)
    for other in (title - 1, title + 1):
        if 0 <= other < len(roles) and roles[other] is RowKind.AUTHORS:
            swapped = list(roles)
            swapped[title], swapped[other] = roles[other], RowKind.ENTRY
            yield tuple(swapped)


def lay(
    lines: Mapping[int, Line], block: range, roles: Roles, edge: float, *, stopped: bool, swapped: bool
) -> tuple[float, Record]:
    """How well a block fits the usual record, and its lines laid along it. Below 0 if it is no such record. `stopped`
    says that titles end in stops, and where a line is full, nowhere else, `swapped` that they stand where other records
    have their people."""

    @cache
    def best(done: int, place: int, last: int) -> tuple[float, tuple[Place, ...]]:
        """The best way to lay the lines behind the first `done`, which end in the role `last`, along the places from
        `place` on."""
        if done == len(block):
            return (_NEVER if RowKind.ENTRY in roles[place:] else _LACK * (len(roles) - place)), ()
        at, ways = block[done], []
        broken = bool(done) and not is_free(lines[at - 1], lines[at], edge)
        titled = stopped and broken and roles[last] is RowKind.ENTRY
        closed = titled and lines[at - 1].text.endswith(STOPS)
        if place < len(roles):
            score, rest = best(done + 1, place + 1, place)
            score += _TOLD * (titled and not closed) + _SURE * (broken and _goes_on(lines[at - 1], lines[at]))
            ways.append((score + _fit(lines[at], roles[place], sure=swapped), (Place(at, place, True), *rest)))
            if roles[place] is not RowKind.ENTRY:
                score, rest = best(done, place + 1, last)
                ways.append((score + _LACK, rest))
        small = broken and _SMALL_WORDS.fullmatch(lines[at].text) is not None
        if lines[at].kind is RowKind.LINKS and not small:
            score, rest = best(done + 1, place, last)
            ways.append((score + _TOLD * (titled and not closed), rest))
        elif done:
            score, rest = best(done + 1, place, last)
            ways.append((score + _BESIDE, rest))
        if broken:
            score, rest = best(done + 1, place, last)
            likely = small or (titled and not closed) or lines[at].kind in LOOSE or lines[at].kind is RowKind.PROSE
            told = _TOLD * (not likely) + _TOLD * closed
            ways.append((score + _BREAK + told, (Place(at, last, False), *rest)))
        return max(ways, default=(_NEVER, ()))

    score, places = best(0, 0, 0) if len(block) <= len(roles) + MOST_BROKEN else (_NEVER, ())
    return score, Record(block, roles, list(places))


def _fit(line: Line, role: RowKind, *, sure: bool) -> float:
    """How well a line does for a role: 1 where it is told surely, below 0 where it is something else. People in the
    place where others have their titles must be told surely."""
    fits = _FITS.get(role, {}).get(line.kind)
    if fits is not None:
        return fits
    if role is RowKind.AUTHORS and line.named and not sure:
        return _LIKE_NAMES
    if role is RowKind.VENUE and line.kind in LOOSE and (parse_venue(line.text) or find_year(line.text[-_YEAR_END:])):
        return _LIKE_VENUE
    return _MISFIT


def _goes_on(above: Line, below: Line) -> bool:
    """Whether a line is the rest of a full one; people may have a small word in front."""
    return below.kind is not RowKind.AUTHORS and surely_goes_on(above.text, below.text)


def surely_goes_on(above: str, below: str) -> bool:
    """Whether a line surely goes on in the next."""
    return first_word(below).islower() or above.endswith(_GOING_ON) or is_small(above.rsplit(None, 1)[-1])


def is_free(above: Line, below: Line, edge: float) -> bool:
    """Whether the first word of a line would have stood on the line above, had it been part of that; what comes back
    is no part of anything."""
    return below.returns or above.end + 1 + len(first_word(below.text)) <= edge - _SLACK
