"""Titles above tables of their fields, label and value in two columns: reports of reference managers, digests.

In: the lines of a page. Out: the same as `records` reads them, each label with a colon in front of its value
("Date: 2019") and each title labelled as well, and all labels; nothing is done where the page is not made of such
tables. Labels that stand beside the middle of their values, as browsers for terminals set them, go in front. Lines
keep their numbers. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from enrich.mentions.shapes.words import has_letters
from enrich.mentions.text.records.fields import MEANINGS

_NAME = r"[A-Z][A-Za-z-]*(?: [A-Za-z]+){0,2}"
_ROW = re.compile(rf"\s*(?P<label>{_NAME}):?(?P<gap>\t\s*| {{2,}})(?P<value>\S.*)")
_CAPTION = re.compile(rf"\s+(?P<label>{_NAME}):?\s*$")
_MARKER = re.compile(r"\s*(?:[^\w\s\"'“‘«(\[{<$]|[ox](?= )|\d+[.)])\s+(?=\S)")
# Fewer tables are a form, or a page about one paper; fewer labels whose meanings are known, no fields of papers.
_FEWEST, _TELLING = 3, 2
# The label that most tables begin with begins nearly all; one of the others comes back in so many. Captions of what is
# below tables ("Notes") are as rare as the remarks of the page's owner. By judgement, on reports of two programs.
_OPENING, _RETURNING, _RARE = 0.8, 0.2, 0.03


def spell_out(lines: list[str]) -> frozenset[str]:
    """Puts labels in front of the titles and values of `lines`, and says which, in small letters; none where the page
    holds no such tables."""
    opening = _opening(lines)
    if not opening:
        return frozenset()
    tables = [at for at, line in enumerate(lines) if _begins(line, opening) and at and not _is_row(lines[at - 1])]
    tops = [_top(lines, at) for at in tables]
    kept = [(table, top) for table, top in zip(tables, tops, strict=True) if top is not None]
    if len(kept) < _FEWEST or len(kept) < _OPENING * len(tables):
        return frozenset()
    labels = _labels(lines, len(kept))
    if len({MEANINGS[label.lower()] for label in labels if label.lower() in MEANINGS}) < _TELLING:
        return frozenset()
    captions = _captions(lines, len(kept))
    bounds = [*(top for _, top in kept), len(lines)]
    spelled = {"title", *captions}
    for (table, top), (_, end) in zip(kept, pairwise(bounds), strict=True):
        _spell_title(lines, top, table)
        spelled |= _spell_table(lines, table, end, labels, captions)
    return frozenset(map(str.lower, spelled))


def _is_row(line: str) -> bool:
    return _ROW.match(line) is not None


def _opening(lines: list[str]) -> str | None:
    """The label of the first row of most blocks of lines that hold rows."""
    firsts: Counter[str] = Counter()
    fresh = True
    for line in lines:
        fresh = fresh or not line.strip()
        if fresh and (row := _ROW.match(line)):
            firsts[row["label"]] += 1
            fresh = False
    label, count = max(firsts.items(), key=lambda each: each[1], default=("", 0))
    return label if count >= max(_FEWEST, _OPENING * firsts.total()) else None


def _begins(line: str, label: str) -> bool:
    """Whether a line begins with a label that stands apart, be it by one blank where a column is narrow."""
    text = line.lstrip()
    return text.startswith(label) and text[len(label) :].lstrip(":")[:1].isspace()


def _top(lines: list[str], table: int) -> int | None:
    """Where the title above a table begins: at its marker, or below the next blank line or what is set in further."""
    at = table - 1
    while at >= 0 and not lines[at].strip() and table - at <= 2:
        at -= 1
    if at < 0 or not has_letters(lines[at]):
        return None
    depth = _depth(lines[at])
    while not _MARKER.match(lines[at]) and at and lines[at - 1].strip() and not _is_row(lines[at - 1]):
        above = lines[at - 1]
        if _depth(above) > depth or (_MARKER.match(above) and _text_depth(above) > depth):
            break
        at -= 1
    return at


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _text_depth(line: str) -> int:
    """The column of the first word behind a marker."""
    marker = _MARKER.match(line)
    return marker.end() if marker else _depth(line)


def _labels(lines: list[str], tables: int) -> frozenset[str]:
    found = Counter(row["label"] for line in lines if (row := _ROW.match(line)))
    return frozenset(label for label, count in found.items() if count >= max(_FEWEST, _RETURNING * tables))


def _captions(lines: list[str], tables: int) -> frozenset[str]:
    """Words alone on a line that come back, with lines set in further below them ("Tags:", "Attachments")."""
    found: Counter[str] = Counter()
    filled = [line for line in lines if line.strip()]
    for line, below in pairwise(filled):
        if (caption := _CAPTION.match(line)) and _depth(below) > _depth(line) and not _is_row(below):
            found[caption["label"]] += 1
    return frozenset(label for label, count in found.items() if count >= max(_FEWEST, _RARE * tables))


def _spell_title(lines: list[str], top: int, table: int) -> None:
    marker = _MARKER.match(lines[top])
    lines[top] = "Title: " + lines[top][marker.end() if marker else 0 :].strip()
    for at in range(top + 1, table):
        lines[at] = lines[at].strip()


def _spell_table(lines: list[str], table: int, end: int, labels: frozenset[str], captions: frozenset[str]) -> set[str]:
    """Rows of a table up to a blank line or a caption; then lines below captions, each with its label. The labels."""
    body = table
    while body < end and lines[body].strip() and not _is_caption(lines[body], captions):
        body += 1
    column = _column(lines[table:body], labels)
    rows = [_cut(line, column) for line in lines[table:body]]
    starts = {_depth(line) for line, (label, _) in zip(lines[table:body], rows, strict=True) if label}
    _lead_with_labels(rows, centred=len(starts) > 1)
    lines[table:body] = [f"{label}: {value}" if label else value for label, value in rows]
    caption = ""
    for at in range(body, end):
        if _is_caption(lines[at], captions):
            caption = lines[at].strip().rstrip(":")
            lines[at] = f"{caption}:"
        elif lines[at].strip():
            marker = _MARKER.match(lines[at])
            text = lines[at][marker.end() if marker else 0 :].strip()
            lines[at] = f"{caption}: {text}" if caption else text
    return {label for label, _ in rows if label}


def _is_caption(line: str, captions: frozenset[str]) -> bool:
    match = _CAPTION.match(line)
    return match is not None and match["label"] in captions


def _column(rows: list[str], labels: frozenset[str]) -> int | None:
    """The column in which the values of a table begin; None where tabs part them from their labels."""
    found = Counter(
        match.start("value")
        for row in rows
        if (match := _ROW.match(row)) and match["label"] in labels and "\t" not in match["gap"]
    )
    return found.most_common(1)[0][0] if found else None


def _cut(line: str, column: int | None) -> list[str]:
    """Label and value of a row; no label in a line that goes on. Of a label broken over lines the rest goes."""
    if column is None or "\t" in line:
        label, tab, value = line.strip().partition("\t")
        return [label.rstrip(" :"), value.strip()] if tab else ["", line.strip()]
    if line[column - 1 : column].strip():
        return ["", line.strip()]
    return [line[:column].strip().rstrip(":") if line[column:].strip() else "", line[column:].strip()]


def _lead_with_labels(rows: list[list[str]], *, centred: bool) -> None:
    """Each label in the first line of its value. Labels that are `centred` stand beside the middle of their values: as
    many lines are below one as above it, or one more."""
    named = [at for at, (label, _) in enumerate(rows) if label]
    if not centred or not named or named[0]:
        return
    rests = [following - at - 1 for at, following in pairwise([*named, len(rows)])]
    above = 0
    for at, rest, then in zip(named[1:], rests, rests[1:], strict=False):
        below = rest if rest <= above + 1 and (above or not then) else min(above, rest)
        above = rest - below
        if above:
            rows[at - above][0], rows[at][0] = rows[at][0], ""
