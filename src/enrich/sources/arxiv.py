"""arXiv, through the `arxiv` package on our own transport.

In: arXiv ids (without version), titles or abstracts. Out: a `Lookup` of a `PaperRecord`, or of candidates. The package
builds requests and results; waiting, retrying and telling an answer from a throttle are never left to it, and nothing
is read that was not kept first. Terms: one request in three seconds, one connection (info.arxiv.org/help/api/tou,
2026-11).
"""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from enrich.identifiers import PaperIds, parse_arxiv_id, parse_doi, split_arxiv_version
from enrich.records import Author, PaperRecord
from enrich.sources.exchange import Answer, Request, Service, one_line
from enrich.sources.lookups import Desk, MaxAge, in_batches
from enrich.sources.offers import abstract_of
from enrich.sources.phrases import abstract_phrase
from enrich.sources.preprints import PAGE_SIZE, Offer, Page, Preprints

if TYPE_CHECKING:
    import arxiv

IDS_PER_REQUEST = 100  # 600 ids in one address were answered 414; 100 make about 1 kB
ABSTRACTS_PER_REQUEST = 5
_SPACING = 3.1  # three seconds, and a little for the way there


def service(address: str) -> Service:
    """How arXiv wants to be spoken to."""
    from enrich.sources.arxiv_feed import inspect

    return Service(
        name="arxiv",
        label="arXiv",
        address=address,
        spacing=_SPACING,
        inspect=inspect,
        accept="application/atom+xml, application/xml;q=0.9, */*;q=0.1",
        headers={"Connection": "close"},  # an idle connection of one run would be a second one beside another run's
        one_connection=True,
        throttled_tries=4,
        first_backoff=3.0,
        breather=600.0,  # asking on during a bad hour prolongs it
    )


class Arxiv(Preprints):
    """The source `arxiv`."""

    name = "arxiv"

    def __init__(self, desk: Desk, address: str, max_age: MaxAge) -> None:
        super().__init__(desk, service(address), max_age, ids_per_request=IDS_PER_REQUEST)
        self._abstracts = self._searching(
            "abstracts",
            functools.partial(in_batches, size=ABSTRACTS_PER_REQUEST),
            lambda words: f'abs:"{words}"',
            abstract_of,
        )

    async def find_by_abstract(self, abstracts: Sequence[str]) -> dict[str, Offer]:
        """The papers whose abstracts hold the first long sentence of each abstract: a renamed paper keeps its words."""
        phrases = {abstract: abstract_phrase(abstract) for abstract in abstracts}
        found = await self._desk.look_up(self._abstracts, [words for words in phrases.values() if words])
        odd: Offer = self._not_askable("the abstract has no long sentence of plain words")
        return {abstract: found.get(words, odd) for abstract, words in phrases.items()}

    async def _ask_ids(self, ids: Sequence[str]) -> Answer:
        return await self._ask("papers", ids, id_list=list(ids), size=len(ids))

    async def _search(self, kind: str, items: Sequence[str], query: str) -> Answer:
        return await self._ask(kind, items, query=query, size=PAGE_SIZE)

    def _phrase_term(self, words: str) -> str:
        return f'ti:"{words}"'

    def _words_term(self, words: Sequence[str]) -> str:
        return f"({' AND '.join(f'ti:{word}' for word in words)})"

    async def _ask(
        self, kind: str, items: Sequence[str], *, size: int, query: str = "", id_list: list[str] | None = None
    ) -> Answer:
        """One search of the package, which runs in a thread of its own; its one request comes back to this loop."""
        import arxiv

        from enrich.sources.arxiv_session import AskingSession, client

        async def ask(url: str) -> Answer:
            request = Request(kind=kind, items=tuple(items), url=url)
            return await self._desk.transport.ask(self._service, request)

        session = AskingSession(ask, asyncio.get_running_loop())
        search = arxiv.Search(query=query, id_list=id_list, max_results=size)
        await asyncio.to_thread(lambda: list(client(self._service.address, session, size).results(search)))
        return session.answers[0]

    @staticmethod
    def read_page(answer: Answer) -> Page:
        """The entries of a feed."""
        from enrich.sources.arxiv_feed import dois_by_entry, kept_feed
        from enrich.sources.arxiv_session import results

        dois = dois_by_entry(answer.body)
        records = (_record(result, dois.get(result.entry_id, ())) for result in results(answer.body))
        readable = tuple(record for record in records if record)
        return Page(readable, complete=kept_feed(answer.body).total <= len(readable))


def _record(result: arxiv.Result, dois: Iterable[str]) -> PaperRecord | None:
    """A result of the package as our record; None if its id is none of arXiv's."""
    if not (parts := split_arxiv_version(result.get_short_id())):
        return None
    doi = next((doi for stated in dois if (doi := parse_doi(stated)) and not parse_arxiv_id(doi)), None)
    return PaperRecord(
        source="arxiv",
        ids=PaperIds(arxiv_id=parts[0], doi=doi),
        title=one_line(result.title),
        authors=tuple(Author(name) for author in result.authors if (name := one_line(author.name))),
        abstract=one_line(result.summary),
        year=result.published.year,
        arxiv_version=parts[1],
        published_at=_instant(result.published),
        updated_at=_instant(result.updated),
        primary_category=result.primary_category or None,
        categories=tuple(dict.fromkeys(result.categories)),
        comment=one_line(result.comment),
        journal_ref=one_line(result.journal_ref),
    )


def _instant(moment: datetime) -> datetime | None:
    return moment if moment.tzinfo and moment.year > 1 else None
