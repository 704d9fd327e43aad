"""What markup sets apart behind a title - a tag, a venue, names, code - in the flow of an entry: the facts go to its
parts, the words out of the flow. Pure but for the parts it writes to.
"""

from __future__ import annotations

import re

from enrich.mentions.entries.names.credits import without_places
from enrich.mentions.entries.parts import Entry as Parts
from enrich.mentions.markup.entries.journals import end_of_volume, has_volume, numbered_journal, year_of_volume
from enrich.mentions.markup.model.flow import Flow, Span, without
from enrich.mentions.sections import is_of_papers
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.months import MONTH
from enrich.mentions.shapes.names import NO, author_likeness, split_authors
from enrich.mentions.shapes.phrases import LABEL_WORDS, is_person, mostly_names, without_year
from enrich.mentions.shapes.tags import Tag, find_year, is_presentation, parse_name, parse_tag, parse_venue, parse_year
from enrich.mentions.shapes.venues import VOLUME_OF_YEAR, names_publication, venue_of
from enrich.mentions.shapes.words import has_letters

_YEAR_BEHIND = re.compile(  # or the day: "*The Tide Observer*. 1 February 2015."
    rf"[\s,.]*\(?(?:(?:\d{{1,2}} )?{MONTH} (?:\d{{1,2}}, )?)?(?P<year>(?:19|20)\d\d)\)?(?![\w-])", re.I
)
# What stands behind a journal: ", 12(3), 45-67 (2019)", " 12, no. 3 (2019): 45-67", " 2019;12(3):45-67".
_VOLUME_BEHIND = re.compile(
    rf"[\s,.]*(?:(?P<first>(?:19|20)\d\d){VOLUME_OF_YEAR}"
    r"|\d{1,4}(?:\(\d{1,3}(?:[-–]\d{1,3})?\)|,? no\. \d{1,4}|\.\d{1,3})?(?:[,:]\s*[A-Z]?\d{1,7}(?:[-–]{1,2}\d+)?)?,?\s*"
    r"(?:\((?P<year>(?:19|20)\d\d)\)(?:[,:]?\s*\d+(?:[-–]{1,2}\d+)?)?|\b(?P<bare>(?:19|20)\d\d)\b(?![-–])))"
)
_ISSUE_BEHIND = re.compile(r"[\s,]*(?:Vol(?:ume|\.)? )?\d[^\n;]{0,40}?\b(?P<year>(?:19|20)\d\d)\b(?![-–])", re.I)
_DATED_NAME = re.compile(r"(?P<name>[^\W\d_][^()\n]{1,60}?)(?: \d[\d.:–-]*)?,?(?: \((?P<year>(?:19|20)\d\d)\))")
# How far a paper has come, in front of the venue it goes to: "published in", not "published *online*".
_LEADS_TO_VENUE = re.compile(
    r"\b(?:submitted|accepted|to appear|appear(?:s|ed|ing)|published|forthcoming|in press)"
    r"(?: (?:to|in|at|by|for):?|:)\s+$",
    re.I,
)
_BY = re.compile(r"(?:submitted|published) by\b", re.I)
_JOINS, _JOINED = re.compile(r"[,;&]|\band\b"), re.compile(r"(?:[,;&]|\band)\s*$")
_STATUS_WORDS = 2  # in front of how far a paper has come: "Now", "It was"; by judgement
IN = re.compile(r"[Ii]n:\s+")  # "in: The Book of Tides"
_NEAR = 60  # characters in which the next person stands
_LINE = re.compile(r"[^\n]{0,40}(?=\n|$)")
_INNER_YEAR = re.compile(r" (?P<year>(?:19|20)\d\d) ")


def without_marked_facts(flow: Flow, end: int, parts: Parts) -> Flow:
    """The flow without the phrases behind `end` that markup sets apart and that are a tag or names: `ICCV 2020`."""
    gone = _take_codes(flow, end, parts)
    if not parts.venue and (numbered := numbered_journal(flow, end)):
        parts.add_tag(Tag(numbered.journal.text, numbered.year))
        gone.append((numbered.journal.start, numbered.end))
    if not parts.venue and (linked := _linked_place(flow, end)):
        parts.add_tag(linked[1])
        gone += [(linked[0].start, linked[0].end), _lone_author(flow, end, linked[0].start, parts, several=True)]
    told = {span.start for span in flow.spans(lambda run: run.hint == "venue")}
    for span in flow.spans(
        lambda run: (run.hint == "venue" or ((run.emphasis or run.strong) and not run.url)) and (run.hint or "apart")
    ):
        if span.start < end or any(first <= span.start < last for first, last in gone):
            continue
        if not parts.venue and (line := _line_of_place(flow, end, span)):
            parts.add_tag(Tag(span.text.strip(" ,."), find_year(line[0])))
            gone += [(span.end, line.end()), _lone_author(flow, end, span.start, parts)]
        elif not parts.venue and (tag := parse_tag(span.text) or (span.start not in told and _venue_alone(span.text))):
            parts.add_tag(tag)
            if year := None if parts.year else _YEAR_BEHIND.match(flow.text, span.end):
                parts.year = int(year["year"])
                gone.append((span.end, year.end()))
        elif not parts.venue and (
            dated := _year_of_venue(flow, span, span.start in told or _is_behind_people(flow, end, span))
        ):
            parts.add_tag(Tag(span.text.strip(" ,"), int(dated["year"])))
            gone += [(span.end, dated.end()), _lone_author(flow, end, span.start, parts)]
        elif not parts.venue and (volume := volume_behind(flow.text, span.end)):
            parts.add_tag(Tag(span.text.strip(" ,"), volume[0]))  # a stop in front of the volume is its own
            gone.append((span.end, volume[1]))
        elif not parts.venue and span.start in told and has_letters(span.text):
            parts.add_tag(_told_venue(span.text.strip(" ,")))
        elif not parts.venue and has_volume(flow, span):
            parts.add_tag(Tag(span.text.strip(" ,"), year_of_volume(flow, span)))
            gone.append((span.end, end_of_volume(flow, span)))
        elif not parts.venue and (status := _leads_to_venue(flow, end, span)):
            issue = _ISSUE_BEHIND.match(flow.text, span.end)
            parts.add_tag(Tag(span.text.strip(" ,"), int(issue["year"]) if issue else None))
            gone += [(status.start(), span.start), (span.end, issue.end() if issue else span.end)]
        elif _is_one_of_several(flow, end, span):
            continue
        elif not parts.authors and (author_likeness(names := without_places(span.text)) or is_person(names)):
            parts.authors = split_authors(names)
        else:
            continue
        gone.append((span.start, span.end))
    return Flow(without(flow.text, gone), flow.places, flow.pictures) if gone else flow


def _linked_place(flow: Flow, end: int) -> tuple[Span, Tag] | None:
    """The link that begins a line below that of people and is nothing but a name and a year: "[Oikos (2019)](..)"."""
    for link in flow.anchors:
        lines = flow.text[end : max(end, link.start)].split("\n")
        place = _DATED_NAME.fullmatch(link.text) if len(lines) > 2 and not lines[-1].strip() else None
        if place is None or not any(map(has_letters, lines)):
            continue
        name = place["name"].rstrip(" ,")
        button = name == name.lower() or (is_anchor(name) and name[0].isupper()) or is_presentation(name)
        if not button and len(name.split()) <= LABEL_WORDS and author_likeness(name) == NO and not find_year(name):
            return link, Tag(name, int(place["year"]))
    return None


def _is_one_of_several(flow: Flow, end: int, span: Span) -> bool:
    """Whether a person is set apart among others, as owners of pages are: "Max Poe, **Jane Roe** and Kim Doe"."""
    before = flow.text[max(end, span.start - _NEAR) : span.start]
    behind = flow.text[span.end : span.end + _NEAR]
    beside = (_JOINS.split(before)[-2:-1] if _JOINED.search(before) else []) + _JOINS.split(behind, maxsplit=2)[1:2]
    return is_person(span.text) and any(is_person(name.strip(" .\n")) for name in beside)


def volume_behind(text: str, start: int) -> tuple[int, int] | None:
    """The year that stands with a volume at `start`, behind a journal, and where both end."""
    match = _VOLUME_BEHIND.match(text, start)
    return (int(match["first"] or match["year"] or match["bare"]), match.end()) if match else None


def _take_codes(flow: Flow, end: int, parts: Parts) -> list[tuple[int, int]]:
    """Where the year and the venue stand that are set as code right behind a title: `2019` `ICES`. Beside a year, any
    name set so is the venue; what begins small says what the paper is about."""
    codes: list[Span] = []
    for start, stop, run in flow.places:
        if run.hint == "code" and start >= end and not flow.text[codes[-1].end if codes else end : start].strip():
            codes.append(Span(start, stop, run.text.strip()))
    years = [code for code in codes if parse_year(code.text)]
    names = [code for code in codes if code not in years and len(code.text.split()) <= LABEL_WORDS]
    if len(years) != 1 or len(names) != 1 or not _may_be_venue(names[0].text):
        return []
    parts.add_tag(Tag(names[0].text, parse_year(years[0].text)))
    return [(code.start, code.end) for code in codes]


def _may_be_venue(code: str) -> bool:
    """Whether a name set as code may be a venue: no word for links, no kind, no way to present papers."""
    told = is_anchor(code) or parse_tag(code) or is_presentation(code) or is_of_papers((code,))
    return not told and parse_name(code) is not None


def _is_behind_people(flow: Flow, end: int, span: Span) -> bool:
    """Whether words and a dash stand between the title and a phrase: "A Title / Jane Roe — *Public Shores* 2019"."""
    people, dash, rest = flow.text[end : span.start].rpartition(" — ")
    return bool(dash) and not rest.strip() and has_letters(people)


def _line_of_place(flow: Flow, end: int, span: Span) -> re.Match[str] | None:
    """The date behind an emphasised phrase that begins a line below the one of people; without one, any remark may be
    emphasised there."""
    above = flow.text[end : span.start]
    line = _LINE.match(flow.text, span.end)
    if not line or not above.endswith("\n") or not has_letters(above) or not parse_year(line[0].strip(" ,.;()")):
        return None
    remark = find_year(span.text) is not None or is_presentation(span.text) or is_anchor(span.text)
    named = span.text[:1].isupper() and author_likeness(span.text) == NO
    return line if named and not remark else None


def _year_of_venue(flow: Flow, span: Span, told: bool) -> re.Match[str] | None:
    """The year right behind a phrase that is a venue by it: one that the document tells, or one that is no name."""
    year = _YEAR_BEHIND.match(flow.text, span.end)
    named = author_likeness(span.text) or is_person(span.text) or not span.text[:1].isupper()
    return year if year and (told or not named) and has_letters(span.text) else None


def _leads_to_venue(flow: Flow, end: int, span: Span) -> re.Match[str] | None:
    """How far a paper has come, between its title and a phrase that is no word of the sentence about it."""
    begins = span.text[:1].isdigit() or not span.text.split(maxsplit=1)[0].islower()
    return _LEADS_TO_VENUE.search(flow.text, end, span.start) if begins else None


def place_led_to(flow: Flow) -> Tag | None:
    """The linked or emphasised place that a line about how far a paper has come leads to, at most a volume and a year
    behind it: "Now published in [Oikos](...) 12 (2019)"."""
    place = next(iter(flow.spans(lambda run: bool(run.url or run.emphasis))), None)
    status = _leads_to_venue(flow, 0, place) if place else None
    if not place or not status or has_letters(flow.text[place.end :]):
        return None
    name = place.text.strip(" ,;")
    name = name if name.count(".") > 1 else name.rstrip(".")  # "J. Tide." has a stop of its own
    stated = venue_of(name) or (Tag(name) if find_year(name) is None else _told_venue(name))
    short = len(flow.text[: status.start()].split()) <= _STATUS_WORDS
    by = _BY.match(status[0]) and not (stated.year or names_publication(name))  # people post papers
    if not short or by or not stated.venue or is_anchor(name):
        return None
    return Tag(stated.venue, stated.year or find_year(flow.text[place.end :]))


def _told_venue(name: str) -> Tag:
    """The venue that a page tells by its markup, and the year in or behind its name: "CSS 2019 Companion"."""
    name = IN.sub("", name)
    if inner := _INNER_YEAR.search(name):
        return Tag(name.replace(inner[0], " ", 1), int(inner["year"]))
    year = find_year(name)
    return Tag(without_year(name) if year else name, year)


def _lone_author(flow: Flow, start: int, end: int, parts: Parts, *, several: bool = False) -> tuple[int, int]:
    """Where a single name, with others or not, stands alone between a title and its venue, or `several` of any shape;
    they go to `parts`."""
    name = flow.text[start:end].strip(" .,;:–—-\n")
    others = name.endswith("et al") and author_likeness(f"{name}.")
    if parts.authors or not (others or is_person(name) or (several and mostly_names(name))):
        return start, start
    parts.authors = split_authors(name)
    return start, end


def _venue_alone(text: str) -> Tag | None:
    venue = parse_venue(text)
    return Tag(venue) if venue else None
