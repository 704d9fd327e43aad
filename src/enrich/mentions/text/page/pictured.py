"""Records of table rows whose cells hold several lines, as browsers copy them: an empty cell, of a picture or a mark,
in front of the title, and below that whatever else its cell holds, a line each. Where browsers leave out the empty
cell, tracks or places of a few names stand right below the titles, one record upon another.

In: rows and their kinds. Out: the places of the records; none where people do not stand right below most such titles,
or below what comes again there. Sets the kinds of places that stand there. Pure; cost is linear.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from enrich.mentions.entries.details import RowKind
from enrich.mentions.links import names_paper
from enrich.mentions.shapes.anchors import take_urls
from enrich.mentions.shapes.names import is_single_name
from enrich.mentions.shapes.tags import may_state_year, parse_venue
from enrich.mentions.shapes.words import has_words
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.rowkinds.placed import Records, Role

_FEWEST, _NAMED = 8, 0.6  # by judgement: fewer are chance, and some papers have no people, or unusual ones
_AGAIN = 3  # a place that stands below so few titles is chance
_MOST_HEADINGS = 0.5  # of titles; what stands above more of them is of each record
# So many lines a record has at most, where nearly all follow one another; words of less than titles, and of places.
_LINES, _NEAR, _SHORT_WORDS, _MOST_WORDS = 6, 0.8, 3, 4
_NAME_WORDS = 2
_PEOPLE = frozenset({RowKind.AUTHORS, RowKind.NAMES})
_LOOSE = frozenset({*_PEOPLE, RowKind.ENTRY, RowKind.VENUE})


def find_pictured(rows: Sequence[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> Records | None:
    """The places of records whose titles alone have a tab in front, and of the headings right above them. What stands
    beside them is no item, unless it may state a year or lead to a paper."""
    titles = [at for at, row in enumerate(rows) if row.tabs and at not in claimed] or _above_places(
        rows, kinds, claimed
    )
    below = {at + 1 for at in titles if at + 1 < len(rows) and not rows[at + 1].gap} - set(titles)
    again = Counter(rows[at].text for at in below)
    places = {at for at in below if again[rows[at].text] >= _AGAIN and (at in claimed or kinds[at] in _LOOSE)}
    named = sum(kinds[at] in _PEOPLE or _may_begin_with_name(rows[at].text) for at in below - places - set(claimed))
    if sum(kinds[at] in _PEOPLE for at in titles) * 2 > len(titles):
        return None
    if len(titles) < _FEWEST or named + len(places) < _NAMED * len(titles) or any(rows[at].marker for at in titles):
        return None
    headings = [at - 1 for at in titles if at and rows[at - 1].gap and at - 1 not in claimed]
    if len(headings) > _MOST_HEADINGS * len(titles):
        return None
    found = Records()
    found.tell(Role.ASIDE, (at for at, row in enumerate(rows) if not _may_be_item(row.text)))
    starts = frozenset(titles)
    for at in titles:
        ends = (end for end in range(at + 1, len(rows)) if end in starts or _ends(rows[end], kinds[end]))
        end = next(ends, len(rows))
        found.tell(Role.FIELD, range(at + 1, end))
        found.held.update(range(at + 1, end))
    people = {at + (at in places) for at in below}
    found.tell(Role.PEOPLE, (at for at in people if at in found.held and kinds[at] in (*_PEOPLE, RowKind.ENTRY)))
    found.tell(Role.HEADING, headings)
    found.tell(Role.TITLE, titles)
    _settle_places(rows, kinds, places)
    return found


def _may_be_item(text: str) -> bool:
    """Whether a line beside the records may be a citation, in whatever form."""
    return may_state_year(text) or any(names_paper(link.url) for link in take_urls(text)[1])


def _may_begin_with_name(text: str) -> bool:
    """Whether a text may begin with a name, and where people are from behind it or not: "Jane Roe Some University"."""
    return is_single_name(" ".join(text.partition(",")[0].split(None, _NAME_WORDS)[:_NAME_WORDS]))


def _above_places(rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object]) -> list[int]:
    """The rows right above words that come again and are none of links, where one such row follows another in a few
    lines, with people in between. What stands above each has the words of titles: what comes again two lines below is a
    button."""
    again = Counter(row.text for row in rows)
    among: dict[str, list[int]] = defaultdict(list)
    for at in range(1, len(rows) - 1):
        if again[rows[at].text] >= _AGAIN and kinds[at] in _LOOSE and _stands_between(rows, at, again):
            among[rows[at].text].append(at)
    places: set[int] = set()
    for found in sorted(among.values(), key=len, reverse=True):
        above = [rows[at - 1].text for at in found if at - 2 not in places]
        worded = sum(len(text.split()) for text in above) > _SHORT_WORDS * len(above)
        places.update(found if worded and len(above) * 2 > len(found) else ())
    titles = sorted(at - 1 for at in places if at - 1 not in claimed and at - 2 not in places)
    near = sum(b - a <= _LINES for a, b in pairwise(titles))
    named = sum(kinds[at + 2] in _PEOPLE or _may_begin_with_name(rows[at + 2].text) for at in titles)
    return titles if near >= _NEAR * (len(titles) - 1) and named >= _NAMED * len(titles) else []


def _stands_between(rows: Sequence[Row], at: int, again: Counter[str]) -> bool:
    """Whether a row of a few words and no year, which would tell it a place, stands right between two that do not come
    again."""
    alone = max(again[rows[at - 1].text], again[rows[at + 1].text]) < _AGAIN
    block = not (rows[at].gap or rows[at + 1].gap or rows[at].marker)
    return alone and block and not (has_words(rows[at].text, _MOST_WORDS) or may_state_year(rows[at].text))


def _settle_places(rows: Sequence[Row], kinds: list[RowKind], places: Iterable[int]) -> None:
    """What is written as venues are among `places` is one: other words are those of tracks and kinds."""
    for at in places:
        kinds[at] = RowKind.VENUE if parse_venue(rows[at].text) else RowKind.LABELLED


def _ends(row: Row, kind: RowKind) -> bool:
    """Whether a row is no line of the record above it: a blank line parts it, or it begins a list."""
    return row.gap > 0 or (row.marker != "" and kind is RowKind.ENTRY)
