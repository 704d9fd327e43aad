"""What arXiv and its stand-in share: they are asked by arXiv id and by title, several of either in a request.

In: arXiv ids (without version) or titles. Out: a `Lookup` for each. A title goes out as a phrase first; one whose
phrase may miss the very paper (formulas, accents, "&") and found nothing with all its words is asked once more by its
plain words. How a request is made and what a page holds is said by the service's own file.
"""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from enrich.identifiers import parse_arxiv_id
from enrich.records import Candidate, Lookup, PaperRecord, Status
from enrich.sources.exchange import Answer, Service
from enrich.sources.lookups import Desk, MaxAge, Verb, in_batches
from enrich.sources.offers import candidate_of, offer_age, overlap, share_out, title_of
from enrich.sources.phrases import TITLES_PER_REQUEST, askable, is_fragile, phrase, plain_words, title_batches

T = TypeVar("T")
Offer = Lookup[tuple[Candidate, ...]]

PAGE_SIZE = 200  # ten papers a title, where most phrases fit one


@dataclass(frozen=True, slots=True)
class Page:
    """The records of an answer, and whether the service has no others for the same question."""

    records: tuple[PaperRecord, ...]
    complete: bool


class Preprints(ABC):
    """A service that knows papers by arXiv id and by title."""

    name: ClassVar[str]

    def __init__(self, desk: Desk, service: Service, max_age: MaxAge, *, ids_per_request: int) -> None:
        self._desk, self._service, self._max_age = desk, service, max_age
        self._papers = self._verb(
            "papers", functools.partial(in_batches, size=ids_per_request), self._ask_ids, read_papers, max_age
        )
        self._titles = self._searching("titles", title_batches, lambda title: self._phrase_term(phrase(title)))
        self._words = self._searching(
            "title words",
            functools.partial(in_batches, size=TITLES_PER_REQUEST),
            lambda title: self._words_term(plain_words(title)),
        )

    @abstractmethod
    async def _ask_ids(self, ids: Sequence[str]) -> Answer:
        """One request for the papers with these ids."""

    @abstractmethod
    async def _search(self, kind: str, items: Sequence[str], query: str) -> Answer:
        """One request for the papers that a query finds."""

    @abstractmethod
    def _phrase_term(self, words: str) -> str:
        """The part of a query that finds titles with this phrase."""

    @abstractmethod
    def _words_term(self, words: Sequence[str]) -> str:
        """The part of a query that finds titles with all these words."""

    @staticmethod
    @abstractmethod
    def read_page(answer: Answer) -> Page:
        """What an answer holds."""

    async def fetch(self, ids: Sequence[str]) -> dict[str, Lookup[PaperRecord]]:
        """What the service says about each id; the latest version of each paper."""
        found = await self._desk.look_up(self._papers, _well_formed(ids))
        return {asked: found.get(asked) or self._not_askable(f"{asked!r} is no arXiv id") for asked in ids}

    async def fetch_ahead(self, ids: Sequence[str]) -> dict[str, Lookup[PaperRecord]]:
        """The same for those of the ids that need no further ones to fill a request; the others are left out."""
        return await self._desk.look_up_ahead(self._papers, _well_formed(ids))

    def batches(self, titles: Sequence[str]) -> list[list[str]]:
        """The titles as they go together in requests; what needs no request comes in front."""
        asked = set(askable(titles))
        odd = [title for title in titles if title not in asked]
        return [*([odd] if odd else []), *self._desk.batches(self._titles, askable(titles))]

    async def find_candidates(self, titles: Sequence[str]) -> dict[str, Offer]:
        """The papers whose titles hold each title as a phrase, or nearly so."""
        found = await self._desk.look_up(self._titles, askable(titles))
        if missed := [title for title, offer in found.items() if _may_be_missed(title, offer)]:
            more = await self._desk.look_up(self._words, missed)
            found |= {title: _joined(found[title], more[title]) for title in missed}
        return {title: found.get(title) or self._not_askable("the title holds no word to ask for") for title in titles}

    def _verb(
        self,
        kind: str,
        batches: Callable[[Sequence[str]], list[list[str]]],
        ask: Callable[[Sequence[str]], Awaitable[Answer]],
        read: Callable[[Answer, Page], Mapping[str, Lookup[T]]],
        max_age: MaxAge,
        *,
        urgent: bool = False,
    ) -> Verb[T]:
        return Verb(
            service=self._service,
            kind=kind,
            max_age=max_age,
            batches=batches,
            ask=ask,
            read=lambda answer: read(answer, self.read_page(answer)),
            urgent=urgent,
        )

    def _searching(
        self,
        kind: str,
        batches: Callable[[Sequence[str]], list[list[str]]],
        term: Callable[[str], str],
        text_of: Callable[[Candidate], str] = title_of,
    ) -> Verb[tuple[Candidate, ...]]:
        """How papers are searched for: each item is a term of one query."""

        async def ask(items: Sequence[str]) -> Answer:
            return await self._search(kind, items, " OR ".join(map(term, items)))

        read = functools.partial(read_candidates, text_of=text_of)
        return self._verb(kind, batches, ask, read, offer_age(self._max_age), urgent=True)

    def _not_askable(self, why: str) -> Lookup[T]:
        return Lookup(Status.NOT_ASKED, self.name, why=why)


def read_papers(answer: Answer, page: Page) -> dict[str, Lookup[PaperRecord]]:
    """Per id asked: the record, or "not found", which a complete page says of every id it leaves out."""
    records = {record.ids.arxiv_id: record for record in page.records}
    missing: Lookup[PaperRecord] = Lookup(Status.NOT_FOUND, answer.source, observed_at=answer.received_at)
    return {
        asked: Lookup(Status.OK, answer.source, records[asked], answer.received_at) if asked in records else missing
        for asked in answer.items
    }


def read_candidates(answer: Answer, page: Page, text_of: Callable[[Candidate], str] = title_of) -> dict[str, Offer]:
    """Per text asked, the records that may be meant. Texts that the page proves nothing about are left out."""
    complete = page.complete or len(answer.items) == 1
    shared = share_out(
        answer.items, [candidate_of(record) for record in page.records], complete=complete, text_of=text_of
    )
    return {
        asked: Lookup(Status.OK if offered else Status.NOT_FOUND, answer.source, offered, answer.received_at)
        for asked, offered in shared.items()
    }


def _well_formed(ids: Sequence[str]) -> list[str]:
    return [asked for asked in ids if parse_arxiv_id(asked) == asked]


def _may_be_missed(title: str, offer: Offer) -> bool:
    """Whether a healthy service found no title with all these words, though it may have the paper."""
    if offer.status not in (Status.OK, Status.NOT_FOUND) or not is_fragile(title):
        return False
    return not any(overlap(title, candidate.title) == 1.0 for candidate in offer.value or ())


def _joined(by_phrase: Offer, by_words: Offer) -> Offer:
    """Both answers about a title as one, as old as the older; what the second could not tell stays untold."""
    if by_words.status is Status.NOT_FOUND:
        return by_phrase
    if by_words.status is not Status.OK:
        return by_words
    candidates = dict.fromkeys((*(by_words.value or ()), *(by_phrase.value or ())))
    moments = [each.observed_at for each in (by_phrase, by_words) if each.observed_at]
    return Lookup(Status.OK, by_words.source, tuple(candidates), min(moments, default=None))
