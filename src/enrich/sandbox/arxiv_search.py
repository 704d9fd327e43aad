"""Which papers arXiv's index finds for an id list, a search expression, or both. Pure, over the world.

Phrases on titles are matched as the index's English field does it (no stop words, plurals folded). A phrase without a
single word finds everything, as it does there. Ids are compared letter by letter; order is the index's, never the
request's.
"""

from __future__ import annotations

import calendar
import fnmatch
import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from enrich.sandbox.analysis import Token, english_tokens, has_phrase, has_words, words
from enrich.sandbox.queries import Term, parse_query
from enrich.sandbox.world import Paper, World

_FIELDS = {name: name for name in ("ti", "au", "abs", "co", "jr", "cat", "rn", "id", "all", "doi", "submittedDate")}
_FIELDS |= {"title": "ti", "lastUpdatedDate": "submittedDate"}
Found = list[tuple[Paper, int]]


class Unsearchable(Exception):
    """The index itself fails on this expression (HTTP 500)."""


def find_papers(world: World, search_query: str, ids: Sequence[str] | None) -> tuple[Found, str]:
    """(paper, version) pairs, best first, and the expression as arXiv normalises it.

    Raises InvalidQuery (queries) and Unsearchable.
    """
    found = _by_ids(world, ids) if ids is not None else [(paper, paper.version) for paper in world.by_arxiv_id.values()]
    found.sort(key=lambda pair: pair[0].published_at)
    if not search_query:
        return found, ""
    query = parse_query(search_query, _FIELDS, "all")
    scored = [(query.score(functools.partial(_score, paper)), paper, number) for paper, number in found]
    scored = [entry for entry in scored if entry[0] > 0]
    scored.sort(key=lambda entry: -entry[0])
    return [(paper, number) for _, paper, number in scored], query.normal


def _by_ids(world: World, ids: Iterable[str]) -> Found:
    found: dict[tuple[str, int], tuple[Paper, int]] = {}
    for name in ids:
        base, _, version = name.partition("v") if re.search(r"v\d+$", name) else (name, "", "")
        paper = world.by_arxiv_id.get(base)
        if paper is not None and (not version or 1 <= int(version) <= paper.version):
            number = int(version) if version else paper.version
            found[base, number] = (paper, number)
    return list(found.values())


def _score(paper: Paper, term: Term) -> float:
    """How well one term fits one paper; 0 is "not"."""
    if term.quoted and not term.text.strip() and term.field != "submittedDate":
        return 1.0
    if not term.quoted and term.text[0] in "*?" and term.field != "cat":
        raise Unsearchable(term.text)
    if term.field == "all":
        return sum(
            _score(paper, Term(field, term.text, term.quoted)) for field in ("ti", "au", "abs", "co", "cat", "id")
        )
    return _BY_FIELD[term.field](term, paper)


def _title(term: Term, paper: Paper) -> float:
    return _text(term, paper.tokens) * 2


def _text(term: Term, tokens: Sequence[Token]) -> float:
    if not term.quoted and re.search(r"[*?]", term.text.rstrip("?")):
        return float(any(fnmatch.fnmatchcase(token.word, term.text.lower()) for token in tokens))
    wanted = english_tokens(term.text)
    fits = has_phrase(tokens, wanted) if term.quoted else has_words(tokens, wanted)
    return len(wanted) / (1 + 0.01 * len(tokens)) if fits else 0.0


def _authors(term: Term, paper: Paper) -> float:
    wanted = set(words(term.text.replace("_", " ")))
    return float(any(wanted and wanted <= set(words(name)) for name in paper.authors))


def _category(term: Term, paper: Paper) -> float:
    return float(any(fnmatch.fnmatchcase(category, term.text) for category in paper.categories))


def _submitted(term: Term, paper: Paper) -> float:
    if not term.quoted:
        raise Unsearchable(term.text)
    first, _, last = term.text.partition(" TO ")
    return float(_filled(first) <= paper.published_at <= _filled(last or first, last=True))


def _filled(digits: str, *, last: bool = False) -> datetime:
    """A partial date (YYYY, YYYYMM ... YYYYMMDDhhmm) as the first or the last instant that it may mean."""
    parts = [int(part) for part in re.findall(r"^\d{4}|\d{2}", digits.strip())]
    try:
        year, month, day, hour, minute = (*parts, *((12, 31, 23, 59) if last else (1, 1, 0, 0))[len(parts) - 1 :])
        day = min(day, calendar.monthrange(year, month)[1])
        return datetime(year, month, day, hour, minute, 59 if last else 0, tzinfo=UTC)
    except ValueError:
        raise Unsearchable(digits) from None


_BY_FIELD: Mapping[str, Callable[[Term, Paper], float]] = {
    "ti": _title,
    "au": _authors,
    "abs": lambda term, paper: _text(term, paper.abstract_tokens),
    "co": lambda term, paper: _text(term, english_tokens(paper.comment or "")),
    "jr": lambda term, paper: 0.0,
    "rn": lambda term, paper: 0.0,
    "cat": _category,
    "id": lambda term, paper: float(term.text == paper.arxiv_id),
    "doi": lambda term, paper: float(term.text.lower() == (paper.doi or "").lower()),
    "submittedDate": _submitted,
}
