"""Where a column of recurring values ends and the title begins, in rows whose cells are run together.

What the rows of a table share decides: values that recur with different neighbours, the words such values end in, a
change from small letters to capitals, a name with a colon. No value is known beforehand. Pure.

In: the words of each row, the column on the left (a column on the right is given reversed). Out: how many words of each
row belong to the column.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from enrich.mentions.shapes.tags import parse_year
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import (
    OPENERS,
    SMALL,
    bare,
    capital_share,
    folded,
    is_acronym,
    is_capital,
    is_lower,
    is_small,
)

Words = Sequence[str]
_LONGEST = 12
_NO_VALUES = frozenset({"-", "–", "—", "N/A", "n/a"})
_CLOSING = ("?", "!", ")")
_LEADING = frozenset({"Proc.", "Proceedings"})  # the first words of venues, and never the last of titles
_NO_LABEL = OPENERS | SMALL | frozenset("you i me only all do does can should will is are not".split())  # noqa: SIM905

# Scores of the signs; one that must not be overruled by any two others gets 6. Tried on 120 generated tables of 14
# fields with 12 to 50 rows, whose cells were run together: chosen on 60 (.997 of the venues and .991 of the labels end
# where they should), held on the other 60 (.994, .991). 4 instead of 3 does as well there, and worse on kept samples.
_RECURS, _NEVER = 3.0, 6.0
# A whole value is followed by ever new words, a part of one by a few over and over: .5 was best on both halves.
_DIVERSITY = 0.5
_WHOLE = 0.8
_BESIDE = 4  # followers of a value beside a column that has few values as well
_FEW_LABELS = 0.25
_OWN_SHARE = 0.4
_FEWEST_OF_SOCIETY, _SOCIETY_SHARE = 3, 0.9  # rows, by judgement


class Affixes:
    """How often each run of words opens a row, and what follows it."""

    def __init__(self, rows: Sequence[Words]) -> None:
        self.followers: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.counts: Counter[tuple[str, ...]] = Counter()
        for words in rows:
            keys = list(map(folded, words[: _LONGEST + 1]))
            for length in range(1, min(len(keys), _LONGEST + 1)):
                key = tuple(keys[:length])
                self.counts[key] += 1
                self.followers[key].add(keys[length])

    def recurs(self, words: Words, fewest: int | None = None) -> bool:
        """Whether the run opens several rows and is followed by ever different words, or by `fewest`: a value, not part
        of a longer one."""
        return self._recurs(tuple(map(folded, words)), fewest)

    def _recurs(self, key: tuple[str, ...], fewest: int | None = None) -> bool:
        least = _DIVERSITY * self.counts[key]
        return len(self.followers[key]) >= max(2, least if fewest is None else min(least, fewest))

    def is_part(self, words: Words, neighbour: str) -> bool:
        """Whether nearly all rows that open with the run go on with the same word, so that the run is part of a
        value."""
        key = tuple(map(folded, words))
        longer = self.counts[(*key, folded(neighbour))]
        return self.counts[key] >= 3 and longer >= _WHOLE * self.counts[key]

    def count(self, words: Words) -> int:
        """How many rows the run opens."""
        return self.counts[tuple(map(folded, words))]

    def heads(self) -> Counter[str]:
        """The last words of recurring runs, with how many rows they open."""
        found: Counter[str] = Counter()
        for key, count in self.counts.items():
            if self._recurs(key):
                found[key[-1]] += count
        return found


def _best(words: Words, score: Callable[[Words, int], float], most: int) -> int:
    lengths = range(1, min(len(words) - 1, most) + 1)
    return max(lengths, key=lambda length: (score(words, length), -length), default=0)


def label_lengths(rows: Sequence[Words], sections: Sequence[str]) -> list[int]:
    """How many words in front of each title are its label (keywords, topic, task). `sections` are the rows'
    headings."""
    affixes = Affixes(rows)
    heads = affixes.heads()

    def score(words: Words, length: int, section: str) -> float:
        label, title = words[:length], words[length:]
        total = -0.15 * length
        if affixes.recurs(label):
            total += _RECURS + 0.2 * min(affixes.count(label), 5)
        if section and " ".join(map(bare, label)).casefold() == section.casefold():
            total += 2
        last, first = label[-1], title[0]
        total -= _NEVER * (is_small(last) or not _may_open_title(first))
        total -= _NEVER * (
            any(":" in word[-1:] for word in label) or last.endswith(("-", "/", "&")) or first[:1] in "&/-"
        )
        total -= 3 * any(bare(word).lower() in _NO_LABEL and word[:1].isupper() for word in label[1:])
        total += 2 * (is_lower(last) and is_capital(first))
        total += 0.7 * (is_acronym(last) and is_capital(first) and not is_acronym(first))
        head = folded(last)
        total += 1.5 * (heads[head] >= 2 or heads[head.rsplit("-", 1)[-1]] >= 2)
        return total + _colon_bonus(title)

    lengths = [
        _best(words, lambda words, length, section=section: score(words, length, section), _LONGEST)  # type: ignore[misc]
        for words, section in zip(rows, sections, strict=True)
    ]
    known = [affixes.recurs(words[:length]) for words, length in zip(rows, lengths, strict=True)]
    if sum(known) < _FEW_LABELS * len(rows):  # labels stand in front of the first title of each group alone
        return [length * is_known for length, is_known in zip(lengths, known, strict=True)]
    return lengths


def _may_open_title(word: str) -> bool:
    return is_capital(word) or word[:1] in "\"“'‘(\\$^" or not word[:1].isascii()


def _colon_bonus(title: Words) -> float:
    """A title is likely to begin with a short name and a colon."""
    for position, word in enumerate(title[:3]):
        if word.endswith(":"):
            return (1.0, 0.6, 0.3)[position]
    return 0.0


def venue_lengths(rows: Sequence[Words], *, reverse: bool) -> list[int]:
    """How many words at the end (`reverse`) or the front of each row name its venue."""
    turned = [list(reversed(words)) if reverse else list(words) for words in rows]
    affixes = Affixes(turned)
    societies = frozenset() if reverse else _societies(turned)
    orders = _orders(turned) if reverse else societies
    sentence_case = _mostly_small(rows)

    def score(words: Words, length: int) -> float:
        venue = words[length - 1 :: -1] if reverse else words[:length]
        name, neighbour = " ".join(venue), words[length]
        recurring = affixes.recurs(words[:length])
        total = -1.0 * (length - 1)
        if recurring:
            total += _RECURS + 1.0 * (length - 1)
        total -= _RECURS * affixes.is_part(words[:length], neighbour)
        total += 2 * (length == 1 and is_acronym(name))
        total += 4 * (length == 2 and venue[0] in orders) - _RECURS * (length == 1 and name in societies)
        journal = length >= 2 and is_capital(venue[0]) and names_publication(name)
        journal |= length >= 3 and venue[0] == "J"  # one of the people's initials may stand in front of one word
        total += (4 + 0.95 * (length - 1)) * journal
        total += (1.2 + 0.9) * (length >= 2 and parse_year(venue[-1]) is not None)
        total -= _NEVER * ((is_small(venue[0]) and venue[0].islower()) or ": " in f"{name} ")
        total -= _NEVER * ((venue[0].endswith(".") and venue[0].islower()) or "al." in venue)  # of a text
        total -= _NEVER * (reverse and neighbour in _LEADING)
        total -= _NEVER * (length > 1 and not _NO_VALUES.isdisjoint(venue))  # of the column beside it
        total -= 4 * (is_lower(venue[0]) and not recurring)
        if reverse:
            leads_on = neighbour.endswith((":", ",", "-", "&")) or (is_small(neighbour) and neighbour.islower())
            total -= _NEVER * leads_on
            ends = is_lower(neighbour) or neighbour.endswith(_CLOSING)
            total += 3 * (sentence_case and ends and capital_share(venue) > 0.7)
        return total

    return [_best(words, score, _LONGEST) for words in turned]


def _orders(turned: Sequence[Words]) -> frozenset[str]:
    """Acronyms that stand before several last words and nowhere else: a society before the names of its venues, which
    hardly any other word stands before."""
    before: dict[str, Counter[str]] = defaultdict(Counter)
    counts: Counter[str] = Counter()
    inside: set[str] = set()
    for words in turned:
        counts[words[0]] += 1
        if len(words) > 2 and is_acronym(words[1]):
            before[words[1]][words[0]] += 1
        inside.update(words[2:])
    return frozenset(
        word
        for word, lasts in before.items()
        if len(lasts) >= 2 and word not in inside and lasts.total() >= _OWN_SHARE * sum(counts[last] for last in lasts)
    )


def _societies(rows: Sequence[Words]) -> frozenset[str]:
    """Acronyms in front that other acronyms stand behind in nearly all rows, not always the same: "IEEE" before "TIP"
    and "TMM". The names that titles begin with stand behind any venue, if less often."""
    behind: dict[str, list[str]] = defaultdict(list)
    for words in rows:
        if len(words) > 2 and is_acronym(words[0]):
            behind[words[0]].append(words[1])
    return frozenset(
        word
        for word, seconds in behind.items()
        if len(seconds) >= _FEWEST_OF_SOCIETY
        and len(set(seconds)) > 1
        and sum(map(_is_abbreviated, seconds)) >= _SOCIETY_SHARE * len(seconds)
    )


def _is_abbreviated(word: str) -> bool:
    """Whether a word is an acronym alone, as those of venues are: no "GAN-based", no "SAM:"."""
    return word.isalnum() and is_acronym(word)


def _mostly_small(rows: Sequence[Words]) -> bool:
    """Whether the titles of a table are written in small letters, so that a capital run at the end is a venue."""
    shares = sorted(capital_share(list(words[1:-2])) for words in rows if len(words) > 6)
    return bool(shares) and shares[len(shares) // 2] < 0.5


def value_lengths(rows: Sequence[Words], *, reverse: bool) -> list[int]:
    """How many words of each row are the value of a column of unknown meaning: the longest recurring run, else none."""
    turned = [list(reversed(words)) if reverse else list(words) for words in rows]
    affixes = Affixes(turned)
    lengths = []
    for words in turned:
        found = [n for n in range(1, min(len(words) - 1, 5) + 1) if affixes.recurs(words[:n])]
        lengths.append(max(found, default=0))
    share = sum(length > 0 for length in lengths)
    return lengths if share >= 0.5 * len(lengths) else [0] * len(lengths)


def closed_lengths(rows: Sequence[Words], *, reverse: bool, beside: bool = False) -> list[int]:
    """How many words of each row are one of the few values of a column: the shortest run that recurs, not a longer one,
    which takes in the ends of titles. `beside` a column of few values too, a whole value has few followers."""
    turned = [list(reversed(words)) if reverse else list(words) for words in rows]
    affixes = Affixes(turned)
    fewest = _BESIDE if beside else None
    return [
        next((n for n in range(1, min(len(words) - 1, 6) + 1) if affixes.recurs(words[:n], fewest)), 0)
        for words in turned
    ]


def repeated_name(words: Words) -> int:
    """How many words in front are a name that the title repeats at once: "ReefNet ReefNet: ..." gives 1; else 0."""
    for length in range(1, min(5, len(words) // 2) + 1):
        name = " ".join(words[:length]).casefold()
        following = re.sub(r":$", "", " ".join(words[length : 2 * length])).casefold()
        if name == following:
            return length
    return 0
