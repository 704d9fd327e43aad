"""Tables whose names of columns tell no titles, as "No. | Reference | Links" does, and columns without a name: what the
cells hold tells them.

In: the header, and the cells of all rows below such names, each as its lines. Out: the header with a column of titles;
as it was where none holds papers: talks and events have such columns, too. Or the header with the columns named that
have no word over them. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style
from enrich.mentions.shapes.columns import Column, Header
from enrich.mentions.shapes.tags import parse_year
from enrich.mentions.shapes.words import has_letters
from enrich.mentions.text.tables.headless import are_titles, held_by

_FEWEST_ROWS = 2
_NO_TITLES = frozenset({Column.TEXT, Column.TAGS, Column.DATE, Column.LINK})  # said by a name
# What people call a column of whole works, or of what is said about others: its cells tell which.
_WORKS = frozenset({"reference", "citation", "publication", "literature"})
_FACTS = frozenset({Column.LINK, Column.DATE, Column.AUTHORS, Column.VENUE})
# Names that come again, their share of the filled cells, and of them those that share a word. By judgement.
_FEWEST_PLACES, _PLACES_SHARE, _SHARED = 4, 0.5, 0.5
# What topics are not called, which come again and share their words as well: "Open Data", "Closed Data". By judgement.
_PRINTED = re.compile(
    r"\b(?:J|Journal|Lett|Letters|Ann|Annals|Bull|Bulletin|Rev|Reviews?|Proc|Proceedings|Trans|Transactions|Commun"
    r"|Acta|Arch|Archives|Mag|Magazine|Q|Quarterly|Conf|Conference|Symp|Symposium|Workshop)\b"
)
_PRINTED_SHARE = 0.25
_GROUPS_SHARE = 0.5  # different names, of the rows: those of works hardly come again. By judgement
_SHIFTED_SHARE = 0.9  # of the rows, a few of which lack cells or have a title of numbers. By judgement
_STATED_SHARE = 0.5  # of the cells of papers, so many state who wrote them, or where they appeared. By judgement


def name_titles(header: Header, rows: Sequence[Sequence[Sequence[str]]]) -> Header:
    """The header with the column named that the titles of papers stand in, if one is."""
    cells = [[row[at] if at < len(row) else () for row in rows] for at in range(len(header.columns))]
    first = [[lines[0] if lines else "" for lines in column] for column in cells]
    held = [held_by(column) for column in first]
    likely = [
        at
        for at, (named, column) in enumerate(zip(header.columns, held, strict=True))
        if named not in _NO_TITLES and column is Column.TEXT and are_titles(first[at])
    ]
    told = Column.VENUE in held or (Column.AUTHORS, Column.AUTHORS) in zip(header.columns, held, strict=True)
    told = told or (Column.VENUE in header.columns and any(map(_are_years, first)))
    if header.title_at is not None and not _are_groups(first[header.title_at]):
        return header
    title_at = next((at for at in likely if told or _names_works(header.words[at]) or _state_papers(cells[at])), None)
    if len(rows) < _FEWEST_ROWS or title_at is None:
        return header
    return replace(header, columns=tuple(Column.TITLE if at == title_at else c for at, c in enumerate(header.columns)))


def _are_groups(cells: Sequence[str]) -> bool:
    """Whether the cells of a column of names are what several rows belong to, or dashes."""
    filled = [cell for cell in cells if has_letters(cell)]
    return len(set(filled)) <= _GROUPS_SHARE * len(cells)


def add_front(header: Header, rows: Sequence[Sequence[str]]) -> Header:
    """The header with a column without a name in front, where numbers stand below the name of the titles and words
    below the one behind it: the blank that was the first name is lost."""
    title_at = header.title_at
    below = [row[title_at : title_at + 2] for row in rows if title_at is not None and len(row) > title_at + 1]
    shifted = [not has_letters(first) and has_letters(second) for first, second in below]
    if len(shifted) < _FEWEST_ROWS or sum(shifted) < _SHIFTED_SHARE * len(rows):
        return header
    return Header((Column.OTHER, *header.columns), ("", *header.words))


def name_empty(header: Header, rows: Sequence[Sequence[str]]) -> Header:
    """The header with each column that has no word over it named by what it holds, if that is told: links, years,
    people, or places of publication where no other column is named so. "Reference" may be such places as well."""
    columns = list(header.columns)
    for at, word in enumerate(header.words):
        works = columns[at] is Column.OTHER and _names_works(word)
        if word.strip() and not works:
            continue
        cells = [row[at] for row in rows if at < len(row)]
        held = Column.VENUE if _are_places(cells) else held_by(cells)
        told = held is Column.VENUE if works else held in _FACTS
        columns[at] = held if told and held not in columns else columns[at]
    return replace(header, columns=tuple(columns))


def _are_places(cells: Sequence[str]) -> bool:
    """Whether most cells are one of several names that come again and share their words, as those of journals do: "J
    Short Sand", "Short Lett", "Sand Lett". Names of people hardly do; topics have no word for what is printed."""
    often = {cell: count for cell, count in Counter(filter(None, cells)).items() if count > 1}
    named = [cell.split() for cell in often if all(word[:1].isupper() for word in cell.split())]
    words = Counter(word for words in named for word in set(words))
    shared = sum(any(words[word] > 1 for word in name) for name in named)
    filled = sum(often[" ".join(name)] for name in named)
    printed = sum(bool(_PRINTED.search(" ".join(name))) for name in named)
    return (
        len(named) >= _FEWEST_PLACES
        and shared >= _SHARED * len(named)
        and printed >= _PRINTED_SHARE * len(named)
        and filled >= _PLACES_SHARE * sum(map(bool, cells))
    )


def _are_years(cells: Sequence[str]) -> bool:
    return all(map(parse_year, filter(None, cells))) and any(cells)


def _names_works(word: str) -> bool:
    return word.strip(" .:").casefold().removesuffix("s") in _WORKS


def _state_papers(cells: Sequence[Sequence[str]]) -> bool:
    """Whether cells say more than titles: who wrote them, where they appeared."""
    stated = (read_entry(". ".join(lines), Style()) for lines in cells if lines)
    return sum(bool(entry.authors or entry.venue) for entry in stated) >= _STATED_SHARE * len(cells)
