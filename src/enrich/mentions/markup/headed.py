"""Pages typed line by line below headings of Markdown, "## Methods", and with no other sign of it. Pure."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^ {0,3}#{1,6} \S", re.M)
_OTHER_SIGN = re.compile(
    r"^[ \t]*(?:[-*+>]|\d{1,4}[.)])[ \t]+\S|^[ \t]*(?:```|~~~|\[[^\]\n]+\]:)|^[ \t|:-]*-{3,}[ \t|:-]*$"
    r"|\]\(|\]\[|\*\*|__|[*_]\S[^*_\n]*\S[*_](?!\w)|</?[a-z][^<>\n]*>| {2}$|\\$",
    re.M,
)
_FEWEST_LINES = 2  # for each heading; by judgement, pages of fewer have mere notes below them


def is_typed_below_headings(text: str) -> bool:
    """Whether a page has headings, several lines for each, and nothing else that Markdown knows."""
    headings = sum(1 for _ in _HEADING.finditer(text))
    lines = sum(bool(line.strip()) for line in text.split("\n")) - headings if headings else 0
    return lines >= max(1, _FEWEST_LINES * headings) and not _OTHER_SIGN.search(text)
