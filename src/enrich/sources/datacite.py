"""DataCite, which registers a DOI for every arXiv paper: the stand-in for arXiv's metadata while arXiv is down.

In: arXiv ids (without version) or titles. Out: a `Lookup` of a `PaperRecord`, or of candidates, all of source
`datacite`. Comments and journal references are not to be had here, citation counts are useless. Rules:
support.datacite.org/docs/api and captures of 2026.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from enrich.errors import RequestRejected, SourceConfused
from enrich.identifiers import PaperIds, parse_arxiv_id, parse_doi
from enrich.records import Author, PaperRecord
from enrich.sources.exchange import Answer, Reply, Request, Service, check_status, count, excerpt, one_line
from enrich.sources.lookups import Desk, MaxAge
from enrich.sources.preprints import PAGE_SIZE, Page, Preprints

IDS_PER_REQUEST = 50
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


class DataCite(Preprints):
    """The source `datacite`."""

    name = "datacite"

    def __init__(self, desk: Desk, address: str, max_age: MaxAge, *, known: bool) -> None:
        super().__init__(desk, service(address, known=known), max_age, ids_per_request=IDS_PER_REQUEST)

    async def _ask_ids(self, ids: Sequence[str]) -> Answer:
        dois = " OR ".join(f'"10.48550/arxiv.{arxiv_id}"' for arxiv_id in ids)
        return await self._ask("papers", ids, f"doi:({dois})", len(ids))

    async def _search(self, kind: str, items: Sequence[str], query: str) -> Answer:
        return await self._ask(kind, items, query, PAGE_SIZE)

    def _phrase_term(self, words: str) -> str:
        return f'titles.title:"{words.lower()}"'

    def _words_term(self, words: Sequence[str]) -> str:
        return f"titles.title:({' AND '.join(words)})"

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

    @staticmethod
    def read_page(answer: Answer) -> Page:
        """The records of a list."""
        said = answer.json()
        records = tuple(record for row in said["data"] if (record := _readable(row)))
        return Page(records, complete=said["meta"]["total"] <= len(records))


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
