"""Lists inside of numbered lists that are set in too little: "1. A Title" with "  - Jane Roe" below it.

In: the lines of a Markdown document. Out: the same, with such a list as deep as the words of the entry above, as who
typed it meant it; by the letter it ends the numbered list and is one beside it. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBERED = re.compile(r"(?P<indent> {0,3})\d{1,9}[.)](?P<gap> {1,4})(?=\S)")
_BULLET = re.compile(r" {1,5}[-*+] +\S")


def set_in(lines: Sequence[str]) -> list[str]:
    """The lines, with one list below each numbered entry set in as far as it has to be."""
    meant: list[str] = []
    indent = words = more = 0  # of the numbered entry above: its own indent, that of its words, what its lists lack
    for line in lines:
        own = len(line) - len(line.lstrip(" "))
        if numbered := _NUMBERED.match(line):
            indent, words, more = len(numbered["indent"]), numbered.end(), 0
        elif line.strip() and own <= indent:
            words = more = 0
        elif indent < own < words and not more and _BULLET.match(line):
            more = words - own
        meant.append(" " * more + line if line.strip() else line)
    return meant
