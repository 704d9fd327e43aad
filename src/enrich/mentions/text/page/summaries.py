"""Which rows of a page hold abstracts. In: rows and their kinds. Out: positions. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from enrich.mentions.entries.details import ABSTRACT_PART, RowKind, kind_of_row
from enrich.mentions.shapes.words import capital_share, has_words, sentences
from enrich.mentions.text.lines.rows import Row

# Abstracts of fewer words look like remarks; where fewer are sure, long rows in small letters are items.
_ABSTRACT_WORDS, _SHORT_ABSTRACT, _FEWEST_SURE = 20, 12, 8
_ABSTRACT = re.compile(r"(?:abstract|summary|tl;?dr)\b", re.I)
_SMALL = 0.5  # of the words of an abstract, at most so many are capitalised
_STOPS = frozenset(".!?…")


def find_abstracts(rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object]) -> set[int]:
    """The rows that hold abstracts. Where enough are told at once, shorter ones do as well, and long rows in small
    letters."""
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
    return sure | likely if len(sure) >= max(_FEWEST_SURE, len(likely)) else sure


def _is_abstract(text: str, kind: RowKind | None) -> bool:
    kind = kind or kind_of_row(text)
    if kind is RowKind.LABELLED:
        return bool(ABSTRACT_PART.match(text)) or (has_words(text, _SHORT_ABSTRACT) and bool(_ABSTRACT.match(text)))
    return kind is RowKind.PROSE


def _may_be_abstract(text: str) -> bool:
    """Whether a row that looks like a title is too long for one, and of several sentences in small letters."""
    several = has_words(text, _ABSTRACT_WORDS) and text[-1] in _STOPS and len(sentences(text, 2)) > 1
    return several and capital_share(text.split()) <= _SMALL
