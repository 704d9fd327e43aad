"""Lines of people, the year, and where their paper appeared: "Jane Roe (2019). Sea Studies 12(3), 4-15"; or what is
said: "Jane Roe (ICES 2019) A note." Pure."""

from __future__ import annotations

import re

from enrich.mentions.shapes.anchors import take_urls
from enrich.mentions.shapes.names import form_of_name, may_stand_in_names, names_people
from enrich.mentions.shapes.phrases import is_person
from enrich.mentions.shapes.tags import Tag, is_presentation, may_state_year, parse_tag
from enrich.mentions.shapes.venues import is_numbered_place, name_of_place, venue_of

_YEAR = re.compile(
    r"(?:,? \((?P<year>(?:19|20)\d\d)[a-z]?\)[.,:;]?|[.,] (?P<bare>(?:19|20)\d\d)[.,:;])"
    r" (?=[^\W\d_]|\d+(?:st|nd|rd|th)\b)"
)
_TAG = re.compile(r" \((?P<tag>[^()\[\]]{3,60})\)(?=\s|$)")
_LINK_IN_FRONT = re.compile(r"(?:\s*\[\d*\]?\s*\[?[\w ]{2,24}\])+")
_LONGEST = 600  # characters of people; most are a line
_YEAR_AND_VOLUME = re.compile(r"\.\s+(?P<year>(?:19|20)\d\d)(?: [A-Z][a-z]{2}(?: \d{1,2})?)?;\s?\w")
_BEHIND_NAMES = re.compile(r"(?<![\s.-][^\W\d_])\.\s+(?:[-–—|]\s+)?|;\s+|\s+[-–—|]\s+")  # between authors and the place
_BEFORE_STOP = 3  # words in front of the first short one, "Proceedings of the Soc."; more are a title


def split_dated(text: str) -> tuple[str, Tag] | None:
    """`(names, tag)` of such a line; None where the words behind the year may be anything but a place, as the title of
    a reference."""
    match = _YEAR.search(text[:_LONGEST]) if may_state_year(text) else None
    names = text[: match.start("bare") if match["bare"] else match.start()].strip(" ,") if match else ""
    place = take_urls(text[match.end() :])[0].strip(" ,;") if match else ""
    if not match or not _are_names(names, place):
        return None
    tag = venue_of(place)
    name = tag.venue if tag else name_of_place(place.rstrip(".") if place.count(".") == 1 else place)
    front, stop, _ = (name or "").partition(". ")
    if not name or (stop and len(front.split()) > _BEFORE_STOP):
        return None
    return names, Tag(name, int(match["year"] or match["bare"]))


def split_tagged(text: str) -> tuple[str, Tag, str] | None:
    """`(names, tag, rest)` of people in full, a year with or without its venue in brackets, and whatever is said behind
    those and words of links: "Jane Roe, Max Poe et al. (ICES'19) [video] A note."."""
    match = _TAG.search(text[:_LONGEST]) if may_state_year(text) or "'" in text else None
    tag = parse_tag(match["tag"]) if match else None
    if not match or not tag or not tag.year or not names_people(text[: match.start()]):
        return None
    link = _LINK_IN_FRONT.match(text, match.end())
    return text[: match.start()], tag, text[link.end() if link else match.end() :].strip()


def split_numbered(text: str) -> tuple[str, Tag] | None:
    """`(names, tag)` of people, a journal, and its year with the volume behind a semicolon, as databases of medicine
    write it: "Roe J, Poe M, et al. Shore Med. 2019;12(3):45-9." People may be left out."""
    match = _YEAR_AND_VOLUME.search(text[:_LONGEST]) if ";" in text and may_state_year(text) else None
    names, _, journal = text[: match.start()].rpartition(". ") if match else ("", "", "")
    named = not names or names_people(names) or form_of_name(f"{names}.")  # "Moon J" is no list of names
    if not match or not named or not name_of_place(journal):
        return None
    return names, Tag(journal.strip(" ,"), int(match["year"]))


def _are_names(names: str, place: str) -> bool:
    """Whether people stand in front of a year: by volume or pages behind it, surnames may be words of English, too."""
    if names_people(names) or is_person(names):
        return True
    return is_numbered_place(place) and bool(form_of_name(names)) and all(map(may_stand_in_names, names.split()))


def split_names_and_place(body: str) -> tuple[str, Tag] | None:
    """Where a paper appeared, alone or behind its authors: "J. Roe, M. Moe. The Journal 12, 345 (2019)"."""
    if dated := split_dated(body) or split_numbered(body):
        return dated
    splits = [(body[: match.start()], body[match.end() :]) for match in _BEHIND_NAMES.finditer(body)]
    splits = [(names, place) for names, place in splits if names_people(names) and not is_presentation(names)]
    named = [(names, tag) for names, place in splits if (tag := venue_of(place))]
    sure = next((found for found in named if "," in found[0] or "." not in found[0]), None)
    if sure or not (whole := venue_of(body)):
        return sure or next(iter(named), None)
    return "", whole  # "J. Chem" alone is a journal's
