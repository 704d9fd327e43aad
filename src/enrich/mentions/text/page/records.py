"""Pages of labelled records: announcements of archives and exports of reference managers ("Title: ...", "TI  - ...").

In: a page of text. Out: its draft, or None where the page is not made of such records. What a label means is told by
general English words and by the two-letter tags of RIS and MEDLINE. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from enrich.mentions.bibtex.people import person_names
from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.items import Draft, Item
from enrich.mentions.links import find_stated_ids, find_urls, make_link
from enrich.mentions.shapes.names import NO, author_likeness, names_people, split_authors
from enrich.mentions.shapes.tags import parse_year
from enrich.mentions.shapes.venues import venue_of
from enrich.mentions.shapes.words import has_letters, is_small
from enrich.mentions.titles import last_word
from enrich.records import LineClass, MentionKind

_LABEL = re.compile(
    r"(?P<label>[A-Z][A-Za-z-]*(?: [A-Za-z]+){0,2}):(?:\s+(?P<value>\S.*)|\s*$)"
    r"|(?P<tag>[A-Z][A-Z0-9]{1,3})\s{1,2}-(?:\s+(?P<entry>\S.*)|\s*$)"
)
_MEANINGS = {
    label: meaning
    for meaning, labels in {
        "title": ("title", "ti", "t1"),
        "authors": ("authors", "author"),
        "author": ("au", "a1"),  # one on a line
        "full name": ("fau",),  # of the author on the next line
        "venue": ("journal", "journal-ref", "journal ref", "venue", "conference", "published in", "jo", "jt", "jf"),
        "doi": ("doi", "do"),
        "year": ("year", "date", "publication date", "py", "y1", "dp"),
        "abstract": ("abstract", "summary", "ab", "n2"),
        "keywords": ("keywords", "kw", "ot"),
        "comments": ("comments", "comment", "note", "notes", "n1"),
    }.items()
    for label in labels
}
# Fewer titles are a form, or a page about one paper.
_FEWEST = 3
_AUTHORED_SHARE, _PAGE_SHARE = 0.5, 0.5
# A label is one of records if it comes back in so many of them; sentences begin with a word and a colon as well.
_RETURNING = 0.2
_ABSTRACT_WORDS = 12
_ID_WORDS = 8
_YEAR_AND_MONTH = 8  # letters; a longer date is the day of an announcement


@dataclass(slots=True)
class _Field:
    """One label's value, `lines` being the physical lines it stands on. Free text has no label."""

    meaning: str
    text: str
    lines: list[int] = field(default_factory=list)

    def append(self, text: str, line: int) -> None:
        self.text += ("" if self.text.endswith("-") and text[:1].islower() else " " if self.text else "") + text
        self.lines.append(line)


def read_records(text: str) -> Draft | None:
    """The draft of a page that is mostly labelled records."""
    lines = text.split("\n")
    labels = _labels(lines)
    titles = [at for at, line in enumerate(lines) if _meaning(line, labels) == "title"]
    if len(titles) < _FEWEST:
        return None
    starts = _starts(lines, titles, labels)
    if len(lines) - starts[0] < _PAGE_SHARE * len(lines):
        return None
    draft = Draft()
    credited = _are_credited(lines, titles, labels)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        _read_record(_fields(lines, start, end, labels, credited=credited), lines[start:end], start, draft)
    if sum(bool(item.authors) for item in draft.items) < _AUTHORED_SHARE * len(draft.items):
        return None
    return draft


def _labels(lines: list[str]) -> frozenset[str]:
    """The labels that come back, in small letters."""
    found = Counter(_named(match) for line in lines if (match := _LABEL.match(line)))
    titles = sum(count for label, count in found.items() if _MEANINGS.get(label) == "title")
    return frozenset(label for label, count in found.items() if label in _MEANINGS or count >= _RETURNING * titles)


def _named(match: re.Match[str]) -> str:
    return (match["label"] or match["tag"]).lower()


def _meaning(line: str, labels: frozenset[str]) -> str | None:
    """What a line's label says the line is; "" for a label that says nothing here, None without one."""
    match = _LABEL.match(line)
    if not match or _named(match) not in labels:
        return None
    return _MEANINGS.get(_named(match), "")


def _starts(lines: list[str], titles: list[int], labels: frozenset[str]) -> list[int]:
    """Where each record begins: behind the rule that parts them, at the line that states an id right above its title
    ("[3] arXiv:2401.01234 [pdf, html]"), or at the first of the labels above its title; the first record tells which
    of the two stand there."""
    rule = _rule(lines, titles)
    above = lines[titles[0] - 1] if titles[0] else ""
    numbered = not rule and _states_id(above)
    if not rule and not numbered and _meaning(above, labels) is None:
        return titles
    starts = []
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
        starts.append(start)
    return starts


def _states_id(line: str) -> bool:
    """Whether a line holds an id and hardly a word beside it."""
    return len(line.split()) <= _ID_WORDS and any(True for _ in find_stated_ids(line))


def _are_credited(lines: list[str], titles: list[int], labels: frozenset[str]) -> bool:
    """Whether people stand right below most titles, with no label of their own."""
    if any(_MEANINGS.get(label) in ("authors", "author") for label in labels):
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


def _fields(lines: list[str], start: int, end: int, labels: frozenset[str], *, credited: bool) -> Iterator[_Field]:
    """The labelled values of a record and its free text, in order; people right below a title where that is usual
    (`credited`)."""
    current: _Field | None = None
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
        value = (match["value"] or match["entry"] or "") if match else line
        current = _Field("authors" if names else "text" if meaning is None else meaning, value.strip(), [at + 1])
    if current:
        yield current


def _may_end(current: _Field, lines: list[str], at: int) -> bool:
    """Whether a title may be whole above a line: the line is not set in, and no small word in front of it goes on."""
    rest = lines[at][:1].isspace() and not lines[current.lines[0] - 1][:1].isspace()
    goes_on = is_small(last_word(current.text)) and author_likeness(lines[at].strip()) == NO  # not "5G and Beyond"
    return current.meaning == "title" and not rest and not goes_on


def _is_apart(current: _Field, line: str) -> bool:
    """Whether a line without a label is no rest of the field above it: ids, and sentences below subjects or people."""
    return _states_id(line) or (current.meaning in ("", "authors", "comments") and kind_of_row(line) is RowKind.PROSE)


def _read_record(fields: Iterator[_Field], lines: list[str], start: int, draft: Draft) -> None:
    said: dict[str, list[_Field]] = defaultdict(list)
    for each in fields:
        draft.note_all(each.lines, LineClass.CONTINUATION, "of the record of a paper")
        said[each.meaning].append(each)
    rules = [start + at + 1 for at, line in enumerate(lines) if not has_letters(line)]
    draft.note_all(rules, LineClass.FURNITURE, "parts records")
    titles = [each for each in said["title"] if each.text]
    if not titles:
        return
    venue = venue_of(_first(said["venue"]) or "")
    stated = [f"doi:{each.text}" for each in said["doi"] if each.text.startswith("10.")]
    links = [found.url for line in (*lines, *stated) for found in (*find_urls(line), *find_stated_ids(line))]
    draft.items.append(
        Item(
            line=titles[0].lines[0],
            title=titles[0].text,
            authors=_people(said),
            year=_year(_first(said["year"]) or "") or (venue.year if venue else None),
            venue=(venue.venue if venue else None) or _first(said["venue"]),
            keywords=tuple(word.strip() for each in said["keywords"] for word in re.split(r"[;,]", each.text)),
            abstract=_first(said["abstract"]) or _first(said["text"], _ABSTRACT_WORDS),
            description=_first(said["comments"]),
            links=[make_link(url) for url in links],
            kind=MentionKind.PAPER,
            exact=True,
        )
    )


def _first(fields: list[_Field], words: int = 1) -> str | None:
    """The first value that has so many words."""
    return next((each.text for each in fields if len(each.text.split()) >= words), None)


def _people(said: dict[str, list[_Field]]) -> tuple[str, ...]:
    """The authors: a line each, or all on one."""
    if single := said["full name"] or said["author"]:
        return person_names(" and ".join(each.text for each in single))
    return tuple(name for each in said["authors"] for name in split_authors(each.text))


def _year(text: str) -> int | None:
    """The year of "2019", "2019 Mar", "2019/03/01//"; a day written out is that of an announcement."""
    return parse_year(text[:4]) or (parse_year(text) if len(text) <= _YEAR_AND_MONTH else None)
