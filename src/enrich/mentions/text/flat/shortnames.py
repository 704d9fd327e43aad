"""Columns of short names in rows whose cells run together: what authors call their method, data or program.

In: the words of all rows. Out: how many at an edge are of the column. Pure.
"""

from __future__ import annotations

from enrich.mentions.entries.learned.affixes import repeated_name
from enrich.mentions.shapes.columns import Column
from enrich.mentions.text.flat.remarks import name_before_text


def names_before(rows: list[list[str]], inner: Column) -> list[int]:
    """The words of the name in front of each title, or of what is called `inner`."""
    return [_length_before(words, inner) for words in rows]


def _length_before(words: list[str], inner: Column) -> int:
    if inner is Column.TEXT:
        return name_before_text(words)
    if length := repeated_name(words):
        return length
    if len(words) > 2 and words[1][:1] == "(":
        closing = next((i for i, word in enumerate(words[1:8], start=1) if word.endswith(")")), 0)
        return closing + 1 if closing else 1
    return 1 if len(words) > 2 and not words[0].endswith(":") else 0
