"""Rows of a flattened table in, their cells out.

A rendered table has lost the borders of its cells: they run together with single blanks. The header says which kinds of
value stand in which order; columns with a shape of their own (dates, links, numbers) are taken off both ends,
columns of recurring values by what the rows share (`affixes`), and what is left is the title. Where that leaves cells
empty, all columns are told at once (`cuts`). Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from enrich.mentions.entries.learned.affixes import closed_lengths, label_lengths, value_lengths, venue_lengths
from enrich.mentions.shapes.columns import Column
from enrich.mentions.shapes.tags import parse_year, year_of_date
from enrich.mentions.text.flat.bracketed import part_at_told
from enrich.mentions.text.flat.cellshapes import DAY, SHORT_YEAR
from enrich.mentions.text.flat.cuts import Cells, end_in_initials, fuller
from enrich.mentions.text.flat.edges import people_lengths
from enrich.mentions.text.flat.linkwords import link_length, link_lengths
from enrich.mentions.text.flat.remarks import (
    last_words,
    notes_behind,
    text_before_title,
    text_length,
)
from enrich.mentions.text.flat.shortnames import names_before
from enrich.mentions.text.flat.volumes import take_awards

_NUMBER = re.compile(r"[#~≈]?\d[\d.,]*(?:[kKmMbBgG]|%)?\+?|[-–—]|N/?A")
_LONGEST_DATE = 4
_SEARCHED, _FEW_WORDS, _FEWEST_DATED = 9, 4, 3  # words in which a year is looked for; a venue and its year; such venues
# By judgement: a few rows of a column may be empty, and a few places of work come but once.
_MOST_SHARE, _RECURRING_SHARE, _FEW_VALUES = 0.6, 0.8, 0.35
_LINKS = [Column.LINK] * 2


def split_rows(
    texts: Sequence[str], columns: Sequence[Column], title_at: int, sections: Sequence[str], *, at_once: bool = True
) -> list[Cells]:
    """The cells of each row by the position of their column. The title's cell is never empty.

    `sections` are the nearest headings above the rows: labels often repeat them. A second column called one of papers
    holds the links to them. Columns whose number is not known are not told all `at_once`.
    """
    columns = [Column.LINK if c is Column.TITLE and at != title_at else c for at, c in enumerate(columns)]
    if parted := part_at_told(texts, columns, title_at):
        place, parts = parted
        fronts = split_rows([part[0] for part in parts], columns[:place], title_at, sections, at_once=at_once)
        return [
            found | {at: cell for at, cell in enumerate(part[1:], start=place) if cell}
            for found, part in zip(fronts, parts, strict=True)
        ]
    placed = Column.VENUE in columns[title_at:]
    texts, awards = take_awards(texts) if placed else (texts, [""] * len(texts))
    rows = [text.split() for text in texts]
    whole = [list(words) for words in rows]
    cells: list[Cells] = [{} for _ in rows]
    for position in range(title_at):
        _peel(rows, cells, columns, position, sections, reverse=False)
    for position in range(len(columns) - 1, title_at, -1):
        if columns[position : position + 2] == _LINKS and _hold_both(cells, position + 1):
            continue
        _peel(rows, cells, columns, position, sections, reverse=True)
    for words, found in zip(rows, cells, strict=True):
        found[title_at] = " ".join(words)
    cells = fuller(cells, whole, columns, title_at) if at_once else cells
    for found, award in zip(cells, awards, strict=True):
        if award:
            venue_at = columns.index(Column.VENUE, title_at)
            found[venue_at] = f"{found.get(venue_at, '')} {award}".strip()
    return cells


def _hold_both(cells: list[Cells], position: int) -> bool:
    """Whether the words of links at an end were taken for one column, and are those of two."""
    return sum(" " in found.get(position, "") for found in cells) >= _MOST_SHARE * len(cells)


def _peel(
    rows: list[list[str]],
    cells: list[Cells],
    columns: list[Column],
    position: int,
    sections: Sequence[str],
    *,
    reverse: bool,
) -> None:
    """Takes one column off the rows and puts it into their cells."""
    inner = columns[position - 1] if reverse else columns[position + 1]
    lengths = _lengths(rows, columns[position], inner, sections, reverse=reverse)
    for words, found, length in zip(rows, cells, lengths, strict=True):
        count = max(0, min(length, len(words) - 1))
        if not count:
            continue
        if reverse:
            found[position] = " ".join(words[-count:])
            del words[-count:]
        else:
            found[position] = " ".join(words[:count])
            del words[:count]


def _lengths(
    rows: list[list[str]], column: Column, inner: Column, sections: Sequence[str], *, reverse: bool
) -> list[int]:
    match column:
        case Column.DATE:
            return [_date_length(words, reverse=reverse) for words in rows]
        case Column.NUMBER:
            return [_number_length(words, reverse=reverse) for words in rows]
        case Column.LINK:
            return link_lengths(rows, inner, reverse=reverse)
    if reverse and (found := _mostly([link_length(words, reverse=True) for words in rows])):
        return found
    match column:
        case Column.VENUE if not reverse and (found := _up_to_own_year(rows)):
            return found
        case Column.VENUE if reverse and inner is Column.AUTHORS and end_in_initials(rows):
            return [0] * len(rows)  # badges leave nothing behind
        case Column.VENUE:
            return _venue_lengths(rows, inner, reverse=reverse)
        case Column.AUTHORS:
            return _people(rows, reverse=reverse)
        case Column.TEXT if reverse:
            return notes_behind(rows) or last_words(rows) or [text_length(words) for words in rows]
        case Column.TAGS if not reverse:
            return label_lengths(rows, sections)
        case Column.NAME | Column.TITLE if not reverse:
            return names_before(rows, inner)
        case Column.TEXT:
            return [text_before_title(words) for words in rows]
    beside = reverse and inner in (Column.VENUE, Column.TAGS)
    if found := _recurring(rows, reverse=reverse, beside=beside):
        return found
    return value_lengths(rows, reverse=reverse)


def _affix(words: list[str], length: int, *, reverse: bool) -> str:
    return " ".join(words[-length:] if reverse else words[:length])


def _date_length(words: list[str], *, reverse: bool) -> int:
    for length in range(min(_LONGEST_DATE, len(words) - 1), 0, -1):
        text = _affix(words, length, reverse=reverse).strip("()[],.")
        if year_of_date(text) or DAY.fullmatch(text):
            return length
    return 0


def _number_length(words: list[str], *, reverse: bool) -> int:
    return int(len(words) > 1 and bool(_NUMBER.fullmatch(words[-1] if reverse else words[0])))


def _is_year(word: str) -> bool:
    return parse_year(word.strip("()[],.")) is not None


def _up_to_own_year(rows: list[list[str]]) -> list[int] | None:
    """Lengths of venues in front that end in their year: "The Venue'19", "The Venue 2019". None if most rows show none.
    The year of a title stands behind words that no other row begins with."""
    ends = [next((n for n, word in enumerate(words[:_SEARCHED], 1) if _is_own_year(word)), 0) for words in rows]
    names = Counter(tuple(words[: end - 1]) for words, end in zip(rows, ends, strict=True))
    often = (names[tuple(words[: end - 1])] > 1 for words, end in zip(rows, ends, strict=True))
    own = [end * (end <= _FEW_WORDS or again) for end, again in zip(ends, often, strict=True)]
    if not _mostly(own):
        return None
    others = venue_lengths(rows, reverse=False) if not all(own) else own
    return [end or other for end, other in zip(own, others, strict=True)]


def _is_own_year(word: str) -> bool:
    return bool(SHORT_YEAR.search(word) or parse_year(word.strip("()[],.")))


def _venue_lengths(rows: list[list[str]], inner: Column, *, reverse: bool) -> list[int]:
    """Lengths of venues. The years behind them say nothing about where they begin, and are set aside; with the tags in
    front of them they come again as well, and are told by their own few values. In front, they have their years."""
    if not reverse:
        lengths = venue_lengths(rows, reverse=False)
        own = [0 < n < len(words) and _is_year(words[n]) for words, n in zip(rows, lengths, strict=True)]
        told = sum(own) >= _FEWEST_DATED
        return [n + (told and dated) for n, dated in zip(lengths, own, strict=True)]
    dated = [len(words) > 2 and _is_year(words[-1]) for words in rows]
    if sum(dated) < _MOST_SHARE * len(rows):
        dated = [False] * len(rows)
    bare_rows = [words[:-1] if is_dated else words for words, is_dated in zip(rows, dated, strict=True)]
    found = _recurring(bare_rows, reverse=True, beside=True) if inner is Column.TAGS else None
    lengths = found or venue_lengths(bare_rows, reverse=True)
    return [length + is_dated for length, is_dated in zip(lengths, dated, strict=True)]


def _mostly(lengths: list[int]) -> list[int] | None:
    return lengths if sum(length > 0 for length in lengths) >= _MOST_SHARE * len(lengths) else None


def _recurring(rows: list[list[str]], *, reverse: bool, beside: bool = False) -> list[int] | None:
    """The lengths of a column whose few values come again and again: places of work rather than people."""
    lengths = closed_lengths(rows, reverse=reverse, beside=beside)
    values = {_affix(words, length, reverse=reverse) for words, length in zip(rows, lengths, strict=True) if length}
    few = len(values) <= _FEW_VALUES * len(rows)
    return lengths if few and sum(length > 0 for length in lengths) >= _RECURRING_SHARE * len(rows) else None


def _people(rows: list[list[str]], *, reverse: bool) -> list[int]:
    """Lengths of a column of people, or of places of work: those are few, and no commas part them."""
    lengths = people_lengths(rows, reverse=reverse)
    cells = (_affix(words, length, reverse=reverse) for words, length in zip(rows, lengths, strict=True) if length)
    if sum("," in cell or "et al" in cell or "et.al" in cell for cell in cells) * 2 >= len(rows):
        return lengths
    return _recurring(rows, reverse=reverse) or lengths
