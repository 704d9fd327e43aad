"""What names the people behind a paper: lines of authors, with where they are from or where it appeared; and surnames
alone behind a title. Pure."""

from __future__ import annotations

import re

from enrich.mentions.entries.names.barred import split_bars
from enrich.mentions.entries.names.coauthors import split_co_authors
from enrich.mentions.entries.names.dated import split_dated, split_tagged
from enrich.mentions.entries.parts import Entry
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.names import (
    STRONG,
    are_surnames,
    author_likeness,
    ends_with_initial,
    form_of_name,
    is_single_name,
    may_stand_in_names,
    names_people,
    split_authors,
    without_by,
    without_frame,
    without_others,
)
from enrich.mentions.shapes.phrases import is_person
from enrich.mentions.shapes.placenames import is_numbered_preprint
from enrich.mentions.shapes.postings import without_posting
from enrich.mentions.shapes.quotations import find_quotation
from enrich.mentions.shapes.tags import (
    Tag,
    find_year,
    is_posting,
    may_state_year,
    parse_name,
    parse_tag,
    parse_venue,
    parse_year,
)
from enrich.mentions.shapes.trailing import split_trailing_venue
from enrich.mentions.shapes.venues import is_numbered_place, names_publication, venue_of
from enrich.mentions.shapes.words import capital_share, is_acronym

_STOP_BEHIND_NAME = re.compile(r"(?<=[\w…])\.+ (?=[a-z]{0,5}[A-Z])")  # "Roe. arXiv"
_COMMA = re.compile(r", ")
_LONGEST_YEAR = 8  # characters at the end that hold a year in brackets
_LONGEST_CREDIT = 300  # characters that a stop behind names is looked for in
_IS_PLACE = re.compile(r"niversit|Univ\b|Inst|\bU\.|, \d{4}\)$")
_FEWEST_CELLS, _MOST_CELLS = 3, 3  # people, where it appeared, when; in front of when, with up to two fields
_BETWEEN_NAMES = re.compile(r",? and |[,;] ")
_VENUE_WORDS = 6  # of a cell between names and a year
# "Jane Roe, Max Moe (University of Somewhere)", "Jane Roe (Somewhere U.), Max Moe (Elsewhere) (May 22, 2019)": places
# behind names, and the day of the record.
_DAY = re.compile(r"\([A-Z][a-z]{2} \d{1,2}, (?P<year>(?:19|20)\d\d)\)$")
_PLACES = re.compile(r"\s+\((?:[^()\d]{2,90}|[A-Z][a-z]{2} \d{1,2}, \d{4})\)")
_NAMES_AND_PLACE = re.compile(
    r"(?P<names>[^():]{5,300}), (?P<place>(?![^()]* [-–—] )[^\W\d_][^,:()\"“”]{2,80}?) \((?P<year>(?:19|20)\d\d)\)\.?"
)
_PLACE_CAPITALS = 0.6  # of the words of a venue's name
_PLACE_WORDS = 14
_TITLE_WORDS = 3
# At most two words up to each stop, and a stop at the end: more words are a title.
_ABBREVIATED = re.compile(
    r"(?<=[^\W\d_]{2})\.\s+(?P<venue>(?:(?:[A-Z]\w* )?[A-Z]\w*\. )+(?:(?:[A-Z]\w* )?[A-Z]\w*\.|[A-Z])),?"
    r" (?P<year>(?:19|20)\d\d)$"
)
_AND_JOINED = frozenset(",&")
_LONGEST_NAME = 60  # characters of a journal
# "J Roe, M Poe… - The Journal, 2019 - site.org", as search engines print what they found; venue or site may lack.
_CREDIT_LINE = re.compile(
    r"(?P<names>[^\W\d_].{0,300}?)\s[-–—]\s(?:(?P<venue>.{2,200}?),\s+)?(?P<year>(?:19|20)\d\d)"
    r"(?:\s[-–—]\s\S.{1,60})?"
)
_PREPRINT = re.compile(r"(?P<server>\S+) preprint \S*\d\S*$", re.I)  # the server, and the number it gave


def cells_of(text: str, *, placed: bool = False) -> list[str]:
    """The cells of a line that states facts between bars, and nothing else: "Jane Roe | COLT | 2026 | code". The first
    may be names of any shape where people are known to stand there (`placed`)."""
    cells = split_bars(text)
    named = placed and len(cells) > 1 and may_be_names(cells[0])
    return cells if all(map(_is_fact, cells[named:])) or _are_dated_credits(cells) else []


def dated_place(text: str) -> Tag | None:
    """The tag that short phrases between bars state if the last is a year or a day: "Physics · Nature · 2 May 2024".
    Alone in front of a day, a phrase is perhaps a field of science."""
    cells = split_bars(text)
    return _place_of(cells) if len(cells) > 1 else None


def _place_of(cells: list[str]) -> Tag | None:
    *names, when = cells
    day = A_DAY.fullmatch(when)
    if not (day or parse_year(when)) or len(names) > _MOST_CELLS or any(len(n.split()) > _VENUE_WORDS for n in names):
        return None
    named = [name for name in names if capital_share(name.split()) == 1]  # not "Open access"
    known = [name for name in named if parse_venue(name) or names_publication(name)]
    sure = (len(names) > 1 or not day) and not is_posting(when)
    return Tag(next(iter(known or named[::-1]), None) if sure else None, find_year(when))


def _are_dated_credits(cells: list[str]) -> bool:
    """Whether cells are people, short names of any form, and a year or a day; most people are told by their names."""
    if len(cells) < _FEWEST_CELLS or not _place_of(cells[1:]):
        return False
    names = _BETWEEN_NAMES.split(cells[0])
    told = sum(map(is_single_name, names))
    return names_people(cells[0]) or (told * 2 > len(names) and all(len(n.split()) <= _VENUE_WORDS for n in names))


def _is_fact(cell: str) -> bool:
    return names_people(cell) or is_anchor(cell) or bool(parse_tag(cell)) or parse_venue(cell) is not None


def poster_of(text: str) -> str | None:
    """The people in a line that says when something was posted, or how many liked it; "" if it names none, None if the
    line is no such: "Jane Roe, +3 more · 2 May 2024 · 33 likes"."""
    rest = without_posting(text)
    names = without_by(rest)
    return names if rest != text and (not rest or names_people(names) or cells_of(names)) else None


def without_places(text: str) -> str:
    """Names without the brackets behind them that say where they are from."""
    return _PLACES.sub("", text)


def are_placed(text: str) -> bool:
    """Whether a line names people, and in brackets where they are from."""
    names = without_places(text)
    if names == text:
        return False
    return bool(author_likeness(names)) or (is_single_name(names) and bool(_IS_PLACE.search(text)))


def split_credit_line(text: str) -> tuple[str, Tag] | None:
    """`(names, tag)` of a line of authors, venue, year and site between dashes; None if it is no such."""
    match = _CREDIT_LINE.fullmatch(text.strip()) if may_state_year(text) else None
    if not match or not may_be_names(match["names"]):
        return None
    venue = _PREPRINT.sub(r"\g<server>", match["venue"] or "").strip(" …")
    return match["names"], Tag(venue or None, int(match["year"]))


def split_place(text: str) -> tuple[str, Tag | None]:
    """`(names, tag)` of authors with the place of publication behind them: "Roe et al., J. Shore Stud. (2019)"."""
    found = _split_named_place(text) or split_at_semicolon(text) or _split_at_stop(text)
    names, tag = found or split_trailing_venue(text)
    return (text, None) if tag and _goes_on_to_title(names, tag.venue or "") else (names, tag)


def _split_named_place(text: str) -> tuple[str, Tag] | None:
    """`(names, tag)` of people, a comma, and a place that is told by the year in brackets behind it."""
    if match := _NAMES_AND_PLACE.fullmatch(text.strip()):
        names, place = match["names"], match["place"]
        people = author_likeness(names) == STRONG or is_single_name(names)
        if people and len(place.split()) <= _PLACE_WORDS and capital_share(place.split()) >= _PLACE_CAPITALS:
            return names, Tag(place, int(match["year"]))
    return None


def _goes_on_to_title(names: str, venue: str) -> bool:
    """Whether what was taken for a venue behind names is the last of them, a title and its venue: "Roe, Poe" and
    "Moe. Sand on quiet shores. Geol. Rev. 12". Between the stops of abbreviations stand fewer words."""
    last, _, rest = venue.partition(". ")
    title, stop, _ = rest.partition(". ")
    people = f"{names}, {last}"
    return bool(stop) and len(title.split()) >= _TITLE_WORDS and (are_surnames(people) or names_people(people))


def split_at_semicolon(text: str) -> tuple[str, Tag] | None:
    """`(names, tag)` of people and a place that a semicolon parts: "Jane Roe; Proceedings of Somewhere 88:1, 2024.";
    or, with another in front of the year, "J. Roe, M. Poe; J. Short.; 2024"."""
    names, sign, place = text.rpartition("; ")
    if year := parse_year(place.rstrip(". ")) if sign else None:
        names, sign, place = names.rpartition("; ")
        named = names_people(names) or (form_of_name(names) and may_be_names(names))
        one, form = ", " not in names and is_single_name(place), form_of_name(f"{place},")
        further = form == "Roe, J." or (one and form == form_of_name(f"{names},"))  # "Jane Roe; Max Poe; 2024"
        return (names, Tag(place, year)) if named and parse_name(place) and not further else None
    tag = venue_of(place) if sign and form_of_name(place) != "Roe, J." and not find_quotation(place) else None
    credited = names_people(names) and not _goes_on_to_title(names, place)
    return (names, tag) if tag and tag.venue and tag.year and credited else None


def _split_at_stop(text: str) -> tuple[str, Tag] | None:
    """The same where a journal with stops in its name stands behind the stop: "Jane Roe. J. Shore Stud., 2019."."""
    body = text.rstrip(" .")
    match = _ABBREVIATED.search(body, max(0, len(body) - _LONGEST_NAME)) if body[-1:].isdigit() else None
    names = body[: match.start()] if match else ""
    if match and names_people(names):
        return names, Tag(match["venue"], int(match["year"]))
    return None


def split_credit(text: str) -> tuple[str, Tag] | None:
    """`(names, tag)` of a line of people, a stop, and where and when their paper appeared: "Roe. Proc. ICES, 2019"; or
    a comma in front of a volume: "A. Roe, B. Poe, Sea Rev. 12, 3456 (2019)"; or a semicolon; or the year in front of
    the place. A stop may be that of an initial: what is surely people goes before what may be."""
    if numbered := split_at_volume(text) or split_dated(text) or split_at_semicolon(text):
        return numbered
    stops = _STOP_BEHIND_NAME.finditer(text[:_LONGEST_CREDIT]) if may_state_year(text) else ()
    found = ((text[: stop.start()], venue_of(text[stop.end() :])) for stop in stops)
    told = [(names, tag) for names, tag in found if tag and tag.venue and tag.year and may_be_names(names)]
    ends = (
        each for each in told if not ends_with_initial(each[0] + ".") and (each is told[0] or names_people(each[0]))
    )
    return next(ends, told[0] if told else None)  # names hardly end in an initial: "J. Roe. ICES 2019"


def split_undated(text: str) -> tuple[str, Tag] | None:
    """The same of surnames alone, a stop and a venue without a year: "Roe, Poe. Sea Studies". Behind one of them, what
    is no acronym may be the rest of a name: "Yu. Roe"."""
    names, _, venue = text.strip().rstrip(".").rpartition(". ")
    words = venue.split()
    named = 0 < len(words) <= _PLACE_WORDS and capital_share(words) >= _PLACE_CAPITALS
    named = named and not any(map(str.isdigit, venue)) and (", " in names or (len(words) == 1 and is_acronym(venue)))
    return (names, Tag(venue)) if named and are_surnames(without_others(names)) else None


def split_at_volume(text: str) -> tuple[str, Tag] | None:
    """`(names, tag)` of people, a comma, and a name with volume and year, or with the number of a preprint. Surnames
    alone are those of a work that is referred to."""
    body = text.strip().rstrip(".")
    dated = body.endswith(")") and may_state_year(body[-_LONGEST_YEAR:])
    for comma in _COMMA.finditer(body[:_LONGEST_CREDIT]) if dated else ():
        names, place = body[: comma.start()], body[comma.end() :]
        if (
            (is_numbered_place(place) or is_numbered_preprint(place))
            and names_people(names)
            and not are_surnames(names)
        ):
            tag = venue_of(place)
            return (names, tag) if tag and tag.venue and not _goes_on_to_title(names, tag.venue) else None
    return None


def are_one_or_joined(name: str) -> bool:
    """Whether what has a year in brackets behind it is one person, or surnames by commas and "&"."""
    return is_person(name) or (not _AND_JOINED.isdisjoint(name) and are_surnames(name))


def are_several(names: str) -> bool:
    """Whether words are two people or more, one of them at least by initials: no journal is written so."""
    return author_likeness(names) == STRONG and len(split_authors(names)) > 1


def may_be_names(text: str) -> bool:
    """Whether a phrase is nothing but short parts in capitals, as lists of names of odd shapes are."""
    names = without_others(text)
    parts = _BETWEEN_NAMES.split(names)
    return all(len(part.split()) <= _VENUE_WORDS for part in parts) and all(map(may_stand_in_names, names.split()))


def add_authors(entry: Entry, text: str) -> None:
    """Adds the people that a line names, and what else it states; authors that are there already stay."""
    text = without_frame(poster_of(text) or text)
    if with_others := split_co_authors(text):
        entry.authors = entry.authors or split_authors(with_others[0])
        entry.add_tag(venue_of(with_others[1]))
        return
    if line := split_credit_line(text):
        entry.authors = entry.authors or split_authors(line[0])
        entry.add_tag(line[1])
        return
    if (cells := cells_of(text, placed=True)) and not author_likeness(text):
        if _are_dated_credits(cells):
            entry.authors = entry.authors or split_authors(cells[0])
            entry.add_tag(_place_of(cells[1:]))
            return
        for at, cell in enumerate(cells):
            if not entry.authors and (names_people(cell) or (not at and not _is_fact(cell))):
                entry.authors = split_authors(cell)
            elif not is_anchor(cell):
                entry.add_tag(parse_tag(cell) or Tag(parse_venue(cell)))
        return
    if tagged := split_tagged(text):
        entry.authors = entry.authors or split_authors(tagged[0])
        entry.add_tag(tagged[1])
        entry.description = entry.description or tagged[2] or None
        return
    names, tag = split_credit(text) or split_place(text)
    if not tag:
        names, tag = split_undated(text) or (names, tag)
    if tag and (names_people(names) or may_be_names(names)):
        entry.add_tag(tag)
        text = names
    if dated := _DAY.search(text):
        entry.year = entry.year or int(dated["year"])
    text = without_places(text)
    if not entry.authors:
        entry.authors = split_authors(text)
