"""Rows of a table whose cells run together, and the one column whose few values stand in square brackets, "[tides]", or
are single capitals: "O" for original, "R" for replication; rows whose titles have links in brackets behind them, and
those with a whole date, "2024-05-12", in front of their links, or the same word for every link.

In: rows, and the columns behind titles. Out: where that column is, and what stands before, in and behind such a value
of each row: they part it as no words do. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.columns import Column
from enrich.mentions.shapes.words import has_words
from enrich.mentions.text.flat.linkwords import is_link

# By judgement: so many rows have such a cell, and so many of those a value that others have, too;
# nothing stands behind so many where it is the last column.
_FEWEST_ROWS, _SHARE, _AGAIN_SHARE, _LAST_SHARE = 8, 0.7, 0.8, 0.8
_BRACKETS = re.compile(r"(?<=\s)\[([^\W\d_][^\[\]]{0,60})\](?=\s|$)")
# By judgement: a closed set of letters, one of which nearly all rows have so near their end.
_CAPITAL, _MOST_CAPITALS, _REGION, _NEARLY_ALL = re.compile(r"(?<=\s)[A-Z](?=\s|$)"), 5, 60, 0.9
# By judgement: so many rows have links behind titles, and something behind those.
_LINKED = re.compile(r"(?<=\s)(?:[\[(][^\W\d_][^()\[\]]{1,15}[\])][,;]? ?)++(?=\S)")
_LINK, _LINKED_SHARE, _TITLE_WORDS = re.compile(r"[\[(]([^()\[\]]+)[\])]"), 0.6, 3
_WHOLE_DATE = re.compile(r"(?<=\s)(?:19|20)\d\d([-/.])\d{1,2}(?:\1\d{1,2})?(?=\s|$)")
_LAST_DATE = re.compile(rf"{_WHOLE_DATE.pattern}(?!.*\s(?:19|20)\d\d[-/.]\d)")
_NO_FACTS = frozenset({Column.NUMBER, Column.OTHER, Column.TEXT, Column.TAGS})
_TOLD = frozenset({Column.TAGS, Column.OTHER, Column.VENUE})
Parts = tuple[str, str, str]


def part_bracketed(texts: Sequence[str], columns: Sequence[Column], title_at: int) -> tuple[int, list[Parts]] | None:
    """The position of the column, and the parts of each row; None if no column behind titles is written so, or what
    stands behind it are several columns. A row without brackets ends in what others have behind theirs."""
    if len(texts) < _FEWEST_ROWS or sum(text.count("]") > 0 for text in texts) < _SHARE * len(texts):
        return None
    found = [([None, *_BRACKETS.finditer(text)])[-1] for text in texts]
    values = Counter(match[1] for match in found if match)
    again = sum(count for value, count in values.items() if count > 1 and not is_link(value))
    if values.total() < _SHARE * len(texts) or again < _AGAIN_SHARE * values.total():
        return None
    ends = Counter(text[match.end() :].strip() for text, match in zip(texts, found, strict=True) if match)
    last = ends[""] >= _LAST_SHARE * values.total()
    place = len(columns) - (1 if last else 2)
    if place <= title_at or columns[place] not in _TOLD:
        return None
    known = {end for end, count in ends.items() if end and count > 1}
    return place, [_part(text, match, known) for text, match in zip(texts, found, strict=True)]


def part_at_capitals(texts: Sequence[str], columns: Sequence[Column], title_at: int) -> tuple[int, list[Parts]] | None:
    """The same for a column of labels whose values are single capitals; what stands behind it are no facts of papers,
    and counts as one."""
    places = [at for at in range(title_at + 1, len(columns)) if columns[at] is Column.TAGS]
    if len(places) != 1 or not _NO_FACTS.issuperset(columns[places[0] + 1 :]) or len(texts) < _FEWEST_ROWS:
        return None
    found = [([None, *_CAPITAL.finditer(text, max(0, len(text) - _REGION))])[-1] for text in texts]
    values = Counter(match[0] for match in found if match)
    behind = Counter(
        next(iter(text[match.end() :].split()), "") for text, match in zip(texts, found, strict=True) if match
    )
    if 1 < len(behind) <= _MOST_CAPITALS and "" not in behind and 1 not in behind.values():
        return None  # these are the labels, and the capitals ends of titles: "... of Plan B"
    if values.total() < _NEARLY_ALL * len(texts) or not 1 < len(values) <= _MOST_CAPITALS or 1 in values.values():
        return None
    return places[0], [_part(text, match, set()) for text, match in zip(texts, found, strict=True)]


def part_linked(texts: Sequence[str], columns: Sequence[Column], title_at: int) -> list[tuple[str, str]] | None:
    """Each row up to the links behind its title, "A Title (paper), (code)", and what stands behind those; None if most
    rows have no such links, or there is not one column behind titles."""
    if len(columns) != title_at + 2 or columns[-1] not in _TOLD or len(texts) < _FEWEST_ROWS:
        return None
    runs = [([None, *_LINKED.finditer(text)])[-1] for text in texts]
    linked = [
        run is not None
        and any(map(is_anchor, _LINK.findall(run[0])))
        and has_words(text[: run.start()], _TITLE_WORDS)  # or the links stand in front of titles
        for text, run in zip(texts, runs, strict=True)
    ]
    if sum(linked) < _LINKED_SHARE * len(texts):
        return None
    cuts = [run.end() if run and told else 0 for run, told in zip(runs, linked, strict=True)]
    known = {text[cut:].strip() for text, cut in zip(texts, cuts, strict=True) if cut}
    parts = (
        _part(text, None, known) if not cut else (text[:cut], "", text[cut:])
        for text, cut in zip(texts, cuts, strict=True)
    )
    return [(front, behind) for front, _, behind in parts]


def part_at_told(texts: Sequence[str], columns: Sequence[Column], title_at: int) -> tuple[int, list[Parts]] | None:
    """The same for a column of which hardly any row lacks a cell: whole dates, with nothing but links behind them,
    whatever those say ("Local Demo"), or one word for all links, in front of notes."""
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
