"""Exports of reference programs and databases, a tag in front of each field: RIS ("TI  - "), MEDLINE ("PMID- "), Web
of Science and RefWorks ("TI "), refer and EndNote ("%T "), CSA and others ("TI: ").

In: the lines of a page, clean or with what a browser left around them. Out: the same as `records` reads them, one list
of `Field`s a record; nothing where the page is no such export. What may be a list beside the records has no note in the
draft: others read it. The tags are public standards: RIS by Research Information Systems, "MEDLINE/PubMed Data Element
Descriptions" of the NLM, "Web of Science Core Collection Field Tags", refer(1). Pure; cost is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from enrich.mentions.items import Draft
from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.shapes.words import without_numbers
from enrich.mentions.text.records.fields import Field, item_of
from enrich.mentions.titles import clean_title
from enrich.records import LineClass

_DIALECTS = (
    re.compile(r"(?P<tag>[A-Z][A-Z0-9]{1,3}) {0,2}-(?:\s+(?P<value>\S.*)|\s*$)"),
    re.compile(r"%(?P<tag>[0-9A-Z@!#$&(*+<>?\[=~^])(?:\s+(?P<value>\S.*)|\s*$)"),
    re.compile(r"(?P<tag>[A-Z][A-Z0-9]):(?:\s+(?P<value>\S.*)|\s*$)"),
    re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?:\s+(?P<value>\S.*)|\s*$)"),
)
_TAGS = {
    tag: meaning
    for meaning, tags in {
        "title": "TI T1 T",
        "author": "AU A1 A",
        "full name": "FAU AF",
        "venue": "JT JF JO T2 BT SO J B",
        "venue in short": "TA JA J1 J2 JI J9",
        "doi": "DO DI LID AID R",
        "year": "PY Y1 YR DP D 8",
        "abstract": "AB N2 X",
        "keywords": "KW OT DE K",
        "type": "TY 0",
        "comments": "N1 Z",
        "link": "UR UL L1 L2 LK",
    }.items()
    for tag in tags.split()
}
_ENDS = frozenset({"ER", "EF"})
_ASKED = frozenset({"author", "full name", "venue", "venue in short", "year", "abstract", "doi"})
# A record has its title and so many other fields, or one that is sure where there are so many titles; by judgement. Of
# the lines that are not set in, fewer than this share begin with a tag where words in capitals begin some lines of a
# page.
_FEWEST_ASKED, _FEWEST_TITLES, _TAGGED = 2, 3, 0.5
# A tag belongs to the records if it comes back in so many; what opens records opens nearly all.
_RETURNING, _OPENING = 0.2, 0.8
_PEOPLE = frozenset({"author", "full name"})
_SURE = _PEOPLE | {"link"}
_FEWEST_BESIDE, _WORDS_BESIDE = 3, 4  # lines of a list, and words of each; by judgement, counters and dates are shorter
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_MARKED = re.compile(r"(?:[-*•]|\[?\d{1,3}[.)\]])\s")


def read_exports(text: str) -> Draft | None:
    """The draft of a page that is an export with tags."""
    lines = _flush(text.split("\n"))
    for dialect in _DIALECTS:
        marks = _marks(lines, dialect)
        if any(_meaning(mark) == "title" for mark in marks.values()):
            records = list(_records(lines, marks))
            if _are_records(lines, marks, records):
                return _draft(text.split("\n"), records)
    return None


def _flush(lines: list[str]) -> list[str]:
    """`lines` without the margin that all have."""
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[margin:].rstrip() for line in lines]


def _marks(lines: list[str], dialect: re.Pattern[str]) -> dict[int, re.Match[str]]:
    """The lines that begin with a tag which is known, or comes back as records do."""
    found = {at: match for at, line in enumerate(lines) if (match := dialect.match(line))}
    counts = Counter(match["tag"] for match in found.values())
    titles = max((counts[tag] for tag, meaning in _TAGS.items() if meaning == "title"), default=0)
    kept = {tag for tag, count in counts.items() if tag in _TAGS or tag in _ENDS or count >= _RETURNING * titles}
    return {at: match for at, match in found.items() if match["tag"] in kept}


def _meaning(mark: re.Match[str]) -> str:
    return _TAGS.get(mark["tag"], "")


def _are_records(lines: list[str], marks: dict[int, re.Match[str]], records: list[list[Field]]) -> bool:
    """Whether most of the lines that are not set in begin with tags, and most titles stand among other fields."""
    flush = sum(bool(line) and not line[0].isspace() for line in lines)
    titled = [found for record in records if "title" in (found := {field.meaning for field in record})]
    several = len(titled) >= _FEWEST_TITLES
    whole = sum(len(found & _ASKED) >= _FEWEST_ASKED or (several and bool(found & _SURE)) for found in titled)
    return len(marks) >= _TAGGED * flush and 2 * whole > len(titled)


def _records(lines: list[str], marks: dict[int, re.Match[str]]) -> Iterator[list[Field]]:
    """The fields of one record after the other; lines that part records or stand above the first are in none."""
    opening, strays, named = _openings(lines, marks), _strays(lines, marks), _named(marks)
    record: list[Field] = []
    seen: set[str] = set()
    for at, line in enumerate(lines):
        mark = marks.get(at)
        if mark and (at in opening or (_meaning(mark) == "title" and mark["tag"] in seen) or seen & _ENDS):
            if record:
                yield record
            record, seen = [], set()
        if mark:
            record.append(Field(_meaning(mark), "" if mark["tag"] in named else mark["value"] or "", [at + 1]))
            seen.add(mark["tag"])
        elif record and line and not seen & _ENDS and _shape(line) not in strays:
            _go_on(record, line, at + 1)
    if record:
        yield record


def _openings(lines: list[str], marks: dict[int, re.Match[str]]) -> frozenset[int]:
    """The lines that open records: those behind blank lines, where nearly all such blocks have a title; or all with the
    first tag that stands behind others about as often as titles. None where an end is told."""
    counts = Counter(mark["tag"] for mark in marks.values() if _meaning(mark) == "title")
    titles = [at for at, mark in marks.items() if mark["tag"] == counts.most_common(1)[0][0]]
    if sum(mark["tag"] in _ENDS for mark in marks.values()) >= _OPENING * len(titles):
        return frozenset()
    blocks = [at for at in marks if not at or not lines[at - 1]]
    titled = {bisect_right(blocks, at) for at in titles}
    if len(blocks) in titled and len(titled) >= _OPENING * max(len(blocks), len(titles)):
        return frozenset(blocks)
    runs: dict[str, list[int]] = defaultdict(list)  # several authors stand one below the other
    for above, (at, mark) in zip([None, *marks.values()], marks.items(), strict=False):
        if above is None or above["tag"] != mark["tag"]:
            runs[mark["tag"]].append(at)
    usual = (found for found in runs.values() if _OPENING * len(titles) <= len(found) <= len(titles) / _OPENING)
    return frozenset(next(usual, ()))


def _named(marks: dict[int, re.Match[str]]) -> frozenset[str]:
    """The tags with a name behind them that is the same in all records, their values being below ("TI: Title")."""
    values: dict[str, Counter[str]] = defaultdict(Counter)
    for mark in marks.values():
        values[mark["tag"]][mark["value"] or ""] += 1
    titles = [tag for tag in values if _TAGS.get(tag) == "title" and len(values[tag]) == 1 < values[tag].total()]
    return frozenset(tag for tag, said in values.items() if len(said) == 1) if titles else frozenset()


def _strays(lines: list[str], marks: dict[int, re.Match[str]]) -> frozenset[str]:
    """What comes back with every record and has no tag ("Record 3 of 40"), whatever its digits."""
    titles = sum(_meaning(mark) == "title" for mark in marks.values())
    counts = Counter(_shape(line) for at, line in enumerate(lines) if line[:1].strip() and at not in marks)
    return frozenset(shape for shape, count in counts.items() if count >= max(2, _OPENING * titles))


def _shape(line: str) -> str:
    return without_numbers(line.strip())


def _go_on(record: list[Field], line: str, number: int) -> None:
    """A line without a tag: one more person, or the rest of a value."""
    current, text = record[-1], line.strip()
    if current.meaning in _PEOPLE and current.text and ";" not in current.text:
        record.append(Field(current.meaning, text, [number]))
    else:
        current.append(text, number)


def _draft(lines: list[str], records: list[list[Field]]) -> Draft:
    draft = Draft()
    for record in records:
        for each in record:
            draft.note_all(each.lines, LineClass.CONTINUATION, "of the record of a paper")
        if item := item_of(_plain(record), [lines[number - 1] for each in record for number in each.lines]):
            draft.items.append(item)
    within = {number for record in records for each in record for number in each.lines}
    rest = [number for number, line in enumerate(lines, start=1) if line.strip() and number not in within]
    if not _may_be_list([lines[number - 1].strip() for number in rest]):
        draft.note_all(rest, LineClass.FURNITURE, "parts records")
    return draft


def _may_be_list(lines: list[str]) -> bool:
    """Whether several lines have list markers, links or years, and do not come back with every record."""
    counts = Counter(map(_shape, lines))
    told = (line for line in lines if counts[_shape(line)] == 1 and len(line.split()) >= _WORDS_BESIDE)
    return sum(bool(_MARKED.match(line)) or "://" in line or may_state_year(line) for line in told) >= _FEWEST_BESIDE


def _plain(record: list[Field]) -> Iterator[Field]:
    """Fields without what their standards add: the stop and the brackets of translated titles, kinds of numbers."""
    for each in record:
        text = each.text
        if each.meaning == "title":
            text = clean_title(clean_title(text))  # the stop within the brackets of translated titles, too
        elif each.meaning == "doi":
            text = doi[0] if (doi := _DOI.search(text)) else ""
        yield Field(each.meaning, text, each.lines)
