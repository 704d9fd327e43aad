"""Lines that come back with every record of a page: "Readers: Everyone", "export record", "[pdf] [bib]", dates.

What a page prints below each of its papers is a field of the record or a button, and never a title. Told by counting:
no such line is known beforehand. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.entries.names.bracketed import credit_end
from enrich.mentions.entries.names.credits import dated_place
from enrich.mentions.sections import is_of_papers
from enrich.mentions.shapes.anchors import take_urls
from enrich.mentions.shapes.columns import find_header
from enrich.mentions.shapes.months import MONTH
from enrich.mentions.shapes.tags import find_year, parse_venue
from enrich.mentions.shapes.words import capital_share, without_numbers
from enrich.mentions.text.lines.rows import Row

REPEATED = "comes back with every record"  # what the lines that are found here are said to be
_MONTH = re.compile(rf"\b{MONTH}(?!\w)")
# A line belongs to records when it comes back so often, makes up this share of the page, and mostly stands in the midst
# of a block: headings that sections share come back as well, but behind a blank line.
_FEWEST, _SHARE, _INSIDE, _BOTH = 8, 0.08, 0.8, 0.2
_LONGEST, _LONGEST_LABEL = 120, 40
_NAME_WORDS = 3  # of places, whose names do not say so: "Slow Sand Letters"
_FRONT_WORDS = 3  # of lines that go on otherwise: "Published online by Some Press: 13 March 2018, pp. f1-f4"
_ABSTRACT = frozenset(("abstract", "summary"))
# Headings that sections share come back as well, but sentences do not stand below them. By judgement.
_NOTES_SHARE = 0.04
_ABSTRACT_WORDS = 30  # on average; notes are shorter
_STOPS, _CLOSING = frozenset(".!?…。"), "\"'”’)]* "
_TELLING = frozenset({RowKind.AUTHORS, RowKind.NAMES, RowKind.VENUE, RowKind.LABELLED, RowKind.LINKS, RowKind.DATE})


def find_repeats(rows: list[Row], claimed: Mapping[int, object]) -> list[int]:
    """Positions of rows that come back literally, but for numbers and months, with the records of a page. Names of
    columns come back with every table."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if at not in claimed and 0 < len(row.text) <= _LONGEST:
            places[_shape(row)].append(at)
    often = [found for found in places.values() if len(found) >= _FEWEST and _are_of_records(rows, found)]
    often = [found for found in often if not find_header(rows[found[0]].text)]
    fronts = {front for found in often if (front := _front(rows[found[0]]))}
    rest = [at for found in places.values() if found not in often for at in found]
    alike = [at for at in rest if not rows[at].gap and _front(rows[at]) in fronts]
    texts = Counter(row.text for row in rows)
    told = (at for at in (*chain(*often), *alike) if not (_tells(rows[at].text, texts) or _is_place(rows, at)))
    return sorted(told)


def _front(row: Row) -> str:
    """The first words of a row that goes on behind them, which say what it states; "" if there are none."""
    words = _shape(row).split(None, _FRONT_WORDS)
    return " ".join(words[:-1]) if len(words) > _FRONT_WORDS else ""


def _tells(text: str, texts: Counter[str]) -> bool:
    """Whether a row says something about the item above it, so that it stays: a link of its own does."""
    linked = "://" in text and texts[text] == 1
    return linked or kind_of_row(text) in _TELLING or dated_place(text) is not None


def _is_place(rows: list[Row], at: int) -> bool:
    """Whether a row names a venue right below the only line that an empty cell stands in front of: a title's."""
    return at > 0 and rows[at - 1].tabs > rows[at].tabs and not rows[at].gap and parse_venue(rows[at].text) is not None


def find_notes(rows: list[Row], claimed: Mapping[int, object]) -> list[int]:
    """Positions of labels that come back alone on their lines with every record ("Strengths", "Weaknesses"), and of the
    sentences in the block below each; as long as abstracts are, those below the only label are that. Citations are
    none: most state a year, or have people in brackets."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(len(rows) - 1):
        if rows[at].text.casefold().strip(" .:") in _ABSTRACT:
            continue  # what stands below is no note but the abstract
        if at not in claimed and rows[at].gap and rows[at + 1].gap and 0 < len(rows[at].text) <= _LONGEST_LABEL:
            places[rows[at].text.casefold()].append(at)
    least = max(_FEWEST, _NOTES_SHARE * len(rows))
    found: list[tuple[list[int], list[int]]] = []
    for labels in places.values():
        blocks = [_block(rows, at + 1, claimed) for at in labels] if len(labels) >= least else []
        below = [at for block in blocks for at in block]
        said = sum(rows[at].text.rstrip(_CLOSING)[-1:] in _STOPS for at in below)
        dated = sum(bool(find_year(rows[at].text) or credit_end(take_urls(rows[at].text)[0].rstrip())) for at in below)
        if below and said >= _INSIDE * len(below) and dated * 2 < len(below):
            found.append((labels, below))
    if len(found) == 1:
        labels, below = found[0]
        if sum(len(rows[at].text.split()) for at in below) >= _ABSTRACT_WORDS * len(labels):
            return labels
    return sorted(at for labels, below in found for at in (*labels, *below))


def _block(rows: list[Row], start: int, claimed: Mapping[int, object]) -> list[int]:
    """The positions from `start` on up to the next blank line."""
    end = start + 1
    while end < len(rows) and not rows[end].gap and end not in claimed:
        end += 1
    return [] if start in claimed else list(range(start, end))


def _are_of_records(rows: list[Row], places: list[int]) -> bool:
    """Whether rows of one shape stand in the midst of blocks; or those are labels, which may be fewer, and first in
    their blocks as well."""
    inside = sum(rows[at].gap == 0 for at in places)
    first = sum(rows[at].gap > 0 and at + 1 < len(rows) and rows[at + 1].gap == 0 for at in places)
    if len(places) >= _SHARE * len(rows) and inside >= _INSIDE * len(places):
        return True
    both = min(first, inside) >= _BOTH * len(places)
    return first + inside >= _INSIDE * len(places) and _are_labels([rows[at].text for at in places], both)


def _are_labels(texts: list[str], both: bool) -> bool:
    """Whether rows, the same to the letter, are what a page calls its parts. Lines of sentences and of titles are
    longer, headings say what the lines below them are, and short names of places have no word in small letters, nor do
    they stand `both` first in blocks and in the midst of others."""
    text, words = texts[0], texts[0].split()
    if len(text) > _LONGEST_LABEL or texts.count(text) < len(texts):
        return False
    if is_of_papers((text,)) or text.casefold().strip(" .:") in _ABSTRACT:
        return False
    return both or capital_share(words) < 1 or len(words) > _NAME_WORDS


def _shape(row: Row) -> str:
    return without_numbers(_MONTH.sub("m", row.text.casefold()))
