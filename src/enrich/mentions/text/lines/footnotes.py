"""Footnotes of list entries: marks behind the years that entries end in ("2018.[34]", "2018.34"), raised marks at the
end of any ("^[3]"), and notes at the end of the page; letters that lead to comments there.

In: rows. Out: rows without the marks, the positions of the notes, and the addresses they hold, given back to the rows
that refer to them. Marks within prose refer to a bibliography, and are left alone. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style
from enrich.mentions.shapes.anchors import take_urls
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.text.lines.rows import Row
from enrich.records import Link

_MARK = re.compile(r"(?<=(?:19|20)\d\d)(?P<close>[).]{0,2})(?:\[(?P<square>\d{1,3})\]|(?<=[.)])(?P<bare>\d{1,3}))$")
_RAISED = re.compile(r"\s?\^\[\d{1,3}(?::\d{1,3})?\]$")
# What readers of a shared document say about its lines: "A Title[b]", and "[b]Is there a recording?" at the end.
_COMMENTED, _COMMENT, _FEWEST_COMMENTS = re.compile(r"(?<=\S)\[[a-z]\]$"), re.compile(r"\[([a-z])\]\S"), 2
_NUMBER = re.compile(r"\[?(\d{1,3})[\].]?")
_ARROWS = ("↩", "\ufe0e")
_BACK = re.compile(r"\s*↩\ufe0e?$")  # points back up to the mark
# By judgement: two numbers may stand behind years by chance, three in their order do not; a copy may lose a few.
_FEWEST, _MOST_LOST, _SAMPLE = 3, 3, 60


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The positions of a page's notes, and the addresses in them by the line of the row that refers to each."""

    notes: list[int]
    links: dict[int, list[Link]]


def take_footnotes(rows: list[Row]) -> Footnotes:
    """Takes the marks out of the rows, and finds the notes. Without marks that count up from 1 nothing is done but to
    marks that a terminal prints raised, and notes are but those rows one below another that point back up."""
    comments = _comments(rows)
    for row in rows:
        row.text = _RAISED.sub("", row.text) if row.text.endswith("]") else row.text
    marked = _marked(rows)
    notes = _numbered(rows, max(marked.values())) if len(marked) >= _FEWEST else {}
    if len(notes) < _FEWEST:
        return Footnotes([*_pointing(rows), *comments], {})
    links = {}
    for number, at in marked.items():
        row = rows[at]
        row.text = _MARK.sub(r"\g<close>", row.text)
        if number in notes:
            links[row.line] = take_urls(_BACK.sub("", rows[notes[number]].text))[1]
    return Footnotes(sorted({*notes.values(), *comments}), links)


def _comments(rows: Sequence[Row]) -> list[int]:
    """The positions of comments at the end of a page whose letters count up, where lines above end in these letters,
    which are taken out."""
    letters = [match[1] if (match := _COMMENT.match(f"{row.marker}{row.text}")) else "" for row in rows]
    start = len(rows) - next((at for at, letter in enumerate(reversed(letters)) if not letter), len(rows))
    last = "".join(letters[start:])
    marked = [row for row in rows[:start] if row.text.endswith("]") and _COMMENTED.search(row.text)]
    counted = len(last) >= _FEWEST_COMMENTS and "abcdefghijklmnopqrstuvwxyz".startswith(last)
    if not counted or "".join(row.text[-2] for row in marked) != last:
        return []
    for row in marked:
        row.text = _COMMENTED.sub("", row.text)
    return list(range(start, len(rows)))


def _marked(rows: Sequence[Row]) -> dict[int, int]:
    """The positions of rows that end in a mark, by its number: the numbers count up from 1."""
    found: dict[int, int] = {}
    last = 0
    for at, row in enumerate(rows):
        match = _MARK.search(row.text, max(0, len(row.text) - 12)) if row.text[-1:] in "0123456789]" else None
        number = int(match["square"] or match["bare"]) if match else 0
        if last < number <= last + 1 + _MOST_LOST:
            found[number] = at
            last = number
    return found


def _pointing(rows: Sequence[Row]) -> list[int]:
    """The positions of rows that point back up, where several stand one below another. A bibliography that is printed
    as notes loses its arrows instead."""
    found = [at for at, row in enumerate(rows) if row.text.endswith(_ARROWS) and _BACK.search(row.text)]
    beside = [at for at, after in pairwise(found) if after == at + 1]
    if _are_cited([_BACK.sub("", rows[at].text) for at in sampled(found, _SAMPLE)]):
        for at in found:
            rows[at].text = _BACK.sub("", rows[at].text)
        return []
    return found if len(beside) >= _FEWEST else []


def _are_cited(notes: Sequence[str]) -> bool:
    """Whether at least half of the notes name who wrote, and quote a title or say when or where it appeared."""
    entries = [read_entry(note, Style()) for note in notes]
    cited = sum(bool(entry and entry.authors and (entry.quoted or entry.year or entry.venue)) for entry in entries)
    return 2 * cited >= len(notes)


def _numbered(rows: Sequence[Row], start: int) -> dict[int, int]:
    """The positions of the notes below `start`, by number: rows that count up from 1, or that point back up."""
    counted = dict(_count(rows, start))
    pointing = [at for at in range(start, len(rows)) if _BACK.search(rows[at].text)]
    return counted if len(counted) >= len(pointing) else dict(enumerate(pointing, start=1))


def _count(rows: Sequence[Row], start: int) -> Iterator[tuple[int, int]]:
    wanted = 1
    for at in range(start, len(rows)):
        match = _NUMBER.fullmatch(rows[at].marker)
        if match and int(match[1]) == wanted:
            yield wanted, at
            wanted += 1
