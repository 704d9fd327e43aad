"""Records right below one another that end in figures, as profiles of researchers print them: how often each was cited,
and its year, "12<TAB>2019", on a line of their own or behind the last one.

In: rows. Out: the rows of each record without the lines of figures alone; none where such do not part records. Pure;
cost is linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from enrich.mentions.shapes.columns import header_of_cells
from enrich.mentions.shapes.names import names_people
from enrich.mentions.shapes.words import has_letters

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer records may stand so by chance; lines of a record; blank lines to each.
_FEWEST, _LOWEST, _HIGHEST, _GAPS = 6, 2, 6, 0.2
_USUAL = 0.7  # of the records have as many lines as most, or one less
_CELLS = 0.2  # of the lines have cells side by side; by judgement, in records hardly any


def part_at_figures(rows: Sequence[Row]) -> list[range]:
    """The rows of each record. In front of the first may stand the head of the page: the first has as many lines as
    most, or begins below names of columns."""
    parts = list(_parts(rows))
    runs = [list(run) for near, run in groupby(parts, lambda part: _LOWEST <= len(part) <= _HIGHEST) if near]
    records = max(runs, key=len, default=[])
    if len(records) < _FEWEST:
        return []
    usual = Counter(map(len, records)).most_common(1)[0][0]
    alike = sum(usual - 1 <= len(part) <= usual for part in records)
    gaps = sum(rows[at].gap > 0 for at in range(records[0].start, records[-1].stop))
    told = alike >= _USUAL * len(records) and gaps <= _GAPS * len(records)
    if not told or _are_cells(rows, records) or _are_titles(rows, [part[-1] for part in records]):
        return []
    first = parts.index(records[0])
    head = parts[first - 1 : first] if first else []
    records = _without_heads(rows, records, usual)
    return [*(part[-usual:] for part in head if len(part) > usual), *records]


def _are_cells(rows: Sequence[Row], records: Sequence[range]) -> bool:
    """Whether lines between figures are rows of tables: years stand over those, too."""
    lines = [rows[at].text for part in records for at in part]
    cells = sum("\t" in text and not _ends_in_figures(text) for text in lines)
    return cells > _CELLS * len(lines)


def _are_titles(rows: Sequence[Row], last: Sequence[int]) -> bool:
    """Whether rows with figures behind them are titles, in a table or above their people: most do not stand right below
    people, or more stand right above some."""
    beside = [at for at in last if _ends_in_figures(rows[at].text)]
    above = sum(_are_people(rows, at - 1) for at in beside)
    below = sum(_are_people(rows, at + 1) for at in beside)
    return above * 2 < len(beside) or below > above


def _are_people(rows: Sequence[Row], at: int) -> bool:
    return at < len(rows) and names_people(rows[at].text)


def _without_heads(rows: Sequence[Row], records: list[range], usual: int) -> list[range]:
    """The records without what stands above them: the head of the page, up to names of columns or a blank line, and
    where records begin with people, headings."""
    first = records[0]
    starts = [at for at in first[1:] if rows[at].gap or header_of_cells(rows[at - 1].text.split("\t"))]
    top = range(starts[-1], first.stop) if starts else first
    credited = sum(_are_people(rows, part[0]) for part in records if len(part) == usual)
    if credited * 2 <= len(records):
        return [top, *records[1:]]
    return [part[-usual:] if len(part) > usual and _are_people(rows, part[-usual]) else part for part in records]


def _parts(rows: Sequence[Row]) -> Iterator[range]:
    """What stands between figures: up to a line of nothing else, or to one that has such behind its tabs."""
    start = 0
    for at, row in enumerate(rows):
        if not has_letters(row.text):
            if start < at:
                yield range(start, at)
            start = at + 1
        elif _ends_in_figures(row.text):
            yield range(start, at + 1)
            start = at + 1


def _ends_in_figures(text: str) -> bool:
    """Whether a text has no letter behind its first tab."""
    _, tab, behind = text.partition("\t")
    return bool(tab) and not has_letters(behind)
