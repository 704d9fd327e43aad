"""What the rows of a page turn out to be: headings, items, and rows that are neither. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from enrich.mentions.entries.parts import Entry
from enrich.mentions.text.page.leads import Lead


@dataclass(slots=True)
class Heading:
    """A heading. `at` is the position of its row."""

    at: int
    lead: Lead


@dataclass(slots=True)
class Listed:
    """An item with the rows that belong to it."""

    at: int
    lead: Lead
    entry: Entry


@dataclass(slots=True)
class Passed:
    """Rows that are neither heading nor item, and why."""

    at: int
    lead: Lead
    why: str


Event = Heading | Listed | Passed
