"""Records of a few lines each, told by their columns: what stands on the same line of nearly all records is the same.

"VLDB 2019 / A Title / J. Roe", "J. Roe (2019) / A Title / What it does.": one line alone may be a title, names or a
venue; the lines on its place in all other records tell. Lines that were broken, or that a record lacks, are found by
laying each record along the usual one. In: rows and their kinds. Out: what the lines of each record are. Pure; cost is
linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from enrich.mentions.entries.credits import may_be_names, split_credit, split_place
from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.shapes.names import STRONG, WEAK, are_surnames, author_likeness
from enrich.mentions.shapes.tags import parse_venue
from enrich.mentions.shapes.words import capital_share, first_word
from enrich.mentions.text.lines.endlinks import without_end_links

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer records have nothing in common that could not be chance, higher ones are lists of lines.
_FEWEST, _USUAL, _ALIKE, _SOME = 6, 0.7, 0.6, 0.15
_LOWEST, _HIGHEST, _BROKEN = 2, 5, 4
_NAMED, _LIKELY = 0.3, 0.9  # names of one word look like nothing by themselves
_RETURNING, _UNLIKE = 0.5, 0.6  # of the lines that say where papers appeared, at most so many differ; of names, more
_UNFORCED = 0.35  # of the ends of lines that nothing forced; in broken entries hardly one is
_VENUE_WORDS, _CAPITALS = 8, 0.6
_NEARLY_ALL = 0.98  # of the lines end in front of the edge of the page
_SLACK = 4  # columns that marks took which programs did not print
_ONCE = 2  # the end of a line may come again by chance
_NARROWEST, _WIDEST, _FEWEST_BROKEN = 40, 140, 4  # columns at which pages are broken, and lines that are
_PEOPLE = frozenset({RowKind.AUTHORS, RowKind.NAMES})
_PLACES = frozenset({RowKind.VENUE, RowKind.DATE})
_UNTOLD = frozenset({RowKind.ENTRY, RowKind.VENUE, RowKind.HEADING})
LOOSE = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.HEADING})
_STOPS = (".", "!", "?")
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
_LIKE_NAMES, _LIKE_VENUE = 0.4, 0.3
_MISFIT, _LACK, _BREAK, _TOLD, _BESIDE = -1.0, -0.6, -0.1, -0.7, -0.7
_NEVER = float("-inf")
_JOINED = re.compile(r", | and | & | et al\b")
_YEAR = re.compile(r",?\s*[(\[]?(?:19|20)\d\d[a-z]?[)\]]?\W*$")

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


def lay_out(rows: Sequence[Row], kinds: Sequence[RowKind] | None = None, claimed: Container[int] = ()) -> list[Record]:
    """The records of a page of such; none where it is no such page. `kinds` are what the rows are, if that is known;
    `claimed` rows end a record."""
    blocks = [block for block in _blocks(rows, claimed) if len(block) >= _LOWEST]
    unclaimed = sum(at not in claimed for at in range(len(rows)))
    marked = sum(bool(rows[block[0]].marker) for block in blocks)
    if sum(map(len, blocks)) < _ALIKE * unclaimed or 0 < marked < _USUAL * len(blocks):
        return []
    again = Counter(row.text for row in rows)
    lines = {at: _line(rows[at], kinds[at] if kinds else None, again) for block in blocks for at in block}
    edge = _edge([(lines[at - 1], lines[at]) for block in blocks for at in block[1:]])
    for usual in _usual(blocks):
        if roles := _roles([[lines[at] for at in block] for block in usual], edge):
            ways = ([_lay(lines, block, order, edge) for order in _orders(roles)] for block in blocks)
            best = [max(way, key=lambda found: found[0]) for way in ways]
            records = [record for score, record in best if score > 0]
            if len(records) >= _USUAL * len(blocks):
                return records
    return []


def join_blocks(rows: Sequence[Row]) -> list[Row]:
    """The rows with the broken lines of each record joined; none where the page holds no such records."""
    records = lay_out(rows)
    rests = {line.at for record in records for line in record.lines if not line.first}
    joined: list[Row] = []
    for at, row in enumerate(rows if rests else ()):
        if at in rests:
            joined[-1].append(row)
        else:
            joined.append(row)
    for record in records:
        for line in record.lines:
            rows[line.at].whole = True
    return joined


def _line(row: Row, kind: RowKind | None, again: Mapping[str, int]) -> Line:
    text, _ = without_end_links(row.text)
    kind = kind or kind_of_row(text)
    credit = split_credit(text)
    names = credit[0] if credit else _names_in(text)
    if names and kind in _UNTOLD and (credit or _are_likely(names, sure=kind is RowKind.VENUE)):
        kind = RowKind.NAMES
    return Line(text, kind, bool(names), row.end if len(row.starts) == 1 else 0, again[row.text] > _ONCE)


def _names_in(text: str) -> str:
    """What may be names: all of a line but its year, or what stands in front of where the paper appeared."""
    names, tag = split_place(text)
    found = (_YEAR.sub("", text), names if tag and tag.year else "")
    buttons = "  " in text.strip()  # side by side
    return next((names for names in found if names and not buttons and may_be_names(names)), "")


def _are_likely(names: str, *, sure: bool) -> bool:
    """Whether capitals are people's names, a list of surnames among them; `sure` if they may be a venue as well."""
    joined = are_surnames(names) and bool(_JOINED.search(names))
    return joined or author_likeness(names) >= (STRONG if sure else WEAK)


def _blocks(rows: Sequence[Row], claimed: Container[int]) -> Iterator[range]:
    """Rows from a list marker or a blank line on, up to the next."""
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at].marker or rows[at].gap or at in claimed or at - 1 in claimed:
            if start not in claimed:
                yield range(start, at)
            start = at


def _edge(pairs: Sequence[tuple[Line, Line]]) -> float:
    """The column at which lines are broken, in front of which nearly all end; none where hardly any were."""
    ends = sorted(above.end for above, _ in pairs)
    edge = ends[int(_NEARLY_ALL * (len(ends) - 1))] if ends else 0
    broken = sum(not _is_free(above, below, edge) for above, below in pairs)
    return edge if _NARROWEST <= edge <= _WIDEST and broken >= _FEWEST_BROKEN else float("inf")


def _usual(blocks: Sequence[range]) -> Iterator[list[range]]:
    """The blocks of each height that many have, the most usual first: lines may be broken in more than half."""
    heights = Counter(map(len, blocks))
    for height, count in heights.most_common():
        near = sum(height - 1 <= len(block) <= height + _BROKEN for block in blocks)
        if height <= _HIGHEST and count >= max(_FEWEST, _SOME * len(blocks)) and near >= _USUAL * len(blocks):
            yield [block for block in blocks if len(block) == height]


def _roles(usual: Sequence[Sequence[Line]], edge: float) -> Roles:
    """What the lines of the usual record are, one of them its title; nothing where their places do not tell."""
    places = list(zip(*usual, strict=True))
    places = places[:1] + [below for above, below in pairwise(places) if not _are_broken(above, below, edge)]
    told = [_role(lines) for lines in places]
    if told.count(RowKind.ENTRY) > 1:
        told = [
            RowKind.PROSE if role is RowKind.ENTRY and _are_spoken(lines) else role
            for role, lines in zip(told, places, strict=True)
        ]
    roles = tuple(role for role in told if role)
    whole = len(roles) == len(told) and sum(role is not RowKind.LINKS for role in roles) >= _LOWEST
    return roles if whole and roles.count(RowKind.ENTRY) == 1 else ()


def _are_broken(above: Sequence[Line], below: Sequence[Line], edge: float) -> bool:
    """Whether nearly all lines of a place follow full ones, so that they are what those could not hold."""
    free = sum(_is_free(a, b, edge) for a, b in zip(above, below, strict=True))
    return free < _UNFORCED * len(above)


def _is_free(above: Line, below: Line, edge: float) -> bool:
    """Whether the first word of a line would have stood on the line above, had it been part of that; what comes back
    is no part of anything."""
    return below.returns or above.end + 1 + len(first_word(below.text)) <= edge - _SLACK


def _role(lines: Sequence[Line]) -> RowKind | None:
    """What the lines on one place of the usual records are; None if they have too little in common."""
    count = Counter(line.kind for line in lines)
    if sum(line.text.endswith(":") for line in lines) > len(lines) / 2:
        return None  # labels of what stands below
    people = sum(count[kind] for kind in _PEOPLE)
    named = sum(line.named or line.kind in _PEOPLE for line in lines)
    unlike = len({line.text for line in lines}) >= _UNLIKE * len(lines)
    if people >= _NAMED * len(lines) and named >= _LIKELY * len(lines) and unlike:
        return RowKind.AUTHORS
    if count[RowKind.DATE] >= _USUAL * len(lines):
        return RowKind.DATE
    if sum(count[kind] for kind in _PLACES) >= _ALIKE * len(lines) or _are_returning(lines):
        return RowKind.VENUE
    kind, most = count.most_common(1)[0]
    return kind if most >= _ALIKE * len(lines) and kind is not RowKind.NAMES else None


def _are_returning(lines: Sequence[Line]) -> bool:
    """Whether lines are short names, most of which come back, as those of journals do."""
    named = sum(_may_be_venue(line.text) for line in lines)
    return len({line.text for line in lines}) <= _RETURNING * len(lines) and named >= _LIKELY * len(lines)


def _may_be_venue(text: str) -> bool:
    words = text.split()
    return len(words) <= _VENUE_WORDS and capital_share(words) >= _CAPITALS and parse_venue(text) is not None


def _are_spoken(lines: Sequence[Line]) -> bool:
    """Whether nearly all lines begin and end as sentences do."""
    whole = sum(line.text.endswith(_STOPS) and not line.text[:1].islower() for line in lines)
    return whole >= _LIKELY * len(lines)


def _orders(roles: Roles) -> Iterator[Roles]:
    """The usual order of the lines, and those with the title one line above or below its place: names that stand above
    their titles are not in all records where they can be told by themselves."""
    yield roles
    title = roles.index(RowKind.ENTRY)
    for other in (title - 1, title + 1):
        if 0 <= other < len(roles) and roles[other] is not RowKind.PROSE:
            swapped = list(roles)
            swapped[title], swapped[other] = roles[other], RowKind.ENTRY
            yield tuple(swapped)


def _lay(lines: Mapping[int, Line], block: range, roles: Roles, edge: float) -> tuple[float, Record]:
    """How well a block fits the usual record, and its lines laid along it. Below 0 if it is no such record."""

    @cache
    def best(done: int, place: int, last: int) -> tuple[float, tuple[Place, ...]]:
        """The best way to lay the lines behind the first `done`, which end in the role `last`, along the places from
        `place` on."""
        if done == len(block):
            return (_NEVER if RowKind.ENTRY in roles[place:] else _LACK * (len(roles) - place)), ()
        at, ways = block[done], []
        if place < len(roles):
            score, rest = best(done + 1, place + 1, place)
            ways.append((score + _fit(lines[at], roles[place]), (Place(at, place, True), *rest)))
            if roles[place] is not RowKind.ENTRY:
                score, rest = best(done, place + 1, last)
                ways.append((score + _LACK, rest))
        if lines[at].kind is RowKind.LINKS:
            ways.append(best(done + 1, place, last))
        elif done:
            score, rest = best(done + 1, place, last)
            ways.append((score + _BESIDE, rest))
        if done and not _is_free(lines[at - 1], lines[at], edge):
            score, rest = best(done + 1, place, last)
            told = 0 if lines[at].kind in LOOSE or lines[at].kind is RowKind.PROSE else _TOLD
            ways.append((score + _BREAK + told, (Place(at, last, False), *rest)))
        return max(ways, default=(_NEVER, ()))

    score, places = best(0, 0, 0) if len(block) <= len(roles) + _BROKEN else (_NEVER, ())
    return score, Record(block, roles, list(places))


def _fit(line: Line, role: RowKind) -> float:
    """How well a line does for a role: 1 where it is told surely, below 0 where it is something else."""
    fits = _FITS.get(role, {}).get(line.kind)
    if fits is not None:
        return fits
    if role is RowKind.AUTHORS and line.named:
        return _LIKE_NAMES
    if role is RowKind.VENUE and line.kind in LOOSE and parse_venue(line.text):
        return _LIKE_VENUE
    return _MISFIT
