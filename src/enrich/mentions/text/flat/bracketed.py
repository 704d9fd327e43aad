"""Rows of a table whose cells run together, with a whole date, "2024-05-12", in front of their links, or the same word
for every link.

In: rows, and the columns behind titles. Out: where that column is, and what stands before, in and behind such a value
of each row: they part it as no words do. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.columns import Column

_FEWEST_ROWS, _NEARLY_ALL = 8, 0.9  # by judgement: so many rows have such a cell
_WHOLE_DATE = re.compile(r"(?<=\s)(?:19|20)\d\d([-/.])\d{1,2}(?:\1\d{1,2})?(?=\s|$)")
_LAST_DATE = re.compile(rf"{_WHOLE_DATE.pattern}(?!.*\s(?:19|20)\d\d[-/.]\d)")
Parts = tuple[str, str, str]


def part_at_told(texts: Sequence[str], columns: Sequence[Column], title_at: int) -> tuple[int, list[Parts]] | None:
    """The position of a column of which hardly any row lacks a cell, and the parts of each row; None if there is none:
    whole dates, with nothing but links behind them, whatever those say ("Local Demo"), or one word for all links, in
    front of notes."""
    places = [at for at in range(title_at + 1, len(columns) - 1) if columns[at] in (Column.DATE, Column.LINK)]
    if not places or len(texts) < _FEWEST_ROWS:
        return None
    place, behind = places[0], {*columns[places[0] + 1 :]}
    if columns[place] is Column.DATE and behind == {Column.LINK}:
        sign = _LAST_DATE  # titles may name others
    elif columns[place] is Column.LINK and behind == {Column.TEXT} and (word := _common_link(texts)):
        sign = re.compile(rf"(?<=\s){word}(?=\s|$)")
    else:
        return None
    found = [sign.search(text) for text in texts]
    if sum(match is not None for match in found) < _NEARLY_ALL * len(texts):
        return None
    known = {text[match.end() :].strip() for text, match in zip(texts, found, strict=True) if match} - {""}
    return place, [_part(text, match, known) for text, match in zip(texts, found, strict=True)]


def _common_link(texts: Sequence[str]) -> str:
    """The word of a link that most rows have once; "" if there is none."""
    words = Counter(word for text in texts for word in {*text.split()[1:]} if word[0].isupper() and is_anchor(word))
    return words.most_common(1)[0][0] if words else ""


def _part(text: str, match: re.Match[str] | None, ends: set[str]) -> Parts:
    if match and text[: match.start()].strip():
        return text[: match.start()].strip(), match[0], text[match.end() :].strip()
    words = text.split()
    longest = max((end.count(" ") + 1 for end in ends), default=0)
    length = next((n for n in range(min(longest, len(words) - 1), 0, -1) if " ".join(words[-n:]) in ends), 0)
    return " ".join(words[: len(words) - length]), "", " ".join(words[len(words) - length :])
