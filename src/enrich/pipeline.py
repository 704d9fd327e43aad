"""The story of a run, and the place that joins the rooms: read, extract, resolve (`walks`), fetch, assemble, publish.

Every step goes through an injected `step(name, function, *arguments)`: a plain run calls the function, a flow makes a
Prefect task of it. Nothing here opens a file or a connection itself.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from enrich.documents import find_documents, read_document, read_judgements
from enrich.errors import DocumentError, NoDocuments, PublishConflict
from enrich.identities import parse_judgements, resolve_known, with_linked_title, with_remembered
from enrich.mentions import extract
from enrich.metadata import Findings, assemble, papers_without_repository, remembered_identities, repositories_of
from enrich.records import Document, Extraction, Identity, Mention, Status
from enrich.schema import TableSet
from enrich.settings import Settings
from enrich.sources import Mode, Progress, Sources, open_sources
from enrich.sources.clock import Clock, SystemClock
from enrich.sources.together import together
from enrich.tables import Summary, previous_tables, publish, summarize
from enrich.walks import Clues, Step, conclude, find_clues, plainly, resolve, walks

__all__ = [
    "Inquiry",
    "Order",
    "extract_all",
    "find_clues",
    "inquire",
    "plainly",
    "read",
    "read_documents",
    "resolve",
    "run",
]


# Other runs that may publish to the same folder between one's reading of the last version and its publishing.
MOST_OUTRUN = 5


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of one run. `accept` names checks that may fail."""

    mode: Mode = Mode.LIVE
    time_budget: timedelta | None = None
    accept: frozenset[str] = field(default_factory=frozenset)
    simulated: bool = False


async def run(
    settings: Settings,
    order: Order | None = None,
    *,
    step: Step = plainly,
    spread: Step | None = None,
    progress: Progress | None = None,
    clock: Clock | None = None,
) -> Summary:
    """Reads all documents below `settings.raw` and publishes a new version below `settings.processed`.

    `spread` carries out steps whose items stand for themselves, and may cut them into shards; default: `step`.

    Raises NoDocuments if not one could be read, and PublishError if nothing was published; what was published before
    is untouched. A service that can't be asked is told in the summary, and costs no value.
    """
    order, clock = order or Order(), clock or SystemClock()
    started_at = clock.now()
    inquiry = await read(settings, started_at, step=step, spread=spread or step)
    async with open_sources(
        settings, clock=clock, progress=progress, mode=order.mode, time_budget=order.time_budget
    ) as sources:
        clues = await find_clues(inquiry.mentions, inquiry.known, sources, step, started_at, spread=spread)
        findings = await inquire(inquiry, clues, sources, step)
        services = sources.usage()
    tell = functools.partial(
        summarize,
        services=services,
        started_at=started_at,
        finished_at=clock.now(),
        simulated=order.simulated,
        failed_documents=inquiry.failures,
    )
    return await publish_on_last(inquiry, findings, tell, settings, order.accept, step)


async def publish_on_last(
    inquiry: Inquiry,
    findings: Findings,
    tell: Callable[[TableSet], Summary],
    settings: Settings,
    accept: frozenset[str],
    step: Step,
) -> Summary:
    """Publishes what was found. Where another run was faster, its version is the last one, on which this one builds."""
    last, outrun = inquiry.last, 0
    while True:
        tables = await step("assemble tables", assemble, findings, last, inquiry.at)
        try:
            published: Summary = await step("publish version", publish, tables, tell(tables), settings, accept)
        except PublishConflict:
            outrun += 1
            if outrun > MOST_OUTRUN:
                raise
            last = await step("load last version", previous_tables, settings.processed)
        else:
            return published


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is asked about, and what was known before anybody is asked: all that a run reads.

    `known` are the identities that need no source, by `mention_id`, `remembered` those of the last version, by title;
    `failures` has a sentence for each document that could not be read.
    """

    documents: tuple[tuple[Document, Extraction], ...]
    failures: Sequence[str]
    known: Mapping[str, Identity]
    remembered: Mapping[str, Identity]
    last: TableSet | None
    at: datetime

    @property
    def mentions(self) -> list[Mention]:
        """All items, in the order of documents and lines."""
        return [mention for _, extraction in self.documents for mention in extraction.mentions]


async def read(settings: Settings, now: datetime, *, step: Step = plainly, spread: Step = plainly) -> Inquiry:
    """The documents with what they list, judgements, and the last version with what it remembers."""
    documents, failures = await step("read documents", read_documents, settings)
    outcomes = await spread("extract mentions", extract_all, documents)
    extracted = [pair for pair in zip(documents, outcomes, strict=True) if isinstance(pair[1], Extraction)]
    failures += [str(outcome) for outcome in outcomes if isinstance(outcome, DocumentError)]
    if not extracted:
        raise _none_read(settings, failures)
    last = await step("load last version", previous_tables, settings.processed)
    judgements = parse_judgements(*read_judgements(settings.raw))
    remembered = remembered_identities(last)
    inquiry = Inquiry(tuple(extracted), failures, {}, remembered, last, now)
    return replace(inquiry, known=resolve_known(inquiry.mentions, judgements, remembered, now=now))


def read_documents(settings: Settings) -> tuple[list[Document], list[str]]:
    """All readable documents below the raw folder, and a sentence for each that could not be read."""
    documents, failures = [], []
    for path in find_documents(settings.raw):
        try:
            documents.append(read_document(path, settings.raw))
        except DocumentError as error:
            failures.append(str(error))
    if not documents:
        raise _none_read(settings, failures)
    return documents, failures


def _none_read(settings: Settings, failures: Iterable[str]) -> NoDocuments:
    return NoDocuments(" ".join([f"Not one document below {settings.raw} could be read.", *failures]))


def extract_all(documents: Iterable[Document]) -> list[Extraction | DocumentError]:
    """What each document lists, or why that can't be told."""
    return [_extracted(document) for document in documents]


def _extracted(document: Document) -> Extraction | DocumentError:
    try:
        return extract(document)
    except DocumentError as error:
        return error


async def inquire(inquiry: Inquiry, clues: Clues, sources: Sources, step: Step) -> Findings:
    """Who the papers are and what is known about them; what is sure to be fetched fills the gaps between searches."""
    mentions, now = inquiry.mentions, inquiry.at
    sure = _distinct(identity.ids.arxiv_id for identity in clues.found.values())
    fetching = step("fetch ahead: arxiv", sources.arxiv.fetch_ahead, sure)
    *walked, ahead = await together([*walks(mentions, clues, sources, step, now), fetching])
    decided = await conclude(mentions, clues, walked, sources, step, now)
    findings = Findings(
        documents=inquiry.documents,
        identities=with_remembered(decided, inquiry.remembered),
        arxiv=ahead,
        semantic_scholar=clues.scholar,
    )
    return await fetch(findings, inquiry.last, sources, step)


async def fetch(findings: Findings, last: TableSet | None, sources: Sources, step: Step) -> Findings:
    """What the services say about the papers that were matched, and about their repositories, beside what they said."""
    ids = [identity.ids for identity in findings.identities.values() if identity.ids]
    arxiv_ids = _distinct(each.arxiv_id for each in ids)
    unasked = [key for key in _distinct(each.s2_key for each in ids) if key not in findings.semantic_scholar]
    catalog, arxiv, scholar = await together(
        [
            step("fetch: catalog", sources.catalog.fetch, arxiv_ids),
            step("fetch: arxiv", sources.arxiv.fetch, [each for each in arxiv_ids if each not in findings.arxiv]),
            step("fetch: semantic_scholar", sources.semantic_scholar.fetch, unasked),
        ]
    )
    findings = replace(
        findings,
        catalog=catalog,
        arxiv={**findings.arxiv, **arxiv},
        semantic_scholar={**findings.semantic_scholar, **scholar},
    )
    if unreached := [each for each, lookup in findings.arxiv.items() if lookup.status is Status.UNREACHABLE]:
        findings = replace(findings, datacite=await step("fetch: datacite", sources.datacite.fetch, unreached))
    if unclaimed := papers_without_repository(findings, last):  # the source keeps to its own budget
        told = await step("fetch: hugging_face", sources.hugging_face.fetch, unclaimed)
        findings = replace(findings, hugging_face=told)
    repositories = repositories_of(findings, last)
    github = await step("fetch: github", sources.github.fetch, list(repositories.names))
    return replace(findings, identities=_with_linked_titles(findings), github=github)


def _with_linked_titles(findings: Findings) -> dict[str, Identity]:
    """The identities, with what the papers' own titles say about the titles that linked them."""
    titles = {
        f"{source}{key}": each.value.title
        for source, lookups in (
            ("", findings.semantic_scholar),
            ("ARXIV:", findings.catalog),
            ("ARXIV:", findings.arxiv),
        )
        for key, each in lookups.items()
        if each.value
    }
    return {
        key: with_linked_title(each, title) if (title := titles.get(each.ids.s2_key or "")) else each
        for key, each in findings.identities.items()
    }


def _distinct(names: Iterable[str | None]) -> list[str]:
    return sorted({name for name in names if name})
