"""Pages that came by mail or from a printer: marks of quotation, and what is printed at the edges of the paper.

In: a page's text. Out: the same lines without the marks, the edges left blank. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter

_QUOTED = re.compile(r"^ ?> ?", re.M)
# A page is a quoted letter when this share of its lines is quoted; below, the mark is one of the page itself.
_SHARE = 0.6
_DEEPEST = 5
# What browsers print above and below: "6/14/23, 10:05 AM Title of the page", "https://address.org/page 3/9".
_EDGE = re.compile(
    r"^[ \t\f]*(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?: ?[AP]M)?[ \t]\S.*"
    r"|\w+://\S+[ \t]+\d{1,4}/\d{1,4})[ \t\f]*$",
    re.M,
)
_FEWEST_EDGES = 2
# Where printers end a sheet: a page number, a form feed, and the same head on nearly all sheets. By judgement.
_PAGE = re.compile(r"(?:page )?[-–— ]*\d{1,4}[-–— ]*(?:(?:/|of) ?\d{1,4})?", re.I)
_DIGITS = re.compile(r"\d+")
_SAME_SHARE, _MOST_BLANK = 0.8, 0.03


def open_letter(text: str) -> str:
    """The page without the marks of quotation; those of an answer to an answer are taken off one by one."""
    for _ in range(_DEEPEST):
        lines = sum(not line.isspace() for line in text.split("\n") if line)
        if text.count(">") < _SHARE * lines or len(_QUOTED.findall(text)) < _SHARE * max(lines, 1):
            break
        text = _QUOTED.sub("", text)
    return text


def clear_edges(text: str) -> tuple[str, set[int]]:
    """`(text, lines)`: the page with the edges of its sheets left blank, and the numbers of those lines."""
    lines = text.split("\n")
    found = [at for at, line in enumerate(lines) if _EDGE.match(line)] if _EDGE.search(text) else []
    edges = set(found) if len(found) >= _FEWEST_EDGES else set()
    if text.count("\n\f") >= _FEWEST_EDGES:
        edges |= _margins(lines)
    for at in edges:
        lines[at] = ""
    return ("\n".join(lines) if edges else text), {at + 1 for at in edges}


def _margins(lines: list[str]) -> set[int]:
    """The head that nearly all sheets begin with and the page numbers above, with the blank lines around them where
    the sheets have hardly any others."""
    tops = [at for at, line in enumerate(lines) if line.startswith("\f")]
    heads = Counter(_DIGITS.sub("0", lines[at].strip()) for at in tops)
    head, count = heads.most_common(1)[0]
    if not head or count < _SAME_SHARE * len(tops):
        return set()
    margins: set[int] = set()
    blank: set[int] = set()
    for at in tops:
        first, last = _blanks_around(lines, at)
        if first and _PAGE.fullmatch(lines[first - 1].strip()):
            margins.add(first - 1)
            first = _blanks_around(lines, first - 1)[0]
        margins.add(at)
        blank.update(range(first, last))
    others = sum(not line.strip() for line in lines) - len(blank - margins)
    return margins | blank if others <= _MOST_BLANK * len(lines) else margins


def _blanks_around(lines: list[str], at: int) -> tuple[int, int]:
    """The range of a line and the blank ones above and below it."""
    first, last = at, at + 1
    while first > 0 and not lines[first - 1].strip():
        first -= 1
    while last < len(lines) and not lines[last].strip():
        last += 1
    return first, last
