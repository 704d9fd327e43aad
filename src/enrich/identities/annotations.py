"""What lists put around a title: numbers, marks and names in front, venues, years, ids, links and names behind.

A title as spelled in, the titles without an outermost annotation out. Annotations are told by their shape (brackets,
separators, capitals and a year), never by a list of venues, and never taken for one if they say which part or version
a paper is. Whether what is left is a title is for the comparison to find out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from enrich.identities.words import numerals
from enrich.titles import fold_title, join_words

_YEAR = r"(?:(?:19|20)\d\d|['’]\d\d)"
_ARXIV_ID = r"\d{4}\.\d{4,5}(?:v\d+)?"
_NAME = r"[^\W\d_][\w.'’-]*"
_ET_AL = rf"(?:{_NAME},?\s+){{1,4}}et\.?\s*al\b\.?(?:,?\s*[(\[]?{_YEAR}[)\]]?)?"
# People, of whom one at least has initials ("J. Smith, Lee and K. Sato").
_PERSON = r"(?:[A-Z]\.[\s-]*){0,3}[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?"
_PEOPLE = rf"(?=[^()\[\]]{{0,60}}?\b[A-Z]\.[\s-]*[A-Z]){_PERSON}(?:(?:\s*,|\s+and|\s*&|,\s*and)\s+{_PERSON}){{0,6}}"
# A capitalised word of a venue; its points and commas come with it ("Phys. Rev. B", "Adv. Math.,").
_VENUE_WORD = r"(?:[A-Z][\w&/'’.-]*|of|on|the|in|and|for)"
_SEPARATOR = r"(?:\s*[,;|@]\s*|[.?!]\s+|\s+[-–—/]{1,3}\s+)"
_SEPARATORS = re.compile(_SEPARATOR)
_MARKS = re.compile(rf"{_SEPARATOR}|\s*[:()\[\]]\s*")

_BEHIND = tuple(
    re.compile(pattern + r"[\s.,;]*$")
    for pattern in (
        rf"[\s.,;|(\[-]+(?i:(?:arxiv(?: preprint)?[\s:]*)+)(?:{_ARXIV_ID})?[)\]]?(?:[\s.,(]*(?:19|20)\d\d\)?)?",
        r"[\s(\[<]+https?://\S+",
        r"\s*[(\[]([^()\[\]]{1,60})[)\]]",
        rf"(?:{_SEPARATOR}|\s+)by\s+{_ET_AL}|{_SEPARATOR}{_ET_AL}",
        rf"(?:{_SEPARATOR}|\s+by\s+){_PEOPLE}(?:[\s,]*\(?{_YEAR}\)?)?",
        rf"\s+[A-Za-z]*[A-Z][\w&/-]*[A-Z][\w&/-]*\s*{_YEAR}",  # "ICML 2020", "SIGGRAPH'20"
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
# A quick look at both ends, for most titles have no annotation.
_MAYBE_BEHIND = re.compile(r"(?:[)\]>\d]|\bal\b)\W*$|://|\||[\s\"”][A-Z]\.[\s-]*[A-Z]")
_MAYBE_IN_FRONT = re.compile(r"\s*[\d(\[]|.{1,60}\bal\b|.{0,60}\b[A-Z]\.[\s-]*[A-Z]")
# Years, ids of preprints, volumes and pages around a year: those number no part.
_NO_PART = re.compile(rf"{_ARXIV_ID}|\d+[\s(]+{_YEAR}[\s)]+\d+|{_YEAR}(?!\d)")
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


def is_set_apart(title: str, letters: str) -> bool:
    """Whether a comma, colon, dash or the like stands right behind or in front of these letters of a title."""
    return any(
        letters in (join_words(fold_title(title[: mark.start()])), join_words(fold_title(title[mark.end() :])))
        for mark in _MARKS.finditer(title)
    )


def _without(patterns: Iterable[re.Pattern[str]], title: str, start: int) -> Iterator[str]:
    """The title without the first of the annotations."""
    for pattern in patterns:
        if (match := pattern.search(title, start)) and not names_a_part(next(filter(None, match.groups()), "")):
            yield title[: match.start()] + title[match.end() :]
            return


def _without_venue(title: str, start: int) -> Iterator[str]:
    """The title without a venue and year, for each separator that one may begin at ("Waves - Ice. J. Phys. 2020")."""
    for separator in _SEPARATORS.finditer(title, start):
        venue = _VENUE_AND_YEAR.fullmatch(title, separator.end())
        if venue and not names_a_part(venue[1]):
            yield title[: separator.start()]


def names_a_part(said: str) -> bool:
    """Whether what an annotation says is a part, a version or a label ("Part II", "v2", "Part B")."""
    words = fold_title(_NO_PART.sub(" ", said)).split()
    return any(_is_label(word, at_the_end=place == len(words)) for place, word in enumerate(words[:2], 1))


def _is_label(word: str, *, at_the_end: bool) -> bool:
    """Whether a word numbers something ("II", "two", "v2", a letter at the end), and is no name ("DFloat11", "J.")."""
    letters = "".join(filter(str.isalpha, word))
    if len(word) == 1 and word.isalpha() and word not in "ivx":
        return at_the_end
    return bool(numerals([word])) and (word == letters or len(letters) <= _MOST_LETTERS_OF_A_LABEL)
