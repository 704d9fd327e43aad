"""What a plan takes for granted: how many of a document's titles arXiv has a paper for."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from enrich.identifiers import PaperIds
from enrich.pipeline import Inquiry
from enrich.planning import TOLD_BY_ARXIV, expected_on_arxiv
from enrich.records import Document, DocumentKind, Extraction, Identity, Mention, MentionKind, Outcome

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def document_of(name: str, count: int) -> tuple[Document, Extraction]:
    """A document that lists so many papers."""
    document = Document(name, name, DocumentKind.TEXT, "", "", 0)
    mentions = tuple(
        Mention(mention_id=f"{name}-{n}", document_id=name, line=n, kind=MentionKind.PAPER, title=f"Moss {name} {n}")
        for n in range(1, count + 1)
    )
    return document, Extraction(name, None, mentions, ())


def known_of(document: tuple[Document, Extraction], count: int) -> dict[str, Identity]:
    """Its first so many papers, matched on arXiv."""
    return {
        mention.mention_id: Identity(
            title=mention.title,
            outcome=Outcome.MATCHED,
            reason="same_title",
            ids=PaperIds(arxiv_id="2401.00001"),
            decided_at=NOW,
        )
        for mention in document[1].mentions[:count]
    }


def expected(*documents: tuple[Document, Extraction], found: dict[str, Identity], missed: set[str]) -> list[str]:
    return list(expected_on_arxiv(Inquiry(documents, (), {}, {}, None, NOW), found, missed))


@pytest.mark.parametrize(("known", "told"), [(0, 87), (50, 37), (87, 0), (95, 0)])
def test_what_is_known_is_part_of_what_arxiv_tells(known: int, told: int) -> None:
    document = document_of("a", 100)
    titles = expected(document, found=known_of(document, known), missed=set())
    assert len(titles) == len(set(titles)) == told
    assert not set(titles) & {mention.title for mention in document[1].mentions[:known]}


def test_a_new_document_is_not_judged_by_the_others() -> None:
    old, new = document_of("old", 300), document_of("new", 100)
    titles = expected(old, new, found=known_of(old, 300), missed=set())
    assert len(titles) == round(100 * TOLD_BY_ARXIV)


def test_what_nobody_knew_the_last_time_is_not_expected() -> None:
    document = document_of("a", 100)
    missed = {mention.title for mention in document[1].mentions[90:]}
    titles = expected(document, found=known_of(document, 80), missed=missed)
    assert not set(titles) & missed
    assert len(titles) == 0  # 80 of the 90 others are more than arXiv usually tells


def test_expected_titles_are_spread_over_the_document() -> None:
    document = document_of("a", 40)
    places = [int(title.rsplit(" ", 1)[1]) for title in expected(document, found={}, missed=set())]
    assert max(after - before for before, after in pairwise([0, *places, 41])) <= 2
