"""Lists of names that begin or end at a place of a row whose cells run together, each in one form: "J. Roe & M. Poe",
"Roe, J., Poe, M.", "Roe J, Poe M", "Jane Roe, Max Poe", "Roe et al.".

In: the words of a row and a place. Out: how many words such a list has, its form, and how unlikely its words are. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from enrich.mentions.shapes.names import NO, author_likeness, is_particle

# Kinds of words: initials, a capital or a few without stops, capitalised words, particles, and what is in no name.
_INITIALS, _BARE, _NAME, _PARTICLE, _OTHER = "IBCPX"
_SHAPES = (
    (_INITIALS, re.compile(r"(?:[^\W\d_a-z][a-z]?\.-?)+[,;]?")),
    (_PARTICLE, re.compile(r"[a-z]\.")),
    (_BARE, re.compile(r"[^\W\d_a-z]{1,3}[,;]?")),
    (_NAME, re.compile(r"(?:[dDO]['’])?[^\W\d_a-z][^\W\d_]+(?:['’‐-][^\W\d_]+)*[,;]?")),
)
# The forms of one name by the kinds of its words, and what a name of that form costs before the rows tell: in nats,
# as all costs here. Those that more words might be are dearer.
FORMS = {
    "initials": (re.compile(r"(?:I+|B)P*C|I+P*B"), 0.8),
    "initials, two names": (re.compile(r"I+P*CC"), 3.5),
    "bare initials behind": (re.compile(r"P*CB"), 1.2),
    "bare initials behind two names": (re.compile(r"P*CCB"), 4.5),
    "family first": (re.compile(r"P*[BC],(?:I+|B)"), 1.0),
    "two family names first": (re.compile(r"P*CC,(?:I+|B)"), 2.5),
    "family first, in full": (re.compile(r"P*C,C[IB]*|P*C,CC[IB]*"), 3.0),
    "family": (re.compile(r"P*C"), 2.3),
    "full": (re.compile(r"C[IB]*P*C"), 1.6),
    "full, three names": (re.compile(r"CC?P*C|CC?IP*C|C[IB]*C?P*C"), 3.0),  # or some of several
    "full, four names": (re.compile(r"CC?C?P*C"), 4.5),
}
PLACE = "place"  # no names: where people work
# What a column of people may hold in the main.
HABITS = (
    ("initials", "initials, two names"),
    ("bare initials behind", "bare initials behind two names"),
    ("family first", "two family names first"),
    ("family first, in full",),
    ("full", "full, three names", "full, four names"),
    ("family",),
    (PLACE,),
)
_COSTS = {_INITIALS: 1.5, _BARE: 3.5, _PARTICLE: 2.5}
_NEW_NAME, _NO_NAME, _SEPARATED, _OTHERS = 6.5, 3.0, 0.7, -2.5  # by judgement, kept by generated tables
_AND, _SEPARATORS = frozenset({"and", "&"}), (",", ";")
_LONGEST_NAME, _MOST_NAMES = 6, 120
_FOR_GROUP, _FEWEST_OF_GROUP, _MOST_OF_GROUP = ("(for", "(on"), 3, 9  # words


class NameList(NamedTuple):
    """So many words at a place that may be a list of names."""

    length: int
    form: str
    cost: float


@lru_cache(maxsize=65536)
def _kind(word: str) -> str:
    return next((kind for kind, shape in _SHAPES if shape.fullmatch(word)), _PARTICLE if is_particle(word) else _OTHER)


@lru_cache(maxsize=65536)
def _word_cost(word: str) -> float:
    kind = _kind(word)
    if kind != _NAME:
        return _COSTS[kind]
    return _NEW_NAME + _NO_NAME * (author_likeness(f"{word.strip(',;')} Roe et al.") == NO)


def is_initial(word: str) -> bool:
    """Whether a word is initials with stops."""
    return _kind(word) == _INITIALS


def name_lists(words: Sequence[str], at: int, known: Callable[[str], float], *, reverse: bool) -> Iterator[NameList]:
    """All lists of names that end (`reverse`) or begin at a place. `known` is what a word of a name costs further for
    standing in titles."""
    others = _others_before(words, at) if reverse else 0
    for family_first in (False, True):
        parts = list(_parts(words, at - others, reverse=reverse, family_first=family_first))
        for form, (shape, _) in FORMS.items():
            if ("first" in form) is family_first:
                for length, cost in _lists(words, parts, shape, known, reverse=reverse):
                    more = others if reverse else _others_behind(words, at + length)
                    yield NameList(length + more, form, cost + (_OTHERS if more else 0))


def _lists(
    words: Sequence[str],
    parts: Sequence[tuple[int, int, bool]],
    shape: re.Pattern[str],
    known: Callable[[str], float],
    *,
    reverse: bool,
) -> Iterator[tuple[int, float]]:
    """`(length, cost)` of lists of one form: all parts but the innermost are a name each, which goes up to an edge of
    that one."""
    outer = (parts[0][1] if reverse else parts[0][0]) if parts else 0
    total = 0.0
    for start, end, closed in parts:
        whole = None
        for size in range(1, end - start + 1):
            first, last = (end - size, end) if reverse else (start, start + size)
            if shape.fullmatch(_kinds(words, first, last)):
                cost = total + sum(
                    _word_cost(word) + known(word) * (_kind(word) == _NAME) for word in words[first:last]
                )
                yield (outer - first if reverse else last - outer), cost
                whole = cost if size == end - start else None
        if whole is None or not closed:
            return
        total = whole + _SEPARATED


def _kinds(words: Sequence[str], start: int, end: int) -> str:
    """The kinds of words, with the comma behind a family's name."""
    kinds = [_kind(word) for word in words[start:end]]
    inner = (kind + "," * word.endswith(",") for kind, word in zip(kinds[:-1], words[start:end], strict=False))
    return "".join(inner) + kinds[-1]


def _parts(words: Sequence[str], at: int, *, reverse: bool, family_first: bool) -> Iterator[tuple[int, int, bool]]:
    """`(start, end, closed)` of what stands between commas and "and" from a place on. `closed` says that one more
    follows."""
    step = -1 if reverse else 1
    for _ in range(_MOST_NAMES):
        end = at
        while 0 <= (place := end - reverse) < len(words) and abs(end - at) < _LONGEST_NAME:
            if words[place] in _AND or _kind(words[place]) == _OTHER:
                break
            if reverse and end < at and _separates(words, place, family_first=family_first):
                break
            end += step
            if not reverse and _separates(words, place, family_first=family_first):
                break
        beyond = end - reverse
        joined = 0 <= beyond < len(words) and words[beyond] in _AND
        comma = end - 1 if 0 < end <= len(words) else 0
        closed = joined or (end != at and bool(comma) and words[comma].endswith(_SEPARATORS))
        if end == at:
            return
        yield (end, at, closed) if reverse else (at, end, closed)
        at = end + step * joined
        if not closed:
            return


def _separates(words: Sequence[str], place: int, *, family_first: bool) -> bool:
    """Whether the sign behind a word stands between names, not between a family's name and a given one."""
    if not words[place].endswith(_SEPARATORS):
        return False
    if words[place].endswith(";") or not family_first or place + 1 >= len(words):
        return True
    return _kind(words[place]) == _INITIALS or _kind(words[place + 1]) not in (_INITIALS, _BARE, _NAME)


def _others_before(words: Sequence[str], at: int) -> int:
    """How many words of "et al.", or of a group that people write for, stand before a place."""
    if at > 1 and words[at - 1].rstrip(",;.") == "et.al":
        return 1
    if at > 2 and words[at - 2] == "et" and words[at - 1].rstrip(",;.") == "al":
        return 2
    return next((n for n in range(_FEWEST_OF_GROUP, min(at, _MOST_OF_GROUP) + 1) if _is_group(words[at - n : at])), 0)


def _others_behind(words: Sequence[str], at: int) -> int:
    if words[at : at + 1] == ["et"] and [word.rstrip(",;.") for word in words[at + 1 : at + 2]] == ["al"]:
        return 2
    sizes = range(_FEWEST_OF_GROUP, min(len(words) - at, _MOST_OF_GROUP) + 1)
    return next((n for n in sizes if _is_group(words[at : at + n])), 0)


def _is_group(words: Sequence[str]) -> bool:
    """Whether words name a group: "(for the Tern Collaboration)", "(on behalf of all keepers)"."""
    return words[0] in _FOR_GROUP and words[-1].endswith(")") and not any(")" in word for word in words[:-1])
