"""How titles walk the services: what the catalog is asked, and that shards change nothing."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime

import pytest

from enrich.records import Outcome
from enrich.shards import mention_of
from enrich.sources.catalog import starter_catalog
from enrich.walks import match_with_catalog

NOW = datetime(2026, 1, 1, tzinfo=UTC)
TITLES = (
    "LoRA: Low-Rank Adaptation of Large Language Models",
    "Nobody Knows of This Paper",
    "lora: low rank adaptation of large language model",
    "LoRA: Low-Rank Adaptation of Large Language Models",
)


def test_match_with_catalog_tells_offers_and_identity_of_each_mention_in_order() -> None:
    mentions = [mention_of(title, place) for place, title in enumerate(TITLES)]
    told = match_with_catalog([(each, None) for each in mentions], starter_catalog(), NOW)
    lookup, known, unknown = told[0].lookup, told[0].identity, told[1].identity
    assert (known.outcome, known.ids.arxiv_id) == (Outcome.MATCHED, "2106.09685")
    assert lookup.value and lookup.value[0].ids.arxiv_id == "2106.09685"
    assert (unknown.outcome, unknown.title) == (Outcome.UNRESOLVED, TITLES[1])


@pytest.mark.parametrize("cut", range(len(TITLES) + 1))
def test_match_with_catalog_tells_the_same_wherever_mentions_are_cut(cut: int) -> None:
    asked = [(mention_of(title, place), None) for place, title in enumerate(TITLES)]
    whole = match_with_catalog(asked, starter_catalog(), NOW)
    packed = [pickle.dumps((match_with_catalog, part, starter_catalog(), NOW)) for part in (asked[:cut], asked[cut:])]
    parts = [function(*arguments) for function, *arguments in map(pickle.loads, packed)]
    assert [each for part in parts for each in part] == whole
