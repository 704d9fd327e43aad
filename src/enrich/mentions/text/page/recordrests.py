"""What belongs to records of known titles, though it looks like items: citations of themselves, rests of abstracts, and
where people are from.

In: rows, their kinds, and the places of titles and abstracts. Out: the same places with more of them told, and kinds
set in place. Pure but for that; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import chain, pairwise, takewhile

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.words import letters_of
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.page.beginnings import opening_of
from enrich.mentions.text.page.placed import Group, Records

# Of the records: a field begins alike in so many, so few abstracts hold a list, and so many name places in turns with
# people. By judgement.
_FEWEST_RETURNING, _RETURNING, _USUAL, _LISTED, _PLACED = 4, 0.2, 0.5, 0.3, 0.2
_FEWEST_PLACES = 2
_NEAR = 1  # blank line; below more, only what stands between a title and the end of its abstract is of the record
_PEOPLE = frozenset({RowKind.AUTHORS, RowKind.NAMES})
_SAID = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.PROSE})
_DIGIT = re.compile(r"\d")


def settle_rests(rows: Sequence[Row], kinds: list[RowKind], claimed: Container[int], records: Records) -> None:
    """Tells in `records` what stands below their titles, and in `kinds` which lines are places of people."""
    ends = [*sorted(records.titles), len(rows)]
    spans = [[at for at in range(title + 1, end) if at not in claimed] for title, end in pairwise(ends)]
    records.fields |= _recurring(rows, claimed, spans) - records.titles - records.rests - records.abstracts
    cited = set(chain.from_iterable(_citations(rows, title, span) for title, span in zip(ends, spans, strict=False)))
    records.fields |= cited
    records.asides -= cited
    rests = _rests(rows, kinds, spans, records)
    records.abstracts |= rests
    records.notes |= rests
    records.fields -= rests
    records.asides -= rests
    for title, span in zip(ends, spans, strict=False):
        last = max(records.abstracts.intersection(span), default=0)
        records.notes.update(at for at in range(title + 1, last) if at in claimed)
        told = (at for at in span if at <= last and (at in records.fields or at in records.abstracts))
        records.notes.update(at for at in told if rows[at].gap > _NEAR)
    people = {span[0] for span in spans if span and kinds[span[0]] in _PEOPLE and span[0] not in records.rests}
    if len(people) >= _USUAL * len(spans):  # a title with such a line below would be one of few
        records.people |= people
    for at in _places(rows, kinds, spans):
        kinds[at] = RowKind.LABELLED


def _recurring(rows: Sequence[Row], claimed: Container[int], spans: Sequence[Group]) -> set[int]:
    """The rows that begin as one below most titles does: "Cite as" is a field wherever it stands."""
    openings = {at: opening_of(row.text) for at, row in enumerate(rows) if at not in claimed}
    counts = Counter(chain.from_iterable({openings[at] for at in span} for span in spans))
    usual = {text for text, count in counts.items() if count >= max(_FEWEST_RETURNING, _USUAL * len(spans))}
    return {at for at, opening in openings.items() if opening in usual}


def _citations(rows: Sequence[Row], title: int, span: Group) -> set[int]:
    """The rows that say how to cite the record: each holds its title once more. A name of one word is held by many."""
    letters = letters_of(rows[title].text)
    return {at for at in span if letters in letters_of(rows[at].text)} if " " in rows[title].text else set()


def _rests(rows: Sequence[Row], kinds: Sequence[RowKind], spans: Sequence[Group], records: Records) -> set[int]:
    """Lists, and sentences behind them, that stand right below abstracts, where few have any: other lines there are
    fields, which begin alike in several records."""
    counts = Counter(opening_of(rows[at].text) for span in spans for at in span)
    least = max(_FEWEST_RETURNING, _RETURNING * len(spans))

    def goes_on(at: int) -> bool:
        return not rows[at].gap and kinds[at] in _SAID and counts[opening_of(rows[at].text)] < least

    found = []
    for span in spans:
        last = next((n for n in reversed(range(len(span))) if span[n] in records.abstracts), None)
        below = [] if last is None else span[last + 1 :]
        rests = list(takewhile(goes_on, below))
        listed = any(rows[at].marker for at in (span[last or 0], *rests)) if rests else False
        found += [set(rests)] if listed and len(rests) < len(below) else []  # not up to the next title
    return set().union(*found) if len(found) <= _LISTED * len(spans) else set()


def _places(rows: Sequence[Row], kinds: Sequence[RowKind], spans: Sequence[Group]) -> set[int]:
    """Where people are from, "Harbour Lab, Kiel, Germany", which looks like a venue: places stand in turns with people
    in several records, as the venue of a paper does not."""
    found = [[at for at in span if _is_below_people(rows, kinds, at)] for span in spans]
    several = sum(len(places) >= _FEWEST_PLACES for places in found)
    return set().union(*found) if several >= _PLACED * len(spans) else set()


def _is_below_people(rows: Sequence[Row], kinds: Sequence[RowKind], at: int) -> bool:
    below = kinds[at] is RowKind.VENUE and kinds[at - 1] in _PEOPLE and not rows[at].gap
    return below and not _DIGIT.search(rows[at].text)
