"""Lays two sequences of words side by side and judges every place where they differ.

Folded words in, an `Alignment` out: whether only spelling differs, or numbers, or the meaning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from enrich.identities.words import (
    abbreviates,
    are_opposites,
    is_content,
    may_be_another_word,
    misspells_number,
    misspells_small_word,
    numerals,
    slip_letters,
    typo_letters,
)
from enrich.titles import join_words


@dataclass(frozen=True, slots=True)
class Alignment:
    """What is left when two word sequences are laid side by side."""

    changed: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]  # words that differ in meaning, per place
    typos: int  # letters
    doubtful: int  # of the typos' words, those that may well be other words
    abbreviated: bool
    small: bool
    joined: bool
    numbers_differ: bool
    opposite: bool

    @property
    def is_clean(self) -> bool:
        """Whether nothing but spelling differs."""
        return not (self.changed or self.numbers_differ or self.opposite)


def align(listed: Sequence[str], offered: Sequence[str]) -> Alignment:
    """Lays two word sequences side by side and judges every place where they differ."""
    changed: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    typos, doubtful, abbreviated, small, joined, numbers_differ, opposite = 0, 0, False, False, False, False, False
    for left, right in _differences(listed, offered):
        ours, theirs = _without_small(left), _without_small(right)
        if not ours and not theirs:
            small = True
        elif misspells_small_word(left, right):
            typos += 1
        elif misspells_number(left, right):
            typos, doubtful = typos + 1, doubtful + 1
        elif join_words(" ".join(ours)) == join_words(" ".join(theirs)):
            joined = True
        elif numerals(ours) != numerals(theirs) and not abbreviates(ours, theirs):
            numbers_differ = True
        elif are_opposites(ours, theirs):
            opposite = True
        elif (letters := _typos(left, right)) is not None:
            typos += letters
            doubtful += sum(map(may_be_another_word, left, right))
        elif abbreviates(ours, theirs) or abbreviates(left, right):
            abbreviated = True
        elif numerals(ours) and "".join(numerals(ours)) == "".join(ours):
            joined = True  # "Part II" and "Part 2"
        else:
            changed.append((ours, theirs))
    return Alignment(tuple(changed), typos, doubtful, abbreviated, small, joined, numbers_differ, opposite)


def _typos(left: tuple[str, ...], right: tuple[str, ...]) -> int | None:
    """The letters that two runs of words differ in, if each difference can be a slip."""
    if len(left) == len(right):
        letters = [slip_letters(word, other) for word, other in zip(left, right, strict=True)]
        return None if None in letters else sum(filter(None, letters))
    ours, theirs = "".join(_without_small(left)), "".join(_without_small(right))
    return typo_letters(ours, theirs) if ours and theirs else None


def _without_small(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(is_content, words))


def _differences(listed: Sequence[str], offered: Sequence[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The runs of words in which two sequences differ, each between words that both have."""
    left = right = 0
    for block in Levenshtein.opcodes(listed, offered):
        if block.tag == "equal":
            if (left, right) != (block.src_start, block.dest_start):
                yield tuple(listed[left : block.src_start]), tuple(offered[right : block.dest_start])
            left, right = block.src_end, block.dest_end
    if (left, right) != (len(listed), len(offered)):
        yield tuple(listed[left:]), tuple(offered[right:])
