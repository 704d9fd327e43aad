"""BibTeX entries quoted in a page: found by their braces, read by the BibTeX reader at their own lines. Pure."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from enrich.mentions.items import Draft, Item
from enrich.mentions.shapes.words import letters_of
from enrich.records import Document, DocumentKind

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_ENTRY = re.compile(r"@[A-Za-z]{3,20}\s*[{(]")
_FIELD = re.compile(r"[A-Za-z][\w-]*\s*=\s*|[})]+,?$")
# An entry that never closes ends here at the latest.
_LONGEST = 400
# What an entry gives the item above it, where that has none; its links and files come on top.
_STATED = ("year", "venue", "authors", "keywords", "description", "abstract", "kind")


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


def join_quoted(draft: Draft, quoted: list[Item]) -> None:
    """Gives what `quoted` entries state to the items of the draft right above them that have the same title, wherever
    its lines were broken."""
    own, again = set(map(id, quoted)), set()
    above: Item | None = None
    for item in sorted(draft.items, key=lambda each: each.line):
        if id(item) not in own:
            above = item
        elif above and letters_of(above.title) == letters_of(item.title):
            for stated in _STATED:
                setattr(above, stated, getattr(above, stated) or getattr(item, stated))
            above.links, above.files = [*above.links, *item.links], [*above.files, *item.files]
            again.add(id(item))
    draft.items = [item for item in draft.items if id(item) not in again]
