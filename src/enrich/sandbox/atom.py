"""arXiv's Atom feeds, element by element in the order in which the API sends them. Strings in, a feed out.

Shape of answers recorded in 2026-04; the feed's id is the hash that arXiv itself takes of the query.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from enrich.sandbox.simulated import share
from enrich.sandbox.world import Paper

ATOM = "application/atom+xml; charset=utf-8"
OVERLOADED = (
    "The server encountered an internal error and was unable to complete your request. Either the server is overloaded "
    "or there is an error in the application."
)
_HEAD = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
"""
# Of a hundred recorded abstracts eleven were wrapped and four began with two blanks (2026-04).
_WRAPPED, _INDENTED = 0.11, 0.04


@dataclass(frozen=True, slots=True)
class Page:
    """What was asked, as the feed repeats it, and how much there is."""

    search_query: str
    id_list: str
    start: int
    max_results: int
    total: int
    at: datetime


def write_feed(page: Page, entries: Iterable[tuple[Paper, int]], withdrawn: frozenset[str] = frozenset()) -> str:
    """A feed of (paper, version) pairs. `withdrawn` are the names of papers to show as withdrawn."""
    asked = f"search_query={page.search_query}&id_list={page.id_list}"
    asked += f"&start={page.start}&max_results={page.max_results}"
    digest = base64.b64encode(hashlib.sha1(asked.encode(), usedforsecurity=False).digest()).decode()[:-1]
    link = f"https://arxiv.org/api/query?search_query={page.search_query}&start={page.start}"
    link += f"&max_results={page.max_results}&id_list={page.id_list}"
    return (
        f"{_HEAD}  <id>https://arxiv.org/api/{digest}</id>\n"
        f"  <title>{escape(f'arXiv Query: {asked}')}</title>\n"
        f"  <updated>{_instant(page.at)}</updated>\n"
        f'  <link href={quoteattr(link)} type="application/atom+xml"/>\n'
        f"{_counts(page.max_results, page.total, page.start)}"
        f"{''.join(_entry(paper, version, paper.name in withdrawn) for paper, version in entries)}</feed>\n"
    )


def error_feed(message: str, *, fragment: bool = False, entry_id: str | None = None, at: str = "") -> str:
    """A feed with one error entry. `fragment` puts the message into the entry's id, as for errors of parameters."""
    at = at or "2026-04-12T22:59:06Z"
    place = entry_id or "https://arxiv.org/api/errors" + (f"#{message.replace(' ', '_')}" if fragment else "")
    return (
        f"{_HEAD}  <id>https://arxiv.org/</id>\n  <title>arXiv Search Results</title>\n  <updated>{at}</updated>\n"
        f"{_counts(1, 1, 0)}"
        f"  <entry>\n    <id>{escape(place)}</id>\n    <title>Error</title>\n    <updated>{at}</updated>\n"
        f'    <link href={quoteattr(place)} rel="alternate" type="text/html"/>\n'
        f"    <summary>{escape(message)}</summary>\n"
        "    <author>\n      <name>arXiv api core</name>\n    </author>\n  </entry>\n</feed>\n"
    )


def _counts(size: int, total: int, start: int) -> str:
    return (
        f"  <opensearch:itemsPerPage>{size}</opensearch:itemsPerPage>\n"
        f"  <opensearch:totalResults>{total}</opensearch:totalResults>\n"
        f"  <opensearch:startIndex>{start}</opensearch:startIndex>\n"
    )


def _entry(paper: Paper, version: int, withdrawn: bool) -> str:
    name = f"{paper.arxiv_id}v{version}"
    categories = "".join(
        f'    <category term="{category}" scheme="http://arxiv.org/schemas/atom"/>\n' for category in paper.categories
    )
    return (
        f"  <entry>\n    <id>http://arxiv.org/abs/{name}</id>\n    <title>{escape(paper.title)}</title>\n"
        f"    <updated>{_instant(paper.submitted_at(version))}</updated>\n"
        f'    <link href="https://arxiv.org/abs/{name}" rel="alternate" type="text/html"/>\n'
        f'    <link href="https://arxiv.org/pdf/{name}" rel="related" type="application/pdf" title="pdf"/>\n'
        f"    <summary>{escape(_summary(paper))}</summary>\n{categories}"
        f"    <published>{_instant(paper.published_at)}</published>\n"
        f"{_comment(paper, withdrawn)}"
        f'    <arxiv:primary_category term="{paper.categories[0]}"/>\n'
        f"{''.join(_author(author) for author in paper.authors)}{_doi(paper)}  </entry>\n"
    )


def _summary(paper: Paper) -> str:
    text = paper.abstract or ""
    if text and share("indented", paper.name) < _INDENTED:
        text = f"  {text}"
    return text.replace(". ", ".\n", 1) if share("wrapped", paper.name) < _WRAPPED else text


def _comment(paper: Paper, withdrawn: bool) -> str:
    text = "This paper has been withdrawn by the authors" if withdrawn else paper.comment
    return f"    <arxiv:comment>{escape(text)}</arxiv:comment>\n" if text else ""


def _author(name: str) -> str:
    return f"    <author>\n      <name>{escape(name)}</name>\n    </author>\n"


def _doi(paper: Paper) -> str:
    if paper.doi is None:
        return ""
    link = quoteattr(f"https://doi.org/{paper.doi}")
    return f'    <arxiv:doi>{escape(paper.doi)}</arxiv:doi>\n    <link rel="related" href={link} title="doi"/>\n'


def _instant(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
