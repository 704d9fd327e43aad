"""Numbered links, as text browsers print them: "[12]Title" in the page, "12. https://..." in a list at its end.

In: rows. Out: rows without the numbers, each link's address given back to the row it stood in. A number that did not
fit on its line stands alone on the next one. Where the list was left behind, the numbers themselves tell what they are.
Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.links import make_link
from enrich.records import Link

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# The name of a file may have blanks in it, which some browsers write out; of most addresses it has none.
_FOOT = re.compile(
    r"\[?(?P<number>\d{1,5})[\].]?[.:]?\s*(?P<url>(?:https?|ftp|file)://\S+"
    r"(?:(?: [^\s.]+){1,12}\.(?:pdf|ps|docx?|pptx?|html?|txt|zip|gz))?"
    r"|mailto:\S+|#\S+|[\w#][^\s]*[./#][^\s]*)$"
)
_HEAD = re.compile(r"(?:references|visible links|links|hidden links)\W*$", re.I)
_MARK = re.compile(r"\[(\d{1,5})\]")
_NUMBERS = frozenset("[0123456789")
# Fewer numbered addresses at the end of a page are a list of its own.
_FEWEST = 3
_MARK_LENGTH = 8
# "[12]Title": the words of a link stand right behind its number. References that others have copied look like it at the
# beginning of lines alone, and numbers that cite do not count up.
_GLUED = re.compile(r"(?<![\w.,;:)\]])\[(\d{1,5})\](?=[^\s\].,;:)])")
_FEWEST_LOST, _COUNTED_SHARE, _WITHIN_SHARE = 8, 0.9, 0.2  # by judgement: of these numbers
_END, _FEWEST_ENDS = re.compile(r"\s\[(\d{1,5})\]$"), 8  # by judgement: dates and other marks may end a line, too


@dataclass(frozen=True, slots=True)
class Footlinks:
    """A list of addresses: the positions of its rows, where the rows begin that it belongs to, and the addresses."""

    above: int
    start: int
    end: int
    addresses: dict[str, str]


def find_footlinks(rows: list[Row]) -> list[Footlinks]:
    """The lists of numbered addresses whose numbers stand in the rows above them."""
    found: list[Footlinks] = []
    at = above = 0
    while at < len(rows):
        addresses = _addresses(rows, at)
        end = at + max(len(addresses), 1)
        named = sum(" " not in url for url in addresses.values()) * 2 >= len(addresses)  # else titles stand behind
        marked = len(addresses) >= _FEWEST and _marked(rows[above:at], addresses) >= max(_FEWEST, len(addresses) / 2)
        hidden = bool(found and addresses) and at == found[-1].end + 1 and _HEAD.fullmatch(rows[at - 1].text)
        if named and (marked or hidden):  # those of links without words follow the others
            start = at - bool(at and _HEAD.fullmatch(rows[at - 1].text))
            urls = {number: url.replace(" ", "%20") for number, url in addresses.items()}
            found.append(Footlinks(above, start, end, urls))
            above = end
        at = end
    if lost := _lost(rows[above:]):
        found.append(Footlinks(above, len(rows), len(rows), lost))
    return found


def _lost(rows: list[Row]) -> dict[str, str]:
    """The numbers in front of links, without an address, where these count up from link to link and not only what
    stands in front of lines does; nothing elsewhere."""
    numbers: dict[str, str] = {}
    within = 0
    for row in rows:
        marked = f"{row.marker}{row.text}" if row.marker[:1] == "[" else row.text
        for match in _GLUED.finditer(marked) if "[" in marked else ():
            within += match[1] not in numbers and (match.start() > 0 or (marked == row.text and bool(row.marker)))
            numbers[match[1]] = ""
    counted = sum(int(behind) - int(number) == 1 for number, behind in pairwise(numbers))
    told = counted >= _COUNTED_SHARE * (len(numbers) - 1) and within >= _WITHIN_SHARE * len(numbers)
    return numbers if len(numbers) >= _FEWEST_LOST and told else {}


def join_numbers(rows: list[Row]) -> list[Row]:
    """The rows, a number alone on its line as the end of the line above it, where the number before it or behind it
    ends a line: it did not fit there. One that ends a line as well marks what is below."""
    tails = (_END.search(row.text, max(0, len(row.text) - _MARK_LENGTH)) for row in rows if row.text.endswith("]"))
    ends = {int(tail[1]) for tail in tails if tail}
    if len(ends) < _FEWEST_ENDS:
        return rows
    joined: list[Row] = []
    for row in rows:
        number = _MARK.fullmatch(row.marker) if not (row.text or row.gap) and joined and joined[-1].text else None
        told = number and int(number[1]) not in ends and {int(number[1]) - 1, int(number[1]) + 1} & ends
        if told:
            row.text, row.marker = row.marker, ""
            joined[-1].append(row)
            joined[-1].end = row.end
        else:
            joined.append(row)
    return joined


def _addresses(rows: list[Row], start: int) -> dict[str, str]:
    """The numbered addresses in the rows from `start` on, each number but once."""
    addresses: dict[str, str] = {}
    for at in range(start, len(rows)):
        row = rows[at]
        match = _FOOT.match(f"{row.marker} {row.text}".strip()) if (row.marker or row.text)[:1] in _NUMBERS else None
        if not match or match["number"] in addresses:
            break
        addresses[match["number"]] = match["url"]
    return addresses


def _marked(rows: list[Row], addresses: dict[str, str]) -> int:
    """How many of the numbers stand in rows."""
    marks = (number for row in rows if "[" in row.marker + row.text for number in _MARK.findall(row.marker + row.text))
    return len(addresses.keys() & set(marks))


def restore_links(rows: list[Row], foot: Footlinks) -> dict[int, list[Link]]:
    """Takes the numbers out of the rows above their addresses; these by the line their numbers stood on."""
    found: dict[int, list[Link]] = {}
    addresses = foot.addresses
    for row in rows[foot.above : foot.start]:
        numbers: list[str] = []
        if row.marker.startswith("[") and row.marker.strip("[]") in addresses:
            numbers.append(row.marker.strip("[]"))
            row.link, row.marker = int(numbers[0]), ""
        if "[" in row.text:
            numbers += [number for number in _MARK.findall(row.text) if number in addresses]
            row.text = _strip(row, addresses)
        if urls := [addresses[number] for number in numbers if "://" in addresses[number]]:
            found.setdefault(row.line, []).extend(map(make_link, urls))
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
