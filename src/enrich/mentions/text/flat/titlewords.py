"""What it costs to say that words of a run-together row are its title, by the titles of all rows.

In: rows, and their titles once these are told. Out: costs in nats: words that other titles have are cheap, as is where
titles begin and end. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, log

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.tags import parse_year
from enrich.mentions.shapes.words import folded, is_capital, is_lower, is_small
from enrich.mentions.text.flat.namelists import is_initial

BREAK = "\u240a"  # a word of its own between the lines of a row
_UNSEEN = 1000  # words that titles have beside those seen: a title in a small table has mostly new ones
_OWN, _ANY, _EVER, _SMALL = 0.7, 0.3, 0.5, 0.02  # weights of a word's counts
_LARGEST = 2.0
_SHORT_TITLE = 3
# Nats, by judgement, kept by generated tables: signs that a word is none of a title, or does not begin or end one.
_INITIAL, _ABBREVIATION, _URL, _DASHED, _OTHERS = 3.0, 3.0, 20.0, 2.0, 12.0
_OPENS_INSIDE, _OPENS = 3.5, -4.0
_BEGINS_SMALL, _BEGINS_SIGN, _BEGINS_YEAR = 2.5, 10.0, 5.0
_ENDS_SMALL, _ENDS_SIGN, _ENDS_LEADING, _ASKS, _SHORT, _LINK_ALONE = 7.0, 8.0, 6.0, -2.0, 2.0, 15.0
_LEADING = frozenset({"Proc.", "Proceedings"})  # the first words of venues, and never the last of titles
_DASHES = frozenset("-–—")


class TitleWords:
    """The words of titles, counted. Before titles are told, those in the midst of rows stand for them."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self._any = Counter(word for words in rows for word in {folded(word) for word in words})
        self._rows = len(rows)
        self._count([inner_words(words) for words in rows], ends=False)

    def learn(self, titles: Sequence[Sequence[str]]) -> None:
        """Counts the words of titles told."""
        self._rows = len(titles)
        self._count(titles, ends=True)

    def _count(self, titles: Sequence[Sequence[str]], *, ends: bool) -> None:
        self._own = Counter(word for words in titles for word in {folded(word) for word in words})
        self._total = self._own.total()
        self._last = Counter(folded(words[-1]) for words in titles if words) if ends else Counter()
        inside = [word for words in titles for word in words[1:] if not is_small(word)]
        capitals, lower = sum(map(is_capital, inside)), sum(map(is_lower, inside))
        self._capitals = (capitals + 1) / (capitals + lower + 2)
        self._costs: dict[str, float] = {}

    def sums(self, words: Sequence[str]) -> list[float]:
        """What the words before each place cost as words of a title."""
        found, last = [0.0], ":"
        for word in words:
            opens = is_small(word) and word[0].isupper() and last[-1] not in ":?.!-–—\"'(/"
            found.append(found[-1] + self._word(word) + _OPENS_INSIDE * opens)
            last = word
        return found

    def begin(self, words: Sequence[str], at: int) -> float:
        """What it costs that a title begins at a place."""
        word = words[at]
        if word[0] in "&),.;:/-":
            return _BEGINS_SIGN
        if parse_year(word):  # more often that of the venue before it
            return _BEGINS_YEAR
        if is_small(word) and word[0].isupper():
            return _OPENS
        return _BEGINS_SMALL * (is_lower(word) or (is_small(word) and word.islower()))

    def end(self, words: Sequence[str], start: int, at: int) -> float:
        """What it costs that a title from `start` on ends before a place; cheap where others end so."""
        word = words[at - 1]
        own = exp(-self._word(word))
        cost = -log((own + self._last[folded(word)] / self._rows) / 2 / own) if self._last else 0.0
        cost += _ENDS_SMALL * (is_small(word) and word.islower()) + _ENDS_SIGN * (word[-1] in ":,;-–/&")
        cost += _ENDS_LEADING * (word in _LEADING) + _ASKS * (word[-1] in "?!")
        cost += _LINK_ALONE * (at - start == 1 and is_anchor(word))
        return cost + _SHORT * max(0, _SHORT_TITLE - (at - start))

    def _word(self, word: str) -> float:
        if word not in self._costs:
            self._costs[word] = self._cost(word)
        return self._costs[word]

    def _cost(self, word: str) -> float:
        if word == BREAK:
            return 0.0
        if word in ("al.", "al", "et"):
            return _OTHERS
        seen = _OWN * self._own[folded(word)] + _ANY * self._any[folded(word)] + _SMALL * self._total * is_small(word)
        cost = log((self._total + _UNSEEN) / (seen + _EVER))
        if is_lower(word):
            cost += -log(1 - self._capitals) - log(2)
        elif is_capital(word) and not is_small(word):
            cost += min(-log(self._capitals) - log(2), _LARGEST)
        if is_initial(word):
            cost += _INITIAL if len(word) == 2 else _ABBREVIATION
        elif is_abbreviated(word):
            cost += _ABBREVIATION
        return cost + _URL * word.startswith("http") + _DASHED * (word in _DASHES)


def is_abbreviated(word: str) -> bool:
    """Whether a word is cut short as names of journals are: "Comput."."""
    return len(word) > 2 and word[0].isupper() and word.endswith(".") and word[1:-1].replace("-", "").isalnum()


def inner_words(words: Sequence[str]) -> Sequence[str]:
    """The words in the midst of a row, which are of its title in most tables."""
    return words[len(words) // 5 : len(words) * 3 // 5 + 1]
