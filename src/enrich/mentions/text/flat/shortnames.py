"""Columns of short names in rows whose cells run together: what authors call their method, data or program.

In: the words of all rows. Out: how many at an edge are of the column. Pure.
"""

from __future__ import annotations

from enrich.mentions.entries.learned.affixes import repeated_name
from enrich.mentions.shapes.columns import Column
from enrich.mentions.shapes.words import bare, folded, is_acronym, is_lower, is_small
from enrich.mentions.text.flat.linkwords import NOTHING
from enrich.mentions.text.flat.remarks import name_before_text

# By judgement: of the cells of such a column, so many have an odd shape or say that there is no name. Where so many
# rows without an odd name have a small word where titles have one and names none, all of those have empty cells: hardly
# more titles than that show it.
_TOLD_SHARE, _EMPTY_SHARE, _FEWEST_EMPTY = 0.4, 0.4, 2
_LONGEST_NAME = 4


def names_before(rows: list[list[str]], inner: Column) -> list[int]:
    """The words of the name in front of each title, or of what is called `inner`."""
    lengths = [_length_before(words, inner) for words in rows]
    if inner is not Column.TITLE or any(NOTHING.fullmatch(words[0]) for words in rows):
        return lengths
    inside = {folded(word) for words in rows for word in words[2:]}
    plain = [
        length == 1 and not repeated_name(words) and not _is_coined(words[0], inside)
        for words, length in zip(rows, lengths, strict=True)
    ]
    shown = [is_plain and _shows_none(words) for words, is_plain in zip(rows, plain, strict=True)]
    many = sum(shown) >= max(_FEWEST_EMPTY, _EMPTY_SHARE * sum(plain))
    empty = plain if many else shown
    return [length * (not is_empty) for length, is_empty in zip(lengths, empty, strict=True)]


def _shows_none(words: list[str]) -> bool:
    """Whether a row begins as titles do and no name in front of a title does."""
    return is_small(words[0]) or words[1].islower()


def names_behind(rows: list[list[str]]) -> list[int] | None:
    """The words of the name behind each title; None where few rows end in what looks like one."""
    signed = sum(bool(NOTHING.fullmatch(words[-1])) for words in rows)
    inside = {folded(word) for words in rows for word in words[1:-1]}
    told = [
        _length_of_own(words) or int(bool(NOTHING.fullmatch(words[-1])) or _is_coined(words[-1], inside))
        for words in rows
    ]
    if sum(map(bool, told)) < _TOLD_SHARE * len(rows):
        return None
    return [length or int(signed > 1 and not is_lower(words[-1])) for words, length in zip(rows, told, strict=True)]


def _is_coined(word: str, inside: set[str]) -> bool:
    """Whether a word is written as names of methods are, and no title of the table has it inside."""
    odd = is_acronym(word) or any(letter.isdigit() for letter in word)
    return odd and folded(word) not in inside


def _length_of_own(words: list[str]) -> int:
    """The length of a name behind that the title begins with: "Kelp: A Census Kelp" gives 1."""
    for length in range(1, min(_LONGEST_NAME, len(words) // 2) + 1):
        if words[length - 1].endswith(":") and [*words[: length - 1], bare(words[length - 1])] == words[-length:]:
            return length
    return 0


def _length_before(words: list[str], inner: Column) -> int:
    if inner is Column.TEXT:
        return name_before_text(words)
    if length := repeated_name(words):
        return length
    if len(words) > 2 and words[1][:1] == "(":
        closing = next((i for i, word in enumerate(words[1:8], start=1) if word.endswith(")")), 0)
        return closing + 1 if closing else 1
    return 1 if len(words) > 2 and not words[0].endswith(":") else 0
