"""The paper that a page belongs to, where the page names it in a sentence about itself. Pure."""

from __future__ import annotations

import re

from enrich.mentions.shapes.words import capital_share

_SELF = re.compile(
    r"\b(?:paper|survey|article|preprint|manuscript|review|report|thesis)s?\b(?:\s+(?:entitled|titled"
    r"|called))?[:,]?\s+[\"“]?(?P<title>[A-Z][^.?!\"”]{15,250}[?!]?)[\"”]?\s*[.(\[]?"
)


def named_paper(text: str) -> str | None:
    """The title in "... repository of our survey paper Title of the Paper.": the words behind "paper", if
    capitalised."""
    match = _SELF.search(text[:1000])
    if not match:
        return None
    words = match["title"].split()
    return match["title"].strip() if len(words) >= 4 and capital_share(words) >= 0.8 else None
