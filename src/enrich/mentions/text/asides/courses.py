"""What course pages print around their readings: when they meet, who teaches, what is due and how much counts, and
what the short names of journals stand for.

In: the rows of a page. Out: the positions of such lines. Titles may look alike: "Committee: A Game of Votes", "Monday
9:00-9:30 A Title". So what stands behind a word must be what it announces, and few lines say when a course meets. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from enrich.mentions.shapes.names import is_single_name
from enrich.mentions.text.lines.rows import Row

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b|m/?w/?f\b|tu?/?th\b"
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:(?:s|nes|rs|ur)?days?|s)?"
_TIME = r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?"
_DUE = re.compile(
    r"\W*(?:problem set|homework|hw|assignment|(?:short |final |term |project )?(?:paper|report|essay|project"
    r"|proposal)|quiz|presentation)s?(?: ?#?\d{1,2})?(?: is| are)? (?:due|released|posted|handed out)\b.{0,60}",
    re.I,
)
_WHEN = re.compile(
    r"(?:lectures?|class(?:es)?|meetings?|seminars?|when|time)\b[^:]{0,12}: "
    rf"(?:every |on )?(?:\d|{_DAY}).{{0,60}}\d[:.]\d\d(?:[ap]m)?\b.{{0,60}}"
    r"|office hours?: (?=.*(?:\d|appointment)).{1,110}",
    re.I,
)
# "Fall 2021 Thursdays 2:00-4:25 Hall 9"; in front stands a term, or what a sign parts; behind at most a room.
_MEETING = re.compile(
    r"(?:.{0,40}(?:[,:;–—-]|\d|\bterm|\bsemester|\bquarter|\bfall|\bautumn|\bspring|\bsummer|\bwinter) +)?"
    rf"(?:{_WEEKDAY}(?:(?:,? and |/| ?& ?){_WEEKDAY})*|m/?w/?f|tu?/?th),? "
    rf"{_TIME} ?[-–] ?{_TIME}(?P<room>[,;]? (?:\S+ ){{0,3}}\S*\d\S*)?(?: \([^()]{{2,60}}\))?",
    re.I,
)
_MOST_MEETINGS = 3  # by judgement: a lecture, its exercises, office hours; a programme has one for each talk
_NOTES = re.compile(r"(?:(?:course|seminar) )?(?:syllabus|schedule|readings) \((?P<note>[^()]*)\)?", re.I)
_TEACHERS = re.compile(
    r"(?:instructors?|lecturers?|committee|teaching assistants?|ta|organi[sz]ers?|contacts?): (?P<who>.{1,110})", re.I
)
_TITLES, _BEHIND_NAME = (
    re.compile(r"(?:(?:prof(?:essor)?|dr|mrs?|ms)\.? )+", re.I),
    re.compile(r"[,;(<&|]| and | - |\s{3,}"),
)
# "Essay: 25%", "Essay: 25%. Due on the last day"
_SHARE = re.compile(
    r"[^\W\d_][^\d%]{2,40}(?:[\s(]|(?P<apart>[:(–—-] ?))(?P<share>\d{1,3}) ?%\)?(?(apart)(?:[.,;] .{3,160})?)"
)
# "Reports: Yinan Z., Aron Y.": students, with the first letter of their surnames; people who wrote are written so, too.
_STUDENT = r"[A-Z][^\W\d_]+ [A-Z]\."
_STUDENTS = re.compile(
    r"(?!(?:By|Authors?|Editors?|Writers?|Contributors?|Speakers?|Presenters?):)"
    rf"[A-Z][a-z]+: {_STUDENT}(?:(?:,| and|, and| &) {_STUDENT})*"
)
# "Related courses: CS 1 Fall 2012, Spring 2015"; a lone "Semester: Spring 2015" is the heading of what was read in it.
_TERM, _HELD = (
    r"\b(?:spring|summer|fall|autumn|winter) (?:19|20)\d\d",
    r"(?:courses?|offerings?|semesters?|terms?): ",
)
_OFFERINGS = re.compile(
    rf"(?:related|previous|past|earlier|former|other) {_HELD}.{{0,120}}{_TERM}|{_HELD}(?:.{{0,120}}{_TERM}){{2}}", re.I
)
# "Abbreviations: SR = Sand Review, TL = Tide Letters"
_SHORT_FOR = r"[A-Z][\w&./-]{0,11} ?= ?[A-Z][^=,;:]{2,80}"
_ABBREVIATIONS = re.compile(rf"(?:[^\W\d_]{{3,20}}: )?{_SHORT_FOR}(?:[,;] (?:and )?{_SHORT_FOR})+[,;.]?")
# Shares add up to the whole; some add points on top, or copy a part of the lines.
_FEWEST_SHARES, _LEAST, _MOST = 2, 95, 110


def find_course_lines(rows: Sequence[Row]) -> list[int]:
    """Positions of all such lines."""
    plain = [at for at, row in enumerate(rows) if not row.marker and _is_printed(row.text)]
    return [*plain, *_students(rows), *_meetings(rows), *_shares(rows)]


def _is_printed(text: str) -> bool:
    text = text.strip(" .:|")
    notes, teachers = _NOTES.fullmatch(text), _TEACHERS.fullmatch(text)
    if notes:
        note = notes["note"]
        return note[:1].islower() or " " not in note or any(letter.isdigit() for letter in note)
    if teachers:
        return is_single_name(_BEHIND_NAME.split(_TITLES.sub("", teachers["who"].strip(), count=1))[0].strip(" ."))
    return any(form.fullmatch(text) for form in (_DUE, _WHEN, _ABBREVIATIONS, _OFFERINGS))


def _students(rows: Sequence[Row]) -> Iterator[int]:
    """Positions of students who have a block of their own, or several lines: right below a title stand its authors."""
    told = (not row.marker and _STUDENTS.fullmatch(row.text) is not None for row in rows)
    for are_students, run in groupby(enumerate(told), key=lambda each: each[1]):
        lines = [at for at, _ in run]
        if are_students and (rows[lines[0]].gap or len(lines) > 1):
            yield from lines


def _meetings(rows: Sequence[Row]) -> list[int]:
    """Positions of weekdays with hours. Those with words behind are talks where many are."""
    found = {
        at: match
        for at, row in enumerate(rows)
        if not row.marker and (match := _MEETING.fullmatch(" ".join(row.text.strip(" .:|").split())))
    }
    roomed = sum(bool(match["room"]) for match in found.values())
    return [at for at, match in found.items() if roomed <= _MOST_MEETINGS or not match["room"]]


def _shares(rows: Sequence[Row]) -> Iterator[int]:
    """Positions of lines that begin with a few words and a percentage, one below another, that add up to the whole of
    a grade."""
    run: list[int] = []
    total = 0
    for at, row in enumerate([*rows, None]):
        match = _SHARE.fullmatch(row.text) if row else None
        if match:
            run.append(at)
            total += int(match["share"])
            continue
        if len(run) >= _FEWEST_SHARES and _LEAST <= total <= _MOST:
            yield from run
        run, total = [], 0
