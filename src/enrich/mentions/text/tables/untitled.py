"""Tables whose names of columns tell no titles, as "No. | Reference | Links" does: what the cells hold tells them.

In: the header, and the cells of all rows below such names, each as its lines. Out: the header with a column of titles;
as it was where none holds papers: talks and events have such columns, too. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style
from enrich.mentions.shapes.columns import Column, Header
from enrich.mentions.shapes.tags import parse_year
from enrich.mentions.text.tables.headless import are_titles, held_by

_FEWEST_ROWS = 2
_NO_TITLES = frozenset({Column.TEXT, Column.TAGS, Column.DATE, Column.LINK})  # said by a name
# What people call a column of whole works, or of what is said about others: its cells tell which.
_WORKS = frozenset({"reference", "citation", "publication", "literature"})
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
    title_at = next((at for at in likely if told or _names_works(header.words[at]) or _state_papers(cells[at])), None)
    if len(rows) < _FEWEST_ROWS or title_at is None:
        return header
    return replace(header, columns=tuple(Column.TITLE if at == title_at else c for at, c in enumerate(header.columns)))


def _are_years(cells: Sequence[str]) -> bool:
    return all(map(parse_year, filter(None, cells))) and any(cells)


def _names_works(word: str) -> bool:
    return word.strip(" .:").casefold().removesuffix("s") in _WORKS


def _state_papers(cells: Sequence[Sequence[str]]) -> bool:
    """Whether cells say more than titles: who wrote them, where they appeared."""
    stated = (read_entry(". ".join(lines), Style()) for lines in cells if lines)
    return sum(bool(entry.authors or entry.venue) for entry in stated) >= _STATED_SHARE * len(cells)
