"""The records of a page of titles with abstracts, told by what nearly all of them have in common.

Between two abstracts stand the facts of one record, the title of the next and its facts; where records are numbered,
the numbers part them. In: rows and their kinds. Out: which rows are titles, which are fields of records, which stand
beside them. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise, takewhile

from enrich.mentions.entries.details import RowKind
from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style
from enrich.mentions.shapes.anchors import Habits, strip_anchors
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.shapes.words import has_letters, has_words, without_numbers
from enrich.mentions.text.abstracts.heads import RecordHeads
from enrich.mentions.text.abstracts.rests import settle_rests
from enrich.mentions.text.abstracts.roles import tell_records
from enrich.mentions.text.abstracts.summaries import find_abstracts
from enrich.mentions.text.abstracts.toldtitles import find_told, tops_of
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.rowkinds.beginnings import count_of, shape_of
from enrich.mentions.text.rowkinds.placed import Group, Records, Role, among

_FEWEST = 8  # records; fewer have nothing in common that could not be chance
_FEWEST_PRINTED = 4  # pages with the same head
_SAMPLE = 300  # more paragraphs say nothing new of whether they are items
_USUAL, _NEARLY_ALL = 0.5, 0.8  # of the records
_OFTEN, _LONGEST_HEAD = 0.2, 6  # of the records have the same below their titles; lines of a head
_SEVERAL = 2  # titles between two remarks on average
_LISTED, _TITLE_WORDS = 6, 4  # so many lines between two abstracts on average are no head; words of titles
_CODE = re.compile(r"[A-Z][A-Za-z]{0,3}(?:(?:[-–./][A-Z]{0,2})?\d{1,4}){1,3}")  # "O-12", "P2.07", on a line of its own
# When and where a talk is, behind its code: "AB 2.7 Mon 10:45 Hall C". What is on lines of their own below has no more
# words than this, and no more lines.
_TALK = re.compile(r"[A-Z]{1,4} ?\d{1,3}\.\d{1,3}(?:$| (?:\S+ ){0,3}\d{1,2}:\d\d\b.{0,24})")
_PLACE_WORDS, _PLACE_LINES = 3, 3
_STOPS = ".:)"  # behind a code in front of a title
_CITED = Style(authors_first=True, comma=True)


def find_records(rows: Sequence[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> Records:
    """The places of a page's records; nothing where most records have no abstract. Sets kinds that only those tell."""
    records = _records(rows, kinds, claimed)
    if records.roles:
        settle_rests(rows, kinds, claimed, records)
    return records


def _records(rows: Sequence[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> Records:
    abstracts = find_abstracts(rows, kinds, claimed)
    groups, end = _groups(rows, kinds, claimed, abstracts)
    if printed := _page_heads(rows, groups):
        abstracts = abstracts | printed
        groups, end = _groups(rows, kinds, claimed, abstracts)
    if len(groups) < _FEWEST or _are_listed(rows, kinds, groups):
        return Records()
    if titled := find_told(rows, [*groups, end] if end else groups):
        last = _last_told(rows, end, titled)
        groups, end = ([*groups, last], end[len(last) :]) if last else (groups, end)
        return _told(rows, kinds, claimed, groups, titled, end, abstracts)
    heads = RecordHeads(rows, kinds, groups, claimed)
    tops = _numbered(rows, claimed, len(groups))
    numbered = {at + 1 for at in tops} if _are_counts(rows, tops) else tops
    if numbered and _below_front(heads, tops).stand_below(numbered):
        keynotes = (at for at in chain.from_iterable(groups[1:]) if not rows[at].marker)  # they have no number
        starts = {*tops, *filter(heads.heads_people, keynotes)}
        heads = RecordHeads(rows, kinds, _parted(groups, starts, wholly=True), claimed, numbered)
    elif opening := _opening(rows, kinds, groups):
        heads = RecordHeads(rows, kinds, _parted(groups, opening), claimed)
    place = heads.place_of_titles()
    records = tell_records(heads, place, end, abstracts) if place else Records()
    first = min(records.of(Role.TITLE), default=0)
    # Above all records may stand a list, but none above the first of those that are numbered.
    others = heads.groups if heads.numbered else heads.groups[1:]
    above = (at for group in others for at in group if at < first and (heads.numbered or group[-1] < first))
    above = (at for at in above if at not in records.roles)
    records.tell(Role.ASIDE, above)
    for at in abstracts:
        beside = records.roles.get(at) is Role.ASIDE and kinds[at] is RowKind.ENTRY
        kinds[at] = RowKind.PROSE if beside else kinds[at]
    return records


def _below_front(heads: RecordHeads, tops: set[int]) -> RecordHeads:
    """The heads without what stands wholly above the first number: the front matter of a book, which weighs where
    records are few. All of them where every number stands below the last abstract."""
    groups = [group for group in heads.groups if group[-1] >= min(tops)]
    return RecordHeads(heads.rows, heads.kinds, groups, heads.claimed) if groups else heads


def _page_heads(rows: Sequence[Row], groups: list[Group]) -> set[int]:
    """The rows of groups that are but lines that come again whatever their digits, where few are: heads and feet of
    printed pages, which stand in the midst of abstracts and begin no records."""
    shapes = {at: shape_of(rows[at].text) for group in groups for at in group}
    again = Counter(shapes.values())
    found = [group for group in groups if all(again[shapes[at]] >= _FEWEST_PRINTED for at in group)]
    return set(chain.from_iterable(found if len(found) < _USUAL * len(groups) else ()))


def _are_listed(rows: Sequence[Row], kinds: Sequence[RowKind], groups: list[Group]) -> bool:
    """Whether most paragraphs between abstracts, or nearly all lines there, are items that name their authors
    themselves, and where they appeared: what looks like abstracts are remarks below them, or such items. Whether most
    of many lines are titles with their years, or titles with links behind them, several for each: what looks like
    abstracts are remarks on the lists below them, or on some of the titles."""
    lines = [at for group in groups for at in group]
    if len(lines) >= _LISTED * len(groups) and _are_dated([rows[at].text for at in lines if not rows[at].gap]):
        return True
    if _head_blocks(rows, groups):
        return False
    if sum(kinds[at] is RowKind.ENTRY and _is_linked(rows[at].text) for at in lines) >= _SEVERAL * len(groups):
        return True
    paragraphs = [at for at in lines if rows[at].gap and (at + 1 == len(rows) or rows[at + 1].gap)]
    return any(
        _are_citations([rows[at].text for at in places if kinds[at] is RowKind.ENTRY], len(groups), share, style)
        for places, share, style in ((paragraphs, _USUAL, Style()), (lines, _NEARLY_ALL, _CITED))
    )


def _is_linked(text: str) -> bool:
    """Whether a line is words with those of links in brackets behind them: "A Title [paper] [code]"."""
    words, linked = strip_anchors(text, Habits()) if text.endswith("]") else (text, False)
    return linked and has_words(words, _TITLE_WORDS)


def _are_dated(texts: Sequence[str]) -> bool:
    sample = [read_entry(text, Style()) for text in sampled(texts, _SAMPLE)]
    dated = sum(entry.year is not None and has_words(entry.title, _TITLE_WORDS) for entry in sample)
    return dated > _USUAL * len(sample)


def _head_blocks(rows: Sequence[Row], groups: list[Group]) -> bool:
    """Whether what stands right above nearly all abstracts, in their blocks, opens these."""
    above = [group[-1] for group in groups if group[-1] + 1 < len(rows)]
    return sum(rows[at].gap > 0 and not rows[at + 1].gap for at in above) >= _NEARLY_ALL * len(groups)


def _are_citations(likely: Sequence[str], fewest: int, share: float, style: Style) -> bool:
    """Whether a `share` of texts name their authors and state where they appeared, and of `fewest` if that is more."""
    if len(likely) < share * fewest:
        return False
    sample = sampled(likely, _SAMPLE)
    stated = len(sample)
    for text in sample:
        entry = read_entry(text, style)
        stated -= not (entry.authors and (entry.year or entry.venue))
        if stated / len(sample) * len(likely) < share * max(len(likely), fewest):
            return False  # whatever the rest of them state
    return True


def _groups(
    rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object], abstracts: set[int]
) -> tuple[list[Group], Group]:
    """The rows in front of each abstract, and those behind the last."""
    groups: list[Group] = []
    group: Group = []
    for at in range(len(rows)):
        if at in abstracts:
            groups += [group] if group else []
            group = []
        elif at not in claimed and (group or rows[at].gap or kinds[at] is not RowKind.PROSE):
            group.append(at)
    return groups, group


def _numbered(rows: Sequence[Row], claimed: Mapping[int, object], records: int) -> set[int]:
    """The rows right below a number or a code of their own, or behind one, where nearly all records of the page begin
    with one."""
    pairs = [(at, row, following) for at, (row, following) in enumerate(pairwise(rows)) if at + 1 not in claimed]
    numbers = {
        at + 1
        for at, row, following in pairs
        if at in claimed and row.gap and not following.gap and not has_letters(row.text)
    }
    codes = {at + 1 for at, row, _ in pairs if _CODE.fullmatch(row.text)}
    talks = {_below_place(rows, at + 1) for at, row, _ in pairs if row.gap and _TALK.fullmatch(row.text)}
    found = (numbers, codes, talks, *_counted(rows, claimed))
    return next((tops for tops in found if len(tops) >= _NEARLY_ALL * records), set())


def _below_place(rows: Sequence[Row], first: int) -> int:
    """The first row that does not say when or where a talk is, in a few words on a line of its own."""
    below = range(first, min(first + _PLACE_LINES, len(rows)))
    return next((at for at in below if has_words(rows[at].text, _PLACE_WORDS + 1)), first)


def _counted(rows: Sequence[Row], claimed: Mapping[int, object]) -> Iterator[set[int]]:
    """The rows on top of blocks behind codes ("P2.07 A title"), or behind numbers of one form that count them up
    ("12. A title")."""
    forms: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if any(map(str.isdigit, row.marker)) and at not in claimed:
            coded = _CODE.fullmatch(row.marker.rstrip(_STOPS))
            forms["" if coded else without_numbers(row.marker)].append(at)
    for form, found in forms.items():
        numbers = [int("".join(filter(str.isdigit, rows[at].marker))) for at in found]
        steps = sum(b - a == 1 for a, b in pairwise(numbers))
        opening = sum(rows[at].gap > 0 for at in found)
        if opening >= _NEARLY_ALL * len(found) and (not form or steps >= _NEARLY_ALL * len(found)):
            yield set(found)


def _are_counts(rows: Sequence[Row], tops: set[int]) -> bool:
    """Whether nearly all rows below numbers end in one word and a number, "2015/01<TAB>cited: 235": titles do not."""
    ends = Counter(count_of(rows[at].text) for at in tops)
    return any(end and count >= _NEARLY_ALL * len(tops) for end, count in ends.most_common(1))


def _told(
    rows: Sequence[Row],
    kinds: Sequence[RowKind],
    claimed: Mapping[int, object],
    groups: list[Group],
    titled: set[int],
    end: Group,
    abstracts: set[int],
) -> Records:
    """The records of titles that call themselves so: what stands below them is of theirs, and above the first of all is
    the head of the page."""
    tops = {top for group in groups for top in tops_of(rows, group, titled)}
    groups = _parted(groups, tops)
    records = tell_records(RecordHeads(rows, kinds, groups, claimed), among(titled), end, abstracts)
    for group in groups:
        title = next((at for at in group if at in titled), None)
        untold = [at for at in group if at not in records.roles or at < min(titled)]
        facts = [at for at in untold if kinds[at] is RowKind.LABELLED or (title is not None and at > title)]
        records.tell(Role.ASIDE, untold if title is None or title == min(titled) else ())
        records.tell(Role.FIELD, facts)
    return records


def _last_told(rows: Sequence[Row], end: Group, titled: set[int]) -> Group:
    """The rows behind the last abstract up to the end of the last block that is told to be a record, if any is."""
    lasts = [n for n, at in enumerate(end) if at in titled]
    below = takewhile(lambda at: not rows[at].gap, end[lasts[-1] + 1 :] if lasts else ())
    return [*end[: lasts[-1] + 1], *below] if lasts else []


def _opening(rows: Sequence[Row], kinds: Sequence[RowKind], groups: list[Group]) -> set[int]:
    """The first lines of blocks that hold a title of a line or two, people and a fact or more, where nearly all records
    begin so. Sessions name who is in the chair, but what most records have below those does not follow."""
    credited = {at: kind for group in groups for at in group if (kind := _kinds_below(rows, kinds, at))}
    lasts = [next((at for at in reversed(group) if at in credited), None) for group in groups]
    often = Counter(credited[at] for at in lasts if at is not None)
    if often.total() < _NEARLY_ALL * len(groups):
        return set()
    return {at for at in credited if often[credited[at]] >= _OFTEN * often.total() and at not in groups[0]}


def _kinds_below(rows: Sequence[Row], kinds: Sequence[RowKind], at: int) -> tuple[RowKind, ...]:
    """What a block holds from the people below its title to its abstract; nothing where it begins otherwise, or names
    people alone."""
    if not rows[at].gap:
        return ()
    below = range(at + 1, min(at + _LONGEST_HEAD, len(rows)))
    block = list(takewhile(lambda each: not rows[each].gap and kinds[each] is not RowKind.PROSE, below))
    people = next((n for n, each in enumerate(block[:2]) if kinds[each] is RowKind.AUTHORS), None)
    titled = people is not None and all(kinds[each] is RowKind.ENTRY for each in (at, *block[:people]))
    return tuple(kinds[each] for each in block[people:]) if titled and len(block[people:]) > 1 else ()


def _parted(groups: list[Group], numbered: set[int], *, wholly: bool = False) -> list[Group]:
    """Groups with one number each: records without an abstract stand by themselves. `wholly`: and nothing stands above
    the number but the head of the page."""
    parted: list[Group] = []
    for group in groups:
        starts = [n for n, at in enumerate(group) if at in numbered and n]
        starts = starts if group[0] in numbered or (wholly and parted) else starts[1:]
        parted += [group[start:end] for start, end in pairwise([0, *starts, len(group)])]
    return parted
