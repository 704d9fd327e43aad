"""Rows that are headings by what several of a page have in common, or by the rule below them.

In: rows and their kinds. Out: the kinds, those of such rows set. Pure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise, takewhile
from string import ascii_uppercase

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.names import is_single_name
from enrich.mentions.shapes.quotations import find_quotation
from enrich.mentions.shapes.tags import find_year
from enrich.mentions.text.asides.labels import cites
from enrich.mentions.text.lines.rows import Row, is_rule

# What follows is counted: "Some Topic (12 papers)", "2019 [1 paper]", for sure in "New (showing 60 of 60 entries)"; not
# in "A Title (2019 oral)".
_COUNTED = re.compile(r" [(\[](?P<of>(?:\w+ )?\d{1,4} of )?(?!(?:19|20)\d\d )\d{1,5} (?P<what>[^\W\d_]{3,})[)\]]$")
_COUNTED_WORDS, _FEWEST_COUNTED, _ALL = 8, 3, " of "
_FRAMES = frozenset("-–—=*~+")
_LAST_LETTER, _SIGNED_WORDS, _SIGNED_SHARE = "\u218f", 4, 0.34  # pictures stand behind all letters
_LONGEST_FRAMED = 160  # characters; a bound on work
_USUAL = 0.8
# Of the days of a schedule some are free, or have books alone. By judgement, as the length of topics is.
_DAYS_SHARE, _TOPIC_WORDS = 0.5, 16
_BETWEEN_DAYS = re.compile(r"[,;&–—-]| and ")
_FEWEST_HELD = 2  # by judgement: dated entries in each issue, or entries in each session; a talk has one title
_SERIAL = re.compile(r"(?P<word>[^\W\d_]{4,10}) (?P<number>\d{1,3})(?=[.:,]|\s?[(–—-]|$)")
_LETTERED = re.compile(r"(?P<word>[A-Z][a-z]{3,9}) (?P<letter>[A-Z])(?=: \S|$)")
_FEWEST_LETTERED = 2  # by judgement: nothing else counts so at the beginning of blocks, without people right below
_YEAR_AND_WORDS = re.compile(r"\b(?:19|20)\d\d[a-z]?\)?[.,:]? [\"“‘']?[A-ZÀ-Þ]\S* \S")  # a title stands behind people
# Years of citations stand in brackets behind some words, or behind a sign at the end: "(Leeds: Moor Press, 1971)"; in
# remarks they stand between words: "Data from 2018", "Recorded in 2021, with slides".
_DATED = re.compile(r"[(\[](?:[^()\[\]]{0,60}[ ,;:])?(?:19|20)\d\d[a-z]?[)\]]|[,.;] (?:19|20)\d\d[a-z]?\W{0,3}$")
_DATED_WORDS = 4  # "Slides (2021)" has fewer in front; by judgement
_CHAIR = re.compile(r"(?:session |track |program )?(?:co-?)?chairs?: \S", re.I)  # stands below the topic of a session
_PEOPLE = (RowKind.AUTHORS, RowKind.NAMES)
_FACTS = (*_PEOPLE, RowKind.VENUE, RowKind.DATE)
# Rules are as long as what they stand below, or nearly. Titles of records may be underlined, too, but then make up more
# of the page, and stand right above their facts. By judgement.
_RULE_SLACK, _UNDERLINED_SHARE = 3, 0.2


def settle_headings(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Set the kinds of all rows that are told to be headings; days and parts that are get their list markers back into
    their texts."""
    numbered = _numbered(rows, kinds, claimed)
    for parts in (_days(rows, kinds, claimed), _held(rows, kinds, claimed), *numbered):
        _settle_parts(rows, kinds, parts)
    for parts in numbered:
        _settle_issues(rows, kinds, parts)
    _settle_lone_days(rows, kinds, claimed)
    _settle_chaired(rows, kinds, claimed)
    _settle_lettered(rows, kinds, claimed)
    _settle_underlined(rows, kinds)
    _settle_counted(rows, kinds)
    _settle_framed(rows, kinds, claimed)
    _settle_signed(rows, kinds, claimed)


def _days(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> list[int]:
    """Rows that begin with a day."""
    return [
        at for at, row in enumerate(rows) if at not in claimed and A_DAY.match(row.text) and _is_topic(row, kinds[at])
    ]


def _held(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> list[int]:
    """Rows that end in the days on which a topic is taught: "Shores (Sept. 4, 9; Oct. 2)". Talks stand together."""
    found = [at for at, row in enumerate(rows) if at not in claimed and _ends_in_days(row.text)]
    together = sum(b == a + 1 for a, b in pairwise(found))
    return [at for at in found if _is_topic(rows[at], kinds[at])] if together * 2 < len(found) else []


def _ends_in_days(text: str) -> bool:
    words, _, days = text.rpartition(" (") if text.endswith(")") else ("", "", "")
    if not words:
        return False
    first, *others = (day.strip() for day in _BETWEEN_DAYS.split(days[:-1]))
    return bool(A_DAY.fullmatch(first)) and all(day.isdigit() or A_DAY.fullmatch(day) for day in others)


def _settle_lone_days(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Lines that are a day and nothing else are headings, where several of them look like titles."""
    lone = [at for at, row in enumerate(rows) if at not in claimed and not row.marker and A_DAY.fullmatch(row.text)]
    lone = [at for at in lone if kinds[at] is RowKind.ENTRY]
    for at in lone if len(lone) >= _FEWEST_COUNTED else ():
        kinds[at] = RowKind.HEADING


def _settle_chaired(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Short lines that begin a block, right above who is in the chair, are headings of sessions, where several are and
    most have entries below: papers have a chair of their own."""
    above = [at - 1 for at, row in enumerate(rows) if at and not row.gap and _CHAIR.match(row.text)]
    held = 0
    for start, end in pairwise([*above, len(rows)]):
        entries = (at not in claimed and kinds[at] is RowKind.ENTRY for at in range(start + 2, end))
        held += sum(entries) >= _FEWEST_HELD
    for at in above if len(above) >= _FEWEST_COUNTED and held * 2 > len(above) else ():
        short = rows[at].gap and len(rows[at].text.split()) <= _COUNTED_WORDS
        if short and at not in claimed and not rows[at].marker and kinds[at] not in _PEOPLE:
            kinds[at] = RowKind.HEADING


def _settle_lettered(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Lines that begin blocks with the same word and letters that count them, "Track A: Shores", are headings, where
    they state no year and hold several entries each: titles in order hold none, "Hepatitis A: A Survey"."""
    lettered: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for at, row in enumerate(rows[:-1]):
        match = _LETTERED.match(row.text) if row.gap and not row.marker and at not in claimed else None
        if match and (rows[at + 1].gap or kinds[at + 1] not in _PEOPLE) and find_year(row.text) is None:
            lettered[match["word"]].append((match["letter"], at))
    for found in lettered.values():
        counted = "".join(letter for letter, _ in found)
        parts = [kinds[at + 1 : end].count(RowKind.ENTRY) for (_, at), (_, end) in pairwise(found)]
        held = sum(count >= _FEWEST_HELD for count in parts)
        if len(found) >= _FEWEST_LETTERED and ascii_uppercase.startswith(counted) and held * 2 > len(parts):
            for _, at in found:
                kinds[at] = RowKind.HEADING


def _numbered(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> list[list[int]]:
    """Rows that begin with the same word and a number that counts them: "Week 1. Shores", "Week 2. Dunes"."""
    counted: dict[str, dict[int, int]] = defaultdict(dict)
    for at, row in enumerate(rows):
        match = _SERIAL.match(row.text) if at not in claimed and not row.marker else None
        if match and _is_topic(row, kinds[at]):
            counted[match["word"].casefold()].setdefault(int(match["number"]), at)
    return [list(places.values()) for places in counted.values() if list(places) == sorted(places)]


def _settle_parts(rows: list[Row], kinds: list[RowKind], parts: list[int]) -> None:
    """Days, or what else counts up, and topics are headings, where below most of them stands an entry that is set in
    deeper or dated; titles have their authors there. What counts the days is no list marker."""
    over = [at for at in parts if _is_over_entry(rows, kinds, at) or _is_over_quotation(rows, at)]
    several = len({rows[_below(rows, at)].text for at in over}) * 2 > len(over)  # remarks come again
    for at in parts if several and len(over) >= max(_FEWEST_COUNTED, _DAYS_SHARE * len(parts)) else ():
        row = rows[at]
        row.text, row.starts = f"{row.marker} {row.text}".strip(), [0] * len(row.starts)
        row.marker, kinds[at] = "", RowKind.HEADING


def _settle_issues(rows: list[Row], kinds: list[RowKind], parts: list[int]) -> None:
    """What counts up right above days are headings, where most have several dated entries below: "Digest 12: Shores".
    Below the day of a talk stands who gives it."""
    issues = [at for at in parts if at + 1 < len(rows) and A_DAY.fullmatch(rows[at + 1].text)]
    if len(issues) < max(_FEWEST_COUNTED, _USUAL * len(parts)):
        return
    held = 0
    for start, end in pairwise([*issues, len(rows)]):
        given = start + 2 < end and (kinds[start + 2] in _PEOPLE or is_single_name(rows[start + 2].text))
        held += not given and sum(_is_dated(row.text) for row in rows[start:end]) >= _FEWEST_HELD
    for at in issues if held * 2 > len(issues) else ():
        kinds[at] = RowKind.HEADING


def _is_topic(row: Row, kind: RowKind) -> bool:
    """Whether a row states no fact of a paper and is as short as headings are."""
    cells = row.text.split("\t")
    whole = len(cells) == 1 or (len(cells) == 2 and A_DAY.fullmatch(cells[0]) is not None)
    short = len(row.text.split()) <= _TOPIC_WORDS and whole and len(row.starts) == 1
    return short and kind in (RowKind.ENTRY, RowKind.DATE, RowKind.PROSE) and find_quotation(row.text) is None


def _below(rows: list[Row], at: int) -> int:
    """The position below a row; behind what ends in a colon in a schedule whose cells tabs keep apart: "Jane
    Roe\\tRequired reading:"."""
    labelled = "\t" in rows[at].text and at + 1 < len(rows) and rows[at + 1].text.endswith(":")
    return at + 1 + labelled


def _is_over_entry(rows: list[Row], kinds: list[RowKind], at: int) -> bool:
    """Whether an entry stands right below a row: below one that is counted, a citation may look like names."""
    if (under := _below(rows, at)) > at + 1:
        return kinds[under : under + 1] == [RowKind.ENTRY] and find_year(rows[under].text) is not None
    if at + 1 == len(rows) or A_DAY.match(rows[at + 1].text):
        return False
    day, below = rows[at], rows[at + 1]
    listed = bool(below.marker and not day.marker)
    cited = listed and _SERIAL.match(day.text) and _YEAR_AND_WORDS.search(below.text)
    if kinds[at + 1] is not RowKind.ENTRY and not cited:
        return False
    deeper = below.indent > day.indent or listed
    return bool(deeper or below.gap) and (_is_dated(below.text) or cites(below.text))


def _is_over_quotation(rows: list[Row], at: int) -> bool:
    """Whether a title in quotation marks, with its people, stands in the block that a counted row begins, at most a
    remark between them."""
    if not rows[at].gap or not _SERIAL.match(rows[at].text):
        return False
    below = list(takewhile(lambda row: not row.gap, rows[at + 1 : at + 3]))
    return any(find_quotation(row.text) and cites(row.text) for row in below)


def _is_dated(text: str) -> bool:
    dated = _DATED.search(text)
    return dated is not None and len(text[: dated.start()].split()) >= _DATED_WORDS


def _settle_underlined(rows: list[Row], kinds: list[RowKind]) -> None:
    """Lines with a rule of their length below, and a blank line below that; titles have their authors there."""
    underlined = [at for at in range(len(rows) - 1) if not rows[at].marker and _is_rule_below(rows[at], rows[at + 1])]
    apart = [at for at in underlined if at + 2 == len(rows) or rows[at + 2].gap]
    credited = sum(at + 2 < len(rows) and kinds[at + 2] in _PEOPLE for at in apart)
    alike = len(apart) == len(underlined) <= _UNDERLINED_SHARE * len(rows)
    for at in apart if alike and credited * 2 <= len(apart) else ():
        kinds[at] = RowKind.HEADING


def _is_rule_below(row: Row, rule: Row) -> bool:
    return is_rule(rule.text) and not rule.gap and abs(row.end - rule.end) <= _RULE_SLACK


def _settle_counted(rows: list[Row], kinds: list[RowKind]) -> None:
    """Short lines that end in how much follows are headings, where several count the same things."""
    counted: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        match = _COUNTED.search(row.text) if row.text[-1:] in (")", "]") and not row.marker else None
        if match and len(row.text.split()) <= _COUNTED_WORDS:
            counted[_ALL if match["of"] else match["what"].casefold().removesuffix("s")].append(at)
    for what, places in counted.items():
        for at in places if len(places) >= _FEWEST_COUNTED or what == _ALL else ():
            kinds[at] = RowKind.HEADING


def _settle_framed(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Short lines with a rule on both sides, "-- Spring 2018 --", are headings where several are; titles have their
    facts right below."""
    framed = [at for at, row in enumerate(rows) if at not in claimed and _is_framed(row.text)]
    below = [(rows[at + 1], kinds[at + 1]) for at in framed if at + 1 < len(rows)]
    stated = sum(not row.gap and (kind in _FACTS or is_single_name(row.text)) for row, kind in below if not row.marker)
    for at in framed if len(framed) >= _FEWEST_COUNTED and stated * 2 <= len(framed) else ():
        kinds[at] = RowKind.HEADING


def _is_framed(text: str) -> bool:
    """Whether a few words stand between two runs of the same sign."""
    sign = text[:1]
    if sign not in _FRAMES or len(text) > _LONGEST_FRAMED or not text.endswith(sign * 2):
        return False
    words = text.lstrip(sign)
    inner = words.rstrip(sign).strip()
    framed = len(text) - len(words) >= 2 and inner[:1].isalnum() and words.removeprefix(" ")[:1].isalnum()
    return framed and len(text.split()) <= _COUNTED_WORDS + 2


def _settle_signed(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Short lines with a picture in front, no two alike, are headings, where hardly any other line has one."""
    signed = [at for at, row in enumerate(rows) if row.text[:1] > _LAST_LETTER and not row.marker and at not in claimed]
    short = [at for at in signed if kinds[at] is RowKind.ENTRY and len(rows[at].text.split()) <= _SIGNED_WORDS + 1]
    alike = len({rows[at].text for at in short}) < len(short)
    few = len(signed) <= _SIGNED_SHARE * (len(rows) - len(claimed))
    if len(short) >= max(_FEWEST_COUNTED, _USUAL * len(signed)) and few and not alike:
        for at in short:
            kinds[at] = RowKind.HEADING
