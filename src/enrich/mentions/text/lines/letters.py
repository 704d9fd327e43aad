"""Pages that came by mail: lines with marks of quotation in front.

In: a page's text. Out: the same lines without the marks. Pure; cost is linear.
"""

from __future__ import annotations

import re

_QUOTED = re.compile(r"^ ?> ?", re.M)
# A page is a quoted letter when this share of its lines is quoted; below, the mark is one of the page itself.
_SHARE = 0.6
_DEEPEST = 5


def open_letter(text: str) -> str:
    """The page without the marks of quotation; those of an answer to an answer are taken off one by one."""
    for _ in range(_DEEPEST):
        lines = sum(not line.isspace() for line in text.split("\n") if line)
        if text.count(">") < _SHARE * lines or len(_QUOTED.findall(text)) < _SHARE * max(lines, 1):
            break
        text = _QUOTED.sub("", text)
    return text
