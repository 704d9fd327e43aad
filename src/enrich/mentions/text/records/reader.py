"""Pages of labelled records: announcements of archives and reports of reference managers ("Title: ...").

In: a page of text. Out: its draft, or None where the page is not made of such records. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.items import Draft
from enrich.mentions.links import find_stated_ids
from enrich.mentions.shapes.anchors import take_urls
from enrich.mentions.shapes.names import NO, author_likeness, names_people
from enrich.mentions.shapes.words import has_letters, is_small
from enrich.mentions.text.records.fields import MEANINGS, Field, item_of, part_cells, places_of
from enrich.mentions.text.records.forms import spell_out
from enrich.mentions.text.records.keys import spell_keys
from enrich.mentions.titles import last_word
from enrich.records import LineClass

# Longer ones name counts: "Times cited in all databases: 12".
_LABEL = re.compile(
    r"(?P<label>[A-Z][A-Za-z-]*(?:\(s\)|(?: [A-Za-z]+){0,2}|(?: [A-Za-z]+){3,8}(?=: \d+\s*$))):"
    r"(?:\s+(?P<value>\S.*)|\s*$)"
)
# Fewer titles are a form, or a page about one paper.
_FEWEST = 3
_AUTHORED_SHARE, _PAGE_SHARE = 0.5, 0.5
# A label is one of records if it comes back in so many of them; sentences begin with a word and a colon as well.
_RETURNING = 0.2
_ID_WORDS = 8
_SET_IN_TITLE = re.compile(r"[ \t\u00a0]+(?=Title:)")
_COUNTED = re.compile(r"\[\d{1,4}\]\s+\S*\d")  # "[3] arXiv:2401.01234 [pdf]", whatever the archive


def read_records(text: str) -> Draft | None:
    """The draft of a page that is mostly labelled records."""
    lines = spell_keys(_set_out(text.split("\n")))
    labels = spell_out(lines) or _labels(lines)
    titles = [at for at, line in enumerate(lines) if _meaning(line, labels) == "title"]
    if len(titles) < _FEWEST:
        return None
    starts = _starts(lines, titles, labels)
    if len(lines) - starts[0] < _PAGE_SHARE * len(lines):
        return None
    draft = Draft()
    credited = _are_credited(lines, titles, labels)
    parts = list(zip(starts, [*starts[1:], len(lines)], strict=True))
    stated = (_fields(lines, start, end, labels, credited=credited) for start, end in parts)
    records = [list(chain.from_iterable(map(part_cells, fields))) for fields in stated]
    places = places_of(records)
    for fields, (start, end) in zip(records, parts, strict=True):
        for each in fields:
            draft.note_all(each.lines, LineClass.CONTINUATION, "of the record of a paper")
        rules = [at + 1 for at in range(start, end) if not has_letters(lines[at])]
        draft.note_all(rules, LineClass.FURNITURE, "parts records")
        if item := item_of(fields, lines[start:end], places):
            draft.items.append(item)
    if sum(bool(item.authors) for item in draft.items) < _AUTHORED_SHARE * len(draft.items):
        return None
    return draft


def _set_out(lines: list[str]) -> list[str]:
    """The lines without the indent at which all labels of titles stand, if they stand in; below ids they often do.
    Other lines above them may be headings."""
    found = [(at, match[0]) for at, line in enumerate(lines) if (match := _SET_IN_TITLE.match(line))]
    ids = sum(at > 0 and _states_id(lines[at - 1]) for at, _ in found)
    if len({indent for _, indent in found}) != 1 or ids * 2 < len(found) or any(map(_is_title, lines)):
        return lines
    indent = found[0][1]
    return [line.removeprefix(indent) for line in lines]


def _is_title(line: str) -> bool:
    match = _LABEL.match(line)
    return match is not None and MEANINGS.get(_named(match)) == "title"


def _labels(lines: list[str]) -> frozenset[str]:
    """The labels that come back, in small letters."""
    found = Counter(_named(match) for line in lines if (match := _LABEL.match(line)))
    titles = sum(count for label, count in found.items() if MEANINGS.get(label) == "title")
    return frozenset(label for label, count in found.items() if label in MEANINGS or count >= _RETURNING * titles)


def _label(line: str) -> str | None:
    match = _LABEL.match(line)
    return _named(match) if match else None


def _named(match: re.Match[str]) -> str:
    return match["label"].lower()


def _meaning(line: str, labels: frozenset[str]) -> str | None:
    """What a line's label says the line is; "" for a label that says nothing here, None without one."""
    match = _LABEL.match(line)
    if not match or _named(match) not in labels:
        return None
    return MEANINGS.get(_named(match), "")


def _starts(lines: list[str], titles: list[int], labels: frozenset[str]) -> list[int]:
    """Where each record begins: behind the rule that parts them, at the line that states an id right above its title
    ("[3] arXiv:2401.01234 [pdf, html]"), or at the first of the labels above its title; the first record tells which
    of the two stand there."""
    rule = _rule(lines, titles)
    above = lines[titles[0] - 1] if titles[0] else ""
    numbered = not rule and _states_id(above)
    if not rule and not numbered and _meaning(above, labels) is None:
        return titles
    starts: list[int] = []
    for number, title in enumerate(titles):
        floor = titles[number - 1] + 1 if number else 0
        start = title
        for at in range(title - 1, floor - 1, -1):
            if numbered and _states_id(lines[at]):
                start = at
                break
            if lines[at].strip() == rule if rule else _meaning(lines[at], labels) is None:
                break
            start = at
            if starts and (label := _label(lines[at])) and label == _label(lines[starts[0]]):
                break  # with what the first begins with, right below the one above
        starts.append(start)
    return starts


def _states_id(line: str) -> bool:
    """Whether a line holds an id, or its count and some number, and hardly a word beside it."""
    few = len(line.split()) <= _ID_WORDS
    return few and (_COUNTED.match(line) is not None or any(True for _ in find_stated_ids(line)))


def _are_credited(lines: list[str], titles: list[int], labels: frozenset[str]) -> bool:
    """Whether people stand right below most titles, with no label of their own."""
    if any(MEANINGS.get(label) in ("authors", "author") for label in labels):
        return False
    return sum(any(map(names_people, lines[at + 1 : at + 2])) for at in titles) >= _AUTHORED_SHARE * len(titles)


def _rule(lines: list[str], titles: list[int]) -> str | None:
    """The line without a word that stands between any two titles, most nearly once."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.strip() and not has_letters(line) and len(line.strip()) > 1:
            places[line.strip()].append(at)
    fitting = [
        (len(found), rule)
        for rule, found in places.items()
        if len(found) >= len(titles) - 1 and _stand_between(found, titles)
    ]
    return min(fitting)[1] if fitting else None


def _stand_between(rules: list[int], titles: list[int]) -> bool:
    marks = sorted([(at, "rule") for at in rules] + [(at, "title") for at in titles])
    return all("rule" in (a, b) for (_, a), (_, b) in pairwise(marks))


def _fields(lines: list[str], start: int, end: int, labels: frozenset[str], *, credited: bool) -> Iterator[Field]:
    """The labelled values of a record and its free text, in order; people right below a title where that is usual
    (`credited`)."""
    current: Field | None = None
    for at in range(start, end):
        line = lines[at].strip()
        if not has_letters(line):
            if current:
                yield current
            current = None
            continue
        meaning = _meaning(lines[at], labels)
        named = credited and meaning is None and current is not None and _may_end(current, lines, at)
        last = at + 1 == end or not has_letters(lines[at + 1]) or _meaning(lines[at + 1], labels) is not None
        names = named and (last or names_people(line))
        if meaning is None and current is not None and not names and not _is_apart(current, line):
            current.append(line, at + 1)
            continue
        if current:
            yield current
        match = _LABEL.match(lines[at]) if meaning is not None else None
        value = (match["value"] or "") if match else line
        current = Field("authors" if names else "text" if meaning is None else meaning, value.strip(), [at + 1])
    if current:
        yield current


def _may_end(current: Field, lines: list[str], at: int) -> bool:
    """Whether a title may be whole above a line: the line is not set in, and no small word in front of it goes on."""
    rest = lines[at][:1].isspace() and not lines[current.lines[0] - 1][:1].isspace()
    last = last_word(current.text)
    goes_on = last.islower() and is_small(last) and author_likeness(lines[at].strip()) == NO  # not "5G and Beyond"
    return current.meaning == "title" and not rest and not goes_on


def _is_apart(current: Field, line: str) -> bool:
    """Whether a line without a label is no rest of the field above it: ids, an address below a title, and sentences
    below subjects or people."""
    told = current.meaning in ("", "authors", "comments", "numbers")
    linked = current.meaning == "title" and not has_letters(take_urls(line)[0])
    return _states_id(line) or linked or (told and kind_of_row(line) is RowKind.PROSE)
