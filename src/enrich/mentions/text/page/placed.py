"""Places in the groups of rows that records are, and what stands there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

Group = list[int]  # positions of rows
Place = Callable[[Group], int | None]


@dataclass(slots=True)
class Records:
    """Positions of rows: titles and their further lines, what stands above titles, people, notes on records, fields of
    them, abstracts, and what stands beside."""

    titles: set[int] = field(default_factory=set)
    rests: set[int] = field(default_factory=set)
    above: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    notes: set[int] = field(default_factory=set)
    fields: set[int] = field(default_factory=set)
    abstracts: set[int] = field(default_factory=set)
    asides: set[int] = field(default_factory=set)
    headings: set[int] = field(default_factory=set)


def counted(number: int) -> Place:
    """The row that is so many from the end, counted from 1."""
    return lambda group: group[-number] if number <= len(group) else None


def among(rows: Collection[int]) -> Place:
    """The first that is one of these rows."""
    return lambda group: next((at for at in group if at in rows), None)
