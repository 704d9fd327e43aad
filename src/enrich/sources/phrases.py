"""Titles as quoted phrases for searches that take several at once, and which results belong to which title. Pure.

In: titles as people write them; later, what a service offered for all of them together. Out: phrases that no service
can misread; candidates per title. What a candidate really is gets decided elsewhere: here only what shares no words
is dropped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from enrich.records import Candidate
from enrich.sources.lookups import in_batches

TITLES_PER_REQUEST = 10
# A phrase of one or two words can match thousands of titles and would push the others' results off the page.
WORDS_TO_SHARE_A_REQUEST = 3
# Candidates must share this part of the shorter title's words.
LEAST_OVERLAP = 0.5
_MACRO = re.compile(r"""\\[uvHtcdbkr]\s*\{[a-zA-Z]\}|\\["'`^~=.]\s*\{?\\?[a-zA-Z]\}?|\\[a-zA-Z]+(?:\s*\{\})?""")


def phrase(title: str) -> str:
    """A title as the inside of a quoted phrase: TeX as Unicode, no quotes or backslashes; "" if no word is left.

    An empty phrase would match every paper there is, so it must never be sent.
    """
    text = _MACRO.sub(lambda macro: _as_unicode(macro[0]), title)
    text = " ".join(re.sub(r'["\\{}$]', " ", text).split())
    return text if re.search(r"\w", text) else ""


def askable(titles: Sequence[str]) -> list[str]:
    """The titles that have a word to ask for."""
    return [title for title in titles if phrase(title)]


def title_batches(titles: Sequence[str]) -> list[list[str]]:
    """Titles by request: long ones share, short ones are asked alone."""
    short = [title for title in titles if len(phrase(title).split()) < WORDS_TO_SHARE_A_REQUEST]
    alone = set(short)
    return in_batches([title for title in titles if title not in alone], TITLES_PER_REQUEST) + [
        [title] for title in short
    ]


def share_out(
    titles: Sequence[str], offered: Sequence[Candidate], *, complete: bool
) -> dict[str, tuple[Candidate, ...]]:
    """Per title, the candidates that share enough words with it, closest first.

    Where the page isn't `complete`, a title is left out unless a candidate has all its words: what it means may be on a
    further page. A page that has nothing to do with any title proves nothing about them.
    """
    found = {}
    for title in titles:
        shares = [(_overlap(title, candidate.title), candidate) for candidate in offered]
        close = sorted((pair for pair in shares if pair[0] >= LEAST_OVERLAP), key=lambda pair: -pair[0])
        if complete or (close and close[0][0] == 1.0):
            found[title] = tuple(candidate for _, candidate in close)
    return found if not offered or any(found.values()) else {}


def _as_unicode(macro: str) -> str:
    """What a TeX macro shows; a blank for those that show nothing."""
    from pylatexenc.latex2text import LatexNodes2Text

    shown = unicodedata.normalize("NFC", LatexNodes2Text(math_mode="text").latex_to_text(macro))
    return shown if shown and "\\" not in shown else " "


def _overlap(left: str, right: str) -> float:
    """The part of the shorter title's words that the other has too."""
    one, other = _words(left), _words(right)
    return len(one & other) / max(1, min(len(one), len(other)))


def _words(title: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", title).casefold()
    return set(re.findall(r"\w+", re.sub(r"[\u0300-\u036f]", "", plain)))
