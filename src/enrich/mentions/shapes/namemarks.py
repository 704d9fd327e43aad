"""Marks behind names, which lead to where people work: "Jane Roe1,2", "Max Poe*", "Ana Moe (1)".

In: a list of names. Out: the same, with marks that are read as parts of their names. Pure.
"""

from __future__ import annotations

import re

MARKS = r"(?:[*†‡§¶#∗⋆★✉\d⁰¹²³⁴-⁹]|\s?\(\d{1,2}(?:,\s?\d{1,2})*\))*"
MARKED_NAME = re.compile(r"[^\W\d_](?:[\d*†‡§¹²³]|\s?\(\d{1,2}[,)])")
_FINAL = re.compile(rf"(?<=\w){MARKS}$|(?<=\.){MARKS}$")
_APART = re.compile(r"(?<!\s)\s+(?=[*†‡§¶]+(?:[\s.,;:]|$))")  # in front of a mark that stands apart: "Roe J †"
# Between those of one name: "Jane Roe1,2".
_COMMA = re.compile(r"(?<=[\d*†‡§¶⁰¹²³⁴-⁹]),\s?(?=(?:\d{1,2}|[*†‡§¶⁰¹²³⁴-⁹]+)(?:[\s,;.)]|$))")

_NICKNAME = re.compile(r"(?<=[\w.]) ['‘][^\W\d_]{2,16}['’] (?=[A-ZÀ-Þ])")
_QUOTED = re.compile(r"(?<=[\w.]) (?:\"[^\W\d_]{2,16}\"|“[^\W\d_]{2,16}”) (?=[A-ZÀ-Þ])")
_LAST_OF_SEVERAL = re.compile(r" (?:and|&) [^,]+$")


def join_marks(names: str) -> str:
    """The names with their marks right behind them, and no comma between those of one name."""
    return _COMMA.sub("", _APART.sub("", names))


def without_nicknames(names: str) -> str:
    """Names without what friends say, in quotation marks within them: "Jane ‘Jo’ Roe", 'Jane "Jo" Roe and Max Poe'.
    Words in double ones may as well stand in titles, but before an "and": 'The "Great" Divide'."""
    names = _NICKNAME.sub(" ", names)
    return _QUOTED.sub(" ", names) if _LAST_OF_SEVERAL.search(names) else names


def without_marks(name: str) -> str:
    """One name without the marks behind it."""
    return name if name[-1].isalpha() else _FINAL.sub("", name)
