"""Venue and year that stand behind a title, in running text: "A Title. Some Venue 2020", and the sign in front of them.

`venues` tells which phrases are places; here is found where they begin. Pure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from enrich.mentions.shapes.names import STRONG, author_likeness, is_single_name, names_people
from enrich.mentions.shapes.tags import STATE_WORDS, Tag, find_year, parse_tag, split_trailing_tag
from enrich.mentions.shapes.venues import names_publication, numbered_place

# "A Title, The Review 85 (2018)": the volume in front of the year, which a part of a title may have there as well.
_VOLUME_END = re.compile(r"\s\d{1,4} \((?:19|20)\d\d\)$")
# "A Title, 12 Shore L. Rev. 345 (2018)": as lawyers cite, the volume in front, page, perhaps a court, and year behind.
_REPORTED = re.compile(
    r",\s+\d{1,4} (?P<venue>[A-Z][\w.&'’-]*(?: (?:[A-Z&][\w.&'’-]*|of|on|and|the|in|for)){0,8}) \d{1,5}"
    r" \((?:[\w.]{2,6} ){0,3}(?P<year>1[89]\d\d|20\d\d)\)$"
)
_NUMBER_SIGN = re.compile(r"\b(?:no|nr|vol|ser|pt|ch|sect)\.$", re.I)
# Between a title and the tag behind it: "Title. Venue 2020", "Title, Venue, 2020", "Title - Venue 2020".
_BREAK = re.compile(r"(?P<mark>[.,;|?!])\s+|\s(?P<dash>[–—-])\s+")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d|['’]\d\d(?!\d)")
_INITIAL = re.compile(r"(?:^|[\s.-])[A-Z]$")
_BREAKS_TRIED, _TAG_WORDS = 3, 9
_LONGEST_TAG, _LONGEST_STATE = 120, 32  # characters
# "Title, preprint (2019)", "Title. Preprint, 2019": how far a paper has come stands there instead of a venue.
_STATE_AND_YEAR = re.compile(rf"(?:(?<=[?!])|[.,])\s+{STATE_WORDS},?\s\(?(?P<year>(?:19|20)\d\d)[).\s]*$", re.I)
# "Title, in preparation", "Title, to appear in The Journal": the same without a year, and with no venue in front.
_STATE_ALONE = re.compile(r",\s+(?:in preparation|to appear in (?P<venue>[A-Z][^\d,;:]{1,80}))[.\s]*$")
# "Title, Ph.D. thesis, The University (2019)", "Title, working paper, 2019": what kind of writing it is.
_WRITING = re.compile(
    r"[,.]\s+(?P<venue>(?:(?:Ph\. ?D\.|PhD|M\. ?Sc\.|MSc|M\. ?A\.|Master['’]?s?|Doctoral|Diploma|Bachelor['’]?s?)"
    r" (?:[Tt]hesis|[Dd]issertation)|(?:Diplom|Master|Bachelor|Magister|Doktor)arbeit|Habilitation(?:sschrift)?"
    r"|Dissertation|Thèse(?: de [Dd]octorat)?|Tes(?:is [Dd]octoral|i di [LlDd]\w+)|[Ww]orking [Pp]aper"
    r"|[Tt]ech(?:nical|\.) [Rr]ep(?:ort|\.)(?: (?:[Nn]o\. ?|#)?[A-Z\d][\w./-]{0,20})?"
    r"|[Ll]ecture [Nn]otes(?: (?:for|from|of|at) [^\d,;:()]{3,60})?)(?:, [^\d,;:()]{3,60}){0,3}),?"
    r" \(?(?P<year>(?:19|20)\d\d)\)?[.\s]*$"
)
# "Title, The Institute Working Paper 12345": one of a series, whose year stands elsewhere.
_OF_SERIES = re.compile(
    r",\s+(?P<venue>(?:[A-Z][\w.&-]* ){1,4}(?:Working|Discussion) Paper(?:,? [Nn]os?\.| #)? ?\d{1,6})[.\s]*$"
)
# Of the items with venue and year so many share the sign in front, and so many of those have no stop in the venue.
_FEWEST_MARKED, _MARKED_SHARE, _FEWEST_UNSTOPPED, _AGAIN_SHARE = 4, 0.6, 2, 0.5
_PHRASE_END = re.compile(r",|(?<=[\w)][\w)])\. ")  # the stop of an initial ends none
_DIGIT = re.compile(r"\d")
_REMEMBERED = 2048  # a phrase is asked about several times while its line is read


@lru_cache(maxsize=_REMEMBERED)
def split_trailing_venue(text: str, mark: str = "") -> tuple[str, Tag | None]:
    """`(rest, tag)`: the shortest tag that stands behind a title, with the venue before a lone year taken along.

    Brackets behind the title are `tags.split_trailing_tag`'s; here the tag is set off by a stop, a comma or a dash: by
    `mark`, if the list has one, for a venue may have stops in its name ("Phys. Rev. A 2019").
    """
    if writing := _WRITING.search(text, max(0, len(text) - _LONGEST_TAG)):
        return text[: writing.start()], Tag(writing["venue"], int(writing["year"]))
    state = _STATE_AND_YEAR.search(text, max(0, len(text) - _LONGEST_STATE))
    if state and not _opens_bracket(text[: state.start()]):
        return text[: state.start()], Tag(None, int(state["year"]))
    if text.rstrip(" .*_").endswith((")", "]", "】")):
        if volume := split_reported(text) or _split_at_volume(text.rstrip(" .*_")):
            return volume
        rest, tag = split_trailing_tag(text)
        front, bar, _ = rest.rpartition(" | ")
        place = parse_tag(text[len(front) + len(bar) :].strip()) if bar and tag and not tag.venue else None
        if place and place.venue and not names_people(place.venue):
            return front, place  # "A Title | ICES (2019)"
        if tag and not _is_names(tag.venue or "") and text[len(rest) :].lstrip(" .,;:|*_–—-")[:1] in "([【":
            return rest, tag
    alone = _STATE_ALONE.search(text, max(0, len(text) - _LONGEST_TAG))
    if alone := alone or (_OF_SERIES.search(text, max(0, len(text) - _LONGEST_TAG)) if " Paper" in text else None):
        return text[: alone.start()], Tag(alone["venue"])
    end = text[-24:]
    if not _DIGIT.search(end) or not _ANY_YEAR.search(end):
        return text, None
    if mark and (found := _split_at_mark(text, mark)):
        return found
    end = text[-_LONGEST_TAG:]
    breaks = list(_BREAK.finditer(end))[-_BREAKS_TRIED:]
    offset = len(text) - len(end)
    bracket = text.rfind("(") if text.rstrip(" .*_").endswith(")") else len(text)
    year_only: tuple[str, Tag] | None = None
    for match in reversed(breaks):
        start, after = offset + match.start(), text[offset + match.end() :]
        keep = match["mark"] if match["mark"] and match["mark"] in "?!." else ""
        tag = parse_tag(after.rstrip(". "))
        if not text[:start].strip():
            break
        if start > bracket or (match["mark"] == "." and _INITIAL.search(text[:start])):
            continue
        if after.startswith("and "):
            break  # the last of several people, or words of one name: "Sands: Grains, Dunes, and Shores"
        if tag and tag.venue and len(after.split()) <= _TAG_WORDS:
            named = _is_names(tag.venue) or (year_only and _ends_names(text[:start], tag.venue, match[0].strip()))
            return year_only or (text, None) if named else (text[:start] + keep, tag)
        if tag:
            year_only = text[:start] + keep, tag
        elif year_only:
            break
    return year_only or (text, None)


def split_reported(text: str) -> tuple[str, Tag] | None:
    """`(rest, tag)` at the comma that a journal's volume, its name and a page stand behind."""
    body = text.rstrip(" .,;*_")
    match = _REPORTED.search(body, max(0, len(body) - _LONGEST_TAG)) if body.endswith(")") else None
    return (body[: match.start()], Tag(match["venue"], int(match["year"]))) if match and match.start() else None


def _is_names(text: str) -> bool:
    return "et al" in text or author_likeness(text) == STRONG


def _split_at_volume(text: str) -> tuple[str, Tag] | None:
    """`(rest, tag)` at the last comma with a name, its volume and a year in brackets behind it.

    Parts of titles have numbers as well ("Surge Atlas, Sheet 4 (2009)"): the name is abbreviated, or one of a series.
    """
    front, _, place = text.rpartition(", ") if _VOLUME_END.search(text[-_LONGEST_STATE:]) else ("", "", "")
    found = numbered_place(place) if front.strip() else None
    name = found["name"] if found else ""
    abbreviated = "." in name and " " in name and not _NUMBER_SIGN.search(name)
    named = found and (abbreviated or names_publication(name))
    return (front, Tag(name, find_year(place[len(name) :]))) if named else None


def _ends_names(front: str, last: str, sign: str) -> bool:
    """Whether a phrase behind `sign` is the last of several names rather than a venue: the phrase before is one as
    well, behind a comma or, with a comma between them, behind the stop of the title."""
    before = _PHRASE_END.split(front)[-1] if sign == "," else front.rsplit(",", 1)[-1]
    return is_single_name(last) and is_single_name(before)


def learn_mark(texts: Iterable[str]) -> str:
    """The sign in front of venue and year in most of the texts that end in such; "" where it is a stop, or none is.

    Stops are inside of names of journals as well. It is another sign only where some texts have no stop at all, or
    where what has a stop in it comes again and again.
    """
    venues: dict[str, list[str]] = defaultdict(list)
    total = 0
    for text in texts:
        if not _DIGIT.search(text[-24:]):
            continue
        signs = dict.fromkeys(_mark_of(match) for match in reversed(list(_BREAK.finditer(text[-_LONGEST_TAG:]))))
        fitting = {sign: found[1].venue or "" for sign in signs if (found := _split_at_mark(text, sign))}
        for sign, venue in fitting.items():
            venues[sign].append(venue)
        total += bool(fitting)
    stops = len(venues.pop(".", ()))
    mark = max(venues, key=lambda sign: len(venues[sign]), default="")
    named = venues[mark]
    stopped = [venue for venue in named if ". " in venue]
    again = len(stopped) >= _MARKED_SHARE * stops and len(set(stopped)) <= _AGAIN_SHARE * len(stopped)
    least = max(_FEWEST_MARKED, _MARKED_SHARE * total, 0 if again else stops + _FEWEST_UNSTOPPED)
    return mark if len(named) >= least else ""


def _split_at_mark(text: str, mark: str) -> tuple[str, Tag] | None:
    """`(rest, tag)` at the last `mark` that has a venue and a year behind it."""
    end = text[-_LONGEST_TAG:]
    for match in reversed(list(_BREAK.finditer(end))):
        after = end[match.end() :].rstrip(". ") if _mark_of(match) == mark else ""
        if not (tag := parse_tag(after)):
            continue
        if tag.venue and len(after.split()) <= _TAG_WORDS and not _is_names(tag.venue):
            front = text[: len(text) - len(end) + match.start()]
            return (front, tag) if front.strip() and not _opens_bracket(front) else None
    return None


def _opens_bracket(front: str) -> bool:
    """Whether a bracket is left open in which people may stand: "A Title (Roe et al., Shore Stud. 2019)"."""
    return front.rfind("(") > front.rfind(")")


def _mark_of(match: re.Match[str]) -> str:
    return match["mark"] or "-"
