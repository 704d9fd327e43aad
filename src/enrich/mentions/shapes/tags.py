"""Venue and year tags as lists write them, told by their shape: "[Arxiv 2024]", "(ICML'23)", "NeurIPS 2022", "2024.05".

A tag is an acronym or a short capitalised name with a year, a name in brackets, or a date. No list of venues is kept:
what is read is the shape alone, so venues of any field count. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from enrich.mentions.shapes.months import ISSUED, MONTH

YEAR = r"(?:19\d\d|20[0-4]\d)"
_IN_MONTHS, _IN_DATES = r"\s*[./\u2010-\u2012-]\s*", r"\s*[./\u2010-\u2015-]\s*"  # "2019‒03"; "2010–12" is a range
_DATE = re.compile(
    rf"(?P<y1>{YEAR})(?:(?:{_IN_MONTHS}(?:0?[1-9]|1[0-2]))?(?:{_IN_MONTHS}(?:0?[1-9]|[12]\d|3[01]))?"
    rf"|{_IN_DATES}(?:0?[1-9]|1[0-2]){_IN_DATES}(?:0?[1-9]|[12]\d|3[01]))"
    rf"|(?:0?[1-9]|1[0-2]){_IN_MONTHS}(?P<y2>{YEAR})"
    rf"|(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s+)?{MONTH}(?:\s*(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)?[\s,]*(?P<y3>{YEAR})"
    rf"|(?P<y4>{YEAR})[\s,]*{MONTH}(?:\s*(?:0?[1-9]|[12]\d|3[01]))?"
    rf"|(?:spring|summer|fall|autumn|winter)(?: (?:term|semester|quarter))?[\s,]*(?P<y5>{YEAR})",
    re.I,
)
_COMPACT = re.compile(
    rf"(?P<year>{YEAR})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?P<last>{YEAR})"
)
# Of venues: the end of a title, and what it appeared in; "Feb;12(3):4-5", behind the year of the venue in front of it.
_NO_PART = re.compile(r"\?|, in |;\s?\d")
# What may follow the year inside a tag: the kind of presentation, a medal in front of it, not the venue.
_AWARD = re.compile(
    r"(?:[\s,;:|/·-]|[^\x00-\u1fff\s\w])*[(\[]?\s*"
    r"(?:oral|spotlight|highlight|poster|best\s+(?:student\s+)?(?:paper|poster|demo)(?:\s+\w+){0,3}|award|demo"
    r"|outstanding\s+paper|honou?rable\s+mention|workshop|findings|long|short|accepted|to\s+appear|in\s+press|submitted"
    r"|forthcoming|advance\s+online\s+publication|(?:e-?pub\s+)?(?:online\s+)?ahead\s+of\s+print"
    r"|(?:[^\W_][\w-]*\s+){1,2}(?:papers?|track|talk|session|presentation|article))\s*[)\]]?\s*",
    re.I,
)
_STATE = re.compile(
    rf"(?:[,.;]\s*|\s[(\[–—-]\s*)(?:in press|to appear|to be (?:published|presented)|t\. ?a\.?|forthcoming"
    rf"|(?:re)?submitted|(?:just |conditionally )?accepted|under review|early access|online first"
    rf"|advance online publication)[)\],]*"
    rf"(?:\s*\(?(?P<year>{YEAR})\)?)?[\s.)]*$",
    re.I,
)
# "Preprint, 2019": how far a paper has come stands there instead of a venue.
STATE_WORDS = (
    r"(?:preprint|manuscript|(?:handwritten|unpublished|informal|lecture) notes|draft|(?:re)?submitted|unpublished"
    r"|not (?:yet )?published(?: yet)?|forthcoming|in preparation|in press|to appear)"
)
_DATED_STATE = re.compile(rf"(?:{STATE_WORDS}|lecture notes|working paper|mimeo),? \(?(?P<year>{YEAR})\)?", re.I)
_STATE_ALONE = re.compile(rf"{STATE_WORDS}[.,]?", re.I)
_YEAR_MARK = re.compile(rf"(?<!\d){YEAR}(?!\d)(?:[./-](?:0?[1-9]|1[0-2])(?!\d))?|['’‘`´]\d\d(?!\d)")
_LETTER = re.compile(r"[^\W\d_]")
_BEFORE_YEAR = " ,;:.@_/|·•–—-"
_YEAR_FIRST = re.compile(rf"(?s)(?P<year>{YEAR})(?:[./-]\d\d?){{0,2}}[\s,;:|·•–—-]+(?P<venue>(?!{ISSUED})[^\W\d_].*)")
_ANY_YEAR = re.compile(rf"(?<!\d)(?P<long>{YEAR})(?!\d)|['’‘`´](?P<short>\d\d)(?!\d)")
_PAGES = re.compile(r"\bpp?\. \d+(?:[-–]{1,2}\d+)?")
APOSTROPHES = frozenset("'’‘`´")
_DIGIT = re.compile(r"\d")
_GLUED = re.compile(r"[^\W\d_]{2,}(?P<short>[0-4]\d|9\d)$")
# The last shape is an acronym in small letters, which has no vowel ("npj").
_NAME_WORD = re.compile(
    r"[A-Z0-9&@+][\w&.'’+@/-]*|[^\W\d_]*[A-Z][\w'’/-]*|[^\W\d_a-zA-Z][\w-]*|[b-df-hj-np-tv-xz]{3,5}(?!\w)"
)
_SMALL = frozenset(
    """of on and in the for de et la le der die und a to with at des du y e & arxiv preprint biorxiv
    medrxiv""".split()  # noqa: SIM905 - quoted words would be harder to read
)
_ACRONYM = re.compile(
    r"(?:[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z]{2,}|[Aa]r[Xx]iv|[a-z]{1,4}[Rr]xiv)(?:[-/@ &](?:[A-Z][\w]*|\d+))*"
)
# "The Journal. May", of "The Journal. May 2019", "Oikos , May 2019", "Oikos May 2019"; "arXiv, May 20" of that, 2019.
MONTH_END = re.compile(
    rf"(?:(?<=[\w)]) ?[.,;]|(?<=\.)[,;]|(?<=xiv)|(?<=\w)(?!\s+may$))\s+(?:\d\d?\s+)?{MONTH}(?:\s+\d\d?)?$", re.I
)
POSTED = (
    "(?:posted|published|uploaded|added|released|announced|issued|dated|created|submitted|received|accepted|presented"
    "|revised|updated|modified|edited)"
)
_VISITED = r"(?:accessed|retrieved|visited|viewed|checked)"  # a page; says nothing of when a paper appeared
_DONE = re.compile(rf"^{POSTED}(?: online)?(?: on)?:? (?=\d|{MONTH}\b)(?!{YEAR}$)", re.I)  # "Posted on May 2"
_DONE_AGAIN = re.compile(
    rf"(?:[,;] ?| )\(?(?:last )?(?:{POSTED}|{_VISITED}) (?:on |in )?(?P<day>[^(),;]{{4,20}}?)\)?$", re.I
)
_VISIT = re.compile(rf"^(?:last )?{_VISITED}(?: on)?:? (?=\d|{MONTH}\b)", re.I)
_ENDS_SENTENCE = re.compile(r"(?:(?<=\.)|(?<=\s\w))\.+$")  # "J. Phys..", "Phys. Rev. E.": no stop of the name
_IN = re.compile(r"^In:?\s+(?=\S)")
# "12 J. Tide 345", as lawyers cite: the volume (or the year) in front of a shortened name, the page behind.
_REPORTED = re.compile(
    r"^\d{1,4} (?=[^.]*\.)([A-Z][\w&.’']*(?: (?:[A-Z&][\w&.’']*|of|on|and|the|in|for)){1,8}) \d{1,5}$"
)
_NAME_WORDS = 6  # longer names without a word of publishing in them are rare
_MAX_WORDS, _MAX_LENGTH = 12, 90


@dataclass(frozen=True, slots=True)
class Tag:
    """What a tag states; at least one of both is given."""

    venue: str | None = None
    year: int | None = None


def parse_year(text: str) -> int | None:
    """The year that `text` is, or is the date of ("2024.05", "Posted May 2024", "May 2024, revised June 2025"); else
    None."""
    if not may_state_year(text):
        return None
    match = _DATE.fullmatch(_DONE.sub("", first_date(text).strip()))
    return int(next(filter(None, match.groups()))) if match else None


def year_of_date(cell: str) -> int | None:
    """The year in a cell of dates: as `parse_year` has it, or as "20240512", "202405", "12/05/2024"."""
    match = _COMPACT.fullmatch(cell)
    return int(match["year"] or match["last"]) if match else parse_year(cell)


def is_posting(text: str) -> bool:
    """Whether a text begins with what was done on a day: "Published on 2 May"."""
    return _DONE.match(text) is not None


def first_date(text: str) -> str:
    """`text` without the date behind another on which something was done again: "May 2024, revised June 2025"."""
    behind = _DONE_AGAIN.search(text)
    return text[: behind.start()] if behind and _DATE.fullmatch(behind["day"]) else text


def may_state_year(text: str) -> bool:
    """Whether any year of this century or the last can stand in `text`: a quick look."""
    return "19" in text or "20" in text


def find_year(text: str) -> int | None:
    """The last year named anywhere in `text`, in full or as '23; else None."""
    if not may_state_year(text) and APOSTROPHES.isdisjoint(text):
        return None
    text = _PAGES.sub("", text) if "p. " in text else text  # "pp. 2019-2027"
    years = [_full_year(match) for match in _ANY_YEAR.finditer(text)]
    return years[-1] if years else None


@lru_cache(maxsize=8192)
def parse_tag(text: str) -> Tag | None:
    """The tag that `text` is as a whole, brackets and emphasis around it allowed; None if it is anything else.

    >>> parse_tag("[ICML'23]")
    Tag(venue='ICML', year=2023)
    """
    inner = _strip(text)
    if not inner or len(inner) > _MAX_LENGTH or not _DIGIT.search(inner) or _VISIT.match(inner):
        return None
    if year := parse_year(inner):
        return Tag(None, year)
    if (stated := parse_forthcoming(inner)) and stated.year:
        return stated
    if first := _YEAR_FIRST.fullmatch(inner):
        venue = _venue(first["venue"])
        return Tag(venue, int(first["year"])) if venue else None
    if (may_state_year(inner) or not APOSTROPHES.isdisjoint(inner)) and (parts := _split_at_year(inner)):
        name, rest = parts
        if rest.strip(" .,;)") and not _AWARD.fullmatch(rest):
            return None
        venue = _venue(name)
        return Tag(None if is_state(name) else venue, find_year(inner)) if venue else None
    if inner[-1].isdigit() and (glued := _GLUED.search(inner)):
        venue = _venue(inner)
        return Tag(venue, _century(glued["short"])) if venue and _ACRONYM.fullmatch(inner) else None
    return None


def _split_at_year(text: str) -> tuple[str, str] | None:
    """`(name, rest)`: what stands before the first year that has a name before it, and what stands behind."""
    for match in _YEAR_MARK.finditer(text):
        name = text[: match.start()].rstrip(_BEFORE_YEAR)
        if _LETTER.search(name, max(name.rfind(","), name.rfind(";")) + 1):
            return name + "." * text.startswith(".", len(name)), text[match.end() :]
    return None


def parse_venue(text: str) -> str | None:
    """The venue that a cell or bracket names, year optional: an acronym or a short capitalised name; else None."""
    if tag := parse_tag(text):
        return tag.venue
    inner = _strip(text)
    return inner if inner and _ACRONYM.fullmatch(inner) else None


def parse_name(text: str) -> str | None:
    """`text` if all of it may be the name of a venue, as behind the title of a citation: "Human Ecology"; else None."""
    name = _ENDS_SENTENCE.sub("", text.strip(" ,;").lstrip("."))
    begins = name[:1].isupper() or (name[:1].isalpha() and _NAME_WORD.match(name))  # "npj Shores", "eTide"
    return _venue(name) if begins and len(name.split()) <= _NAME_WORDS else None


def is_presentation(text: str) -> bool:
    """Whether words say how a paper was presented: "Oral", "Spotlight", "best paper award"."""
    return bool(_AWARD.fullmatch(text))


def is_state(text: str) -> bool:
    """Whether words say how far a paper has come, and no more: "preprint", "submitted"."""
    return bool(_STATE_ALONE.fullmatch(text))


def year_of_state(text: str) -> int | None:
    """The year in which a paper had come how far, where words say no more: "preprint (2019)", "submitted, 2019"."""
    state = _DATED_STATE.fullmatch(text)
    return int(state["year"]) if state else None


def parse_forthcoming(text: str) -> Tag | None:
    """The journal that a paper will be in, and how far it has come there: "The Journal, in press (2019)"; else None."""
    state = _STATE.search(text)
    name = text[: state.start()] if state else ""
    venue = _venue(f"{name}." if text[len(name) :].startswith(".") else name) if name else None
    if not state or not venue or not name[0].isupper() or len(name.split()) > _NAME_WORDS:
        return None
    return Tag(venue, int(state["year"]) if state["year"] else None)


_TRAILING = re.compile(
    r"[\s.,;:|–—-]*[*_]*(?:\[(?P<square>[^\[\]]{2,90})\]|\((?P<round>[^()]{2,90})\)|【(?P<lens>[^】]{2,90})】)[*_]*[\s.]*$"
)
_KIND_AND_YEAR = re.compile(rf"[a-z]{{3,15}}, (?P<year>{YEAR})")  # "(survey, 2016)": what it is, and since when
_TRAILING_BARE = re.compile(
    rf"(?P<sep>[.,;|?!]|\s[–—-])\s+(?P<tag>[*_]*[^\W\d_][\w&@/+'’().:-]*(?:[\s,]+[\w&@/+'’().:-]+){{0,10}}[\s,'’]*(?:{YEAR}|['’]\d\d)[*_)]*)\s*\.?\s*$"
)
_INITIAL = re.compile(r"(?:^|[\s.-])[^\W\d_a-z]$")  # the stop behind it is that of a name: "Roe, J. (2019)"
_CUT_SHORT, _LONGEST_CUT = re.compile(r"\.\s[A-Z][a-z]{1,5}$"), 8  # of a journal: "New J. Phys. (2019)"
_BEHIND_YEAR = " \t\n.*_)"
_TRAILING_YEAR = re.compile(rf"\s*[,.|–—-]\s*(?P<year>{YEAR})\s*\.?\s*$")


def split_trailing_tag(text: str) -> tuple[str, Tag | None]:
    """`(rest, tag)`: the tag behind a title, "Title (ICRA 2021)", "Title. ICRA, 2021" or "Title, 2021"."""
    if text.endswith(")") and (earlier := first_date(text)) != text and (told := split_trailing_tag(earlier))[1]:
        return told
    if match := _TRAILING.search(text[-120:]):
        inner = match["square"] or match["round"] or match["lens"]
        start = len(text) - len(text[-120:]) + match.start()
        kind = _KIND_AND_YEAR.fullmatch(inner)
        tag = parse_tag(inner)
        if kind and not (tag and tag.venue):
            tag = Tag(None, int(kind["year"]))
        if tag and text[:start].strip():
            own = _INITIAL.search(text[:start][-2:]) or _CUT_SHORT.search(text[:start][-_LONGEST_CUT:])
            stop = "." * (text.startswith(".", start) and bool(own))
            return text[:start].rstrip() + stop, tag
    if not text.rstrip(_BEHIND_YEAR)[-1:].isdigit():
        return text, None
    if match := _TRAILING_BARE.search(text):
        within = match["tag"].count(")") > match["tag"].count("(")  # the last words of what stands in brackets
        tag = None if within else parse_tag(match["tag"])
        if tag and text[: match.start()].strip():
            keep = match["sep"] if match["sep"] in "?!" else ""
            return text[: match.start()] + keep, tag
    if (match := _TRAILING_YEAR.search(text)) and text[: match.start()].strip():
        return text[: match.start()], Tag(None, int(match["year"]))
    return text, None


def _strip(text: str) -> str:
    """The words inside brackets and emphasis, without the sign of who has the rights: "The Press, © 2019"."""
    inner = " ".join(text.replace("©", " ").split()).strip("*_ ")
    while len(inner) > 1 and (inner[0], inner[-1]) in {("[", "]"), ("(", ")"), ("【", "】"), ("{", "}")}:
        inner = inner[1:-1].strip("*_ ")
    return inner.strip(" ,;|")


def _venue(text: str) -> str | None:
    """`text` if it is a name: capitalised words and small words between them, no sentence."""
    name = MONTH_END.sub("", _IN.sub("", text.strip(" ,;:-–—|@(['’‘")))
    name = _REPORTED.sub(r"\1", name)
    name = name if "." in name.rstrip(".") else name.rstrip(".")  # "Phys. Rev. Lett." keeps its stop
    name = name.strip(" ,;:-–—|@(['’‘")
    words = name.split()
    if not _LETTER.search(name) or len(words) > _MAX_WORDS or len(name) > _MAX_LENGTH or _NO_PART.search(name):
        return None
    if name.count(")") > name.count("(") or name.count("”") > name.count("“") or name.count('"') == 1:
        return None  # the end of what stands in brackets, or in quotation marks
    if name.count(",") > 1 or words[-1] in _SMALL - {"arxiv", "biorxiv", "medrxiv", "preprint"}:
        return None
    named = sum(bool(_NAME_WORD.match(word)) for word in words)
    if named == 0 or any(not _NAME_WORD.match(w) and w.lower().strip(".,()") not in _SMALL for w in words):
        return name if words[0].lower().strip(".,") in ("arxiv", "biorxiv", "medrxiv") and len(words) <= 2 else None
    return name


def _full_year(match: re.Match[str]) -> int:
    return int(match["long"]) if match["long"] else _century(match["short"])


def _century(two_digits: str) -> int:
    """A year of two digits: 50-99 are of the last century."""
    number = int(two_digits)
    return 1900 + number if number >= 50 else 2000 + number
