"""Hugging Face's paper pages: which repository a paper's people name as its code.

In: arXiv ids. Out: a `Lookup` of a `PaperRecord` whose `repositories` are what counts; its stars are cached ones and
are not read. A missing page is normal. There is no batch, so a run asks no more than its budget allows: first about
papers that were never asked about, then where the answer is oldest. Rules: recorded answers of 2026-10; 500 requests in
five minutes.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from enrich.errors import SourceConfused
from enrich.identifiers import PaperIds, parse_arxiv_id, parse_github_repo
from enrich.records import Candidate, Lookup, PaperRecord, Status
from enrich.sources.exchange import Answer, Reply, Request, Service, check_status, excerpt, one_line
from enrich.sources.lookups import Desk, MaxAge, Verb, in_batches

_SPACING = 0.62


class HuggingFace:
    """The source `hugging_face`. Ids are arXiv ids without version; `budget` is in papers, and so in requests."""

    name = "hugging_face"

    def __init__(self, desk: Desk, address: str, max_age: MaxAge, *, budget: int) -> None:
        self._desk, self._left = desk, budget
        self._service = Service(
            name=self.name, label="Hugging Face", address=address, spacing=_SPACING, inspect=inspect
        )
        self._pages = Verb(
            service=self._service,
            kind="papers",
            max_age=max_age,
            batches=functools.partial(in_batches, size=1),
            ask=self._ask,
            read=read_papers,
        )

    async def fetch(self, ids: Sequence[str]) -> dict[str, Lookup[PaperRecord]]:
        """The repository that each paper's page names, if there is a page, it names one, and the budget lasts."""
        told, open_ids = self._told_and_open(ids)
        asked = open_ids[: self._left]
        self._left -= len(asked)
        found = await self._desk.look_up(self._pages, [*told, *asked])
        beyond: Lookup[PaperRecord] = Lookup(Status.NOT_ASKED, self.name, why="beyond ENRICH_HUGGING_FACE_BUDGET")
        return {each: found.get(each, beyond) for each in ids}

    async def find_candidates(self, titles: Sequence[str]) -> dict[str, Lookup[tuple[Candidate, ...]]]:
        """Nothing: papers are asked for by id alone."""
        why = "Hugging Face is not asked for titles"
        return {title: Lookup(Status.NOT_ASKED, self.name, why=why) for title in titles}

    def _told_and_open(self, ids: Sequence[str]) -> tuple[list[str], list[str]]:
        """The papers that the ledger has a fresh answer for, and the others, those first that wait the longest."""
        wanted = sorted({each for each in ids if parse_arxiv_id(each) == each})
        told = self._desk.recall(self._pages, wanted)
        kept = self._desk.transport.ledger.entries(self.name, self._pages.kind, wanted)
        last = {each: entries[0].received_at for each, entries in kept.items()}
        never = datetime.min.replace(tzinfo=UTC)
        return list(told), sorted((each for each in wanted if each not in told), key=lambda each: last.get(each, never))

    async def _ask(self, ids: Sequence[str]) -> Answer:
        url = f"{self._service.address}/api/papers/{quote(ids[0])}"
        return await self._desk.transport.ask(self._service, Request(kind="papers", items=tuple(ids), url=url))


def inspect(request: Request, reply: Reply) -> None:
    """Let the paper's page and the word that there is none pass; raise for everything else."""
    said = reply.json() if reply.status in (200, 404) else None
    if reply.status == 404 and isinstance(said, dict) and "not found" in str(said.get("error")).lower():
        return
    check_status(reply)
    if not isinstance(said, dict) or said.get("id") != request.items[0]:
        raise SourceConfused(f"sent no page of this paper but {excerpt(reply.text)!r}")


def read_papers(answer: Answer) -> dict[str, Lookup[PaperRecord]]:
    """The page of the one paper asked."""
    asked, at = answer.items[0], answer.received_at
    if answer.status == 404:
        return {asked: Lookup(Status.NOT_FOUND, "hugging_face", observed_at=at)}
    said: Mapping[str, Any] = answer.json()
    repository = said.get("githubRepo")
    named = parse_github_repo(repository) if isinstance(repository, str) else None
    title = said.get("title")
    record = PaperRecord(
        source="hugging_face",
        ids=PaperIds(arxiv_id=asked),
        title=one_line(title) if isinstance(title, str) else None,
        repositories=(named,) if named else (),
    )
    return {asked: Lookup(Status.OK, "hugging_face", record, at)}
