"""Titles and abstracts as the terms of a search: phrases in quotes, plain words, several to a request. Pure.

In: titles as people write them. Out: terms that no service can misread, grouped by request. Rules: the code of arXiv's
own search (github.com/arXiv/arxiv-search) and Elasticsearch's English analyser, as seen in 2026-11.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from enrich.sources.lookups import in_batches

TITLES_PER_REQUEST = 20  # 2.2 kB of address; 5.5 kB were accepted
# A phrase of one or two words can match thousands of titles and would push the others' results off the page.
WORDS_TO_SHARE_A_REQUEST = 3
# Fewer plain words than this, wherever they stand, are no description of a title.
LEAST_WORDS = 3
MOST_WORDS = 8  # tell one title from all others, and leave room for a word that the list dropped
# Of a sentence of an abstract: what is shorter stands in many abstracts, what is longer only meets more misspellings.
SENTENCE_WORDS, PHRASE_WORDS = 8, 12
_MACRO = re.compile(r"""\\[uvHtcdbkr]\s*\{[a-zA-Z]\}|\\["'`^~=.]\s*\{?\\?[a-zA-Z]\}?|\\[a-zA-Z]+(?:\s*\{\})?""")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# What an index may hold in another form than a list: formulas, letters beyond ASCII, and "&" for "and".
_FRAGILE = re.compile(r"[\\${}^_&]|[^\W\d_a-zA-Z]|\band\b", re.I)
# Lucene's English stop words, which the index leaves out: to ask for one as a word finds nothing.
_STOP_WORDS = re.compile(
    "an?|and|are|as|at|be|but|by|for|if|in|into|is|it|no|not|of|on|or|such|that|the|their|then|there|these|they|this|to|"
    "was|will|with"
)
_BETWEEN_WORDS = re.compile(r"[\s\-\u2010-\u2015/&]+")


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
    """Titles by request: long ones share, the fragile ones among themselves; short ones are asked alone."""
    short = [title for title in titles if not may_share_a_request(title)]
    fragile = [title for title in titles if title not in short and is_fragile(title)]
    rest = set(titles) - {*short, *fragile}
    sharing = [title for title in titles if title in rest], fragile
    return [batch for group in sharing for batch in in_batches(group, TITLES_PER_REQUEST)] + in_batches(short, 1)


def may_share_a_request(title: str) -> bool:
    """Whether the title's phrase is long enough to find few others."""
    return len(phrase(title).split()) >= WORDS_TO_SHARE_A_REQUEST


def is_fragile(title: str) -> bool:
    """Whether the title's phrase may miss the very paper, and enough plain words are left to ask for instead."""
    return bool(_FRAGILE.search(title)) and len(plain_words(title)) >= LEAST_WORDS


def plain_words(title: str) -> list[str]:
    """The longest words of a title that any analyser cuts out alike: ASCII, nothing inside them, no stop words."""
    pieces = (piece.strip(".,:;?!()[]'\"*+") for piece in _BETWEEN_WORDS.split(title.lower()))
    words = [piece for piece in pieces if piece.isascii() and piece.isalnum() and not _STOP_WORDS.fullmatch(piece)]
    longest = sorted(dict.fromkeys(words), key=len, reverse=True)[:MOST_WORDS]
    return [word for word in dict.fromkeys(words) if word in longest]


def abstract_phrase(abstract: str) -> str:
    """The beginning of the first sentence that is long enough and free of TeX; "" if there is none."""
    for sentence in _SENTENCE_END.split(abstract):
        words = sentence.split()
        if len(words) >= SENTENCE_WORDS and not re.search(r'[\\$"]', sentence):
            return phrase(" ".join(words[:PHRASE_WORDS]))
    return ""


def _as_unicode(macro: str) -> str:
    """What a TeX macro shows; a blank for those that show nothing."""
    from pylatexenc.latex2text import LatexNodes2Text

    shown = unicodedata.normalize("NFC", LatexNodes2Text(math_mode="text").latex_to_text(macro))
    return shown if shown and "\\" not in shown else " "
