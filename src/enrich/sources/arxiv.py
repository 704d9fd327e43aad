"""arXiv, through the `arxiv` package on our own transport.

In: arXiv ids (without version) or titles. Out: a `Lookup` of a `PaperRecord`, or of candidates. The package builds
requests and results; waiting, retrying and telling an answer from a throttle are never left to it, and nothing is read
that was not kept first. Terms: one request in three seconds, one connection (info.arxiv.org/help/api/tou, 2026-11).
"""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from enrich.identifiers import PaperIds, parse_arxiv_id, parse_doi, split_arxiv_version
from enrich.records import Author, Candidate, Lookup, PaperRecord, Status
from enrich.sources.exchange import Answer, Request, Service, one_line
from enrich.sources.lookups import Desk, MaxAge, Verb, in_batches
from enrich.sources.modes import Plan
from enrich.sources.phrases import askable, phrase, share_out, title_batches

if TYPE_CHECKING:
    import arxiv

_T = TypeVar("_T")

IDS_PER_REQUEST = 100  # 600 ids in one address were answered 414; 100 make about 1 kB
PAGE_SIZE = 100
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


class Arxiv:
    """The source `arxiv`. Ids are arXiv ids without version."""

    name = "arxiv"

    def __init__(self, desk: Desk, address: str, max_age: MaxAge) -> None:
        self._desk, self._service = desk, service(address)
        self._papers = Verb(
            service=self._service,
            kind="papers",
            max_age=max_age,
            batches=functools.partial(in_batches, size=IDS_PER_REQUEST),
            ask=self._ask_ids,
            read=read_papers,
        )
        self._titles = Verb(
            service=self._service,
            kind="titles",
            max_age=max_age,
            batches=title_batches,
            ask=self._ask_titles,
            read=read_candidates,
        )

    async def fetch(self, ids: Sequence[str]) -> dict[str, Lookup[PaperRecord]]:
        """What arXiv says about each id; the latest version of each paper."""
        found = await self._desk.look_up(self._papers, _well_formed(ids))
        return {asked: found.get(asked) or _not_askable(f"{asked!r} is no arXiv id") for asked in ids}

    async def find_candidates(self, titles: Sequence[str]) -> dict[str, Lookup[tuple[Candidate, ...]]]:
        """The papers whose titles hold each title as a phrase, or nearly so."""
        found = await self._desk.look_up(self._titles, askable(titles))
        return {title: found.get(title) or _not_askable("the title holds no word to ask for") for title in titles}

    def plan(self, *, ids: Sequence[str] = (), titles: Sequence[str] = ()) -> Plan:
        """What asking for these would take now."""
        return self._desk.plan((self._papers, _well_formed(ids)), (self._titles, askable(titles)))

    async def _ask_ids(self, ids: Sequence[str]) -> Answer:
        return await self._ask("papers", ids, id_list=list(ids), size=len(ids))

    async def _ask_titles(self, titles: Sequence[str]) -> Answer:
        return await self._ask("titles", titles, query=title_query(titles), size=PAGE_SIZE)

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


def title_query(titles: Iterable[str]) -> str:
    """The search for several titles at once."""
    return " OR ".join(f'ti:"{phrase(title)}"' for title in titles)


def read_papers(answer: Answer) -> dict[str, Lookup[PaperRecord]]:
    """Per id asked: the record, or "not found", which a complete page says of every id it leaves out."""
    records = {record.ids.arxiv_id: record for record in _records(answer)}
    missing: Lookup[PaperRecord] = Lookup(Status.NOT_FOUND, "arxiv", observed_at=answer.received_at)
    return {
        asked: Lookup(Status.OK, "arxiv", records[asked], answer.received_at) if asked in records else missing
        for asked in answer.items
    }


def read_candidates(answer: Answer) -> dict[str, Lookup[tuple[Candidate, ...]]]:
    """Per title asked, the entries that may be meant. Titles that the page proves nothing about are left out."""
    from enrich.sources.arxiv_feed import kept_feed

    records = _records(answer)
    complete = kept_feed(answer.body).total <= len(records) or len(answer.items) == 1
    shared = share_out(answer.items, [_candidate(record) for record in records], complete=complete)
    return {
        title: Lookup(Status.OK if offered else Status.NOT_FOUND, "arxiv", offered, answer.received_at)
        for title, offered in shared.items()
    }


def _well_formed(ids: Sequence[str]) -> list[str]:
    return [asked for asked in ids if parse_arxiv_id(asked) == asked]


def _records(answer: Answer) -> list[PaperRecord]:
    from enrich.sources.arxiv_feed import dois_by_entry
    from enrich.sources.arxiv_session import results

    dois = dois_by_entry(answer.body)
    return [record for result in results(answer.body) if (record := _record(result, dois.get(result.entry_id, ())))]


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


def _candidate(record: PaperRecord) -> Candidate:
    return Candidate(
        source="arxiv",
        ids=record.ids,
        title=record.title or "",
        authors=tuple(author.name for author in record.authors),
        year=record.year,
        abstract=record.abstract,
    )


def _not_askable(why: str) -> Lookup[_T]:
    return Lookup(Status.NOT_ASKED, "arxiv", why=why)


def _instant(moment: datetime) -> datetime | None:
    return moment if moment.tzinfo and moment.year > 1 else None
