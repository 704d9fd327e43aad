"""BibTeX entries quoted in a page: found by their braces, read by the BibTeX reader at their own lines. Pure."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from enrich.mentions.items import Draft
from enrich.records import Document, DocumentKind

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_ENTRY = re.compile(r"@[A-Za-z]{3,20}\s*[{(]")
_FIELD = re.compile(r"[A-Za-z][\w-]*\s*=\s*|[})]+,?$")
# An entry that never closes ends here at the latest.
_LONGEST = 400


def find_quoted(rows: list[Row]) -> list[tuple[int, int]]:
    """Ranges of rows that are BibTeX entries: positions of the first and one past the last."""
    found = []
    at = 0
    while at < len(rows):
        if not _ENTRY.match(rows[at].text):
            at += 1
            continue
        end = _end(rows, at)
        found.append((at, end))
        at = end
    return found


def keep_quoted(rows: list[Row]) -> list[Row]:
    """The rows, those of BibTeX entries whole: none goes on in the next, and none tells where the page was broken."""
    for start, end in find_quoted(rows):
        for row in rows[start:end]:
            row.whole = True
    return rows


def _end(rows: list[Row], start: int) -> int:
    """One past the last row of the entry: where its braces close, or where its fields cease."""
    depth = 0
    last_field = start
    for at in range(start, min(start + _LONGEST, len(rows))):
        text = rows[at].text
        if at > start and _ENTRY.match(text):
            return at
        if _FIELD.match(text):
            last_field = at
        depth += text.count("{") - text.count("}")
        if depth <= 0 and "{" in rows[start].text:
            return at + 1
    return last_field + 1


def read_quoted(document: Document, rows: list[Row], ranges: list[tuple[int, int]]) -> Draft:
    """The items of all quoted entries, at the lines of the page."""
    from enrich.mentions.bibtex.reader import read

    lines = document.text.split("\n")
    kept = {line for start, end in ranges for row in rows[start:end] for line in row.lines}
    text = "\n".join(line if number in kept else "" for number, line in enumerate(lines, start=1))
    return read(dataclasses.replace(document, text=text, kind=DocumentKind.BIBTEX))
