"""Rows of a table whose cells run together, cut by all columns at once, and when that is believed.

In: rows, what their columns are called, and the cells found by taking columns off one by one. Out: cells. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from enrich.mentions.shapes.columns import Column
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.shapes.words import folded, has_letters, is_lower
from enrich.mentions.text.flat.edges import with_given, words_inside
from enrich.mentions.text.flat.namelists import is_initial
from enrich.mentions.text.flat.segments import Segments

# Not where a column holds free text, or may be several; and believed where so many more cells are found than one by
# one: fewer may be last words of titles. Where initials show that
# people behind titles begin at the same place in all rows, as many will do. By judgement, kept by generated tables.
_UNTOLD, _MORE, _AS_MANY = frozenset({Column.TEXT}), 1.005, 0.995
_ANY_LINK = -1
_SAMPLE, _ROUNDS, _FEWEST_ROWS = 120, 2, 8  # rows that tell how many columns there are, and how often they are read
_INITIALED_SHARE, _OTHERS = 0.6, ("et", "al.")
_ENDED_SHARE = 0.15  # by judgement: as many titles end in words that are no given names where surnames stand behind
_FEWEST_AGAIN, _AGAIN_SHARE = 4, 0.1  # by judgement: so many rows have a given name that stands in others too
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?){1,3}")
_OWN = frozenset({Column.NAME})

Cells = dict[int, str]


def fuller(cells: list[Cells], rows: list[list[str]], columns: Sequence[Column], title_at: int) -> list[Cells]:
    """`cells`, or those of rows cut at once where these are more."""
    filled, people = _filled(cells, columns), Column.AUTHORS in columns[title_at:]
    full = filled == len(rows) * _countable(columns)
    if not _UNTOLD.isdisjoint(columns) or (full and not people) or end_in_initials(rows):
        return cells
    cut = cut_rows(rows, columns, title_at)
    if columns[title_at + 1 : title_at + 2] == [Column.AUTHORS]:
        _move_given(cut, title_at)
    told = people and _begin_alike(cut, title_at, columns.index(Column.AUTHORS, title_at))
    return cut if _filled(cut, columns) > (_AS_MANY if told else _MORE) * filled else cells


def _move_given(cells: Sequence[Cells], title_at: int) -> None:
    """Moves the first of three given names to the others: names of two words are so common that the rest looks like the
    end of a title."""
    titles = [row[title_at].split() for row in cells]
    people = [row.get(title_at + 1, "").split() for row in cells]
    whole = [[*title, *names] for title, names in zip(titles, people, strict=True)]
    lengths = with_given(whole, list(map(len, people)), words_inside(whole))
    for row, names, words, length in zip(cells, people, whole, lengths, strict=True):
        if not (names and names[0].isalpha()):  # initials have nothing in front
            continue
        row[title_at], row[title_at + 1] = " ".join(words[: -length or None]), " ".join(words[len(words) - length :])


def _begin_alike(cells: Sequence[Cells], title_at: int, at: int) -> bool:
    """Whether most people of a column begin with initials, or are one surname with others: then each is known to begin
    there. Given names come again in front of other surnames, and few of them in small letters or inside titles."""
    people = [cell.split() for row in cells if (cell := row.get(at))]
    initialed = sum(is_initial(words[0]) for words in people)
    if initialed >= _INITIALED_SHARE * len(cells):
        return True
    named = [row for row in cells if _is_surname_with_others(row.get(at, "").split())]
    inside = {folded(word) for row in cells for word in row[title_at].split()[:-1]}
    last = [folded(row[title_at].split()[-1]) for row in named]
    ended = sum(is_lower(row[title_at].split()[-1]) or word in inside for row, word in zip(named, last, strict=True))
    pairs = {(word, row[at]) for row, word in zip(named, last, strict=True) if word not in inside}
    again = sum(count for count in Counter(word for word, _ in pairs).values() if count > 1)
    given = again >= max(_FEWEST_AGAIN, _AGAIN_SHARE * len(named)) and ended < _ENDED_SHARE * len(named)
    return len(named) >= _INITIALED_SHARE * len(cells) and not given


def _is_surname_with_others(words: Sequence[str]) -> bool:
    return len(words) == len(_OTHERS) + 1 and words[1].lower() == _OTHERS[0]


def part_unknown(rows: Sequence[list[str]], columns: Sequence[Column], words: Sequence[str]) -> tuple[list[int], bool]:
    """The columns, each by its position, with those of several unknown words as often as it has words, if the rows are
    described in fewer words so: "Robot S/R" may be two columns. And whether all columns are told apart then."""
    single = list(range(len(columns)))
    parted = [
        at
        for at, (column, word) in enumerate(zip(columns, words, strict=True))
        for _ in range(len(word.split()) if column is Column.OTHER else 1)
    ]
    sample = sampled(rows, _SAMPLE)

    def cost(positions: Sequence[int]) -> float:
        told = [columns[at] for at in positions]
        segments = Segments(sample, told, told.index(Column.TITLE))
        segments.read(_ROUNDS)
        return segments.cost

    if parted == single:
        return single, True
    told = Column.TITLE in columns and len(rows) >= _FEWEST_ROWS and cost(parted) < cost(single)
    return (parted if told else single), told


def cut_rows(rows: list[list[str]], columns: Sequence[Column], title_at: int) -> list[Cells]:
    """The cells of rows that are cut by all columns at once."""
    found = Segments(rows, columns, title_at).read()
    return [{at: " ".join(words) for at, words in cells.items() if words} for cells in found]


def end_in_initials(rows: list[list[str]]) -> bool:
    """Whether most rows end in the initials of people: no column stands behind those."""
    return sum(bool(_INITIAL.fullmatch(words[-1])) for words in rows) >= _INITIALED_SHARE * len(rows)


def _countable(columns: Sequence[Column]) -> int:
    """How many cells a row has, those of links counted as one; names that authors give may always be missing."""
    return len({_counted(columns, at) for at, column in enumerate(columns) if column is not Column.NAME})


def _filled(cells: Sequence[Cells], columns: Sequence[Column]) -> int:
    """How many such cells are found; numbers alone are no venue, but its volume and page. Beside people they count:
    else the reading would win that has the last name for a venue."""
    kept = _OWN if Column.AUTHORS in columns else _OWN | {Column.VENUE}
    return sum(
        len(
            {
                _counted(columns, at)
                for at, text in found.items()
                if columns[at] not in kept or _is_told(columns[at], text)
            }
        )
        for found in cells
    )


def _is_told(column: Column, text: str) -> bool:
    return column is Column.VENUE and (has_letters(text) or not text[-1:].isdigit())


def _counted(columns: Sequence[Column], at: int) -> int:
    return _ANY_LINK if columns[at] is Column.LINK else at
