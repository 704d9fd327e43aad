"""Brackets one behind another in front of titles, and a year before them: "2019 (Sand Lab) (ICRA) [HexaTree] A Title".

In: the texts of a page, then one of them. Out: which of those values are places, then what stands in front and the
title. Nothing in the brackets is known beforehand: places come again, names of methods do not, and where two values
that come again stand in one text, their order tells which is the place. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.tags import YEAR, Tag, parse_tag, parse_venue

_GROUP = r"[*_]*(?:\([^()]{2,48}\)|\[[^\[\]]{2,48}\])[*_]*"
_STACK = re.compile(rf"\s*(?:(?P<year>{YEAR})[\s,:|-]+)?(?P<groups>{_GROUP}(?:\s*{_GROUP})*)[\s:]*(?=[^\s(\[]\S*\s+\S)")
_INNER = re.compile(r"(?P<sign>[(\[])(?P<value>[^()\[\]]+)[)\]]")
_LONGEST = 240  # letters of a text that are looked at
# Of the texts of a page, so many begin so; of the values that come again, so many are unlike each other. By judgement.
_FEWEST, _SHARE, _UNLIKE = 8, 0.4, 0.6


class Stack(NamedTuple):
    """What stands in front of a title, and the title."""

    tag: Tag
    labels: tuple[str, ...]
    title: str


def learn_stacks(texts: Sequence[str]) -> frozenset[str] | None:
    """The places in brackets in front of titles, in small letters; None where most titles have no stack in front."""
    found = [match for text in texts if (match := _stack_of(text))]
    if len(found) < max(_FEWEST, _SHARE * len(texts)) or not any(match["year"] for match in found):
        return None
    stacks = [[(inner["sign"], inner["value"]) for inner in _INNER.finditer(match["groups"])] for match in found]
    signs = {sign for sign in "([" if _recur([value for inner in stacks for own, value in inner if own == sign])}
    return frozenset(_places([[value for sign, value in inner if sign in signs] for inner in stacks]))


def split_stack(text: str, places: Collection[str]) -> Stack | None:
    """What stands in front of the title of `text`, the last of `places` as its venue; None if there is no stack."""
    match = _stack_of(text)
    if not match:
        return None
    tag, labels = Tag(None, int(match["year"]) if match["year"] else None), list[str]()
    for inner in _INNER.finditer(match["groups"]):
        value = inner["value"].strip()
        stated = parse_tag(value)
        if value.casefold() in places:
            tag = Tag(value, tag.year)
        elif stated and stated.year:
            tag = Tag(stated.venue or tag.venue, stated.year)
        elif inner["sign"] == "[" and not is_anchor(value):
            labels.append(value)
    return Stack(tag, tuple(labels), text[match.end() :])


def _stack_of(text: str) -> re.Match[str] | None:
    """Brackets in front, more than one or with a year before them."""
    match = _STACK.match(text[:_LONGEST])
    return match if match and (match["year"] or len(_INNER.findall(match["groups"])) > 1) else None


def _recur(values: Sequence[str]) -> bool:
    return bool(values) and len(set(map(_folded, values))) <= _UNLIKE * len(values)


def _places(stacks: Sequence[Sequence[str]]) -> Iterator[str]:
    """Of values that come again, those that stand on the side where more are told by themselves, as far as others stand
    beside them."""
    several = [values for values in stacks if len(values) > 1]
    begin, end = (sum(parse_venue(values[at].strip()) is not None for values in several) for at in (0, -1))
    at = 0 if begin > end else -1
    own = Counter(_folded(values[at]) for values in several)
    beside = Counter(_folded(value) for values in several for value in values) - own
    return (value for value in map(_folded, chain.from_iterable(stacks)) if own[value] >= beside[value])


def _folded(value: str) -> str:
    return value.strip().casefold()
