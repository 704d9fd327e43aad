"""Compares two titles: how they relate, how alike they are, and what speaks against their being one.

Two `Title`s in, a `Comparison` out. Whether it suffices for an identity is not said here but in `decision`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from enrich.identities.alignment import Alignment, align
from enrich.identities.forms import SHORTEST_NAME, Title, is_coined
from enrich.identities.reasons import Reason
from enrich.identities.surroundings import find_within
from enrich.identities.words import ABOUT_ANOTHER, counts_parts, is_content, numerals, stem

# What a word costs, in words that agree, if it may be another word rather than a typo.
_DOUBT = 2
# Titles less alike than this (0..1) are not laid side by side as wholes.
_WHOLE_ALIKE = 0.55
# Parts less alike than this (0..100) can't be the same but for spelling; sparing their alignment halves the time.
_PARTS_ALIKE = 80.0


_SAME = (Reason.SAME_TITLE, Reason.SAME_LETTERS, Reason.VENUE_APPENDED)
_AGAINST = (Reason.NUMBERS_DIFFER, Reason.MEANING_DIFFERS, Reason.NAMES_DIFFER, Reason.TOO_DIFFERENT)


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
    replaces: bool = True  # whether words of one title stand for other ones; False: they are only missing or too much


def compare_titles(listed: Title, offered: Title) -> Comparison:
    """The strongest relation between two titles."""
    if listed.folded == offered.folded:
        return Comparison(Reason.SAME_TITLE, 1.0, listed.weight)
    if listed.letters == offered.letters:
        return Comparison(Reason.SAME_LETTERS, 1.0, max(listed.weight, offered.weight))
    bare = [compare_titles(shorter, offered) for shorter in listed.bare]
    if same := next((one for one in bare if one.reason in _SAME), None):
        return dataclasses.replace(same, reason=Reason.VENUE_APPENDED)
    found = _compare_as_spelled(listed, offered)
    if found.reason not in _AGAINST or (found.reason is Reason.NUMBERS_DIFFER and _has_numbered_note(offered)):
        return found
    return next((one for one in bare if one.reason not in _AGAINST), found)


def _has_numbered_note(title: Title) -> bool:
    """Whether what stands around a title, as in brackets behind it, has numbers that may tell it from another's."""
    return any(numerals(title.words) != numerals(shorter.words) for shorter in title.bare)


def _compare_as_spelled(listed: Title, offered: Title) -> Comparison:
    """The strongest relation between two titles that are not the same, with all that stands around them."""
    score = fuzz.ratio(listed.letters, offered.letters) / 100
    if listed.content == offered.content and listed.plain == offered.plain:
        return Comparison(Reason.ARTICLES, score, len(listed.content & offered.content))
    whole = align(listed.words, offered.words) if score >= _WHOLE_ALIKE else None
    if whole and whole.is_clean and listed.is_left_hanging <= offered.is_left_hanging:
        return Comparison(_clean_reason(whole), score, _support(listed, offered, whole), whole.typos)
    for reason, part, other in _parts(listed, offered):
        if alignment := _clean_alignment(part, other):
            return Comparison(reason, score, _support(part, other, alignment), alignment.typos)
    return _compare_loosely(listed, offered, whole, score, len(listed.content & offered.content))


def _compare_loosely(listed: Title, offered: Title, whole: Alignment | None, score: float, support: int) -> Comparison:
    """Relations that leave words over, and what speaks against one paper."""
    cut = _how_cut(listed, offered)
    if cut is Reason.CUT_OFF:
        return Comparison(cut, score, support)
    if within := find_within(listed, offered):
        return Comparison(Reason.WORDS_ADDED, score, within.words - _DOUBT * within.doubtful, within.typos)
    if names := _names_agree(listed, offered):
        return Comparison(names, score, support)
    if whole and (whole.opposite or whole.numbers_differ):
        against = Reason.MEANING_DIFFERS if whole.opposite else Reason.NUMBERS_DIFFER
        return Comparison(against, score, support)
    if cut:
        return Comparison(cut, score, support)
    if whole and len(whole.changed) == 1 and _is_lost_word(*whole.changed[0], listed, offered):
        return Comparison(Reason.WORD_DROPPED, score, support, whole.typos)
    replaces = whole is None or any(ours and theirs for ours, theirs in whole.changed)
    return Comparison(_against(listed, offered), score, support, replaces=replaces)


def _clean_alignment(part: Title, other: Title) -> Alignment | None:
    """Two parts laid side by side, if nothing but spelling differs."""
    if not fuzz.ratio(part.letters, other.letters, score_cutoff=_PARTS_ALIKE):
        return None
    alignment = align(part.words, other.words)
    return alignment if alignment.is_clean else None


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
    for shorter in offered.bare:
        yield Reason.NOTE_DROPPED, listed, shorter
    if offered.head and offered.tail:
        if not (_names_a_part(offered.tail) or _is_about_another(offered.tail)):
            yield Reason.SUBTITLE_DROPPED, listed, offered.head
        if not _is_about_another(offered.head):
            yield Reason.NAME_DROPPED, listed, offered.tail
    if listed.head and listed.tail:
        if not (_names_a_part(listed.tail) or _is_about_another(listed.tail)):
            yield Reason.SUBTITLE_ADDED, listed.head, offered
        if not _is_about_another(listed.head):
            yield Reason.NAME_ADDED, listed.tail, offered


def _names_a_part(tail: Title) -> bool:
    """Whether a subtitle begins with a number ("II. Proofs", "Part 2")."""
    return bool(numerals(tail.words[:2]))


def _is_about_another(part: Title) -> bool:
    """Whether a part of a title says that this is not the paper but a word about it ("Erratum", "Addendum to")."""
    return not ABOUT_ANOTHER.isdisjoint(part.words)


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
    renamed = len(short) >= SHORTEST_NAME and long.startswith(short)
    return Reason.RENAMED if renamed and align(listed.tail.words, offered.tail.words).is_clean else None


def _how_cut(listed: Title, offered: Title) -> Reason | None:
    """How a title was cut that is the beginning of another: by an ellipsis or inside a word, or between words.

    What is missing must not say which part the paper is, nor that it is a word about the listed one.
    """
    if not listed.words or not offered.letters.startswith(listed.letters):
        return None
    missing = offered.words[len(listed.words) :]
    last, whole = listed.words[-1], offered.words[min(len(listed.words), len(offered.words)) - 1]
    names_a_part = any(map(counts_parts, missing[:1])) or (last != whole and counts_parts(whole))
    if names_a_part or not ABOUT_ANOTHER.isdisjoint(missing):
        return None
    if listed.cut_off:
        return Reason.CUT_OFF
    if numerals(missing[:1]):
        return None
    inside_a_word = whole.startswith(last) and stem(whole) != stem(last) and numerals([last]) == numerals([whole])
    return Reason.CUT_OFF if inside_a_word else Reason.TRUNCATED


def _is_lost_word(ours: tuple[str, ...], theirs: tuple[str, ...], listed: Title, offered: Title) -> bool:
    """Whether one word in the middle is missing or too much; one at the start or end changes what a title is about."""
    if len(ours) + len(theirs) != 1:
        return False
    telling = [word for word in (listed if ours else offered).words if is_content(word)]
    return (ours or theirs)[0] not in (telling[0], telling[-1])


def _against(listed: Title, offered: Title) -> Reason:
    if listed.tail and offered.tail and _clean_alignment(listed.tail, offered.tail):
        return Reason.NAMES_DIFFER
    return Reason.TOO_DIFFERENT
