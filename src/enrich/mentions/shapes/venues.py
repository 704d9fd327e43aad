"""Where something appeared, as written out in running text: "In Proceedings of ...", "Journal of ..., 12(3):4-5, 2019".

Short tags with a year are `mentions.tags`' business; here come the longer phrases, told by the general words of
publishing and by volume and page numbers. No venue is known by name. Pure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from enrich.mentions.shapes.names import STRONG, author_likeness, is_single_name
from enrich.mentions.shapes.tags import (
    MONTH_END,
    Tag,
    find_year,
    parse_forthcoming,
    parse_tag,
    parse_year,
    split_trailing_tag,
)

_PUBLISHING = re.compile(
    r"\b(?:Proceedings|Proc\b|Journal|Transactions|Trans\b|Conference|Conf\b|Symposium|Symp\b|Workshops?"
    r"|Letters|Lett\b|Annals|Advances in|Lecture Notes|Preprint|preprint|University|Univ\b|[Tt]hesis"
    r"|[Dd]issertation|Technical [Rr]eport|Tech\. [Rr]ep|Magazine|Bulletin|Reviews?(?= of\b|,|\s\d|$)"
    r"|Archives? of|Communications|Quarterly|Springer|Elsevier|Wiley|MIT Press|Press\b)",
)
_NUMBERS = re.compile(
    r"\b\d{1,4}\s*\(\d{1,3}(?:[-–]{1,2}\d+)?\)|\bvol(?:ume)?\.?\s*\d|\bpp?\.\s*\d|\bpages\s+\d|\bno\.\s*\d"
    r"|\d+\s*[:,]\s*\d+\s*[-–]\s*\d+|\bissue\s+\d",
    re.I,
)
# "Phys. Rev. B 127, 57438 (2017)", "npj Sands, 12:345, 2017": a name, a volume, a page.
_VOLUME_AND_PAGE = re.compile(
    r"(?P<name>(?:[a-z]{2,5} )?[A-Z][\w.&]*(?:(?:(?<=\.):)? (?:[A-Z][\w.&]*|of|and|the|in|&)){0,7}),?"
    r" \d{1,4}(?:\(\d{1,3}\))?(?:, |: ?)[A-Z]?\d{1,7}(?:[-–]{1,2}\d+)?(?:,?\s*\(?(?:19|20)\d\d\)?)?$"
)
# "The Review, 2018, 85(6): 32-176": a name, the year, a volume, pages.
_YEAR_AND_VOLUME = re.compile(
    r"(?P<name>[A-Z][\w.&-]*(?: (?:[A-Z][\w.&-]*|of|and|the|in|on|for|&)){0,9}), (?:19|20)\d\d(?=[,;])"
    r"(?:[,;] ?(?:vol\. ?)?\d{1,4}(?:\(\d{1,3}\))?)?(?:[:,] ?(?:pp?\. ?)?[A-Z]?\d{1,7}(?:[-–]{1,2}\d+)?)?$"
)
# "The Review 85, no. 6 (2018): 32-176": a name, a volume, perhaps an issue, the year, pages.
_VOLUME_AND_YEAR = re.compile(
    r"(?P<name>(?:[a-z]{2,5} )?[A-Z][\w.&-]*(?: (?:[A-Z][\w.&-]*(?:(?<=\.):)?|of|and|the|in|on|for|&)){0,9})"
    r",? \d{1,4}(?:, no\. \d{1,4})? \((?:19|20)\d\d\)(?:, no\. \d{1,4})?"
    r"(?:[:,] ?(?:pp?\. ?)?[A-Z]?\d{1,7}(?:[-–]{1,2}\d+)?)?$"
)
# "A Title, The Review 85 (2018)": the volume in front of the year, which a part of a title may have there as well.
_VOLUME_END = re.compile(r"\s\d{1,4} \((?:19|20)\d\d\)$")
_SERIAL = re.compile(
    r"(?:part|book|chapter|section|lecture|session|series|version|phase|round|no|vol|volumes?)\b", re.I
)
_BEFORE_STOP = 4  # words in front of the first short one: "Journal of the Royal Stat. Soc."
_IN = re.compile(
    r"^(?:In|in|In:|Published (?:in|at)|Appeared (?:in|at)|Accepted (?:by|to|at)|[Tt]o appear (?:in|at)"
    r"|Presented at)\s*:?\s+(?=\S)|^(?:Venue|Conference|Journal)\s*:\s*(?=\S)"
)
_ARXIV = re.compile(r"^\(?(?:ar|bio|med|chem|psy)xiv\b", re.I)
_DETAILS = re.compile(
    r"[\s,;.]*(?:\b(?:vol(?:ume)?|no|pp?|pages|issue|article)\b\.?\s*[\w.:-]+(?:\s*[-–]\s*\d+)?"
    r"|\b\d{1,4}\s*\(\d{1,3}(?:[-–]{1,2}\d+)?\)(?:\s*[:,]\s*[\w.-]+(?:[-–]{1,2}\d+)?)?|\b\d+\s*:\s*\d+(?:[-–]{1,2}\d+)?)",
    re.I,
)
_YEAR_END = re.compile(r"[\s,;.(]*\b(?:19|20)\d\d[a-z]?\b\)?[\s.,;]*$")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]\d]{2,60}[)\]]$")
_SMALL_FIRST, _DIGIT = re.compile(r"[a-z]+ [A-Z]"), re.compile(r"\d")
_LONGEST, _INTRODUCED_WORDS, _NUMBERED_WORDS, _LONGEST_PHRASE = 26, 3, 16, 300
_JOURNAL = re.compile(
    r"(?:The |IEEE |ACM |[A-Z]{2,} )?(?:Journal|Transactions|Proceedings|Annals|Proc\.|Trans\.|J\.) (?:of|on) "
    r"|[A-Z]\w+ (?:Journal|Letters)$"
    r"|(?:Ph\. ?D\.|PhD|M\. ?Sc\.|MSc|M\. ?A\.|Master['’]?s?|Doctoral|Diploma|Bachelor['’]?s?) [Tt]hesis(?:, |$)"
)
# Between a title and the tag behind it: "Title. Venue 2020", "Title, Venue, 2020", "Title - Venue 2020".
_BREAK = re.compile(r"(?P<mark>[.,;|?!])\s+|\s(?P<dash>[–—-])\s+")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d|['’]\d\d(?!\d)")
_INITIAL = re.compile(r"(?:^|[\s.-])[A-Z]$")
_BREAKS_TRIED, _LONGEST_TAG, _LONGEST_STATE = 3, 120, 32
# "Title, preprint, 2019": how far a paper has come stands there instead of a venue.
_STATE_AND_YEAR = re.compile(
    r",\s+(?:preprint|manuscript|submitted|unpublished|forthcoming|in preparation|in press|to appear),?"
    r"\s\(?(?P<year>(?:19|20)\d\d)[).\s]*$"
)
_BARS, _BUTTON_WORDS = re.compile(r"\s+[|·•∙]\s+"), 2
# Of the items with venue and year so many share the sign in front, and so many of those have no stop in the venue.
_FEWEST_MARKED, _MARKED_SHARE, _FEWEST_UNSTOPPED, _AGAIN_SHARE = 4, 0.6, 2, 0.5
_SERIES = re.compile(
    r"(?:(?:[A-Z]{2,}|The|International|European|American|British|Annual|\d+\w\w)\s+){0,3}"
    r"(?:Journal|Transactions|Trans\.|Proceedings|Proc\.|Annals|Archives|Review|Reviews|Annual Review"
    r"|Conference|Symposium|Workshop|Advances|Frontiers|Trends|Bulletin|Letters)"
    r"\s+(?:of|on|in|for)\s+(?:the\s+)?[A-Z][\w&,.-]*(?:\s+(?:[A-Z][\w&,.-]*|and|of|on|in|for|the|&)){0,8}"
    r"|[A-Z][\w&]*(?:\s+[A-Z&][\w&]*){0,3}\s+(?:Letters|Communications|Reviews|Reports|Bulletin|Magazine"
    r"|Journal|Transactions|Proceedings|Methods|Quarterly|Workshops?|Findings)(?:\s+[A-Z])?"
    r"|Proc\.(?:\s+(?:[A-Z][\w&,.-]*|and|of|on|in|the)){1,8}",
)
_TAG_WORDS, _BEHIND_NUMBERS, _ENDS_OF_PLACE = 9, 3, frozenset("0123456789)")
_REMEMBERED = 2048  # a phrase is asked about several times while its line is read


@lru_cache(maxsize=_REMEMBERED)
def venue_of(text: str) -> Tag | None:
    """Venue and year that a phrase states and nothing else; None if it may be anything but a place of publication."""
    body = text.strip().rstrip(".;, 。；，")
    if not body or len(body) > _LONGEST_PHRASE:
        return None
    numbered = bool(_DIGIT.search(body))
    bare = _ASIDE.sub("", body) if body.endswith("]") else body
    found = _numbered_place(bare) if numbered else None
    if numbered and not found and (tag := _read_tag(body) or _before_buttons(body)):
        return tag
    if stated := parse_forthcoming(body):
        return stated
    words = len(body.split())
    if words > _LONGEST:
        return None
    introduced, preprint = _IN.match(body), bool(_ARXIV.match(body))
    if not (body[0].isupper() or introduced or preprint or _SMALL_FIRST.match(body)):
        return None
    if found:
        return Tag(found["name"], find_year(body))
    year = find_year(body)
    if (
        preprint
        or (
            introduced
            and (year or len(body[introduced.end() :].split()) <= _INTRODUCED_WORDS or _PUBLISHING.search(body))
        )
        or (numbered and words <= _NUMBERED_WORDS and _NUMBERS.search(body) and _ends_numbered(body))
        or _is_named_publication(body, words, year)
    ):
        return Tag(_name(body), year)
    return None


def _before_buttons(body: str) -> Tag | None:
    """The venue and year in front of the words of links: "The Journal, 2019 · arXiv · Code"."""
    first, *buttons = _BARS.split(body)
    if not buttons or any(len(word.split()) > _BUTTON_WORDS or _DIGIT.search(word) for word in buttons):
        return None
    tag = venue_of(first)
    return tag if tag and tag.venue and tag.year else None


def _ends_numbered(body: str) -> bool:
    """Whether few words stand behind the last number of a phrase: more of them are a title behind its place."""
    return len(body[max(map(body.rfind, "0123456789")) + 1 :].split()) <= _BEHIND_NUMBERS


def leading_place(front: str) -> Tag | None:
    """Venue and year that a phrase in front of a title states: a tag, or a venue that its volume or year ends."""
    tag = parse_tag(front)
    if tag or front[-1:] not in _ENDS_OF_PLACE:
        return tag
    place = venue_of(front)
    return place if place and place.venue and place.year else None


def is_numbered_place(text: str) -> bool:
    """Whether a phrase is a name with volume, year or pages, and nothing else."""
    return _numbered_place(text.strip().rstrip(".;, ")) is not None


def _numbered_place(body: str) -> re.Match[str] | None:
    patterns = (_VOLUME_AND_PAGE, _VOLUME_AND_YEAR, _YEAR_AND_VOLUME)
    found = next(filter(None, (pattern.match(body) for pattern in patterns)), None)
    whole, stop, _ = found["name"].partition(". ") if found else ("", "", "")
    return None if stop and len(whole.split()) > _BEFORE_STOP else found  # more words are a title in front of it


def _read_tag(body: str) -> Tag | None:
    """The year or tag that a phrase is, or is with an aside behind it: "(ICRA 2021) [oral]"."""
    if year := parse_year(body.strip("()")):
        return Tag(None, year)
    return parse_tag(body) or (parse_tag(_ASIDE.sub("", body)) if body[-1] in ")]" else None)


def names_publication(text: str) -> bool:
    """Whether a phrase is named as series of publications are: "Journal of ...", "... Transactions on ...", "...
    Letters"."""
    return bool(_SERIES.fullmatch(text.strip()))


def _is_named_publication(body: str, words: int, year: int | None) -> bool:
    """A phrase with a word of publishing and a year in it, or one named as journals are; titles may hold such words
    too."""
    if not year and not (words <= 9 and _JOURNAL.match(body)):
        return False
    found = _PUBLISHING.search(body)
    return found is not None and (not year or words <= 6 or found.start() <= 30)


def _name(body: str) -> str | None:
    """The name of the place: without "In", volume, pages and year."""
    name = _IN.sub("", body)
    name = _DETAILS.sub("", name)
    name = MONTH_END.sub("", _YEAR_END.sub("", name))
    return name.strip(" ,;:.(" if _ASIDE.search(name) else " ,;:.()") or None


def _is_names(text: str) -> bool:
    return "et al" in text or author_likeness(text) == STRONG


@lru_cache(maxsize=_REMEMBERED)
def split_trailing_venue(text: str, mark: str = "") -> tuple[str, Tag | None]:
    """`(rest, tag)`: the shortest tag that stands behind a title, with the venue before a lone year taken along.

    Brackets behind the title are `tags.split_trailing_tag`'s; here the tag is set off by a stop, a comma or a dash: by
    `mark`, if the list has one, for a venue may have stops in its name ("Phys. Rev. A 2019").
    """
    if text.rstrip(" .*_").endswith((")", "]", "】")):
        if volume := _split_at_volume(text.rstrip(" .*_")):
            return volume
        rest, tag = split_trailing_tag(text)
        if tag and not _is_names(tag.venue or "") and text[len(rest) :].lstrip(" .,;:|*_–—-")[:1] in "([【":
            return rest, tag
    end = text[-24:]
    if not _DIGIT.search(end) or not _ANY_YEAR.search(end):
        return text, None
    if state := _STATE_AND_YEAR.search(text, max(0, len(text) - _LONGEST_STATE)):
        return text[: state.start()], Tag(None, int(state["year"]))
    if mark and (found := _split_at_mark(text, mark)):
        return found
    end = text[-_LONGEST_TAG:]
    breaks = list(_BREAK.finditer(end))[-_BREAKS_TRIED:]
    offset = len(text) - len(end)
    year_only: tuple[str, Tag] | None = None
    for match in reversed(breaks):
        start, after = offset + match.start(), text[offset + match.end() :]
        keep = match["mark"] if match["mark"] and match["mark"] in "?!." else ""
        tag = parse_tag(after.rstrip(". "))
        if not text[:start].strip():
            break
        if match["mark"] == "." and _INITIAL.search(text[:start]):
            continue
        if tag and tag.venue and len(after.split()) <= _TAG_WORDS:
            named = _is_names(tag.venue) or (year_only and _ends_names(text[:start], tag.venue))
            return year_only or (text, None) if named else (text[:start] + keep, tag)
        if tag:
            year_only = text[:start] + keep, tag
        elif year_only:
            break
    return year_only or (text, None)


def _split_at_volume(text: str) -> tuple[str, Tag] | None:
    """`(rest, tag)` at the last comma with a name, its volume and a year in brackets behind it."""
    front, _, place = text.rpartition(", ") if _VOLUME_END.search(text[-_LONGEST_STATE:]) else ("", "", "")
    found = _numbered_place(place) if front.strip() and not _SERIAL.match(place) else None
    return (front, Tag(found["name"], find_year(place[found.end("name") :]))) if found else None


def _split_at_mark(text: str, mark: str) -> tuple[str, Tag] | None:
    """`(rest, tag)` at the last `mark` that has a venue and a year behind it."""
    end = text[-_LONGEST_TAG:]
    for match in reversed(list(_BREAK.finditer(end))):
        after = end[match.end() :].rstrip(". ")
        if _mark_of(match) != mark or not (tag := parse_tag(after)):
            continue
        if tag.venue and len(after.split()) <= _TAG_WORDS and not _is_names(tag.venue):
            front = text[: len(text) - len(end) + match.start()]
            return (front, tag) if front.strip() else None
    return None


def _mark_of(match: re.Match[str]) -> str:
    return match["mark"] or "-"


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
        signs = {_mark_of(match) for match in _BREAK.finditer(text[-_LONGEST_TAG:])}
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


def _ends_names(front: str, last: str) -> bool:
    """Whether a phrase is the last of several names rather than a venue: the phrase before the comma is one as well."""
    return is_single_name(last) and is_single_name(front.rsplit(",", 1)[-1])
