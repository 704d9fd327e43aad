"""What a reply of arXiv's OAI-PMH is: a page of changes, or the reason why it is none. Pure.

In: the bytes of a reply. Out: a `Page`, or an error of `errors.py`. The protocol answers errors with status 200, and
"nothing has changed" is one of them; arXiv throttles in disguise (status 200 with other text), which is no answer.
Rules: openarchives.org/OAI/openarchivesprotocol.html and info.arxiv.org/help/oa, as seen in 2026-11.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from lxml import etree

from enrich.errors import RequestRejected, ResumptionRejected, SourceConfused, SourceUnreachable
from enrich.identifiers import parse_arxiv_id
from enrich.sources.catalog_facts import Facts, person_name
from enrich.sources.exchange import Reply, Request, check_status, excerpt, one_line, retry_after, throttled

_NAMES = {"oai": "http://www.openarchives.org/OAI/2.0/", "arxiv": "http://arxiv.org/OAI/arXiv/"}
_THROTTLED = (403, 406, 429, 503)
_IDENTIFIER = "oai:arXiv.org:"
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
# Control characters that some abstracts carry and XML forbids, raw and as references; they never mean anything.
_FORBIDDEN = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:[xX]0*(?:[0-8bcefBCEF]|1[\da-fA-F])|0*(?:[0-8]|1[124-9]|2\d|3[01]));"
)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one paper: new `facts`, or None, if it was removed or says too little to be found."""

    arxiv_id: str
    facts: Facts | None
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of changes. `token` leads to the next one. `days` are the first and the last day of change among them."""

    answered_on: date
    changes: tuple[Change, ...] = ()
    token: str | None = None
    days: tuple[date, date] | None = None


def inspect(request: Request, reply: Reply) -> None:
    """Let a page pass; raise for everything else."""
    if reply.status in _THROTTLED:
        raise throttled(f"asked us to come back later (HTTP {reply.status})", retry_after(reply))
    check_status(reply)
    root = _root(reply.body)
    if root is None:
        if reply.body.lstrip().startswith((b"<?xml", b"<OAI-PMH")):
            raise SourceUnreachable("broke off its answer (truncated XML)")
        raise throttled(
            f"sent no page but {excerpt(reply.text)!r}, as arXiv does when it throttles", retry_after(reply)
        )
    _check_errors(root)
    _page(root)


def parse_page(body: bytes) -> Page:
    """The page in an answer, which was inspected when it came in."""
    root = _root(body)
    if root is None:
        raise SourceConfused("sent no page")
    return _page(root)


def _check_errors(root: etree._Element) -> None:
    for error in root.iterfind("oai:error", _NAMES):
        code, words = error.get("code", ""), excerpt(error.text or "")
        if code == "badResumptionToken":
            raise ResumptionRejected(f"no longer knows where its list was broken off ({words})")
        if code != "noRecordsMatch":
            raise RequestRejected(f"rejected the request ({code}: {words})")


def _page(root: etree._Element) -> Page:
    answered_on = _day(root.findtext("oai:responseDate", "", _NAMES))
    records = root.findall("oai:ListRecords/oai:record", _NAMES)
    if not records:
        if root.find("oai:error", _NAMES) is None:
            raise SourceConfused("sent a page without records")
        return Page(answered_on)
    days = [_day(record.findtext("oai:header/oai:datestamp", "", _NAMES)) for record in records]
    changes = tuple(change for record in records if (change := _change(record)))
    token = (root.findtext("oai:ListRecords/oai:resumptionToken", "", _NAMES) or "").strip()
    # arXiv hands its token out percent-encoded, and wants it back encoded once like any other argument.
    return Page(answered_on, changes, unquote(token) or None, (min(days), max(days)))


def _day(stamp: str) -> date:
    """The day in "2026-11-21" or "2026-11-21T09:00:00Z"."""
    if not _DATE.match(stamp.strip()):
        raise SourceConfused(f"sent a page with the date {excerpt(stamp)!r}")
    try:
        return date.fromisoformat(stamp.strip()[:10])
    except ValueError:
        raise SourceConfused(f"sent a page with the date {excerpt(stamp)!r}") from None


def _change(record: etree._Element) -> Change | None:
    """One record; None if it names no paper of arXiv's."""
    header = record.find("oai:header", _NAMES)
    name = record.findtext("oai:header/oai:identifier", "", _NAMES).strip()
    arxiv_id = parse_arxiv_id(name.removeprefix(_IDENTIFIER))
    if header is None or arxiv_id is None:
        return None
    if header.get("status") == "deleted":
        return Change(arxiv_id, None, removed=True)
    metadata = record.find("oai:metadata/arxiv:arXiv", _NAMES)
    return Change(arxiv_id, None if metadata is None else _facts(arxiv_id, metadata))


def _facts(arxiv_id: str, metadata: etree._Element) -> Facts | None:
    title = one_line(metadata.findtext("arxiv:title", "", _NAMES))
    if not title:
        return None
    categories = tuple(metadata.findtext("arxiv:categories", "", _NAMES).split())
    authors = (_author(author) for author in metadata.iterfind("arxiv:authors/arxiv:author", _NAMES))
    return Facts(
        arxiv_id=arxiv_id,
        title=title,
        authors=tuple(name for name in authors if name),
        published=metadata.findtext("arxiv:created", "", _NAMES).strip(),
        primary_category=categories[0] if categories else "",
        categories=categories,
        doi=(metadata.findtext("arxiv:doi", "", _NAMES).split() or [""])[0],
    )


def _author(author: etree._Element) -> str:
    last, first, suffix = (one_line(author.findtext(f"arxiv:{name}", "", _NAMES)) or "" for name in _AUTHOR)
    return person_name(last, first, suffix)


_AUTHOR = ("keyname", "forenames", "suffix")


def _root(body: bytes) -> etree._Element | None:
    """The root of an answer; None if the body is anything else, or not well formed to its end."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(_FORBIDDEN.sub(b"", body), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root if root.tag == f"{{{_NAMES['oai']}}}OAI-PMH" else None
