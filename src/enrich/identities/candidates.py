"""Brings together what several sources offer for one title: candidates that are the same paper become one. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from enrich.identities.evidence import compare_authors
from enrich.records import Candidate
from enrich.titles import fold_title, join_words

# A preprint and its published form are seldom further apart (years).
_PREPRINT_TO_PRINT = 3
# Words that a title needs for a preprint and a publication without named authors to count as one.
_TELLING_WORDS = 5


def merge_candidates(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate a paper, in order of first appearance; the first source's words win, gaps are filled."""
    merged: list[Candidate] = []
    for candidate in candidates:
        place = next((i for i, known in enumerate(merged) if _are_one(known, candidate)), None)
        if place is None:
            merged.append(candidate)
        else:
            merged[place] = _merge(merged[place], candidate)
    return merged


def _merge(first: Candidate, other: Candidate) -> Candidate:
    return dataclasses.replace(
        first,
        ids=first.ids.merged(other.ids),
        authors=max(first.authors, other.authors, key=len),
        year=first.year or other.year,
        venue=first.venue or other.venue,
        abstract=first.abstract or other.abstract,
        repositories=first.repositories or other.repositories,
    )


def _are_one(candidate: Candidate, other: Candidate) -> bool:
    if candidate.ids.same_paper(other.ids):
        return True
    if candidate.source == other.source or _both_differ(candidate, other):
        return False
    return join_words(fold_title(candidate.title)) == join_words(fold_title(other.title)) and _written_alike(
        candidate, other
    )


def _both_differ(candidate: Candidate, other: Candidate) -> bool:
    """Whether both name an arXiv id: then they are two papers, for sameness was ruled out."""
    return candidate.ids.arxiv_id is not None and other.ids.arxiv_id is not None


def _written_alike(candidate: Candidate, other: Candidate) -> bool:
    """Whether authors, or else year and length of the title, allow two records of one title to be one paper."""
    agree = compare_authors(candidate.authors, other.authors)
    if agree is not None:
        return agree
    if candidate.year and other.year and abs(candidate.year - other.year) > _PREPRINT_TO_PRINT:
        return False
    return len(fold_title(candidate.title).split()) >= _TELLING_WORDS
