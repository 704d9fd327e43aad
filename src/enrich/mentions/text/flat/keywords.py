"""Lists of keywords at an edge of run-together rows: "A Title of Some Words sediment, deep sea".

In: the words of each row. Out: how many words of each are its keywords. The keyword at the very edge is bare of any
title, for a comma parts it from the next one; those that come again tell where the others end. Pure; cost is linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from enrich.mentions.shapes.words import folded

# Of the rows, so many have keywords of at most so many words, and so many have several that come again. By judgement.
_SHARE, _LISTED_SHARE, _OFTEN, _LONGEST = 0.6, 0.3, 2, 4
Phrase = tuple[str, ...]


def keyword_lengths(rows: Sequence[Sequence[str]], *, reverse: bool) -> list[int] | None:
    """The words of the keywords behind (`reverse`) or in front of each title; None where most rows list none."""
    phrases = [_phrases(words, reverse=reverse) for words in rows]
    outer = Counter(first for first, *others in phrases if others and len(first) <= _LONGEST)
    inner = Counter(phrase for _, *others in phrases for phrase in others[:-1] if len(phrase) <= _LONGEST)
    listed = sum(count for count in outer.values() if count >= _OFTEN)
    known = {phrase for phrase, count in (outer + inner).items() if count >= _OFTEN}
    lengths = [_length(own, known) for own in phrases]
    told = listed >= _LISTED_SHARE * len(rows) and sum(map(bool, lengths)) >= _SHARE * len(rows)
    return lengths if told else None


def _phrases(words: Sequence[str], *, reverse: bool) -> list[Phrase]:
    """The words between the commas of a row, from the edge on."""
    found: list[list[str]] = [[]]
    for word in words:
        found[-1].append(folded(word))
        if word.endswith((",", ";")):
            found.append([])
    return [tuple(reversed(own)) for own in reversed(found)] if reverse else [tuple(own) for own in found]


def _length(phrases: Sequence[Phrase], known: Collection[Phrase]) -> int:
    """How many words are keywords: all phrases that are known ones, and the known edge of the next, which goes on in
    the title; behind a comma, that is one word at least."""
    length = 0
    for at, phrase in enumerate(phrases):
        if phrase in known and at + 1 < len(phrases):
            length += len(phrase)
            continue
        own = (n for n in range(min(len(phrase), _LONGEST), 0, -1) if phrase[:n] in known)
        return length + next(own, int(at > 0))
    return length
