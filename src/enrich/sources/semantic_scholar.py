"""Semantic Scholar, through the `semanticscholar` package on our own transport.

In: keys of papers (`PaperIds.s2_key`) or titles. Out: a `Lookup` of a `PaperRecord`, or of candidates. A batch is
joined by position, never by the ids that come back: papers are merged and ids change. Rules: the Graph API's own
description (api.semanticscholar.org/graph/v1/swagger.json) and recorded answers, as of 2026-11.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from pydantic import SecretStr

from enrich.errors import RequestRejected, SourceConfused
from enrich.identifiers import PaperIds, parse_acl_id, parse_arxiv_id, parse_doi
from enrich.records import Author, Candidate, Lookup, PaperRecord, Status
from enrich.sources.exchange import Answer, Reply, Request, Service, check_status, count, excerpt, one_line
from enrich.sources.lookups import Desk, MaxAge, Verb, in_batches
from enrich.sources.offers import candidate_of, same_words
from enrich.sources.phrases import may_share_a_request, phrase

if TYPE_CHECKING:
    from semanticscholar.Paper import Paper

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
_NONE_KNOWN = "No valid paper ids given"


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
        )

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
            found = await self._desk.look_up(self._exact, [title for title in together if title not in closest])
        return {title: offer for title, offer in found.items() if offer.status is Status.OK}

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


def inspect(request: Request, reply: Reply) -> None:
    """Let whole answers pass, the negative ones too; raise for everything else. Both error shapes are understood."""
    if _is_negative(request, reply):
        return
    if reply.status == 400 and "unsupported fields" in _words(reply):
        raise SourceConfused(f"rejected the fields asked for ({_words(reply)})")
    if reply.status in (400, 413):
        raise RequestRejected(f"rejected the request ({_words(reply)})")
    check_status(reply)
    said = reply.json()
    if request.kind in ("titles", "exact titles"):
        if not isinstance(said, dict) or not isinstance(said.get("data"), list):
            raise SourceConfused(f"sent no list of papers but {excerpt(reply.text)!r}")
        papers = said["data"]
    else:
        papers = _whole_batch(request, reply, said)
    if not all(paper is None or (isinstance(paper, dict) and paper.get("paperId")) for paper in papers):
        raise SourceConfused("sent something between the papers that is no paper")


def _whole_batch(request: Request, reply: Reply, said: Any) -> list[Any]:
    """The list of a batch, as long as what was asked. Nothing but nulls contradicts the service's own contract."""
    if not isinstance(said, list):
        raise SourceConfused(f"sent no list of papers but {excerpt(reply.text)!r}")
    if len(said) != len(request.items):
        raise SourceConfused(f"sent {len(said)} papers for {len(request.items)} ids")
    if all(paper is None for paper in said):
        raise SourceConfused("sent nothing but nulls")
    return said


def _is_negative(request: Request, reply: Reply) -> bool:
    """Whether a reply is the service's own "no": no title matches, or none of the ids is known."""
    if request.kind == "titles":
        return reply.status == 404 and "match not found" in _words(reply).lower()
    return reply.status == 400 and _NONE_KNOWN in _words(reply)


def _words(reply: Reply) -> str:
    """What an error body says, in the application's or the gateway's shape or in none."""
    try:
        said = reply.json()
    except SourceConfused:
        return excerpt(reply.text)
    if isinstance(said, dict):
        return excerpt(str(said.get("error") or said.get("message") or reply.text))
    return excerpt(reply.text)


def read_papers(answer: Answer) -> dict[str, Lookup[PaperRecord]]:
    """Per key asked, the record at its position; null there, or none known at all, is "not found".

    A paper that can't be read is left out.
    """
    papers = answer.json() if answer.status == 200 else [None] * len(answer.items)
    missing: Lookup[PaperRecord] = Lookup(Status.NOT_FOUND, "semantic_scholar", observed_at=answer.received_at)
    found = {}
    for asked, paper in zip(answer.items, papers, strict=True):
        record = _readable(paper) if paper else None
        if record or not paper:
            found[asked] = Lookup(Status.OK, "semantic_scholar", record, answer.received_at) if record else missing
    return found


def read_candidates(answer: Answer) -> dict[str, Lookup[tuple[Candidate, ...]]]:
    """The candidates for the one title asked."""
    papers = answer.json()["data"] if answer.status == 200 else []
    offered = tuple(candidate_of(record) for paper in papers if (record := _readable(paper)))
    if papers and not offered:
        return {}
    status = Status.OK if offered else Status.NOT_FOUND
    return {title: Lookup(status, "semantic_scholar", offered, answer.received_at) for title in answer.items}


def read_exact(answer: Answer) -> dict[str, Lookup[tuple[Candidate, ...]]]:
    """Per title asked, the papers with all of its words and no others.

    "Not found" means only that none is on the page.
    """
    records = [record for paper in answer.json()["data"] if (record := _readable(paper))]
    found = {}
    for title in answer.items:
        offered = tuple(candidate_of(record) for record in records if same_words(title, record.title or ""))
        status = Status.OK if offered else Status.NOT_FOUND
        found[title] = Lookup(status, "semantic_scholar", offered, answer.received_at)
    return found


def _readable(said: Mapping[str, Any]) -> PaperRecord | None:
    """One paper of an answer; None where a value has a shape that the service doesn't describe."""
    try:
        return _record(said)
    except (AttributeError, TypeError, ValueError):
        return None


def _record(said: Mapping[str, Any]) -> PaperRecord:
    """One paper of an answer, through the package's own class."""
    from semanticscholar.Paper import Paper

    if isinstance(said.get("authors"), str | dict):  # the package would take their letters or keys for authors
        raise TypeError("authors must be a list")
    paper = Paper(dict(said))
    pdf = paper.openAccessPdf or {}
    return PaperRecord(
        source="semantic_scholar",
        ids=_ids(paper),
        title=one_line(paper.title),
        authors=tuple(
            Author(name, author.authorId) for author in paper.authors or () if (name := one_line(author.name))
        ),
        abstract=one_line(paper.abstract),
        year=count(paper.year),
        venue=one_line(paper.venue),
        citation_count=count(paper.citationCount),
        influential_citation_count=count(paper.influentialCitationCount),
        reference_count=count(paper.referenceCount),
        tldr=one_line(paper.tldr.text if paper.tldr else None),
        fields_of_study=tuple(field for one in paper.fieldsOfStudy or () if (field := one_line(one))),
        open_access_pdf_url=one_line(pdf.get("url")),
    )


def _ids(paper: Paper) -> PaperIds:
    """The ids a paper has now. An arXiv DOI is the arXiv id."""
    others = paper.externalIds or {}
    arxiv_id, doi = parse_arxiv_id(others.get("ArXiv") or ""), parse_doi(others.get("DOI") or "")
    if doi and (of_doi := parse_arxiv_id(doi)):
        arxiv_id, doi = arxiv_id or of_doi, None
    corpus_id = paper.corpusId or others.get("CorpusId")
    return PaperIds(
        arxiv_id=arxiv_id,
        doi=doi,
        s2_paper_id=one_line(paper.paperId),
        s2_corpus_id=count(corpus_id) or None,
        acl_id=parse_acl_id(others.get("ACL") or ""),
    )
