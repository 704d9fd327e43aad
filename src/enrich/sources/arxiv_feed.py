"""What a reply of arXiv's API is: a complete feed, or the reason why it is none. Pure.

In: the bytes of a reply. Out: the feed's entries, or an error of `errors.py`. arXiv throttles in disguise (429, 503,
406, 403, or status 200 with text instead of a feed) and fails in disguise (error entries, empty and short pages,
truncated XML, all with status 200): none of them is an answer. Rules: the API's own code
(github.com/arXiv/arxiv-search) and arXiv's user manual, as seen in 2026-11.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from lxml import etree

from enrich.errors import RequestRejected, SourceConfused, SourceUnreachable
from enrich.identifiers import parse_arxiv_id
from enrich.sources.exchange import Reply, Request, check_status, excerpt, retry_after, throttled

_NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "arxiv": "http://arxiv.org/schemas/atom",
    "opensearch": "http://a9.com/-/spec/opensearch/1.1/",
}
_REQUIRED = ("atom:id", "atom:title", "atom:updated", "atom:published")
_THROTTLED = (403, 406, 429, 503)
_BAD_ID = re.compile(r"incorrect id format", re.I)


@dataclass(frozen=True, slots=True)
class Feed:
    """A parsed feed: `total` is what the query found, `entries` what this page holds."""

    total: int
    entries: tuple[etree._Element, ...]


def inspect(request: Request, reply: Reply) -> None:
    """Let a complete feed pass; raise for everything else."""
    if reply.status in _THROTTLED:
        raise throttled(f"asked us to come back later (HTTP {reply.status})", retry_after(reply))
    if reply.status == 400:
        raise RequestRejected(f"rejected the request ({_error_text(reply.body) or excerpt(reply.text)})")
    check_status(reply)
    feed = parse_feed(reply)
    check_page(request, feed)


def parse_feed(reply: Reply) -> Feed:
    """The feed in a reply with status 200, by a strict parser."""
    root = _root(reply.body)
    if root is None:
        if reply.body.lstrip().startswith((b"<?xml", b"<feed")):
            raise SourceUnreachable("broke off its answer (truncated XML)")
        raise throttled(f"sent no feed but {excerpt(reply.text)!r}, as it does when it throttles", retry_after(reply))
    if words := _error_text(reply.body):
        raise (
            RequestRejected(f"rejected the request ({words})")
            if _BAD_ID.search(words)
            else SourceConfused(f"sent an error in place of an answer ({excerpt(words)})")
        )
    return _feed(root)


def check_page(request: Request, feed: Feed) -> None:
    """Refuse pages that hold fewer entries than they must, and entries that lack what every entry has."""
    asked = parse_qs(urlsplit(request.url).query)
    start, size = int(asked.get("start", ["0"])[0]), int(asked.get("max_results", ["10"])[0])
    due = min(size, max(0, feed.total - start))
    if len(feed.entries) < due:
        raise SourceConfused(f"sent {len(feed.entries)} entries where its own total promises {due}")
    wanted = set(request.items) if asked.get("id_list") else None
    for entry in feed.entries:
        if any(not (entry.findtext(name, namespaces=_NAMES) or "").strip() for name in _REQUIRED):
            raise SourceConfused("sent an entry without id, title or dates")
        arxiv_id = parse_arxiv_id(entry.findtext("atom:id", namespaces=_NAMES) or "")
        if arxiv_id is None or (wanted is not None and arxiv_id not in wanted):
            raise SourceConfused("sent an entry that was not asked for")


def kept_feed(body: bytes) -> Feed:
    """The feed of an answer, which was inspected when it came in."""
    root = _root(body)
    if root is None:
        raise SourceConfused("sent no feed")
    return _feed(root)


def dois_by_entry(body: bytes) -> dict[str, Sequence[str]]:
    """All DOIs that each entry states, by the entry's id; several may stand in one element."""
    return {
        (entry.findtext("atom:id", namespaces=_NAMES) or ""): [
            doi for element in entry.iterfind("arxiv:doi", _NAMES) for doi in (element.text or "").split()
        ]
        for entry in kept_feed(body).entries
    }


def _feed(root: etree._Element) -> Feed:
    total = root.findtext("opensearch:totalResults", namespaces=_NAMES)
    if total is None or not total.strip().isdigit():
        raise SourceConfused("sent a feed without a total")
    return Feed(int(total), tuple(root.iterfind("atom:entry", _NAMES)))


def _root(body: bytes) -> etree._Element | None:
    """The root of an Atom feed; None if the body is anything else, or not well formed to its end."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root if root.tag == f"{{{_NAMES['atom']}}}feed" else None


def _error_text(body: bytes) -> str | None:
    """The words of an error entry, whatever the status; None if there is none."""
    root = _root(body)
    if root is None:
        return None
    for entry in root.iterfind("atom:entry", _NAMES):
        entry_id = entry.findtext("atom:id", namespaces=_NAMES) or ""
        if "/api/errors" in entry_id or "/help/api/user-manual" in entry_id:
            return " ".join((entry.findtext("atom:summary", namespaces=_NAMES) or "an error without words").split())
    return None
