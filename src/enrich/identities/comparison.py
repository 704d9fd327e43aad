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
from enrich.identities.words import (
    abbreviates,
    are_opposites,
    is_content,
    may_be_another_word,
    numerals,
    slip_letters,
    stem,
    typo_letters,
)
from enrich.titles import fold_title, is_cut_off, join_words, split_title

# " (ICLR 2024)", " [PDF]", ", NeurIPS 2020", ". arXiv:2305.13245": an annotation behind the title, told by its shape.
_IN_BRACKETS = re.compile(r"\s*[\(\[]([^()\[\]]{1,60})[\)\]]\s*[.,;]?\s*$")
_VENUE_AND_YEAR = re.compile(
    r"[\s.,;|/@-]+(?:(?:[A-Z][\w&-]*|of|on|the|in|and)\s+){0,5}[A-Z][\w&/-]*[\s,']*(?:19|20)?\d\d\s*[.,;]?\s*$"
)
_PREPRINT = re.compile(
    r"[\s.,;|(\[-]+(?:arxiv(?: preprint)?[\s:]*)+(?:\d{4}\.\d{4,5}(?:v\d+)?)?[)\]\s.,]*(?:(?:19|20)\d\d\W*)?$", re.I
)
_COINED = re.compile(r"[A-Z0-9].*[A-Z0-9]|[a-z][A-Z0-9]")
_SHORTEST_NAME = 4
_MOST_NAME_WORDS = 3
# What a word costs, in words that agree, if it may be another word rather than a typo.
_DOUBT = 2
# Titles less alike than this (0..1) are not laid side by side as wholes.
_WHOLE_ALIKE = 0.55
# Parts less alike than this (0..100) can't be the same but for spelling; sparing their alignment halves the time.
_PARTS_ALIKE = 80.0


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
    def weight(self) -> int:
        """How many words with a meaning there are; scripts without blanks put about one into two letters."""
        if self.letters.isascii():
            return len(self.content)
        return max(len(self.content), sum(not letter.isascii() for letter in self.letters) // 2)

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
        for pattern in _annotations(self.raw.rstrip(" .,;")):
            shorter = pattern.sub("", self.raw)
            if shorter != self.raw and len(shorter) >= 5:
                return Title(shorter)
        return None

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words with a meaning, without their endings."""
        return frozenset(map(stem, self.content))

    @cached_property
    def cut_off(self) -> bool:
        return is_cut_off(self.raw)


def _annotations(title: str) -> Iterator[re.Pattern[str]]:
    """The patterns that can apply to a title, told by its last character, for most titles end in a word."""
    if "arxiv" in title[-60:].lower():
        yield _PREPRINT
    if title.endswith((")", "]")):
        yield _IN_BRACKETS
    if title[-1:].isdigit():
        yield _VENUE_AND_YEAR


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
        return Comparison(Reason.SAME_TITLE, 1.0, listed.weight)
    if listed.letters == offered.letters:
        return Comparison(Reason.SAME_LETTERS, 1.0, max(listed.weight, offered.weight))
    score = fuzz.ratio(listed.letters, offered.letters) / 100
    whole = align(listed.words, offered.words) if score >= _WHOLE_ALIKE else None
    if whole and whole.is_clean:
        return Comparison(_clean_reason(whole), score, _support(listed, offered, whole), whole.typos)
    for reason, part, other in _parts(listed, offered):
        if fuzz.ratio(part.letters, other.letters, score_cutoff=_PARTS_ALIKE):
            alignment = align(part.words, other.words)
            if alignment.is_clean:
                return Comparison(reason, score, _support(part, other, alignment), alignment.typos)
    return _compare_loosely(listed, offered, whole, score, len(listed.content & offered.content))


def _compare_loosely(listed: Title, offered: Title, whole: Alignment | None, score: float, support: int) -> Comparison:
    """Relations that leave words over, and what speaks against one paper."""
    cut = _how_cut(listed, offered)
    if cut is Reason.CUT_OFF:
        return Comparison(cut, score, len(listed.content))
    if names := _names_agree(listed, offered):
        return Comparison(names, score, support)
    if whole and (whole.opposite or whole.numbers_differ):
        against = Reason.MEANING_DIFFERS if whole.opposite else Reason.NUMBERS_DIFFER
        return Comparison(against, score, support)
    if cut:
        return Comparison(cut, score, support)
    if whole and len(whole.changed) == 1 and _is_lost_word(*whole.changed[0], listed, offered):
        return Comparison(Reason.WORD_DROPPED, score, support, whole.typos)
    return Comparison(_against(listed, offered), score, support)


def _support(listed: Title, offered: Title, alignment: Alignment) -> int:
    """The words with a meaning that two titles share if nothing but spelling differs."""
    return min(len(listed.content), len(offered.content)) - _DOUBT * alignment.doubtful


def _clean_reason(alignment: Alignment) -> Reason:
    if alignment.typos:
        return Reason.TYPO
    return Reason.ABBREVIATED if alignment.abbreviated else Reason.REWORDED


def _parts(listed: Title, offered: Title) -> Iterator[tuple[Reason, Title, Title]]:
    """The parts of two titles that may be the same where the titles are not.

    What is left over must not say which part or version a paper is.
    """
    if listed.bare:
        yield Reason.VENUE_APPENDED, listed.bare, offered
    if offered.bare:
        yield Reason.NOTE_DROPPED, listed, offered.bare
    if offered.head and offered.tail:
        if not _names_a_part(offered.tail):
            yield Reason.SUBTITLE_DROPPED, listed, offered.head
        yield Reason.NAME_DROPPED, listed, offered.tail
    if listed.head and listed.tail:
        if not _names_a_part(listed.tail):
            yield Reason.SUBTITLE_ADDED, listed.head, offered
        yield Reason.NAME_ADDED, listed.tail, offered


def _names_a_part(tail: Title) -> bool:
    """Whether a subtitle begins with a number ("II. Proofs", "Part 2")."""
    return bool(numerals(tail.words[:2]))


def _names_agree(listed: Title, offered: Title) -> Reason | None:
    """What agrees if both titles have a name before the colon: the rest of them, or the name and much of the rest."""
    if not (listed.head and listed.tail and offered.head and offered.tail):
        return None
    if numerals(listed.head.words) != numerals(offered.head.words):
        return None
    short, long = sorted((listed.head.letters, offered.head.letters), key=len)
    if short == long:
        same = is_coined(offered.head.raw) and numerals(listed.tail.words) == numerals(offered.tail.words)
        return Reason.SAME_NAME if same else None
    renamed = len(short) >= _SHORTEST_NAME and long.startswith(short)
    return Reason.RENAMED if renamed and align(listed.tail.words, offered.tail.words).is_clean else None


def is_coined(name: str) -> bool:
    """Whether a name before a colon was made up for the paper, told by its capitals and digits ("LoRA", "Qwen2-VL")."""
    words = name.split()
    return (
        len(words) <= _MOST_NAME_WORDS and len(fold_title(name)) >= _SHORTEST_NAME and any(map(_COINED.search, words))
    )


def _how_cut(listed: Title, offered: Title) -> Reason | None:
    """How a title was cut that is the beginning of another: by an ellipsis or inside a word, or between words."""
    if not listed.words or not offered.letters.startswith(listed.letters):
        return None
    if listed.cut_off:
        return Reason.CUT_OFF
    last, whole = listed.words[-1], offered.words[min(len(listed.words), len(offered.words)) - 1]
    inside_a_word = whole != last and whole.startswith(last) and numerals([last]) == numerals([whole])
    return Reason.CUT_OFF if inside_a_word else Reason.TRUNCATED


def _is_lost_word(ours: tuple[str, ...], theirs: tuple[str, ...], listed: Title, offered: Title) -> bool:
    """Whether one word in the middle is missing or too much; one at the start or end changes what a title is about."""
    if len(ours) + len(theirs) != 1:
        return False
    longer = listed.words if ours else offered.words
    return (ours or theirs)[0] not in (longer[0], longer[-1])


def _against(listed: Title, offered: Title) -> Reason:
    if listed.tail and offered.tail and align(listed.tail.words, offered.tail.words).is_clean:
        return Reason.NAMES_DIFFER
    return Reason.TOO_DIFFERENT


def align(listed: Sequence[str], offered: Sequence[str]) -> Alignment:
    """Lays two word sequences side by side and judges every place where they differ."""
    changed: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    typos, doubtful, abbreviated, small, joined, numbers_differ, opposite = 0, 0, False, False, False, False, False
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
