"""What stands in front of a page's entries is their list marker: times and codes of talks, numbers without a stop that
count up, or without a blank behind it among others, years and keys that hang in front of the lines. What counts the
cells of a table is none.

In: rows. Out: the same rows, what counts taken from their texts. Pure; cost is linear.
"""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.columns import Column, find_header
from enrich.mentions.shapes.tags import Tag, find_year, parse_tag, parse_venue

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_BARE_NUMBER = re.compile(r"(\d{1,3}(?=\s)|\d{1,4}(?=:\s)):?\s+(?=[^\W\d_]|[\"“«])")  # "7 A title", "7: A title"
_NUMBER = re.compile(r"(\d{1,4})([.)])")
_GLUED_NUMBER = re.compile(rf"{_NUMBER.pattern}(?=[^\W\d_]|[\"“«])")  # "7.A title"
_FEWEST_COUNTED = 8  # by judgement: so many in order are no chance
_MAY_COUNT = re.compile(r"[#№]|(?:no|nr|id|index|num|number|s/n|s\.no|sno|sl|sr)\b", re.I)
_FEWEST_NUMBERED = 3
_COUNTING_SHARE = 0.8  # fewer of the lines that begin with a number count a table's weeks or the like
_FEWEST_TIMES = 3
_TIME = re.compile(
    r"(?P<time>\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?[-–—]\s?\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?)?)(?!\s?[ap]\.?m\b)[\s,:–-]+"
    r"(?!\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?\W*\Z)(?P<text>[^\W_].*|[\"'“‘«(\[]\S.*)",
    re.I | re.S,
)
# "10.9" is no time, so that "10.10" is none either.
_TALK = re.compile(r"\d{1,2}\.[1-9]\s")
# "P-07 A title", "S1-T3: A title", "A2.3 A title", "1aMU3. A title", "Poster 7: A title", "101.07 – A title" or
# "[101.07] A title" in session 101; "26-019. A title" counts reports of a year.
_CODE = re.compile(
    r"[\[(]?(?P<letters>(?:#|(?:Talk|Poster|Paper|Presentation|Contribution|Abstract|Oral) (?:[Nn]o\. ?)?"
    r"|(?:\d[a-z])?(?:[A-Z]{1,4}|[A-Z]{5,6}(?=\d{3}))(?:\d{0,3}[-.][A-Z]{0,3})?|(?:\d\d){1,2}[-/](?=\d{3})|\d{1,3}\.(?=\d\d\b)))"
    r"(?P<number>(?!(?:19|20)\d\d\b)\d{1,5})[\])]?(?:[.:)]|\s[-–—:|])?\s+(?=\S)"
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
_FEWEST_CODES, _FEWEST_BESIDE, _SKIPPED = 5, 3, 2
_DIGITS, _LETTER = re.compile(r"\d+"), re.compile(r"[A-Z]")
_HANGING_YEAR = re.compile(r"(?P<mark>[*†‡]?(?:19|20)\d\d[a-z]?)[.:]? {2,}(?=\S+ +\S)")
_HANGING_KEY = re.compile(r"(?P<mark>\[[^\W\d_][^\[\]\s]{1,20}\]) +(?=\S)")  # "[Roe+19a]"
_KEY = re.compile(
    r"(?P<mark>\[[^\W\d_](?:[^\W\d_-]|['’]){0,19}\+?(?:\d\d)?\d\d[a-z]?\]):? +(?=\S)"
)  # "[Roe19]" and its like alone, "[Roe19]:"
# By judgement: fewer are chance; a word in brackets that comes again and states nothing is no key, but a remark.
_FEWEST_HUNG, _HUNG_SHARE, _UNLIKE = 4, 0.9, 0.5
_FEWEST_KEYS, _OWN_KEYS = 5, 0.9


def mark_times(rows: list[Row]) -> list[Row]:
    """The times of a programme's talks are list markers: "10:50  A title"; numbers of talks are no times."""
    timed = [(row, match) for row in rows if not row.marker and (match := _TIME.match(row.text))]
    if timed and sum(bool(_TALK.match(row.text)) for row in rows) >= _FEWEST_TIMES:
        timed = [(row, match) for row, match in timed if "." not in match["time"]]
    if len(timed) >= _FEWEST_TIMES:
        for row, match in timed:
            row.marker, row.text = match["time"], match["text"]
    return rows


def mark_codes(rows: list[Row]) -> list[Row]:
    """Numbers of posters, talks and reports that count up or down are list markers: "P-07 A title"."""
    runs: list[list[tuple[Row, re.Match[str]]]] = [[]]
    cells = [_in_cells(row) for row in rows]
    for at, row in enumerate(rows):
        tabled = cells[at] and any(cells[max(0, at - 1) : at] + cells[at + 1 : at + 2])  # a record's title stands alone
        coded = (not row.marker or _CLOCK.match(row.marker)) and not tabled
        match = _CODE.match(row.text) if coded else None
        if not match:
            continue
        counts = bool(runs[-1]) and _counts_on([code for _, code in runs[-1][:2]], runs[-1][-1][1], match)
        if not counts and len(row.text[match.end() :].split(None, 1)) == 1:
            continue  # a title of one word may but follow others
        if not counts:
            runs.append([])
        runs[-1].append((row, match))
    fewest = _FEWEST_BESIDE if max(map(len, runs)) >= _FEWEST_CODES else _FEWEST_CODES
    for row, match in (each for run in runs if len(run) >= fewest and not _are_others(run) for each in run):
        row.marker, row.text = f"{row.marker} {match[0]}".strip(), row.text[match.end() :]
    return rows


def _counts_on(first: list[re.Match[str]], last: re.Match[str], code: re.Match[str]) -> bool:
    """Whether a code is the next one, up or down as the `first` two of its run, or the first of the next session or
    year, or stands below the last of one. Talks and posters may be counted as one: "O002" behind "P001"."""
    step = _step(last, code)
    if step is not None:
        way = (_step(*first) or 0) if len(first) > 1 else 0
        return 0 < abs(step) <= _SKIPPED and step * way >= 0
    alike = _DIGITS.sub("", last["letters"]) == _DIGITS.sub("", code["letters"])
    return alike and 1 in (int(code["number"]), int(last["number"]))


def _step(last: re.Match[str], code: re.Match[str]) -> int | None:
    """From one code to another of the same session; None where the sessions differ."""
    same = _LETTER.sub("A", last["letters"]) == _LETTER.sub("A", code["letters"])
    return int(code["number"]) - int(last["number"]) if same else None


def _are_others(run: list[tuple[Row, re.Match[str]]]) -> bool:
    """Whether codes that count down are parts of titles: no first one, and the titles would begin with "and"; or are
    "1.10" behind "1.9", which are no talks of two digits."""
    (_, first), *_, (_, last) = run
    if first["letters"][:-1].isdigit() and first["letters"][-1] == "." and first["number"][0] != "0":
        return True
    down = (_step(first, last) or 0) < 0 and last["number"].lstrip("0") != "1"
    return down and any(row.text[match.end()].islower() for row, match in run)


def mark_hung(rows: list[Row]) -> list[Row]:
    """Years and keys that hang in front of entries are list markers: "2019a   A title", "[Roe19]  A. Roe, A title",
    their other lines set in as far as their words. What they state stays with the row: "[ICRA 2021]  A title"."""
    for pattern in (_HANGING_YEAR, _HANGING_KEY):
        hung = [(row, match) for row in rows if not row.marker and (match := pattern.match(row.text))]
        below = {id(row): after for row, after in pairwise(rows) if _is_below(row, after)}
        depths = [below[id(row)].indent - row.indent - match.end() for row, match in hung if id(row) in below]
        if depths.count(0) < max(_FEWEST_HUNG, _HUNG_SHARE * len(depths)):
            continue
        tags = [_stated(match["mark"]) for _, match in hung] if pattern is _HANGING_KEY else []
        if tags and not any(tags) and len({match["mark"] for _, match in hung}) < _UNLIKE * len(hung):
            continue
        for (row, match), tag in zip_longest(hung, tags):
            row.marker, row.text, row.tag = match["mark"], row.text[match.end() :], tag or row.tag
            row.year = None if tags else find_year(match["mark"])
    return _mark_keys(rows)


def _mark_keys(rows: list[Row]) -> list[Row]:
    """Keys of references are list markers, nothing set in below them, where nearly each is another: "[Roe19] Roe, A
    title". Venues come again."""
    keyed = [(row, match) for row in rows if (match := _KEY.match(f"{row.marker} {row.text}".lstrip()))]
    marks = {match["mark"] for _, match in keyed}
    venues = sum(_stated(mark) is not None for mark in marks)
    if len(keyed) >= _FEWEST_KEYS and len(marks) >= _OWN_KEYS * len(keyed) and 2 * venues < len(marks):
        for row, match in keyed:
            if not row.marker:
                row.marker, row.text = match["mark"], row.text[match.end() :]
    return rows


def _stated(key: str) -> Tag | None:
    """The venue and year that a key in brackets is, if it is one and no word for a link: "[arXiv]"."""
    if is_anchor(key.strip("[]")):
        return None
    return parse_tag(key) or (Tag(venue) if (venue := parse_venue(key)) else None)


def _is_below(above: Row, row: Row) -> bool:
    return row.indent > above.indent and not row.gap and not row.marker


def mark_numbers(rows: list[Row]) -> list[Row]:
    """Numbers that count the list up from 1 are list markers, even with a colon or nothing behind them."""
    run: list[Row] = []
    led = 0  # rows that begin with a number since the run began
    for row in rows:
        match = None if row.marker or _in_cells(row) else _BARE_NUMBER.match(row.text)
        led += bool(match)
        if match and int(match[1]) == len(run) + 1:
            run.append(row)
        elif match and match[1] == "1":
            _mark(run, led - 1)
            run, led = [row], 1
    _mark(run, led)
    return rows


def mark_glued(rows: list[Row]) -> list[Row]:
    """A number with its stop and no blank behind it is a list marker, where those of the entries above and below count
    past it, up or down: "50. A title", "49.A title", "48. A title"."""
    counted = [(row, match) for row in rows if (match := _NUMBER.fullmatch(row.marker) or _glued(row))]
    if sum(bool(row.marker) for row, _ in counted) < _FEWEST_COUNTED:
        return rows
    for (_, above), (row, match), (_, below) in zip(counted, counted[1:], counted[2:], strict=False):
        steps = [int(match[1]) - int(above[1]), int(below[1]) - int(match[1])]
        if not row.marker and steps in ([1, 1], [-1, -1]) and above[2] == match[2] == below[2]:
            row.marker = match[0]
            row.cut_front(match.end())
    return rows


def _glued(row: Row) -> re.Match[str] | None:
    return None if row.marker or _in_cells(row) else _GLUED_NUMBER.match(row.text)


def unmark_cells(rows: list[Row]) -> list[Row]:
    """Signs and numbers in front of cells that tabs part are no list markers where most marked rows have cells and
    nothing below them: those are a table, whose cells are more than links behind an entry."""
    marked = [(row, below) for row, below in zip_longest(rows, rows[1:]) if row.marker and row.text]
    celled = [row for row, below in marked if _is_of_table(row) and (not below or below.gap or below.marker)]
    if len(celled) >= max(_FEWEST_CODES, _COUNTING_SHARE * len(marked)):
        for row in celled:
            row.marker = ""
    return rows


def _is_of_table(row: Row) -> bool:
    """Whether a row has several cells that say something, or one and more."""
    return _in_cells(row) and not all(is_anchor(cell.strip(" []()")) for cell in row.text.split("\t")[1:])


def keep_numbers(rows: list[Row]) -> list[Row]:
    """Numbers below a header that names them are cells of a table, and no list markers."""
    behind = ""
    for above, row in pairwise(rows):
        if row.gap or not behind:
            behind = _behind_numbers(above) if not row.gap else ""
        if behind and any(map(str.isdigit, row.marker)):
            row.text, row.marker = f"{row.marker}{behind}{row.text}", ""
    return rows


def _behind_numbers(row: Row) -> str:
    """What parts the running numbers from the cells behind them below a header; nothing where none stand there."""
    header = None if row.marker or not _MAY_COUNT.match(row.text) else find_header(row.text)
    counts = header is not None and header.columns[0] is Column.NUMBER
    return ("\t" if "\t" in row.text else " ") if counts else ""


def _in_cells(row: Row) -> bool:
    """Whether a row has several cells: what stands in front of them is one itself, and no list marker."""
    return row.text.count("\t") > 1


def _mark(run: list[Row], led: int) -> None:
    if len(run) >= max(_FEWEST_NUMBERED, _COUNTING_SHARE * led):
        for row in run:
            row.marker, row.text = row.text.split(None, 1)
