"""Tables whose columns are kept apart by tabs, but have no names over them: what the columns hold tells what they are.

In: the cells of consecutive rows. Out: a `Header`, or None where no column holds titles. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from enrich.mentions.shapes.anchors import is_anchor, take_urls
from enrich.mentions.shapes.columns import Column, Header, column_of
from enrich.mentions.shapes.names import author_likeness, names_people
from enrich.mentions.shapes.phrases import UNDATED
from enrich.mentions.shapes.tags import parse_venue, year_of_date
from enrich.mentions.shapes.words import has_letters

# By judgement: a few cells of a column may be empty or odd.
_SHARE = 0.75
_FEWEST_ROWS, _FEWEST_CELLS = 4, 2
# Of the different values of a column that come again and again, so many look like venues, and of all so many differ.
_VENUES_SHARE, _RECURRING = 0.2, 0.6
# Titles have so many words and hardly ever come twice; names of presenters come again and again.
_TITLE_WORDS, _DISTINCT = 4, 0.9
_NAME_WORDS = 6  # of the first of several people, titles and all. By judgement
_MENU_WORDS = 2  # on average, in menus. By judgement
_FEWEST_BELOW, _LABEL_WORDS = 3, 3  # rows below names of columns in unknown words, and words of such a name
_PARTED = re.compile(r"[,;&]| and | et al")
_STATE = re.compile(UNDATED, re.I)
_TOLD = frozenset({Column.TEXT, Column.OTHER})  # beside titles, such a column alone does not tell that they are some
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?|\d{1,2}\.? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}")


def columns_of(cells: list[list[str]], above: Header | None, alike: Header | None) -> Header | None:
    """The columns of rows without names: those of a table `above`, which labels and notes may part, what the columns
    hold, or those of rows that are `alike`."""
    parted = above if above and above.title_at is not None and _fits(above, cells) else None
    return parted or header_of_columns(cells) or (alike if alike and _fits(alike, cells) else None)


def _fits(header: Header, rows: list[list[str]]) -> bool:
    """Whether rows have titles where others of the page have them: words of a menu and of other tables are few."""
    return sum(len(cells[header.title_at or 0].split()) for cells in rows) > _MENU_WORDS * len(rows)


def header_of_columns(rows: Sequence[Sequence[str]]) -> Header | None:
    """What the columns of a table hold."""
    if len(rows) < _FEWEST_ROWS or len(rows[0]) < _FEWEST_CELLS:
        return None
    cells = [[row[position] for row in rows] for position in range(len(rows[0]))]
    columns = [held_by(column) for column in cells]
    texts = [position for position, column in enumerate(columns) if column is Column.TEXT]
    if not texts:
        return None
    title_at = max(texts, key=lambda position: are_titles(cells[position]))
    columns[title_at] = Column.TITLE
    if len(columns) == _FEWEST_CELLS and not _TOLD.isdisjoint(columns):
        return None
    return Header(tuple(columns), tuple("" for _ in columns))


def are_titles(cells: Sequence[str]) -> bool:
    """Whether hardly any two cells are the same."""
    return len(set(cells)) >= _DISTINCT * len(cells)


def name_columns(cells: Sequence[Sequence[str]], title_at: int) -> bool:
    """Whether the first of rows names the columns, if in words of another language: it is short, without any number or
    link, and in some column all others have one. People, states ("in press") and what comes again below name none."""
    first, *others = cells
    if column_of(first[title_at]) is Column.TITLE:
        return True
    short = len(first[title_at].split()) <= _LABEL_WORDS and not any(map(_is_figured, first))
    columns = [(cell, [row[at] for row in others]) for at, cell in enumerate(first) if at != title_at]
    told = (all(map(_is_figured, below)) for cell, below in columns if _may_be_label(cell))
    others_like = any(author_likeness(cell) or cell in below for cell, below in columns)
    return short and len(others) >= _FEWEST_BELOW and any(told) and not others_like


def _may_be_label(cell: str) -> bool:
    return cell[:1].isalpha() and not _STATE.fullmatch(cell)


def _is_figured(cell: str) -> bool:
    return "://" in cell or any(map(str.isdigit, cell))


def held_by(cells: Sequence[str]) -> Column:
    """What the cells of one column are: TEXT may be titles."""
    filled = [cell for cell in cells if cell.strip(" -–—")]
    if not filled:
        return Column.OTHER
    for column, holds in _TESTS:
        if sum(map(holds, filled)) >= _SHARE * len(filled):
            return column if column is not Column.AUTHORS or _are_distinct(filled) else Column.OTHER
    values = set(filled)
    venues = sum(parse_venue(value) is not None for value in values)
    if len(values) <= _RECURRING * len(filled) and venues >= _VENUES_SHARE * len(values):
        return Column.VENUE
    words = sum(len(cell.split()) for cell in filled) / len(filled)
    return Column.TEXT if words >= _TITLE_WORDS else Column.OTHER


def _are_distinct(cells: Sequence[str]) -> bool:
    return len(set(cells)) > len(cells) / 2


def is_date(cell: str) -> bool:
    """Whether a cell is a year or a day."""
    return year_of_date(cell.strip()) is not None or bool(_DATE.fullmatch(cell.strip()))


def _is_link(cell: str) -> bool:
    rest, links = take_urls(cell)
    return (bool(links) and not has_letters(rest)) or is_anchor(cell)


def is_names(cell: str) -> bool:
    """Whether a cell names people, and does not begin with more words than a name has: a title with names behind it."""
    if len(_PARTED.split(cell, maxsplit=1)[0].split()) > _NAME_WORDS:
        return False
    return names_people(cell) or cell.rstrip(". ").endswith("et al")


_TESTS: tuple[tuple[Column, Callable[[str], bool]], ...] = (
    (Column.DATE, is_date),
    (Column.LINK, _is_link),
    (Column.AUTHORS, is_names),
    (Column.VENUE, lambda cell: parse_venue(cell) is not None),
    (Column.NUMBER, lambda cell: cell.strip().isdigit()),
)
