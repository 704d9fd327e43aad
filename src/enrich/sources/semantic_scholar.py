"""Semantic Scholar, through the `semanticscholar` package on our own transport.

In: keys of papers (`PaperIds.s2_key`) or titles. Out: a `Lookup` of a `PaperRecord`, or of candidates. Titles are asked
together first, for the papers that carry them just so, then one by one for the closest. What replies mean is said in
`semantic_scholar_replies`. Rules: the Graph API's own description (api.semanticscholar.org/graph/v1/swagger.json) and
recorded answers, as of 2026-11.
"""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from pydantic import SecretStr

from enrich.records import Candidate, Lookup, PaperRecord, Status
from enrich.sources.exchange import Answer, Request, Service
from enrich.sources.lookups import Desk, MaxAge, Verb, in_batches
from enrich.sources.phrases import may_share_a_request, phrase
from enrich.sources.semantic_scholar_replies import inspect, read_candidates, read_exact, read_papers

IDS_PER_REQUEST = 500
# Flat fields only: nested ones make a batch of 500 larger than the service sends.
PAPER_FIELDS = (
    "paperId,corpusId,externalIds,title,abstract,venue,year,authors,citationCount,influentialCitationCount,"
    "referenceCount,fieldsOfStudy,openAccessPdf,tldr"
)
TITLES_PER_REQUEST = 10
# Fewer titles than this are asked one by one at once: about half of those that arXiv lacks are here under that very
# title.
TITLES_TO_ASK_TOGETHER = 3
CANDIDATE_FIELDS = "paperId,corpusId,externalIds,title,abstract,venue,year,authors"
_SPACING_WITH_KEY = 1.03  # one request a second over all endpoints, and a little for the way there
_SPACING_WITHOUT_KEY = 3.0  # a pool shared with everybody: asking faster only meets more refusals


def service(address: str, key: SecretStr | None) -> Service:
    """How Semantic Scholar wants to be spoken to."""
    return Service(
        name="semantic_scholar",
        label="Semantic Scholar",
        address=address,
        spacing=_SPACING_WITH_KEY if key else _SPACING_WITHOUT_KEY,
        inspect=inspect,
        secrets={"x-api-key": key} if key else {},
        throttled_tries=6,
    )


class SemanticScholar:
    """The source `semantic_scholar`. Ids are what `PaperIds.s2_key` gives."""

    name = "semantic_scholar"

    def __init__(self, desk: Desk, address: str, key: SecretStr | None, facts_age: MaxAge, titles_age: MaxAge) -> None:
        self._desk, self._service = desk, service(address, key)
        self._papers = Verb(
            service=self._service,
            kind="papers",
            max_age=facts_age,
            batches=functools.partial(in_batches, size=IDS_PER_REQUEST),
            ask=self._ask_batch,
            read=read_papers,
        )
        self._titles = Verb(
            service=self._service,
            kind="titles",
            max_age=titles_age,
            batches=functools.partial(in_batches, size=1),
            ask=self._ask_match,
            read=read_candidates,
            urgent=True,
        )
        self._exact = Verb(
            service=self._service,
            kind="exact titles",
            max_age=titles_age,
            batches=functools.partial(in_batches, size=TITLES_PER_REQUEST),
            ask=self._ask_phrases,
            read=read_exact,
            urgent=True,
            shortcut=True,
        )
        self._together, self._may_ask_together = asyncio.Lock(), True

    async def fetch(self, ids: Sequence[str]) -> dict[str, Lookup[PaperRecord]]:
        """What Semantic Scholar says about each key."""
        return await self._desk.look_up(self._papers, ids)

    async def find_candidates(self, titles: Sequence[str]) -> dict[str, Lookup[tuple[Candidate, ...]]]:
        """The papers that carry each title; where there is none, the one whose title is closest: maybe another."""
        asked = [title for title in titles if title.strip()]
        found = await self._find_exact(asked)
        found |= await self._desk.look_up(self._titles, [title for title in asked if title not in found])
        empty: Lookup[tuple[Candidate, ...]] = Lookup(Status.NOT_ASKED, self.name, why="the title is empty")
        return {title: found.get(title, empty) for title in titles}

    async def _find_exact(self, titles: Sequence[str]) -> dict[str, Lookup[tuple[Candidate, ...]]]:
        """The titles that papers carry just so; nothing is said of the others."""
        together = [title for title in titles if may_share_a_request(title)]
        if len(together) < TITLES_TO_ASK_TOGETHER:
            found = self._desk.recall(self._exact, together)
        else:
            closest = self._desk.recall(self._titles, together)
            found = await self._ask_together([title for title in together if title not in closest])
        return {title: offer for title, offer in found.items() if offer.status is Status.OK}

    async def _ask_together(self, titles: Sequence[str]) -> dict[str, Lookup[tuple[Candidate, ...]]]:
        """What many titles together give. After one request in vain, a run asks no more in this way."""
        found: dict[str, Lookup[tuple[Candidate, ...]]] = {}
        async with self._together:
            for batch in self._desk.batches(self._exact, titles):
                if self._may_ask_together:
                    found |= await self._desk.look_up(self._exact, batch)
                    self._may_ask_together = all(found[title].status is not Status.UNREACHABLE for title in batch)
        return found

    async def _ask_batch(self, ids: Sequence[str]) -> Answer:
        return await self._ask("papers", ids, "paper/batch", {"fields": PAPER_FIELDS}, {"ids": list(ids)})

    async def _ask_match(self, titles: Sequence[str]) -> Answer:
        query = {"query": " ".join(titles[0].split()), "fields": CANDIDATE_FIELDS}
        return await self._ask("titles", titles, "paper/search/match", query, None)

    async def _ask_phrases(self, titles: Sequence[str]) -> Answer:
        query = {"query": " | ".join(f'"{phrase(title)}"' for title in titles), "fields": CANDIDATE_FIELDS}
        return await self._ask("exact titles", titles, "paper/search/bulk", query, None)

    async def _ask(
        self, kind: str, items: Sequence[str], path: str, query: Mapping[str, str], payload: Mapping[str, Any] | None
    ) -> Answer:
        """One request of the package's requester, which hands it to our transport."""
        from enrich.sources.semantic_scholar_requester import TransportRequester

        async def ask(url: str, body: Mapping[str, Any] | None) -> Answer:
            request = Request(kind=kind, items=tuple(items), url=url, payload=body)
            return await self._desk.transport.ask(self._service, request)

        requester = TransportRequester(ask)
        await requester.get_data_async(f"{self._service.address}/graph/v1/{path}", urlencode(query), {}, payload)
        return requester.answers[0]
