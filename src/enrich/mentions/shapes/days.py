"""Days as pages write them: "12 May", "Mon, May 12th 2024", "12/05", "2024-05-12"; and what says that nobody meets
on one. Pure."""

from __future__ import annotations

import re

from enrich.mentions.shapes.months import LIKE_MONTH
from enrich.mentions.shapes.tags import find_year, parse_year

DAY = (
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+{LIKE_MONTH}"
    rf"|{LIKE_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)|\d{{1,2}}/\d{{1,2}}(?!\d)|\d{{1,2}}\.\d{{1,2}}\.(?!\d\.))"
    r"(?:,?\s+20\d\d|[/-]?(?:20)?\d\d(?!\d))?"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# Behind "no class", as a title goes on in more words, or with an article: "Holiday: a study of tides".
_WHY = r"(?:no\s+)?(?!(?:an?|the|how|why|what)\b)[^\W\d_]+(?:\s[^\W\d_]+)?"
_NOBODY = re.compile(
    r"(?:no (?:class(?:es)?|meetings?|seminars?|lectures?|sessions?|talks?|journal club|readings?|papers?)"
    r"|(?:spring|fall|autumn|winter|summer|thanksgiving|christmas|easter) (?:break|recess|vacation|holidays?)"
    r"|(?:public |bank |university )?holiday|reading week|exam week|cancell?ed)"
    rf"(?:\W*|\s*\([^()]{{0,40}}\)\W*|\s*[:,–—-]\s*(?:{DAY}|{_WEEKDAY}|{_WHY})\W*"
    rf"|\s+(?:this|today|due|because)\b[^:?!]{{0,40}}|\s+(?:on|for)\s+(?:{DAY}|{_WEEKDAY}|{_WHY})\W*|\s+for\s+the\s+\w+\W*)",
    re.I,
)
_NOTHING = re.compile(r"(?:none|tb[ad]|n/a)\W*", re.I)  # and nothing behind: "None for the Money"
_SIGNS = " \t:,|–—-"
_NAME = r"(?-i:[A-ZÀ-Þ])[\w.'’-]*(?: (?-i:[A-ZÀ-Þ])[\w.'’-]*){0,2}"
# "June 19–23, 2023 — Cork, Ireland", "19-23 June 2023, Cork"
_DAYS_AND_PLACE = re.compile(
    rf"(?:{LIKE_MONTH} \d{{1,2}} ?[-–—] ?(?:{LIKE_MONTH} )?\d{{1,2}}|\d{{1,2}} ?[-–—] ?\d{{1,2}} {LIKE_MONTH}),? 20\d\d"
    rf"(?:,| [-–—|·•]) {_NAME}(?:, {_NAME}){{0,2}}",
    re.I,
)
A_DAY = re.compile(rf"{DAY}|20\d\d[-/.]\d\d[-/.]\d\d", re.I)
_REPORT = re.compile(r"(?:19|20)\d\d(?=/\d{3,5}\b)")
_CELLS = re.compile(r"\t| {2,}")
CLOCK = r"\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?"
_HOURS, _LONGEST_HOURS = re.compile(rf"(?<!\d){CLOCK}\s*[-–—]\s*{CLOCK}[\s)–—-]*\Z", re.I), 32
HOURS = re.compile(rf"(?<!\d){CLOCK}\s*[-–—]\s*{CLOCK}", re.I)
# What stands behind is when and where a meeting is, and no name: "Monday, Hall C".
WEEKDAY = re.compile(rf"{_WEEKDAY}\b", re.I)


def without_day(text: str) -> str:
    """A line without the day it begins with, "2024-05-12: A Title"."""
    day = A_DAY.match(text)
    return text[day.end() :].lstrip(_SIGNS) if day and text[day.end() : day.end() + 2].strip(_SIGNS) == "" else text


def begins_with_day(text: str) -> bool:
    """Whether a line or a cell begins with a day."""
    return bool(A_DAY.match(text))


def are_days_and_place(text: str) -> bool:
    """Whether a line says when and where a meeting of several days is, and nothing else."""
    return _DAYS_AND_PLACE.fullmatch(text) is not None


def ends_in_hours(text: str) -> bool:
    """Whether a line ends in when something begins and ends: "Poster session (22 Aug, 16:00-18:00)"."""
    return _HOURS.search(text, max(0, len(text) - _LONGEST_HOURS)) is not None


def is_idle(text: str) -> bool:
    """Whether a line or a cell says that nobody meets."""
    day = A_DAY.match(text)
    words = text[day.end() :].strip(_SIGNS) if day else text
    framed = words[:1] == "(" and words[-1:] == ")"  # "(conference travel, no meeting)"
    said = words[1:-1].split(", ") if framed else [words]
    return any(_NOBODY.fullmatch(each) or _NOTHING.fullmatch(each) for each in said) and find_year(words) is None


def year_stated(fact: str) -> int | None:
    """The year of the day or the numbered report that a fact begins with, or of the first of its cells that is a date
    alone.

    >>> year_stated("12 May 2024 some.code"), year_stated("2015Tide..12..34R\\t2015/01\\tcited: 5")
    (2024, 2015)
    >>> year_stated("2021/1234 (PDF)  Last updated: 2022-05-02")
    2021
    """
    if day := A_DAY.match(fact) or _REPORT.match(fact):
        return find_year(day[0])
    cells = _CELLS.split(fact)
    return next(filter(None, map(parse_year, cells)), None) if len(cells) > 1 else None
