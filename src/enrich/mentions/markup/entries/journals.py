"""The names of journals behind the words of an entry: told by links, emphasised, or with a volume in bold behind them,
"The Journal **12**, 345 (2019)", as in physics.

In: the flow of an entry, and where its title ends or its words begin. Out: the journal, and where its numbers end. A
year in bold, as chemists write it in front of the volume, is no volume.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from enrich.mentions.markup.model.flow import Flow, Span
from enrich.mentions.shapes.names import are_people, author_likeness
from enrich.mentions.shapes.phrases import is_person
from enrich.mentions.shapes.tags import parse_forthcoming, parse_name, parse_tag, parse_year
from enrich.mentions.shapes.venues import LISTED_NAME, venue_of
from enrich.mentions.shapes.words import has_letters

_VOLUME = re.compile(r"[A-Z]?\d{1,4}[A-Z]?,?")
_APART = re.compile(r"^|, |\n")  # between a title and its journal
_PAGES = r"[,:]?\s*[A-Z]{0,2}\d{1,7}(?:[-–]{1,2}[A-Z]?\d{1,7})?"
_YEAR = r"(?:19|20)\d\d\b"
# A page may look like a year where the year follows: "**12**, 1987 (2019)".
_NUMBERS = re.compile(
    rf"(?:\s*\(\d{{1,3}}\))?(?:{_PAGES}(?=,?\s*\({_YEAR})|(?![,:]?\s*{_YEAR}){_PAGES})?(?:,?\s*\(?(?P<year>{_YEAR})\)?)?"
)
_VOLUME_BEHIND = re.compile(  # and its year or its pages
    rf",? (?:vol(?:ume|\.)? ?)?\d{{1,4}}(?: ?\(\d{{1,3}}\))?(?:,? \(?{_YEAR}|[,:] ?(?:pp?\. ?)?\d{{1,5}}[-–]{{1,2}}\d)",
    re.I,
)
_VOLUME_AND_ALL = re.compile(
    rf",? (?:vol(?:ume|\.)? ?)?(?P<volume>\d{{1,4}})(?: ?\(\d{{1,3}}\))?(?:[,:] ?(?:pp?\. ?)?\d{{1,5}}[-–]{{1,2}}\d+)?"
    rf"(?:,? \(?(?P<year>{_YEAR})\)?)?(?:, pp?\. ?\d{{1,5}}[-–]{{1,2}}\d+)?",
    re.I,
)
_YEAR_BEHIND = re.compile(rf",? \(?{_YEAR}")
_LISTED = re.compile(rf"[\s.,]*(?P<name>{LISTED_NAME})")
_STOP = re.compile(r"[.?!]\s")
# In front of the book or proceedings that a paper is in: "A Title. In Jane Roe and Max Poe, editors, *Tides*".
_LED_IN = re.compile(
    r"[.?!][\"”’']?\s+(?P<lead>In:?(?:\s(?:(?![.?!]\s+In\b)[^\n]){3,200}?,?\s\(?(?:[Ee]ditors?|[Ee]ds?)\.?\)?[,.:]?)?)$"
)
_LEADS = ("In", "In:")
_NUMBERS_BEHIND = re.compile(r"[\s,.;]*(?:vol(?:ume)?\b\.?|no\b\.?|pp\b\.?|\()?\s*\d", re.I)  # of a journal's name


class Numbered(NamedTuple):
    """A journal by its span, where the volume, pages and year behind it end, and the year."""

    journal: Span
    end: int
    year: int | None


def numbered_journal(flow: Flow, start: int) -> Numbered | None:
    """The journal behind `start` that has a volume in bold."""
    for volume in flow.spans(lambda run: run.strong and not run.url):
        if volume.start <= start or not _VOLUME.fullmatch(volume.text):
            continue
        numbers = _NUMBERS.match(flow.text, volume.end)
        year = numbers["year"] if numbers else None
        if not year and parse_year(volume.text.rstrip(",")):
            continue
        marked = _marked(flow, start, volume)
        journal = marked or _set_off(flow, start, volume)
        if not (parse_name(journal.text) or (marked and venue_of(f"{marked.text} 2000"))):
            return None
        return Numbered(journal, numbers.end() if numbers else volume.end, int(year) if year else None)
    return None


def _marked(flow: Flow, start: int, volume: Span) -> Span | None:
    """The phrase right in front of a volume that markup sets apart."""
    for span in flow.spans(lambda run: not run.strong and (run.hint == "venue" or run.emphasis)):
        # a stop behind the markup ends a sentence, one inside of it belongs to the name
        if span.start >= start and span.end <= volume.start and not flow.text[span.end : volume.start].strip(" ,.\n"):
            return Span(span.start, span.end, span.text.strip(" ,"), span.url)
    return None


def _set_off(flow: Flow, start: int, volume: Span) -> Span:
    """What the last comma or line break in front of a volume sets off, or a stop behind the last of some names."""
    front = flow.text[start : volume.start].rstrip(" ,\n")
    if listed := _LISTED.fullmatch(front):
        return Span(start + listed.start("name"), start + listed.end("name"), listed["name"])
    begin = max(place.end() for place in _APART.finditer(front))
    person, stop, journal = front[begin:].partition(". ")
    names = front[: begin + len(person)].lstrip(" .,\n")
    if stop and is_person(person) and author_likeness(names) and parse_name(journal):
        begin += len(person) + len(stop)
    name = front[begin:].strip(' ,"”’').lstrip(".").lstrip()
    begin = flow.text.index(name, start + begin)
    return Span(begin, begin + len(name), name)


def marked_journal(flow: Flow, start: int, *, credited: bool) -> Span | None:
    """The journal behind plain words: one that the document's links tell, or one emphasised behind a comma, with its
    year in it, or with numbers, no words or but "in press" behind it; one that "In" or editors lead to behind a
    sentence; behind two sentences any phrase before a year that begins with a capital and names nobody, for behind one
    it may be the title: "Roe. *Title* (2017)"; behind one before a volume with year or pages. `credited`: the entries
    of the list begin with people."""
    told = flow.spans(lambda run: run.hint == "venue" and bool(run.url or not run.emphasis))
    if span := next((span for span in told if span.start > start), None):
        return span
    links = [anchor.start for anchor in flow.anchors]
    for span in flow.spans(lambda run: run.emphasis and not run.strong and not run.url):
        before = flow.text[start : span.start].rstrip()
        lead = _LED_IN.search(before)
        alone = (
            lead and not credited and lead["lead"] in _LEADS and is_person(_STOP.split(before.lstrip(), maxsplit=1)[0])
        )
        if lead and not alone and parse_name(span.text):  # "Jane Roe. A Title. In *Tides*": the list tells her
            return Span(start + lead.start("lead"), span.end, span.text)
        parted = before.endswith((".", "?", "!")) and _STOP.search(before) and not is_person(before.rstrip("."))
        if parted and _YEAR_BEHIND.match(flow.text, span.end) and _may_be_journal(span.text):
            return span
        if has_volume(flow, span) and span.text[:1].isupper() and _ends_title(before):
            return span
        if not before.endswith(","):
            continue
        if (tag := parse_tag(span.text)) and tag.venue and tag.year:
            return span
        if not venue_of(f"{span.text} 2000"):
            continue
        words = flow.text[span.end : next((link for link in links if link > span.end), None)]
        numbered = _NUMBERS_BEHIND.match(flow.text, span.end)
        if not has_letters(words) or numbered or parse_forthcoming(span.text + words.rstrip(" .")):
            return span
    return None


def has_volume(flow: Flow, journal: Span) -> bool:
    """Whether a volume with its year or pages stands right behind: a stop in front of it is that of a short word."""
    return _VOLUME_BEHIND.match(flow.text, journal.end) is not None


def journal_behind(flow: Flow, start: int) -> Span | None:
    """The first journal behind `start`: one that the document tells, or an emphasised one with its volume."""
    told = [span for span in flow.spans(lambda run: run.hint == "venue") if span.start >= start]
    emphasised = flow.spans(lambda run: run.emphasis and not run.url)
    numbered = [span for span in emphasised if span.start >= start and has_volume(flow, span)]
    return min(told + numbered, key=lambda span: span.start, default=None)


def end_of_volume(flow: Flow, journal: Span) -> int:
    """Where the volume, pages and year right behind a journal end."""
    numbers = _VOLUME_AND_ALL.match(flow.text, journal.end) if has_volume(flow, journal) else None
    return numbers.end() if numbers else journal.end


def year_of_volume(flow: Flow, journal: Span) -> int | None:
    """The year with the volume right behind a journal, or in the place of one: "*Tide Surveys*, 2004, 85-218"."""
    numbers = _VOLUME_AND_ALL.match(flow.text, journal.end) if has_volume(flow, journal) else None
    return (parse_year(numbers["year"] or "") or parse_year(numbers["volume"])) if numbers else None


def _ends_title(words: str) -> bool:
    """Whether words end in a stop, and are no mere names."""
    return words.endswith((".", "?", "!")) and not are_people(words)


def _may_be_journal(words: str) -> bool:
    """Whether emphasised words in front of a year may be a journal: not "et al." behind names, nor names."""
    return words[:1].isupper() and not author_likeness(words) and not is_person(words)
