"""Who wrote the papers of a table, and where these appeared, where no column is called so: columns of surnames with a
year, people who stand behind the titles in one cell, and columns of venues.

In: the header, and the rows with their cells. Out: the header with columns of people; what stood behind titles, and the
venues behind those, has columns of its own behind all others then. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from enrich.mentions.shapes.columns import Column, Header
from enrich.mentions.shapes.names import are_people, are_surnames
from enrich.mentions.shapes.tags import parse_tag
from enrich.mentions.text.flat.flat import split_rows
from enrich.mentions.text.tables.headless import held_by
from enrich.mentions.text.tables.tablerows import TableRow

# "Roe et al., 2018", "Roe (2018)": how studies are called beside their titles, in so many rows; others have no year.
CITED = re.compile(r"(?P<names>[^\d,(\[]{2,60}|[^\d(\[]{2,120}(?= \()),? [(\[]?(?P<year>(?:19|20)\d\d)[a-z]?[)\]]?")
_CITED_SHARE = 0.5
# Behind titles: initials at the end, or others that go unnamed, with a venue behind them. So many cells have them.
_INITIALS = r"[^\W\d_a-z]{1,2}\."
_BEHIND = re.compile(
    rf"\s(?:(?=[^\W\d_a-z])[^\s.]+ (?:{_INITIALS}-?){{1,3}}|\S+ et al\.?,?(?P<more>(?: \S+){{1,3}})?)$"
)
_BEHIND_SHARE, _FEWEST_BEHIND = 0.6, 3
# What may part titles from people; there, cells are read as entries are. Not within people: "Roe J., Poe M.".
_SIGN = re.compile(r"(?<!\.)(?:[,;:]| [–—-]| by)\s+(?=\S)")
_LONGEST_BEHIND = 160  # characters; a bound on work


def find_people(header: Header, rows: Sequence[TableRow]) -> Header:
    """The header, with the columns of people and venues that no word names."""
    header = _find_places(header, rows)
    unknown = [at for at, column in enumerate(header.columns) if column is Column.OTHER]
    cited = {at for at in unknown if _are_cited([cell for row in rows if (cell := row.cells.get(at))])}
    columns = (Column.AUTHORS if at in cited else column for at, column in enumerate(header.columns))
    found = replace(header, columns=tuple(columns)) if cited else header
    return found if Column.AUTHORS in found.columns else _take_behind(found, rows)


def _find_places(header: Header, rows: Sequence[TableRow]) -> Header:
    """The header, of which the one column that is called by some other word holds venues and years: "Reference" above
    "ICRA 2019". Countries and licences are written as venues are, but state no year."""
    if Column.VENUE in header.columns or header.columns.count(Column.OTHER) != 1:
        return header
    at = header.columns.index(Column.OTHER)
    cells = [cell for row in rows if (cell := row.cells.get(at))]
    dated = sum(tag is not None and tag.venue is not None for tag in map(parse_tag, cells))
    if dated * 2 < len(cells) or held_by(cells) is not Column.VENUE:
        return header
    return replace(header, columns=(*header.columns[:at], Column.VENUE, *header.columns[at + 1 :]))


def _are_cited(cells: list[str]) -> bool:
    found = [match for cell in cells if (match := CITED.fullmatch(cell))]
    named = sum(are_surnames(match["names"].removesuffix(" et al.").removesuffix(" et al")) for match in found)
    return bool(cells) and named >= _CITED_SHARE * len(cells)


def _take_behind(header: Header, rows: Sequence[TableRow]) -> Header:
    """The header with what stands behind titles in their cells, if most have people there; the rows' cells are cut."""
    title_at = header.title_at or 0
    worded = [row for row in rows if row.cells.get(title_at)]
    ends = [_BEHIND.search(row.cells[title_at][-_LONGEST_BEHIND:]) for row in worded]
    named = [end for end in ends if end]
    signed = sum(_is_signed(end.string[: end.start("more") if end["more"] else end.end()]) for end in named)
    if len(named) < max(_FEWEST_BEHIND, _BEHIND_SHARE * len(worded)) or signed * 2 > len(named):
        return header
    placed = sum(bool(end["more"]) for end in named) * 2 > len(named)
    behind = (Column.AUTHORS, Column.VENUE) if placed else (Column.AUTHORS,)
    cells = split_rows([row.cells[title_at] for row in worded], (Column.TITLE, *behind), 0, [""] * len(worded))
    if sum(are_people(cell.get(1, "").rstrip(",")) for cell in cells) * 2 < len(cells):
        return header
    count = len(header.columns)
    for row, (title, *others) in zip(
        worded, ([each.get(at, "") for at in range(len(behind) + 1)] for each in cells), strict=True
    ):
        row.cells = {**row.cells, title_at: title} | {count + at: cell for at, cell in enumerate(others)}
    return Header((*header.columns, *behind), (*header.words, *("" for _ in behind)))


def _is_signed(text: str) -> bool:
    """Whether a sign parts the people at the end of a text from what is in front of them."""
    return any(are_people(text[sign.end() :]) for sign in _SIGN.finditer(text))
