"""Citations that begin with their authors: "A. Author, B. Author. Title. Venue", "Author et al. (2019). Title", DBLP's
"First Author, Second Author: Title."

In: the text of an item. Out: authors, year and the rest that begins with the title; or None when it does not begin with
names. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.entries.names.commas import (
    HEAD,
    TITLE_WORDS,
    begins_title,
    breaks_form,
    may_be_people,
    split_at_comma,
    split_at_usual,
)
from enrich.mentions.entries.names.families import families_and_year
from enrich.mentions.entries.names.initials import match_families
from enrich.mentions.entries.names.joined import split_joined
from enrich.mentions.entries.names.mixed import are_mixed, split_mixed
from enrich.mentions.shapes.names import (
    GROUPS,
    NO,
    PARTICLE,
    STRONG,
    WEAK,
    are_surnames,
    author_likeness,
    is_single_name,
    may_stand_in_names,
)
from enrich.mentions.shapes.phrases import UNDATED
from enrich.mentions.shapes.tags import find_year, may_state_year, parse_year
from enrich.mentions.shapes.trailing import split_reported, split_trailing_venue
from enrich.mentions.shapes.venues import is_numbered_place
from enrich.mentions.shapes.words import has_letters, stops

_YEARED = re.compile(
    rf"(?P<authors>[^()]{{3,3000}}?)[\s,;]*\(\s*(?:(?P<year>(?:1[89]|20)\d\d)[a-z]?(?:,\s*\w+\.?(?:\s+\d+)?)?"
    rf"|(?i:{UNDATED})(?:-?[a-z])?)\s*\)\s*[.,:;–—-]*\s*(?=\S)"
)
_BARE_YEAR = re.compile(
    rf"(?P<authors>[^()]{{3,3000}}?)[.,;]\s+(?:(?P<year>(?:1[89]|20)\d\d)[a-z]?\s*[.,:;]|(?i:{UNDATED})[.,:;])\s+(?=\S)"
)
# A quick look for them, in any case: one expression for all of them makes citations 10 % slower.
_SIGNS_OF_UNDATED = (
    "n.d",
    "n. d",
    "o date",
    "ndated",
    "press",
    "orthcoming",
    "appear",
    "ubmitted",
    "ccepted",
    "n pr",
    "n rev",
)
_ENDS_UNDATED, _LONGEST_UNDATED = re.compile(rf"[(.,;]\s*(?i:{UNDATED})(?:-?[a-z])?[\W]*$"), 32
_ET_AL = re.compile(
    r"(?P<authors>[^.:;()]{2,120}?,?\s+et\.?\s+al\b\.?)\s*(?:[,;]?\s*[(\[]?(?:(?P<year>(?:19"
    r"|20)\d\d)[a-z]?)?[)\]]?)\s*[.,:;–—-]*\s*(?=\S)"
)
# "Tern Study Group. Title": nobody else signs.
_GROUP = re.compile(
    rf"(?P<name>(?:[^\W\d_a-z][\w/’'-]*|of|for|and|in|on|the)(?:\s[\w/’'-]+){{0,11}}?\s{GROUPS})\.\s+(?=\w+(?:\s\S+){{3}})"
)
# "Jane Roe 2019 Title", "J. Q. Roe et al. 2019 Title": where the items of a page begin with authors.
_UNMARKED_YEAR = re.compile(r"(?P<authors>[^()]{3,300}?),?\s+(?P<year>(?:19|20)\d\d)[a-z]?[.,:]?\s+(?=\S)")
# "Roe, J. Q., and M. Poe 2019. Title", wherever it stands: the initials of the first tell names without a sign behind.
_INVERTED_AND_YEAR = re.compile(
    r"(?P<authors>[^\W\d_][\w'’-]+, (?:[A-Z]\.[ -]?)*[A-Z]\.(?:(?:,| and| &) [^():\d]{1,300}?)?)"
    r" (?P<year>(?:19|20)\d\d)[a-z]?[.:] +(?=\S+ \S)"
)
_AND = re.compile(r",?\s+(?:and|&)\s+|,\s+")
_NUMBER = re.compile(r"\s\d")
# "Smith J, Doe AB." ends in an initial, and what follows its stop is the title.
_FAMILY_FIRST = re.compile(r"[^\W\d_][\w'’-]+ [A-Z]{1,3}, ")
_LONE_FAMILY = re.compile(r"[^\W\d_][\w'’-]+ [A-Z]{1,3} ?[*†‡§¶]*\.\s+(?=\S+ \S)")  # "Smith J. Some title"
# "Jane Q. Smith: Some title"
_MIDDLE_INITIAL = re.compile(rf"\S+ (?:[A-Z]\. ?)+(?:(?i:{PARTICLE}) )?[^\W\d_][\w'’-]+ ?(?:[.,:;]|et\b|and\b|&)")
_NAME_AND_YEAR = re.compile(
    r"(?P<name>[^():]{2,80}?),? (?:\((?:19|20)\d\d[a-z]?\)[.,:]?|(?:19|20)\d\d[a-z]?(?:[.,:]| [-–—]))\s+\S+ \S"
)
_FAMILY_COMMA = re.compile(r"[^\W\d_.]{2,}, (?:[A-Z](?:-[A-Z])?\.[ -]?)+$")  # "Roe, J. Q.", "Roe, J-Q."
_FAMILY_AND_INITIALS = re.compile(r"[^\W\d_][\w'’ -]{1,40}, [A-Z](?:-[A-Z])?(?:\.|$)")  # "Roe, J.", "Roe, J"
_INITIAL_OR_MORE = re.compile(r"\b[A-Z]\.|\bet\.?\s+al\b|\s[A-Z]{1,3}(?:,|$)")
_INITIAL_END = re.compile(r"(?:^|[\s.-])[^\W\d_]\.$")
_GIVEN_FIRST = re.compile(r"[^\W\d_][\w'’.-]* (?:[^\W\d_]\.\s?)*[^\W\d_][\w'’-]+,")
_SURNAME_AND_COMMA = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?, ")
_MORE_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?)+,\s")
_AND_ONE = re.compile(r"(?:and|&)\s|et\.? al\b")
_NAME_GOES_ON = re.compile(r"(?:[^\W\d_]\.\s*)*\S*(?:[,:;]\s|\s(?:and|&|et|-|–|—)\s)")
_ENDS_IN_NAME_OF_WORK = re.compile(r"\w\w,\s+[^\s.,]{2,}$")  # one word behind two names: "..., Feiran Li, MOL"
# The last of several names is joined to the rest: "J. Roe and M. Moe, Some System" ends in none.
_ENDS_BEHIND_LAST = re.compile(r"\s(?:and|&)\s+[^\s,]+\s[^,]+,\s+[^,.]{4,}$")
# "[Roe+18] J. Roe et al., Title", "Roe+18, Title": the key of a citation.
_KEY = re.compile(
    r"\[?(?P<name>[^\W\d_][\w'’-]+(?: [\w'’-]{2,20}){0,2})\+ ?['’]?(?P<year>\d\d)[a-z]?(?:\][,.:;]?|[,.:;])"
    r"\s+(?=\S+\s+\S)"
)
_LONGEST_KEY = 40
_ASIDE = re.compile(r"\([^()]+\)[\s.]*")
_SURE_TITLE_WORDS = 4  # fewer behind names may be one more name, or a venue


def split_authors_first(
    text: str,
    *,
    expected: bool,
    cited: bool = False,
    family_first: bool = False,
    unstopped: bool = False,
    dated: bool = False,
    colon: bool = False,
    comma: bool = False,
    sign: str = "",
) -> tuple[str, int | None, str] | None:
    """`(authors, year, rest)`. Where a list's items begin with authors (`expected`), weaker names are believed; some
    also where venue and year stood behind the title (`cited`). `family_first`: the list has names as "Roe J",
    `unstopped`: with no stop behind the last; `dated`: it has items as "Roe, 2019. Title"; `colon`, `comma`: it has a
    colon, or but a comma, behind names, or a dash or a bar (`sign`)."""
    if joined := split_joined(text, expected=expected):
        return joined
    usual = [": "] * colon + [f" {sign} "] * bool(sign)
    if found := next(filter(None, (split_at_usual(text, each) for each in usual)), None):
        return found
    if comma and (found := split_at_comma(text, expected=expected, cited=cited, usual=True)):
        return found
    if key := _KEY.match(text) if "+" in text[:_LONGEST_KEY] else None:
        rest = text[key.end() :]
        named = split_authors_first(rest, expected=True)
        year = find_year(f"'{key['year']}")
        return (named[0], named[1] or year, named[2]) if named else (f"{key['name']} et al.", year, rest)
    least = WEAK if expected else STRONG
    head = text[:HEAD]
    if not all(map(may_stand_in_names, head.split(None, 2)[:2])):
        return None
    if (expected or family_first) and (group := _GROUP.match(head)):
        return group["name"], None, text[group.end() :]
    yeared = may_state_year(head) or "18" in head or any(sign in head for sign in _SIGNS_OF_UNDATED)
    for possible, pattern, floor in (
        (yeared and "(" in head, _YEARED, WEAK),
        (yeared, _BARE_YEAR, least),
        (" al" in head, _ET_AL, WEAK),
        (yeared and expected, _UNMARKED_YEAR, WEAK),
        (yeared and not expected, _INVERTED_AND_YEAR, STRONG),
    ):
        match = pattern.match(head) if possible else None
        told = match and colon and _is_aside_behind_title(match["authors"], text[match.end() :])
        if match and not told and _fits(match["authors"], text[match.end() :], floor, expected):
            return match["authors"], int(match["year"]) if match["year"] else None, text[match.end() :]
    if expected and (mixed := split_mixed(text)):
        return mixed
    if dated and (match := families_and_year(text)):
        return match["family"], parse_year(match["year"]), text[match.end() :]
    alone = match_families(text, stopped=not unstopped) if family_first else _LONE_FAMILY.match(text)
    if alone and (family_first or (expected and not _MIDDLE_INITIAL.match(text))):
        return alone[0].rstrip(" ."), None, text[alone.end() :]
    if _FAMILY_FIRST.match(text):
        return _split_at_stop(text, expected, cited, family_first=True) or _split_at_colon(text, expected, cited)
    return (
        _split_at_colon(text, expected, cited)
        or _split_at_stop(text, expected, cited)
        or split_at_comma(text, expected=expected, cited=cited)
    )


def ends_undated(front: str) -> bool:
    """Whether what stands in front of a title ends in what takes the place of a year: "Roe, J. (in press)."."""
    return _ENDS_UNDATED.search(front[-_LONGEST_UNDATED:]) is not None


def begins_with_name_and_year(text: str) -> bool:
    """Whether one name or surnames alone, and a year set off from the rest, stand in front of some words: "Jane Roe
    (2019) ...", "Roe, Poe, and Doe (2018), ...", "Roe 2019: ..."."""
    match = _NAME_AND_YEAR.match(text)
    return match is not None and (is_single_name(match["name"]) or are_surnames(match["name"]))


def begins_with_names_and_comma(text: str) -> bool | None:
    """Whether but a comma stands between the names and the title that a text begins with: "Jane Roe, Max Poe, Title";
    None where no names stand in front of a title, or where a colon does not let one tell."""
    if reported := split_reported(text):  # lawyers join names by "&"
        return split_at_comma(reported[0], expected=True, cited=True) is not None if ", " in reported[0] else None
    front = split_trailing_venue(text)[0]
    found = None if ": " in front else _split_sure(front)
    return found == split_at_comma(front, expected=True, cited=True) if found else None


def split_sure_comma(front: str) -> tuple[str, int | None, str] | None:
    """Names, be it one, and what stands behind their comma, in an entry without its venue and year: surely a title."""
    found = _split_sure(front) if "," in front else None
    return found if found and found == split_at_comma(front, expected=True, cited=True) else None


def _split_sure(front: str) -> tuple[str, int | None, str] | None:
    """Names and the rest of an entry, if those may be no surnames alone, and the rest nothing but a title."""
    found = split_authors_first(front, expected=True, cited=True)
    if found is None or are_surnames(found[0]):  # "Bread and Roses, A History"
        return None
    return found if len(found[2].split()) >= _SURE_TITLE_WORDS and author_likeness(found[2]) == NO else None


def _fits(authors: str, rest: str, floor: int, expected: bool) -> bool:
    likely = author_likeness(authors)
    named = expected and any(told(authors) for told in (is_single_name, are_surnames, may_be_people, are_single_words))
    others = are_surnames(authors) and authors.rstrip(" .,").endswith(" et al")  # "Roe, Poe, Moe et al. (2019)"
    if likely < floor and not (named or others or _are_inverted(authors) or are_mixed(authors)):
        return False
    return sum(map(has_letters, rest.split())) >= TITLE_WORDS and not _is_place_alone(rest)


def _is_place_alone(text: str) -> bool:
    """Whether a place with its numbers, "LNWS 1556, pp. 127-406", stands behind no title that ends in a stop: "Do
    Limpets Sleep. Oikos 12, 3-14"."""
    return _NUMBER.search(text.partition(". ")[0]) is not None and is_numbered_place(text)


def _is_aside_behind_title(front: str, rest: str) -> bool:
    """Whether the title stood behind the colon of the names, and one pair of brackets holds what is behind the year:
    "Roe, J.: Title, Oikos, 2018. (the copy in the library)"."""
    return ": " in front and _ASIDE.fullmatch(rest) is not None


def are_single_words(authors: str) -> bool:
    """Whether names are joined that are one capitalised word each, whatever those end in: "Barwise & Keating"."""
    return all(part[:1].isupper() and part.isalpha() for part in _AND.split(authors.strip()))


def _are_inverted(authors: str) -> bool:
    """Whether a phrase begins with a family name and initials, and has no word in small letters but initials of
    particles: "Roe, J., Poe, M. d., ... Doe, A. K."."""
    words = authors.split()
    return bool(_FAMILY_AND_INITIALS.match(authors)) and all(
        may_stand_in_names(word) or len(word.strip(".,")) == 1 for word in words
    )


def _split_at_stop(
    text: str, expected: bool, cited: bool, *, family_first: bool = False
) -> tuple[str, int | None, str] | None:
    """Names up to a full stop. Stops of initials are tried too: the longest run of names wins."""
    first = stops(text[:HEAD], limit=1)
    limit = first[0][0] if first else min(len(text), HEAD)
    ends = [match.end() for match in re.finditer(r"\.(?=\s)", text[: limit + 1])][-40:]
    for end in reversed(ends):
        names, rest = text[:end], text[end:].strip()
        if _AND_ONE.match(rest) or _MORE_INITIALS.match(rest):
            continue  # "Roe, J. and M. Poe, Title", "Roe, J. Q., Title"
        given_first = _GIVEN_FIRST.match(names) and _SURNAME_AND_COMMA.match(rest)  # "Jane Roe, L. Moe, Title"
        family_first = family_first or bool(not given_first and _FAMILY_COMMA.search(names[-24:]))
        if not family_first and _INITIAL_END.search(names[-3:]) and _goes_on_with_names(rest):
            continue
        likely = author_likeness(names)
        strong_enough = likely == STRONG or (likely == WEAK and (expected or cited or _reads_on(rest)))
        if (strong_enough or (expected and is_single_name(names.rstrip(".")))) and begins_title(rest):
            return names, None, rest
    return None


def _goes_on_with_names(rest: str) -> bool:
    """Whether the stop was that of an initial: the next word is a surname, set off from the next name or the title."""
    return bool(_NAME_GOES_ON.match(rest))


def _reads_on(rest: str) -> bool:
    """Whether what follows weak names goes on as a citation does: a title, a stop, something more."""
    found = stops(rest, limit=1)
    return bool(found) and len(rest[: found[0][0]].split()) >= 3 and bool(rest[found[0][1] :].strip())


def _split_at_colon(text: str, expected: bool, cited: bool) -> tuple[str, int | None, str] | None:
    where = text[:HEAD].find(": ")
    if where < 0:
        return None
    names, rest = text[:where], text[where + 2 :].strip()
    likely = author_likeness(names)
    if (likely == NO and not expected) or stops(names, limit=1):
        return None
    if _ENDS_IN_NAME_OF_WORK.search(names) or _ENDS_BEHIND_LAST.search(names) or breaks_form(names):
        return None
    if likely == STRONG and not (expected or cited or _INITIAL_OR_MORE.search(names) or _reads_on(rest)):
        return None  # three things in title case and a colon are a title as well
    if (likely == STRONG or (expected and (likely or is_single_name(names)))) and begins_title(rest):
        return names, None, rest
    return None
