"""People who stand one on a line below their title, in: one row of them all, out.

A comma stands behind each but the last ("Ana Roe," "Max Poe"), or where each works, in a cell of its own ("Roe,
Ana<TAB>Harbour Lab"). Lines that the comma does not tell, of the only author, stand in as far as the others. In: rows.
Out: rows, those of people joined and marked as credits. Pure; cost is linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING

from enrich.mentions.entries.names.credits import may_be_names
from enrich.mentions.shapes.names import is_single_name, split_authors
from enrich.mentions.shapes.tags import Tag, parse_venue
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import capital_share

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer are chance; of names some have odd shapes; many work where others do; and titles are longer.
_FEWEST, _NAMED, _SHARED, _TITLED, _CAPITALS = 4, 0.6, 0.3, 0.8, 0.5
_NAME_WORDS, _TITLE_WORDS = 6, 3
_COMMAS = (",", ";", ", and", " and", " &")


def join_persons(rows: list[Row]) -> list[Row]:
    """The rows with those of people joined, a row for each title, where a page names them one on a line."""
    runs = _placed(rows) if any("\t" in row.text for row in rows) else []
    runs = runs or (_listed(rows) if sum(row.text.endswith(_COMMAS) for row in rows) >= _FEWEST else [])
    rests: set[int] = set()
    for run in runs:
        first = rows[run[0]]
        apart = ";" if "," in _person(first.text).rstrip(",") else ","
        if len(run) == 1:
            _settle_lone(first)
        for at in run:
            rows[at].text = _person(rows[at].text)
        for at in run[1:]:
            first.text = _without_comma(first.text)
            first.append(rows[at], f"{apart} ")
        first.credit = True
        rests.update(run[1:])
    return [row for at, row in enumerate(rows) if at not in rests]


def _settle_lone(row: Row) -> None:
    """Writes the only author with the given name in front, and keeps a second cell that is named as journals are."""
    person, tab, place = row.text.partition("\t")
    family, _, given = person.strip().partition(", ")
    if tab and given:
        row.text = f"{given} {family}\t{place}"
    if place and (names_publication(place) or parse_venue(place)):
        row.tag = Tag(place.strip())


def _person(text: str) -> str:
    """The person of a line, without where they work."""
    return text.partition("\t")[0].strip()


def _without_comma(text: str) -> str:
    """The text without the comma, or what is written for it, that leads to the next person."""
    text = text.rstrip(",; ")
    return next((text.removesuffix(word) for word in _COMMAS if len(word) > 1 and text.endswith(word)), text)


def _placed(rows: Sequence[Row]) -> list[range]:
    """Runs of people with the places where they work, many of which come again; titles stand above most."""
    named = [_works(row) for row in rows]
    runs = [run for run in _runs(named) if _stands_below_title(rows, run)]
    places = Counter(rows[at].text.partition("\t")[2] for run in runs for at in run)
    shared = sum(count for count in places.values() if count > 1)
    told = len(runs) >= max(2 * _FEWEST, _TITLED * sum(1 for _ in _runs(named)))
    if not told or shared < _SHARED * places.total():
        return []
    named = [known or _may_work(row, places) for known, row in zip(named, rows, strict=True)]
    return [run for run in _runs(named) if _stands_below_title(rows, run)]


def _may_work(row: Row, places: Container[str]) -> bool:
    """Whether a row may be a person, however odd the name, who works where others do."""
    person, _, place = row.text.partition("\t")
    return place in places and not row.marker and len(person.split()) <= _NAME_WORDS and may_be_names(person)


def _works(row: Row) -> bool:
    """Whether a row is a person and, in a second cell, something in capitals."""
    person, tab, place = row.text.partition("\t")
    if not tab or row.marker or "\t" in place or capital_share(place.split()) < _CAPITALS:
        return False
    family, _, given = person.partition(", ")
    return is_single_name(f"{given} {family}" if given else person)


def _runs(told: Sequence[bool]) -> Iterator[range]:
    """The ranges of rows that are told, as long as they go."""
    start = 0
    for at in range(len(told) + 1):
        if at == len(told) or not told[at]:
            if start < at:
                yield range(start, at)
            start = at + 1


def _listed(rows: Sequence[Row]) -> list[range]:
    """Runs of names with a comma behind each but the last, and single names that stand in as far."""
    runs, at = [], 1
    while at < len(rows):
        end = at
        while end + 1 < len(rows) and _leads_on(rows[end], rows[end + 1]):
            end += 1
        if end > at and _stands_below_title(rows, range(at, end + 1)):
            runs.append(range(at, end + 1))
        at = end + 1
    named = sum(all(is_single_name(rows[at].text) for at in run) for run in runs)
    if named < max(_FEWEST, _NAMED * len(runs)):
        return []
    depths = Counter(rows[run[0]].indent for run in runs)
    ((depth, _),) = depths.most_common(1)
    taken = {at for run in runs for at in run}
    alone = (at for at in range(1, len(rows)) if depth and rows[at].indent == depth and at not in taken)
    return runs + [
        range(at, at + 1)
        for at in alone
        if is_single_name(rows[at].text) and _stands_below_title(rows, range(at, at + 1)) and not rows[at].marker
    ]


def _leads_on(row: Row, below: Row) -> bool:
    """Whether a row is a name with a comma behind it, and the next one may be a name, too."""
    near = not (below.gap or row.marker or below.marker) and row.indent == below.indent
    names = (row.text.rstrip(",; "), below.text.rstrip(",; "))
    return (
        near
        and row.text.endswith(_COMMAS)
        and all(
            len(name.split()) <= _NAME_WORDS and len(split_authors(name)) == 1 and may_be_names(name) for name in names
        )
    )


def _stands_below_title(rows: Sequence[Row], run: range) -> bool:
    """Whether a row that may be a title stands right above."""
    above = rows[run[0] - 1] if run[0] else None
    return (
        above is not None
        and not rows[run[0]].gap
        and "\t" not in above.text
        and bool(len(above.text.split()) >= _TITLE_WORDS or above.gap)
    )
