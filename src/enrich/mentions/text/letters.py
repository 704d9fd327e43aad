"""Pages that came by mail or from a printer: marks of quotation, and what is printed at the edges of the paper.

In: a page's text. Out: the same lines without the marks, the edges left blank. Pure; cost is linear.
"""

from __future__ import annotations

import re

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
    found = list(_EDGE.finditer(text))
    if len(found) < _FEWEST_EDGES:
        return text, set()
    lines: set[int] = set()
    number, end = 1, 0
    for match in found:
        number += text.count("\n", end, match.start())
        lines.add(number)
        end = match.start()
    return _EDGE.sub("", text), lines
