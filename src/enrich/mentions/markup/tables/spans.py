"""Columns that only tables without papers have: shares of a grade, and the years in which posts were held.

In: columns with the text of their cells. Out: whether they are such. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.markup.tables.columns import Column
from enrich.mentions.shapes.tags import parse_year

_SPAN = re.compile(r"(?P<first>(?:19|20)\d\d)\s?[-–—]\s?(?P<last>(?:19|20)\d\d|[^\W\d_]{3,9})?")  # "2016-", "2016-now"
_SHARE, _WHOLE = re.compile(r"(?:(?P<times>\d) ?[x×*] ?)?(?P<share>\d{1,2}) ?%"), 100  # "2 × 20%"


def adds_up(column: Column) -> bool:
    """Whether the cells of a column are shares that add up to the whole, as those of a grade do."""
    shares = list(filter(None, (_SHARE.fullmatch(cell.text.strip()) for cell in column.cells)))
    whole = sum(int(share["times"] or 1) * int(share["share"]) for share in shares) == _WHOLE
    return whole and len(shares) == len(column.cells) > 1


def spans_years(column: Column) -> bool:
    """Whether the cells of a column are years, and most of them spans as those of posts and degrees are, "2009-2016":
    theses and prizes are listed by academic years, "2018-2019", too."""
    texts = [cell.text.strip() for cell in column.cells]
    spans = [span for text in texts if (span := _SPAN.fullmatch(text))]
    longer = sum(not _is_academic_year(span) for span in spans)
    return longer * 2 > len(texts) > 1 and all(_SPAN.fullmatch(text) or parse_year(text) for text in texts)


def _is_academic_year(span: re.Match[str]) -> bool:
    return (span["last"] or "").isdigit() and int(span["last"]) == int(span["first"]) + 1
