"""Rows that name authors and say more: where their paper appeared, when, and on which site.

In: rows and their kinds. Out: the kinds, those of such rows set, by what several of the page have in common. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise, takewhile

from enrich.mentions.entries.details import RowKind
from enrich.mentions.entries.midyears import read_year_apart
from enrich.mentions.entries.names.credits import (
    cells_of,
    may_be_names,
    split_credit,
    split_credit_line,
    split_place,
    split_undated,
    without_places,
)
from enrich.mentions.entries.names.dated import split_dated
from enrich.mentions.shapes.anchors import take_urls
from enrich.mentions.shapes.namemarks import MARKED_NAME
from enrich.mentions.shapes.names import is_particle, is_single_name, names_people, split_authors, without_frame
from enrich.mentions.shapes.tags import Tag, may_state_year, parse_venue
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import first_word, without_numbers
from enrich.mentions.text.lines.rows import Row

# So many lines of authors make a page one that gives authors their own lines.
AUTHOR_LINES = 3
FEWEST_VENUES = 3
_USUAL = 0.8  # of such lines; by judgement
_BARRED = frozenset({RowKind.AUTHORS, RowKind.ENTRY})
_MOST_SAID = 3  # paragraphs; more are other records
# Lines below the authors of what a search has found: a quotation, buttons, the site of the next. By judgement.
_MOST_FOUND, _LOOSE = 6, frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.VENUE})
_PLACE_COMMAS = 3  # in front of where people are from and within: "Some University, Somewhere, Some Country"
_NAMED = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.AUTHORS})
_FIGURES, _AGAIN = "0123456789 ", 2  # in front of places that marks lead to; speakers come again
_SEVERAL = 0.3  # of lines of authors name several; by judgement, hardly any title with its venue looks like it
_SEMICOLONS = 2  # no title has more
_ENDS = frozenset(".?!:")
_DIGIT = re.compile(r"\d")
_PEOPLE = frozenset({RowKind.AUTHORS, RowKind.NAMES})


def settle_placed(rows: list[Row], kinds: list[RowKind]) -> None:
    """Lines of perhaps names, a venue and a year are authors where nearly all stand below lines without a year; so are
    those then that name one of these venues, without a year or below a title with one."""
    dated = [at for at in range(1, len(rows)) if _DIGIT.search(rows[at].text)]
    placed = [at for at in dated if (found := _stated(rows[at], kinds[at])) and found[1].year]
    below = [at for at in placed if kinds[at - 1] is RowKind.ENTRY and _may_be_title(rows[at - 1].text)]
    if len(below) < max(AUTHOR_LINES + 1, _USUAL * len(placed)):
        return
    stated = {at: found for at in range(1, len(rows)) if (found := _stated(rows[at], kinds[at]))}
    venues, told = Counter(stated[at][1].venue for at in below), set(below)
    for at, (_, tag) in stated.items():
        titled = at - 1 not in stated and (not tag.year or kinds[at - 1] is RowKind.ENTRY)  # a title may name a year
        if at in told or (titled and venues[tag.venue] >= FEWEST_VENUES):
            kinds[at] = RowKind.AUTHORS
    _settle_said(rows, kinds, [at for at, kind in enumerate(kinds) if at in stated and kind is RowKind.AUTHORS])


def _may_be_title(text: str) -> bool:
    """Whether a text states no year, and does not lead on to the next."""
    return not may_state_year(text) and not text.endswith(":")


def _settle_said(rows: list[Row], kinds: list[RowKind], credits: list[int]) -> None:
    """The paragraph below names and a venue says something of the paper, where nearly all have one in front of the next
    title: its lines are no titles, wherever they were broken."""
    spans = [range(at + 1, _paragraph(rows, at, end - 1)) for at, end in pairwise([*credits, len(rows)])]
    first = [next((at for at in span if kinds[at] is not RowKind.LINKS), span.stop) for span in spans]
    said = [range(at, span.stop) for at, span in zip(first, spans, strict=True) if at < span.stop and rows[at].gap]
    said = [span for span in said if sum(rows[at].gap > 0 for at in span) <= _MOST_SAID]
    for span in said if len(said) >= _USUAL * len(credits) else ():
        rests = takewhile(lambda at: not rows[at].gap, span[1:])
        for at in (span.start, *rests):
            kinds[at] = RowKind.PROSE if kinds[at] in _LOOSE else kinds[at]


def _paragraph(rows: list[Row], above: int, at: int) -> int:
    """The first row of the paragraph of a row, below the one `above`."""
    return next((start for start in range(at, above, -1) if rows[start].gap), above + 1)


def _stated(row: Row, kind: RowKind) -> tuple[str, Tag] | None:
    """`(names, tag)` of a row that may be names and a venue, with a year or without."""
    if kind not in (RowKind.ENTRY, RowKind.NAMES) or row.marker:
        return None
    text = take_urls(row.text)[0].strip() if "://" in row.text else row.text
    names, place = split_place(text) if kind is RowKind.NAMES else ("", None)
    if place:
        return (names, place) if place.venue else None
    if dated := split_dated(text):
        return dated
    credit = split_credit(text)
    name = (credit[1].venue or "") if credit else ""
    if credit and ". " not in name and not may_state_year(name):  # those are a title and its venue
        return credit
    return split_undated(text)


def settle_affiliated(rows: list[Row], kinds: list[RowKind]) -> None:
    """People and where they are from are authors, where such places come again behind people and nearly all of these
    lines stand below others that may be titles: "Ana Roe and Max Poe, Some University; Jane Moe, Another". The places
    are no authors, if they are not written as names are. One that is named as venues are is their venue."""
    whole = Counter(row.text.lstrip(_FIGURES) for row in rows)  # places alone come again as they are
    once = (at for at, row in enumerate(rows) if kinds[at] in _NAMED and whole[row.text.lstrip(_FIGURES)] <= _AGAIN)
    told = {at: parts for at in once if (parts := _affiliated(rows[at]))}
    places = Counter(place for parts in told.values() for _, place in parts)
    again = {at: parts for at, parts in told.items() if any(places[place] >= FEWEST_VENUES for _, place in parts)}
    below = [at for at in again if at and at - 1 not in told and kinds[at - 1] in _LOOSE]
    several = sum(any(len(split_authors(people)) > 1 for people, _ in parts) for parts in again.values())
    if len(below) < max(2 * AUTHOR_LINES, _USUAL * len(again)) or several < _SEVERAL * len(again):
        return
    known = {place for place, count in places.items() if count >= FEWEST_VENUES}
    for at in range(1, len(rows)):
        if at in again or kinds[at] not in _NAMED or kinds[at - 1] not in _LOOSE:
            continue
        parts = [_at_last_comma(part) for part in rows[at].text.split("; ")]
        if all(place in known and ":" not in people and may_be_names(people) for people, place in parts):
            again[at] = parts  # names of other shapes than names have
    for at, parts in again.items():
        kinds[at] = RowKind.AUTHORS
        named = len(parts) == 1 and (is_single_name(parts[0][1]) or names_people(parts[0][1]))  # who writes with many
        if named or any(not place[:1].isupper() for _, place in parts):
            continue
        rows[at].text = ", ".join(people for people, _ in parts)
        if len(parts) == 1 and (parse_venue(parts[0][1]) or names_publication(parts[0][1])):
            rows[at].tag = Tag(parts[0][1])


def _affiliated(row: Row) -> list[tuple[str, str]]:
    """`(people, place)` of each part of a row between semicolons, if all are people, a comma, and where they are from;
    nothing otherwise."""
    if row.marker or row.text[-1:] in _ENDS or ", " not in row.text:
        return []
    parts = [_people_and_place(part) for part in row.text.split("; ")]
    return [part for part in parts if part] if all(parts) else []


def _people_and_place(text: str) -> tuple[str, str] | None:
    """`(people, place)` parted at the last comma with people in front; places may have one of their own: "Jane Roe,
    University of Somewhere, Elsewhere"."""
    people = text
    for _ in range(_PLACE_COMMAS):
        people, _ = _at_last_comma(people)
        place = text[len(people) + 2 :]
        if not people or ":" in people or may_state_year(place):
            return None
        if names_people(people):
            return people, place
    return None


def _at_last_comma(text: str) -> tuple[str, str]:
    people, _, place = text.rpartition(", ")
    return people, place


def settle_credit_lines(rows: list[Row], kinds: list[RowKind]) -> None:
    """Names, a place and a year between dashes are authors where nearly all such lines stand below others."""
    lines = {at for at, row in enumerate(rows) if at and not row.marker and split_credit_line(row.text)}
    lines = {at for at in lines if not read_year_apart(rows[at].text)}  # these have their titles in front
    below = sorted(at for at in lines if at - 1 not in lines and not rows[at].gap)
    if len(below) < max(AUTHOR_LINES, _USUAL * len(lines)):
        return
    for at in below:
        kinds[at - 1], kinds[at] = RowKind.ENTRY, RowKind.AUTHORS
    found = [range(at + 1, min(end - 1, at + 1 + _MOST_FOUND)) for at, end in pairwise(below)]
    longest = max(map(len, found))  # nobody says where the last record ends
    found.append(range(below[-1] + 1, min(len(rows), below[-1] + 1 + longest)))
    if sum(map(bool, found)) >= _USUAL * len(below):
        for between in found:
            _settle_found(rows, kinds, between)


def _settle_found(rows: list[Row], kinds: list[RowKind], between: range) -> None:
    """What stands between the authors of one record and the title of the next, in their block, is no title."""
    for at in takewhile(lambda at: not rows[at].gap, between):
        kinds[at] = RowKind.LABELLED if kinds[at] in _LOOSE else kinds[at]


def settle_venues_again(rows: list[Row], kinds: list[RowKind]) -> None:
    """What looks like names and comes again, whatever its numbers and links, right below people is their venue:
    "Tide Stud. Discuss., https://..., 2023"."""
    again: dict[str, list[int]] = defaultdict(list)
    for at in range(1, len(rows)):
        if kinds[at] is RowKind.NAMES and may_state_year(rows[at].text) and not rows[at].gap:
            again[without_numbers(take_urls(rows[at].text)[0])].append(at)
    for places in again.values():
        named = sum(kinds[at - 1] in _PEOPLE or is_single_name(rows[at - 1].text) for at in places)
        if len(places) >= FEWEST_VENUES and named * 2 > len(places):
            for at in places:
                kinds[at] = RowKind.VENUE


def settle_credits(rows: list[Row], kinds: list[RowKind]) -> None:
    """Below a title, capitals in front of a venue and a year are authors, where several lines of authors state the same
    venue: names of odd shapes, or a venue of many words."""
    stated = [split_place(row.text)[1] for row, kind in zip(rows, kinds, strict=True) if kind is RowKind.AUTHORS]
    venues = Counter(tag.venue for tag in stated if tag and tag.venue and tag.year)
    for at in range(1, len(rows)) if venues else ():
        if kinds[at] is RowKind.ENTRY and kinds[at - 1] is RowKind.ENTRY:
            names, tag = split_place(rows[at].text)
            if tag and tag.venue and tag.year and venues[tag.venue] >= FEWEST_VENUES and may_be_names(names):
                kinds[at] = RowKind.AUTHORS


def settle_cells(rows: list[Row], kinds: list[RowKind]) -> None:
    """Facts between bars below a title begin with its authors, where as many cells with the same end do elsewhere."""
    cells = {at: cells_of(row.text, placed=True) for at, row in enumerate(rows) if kinds[at] in _BARRED}
    forms = {at: (len(found), found[-1]) for at, found in cells.items() if found}
    named = Counter(form for at, form in forms.items() if kinds[at] is RowKind.AUTHORS)
    for at, form in forms.items():
        if at and kinds[at] is RowKind.ENTRY is kinds[at - 1] and named[form] >= AUTHOR_LINES:
            kinds[at] = RowKind.AUTHORS


def settle_parted(rows: list[Row], kinds: list[RowKind]) -> None:
    """What semicolons part right below a title are names of whatever shape, where they do so in most lines of authors;
    what begins small, or stands above authors, is something else: "Kelp of the north; tides; and more"."""
    named = [row.text for row, kind in zip(rows, kinds, strict=True) if kind is RowKind.AUTHORS]
    if sum("; " in text for text in named) * 2 <= len(named):
        return
    for at in range(1, len(rows)):
        below = kinds[at] is RowKind.ENTRY is kinds[at - 1] and not rows[at].gap and "; " not in rows[at - 1].text
        above_people = at + 1 < len(rows) and kinds[at + 1] in _PEOPLE and not rows[at + 1].gap
        parts = rows[at].text.split("; ")
        if below and not above_people and len(parts) > _SEMICOLONS and all(map(_may_begin_name, parts)):
            kinds[at] = RowKind.AUTHORS


def _may_begin_name(part: str) -> bool:
    word = first_word(part)
    return not _DIGIT.search(part) and (not word[:1].islower() or is_particle(word))


def are_usually_marked(rows: list[Row], kinds: list[RowKind]) -> bool:
    """Whether marks behind names lead to where people are from, in most lines of authors."""
    named = [row.text for row, kind in zip(rows, kinds, strict=True) if kind is RowKind.AUTHORS]
    return sum(MARKED_NAME.search(text) is not None for text in named) * 2 > len(named)


def are_usually_placed(rows: list[Row], kinds: list[RowKind]) -> bool:
    """Whether brackets behind names say where people are from, in most lines of authors."""
    named = [row.text for row, kind in zip(rows, kinds, strict=True) if kind is RowKind.AUTHORS]
    return sum(without_places(text) != text for text in named) * 2 > len(named)


def are_usually_framed(rows: list[Row], kinds: list[RowKind]) -> bool:
    """Whether brackets or a "by" set off the names in most lines of authors."""
    named = [row.text for row, kind in zip(rows, kinds, strict=True) if kind is RowKind.AUTHORS]
    return sum(without_frame(text) != text for text in named) * 2 > len(named)
