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
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.entries.names.credits import may_be_names, split_credit, split_place
from enrich.mentions.shapes.names import STRONG, WEAK, are_surnames, author_likeness
from enrich.mentions.shapes.phrases import YEAR_BEHIND_NAMES
from enrich.mentions.shapes.tags import find_year, parse_tag, parse_venue
from enrich.mentions.shapes.words import capital_share
from enrich.mentions.text.lines.endlinks import without_end_links
from enrich.mentions.text.wrapped.figures import part_at_figures
from enrich.mentions.text.wrapped.laying import (
    MOST_BROKEN,
    STOPS,
    Line,
    Record,
    Roles,
    is_free,
    lay,
    orders,
    surely_goes_on,
)

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer records have nothing in common that could not be chance, higher ones are lists of lines.
_FEWEST, _USUAL, _ALIKE, _SOME = 6, 0.7, 0.6, 0.15
_LOWEST, _HIGHEST = 2, 5
_NAMED, _LIKELY = 0.3, 0.9  # names of one word look like nothing by themselves
# Of the lines that say where papers appeared, at most so many differ, or where others are titles; of names, more.
_RETURNING, _SOME_DIFFER, _UNLIKE = 0.5, 0.8, 0.6
_UNFORCED = 0.35  # of the ends of lines that nothing forced; in broken entries hardly one is
_VENUE_WORDS, _CAPITALS, _SURELY = 12, 0.6, 0.3  # names in full may be those of topics as well
_STATE = re.compile(r"\s+\([a-z ]+\)$")  # "(to appear)"
_NEARLY_ALL = 0.98  # of the lines end in front of the edge of the page
_BREAKING = 0.2  # of the full lines; names and venues below titles of like length go on with none
_STOPPED = 0.8  # by judgement: of titles, some of which are broken
_NO_EDGE = float("inf")
_ONCE = 2  # the end of a line may come again by chance
_NARROWEST, _WIDEST, _FEWEST_BROKEN = 40, 140, 4  # columns at which pages are broken, and lines that are
_PEOPLE = frozenset({RowKind.AUTHORS, RowKind.NAMES})
_PLACES = frozenset({RowKind.VENUE, RowKind.DATE})
_UNTOLD = frozenset({RowKind.ENTRY, RowKind.VENUE, RowKind.HEADING})
_JOINED = re.compile(r", | and | & | et al\b")


def lay_out(rows: Sequence[Row], kinds: Sequence[RowKind] | None = None, claimed: Container[int] = ()) -> list[Record]:
    """The records of a page of such; none where it is no such page. `kinds` are what the rows are, if that is known;
    `claimed` rows end a record."""
    if parted := [part for part in part_at_figures(rows) if not any(at in claimed for at in part)]:
        return _lay_blocks(rows, kinds, claimed, parted, range(parted[0].start, parted[-1].stop))
    blocks = list(_blocks(rows, claimed))
    ways = (_lay_blocks(rows, kinds, claimed, way, range(len(rows))) for way in (blocks, _hanging(rows, blocks)))
    return next(filter(None, ways), [])


def _lay_blocks(
    rows: Sequence[Row],
    kinds: Sequence[RowKind] | None,
    claimed: Container[int],
    blocks: Sequence[range],
    page: range,
) -> list[Record]:
    """The records that blocks on a page are; none where those are no such."""
    blocks = [block for block in blocks if len(block) >= _LOWEST]
    unclaimed = sum(at not in claimed for at in page)
    marked = sum(bool(rows[block[0]].marker) for block in blocks)
    heights = list(_usual(blocks))
    if not heights or sum(map(len, blocks)) < _ALIKE * unclaimed or 0 < marked < _USUAL * len(blocks):
        return []
    again = Counter(row.text for row in rows)
    lines = {at: _line(rows[at], kinds[at] if kinds else None, again) for block in blocks for at in block}
    edge, broken = _edge([(lines[at - 1], lines[at]) for block in blocks for at in block[1:]])
    if broken:
        _part_rests(lines, edge)
    reach = edge if broken else _NO_EDGE
    for usual in heights:
        found = [[lines[at] for at in block] for block in usual]
        if roles := _roles(found, edge, broken=broken):
            stopped = _end_in_stops(found, roles)
            ways = (
                [lay(lines, block, order, reach, stopped=stopped, swapped=order != roles) for order in orders(roles)]
                for block in blocks
            )
            best = [max(way, key=lambda laid: laid[0]) for way in ways]
            records = [record for score, record in best if score > 0]
            if len(records) >= _USUAL * len(blocks):
                return records
    return []


def join_blocks(rows: Sequence[Row]) -> list[Row]:
    """The rows with the broken lines of each record joined; none where the page holds no such records. What its lines
    are is told later, when all of the page is known."""
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
    returns = again[row.text] > _ONCE or not row.text.strip("=-~")  # a rule is no part of what is above it either
    return Line(text, kind, bool(names), row.end if len(row.starts) == 1 else 0, returns)


def _names_in(text: str) -> str:
    """What may be names: all of a line but its year, or what stands in front of where the paper appeared."""
    names, tag = split_place(text)
    found = (YEAR_BEHIND_NAMES.sub("", text), names if tag and tag.year else "")
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


def _hanging(rows: Sequence[Row], blocks: Sequence[range]) -> list[range]:
    """Blocks parted at the rows that are not set in, where nearly all of these have others set in below them."""
    parts = [
        range(start, end)
        for block in blocks
        if len(block) >= _LOWEST  # no heading
        for start, end in pairwise([*(at for at in block if rows[at].indent <= rows[block.start].indent), block.stop])
    ]
    high = sum(len(part) >= _LOWEST for part in parts)
    return parts if len(parts) > len(blocks) and high >= _LIKELY * len(parts) else []


def _edge(pairs: Sequence[tuple[Line, Line]]) -> tuple[float, bool]:
    """The column in front of which nearly all lines end, and whether lines surely were broken there; none where hardly
    any are that long, or most of the lines below are longer: titles below their venues."""
    ends = sorted(above.end for above, _ in pairs)
    edge = ends[int(_NEARLY_ALL * (len(ends) - 1))] if ends else 0
    full = [(above, below) for above, below in pairs if not is_free(above, below, edge)]
    beyond = sum(below.end > edge for _, below in pairs) * 2 > len(pairs)
    if beyond or len(full) < _FEWEST_BROKEN or not _NARROWEST <= edge <= _WIDEST:
        return _NO_EDGE, False
    return edge, sum(surely_goes_on(above.text, below.text) for above, below in full) >= _BREAKING * len(full)


def _part_rests(lines: dict[int, Line], edge: float) -> None:
    """What comes back below full lines alone is what several of those could not hold: "Prediction."."""
    free = {below.text for at, below in lines.items() if at - 1 not in lines or _fits(lines[at - 1], below, edge)}
    for at, line in lines.items():
        if line.returns and line.text not in free:
            lines[at] = line._replace(returns=False)


def _fits(above: Line, below: Line, edge: float) -> bool:
    return is_free(above, below._replace(returns=False), edge)


def _usual(blocks: Sequence[range]) -> Iterator[list[range]]:
    """The blocks of each height that many have, the most usual first: lines may be broken in more than half."""
    heights = Counter(map(len, blocks))
    for height, count in heights.most_common():
        near = sum(height - 1 <= len(block) <= height + MOST_BROKEN for block in blocks)
        if height <= _HIGHEST and count >= max(_FEWEST, _SOME * len(blocks)) and near >= _USUAL * len(blocks):
            yield [block for block in blocks if len(block) == height]


def _roles(usual: Sequence[Sequence[Line]], edge: float, *, broken: bool) -> Roles:
    """What the lines of the usual record are, one of them its title; nothing where their places do not tell, or where
    lines may have been broken, and nothing proves it."""
    places = list(zip(*usual, strict=True))
    whole = places[:1] + [below for above, below in pairwise(places) if not _are_broken(above, below, edge)]
    if len(whole) < len(places) and not broken:
        return ()
    places = whole
    told = [_role(lines) for lines in places]
    likely = [place for place, role in enumerate(told) if role is RowKind.ENTRY]
    if len(likely) > 1:
        again = [place for place in likely if _are_returning(places[place], _SOME_DIFFER)]
        told = [RowKind.VENUE if [place] == again else role for place, role in enumerate(told)]
        likely = [place for place in likely if [place] != again]
    if len(likely) > 1 and (title := _title_among([(place, places[place]) for place in likely])) is not None:
        told = [RowKind.PROSE if place in likely and place != title else role for place, role in enumerate(told)]
    roles = tuple(role for role in told if role)
    all_told = len(roles) == len(told) and sum(role is not RowKind.LINKS for role in roles) >= _LOWEST
    return roles if all_told and roles.count(RowKind.ENTRY) == 1 else ()


def _end_in_stops(usual: Sequence[Sequence[Line]], roles: Roles) -> bool:
    """Whether titles of the usual record end in stops, so that those without go on, and those with one do not."""
    titles = [lines[roles.index(RowKind.ENTRY)].text for lines in usual if len(lines) == len(roles)]
    return bool(titles) and sum(title.endswith(STOPS) for title in titles) >= _STOPPED * len(titles)


def _title_among(likely: Sequence[tuple[int, Sequence[Line]]]) -> int | None:
    """The place of the titles where the others hold remarks, some of which end as sentences do: the first one, for
    titles may end in stops, too. None if two places are as likely."""
    spoken = [_are_spoken(lines) for _, lines in likely]
    return likely[0][0] if spoken[0] or all(spoken[1:]) else None


def _are_broken(above: Sequence[Line], below: Sequence[Line], edge: float) -> bool:
    """Whether nearly all lines of a place follow full ones, so that they are what those could not hold."""
    free = sum(is_free(a, b, edge) for a, b in zip(above, below, strict=True))
    return free < _UNFORCED * len(above)


def _role(lines: Sequence[Line]) -> RowKind | None:
    """What the lines on one place of the usual records are; None if they have too little in common."""
    count = Counter(line.kind for line in lines)
    if sum(line.text.endswith(":") for line in lines) > len(lines) / 2:
        return None  # labels of what stands below
    people = sum(count[kind] for kind in _PEOPLE)
    named = sum(line.named or line.kind in _PEOPLE for line in lines)
    unlike = len({_without_date(line.text) for line in lines}) >= _UNLIKE * len(lines)
    if people >= _NAMED * len(lines) and named >= _LIKELY * len(lines) and unlike:
        return RowKind.AUTHORS
    if count[RowKind.DATE] >= _USUAL * len(lines):
        return RowKind.DATE
    if sum(count[kind] for kind in _PLACES) >= _ALIKE * len(lines) or _are_returning(lines):
        return RowKind.VENUE
    kind, most = count.most_common(1)[0]
    return kind if most >= _ALIKE * len(lines) and kind is not RowKind.NAMES else None


def _without_date(text: str) -> str:
    """The name of a place without when something appeared there: those of journals come back, dates hardly do."""
    tag = parse_tag(text)
    return tag.venue if tag and tag.venue else text


def _are_returning(lines: Sequence[Line], most: float = _RETURNING) -> bool:
    """Whether lines are short names, many of which come back, as those of journals do, whatever their year; at `most`
    so many differ."""
    if len({_without_date(line.text) for line in lines}) > most * len(lines):
        return False
    named = sum(_may_be_name(line.text) for line in lines)
    surely = sum(line.kind in _PLACES or parse_venue(line.text) is not None for line in lines)
    return named >= _LIKELY * len(lines) and surely >= _SURELY * len(lines)


def _may_be_name(text: str) -> bool:
    words = _STATE.sub("", text).split()
    return len(words) <= _VENUE_WORDS and capital_share(words) >= _CAPITALS and text[-1:] not in ":?!"


def _are_spoken(lines: Sequence[Line]) -> bool:
    """Whether nearly all lines begin and end as sentences do, and hardly any state a year, as citations do."""
    whole = sum(line.text.endswith(STOPS) and not line.text[:1].islower() for line in lines)
    dated = sum(find_year(line.text) is not None for line in lines)
    return whole >= _LIKELY * len(lines) and dated < _ALIKE * len(lines)
