"""Rows of a table whose cells run together, cut into cells where all rows are described in the fewest words.

In: the words of all rows, and what their columns are called. Out: the cells of each row. A value that many rows have is
said once; words that other titles have are cheap in titles; so the cuts that cost least are those that the rows have in
common (minimum description length). Cutting and counting take turns. Pure; cost is linear.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from enrich.mentions.shapes.columns import Column
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.text.flat.cellshapes import Cell, CellShapes, runs
from enrich.mentions.text.flat.namelists import FORMS, HABITS, PLACE
from enrich.mentions.text.flat.titlewords import BREAK, TitleWords

# Nats, by judgement, kept by generated tables: a word in the list of a column's values, a first guess that a cell is
# empty, that its value is of the column, or new, or states its year; and what readings cost at most beyond the best.
_LISTED, _EMPTY, _GUESSED, _NEW, _DATED, _BEAM = 6.0, 3.5, 1.0, 1.0, 3.0, 15.0
_USUAL, _LESS_USUAL, _UNUSUAL, _PLACES = 0.3, 1.5, 5.0, 3.0  # forms of names
_YEAR_AND_WORD = 10.5  # what the year in a venue's cell costs as a word of a new value
_UNREADABLE = 1000.0
_WIDTH, _PEOPLE_WIDTH = 4, 14  # words in which the values of a column are looked for at first
_SAMPLE = 16  # rows that tell the form of names
_ROUNDS, _LEARNED = 3, 400  # times that rows are read, and how many of them tell what columns hold
_LONGEST_END = 3  # words of titles beside values
_SHAPED = (Column.DATE, Column.NUMBER)
Paths = dict[int, tuple[float, tuple[Cell, ...]]]
_NOTHING = Cell(0, "", 0.0)


class Reading(NamedTuple):
    """One row: the cost of its cells, where its title begins and ends, and the cells of the other columns in order."""

    cost: float
    start: int
    end: int
    cells: tuple[Cell, ...]


class Segments:
    """The cells of rows, and what the columns hold as far as it is known."""

    def __init__(
        self, rows: Sequence[list[str]], columns: Sequence[Column], title_at: int, shapes: CellShapes | None = None
    ) -> None:
        self._rows, self.columns, self.title_at = rows, columns, title_at
        self._titles = TitleWords(rows)
        self._shapes = shapes or CellShapes(rows)
        self._others = [at for at in range(len(columns)) if at != title_at]
        self._values: dict[int, Counter[str]] = {}
        self._total = 2.0 * len(self._rows)
        self._guess = _GUESSED
        self._empty = dict.fromkeys(self._others, _EMPTY)
        self._new = dict.fromkeys(self._others, _NEW)
        self._dated = dict.fromkeys(self._others, _DATED)
        self._forms = {at: {form: cost for form, (_, cost) in FORMS.items()} | {PLACE: _PLACES} for at in self._others}
        self.cost = 0.0  # of all rows, as last read
        for side in (self._others[:title_at], self._others[title_at:]):
            self._begin(side)
        for at in self._others:
            if columns[at] is Column.AUTHORS:
                self._settle_form(at)

    def read(self, rounds: int = _ROUNDS) -> list[dict[int, list[str]]]:
        """The words of the cells of each row, by column: some rows tell what the columns hold, then all are read."""
        some = sampled(range(len(self._rows)), _LEARNED)
        for _ in range(rounds - 1):
            readings = [self._read_row(at) for at in some]
            self._learn(readings, [self._cells_of(self._rows[at], r) for at, r in zip(some, readings, strict=True)])
        readings = [self._read_row(at) for at in range(len(self._rows))]
        self.cost = sum(reading.cost for reading in readings)
        return [self._cells_of(words, reading) for words, reading in zip(self._rows, readings, strict=True)]

    def _begin(self, side: Sequence[int]) -> None:
        """At first, any run of words that comes again near an end of rows may be a value of the columns there."""
        width = 1 + sum(_PEOPLE_WIDTH if self.columns[at] is Column.AUTHORS else _WIDTH for at in side)
        behind = bool(side) and side[0] > self.title_at
        counts = Counter(run for words in self._rows for run in runs(words[-width:] if behind else words[:width]))
        again = Counter({run: count for run, count in counts.items() if count > 1})
        self._values |= dict.fromkeys(side, again)

    def _settle_form(self, column: int) -> None:
        """Takes the form that most names of a column are likely to have: the one that rows cost least with."""
        rows = sampled(range(len(self._rows)), _SAMPLE)

        def cost(habit: Sequence[str]) -> float:
            costs = {form: _USUAL + habit.index(form) * _LESS_USUAL for form in habit}
            self._forms[column] = {form: costs.get(form, _UNUSUAL) for form in (*FORMS, PLACE)}
            return sum(self._read_row(at).cost for at in rows)

        cost(min(HABITS, key=cost))

    def _read_row(self, row: int) -> Reading:
        """The cheapest cells of a row."""
        words = self._rows[row]
        sums = self._titles.sums(words)
        fronts: Paths = {0: (0.0, ())}
        for column in range(self.title_at):
            fronts = self._extend(fronts, row, column, sums)
        ends: Paths = {len(words): (0.0, ())}
        for column in range(len(self.columns) - 1, self.title_at, -1):
            ends = self._extend(ends, row, column, sums)
        begins = {
            at: cost - sums[at] + self._titles.begin(words, at) for at, (cost, _) in fronts.items() if at < len(words)
        }
        likely = (
            (cost + before + sums[end] + self._titles.end(words, start, end), start, end)
            for end, (cost, _) in ends.items()
            for start, before in begins.items()
            if start < end
        )
        found = min(likely, default=None)
        if found is None:
            return Reading(_UNREADABLE, 0, len(words), (_NOTHING,) * len(self._others))
        cost, start, end = found
        return Reading(cost, start, end, fronts[start][1] + ends[end][1])

    def _extend(self, paths: Paths, row: int, column: int, sums: Sequence[float]) -> Paths:
        """The paths with one more cell each; those are dropped that cost far more than the best, their words as words
        of titles taken off."""
        behind = column > self.title_at
        sign = 1 if behind else -1
        found: Paths = {}
        for at, (cost, cells) in paths.items():
            for cell, more in self._candidates(row, column, at, behind=behind):
                place = at - sign * cell.length
                if 0 <= place < len(sums) and (place not in found or cost + more < found[place][0]):
                    found[place] = (cost + more, (cell, *cells) if behind else (*cells, cell))
        left = abs(column - self.title_at) > 1  # a cell of the next column is not taken off the words of titles yet
        best = min(cost + sign * sums[at] for at, (cost, _) in found.items()) + _BEAM * (1 + left)
        return {at: path for at, path in found.items() if path[0] + sign * sums[at] <= best}

    def _candidates(self, row: int, column: int, at: int, *, behind: bool) -> list[tuple[Cell, float]]:
        """The cells that may stand at a place, each with its cost, by what other rows have in the column."""
        kind, values, forms = self.columns[column], self._values[column], self._forms[column]
        new = 0.0 if kind in _SHAPED else self._new[column]
        found = [(_NOTHING, self._empty[column])]
        for cell in self._shapes.at(row, kind, at, reverse=behind):
            cost = cell.shape + (new if cell.text else 0.0)
            if values[cell.text] > 1:
                cost = min(cost, self._listed(cell.text, values) + cell.odd)
            if cell.undated:
                known = (
                    self._listed(cell.undated, values) + cell.odd if values[cell.undated] > 1 else cost - _YEAR_AND_WORD
                )
                cost = min(cost, known + self._dated[column])
            found.append((cell, cost + (forms[cell.form] if cell.form else 0.0)))
        return found

    def _listed(self, text: str, values: Counter[str]) -> float:
        """What a value costs that several rows have: the more have it, the less."""
        count = values[text]
        return log(self._total / count) + _LISTED * (text.count(" ") + 1) / count + self._guess

    def _cells_of(self, words: list[str], reading: Reading) -> dict[int, list[str]]:
        found = {self.title_at: words[reading.start : reading.end]}
        at = 0
        for column, cell in zip(self._others, reading.cells, strict=True):
            at = reading.end if column == self.title_at + 1 else at
            found[column] = [word for word in words[at : at + cell.length] if word != BREAK]
            at += cell.length
        return found

    def _learn(self, readings: Sequence[Reading], found: Sequence[dict[int, list[str]]]) -> None:
        """Counts what the columns hold."""
        rows = len(found)
        self._total, self._guess = float(rows), 0.0
        values = {
            at: [_value(row[at], r.cells[place]) for row, r in zip(found, readings, strict=True)]
            for place, at in enumerate(self._others)
        }
        for left, right in pairwise(self._others):
            if right - left == 1:
                _move_borders(values[left], values[right])
        for place, column in enumerate(self._others):
            filled = [reading.cells[place] for reading in readings if reading.cells[place].length]
            texts = Counter(" ".join(words) for words in values[column] if words)
            self._values[column] = self._without_ends_of_titles(texts, column, found)
            self._empty[column] = -log((rows - len(filled) + 0.3) / (rows + 1))
            self._new[column] = -log((sum(count == 1 for count in texts.values()) + 0.5) / (rows + 1))
            dated = sum(bool(cell.undated) for cell in filled)
            self._dated[column] = 1 - log((dated + 0.3) / (len(filled) + 1))
            forms = Counter(cell.form for cell in filled)
            self._forms[column] = {form: -log((forms[form] + 0.3) / (len(filled) + 3)) for form in (*FORMS, PLACE)}
        self._titles.learn([row[self.title_at] for row in found])

    def _without_ends_of_titles(
        self, texts: Counter[str], column: int, found: Sequence[dict[int, list[str]]]
    ) -> Counter[str]:
        """Values that are another one with words of titles beside it count as that one: those words stand beside other
        values as well."""
        behind = column > self.title_at
        beside: dict[str, set[str]] = defaultdict(set)
        if abs(column - self.title_at) == 1:
            for row in found:
                title, value = row[self.title_at], " ".join(row[column])
                for size in range(1, min(_LONGEST_END, len(title) - 1) + 1):
                    beside[" ".join(title[-size:] if behind else title[:size])].add(value)
        counts = Counter(texts)
        for text, count in texts.items():
            words = text.split()
            for at in range(1, len(words)):
                first, second = " ".join(words[:at]), " ".join(words[at:])
                part, rest = (second, first) if behind else (first, second)
                if part in texts:
                    counts[part] += count
                    counts[text] -= count * (len(beside[rest] - {part}) > 1)
        return counts


def _value(words: list[str], cell: Cell) -> list[str]:
    """The words of a cell, without its own year or numbers."""
    return cell.undated.split() if cell.undated else words


def _move_borders(lefts: list[list[str]], rights: list[list[str]]) -> None:
    """Moves first words of values to the cells before them, where that gives a value of other rows in every row that
    has the value: of "tidal | energy ICRA" and "tidal energy | RSS" the second is right."""
    known = {" ".join(words) for words in lefts}
    lengths: dict[str, int] = {}
    for left, right in zip(lefts, rights, strict=True):
        fits = (n for n in range(1, len(right)) if left and " ".join((*left, *right[:n])) in known)
        value = " ".join(right)
        lengths[value] = min(next(fits, 0), lengths.get(value, len(right)))
    for at, right in enumerate(rights):
        length = lengths[" ".join(right)]
        lefts[at], rights[at] = lefts[at] + right[:length], right[length:]
