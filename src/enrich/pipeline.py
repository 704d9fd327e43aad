"""The story of a run, and the only place that joins the rooms: read, extract, resolve, fetch, assemble, publish.

Every step goes through an injected `step(name, function, *arguments)`: a plain run calls the function, a flow makes a
Prefect task of it. Nothing here opens a file or a connection itself.
"""

from __future__ import annotations

import inspect
import logging
from asyncio import gather
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from enrich.documents import find_documents, read_document, read_judgements
from enrich.errors import DocumentError, NoDocuments
from enrich.identifiers import PaperIds
from enrich.identities import parse_judgements, resolve_known, resolve_offered, titles_to_ask, with_linked_title
from enrich.mentions import extract
from enrich.metadata import Findings, assemble, remembered_identities, repositories_of
from enrich.records import Candidate, Document, Extraction, Identity, Lookup, Mention, Status
from enrich.schema import TableSet
from enrich.settings import Settings
from enrich.sources import Mode, Progress, Sources, open_sources
from enrich.sources.clock import Clock, SystemClock
from enrich.tables import Summary, previous_tables, publish, summarize

log = logging.getLogger("enrich")

Offered = dict[str, list[Lookup[tuple[Candidate, ...]]]]


class Step(Protocol):
    """How a step is carried out; `function` may be a coroutine function."""

    async def __call__(self, name: str, function: Callable[..., Any], *args: Any) -> Any:
        """The result of `function(*args)`."""
        ...


async def plainly(name: str, function: Callable[..., Any], *args: Any) -> Any:
    """Calls the function, and says so in the log."""
    log.info("%s", name)
    result = function(*args)
    return await result if inspect.isawaitable(result) else result


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
    progress: Progress | None = None,
    clock: Clock | None = None,
) -> Summary:
    """Reads all documents below `settings.raw` and publishes a new version below `settings.processed`.

    Raises NoDocuments if not one could be read, and PublishError if nothing was published; what was published before
    is untouched. A service that can't be asked is told in the summary, and costs no value.
    """
    order, clock = order or Order(), clock or SystemClock()
    started_at = clock.now()
    documents, failures = await step("read documents", read_documents, settings)
    extractions = await step("extract mentions", extract_all, documents)
    last = await step("load last version", previous_tables, settings.processed)
    async with open_sources(
        settings, clock=clock, progress=progress, mode=order.mode, time_budget=order.time_budget
    ) as sources:
        mentions = [mention for extraction in extractions for mention in extraction.mentions]
        judgements = parse_judgements(*read_judgements(settings.raw))
        known = resolve_known(mentions, judgements, remembered_identities(last), now=started_at)
        identities = await resolve(mentions, known, sources, step, started_at)
        findings = Findings(documents=tuple(zip(documents, extractions, strict=True)), identities=identities)
        findings = await fetch(findings, last, sources, step)
        services = sources.usage()
    tables = await step("assemble tables", assemble, findings, last, started_at)
    summary = summarize(
        tables,
        services,
        started_at=started_at,
        finished_at=clock.now(),
        simulated=order.simulated,
        failed_documents=failures,
    )
    published: Summary = await step("publish version", publish, tables, summary, settings, order.accept)
    return published


def read_documents(settings: Settings) -> tuple[list[Document], list[str]]:
    """All readable documents below the raw folder, and a sentence for each that could not be read."""
    documents, failures = [], []
    for path in find_documents(settings.raw):
        try:
            documents.append(read_document(path, settings.raw))
        except DocumentError as error:
            failures.append(str(error))
    if not documents:
        raise NoDocuments(" ".join([f"Not one document below {settings.raw} could be read.", *failures]))
    return documents, failures


def extract_all(documents: Iterable[Document]) -> list[Extraction]:
    """What each document lists."""
    return [extract(document) for document in documents]


async def resolve(
    mentions: Sequence[Mention], known: Mapping[str, Identity], sources: Sources, step: Step, now: datetime
) -> Mapping[str, Identity]:
    """The identities of all mentions: each source in order is asked for the titles that are still open."""
    found, offers = known, Offered()
    for source in (sources.catalog, sources.arxiv, sources.datacite, sources.semantic_scholar):
        titles = titles_to_ask(mentions, found)
        if source is sources.datacite:  # it stands in for arXiv, where that could not be asked
            titles = [title for title in titles if offers[title][-1].status is Status.UNREACHABLE]
        if titles:
            lookups = await step(f"find candidates: {source.name}", source.find_candidates, titles)
            for title, lookup in lookups.items():
                offers.setdefault(title, []).append(lookup)
            found = resolve_offered(mentions, known, offers, now=now)
    return found


async def fetch(findings: Findings, last: TableSet | None, sources: Sources, step: Step) -> Findings:
    """What the services say about the papers that were matched, and about their repositories."""
    ids = [identity.ids for identity in findings.identities.values() if identity.ids]
    arxiv_ids = _distinct(each.arxiv_id for each in ids)
    catalog, arxiv, scholar = await gather(
        step("fetch: catalog", sources.catalog.fetch, arxiv_ids),
        step("fetch: arxiv", sources.arxiv.fetch, arxiv_ids),
        step("fetch: semantic_scholar", sources.semantic_scholar.fetch, _distinct(each.s2_key for each in ids)),
    )
    # Semantic Scholar names the preprint of a paper that was found by its DOI.
    if further := [each for each in _distinct(each.arxiv_id for each in _ids_in(scholar)) if each not in arxiv]:
        catalog |= await step("fetch: catalog", sources.catalog.fetch, further)
        arxiv |= await step("fetch: arxiv", sources.arxiv.fetch, further)
    if unreached := [each for each, lookup in arxiv.items() if lookup.status is Status.UNREACHABLE]:
        findings = replace(findings, datacite=await step("fetch: datacite", sources.datacite.fetch, unreached))
    findings = replace(findings, catalog=catalog, arxiv=arxiv, semantic_scholar=scholar)
    repositories = repositories_of(findings, last)
    github = await step("fetch: github", sources.github.fetch, list(repositories.names))
    return replace(findings, identities=_with_linked_titles(findings), github=github)


def _with_linked_titles(findings: Findings) -> dict[str, Identity]:
    """The identities, with what the papers' own titles say about the titles that linked them."""
    titles = {
        **{key: each.value.title for key, each in findings.catalog.items() if each.value},
        **{key: each.value.title for key, each in findings.arxiv.items() if each.value},
    }
    return {
        key: with_linked_title(each, title) if (title := titles.get(each.ids.arxiv_id or "")) else each
        for key, each in findings.identities.items()
    }


def _distinct(names: Iterable[str | None]) -> list[str]:
    return sorted({name for name in names if name})


def _ids_in(lookups: Mapping[str, Lookup[Any]]) -> Iterable[PaperIds]:
    return (lookup.value.ids for lookup in lookups.values() if lookup.status is Status.OK and lookup.value)
