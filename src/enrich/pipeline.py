"""The story of a run, and the only place that joins the rooms: read, extract, resolve, fetch, assemble, publish.

Every step goes through an injected `step(name, function, *arguments)`: a plain run calls the function, a flow makes a
Prefect task of it. Nothing here opens a file or a connection itself.
"""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from enrich.documents import find_documents, read_document, read_judgements
from enrich.errors import DocumentError, NoDocuments
from enrich.identities import parse_judgements, resolve_known, resolve_offered, titles_to_ask, with_linked_title
from enrich.mentions import extract
from enrich.metadata import Findings, assemble, papers_without_repository, remembered_identities, repositories_of
from enrich.records import Candidate, Document, Extraction, Identity, Lookup, Mention, Outcome, PaperRecord, Status
from enrich.schema import TableSet
from enrich.settings import Settings
from enrich.sources import Mode, Progress, Sources, open_sources
from enrich.sources.clock import Clock, SystemClock
from enrich.sources.together import together
from enrich.tables import Summary, previous_tables, publish, summarize

log = logging.getLogger("enrich")

Offered = dict[str, tuple[Lookup[tuple[Candidate, ...]], ...]]


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
    documents, failures = await step("read documents", read_documents, settings)
    extractions = await (spread or step)("extract mentions", extract_all, documents)
    last = await step("load last version", previous_tables, settings.processed)
    async with open_sources(
        settings, clock=clock, progress=progress, mode=order.mode, time_budget=order.time_budget
    ) as sources:
        mentions = [mention for extraction in extractions for mention in extraction.mentions]
        judgements = parse_judgements(*read_judgements(settings.raw))
        known = resolve_known(mentions, judgements, remembered_identities(last), now=started_at)
        clues = await find_clues(mentions, known, sources, step, started_at)
        sure = _distinct(identity.ids.arxiv_id for identity in clues.found.values())
        identities, ahead = await together(
            [
                resolve(mentions, clues, sources, step, started_at),
                step("fetch ahead: arxiv", sources.arxiv.fetch_ahead, sure),
            ]
        )
        findings = Findings(
            documents=tuple(zip(documents, extractions, strict=True)),
            identities=identities,
            arxiv=ahead,
            semantic_scholar=clues.scholar,
        )
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


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of the mentions before any service is asked for a title.

    `known` are the identities that need no source, `found` those and what the `offers` decide, all by `mention_id`.
    `offers` are by title, `scholar` is by `PaperIds.s2_key`.
    """

    known: Mapping[str, Identity]
    found: Mapping[str, Identity]
    offers: Offered
    scholar: Mapping[str, Lookup[PaperRecord]]

    def tell_all_of(self, mention: Mention) -> bool:
        """Whether Semantic Scholar has told what it knows of the mention's paper, by another id than a title."""
        identity = self.found.get(mention.mention_id)
        lookup = self.scholar.get(identity.ids.s2_key or "") if identity else None
        return lookup is not None and lookup.status is Status.OK


async def find_clues(
    mentions: Sequence[Mention], known: Mapping[str, Identity], sources: Sources, step: Step, now: datetime
) -> Clues:
    """What the catalog offers, and which preprints Semantic Scholar names for papers that go by other ids."""
    titles = titles_to_ask(mentions, known)
    catalog = await step("find candidates: catalog", sources.catalog.find_candidates, titles) if titles else {}
    offers: Offered = {title: (lookup,) for title, lookup in catalog.items()}
    found, scholar = resolve_offered(mentions, known, offers, now=now), {}
    if keys := _distinct(each.ids.s2_key for each in found.values() if not each.ids.arxiv_id):
        scholar = await step("fetch: semantic_scholar", sources.semantic_scholar.fetch, keys)
        known = {key: _with_ids_of(scholar.get(each.ids.s2_key or ""), each) for key, each in known.items()}
        found = resolve_offered(mentions, known, offers, now=now)
    return Clues(known, found, offers, scholar)


async def resolve(
    mentions: Sequence[Mention], clues: Clues, sources: Sources, step: Step, now: datetime
) -> Mapping[str, Identity]:
    """The identities of all mentions. Titles that are still open walk the services in batches, each on its own: what
    arXiv left open of one is asked of Semantic Scholar while arXiv answers the next.
    """
    by_title = _by_title(mentions)
    batches = sources.arxiv.batches(titles_to_ask(mentions, clues.found))
    walks = await together(
        _walk([mention for title in batch for mention in by_title[title]], clues, sources, step, now)
        for batch in batches
    )
    found = {**clues.found, **{key: each for walked in walks for key, each in walked.found.items()}}
    offers = {title: offered for walked in walks for title, offered in walked.offers.items()}
    return await _resolve_renamed(mentions, replace(clues, found=found, offers=offers), sources, step, now)


async def _walk(mentions: Sequence[Mention], clues: Clues, sources: Sources, step: Step, now: datetime) -> Clues:
    """The clues of a batch of mentions, once each service in order was asked for the titles that are still open."""
    offers: Offered = {title: offered for title in _by_title(mentions) if (offered := clues.offers.get(title))}
    found = resolve_offered(mentions, clues.known, offers, now=now)
    for source in (sources.arxiv, sources.datacite, sources.semantic_scholar):
        titles = titles_to_ask(mentions, found)
        if source is sources.datacite:  # it stands in for arXiv, where that could not be asked
            titles = [title for title in titles if offers[title][-1].status is Status.UNREACHABLE]
        if source is sources.semantic_scholar:
            titles = titles_to_ask([mention for mention in mentions if not clues.tell_all_of(mention)], found)
        if titles:
            lookups = await step(f"find candidates: {source.name}", source.find_candidates, titles)
            offers |= {title: (*offers.get(title, ()), lookup) for title, lookup in lookups.items()}
            found = resolve_offered(mentions, clues.known, offers, now=now)
    return replace(clues, found=found, offers=offers)


async def _resolve_renamed(
    mentions: Sequence[Mention], clues: Clues, sources: Sources, step: Step, now: datetime
) -> Mapping[str, Identity]:
    """The identities, once arXiv was asked by their abstracts for papers that no title led to."""
    left = [
        mention
        for mention in mentions
        if mention.abstract and mention.title_asked and clues.found[mention.mention_id].outcome is not Outcome.MATCHED
    ]
    if not left:
        return clues.found
    abstracts = list(dict.fromkeys(mention.abstract for mention in left))
    lookups = await step("find candidates by abstract: arxiv", sources.arxiv.find_by_abstract, abstracts)
    offers = dict(clues.offers)
    for mention in left:
        title = mention.title_asked or ""
        offers[title] = (*offers.get(title, ()), lookups[mention.abstract])
    return {**clues.found, **resolve_offered(left, clues.known, offers, now=now)}


async def fetch(findings: Findings, last: TableSet | None, sources: Sources, step: Step) -> Findings:
    """What the services say about the papers that were matched, and about their repositories, beside what they said."""
    ids = [identity.ids for identity in findings.identities.values() if identity.ids]
    arxiv_ids = _distinct(each.arxiv_id for each in ids)
    keys = _distinct(each.s2_key for each in ids)
    catalog, arxiv, scholar = await together(
        [
            step("fetch: catalog", sources.catalog.fetch, arxiv_ids),
            step("fetch: arxiv", sources.arxiv.fetch, [each for each in arxiv_ids if each not in findings.arxiv]),
            step(
                "fetch: semantic_scholar",
                sources.semantic_scholar.fetch,
                [key for key in keys if key not in findings.semantic_scholar],
            ),
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
    if unclaimed := papers_without_repository(
        findings, last
    ):  # how many of them are asked is up to the source's budget
        findings = replace(
            findings, hugging_face=await step("fetch: hugging_face", sources.hugging_face.fetch, unclaimed)
        )
    repositories = repositories_of(findings, last)
    github = await step("fetch: github", sources.github.fetch, list(repositories.names))
    return replace(findings, identities=_with_linked_titles(findings), github=github)


def _with_ids_of(lookup: Lookup[PaperRecord] | None, identity: Identity) -> Identity:
    """The identity, with the further ids that a source states for the same paper."""
    return replace(identity, ids=identity.ids.merged(lookup.value.ids)) if lookup and lookup.value else identity


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


def _by_title(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """The mentions that have a title to look up, by it."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.title_asked:
            found.setdefault(mention.title_asked, []).append(mention)
    return found


def _distinct(names: Iterable[str | None]) -> list[str]:
    return sorted({name for name in names if name})
