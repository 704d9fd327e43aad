"""Reads a text as a page and scores what was found against the truth. For the tests."""

from __future__ import annotations

import re
from collections import defaultdict

from enrich import mentions
from enrich.records import Document, DocumentKind, Extraction, MentionKind


def document(text: str) -> Document:
    return Document("page.txt", "page.txt", DocumentKind.TEXT, text, "", len(text))


def extract(text: str) -> Extraction:
    return mentions.extract(document(text))


def fold(title: str) -> str:
    return re.sub(r"\s+", " ", title).strip().rstrip(".").casefold()


def found_papers(text: str) -> list[tuple[int, str]]:
    return [(m.line, fold(m.title)) for m in extract(text).mentions if m.kind is MentionKind.PAPER]


def f1(truth: list[tuple[int, str]], found: list[tuple[int, str]]) -> float:
    """F1 of papers: the same folded title at most one line away."""
    pool: dict[str, list[int]] = defaultdict(list)
    for line, title in found:
        pool[title].append(line)
    hits = 0
    for line, title in truth:
        near = [at for at in pool[fold(title)] if abs(at - line) <= 1]
        if near:
            pool[fold(title)].remove(near[0])
            hits += 1
    return 2 * hits / (len(truth) + len(found)) if truth or found else 1.0
