"""Schedules of seminars and reading groups: days in front of papers, with who presents them, and days without any.

In: the rows of a page. Out: the same rows, the day and the presenter of each made its list marker; and the rows that
say that nobody meets. Who presents is told by the page: most of its days have a name behind them, or the same few words
again and again; or a word says so behind its titles. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from enrich.mentions.shapes.days import A_DAY, is_idle
from enrich.mentions.shapes.names import is_single_name, is_surname

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# Behind the day: "Jane: ...", "(Jane): ...", " – Jane Roe – ...", " | Jane | ...", ": Jane Roe – ...".
_WHO = re.compile(
    r"\s*(?:[:,|–—-]\s+|\s)\s*(?P<who>\([^():|]{2,40}\)(?=\s*[:–—|-]\s)|[^():|\t\d]{2,40}?)\s*(?P<sign>:|\s[–—-]|\s?\|)\s+(?=\S)"
)
# "Jane on A Title"; the word stands in titles, too.
# Titles begin so as well: "Essays on Trade", "Lecture on Dunes".
_ON = re.compile(
    r"(?:lecture|seminar|essay|note|remark|comment|survey|review|talk|paper|stud(?:y|ie)|report|thought|reflection"
    r"|reading|session|discussion|workshop|tutorial|introduction|perspective|research|work|advance|progress|focus"
    r"|debate|letter|panel|update|primer|lesson|observation|question|result|theorem|experiment|more|based|view|effect"
    r"|impact|case|data|evidence|attack|limit|bound|problem|influence|dependence|a|the)s?",
    re.I,
)
_FEWEST_ON = 3
_WHO_ON = re.compile(r"\s*(?:[:,|–—-]\s+|\s)\s*(?P<who>[A-ZÀ-Þ][^\W\d_]+(?: [A-ZÀ-Þ][\w.'’-]*){0,2}) on (?=\S)")
# Behind the title: ". Presenter: Jane.", " (presented by Jane Roe)", " - Discussants: Jane, Max".
_PRESENTED = re.compile(
    r"(?:[.,;|]|\s[–—-]|(?=\s\()|(?<=[)\]”\"?!]))\s+\(?"
    r"(?:(?:presenters?|speakers?|discussants?|(?:discussion )?lead(?:er)?s?|hosts?|chairs?|moderators?)\s?:"
    r"|(?:presented|led|chaired|introduced|discussed) by:?)\s+(?P<who>[^():\d]{2,60})\)?\.?$",
    re.I,
)
_LONGEST_PRESENTED, _FEWEST_PRESENTED = 90, 3
_BEHIND_DAY = re.compile(r"\s*(?:[:,|–—-]\s+)?(?=\S)")
_OTHER_PART = re.compile(r" \([^\W\d_A-Z]{2,20}: [^():\d]{2,40}\)$")  # "Jane (opponent: Max)"
_SIGNS = " \t:,|–—-"
# By judgement: fewer days make no schedule, and a few of its lines are odd.
_FEWEST, _SHARE = 4, 0.6
# Those who present do so several times in a term; the first words of titles hardly come again.
_AGAIN, _USUALLY = 0.8, 0.5
_IDLE_WORDS, _NOTHING_WORDS = 4, 6
_NAME_WORDS = 3


def mark_sessions(rows: list[Row]) -> list[Row]:
    """The days of a schedule, with who presents on each, are list markers."""
    days = {at: day for at, row in enumerate(rows) if (day := A_DAY.match(row.text)) and "\t" not in row.text}
    told = _find_presenters(rows, days, _WHO)
    reported = _find_presenters(rows, days, _WHO_ON)
    told = reported if len(reported) > len(told) and _report(rows, reported) else told
    full = sum(len(rows[at].text[day.end() :].split()) > _IDLE_WORDS for at, day in days.items())
    if len(told) < max(_FEWEST, _SHARE * full) or not _present([who["who"].strip(" ()") for who in told.values()]):
        return rows
    first = {who["who"].strip(" ()").partition(" ")[0] for who in told.values()}
    for at, day in days.items():
        rows[at].idle = at not in told and _reads_nothing(rows[at].text[day.end() :], first)
    for at, who in told.items():
        row = rows[at]
        row.marker, row.text = row.marker or row.text[: who.end()].strip(), row.text[who.end() :]
    return rows


def _reads_nothing(text: str, presenters: Collection[str]) -> bool:
    """Whether a few small words stand behind a day, with or without one of those who present in front of them: "Jane
    continues", "problem session, nothing to read"."""
    words = text.strip(_SIGNS + ".!").split()
    words = words[1:] if words[:1] and words[0] in presenters else words
    return 0 < len(words) <= _NOTHING_WORDS and all(word == word.lower() and word[0].isalpha() for word in words)


def _find_presenters(
    rows: Sequence[Row], days: Mapping[int, re.Match[str]], form: re.Pattern[str]
) -> dict[int, re.Match[str]]:
    return {at: who for at, day in days.items() if (who := form.match(rows[at].text, day.end()))}


def drop_presenters(rows: list[Row]) -> list[Row]:
    """The rows without who presents behind their titles; the days in front of such are list markers."""
    told = {at: match.start() for at, row in enumerate(rows) if (match := _find_presented(row.text))}
    days = {at: day for at, row in enumerate(rows) if not row.marker and (day := A_DAY.match(row.text))}
    if len(told) < _FEWEST_PRESENTED:
        return rows
    for at, end in told.items():
        rows[at].text, rows[at].end = rows[at].text[:end], 0  # who presents is the last: nothing goes on below
        rows[at].starts = [start for start in rows[at].starts if start < end]
    for at, day in days.items() if len(days.keys() & told) >= _SHARE * len(days) else ():
        row, start = rows[at], _BEHIND_DAY.match(rows[at].text, day.end())
        if start and not is_idle(row.text):
            row.marker, row.text = row.text[: start.end()].strip(), row.text[start.end() :]
    return rows


def _find_presented(text: str) -> re.Match[str] | None:
    """The words behind a title that say who presents it."""
    tail = text[-_LONGEST_PRESENTED:]
    match = _PRESENTED.search(text, len(text) - len(tail)) if ":" in tail or " by" in tail else None
    words = match["who"].replace(",", " ").split() if match else []
    return match if words and all(word[:1].isupper() or word in ("and", "&") for word in words) else None


def _report(rows: Sequence[Row], told: Mapping[int, re.Match[str]]) -> bool:
    """Whether those in front of "on" are several people: no word that titles begin with, none that stands small
    elsewhere."""
    names = {who["who"] for who in told.values()}
    words = {word for name in names for word in name.split()}
    small = {word.strip(_SIGNS + ".()") for row in rows for word in row.text.split() if word[:1].islower()}
    plain = any(_ON.fullmatch(word) or word.lower() in small for word in words)
    return len(names) >= _FEWEST_ON and not plain


def _present(names: Sequence[str]) -> bool:
    """Whether names are of people, or come again as names of people or topics do."""
    full = sum(is_single_name(name) for name in names)
    people = sum(is_single_name(name) or is_surname(name) for name in names)
    again = len(set(names)) / len(names)
    return full >= _SHARE * len(names) or again <= (_AGAIN if people >= _SHARE * len(names) else _USUALLY)


def find_idle_days(rows: Sequence[Row], claimed: Mapping[int, object]) -> list[int]:
    """Positions of rows that say that nobody meets: "17/11 No meeting (bank holiday)", or that nothing new is read."""
    free = [at for at, row in enumerate(rows) if at not in claimed and "\t" not in row.text]
    return [at for at in free if rows[at].idle or is_idle(rows[at].text)]


def find_presenters(rows: Sequence[Row], claimed: Mapping[int, object]) -> list[int]:
    """Positions of rows that hold a day and who presents on it, and nothing else, where several do: "7 Sep 2023 -
    Jane"."""
    found = [at for at, row in enumerate(rows) if at not in claimed and _names_presenter(row.text)]
    return found if len(found) >= _FEWEST else []


def _names_presenter(text: str) -> bool:
    day = A_DAY.match(text)
    names = _OTHER_PART.sub("", text[day.end() :]) if day else ""
    words = names.strip(_SIGNS + "()").split()
    plain = all(word[:1].isupper() and word.strip(".").replace("-", "").isalpha() for word in words)
    return 0 < len(words) <= _NAME_WORDS and plain
