"""Marks that an owner sets beside some entries, and explains elsewhere or never: "*A Title", "A Title, FOCS 2004 (P)".

In: the text of an entry. Out: the same without them. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.shapes.trailing import split_trailing_venue

_IN_FRONT = re.compile(r"^[*†‡§¶]+\s?(?=\w)(?!.*\*)", re.S)  # no emphasis
# A number of Roman letters may be a part of the title.
_BEHIND = re.compile(r"(?<=\b(?:19|20)\d\d)\s?\((?:[A-HJ-UWYZ]|[^\w\s()]{1,2})\)(?=\.?(?:\s\w+\.?)?$)")
_VOTES = re.compile(r"(?<!\+1)(?:\s\+1)+$")  # of those who want to read it
_LONGEST_REMARK = 40  # characters behind such a mark


def without_marks(text: str) -> str:
    """`text` without an owner's mark in front of it, and behind its venue and year; and without votes."""
    text = _VOTES.sub("", _IN_FRONT.sub("", text, count=1))
    mark = _BEHIND.search(text) if ")" in text[-_LONGEST_REMARK:] else None
    tag = split_trailing_venue(text[: mark.start()])[1] if mark else None
    return text[: mark.start()] + text[mark.end() :] if mark and tag and tag.venue else text
