"""What stands behind a title in, its facts into the entry: authors, venue, year; what is none describes it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from enrich.mentions.entries.containers import cited_place
from enrich.mentions.entries.names.credits import add_authors, cells_of
from enrich.mentions.entries.parts import Entry
from enrich.mentions.shapes.anchors import Habits, is_anchor, strip_anchors, without_buttons
from enrich.mentions.shapes.leading import split_leading_tag
from enrich.mentions.shapes.names import (
    STRONG,
    are_people,
    author_likeness,
    names_people,
    split_authors,
    without_by,
    without_frame,
)
from enrich.mentions.shapes.tags import (
    Tag,
    find_year,
    parse_forthcoming,
    parse_name,
    parse_tag,
    year_of_state,
)
from enrich.mentions.shapes.trailing import split_trailing_venue
from enrich.mentions.shapes.venues import is_numbered_place, name_of_place, names_publication, venue_of
from enrich.mentions.shapes.words import has_letters, is_acronym, sentences

# "The Journal. 2019 Mar;2(8):186-9", "The Journal. 2019 Mar 4.": what stands before is the venue, what stands behind
# are numbers.
_DATE_BEHIND_VENUE = re.compile(
    r"\.\s+(?P<year>(?:19|20)\d\d)(?:;\s?\w+| [A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:;\s?\w+|\.|$))"
)

_GOES_TO = re.compile(r"(?:to appear|forthcoming|accepted|submitted|in press) (?:in|at|by|to|for) ", re.I)
# "12 pages, accepted for publication in Some Letters", "To appear at ICES 2018 as a poster": notes on preprints.
_ACCEPTED = re.compile(
    r"(?:^|[.,;(]\s?)(?:accepted|to appear|forthcoming|in press|published)(?: for (?:publication|presentation))?"
    r" (?:in|at|by|to|for) (?:the )?(?P<place>(?:(?!\.\.)[^,;:()]){2,90}?)(?=[,;:()]|\.\s|\.?$| as )",
    re.I,
)
# "Roe et al., J. Short. 2015", "Roe & Poe, J. Short. 2015": stops in the name of a journal end no sentence.
_PEOPLE_AND_PLACE = re.compile(
    r"(?P<names>[^,\d]{2,80}?(?: et al\.?| (?:&|and) [^\s,]+)), (?P<place>[^,\d]{2,80} (?:19|20)\d\d)"
)
# "by Roe et al. [Sea Stud. 12, 345]", "Jane Roe and Max Poe (Sea Stud. 12, 345)".
_PEOPLE_AND_BRACKET = re.compile(r"(?P<names>[^\[\]()\d]{2,200}?)[.,]? [\[(](?P<place>[^\[\]()]{4,80}\d)[\])]")
# "Jane Q. Roe, Max Poe, ICES (2018)", "Jane Roe, ICES, 2018. code": between commas, the place ahead of the year.
_PEOPLE_AND_DATED = re.compile(
    r"(?P<names>[^\d()\[\]]{4,400}), (?P<place>[^,;\d()\[\]]{2,80}?),? \(?(?P<year>(?:19|20)\d\d)\)?(?=\.?\s|\.?$)"
)
# "J. Roe, M. Poe. 2018. Sea Letters".
_PEOPLE_AND_YEAR = re.compile(r"(?P<names>[^\d()\[\]]{4,400}?)\. (?P<year>(?:19|20)\d\d)\. (?=\S)")
_STOPS_OF_NAME = 6  # more than most names of journals have
_DATED_END = re.compile(r"\b(?:19|20)\d\d\)?(?:,? (?:pp?\.|pages|Art\.|paper)[^.,]{1,24}(?:, \d+)?)?$")
# Of a journal, "Sea Stud. 12", "SEA 12.3"; "SEA 12" is a meeting.
_VOLUME_ALONE = re.compile(r"(?:(?<=[a-z.]) \d{1,4}| \d{1,4}\.[1-9]\d?)[\s.]*$")
_LINKS_END = re.compile(r"(?:[\s,|·]*\[[^\W\d_][^\[\]\d]{0,30}\])+[\s.]*$")
_EMPHASISED = re.compile(r"(?P<sign>[_*])(?P<name>[^_*]{2,80})(?P=sign)[\s.]*")  # with the signs of Markdown
_YEAR_IN_FRONT = re.compile(r"(?:19|20)\d\d(?=, [a-z])")  # "2019, submitted for publication"
_PLACE_AND_NOTE = re.compile(r"(?P<place>[^()]{4,200} \((?:19|20)\d\d\))[.,;]?\s+(?=[^\W\d_]{2})")
# "The Journal, June 10, 2023 - what it is about".
_PLACE_AND_DASH = re.compile(r"(?P<place>[^“”\"]{3,160}?\b(?:19|20)\d\d\)?)\s+[-–—]\s+(?=[^\W\d_])")
# "in Roe and Poe, eds., The Book of Shores (2001)", "In: Roe J, Poe M (eds) The Book of Shores".
_EDITORS = re.compile(r"\A[Ii]n:? (?P<names>[^()\d\"“]{2,120}?)(?:, eds?\.,|,? \(eds?\.?\)[,.:]?) (?=[^\W\d_a-z])")
# "In: The Book of Shores (Roe J, Poe M, eds), pp 3-14. Some Press".
_EDITED = re.compile(r"[Ii]n:? (?P<book>[^()\d]{4,160}) \([^()]{2,120},\s[Ee]ds?\.?\)")
_PAGED = re.compile(r"(?P<name>[^()\d]{4,160}?), (?:pp?\. ?)?\d{1,5}[-–]\d{1,5}\b")  # of a book
_OTHERS = re.compile(r"\set al\.,? (?=\S)")  # no stop ends the names: "Roe et al. The Journal"


def _without_editors(text: str) -> str:
    """What stands behind "in" without the editors in front of the book: "In The Book of Shores, J. Roe, ed." stays."""
    match = _EDITORS.match(text)
    return text[: match.start("names")] + text[match.end() :] if match and are_people(match["names"]) else text


def read_rest(text: str, entry: Entry) -> None:
    """What stands behind a title: authors, venue and year in any order; the first sentence of another kind begins the
    description."""
    if text[:2].lower() == "in":
        if edited := _EDITED.match(text):
            entry.venue, entry.year = edited["book"], entry.year or find_year(text[edited.end() :])
            return
        book = _without_editors(text)
        if paged := _PAGED.match(book) if book != text else None:
            entry.venue = entry.venue or paged["name"].removeprefix("In ")
            return
        text = book
    if not (text := _take_place(text, entry)):
        return
    if not entry.authors and _take_people_and_place(text, entry):
        return
    if entry.quoted and entry.authors and not entry.venue and (found := cited_place(text)):
        entry.add_tag(found[0])
        entry.description = text[found[1] :].strip() or None
        return
    spans = sentences(text)
    for position, ((start, end), (_, close)) in enumerate(zip(spans, [*spans[1:], (0, 0)], strict=False)):
        part = text[start:end].strip(" ,;:-–—|")
        if not has_letters(part) and not find_year(part):
            continue
        date = _DATE_BEHIND_VENUE.search(text, start, max(close, end))
        if date and date.start() <= end:
            entry.add_tag(Tag(text[start : date.start()].strip(" ,;"), int(date["year"])))
            return
        if not take_fact(part, entry):
            if tag := venue_of(text[start:].strip()):  # "Some J. Short. 12 (2019), 3-14": no sentence ends in it
                entry.add_tag(tag)
                return
            if found := leading_place(text, spans[position:]):  # "Some J. Short. 12:3-14. A note."
                entry.add_tag(found[0])
                entry.description = text[found[1] :].strip() or None
                return
            dated = entry.year or entry.cited or (entry.quoted and entry.authors_first and _may_be_place(text[start:]))
            cited = dated and not entry.venue and (entry.authors or entry.quoted)
            entry.venue = _named_behind(text[start:]) if cited else entry.venue
            entry.description = None if cited and entry.venue else text[start:].strip()
            return


def _named_behind(text: str) -> str | None:
    """The name of the place that words behind people and their year are, but for links: "_Sea Letters_. [paper]"."""
    bare = without_buttons(_LINKS_END.sub("", text))
    emphasised = _EMPHASISED.fullmatch(bare)
    return emphasised["name"] if emphasised else name_of_place(_VOLUME_ALONE.sub("", bare))


def _may_be_place(text: str) -> bool:
    """Whether what stands behind a quoted title may be a place though no year tells it: "Sea Letters" may, but "A
    Classic on Silt." is said about it."""
    return text.split(None, 1)[0] not in ("A", "An") or names_publication(text.strip(" .,;"))


def _take_people_and_place(text: str, entry: Entry) -> bool:
    """Takes people, and the venue and year behind their comma or in brackets, into `entry`, if a text is nothing else,
    or begins with people, an acronym or a journal, and its year."""
    bracket = _PEOPLE_AND_BRACKET.fullmatch(text.strip(" .,;")) if text.rstrip(" .,;")[-1:] in ("]", ")") else None
    if bracket and names_people(names := without_by(bracket["names"])) and is_numbered_place(bracket["place"]):
        entry.authors = split_authors(names)
        entry.add_tag(venue_of(bracket["place"]) or Tag())
        return True
    if (years := _PEOPLE_AND_YEAR.match(text)) and author_likeness(years["names"]) == STRONG:
        place = text[years.end() :]
        if _may_be_place(place) and (venue := _named_behind(place)):
            entry.authors = split_authors(years["names"])
            entry.add_tag(Tag(venue, int(years["year"])))
            return True
    dated = _PEOPLE_AND_DATED.match(text)
    told = dated and (is_acronym(dated["place"]) or names_publication(dated["place"])) and names_people(dated["names"])
    if dated and told:
        entry.authors = split_authors(dated["names"])
        entry.add_tag(Tag(dated["place"], int(dated["year"])))
        read_rest(text[dated.end() :].strip(" .,;"), entry)
        return True
    match = _PEOPLE_AND_PLACE.fullmatch(text.strip(" .,;"))
    tag = parse_tag(match["place"]) if match and are_people(match["names"]) else None
    if not match or not tag or not tag.venue:
        return False
    entry.authors = split_authors(match["names"])
    entry.add_tag(tag)
    return True


def leading_place(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Tag, int] | None:
    """Venue and year that the first of a text's sentences state together, their name cut at its stops, and where they
    end: at the volume and pages of a journal."""
    if noted := noted_place(text[spans[0][0] :]):
        return noted[0], spans[0][0] + noted[1]
    for _, end in spans[1:_STOPS_OF_NAME]:
        place = text[spans[0][0] : end].rstrip(". ")
        if place[-1:].isdigit() and is_numbered_place(place) and (tag := venue_of(place)):
            return tag, end
    return None


def noted_place(text: str) -> tuple[Tag, int] | None:
    """Venue and year of a journal with its numbers, the year in brackets behind them, and where a note begins behind
    that: "Oikos 4, 5 (2019), see also the press release"."""
    match = _PLACE_AND_NOTE.match(text)
    tag = venue_of(match["place"]) if match and is_numbered_place(match["place"]) else None
    return (tag, match.end()) if match and tag and tag.venue else None


def _take_place(text: str, entry: Entry) -> str:
    """`text` without the tag in front of it, which goes to `entry`; "" where nothing is left but people behind the tag,
    or where all of it says where the paper appeared."""
    if text[:1] in ("[", "("):  # "[ICES 2019] Jane Roe and Max Poe"
        tag, text = split_leading_tag(text)
        entry.add_tag(tag)
        if tag and not entry.authors and names_people(text):
            entry.authors = split_authors(text)
            return ""
    elif year := _YEAR_IN_FRONT.match(text):
        entry.year = entry.year or int(year[0])
    if (dashed := _PLACE_AND_DASH.match(text)) and (tag := venue_of(dashed["place"])) and tag.venue and tag.year:
        entry.add_tag(tag)
        entry.description = text[dashed.end() :].strip() or None
        return ""
    place = _whole_place(text) if entry.authors or entry.quoted or _GOES_TO.match(text) else None
    entry.add_tag(place)
    return "" if place else text


def _whole_place(text: str) -> Tag | None:
    """Where a paper appeared, if all behind its title says that, stops and all: "in Proc. Shore Stud. Conf., 2019",
    "In: Sea Stud. 12 (2019), S. 3-14"."""
    body = text.strip(" .,;")
    introduced = body[:3].lower() in ("in ", "in:")
    whole = introduced and (_DATED_END.search(body) or is_numbered_place(body))
    return venue_of(body) if whole or _GOES_TO.match(body) else parse_forthcoming(body)


def _take_others(part: str, end: int, entry: Entry) -> bool:
    """Takes the authors in front of `end`, where "et al." ends, and the venue behind; says whether both are there."""
    names, place = part[:end], part[end:].strip(" ,;")
    tag = venue_of(place)
    venue = parse_name(place) if not tag else None
    if not (tag or venue) or author_likeness(names) != STRONG:
        return False
    entry.authors = split_authors(names)
    entry.add_tag(tag or Tag(venue))
    return True


def accepted_at(note: str) -> str | None:
    """Where a paper will appear, if a note on it says so and names a meeting with its year, an acronym or a journal."""
    for match in _ACCEPTED.finditer(note):
        place = match["place"].strip()
        if (tag := parse_tag(place)) and tag.venue:
            return tag.venue
        if names_publication(place) or (is_acronym(place) and place.isalpha()):
            return place
    return None


def take_fact(part: str, entry: Entry) -> bool:
    """Takes authors, or venue and year, into `entry`, if a phrase is nothing else; says whether it is."""
    if not entry.authors and (author_likeness(part) or author_likeness(without_frame(part))):
        entry.authors = split_authors(without_frame(part))
        return True
    if tag := venue_of(part):
        entry.add_tag(tag)
        return True
    if dated := year_of_state(part.rstrip(" .")):  # no venue
        entry.year = entry.year or dated
        return True
    if not entry.authors and (others := _OTHERS.search(part)) and _take_others(part, others.end(), entry):
        return True
    names, tag = split_trailing_venue(part)
    if tag and not entry.authors and (author_likeness(names) or "et al" in names[-8:]):
        entry.authors = split_authors(names)
        entry.add_tag(tag)
        return True
    bare = strip_anchors(part, Habits())[0] if " | " in part else ""
    if cells_of(bare):  # "Jane Roe | [2019] (pdf, code)"
        add_authors(entry, bare)
        return True
    return is_anchor(part)
