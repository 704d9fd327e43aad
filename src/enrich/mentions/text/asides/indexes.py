"""Indexes at the end of books: names or keywords in the order of the alphabet, with the pages they stand on. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from unicodedata import normalize

from enrich.mentions.text.lines.rows import Row

# "Roe, J. ... 17, 33", "dunes, 4, 12-15": no year has as few digits, and few titles as few words; so such lines stand
# behind half of the page, or below what says that they are an index. Columns of them stand side by side.
_PAGE = r"\d{1,3}(?:[-–]\d{1,3})?"
_PAGES = re.compile(rf"(?P<name>\D{{2,60}}?)[\s.,:;…·]+(?P<pages>{_PAGE}(?:,? {_PAGE})*)")
_HEAD, _HEAD_WORDS, _BEHIND = re.compile(r"\bindex\b", re.I), 4, 0.5
_COLUMNS = re.compile(r"\t+| {2,}")
_NAME_WORDS, _LONGEST = 5, 200
_FEWEST = 8  # by judgement; fewer lines may be in order by chance
_SEVERAL = 0.1  # of the lines lead to several pages; those of tables of contents lead to one
_IN_ORDER = 0.9  # of the lines; collations differ in their letters


def find_indexes(rows: list[Row], claimed: Mapping[int, object]) -> list[int]:
    """Positions of the rows of indexes; headings of a letter may part them."""
    names = {at: found for at, row in enumerate(rows) if at not in claimed and (found := _read(row))}
    runs: list[list[int]] = []
    for at in names:
        if runs and at - runs[-1][-1] <= 1 + (len(rows[at - 1].text) == 1):
            runs[-1].append(at)
        else:
            runs.append([at])
    heads = (at for at, row in enumerate(rows) if _HEAD.search(row.text) and len(row.text.split()) <= _HEAD_WORDS)
    first = min(next(heads, len(rows)), _BEHIND * len(rows))
    runs = [run for run in runs if run[0] > first and _is_index([names[at] for at in run])]
    return [at for run in runs for at in range(run[0], run[-1] + 1)]


def _read(row: Row) -> tuple[str, bool] | None:
    """The name that a row of an index begins with, as the alphabet orders it, and whether several pages follow, or
    other names with theirs in further columns."""
    if not row.text[-1:].isdigit() or len(row.text) > _LONGEST:
        return None
    whole = _PAGES.fullmatch(row.text)
    cells = [whole] if whole else [_PAGES.fullmatch(cell) for cell in _COLUMNS.split(row.text)]
    if any(match is None or len(match["name"].split()) > _NAME_WORDS for match in cells) or cells[0] is None:
        return None
    plain = normalize("NFKD", cells[0]["name"]).casefold()
    return "".join(filter(str.isalpha, plain)), len(cells) > 1 or " " in cells[0]["pages"]


def _is_index(names: list[tuple[str, bool]]) -> bool:
    """Whether enough names stand in the order of the alphabet, some with several pages."""
    if len(names) < _FEWEST or sum(several for _, several in names) < _SEVERAL * len(names):
        return False
    ordered = sum(name <= following for (name, _), (following, _) in pairwise(names))
    return ordered >= _IN_ORDER * (len(names) - 1)
