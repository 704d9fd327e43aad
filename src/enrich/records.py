"""What travels between the rooms: frozen values, no behaviour, no I/O.

A `Document` becomes `Mention`s, a mention and the `Candidate`s that sources offer become an `Identity`, and what
sources say about an id is a `Lookup` of a `PaperRecord` or a `RepositoryRecord`. What is published is declared in
`schema.py`. None always means "not stated", never zero and never "no".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from enrich.identifiers import PaperIds

T = TypeVar("T")


class DocumentKind(StrEnum):
    """The markup of a document, told by looking at its content, never by its file name."""

    MARKDOWN = "markdown"
    HTML = "html"
    BIBTEX = "bibtex"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Document:
    """A readable document. `text` is decoded, with newlines as "\\n"; lines count from 1."""

    document_id: str  # the path below the raw folder, with "/" between its parts
    path: str
    kind: DocumentKind
    text: str
    sha256: str  # of the bytes as they lie on disk
    byte_count: int


class MentionKind(StrEnum):
    """What a listed item is."""

    PAPER = "paper"
    SOFTWARE = "software"
    DATASET = "dataset"
    BENCHMARK = "benchmark"
    LEADERBOARD = "leaderboard"
    LIST = "list"
    BLOG = "blog"
    OTHER = "other"


class LinkRole(StrEnum):
    """What a link of an item leads to."""

    PAPER = "paper"
    CODE = "code"
    PROJECT = "project"
    DATA = "data"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Link:
    """A URL that the document itself gives for an item. `text` is the anchor, if it had one."""

    url: str
    role: LinkRole
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One listed item of a document, as the document spells it.

    `mention_id` stays while title and section stay. `line` is where the title starts. `section` is the heading path
    below the document's title, joined by " > ". `year` and `venue` are stated beside the item; `heading_year` and
    `heading_venue` by a heading above it. `paper_title` is the paper that an item of another kind names (a benchmark's
    paper).
    """

    mention_id: str
    document_id: str
    line: int
    kind: MentionKind
    title: str
    year: int | None = None
    venue: str | None = None
    heading_year: int | None = None
    heading_venue: str | None = None
    section: str = ""
    keywords: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    description: str | None = None
    abstract: str | None = None
    paper_title: str | None = None

    @property
    def note(self) -> str | None:
        """What the document says about the item beyond its title."""
        return self.description or self.abstract

    @property
    def title_asked(self) -> str | None:
        """The title to look up: the item's own if it is a paper, else the paper it names."""
        return self.title if self.kind is MentionKind.PAPER else self.paper_title


class LineClass(StrEnum):
    """What a non-blank line of a document is."""

    TITLE = "title"
    CONTINUATION = "continuation"
    HEADING = "heading"
    TABLE_HEADER = "table header"
    FURNITURE = "furniture"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class LineNote:
    """The class of one non-blank line, and why it has it."""

    line: int
    line_class: LineClass
    why: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from a document: its title, its items, and a note for every non-blank line.

    `doubt` says in one sentence why no item was taken, when there is none a reader can stand behind.
    """

    document_id: str
    title: str | None
    mentions: tuple[Mention, ...]
    lines: tuple[LineNote, ...]
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paper that a source offers for a title. It may well be another one."""

    source: str
    ids: PaperIds
    title: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    venue: str | None = None
    abstract: str | None = None
    repositories: tuple[str, ...] = ()  # "owner/name" as the source states them


class Outcome(StrEnum):
    """The three ends of an identification, which are never merged."""

    MATCHED = "matched"
    NOT_FOUND = "not_found"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """A paper that was considered for a title, with what a person needs to decide."""

    paper_id: str | None
    title: str
    score: float  # 0..1 over folded titles
    reason: str  # one of `identities.Reason`
    source: str
    year: int | None = None
    first_author: str | None = None


# The number of the rules by which titles are matched: folding, comparison, acceptance. Who changes what they accept
# raises it; the next run then decides anew what it remembers, as far as services can be asked.
RULES_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which paper a title means, or why that can't be said.

    `score` is 0..1 over folded titles; 1 for identifiers. `reason` is one of `identities.Reason`.
    `title_agrees` tells whether a paper named by a link carries the title of the mention. `considered` holds the
    nearest papers where none was matched, `answered_at` when the source that offered the nearest one answered.
    `rules_version` is that of the rules it was decided by; 0 for those that had no number.
    """

    title: str
    outcome: Outcome
    reason: str
    ids: PaperIds = field(default_factory=PaperIds)
    matched_title: str | None = None
    score: float | None = None
    runner_up: str | None = None
    runner_up_score: float | None = None
    title_agrees: bool | None = None
    source: str | None = None
    evidence: tuple[str, ...] = ()
    considered: tuple[Considered, ...] = ()
    answered_at: datetime | None = None
    rules_version: int = RULES_VERSION
    decided_at: datetime


class Status(StrEnum):
    """How a group of values came to be what it is."""

    OK = "ok"
    NOT_FOUND = "not_found"
    CARRIED = "carried"
    UNREACHABLE = "unreachable"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Lookup(Generic[T]):
    """What a source said about one id or one title: `ok` with a value, or why there is none.

    `observed_at` is when the service answered (UTC), not when the answer was read back. `why` is a sentence for
    `unreachable`.
    """

    status: Status
    source: str
    value: T | None = None
    observed_at: datetime | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """A name in the source's spelling, and Semantic Scholar's number for the person if it gave one."""

    name: str
    s2_author_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRecord:
    """What one source says about one paper. Times are UTC, counts are what the source counted at that moment."""

    source: str
    ids: PaperIds
    title: str | None = None
    authors: tuple[Author, ...] = ()
    authors_complete: bool = True  # False where a source gives only the first ones
    abstract: str | None = None
    year: int | None = None
    venue: str | None = None
    arxiv_version: int | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    primary_category: str | None = None
    categories: tuple[str, ...] = ()
    comment: str | None = None
    journal_ref: str | None = None
    citation_count: int | None = None
    influential_citation_count: int | None = None
    reference_count: int | None = None
    tldr: str | None = None
    fields_of_study: tuple[str, ...] = ()
    open_access_pdf_url: str | None = None
    repositories: tuple[str, ...] = ()  # "owner/name" as the source states them


@dataclass(frozen=True, slots=True, kw_only=True)
class RepositoryRecord:
    """What GitHub says about one repository. `repository_id` is GitHub's own number, which outlives renames."""

    repository_id: int
    full_name: str
    url: str
    stars: int | None = None
    forks: int | None = None
    watchers: int | None = None  # None: the field is closed to this caller
    open_issues: int | None = None  # None over REST, which counts pull requests in
    license: str | None = None
    language: str | None = None
    topics: tuple[str, ...] = ()
    description: str | None = None
    created_at: datetime | None = None
    pushed_at: datetime | None = None
    archived: bool | None = None


@dataclass(frozen=True, slots=True)
class ServiceUsage:
    """What a run asked of one service. `waited_seconds` is time spent on limits and retries."""

    source: str
    requests: int
    from_ledger: int
    retries: int
    waited_seconds: float
    status: Status
    why: str | None = None
