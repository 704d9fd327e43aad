"""DataCite, which registers a DOI for every arXiv paper: the stand-in for arXiv's metadata while arXiv is down.

In: arXiv ids (without version) or titles. Out: a `Lookup` of a `PaperRecord`, or of candidates, all of source
`datacite`. Comments and journal references are not to be had here, citation counts are useless. Rules:
support.datacite.org/docs/api and captures of 2026.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from enrich.errors import RequestRejected, SourceConfused
from enrich.identifiers import PaperIds, parse_arxiv_id, parse_doi
from enrich.records import Author, Candidate, Lookup, PaperRecord, Status
from enrich.sources.exchange import Answer, Reply, Request, Service, check_status, count, excerpt, one_line
from enrich.sources.lookups import Desk, MaxAge, Verb, in_batches
from enrich.sources.modes import Plan
from enrich.sources.phrases import askable, phrase, share_out, title_batches

IDS_PER_REQUEST = 50
PAGE_SIZE = 100
_FIELDS = "doi,titles,creators,descriptions,dates,subjects,relatedIdentifiers,publicationYear"
_SPACING_KNOWN, _SPACING_ANONYMOUS = 0.32, 0.65  # 1,000 requests in five minutes with a mail address, 500 without
_CATEGORY = re.compile(r"\(([a-z-]+(?:\.[A-Za-z-]+)?)\)\s*$")


def service(address: str, *, known: bool) -> Service:
    """How DataCite wants to be spoken to; `known` if we name a mail address."""
    return Service(
        name="datacite",
        label="DataCite",
        address=address,
        spacing=_SPACING_KNOWN if known else _SPACING_ANONYMOUS,
        inspect=inspect,
        accept="application/vnd.api+json",
    )


class DataCite:
    """The source `datacite`. Ids are arXiv ids without version."""

    name = "datacite"

    def __init__(self, desk: Desk, address: str, max_age: MaxAge, *, known: bool) -> None:
        self._desk, self._service = desk, service(address, known=known)
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
        """What DataCite says about each arXiv id."""
        found = await self._desk.look_up(self._papers, _well_formed(ids))
        odd: Lookup[PaperRecord] = Lookup(Status.NOT_ASKED, self.name, why="not an arXiv id")
        return {asked: found.get(asked, odd) for asked in ids}

    async def find_candidates(self, titles: Sequence[str]) -> dict[str, Lookup[tuple[Candidate, ...]]]:
        """The arXiv papers whose titles hold each title as a phrase."""
        found = await self._desk.look_up(self._titles, askable(titles))
        odd: Lookup[tuple[Candidate, ...]] = Lookup(Status.NOT_ASKED, self.name, why="the title holds no word")
        return {title: found.get(title, odd) for title in titles}

    def plan(self, *, ids: Sequence[str] = (), titles: Sequence[str] = ()) -> Plan:
        """What asking for these would take now."""
        return self._desk.plan((self._papers, _well_formed(ids)), (self._titles, askable(titles)))

    async def _ask_ids(self, ids: Sequence[str]) -> Answer:
        dois = " OR ".join(f'"10.48550/arxiv.{arxiv_id}"' for arxiv_id in ids)
        return await self._ask("papers", ids, f"doi:({dois})", len(ids))

    async def _ask_titles(self, titles: Sequence[str]) -> Answer:
        phrases = " OR ".join(f'titles.title:"{phrase(title).lower()}"' for title in titles)
        return await self._ask("titles", titles, phrases, PAGE_SIZE)

    async def _ask(self, kind: str, items: Sequence[str], query: str, size: int) -> Answer:
        asked = {
            "client-id": "arxiv.content",
            "query": query,
            "sort": "relevance",
            "page[size]": str(size),
            "fields[dois]": _FIELDS,
        }
        request = Request(kind=kind, items=tuple(items), url=f"{self._service.address}/dois?{urlencode(asked)}")
        return await self._desk.transport.ask(self._service, request)


def inspect(request: Request, reply: Reply) -> None:
    """Let a whole page pass; raise for everything else."""
    if reply.status == 400:
        raise RequestRejected(f"rejected the request ({excerpt(reply.text)})")
    check_status(reply)
    said = reply.json()
    rows, meta = (said.get("data"), said.get("meta")) if isinstance(said, dict) else (None, None)
    total = meta.get("total") if isinstance(meta, dict) else None
    if not isinstance(rows, list) or not isinstance(total, int):
        raise SourceConfused(f"sent no page of records but {excerpt(reply.text)!r}")
    size = int(parse_qs(urlsplit(request.url).query)["page[size]"][0])
    if len(rows) < min(size, total):
        raise SourceConfused(f"sent {len(rows)} records where its own total promises {min(size, total)}")
    records = [_readable(row) for row in rows]
    if request.kind == "papers" and any(not one or one.ids.arxiv_id not in request.items for one in records):
        raise SourceConfused("sent a record that was not asked for")


def read_papers(answer: Answer) -> dict[str, Lookup[PaperRecord]]:
    """Per id asked, the record, or "not found"."""
    records = {record.ids.arxiv_id: record for record in _records(answer)}
    missing: Lookup[PaperRecord] = Lookup(Status.NOT_FOUND, "datacite", observed_at=answer.received_at)
    return {
        asked: Lookup(Status.OK, "datacite", records[asked], answer.received_at) if asked in records else missing
        for asked in answer.items
    }


def read_candidates(answer: Answer) -> dict[str, Lookup[tuple[Candidate, ...]]]:
    """Per title asked, the records that may be meant. Titles that the page proves nothing about are left out."""
    records = _records(answer)
    complete = answer.json()["meta"]["total"] <= len(records) or len(answer.items) == 1
    shared = share_out(answer.items, [_candidate(record) for record in records], complete=complete)
    return {
        title: Lookup(Status.OK if offered else Status.NOT_FOUND, "datacite", offered, answer.received_at)
        for title, offered in shared.items()
    }


def _well_formed(ids: Sequence[str]) -> list[str]:
    return [asked for asked in ids if parse_arxiv_id(asked) == asked]


def _records(answer: Answer) -> list[PaperRecord]:
    return [record for row in answer.json()["data"] if (record := _readable(row))]


def _readable(row: Any) -> PaperRecord | None:
    """A record of a page; None if it is no arXiv paper or has an undescribed shape."""
    try:
        return _record(row["attributes"])
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _record(said: Mapping[str, Any]) -> PaperRecord | None:
    if not (arxiv_id := parse_arxiv_id(said["doi"])):
        return None
    dates = [(_version(date), _instant(date["date"])) for date in _of_type(said, "dates", "Submitted")]
    submitted = [moment for _, moment in sorted(dates)]
    categories = [match[1] for subject in said.get("subjects") or () if (match := _category(subject))]
    return PaperRecord(
        source="datacite",
        ids=PaperIds(arxiv_id=arxiv_id, doi=_published_doi(said)),
        title=_text(next((title.get("title") for title in said.get("titles") or ()), None)),
        authors=tuple(Author(name) for creator in said.get("creators") or () if (name := _name(creator))),
        abstract=_text(next((one.get("description") for one in _of_type(said, "descriptions", "Abstract")), None)),
        year=submitted[0].year if submitted else count(said.get("publicationYear")),
        arxiv_version=max((_version(date) for date in said.get("dates") or ()), default=0) or None,
        published_at=submitted[0] if submitted else None,
        updated_at=submitted[-1] if submitted else None,
        primary_category=categories[0] if categories else None,
        categories=tuple(dict.fromkeys(categories)),
    )


def _of_type(said: Mapping[str, Any], field: str, wanted: str) -> list[Mapping[str, Any]]:
    """The elements of `dates` or `descriptions` that have the type wanted."""
    kind = f"{field.removesuffix('s')}Type"
    return [one for one in said.get(field) or () if one.get(kind) == wanted]


def _version(date: Mapping[str, Any]) -> int:
    """The number in "v2" or "v2; None"; 0 where none is named."""
    match = re.match(r"v(\d+)", date.get("dateInformation") or "")
    return int(match[1]) if match else 0


def _category(subject: Mapping[str, Any]) -> re.Match[str] | None:
    return _CATEGORY.search(subject.get("subject") or "") if subject.get("subjectScheme") == "arXiv" else None


def _published_doi(said: Mapping[str, Any]) -> str | None:
    """The DOI of the published form."""
    for one in said.get("relatedIdentifiers") or ():
        if one.get("relationType") == "IsVersionOf" and one.get("relatedIdentifierType") == "DOI":
            doi = parse_doi(one.get("relatedIdentifier") or "")
            if doi and not parse_arxiv_id(doi):
                return doi
    return None


def _name(creator: Mapping[str, Any]) -> str | None:
    """A creator's name with the given name first; either half may be missing."""
    parts = [creator.get("givenName"), creator.get("familyName")]
    return _text(" ".join(part for part in parts if part) if all(parts) else creator.get("name"))


def _text(text: str | None) -> str | None:
    """Text on one line, its HTML entities decoded; None if there is none."""
    return one_line(html.unescape(text)) if text else None


def _instant(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _candidate(record: PaperRecord) -> Candidate:
    return Candidate(
        source="datacite",
        ids=record.ids,
        title=record.title or "",
        authors=tuple(author.name for author in record.authors),
        year=record.year,
        abstract=record.abstract,
    )
