"""Where something appeared, as written out in running text: "In Proceedings of ...", "Journal of ..., 12(3):4-5, 2019".

Short tags with a year are `mentions.tags`' business; here come the longer phrases, told by the general words of
publishing and by volume and page numbers. No venue is known by name. Pure.
"""

from __future__ import annotations

import re
from functools import lru_cache

from enrich.mentions.shapes.placenames import server_of
from enrich.mentions.shapes.statements import bare_statement
from enrich.mentions.shapes.tags import (
    MONTH_END,
    Tag,
    find_year,
    parse_forthcoming,
    parse_name,
    parse_tag,
    parse_year,
)

_GLUED_CELL = re.compile(r"(?P<venue>[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[a-z]{1,3}[A-Z][A-Za-z]+)-?(?P<short>[0-2]\d|9\d)")
_LONGEST_GLUED = 24
_PUBLISHING = re.compile(
    r"\b(?:Proceedings|Proc\b|Journal|Transactions|Trans\b|Conference|Conf\b|Symposium|Symp\b|Workshops?"
    r"|Letters|Lett\b|Annals|Advances in|Lecture Notes|Preprint|preprint|University|Univ\b|[Tt]hesis"
    r"|[Dd]issertation|Technical [Rr]eport|Tech\. [Rr]ep|Magazine|Bulletin|Reviews?(?= of\b|,|\s\d|$)"
    r"|Archives? of|Communications|Quarterly|Springer|Elsevier|Wiley|MIT Press|Press\b)",
)
# The issue behind a volume: "12(3)", "12(3/4)", "39(S1)", "45(sup1)", "287(5461): 22", but a year in "12 (2019)".
_ISSUE = r"(?:\s*\((?:S|sup(?:pl)?\.? ?)?\d{1,3}(?:[-–/]{1,2}\d+)?\)|\(\d{4}\)(?=:))"
_IN_BRACKETS = r"(?: ?\((?:\d{1,3}|(?!19|20)\d{4})\))?"  # of an issue; weeklies count beyond a thousand
_NUMBERS = re.compile(
    rf"\b\d{{1,4}}{_ISSUE}"
    r"|\bvol(?:ume)?\.?\s*\d|\bpp?\.\s*\d|\bpages\s+\d|\bno\.\s*\d"
    r"|\d+\s*[:,]\s*\d+\s*[-–]\s*\d+|\bissue\s+\d",
    re.I,
)
# "32-176", "S12-S15"; the numbers of articles where there are no pages: "L121104", "eaaw1234", "e2020GL091234".
_PAGES = r"(?:[A-Za-z]?\d{1,7}|[A-Za-z]{2,4}\d{4,7})(?:[A-Z]{1,3}\d+)?(?:[-–]{1,2}[A-Z]?\d+)?"
_SHORT = r"(?: \([A-Z]{2,8}\))?"  # "J. Sand Soc. (JSS)"
_PAGE_SIGN = r"(?:pp?|[Ss])\. ?"  # in German and others "S. 3-14"
# "Tides, Sand and Mud": a name with a comma in it.
LISTED_NAME = r"[A-Z][a-z]+, (?:[A-Z][a-z]+,? ){1,2}(?:and|&) [A-Z][a-z]+"
# "Phys. Rev. B 127, 57438 (2017)", "npj Sands, 12:345, 2017", "Sands 12, 2017, pp. 3-9", "Sands 12, 2017: 3-9": a
# name, a volume, a page.
_VOLUME_AND_PAGE = re.compile(
    rf"(?P<name>(?:{LISTED_NAME}"
    r"|(?:[a-z]{2,5} |[a-z])?[A-Z][\w.&]*(?:(?:(?<=\.):)? (?:[A-Z][\w.&]*|of|and|the|in|&)){0,7})"
    rf"{_SHORT}),? \d{{1,4}}{_IN_BRACKETS}(?:, (?:(?:(?:19|20)\d\d, )?{_PAGE_SIGN}|(?:19|20)\d\d: )?|: ?){_PAGES}"
    r"(?:,?\s*\(?(?:19|20)\d\d\)?)?$"
)
# "The Review, 2018, 85(6): 32-176": a name, the year, a volume, pages.
_YEAR_AND_VOLUME = re.compile(
    r"(?P<name>[A-Z][\w.&-]*(?: (?:[A-Z][\w.&-]*|of|and|the|in|on|for|&)){0,9}), (?:19|20)\d\d(?=[,;])"
    rf"(?:[,;] ?(?:vol\. ?)?\d{{1,4}}{_IN_BRACKETS})?(?:[:,] ?(?:{_PAGE_SIGN})?{_PAGES})?$"
)
# ";85(6):32-176", ", 85, 32": a volume and a page behind the year.
VOLUME_OF_YEAR = (
    r"(?: [A-Z][a-z]{2,8}\.?(?: \d{1,2})?)?[;,] ?\d{1,4}(?: ?\([\w -]{1,9}\))?"
    rf"[:,] ?{_PAGES}"
)
# "Shore Med 2018;85(6):32-176", "Sand Chem. 2018, 85, 32": a name, the year, a volume, a page.
_YEAR_VOLUME_AND_PAGE = re.compile(
    r"(?P<name>[A-Z][\w.&-]*(?: (?:[A-Z][\w.&-]*|of|and|the|in|on|for|&)){0,9})[.,]? (?:19|20)\d\d"
    rf"{VOLUME_OF_YEAR}$"
)
# "The Tidal Review, e68067": the number of an article alone.
_ARTICLE = re.compile(r"(?P<name>[A-Z][\w.&-]*(?: (?:[A-Z][\w.&-]*|of|and|the|in|on|for|&)){0,9}),? e\d{3,7}$")
# "The Review 85, no. 6 (2018): 32-176", "The Review 85.6 (2018)", "Phys. Lett. B 85 (2018) 32": a name, a volume,
# perhaps an issue, the year, pages; "The Review 85, no. 3/4: 32-176" without a year.
_NUMBER = r", (?:nos?|suppl|pt)\. \d{1,4}(?:[-–/]\d{1,4})?"
_VOLUME_AND_YEAR = re.compile(
    r"(?P<name>(?:[a-z]{2,5} )?[A-Z][\w.&-]*(?: (?:[A-Z][\w.&-]*(?:(?<=\.):)?|of|and|the|in|on|for|&)){0,9}"
    rf"{_SHORT}),? \d{{1,4}}(?:{_NUMBER}(?: \((?:19|20)\d\d\))?|(?:\.[1-9]\d?)? \((?:19|20)\d\d\)(?:{_NUMBER})?)"
    rf"(?:[:,]? ?(?:{_PAGE_SIGN})?{_PAGES})?$"
)
# "(2017) Shore Studies, 34 (9), art. no. 0695, Cited 5 times", as indexes print it; "2017, Shore Stud., 34, L95".
_BEHIND_YEAR = re.compile(
    r"(?:\((?=\d{4}\))|(?=\d{4}, .*, \d{1,4}, [A-Z]?\d+$))(?P<year>(?:19|20)\d\d)(?:\)|,)"
    r" (?P<name>[A-Z][^\d()]{1,120}?), \d{1,4}(?: ?\([^()]{1,12}\))?"
    r"(?:, (?:pp?\.|art\. no\.) ?[\w -–]{1,24}|, [A-Z]?\d{1,6})?(?:, [Cc]ited (?:by )?\d+(?: times)?)?",
)
_YEAR_IN_BRACKETS = re.compile(r"\((?P<year>(?:19|20)\d\d)\)")
_BEFORE_STOP = 4  # words in front of the first short one: "Journal of the Royal Stat. Soc."
_PART = re.compile(r"Part (?:[IVX]+|\d+)")
_IN = re.compile(
    r"^(?:In|in|In:|(?:Will be p|P)ublished (?:in|at)|Appeared (?:in|at)|Accepted (?:by|to|at)"
    r"|[Tt]o (?:appear|be (?:published|presented)) (?:in|at)|Presented at)\s*:?\s+(?=\S)"
    r"|^(?:Venue|Conference|Journal)\s*:\s*(?=\S)"
)
_ARXIV = re.compile(r"^\(?(?:ar|bio|med|chem|psy)xiv\b", re.I)
_DETAILS = re.compile(
    r"[\s,;.]*(?:\b(?<!&)(?:vol(?:ume)?|no|pp?|pages|issue|article)\b\.?\s*[\w.:-]+(?:\s*[-–]\s*\d+)?"
    r"|\((?:no|issue|pp?)\b\.?\s*[\w–-]{1,12}\)"
    rf"|\b\d{{1,4}}{_ISSUE}(?:\s*[:,]\s*(?:pp?\.\s*|article\s+)?[\w.-]+(?:[-–]{{1,2}}[A-Za-z]?\d+)?)?"
    r"|\b\d{1,4}\.[1-9]\d?(?=[\s.,;]*$|\s*\((?:19|20))|(?<=\d), [a-z]{2,6}\d{2,6}(?=[\s.,;]*$)"
    r"|\b\d+\s*:\s*\d+(?:[-–]{1,2}\d+)?|\b(?:(?-i:[Cc]h)\.|chap(?:ter)?\b\.?)\s*\d+)",
    re.I,
)
_SEASON_END = re.compile(r"(?<=[\w).]),\s+(?:spring|summer|fall|autumn|winter)$", re.I)
_PAGES_END = re.compile(r"(?<!\d),\s+\d{1,4}[-–]{1,2}\d{1,4}$")  # of a book; behind a volume they tell it
_YEAR_END = re.compile(r"[\s,;.(]*\b(?:19|20)\d\d[a-z]?\b\)?[\s.,;]*$")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]\d]{2,60}[)\]]$")
_TO_READ = re.compile(r"(?<=\S)\s*\((?:pp?\.|pages?) ?\d[^()]{0,40}\)$")  # "The Review 12: 345-378 (pp. 350-352 only)"
_SMALL_FIRST = re.compile(r"[a-z]+ [A-Z]|[a-z][A-Z]|\d{1,3}(?:st|nd|rd|th) [A-Z]")  # "npj Sands", "eTide", "5th Wave"
_DIGIT = re.compile(r"\d")
_LONGEST_PHRASE = 300  # characters
# Words of a place; of one behind "In" with nothing else to tell it; of one with numbers.
_LONGEST, _INTRODUCED_WORDS, _NUMBERED_WORDS = 26, 3, 16
_JOURNAL = re.compile(
    r"(?:The |IEEE |ACM |[A-Z]{2,} )?(?:Journal|Transactions|Proceedings|Annals|Proc\.|Trans\.|J\.) (?:of|on) "
    r"|[A-Z]\w+ (?:Journal|Letters)$"
    r"|(?:Ph\. ?D\.|PhD|M\. ?Sc\.|MSc|M\. ?A\.|Master['’]?s?|Doctoral|Diploma|Bachelor['’]?s?) [Tt]hesis(?:, |$)"
)
# "The Review 12, 345 (2019) – Published 2 May 2019"; a year alone is one of the place.
_DAY_BEHIND = re.compile(r"(?:\s[–—|·-]|[.,;](?=\s[A-Z]?[a-z]+ed\b))\s+(?P<day>[^–—|·,;()]{6,32}(?:, \d{4})?)$")
_OPEN_DATE = re.compile(r" \([^()]{2,40}\b(?:19|20)\d\d$")
_ISSUE_APART, _OPEN_ACRONYM = re.compile(r" \d{1,4} \((?!(?:19|20)\d\d\))"), re.compile(r" \([A-Z][\w-]*[A-Z]$")
_VOLUME_END = re.compile(r"\b[Vv]ol(?:ume|\.) ?\d{1,4}$")
_BARS = re.compile(r"\s+[|·•∙]\s+")
_BUTTON_WORDS = 2  # at most, of the words of one link
_SERIES = re.compile(
    r"(?:(?:[A-Z]{2,}|The|International|European|American|British|Annual|\d+\w\w)\s+){0,3}"
    r"(?:Journal|Transactions|Trans\.|Proceedings|Proc\.|Annals|Archives|Review|Reviews|Annual Review"
    r"|Conference|Symposium|Workshop|Advances|Frontiers|Trends|Bulletin|Letters)"
    r"\s+(?:of|on|in|for)\s+(?:the\s+)?[A-Z][\w&,.-]*(?:\s+(?:[A-Z][\w&,.-]*|and|of|on|in|for|the|&)){0,8}"
    r"|[A-Z][\w&]*(?:\s+[A-Z&][\w&]*){0,3}\s+(?:Letters|Communications|Reviews|Reports|Bulletin|Magazine"
    r"|Journal|Transactions|Proceedings|Methods|Quarterly|Workshops?|Findings)(?:\s+[A-Z])?"
    r"|Proc\.(?:\s+(?:[A-Z][\w&,.-]*|and|of|on|in|the)){1,8}",
)
_BEHIND_NUMBERS = 3  # words
_ENDS_OF_PLACE = frozenset("0123456789)")
_PAGE_RANGE = re.compile(r"(?<![(\d])\d+[-–]{1,2}\d+")  # may look like years: "1987-2016"
_NUMBER_OF_PREPRINT = re.compile(r"\d{4}\.\d{4,5}")  # "2019.01234" is no year
_REMEMBERED = 2048  # a phrase is asked about several times while its line is read


@lru_cache(maxsize=_REMEMBERED)
def venue_of(text: str) -> Tag | None:
    """Venue and year that a phrase states and nothing else; None if it may be anything but a place of publication."""
    body = bare_statement(text)
    if not body or len(body) > _LONGEST_PHRASE:
        return None
    body = _TO_READ.sub("", body) if body.endswith(")") else body
    if behind := _BEHIND_YEAR.fullmatch(body):
        return Tag(behind["name"], int(behind["year"]))
    numbered = bool(_DIGIT.search(body))
    bare = _ASIDE.sub("", body) if body.endswith("]") else body
    if numbered and (year := parse_year(body)):
        return Tag(None, year)
    day = _DAY_BEHIND.search(body) if numbered else None
    if day and (year := parse_year(day["day"])) and (place := venue_of(body[: day.start()])) and place.venue:
        return Tag(place.venue, place.year or year)
    found = numbered_place(bare) if numbered else None
    if numbered and not found and (tag := _read_tag(body) or _before_buttons(body)) and not _ends_in_volume(tag):
        return tag
    if stated := parse_forthcoming(body):
        return stated
    if numbered and (server := server_of(body)):
        return Tag(server, find_year(_NUMBER_OF_PREPRINT.sub("", body)))
    words = len(body.split())
    if words > _LONGEST:
        return None
    introduced, preprint = _IN.match(body), bool(_ARXIV.match(body))
    if not (body[0].isupper() or introduced or preprint or _SMALL_FIRST.match(body)):
        return None
    if found:
        dated = _YEAR_IN_BRACKETS.search(found[0])  # the page behind it may look like one: "12 (2019) 2018"
        year = int(dated["year"]) if dated else find_year(_PAGE_RANGE.sub("", body))
        return Tag(_without_stop(found), year)
    year = find_year(body) if numbered else None
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


def _ends_in_volume(tag: Tag) -> bool:
    return tag.venue is not None and _VOLUME_END.search(tag.venue) is not None


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


def parse_cell(text: str) -> Tag | None:
    """The tag that the cell of a venue is. A year of two digits may stand right behind an acronym there: "ICCV19"."""
    glued = _glued(text)
    return Tag(glued["venue"], find_year(f"'{glued['short']}")) if glued else parse_tag(text)


def is_glued(text: str) -> bool:
    """Whether the cell of a venue ends in such a year, which may be a number of another kind: "JMLR21"."""
    return _glued(text) is not None


def _glued(text: str) -> re.Match[str] | None:
    return _GLUED_CELL.fullmatch(text.strip(" ()[]")) if len(text) <= _LONGEST_GLUED else None


def is_numbered_place(text: str) -> bool:
    """Whether a phrase is a name with volume, year or pages, and nothing else."""
    body = bare_statement(text)
    day = _DAY_BEHIND.search(body) if _DIGIT.search(body) else None
    place = body[: day.start()] if day and parse_year(day["day"]) else body
    return bool(_DIGIT.search(place)) and bool(numbered_place(place) or _BEHIND_YEAR.fullmatch(place))


def numbered_place(body: str) -> re.Match[str] | None:
    """The match of a phrase that is a `name` with volume, year, pages or article number, perhaps behind "In"."""
    body = _without_in(body)
    patterns = (_VOLUME_AND_PAGE, _VOLUME_AND_YEAR, _YEAR_AND_VOLUME, _YEAR_VOLUME_AND_PAGE, _ARTICLE)
    found = next(filter(None, (pattern.match(body) for pattern in patterns)), None)
    whole, stop, _ = found["name"].partition(". ") if found else ("", "", "")
    titled = len(whole.split()) > _BEFORE_STOP or _PART.fullmatch(whole)  # it ends in front of the place
    return None if stop and titled else found


def _without_in(body: str) -> str:
    """`body` without what leads to a place; "In" alone may begin the name of a journal: "In Vivo 12, 3-14"."""
    bare = _IN.sub("", body)
    name = _DIGIT.split(bare, 1)[0] if body.startswith("In ") else ""
    return body if name and "." not in name and not names_publication(name.rstrip(" ,")) else bare


def _without_stop(place: re.Match[str]) -> str:
    """The name of a numbered place without the stop that ends it: "Shore Med. 2018;85:32", "The Shore. 91 (5): 32"."""
    name, behind = place["name"], place.string[place.end("name") :]
    return name.rstrip(".") if name.count(".") == 1 and (";" in behind or _ISSUE_APART.match(behind)) else name


def _read_tag(body: str) -> Tag | None:
    """The year or tag that a phrase is, or is with an aside behind it: "(ICRA 2021) [oral]"."""
    if year := parse_year(body.strip("()")):
        return Tag(None, year)
    return parse_tag(body) or (parse_tag(_ASIDE.sub("", body)) if body[-1] in ")]" else None)


def name_of_place(text: str) -> str | None:
    """`text` if all of it may be the name of a venue, long ones of series included; else None."""
    return parse_name(text) or (text.strip(" .,;") if names_publication(text.strip(" .,;")) else None)


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
    name = _PAGES_END.sub("", _SEASON_END.sub("", MONTH_END.sub("", _YEAR_END.sub("", name))))
    name = name.strip(" ,;:.|(" if _ASIDE.search(name) else " ,;:.|()")
    name = _OPEN_DATE.sub("", name)  # "... Symposium on Sand (SWS 2020), 3-14"
    return f"{name})" if _OPEN_ACRONYM.search(name) else name or None  # "... Symposium on Sand (SWS 2020)"
