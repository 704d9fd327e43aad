"""What belongs to records of known titles, though it looks like items: citations of themselves, rests of abstracts, and
where people are from; and records beside them that have no abstract.

In: rows, their kinds, and the places of titles and abstracts. Out: the same places with more of them told, and kinds
set in place. Pure but for that; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import chain, islice, pairwise, takewhile
from operator import itemgetter

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.tags import find_year
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import has_letters, letters_of
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.rowkinds.beginnings import count_of, opening_of, shape_of, states_all
from enrich.mentions.text.rowkinds.placed import Group, Records, Role

# Of the records: a field begins alike in so many, so few abstracts hold a list, and so many name places in turns with
# people. By judgement.
_FEWEST_RETURNING, _RETURNING, _USUAL, _LISTED, _EMPLOYED = 4, 0.2, 0.5, 0.3, 0.2
_NEARLY_ALL = 0.8  # of the titles have facts between a number and them
_LONGEST_HEAD = 6  # lines below a title, or above it
_NEAR = 1  # blank line; what stands below more is of the record only in front of the end of its abstract
_PEOPLE = frozenset({RowKind.AUTHORS, RowKind.NAMES})
_SAID = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.PROSE})
_DIGIT, _BRACKET = re.compile(r"\d"), re.compile(r"[(\[]([^()\[\]]+)[)\]]")


def settle_rests(rows: Sequence[Row], kinds: list[RowKind], claimed: Container[int], records: Records) -> None:
    """Tells in `records` what stands below their titles, and in `kinds` which lines are places of people."""
    for title in _labelled(rows, kinds, claimed, records):
        records.tell(Role.TITLE, [title])
        records.tell(Role.FIELD, [title + 1])
    for title, people in _bare(rows, kinds, claimed, records):
        records.tell(Role.TITLE, [title])
        records.tell(Role.PEOPLE, [people])
    titles = sorted(records.of(Role.TITLE))
    _settle_above(rows, kinds, claimed, records, titles)
    spans = [[at for at in range(a + 1, b) if at not in claimed] for a, b in pairwise([*titles, len(rows)])]
    fields = _recurring(rows, claimed, spans)
    fields.update(*(_citations(rows, kinds, title, span) for title, span in zip(titles, spans, strict=True)))
    rests = _rests(rows, kinds, spans, records)
    records.tell(Role.FIELD, fields - records.of(Role.TITLE, Role.REST, Role.ABSTRACT, Role.ABOVE))
    records.tell(Role.ABSTRACT, rests)
    records.held |= rests
    for title, span in zip(titles, spans, strict=True):
        records.held |= _held(rows, claimed, title, span, records)
    records.tell(Role.PEOPLE, _people(rows, kinds, spans, records))
    for at in _workplaces(rows, kinds, spans):
        kinds[at] = RowKind.LABELLED


def _settle_above(
    rows: Sequence[Row], kinds: list[RowKind], claimed: Container[int], records: Records, titles: Sequence[int]
) -> None:
    """Tells that what stands above titles in their blocks is of their records, where nearly all have such: below a
    number alone, or with a row that ends in one word and a number, "2015/01<TAB>cited: 235"; or what leads them in."""
    heads = [_head_above(rows, claimed, title) for title in titles]
    numbered = sum(head.start - 1 in claimed for head in heads if head)
    ends = Counter(chain.from_iterable({count_of(rows[at].text) for at in head} - {""} for head in heads))
    told = max(numbered, *ends.values(), 0) >= _NEARLY_ALL * len(titles)
    above = {at for head in heads for at in head} if told else _leading(rows, kinds, claimed, records, titles)
    above = {at for at in above if at not in claimed} - records.of(Role.TITLE, Role.REST, Role.ABSTRACT)
    records.tell(Role.ABOVE, above)
    for at in above:
        kinds[at] = RowKind.LABELLED if kinds[at] in _SAID | {RowKind.DATE} else kinds[at]


def _leading(
    rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Container[int], records: Records, titles: Sequence[int]
) -> set[int]:
    """The rows that come again between abstracts and titles, one above the first title, too, and none below the last
    abstract: facts of the records below them, where links are among them. A week and its year do not tell."""
    abstracts = records.of(Role.ABSTRACT)
    spans = [
        takewhile(lambda at: at not in abstracts, range(title - 1, max(title - _LONGEST_HEAD, 0) - 1, -1))
        for title in titles
    ]
    shapes = [{at: shape_of(rows[at].text) for at in span if at not in claimed} for span in spans]
    last = max(abstracts | {titles[-1]}) + 1
    behind = {shape_of(row.text) for row in rows[last : last + _LONGEST_HEAD]}
    counts = Counter(chain.from_iterable(set(span.values()) for span in shapes))
    leading = set(shapes[0].values()) - behind
    leading = {shape for shape in leading if counts[shape] >= max(_FEWEST_RETURNING, _NEARLY_ALL * len(titles))}
    found = {at for span in shapes for at, shape in span.items() if shape in leading}
    return found if any(kinds[at] is RowKind.LINKS or _holds_link(rows[at].text) for at in found) else set()


def _holds_link(text: str) -> bool:
    """Whether the words of a link stand in brackets: "2021/1234 (PDF)  Last updated: 2021-05-02"."""
    return any(map(is_anchor, _BRACKET.findall(text)))


def _head_above(rows: Sequence[Row], claimed: Container[int], title: int) -> range:
    """The rows of a title's block above it, but for a number alone; none where the block is a long one."""
    for at in range(title, max(title - _LONGEST_HEAD, 0), -1):
        numbered = at - 1 in claimed and rows[at - 1].gap and not has_letters(rows[at - 1].text)
        if rows[at].gap or numbered:
            return range(at, title)
    return range(0)


def _labelled(rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Container[int], records: Records) -> list[int]:
    """Titles without an abstract: lines that may be one right above the label that stands below nearly all titles."""
    titles = records.of(Role.TITLE)
    parts = {at: row.text.partition(": ") for at, row in enumerate(rows) if kinds[at] is RowKind.LABELLED}
    labels = {at: label.casefold() for at, (label, colon, _) in parts.items() if colon}
    below = Counter(labels.get(at + 1, "") for at in titles)
    label, count = max(below.items(), key=itemgetter(1), default=("", 0))
    if not label or count < max(_FEWEST_RETURNING, _NEARLY_ALL * len(titles)):
        return []
    above = [at - 1 for at in labels if at and labels[at] == label and not rows[at].gap]
    taken = titles | records.of(Role.REST, Role.ABSTRACT)
    return [at for at in above if at not in taken and at not in claimed and kinds[at] is RowKind.ENTRY]


def _bare(
    rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Container[int], records: Records
) -> list[tuple[int, int]]:
    """Titles without an abstract, and the people below each: blocks that no other begins like but those of titles, and
    most of these do."""
    abstracts, titles = records.of(Role.ABSTRACT), records.of(Role.TITLE)

    def head(at: int) -> tuple[RowKind, ...]:
        below = takewhile(lambda n: not (rows[n].gap or n in claimed or n in abstracts), range(at + 1, len(rows)))
        return tuple(kinds[n] for n in islice(below, _LONGEST_HEAD))

    heads = Counter(map(head, titles))
    ((usual, count),) = heads.most_common(1)
    if count < max(_FEWEST_RETURNING, _USUAL * len(titles)) or len(usual) < 2 or usual[0] not in _PEOPLE:
        return []  # people alone stand below headings of sessions as well
    tops = (at for at in range(len(rows) - 1) if rows[at].gap and at not in claimed and at not in titles)
    return [(at, at + 1) for at in tops if kinds[at] is RowKind.ENTRY and head(at) == usual]


def _recurring(rows: Sequence[Row], claimed: Container[int], spans: Sequence[Group]) -> set[int]:
    """The rows that begin as one below most titles does: "Cite as" is a field wherever it stands."""
    openings = {at: opening_of(row.text) for at, row in enumerate(rows) if at not in claimed}
    counts = Counter(chain.from_iterable({openings[at] for at in span} for span in spans))
    usual = {text for text, count in counts.items() if count >= max(_FEWEST_RETURNING, _USUAL * len(spans))}
    return {at for at, opening in openings.items() if opening in usual}


def _citations(rows: Sequence[Row], kinds: Sequence[RowKind], title: int, span: Group) -> set[int]:
    """The rows that say how to cite the record: its title once more, with a year. A second part of a paper, or a reply
    to it, has people of its own below."""
    letters = letters_of(rows[title].text)
    found = {at for at in span if find_year(rows[at].text) and letters in letters_of(rows[at].text)}  # years are few
    return {at for at in found if at + 1 == len(rows) or kinds[at + 1] not in _PEOPLE or rows[at + 1].gap}


def _rests(rows: Sequence[Row], kinds: Sequence[RowKind], spans: Sequence[Group], records: Records) -> set[int]:
    """Lists, and sentences behind them, that stand right below abstracts, where few have any: other lines there are
    fields, which begin alike in several records."""
    counts = Counter(opening_of(rows[at].text) for span in spans for at in span)
    least = max(_FEWEST_RETURNING, _RETURNING * len(spans))

    def goes_on(at: int) -> bool:
        return not rows[at].gap and kinds[at] in _SAID and counts[opening_of(rows[at].text)] < least

    found = []
    for span in spans:
        last = next((n for n in reversed(range(len(span))) if records.roles.get(span[n]) is Role.ABSTRACT), None)
        below = [] if last is None else span[last + 1 :]
        rests = list(takewhile(goes_on, below))
        listed = any(rows[at].marker for at in (span[last or 0], *rests)) if rests else False
        found += [set(rests)] if listed and len(rests) < len(below) else []  # not up to the next title
    return set().union(*found) if len(found) <= _LISTED * len(spans) else set()


def _held(rows: Sequence[Row], claimed: Container[int], title: int, span: Group, records: Records) -> set[int]:
    """What holds a record together: rows between its title and its abstract that something else has claimed, or that
    stand further below than others may."""
    last = max((at for at in span if records.roles.get(at) is Role.ABSTRACT), default=title)
    own = (at for at in span if at <= last and records.roles.get(at) in (Role.FIELD, Role.ABSTRACT))
    return {at for at in range(title + 1, last) if at in claimed} | {at for at in own if rows[at].gap > _NEAR}


def _people(rows: Sequence[Row], kinds: Sequence[RowKind], spans: Sequence[Group], records: Records) -> set[int]:
    """What may be names right below titles, where most titles have such a line: another title there is one of few. So
    are names with where and when the paper appeared."""
    rests = records.of(Role.REST)
    below = [at for span in spans if (at := next((at for at in span if at not in rests), None)) is not None]
    found = {at for at in below if kinds[at] in _PEOPLE}
    stated = (at for at in below if kinds[at] is RowKind.ENTRY and not rows[at].gap and states_all(rows[at].text))
    return found.union(stated) if len(found) >= _USUAL * len(spans) else set()


def _workplaces(rows: Sequence[Row], kinds: Sequence[RowKind], spans: Sequence[Group]) -> set[int]:
    """Where people are from, "Harbour Lab, Kiel, Germany", which looks like a venue: places stand in turns with people,
    line by line, in several records."""
    found = {at for span in spans for at in span if _is_below_people(rows, kinds, at)}
    several = sum(any(at in found and at + 2 in found and not rows[at + 1].gap for at in span) for span in spans)
    told = several >= max(_FEWEST_RETURNING, _EMPLOYED * len(spans))
    return {at for at in found if not names_publication(rows[at].text)} if told else set()


def _is_below_people(rows: Sequence[Row], kinds: Sequence[RowKind], at: int) -> bool:
    below = kinds[at] is RowKind.VENUE and kinds[at - 1] in _PEOPLE and not rows[at].gap
    return below and not _DIGIT.search(rows[at].text)
