"""Shards of titles: however a list is cut, and wherever a shard goes, the identities are the same."""

from __future__ import annotations

import functools
import itertools
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enrich.errors import CatalogError
from enrich.records import Identity, Outcome
from enrich.shards import SHARD, map_titles, resolve_shard
from enrich.sources.catalog_build import Origin, build_index
from enrich.sources.catalog_facts import Facts, read_starter

NOW = datetime(2026, 11, 21, tzinfo=UTC)
TITLES = [
    *(facts.title for facts in read_starter()),
    *(facts.title.upper().replace(" the ", " ") for facts in read_starter()),
    "",
    "A Title That Nobody Wrote About Anything",
]


def identities(cuts: list[int], catalog: Path | None = None) -> list[Identity]:
    ends = [0, *sorted(cuts), len(TITLES)]
    shards = [TITLES[start:end] for start, end in itertools.pairwise(ends)]
    return [identity for shard in shards for identity in resolve_shard(shard, catalog, NOW)]


WHOLE = identities([])
by_the_catalog = functools.partial(resolve_shard, catalog=None, now=NOW)


@settings(deadline=None, max_examples=20)
@given(st.lists(st.integers(0, len(TITLES)), max_size=6))
def test_identities_do_not_depend_on_where_the_list_is_cut(cuts: list[int]) -> None:
    assert identities(cuts) == WHOLE


def test_a_shard_answers_every_title_in_order_blank_ones_too() -> None:
    assert len(WHOLE) == len(TITLES)
    assert [identity.title for identity in WHOLE] == [title.strip() for title in TITLES]
    assert (WHOLE[-2].outcome, WHOLE[-2].reason) == (Outcome.UNRESOLVED, "no_title")
    assert (WHOLE[-1].outcome, WHOLE[-1].reason) == (Outcome.UNRESOLVED, "not_asked")


def test_other_processes_give_the_same_identities(tmp_path: Path) -> None:
    path = tmp_path / "titles"
    build_index(read_starter(), path, Origin("here", lambda: "2026-11-21T00:00:00+00:00"))
    middle = len(TITLES) // 2
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        shards = pool.map(resolve_shard, [TITLES[:middle], TITLES[middle:]], [path, path], [NOW, NOW])
        assert [identity for shard in shards for identity in shard] == WHOLE


def test_an_index_that_took_the_place_of_another_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "titles"
    for name in ("Moons", "Planets"):
        build_index([Facts("2101.00001", f"Tidal Locking of {name}")], path, Origin("x", NOW.isoformat))
        assert resolve_shard([f"Tidal Locking of {name}"], path, NOW)[0].ids.arxiv_id == "2101.00001"


def test_an_index_that_is_not_there_is_no_empty_one(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="same file"):
        resolve_shard(["Tidal Locking of Moons"], tmp_path / "elsewhere", NOW)


def many(count: int) -> Iterator[str]:
    return itertools.islice(itertools.cycle(TITLES), count)


@pytest.mark.slow
def test_any_number_of_titles_is_answered_in_order_by_several_processes() -> None:
    count = 6 * SHARD + 7
    assert list(map_titles(by_the_catalog, many(count), processes=2)) == list(
        itertools.islice(itertools.cycle(WHOLE), count)
    )


@pytest.mark.parametrize(("processes", "ahead"), [(1, 5), pytest.param(2, 11, marks=pytest.mark.slow)])
def test_titles_are_taken_only_as_fast_as_identities(processes: int, ahead: int) -> None:
    taken = itertools.count()
    endless = (title for title in itertools.cycle(TITLES) if next(taken) >= 0)
    identities = map_titles(by_the_catalog, endless, processes=processes)
    assert [next(identities) for _ in TITLES] == WHOLE
    assert next(taken) <= ahead * SHARD
    identities.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


@pytest.mark.slow
def test_a_process_that_is_killed_is_told_in_a_sentence() -> None:
    identities = map_titles(by_the_catalog, itertools.cycle(TITLES), processes=2)
    next(identities)
    multiprocessing.active_children()[0].kill()
    with pytest.raises(CatalogError, match="was killed"):
        for _ in identities:
            pass
