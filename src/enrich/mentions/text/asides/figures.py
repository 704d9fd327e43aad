"""Tables beside a list that measure: rows with short names and figures, between tabs or run together, and the names of
their columns.

In: rows. Out: the positions of those that are no papers. A table that has a title in most rows, or a column of them, is
a list all the same. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby

from enrich.mentions.shapes.columns import header_of_cells
from enrich.mentions.shapes.tags import find_year
from enrich.mentions.shapes.words import has_words, is_small
from enrich.mentions.text.lines.rows import Row

# A fraction or a share: counts stand beside papers, and so do days, addresses of preprints and publishers' numbers.
_FIGURE = re.compile(r"[+~<>-]?\d{1,4}(?:\.\d{1,3}%?|%)(?: ?[(±+-][\d.%±()\s+-]*)?")
_COUNT = re.compile(r"\d{1,3}")  # beside figures it is one, too
_NONE = frozenset(["-", "--", "–", "—", "", "n/a", "N/A"])
# By judgement: names of what is measured are short, titles longer; two cells more may say of what kind it is, and where
# it was published.
_FEWEST_ROWS, _FEWEST_CELLS, _NAME_WORDS, _TITLE_WORDS, _MOST_OTHERS, _SHARE = 3, 3, 3, 4, 2, 0.8
# By judgement, with no tabs between: words beside figures, characters, and columns of a table that stands alone.
_OTHER_WORDS, _LONGEST, _FEWEST_COLUMNS = 5, 160, 5


def find_figures(rows: Sequence[Row], claimed: Mapping[int, object]) -> list[int]:
    """Positions of the rows of such tables, the names of the columns included."""
    tabbed = [at for run in _runs(rows, claimed) if _measures([rows[at].text.split("\t") for at in run]) for at in run]
    return [*tabbed, *_run_together(rows, claimed)]


def _run_together(rows: Sequence[Row], claimed: Mapping[int, object]) -> Iterator[int]:
    """Rows of a few words and several figures, line upon line, and the names of columns right above them."""
    figured = groupby(range(len(rows)), key=lambda at: at not in claimed and _has_figures(rows[at]))
    runs = [run for found, group in figured if found and len(run := list(group)) >= _FEWEST_ROWS]
    above = {run[0] - 1: run for run in runs if run[0] and run[0] - 1 not in claimed and not rows[run[0]].gap}
    texts = Counter(rows[at].text for at in above)
    yield from chain.from_iterable(runs)
    for at, run in above.items():
        again = texts[rows[at].text] > 1 or len(runs) == 1
        if _is_of_table(rows[at], [rows[each] for each in run], again=again):
            yield at


def _is_of_table(row: Row, run: Sequence[Row], *, again: bool) -> bool:
    """Whether a row right above a table is of it: with a figure or two, or as names of its columns if it has about as
    many words as the others have cells and stands there `again`; a paper may stand there as well."""
    words = row.text.split()
    cells = {len(each.text.split()) for each in run}
    if row.marker or len(words) > max(cells) + 1 or any(map(is_small, words)):
        return False
    figures = sum(_FIGURE.fullmatch(word) is not None for word in words)
    named = again and find_year(row.text) is None and len(words) >= max(_FEWEST_COLUMNS, min(cells) - 1)
    return figures > 1 or named


def _has_figures(row: Row) -> bool:
    """Whether a row without a tab has two figures or more, and no more words beside figures and gaps for them than
    there are of these."""
    if row.marker or "." not in row.text or "\t" in row.text or len(row.text) > _LONGEST:
        return False
    words = row.text.split()
    figures = sum(_FIGURE.fullmatch(word) is not None for word in words)
    measured = figures + sum(word in _NONE for word in words)
    return figures > 1 and len(words) - measured <= min(_OTHER_WORDS, measured)


def _runs(rows: Sequence[Row], claimed: Mapping[int, object]) -> Iterator[list[int]]:
    """Runs of rows with the same number of tabs."""
    run: list[int] = []
    for at, row in enumerate(rows):
        tabs = 0 if at in claimed else row.text.count("\t")
        if run and (tabs != rows[run[0]].text.count("\t") or row.gap):
            yield run
            run = []
        if tabs:
            run.append(at)
    if run:
        yield run


def _measures(cells: Sequence[Sequence[str]]) -> bool:
    """Whether most rows have a short name and behind it nothing but figures, or gaps for them, and two cells more."""
    header, body = header_of_cells(list(cells[0])), cells[1:]
    titles = header.columns[header.title_at] if header and header.title_at is not None else None
    if len(cells) <= _FEWEST_ROWS or len(cells[0]) < _FEWEST_CELLS:
        return False
    if titles and titles != "name":  # that of a method is no title where all else measures it
        return False
    titled = sum(any(has_words(cell, _TITLE_WORDS) for cell in row) for row in body)
    named = sum(len(row[0].split()) <= _NAME_WORDS for row in body)
    return 2 * titled < len(body) and min(named, sum(map(_is_measured, body))) >= _SHARE * len(body)


def _is_measured(row: Sequence[str]) -> bool:
    behind = [cell.strip() for cell in row[1:]]
    figures = sum(_FIGURE.fullmatch(cell) is not None for cell in behind)
    gaps = sum(cell in _NONE or (figures > 0 and _COUNT.fullmatch(cell) is not None) for cell in behind)
    return figures > 0 and figures + gaps >= max(2, len(behind) - _MOST_OTHERS)
