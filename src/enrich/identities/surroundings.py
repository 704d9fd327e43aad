"""A whole title among other words: names in front of it, a venue and remarks behind it, as in citations.

A listed and an offered title in, out what says how much they share. `annotations` takes away what has a shape of its
own; here it is the offered title that says where the listed one begins and ends. What is around it must not say which
part it is, nor that this is a word about another paper.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from enrich.identities.alignment import align
from enrich.identities.annotations import names_a_part, numbers_a_part
from enrich.identities.forms import Title
from enrich.identities.words import ABOUT_ANOTHER, is_content
from enrich.titles import join_words

Words = tuple[str, ...]
# Words that run on behind a title without a mark are often its own; of 60,000 real titles one goes on like that behind
# another one of six words, thirty behind one of four.
_RUNS_ON = 2
# Runs of words less alike than this (0..100) are not aligned.
_ALIKE = 90.0


@dataclass(frozen=True, slots=True)
class Within:
    """A title found among other words: its words with a meaning, and the letters that differ."""

    words: int
    typos: int = 0
    doubtful: int = 0


def find_within(listed: Title, offered: Title) -> Within | None:
    """Whether the offered title stands among the words of the listed one."""
    if len(listed.words) <= len(offered.words) or not offered.weight:
        return None
    return _find_set_apart(listed, offered) or _find_in_front(listed, offered)


def _find_set_apart(listed: Title, offered: Title) -> Within | None:
    """A run between marks that is the offered title but for spelling."""
    for front, run, behind in _runs(listed.pieces, len(offered.words)):
        letters = join_words(" ".join(run))
        if letters == offered.letters:
            return Within(offered.weight) if _may_surround(front, behind) else None
        if fuzz.ratio(letters, offered.letters, score_cutoff=_ALIKE) and _may_surround(front, behind):
            alignment = align(run, offered.words)
            if alignment.is_clean:
                return Within(offered.weight, alignment.typos, alignment.doubtful)
    return None


def _runs(pieces: Sequence[Words], count: int) -> Iterator[tuple[Words, Words, Words]]:
    """Runs of pieces of about so many words, with what stands in front and behind."""
    for start, end in itertools.combinations(range(len(pieces) + 1), 2):
        run = _join(pieces[start:end])
        if end - start < len(pieces) and abs(len(run) - count) <= 1:
            yield _join(pieces[:start]), run, _join(pieces[end:])


def _join(pieces: Sequence[Words]) -> Words:
    return tuple(word for piece in pieces for word in piece)


def _find_in_front(listed: Title, offered: Title) -> Within | None:
    """The offered title at the start, or behind a mark, with words that run on."""
    if offered.letters not in listed.letters:
        return None
    for start in range(len(listed.pieces)):
        front, rest = _join(listed.pieces[:start]), _join(listed.pieces[start:])
        behind = _beyond(rest, offered.letters)
        if behind and not _goes_on(listed.raw, offered, behind[0]) and _may_surround(front, behind):
            return Within(offered.weight - _RUNS_ON)
    return None


def _goes_on(title: str, offered: Title, word: str) -> bool:
    """Whether a word behind a title goes on with it: a small one, or one without a capital where others have one."""
    if word == "by":
        return False
    small_letters = not title.islower() and title.split().count(word) > offered.words.count(word)
    return not is_content(word) or small_letters


def _beyond(words: Words, letters: str) -> Words:
    """The words that follow the first ones, which have these letters; none if the letters end inside a word."""
    ends = (end for end in range(1, len(words)) if join_words(" ".join(words[:end])) == letters)
    return words[end:] if (end := next(ends, None)) else ()


def _may_surround(front: Words, behind: Words) -> bool:
    """Whether words can be a list's own: not "A note on ...", "..., Part II", "Erratum to ..."."""
    if not ABOUT_ANOTHER.isdisjoint((*front, *behind)) or names_a_part(" ".join(behind)):
        return False
    return not front or (is_content(front[-1]) and not numbers_a_part(front[-1]))
