"""Records whose lines are told by their places in them: titles, what stands above and below them.

In: rows and their kinds. Out: the kinds, those of such rows set in place; and which rows are titles. Pure.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Container, Sequence
from itertools import pairwise

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.words import has_letters, has_words
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.rowkinds.beginnings import is_odd, states_all
from enrich.mentions.text.rowkinds.placed import Records, Role
from enrich.mentions.text.wrapped.blocks import lay_out
from enrich.mentions.text.wrapped.laying import LOOSE, Record, Roles

_FIELDS = frozenset({RowKind.LABELLED, RowKind.LINKS})
# By judgement: fewer records may follow one another by chance, and lists have headings within. What looks like a record
# in the head of a page, there may be two of.
_FEWEST, _APART, _MOST_FIRST, _HEAD_WORDS = 8, 0.02, 2, 4


def settle_blocks(
    rows: Sequence[Row], kinds: list[RowKind], claimed: Collection[int], headings: Collection[int] = ()
) -> Records:
    """The records of a page of blocks; nothing where it is no such page. `headings` may stand right above titles."""
    found, records = Records(), lay_out(rows, kinds, {*claimed, *headings})
    if records and _belong_above(kinds, [at for at in range(len(rows)) if at not in claimed], records[0].roles):
        return found
    if records and _is_foot(kinds, records):
        records.pop()
    records = _tell_asides(rows, records, claimed, found)
    for record in records:
        _settle(kinds, record, found)
    return found


def _belong_above(kinds: Sequence[RowKind], places: Sequence[int], roles: Roles) -> bool:
    """Whether the fields in front of titles are those of the titles above, from which a blank line parts them: where
    sections begin and end tells it. `places` are the rows that are told by nothing else."""
    if roles[-1] is not RowKind.ENTRY or not _FIELDS.issuperset(roles[:-1]):
        return False
    pairs = list(pairwise(kinds[at] for at in places))
    firsts = [below for above, below in pairs if above is RowKind.HEADING]
    lasts = [*(above for above, below in pairs if below is RowKind.HEADING), kinds[places[-1]]]
    titled = firsts.count(RowKind.ENTRY) + sum(map(lasts.count, _FIELDS))
    return titled > lasts.count(RowKind.ENTRY) + sum(map(firsts.count, _FIELDS))


def _is_foot(kinds: Sequence[RowKind], records: Sequence[Record]) -> bool:
    """Whether the last record lacks a line that hardly any lacks, and no line of it shows by itself what it is."""
    lacks = [len(record.lines) < len(record.roles) for record in reversed(records)]
    return is_odd(lacks) and all(kinds[line.at] is RowKind.ENTRY for line in records[-1].lines)


def _tell_asides(rows: Sequence[Row], records: list[Record], claimed: Container[int], found: Records) -> list[Record]:
    """The records without what looks like some in the head of a page, where all others follow one another: that, and
    the foot of the page, are beside them."""
    told = {at for record in records for at in record.block}
    left = [at for at in range(len(rows)) if at not in claimed and at not in told and has_letters(rows[at].text)]
    apart = {n for n, (a, b) in enumerate(pairwise(records), start=1) if _any_within(left, a.block[-1], b.block[0])}
    first = max((n for n in apart if n <= _MOST_FIRST), default=0)
    if len(records) < _FEWEST or len(apart) - (first > 0) > _APART * len(records):
        return records
    head = _buttons(rows, range(records[first].block[0]), claimed)
    foot = _buttons(rows, range(records[-1].block[-1] + 1, len(rows)), claimed)
    found.tell(Role.ASIDE, [*head, *foot])
    return records[first:] if head else records


def _buttons(rows: Sequence[Row], places: range, claimed: Container[int]) -> list[int]:
    """The rows among some places if most are as short as names of buttons, and none is an item by itself."""
    aside = [at for at in places if at not in claimed and has_letters(rows[at].text)]
    short = sum(not has_words(rows[at].text, _HEAD_WORDS) for at in aside)
    return aside if 2 * short >= len(aside) and not any(states_all(rows[at].text) for at in aside) else []


def _any_within(places: Sequence[int], above: int, below: int) -> bool:
    """Whether any of sorted places is behind one and in front of the other."""
    at = bisect(places, above)
    return at < len(places) and places[at] < below


def _settle(kinds: list[RowKind], record: Record, found: Records) -> None:
    """Set the kinds of a record's lines, and note its title, what stands above that, and what is beside it."""
    places = {line.at: line for line in record.lines}
    title = record.roles.index(RowKind.ENTRY)
    for at in record.block:
        if at not in places:
            found.held.add(at)
        elif places[at].place == title:
            found.tell(Role.TITLE if places[at].first else Role.REST, [at])
            kinds[at] = RowKind.ENTRY
        elif kinds[at] in LOOSE and record.roles[places[at].place] is RowKind.PROSE:
            found.held.add(at)
        elif kinds[at] in LOOSE:
            kinds[at] = record.roles[places[at].place]
    found.tell(Role.ABOVE, range(record.block[0], next(line.at for line in record.lines if line.place == title)))
