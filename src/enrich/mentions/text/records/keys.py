"""Keys in small letters, or set off otherwise than labels are: "title    : A Title", "- title: A Title", "title = A
Title", "**Title**: A Title", '"title": "A Title",'. Programs write records so.

In: the lines of a page. Out: the same lines, those of keys as `records` reads labels ("Title: A Title"); nothing is
done where the page has such labels, quotes BibTeX, or has hardly any keys. Lines keep their numbers. Pure; cost is
linear.
"""

from __future__ import annotations

import re
from collections import Counter

from enrich.mentions.text.records.fields import MEANINGS

_KEY = re.compile(
    r"\s*(?:(?:[-*•+]|\d{1,3}[.)]|\[\d{1,3}\])\s+)?[\"'*_`]{0,3}(?P<name>[^\W\d_][\w-]*(?: [A-Za-z]+){0,2})"
    r"(?P<end>[\"'*_`]{0,3})[ \t]*(?P<sign>:|=>?|->)(?P<behind>[\"'*_`]{0,3})(?:(?:\s+|(?<==))(?P<value>\S.*)|\s*$)"
)
# Fewer are no records; other keys come back in so many of them, and of those whose meanings are known some do. Keys
# begin or end in few columns, each of which has so many of them; values that go on may hold colons as well.
_FEWEST, _RETURNING, _TELLING, _COLUMN = 3, 0.2, 2, 0.03
_LABELLED = re.compile(r"\s*Title: ")  # as `records` knows them, set in or not
_BIBTEX = re.compile(r"\s*@[A-Za-z]+\s*[{(]")  # its fields are read as such
_QUOTES = "\"'"


def spell_keys(lines: list[str]) -> list[str]:
    """The lines with all keys of their records written as labels."""
    if any(map(_BIBTEX.match, lines)):
        return lines
    found = {at: match for at, line in enumerate(lines) if (match := _KEY.match(line))}
    titles = [match for match in found.values() if _name(match) == "title"]
    if len(titles) < _FEWEST or any(map(_LABELLED.match, (match[0] for match in titles))):
        return lines
    forms = {_form(match) for match in titles}
    alike = {at: match for at, match in found.items() if _form(match) in forms}
    starts, ends = (Counter(match.start(part) for match in alike.values()) for part in ("name", "sign"))
    least = _COLUMN * len(alike)
    usual = {at for at, key in alike.items() if max(starts[key.start("name")], ends[key.start("sign")]) >= least}
    keys = {at: key for at, key in alike.items() if at in usual or _name(key) == "title"}  # behind longer numbers, too
    often = Counter(map(_name, keys.values()))
    names = {name for name, count in often.items() if name in MEANINGS or count >= _RETURNING * len(titles)}
    if len({MEANINGS[name] for name in names if name in MEANINGS}) < _TELLING:
        return lines
    told = {at: match for at, match in keys.items() if _name(match) in names}
    return [_label(told[at]) if at in told else line for at, line in enumerate(lines)]


def _name(match: re.Match[str]) -> str:
    return match["name"].replace("_", " ").casefold()


def _form(match: re.Match[str]) -> tuple[str, str, str]:
    """The signs around a key."""
    return match["sign"], match["end"], match["behind"]


def _label(match: re.Match[str]) -> str:
    """The line of a key with a label in its place."""
    value = (match["value"] or "").rstrip()
    quote = value[:1]
    if quote in _QUOTES and quote and value.rstrip(",").endswith(quote) and len(value) > 2:
        value = value.rstrip(",")[1:-1]
    return f"{_name(match).capitalize()}: {value}"
