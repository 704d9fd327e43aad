"""What stands behind the title of an entry, in a flow of runs: tags, authors, venue, and what is said. Pure but for the
parts it writes to.
"""

from __future__ import annotations

import re

from enrich.mentions.entries.facts import read_rest
from enrich.mentions.entries.names.bracketed import take_credit
from enrich.mentions.entries.names.coauthors import co_authors, split_co_authors
from enrich.mentions.entries.names.credits import add_authors, are_placed, cells_of, without_places
from enrich.mentions.entries.notes import split_lead
from enrich.mentions.entries.parts import Entry as Parts
from enrich.mentions.markup.entries.apart import volume_behind, without_marked_facts
from enrich.mentions.markup.entries.around import PICTURES, words_alone
from enrich.mentions.markup.entries.prose import take_people
from enrich.mentions.markup.model.flow import Flow
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.leading import split_leading_tag
from enrich.mentions.shapes.names import (
    NO,
    are_surnames,
    author_likeness,
    ends_with_initial,
    split_authors,
    without_by,
)
from enrich.mentions.shapes.phrases import (
    LONGEST_HEAD,
    is_person,
)
from enrich.mentions.shapes.tags import parse_name, parse_tag, parse_venue, parse_year, split_trailing_tag
from enrich.mentions.shapes.words import is_acronym

_BY_FIRST = re.compile(r"^(?:by|authors?\s*:|,)\s+", re.I)
_TAG_BEHIND = re.compile(r"[.,] (?P<place>[^,.;]{2,60}?,? (?:19|20)\d\d)\.?$")
_IN_ROUND = re.compile(r"\((?P<inner>[^()]{4,300})\)")
_CREDIT = re.compile(rf"(?:[\s.,*\"”’]|[^\x00-\u1fff\s\w])*{_IN_ROUND.pattern}")  # behind a heart, a star
_PLACE_BEHIND = re.compile(r",\s+(?P<name>[^,;()\[\]–—]{2,60}?)(?=\s*(?:[\[(–—]|\s-\s|$))")
_ENDS_NAMES = re.compile(r"\d|\w{2}\. ")  # a year, or a stop that is no initial's
_CLOSING_QUOTE = re.compile('["”»]')
_DASH = re.compile(r"\s+(?:[–—|·-]|--)\s+")
_SENTENCE_END = re.compile(r"(?<=\w\w)\. ")
_REMARK = re.compile(r"(?<=\((?:19|20)\d\d\)) \((?P<said>[a-z][^()]{3,200})\)$")  # "12 J. Tide 3 (2019) (only the end)"
_LINE_NEAR = 4  # letters between a title and the line break behind it


def read_after(flow: Flow, end: int, parts: Parts) -> None:
    """What stands behind the title: tags, authors, venue, a description."""
    end = _take_credit(flow, end, parts)
    behind, said = split_lead(words_alone(without_marked_facts(flow, end, parts), end).lstrip())
    text = behind.removeprefix(".”").removeprefix('."').strip(' "”’*_:：,;-–—，；、。')
    if remark := _REMARK.search(text):
        text, said = text[: remark.start()], said or remark["said"]
    for _ in range(4):
        tag, rest = split_leading_tag(text + " x")
        if not tag:
            break
        parts.add_tag(tag)
        text = rest.removesuffix("x").strip(" *_|,;.-–—:")
    text = _take_people_apart(_take_cells(text, flow, end, parts), parts)
    text = take_people(_take_first_facts(text, flow, end, parts), parts)
    text = _BY_FIRST.sub("", _take_surnames_and_tag(_take_author_and_tag(text, parts), parts))
    if year := parse_year(text.strip(" ().,")):
        parts.year = parts.year or year
    elif not parts.venue and not parse_tag(text) and (venue := parse_venue(text)) and not is_anchor(venue):
        parts.venue = venue
    elif text:
        read_rest(text[:LONGEST_HEAD], parts)
        _take_tag_of_end(parts)
    parts.description = parts.description or said or None


def _take_credit(flow: Flow, end: int, parts: Parts) -> int:
    """Where the words behind the brackets with authors, venue or year begin that stand right behind the title, if any
    do. Markup inside of them tells nothing more: what is emphasised there is the venue or the names. With a venue
    behind them, "(Roe and Poe 2019), The Journal", they name people."""
    credit = _CREDIT.match(flow.text, end)
    if not credit:
        return end
    tag, place = parse_tag(credit["inner"]), _place_behind(flow, credit.end())
    if (place or not tag or "," in (tag.venue or "")) and take_credit(credit["inner"], parts):
        parts.venue = parts.venue or (place["name"] if place else None)
        return place.end() if place else credit.end()
    parts.add_tag(tag)
    return credit.end() if tag else end


def _place_behind(flow: Flow, start: int) -> re.Match[str] | None:
    """The venue that stands alone behind a comma at `start`, in front of links or a dash."""
    limit = next((anchor.start for anchor in flow.anchors if anchor.start >= start), len(flow.text))
    place = _PLACE_BEHIND.match(flow.text, start, limit)
    return place if place and parse_name(place["name"]) else None


def _take_cells(text: str, flow: Flow, end: int, parts: Parts) -> str:
    """What follows people and a place between bars, on the line below the title: "Jane Roe, Max Poe · ICES 2019"."""
    below = "\n" in flow.text[end : end + _LINE_NEAR] and not parts.authors
    line, sign, rest = text.lstrip(" .").partition(" . ") if below else ("", "", "")
    cells = cells_of(line, placed=True)
    if not cells or _ENDS_NAMES.search(cells[0]) or not any(map(parse_tag, cells[1:])):
        return text
    add_authors(parts, line)
    return rest if sign else ""


def _take_people_apart(text: str, parts: Parts) -> str:
    """What follows people in brackets, "(Jane Roe, Max Poe). ICES 2019", or in front of a dash or a bar, "Jane Roe, Max
    Poe - The Journal 2019 - a note"."""
    by = None if parts.authors else _BY_FIRST.match(text)
    listed = _SENTENCE_END.split(text[by.end() :], maxsplit=1)[0] if by else ""
    if by and ";" in listed and author_likeness(listed) != NO:
        text = text[by.end() :]
    aside = None if parts.authors else _IN_ROUND.match(text.lstrip(" ."))
    if aside and author_likeness(aside["inner"]) != NO:
        parts.authors = split_authors(aside["inner"])
        return aside.string[aside.end() :].strip(" .,;:|–—-")
    dash = None if parts.authors else _DASH.search(text)
    if dash and author_likeness(names := without_by(text[: dash.start()])) != NO:
        parts.authors = split_authors(names)
        return text[dash.end() :]
    return text


def _take_first_facts(text: str, flow: Flow, end: int, parts: Parts) -> str:
    """What follows one author on a line of their own, "(with Jane Roe)" or, behind a quoted title, the same without
    brackets, and the volume and year of a marked venue."""
    line = PICTURES.sub("", flow.text[end:].lstrip(' "”’*_.,\n')).split("\n")[0].strip(" .")
    names, text = without_by(line), text.lstrip(" .,")
    initialed = ends_with_initial(f"{names}.") and author_likeness(names) != NO  # no stop behind it ends a sentence
    placed = without_places(names) if are_placed(names) else ""
    people = split_authors(co_authors(line) or placed or (names if is_person(names) or initialed else ""))
    said = next((words for words in (line, names) if text.startswith(words)), "")
    if not parts.authors and "\n" in flow.text[end : end + _LINE_NEAR] and people and said:
        parts.authors, text = people, text[len(said) :].strip(" .,;")
    aside = _IN_ROUND.match(text)
    if not parts.authors and aside and (others := co_authors(aside["inner"])):
        parts.authors, text = split_authors(others), text[aside.end() :].strip(" .,;")
    quoted = _CLOSING_QUOTE.search(flow.text, max(end - 1, 0), end + 2)
    alone = text.strip(" .,;") if text[:5].lower() == "with " else ""
    named = (others, "") if (others := co_authors(alone)) else split_co_authors(text)
    apart = quoted or text.startswith("With ")  # behind others, "with Random Forests" is the title's
    if apart and not parts.authors and named:
        parts.authors, text = split_authors(named[0]), named[1].lstrip(" .,;")
    if parts.venue and not parts.year and (volume := volume_behind(text, 0)):
        parts.year, text = volume[0], text[volume[1] :].strip(" .,;")
    return text


def _take_author_and_tag(text: str, parts: Parts) -> str:
    """Names with venue and year behind them, "Jane Q. Roe. ICES 2019", of which no word is shortened but initials."""
    behind = _TAG_BEHIND.search(text) if text[-5:].strip(" .)").isdigit() and not parts.authors else None
    name = text[: behind.start()] if behind else ""
    words = name.split()
    if not behind or len(words) < 2 or len(words[-1]) == 1 or any(w[-1] == "." and len(w) > 2 for w in words):
        return text
    tag = parse_tag(behind["place"]) if is_person(name) or author_likeness(name) else None
    if not tag or not tag.venue or not tag.year:
        return text
    parts.authors = split_authors(name)
    parts.add_tag(tag)
    return ""


def _take_surnames_and_tag(text: str, parts: Parts) -> str:
    """Surnames alone with venue and year behind them, "Roe, Poe, J. Shore Stud. 2019"; behind one alone the venue has
    to be an acronym."""
    names, sign, place = text.rpartition(", ")
    tag = parse_tag(place) if sign and not parts.authors and not parts.venue else None
    if not tag or not tag.venue or not tag.year or any(map(is_acronym, names.split(", "))):
        return text
    if not are_surnames(names) or not (", " in names or " " in names or is_acronym(tag.venue)):
        return text
    parts.authors = split_authors(names)
    parts.add_tag(tag)
    return ""


def _take_tag_of_end(parts: Parts) -> None:
    """A tag in brackets behind the description or the authors."""
    if parts.description and parts.year is None:
        shorter, tag = split_trailing_tag(parts.description)
        if tag:
            parts.add_tag(tag)
            parts.description = shorter.strip(" .,;") or None
