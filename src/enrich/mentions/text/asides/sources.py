"""Numbered lines that say where the record below them appeared, as indexes of medicine print them.

In: rows. Out: what each of them states of the next item: "7. Cell. 2019 Mar;2(8):186-9. doi: 10.1234/ab.". Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from enrich.mentions.shapes.anchors import take_urls
from enrich.mentions.shapes.tags import Tag
from enrich.mentions.text.lines.rows import Row
from enrich.records import Link

_SOURCE = re.compile(
    r"(?P<venue>[^\W\d_][^.;:\[\]]{1,80})(?: \[[A-Z][a-z]+\])?\.\s(?P<year>(?:19|20)\d\d)\b[^.:;]{0,16}"
    # "2019 Mar;2(8):186-9", "2019 Mar;7 Suppl 1(Pt 2):S10", of preprints "2019 Mar 7:2019.03.02.186", of what is not
    # printed yet "2019 Mar 7. doi: 10."
    r"(?:;\s?(?:Suppl |Pt |[A-Z])?\d[\w ]{0,24}(?:\([\w .–-]{1,24}\))?:|:\d|:arXiv:\d|\.\sdoi:\s?10\.)"
)


class Source(NamedTuple):
    """Where a record appeared, and its address."""

    tag: Tag
    links: list[Link]


def find_sources(rows: list[Row], claimed: Mapping[int, object]) -> dict[int, Source]:
    """The sources on a page, by the positions of their rows."""
    found = {at: _SOURCE.match(row.text) for at, row in enumerate(rows) if row.marker and at not in claimed}
    above = sum(match is not None and not found.get(at + 1) for at, match in found.items())
    if above * 2 < sum(map(bool, found.values())):
        return {}  # a list of such lines
    return {
        at: Source(Tag(match["venue"], int(match["year"])), take_urls(rows[at].text)[1])
        for at, match in found.items()
        if match
    }
