"""Every table: one class a table, one field a column. The only declaration there is.

From here come the Arrow schemas (with type, unit, source, description and key as field metadata), the checks, the data
package and the data dictionary. A name means one thing in every table. A field of type `X | None` may be null, and null
means "not known", never zero. Times are UTC; names ending in `_at` are instants.

Kinds of table: entity (a thing), association (a link between things), observation (a value at a time).
"""

from __future__ import annotations

import dataclasses
import functools
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Protocol,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
    runtime_checkable,
)

from enrich.records import Considered

if TYPE_CHECKING:
    import pyarrow as pa

# What changed with every version of this declaration, and what that means for older versions of the tables. Whoever
# changes a name, type, unit, key or meaning adds a sentence here; the data dictionary prints them. Older versions load
# as long as what is gained may be null or empty.
SCHEMA_CHANGES = (
    "The first schema.",
    "`identities` gained `answered_at`, null in older versions, and `considered`, empty there.",
    "`identities` gained `rules_version`, null in older versions: what they hold is decided anew.",
)
SCHEMA_VERSION = len(SCHEMA_CHANGES)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds. `sources` are in order of precedence: the first that states the value wins."""

    description: str
    unit: str = ""
    key: bool = False
    references: str = ""  # "table.column" that every value must occur in
    sources: tuple[str, ...] = ("enrich",)


# Who is believed first, per kind of value (`services.md` of the design: arXiv's own words before those of aggregators).
METADATA = ("arxiv", "datacite", "catalog", "semantic_scholar", "document")
PREPRINT = ("arxiv", "datacite", "catalog")
CITATIONS = ("semantic_scholar",)
GITHUB = ("github",)
DOCUMENT = ("document",)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkValue:
    """A link of an item, as a struct column."""

    url: str
    role: str
    text: str | None


class Row:
    """What all tables share: `TABLE` is the Parquet file's name, `KIND` one of entity, association, observation."""

    TABLE: ClassVar[str]
    KIND: ClassVar[str]
    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow(Row):
    """The documents that were read."""

    TABLE: ClassVar[str] = "documents"
    KIND: ClassVar[str] = "entity"

    document_id: Annotated[str, Column("Path of the document below the raw folder", key=True)]
    path: Annotated[str, Column("Path of the document as it was given to the run")]
    sha256: Annotated[str, Column("SHA-256 of the document's bytes, in hexadecimal")]
    kind: Annotated[str, Column("Markup of the document: markdown, html, bibtex or text")]
    title: Annotated[str | None, Column("Title of the document", sources=DOCUMENT)]
    mention_count: Annotated[int, Column("Items read from the document", unit="items")]
    doubt: Annotated[str | None, Column("Why no item was read, where there is none")]
    read_at: Annotated[datetime, Column("When this content was first read", unit="UTC")]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow(Row):
    """The items that the documents list, as the documents spell them."""

    TABLE: ClassVar[str] = "mentions"
    KIND: ClassVar[str] = "entity"

    mention_id: Annotated[str, Column("Stable name of the item: stays while title and section stay", key=True)]
    document_id: Annotated[str, Column("Document that lists the item", references="documents.document_id")]
    line: Annotated[int, Column("Line on which the title starts, from 1", unit="line")]
    kind: Annotated[str, Column("paper, software, dataset, benchmark, leaderboard, list, blog or other")]
    title: Annotated[str, Column("Title as the document spells it", sources=DOCUMENT)]
    year: Annotated[int | None, Column("Year stated beside the item", unit="year", sources=DOCUMENT)]
    venue: Annotated[str | None, Column("Venue stated beside the item", sources=DOCUMENT)]
    heading_year: Annotated[int | None, Column("Year stated by a heading above", unit="year", sources=DOCUMENT)]
    heading_venue: Annotated[str | None, Column("Venue stated by a heading above", sources=DOCUMENT)]
    section: Annotated[str, Column('Headings above the item, joined by " > "', sources=DOCUMENT)]
    keywords: Annotated[tuple[str, ...], Column("Keywords stated beside the item", sources=DOCUMENT)]
    note: Annotated[str | None, Column("What the document says about the item", sources=DOCUMENT)]
    abstract: Annotated[str | None, Column("Abstract that the document gives", sources=DOCUMENT)]
    authors: Annotated[tuple[str, ...], Column("Authors that the document gives", sources=DOCUMENT)]
    links: Annotated[tuple[LinkValue, ...], Column("Links the document gives, with their role", sources=DOCUMENT)]
    paper_title: Annotated[str | None, Column("Paper that an item of another kind names", sources=DOCUMENT)]
    paper_id: Annotated[str | None, Column("Paper the item means; null if it means none", references="papers.paper_id")]
    outcome: Annotated[str | None, Column("matched, not_found or unresolved; null for items that mean no paper")]
    reason: Annotated[str | None, Column("Named reason of the outcome")]
    score: Annotated[float | None, Column("Similarity of the titles, 1 for identifiers", unit="0..1")]
    title_agrees: Annotated[bool | None, Column("Whether the paper that a link names carries this title")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow(Row):
    """The distinct papers that are listed, with what is known about them."""

    TABLE: ClassVar[str] = "papers"
    KIND: ClassVar[str] = "entity"

    paper_id: Annotated[
        str,
        Column("arxiv:<id>, else doi:<doi>, else s2:<corpus id>, else title:<hash of the folded title>", key=True),
    ]
    title: Annotated[str, Column("Title", sources=METADATA)]
    arxiv_id: Annotated[str | None, Column("arXiv id without version", sources=METADATA)]
    arxiv_version: Annotated[int | None, Column("Latest version on arXiv", unit="version", sources=PREPRINT)]
    s2_paper_id: Annotated[str | None, Column("Semantic Scholar's paper id (SHA-1)", sources=CITATIONS)]
    s2_corpus_id: Annotated[int | None, Column("Semantic Scholar's corpus id", sources=CITATIONS)]
    doi: Annotated[str | None, Column("DOI of the published form", sources=("semantic_scholar", *METADATA))]
    acl_id: Annotated[str | None, Column("ACL Anthology id", sources=CITATIONS)]
    abstract: Annotated[str | None, Column("Abstract", sources=METADATA)]
    abstract_source: Annotated[str | None, Column("Source of the abstract")]
    abstract_observed_at: Annotated[datetime | None, Column("When the source gave the abstract", unit="UTC")]
    authors: Annotated[tuple[str, ...], Column("Authors in order", sources=METADATA)]
    authors_source: Annotated[str | None, Column("Source of the authors")]
    authors_observed_at: Annotated[datetime | None, Column("When the source gave the authors", unit="UTC")]
    year: Annotated[
        int | None,
        Column(
            "Year of publication",
            unit="year",
            sources=("semantic_scholar", "arxiv", "datacite", "catalog", "document"),
        ),
    ]
    venue: Annotated[str | None, Column("Venue of the published form", sources=("semantic_scholar", "document"))]
    published_at: Annotated[datetime | None, Column("First version on arXiv", unit="UTC", sources=PREPRINT)]
    updated_at: Annotated[datetime | None, Column("Latest version on arXiv", unit="UTC", sources=PREPRINT)]
    primary_category: Annotated[str | None, Column("arXiv's primary category", sources=PREPRINT)]
    categories: Annotated[tuple[str, ...], Column("arXiv's categories", sources=PREPRINT)]
    citation_count: Annotated[int | None, Column("Citations", unit="papers", sources=CITATIONS)]
    influential_citation_count: Annotated[int | None, Column("Influential citations", unit="papers", sources=CITATIONS)]
    reference_count: Annotated[int | None, Column("References", unit="papers", sources=CITATIONS)]
    tldr: Annotated[str | None, Column("Machine-written summary in a sentence", sources=CITATIONS)]
    fields_of_study: Annotated[tuple[str, ...], Column("Fields of study", sources=CITATIONS)]
    open_access_pdf_url: Annotated[str | None, Column("Free PDF", unit="URL", sources=CITATIONS)]
    repository: Annotated[str | None, Column("GitHub repository of the paper, owner/name", sources=GITHUB)]
    stars: Annotated[int | None, Column("Stars of that repository", unit="stars", sources=GITHUB)]
    mention_count: Annotated[int, Column("Items that mean this paper", unit="items")]
    outcome: Annotated[str, Column("matched, not_found or unresolved")]
    reason: Annotated[str, Column("Named reason of the outcome")]
    arxiv_status: Annotated[str, Column("ok, not_found, carried, unreachable or not_asked: values from arXiv")]
    arxiv_source: Annotated[str | None, Column("Who gave the first of these values: arxiv, datacite or catalog")]
    arxiv_observed_at: Annotated[datetime | None, Column("When they were given", unit="UTC")]
    s2_status: Annotated[str, Column("ok, not_found, carried, unreachable or not_asked: values from Semantic Scholar")]
    s2_observed_at: Annotated[datetime | None, Column("When they were given", unit="UTC")]
    github_status: Annotated[str, Column("ok, not_found, carried, unreachable or not_asked: values from GitHub")]
    github_observed_at: Annotated[datetime | None, Column("When they were given", unit="UTC")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorshipRow(Row):
    """Who wrote which paper, in order."""

    TABLE: ClassVar[str] = "authorships"
    KIND: ClassVar[str] = "association"

    paper_id: Annotated[str, Column("Paper", key=True, references="papers.paper_id")]
    position: Annotated[int, Column("Place in the list of authors, from 1", unit="place", key=True)]
    name: Annotated[str, Column("Name in the source's spelling", sources=METADATA)]
    s2_author_id: Annotated[str | None, Column("Semantic Scholar's number for the person", sources=CITATIONS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RepositoryRow(Row):
    """The GitHub repositories that documents or papers name."""

    TABLE: ClassVar[str] = "repositories"
    KIND: ClassVar[str] = "entity"

    repository_id: Annotated[int | None, Column("GitHub's own number, which outlives renames", sources=GITHUB)]
    full_name: Annotated[str | None, Column("owner/name today", sources=GITHUB)]
    requested_name: Annotated[str, Column("owner/name as it was asked for, in lower case", key=True)]
    url: Annotated[str | None, Column("Address", unit="URL", sources=GITHUB)]
    stars: Annotated[int | None, Column("Stars", unit="stars", sources=GITHUB)]
    forks: Annotated[int | None, Column("Forks", unit="forks", sources=GITHUB)]
    watchers: Annotated[int | None, Column("Watchers", unit="people", sources=GITHUB)]
    open_issues: Annotated[int | None, Column("Open issues without pull requests", unit="issues", sources=GITHUB)]
    license: Annotated[str | None, Column("Licence, SPDX id", sources=GITHUB)]
    language: Annotated[str | None, Column("Main language", sources=GITHUB)]
    topics: Annotated[tuple[str, ...], Column("Topics", sources=GITHUB)]
    description: Annotated[str | None, Column("Description", sources=GITHUB)]
    created_at: Annotated[datetime | None, Column("Creation", unit="UTC", sources=GITHUB)]
    pushed_at: Annotated[datetime | None, Column("Last push", unit="UTC", sources=GITHUB)]
    archived: Annotated[bool | None, Column("Whether it is archived", sources=GITHUB)]
    status: Annotated[str, Column("ok, not_found, carried, unreachable or not_asked")]
    observed_at: Annotated[datetime | None, Column("When GitHub said so", unit="UTC")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRepositoryRow(Row):
    """Which repository belongs to which paper, and what says so."""

    TABLE: ClassVar[str] = "paper_repositories"
    KIND: ClassVar[str] = "association"

    paper_id: Annotated[str, Column("Paper", key=True, references="papers.paper_id")]
    repository_id: Annotated[int | None, Column("GitHub's own number", sources=GITHUB)]
    requested_name: Annotated[str, Column("Repository", key=True, references="repositories.requested_name")]
    evidence: Annotated[str, Column("document_link, abstract, comment, catalog or hugging_face", key=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityRow(Row):
    """One row per distinct title asked: which paper it is, or why that can't be said."""

    TABLE: ClassVar[str] = "identities"
    KIND: ClassVar[str] = "entity"

    title: Annotated[str, Column("Title as it was asked", key=True, sources=DOCUMENT)]
    paper_id: Annotated[str, Column("Paper", key=True, references="papers.paper_id")]
    outcome: Annotated[str, Column("matched, not_found or unresolved")]
    reason: Annotated[str, Column("Named reason of the outcome")]
    matched_title: Annotated[str | None, Column("Title of the paper that was matched")]
    score: Annotated[float | None, Column("Similarity of the titles, 1 for identifiers", unit="0..1")]
    runner_up: Annotated[str | None, Column("Title of the next best candidate")]
    runner_up_score: Annotated[float | None, Column("Similarity of the next best candidate", unit="0..1")]
    evidence_used: Annotated[tuple[str, ...], Column("What spoke for or against it")]
    source: Annotated[str | None, Column("Who offered the paper: link, judgement or a source such as catalog or arxiv")]
    answered_at: Annotated[datetime | None, Column("When that source gave the answer it was decided on", unit="UTC")]
    considered: Annotated[tuple[Considered, ...], Column("The nearest papers, where none was matched, best first")]
    rules_version: Annotated[int | None, Column("Version of the matching rules that it was decided by")]
    decided_at: Annotated[datetime, Column("When this was first decided so", unit="UTC")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationRow(Row):
    """The history of all counts: one row per run of equal values."""

    TABLE: ClassVar[str] = "observations"
    KIND: ClassVar[str] = "observation"

    entity_id: Annotated[str, Column("paper_id, or github:<repository_id>", key=True)]
    metric: Annotated[
        str, Column("citation_count, influential_citation_count, reference_count, stars or forks", key=True)
    ]
    value: Annotated[int, Column("The count", unit="as named by metric")]
    first_observed_at: Annotated[datetime, Column("First time this value was seen in a row", unit="UTC", key=True)]
    last_observed_at: Annotated[datetime, Column("Last time this value was seen in a row", unit="UTC")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAliasRow(Row):
    """Earlier names of papers, so that joins survive when a title gains an id."""

    TABLE: ClassVar[str] = "paper_aliases"
    KIND: ClassVar[str] = "association"

    old_paper_id: Annotated[str, Column("Name in an earlier version", key=True)]
    paper_id: Annotated[str, Column("Name in this version", references="papers.paper_id")]


TABLES: tuple[type[Row], ...] = (
    DocumentRow,
    MentionRow,
    PaperRow,
    AuthorshipRow,
    RepositoryRow,
    PaperRepositoryRow,
    IdentityRow,
    ObservationRow,
    PaperAliasRow,
)


R = TypeVar("R", bound=Row)


@runtime_checkable
class ByColumn(Protocol):
    """Rows that are kept by column, where some columns cost less than whole rows."""

    def values(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """These columns, row by row."""
        ...


@dataclass(frozen=True, slots=True)
class TableSet:
    """All rows of a version: of a published one (`version` is its name), or of one to be published.

    `based_on` is the version that these rows carry values forward from; None if there was none.
    """

    rows: Mapping[type[Row], Sequence[Row]]
    version: str | None = None
    based_on: str | None = None

    def of(self, table: type[R]) -> Sequence[R]:
        """The rows of one table, sorted by key; none if the version has no such table."""
        return cast("Sequence[R]", self.rows.get(table, ()))

    def values(self, table: type[Row], *names: str) -> Iterator[tuple[Any, ...]]:
        """Some columns of one table, row by row, without making rows where they are kept by column."""
        rows = self.of(table)
        if isinstance(rows, ByColumn):
            return rows.values(*names)
        return (tuple(getattr(row, name) for name in names) for row in rows)


def table_named(name: str) -> type[Row]:
    """The row class of a table; KeyError for a name that is none."""
    return _BY_NAME[name]


_BY_NAME = {table.TABLE: table for table in TABLES}


def columns(table: type[Row]) -> Mapping[str, Column]:
    """The columns of a table in order, by name."""
    return _columns(table.TABLE)


@functools.cache
def _columns(name: str) -> Mapping[str, Column]:
    return {name: get_args(hint)[1] for name, hint in _hints(table_named(name)).items()}


def key_columns(table: type[Row]) -> tuple[str, ...]:
    """The columns that together name a row."""
    return tuple(name for name, column in columns(table).items() if column.key)


def row_key(table: type[Row]) -> Callable[[Row], Any]:
    """What the rows of a table are sorted by and told apart by."""
    return attrgetter(*key_columns(table))


def arrow_schema(table: type[Row]) -> pa.Schema:
    """The Arrow schema of a table; what `Column` says travels in the field metadata."""
    return _arrow_schema(table.TABLE)


@functools.cache
def _arrow_schema(name: str) -> pa.Schema:
    import pyarrow as pa

    table = table_named(name)
    fields = [_arrow_field(name, hint) for name, hint in _hints(table).items()]
    return pa.schema(fields, {"table": table.TABLE, "kind": table.KIND, "schema_version": str(SCHEMA_VERSION)})


def _arrow_field(name: str, hint: Any) -> pa.Field[Any]:
    import pyarrow as pa

    value, column = get_args(hint)[:2]
    data_type, nullable = _arrow_type(value)
    metadata = {
        "description": column.description,
        "unit": column.unit,
        "key": "true" if column.key else "",
        "references": column.references,
        "sources": " ".join(column.sources),
    }
    return pa.field(name, data_type, nullable, {key: value for key, value in metadata.items() if value})


def _hints(table: type[Row]) -> dict[str, Any]:
    hints = get_type_hints(table, include_extras=True)
    return {field.name: hints[field.name] for field in dataclasses.fields(table)}  # type: ignore[arg-type]


def _arrow_type(hint: Any) -> tuple[pa.DataType, bool]:
    """The Arrow type of a Python type, and whether it may be null."""
    import pyarrow as pa

    plain: dict[Any, pa.DataType] = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        datetime: pa.timestamp("us", tz="UTC"),
    }
    if get_origin(hint) in (Union, types.UnionType):
        inner = next(part for part in get_args(hint) if part is not type(None))
        return _arrow_type(inner)[0], True
    if get_origin(hint) is tuple:
        return pa.list_(pa.field("element", _arrow_type(get_args(hint)[0])[0], nullable=False)), False
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return pa.struct([pa.field(name, *_arrow_type(part)) for name, part in hints.items()]), False
    return plain[hint], False
