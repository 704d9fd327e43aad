"""Places in the groups of rows that records are, and what stands there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from enum import Enum

Group = list[int]  # positions of rows
Place = Callable[[Group], int | None]


class Role(Enum):
    """What a row is to the records of its page."""

    TITLE = "title"
    REST = "further line of a title"
    ABOVE = "above a title, and of its record"
    PEOPLE = "people"
    FIELD = "field"
    ABSTRACT = "abstract"
    ASIDE = "beside the records"
    HEADING = "heading"


@dataclass(slots=True)
class Records:
    """The roles of rows, by their positions; and the rows that belong to the record above them whatever they look
    like and whatever stands between (`held`)."""

    roles: dict[int, Role] = field(default_factory=dict)
    held: set[int] = field(default_factory=set)

    def tell(self, role: Role, rows: Iterable[int]) -> None:
        """Give rows a role, in place of what they had."""
        self.roles.update(dict.fromkeys(rows, role))

    def of(self, *roles: Role) -> set[int]:
        """The rows that have one of these roles."""
        return {at for at, role in self.roles.items() if role in roles}


def counted(number: int) -> Place:
    """The row that is so many from the end, counted from 1."""
    return lambda group: group[-number] if number <= len(group) else None


def among(rows: Collection[int]) -> Place:
    """The first that is one of these rows."""
    return lambda group: next((at for at in group if at in rows), None)
