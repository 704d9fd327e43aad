"""What a service offers for several titles at once, shared out among the titles. Pure.

In: the titles (or other texts) of one request and the records that came for all of them. Out: candidates per title.
What a candidate really is gets decided elsewhere: here only what shares no words is dropped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from enrich.records import Candidate, PaperRecord
from enrich.sources.lookups import MaxAge

# Candidates must share this part of the shorter text's words.
LEAST_OVERLAP = 0.5


def candidate_of(record: PaperRecord) -> Candidate:
    """A record as an offer for a title."""
    return Candidate(
        source=record.source,
        ids=record.ids,
        title=record.title or "",
        authors=tuple(author.name for author in record.authors),
        year=record.year,
        venue=record.venue,
        abstract=record.abstract,
    )


def offer_age(max_age: MaxAge) -> MaxAge:
    """How long offers stay fresh: all as long as a "not found".

    Who is asked for the same title again has no paper for it yet, whatever near titles were offered the last time; a
    title that was matched is remembered by its identity, which does not expire.
    """
    return MaxAge(max_age.not_found, max_age.not_found)


def title_of(candidate: Candidate) -> str:
    """What a title is compared with."""
    return candidate.title


def abstract_of(candidate: Candidate) -> str:
    """What words of an abstract are compared with."""
    return candidate.abstract or ""


def share_out(
    wanted: Sequence[str],
    offered: Sequence[Candidate],
    *,
    complete: bool,
    text_of: Callable[[Candidate], str] = title_of,
) -> dict[str, tuple[Candidate, ...]]:
    """Per text wanted, the candidates that share enough words with it, closest first.

    Where the page isn't `complete`, a text is left out unless a candidate has all its words: what it means may be on a
    further page. A page that has nothing to do with any text proves nothing about them.
    """
    found = {}
    for text in wanted:
        shares = [(overlap(text, text_of(candidate)), candidate) for candidate in offered]
        close = sorted((pair for pair in shares if pair[0] >= LEAST_OVERLAP), key=lambda pair: -pair[0])
        if complete or (close and close[0][0] == 1.0):
            found[text] = tuple(candidate for _, candidate in close)
    return found if not offered or any(found.values()) else {}


def overlap(left: str, right: str) -> float:
    """The part of the shorter text's words that the other has too."""
    one, other = set(_words(left)), set(_words(right))
    return len(one & other) / max(1, min(len(one), len(other)))


def same_words(left: str, right: str) -> bool:
    """Whether two texts have the same words in the same order, whatever stands between them; False without any."""
    return bool(_words(left)) and _words(left) == _words(right)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return re.findall(r"\w+", re.sub(r"[\u0300-\u036f]", "", plain))
