"""How Semantic Scholar finds papers: by any of its ids, by the closest title, by words. Pure, over the world and a day.

The closest title is always answered unless not a single word is shared; whether it is the paper that was meant is not
this service's concern. Scores are on no fixed scale and drift from day to day.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from datetime import date
from functools import cached_property
from urllib.parse import unquote

from enrich.sandbox.analysis import STOP_WORDS, words
from enrich.sandbox.s2_papers import spelt_title
from enrich.sandbox.simulated import share
from enrich.sandbox.world import Paper, World

_URL_HOSTS = re.compile(
    r"https?://(?:www\.)?(?:arxiv\.org/(?:abs|pdf)/|semanticscholar\.org/(?:paper|reader)/)(.+)", re.I
)
_OPERATORS = re.compile(r'"[^"]*"|[+|\-()]|[^\s"+|()-]+')


class S2Index:
    """Look-ups over a world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.papers = world.papers
        self._by_s2: dict[date, dict[str | int, Paper]] = {}

    def by_id(self, given: str, day: date) -> Paper | None:
        """The paper of an id in any of the service's forms; the case of prefixes and DOIs doesn't matter."""
        prefix, colon, rest = given.partition(":")
        if not colon or prefix.startswith("10."):
            return self._bare(given, day)
        find = {"corpusid": self._corpus, "url": self._url}.get(prefix.lower())
        if find:
            return find(rest, day)
        if prefix.lower() == "arxiv":
            return self._world.by_arxiv_id.get(rest)
        if prefix.lower() == "doi":
            return self._doi(rest)
        return self._by_acl.get(rest.lower()) if prefix.lower() == "acl" else None

    def _bare(self, given: str, day: date) -> Paper | None:
        return self._doi(given) if given.startswith("10.") else self._ids_of(day).get(given.lower())

    def _doi(self, doi: str) -> Paper | None:
        arxiv = re.fullmatch(r"10\.48550/arxiv\.(.+)", doi, re.I)
        return self._world.by_arxiv_id.get(arxiv[1]) if arxiv else self._world.by_doi.get(doi.lower())

    def _corpus(self, digits: str, day: date) -> Paper | None:
        return self._ids_of(day).get(int(digits)) if digits.isdigit() else None

    def _url(self, url: str, day: date) -> Paper | None:
        match = _URL_HOSTS.fullmatch(unquote(url))
        if match is None:
            return None
        last = match[1].rstrip("/").rsplit("/", 1)[-1].removesuffix(".pdf")
        return self._ids_of(day).get(last) or self._world.by_arxiv_id.get(re.sub(r"v\d+$", "", last))

    def _ids_of(self, day: date) -> dict[str | int, Paper]:
        if day not in self._by_s2:
            pairs = ((paper, ids) for paper in self._world.papers for ids in paper.all_s2_ids(day))
            self._by_s2 = {day: {name: paper for paper, ids in pairs for name in ids}}
        return self._by_s2[day]

    @cached_property
    def _by_acl(self) -> dict[str, Paper]:
        return {paper.acl_id.lower(): paper for paper in self._world.papers if paper.acl_id}

    @cached_property
    def _title_words(self) -> list[tuple[Paper, frozenset[str]]]:
        return [(paper, frozenset(words(spelt_title(paper)))) for paper in self._world.papers]

    @cached_property
    def _weights(self) -> dict[str, float]:
        """Rare words weigh more."""
        seen = Counter(word for _, there in self._title_words for word in there)
        weights = {word: math.log(1 + len(self._title_words) / count) for word, count in seen.items()}
        return {word: weight * (0.1 if word in STOP_WORDS else 1.0) for word, weight in weights.items()}

    def closest(self, title: str, day: date, allowed: frozenset[Paper]) -> tuple[Paper, float] | None:
        """The allowed paper whose title shares most words with `title`, and its score; None if none shares one."""
        asked = set(words(title))
        best: tuple[Paper, float] | None = None
        for paper, there in self._title_words:
            shared = sum(self._weights[word] for word in asked & there)
            score = shared - 0.15 * len(there - asked)
            if shared and paper in allowed and (best is None or score > best[1]):
                best = (paper, score)
        if best is None:
            return None
        return best[0], round(best[1] * (5.5 + share("drift", day.isoformat())), 5)

    def with_words(self, text: str) -> list[Paper]:
        """Papers whose titles have all the words, best first. A word with a hyphen finds nothing, as in the service."""
        asked = text.lower().split()
        if any("-" in word.strip("-") for word in asked):
            return []
        wanted = set(words(text)) - STOP_WORDS
        found = [(len(there), paper.name, paper) for paper, there in self._title_words if wanted and wanted <= there]
        return [paper for _, _, paper in sorted(found, key=lambda entry: entry[:2])]

    def bulk(self, text: str) -> list[Paper]:
        """Papers for the boolean syntax: words are joined by AND, `|` is OR, `-` excludes, quotes make phrases."""
        groups: list[tuple[list[list[str]], list[list[str]]]] = [([], [])]
        exclude = False
        for piece in _OPERATORS.findall(text.lower()):
            if piece == "|":
                groups.append(([], []))
            elif piece == "-":
                exclude = True
            elif piece not in "+()":
                groups[-1][exclude].append(words(piece.rstrip("*")))
                exclude = False
        return [paper for paper in self.papers if any(_fits(paper, *group) for group in groups)]


def _fits(paper: Paper, wanted: list[list[str]], excluded: list[list[str]]) -> bool:
    text = f" {' '.join(words(spelt_title(paper)))} "

    def there(phrase: list[str]) -> bool:
        return f" {' '.join(phrase)} " in text

    return bool(wanted) and all(map(there, wanted)) and not any(map(there, excluded))
