"""Tables that text browsers printed: cells parted by single blanks, rows broken at the edge, links numbered.

In: the lines of a page whose numbered addresses stand at its end. Out: each row on one line, its cells between tabs.
The number of the title's link tells where the title begins, the number behind it or the dash for none where links do;
what stands between these is cut as it is in other tables whose cells run together (`flat`). Rows (`browsedrows`) whose
titles have no link are but put on a line each. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from enrich.mentions.shapes.columns import EMPTY, Column, Header
from enrich.mentions.shapes.words import is_acronym
from enrich.mentions.text.drawn.browsedrows import (
    FRONT_WORDS,
    MARK,
    BrowsedTable,
    are_told,
    begins,
    find_browsed,
    group_rows,
    squeezed,
)
from enrich.mentions.text.drawn.grid import Ruled, glue
from enrich.mentions.text.flat.flat import split_rows
from enrich.mentions.text.flat.linkwords import is_link

_FEWEST_LINKS, _FEWEST_ROWS = 8, 3
_LINKED_SHARE = 0.9  # by judgement: so many rows have the number of a link where it is one of titles
_CLOSED_SHARE = 0.8  # of venues, so many come again where they are a closed set. By judgement
_OWN_YEAR = re.compile(r"(.*\S)\s+((?:19|20)\d\d)$")
_ADDRESS = re.compile(r"^ *\d{1,5}\. (?:https?|ftp|file)://\S+$", re.M)
_DASH = re.compile(r"\s(?=[-–—](?:\s|$))")


def undraw_browsed(lines: list[str], page: Ruled) -> None:
    """Puts the rows of such tables on one line each, with tabs between their cells."""
    text = "\n".join(lines)
    if "[1]" not in text or len(_ADDRESS.findall(text)) < _FEWEST_LINKS:
        return
    alike: dict[Header, list[BrowsedTable]] = defaultdict(list)
    for table in find_browsed(lines):
        alike[table.header].append(table)
    for header, tables in alike.items():
        rows = [row for table in tables for row in table.rows]
        texts = [_join(lines, row) for row in rows]
        cells = _cut(texts, header.columns)
        if not cells and are_told(header.columns):
            rows = [row for table in tables for row in group_rows(lines, table)]
        elif not cells:
            continue
        names = [table.names for table in tables]
        texts = ["\t".join(own) for own in ([header.words] * len(names) + cells if cells else ())]
        texts = texts or [_margin(lines[row[0]]) + squeezed(_join(lines, row)) for row in names + rows]
        for row, text in zip(names + rows, texts, strict=True):
            _put(lines, row, text, page)


def _put(lines: list[str], row: Sequence[int], text: str, page: Ruled) -> None:
    """Puts the text of a row on its first line."""
    page.rests |= {at + 1: row[0] + 1 for at in row[1:]}
    for at in row:
        lines[at] = ""
    lines[row[0]] = text


def _margin(line: str) -> str:
    return " " * (len(line) - len(line.lstrip()))


def _join(lines: Sequence[str], row: Sequence[int]) -> str:
    text = ""
    for at in row:
        part = lines[at].strip()
        text += glue(text, part) + part
    return text


def _cut(rows: Sequence[str], columns: Sequence[Column]) -> list[list[str]]:
    """The cells of each row; nothing where titles have no links of their own."""
    title_at = columns.index(Column.TITLE)
    link_at = next((at for at in range(title_at + 1, len(columns)) if columns[at] is Column.LINK), len(columns))
    linked = link_at < len(columns)
    marks = [[match.start() for match in MARK.finditer(row)] for row in rows]
    near = [
        bool(own) and len(row[: own[0]].split()) <= FRONT_WORDS * title_at for row, own in zip(rows, marks, strict=True)
    ]
    if len(rows) < _FEWEST_ROWS or sum(near) < _LINKED_SHARE * len(rows):
        return []
    fronts = [_front(row, columns) for row in rows]  # of titles without a link
    starts = [own if is_near else [n, *own] for own, is_near, n in zip(marks, near, fronts, strict=True)]
    parts = [_part(row, own, linked=linked) for row, own in zip(rows, starts, strict=True)]
    ahead = _split([front for front, _, _ in parts], columns[:title_at], title_at - 1)
    middle = _split_titles([title for _, title, _ in parts], columns[title_at:link_at])
    behind = [_split_links(links, columns[link_at:]) for _, _, links in parts]
    return [[cell or EMPTY for cell in (*a, *b, *c)] for a, b, c in zip(ahead, middle, behind, strict=True)]


def _front(row: str, columns: Sequence[Column]) -> int:
    """Where a title without a link begins: behind the date or number in front of it."""
    return row.find(" ") + 1 if columns[0] is not Column.TITLE and begins(row, columns[0]) else 0


def _part(row: str, starts: Sequence[int], *, linked: bool) -> tuple[str, str, str]:
    """What stands before the title, the title with what stands behind it, and from the links behind those on."""
    dashes = [match.end() for match in _DASH.finditer(row, starts[0])] if linked else []
    end = starts[1] if linked and len(starts) > 1 else dashes[-1] if dashes else len(row)
    return row[: starts[0]].strip(), row[starts[0] : end].strip(), row[end:]


def _split(texts: Sequence[str], columns: Sequence[Column], rest_at: int) -> list[list[str]]:
    """The cells of texts, of which the column at `rest_at` takes what is of no other."""
    if len(columns) < 2:
        return [[text] * len(columns) for text in texts]
    filled = [text for text in texts if text]
    found = iter(split_rows(filled, columns, rest_at, [""] * len(filled)))
    return [
        [cells.get(at, "") for at in range(len(columns))] for cells in (next(found) if text else {} for text in texts)
    ]


def _split_titles(texts: Sequence[str], columns: Sequence[Column]) -> list[list[str]]:
    """The cells of titles and what stands behind them. Years that only some venues have are set aside; where nearly all
    venues come again, what comes once and is no name of one is the end of a title."""
    if columns[-1] is not Column.VENUE:
        return _split(texts, columns, 0)
    parted = [_OWN_YEAR.match(text) for text in texts]
    cells = _split([match[1] if match else text for match, text in zip(parted, texts, strict=True)], columns, 0)
    counts = Counter(row[-1] for row in cells if row[-1])
    often = {venue for venue, count in counts.items() if count > 1}
    closed = sum(counts[venue] for venue in often) >= _CLOSED_SHARE * counts.total()
    for row, match in zip(cells, parted, strict=True):
        named = row[-1] in often or any(map(is_acronym, row[-1].split()))
        if closed and len(columns) == 2 and row[-1] and not named:
            row[:] = [" ".join(row), ""]
        if match:
            row[-1 if row[-1] else 0] += f" {match[2]}"
    return cells


def _split_links(text: str, columns: Sequence[Column]) -> list[str]:
    """The cells from the first column of links on: the last words of links end where others begin."""
    marks = [match.start() for match in MARK.finditer(text)]
    words = text[marks[-1] if marks else 0 :].split()
    length = 1 + next((n for n, word in enumerate(words[1:]) if not is_link(word)), len(words)) if words else 0
    links = sum(column is Column.LINK for column in columns)
    if links == len(columns):
        length = len(words)
    cells = [f"{text[: marks[-1] if marks else 0]}{' '.join(words[:length])}", " ".join(words[length:])]
    found, others = [""] * len(columns), [at for at, column in enumerate(columns) if column is not Column.LINK]
    for at, cell in zip((columns.index(Column.LINK), *others[:1]) if columns else (), cells, strict=False):
        found[at] = cell
    return found
