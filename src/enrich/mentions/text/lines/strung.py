"""Entries that stand one behind another on a line, parted by semicolons: "Readings: A Title (Roe, 2019); A Title ...",
by letters that count them: "(a) Roe, J. A Title. Some J. 2019, 3. (b) Poe, M. A Title. ...", or by nothing but the year
of one and the names of the next, in a cell whose line breaks were lost: "Roe: A Title, Some J. (2019) Poe et al.: ...".

In: whole rows. Out: rows, a list entry for each such title; the label in front of the first is their list marker. The
page proves it: what stands between semicolons begins or closes as an entry does, with names and a year, again and
again. A semicolon within a title parts nothing, for what is in front of it does not close. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.entries.citation import split_authors_first
from enrich.mentions.shapes.anchors import Habits, is_anchor, strip_anchors
from enrich.mentions.shapes.names import PARTICLE, are_surnames, author_likeness, is_single_name, is_surname
from enrich.mentions.shapes.words import has_letters

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_YEAR = r"(?:19|20)\d\d[a-z]?"
# What an entry ends in: "(Roe et al., ICES 2019)", "[2019]", ", ICES 2019", "(Roe and Poe)", a quotation.
_BRACKET = re.compile(r"\s*[(\[](?P<inner>[^()\[\]]{2,160})[)\]]$")
_TAIL = re.compile(rf"(?:[,.?!]\s+|\s\()[^,;()]{{0,60}}\b{_YEAR}\)?$")
_STATES_YEAR = re.compile(rf"\b{_YEAR}$")
_ANY_YEAR = re.compile(rf"\b{_YEAR}\b")
_FIRST_LETTER, _LETTER = "(a) ", re.compile(r"(?<=[.;])\s+\((?P<letter>[b-z])\) ")
# The year that closes an entry, and the people and the colon that may open the next.
_CLOSED = re.compile(rf"(?:\((?:19|20)\d\d\)|, preprint)(?= (?:{PARTICLE} )?[^\W\d_a-z])")
_NAMED = re.compile(r" (?P<names>[^\s:,()]+(?: [^\s:,()]+){0,3}): ")
_SEVERAL = re.compile(r" et al\.: | & [^\s:,()]+: ")
_SEVERAL_NAMES = re.compile(r" et al\.$| & ")
_PART = re.compile(r";\s+(?:and\s+)?(?=\S)")
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w’' -]{1,30}):\s+(?=\S+\s+\S+\s+\S)")
_CLOSING, _NOTHING = ".,", Habits()
# By judgement: names with a year behind them have fewer words than titles; fewer entries are chance.
_FEWEST_WORDS, _FEWEST, _FEWEST_BEHIND = 3, 4, 2
# Bounds on work: semicolons within one entry, more than most have authors; and characters of what it ends in.
_MOST_PARTS, _LONGEST_END = 60, 240


def part_strung(rows: list[Row]) -> list[Row]:
    """The rows, each strung title a row of its own."""
    strung = {at: cuts for at, row in enumerate(rows) if "; " in row.text and (cuts := _cuts(row.text))}
    if sum(len(cuts) + 1 for cuts in strung.values()) < _FEWEST:
        strung = {}
    lettered = {at: cuts for at, row in enumerate(rows) if (cuts := _lettered_cuts(row.text))}
    dated = {at: cuts for at, row in enumerate(rows) if (cuts := _dated_cuts(row.text))}
    if not _are_dated([(rows[at].text, cuts) for at, cuts in dated.items()]):
        dated = {}
    if not strung and not lettered and not dated:
        return rows
    labels = Counter(_label(rows[at].text) for at in strung)
    parted: list[Row] = []
    for at, row in enumerate(rows):
        label = _label(row.text)
        if at in lettered:
            parted += _part(row, len(_FIRST_LETTER), lettered[at])
        elif at in dated:
            parted += _part(row, row.text.rfind("\t", 0, dated[at][0][0]) + 1, dated[at])
        elif at in strung or (label and labels[label] > 1 and _is_entry(row.text)):
            parted += _part(row, len(label) if labels[label] > 1 else 0, strung.get(at, ()))
        else:
            parted.append(row)
    return parted


def _lettered_cuts(text: str) -> list[tuple[int, int]]:
    """Where the entries behind the first begin in a line that letters part, each with a year; none in other lines."""
    if not text.startswith(_FIRST_LETTER):
        return []
    cuts: list[tuple[int, int]] = []
    for match in _LETTER.finditer(text):
        if ord(match["letter"]) == ord("b") + len(cuts):
            cuts.append(match.span())
    edges = [(0, 0), *cuts, (len(text), 0)]
    dated = all(_ANY_YEAR.search(text, begin, end) for (_, begin), (end, _) in pairwise(edges))
    return cuts if dated else []


def _dated_cuts(text: str) -> list[tuple[int, int]]:
    """Where the entries behind the first begin in a line of those that end in years, if people and a colon open most;
    none in other lines."""
    cuts = [(match.end(), match.end() + 1) for match in _CLOSED.finditer(text)]
    return cuts if sum(bool(_named(text, end)) for end, _ in cuts) * 2 > len(cuts) else []


def _named(text: str, start: int) -> str:
    """The people with a colon that stand from `start` on; empty if a remark does, "Code: ...", "See also: ..."."""
    match = _NAMED.match(text, start)
    names = match["names"] if match else ""
    return names if are_surnames(names) and not is_anchor(names) else ""


def _are_dated(lines: Sequence[tuple[str, list[tuple[int, int]]]]) -> bool:
    """Whether several people with a colon open entries again and again, behind the years that lines are cut at, too:
    remarks behind years name none."""
    opened = sum(len(_SEVERAL.findall(text)) for text, _ in lines)
    behind = sum(bool(_SEVERAL_NAMES.search(_named(text, end))) for text, cuts in lines for end, _ in cuts)
    return opened >= _FEWEST and behind >= _FEWEST_BEHIND


def _label(text: str) -> str:
    """The short words with a colon that a text begins with."""
    match = _LABEL.match(text)
    return match[0] if match else ""


def _cuts(text: str) -> list[tuple[int, int]]:
    """Where each semicolon behind an entry begins and the next entry does; none if the last one does not close."""
    cuts: list[tuple[int, int]] = []
    start = parts = 0
    for match in _PART.finditer(text):
        parts += 1
        if parts > _MOST_PARTS:
            return []
        if _is_entry(text[start : match.start()]):
            cuts.append(match.span())
            start, parts = match.end(), 0
    return cuts if cuts and _is_entry(text[start:]) else []


def _is_entry(text: str) -> bool:
    return _closes(text) or _opens(text[len(_label(text)) :])


def _opens(text: str) -> bool:
    """Whether a text begins with names and a year."""
    cited = split_authors_first(text, expected=True, dated=True)
    return cited is not None and cited[1] is not None and len(cited[2].split()) >= _FEWEST_WORDS


def _closes(text: str) -> bool:
    """Whether a text ends as an entry does, with a title in front of that."""
    bare = strip_anchors(text, _NOTHING)[0].rstrip(_CLOSING)
    end = max(0, len(bare) - _LONGEST_END)
    if match := _BRACKET.search(bare, end):
        inner = match["inner"]
        told = bool(_STATES_YEAR.search(inner) or "et al" in inner or author_likeness(inner) or is_surname(inner))
    else:
        match, told = _TAIL.search(bare, end), True
    front = bare[: match.start()] if match and told else bare if bare.endswith(("”", '"')) else ""
    return (
        sum(map(has_letters, front.split())) >= _FEWEST_WORDS
        and not author_likeness(front)
        and not is_single_name(front)
    )


def _part(row: Row, start: int, cuts: Sequence[tuple[int, int]]) -> list[Row]:
    """A row for each entry of `row`, the first from `start` on."""
    tab = row.text.find("\t", cuts[-1][1]) if cuts else -1  # the next cell
    end = tab if tab >= 0 else len(row.text)
    edges = [(0, start), *cuts, (end, end)]
    marker = row.marker or row.text[:start].strip() or ";"
    parted = [row.part(begin, end) for (_, begin), (end, _) in pairwise(edges)]
    for at, each in enumerate(parted):
        each.marker, each.gap = marker, 0 if at else row.gap
    parted[0].lines[:0] = row.lines[: -len(row.starts)]
    return parted
