"""The title behind a name that an entry begins with: between bars, or where the name is said to be of a paper. Pure."""

from __future__ import annotations

import re

from enrich.mentions.entries.notes import find_named_paper
from enrich.mentions.markup.model.flow import Flow, Span
from enrich.mentions.shapes.phrases import title_like

_BARS = re.compile(r"\s*\|\s*(?P<title>[^|\n]{1,300}?)\s*\|")


def paper_behind(flow: Flow, name: Span) -> Span | None:
    """The title of the paper that a name is said to belong to: "[tidekit](..) -> code for 2019 paper: Title"."""
    start = find_named_paper(flow.text, name.end)
    title = flow.text[start:].partition("\n")[0].rstrip(" .") if start else ""
    return Span(start, start + len(title), title) if title_like(title) else None


def cell_behind(flow: Flow, name: Span) -> Span | None:
    """The title between two bars behind a name: "**Name** | Title | Authors"."""
    between = _BARS.match(flow.text, name.end)
    if not between or not title_like(between["title"]):
        return None
    return Span(between.start("title"), between.end("title"), between["title"])
