"""How the sentences of a guided tour begin: "Start with A Title by Roe (ICES 2019)", "We also like A Title by Poe ...".

In: rows. Out: rows that begin with their titles. No opening is known beforehand: a page has a few that come again and
again in small letters, and go on with ever new capitals. Pure; cost is linear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.shapes.words import is_small
from enrich.mentions.text.lines.rows import Row

_SHORTEST, _LONGEST = 2, 10  # words of an opening
_HEAD = 400  # characters in which a title and its year stand
# By judgement: an opening comes again, its followers differ so much, so many of them are capitals, and so many of the
# rows with a year begin with one that no titles have, several of these coming often.
_FEWEST, _DIFFERENT, _CAPITALS = 2, 0.4, 0.8
_OFTEN, _FEWEST_OPENINGS, _SHARE = 3, 2, 0.6


def drop_openings(rows: Sequence[Row]) -> None:
    """Takes the openings off the rows that have one, where most rows with a year do."""
    dated = [row for row in rows if "(" in (head := row.text[:_HEAD]) and may_state_year(head)]
    words = [row.text.split(None, _LONGEST + 1) for row in dated]
    found = list(_openings(words)) if len(dated) >= _OFTEN * _FEWEST_OPENINGS else []
    said = [len(group) for length, group in found if _is_said(words[group[0]][:length])]
    if sum(count >= _OFTEN for count in said) < _FEWEST_OPENINGS or sum(said) < _SHARE * len(dated):
        return
    for length, group in found:
        for at in group:
            dated[at].cut_front(dated[at].text.index(words[at][length], len(" ".join(words[at][:length]))))


def _openings(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, list[int]]]:
    """`(words, rows)` of each opening: how many words it has, and the positions of the rows that begin with it."""
    waiting = [(0, list(range(len(rows))))]
    while waiting:
        length, group = waiting.pop()
        groups: dict[str, list[int]] = defaultdict(list)
        for at in group:
            if len(rows[at]) > length + 1:
                groups[rows[at][length]].append(at)
        different = length >= _SHORTEST and len(groups) >= max(_FEWEST, _DIFFERENT * len(group))
        if different and _go_on_in_capitals(rows, group, length):
            yield length, [at for at in group if len(rows[at]) > length]
        elif length < _LONGEST:
            waiting += [
                (length + 1, same) for word, same in groups.items() if len(same) >= _FEWEST and _fits(word, length)
            ]


def _is_said(opening: Sequence[str]) -> bool:
    """Whether an opening is of a sentence: "We also recommend", not "On the" or "How to", which titles have, too."""
    return any(not is_small(word) for word in opening[1:])


def _fits(word: str, place: int) -> bool:
    """Whether a word can stand in an opening: small letters but for the first."""
    return word == word.lower() if place else word[:1].isupper()


def _go_on_in_capitals(rows: Sequence[Sequence[str]], group: list[int], length: int) -> bool:
    return sum(not rows[at][length][:1].islower() for at in group if len(rows[at]) > length) >= _CAPITALS * len(group)
