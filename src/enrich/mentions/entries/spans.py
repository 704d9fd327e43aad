"""The sentences of an entry in, how many of them its title is out: questions with their subtitles, several short
sentences in front of the first fact or of a journal with its volume. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from enrich.mentions.entries.facts import leading_place, take_fact
from enrich.mentions.entries.heads import SUBTITLE_WORDS
from enrich.mentions.entries.learned.ends import PLACES_TRIED, place_of
from enrich.mentions.entries.parts import Entry, Style
from enrich.mentions.shapes.names import STRONG, author_likeness, is_single_name
from enrich.mentions.shapes.tags import is_presentation, parse_year
from enrich.mentions.shapes.trailing import split_trailing_venue
from enrich.mentions.shapes.venues import is_numbered_place, venue_of
from enrich.mentions.shapes.words import capital_share, is_lower, sentences

# "II", "Part I: Methods", but not the volume of a journal and its pages: "95: 137-145".
_PART = re.compile(r"(?:[A-Z][a-z]+ )?(?:[IVX]{1,4}|\d{1,2})(?:[:.](?!\s?[A-Z]?\d)|$)")
# "II. The Role of Tides", "Part 7: Tides", behind the stop of the title they belong to; "I. Newton" is a name as well.
_COUNTED_PART = re.compile(
    r"(?:Part (?:[IVX]{1,4}|\d{1,2})|[IVX]{2,4}|(?P<initial>[IVX]))[.:](?P<rest>\s+(?=[^\W\d_]))?"
)
_NUMBERED = re.compile(r"[A-Z][\w.& -]{1,60}?[.,]? (?:\d{4};)?\d{1,4}[:(,]")  # "Oikos. 1956;37:", "Oikos, 12, 34"
_EDITED = re.compile(r"\([Ee]ds?\.")
_LONGEST_PLACE = 200
_COMMAS_TRIED = 8
_CUT_OFF = 4  # letters of a word that may be cut off: "Ann."
_VOLUME = re.compile(r"(?=\d)")  # a journal's name ends in front of it
_JOURNAL_WORDS = 2  # behind the question of a citation: "Who Counts Gulls? Oikos."
_ANSWER = re.compile(r"(?:\w{4,}ed|yes|no|not|maybe|perhaps)[.!]*", re.I)  # "Who Counts Gulls? Revisited"

_THESES = frozenset(("dissertation", "thesis"))  # "The University dissertation"

Spans = Sequence[tuple[int, int]]


def split_sentences(text: str, entry: Entry, style: Style) -> tuple[str, str, bool]:
    """`(title, rest, closed)`: the sentences of the title, those behind it, and whether any were. One that names a
    venue of those that the list has as sentences of their own goes to the entry, unless its volume follows."""
    spans = sentences(text)
    tried = range(1, min(len(spans), PLACES_TRIED)) if style.places else ()
    place = next((at for at in tried if place_of(text[slice(*spans[at])]).casefold() in style.places), None)
    described = style.described or (bool(style.places) and not place and not entry.authors)
    described &= not (style.comma and entry.cited and entry.year and entry.venue)  # its end is known
    count = title_sentences(
        text, spans, described=described, dated=entry.year is not None, credited=bool(entry.authors)
    )
    last = min(count, place or count)
    following = text[slice(*spans[last])] if last < len(spans) else ""
    if not (place or entry.year or entry.authors) and parse_year(following.rstrip(". ")):
        last += 1  # "A Title, Jane Roe, Sea Stud. 2016. A note.": the stop is that of a name
    end = spans[last - 1][1]
    rest = text[end:]
    if place and not text[spans[place][1] :].lstrip()[:1].isdigit():
        start, stop = spans[place]
        entry.venue = entry.venue or place_of(text[start:stop])
        rest = text[end:start] + text[stop:]
    return text[:end], rest.strip(), bool(rest.strip() or place)


def title_sentences(text: str, spans: Spans, *, described: bool, dated: bool, credited: bool) -> int:
    """How many sentences the title is, in a list whose items are `described` or not; `dated` and `credited` say whether
    the item's year, and its authors, are known."""
    count = _questions(text, spans, cited=dated, credited=credited)
    count = _counted_parts(text, spans, count, credited=credited)
    if not described:
        count = _undescribed_sentences(text, spans, count)
    return _sentences_before_place(text, spans, count) if credited else count


def _questions(text: str, spans: Spans, *, cited: bool, credited: bool) -> int:
    """How many sentences a question and its subtitles are."""
    count = 1
    while count < len(spans):
        start, end = spans[count - 1]
        if text[start:end].rstrip("\"'”’)]*_ ")[-1:] not in "?!？！":
            break
        following = text[spans[count][0] : spans[count][1]]
        words = following.split()
        if author_likeness(following) or venue_of(following) or not words[0][:1].isupper():
            break
        if "." in following[:-1] and is_numbered_place(text[spans[count][0] :]):
            break  # "IEEE Trans. Knowl."
        last = count == len(spans) - 1
        alone = last and len(words) == 1 and not _ANSWER.fullmatch(words[0])  # "Who Counts Gulls? Roe", and a place
        named = is_single_name(following) or alone
        if (cited and named) or (credited and last and len(words) <= _JOURNAL_WORDS):
            break
        if _has_names_behind(following):
            count += 1
            break
        if (
            len(words) > SUBTITLE_WORDS
            or capital_share(words[1:]) < 0.4
            or (capital_share(text[start:end].split()) < 0.4)
        ):
            break
        count += 1
    return count


def _counted_parts(text: str, spans: Spans, count: int, *, credited: bool) -> int:
    """How many sentences a title is with the parts of a series that are counted behind it, each with its own title, if
    neither a place nor a person stands there: "The Tides. II. Oikos 12, 3-4"."""
    while count < len(spans) and (part := _COUNTED_PART.match(text, *spans[count])):
        alone = not part["rest"]
        behind = text[part.end() : part.end() + _LONGEST_PLACE].lstrip()
        first = behind[slice(*sentences(behind, 1)[0])] if behind else ""
        place = is_numbered_place(behind) or venue_of(first) is not None or _NUMBERED.match(behind) is not None
        stated = place and not any(map(is_lower, first.split()))
        if (part["initial"] and not credited) or ((stated or _EDITED.search(first)) and not alone):
            break
        if stated or not first:
            return min(count + 1, len(spans))
        count += 1 + alone
    return min(count, len(spans))


def _has_names_behind(text: str) -> bool:
    """Whether authors stand behind a comma of a text: what is in front of them is the end of a title."""
    commas = islice(re.finditer(r",\s+(?=[^\W\d_a-z])", text), _COMMAS_TRIED)
    return any(author_likeness(text[match.end() :]) == STRONG for match in commas)


def _undescribed_sentences(text: str, spans: Spans, count: int) -> int:
    """How many sentences the title is in a list without descriptions: all short ones up to the first fact."""
    stated = split_trailing_venue(text[: spans[count - 1][1]])[1]
    if stated and stated.venue and stated.year:
        return count  # "A Title, Sea Stud. 2016. A note."
    for position in range(count, len(spans)):
        part = text[spans[position][0] : spans[position][1]].strip(" ,;")
        fact = take_fact(part, Entry()) or is_presentation(part.rstrip(".")) or leading_place(text, spans[position:])
        if fact or part.startswith("In: ") or len(part.split()) > SUBTITLE_WORDS + 4:
            break
        if _reads_as_title(part):
            count = position + 1
    return count


def _sentences_before_place(text: str, spans: Spans, count: int) -> int:
    """How many sentences of a citation stand in front of a journal with its volume: "The Tide. A Review. Oikos 4, 1-5"
    has a title of two. Names of journals have stops in them, too: "IEEE Trans. Knowl. Eng. 12, 3-4"."""
    for position in range(count, len(spans) - 1):
        part = text[spans[position][0] : spans[position][1]].strip(" .,;")
        place = text[spans[position + 1][0] :]
        cut = len(part.split()) < 2 or len(part.split()[-1]) <= _CUT_OFF or "." in part
        if cut or len(part.split()) > SUBTITLE_WORDS or take_fact(part, Entry()):
            break
        if is_numbered_place(place) and "." not in _VOLUME.split(place, maxsplit=1)[0]:
            return position + 1
    return count


def _reads_as_title(part: str) -> bool:
    """Whether a sentence is the second half of a title, and no name or venue: small words, or a part's number."""
    words = part.split()
    if _PART.match(part):
        return True
    if words and words[-1].lower().rstrip(".") in _THESES:
        return False
    return len(words) >= 3 and any(map(is_lower, words)) and not split_trailing_venue(part)[1]
