"""Where nearly all entries of a page are a title with its year, or venue and year, all that stands in front of these
is the title.

Titles have commas, dashes and stops in them, and what follows may look like names, a note or a venue: "Shells: Form,
Not Colour, Governs Choice. ICES 2021", "Do Limpets Remember? Homes of the Shore. 2020". Readers look at one entry and
cut there; on a page whose entries have nothing else behind their titles, what a few were cut at goes back to them. So
does the year that hardly a title ends in, "Shells: A Review (2019)", where entries state theirs elsewhere.

In: the items of a draft. Out: the same items, some with longer titles, some with the venue that a stop had in front.
Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from enrich.mentions.items import Item
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.tags import find_year, parse_year
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.titles import clean_title
from enrich.records import MentionKind

# Of so many items with venue or year, at most so many were cut. By measurement on 700 pages: where more were, names or
# notes stand behind some titles.
_FEWEST, _FEWEST_VENUES, _MOST_CUT = 20, 8, 0.06
_SECTION_CUT = 0.34  # of the items below one heading: a section may have a form of its own
_USUAL = 0.9  # of the items with venue and year have the same sign between them; of the venues so many come again
_DATED_SHARE = 0.8  # of the items, by judgement: some papers are too new, some items are none
_TITLE_END = 3  # words; shorter ones may be venues that stand once
_LONGEST_REST, _GAP = 20, 4
# What titles do not have in them: brackets right behind, years, others, cells, initials with a stop.
_NO_TITLE = re.compile(r"^\W*[(\[]|(?:19|20)\d\d|\bet al\b|[|·•]|(?:^|[\s.-])[A-Z]\.|https?:")
_DATED_END = re.compile(r" (?P<tag>\([^()]{0,40}(?:19|20)\d\d\))(?=\]\[?\(?|</|\t|[*_]{1,3} ?(?:\||$))")
_ASKED = re.compile(r"[?!]\s+(?P<rest>[^?!]+)$")
_MARKS = " \t.,;:|–—-"


def complete(text: str, items: Sequence[Item]) -> None:
    """Gives titles back what belongs to them; `text` is that of the page."""
    _complete_from_years(text.split("\n"), [item for item in items if item.kind in (None, MentionKind.PAPER)])
    listed = [item for item in items if item.whole and item.kind in (None, MentionKind.PAPER)]
    venues = Counter(item.venue.casefold() for item in listed if item.venue)
    if len(listed) >= _FEWEST:
        _complete_from_venues(listed, venues)
        _take_venues(listed, venues)
        _complete_from_rests(listed, venues)


def _complete_from_years(lines: Sequence[str], items: Sequence[Item]) -> None:
    """A year in brackets that stands behind few titles, within what markup or a cell sets apart as these, where nearly
    all items state their years elsewhere."""
    stated = sum(item.year is not None or item.heading_year is not None for item in items)
    if len(items) < _FEWEST or stated < _DATED_SHARE * len(items):
        return
    found = [(item, tag) for item in items if item.year and (tag := _tag_within(lines, item))]
    if len(found) <= _MOST_CUT * len(items):
        for item, tag in found:
            year, others = parse_year(tag.strip("()")), lines[item.line - 1].replace(f"{item.title} {tag}", "", 1)
            if year and (item.heading_year or item.year != year or find_year(others)):
                item.title = f"{item.title} {tag}"


def _tag_within(lines: Sequence[str], item: Item) -> str:
    """What stands in brackets right behind an item's title and ends in a year, with the end of its markup or cell
    behind it."""
    line = lines[item.line - 1] if item.line <= len(lines) else ""
    match = _DATED_END.match(line.partition(item.title)[2]) if item.title else None
    return match["tag"] if match else ""


def _complete_from_venues(items: Sequence[Item], venues: Counter[str]) -> None:
    """What stands once in the place of a venue, parted from the year by another sign than venues are, or where hardly
    an entry has one."""
    dated = sum(item.year is not None for item in items)
    if dated >= _FEWEST and venues.total() <= _MOST_CUT * dated:
        for item in items:
            if _is_long(item.venue or "") and (end := _end_behind(item)):
                _give_back(item, end)
        return
    recurring = sum(count for count in venues.values() if count > 1)
    if recurring < max(_FEWEST_VENUES, _USUAL * venues.total()):
        return
    signs = [(item, sign) for item in items if item.venue and item.year and (sign := _sign_behind(item)) is not None]
    usual, count = Counter(sign for _, sign in signs).most_common(1)[0] if signs else ("", 0)
    for item, sign in signs if count >= _USUAL * len(signs) else ():
        venue = item.venue or ""
        if sign != usual and _is_long(venue) and venues[venue.casefold()] == 1 and (end := _end_behind(item)):
            _give_back(item, end)


def _is_long(venue: str) -> bool:
    """Whether a venue has as many words as ends of titles have, and none of publishing."""
    return len(venue.split()) >= _TITLE_END and not names_publication(venue)


def _give_back(item: Item, end: int) -> None:
    """Makes all up to `end` the title, venue and all."""
    item.title = item.whole = clean_title(item.entry[item.entry.find(item.title) : end])
    item.venue = None


def _sign_behind(item: Item) -> str | None:
    """What parts an item's venue from the year behind it."""
    venue, year = item.venue or "", str(item.year)
    start = item.entry.rfind(venue)
    between = item.entry[start + len(venue) :].partition(year)[0] if start >= 0 else year
    return between if len(between) <= _GAP and year in item.entry[start:] else None


def _end_behind(item: Item) -> int:
    """Where the venue ends that stands right behind an item's title; 0 if it does not."""
    start = item.entry.find(item.title)
    place = item.entry.find(item.venue or "", start + len(item.title)) if start >= 0 else -1
    near = place >= 0 and place - start - len(item.title) <= _GAP
    return place + len(item.venue or "") if near else 0


def _take_venues(items: Sequence[Item], venues: Counter[str]) -> None:
    """A venue that others state with a year, alone behind a title."""
    for item in items:
        rest = _rest(item).strip(_MARKS)
        if not item.venue and not rest and (asked := _ASKED.search(item.title)):
            rest, front = asked["rest"].rstrip("."), item.title[: asked.start("rest")].rstrip()
            item.title = front if venues[rest.casefold()] > 1 else item.title
        if rest and not item.venue and venues[rest.casefold()] > 1:
            item.venue, item.description, item.whole = rest, _beyond(item.description, rest), item.title


def _complete_from_rests(items: Sequence[Item], venues: Counter[str]) -> None:
    """What a reader took for names, or for a note, behind the titles of a few."""
    stated = [item for item in items if item.year or item.venue]
    cut = [item for item in stated if (rest := _rest(item).strip(_MARKS)) and not is_anchor(rest)]
    if len(stated) < _FEWEST or len(cut) > _MOST_CUT * len(stated):
        return
    sections = Counter(item.section for item in stated)
    of_section = Counter(item.section for item in cut)
    for item in cut:
        rest = _rest(item)
        few = of_section[item.section] <= max(1, _SECTION_CUT * sections[item.section])
        if few and not _NO_TITLE.search(rest) and len(rest.split()) <= _LONGEST_REST and not _ends_in(rest, venues):
            item.title, item.description = clean_title(item.whole), _beyond(item.description, rest)
            item.authors = tuple(name for name in item.authors if name not in rest)


def _beyond(description: str | None, taken: str) -> str | None:
    """What a description says that is not in the words taken for title or venue: lines below the entry add to it."""
    words = taken.strip(_MARKS)
    if not description or description.strip(_MARKS) in words:
        return None
    return description.removeprefix(words).lstrip(_MARKS) or None


def _rest(item: Item) -> str:
    """What stands behind the title in the words between an item's links and tags; "" if something is in front."""
    return item.whole[len(item.title) :] if item.whole.startswith(item.title) else ""


def _ends_in(rest: str, venues: Counter[str]) -> bool:
    return venues[rest.rpartition(", ")[2].strip(_MARKS).casefold()] > 0
