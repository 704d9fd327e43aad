"""Rows of a flattened table in, their cells out.

A rendered table has lost the borders of its cells: they run together with single blanks. The header says which kinds of
value stand in which order; columns with a shape of their own (dates, links, numbers) are taken off both ends,
columns of recurring values by what the rows share (`affixes`), and what is left is the title. Where that leaves cells
empty, all columns are told at once (`cuts`). Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from enrich.mentions.entries.learned.affixes import closed_lengths, label_lengths, value_lengths, venue_lengths
from enrich.mentions.shapes.columns import Column
from enrich.mentions.shapes.names import is_single_name, names_people
from enrich.mentions.shapes.tags import parse_year, year_of_date
from enrich.mentions.text.flat.bracketed import part_at_capitals, part_at_told, part_bracketed, part_linked
from enrich.mentions.text.flat.cellshapes import DAY, SHORT_YEAR
from enrich.mentions.text.flat.cuts import Cells, end_in_initials, fuller
from enrich.mentions.text.flat.edges import behind_others, part_cited, people_lengths, surname_lengths
from enrich.mentions.text.flat.keywords import keyword_lengths
from enrich.mentions.text.flat.linkwords import link_length, link_lengths, usual_links
from enrich.mentions.text.flat.remarks import (
    last_words,
    length_behind_year,
    notes_before,
    notes_behind,
    text_before_title,
    text_length,
)
from enrich.mentions.text.flat.shortnames import names_before, names_behind
from enrich.mentions.text.flat.volumes import take_awards, take_volumes

_NUMBER = re.compile(r"[#~≈]?\d[\d.,]*(?:[kKmMbBgG]|%)?\+?|[-–—]|N/?A")
_LONGEST_DATE = 4
_SEARCHED, _FEW_WORDS, _FEWEST_DATED = 9, 4, 3  # words in which a year is looked for; a venue and its year; such venues
_LONGEST_NAMES = 60  # words of all authors in front of a year, or behind it
# By judgement: a few rows of a column may be empty, and a few places of work come but once.
_MOST_SHARE, _RECURRING_SHARE, _FEW_VALUES = 0.6, 0.8, 0.35
_LINKS, _CITING = [Column.LINK] * 2, (Column.OTHER, Column.AUTHORS)
_TOLD_ALONE = frozenset({Column.DATE, Column.NUMBER, Column.LINK})  # by their own shape


def split_rows(
    texts: Sequence[str], columns: Sequence[Column], title_at: int, sections: Sequence[str], *, at_once: bool = True
) -> list[Cells]:
    """The cells of each row by the position of their column. The title's cell is never empty.

    `sections` are the nearest headings above the rows: labels often repeat them. A second column called one of papers
    holds the links to them. Columns whose number is not known are not told all `at_once`.
    """
    columns = [Column.LINK if c is Column.TITLE and at != title_at else c for at, c in enumerate(columns)]
    parting = (part_by(texts, columns, title_at) for part_by in (part_bracketed, part_at_capitals, part_at_told))
    if parted := next(filter(None, parting), None):
        place, parts = parted
        fronts = split_rows([part[0] for part in parts], columns[:place], title_at, sections, at_once=at_once)
        return [
            found | {at: cell for at, cell in enumerate(part[1:], start=place) if cell}
            for found, part in zip(fronts, parts, strict=True)
        ]
    if linked := part_linked(texts, columns, title_at):
        fronts = split_rows([front for front, _ in linked], columns[:-1], title_at, sections, at_once=at_once)
        return [found | {title_at + 1: end} for found, (_, end) in zip(fronts, linked, strict=True)]
    if title_at == 1 and columns[0] in _CITING and (cited := part_cited(texts)):
        others = split_rows([rest for _, rest in cited], columns[1:], 0, sections, at_once=at_once)
        moved = ({at + 1: cell for at, cell in row.items()} for row in others)
        return [{0: front} | row if front else row for (front, _), row in zip(cited, moved, strict=True)]
    placed = Column.VENUE in columns[title_at:]
    texts, awards = take_awards(texts) if placed else (texts, [""] * len(texts))
    rows = [text.split() for text in texts]
    volumes = take_volumes(rows) if columns[-1] is Column.VENUE and title_at + 1 < len(columns) else []
    whole = [list(words) for words in rows]
    cells: list[Cells] = [{} for _ in rows]
    for position in range(title_at):
        _peel(rows, cells, columns, position, title_at, sections, reverse=False)
    for position in range(len(columns) - 1, title_at, -1):
        if columns[position : position + 2] == _LINKS and _hold_both(cells, position + 1):
            continue
        _peel(rows, cells, columns, position, title_at, sections, reverse=True)
    for words, found in zip(rows, cells, strict=True):
        found[title_at] = " ".join(words)
    cells = fuller(cells, whole, columns, title_at) if at_once else cells
    for found, award in zip(cells, awards, strict=True):
        if award:
            venue_at = columns.index(Column.VENUE, title_at)
            found[venue_at] = f"{found.get(venue_at, '')} {award}".strip()
    for found, behind in zip(cells, volumes, strict=False):
        found[len(columns) - 1] = f"{found.get(len(columns) - 1, '')} {behind}".strip()
    return cells


def _hold_both(cells: list[Cells], position: int) -> bool:
    """Whether the words of links at an end were taken for one column, and are those of two."""
    return sum(" " in found.get(position, "") for found in cells) >= _MOST_SHARE * len(cells)


def _peel(
    rows: list[list[str]],
    cells: list[Cells],
    columns: list[Column],
    position: int,
    title_at: int,
    sections: Sequence[str],
    *,
    reverse: bool,
) -> None:
    """Takes one column off the rows and puts it into their cells."""
    inner = columns[position - 1] if reverse else columns[position + 1]
    lengths = _lengths(rows, columns[position], inner, sections, reverse=reverse)
    behind = reverse and inner is Column.AUTHORS and columns[position] not in _TOLD_ALONE
    if behind and columns[title_at + 1 : position].count(Column.AUTHORS) == 1:
        lengths = behind_others(rows, lengths)
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
    if reverse and column is Column.TEXT and inner in (Column.DATE, Column.VENUE):
        behind = [length_behind_year(words) for words in rows]
        if inner is Column.DATE or _mostly(behind):
            return behind
    searched = _LONGEST_NAMES if column is Column.AUTHORS else _SEARCHED
    if found := _up_to(rows, inner, searched, reverse=reverse):
        return found
    match column:
        case Column.VENUE if not reverse and (found := _up_to_own_year(rows)):
            return found
        case Column.TAGS if found := keyword_lengths(rows, reverse=reverse):
            return found
        case Column.VENUE if reverse and inner is Column.AUTHORS and end_in_initials(rows):
            return [0] * len(rows)  # badges leave nothing behind
        case Column.VENUE if reverse and (found := _from_own_year(rows)):
            return found
        case Column.VENUE:
            return _venue_lengths(rows, inner, reverse=reverse)
        case Column.AUTHORS if reverse and inner is Column.VENUE and (found := _behind_years(rows)):
            return found
        case Column.AUTHORS:
            return _people(rows, reverse=reverse)
        case Column.TEXT if reverse:
            return notes_behind(rows) or last_words(rows) or [text_length(words) for words in rows]
        case Column.TAGS if not reverse:
            return label_lengths(rows, sections)
        case Column.NAME | Column.TITLE if not reverse:
            return names_before(rows, inner)
        case Column.TEXT:
            return notes_before(rows) or [text_before_title(words) for words in rows]
    beside = reverse and inner in (Column.VENUE, Column.TAGS)
    if found := _recurring(rows, reverse=reverse, beside=beside):
        return found
    named = names_behind(rows) if column is Column.NAME else None
    return named or value_lengths(rows, reverse=reverse)


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


def _up_to(rows: list[list[str]], inner: Column, searched: int, *, reverse: bool) -> list[int] | None:
    """Lengths of a column whose inner neighbour is told by its own shape, a date, a number or the word of a link: all
    words before it. None if most rows show none there."""
    ends: Callable[[str], bool]
    match inner:
        case Column.DATE:
            ends = _is_year
        case Column.NUMBER:
            ends = _is_count
        case Column.LINK if not reverse:
            ends = usual_links(rows, searched).__contains__
        case _:
            return None
    lengths = []
    for words in rows:
        ordered = words[: -searched - 1 : -1] if reverse else words[:searched]
        last = min(searched, len(words) - 1) - 1
        found = (n for n in range(1, last + 1) if ends(ordered[n]))
        # A venue's own year may stand right in front of the number: "Nature 2019 12".
        length = next((n for n in found if inner is not Column.NUMBER or reverse or not _is_count(words[n + 1])), 0)
        lengths.append(length)
    return _mostly(lengths)


def _is_year(word: str) -> bool:
    return parse_year(word.strip("()[],.")) is not None


def _is_count(word: str) -> bool:
    return word.isdecimal()


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


def _from_own_year(rows: list[list[str]]) -> list[int] | None:
    """Lengths of venues behind that begin with their year: "2019 The Venue". None if most rows show none."""
    found = (
        next((n for n in range(1, min(_SEARCHED, len(words) - 1)) if parse_year(words[-n].strip("()[],."))), 0)
        for words in rows
    )
    own = [length * (length > 1) for length in found]
    if not _mostly(own):
        return None
    return [length or other for length, other in zip(own, venue_lengths(rows, reverse=True), strict=True)]


def _behind_years(rows: list[list[str]]) -> list[int] | None:
    """Lengths of people behind venues that end in their year. None if most rows have no year in front of people."""
    lengths = [length_behind_year(words) for words in rows]
    cells = [_affix(words, length, reverse=True) for words, length in zip(rows, lengths, strict=True) if length]
    named = sum(names_people(cell) or is_single_name(cell) for cell in cells)
    others = _people(rows, reverse=True) if named >= _MOST_SHARE * len(rows) else []
    return [length or other for length, other in zip(lengths, others, strict=True)] if others else None


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
    if reverse and (surnames := surname_lengths(rows)):
        return surnames
    lengths = people_lengths(rows, reverse=reverse)
    cells = (_affix(words, length, reverse=reverse) for words, length in zip(rows, lengths, strict=True) if length)
    if sum("," in cell or "et al" in cell or "et.al" in cell for cell in cells) * 2 >= len(rows):
        return lengths
    return _recurring(rows, reverse=reverse) or lengths
