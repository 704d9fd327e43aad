"""Records as databases display them, a line for each value, nearly all without a label: title, people with where they
work or the journal, a line with the date, ids, and at the end of each the same words of links ("Show details").

In: a page of text. Out: its draft; None where the page is no such display. What comes back with every record parts
them: a title is the first line behind it that does not come back; a date stands below it, and mostly an id. Pure; cost
is linear for each of the few lines that may part records.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.items import Draft
from enrich.mentions.links import find_stated_ids, find_urls
from enrich.mentions.shapes.names import names_people
from enrich.mentions.shapes.words import has_letters, without_numbers
from enrich.mentions.text.records.fields import MEANINGS, Field, item_of
from enrich.records import LineClass

# By judgement: fewer records are another page; of what parts them, nearly all ends have a record, and what comes back
# as often parts them as well; most records state an id. Headings and the kinds of papers come back at least so often.
_FEWEST, _HELD, _AS_OFTEN, _TRIED, _RETURNING, _TWICE = 6, 0.8, 0.9, 5, 3, 2
_STATED, _USUAL, _TITLE_WORDS, _VENUES_DIFFER = 0.7, 0.8, 3, 0.7
_RULED = "|·•"  # between a date and the kind of a paper


@dataclass(frozen=True, slots=True)
class _Record:
    """Where a record has its title and its date, and where it ends."""

    title: int
    date: int
    end: int


def read_displays(text: str) -> Draft | None:
    """The draft of a page that displays records of a database."""
    lines = [line.strip() for line in text.split("\n")]
    often = Counter(line for line in lines if has_letters(line))
    most = max(often.values(), default=0)
    if most < _FEWEST:
        return None
    dates = frozenset(at for at, line in enumerate(lines) if _date(line))
    if len(dates) < _FEWEST:
        return None
    forms = Counter(map(_form, lines))
    beats = [line for line, count in often.most_common(_TRIED) if count >= _AS_OFTEN * most]
    ends = ([at for at, line in enumerate(lines) if line == beat] for beat in beats)
    records = max((_records(lines, found, dates, forms) for found in ends), key=len)
    return _draft(lines, records) if records else None


def _records(
    lines: Sequence[str], ends: Sequence[int], dates: frozenset[int], forms: Mapping[str, int]
) -> list[_Record]:
    """The records between `ends`, the first of which may stand below other things; none if there are hardly any."""
    found: list[_Record] = []
    beats: list[int] = []  # of `ends`, those behind records
    for beat, (start, end) in enumerate(pairwise(ends)):
        title = next((at for at in range(start + 1, end) if not _returns(lines[at], forms)), end)
        if record := _record(lines, title, end, dates):
            found.append(record)
            beats.append(beat)
    stated = sum(any(map(_states_id, lines[each.date : each.end])) for each in found)
    run = beats[-1] - beats[0] + 1 if beats else 0  # what stands above and below the records may end alike
    if len(found) < max(_FEWEST - 1, _HELD * run) or stated < _STATED * len(found):
        return []
    if not _are_titles([lines[each.title] for each in found]):
        return []
    (height, count), *_ = Counter(each.date - each.title for each in found).most_common()
    if count >= _USUAL * len(found):  # below headings as well
        found = [_Record(each.date - height, each.date, each.end) if _is_high(each, height) else each for each in found]
    above = {lines[each.title - 1] for each in found if forms[_form(lines[each.title - 1])] >= _RETURNING}
    tops = (at for at in range(ends[0] - 1, 0, -1) if lines[at - 1] in above and not _returns(lines[at], forms))
    first = _record(lines, next(tops, ends[0]), ends[0], dates)
    return [first, *found] if first else found


def _record(lines: Sequence[str], title: int, end: int, dates: frozenset[int]) -> _Record | None:
    """The record with its title on a line, if a date is below it, and no blank line."""
    date = next((at for at in range(title + 1, end) if at in dates), None)
    return _Record(title, date, end) if date is not None and all(lines[title:end]) else None


def _is_high(record: _Record, height: int) -> bool:
    return record.date - record.title > height + 1


def _are_titles(found: Sequence[str]) -> bool:
    """Whether lines may be titles: hardly any is short, a sentence or names, or comes again."""
    likely = [line for line in set(found) if len(line.split()) >= _TITLE_WORDS and not line.endswith(".")]
    return sum(not names_people(line) for line in likely) >= _USUAL * len(found)


def _returns(line: str, forms: Mapping[str, int]) -> bool:
    """Whether a line comes back, as no title does; kinds of papers in one word do so but twice on a small page."""
    return not has_letters(line) or forms[_form(line)] >= (_RETURNING if " " in line else _TWICE)


def _form(line: str) -> str:
    """What lines that hold the same value have in common: their words, or a label in capitals."""
    label, colon, _ = line.partition(":")
    return label if colon and label.isupper() and label.isalpha() else without_numbers(line)


def _date(line: str) -> str:
    """The date that a line states by itself, or in front of the kind of the paper: "2019-04 | Article"."""
    if not any(map(str.isdigit, line)):
        return ""
    rule = next((rule for rule in _RULED if f" {rule} " in line), None)
    date = line.partition(f" {rule} ")[0].strip() if rule else line
    return date if kind_of_row(date) is RowKind.DATE else ""


def _states_id(line: str) -> bool:
    """Whether a line is an id, or an address, and hardly more."""
    few = len(line.split()) <= 2
    return few and any(True for find in (find_stated_ids, find_urls) for _ in find(line))


def _draft(lines: Sequence[str], records: Sequence[_Record]) -> Draft:
    draft = Draft()
    below = [lines[each.title + 1] for each in records if each.title + 1 < each.date]
    named = sum(map(names_people, below)) * 2 < len(below) and len(set(below)) <= _VENUES_DIFFER * len(below)
    for record in records:
        fields = list(_fields(lines, record, named=named))
        if item := item_of(fields, [line for line in lines[record.title : record.end] if _states_id(line)]):
            draft.items.append(item)
        draft.note_all(range(record.title + 2, record.end + 1), LineClass.CONTINUATION, "of the record of a paper")
    places = range(1, len(lines) + 1)
    furniture = [at for at in places if lines[at - 1] and at not in {item.line for item in draft.items}]
    draft.note_all(furniture, LineClass.FURNITURE, "stands between the records of a database")
    return draft


def _fields(lines: Sequence[str], record: _Record, *, named: bool) -> Iterator[Field]:
    """What a record states; where it appeared right below its title where that is usual (`named`)."""
    yield Field("title", lines[record.title], [record.title + 1])
    date = _date(lines[record.date])
    yield Field("year", date)
    yield Field("type", lines[record.date].removeprefix(date).strip(f" {_RULED}"))
    between = lines[record.title + 1 : record.date]
    if named and between:
        yield Field("venue in full", between[0])
    if not named:  # people in front of where they work, parted by commas
        people = [line for above, line in pairwise([",", *between]) if above == ","]
        yield Field("authors", "; ".join(people))
    for line in lines[record.date : record.end]:
        label, colon, value = line.partition(":")
        meaning = MEANINGS.get(label.lower()) if colon else None
        if meaning in ("authors", "doi"):
            yield Field(meaning, value.strip())
        elif not meaning:
            yield Field("text", line)  # long ones are abstracts
