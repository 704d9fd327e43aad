"""How many words at an edge of a run-together row are names of people, told by their shape and the commas between.

In: the words of a row. Out: a number of words. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from enrich.mentions.shapes.names import NO, author_likeness, is_particle
from enrich.mentions.shapes.words import folded, is_capital, is_lower, is_small

_INITIAL = re.compile(r"[A-Z]\.?|(?:[A-Z]\.-?){2,3}")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,4}\.-?)+|[A-Z]")  # "J.", "Yu.", "J.-P."
_AL = re.compile(r"et al\.?,?|et\. al\.?,?")
_GLUED = re.compile(r"et\.al\.?,?")
# "Roe, A. B., Moe, L., & Poe, M.": families in front of initials.
_FAMILY = r"[^\W\d_][\w'’-]*"
_BEHIND_FAMILY = r", [^\W\d_]\.(?:[ -]?[^\W\d_]\.)*"
_MORE = rf"(?:(?:,? (?:&|and) |, ){_FAMILY}(?: {_FAMILY}){{0,2}}{_BEHIND_FAMILY})*(?:,? et al\.?)?"
_FAMILIES_BEHIND = re.compile(rf"(?<= ){_FAMILY}{_BEHIND_FAMILY}{_MORE}$")
_FAMILIES_BEFORE = re.compile(rf"{_FAMILY}{_BEHIND_FAMILY}{_MORE}(?= [^&])")
# "Roe AB, Moe L, et al": families in front of bare initials.
_BARE = re.compile(r"[A-ZÀ-Þ]{1,3}")
_BARE_NAME = rf"{_FAMILY} [A-ZÀ-Þ]{{1,3}}"
_BARE_BEHIND = re.compile(rf"(?<= ){_BARE_NAME}(?:, (?:[a-z]+ ){{0,2}}{_BARE_NAME})*(?:,? et al\.?)?$")
_LONGEST_LIST = 160  # words
_LONGEST_NAME, _LONGEST_END = 4, 6  # words: of a name, of names without commas
_FEWEST_LONE, _ALONE_SHARE = 8, 0.8  # rows that name one person and others, with no comma near. By judgement
_OTHERS_LAST, _GIVEN = re.compile(r"(?:^|\.)al\.?,?$"), re.compile(r"[^\W\d_a-z][^\W\d_A-Z]+")


def people_lengths(rows: Sequence[list[str]], *, reverse: bool) -> list[int]:
    """The words of the authors behind (`reverse`) or in front of each title; 0 where none are seen."""
    if not reverse:
        return [_authors_before(words) for words in rows]
    inner = words_inside(rows)
    starts = _lone_starts(rows)
    lengths = [_authors_behind(words[at:], inner) for words, at in zip(rows, starts, strict=True)]
    return with_given(rows, lengths, inner)


def _lone_starts(rows: Sequence[list[str]]) -> list[int]:
    """Where the search for people begins: behind all commas, which are of titles then, where nearly all rows name one
    person with "et al."."""
    commas = [max((at + 1 for at, word in enumerate(words) if word.endswith((",", ";"))), default=0) for words in rows]
    lone = sum(
        len(words) - at > _LONGEST_END and bool(_OTHERS_LAST.search(words[-1]))
        for words, at in zip(rows, commas, strict=True)
    )
    return commas if lone >= max(_FEWEST_LONE, _ALONE_SHARE * len(rows)) else [0] * len(rows)


def words_inside(rows: Sequence[Sequence[str]]) -> frozenset[str]:
    """The words of rows that are of their titles, and are neither the last of these nor people."""
    return frozenset(folded(word) for words in rows for word in _inner(words))


def with_given(rows: Sequence[list[str]], lengths: Sequence[int], inner: Collection[str]) -> list[int]:
    """The lengths of people at the ends of rows with their further given names: words that no title has inside and none
    ends in, behind one that others end in."""
    fronts = [words[: len(words) - length] for words, length in zip(rows, lengths, strict=True)]
    people = [words[len(words) - length :] for words, length in zip(rows, lengths, strict=True)]
    pairs = {(folded(front[-1]), *names) for front, names in zip(fronts, people, strict=True) if front and names}
    ends = Counter(end for end, *_ in pairs)  # a given name stands before one family's name, though it come twice
    firsts = {folded(names[0]) for names in people if names}

    def given(front: list[str]) -> int:
        for most in (1, 2):
            at = len(front) - most
            if at < 2 or not _may_be_given(front, at, inner) or not _GIVEN.fullmatch(front[at]):
                return 0
            if ends[folded(front[at])] > 1 and folded(front[at]) not in firsts:
                return 0
            if ends[folded(front[at - 1])]:
                return most
        return 0

    return [length + (given(front) if length else 0) for front, length in zip(fronts, lengths, strict=True)]


def _inner(words: Sequence[str]) -> Sequence[str]:
    """The words of a row that are of its title: all well before the first comma and the end."""
    comma = next((at for at, word in enumerate(words) if word.endswith((",", ";"))), len(words))
    return words[: max(0, min(comma - _LONGEST_NAME, len(words) - _LONGEST_END))]


def _authors_behind(words: list[str], inner: Collection[str]) -> int:
    """Names at the end: from two words before their first comma, or the name before "et al."."""
    if found := _families_behind(words):
        return found
    if len(words) > 1 and _GLUED.fullmatch(words[-1]):
        return max(_authors_behind([*words[:-1], "et", "al."], inner) - 1, 0)
    commas = [index for index, word in enumerate(words) if word.endswith((",", ";"))]
    for index in commas:
        for size in (2, 3, 1):
            start = index - size + 1
            if start > 0 and author_likeness(" ".join(words[start:])):
                return len(words) - _first_name(words, start, inner)
    for size in (4, 3, 5):
        tail = " ".join(words[-size:])
        if len(words) > size and author_likeness(tail) and (" et al" in tail or " and " in tail or "&" in tail):
            return len(words) - _first_name(words, len(words) - size, inner)
    if len(words) <= 4 or author_likeness(" ".join(words[-2:]) + " et al.") == NO:
        return 0
    return len(words) - _first_name(words, len(words) - 2, inner)


def _families_behind(words: list[str]) -> int:
    """The words of names at the end that put the family in front of initials, with the particles before it."""
    if not words or not (_INITIALS.fullmatch(words[-1]) or _BARE.fullmatch(words[-1]) or words[-1].startswith("al")):
        return 0
    text = " ".join(words[-_LONGEST_LIST:])
    found = _FAMILIES_BEHIND.search(text) or _BARE_BEHIND.search(text)
    length = len(found[0].split()) if found else 0
    while 0 < length < len(words) - 1 and is_particle(words[-length - 1]) and words[-length - 1].islower():
        length += 1
    return length


def _first_name(words: list[str], start: int, inner: Collection[str]) -> int:
    """Where the first name begins that goes on at `start`: initials and particles in front belong to it, a given name
    in front of those, and what is capitalised behind a title in small letters."""
    within = False
    while start > 2 and (
        _is_within(words[start - 1]) or (_is_within(words[start]) and _may_be_given(words, start - 1, inner))
    ):
        start -= 1
        within = True
    if within or _is_within(words[start]):
        return start
    most = next((n for n in (1, 2) if start - n > 1 and is_lower(words[start - n - 1])), 0)
    return start - most if all(_may_be_given(words, start - n, inner) for n in range(1, most + 1)) else start


def _is_within(word: str) -> bool:
    """Whether a word stands in the midst of names, or begins them: initials, or a particle."""
    return bool(_INITIAL.fullmatch(word)) or is_particle(word)


def _may_be_given(words: list[str], at: int, inner: Collection[str]) -> bool:
    """Whether a word may be a given name rather than the last one of a title: no title of the table has it inside, and
    none ends in the small word in front."""
    word = words[at]
    named = author_likeness(f"{word} Roe et al.") != NO
    return at > 1 and is_capital(word) and named and folded(word) not in inner and not is_small(words[at - 1])


def _authors_before(words: list[str]) -> int:
    """Names in front: all up to the last comma that stands behind names, and one name more, or "et al."."""
    if found := _FAMILIES_BEFORE.match(" ".join(words[:_LONGEST_LIST])):
        return len(found[0].split())
    length = 0
    for index, word in enumerate(words[: min(len(words) - 1, _LONGEST_LIST)], start=1):
        if word.endswith((",", ";")):
            if not _are_names(words[:index]):
                break
            length = index
    while not _AL.fullmatch(" ".join(words[length : length + 2])):
        length += _name_in_front(words[length:])
        if words[length : length + 1] not in (["and"], ["&"]):
            break
        length += 1
    others = (at + 2 for at in range(length, length + 3) if _AL.fullmatch(" ".join(words[at : at + 2])))
    end = next(others, length)
    return end if end < len(words) and _are_names(words[:length]) else 0


def _are_names(words: list[str]) -> bool:
    return author_likeness(" ".join(words).rstrip(",; ") + " et al.") != NO


def _name_in_front(words: list[str]) -> int:
    """The words of one name: initials, a given name, particles, and the family's name."""
    length = 0
    while length < len(words) and _INITIALS.fullmatch(words[length]):
        length += 1
    length += not length
    while length < len(words) and (_INITIALS.fullmatch(words[length]) or is_particle(words[length].lower())):
        length += 1
    return min(length + 1, len(words))
