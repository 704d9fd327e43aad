"""Lists in which a comma parts titles from the names behind them, and a stop those from where the paper appeared: "A
Title, Jane Roe and Max Poe. Sea Studies 12(3), May 2019."

In: the text of an item. Out: its title, names, and the rest, of which the place is read; and whether the items of a
page are written so. Pure but for the entry that is filled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from enrich.mentions.entries.facts import read_rest
from enrich.mentions.entries.marks import without_marks
from enrich.mentions.entries.parts import Entry, as_written
from enrich.mentions.shapes.anchors import Habits, strip_anchors, strip_leading, take_urls
from enrich.mentions.shapes.months import LIKE_MONTH
from enrich.mentions.shapes.names import (
    NO,
    author_likeness,
    form_of_name,
    is_single_name,
    may_stand_in_names,
    names_people,
    split_authors,
    without_others,
)
from enrich.mentions.shapes.tags import YEAR, Tag, parse_year
from enrich.mentions.shapes.words import has_letters

_STOP = re.compile(r"(?<=[^\W\d_]{2})\.\s+(?=[\w(])")
_COMMA = re.compile(r",\s+(?=[^\W\d_])")
_QUESTION = re.compile(r"(?<=[?!])\s+(?=[^?!]+$)")
_JUNIOR = re.compile(r", (?=[JS]r\b)")
_LAST = re.compile(r", (?:and |& )?| and | & ")
_INITIALED = ("Roe, J.", "J. Roe", "Roe J")
_STOPS_TRIED, _COMMAS_TRIED, _LONGEST = 3, 60, 1200
_FEWEST, _SHARE = 5, 0.5  # by judgement: of all lines with a comma, which are sentences as well
_SAMPLE = 75  # lines looked at; more tell the same
_TITLE_WORDS = 3  # fewer may be a name in front of others
# Volume, pages, the month or the year that the name of a place ends at: " 12(3)", ", Volume 12", ", May 2019".
_BEHIND_NAME = re.compile(
    r"[,.]?\s\(?(?:(?i:vol(?:ume|\.)?|issue|no\.|pages|pp?\.) ?\d|\d{1,4} ?\(\d|\d{1,4}:\d"
    rf"|(?:(?i:{LIKE_MONTH}),? (?:\d{{1,2}}, )?)?{YEAR}\b(?![.-]\d|[^\W\d]| [A-Z]))"
)
_YEAR = re.compile(rf"\b{YEAR}\b(?![-–.]\d|--)")
_STOP_OF_PLACE = re.compile(r"(?<=\d)[).]*\.\s+(?=\S)")
_IN = re.compile(r"In:? (?:the proceedings of (?:the )?)?")
_SENTENCE = re.compile(r"[^\W\d_A-Z]{5}\. ")
_LONGEST_NAME = 160


def split_title_and_names(text: str) -> tuple[str, str, str] | None:
    """`(title, names, rest)` at the first comma that nothing but names stand behind, up to a stop; None for none."""
    for stop in islice(_STOP.finditer(text[:_LONGEST]), _STOPS_TRIED):
        front = _JUNIOR.sub(" ", text[: stop.start()])
        for comma in islice(_COMMA.finditer(front, _end_of_words(front)), _COMMAS_TRIED):
            if _are_names(front[comma.end() :]):
                title, names = _without_name(front[: comma.start()], front[comma.end() :])
                *before, last = _STOP.split(title)  # "A Title. Jane Roe, Max Poe. Sea Studies"
                return None if before and names_people(last) else (title, names, text[stop.end() :])
    return None


def _without_name(title: str, names: str) -> tuple[str, str]:
    """`(title, names)` where the first name stands behind the question that a title is, without a comma."""
    question = _QUESTION.search(title)
    first = title[question.end() :] if question else ""
    return (title[: question.start()], f"{first}, {names}") if question and names_people(first) else (title, names)


def _end_of_words(text: str) -> int:
    """Where the last word ends that cannot stand in names: no comma in front of it parts names from a title."""
    end = len(text)
    for word in reversed(text.split(" ")):
        if word and not may_stand_in_names(word):
            return end - 1 if word.endswith(",") else end
        end -= len(word) + 1
    return 0


def _are_names(text: str) -> bool:
    """Whether a text is names: the first of many may be one of an odd shape, as any other. The last is no word alone,
    as in "Jane Roe, Proc. ICES"."""
    last = _LAST.split(without_others(text))[-1]
    if " " not in last.strip():
        return False
    if names_people(text):
        return True
    first, _, others = text.partition(", ")
    return bool(others) and len(first.split()) > 1 and author_likeness(f"{others}, {first}") != NO


def _may_be_names(title: str) -> bool:
    """Whether the first words of what may be a title are names, perhaps behind the key of a citation."""
    front = title.partition("] ")[2] or title
    few = len(front.split()) < _TITLE_WORDS
    return few or names_people(front) or is_single_name(front.partition(", ")[0]) or form_of_name(front) in _INITIALED


def are_titles_and_names(texts: Sequence[str]) -> bool:
    """Whether a fair share of the texts are written so, and fewer may begin with names instead."""
    texts = [text for text in texts if ", " in text]
    texts = texts[:: max(1, len(texts) // _SAMPLE)]
    found = list(filter(None, map(split_title_and_names, texts)))
    named = sum(_may_be_names(title) for title, _, _ in found)
    titled = len(found) - named
    return titled >= max(_FEWEST, _SHARE * len(texts)) and titled > named


def read_titled(text: str, habits: Habits) -> Entry | None:
    """The parts of an entry that is written so; None of any other."""
    bare, links = take_urls(text)
    bare, anchored = strip_anchors(strip_leading(without_marks(bare)), habits)
    found = split_title_and_names(bare)
    if not found or not has_letters(found[0]):
        return None
    title, names, rest = found
    entry = Entry(whole=bare, links=links, anchored=anchored, authors=split_authors(names), cited=True)
    entry.title = as_written(title.strip(), text)
    name = _BEHIND_NAME.search(rest[:_LONGEST_NAME])
    if not name or _SENTENCE.search(rest[: name.start()]):
        read_rest(rest, entry)
        return entry
    end = _STOP_OF_PLACE.search(rest, name.end())
    place, behind = (rest[: end.start()], rest[end.end() :]) if end else (rest, "")
    year = _YEAR.search(place, name.start())
    entry.add_tag(Tag(_IN.sub("", rest[: name.start()]).strip(" ,.;") or None, parse_year(year[0]) if year else None))
    entry.description = behind.strip() or None
    return entry
