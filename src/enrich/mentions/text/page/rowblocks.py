"""Records whose lines are told by their places in them: titles, what stands above and below them.

In: rows and their kinds. Out: the kinds, those of such rows set in place; and which rows are titles. Pure.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from enrich.mentions.entries.details import RowKind
from enrich.mentions.text.lines.blocks import lay_out
from enrich.mentions.text.lines.laying import LOOSE, Record, Roles
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.page.placed import Records, Role

_FIELDS = frozenset({RowKind.LABELLED, RowKind.LINKS})


def settle_blocks(rows: Sequence[Row], kinds: list[RowKind], claimed: Container[int]) -> Records:
    """The records of a page of blocks; nothing where it is no such page."""
    found, records = Records(), lay_out(rows, kinds, claimed)
    if records and _belong_above(kinds, [at for at in range(len(rows)) if at not in claimed], records[0].roles):
        return found
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
