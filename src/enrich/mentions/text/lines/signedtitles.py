"""Titles that are typed as headings of Markdown are, in pages that pagers print or people paste: "### A Title", with
what is known of the paper below it.

In: the rows of a page. Out: nothing; such rows lose their signs, and are titles from then on. Headings of sections have
entries below them, not facts alone.
"""

from __future__ import annotations

import re
from itertools import pairwise

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Entry, Style
from enrich.mentions.shapes.anchors import take_urls
from enrich.mentions.shapes.names import is_single_name, names_people
from enrich.mentions.shapes.tags import Tag
from enrich.mentions.text.lines.rows import Row

_SIGNED = re.compile(r"(?P<sign>#{1,6}) +(?=[\"'“‘(\[]?\w)")
# By judgement: fewer are chance; so many of one depth have facts alone below them, and as many words as titles.
_FEWEST, _SHARE, _TITLE_WORDS = 3, 0.6, 4
_MOST_BELOW = 8  # rows; of longer ones some are entries
_STATING = frozenset({RowKind.AUTHORS, RowKind.NAMES, RowKind.VENUE, RowKind.DATE, RowKind.LINKS, RowKind.LABELLED})
_BELOW = _STATING | {RowKind.PROSE}


def take_signs(rows: list[Row]) -> None:
    """Takes the signs off the titles among the signed lines of a page: those of the deepest headings."""
    signed = {at: match for at, row in enumerate(rows) if not row.marker and (match := _SIGNED.match(row.text))}
    deepest = max((len(match["sign"]) for match in signed.values()), default=0)
    spans = [range(at, end) for at, end in pairwise([*signed, len(rows)]) if len(signed[at]["sign"]) == deepest]
    titles = [span.start for span in spans if _states_facts([rows[at] for at in span])]
    if len(titles) < max(_FEWEST, _SHARE * len(spans)):
        return
    for span in reversed(spans):
        row, below = rows[span.start], [rows[at] for at in span[1:]]
        row.cut_front(signed[span.start].end())
        row.titled = row.whole = True
        if (entry := _read_run_on(below)) is not None:
            for rest in below[1:]:
                below[0].append(rest)
            links = [link.url for link in take_urls(below[0].text)[1]]
            below[0].text, below[0].credit = " ".join([_people_of(entry), *links]), True
            row.tag = Tag(entry.venue, entry.year)
            del rows[span.start + 2 : span.stop]


def _states_facts(rows: list[Row]) -> bool:
    """Whether a line as long as titles stands above facts of a paper and its abstract alone."""
    title, *below = rows
    if len(title.text.split()) <= _TITLE_WORDS or len(below) > _MOST_BELOW:
        return False
    kinds = [kind_of_row(row.text) for row in below]
    stated = bool(take_urls(title.text)[1]) or not _STATING.isdisjoint(kinds)
    return (stated and _BELOW.issuperset(kinds)) or _read_run_on(below) is not None


def _read_run_on(rows: list[Row]) -> Entry | None:
    """What a paragraph says of a paper that has no title of its own: "Jane Roe, Max Poe – ICRA 2018"; None of any
    other."""
    if not rows or any(row.marker or row.gap for row in rows[1:]) or rows[0].marker:
        return None
    entry = read_entry(" ".join(row.text for row in rows), Style())
    return entry if _people_of(entry) and (entry.year or entry.venue) else None


def _people_of(entry: Entry) -> str:
    """The people of an entry, the first of whom may stand where its title should."""
    first = entry.title.removeprefix("by ")
    named = names_people(first) or is_single_name(first)
    return ", ".join([first, *entry.authors]) if named else ", ".join(entry.authors)
