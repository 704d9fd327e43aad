"""The titles that nobody could match, as a table for a person to decide: published rows in, CSV text out. Pure.

One row a title: what the document says, the nearest papers with their ids, and where to look further. Whoever knows
the paper writes its id into the column `paper` (or `none`); `judgements.parse_decisions` reads that back.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote_plus

from enrich.cells import as_cell
from enrich.identities.reasons import EXPLANATIONS, Reason
from enrich.records import Considered, Outcome
from enrich.schema import IdentityRow, MentionRow

_CANDIDATES = ("candidate_1", "candidate_2", "candidate_3")
_SEARCHES = {
    "search_arxiv": "https://arxiv.org/search/?searchtype=all&query=",
    "search_semantic_scholar": "https://www.semanticscholar.org/search?q=",
}
COLUMNS = (
    "title",
    "paper",
    "note",
    "outcome",
    "meaning",
    *_CANDIDATES,
    "authors",
    "year",
    "links",
    "listed_in",
    *_SEARCHES,
)
# A person's time goes first to what may well be one of the papers beside it.
_ORDER = (Outcome.UNRESOLVED, Outcome.NOT_FOUND)


def open_cases(identities: Iterable[IdentityRow]) -> list[IdentityRow]:
    """The titles without a paper that nobody has decided about, those with likely papers first."""
    cases = [row for row in identities if row.outcome in _ORDER and row.reason != Reason.JUDGEMENT]
    return sorted(cases, key=lambda row: (_ORDER.index(Outcome(row.outcome)), -(row.score or 0.0), row.title))


def review_records(cases: Iterable[IdentityRow], mentions: Sequence[MentionRow]) -> Iterator[dict[str, str]]:
    """A record a case, with all of COLUMNS; those for the decision are empty."""
    listed: dict[str, list[MentionRow]] = {}
    for mention in mentions:
        for title in {mention.title, mention.paper_title} - {None}:
            listed.setdefault(title or "", []).append(mention)
    for row in cases:
        record = _record(row, listed.get(row.title, []))
        yield {name: record.get(name, "") for name in COLUMNS}


def write_review(cases: Iterable[IdentityRow], mentions: Sequence[MentionRow]) -> str:
    """The cases as CSV, a row each."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(as_cell, record.values()) for record in review_records(cases, mentions))
    return text.getvalue()


def _record(row: IdentityRow, mentions: Sequence[MentionRow]) -> dict[str, str]:
    nearest = zip(_CANDIDATES, map(in_words, row.considered), strict=False)
    searches = {name: address + quote_plus(row.title) for name, address in _SEARCHES.items()}
    return {
        "title": row.title,
        "outcome": row.outcome,
        "meaning": EXPLANATIONS[Reason(row.reason)],
        "authors": "; ".join(next((mention.authors for mention in mentions if mention.authors), ())),
        "year": str(next((mention.year for mention in mentions if mention.year), "")),
        "links": " ".join(dict.fromkeys(link.url for mention in mentions for link in mention.links)),
        "listed_in": "; ".join(f"{mention.document_id}:{mention.line}" for mention in mentions),
        **dict(nearest),
        **searches,
    }


def in_words(paper: Considered) -> str:
    """A paper with its id in front, ready to be copied, and why it was not taken: for a person to read."""
    who = ", ".join(filter(None, (paper.first_author, str(paper.year or ""))))
    return (
        f"{paper.paper_id or 'no id'} | {paper.title} | {who} | {paper.score:.2f} {paper.reason}, from {paper.source}"
    )
