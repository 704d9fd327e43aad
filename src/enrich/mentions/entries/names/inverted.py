"""Citations in which commas alone stand between names, title and place: "Roe, J. Q., Poe, M., A Title, The Journal,
12(3):4-5, 2019. PDF".

In: the text of an item. Out: its parts; and whether the items of a page are written so. The initials behind the names
tell where the title begins, the year where the place ends. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from enrich.mentions.entries.parts import Entry, as_written
from enrich.mentions.shapes.anchors import Habits, strip_anchors, strip_leading, take_urls
from enrich.mentions.shapes.names import split_authors
from enrich.mentions.shapes.tags import YEAR, Tag
from enrich.mentions.shapes.venues import names_publication

_NAME = r"[^\W\d_][^\s,.:;()\d]*(?: [^\s,.:;()\d]+){0,3},(?: ?-?[^\W\d_]\.){1,5}"
_NAMES = re.compile(
    rf"(?P<names>{_NAME}(?:,?(?: and| &)? {_NAME})*(?:,? (?:and )?(?:et\.? ?al\.?|others))?),\s+"
    rf"(?!{YEAR}|{_NAME}|(?:and|et) |(?:[^\W\d_]\.[ -]?)+[^\W\d_])(?=[^\W_]\S* \S)"  # nor "Roe, A., J. Poe, Title"
)
_YEAR = re.compile(
    rf"(?:,?\s(?:[A-Z][a-z]{{2,8}}\.? )?|\s\()(?P<year>{YEAR})[a-z]?\)?(?=(?P<stop>\.(?:\s|$)|\s*$)|[,;]\s|\s\()"
)
_COMMA = re.compile(r",\s+(?![^()]*\))")  # no comma in brackets parts anything
# Volume, number and pages: "44 (1):154-180", "vol. 3", "pp. 12-15", "Art. 7".
_NUMBERS = re.compile(r"(?:[^\W\d_][^\W\d_A-Z]{0,6}\.?\s?)?[\d(][\d\s():.–/-]*[^\W\d_]?")
_ABBREVIATED = re.compile(r"\b[A-Z][a-z]{2,}\.(?=\s)|\b(?:[Tt]hesis|[Dd]issertation)\b")  # no title is written so
_QUESTION = re.compile(r"(?<=\w[?!])\s+(?=[^\W\d_a-z])")
# Between title and place: behind a word in small letters, which is no abbreviation, or any where no comma is.
_STOP = re.compile(r"(?<=\s[a-z])(?P<word>[a-z]{3,})\.\s+(?=[^\W\d_a-z])")
_ANY_STOP = re.compile(r"(?<=\w{4})[.?!]\s+(?=[^\W\d_a-z])")
_IN = re.compile(r"(?:In:?|in:)\s+(?=[^\W\d_a-z])")  # the Sand Conference
_ARTICLES = ("A ", "An ", "The ")
_PREPRINT = re.compile(r"\b(?:ar|bio|med|chem|psy)Xiv\b(?=:)")
_FEWEST, _SHARE = 5, 0.4  # by judgement: of the items of a page
_SAMPLE = 75  # items looked at; more tell the same


def are_inverted(texts: Sequence[str]) -> bool:
    """Whether a fair share of the texts are written so, up to their years."""
    texts = texts[:: max(1, len(texts) // _SAMPLE)]
    found = sum(bool((names := _NAMES.match(text)) and _YEAR.search(text, names.end())) for text in texts)
    return found >= max(_FEWEST, _SHARE * len(texts))


def read_inverted(text: str, habits: Habits) -> Entry | None:
    """The parts of an entry that is written so; None of any other."""
    server = _PREPRINT.search(text)
    bare, links = take_urls(text)
    bare, anchored = strip_anchors(strip_leading(bare), habits)
    names = _NAMES.match(bare)
    years = list(_YEAR.finditer(bare, names.end())) if names else []
    if not names or not years:
        return None
    year = next((year for year in years if year["stop"] is not None), years[-1])
    title, venue = _split_place(bare[names.end() : year.start()].strip(" ,;"), server[0] if server else "")
    entry = Entry(whole=bare, links=links, anchored=anchored, authors=split_authors(names["names"]))
    entry.authors_first = entry.cited = True
    entry.title = as_written(title, text)
    entry.add_tag(Tag(venue or None, int(year["year"])))
    entry.description = bare[year.end() :].strip(" ,.;") or None
    return entry


def _split_place(text: str, server: str) -> tuple[str, str]:
    """`(title, venue)` of what stands between names and year: the name of the place is the last phrase but for its
    numbers, or all from the first one that is written as no title is. A preprint has its `server`'s name in front of
    the number that was taken as a link."""
    if server:
        return text, server
    phrases = _COMMA.split(text)
    while len(phrases) > 1 and _NUMBERS.fullmatch(phrases[-1]):
        phrases.pop()
    body = ", ".join(phrases)
    if stop := _STOP.search(body) or _find_stop(body, phrases):
        return body[: stop.end()].rstrip(" ."), _without_in(body[stop.end() :])
    last = len(phrases) - 1
    first = next((at for at in range(1, last) if _begins_place(phrases[at])), last)
    title, place = ", ".join(phrases[:first]), ", ".join(phrases[first:])
    question = _QUESTION.search(title)
    if question and _begins_place(title[question.end() :]):
        return title[: question.start()], f"{title[question.end() :]}, {place}"
    return title or text, _without_in(place) if first else ""


def _find_stop(body: str, phrases: Sequence[str]) -> re.Match[str] | None:
    """The stop between title and place behind a word in capitals: the first with the name of a place behind it; or in
    front of all commas, where no phrase behind them begins a place."""
    if len(phrases) == 1:
        return _ANY_STOP.search(body)
    placed = any(_begins_place(phrase) for phrase in phrases[1:-1]) or names_publication(phrases[-1])
    for stop in _ANY_STOP.finditer(body):
        comma, last = body[: stop.start()].rpartition(", ")[1:]
        rest = body[stop.end() :]
        place = rest.partition(", ")[0]
        begun = comma and (" " not in last or _begins_place(last))  # "A Title, Journ. Coastal Res."
        if not begun and (_IN.match(place) or _names_series(place) or (not comma and _begins_place(place))):
            return stop
        if not comma and not placed and stop[0][0] == "." and not rest.startswith(_ARTICLES):
            return stop
    return None


def _begins_place(phrase: str) -> bool:
    return bool(_IN.match(phrase) or _ABBREVIATED.search(phrase)) or names_publication(phrase)


def _names_series(phrase: str) -> bool:
    """Whether a phrase is a thesis or a series, with no word cut short: those may follow on others in its name."""
    found = _ABBREVIATED.search(phrase)
    return not found[0].endswith(".") if found else names_publication(phrase)


def _without_in(place: str) -> str:
    return _IN.sub("", place, count=1) if _IN.match(place) else place
