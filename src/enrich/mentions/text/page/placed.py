"""What stands where in the records of a page."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Records:
    """Positions of rows: titles and their further lines, what stands above titles, fields of records, notes on them,
    abstracts, and what stands beside."""

    titles: set[int] = field(default_factory=set)
    rests: set[int] = field(default_factory=set)
    above: set[int] = field(default_factory=set)
    notes: set[int] = field(default_factory=set)
    fields: set[int] = field(default_factory=set)
    abstracts: set[int] = field(default_factory=set)
    asides: set[int] = field(default_factory=set)
    headings: set[int] = field(default_factory=set)
