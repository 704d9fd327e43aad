"""What lists put around a title: numbers, marks and names in front, venues, years, ids, links and names behind.

A title as spelled in, the titles without an outermost annotation out. Annotations are told by their shape (brackets,
separators, capitals and a year), never by a list of venues, and never taken for one if they say which part or version
a paper is. Whether what is left is a title is for the comparison to find out.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from enrich.identities.words import ABOUT_ANOTHER, numerals
from enrich.titles import fold_title

_YEAR = r"(?:(?:19|20)\d\d|['’]\d\d)"
_ARXIV_ID = r"\d{4}\.\d{4,5}(?:v\d+)?"
_NAME = r"[^\W\d_][\w.'’-]*"
_ET_AL = rf"(?:{_NAME},?\s+){{1,4}}et\.?\s*al\b\.?(?:,?\s*[(\[]?{_YEAR}[)\]]?)?"
# People, of whom one at least has initials ("J. Smith, Lee and K. Sato").
_PERSON = r"(?:[A-Z]\.[\s-]*){0,3}[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?"
_WITH_INITIALS = r"(?:[A-Z]\.[\s-]*){1,3}[A-Z][\w'’-]+"
_AND = r"(?:\s*,\s+and|\s*,|\s+and|\s*&)\s+"
_PEOPLE = rf"(?:{_PERSON}{_AND}){{0,3}}{_WITH_INITIALS}(?:{_AND}{_PERSON}){{0,6}}"
# A capitalised word of a venue; its points and commas come with it ("Phys. Rev. B", "Adv. Math.,").
_VENUE_WORD = r"(?:[A-Z][\w&/'’.-]*|of|on|the|in|and|for)"
_SEPARATOR = r"(?:\s*[,;|@]\s*|[.?!]\s+|\s+[-–—/]{1,3}\s+)"
_SEPARATORS = re.compile(_SEPARATOR)

_BEHIND = tuple(
    re.compile(pattern + r"[\s.,;]*$")
    for pattern in (
        rf"[\s.,;|(\[-]+(?i:(?:arxiv(?: preprint)?[\s:]*)+)(?:{_ARXIV_ID})?[)\]]?(?:[\s.,(]*(?:19|20)\d\d\)?)?",
        r"[\s(\[<]+https?://\S+",
        r"\s*[(\[]([^()\[\]]{1,60})[)\]]",
        rf"(?:(?:{_SEPARATOR}|\s+)by\s+|{_SEPARATOR})({_ET_AL})",
        rf"(?:{_SEPARATOR}|\s+by\s+)({_PEOPLE})(?:[\s,]*\(?{_YEAR}\)?)?",
        rf"\s+([A-Za-z]*[A-Z][\w&/-]*[A-Z][\w&/-]*)\s*{_YEAR}",  # "ICML 2020", "SIGGRAPH'20"
        r"\s+\|\s+([^|]{1,60})",
    )
)
_VENUE_AND_YEAR = re.compile(rf"((?:{_VENUE_WORD}[\s,]+){{0,5}}[A-Z][\w&/'’.-]*?)[\s,(]*{_YEAR}[\s.,;)]*")
_LONGEST = 120  # letters of an annotation; a bound on the work, too
_IN_FRONT = tuple(
    re.compile(r"^\s*" + pattern)
    for pattern in (
        r"(?:\(?\d{1,3}[.)]|\[\d{1,3}\])\s+",
        r"[(\[]([^()\[\]]{1,40})[)\]][\s:.,-]*\s(?=\S)",
        rf"{_YEAR}\s*(?:[.:|,]|\s[-–—])\s+",
        rf"{_ET_AL}[\s,.:]+",
        rf"{_PEOPLE}(?:[\s,]*\(?{_YEAR}\)?)?\s*[.:,]\s+",
    )
)
# What sets a title apart from other words; the title itself may have some of these, too.
_MARKS = re.compile(r"[.?!]\s+|[.?!,]*[\"“”][.,]*\s*|\s*[,;:|@]\s+|\s*[()\[\]*]+\s*|\s+[-–—/]{1,3}\s+")
_MOST_PIECES = 20  # a bound on the work
# A quick look at both ends, for most titles have no annotation.
_MAYBE_BEHIND = re.compile(r"(?:[)\]>\d]|\bal\b)\W*$|://|\||[\s\"”][A-Z]\.[\s-]*[A-Z]")
_MAYBE_IN_FRONT = re.compile(r"\s*[\d(\[]|.{1,60}\bal\b|.{0,60}\b[A-Z]\.[\s-]*[A-Z]")
# Years, ids of preprints, volumes and pages around a year: those number no part.
_NO_PART = re.compile(rf"{_ARXIV_ID}|\d+[\s(]+(?:{_YEAR}[\s)]+\d+|\d+[\s(]+{_YEAR})|{_YEAR}(?!\d)")
_SHORTEST = 5  # letters that must be left
_MOST_LETTERS_OF_A_LABEL = 2  # beside its number: "v2", "2nd"


def without_annotation(title: str) -> list[str]:
    """The title without an outermost annotation, in each way in which it can be read to have one.

    >>> without_annotation("Waves on Ice, JFM 2020")
    ['Waves on Ice']
    """
    start = max(0, len(title) - _LONGEST)
    ways = (_without_venue(title, start), _without(_BEHIND, title, start)) if _MAYBE_BEHIND.search(title, start) else ()
    in_front = (_without(_IN_FRONT, title, 0),) if _MAYBE_IN_FRONT.match(title) else ()
    found = dict.fromkeys(shorter for way in (*ways, *in_front) for shorter in way)
    return [shorter for shorter in found if len(shorter.strip()) >= _SHORTEST]


def pieces_between_marks(title: str) -> list[str]:
    """The folded pieces of a title between its commas, colons, dashes, brackets and quotes; one if it has too many."""
    pieces = [folded for piece in _MARKS.split(title) if (folded := fold_title(piece))]
    return pieces if len(pieces) <= _MOST_PIECES else [fold_title(title)]


def runs_between_marks(title: str) -> Iterator[str]:
    """Every run of those pieces but the title itself."""
    pieces = pieces_between_marks(title)
    for start, end in itertools.combinations(range(len(pieces) + 1), 2):
        if end - start < len(pieces):
            yield " ".join(pieces[start:end])


def _without(patterns: Iterable[re.Pattern[str]], title: str, start: int) -> Iterator[str]:
    """The title without the first of the annotations."""
    for pattern in patterns:
        if (match := pattern.search(title, start)) and not _says_more(match[0], next(filter(None, match.groups()), "")):
            yield title[: match.start()] + title[match.end() :]
            return


def _without_venue(title: str, start: int) -> Iterator[str]:
    """The title without a venue and year, for each separator that one may begin at ("Waves - Ice. J. Phys. 2020")."""
    for separator in _SEPARATORS.finditer(title, start):
        venue = _VENUE_AND_YEAR.fullmatch(title, separator.end())
        if venue and not names_a_part(venue[1]):
            yield title[: separator.start()]


def _says_more(annotation: str, said: str) -> bool:
    """Whether an annotation, and what it says, is about a part of the paper, or makes the title another paper's."""
    return names_a_part(said) or not ABOUT_ANOTHER.isdisjoint(fold_title(annotation).split())


def names_a_part(said: str) -> bool:
    """Whether what stands behind a title is a part, a version or a label ("Part II", "v2", "Part B")."""
    words = fold_title(_NO_PART.sub(" ", said)).split()
    return any(
        numbers_a_part(word) or (place == len(words) and _is_letter(word)) for place, word in enumerate(words[:2], 1)
    )


def numbers_a_part(word: str) -> bool:
    """Whether a word numbers something ("II", "two", "v2") and is no year, initial or name ("2013", "J", "Float11")."""
    if _is_letter(word) or _NO_PART.fullmatch(word):
        return False
    letters = "".join(filter(str.isalpha, word))
    return bool(numerals([word])) and (word == letters or len(letters) <= _MOST_LETTERS_OF_A_LABEL)


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and word not in "ivx"
