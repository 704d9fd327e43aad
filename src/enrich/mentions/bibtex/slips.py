"""Slips of hand-kept BibTeX: no comma between two fields, no brace that ends an entry. Blocks in, fields out. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bibtexparser.model import Entry

_NEXT_FIELD = re.compile(r"\s*\n\s*(?P<name>[A-Za-z][\w-]*)\s*=\s*(?=\S)")
_SWALLOWED = re.compile(r"[}\"],?\s*\n\s*[A-Za-z][\w-]*\s*=\s*[{\"\w]")
_BARE = re.compile(r"[^\s{}\"#=,]+")
_DELIMITER = re.compile(r"[{}\"]")


class Field(NamedTuple):
    """A field as it is written: its value with its delimiters, and the line of its block, from 0, that it stands on."""

    name: str
    value: str
    line: int


def fields_of(entry: Entry) -> Iterator[Field]:
    """The fields of an entry, also those that no comma parts from the field above."""
    for field in entry.fields:
        value, begin, line, name = str(field.value).strip(), 0, field.start_line or 0, field.key
        while below := _NEXT_FIELD.match(value, end := end_of_first(value, begin)):
            yield Field(name, value[begin:end], line)
            line += value.count("\n", begin, below.end())
            name, begin = below["name"], below.end()
        yield Field(name, value[begin:], line)


def swallows_fields(field: Field) -> bool:
    """Whether the value of a field, as it was closed, has the fields below it in it."""
    return _SWALLOWED.search(field.value) is not None


def closed(raw: str) -> str:
    """A block that ends before its entry does, with what ends the entry."""
    return raw + ("\n)" if re.match(r"@\w+\s*\(", raw) else "\n}")


def end_of_first(value: str, begin: int = 0) -> int:
    """Where the string, braced text or bare word that begins at `begin` ends; `begin` where it doesn't."""
    quoted = value[begin : begin + 1] == '"'
    if not quoted and value[begin : begin + 1] != "{":
        bare = _BARE.match(value, begin)
        return bare.end() if bare else begin
    depth = 0
    for match in _DELIMITER.finditer(value, begin + quoted):
        depth += {"{": 1, "}": -1, '"': 0}[match[0]]
        if depth == 0 and match[0] == ('"' if quoted else "}"):
            return match.end()
    return begin
