"""The facts that the catalog keeps about a paper, and where the first ones come from: the file the package ships.

Rows of `starter_catalog.csv` in, `Facts` out. Empty means unknown there, and None or nothing here.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from importlib import resources
from operator import attrgetter
from typing import Any

STARTER = "starter_catalog.csv"
# The day on which the facts of the starter catalog were collected.
STARTER_OBSERVED_AT = "2026-11-21T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the catalog knows about one paper. `published` is ISO 8601: an instant, a day, or a month."""

    arxiv_id: str
    title: str
    authors: tuple[str, ...] = ()
    authors_complete: bool = True
    published: str = ""
    primary_category: str = ""
    categories: tuple[str, ...] = ()
    doi: str = ""
    repositories: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        """One compact JSON array."""
        return _encode(_values(self)).encode("utf-8", "replace")

    def completed_by(self, earlier: Facts) -> Facts:
        """These facts, and what earlier ones of the paper add: repositories, the time of a day that both name."""
        same_day = self.published and earlier.published.startswith(self.published)
        return replace(
            self,
            published=earlier.published if same_day else self.published,
            repositories=self.repositories or earlier.repositories,
        )

    @staticmethod
    def from_json(values: list[Any]) -> Facts:
        """The facts that `to_json` wrote."""
        arxiv_id, title, authors, complete, published, primary, categories, doi, repositories = values
        return Facts(
            arxiv_id, title, tuple(authors), complete, published, primary, tuple(categories), doi, tuple(repositories)
        )


# Made once, for millions of papers; `dataclasses.astuple` would copy every value in depth.
_values = attrgetter(*(field.name for field in fields(Facts)))
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def person_name(last: str, first: str, suffix: str) -> str:
    """A name in the order in which people write it: "D. Smith Jr"."""
    return " ".join(part for part in (first, last, suffix) if part)


def read_starter() -> Iterator[Facts]:
    """The papers that the package ships."""
    with resources.files("enrich.data").joinpath(STARTER).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield Facts(
                row["arxiv_id"],
                row["title"],
                tuple(name for name in row["authors"].split("; ") if name),
                row["authors_complete"] != "0",
                row["published"],
                row["primary_category"],
                tuple(row["categories"].split()),
                row["doi"],
                (row["github"],) if row["github"] else (),
            )
