"""What markup sets apart in front of the plain words of an entry: where and when it appeared, or its people. Pure."""

from __future__ import annotations

import re

from enrich.mentions.markup.entries.marked import is_tag_in_front
from enrich.mentions.markup.model.flow import Flow
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.names import names_people, split_authors
from enrich.mentions.shapes.phrases import LABEL_WORDS, title_like
from enrich.mentions.shapes.tags import Tag, parse_tag
from enrich.mentions.shapes.words import has_letters

_SIGNS = re.compile(r"[])】]?[ .,:;|·•–—-]*")


def tags_in_front(flow: Flow) -> tuple[list[Tag], int]:
    """The venue and year that markup sets apart in front of plain words, and where the words begin: `2016` `ICCV`
    Title, [[ICCV](..)] Title. Beside a year, any name set so is the venue."""
    link = next(iter(flow.own_anchors), None)
    if link and is_tag_in_front(flow, link) and not is_anchor(link.text):
        return [parse_tag(link.text) or Tag(link.text)], flow.text.index("]", link.end) + 1
    codes: list[str] = []
    end = 0
    for _, stop, run in flow.places:
        apart = run.hint == "code" or ((run.strong or run.emphasis) and not run.url)
        if apart and len(run.text.split()) <= LABEL_WORDS:
            codes, end = [*codes, run.text.strip(" .,:;|")], _SIGNS.match(flow.text, stop).end()  # type: ignore[union-attr]
        elif has_letters(run.text):
            break
    tags = [tag for code in codes if (tag := parse_tag(code))]
    if not tags or not title_like(flow.text[end:]):
        return [], 0
    return [*tags, *(Tag(code) for code in codes if code[:1].isupper() and not parse_tag(code))], end


def people_in_front(flow: Flow, mark: str) -> tuple[tuple[str, ...], int]:
    """The people that an entry begins with, where most of its siblings have theirs set apart by `mark`, and where what
    stands behind begins."""
    first = next(iter(flow.spans(lambda run: getattr(run, mark) and not run.url)), None) if mark else None
    if not first or has_letters(flow.text[: first.start]) or not names_people(first.text.strip(" .,:;")):
        return (), 0
    return split_authors(first.text.strip(" .,:;")), _SIGNS.match(flow.text, first.end).end()  # type: ignore[union-attr]
