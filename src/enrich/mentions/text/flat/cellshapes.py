"""Cells that may begin or end at a place of a row whose cells run together, by their shape alone.

In: the words of all rows, and what a column is called. Out: the cells that may stand at a place, with what each costs
as a value that no other row has. What a column holds in other rows is not known here. Each place is read once: several
readings of the same rows ask for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from math import log
from typing import NamedTuple

from enrich.mentions.entries.learned.affixes import repeated_name
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.columns import Column
from enrich.mentions.shapes.months import LIKE_MONTH
from enrich.mentions.shapes.tags import parse_year, year_of_date
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import folded, is_acronym, is_capital, is_lower, is_small
from enrich.mentions.text.flat.linkwords import is_link
from enrich.mentions.text.flat.namelists import PLACE, is_initial, name_lists
from enrich.mentions.text.flat.titlewords import BREAK, inner_words, is_abbreviated

DAY = re.compile(
    rf"\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?"
    rf"|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?(?:{LIKE_MONTH} \d{{1,2}}|\d{{1,2}}\.? {LIKE_MONTH})",
    re.I,
)
SHORT_YEAR, _OWN_SHORT_YEAR = re.compile(r"\w['’]\d\d$"), re.compile(r"['’]\d\d")
_COUNT = re.compile(r"[#~≈]?\d[\d.,]*(?:[kKmMbBgG]|%)?\+?|N/?A")
LONGEST, _LONGEST_DATE, _LONGEST_NEW = 6, 4, 4
_LONGEST_NUMBERS, _NUMBERS = 3, re.compile(r"[A-Z]?\d[\dA-Z–-]*[,.:;]?")  # "412, A33"
_SMALL_SHARE = 0.75  # of the words of links at the ends of rows: "Data" ends a title then
_REGION = 24  # words at either end of a row in which the cells of columns stand
_DASHES = frozenset("-–—")
_NONE = frozenset({"None", "none", "N/A", "n/a", "NA", "TBD", "TBA"})  # fills its cell
_CITED = frozenset({"et", "al.", "al"})
_SHAPED = frozenset({Column.DATE, Column.NUMBER, Column.LINK})

# Nats, by judgement, kept by generated tables: what a cell of such a shape costs, and each word of a new value.
_YEAR, _DAY_OR_MONTH, _NO_DATE, _NUMBER, _NO_NUMBER, _DASH = 2.0, 3.0, 4.0, 2.5, 3.5, 2.0
_URL, _LINK, _MORE_LINKS, _RARE_LINK, _NO_LINK, _KNOWN_NO_LINK = 1.0, 2.0, 1.5, 3.0, 10.5, 4.0
_ACRONYM, _CAPITAL, _LOWER, _SMALL, _ABBREVIATED = 7.0, 8.5, 11.5, 6.0, 5.0
_IN_TITLES, _CITING, _NUMERAL, _STOPPED, _SIGNED = 0.7, 12.0, 2.0, 8.0, 5.0
_EDGE, _EDGE_OF_VENUE, _LOWER_VENUE, _LINKED_EDGE, _ONLY_NUMERAL = 3.0, 8.0, 2.5, 3.0, 10.0
_COINED, _NAMED, _LONG_NAME, _REPEATED = 6.0, 8.5, 3.0, 1.5
_PUBLICATION = ((6.0, 7.5), (8.0, 4.0))  # in front, where its end is open, and behind: for itself, and a word


class Cell(NamedTuple):
    """So many words that may be a cell. `shape` is the cost of a value that no other row has, `odd` what a value that
    others have costs besides; `undated` is a venue without its own year, `form` that of a list of names."""

    length: int
    text: str
    shape: float
    odd: float = 0.0
    undated: str = ""
    form: str = ""


class CellShapes:
    """The cells that may stand at places of rows."""

    def __init__(self, rows: Sequence[list[str]]) -> None:
        self.rows = rows
        self._inner = Counter(folded(word) for words in rows for word in inner_words(words))
        self._found: dict[tuple[int, Column, int, bool], list[Cell]] = {}
        links = [words[-1][0].islower() for words in rows if is_link(words[-1]) and words[-1].isalpha()]
        self._small = sum(links) >= _SMALL_SHARE * len(links)
        counts = Counter(text for words in rows for part in _ends(words) for text in runs(part))
        self._known = {text for text, count in counts.items() if count > 1}

    def at(self, row: int, column: Column, place: int, *, reverse: bool) -> list[Cell]:
        """The cells of a column that may end (`reverse`) or begin at a place of a row."""
        key = (row, column, place, reverse)
        if key not in self._found:
            self._found[key] = self._read(self.rows[row], column, place, reverse=reverse)
        return self._found[key]

    def _read(self, words: list[str], column: Column, place: int, *, reverse: bool) -> list[Cell]:
        room = (place if reverse else len(words) - place) - 1
        shift = int(room > 1 and words[place - 1 if reverse else place] == BREAK)
        place += -shift if reverse else shift
        found = []
        longest = LONGEST + _LONGEST_NUMBERS * (column is Column.VENUE)
        for length in range(1, min(longest, room - shift) + 1):
            span = words[place - length : place] if reverse else words[place : place + length]
            if BREAK in span or (
                length > 1 and not _DASHES.isdisjoint(span) and column not in (Column.LINK, Column.OTHER)
            ):
                break
            if cell := self._cell(span, column, behind=reverse, rest=words[place:]):
                found.append(cell._replace(length=length + shift))
        if column is Column.AUTHORS and room > shift:
            lists = name_lists(words, place, self._known_in_titles, reverse=reverse)
            found += [Cell(each.length + shift, "", each.cost, form=each.form) for each in lists]
        return found

    def _known_in_titles(self, word: str) -> float:
        return log(1 + self._inner[folded(word)])

    def _cell(self, span: list[str], column: Column, *, behind: bool, rest: list[str]) -> Cell | None:
        text = " ".join(span)
        if len(span) > 1 and (span[0] in _NONE or span[-1] in _NONE):
            return None
        if column in _SHAPED:
            return self._shaped(span, text, column)
        undated = _without_numbers(span, text) if column is Column.VENUE and len(span) > 1 else ""
        if len(span) > _LONGEST_NEW and not {text, undated} & self._known and not names_publication(text):
            return None
        shape = _DASH if text in _DASHES else self._new(span, text, column, behind=behind, rest=rest)
        edges = {span[0], span[-1]}
        odd = (_EDGE_OF_VENUE if column is Column.VENUE else _EDGE) * sum(_is_small(word) for word in edges)
        odd += _LOWER_VENUE * (column is Column.VENUE and is_lower(span[0])) + _ONLY_NUMERAL * text.isdigit()
        odd += _LINKED_EDGE * (len(span) > 1 and any(map(is_anchor, edges)))
        return Cell(0, text, shape, odd, undated, PLACE if column is Column.AUTHORS else "")

    def _shaped(self, span: list[str], text: str, column: Column) -> Cell | None:
        """A date, a number or what is left of links; None if it has another shape."""
        if column is Column.LINK:
            return self._link(span, text)
        if column is Column.NUMBER:
            cost = _NUMBER if _COUNT.fullmatch(text) else _NO_NUMBER if text in _DASHES else None
        else:
            inner = text.strip("()[],.")
            cost = _YEAR if year_of_date(inner) else _DAY_OR_MONTH if DAY.fullmatch(inner) else None
            cost = _NO_DATE if text in _DASHES else cost
        longest = 1 if column is Column.NUMBER else _LONGEST_DATE
        return None if cost is None or len(span) > longest else Cell(0, text, cost)

    def _link(self, span: list[str], text: str) -> Cell | None:
        """Words of links, or others: "PyTorch"; not both, and no sign for none beside another."""
        told = sum(is_link(word) and not (self._small and word[0].isupper()) for word in span)
        if 0 < told < len(span) or (len(span) > 1 and _DASHES.issuperset(span)):
            return None
        if not told:
            return Cell(0, text, _NO_LINK * len(span) + _LINK, _KNOWN_NO_LINK * len(span))
        rare = _RARE_LINK * sum(word not in self._known for word in span)
        return Cell(0, text, _URL if text.startswith("http") else _LINK + _MORE_LINKS * (len(span) - 1) + rare)

    def _new(self, span: list[str], text: str, column: Column, *, behind: bool, rest: list[str]) -> float:
        """The cost of a value that no other row has."""
        cost = sum(map(_word_cost, span)) + _STOPPED * any(_is_small(word) for word in (span[0], span[-1]))
        cost += _IN_TITLES * sum(map(self._known_in_titles, span)) * (len(span) <= 2)
        cost += _STOPPED * (column is not Column.TAGS and any(word.endswith((":", ",")) for word in span))
        cost += _SIGNED * (span[0][0] in "&/)-") + _STOPPED * all(map(is_initial, span))
        if column is Column.VENUE:
            own, word = _PUBLICATION[behind]
            if len(span) > 1 and names_publication(text):
                return min(cost, own + word * len(span)) + _STOPPED * is_small(span[-1])
            return cost - (len(span) == 1 and is_acronym(text))
        if column is Column.NAME:
            return min(cost + _LONG_NAME * (len(span) > 1), self._name(span, text, rest))
        return cost

    def _name(self, span: list[str], text: str, rest: list[str]) -> float:
        """The cost of what authors call their method: one odd word, or what the title in front of it begins with."""
        if repeated_name(rest) == len(span):
            return _REPEATED
        if len(span) > 1 or not is_capital(text):
            return _LOWER * len(span)
        coined = is_acronym(text) or any(letter.isdigit() for letter in text)
        return (_COINED if coined else _NAMED) + _IN_TITLES * self._known_in_titles(text)


def runs(words: Sequence[str]) -> set[str]:
    """All runs of words that may be a value."""
    found = set()
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            if words[end - 1] in _CITED or words[end - 1] == BREAK or words[end - 1].startswith("http"):
                break
            found.add(" ".join(words[start:end]))
    return found


def _ends(words: Sequence[str]) -> Sequence[Sequence[str]]:
    return [words] if len(words) <= 2 * _REGION else [words[:_REGION], words[-_REGION:]]


def _word_cost(word: str) -> float:
    extra = _CITING * (word in _CITED or word.startswith("http")) + _NUMERAL * word.strip("()").isdigit()
    if is_initial(word) or is_abbreviated(word):
        return _ABBREVIATED + extra
    if _is_small(word):
        return _SMALL + extra
    return (_LOWER if is_lower(word) else _ACRONYM if is_acronym(word) else _CAPITAL) + extra


def _is_small(word: str) -> bool:
    return is_small(word) and word.islower()


def _without_numbers(span: list[str], text: str) -> str:
    """A venue without its year, or the volume and page behind it; "" if it has none."""
    behind = span[1:][-_LONGEST_NUMBERS:]
    count = sum(1 for _ in takewhile(_NUMBERS.fullmatch, reversed(behind)))
    return _without_year(span, text) or (" ".join(span[:-count]) if count > 1 else "")


def _without_year(span: list[str], text: str) -> str:
    """A venue without the year in front or behind; "" if it has none."""
    if parse_year(span[-1].strip("()[],.")):
        return " ".join(span[:-1])
    if parse_year(span[0].strip("()[],.")):
        return " ".join(span[1:])
    if _OWN_SHORT_YEAR.fullmatch(span[-1]):
        return " ".join(span[:-1])
    return text if SHORT_YEAR.search(span[-1]) else ""
