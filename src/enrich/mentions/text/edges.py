"""How many words at an edge of a run-together row are names of people, told by their shape and the commas between.

In: the words of a row. Out: a number of words. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.text.names import NO, author_likeness, is_particle
from enrich.mentions.text.words import is_capital, is_lower

_INITIAL = re.compile(r"[A-Z]\.?")
_LONGEST_LIST = 160  # words


def people_length(words: list[str], *, reverse: bool) -> int:
    """The words of the authors behind (`reverse`) or in front of a title; 0 if none are seen."""
    return _authors_behind(words) if reverse else _authors_before(words)


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
    """Names in front: up to two words behind their last comma or "and"."""
    best = 0
    for length in range(1, min(len(words) - 1, _LONGEST_LIST)):
        text = " ".join(words[:length])
        if text.endswith((",", ";")):
            if best and not author_likeness(text):
                break
            continue
        if author_likeness(text) and (best == 0 or re.search(r"(?:[,;]|\band|&|al\.?)\s*(?:\S+\s+){0,1}\S+$", text)):
            best = length
        elif best and length > best + 5:
            break
    return best
