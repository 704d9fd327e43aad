"""What the cells of one row of a table state: its entry, and what kind of thing it is. Pure."""

from __future__ import annotations

import re

from enrich.mentions.entries.entry import read_entry, read_title
from enrich.mentions.entries.facts import accepted_at
from enrich.mentions.entries.parts import Entry, Style
from enrich.mentions.shapes.anchors import is_anchor, take_urls
from enrich.mentions.shapes.columns import Column, Header
from enrich.mentions.shapes.days import begins_with_day, is_idle
from enrich.mentions.shapes.names import author_likeness, split_authors
from enrich.mentions.shapes.tags import parse_year, year_of_date
from enrich.mentions.shapes.venues import parse_cell
from enrich.mentions.shapes.words import has_letters
from enrich.mentions.text.flat.remarks import title_behind_text
from enrich.mentions.text.tables.people import CITED
from enrich.mentions.text.tables.tablerows import TableRow
from enrich.records import MentionKind

_NAMED = (
    (MentionKind.BENCHMARK, re.compile(r"\bbench", re.I)),
    (MentionKind.DATASET, re.compile(r"\bdata ?sets?\b|\bcorp(?:us|ora)\b", re.I)),
    (MentionKind.SOFTWARE, re.compile(r"\b(?:tool|library|software|package|framework)s?\b", re.I)),
)
_PAPER = re.compile(r"\b(?:paper|pdf|arxiv|doi)\b", re.I)  # a link called so leads to a paper
_PAPERS = re.compile(r"\bpapers?\b", re.I)
_NAME_WORDS = 3  # names of tools are as short


def read_row(row: TableRow, header: Header, style: Style) -> None:
    """Reads the cells of a row into its entry."""
    title_at = header.title_at or 0
    title = row.cells.get(title_at, "")
    name_at = header.columns.index(Column.NAME) if Column.NAME in header.columns else None
    if name_at is not None and (not title or is_anchor(take_urls(title)[0])):
        title = row.cells.get(name_at, "")
    read = read_entry if style.authors_first else read_title
    entry = row.entry = read(title, style) if title and not is_idle(title) else Entry()
    own = entry.year
    for position, column in sorted(enumerate(header.columns), key=lambda each: each[1] is Column.DATE):
        if position != title_at and (cell := row.cells.get(position)):
            _add_cell(entry, column, cell)
            named = column is Column.LINK and header.columns[title_at] is Column.TITLE and _PAPER.search(cell)
            row.kind = MentionKind.PAPER if named else row.kind
    if entry.links and _holds_papers(header) and len(entry.title.split()) > _NAME_WORDS:
        row.kind = MentionKind.PAPER
    if own and own != entry.year and title.rstrip(" .") == f"{entry.title} ({own})":
        entry.title = title  # "On the Tides of Roe and Poe (1978)", in a paper of another year
    _name_row(row, header, name_at, title)


def _holds_papers(header: Header) -> bool:
    """Whether a table names a column of papers: what has but code beside it is one as well."""
    name = header.words[header.title_at or 0]
    return header.columns[header.title_at or 0] is Column.TITLE and bool(_PAPERS.search(name))


def _name_row(row: TableRow, header: Header, name_at: int | None, title: str) -> None:
    """A described benchmark, data set or tool is the item, and the title the paper it comes from."""
    if name_at is None:
        return
    kind = next((kind for kind, pattern in _NAMED if pattern.search(header.words[name_at])), None)
    name = row.cells.get(name_at)
    if not kind or not name or (Column.TEXT not in header.columns and header.title_at != name_at):
        return
    row.kind = kind
    if header.title_at != name_at:
        row.paper_title = title_behind_text(title, name) if Column.TEXT in header.columns else title
        row.entry.title = name


def _add_cell(entry: Entry, column: Column, cell: str) -> None:
    text, links = take_urls(cell)
    entry.links.extend(links)
    match column:
        case Column.DATE:
            date = cell.strip("()[],. ")
            year = year_of_date(date)
            later = begins_with_day(cell) or not parse_year(date)  # "20190112" may be a number as well
            entry.year = entry.year or year if later else year or entry.year
        case Column.VENUE:
            venue, year = venue_and_year(cell)
            entry.venue, entry.year = venue or entry.venue, entry.year or year
        case Column.AUTHORS if match := CITED.fullmatch(text):
            entry.authors = entry.authors or split_authors(match["names"])
            entry.year = int(match["year"])
        case Column.AUTHORS if author_likeness(text) or "et al" in text:
            entry.authors = entry.authors or split_authors(text)
        case Column.TAGS:
            entry.keywords = (*entry.keywords, text)
        case Column.TEXT:
            entry.description = entry.description or text
            entry.venue = entry.venue or accepted_at(text)


def venue_and_year(cell: str) -> tuple[str | None, int | None]:
    """What a venue's cell states: "Nature", "Nature 2019" or "(CVPR'21)"; nothing where it is a dash."""
    if tag := parse_cell(cell):
        return tag.venue, tag.year
    name = cell.strip(" ()[],")
    return name + ")" * ("(" in name and ")" not in name) if has_letters(cell) else None, None  # "ICRA (Oral)"
