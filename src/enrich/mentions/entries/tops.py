"""Lists of two levels, whose upper lines say where a paper is from, when, or where its links lead, and whose lower ones
cite it: "(Some University) [Paper] [Code]" above "Jane Roe, Max Moe, A Title, ICRA, 2019."

In: the text of a line. Out: whether it is an upper or a lower one, by its shape alone. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.shapes.anchors import Habits, strip_anchors, take_urls
from enrich.mentions.shapes.names import form_of_name
from enrich.mentions.shapes.tags import Tag, parse_tag, parse_year
from enrich.mentions.shapes.trailing import split_trailing_venue

_LONGEST_TOP = 120  # characters without addresses; names of several institutions in brackets have up to so many
_TOP_WORDS = 6  # in front of links, where no brackets stand around them: "Some University (Its Model) [Paper]"
_TITLE_WORDS, _CITED_WORDS = 3, 4
_SAYING = frozenset({RowKind.ENTRY, RowKind.PROSE})
_FRAMED = re.compile(r"\([^()]+\)|\[[^\[\]]+\]|【[^【】]+】")


def top_of(text: str) -> Tag | None:
    """What a line states that may stand above a citation and is no title itself: words in brackets, venue and year, a
    name in front of links. The tag is empty where it states neither venue nor year; None if it is no such line."""
    if len(text) > _LONGEST_TOP and "://" not in text:
        return None
    bare, links = take_urls(text)
    if len(bare) > _LONGEST_TOP or text.rstrip().endswith(":"):
        return None
    rest, anchored = _without_anchors(bare)
    framed = _FRAMED.fullmatch(rest) is not None
    inner = rest[1:-1].strip() if framed else rest
    led = (anchored or bool(links)) and 0 < len(rest.split()) <= _TOP_WORDS
    if not framed and not led:
        return None
    year = parse_year(inner)
    return (Tag(None, year) if year else parse_tag(inner)) or Tag()


def is_framed(text: str) -> bool:
    """Whether a line is words in brackets, with nothing but links behind them: never a title."""
    return len(text) <= _LONGEST_TOP and _FRAMED.fullmatch(_without_anchors(take_urls(text)[0])[0]) is not None


def _without_anchors(bare: str) -> tuple[str, bool]:
    rest, anchored = strip_anchors(bare, Habits())
    return rest.strip(" .,;|·"), anchored


def is_paper_below(text: str, over: Tag) -> bool:
    """Whether a line below another, which states `over`, cites a paper, or may be a title where that is dated."""
    dated = bool(over.venue and over.year) and len(text.split()) >= _TITLE_WORDS
    return (dated or _is_cited(text)) and kind_of_row(text) in _SAYING and top_of(text) is None


def _is_cited(text: str) -> bool:
    """Whether a line begins with a name that another or a title follows, or ends in venue and year, and holds more."""
    if len(text.split()) <= _CITED_WORDS:
        return False
    return bool(form_of_name(text)) or split_trailing_venue(take_urls(text)[0])[1] is not None
