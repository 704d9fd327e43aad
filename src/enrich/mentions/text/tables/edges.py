"""How many words at an edge of a run-together row are names of people, told by their shape and the commas between.

In: the words of a row. Out: a number of words. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from enrich.mentions.shapes.names import NO, author_likeness, is_particle
from enrich.mentions.shapes.words import is_capital, is_lower

_INITIAL = re.compile(r"[A-Z]\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,4}\.-?)+|[A-Z]")  # "J.", "Yu.", "J.-P."
_AL = re.compile(r"et al\.?,?|et\. al\.?,?")
_LONGEST_LIST = 160  # words
_OTHERS = 3  # words of "Roe et al."
# By judgement: titles in capitals hide most lone surnames, but not all.
_FEWEST_OTHERS, _LONE_SHARE = 4, 0.15


def people_length(words: list[str], *, reverse: bool) -> int:
    """The words of the authors behind (`reverse`) or in front of a title; 0 if none are seen."""
    return _authors_behind(words) if reverse else _authors_before(words)


def surname_lengths(rows: Sequence[Sequence[str]]) -> list[int] | None:
    """The words of the surnames behind the titles of all rows: "Roe et al.", "Roe and Moe", "Roe". None where rows name
    people in full: then a first name stands in front of all surnames, and no word in small letters does."""
    others = [words for words in rows if len(words) > _OTHERS + 1 and words[-1].startswith("al")]
    lone = sum(is_lower(words[-_OTHERS - 1]) for words in others)
    if len(others) < _FEWEST_OTHERS or lone < _LONE_SHARE * len(others):
        return None
    return [_surname_length(words) for words in rows]


def _surname_length(words: Sequence[str]) -> int:
    joined = words[-1].startswith("al") or (len(words) > _OTHERS and words[-2] in ("and", "&"))
    length = _OTHERS if joined else 1
    while length < len(words) - 1 and is_particle(words[-length - 1]) and words[-length - 1].islower():
        length += 1
    return length


def _authors_behind(words: list[str]) -> int:
    """Names at the end: from two words before their first comma, or the name before "et al."."""
    commas = [index for index, word in enumerate(words) if word.endswith((",", ";"))]
    for index in commas:
        for size in (2, 3, 1):
            start = index - size + 1
            if start > 0 and author_likeness(" ".join(words[start:])):
                return len(words) - _first_name(words, start)
    for size in (4, 3, 5):
        tail = " ".join(words[-size:])
        if len(words) > size and author_likeness(tail) and (" et al" in tail or " and " in tail or "&" in tail):
            return size
    if len(words) <= 4 or author_likeness(" ".join(words[-2:]) + " et al.") == NO:
        return 0
    return len(words) - _first_name(words, len(words) - 2)


def _first_name(words: list[str], start: int) -> int:
    """Where the first name begins that goes on at `start`: an initial or a particle in front belongs to it, and what is
    capitalised behind a title in small letters."""
    if start > 2 and (_INITIAL.fullmatch(words[start]) or _INITIAL.fullmatch(words[start - 1])):
        return start - 1 - bool(_INITIAL.fullmatch(words[start - 1]))
    if start > 2 and is_particle(words[start - 1]):
        return start - 2
    return start - 1 if start > 2 and is_capital(words[start - 1]) and is_lower(words[start - 2]) else start


def _authors_before(words: list[str]) -> int:
    """Names in front: all up to the last comma that stands behind names, and one name more, or "et al."."""
    length = 0
    for index, word in enumerate(words[: min(len(words) - 1, _LONGEST_LIST)], start=1):
        if word.endswith((",", ";")):
            if not _are_names(words[:index]):
                break
            length = index
    while True:
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
