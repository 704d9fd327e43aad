"""The kinds of all rows of a page: what a row is by itself, set right by what the rows around it are.

In: rows. Out: a kind for each. Lines of one name count as authors where the page has lines of several; sentences that
stand line upon line are titles with notes, for nobody writes paragraphs of one sentence so. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.entries.names.bracketed import credit_end, learn_credit_venues
from enrich.mentions.entries.names.credits import dated_place, may_be_names, without_places
from enrich.mentions.entries.runons import find_said, run_on
from enrich.mentions.shapes.anchors import Habits, strip_anchors, take_urls
from enrich.mentions.shapes.days import WEEKDAY
from enrich.mentions.shapes.namemarks import MARKED_NAME
from enrich.mentions.shapes.names import is_single_name, without_frame
from enrich.mentions.shapes.tags import find_year, parse_venue, parse_year
from enrich.mentions.shapes.trailing import split_trailing_venue
from enrich.mentions.shapes.venues import venue_of
from enrich.mentions.shapes.words import sentences
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.rowkinds.credits import (
    AUTHOR_LINES,
    FEWEST_VENUES,
    are_usually_framed,
    are_usually_marked,
    are_usually_placed,
    settle_affiliated,
    settle_cells,
    settle_credit_lines,
    settle_credits,
    settle_parted,
    settle_placed,
    settle_venues_again,
)
from enrich.mentions.text.rowkinds.forms import settle_dated, settle_ends, settle_forms
from enrich.mentions.text.rowkinds.fronts import settle_by, settle_called, settle_signs
from enrich.mentions.text.rowkinds.headings import settle_headings
from enrich.mentions.text.rowkinds.labels import settle_labels
from enrich.mentions.text.rowkinds.meetings import settle_meetings
from enrich.mentions.text.rowkinds.places import settle_places, settle_posted, settle_signed
from enrich.mentions.text.rowkinds.sections import settle_sections
from enrich.mentions.text.rowkinds.sessions import settle_sessions
from enrich.mentions.text.rowkinds.titles import (
    settle_dated_titles,
    settle_short_titles,
    settle_titles,
    settle_titles_like_people,
)
from enrich.mentions.text.rowkinds.topics import settle_topics

_PEOPLE = frozenset({RowKind.AUTHORS, RowKind.NAMES})
_RUN = 3
# Pages of records have so many, this share of them alike. By judgement: lists of titles have no blocks.
_RECORDS, _USUAL, _NAME_WORDS = 8, 0.8, 5
_PROSE_SHARE = 0.6
# Sentences with a dash in their first words are titles with notes, where nearly all of a page are so.
_DASHED = re.compile(r"\S\s+[-–—]\s+\S")
_DASH_SHARE, _TITLE_LENGTH = 0.7, 220
_DATED_PLACE = re.compile(r"(?P<name>[^()]{3,120}),? \((?:19|20)\d\d\)")
_YEARS_SHARE = 0.2  # of dates; by judgement, a page of posts has none


def page_kinds(rows: list[Row], claimed: Mapping[int, object]) -> list[RowKind]:
    """The kind of each row; those of `claimed` rows mean nothing."""
    kinds = [_kind_of(row) if at not in claimed else RowKind.ENTRY for at, row in enumerate(rows)]
    settle_posted(rows, kinds)
    settle_headings(rows, kinds, claimed)
    settle_sections(rows, kinds, claimed)
    for settle in (settle_signs, settle_by, settle_called, settle_placed, settle_affiliated, settle_credit_lines):
        settle(rows, kinds)
    settle_short_titles(rows, kinds)
    settle_titles_like_people(rows, kinds)
    if kinds.count(RowKind.AUTHORS) >= AUTHOR_LINES:
        settle_venues_again(rows, kinds)
        _settle_names(rows, kinds)
        settle_credits(rows, kinds)
        settle_cells(rows, kinds)
        settle_parted(rows, kinds)
        _settle_second_lines(rows, kinds, claimed)
        settle_titles(rows, kinds)
    settle_labels(rows, kinds, claimed)
    _settle_venues(rows, kinds)
    settle_places(rows, kinds)
    settle_signed(rows, kinds)
    _settle_days(rows, kinds)
    settle_topics(rows, kinds)
    settle_dated_titles(rows, kinds)
    prose = [at for at, kind in enumerate(kinds) if kind is RowKind.PROSE and at not in claimed]
    dashed = [at for at in prose if _DASHED.search(rows[at].text[:_TITLE_LENGTH])]
    if len(dashed) >= _RUN and (_usually_dashed(rows, claimed) or len(dashed) >= _DASH_SHARE * len(prose)):
        for at in dashed:
            kinds[at] = RowKind.ENTRY
    _settle_running(rows, kinds, claimed)
    _settle_credited(rows, kinds, claimed)
    for start, end in _tight_runs(rows, claimed):
        prose = [at for at in range(start, end) if kinds[at] is RowKind.PROSE and _may_be_titled(rows[at])]
        if prose and (len(prose) >= _PROSE_SHARE * (end - start) or _are_double(rows[start:end])):
            for at in prose:
                kinds[at] = RowKind.ENTRY
        settle_ends(rows, kinds, range(start, end))
        settle_dated(rows, kinds, range(start, end))
    settle_forms(rows, kinds, claimed)
    settle_sessions(rows, kinds, claimed)
    settle_meetings(rows, kinds, claimed)
    return kinds


def _are_double(rows: list[Row]) -> bool:
    """Whether most lines are of several sentences."""
    return sum(len(sentences(row.text[:600], 2)) > 1 for row in rows) >= _PROSE_SHARE * len(rows)


def _kind_of(row: Row) -> RowKind:
    if row.credit:
        return RowKind.AUTHORS
    if row.prose:
        return RowKind.PROSE
    return RowKind.ENTRY if row.titled or row.year else kind_of_row(row.text)


def _settle_running(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Where lines that stand together are mostly titles that run on into what is said of them, those that look like
    sentences are so, too."""
    lines = [at for start, end in _tight_runs(rows, claimed) for at in range(start, end)]
    prose = [at for at in lines if kinds[at] is RowKind.PROSE]
    for at in prose if len(prose) >= _RUN and run_on(rows[at].text for at in lines) else ():
        if find_said(rows[at].text):
            kinds[at] = RowKind.ENTRY


def _settle_credited(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Where people in brackets stand behind most titles, what is said behind those makes no sentences of the lines."""
    texts = {at: take_urls(row.text)[0].rstrip() for at, row in enumerate(rows) if at not in claimed}
    venues = learn_credit_venues(texts.values()) if any(map(credit_end, texts.values())) else None
    for at, text in texts.items() if venues is not None else ():
        if kinds[at] is RowKind.PROSE and credit_end(text, venues):
            kinds[at] = RowKind.ENTRY


def _settle_days(rows: list[Row], kinds: list[RowKind]) -> None:
    """Where many dates are years alone, those that state the day as well say the same: when a paper appeared."""
    years = {at: parse_year(rows[at].text) for at, kind in enumerate(kinds) if kind is RowKind.DATE}
    alone = sum(str(year) == rows[at].text for at, year in years.items())
    if alone >= max(_RECORDS, _YEARS_SHARE * len(years)):
        for at, year in years.items():
            rows[at].text = str(year) if year else rows[at].text


def _usually_dashed(rows: list[Row], claimed: Mapping[int, object]) -> bool:
    texts = [row.text[:_TITLE_LENGTH] for at, row in enumerate(rows) if at not in claimed]
    return sum(bool(_DASHED.search(text)) for text in texts) * 2 >= len(texts)


def _settle_names(rows: list[Row], kinds: list[RowKind]) -> None:
    """Lines that may be names are, where they stand right behind a title, as far from it as authors do on this page."""
    apart = [row.gap for row, kind in zip(rows, kinds, strict=True) if kind is RowKind.AUTHORS]
    usual = sorted(apart)[len(apart) // 2]
    placed, framed = are_usually_placed(rows, kinds), are_usually_framed(rows, kinds)
    marked = are_usually_marked(rows, kinds)
    for at, row in enumerate(rows):
        follows_title = at > 0 and kinds[at - 1] is RowKind.ENTRY and row.gap <= usual
        one = kinds[at] in (RowKind.ENTRY, RowKind.VENUE) and (
            _is_one_name(row.text, placed=placed) or (framed and _are_framed_names(row.text))
        )
        # What looks like one name above lines of names is the end of a title: "... of Very / Weak Magnetic Fields", or
        # like names without marks of where they are from, "Edge Delays and Phase Errors", where all others have such.
        above_names = at + 1 < len(rows) and kinds[at + 1] in _PEOPLE and not rows[at + 1].gap
        several = kinds[at] is RowKind.NAMES and not (marked and above_names and not MARKED_NAME.search(row.text))
        if follows_title and (several or (one and not above_names)):
            kinds[at] = RowKind.AUTHORS


def _are_framed_names(text: str) -> bool:
    names = without_frame(text)
    return names != text and may_be_names(names)


def _is_one_name(text: str, *, placed: bool) -> bool:
    """Whether a line is one name, or one name and a year in brackets, or a place where that is usual."""
    if "  " in text.strip():
        return False  # buttons side by side
    names, tag = split_trailing_venue(text) if text.endswith(")") else (text, None)
    if placed and is_single_name(without_places(text)):
        return True
    return is_single_name(names) and (tag is None or not tag.venue)


def _settle_second_lines(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Where the second lines of nearly all blocks are authors, all are that have no more words than names have, and
    one alone if it has their capitals."""
    second = [at for at in range(1, len(rows)) if rows[at - 1].gap and not rows[at].gap and not rows[at].marker]
    second = [at for at in second if at not in claimed and at - 1 not in claimed and not WEEKDAY.match(rows[at].text)]
    named = [at for at in second if kinds[at] is RowKind.AUTHORS]
    if len(named) < _RECORDS or len(named) < _USUAL * len(second):
        return
    for at in second:
        names = without_places(rows[at].text)
        parts = names.split("; " if "; " in names else ", ")
        short = all(len(part.split()) <= _NAME_WORDS for part in parts) and rows[at].text[-1:] not in ".:?!"
        short &= find_year(names) is None  # the rest of a title, and where it appeared
        above_names = at + 1 < len(rows) and kinds[at + 1] is RowKind.AUTHORS and not rows[at + 1].gap
        likely = short and (len(parts) > 1 or (may_be_names(names) and not above_names))
        if kinds[at] in (RowKind.ENTRY, RowKind.NAMES) and likely:
            kinds[at] = RowKind.AUTHORS


def _settle_venues(rows: list[Row], kinds: list[RowKind]) -> None:
    """What stands right below authors is the venue: a name and a year, however long the name, or what comes again
    there, year or no year."""
    below = [
        at
        for at in range(1, len(rows))
        if kinds[at - 1] is RowKind.AUTHORS
        and kinds[at] in (RowKind.ENTRY, RowKind.NAMES, RowKind.LABELLED)
        and not rows[at].gap
        and (not rows[at].marker or rows[at - 1].marker)
    ]
    above = {at for at in range(len(rows) - 1) if kinds[at + 1] is RowKind.AUTHORS}  # titles, whatever their form
    dated = {at for at in below if at not in above and dated_place(rows[at].text)}
    below = [at for at in below if at not in dated and kinds[at] is not RowKind.LABELLED]
    again = Counter(_place_of(rows[at].text) for at in below)
    usual = sum(kinds[at - 1] is RowKind.AUTHORS and kinds[at] is RowKind.VENUE for at in range(1, len(rows)))
    usual += sum(again[_place_of(rows[at].text)] >= FEWEST_VENUES for at in below)
    for at in (*dated, *below):
        tag = venue_of(rows[at].text)
        told = at in dated or (usual >= FEWEST_VENUES and parse_venue(rows[at].text))
        if (tag and tag.venue and tag.year) or again[_place_of(rows[at].text)] >= FEWEST_VENUES or told:
            kinds[at] = RowKind.VENUE


def _place_of(text: str) -> str:
    """What stands in front of the year in brackets that a text ends in but for words of links; else all of it."""
    dated = _DATED_PLACE.fullmatch(strip_anchors(text, Habits())[0].strip())
    return dated["name"] if dated else text


def _tight_runs(rows: list[Row], claimed: Mapping[int, object]) -> list[tuple[int, int]]:
    """Ranges of unmarked rows without a blank line between them."""
    runs = []
    start = 0
    for at in range(1, len(rows) + 1):
        broken = at == len(rows) or rows[at].gap > 0 or bool(rows[at].marker) or at in claimed
        if broken:
            if at - start >= _RUN and start not in claimed and not rows[start].marker:
                runs.append((start, at))
            start = at
    return runs


def _may_be_titled(row: Row) -> bool:
    """Whether a sentence may be a title with a note: it was not wrapped, and nothing tells it an abstract."""
    return not row.prose and _is_whole(row.text)


def _is_whole(text: str) -> bool:
    """Whether a line begins and ends as a sentence does, so that it was not wrapped."""
    return not text[:1].islower() and text.rstrip("\"'”’)]* ")[-1:] in ".!?。"
