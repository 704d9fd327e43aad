"""The first sentence of an item in, `(title, what stands behind it)` out: split at bars, dashes, "by", brackets,
commas.

A split is made only where what stands behind is known for something else: names, a venue, a description. Names, tags
and years that show on the way go to the entry. Pure.
"""

from __future__ import annotations

import re
from itertools import islice

from enrich.mentions.entries.midst import DOING, year_in_midst
from enrich.mentions.entries.names.coauthors import co_authors
from enrich.mentions.entries.parts import Entry, Style
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.names import (
    NO,
    STRONG,
    are_surnames,
    author_likeness,
    is_single_name,
    names_people,
    split_authors,
    without_by,
    without_others,
)
from enrich.mentions.shapes.tags import Tag, find_year, parse_tag, parse_year
from enrich.mentions.shapes.trailing import split_trailing_venue
from enrich.mentions.shapes.venues import leading_place, names_publication, venue_of
from enrich.mentions.shapes.words import (
    BLANKS,
    capital_in_midst,
    capital_share,
    case_switch,
    is_acronym,
    is_capital,
    is_small,
    sentences,
)

_BARE_YEAR = re.compile(r"\s(?P<year>(?:19|20)\d\d)\s+(?=[A-Z])")
_FEWEST_WORDS = 3
_DASH = re.compile(r"\s+(?:[-–—]{1,2}|:-)\s+|\s+[|·•]\s+")
_BARS = frozenset("|·•")
_BAR = re.compile(r"\s+[|·•]\s+")
_BY = re.compile(r"[,.]?\s+[Bb]y\s+(?=[A-ZÀ-Þ])")
_ALONE = frozenset(["solo", "solo-authored", "sole author", "sole authored", "single-authored"])
_IN_ROUND = re.compile(r"\s*[(\[](?P<inner>[^()\[\]]{2,300})[)\]]\s*\.?\s*$")
# A subtitle behind a dash is seldom longer, a description seldom shorter.
SUBTITLE_WORDS = 14
# From so many words on, a description without a stop is looked for. By judgement: shorter lines are titles alone.
_LONG_TITLE_WORDS = 11
_TITLE_CASE = 0.8  # a subtitle and the names behind it are in capitals throughout, a long description is not
_COMMAS_TRIED = 60
_TAG_AND_NUMBERS = re.compile(r",\s+(?P<tag>[A-Z][^\s,]*(?: [A-Z&][^\s,]*){0,3} (?:19|20)\d\d)(?=, [^,]*\d)")
_IN, _OF_JOURNAL = re.compile(r"in\b", re.I), re.compile(r"(?:Part|Series|Ser\.|Section|Vol(?:ume|\.)?) ")
_PLACE_WORDS = 6  # of the name of a venue behind people, without a year
_INITIALS_FIRST = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z][^\W\d_]")  # "Tides, J. Roe"


def split_head(head: str, entry: Entry, style: Style, closed: bool, *, credited: bool = False) -> tuple[str, str]:
    """`(title, what stands behind it)` of the first sentence: a dash, "by", names or a lower-case description split
    it. Where people stand behind the sentence (`credited`), "by" and what may be a name are some of its words: "Damping
    by Electron Lenses", "Features, Objects and Scenes"."""
    for split in (_split_year, _split_tag_and_names, _split_bars, _split_dash, _split_by, _split_round):
        if (split is not _split_by or not credited) and (found := split(head, entry, style)):
            return found
    if found := _split_comma(head, entry, style, credited=credited):
        return found
    words = head.split()
    if (
        style.described
        and not closed
        and not (entry.authors and not entry.authors_first)  # nobody says what a paper does in front of its authors
        and len(words) >= _LONG_TITLE_WORDS
        and (where := case_switch(head) or capital_in_midst(head))
    ):
        return head[:where], head[where:]
    return head, ""


def begins_with_people(rest: str) -> bool:
    """Whether the first sentence is names and nothing else."""
    rest = rest.lstrip("|" + BLANKS)
    return bool(rest) and author_likeness(rest[slice(*sentences(rest, 1)[0])]) != NO


def _split_year(head: str, entry: Entry, style: Style) -> tuple[str, str] | None:
    """A year in brackets in the midst: "Title (2018) What it does"."""
    match = year_in_midst(head, entry)
    if not match or len(head[: match.start()].split()) < _FEWEST_WORDS:
        return None
    entry.year = entry.year or int(match["year"])
    return head[: match.start()], head[match.end() :]


def _split_tag_and_names(head: str, entry: Entry, style: Style) -> tuple[str, str] | None:
    """A venue, a year and names, nothing between them: "Title ICRA 2021 Jane Roe, Max Moe"."""
    for match in _BARE_YEAR.finditer(head):
        words, names = head[: match.start()].split(), head[match.end() :]
        named = names_people(names)
        if named and len(words) > _FEWEST_WORDS and is_acronym(words[-1]):
            entry.add_tag(Tag(words[-1], int(match["year"])))
            entry.authors = split_authors(names)
            return " ".join(words[:-1]), ""
    return None


def _split_bars(head: str, entry: Entry, style: Style) -> tuple[str, str] | None:
    if _BARS.isdisjoint(head):
        return None
    cells = [cell.strip() for cell in _BAR.split(head)]
    if len(cells) < 2:
        return None
    if style.dash and f" {style.dash} " in cells[0]:
        if not any((author_likeness(cell) or is_single_name(cell)) and not is_anchor(cell) for cell in cells[1:]):
            return None  # "A Title — DOI · PDF"
        left, _, right = cells[0].rpartition(f" {style.dash} ")
        tag = leading_place(right)
        entry.add_tag(tag)
        cells[0] = left if tag else cells[0]
    for index, cell in enumerate(cells):
        tag = leading_place(cell)
        if tag or parse_year(cell) or is_anchor(cell):
            entry.add_tag(tag)
        else:
            return cell, ". ".join(cells[index + 1 :])
    return None


def _split_dash(head: str, entry: Entry, style: Style) -> tuple[str, str] | None:
    matches = list(_DASH.finditer(head))
    usual = [match for match in matches if match[0].strip() == style.dash]
    if style.authors_behind and len(usual) > 1:  # "A Title - Its Second Half - Jane Roe"
        usual.sort(key=lambda match: not _are_credited(head[match.end() :], entry))
    for match in usual or matches:
        left, right = head[: match.start()].strip(), head[match.end() :].strip()
        if not left or not right:
            continue
        if tag := leading_place(left):
            entry.add_tag(tag)
            return right, ""
        last = right.rpartition(", ")[2].rstrip(".")  # "A Title - Its Second Half, Jane Roe"
        behind = names_people(right) or is_single_name(last)
        if style.authors_behind and not behind and (title := _take_credit(left, right, entry, style)):
            entry.dashed = True
            return title, right
        likely = author_likeness(left)
        expected = style.authors_first and (bool(likely) or is_single_name(left))
        if (likely == STRONG or expected) and not entry.authors and not author_likeness(right):
            entry.authors, entry.authors_first = split_authors(left), True
            return right, ""
        surnames = style.authors_behind and entry.year is not None and are_surnames(right)
        credit = without_by(right)
        alone = (style.authors_behind or credit != right) and is_single_name(credit)
        named = not entry.authors and (author_likeness(credit) or surnames or alone)  # "... - A Tutorial" may be one
        told = style.described or len(left.split()) < _FEWEST_WORDS  # a name is described even in a list of titles
        described = style.dashed or (told and not entry.cited and _is_description(left, right))
        if named or venue_of(right) or described:
            entry.dashed = True
            if named:
                entry.authors = entry.authors or split_authors(credit)
            return left, "" if named else right
    return None


def ends_in_people(text: str) -> bool:
    """Whether several people stand behind a title, and a dash behind those: "A Title, Jane Roe, Max Poe - A note"."""
    dash = _DASH.search(text) if ", " in text and not text[:1].isdigit() else None
    title, _, names = text[: dash.start()].partition(", ") if dash else ("", "", "")
    several = ", " in names or " and " in names or " et al" in names
    return several and len(title.split()) >= _FEWEST_WORDS and not is_single_name(title) and names_people(names)


def _take_credit(left: str, right: str, entry: Entry, style: Style) -> str:
    """The title of what stands in front of a dash, where names stand behind it, those taken into `entry`: what is
    behind the dash is said of them both. "" where nothing but a title stands there."""
    if entry.authors:
        return ""
    by = _split_by(left, entry, style) if not are_surnames(without_others(right)) else None
    title, names = by or _split_comma(left, entry, style, credited=False) or ("", "")
    entry.authors = entry.authors or (split_authors(names) if names_people(names) or is_single_name(names) else ())
    return title if entry.authors else ""


def _are_credited(words: str, entry: Entry) -> bool:
    """Whether words are names, or surnames in front of the year of `entry`."""
    return bool(author_likeness(words)) or (entry.year is not None and are_surnames(words))


def _is_description(left: str, right: str) -> bool:
    """Whether the words behind a dash are a sentence about the title rather than its second half."""
    words = right.split()
    small = 0.5 if len(left.split()) <= 2 else 0.34
    share = capital_share(words[1:])
    return len(words) >= 4 and (share < small or (len(words) > SUBTITLE_WORDS and share < _TITLE_CASE))


def _split_by(head: str, entry: Entry, style: Style) -> tuple[str, str] | None:
    matches = list(_BY.finditer(head)) if not entry.authors and ("by " in head or "By " in head) else []
    for match in reversed(matches):
        names = head[match.end() :]
        apart = match[0][0] in ",."  # "Damage by Waves, Tides and Currents" is a title
        alone = (entry.year or style.authors_behind or apart) and is_single_name(names)
        if author_likeness(names) or (alone and not DOING.match(names)) or (apart and are_surnames(names)):
            entry.authors = split_authors(names)
            return head[: match.start()], ""
    return None


def _split_round(head: str, entry: Entry, style: Style) -> tuple[str, str] | None:
    """Brackets behind a title that hold its authors, or its authors and year."""
    match = _IN_ROUND.search(head) if head.rstrip(BLANKS + ".")[-1:] in (")", "]") else None
    if not match or not head[: match.start()].strip():
        return None
    inner = match["inner"]
    if inner.lower() in _ALONE:
        return head[: match.start()], ""
    if others := co_authors(inner):
        return head[: match.start()], others
    names = re.sub(r"[\s,]*\b\d{4}[a-z]?$", "", inner)
    if style.surname_alone and not entry.authors and are_surnames(names) and not is_acronym(names):
        entry.authors = split_authors(names)
        return head[: match.start()], ""
    expected = style.authors_behind and not entry.authors and names_people(names)
    if "et al" in inner or author_likeness(names) == STRONG or expected:
        entry.year = entry.year or find_year(inner)
        return head[: match.start()], names
    return None


def _split_comma(head: str, entry: Entry, style: Style, *, credited: bool) -> tuple[str, str] | None:
    """Names, or an acronym alone, behind a comma; no single name where people stand behind the sentence."""
    named = bool(entry.authors) or credited
    for match in islice(re.finditer(r",\s+(?=[A-ZÀ-Þ])", head), _COMMAS_TRIED):
        left, right = head[: match.start()], head[match.end() :]
        expected = style.authors_behind or (entry.year and entry.venue)
        if len(left.split()) < 2 and not (expected and _INITIALS_FIRST.match(right)):
            continue
        weak = not named and bool(entry.year or style.authors_behind)
        if author_likeness(right) == STRONG or (weak and author_likeness(right)):
            return left, right
        if style.authors_behind and not named and "," not in right and is_single_name(right):
            if not is_single_name(left.rpartition(": ")[2]):  # else "Readers: Jane Roe, Max Moe"
                entry.authors = split_authors(right)
            return left, "" if entry.authors else right
        names = re.sub(r"[\s,(]*(?:19|20)\d\d[a-z]?\)?$", "", right)
        if author_likeness(names) == STRONG:
            return left, right
        tag = venue_of(right)
        if tag and (tag.year or _is_numbered(tag, right) or (_is_lone_acronym(right) and len(left.split()) > 3)):
            place = _dated_place(right)
            return head[: len(head) - len(place)].rstrip(" ,"), place
        names, tag = split_trailing_venue(right)
        if tag and author_likeness(names) == STRONG:
            return left, right
        names, _, place = right.rpartition(", ")
        told = author_likeness(names) == STRONG or (entry.year and author_likeness(names) and _is_lone_acronym(place))
        if not (named or entry.venue) and told and _may_be_place(place):
            entry.authors, entry.venue = split_authors(names), place.rstrip(" .")
            return left, ""
    return None


def _dated_place(text: str) -> str:
    """Where a place begins for which words of a title, with commas, have been taken along: at the tag behind these,
    "Sand, Silt and Salt, ICES 2019, pp. 3-14", if they name no publication; "Sand Letters, Part II 2019" is one."""
    for match in _TAG_AND_NUMBERS.finditer(text):
        front, tag = text[: match.start()], parse_tag(match["tag"])
        named = tag and any(map(is_acronym, (tag.venue or "").split())) and not _OF_JOURNAL.match(match["tag"])
        if named and not (venue_of(front) or names_publication(front) or _IN.match(front)):
            return text[match.start("tag") :]
    return text


def _may_be_place(text: str) -> bool:
    """Whether what stands behind the last comma of several names may be where they wrote: "Sea Letters", "TIDES"."""
    words = text.split()
    capitals = all(is_capital(word) or is_small(word) or word == "&" for word in words)
    return (capitals and is_capital(words[0]) and len(words) <= _PLACE_WORDS) or venue_of(text) is not None


def _is_numbered(tag: Tag, text: str) -> bool:
    """Whether volume or page stand behind the venue that a phrase names."""
    return bool(tag.venue) and text.rstrip(" .)")[-1:].isdigit() and not (tag.venue or "")[-1:].isdigit()


def _is_lone_acronym(text: str) -> bool:
    return len(text.split()) == 1 and is_acronym(text)
