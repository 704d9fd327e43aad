"""Abstracts in parts, each below a label on a line of its own: "Background", "Methods", "Main results".

In: whole rows. Out: rows, each label and its part in one, told as abstracts. No label need be known: the page proves
it, for the same few come again and again, each once in a run of them, with sentences below. Readings stand below their
kind in the same way, "Required", "Optional", so citations are no parts. Pure; cost is linear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from enrich.mentions.entries.details import ABSTRACT_PART
from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.shapes.tags import find_year
from enrich.mentions.shapes.words import has_words

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer are chance; parts end as sentences do, and few name a year, as citations below their kind do.
_FEWEST, _SAID, _MOST_DATED, _UNLIKE, _ONCE, _PARTS = 6, 0.9, 0.4, 0.3, 0.9, 2
_LABEL_WORDS, _LONGEST_LABEL, _WORDS = 5, 40, 3
# By judgement: of two labels one is known; some parts are longer than titles; a sample tells what is cited.
_SURELY, _LONG_PART, _CITED, _SAMPLE = 3, 12, 0.4, 60
# Of records, as databases print them.
_FIELDS = frozenset(["title", "source", "author", "authors", "journal", "publisher"])
_STOPS, _CLOSING = frozenset(".!?…"), "\"'”’)]"


def join_parts(rows: list[Row]) -> list[Row]:
    """The rows with the parts of abstracts joined to the labels above them."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(len(rows) - 1):
        if _may_be_label(rows[at]) and not (rows[at + 1].gap or rows[at + 1].marker):
            places[rows[at].text.casefold().rstrip(" :")].append(at)
    often = {label: found for label, found in places.items() if len(found) >= _FEWEST and _are_said(rows, found)}
    labels = {at: label for label, found in often.items() for at in found if _is_said(rows[at + 1].text)}
    if not _are_of_abstracts(often) or not (_are_once(labels) and _are_unlike([rows[at + 1].text for at in labels])):
        return rows
    parts = [[rows[at + 1].text for at in found] for found in often.values()]
    if not any(map(_are_long, parts)) or any(map(_are_cited, parts)):
        return rows
    for at in labels:
        row, part = rows[at], rows[at + 1]
        row.text = row.text.rstrip(" :") + ":"
        row.append(part, " ")
        row.end, row.prose = part.end, True
    return [row for at, row in enumerate(rows) if at - 1 not in labels]


def _may_be_label(row: Row) -> bool:
    text = row.text
    short = len(text) <= _LONGEST_LABEL and text[-1:] not in _STOPS and not row.marker and text[:1].isupper()
    return short and len(text.split()) <= _LABEL_WORDS and not text[-1:].isdigit()


def _are_said(rows: Sequence[Row], labels: Collection[int]) -> bool:
    """Whether nearly all lines below a label end as sentences do."""
    return sum(_is_said(rows[at + 1].text) for at in labels) >= _SAID * len(labels)


def _are_of_abstracts(labels: Collection[str]) -> bool:
    """Whether labels are several, and none of them a field; two might be anything, so one must be known."""
    known = any(ABSTRACT_PART.match(f"{label}: so it is.") for label in labels)
    return len(labels) >= (_PARTS if known else _SURELY) and _FIELDS.isdisjoint(labels)


def _are_long(parts: Sequence[str]) -> bool:
    return 2 * sum(len(part.split()) >= _LONG_PART for part in parts) >= len(parts)


def _are_cited(parts: Sequence[str]) -> bool:
    """Whether many parts below a label quote a title, or name who wrote it."""
    sample = sampled(parts, _SAMPLE)
    entries = [read_entry(part, Style()) for part in sample]
    cited = sum(entry is not None and (entry.quoted or bool(entry.authors)) for entry in entries)
    return cited >= _CITED * len(sample)


def _are_unlike(parts: Sequence[str]) -> bool:
    """Whether parts differ, and few state a year: searches of the literature do, citations all."""
    dated = sum(find_year(text) is not None for text in parts)
    return dated <= _MOST_DATED * len(parts) and len(set(parts)) >= _UNLIKE * len(parts)


def _is_said(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in _STOPS and has_words(text, _WORDS)


def _are_once(labels: dict[int, str]) -> bool:
    """Whether hardly any run of labels and their parts has a label twice, and most are of several."""
    runs: list[list[str]] = []
    for at in sorted(labels):
        if at - 2 not in labels:
            runs.append([])
        runs[-1].append(labels[at])
    once = sum(len(set(run)) == len(run) for run in runs)
    several = sum(len(run) >= _PARTS for run in runs)
    return once >= _ONCE * len(runs) and 2 * several > len(runs)
