"""Citations in which but a comma stands between the names and the title: "A. Author and B. Author, Title, Venue"; or
the sign that a list has there: "A. Author, B. Author - Title".

In: the text of an item. Out: where its names end, or None. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.shapes.names import NO, STRONG, WEAK, author_likeness, is_single_name, may_stand_in_names
from enrich.mentions.shapes.words import stops

LONGEST_ODD_NAME = 5  # words
TITLE_WORDS = 2  # fewer are no title: what follows the names is then something else
_FEWEST_OF_NAME = 2  # words
_SURE_OF_ODD, _SURE_OF_ODD_USUALLY = 3, 2  # names in all for one of an odd shape
OTHERS = re.compile(r",?\s+et\.?\s+al\b\.?$")
_AND, _SENTENCE_END = re.compile(r",?\s+(?:and|&)\s+|,\s+"), re.compile(r"[^\W\d_A-Z]{3}[.:;]\s|[?!]")
_GOES_ON = re.compile(r"(?:and|or|&)\s")
_BETWEEN, _INITIAL = re.compile(r"[,;]\s+"), re.compile(r"(?:^|[\s-])[^\W\d_]\.")
_FEWEST_OF_FORM = 3  # names with initials, where one more without is none; by judgement, two may be chance
_SIGN = re.compile(r"\s(?P<sign>[-–—|])\s")
HEAD = 3000  # characters at the beginning of an item that its names stand in
_LONGEST_NAMES = 600  # characters of names that only commas part from the title


def split_at_comma(
    text: str, *, expected: bool, cited: bool, usual: bool = False
) -> tuple[str, int | None, str] | None:
    """`(names, None, rest)` at the longest run of names in front of a comma that leaves a title. Names without initials
    are believed where venue and year stood behind the title, or where items begin with authors; where a comma is
    `usual` behind them, one in two may have an odd shape."""
    best = None
    least = _SURE_OF_ODD_USUALLY if usual else _SURE_OF_ODD
    for match in re.finditer(r",\s+", text[:_LONGEST_NAMES]):
        names = text[: match.start()]
        likely = author_likeness(names)
        if _GOES_ON.match(text, match.end()):  # the last of a list: of names if it is one, else of things
            best = None if likely == WEAK else best
            continue
        initialed = bool(re.search(r"\b[A-Z]\.", names))
        alone = likely == WEAK and initialed and cited  # "J. Roe, A Title", with its venue and year
        named = likely == STRONG and (initialed or cited or expected)
        named = named or (alone and expected) or (expected and _ends_in_names(names, likely, least))
        if named and best and breaks_form(names):
            break
        rest = text[match.end() :]
        if (named and begins_title(rest)) or (expected and cited and not best and _is_sure(names, rest)):
            best = match
        elif best and not (named or expected):
            break
    return (text[: best.start()], None, text[best.end() :]) if best else None


def breaks_form(names: str) -> bool:
    """Whether the last of some names has no initial where all others have: it is the first phrase of a title with a
    comma or a colon in it, "J. Roe, M. Poe, K. Doe, Shallow Water, Sand and Kelp"."""
    *others, last = _BETWEEN.split(names)
    formed = len(others) >= _FEWEST_OF_FORM and all(map(_INITIAL.search, others))
    return formed and not (_INITIAL.search(last) or OTHERS.fullmatch(f" {last}"))


def _ends_in_names(names: str, likely: int, least: int) -> bool:
    """Whether a list of names ends in one of the usual shape, with `least` times as many in all as have an odd one."""
    parts = OTHERS.sub("", names).split(", ")
    odd = [part for part in parts if not is_single_name(part)]
    short = all(len(part.split()) <= LONGEST_ODD_NAME and ":" not in part for part in odd)
    return likely == WEAK or (is_single_name(parts[-1]) and short and len(odd) * least <= len(parts))


def _is_sure(words: str, rest: str) -> bool:
    """Whether the first words of a citation are one name, though its title is a single word ("Jane Roe, Tides"), or
    though they look like none ("Clarence Roe, Tides and Time")."""
    parts = words.split()
    few = _FEWEST_OF_NAME <= len(parts) <= LONGEST_ODD_NAME
    odd = few and all(part[0].isupper() and may_stand_in_names(part) for part in parts)
    return is_single_name(words) or (odd and begins_title(rest))


def begins_title(rest: str) -> bool:
    """Whether words behind names are enough for a title, and no names themselves."""
    return len(rest.split()) >= TITLE_WORDS and author_likeness(rest) != STRONG


def may_be_people(authors: str) -> bool:
    """Whether a phrase where names are expected may be names, one in two of an odd shape: a group, a nickname."""
    names = OTHERS.sub("", authors)
    parts = [part.strip() for part in _AND.split(names) if part.strip()]
    if not parts or _SENTENCE_END.search(names) or any(len(part.split()) > LONGEST_ODD_NAME for part in parts):
        return False
    odd = sum(not is_single_name(part) for part in parts)
    return odd * 2 <= len(parts) or (len(parts) == 1 and names != authors)


def split_at_usual(text: str, sign: str) -> tuple[str, int | None, str] | None:
    """Names up to the first sign, in a list that has it behind all names: one in two may have an odd shape."""
    names, found, rest = text[:HEAD].partition(sign)
    if not found or stops(names, limit=1) or not may_be_people(names) or len(rest.split()) < TITLE_WORDS:
        return None
    return names, None, text[len(names) + len(found) :].strip()


def sign_behind_people(text: str) -> str:
    """The dash or bar behind the several people that an item begins with: "Jane Roe, Max Poe - Title"; "" for none."""
    match = _SIGN.search(text[:HEAD])
    names = text[: match.start()] if match else ""
    several = _AND.search(names) is not None or OTHERS.search(names) is not None
    named = several and author_likeness(names) != NO and not stops(names, limit=1)
    return match["sign"] if match and named else ""


def begins_with_names_and_colon(text: str) -> bool:
    """Whether names and a colon stand in front: "Jane Roe, Max Poe: Title. Venue"."""
    names, colon, _ = text[:HEAD].partition(": ")
    return bool(colon) and author_likeness(names) != NO and not stops(names, limit=1)
