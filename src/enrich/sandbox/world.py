"""The sandbox's world: papers and repositories with their look-ups. Facts come from `facts.py` and are never changed.

What facts leave open and an answer must have (version numbers, comments, Semantic Scholar's ids) is made up by
`simulated.py`, the same on every machine. Nothing here knows a service.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from enrich.identifiers import parse_acl_id
from enrich.sandbox.analysis import Token, english_tokens
from enrich.sandbox.simulated import hexadecimal, number, share

_CORPUS_IDS_FROM, _CORPUS_IDS = 200_000_000, 90_000_000
# One paper in twelve is merged with a twin at Semantic Scholar some years after it appeared, and changes its ids then.
_MERGED, _MERGED_AFTER_DAYS, _MERGED_WITHIN_DAYS = 1 / 12, 300, 1500
# One paper in four of those with a publisher has its abstract elided at Semantic Scholar.
_ELIDED = 1 / 4


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A paper of the world. `arxiv_id` is None for those that only Semantic Scholar has.

    `called` is what its made-up values depend on where an id came later than they did.
    """

    title: str
    authors: tuple[str, ...]
    published_at: datetime
    arxiv_id: str | None = None
    categories: tuple[str, ...] = ()
    doi: str | None = None
    url: str | None = None
    venue: str = ""
    abstract: str | None = None
    repository: str | None = None
    called: str = ""

    @property
    def name(self) -> str:
        """What all made-up values of this paper depend on."""
        return self.called or self.arxiv_id or self.doi or self.title

    @property
    def acl_id(self) -> str | None:
        """The Anthology's id, if the DOI is one of its DOIs."""
        return parse_acl_id(self.doi) if self.doi and self.doi.startswith("10.18653/") else None

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The title as a search engine sees it."""
        return english_tokens(self.title)

    @cached_property
    def abstract_tokens(self) -> tuple[Token, ...]:
        """The abstract as a search engine sees it."""
        return english_tokens(self.abstract or "")

    @property
    def version(self) -> int:
        """The number of versions, 1 to 4."""
        return 1 + number("versions", self.name) % 4

    def submitted_at(self, version: int) -> datetime:
        """When that version was submitted; the first one is the publication."""
        return self.published_at + timedelta(days=(version - 1) * (20 + number("gap", self.name) % 90))

    @property
    def comment(self) -> str | None:
        """A comment as authors write them; some name the repository, some papers have none."""
        if self.repository and share("code in comment", self.name) < 0.4:
            return f"Code is available at https://github.com/{self.repository}"
        pages = 8 + number("pages", self.name) % 30
        return f"{pages} pages, {2 + pages % 9} figures" if share("comment", self.name) < 0.85 else None

    @property
    def elided(self) -> bool:
        """Semantic Scholar may not show the abstract."""
        return self.doi is not None and share("elided", self.name) < _ELIDED

    @property
    def merged_on(self) -> date | None:
        """The day on which Semantic Scholar merges the paper with its twin, if ever."""
        if share("merged", self.name) >= _MERGED:
            return None
        days = _MERGED_AFTER_DAYS + number("merge day", self.name) % _MERGED_WITHIN_DAYS
        return self.published_at.date() + timedelta(days=days)

    def s2_ids(self, day: date) -> tuple[str, int]:
        """paperId and corpusId on that day."""
        merged = self.merged_on is not None and day >= self.merged_on
        return _s2_ids(f"{self.name} merged" if merged else self.name)

    def all_s2_ids(self, day: date) -> Iterator[tuple[str, int]]:
        """Every pair of ids that finds the paper on that day: an id stays good after a merge."""
        yield _s2_ids(self.name)
        if self.s2_ids(day) != _s2_ids(self.name):
            yield self.s2_ids(day)


def _s2_ids(name: str) -> tuple[str, int]:
    return hexadecimal("paperId", name), _CORPUS_IDS_FROM + number("corpusId", name) % _CORPUS_IDS


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository. `state` is empty, or one of renamed, archived, gone, dmca, tos, saml, unlicensed, disabled.

    `called` is its first name, where it got its number and its stars under that.
    """

    full_name: str
    state: str = ""
    renamed_to: str = ""
    called: str = ""

    @property
    def name(self) -> str:
        """What all made-up values of this repository depend on."""
        return (self.called or self.full_name).lower()

    @property
    def repository_id(self) -> int:
        """GitHub's number of it."""
        return 100_000_000 + number("repository", self.name) % 900_000_000

    @property
    def created_at(self) -> datetime:
        """Some day of 2017 to 2024."""
        return datetime(2017, 1, 1, 8, tzinfo=UTC) + timedelta(hours=number("created", self.name) % 70_000)


@dataclass(frozen=True)
class World:
    """All there is. Papers in the order of the facts."""

    papers: tuple[Paper, ...]
    repositories: tuple[Repository, ...]

    @cached_property
    def by_arxiv_id(self) -> dict[str, Paper]:
        """Papers on arXiv by id without version."""
        return {paper.arxiv_id: paper for paper in self.papers if paper.arxiv_id}

    @cached_property
    def by_doi(self) -> dict[str, Paper]:
        """Papers by their publisher's DOI, lower case."""
        return {paper.doi.lower(): paper for paper in self.papers if paper.doi}

    @cached_property
    def by_full_name(self) -> dict[str, Repository]:
        """Repositories by owner/name, lower case."""
        return {repository.full_name.lower(): repository for repository in self.repositories}

    def repository(self, full_name: str) -> Repository | None:
        """The repository, after its renames, in any case; None if there is none or it isn't public."""
        found = self.by_full_name.get(full_name.lower())
        if found is not None and found.state == "renamed":
            found = self.by_full_name.get(found.renamed_to.lower())
        return None if found is None or found.state == "gone" else found
