"""Tables that text browsers printed: cells parted by single blanks, rows broken at the edge, links numbered.

In: the lines of a page whose numbered addresses stand at its end. Out: each row on one line, its cells between tabs.
The number of the title's link tells where the title begins, the number behind it or the dash for none where links do;
what stands between these is cut as it is in other tables whose cells run together (`flat`), and so are rows
(`browsedrows`) whose titles have no link; a link behind a title, "[16]paper", ends it. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

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
_LINKED_SHARE = 0.9  # by judgement: so many rows have the number of a link where it is one of titles, or of names
_BEHIND_SHARE, _MORE_SHARE = 0.8, 0.1  # by judgement: of rows, so many have the same link behind titles, and others
_END_WORDS = 2  # by judgement: so few words has a last cell that is a link
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
        named = _are_names_linked(texts, header.columns)
        cells = [] if named else _cut(texts, header.columns)
        if not cells and are_told(header.columns):
            rows = [row for table in tables for row in group_rows(lines, table)]
            cells = (_cut_named if named else _cut_behind)([_join(lines, row) for row in rows], header.columns)
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


def _are_names_linked(rows: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether the first links are those of short names before the titles: behind a word for each column before."""
    title_at = columns.index(Column.TITLE)
    names_at = next((at for at in range(1, title_at) if columns[at] is Column.NAME), 0)
    marks = (MARK.search(row) for row in rows)
    words = [len(row[: mark.start()].split()) for row, mark in zip(rows, marks, strict=True) if mark]
    return names_at > 0 and words.count(names_at) >= max(_FEWEST_ROWS, _LINKED_SHARE * len(rows))


def _cut_named(rows: Sequence[str], columns: Sequence[Column]) -> list[list[str]]:
    """The cells of rows whose short names are linked, and titles seldom: the last words of a row that a link begins, or
    that are of links and come again, are those of the last column. Nothing for others."""
    if columns[-1] is not Column.LINK:
        return []
    linked = {MARK.sub("", last) for row in rows if MARK.match(last := row.split()[-1])}
    counts = Counter(last for row in rows if is_link(last := row.split()[-1]) or last in linked)
    ends = [_start_of_end(row, counts) for row in rows]
    fronts = [row[:end].strip() for row, end in zip(rows, ends, strict=True)]
    cells = _split(fronts, columns[:-1], columns.index(Column.TITLE))
    return [[cell or EMPTY for cell in (*own, row[end:])] for own, row, end in zip(cells, rows, ends, strict=True)]


def _start_of_end(row: str, counts: Mapping[str, int]) -> int:
    """Where the last cell of a row begins: at its link, or at a last word that often stands there."""
    marks = list(MARK.finditer(row))
    if len(marks) > 1 and len(row[marks[-1].end() :].split()) <= _END_WORDS:
        return marks[-1].start()
    last = row.split()[-1]
    return len(row) - len(last) if counts[last] >= _FEWEST_ROWS else len(row)


def _cut_behind(rows: Sequence[str], columns: Sequence[Column]) -> list[list[str]]:
    """The cells of rows whose titles have a link of their own behind them: one word is that of nearly all first links,
    and several rows have one link more than there are columns of links. Nothing for other rows."""
    title_at, links = columns.index(Column.TITLE), columns.count(Column.LINK)
    if title_at + 1 == len(columns):
        return []
    marks = [list(MARK.finditer(row)) for row in rows]
    more = sum(len(own) > links for own in marks)
    first = Counter(row[own[0].end() :].split()[0] for row, own in zip(rows, marks, strict=True) if own)
    word, count = first.most_common(1)[0] if first else ("", 0)
    if not is_link(word) or count < max(_FEWEST_ROWS, _BEHIND_SHARE * len(rows)) or more < _MORE_SHARE * len(rows):
        return []
    ends = [_end_of_title(row, own, word) for row, own in zip(rows, marks, strict=True)]
    fronts = _split([row[:end].strip() for row, end in zip(rows, ends, strict=True)], columns[: title_at + 1], title_at)
    behind = [_split_behind(row[end:], columns[title_at + 1 :]) for row, end in zip(rows, ends, strict=True)]
    if columns[title_at + 1] is not Column.LINK and sum(bool(cells[0]) for cells in behind) * 2 < len(rows):
        return []
    return [[cell or EMPTY for cell in (*a, *b)] for a, b in zip(fronts, behind, strict=True)]


def _end_of_title(row: str, marks: Sequence[re.Match[str]], word: str) -> int:
    """Where a title ends: behind its link, if that has this word, or in front of another link."""
    if not marks:
        return len(row)
    own = row.startswith(word, marks[0].end())
    return marks[0].end() + len(word) if own else marks[0].start()


def _split_behind(text: str, columns: Sequence[Column]) -> list[str]:
    """The cells behind a title: up to the first link that of the first column, if it is none of links."""
    if not columns or columns[0] is Column.LINK:
        return _split_links(text, columns) if columns else []
    mark = MARK.search(text)
    start = mark.start() if mark else len(text)
    rest = _split_links(text[start:], columns[1:]) if Column.LINK in columns else [""] * (len(columns) - 1)
    return [text[:start].strip(), *rest]


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
