"""What stands in front of people on their lines: signs that a reader sets there, a "by", and what a work is called.

In: rows and their kinds. Out: the kinds, those of such rows set, by what several of the page have in common. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.entries.names.credits import may_be_names
from enrich.mentions.shapes.names import names_people
from enrich.mentions.shapes.quotations import find_quotation
from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.shapes.words import without_numbers
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.rowkinds.credits import AUTHOR_LINES

_TITLED = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.PROSE, RowKind.VENUE})
_NAMED = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.AUTHORS})
# What may be a work's name, in front of its people: "SandNet: Jane Roe, Max Poe."
_CALLED = re.compile(r"(?P<name>[^\W_][^:]{1,39}): (?=[A-ZÀ-Þ])")
_COINED = re.compile(r"(?<=\w)[A-ZÀ-Þ\d]")  # inside a word: "SandNet", "D3S", and no "Session 1"
_CALLED_UNLIKE = 0.8  # so many such names differ but for their numbers, as labels do not
# By judgement: a few signs come again in front of people, and nearly all that they stand in front of are people.
_SIGN, _FEWEST, _MOST_SIGNS, _USUAL = re.compile(r"(?P<sign>[^\x00-\u218f\w\s]{1,3}) *(?=[^\W\d_])"), 8, 5, 0.8
_BEHIND_PEOPLE = re.compile(r" [-–—] (?=#?[A-Z]*[ -]?\d)")  # "by Jane Roe - #4711 (SEA)"


def settle_signs(rows: list[Row], kinds: list[RowKind]) -> None:
    """Lines that begin with one of a few signs name people right below titles, where nearly all of the page do: a
    reader marks there what is read. The signs go."""
    signed = {at: match for at, row in enumerate(rows) if at and (match := _SIGN.match(row.text)) and not row.marker}
    signs = {match["sign"] for match in signed.values()}
    behind = {at: rows[at].text[match.end() :] for at, match in signed.items()}
    people = sum(kind_of_row(text) is RowKind.AUTHORS and kinds[at - 1] in _TITLED for at, text in behind.items())
    if len(signs) > _MOST_SIGNS or people < max(_FEWEST, _USUAL * len(signed)):
        return
    for at, match in signed.items():
        if may_be_names(behind[at]) or kind_of_row(behind[at]) is RowKind.AUTHORS:
            rows[at].cut_front(match.end())
            kinds[at - 1], kinds[at] = RowKind.ENTRY, RowKind.AUTHORS


def settle_by(rows: list[Row], kinds: list[RowKind]) -> None:
    """Lines with a "by" in front of people, right below others on nearly all of them, are authors, whatever numbers and
    codes a dash sets off behind them; what stands right above is of the title, be it like a name."""
    begun = [at for at, row in enumerate(rows) if at and row.text[:3].casefold() == "by " and not row.marker]
    people = {at: _without_code(rows[at].text) for at in begun if not rows[at].gap}
    named = [at for at, text in people.items() if may_be_names(text[3:])]
    for at in named if len(named) >= max(_FEWEST, _USUAL * len(begun)) else ():
        rows[at].text = people[at]
        kinds[at - 1], kinds[at] = RowKind.ENTRY, RowKind.AUTHORS


def _without_code(text: str) -> str:
    """People without what a dash sets off behind them, unless that states a year."""
    names, *rest = _BEHIND_PEOPLE.split(text, maxsplit=1)
    return text if rest and may_state_year(rest[0].partition("#")[0]) else names


def settle_called(rows: list[Row], kinds: list[RowKind]) -> None:
    """People right above a title in quotation marks, with what their work is called in front, are its authors where
    several such names differ and most are no words: "SandNet: Jane Roe, Max Poe.". Others chair a session, or are part
    of a title."""
    called: dict[int, re.Match[str]] = {}
    for at, row in enumerate(rows[:-1]):
        if ": " not in row.text or kinds[at] not in _NAMED or row.marker or rows[at + 1].gap or rows[at + 1].marker:
            continue
        match = _CALLED.match(row.text)
        if match and kinds[at + 1] is RowKind.ENTRY and _are_called(row.text[match.end() :], rows[at + 1].text):
            called[at] = match
    names = {without_numbers(match["name"]) for match in called.values()}
    coined = sum(_COINED.search(name) is not None for name in names)
    if len(called) < AUTHOR_LINES or len(names) < _CALLED_UNLIKE * len(called) or coined * 2 <= len(names):
        return
    for at, match in called.items():
        kinds[at] = RowKind.AUTHORS
        rows[at].cut_front(match.end())


def _are_called(names: str, below: str) -> bool:
    """Whether words are people above a title in quotation marks."""
    quotation = find_quotation(below)
    if quotation is None or quotation.start():
        return False
    names = names.rstrip(".")
    return names_people(names) if ", " in names else may_be_names(names)
