"""Web pages whose list stands as plain text between <pre> tags: archives of mail, pages kept for decades. Pure."""

from __future__ import annotations

import re
from html import unescape

_PART = re.compile(r"<pre\b[^<>]*>(?P<inner>.*?)(?:</pre\s*>|\Z)", re.I | re.S)
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|head)\b.*?</\1\s*>", re.I | re.S)
_TAG, _LETTER = re.compile(r"</?[a-z!][^<>]*>", re.I), re.compile(r"[^\W\d_]")
_SHARE = 0.5  # of the letters that a page shows; by judgement, others quote code


def text_within(page: str) -> str | None:
    """What a page has as plain text, on the lines it stands on there; None where that is not most of what it shows."""
    if "<pre" not in page and "<PRE" not in page:
        return None
    lines, end, within = [], 0, 0
    for part in _PART.finditer(page):
        inner = unescape(_TAG.sub("", part["inner"]))
        lines += [_blank(page[end : part.start("inner")]), inner, _blank(page[part.end("inner") : part.end()])]
        end, within = part.end(), within + len(_LETTER.findall(inner))
    shown = len(_LETTER.findall(_TAG.sub("", _UNSEEN.sub("", page))))
    return "".join([*lines, _blank(page[end:])]) if within > _SHARE * shown else None


def _blank(text: str) -> str:
    """The ends of the lines of a text."""
    return "\n" * text.count("\n")
