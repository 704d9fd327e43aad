"""Inline runs that state several items - parted by line breaks, semicolons or commas between links - as one piece each.

Pure.
"""

from __future__ import annotations

import re
from itertools import pairwise

from enrich.mentions.entries.families import split_at_sign
from enrich.mentions.links import link_role
from enrich.mentions.markup.blocks import BREAK, Run
from enrich.mentions.markup.flow import Flow, flow_of
from enrich.mentions.markup.prose import credited_links
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.names import are_people
from enrich.mentions.shapes.phrases import ORDINAL, title_like
from enrich.records import LinkRole

_FACT_WORDS = 5
_BETWEEN = re.compile(r"[\s,;/&|·•+]*(?:and\s+|or\s+)?")


def part(runs: list[Run], surname_sign: str = "") -> list[list[Run]]:
    """`runs` as one piece an item: several where several of its lines, or of its links, are titles of papers.
    `surname_sign` stands behind the surnames alone that the items begin with, if they do."""
    return [piece for line in _by_lines(runs, surname_sign) for piece in _by_links(line)]


def _by_lines(runs: list[Run], sign: str) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        lines.append([]) if run.text == BREAK else lines[-1].append(run)
    lines = [line for line in lines if line]
    begins = [_begins_with_title(line, sign) for line in lines]
    if sum(begins) < 2:
        return [runs]
    pieces: list[list[Run]] = []
    for line, begin in zip(lines, begins, strict=True):
        if begin or not pieces:
            pieces.append(line)
        else:
            pieces[-1] += [Run(BREAK, line[0].line), *line]
    return pieces


def _begins_with_title(runs: list[Run], sign: str) -> bool:
    """Whether a line begins with a linked title, with or without its authors in front, with surnames and the sign that
    items have behind them, or with a number and more words than facts have."""
    flow = flow_of(runs)
    number = ORDINAL.match(flow.text)
    if number and len(flow.text.split()) > _FACT_WORDS:
        return True
    if (sign and split_at_sign(flow.text, sign)) or _links_title_of_people(flow):
        return True
    first = next(iter(flow.own_anchors()), None)
    return bool(first) and title_like(first.text) and not re.search(r"[^\W\d_]{3}", flow.text[: first.start])  # type: ignore[union-attr]


def _links_title_of_people(flow: Flow) -> bool:
    """Whether people and a colon stand in front of the linked title of a paper: "Roe & Poe: [A Title](...)"."""
    link = next((a for a in flow.own_anchors() if title_like(a.text)), None)
    names = flow.text[: link.start].rstrip() if link and link_role(link.url) is LinkRole.PAPER else ""
    return names.endswith(":") and are_people(names[:-1]) and not is_anchor(names[:-1])


def _by_links(runs: list[Run]) -> list[list[Run]]:
    """One piece a link, where all that stands between several linked titles of papers is a comma or the like, or where
    each has its authors behind it."""
    flow = flow_of(runs)
    titles = [a for a in flow.own_anchors() if title_like(a.text) and link_role(a.url) is LinkRole.PAPER]
    if len(titles) < 2:
        return [runs]
    gaps = [flow.text[left.end : right.start] for left, right in pairwise(titles)]
    if not all(_BETWEEN.fullmatch(gap) for gap in gaps):
        titles = credited_links(flow, titles)
    starts = [title.start for title in titles[1:]]
    pieces: list[list[Run]] = [[]]
    for start, _, run in flow.places:
        if starts and start >= starts[0]:
            pieces.append([])
            starts.pop(0)
        pieces[-1].append(run)
    return pieces
