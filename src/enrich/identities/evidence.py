"""What speaks for or against a paper beyond its title: authors, abstract, repository, year.

A mention and a candidate in, an `Evidence` out. What is not stated on both sides says nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from enrich.identifiers import parse_github_repo
from enrich.records import Candidate, Mention
from enrich.titles import fold_title

# Services respell names ("Edward J. Hu", "Hu, E.", "Yuxiong Wang"), so half of the listed surnames is agreement.
_AUTHORS_AGREE = 0.5
# Share of a listed abstract's word pairs that the offered one has; lists shorten abstracts but rarely rewrite them.
_ABSTRACT_AGREES = 0.6
_ABSTRACT_DIFFERS = 0.15
_LEAST_PAIRS = 12
_NO_NAME = re.compile(r"\bet\.? al\b\.?|\b(?:and )?others\b|[*†‡§¶0-9]", re.I)


@dataclass(frozen=True, slots=True)
class Evidence:
    """True speaks for the paper, False against it, None says nothing. `year_gap` is listed minus offered, in years."""

    authors: bool | None = None
    abstract: bool | None = None
    repository: bool | None = None
    year_gap: int | None = None

    @property
    def speaks_for(self) -> bool:
        """Whether anything beyond the title names this very paper."""
        return bool(self.abstract or self.authors) and self.authors is not False and self.abstract is not False

    def in_words(self) -> tuple[str, ...]:
        """The evidence as short notes, for people."""
        notes = [
            f"{name} {'agree' if name == 'authors' else 'agrees'}"
            if value
            else f"{name} differ{'' if name == 'authors' else 's'}"
            for name in ("authors", "abstract", "repository")
            if (value := getattr(self, name)) is not None
        ]
        if self.year_gap is not None:
            notes.append("same year" if not self.year_gap else f"listed {self.year_gap:+d} years")
        return tuple(notes)


def weigh(mention: Mention, candidate: Candidate) -> Evidence:
    """All evidence beyond the title."""
    year = mention.year or mention.heading_year
    return Evidence(
        compare_authors(mention.authors, candidate.authors),
        _compare_notes(mention, candidate),
        _compare_repositories(mention, candidate),
        year - candidate.year if year and candidate.year else None,
    )


def surname(name: str) -> str:
    """The folded surname of a person in any usual order: "Hu, Edward J." and "Edward J. Hu" give "hu"."""
    name = _NO_NAME.sub(" ", name).strip(" ,;.")
    family = name.split(",", 1)[0] if "," in name else name
    words = [word for word in fold_title(family).split() if word not in ("jr", "sr", "ii", "iii", "iv")]
    return words[-1] if words else ""


def compare_authors(listed: Sequence[str], offered: Sequence[str]) -> bool | None:
    """Whether the listed authors are among the offered ones; None if either side names none, or it can't be told."""
    ours = [found for name in listed if (found := surname(name))]
    if not ours:
        return None
    theirs = {word for name in offered for word in fold_title(name).split() if len(word) > 1}
    if not theirs:
        return None
    known = sum(name in theirs or _respelled(name, theirs) for name in ours)
    if known >= max(1, _AUTHORS_AGREE * len(ours)):
        return True
    return False if not known and len(ours) >= 2 else None


def _respelled(name: str, others: set[str]) -> bool:
    return len(name) >= 5 and any(OSA.distance(name, other, score_cutoff=1) <= 1 for other in others)


def compare_abstracts(listed: str | None, offered: str | None) -> bool | None:
    """Whether a listed abstract is (a part of) the offered one, by pairs of neighbouring words."""
    if not listed or not offered:
        return None
    ours, theirs = _pairs(listed), _pairs(offered)
    if len(ours) < _LEAST_PAIRS or len(theirs) < _LEAST_PAIRS:
        return None
    shared = len(ours & theirs) / min(len(ours), len(theirs))
    return True if shared >= _ABSTRACT_AGREES else False if shared < _ABSTRACT_DIFFERS and len(ours) > 40 else None


def _compare_notes(mention: Mention, candidate: Candidate) -> bool | None:
    """The abstract's word; a description may quote the abstract, but says nothing if it does not."""
    if mention.abstract:
        return compare_abstracts(mention.abstract, candidate.abstract)
    return compare_abstracts(mention.description, candidate.abstract) or None


def _pairs(text: str) -> set[tuple[str, str]]:
    words = fold_title(text).split()
    return set(itertools.pairwise(words))


def _compare_repositories(mention: Mention, candidate: Candidate) -> bool | None:
    stated = {name.lower() for name in candidate.repositories}
    linked = {repo.lower() for link in mention.links if (repo := parse_github_repo(link.url))}
    return True if stated & linked else None
