"""Labels in front of what a course reads: "Read: Roe, J. (2019). A Title", "Skim: ...", "Primary: Jane Roe, ...".

In: rows. Out: rows that begin with what the label leads to. No label is known beforehand: a page has a few that come
again and again in front of ever new citations, as names of systems do not. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from enrich.mentions.shapes.quotations import find_quotation
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.markers.further import is_cited

_LABEL = re.compile(r"(?P<label>[^\W\d_a-z][^\W\d_]{1,14}(?: [^\W\d_]{1,12}){0,2})\s?[:：]\s+(?=\S+\s+\S+\s+\S)")
_PEOPLE = re.compile(r"(?:author|by|written|edited|speaker|presenter|discussant|instructor|lead|led|chair|host)", re.I)
# By judgement: a label that comes but once is told by nothing; half of what stands behind one may be books and films.
_AGAIN, _FEWEST, _CITED = 2, 4, 0.5
_NEAR = 80  # characters of names in front of a title in quotation marks


def drop_labels(rows: Sequence[Row]) -> None:
    """Takes the labels off the rows that have one in front."""
    places: dict[str, list[tuple[Row, int]]] = defaultdict(list)
    for row in rows:
        if (label := _LABEL.match(row.text)) and not _PEOPLE.match(label["label"]):
            places[label["label"].casefold()].append((row, label.end()))
    told = [found for found in places.values() if len(found) >= _AGAIN and _lead_to_citations(found)]
    if sum(map(len, told)) >= _FEWEST:
        for row, end in (place for found in told for place in found):
            row.cut_front(end)


def _lead_to_citations(found: Sequence[tuple[Row, int]]) -> bool:
    rests = [row.text[end:] for row, end in found]
    return len(set(rests)) > len(rests) / 2 and sum(map(cites, rests)) >= _CITED * len(rests)


def cites(text: str) -> bool:
    """Whether people stand in front of a title that is dated, or in quotation marks."""
    quotation = find_quotation(text)
    if quotation:
        return 0 < quotation.start() <= _NEAR
    return is_cited(text)
