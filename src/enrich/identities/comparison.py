"""Compares two titles: how they relate, how alike they are, and what speaks against their being one.

Two `Title`s in, a `Comparison` out. Whether it suffices for an identity is not said here but in `decision`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from enrich.identities.reasons import Reason
from enrich.identities.words import abbreviates, are_opposites, is_content, numerals, typo_letters
from enrich.titles import fold_title, is_cut_off, join_words, split_title

# " (ICLR 2024)", " [PDF]", ", NeurIPS 2020", ". arXiv:2305.13245": an annotation behind the title, told by its shape.
_IN_BRACKETS = re.compile(r"\s*[\(\[]([^()\[\]]{1,60})[\)\]]\s*[.,;]?\s*$")
_VENUE_AND_YEAR = re.compile(
    r"[\s.,;|/@-]+(?:(?:[A-Z][\w&-]*|of|on|the|in|and)\s+){0,5}[A-Z][\w&/-]*[\s,']*(?:19|20)?\d\d\s*[.,;]?\s*$"
)
_PREPRINT = re.compile(
    r"[\s.,;|(\[-]+(?:arxiv(?: preprint)?[\s:]*)+(?:\d{4}\.\d{4,5}(?:v\d+)?)?[)\]\s.]*(?:(?:19|20)\d\d\s*)?$", re.I
)


class Title:
    """A title and the forms it is compared in, each made when first asked for."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.folded = fold_title(raw)
        words = self.folded.split()
        if words and words[-1] == "a":
            words[-1] = "A"  # at the end it is a label ("hepatitis A"), no article
        self.words = tuple(words)

    @cached_property
    def letters(self) -> str:
        return join_words(self.folded)

    @cached_property
    def content(self) -> frozenset[str]:
        return frozenset(filter(is_content, self.words))

    @cached_property
    def _split(self) -> tuple[str, str]:
        return split_title(self.raw)

    @cached_property
    def head(self) -> Title | None:
        """What stands before the colon, if there is one."""
        return Title(self._split[0]) if self._split[1] else None

    @cached_property
    def tail(self) -> Title | None:
        """What stands behind the colon, if there is one."""
        return Title(self._split[1]) if self._split[1] else None

    @cached_property
    def bare(self) -> Title | None:
        """The title without an annotation behind it (a venue, a year, a remark in brackets), if it has one."""
        for pattern in (_PREPRINT, _IN_BRACKETS, _VENUE_AND_YEAR):
            shorter = pattern.sub("", self.raw)
            if shorter != self.raw and len(shorter) >= 5:
                return Title(shorter)
        return None

    @cached_property
    def cut_off(self) -> bool:
        return is_cut_off(self.raw)


@dataclass(frozen=True, slots=True)
class Alignment:
    """What is left when two word sequences are laid side by side."""

    changed: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]  # words that differ in meaning, per place
    typos: int  # letters
    abbreviated: bool
    small: bool
    joined: bool
    numbers_differ: bool
    opposite: bool

    @property
    def is_clean(self) -> bool:
        """Whether nothing but spelling differs."""
        return not (self.changed or self.numbers_differ or self.opposite)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a listed title relates to an offered one.

    `reason` is a relation that may carry an identity, or what speaks against one. `score` is 0..1 over folded titles.
    `support` counts the words with a meaning that both have in the part that carries the relation.
    """

    reason: Reason
    score: float
    support: int
    typos: int = 0


def compare_titles(listed: Title, offered: Title) -> Comparison:
    """The strongest relation between two titles."""
    if listed.folded == offered.folded:
        return Comparison(Reason.SAME_TITLE, 1.0, len(listed.content))
    if listed.letters == offered.letters:
        return Comparison(Reason.SAME_LETTERS, 1.0, len(offered.content))
    score = fuzz.ratio(listed.letters, offered.letters) / 100
    whole = align(listed.words, offered.words)
    support = len(listed.content & offered.content)
    if whole.is_clean:
        return Comparison(_clean_reason(whole), score, support + whole.joined, whole.typos)
    for reason, part, other in _parts(listed, offered):
        alignment = align(part.words, other.words)
        if alignment.is_clean:
            return Comparison(reason, score, min(len(part.content), len(other.content)), alignment.typos)
    if _is_renamed(listed, offered):
        return Comparison(Reason.RENAMED, score, support)
    if offered.letters.startswith(listed.letters) and not whole.numbers_differ:
        return Comparison(Reason.TRUNCATED, score, support)
    return Comparison(_against(listed, offered, whole), score, support, whole.typos)


def _clean_reason(alignment: Alignment) -> Reason:
    if alignment.typos:
        return Reason.TYPO
    return Reason.ABBREVIATED if alignment.abbreviated else Reason.REWORDED


def _parts(listed: Title, offered: Title) -> Iterator[tuple[Reason, Title, Title]]:
    """The parts of two titles that may be the same where the titles are not."""
    if listed.bare:
        yield Reason.VENUE_APPENDED, listed.bare, offered
    if offered.bare:
        yield Reason.NOTE_DROPPED, listed, offered.bare
    if offered.head and offered.tail:
        yield Reason.SUBTITLE_DROPPED, listed, offered.head
        yield Reason.NAME_DROPPED, listed, offered.tail
    if listed.head and listed.tail:
        yield Reason.SUBTITLE_ADDED, listed.head, offered
        yield Reason.NAME_ADDED, listed.tail, offered


def _is_renamed(listed: Title, offered: Title) -> bool:
    """Whether the names before the colon are one name in two lengths, and all behind it is the same."""
    if not (listed.head and listed.tail and offered.head and offered.tail):
        return False
    short, long = sorted((listed.head.letters, offered.head.letters), key=len)
    if numerals(listed.head.words) != numerals(offered.head.words) or len(short) < 4 or not long.startswith(short):
        return False
    return align(listed.tail.words, offered.tail.words).is_clean


def _against(listed: Title, offered: Title, alignment: Alignment) -> Reason:
    if alignment.opposite:
        return Reason.MEANING_DIFFERS
    if alignment.numbers_differ:
        return Reason.NUMBERS_DIFFER
    if listed.tail and offered.tail and align(listed.tail.words, offered.tail.words).is_clean:
        return Reason.NAMES_DIFFER
    return Reason.TOO_DIFFERENT


def align(listed: Sequence[str], offered: Sequence[str]) -> Alignment:
    """Lays two word sequences side by side and judges every place where they differ."""
    changed: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    typos, abbreviated, small, joined, numbers_differ, opposite = 0, False, False, False, False, False
    for left, right in _differences(listed, offered):
        ours, theirs = _without_small(left), _without_small(right)
        if not ours and not theirs:
            small = True
        elif join_words(" ".join(ours)) == join_words(" ".join(theirs)):
            joined = True
        elif numerals(ours) != numerals(theirs) and not abbreviates(ours, theirs):
            numbers_differ = True
        elif are_opposites(ours, theirs):
            opposite = True
        elif (letters := _typos(ours, theirs)) is not None:
            typos += letters
        elif abbreviates(ours, theirs) or abbreviates(left, right):
            abbreviated = True
        elif numerals(ours) and "".join(numerals(ours)) == "".join(ours):
            joined = True  # "Part II" and "Part 2"
        else:
            changed.append((ours, theirs))
    return Alignment(tuple(changed), typos, abbreviated, small, joined, numbers_differ, opposite)


def _typos(ours: tuple[str, ...], theirs: tuple[str, ...]) -> int | None:
    """The letters that two runs of words differ in, if each difference can be a slip."""
    if not ours or not theirs:
        return None
    if len(ours) != len(theirs):
        return typo_letters("".join(ours), "".join(theirs))
    letters = [typo_letters(left, right) for left, right in zip(ours, theirs, strict=True)]
    return None if None in letters else sum(filter(None, letters))


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
