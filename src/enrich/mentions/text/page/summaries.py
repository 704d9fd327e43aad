"""Which rows of a page hold abstracts. In: rows and their kinds. Out: positions. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from enrich.mentions.entries.details import ABSTRACT_PART, RowKind, kind_of_row
from enrich.mentions.shapes.words import capital_share, first_word, has_words, sentences
from enrich.mentions.text.lines.rows import Row

# Abstracts of fewer words look like remarks; where fewer are sure, long rows in small letters are items.
_ABSTRACT_WORDS, _SHORT_ABSTRACT, _FEWEST_SURE = 20, 12, 8
_ABSTRACT = re.compile(r"(?:abstract|summary|tl;?dr)\b", re.I)
_SMALL = 0.5  # of the words of an abstract, at most so many are capitalised
# A single sentence is one where so many others stand below the same. By judgement: fields differ from record to record.
_PLACED, _SENTENCE_WORDS = 0.2, 6
_END, _NEAR_END = re.compile(r"[.…][\"”')\]]*$"), 6
_LOOSE = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.PROSE})
_STOPS = frozenset(".!?…")


def find_abstracts(rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object]) -> set[int]:
    """The rows that hold abstracts. Where enough are told at once, shorter ones do as well, long rows in small
    letters, and sentences that stand where abstracts do."""
    long = [
        at
        for at, row in enumerate(rows)
        if not row.marker and (has_words(row.text, _SHORT_ABSTRACT) or kinds[at] is RowKind.LABELLED)
    ]
    told = [
        at for at in long if _is_abstract(rows[at].text, kind_of_row(rows[at].text) if at in claimed else kinds[at])
    ]
    sure = {at for at in told if has_words(rows[at].text, _ABSTRACT_WORDS) or ABSTRACT_PART.match(rows[at].text)}
    short = {at for at in told if at not in sure and len(sentences(rows[at].text, 2)) > 1}
    likely = {at for at in long if kinds[at] is RowKind.ENTRY and _may_be_abstract(rows[at].text)} | short
    found = sure | likely if len(sure) >= max(_FEWEST_SURE, len(likely)) else sure
    return found | _placed(rows, kinds, claimed, found) if len(sure) >= _FEWEST_SURE else found


def _placed(rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object], found: set[int]) -> set[int]:
    """Single sentences that stand where the abstracts of the page do: below what is above many of them."""

    def above(at: int) -> tuple[object, bool]:
        own = at - 1 in claimed or kinds[at - 1] is RowKind.LABELLED  # such lines differ in what they say
        return first_word(rows[at - 1].text).casefold() if own else kinds[at - 1], rows[at].gap > 0

    firsts = Counter(above(at) for at in found if at and at - 1 not in found)
    places = {place for place, count in firsts.items() if count >= _PLACED * firsts.total() and place[0] not in _LOOSE}
    placed = {at for at in range(1, len(rows)) if at not in found and at not in claimed and above(at) in places}
    titles = {at - 1 for at, kind in enumerate(kinds) if kind is RowKind.AUTHORS}
    return {at for at in placed - titles if kinds[at] in _LOOSE and _is_sentence(rows[at])}


def _is_sentence(row: Row) -> bool:
    """Whether a row ends as sentences do, or where the rest was left out, and is in small letters."""
    likely = (
        not row.marker
        and has_words(row.text, _SENTENCE_WORDS)
        and _END.search(row.text, max(0, len(row.text) - _NEAR_END))
    )
    return bool(likely) and capital_share(row.text.split()) <= _SMALL


def _is_abstract(text: str, kind: RowKind | None) -> bool:
    kind = kind or kind_of_row(text)
    if kind is RowKind.LABELLED:
        return bool(ABSTRACT_PART.match(text)) or (has_words(text, _SHORT_ABSTRACT) and bool(_ABSTRACT.match(text)))
    return kind is RowKind.PROSE


def _may_be_abstract(text: str) -> bool:
    """Whether a row that looks like a title is too long for one, and of several sentences in small letters."""
    several = has_words(text, _ABSTRACT_WORDS) and text[-1] in _STOPS and len(sentences(text, 2)) > 1
    return several and capital_share(text.split()) <= _SMALL
