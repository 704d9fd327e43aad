"""arXiv's OAI-PMH: all that has changed since a day, page by page, each kept before the next is asked for.

In: a day. Out: the ledger's entries of all pages, in order. A harvest that was killed, or met an outage, goes on behind
the last page it kept. Terms: one request in three seconds, one connection, counted together with those of arXiv's API
(info.arxiv.org/help/api/tou, 2026-11). Clients of the protocol (sickle, oaipmh-scythe) bring their own HTTP, which
knows neither limits nor ledger, so pages are asked for here and read in `arxiv_oai_page`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode, urlsplit

from enrich.errors import LedgerError, ResumptionRejected, SourceConfused, SourceUnavailable
from enrich.sources.arxiv_oai_page import Page, inspect, parse_page
from enrich.sources.exchange import Request, Service
from enrich.sources.ledger import Entry
from enrich.sources.modes import NoProgress, Progress
from enrich.sources.transport import Transport

NAME = "arxiv_oai"
_KIND = "changes"
_ALL, _SINCE = "all", "since "  # the names of openings in the ledger; other pages go by their tokens
_FORMAT = "arXiv"  # the one whose authors come name by name
_SPACING = 3.1
_REJECTIONS = 5  # tokens expire daily; a service that rejects its own tokens again and again is broken


def service(address: str, arxiv_url: str) -> Service:
    """How arXiv's OAI-PMH at `address` wants to be spoken to; it counts its requests with those to `arxiv_url`."""
    return Service(
        name=NAME,
        label="arXiv's OAI-PMH",
        address=address,
        spacing=_SPACING,
        inspect=inspect,
        accept="text/xml, application/xml;q=0.9, */*;q=0.1",
        headers={"Connection": "close"},  # an idle connection would be a second one beside that of a run
        one_connection=True,
        throttled_tries=4,
        first_backoff=3.0,
        breather=600.0,
        limited_as=f"arxiv@{urlsplit(arxiv_url).netloc}",
    )


@dataclass(frozen=True, slots=True)
class Harvested:
    """All pages of a harvest in order, how many changes they tell, and the day up to which they tell all."""

    pages: tuple[Entry, ...]
    changes: int
    answered_on: date

    @property
    def last_answer_at(self) -> datetime:
        """When the newest page was received."""
        return max(entry.received_at for entry in self.pages)


class Harvest:
    """Asks for what has changed, once."""

    def __init__(self, transport: Transport, service: Service, progress: Progress | None = None) -> None:
        self._transport, self._service, self._progress = transport, service, progress or NoProgress()
        self._entries: list[Entry] = []
        self._changes = 0
        self._after: datetime | None = None

    async def run(self, since: date | None, after: datetime | None) -> Harvested:
        """What has changed since a day, or all there is; pages kept `after` that instant serve instead of asking.

        Pages may tell of a paper twice; what comes later holds. Raises SourceUnavailable, with what to do, where the
        service can't be asked; what it said so far stays kept.
        """
        self._after = after
        try:
            return await self._lists(since)
        except SourceUnavailable as error:
            kept = (
                f"{len(self._entries)} pages are kept; run `enrich catalog sync` again later, it goes on behind them."
            )
            raise type(error)(f"{error}. {kept}") from None

    async def _lists(self, since: date | None) -> Harvested:
        """The list since a day; and where an earlier run began it, another one since the day on which that was."""
        first, was_kept = await self._list(since, fresh=False)
        while was_kept:
            since, before = first.answered_on, since
            first, was_kept = await self._list(since, fresh=since == before)
        return Harvested(tuple(self._entries), self._changes, first.answered_on)

    async def _list(self, since: date | None, *, fresh: bool) -> tuple[Page, bool]:
        """One list to its end. Its first page, and whether that was kept by an earlier run."""
        first, was_kept = page, _ = await self._page(_opening(since), fresh=fresh)
        reached, rejections, tokens = _reached(since, None, page), 0, set[str]()
        while page.token:
            if page.token in tokens:
                raise SourceConfused(f"{self._service.label} hands out its pages in a circle")
            tokens.add(page.token)
            try:
                page, _ = await self._page(page.token)
            except ResumptionRejected:
                rejections += 1
                if rejections > _REJECTIONS:
                    raise SourceConfused(f"{self._service.label} rejects its own resumption tokens") from None
                tokens.clear()
                page, _ = await self._page(_opening(reached), fresh=True)
            reached = _reached(since, reached, page)
        return first, was_kept

    async def _page(self, item: str, *, fresh: bool = False) -> tuple[Page, bool]:
        """The page behind a token or an opening, and whether it was kept; `fresh` asks in any case."""
        entry = None if fresh else self._kept(item)
        was_kept = entry is not None
        if entry is None:
            self._progress.begin(NAME, 1)
            await self._transport.ask(self._service, Request(kind=_KIND, items=(item,), url=self._url(item)))
            self._progress.advance(NAME, 1)
            entry = self._kept(item)
        page = read_page(entry)
        assert entry is not None
        self._entries.append(entry)
        self._changes += len(page.changes)
        return page, was_kept

    def _kept(self, item: str) -> Entry | None:
        """The newest answer to a request, unless it is older than what was worked in already."""
        entries = self._transport.ledger.entries(NAME, _KIND, [item]).get(item, [])
        return next((entry for entry in entries if self._after is None or entry.received_at > self._after), None)

    def _url(self, item: str) -> str:
        if item == _ALL or item.startswith(_SINCE):
            words = {"metadataPrefix": _FORMAT}
            if item != _ALL:
                words["from"] = item.removeprefix(_SINCE)
        else:
            words = {"resumptionToken": item}
        return f"{self._service.address}?{urlencode({'verb': 'ListRecords', **words})}"


def read_page(entry: Entry | None) -> Page:
    """A page that was kept. Raises LedgerError if it is gone or damaged."""
    answer = entry.read() if entry else None
    if answer is None:
        where = entry.path if entry else NAME
        raise LedgerError(f"{where} is damaged or gone. Remove it and run `enrich catalog sync` again.")
    return parse_page(answer.body)


def _opening(since: date | None) -> str:
    return f"{_SINCE}{since}" if since else _ALL


def _reached(since: date | None, before: date | None, page: Page) -> date | None:
    """The day from which a list goes on if its token is lost: the last one seen, as long as days come in order."""
    if page.days is None or (before and page.days[0] < before):
        return since
    return page.days[1]
