"""Reads the world from the facts that ship with the package.

In come `enrich/data` (catalog, other papers) and `sandbox/data` (abstracts that sample documents quote, repositories);
out comes a `World`. Works from an installed wheel. Where only a month or a year is known, its first day is taken; an
abstract that is not known is simulated, and says so, because every paper on arXiv has one.
"""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from importlib import resources

from enrich.identifiers import parse_doi
from enrich.sandbox.simulated import abstract, number
from enrich.sandbox.world import Paper, Repository, World

# What arXiv must state and the facts leave open.
UNKNOWN_CATEGORY = "cs.LG"


def read_world() -> World:
    """The world of the package data."""
    abstracts = {row["arxiv_id"]: row["abstract"] for row in _rows("enrich.sandbox.data", "abstracts.csv")}
    arxiv = [_arxiv_paper(row, abstracts) for row in _rows("enrich.data", "starter_catalog.csv")]
    others = [_other_paper(row) for row in _rows("enrich.data", "other_papers.csv")]
    repositories = [Repository(**row) for row in _rows("enrich.sandbox.data", "repositories.csv")]
    return World((*arxiv, *others), tuple(repositories))


def _rows(package: str, name: str) -> list[dict[str, str]]:
    text = resources.files(package).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _arxiv_paper(row: dict[str, str], abstracts: dict[str, str]) -> Paper:
    primary = row["primary_category"] or UNKNOWN_CATEGORY
    others = [category for category in row["categories"].split() if category != primary]
    return Paper(
        arxiv_id=row["arxiv_id"],
        title=row["title"],
        authors=_names(row["authors"]),
        published_at=_instant(row["published"], row["arxiv_id"]),
        categories=(primary, *others),
        doi=row["doi"] or None,
        abstract=abstracts.get(row["arxiv_id"]) or abstract(row["title"], row["arxiv_id"]),
        repository=row["github"] or None,
    )


def _other_paper(row: dict[str, str]) -> Paper:
    doi = parse_doi(row["doi_or_url"])
    return Paper(
        title=row["title"],
        authors=_names(row["authors"]),
        published_at=_instant(row["year"], row["title"]),
        doi=doi,
        url=None if doi else row["doi_or_url"],
        venue=row["venue"],
        abstract=abstract(row["title"], row["title"]),
        repository=row["github"] or None,
    )


def _names(joined: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in joined.split(";") if name.strip())


def _instant(day: str, name: str) -> datetime:
    """A day, month or year as an instant: the first day of what is known, at a made-up time of day."""
    year, month, day_of_month = (int(part) for part in (*day.split("-"), "1", "1")[:3])
    return datetime(year, month, day_of_month, tzinfo=UTC) + timedelta(seconds=number("second", name) % 64_800)
