"""Numbered links, as text browsers print them: "[12]Title" in the page, "12. https://..." in a list at its end.

In: rows. Out: rows without the numbers, each link's address given back to the row it stood in. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.text.rows import Row

_FOOT = re.compile(
    r"\[?(?P<number>\d{1,5})[\].]?[.:]?\s*(?P<url>(?:https?|ftp|file)://\S+|mailto:\S+|[\w#][^\s]*[./#][^\s]*)$"
)
_HEAD = re.compile(r"(?:references|visible links|links|hidden links)\W*$", re.I)
_MARK = re.compile(r"\[(\d{1,5})\]")
# Fewer numbered addresses at the end of a page are a list of its own.
_FEWEST = 3


def find_footlinks(rows: list[Row]) -> tuple[int, dict[str, str]]:
    """Where the list of addresses begins, and the addresses by number; `(len(rows), {})` if there is none."""
    addresses: dict[str, str] = {}
    start = len(rows)
    for at in range(len(rows) - 1, -1, -1):
        row = rows[at]
        match = _FOOT.match(f"{row.marker} {row.text}".strip())
        if match:
            addresses[match["number"]] = match["url"]
            start = at
        elif addresses and _HEAD.fullmatch(row.text):
            start = at
        else:
            break
    marked = sum(bool(_MARK.search(row.marker + row.text)) for row in rows[:start])
    if len(addresses) < _FEWEST or marked < _FEWEST:
        return len(rows), {}
    return start, addresses


def restore_links(rows: list[Row], start: int, addresses: dict[str, str]) -> dict[int, list[str]]:
    """Takes the numbers out of the rows in front of `start`; the addresses by the line they stood on."""
    found: dict[int, list[str]] = {}
    for row in rows[:start]:
        if row.marker.startswith("[") and row.marker.strip("[]") in addresses:
            found.setdefault(row.line, []).append(addresses[row.marker.strip("[]")])
            row.marker = ""
        if "[" in row.text:
            numbers = [number for number in _MARK.findall(row.text) if number in addresses]
            found.setdefault(row.line, []).extend(addresses[number] for number in numbers if "://" in addresses[number])
            row.text = _strip(row, addresses)
    return found


def _strip(row: Row, addresses: dict[str, str]) -> str:
    """The row's text without its numbers; where its lines begin is kept right."""
    pieces, end, cut = [], 0, 0
    starts = list(row.starts)
    for match in _MARK.finditer(row.text):
        if match[1] not in addresses:
            continue
        pieces.append(row.text[end : match.start()])
        end = match.end()
        cut += len(match[0])
        starts = [at - len(match[0]) if old > match.start() else at for at, old in zip(starts, row.starts, strict=True)]
    pieces.append(row.text[end:])
    row.starts = starts
    return "".join(pieces)
