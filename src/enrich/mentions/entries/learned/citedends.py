"""What stands behind the last comma of citations that have names and a year in front, "Roe (1993), A fair title, The
Journal", or behind the comma and "in" there: "Roe (1993), A fair title, in Moe (ed.), A Book".

In: the texts of a page's items. Out: the short ends of them that are venues; and one text without its book. No venue is
known beforehand: some come again, and the titles in front are in small letters. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from enrich.mentions.entries.citation import begins_with_name_and_year
from enrich.mentions.entries.learned.ends import last_phrase
from enrich.mentions.entries.notes import ARROW
from enrich.mentions.entries.parts import Entry, Style
from enrich.mentions.shapes.names import is_single_name
from enrich.mentions.shapes.words import capital_share, is_acronym, is_capital, is_small

_BOOK = re.compile(r",\s+[Ii]n:?\s+(?=(?:the\s+)?[^\W\d_a-z])")
# By judgement: of the citations so many end in what comes again, or in an acronym, and most titles have few capitals.
_FEWEST, _SHARE, _SMALL = 6, 0.25, 0.5
_BOOK_WORDS, _CAPITALS, _IN_FRONT = 16, 2, 3  # words; capitals, or numbers, of a book's name; of names and year


def learn_cited_ends(texts: Iterable[str]) -> frozenset[str]:
    """The capitalised ends of `texts`, in small letters, where many citations among them have one that comes again."""
    listed = [text[: arrow.start()] if (arrow := ARROW.search(text)) else text for text in texts]
    cited = set(filter(begins_with_name_and_year, listed))
    phrases = [(text, *last_phrase(text)) for text in listed]
    phrases = [phrase for phrase in phrases if phrase[2] and all(map(_is_of_name, phrase[2].split()))]
    counts = Counter(end for text, _, end in phrases if text in cited)
    told = sum(count for end, count in counts.items() if count > 1 or is_acronym(end))
    small = {text for text, front, _ in phrases if capital_share(front.split()[_IN_FRONT:]) < _SMALL}
    if told < max(_FEWEST, _SHARE * len(cited)) or len(small) * 2 <= len(phrases):
        return frozenset()
    again = {end for end, count in counts.items() if count > 1}
    ends = {end for text, _, end in phrases if text in small | cited}
    return frozenset(end.casefold() for end in ends if end in again or is_acronym(end) or not is_single_name(end))


def take_end(text: str, entry: Entry, style: Style) -> str:
    """`text` without the venue behind its last comma, or in brackets there, if the list has such there; behind
    surnames, also one that others have in front of a year. Where names stand in front, also without a book behind."""
    known = style.ends | style.venues if style.strung and not entry.venue else style.ends
    rest, end = last_phrase(text) if known else (text, "")
    told = end.casefold() in known
    booked = _split_book(text) if known and style.authors_first else None
    if booked and not (told and " and " not in end):  # "in Salt, Shores and Seas" ends in no other venue
        entry.venue = entry.venue or booked[1]
        return booked[0]
    if not told:
        return text
    entry.venue = entry.venue or end
    return rest


def _split_book(text: str) -> tuple[str, str] | None:
    """`(rest, book)` of a citation that ends in the book it is a part of."""
    match = _BOOK.search(text)
    book = text[match.end() :].strip(" .,") if match else ""
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in book.split())
    named = "(ed" in book or capitals >= _CAPITALS + (" and " in book)  # not "in Norway and Denmark"
    return (text[: match.start()], book) if match and named and len(book.split()) <= _BOOK_WORDS else None


def _is_of_name(word: str) -> bool:
    """Whether a word may stand in the name of a venue."""
    return is_capital(word) or is_small(word) or word == "&"
