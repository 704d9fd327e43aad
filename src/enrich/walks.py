"""How titles walk the services until each one's paper is known: what documents say in, identities out.

Every question goes through a `Step`, so that a flow can make a task of it. What a service leaves open goes on to the
next one, a batch at a time; no result depends on the order in which answers arrive.
"""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from enrich.identities import resolve_offered, titles_to_ask
from enrich.records import Candidate, Identity, Lookup, Mention, Outcome, PaperRecord, Status
from enrich.sources import Sources
from enrich.sources.catalog import Catalog
from enrich.sources.together import together

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


Asked = tuple[Mention, Identity | None]


@dataclass(frozen=True, slots=True)
class Told:
    """What the catalog offers for a title, and what that decides."""

    lookup: Lookup[tuple[Candidate, ...]]
    identity: Identity


def match_with_catalog(asked: Sequence[Asked], catalog: Catalog, now: datetime) -> list[Told]:
    """What the catalog offers for the title of each mention, and what that decides; in order.

    A mention comes with the identity that was known of it. Each stands for itself, and all can be pickled, so that
    shards of them can be matched anywhere.
    """
    mentions = [mention for mention, _ in asked]
    lookups = catalog.lookup_titles([mention.title_asked or "" for mention in mentions])
    known = {mention.mention_id: before for mention, before in asked if before}
    found = resolve_offered(mentions, known, {title: (lookup,) for title, lookup in lookups.items()}, now=now)
    return [Told(lookups[mention.title_asked or ""], found[mention.mention_id]) for mention in mentions]


async def find_clues(
    mentions: Sequence[Mention],
    known: Mapping[str, Identity],
    sources: Sources,
    step: Step,
    now: datetime,
    *,
    spread: Step | None = None,
) -> Clues:
    """What the catalog offers, and which preprints Semantic Scholar names for papers that go by other ids.

    `spread` is `step` for what may be cut into shards.
    """
    titles = set(titles_to_ask(mentions, known))
    asked = [(mention, known.get(mention.mention_id)) for mention in mentions if mention.title_asked in titles]
    told = await (spread or step)("match: catalog", match_with_catalog, asked, sources.catalog, now) if asked else []
    offers: Offered = {}
    found, scholar = resolve_offered(mentions, known, {}, now=now), {}
    for (mention, _), each in zip(asked, told, strict=True):
        offers[mention.title_asked or ""] = (each.lookup,)
        found[mention.mention_id] = each.identity
    if keys := sorted({each.ids.s2_key for each in found.values() if each.ids.s2_key and not each.ids.arxiv_id}):
        scholar = await step("fetch: semantic_scholar", sources.semantic_scholar.fetch, keys)
        named = {key: _with_ids_of(scholar.get(each.ids.s2_key or ""), each) for key, each in known.items()}
        changed = [
            mention for mention in mentions if named.get(mention.mention_id) is not known.get(mention.mention_id)
        ]
        known, found = named, found | resolve_offered(changed, named, offers, now=now)
    return Clues(known, found, offers, scholar)


async def resolve(
    mentions: Sequence[Mention], clues: Clues, sources: Sources, step: Step, now: datetime
) -> Mapping[str, Identity]:
    """The identities of all mentions, once the titles that are still open walked the services."""
    walked = await together(walks(mentions, clues, sources, step, now))
    return await conclude(mentions, clues, walked, sources, step, now)


def walks(
    mentions: Sequence[Mention], clues: Clues, sources: Sources, step: Step, now: datetime
) -> list[Coroutine[Any, Any, Clues]]:
    """A walk through the services for each batch of the titles that are still open, to be set off together: what arXiv
    left open of one batch is asked of Semantic Scholar while arXiv answers the next.
    """
    by_title = _by_title(mentions)
    batches = sources.arxiv.batches(titles_to_ask(mentions, clues.found))
    return [
        _walk([mention for title in batch for mention in by_title[title]], clues, sources, step, now)
        for batch in batches
    ]


async def conclude(
    mentions: Sequence[Mention], clues: Clues, walked: Iterable[Clues], sources: Sources, step: Step, now: datetime
) -> Mapping[str, Identity]:
    """The identities of all mentions by what the walks found, and by their abstracts where that was nothing."""
    found: dict[str, Identity] = dict(clues.found)
    offers: Offered = {}
    for each in walked:
        found |= each.found
        offers |= each.offers
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


def _with_ids_of(lookup: Lookup[PaperRecord] | None, identity: Identity) -> Identity:
    """The identity, with the further ids that a source states for the same paper."""
    return replace(identity, ids=identity.ids.merged(lookup.value.ids)) if lookup and lookup.value else identity


def _by_title(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """The mentions that have a title to look up, by it."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.title_asked:
            found.setdefault(mention.title_asked, []).append(mention)
    return found
