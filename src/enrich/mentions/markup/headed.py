"""Pages typed line by line below headings of Markdown, "## Methods", and with no other sign of it; or with paragraphs
that stand in so far that Markdown takes them for code. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

_HEADING = re.compile(r"^ {0,3}#{1,6} \S", re.M)
_OTHER_SIGN = re.compile(
    r"^[ \t]*(?:[-*+>]|\d{1,4}[.)])[ \t]+\S|^[ \t]*(?:```|~~~|\[[^\]\n]+\]:)|^[ \t|:-]*-{3,}[ \t|:-]*$"
    r"|\]\(|\]\[|\*\*|__|[*_]\S[^*_\n]*\S[*_](?!\w)|</?[a-z][^<>\n]*>| {2}$|\\$",
    re.M,
)
_FEWEST_LINES = 2  # for each heading; by judgement, pages of fewer have mere notes below them
_CODE = re.compile(r"(?: {4}|\t)")
_LISTED = re.compile(r"\s{0,3}(?:[-*+]|\d{1,4}[.)])\s")
# By judgement: fewer paragraphs may be quoted; of their words so many are plain ones; shorter ones are commands.
_FEWEST_SAID, _PLAIN, _FEWEST_WORDS = 3, 0.7, 25
_SIGNS = ".,;:()'\"’“”!?–—"


def is_typed_below_headings(text: str) -> bool:
    """Whether a page has headings, several lines for each, and nothing else that Markdown knows."""
    headings = sum(1 for _ in _HEADING.finditer(text))
    lines = sum(bool(line.strip()) for line in text.split("\n")) - headings if headings else 0
    return lines >= max(1, _FEWEST_LINES * headings) and not _OTHER_SIGN.search(text)


def holds_prose_as_code(text: str) -> bool:
    """Whether most of what Markdown takes for code are paragraphs: blocks below blank lines, set in below no list."""
    blocks = list(_code_blocks(text.split("\n")))
    said = sum(map(_is_prose, blocks))
    return said >= _FEWEST_SAID and said * 2 > len(blocks)


def _code_blocks(lines: list[str]) -> Iterator[list[str]]:
    """The words of each block of lines that all stand in, below a line at the margin that is no entry of a list."""
    above = ""
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        block = [] if blank else list(group)
        if block and all(map(_CODE.match, block)):
            if above and not _LISTED.match(above):
                yield " ".join(block).split()
        elif block:
            above = next(line for line in reversed(block) if not _CODE.match(line))


def _is_prose(words: list[str]) -> bool:
    plain = sum(word.strip(_SIGNS).isalpha() for word in words)
    return len(words) >= _FEWEST_WORDS and plain >= _PLAIN * len(words) and words[-1][-1] in _SIGNS
