"""Years of two digits that a blank parts from their apostrophe: "ICES' 14", as owners write who type it so throughout.

In: the text of a document. Out: the same with the blank in front ("ICES '14"), where all other rules look for no blank;
every line is as long as before. Pure.
"""

from __future__ import annotations

import re
from collections import defaultdict

_BLANKS = ("' ", "’ ", "‘ ", "` ", "´ ")
# Behind a name with a capital, and at the end of what is said: "the mariners' 10 rules" stay as they are.
_APART = re.compile(
    r"(?<!\w)(?P<name>(?:[A-Z]|[a-z]{1,8}[A-Z])[\w.&/-]{0,30})(?P<sign>['’‘`´]) (?P<year>\d\d)"
    r"(?=\s*(?:[\])}|*_,;:.]|$))",
    re.M,
)
_OPENED = re.compile(r"(?<![^\s(\[{*_>=\"“|/-])['‘’`´](?!\d\d\b)(?=[^\W_])")  # a quotation: "'Sand' 12, 345"
_CLOSED = re.compile(r"(?<=[^\s(\[{])['’`´](?!\w)")
_FEWEST = 3  # a habit, no slip, nor the end of a title
_QUOTED = 400  # characters in front of the sign; no quotation is longer
_OF_A_NAME = 2  # capitals: "ICES", "arXiv" has one and comes again


def close_years(text: str) -> str:
    """The text with such years behind their apostrophe, where it has several."""
    if not any(map(text.__contains__, _BLANKS)):
        return text
    found = [match for match in _APART.finditer(text) if not _ends_quotation(text, match)]
    if len(found) < _FEWEST or 2 * _sure(found) < len(found):
        return text
    pieces, end = [], 0
    for match in found:
        pieces += [text[end : match.start()], f"{match['name']} {match['sign']}{match['year']}"]
        end = match.end()
    return "".join([*pieces, text[end:]])


def _ends_quotation(text: str, match: re.Match[str]) -> bool:
    """Whether the sign closes what another one opened on its line."""
    line = text[max(text.rfind("\n", 0, match.start()) + 1, match.start() - _QUOTED) : match.start("sign")]
    opened = max((sign.start() for sign in _OPENED.finditer(line)), default=-1)
    return opened >= 0 and not _CLOSED.search(line, opened + 1)


def _sure(found: list[re.Match[str]]) -> int:
    """How many have an acronym for a name, or one that comes again with another year."""
    years: dict[str, set[str]] = defaultdict(set)
    for match in found:
        years[match["name"]].add(match["year"])
    return sum(sum(map(str.isupper, match["name"])) >= _OF_A_NAME or len(years[match["name"]]) > 1 for match in found)
