"""Records below numbered lines that say where they appeared, as indexes of medicine print them: blocks in one order.

What stands between one such line and the next is one record. Its title is the same block in all of them, whatever it
looks like, and nothing else in a record is a paper. In: rows, their kinds and the positions of such lines. Out: the
places of the records. Pure; cost is linear.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.words import has_words
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.rowkinds.placed import Records, Role

_FEWEST = 3  # the numbered lines are telling by themselves
_COUNTED, _TITLED = 0.8, 0.85  # of the records count on, and have a title in its place
_APART = 2  # blank lines, at least, above what is told as a record by its number alone
_NOWHERE = sys.maxsize  # stand so many: what is left blank above records is left blank within them, too
_HIGHEST = 3  # blocks below the numbered line in which titles stand
_TITLE_WORDS = 2
_NUMBER = re.compile(r"\d+")
_TITLE_KINDS = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.PROSE})
_PEOPLE = frozenset({RowKind.AUTHORS, RowKind.NAMES})

Blocks = list[list[int]]  # the rest of the numbered line first, then what blank lines part


def find_sourced(
    rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object], sources: Collection[int]
) -> Records | None:
    """The places of the page's records below `sources`; None where these count no records."""
    numbered = [at for at in sorted(sources) if _number(rows[at]) is not None]
    steps = sum((_number(rows[b]) or 0) - (_number(rows[a]) or 0) == 1 for a, b in pairwise(numbered))
    if len(numbered) < _FEWEST or steps < _COUNTED * (len(numbered) - 1):
        return None
    apart = _usual([rows[at].gap for at in numbered[1:]])
    inner = _usual([rows[at + 1].gap for at in numbered if at + 1 < len(rows)] or [0])
    apart = apart if apart > inner else _NOWHERE
    heads = list(_heads(rows, set(numbered), max(_APART, apart)))
    records = list(_records(rows, heads, apart))
    above = _people_on_top(kinds, records)
    place = next((place for place in range(_HIGHEST + 1) if _titled(rows, kinds, records, place)), None)
    if place is None:
        return None
    found = _placed(rows, kinds, records, place)
    found.tell(Role.ABOVE, [*above, *(at for at in heads if at not in claimed)])
    return found


def _number(row: Row) -> int | None:
    """The number that a row is counted with."""
    number = _NUMBER.search(row.marker)
    return int(number[0]) if number else None


def _usual(gaps: Sequence[int]) -> int:
    return sorted(gaps)[len(gaps) // 2]


def _heads(rows: Sequence[Row], numbered: Collection[int], apart: int) -> Iterator[int]:
    """The numbered lines with those between them that count on, whatever they say: of a book, or of a page."""
    following = None
    for at, row in enumerate(rows):
        number = _number(row)
        if at in numbered or (number is not None and number == following and row.gap >= apart):
            yield at
            following = None if number is None else number + 1


def _records(rows: Sequence[Row], heads: list[int], apart: int) -> Iterator[Blocks]:
    """The blocks of each record. It ends where as many lines are left blank as above the next one: there stand
    headings, and what the page ends with."""
    longest = max(b - a for a, b in pairwise(heads))
    for head, end in pairwise([*heads, min(len(rows), heads[-1] + longest)]):
        blocks: Blocks = [[]]
        for at in range(head + 1, end):
            if rows[at].gap >= apart:
                break
            if rows[at].gap or rows[at].torn:  # "Epub 2019 Jun / 9.", the number lost to the row below
                blocks.append([])
            blocks[-1].append(at)
        yield blocks


def _people_on_top(kinds: Sequence[RowKind], records: Sequence[Blocks]) -> set[int]:
    """The people right below the numbered lines, above titles in most records; they are taken off those."""
    found = [
        blocks[0]
        for blocks in records
        if len(blocks[0]) > 1 and kinds[blocks[0][0]] in _PEOPLE and kinds[blocks[0][1]] is RowKind.ENTRY
    ]
    return {block.pop(0) for block in found} if len(found) >= _TITLED * len(records) else set()


def _titled(rows: Sequence[Row], kinds: Sequence[RowKind], records: Sequence[Blocks], place: int) -> bool:
    """Whether nearly all records have what looks like a title in one place."""
    firsts = [blocks[place][0] for blocks in records if place < len(blocks) and blocks[place]]
    likely = sum(_may_be_title(rows, kinds, at) for at in firsts)
    return likely >= _TITLED * len(records)


def _may_be_title(rows: Sequence[Row], kinds: Sequence[RowKind], at: int) -> bool:
    text = rows[at].text
    return kinds[at] in _TITLE_KINDS and has_words(text, _TITLE_WORDS) and not text.endswith(":")


def _placed(rows: Sequence[Row], kinds: Sequence[RowKind], records: Sequence[Blocks], place: int) -> Records:
    """All records, their titles in `place`: the whole block, or what stands above people where these mostly do."""
    found = Records()
    told = [blocks[place] for blocks in records if place < len(blocks) and blocks[place]]
    alone = sum(not any(kinds[at] in _PEOPLE for at in block[1:]) for block in told) * 2 > len(told)
    for blocks in records:
        block = blocks[place] if place < len(blocks) else []
        title = set(block if alone else [*block[:1], *takewhile(lambda at: kinds[at] is RowKind.ENTRY, block[1:])])
        found.tell(Role.REST, title)
        found.tell(Role.TITLE, block[:1])
        below = blocks[place + 1 : place + 2]
        people = {each[0] for each in below if each and kinds[each[0]] is RowKind.NAMES}
        found.tell(Role.PEOPLE, people)
        found.held |= people
        for at in (at for each in blocks for at in each if at not in title | people):
            found.tell(Role.ABSTRACT if kinds[at] is RowKind.PROSE else Role.FIELD, [at])
            found.held.add(at)
    return found
