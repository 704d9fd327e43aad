"""A small archive that speaks OAI-PMH as arXiv does: pages of two records, stateless tokens, days as dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, urlencode
from xml.sax.saxutils import escape

import httpx

URL = "https://oai.test/oai"
PAGE = 2


def paper(arxiv_id: str, title: str, created: str = "2021-01-05", **more: str) -> str:
    """The metadata of a paper."""
    fields = {"id": arxiv_id, "created": created, **more}
    body = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields.items())
    authors = "<authors><author><keyname>Moon</keyname><forenames>Ada</forenames><suffix>Jr</suffix></author></authors>"
    return (
        f'<arXiv xmlns="http://arxiv.org/OAI/arXiv/">{body}{authors}<title>{escape(title)}</title>'
        "<categories>math.MG cs.CG</categories><abstract>  Words.\n</abstract></arXiv>"
    )


def document(body: str, day: str = "2026-11-21") -> bytes:
    """An answer of the protocol."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
        f"<responseDate>{day}T09:00:00Z</responseDate><request>http://oai.test</request>{body}</OAI-PMH>"
    ).encode()


def error(code: str) -> bytes:
    """An error of the protocol."""
    return document(f'<error code="{code}">words</error>')


@dataclass
class Archive:
    """Records by id with their day of change; `faults` by the number of the request that meets them."""

    records: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    faults: dict[int, Callable[[httpx.Request], httpx.Response]] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    today: str = "2026-11-21"

    def put(self, arxiv_id: str, title: str, day: str, **more: str) -> None:
        """A paper that is new or has changed."""
        self.records[arxiv_id] = (day, paper(arxiv_id, title, **more))

    def remove(self, arxiv_id: str, day: str) -> None:
        """A paper that was taken away."""
        self.records[arxiv_id] = (day, None)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        words = dict(request.url.params)
        self.asked.append(words)
        if fault := self.faults.pop(len(self.asked), None):
            return fault(request)
        return httpx.Response(200, content=self.answer(words))

    def answer(self, words: dict[str, str]) -> bytes:
        """The page that `words` ask for."""
        place = dict(parse_qsl(words["resumptionToken"])) if "resumptionToken" in words else words
        since, skip = place.get("from", ""), int(place.get("skip", 0))
        listed = sorted((day, name, body) for name, (day, body) in self.records.items() if day >= since)
        if not listed:
            return error("noRecordsMatch")
        token = ""
        if skip + PAGE < len(listed):
            more = urlencode({"verb": "ListRecords", "from": since, "skip": skip + PAGE})
            token = f"<resumptionToken expirationDate='2026-11-22T00:00:00Z'>{quote(more, safe='')}</resumptionToken>"
        body = "".join(_record(*one) for one in listed[skip : skip + PAGE])
        return document(f"<ListRecords>{body}{token}</ListRecords>", self.today)


def _record(day: str, name: str, metadata: str | None) -> str:
    status = "" if metadata else ' status="deleted"'
    header = f"<header{status}><identifier>oai:arXiv.org:{name}</identifier><datestamp>{day}</datestamp></header>"
    return f"<record>{header}{f'<metadata>{metadata}</metadata>' if metadata else ''}</record>"
