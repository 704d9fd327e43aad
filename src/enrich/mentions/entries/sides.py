"""What stands on both sides of a title: links, leftovers of links, tags of venue and year, authors in brackets.

In: the text of an item, and what the items of its page end in. Out: the text without its sides, and what they state.
Pure. Asked for a text a second time, once its page is known, it remembers the answer.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from enrich.mentions.entries.journalends import LONGEST_JOURNAL, split_abbreviated, split_journal
from enrich.mentions.entries.learned.besideyears import split_glued_venue
from enrich.mentions.entries.learned.stacks import split_stack
from enrich.mentions.entries.names.bracketed import split_bracketed
from enrich.mentions.entries.names.mixed import are_mixed
from enrich.mentions.entries.remarks import IN_SQUARE, without_remark
from enrich.mentions.shapes.anchors import (
    Habits,
    is_anchor,
    leading_label,
    leading_name,
    strip_anchors,
    strip_leading,
    take_urls,
)
from enrich.mentions.shapes.days import DAY
from enrich.mentions.shapes.leading import name_in_front, place_in_front, split_leading_tag
from enrich.mentions.shapes.names import (
    STRONG,
    are_people,
    author_likeness,
    is_single_name,
    is_surname,
    split_authors,
)
from enrich.mentions.shapes.tags import Tag, parse_tag
from enrich.mentions.shapes.trailing import split_trailing_venue
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import BLANKS
from enrich.records import Link

_VENUE_IN_FRONT = re.compile(r"\s*\[(?P<venue>[A-Z][^\[\]\d]{1,50})\]\s*(?=\S)")
_LAST_YEAR = re.compile(r"[\s,;.(\[]*(?P<year>(?:19|20)\d\d)[\])\s.]*$")
_LONGEST_YEAR = 24  # characters at an end that hold a year and the signs around it
_SAYING = frozenset(("required", "optional", "recommended"))  # in brackets beside titles: how much it is to be read
# In "Roe et al. 2011 A Title" a tag would leave no title; in "A Title, Roe et al., 2011" it does.
_NAMES_ALONE = re.compile(r"[^\s,]+(?: [^\s,]+){0,4},? et al\.?,?")
_CREDIT = re.compile(r"\s*\((?P<inner>[^()]{6,160})\)[\s.]*$")
# The day of a meeting in front of the paper it is about: "8 Dec: ...", "Mon, March 3 - ...", "03/12: ...".
_DAY_IN_FRONT = re.compile(rf"\A{DAY}\s*(?::|\s[-–—|]|[—|])\s+(?=\S)", re.I)
# Titles with all their authors end before; what comes after is description.
_LONGEST = 3000
_REMEMBERED = 1024
_BARS_LEFT = (" ·", " •", " |")  # in front of links that were taken away
_MOST_BEHIND, _MOST_IN_FRONT = 8, 4
_TITLE_WORDS = 4  # more than most venues have


class Sides(NamedTuple):
    """`rest` is the text between the sides, `beyond` what is too long to be looked at."""

    rest: str
    beyond: str
    links: tuple[Link, ...]
    tag: Tag
    authors: tuple[str, ...]
    anchored: bool
    labels: tuple[str, ...]


def is_behind_tag(sides: Sides, text: str) -> bool:
    """Whether venue and year stood in front of the title."""
    return bool(sides.tag.year and sides.tag.venue) and not text.lstrip().startswith(sides.rest[:LONGEST_JOURNAL])


@lru_cache(maxsize=_REMEMBERED)
def read_sides(text: str, habits: Habits, venues: frozenset[str]) -> Sides:
    """The sides of an item's text. `venues` are those that titles of its page end in with nothing between."""
    bare, links = take_urls(text)
    bare = bare.removesuffix(" .").rstrip(" ,;") if links else bare
    bare = bare[: -len(" ·")].rstrip() if bare.endswith(_BARS_LEFT) else bare
    rest, beyond = bare[:_LONGEST], bare[_LONGEST:]
    rest = _DAY_IN_FRONT.sub("", strip_leading(rest))
    whole = rest
    rest, tag, authors, anchored = _read_behind(rest, habits, venues)
    tags = _tags_of(whole[len(rest) :], habits) if whole.startswith(rest) else ()
    rest, tag, labels = _read_front(rest, tag, habits)
    return Sides(rest, beyond, tuple(links), tag, authors, anchored, labels + tags)


def _tags_of(behind: str, habits: Habits) -> tuple[str, ...]:
    """What the tags say that were taken off the end: "[sand]"."""
    return tuple(tag for tag in IN_SQUARE.findall(behind) if tag in habits.tags) if habits.tags else ()


def _read_behind(text: str, habits: Habits, venues: frozenset[str]) -> tuple[str, Tag, tuple[str, ...], bool]:
    """`(rest, tag, authors, anchored)`: taken off the end as long as anything comes off."""
    tag, anchored = Tag(), False
    authors: tuple[str, ...] = ()
    for _ in range(_MOST_BEHIND):
        before = text
        text = without_remark(text)
        # In front of the tag that stands between a title and its links, a word alone is the title's: "... of Code".
        text, found = strip_anchors(text, Habits() if anchored and (tag.venue or tag.year) else habits)
        anchored |= found
        text = without_remark(text) if found else text
        if not authors:
            text, authors, credited = _take_credit(text, habits)
            tag = _joined(tag, credited)
        shorter, stated = split_abbreviated(text)
        if not stated:
            shorter, stated = split_journal(text)
        if not stated:
            shorter, stated = _split_behind_anchor(text)
        if not stated:
            shorter, stated = split_trailing_venue(text, habits.mark)
        if not stated:
            shorter, stated = split_glued_venue(text, venues)
        if stated and not authors and _is_author(stated, text[len(shorter) :], habits):
            authors, stated = (stated.venue or "",), Tag(None, stated.year)
        if stated and _is_end_of_title(shorter, text, stated):
            break
        alone = stated and stated.venue and (_NAMES_ALONE.fullmatch(shorter) or _are_sure(shorter))
        alone = alone or (stated and _is_title_behind_people(shorter, text, stated))
        if alone or (stated and stated.venue and _is_no_venue(stated.venue, habits)):
            shorter, stated = _split_last_year(text)
        if stated:
            tag, text = _joined(tag, stated), shorter
        if text == before:
            break
    return text, tag, authors, anchored


def _are_sure(names: str) -> bool:
    """Whether words are people of whom the first has the family's name in front, by more than one comma: behind one
    alone, "Roe, Seabird Diets and Fishing Pressure", a title may stand."""
    return (names.count(",") > 1 or names.endswith("et al")) and are_mixed(names)


def _is_end_of_title(names: str, text: str, tag: Tag) -> bool:
    """Whether what may be venue and year is a title with a year in it, behind names: "A. Roe et al., A Fair Task 2014",
    where an identifier stood behind it."""
    title = tag.venue or ""
    if (
        len(title.split()) < _TITLE_WORDS
        or names_publication(title)
        or not text.rstrip(" .").endswith(f"{title} {tag.year}")
    ):
        return False
    return author_likeness(names) == STRONG


def _is_title_behind_people(names: str, text: str, tag: Tag) -> bool:
    """Whether what may be a venue is the title, people with a stop in front of it, and the year a sentence of its own:
    "Roe. Tides of the Northern Shore. 2019"."""
    title = tag.venue or ""
    if len(title.split()) < _TITLE_WORDS or not names.endswith(".") or names_publication(title):
        return False
    return text.rstrip(" .").endswith(f"{title}. {tag.year}") and are_people(names)


def _is_no_venue(name: str, habits: Habits) -> bool:
    """Whether what stands in front of a year is, as in the rest of the list, a person or the end of a title."""
    return (habits.people and is_single_name(name)) or (habits.titled and not names_publication(name))


def _is_author(tag: Tag, written: str, habits: Habits) -> bool:
    """Whether what brackets at the end name beside the year is, as in the rest of the list, a person."""
    return habits.people and written.lstrip().startswith("(") and is_single_name(tag.venue or "")


def _split_behind_anchor(text: str) -> tuple[str, Tag | None]:
    """`(rest, tag)` of "Title [Paper] Phys. Rev. A 2017"."""
    front, _, end = text.rpartition("] ")
    tag = parse_tag(end.rstrip(". ")) if front and is_anchor(front[front.rfind("[") + 1 :]) else None
    return (front + "]", tag) if tag else (text, None)


def _read_front(text: str, tag: Tag, habits: Habits) -> tuple[str, Tag, tuple[str, ...]]:
    """`(rest, tag, labels)`: taken off the beginning as long as anything comes off."""
    if habits.stacked is not None and (stack := split_stack(text, habits.stacked)):
        return strip_leading(stack.title).strip(), _joined(tag, stack.tag), stack.labels
    labels: tuple[str, ...] = ()
    for _ in range(_MOST_IN_FRONT):
        text = strip_leading(text).strip()
        if habits.named and not labels and (name := leading_name(text)):
            labels, text = (name["name"],), text[name.end() :]
            continue
        if habits.called and not labels and (name := name_in_front(text)):
            labels, text = (name["name"],), text[name.start("title") :]
            continue
        stated, shorter = split_leading_tag(text)
        if not stated and tag.year and not tag.venue and (match := _VENUE_IN_FRONT.match(text)):
            stated, shorter = Tag(match["venue"]), text[match.end() :]
        if not stated and habits.tagged and not tag.venue and (match := place_in_front(text)):
            stated, shorter = Tag(match["place"]), text[match.end() :]
        if stated:
            tag, text = _joined(tag, stated), shorter
        elif (label := leading_label(text)) and label[1].casefold() in habits.labels | _SAYING:
            labels, text = (*labels, label[1]), text[label.end() :]
        else:
            break
    return strip_leading(text).strip(), tag, labels


def _joined(tag: Tag, other: Tag | None) -> Tag:
    """What `tag` states, and what `other` states beyond it."""
    if not other or (tag.venue and tag.year):
        return tag
    return Tag(tag.venue or other.venue, tag.year or other.year)


def _take_credit(text: str, habits: Habits) -> tuple[str, tuple[str, ...], Tag | None]:
    """`(rest, authors, tag)` of "Title (Roe et al., ISMIR 2018)". One name is believed where others of the list are."""
    if habits.bracketed is not None and (found := split_bracketed(text, habits.bracketed)):
        return found
    match = _CREDIT.search(text) if text.rstrip(BLANKS + ".").endswith(")") else None
    if not match or not text[: match.start()].strip():
        return text, (), None
    names, tag = split_trailing_venue(match["inner"])
    surname = tag is not None and tag.venue is not None and is_surname(names) and not is_anchor(names)
    surname = surname and not names.endswith(".")  # "Hydrol. Process., 2024" is a journal
    alone = habits.people and is_single_name(names)
    if not tag or not (author_likeness(names) or surname or alone):
        return text, (), None
    return text[: match.start()], split_authors(names), tag


def _split_last_year(text: str) -> tuple[str, Tag | None]:
    """`(rest, tag)` of a text that ends in a year."""
    match = _LAST_YEAR.search(text[-_LONGEST_YEAR:])
    return (text[: len(text) - len(match[0])], Tag(None, int(match["year"]))) if match else (text, None)
