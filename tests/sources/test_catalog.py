"""The local catalog as a source: what it offers, what it says about ids, and that its file is whole or is not read."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime
from pathlib import Path

import pytest

from enrich.errors import CatalogError
from enrich.records import Status
from enrich.settings import read_settings
from enrich.sources.catalog import Catalog, catalog_at, open_catalog, starter_catalog
from enrich.sources.catalog_build import Origin, build_index, index_in_memory
from enrich.sources.catalog_facts import Facts, read_starter
from enrich.sources.catalog_index import open_index

DATE = "2026-01-02T00:00:00+00:00"
PAPERS = [
    Facts("2101.00001", "Tidal Locking of Moons: A Review", ("Ada Moon",), True, "2021-01-05", "astro-ph.EP"),
    Facts("2101.00002", "Tidal Locking of Planets", ("Bo Star", "Cy Sun"), False, "2021-01"),
    Facts(
        "2101.00003", "Convex Bodies and Their Shadows", (), True, "", "math.MG", ("math.MG",), "10.1000/X", ("a/b",)
    ),
]


def catalog_of(papers: list[Facts]) -> Catalog:
    return Catalog(index_in_memory(papers, Origin("a test", lambda: DATE)))


async def offered(title: str, papers: list[Facts] = PAPERS) -> list[str]:
    lookup = (await catalog_of(papers).find_candidates([title]))[title]
    return [candidate.ids.arxiv_id or "" for candidate in lookup.value or ()]


@pytest.mark.parametrize(
    "title",
    [
        "TIDAL LOCKING OF MOONS: A REVIEW",
        "Tidal locking of moons",
        "Tidal-Locking of Moons - a Review",
        "Tidl Lockng of Moons: A Review",
        "Tidal Locking of Moons: A Review (Icarus 2021)",
    ],
)
async def test_find_candidates_offers_the_paper_for_any_spelling(title: str) -> None:
    assert (await offered(title))[0] == "2101.00001"


async def test_find_candidates_offers_all_papers_of_one_title() -> None:
    twins = [
        Facts("2101.00001", "On Growth"),
        Facts("2101.00002", "On growth"),
        Facts("2101.00003", "Of Growth and Form"),
    ]
    assert await offered("On Growth", twins) == ["2101.00001", "2101.00002"]


async def test_find_candidates_says_not_found_of_a_title_that_is_like_none() -> None:
    lookup = (await catalog_of(PAPERS).find_candidates(["Bread Baking at Home"]))["Bread Baking at Home"]
    assert (lookup.status, lookup.value) == (Status.NOT_FOUND, None)
    assert lookup.observed_at == datetime(2026, 1, 2, tzinfo=UTC)


async def test_fetch_gives_what_is_known_and_leaves_the_rest_open() -> None:
    answers = await catalog_of(PAPERS).fetch(["2101.00001", "2101.00002", "2101.00003", "2101.00009"])
    first, second, third = (answers[f"2101.0000{n}"].value for n in (1, 2, 3))
    assert first and second and third
    assert first.published_at == datetime(2021, 1, 5, tzinfo=UTC)
    assert (second.published_at, second.year, second.authors_complete) == (None, 2021, False)
    assert (third.year, third.ids.doi, third.repositories, third.categories) == (
        2021,
        "10.1000/x",
        ("a/b",),
        ("math.MG",),
    )
    assert answers["2101.00009"].status is Status.NOT_FOUND


async def test_a_year_that_is_not_stated_is_told_by_the_arxiv_id() -> None:
    papers = [Facts("hep-th/9901001", "Strings"), Facts("math/0301001", "Knots"), Facts("1501.00001", "Plasmas")]
    answers = await catalog_of(papers).fetch([paper.arxiv_id for paper in papers])
    assert [lookup.value and lookup.value.year for lookup in answers.values()] == [1999, 2003, 2015]


async def test_open_catalog_falls_back_to_the_papers_that_are_shipped(tmp_path: Path) -> None:
    assert open_catalog(read_settings(catalog=tmp_path / "none")) is starter_catalog()


async def test_open_catalog_prefers_the_index_that_was_built(tmp_path: Path) -> None:
    build_index(PAPERS, tmp_path / "titles", Origin("here", lambda: DATE))
    assert open_catalog(read_settings(catalog=tmp_path / "titles")).info.titles == len(PAPERS)


async def test_shipped_papers_are_found_by_their_own_titles() -> None:
    titles = {paper.title: paper.arxiv_id for paper in read_starter()}
    found = await starter_catalog().find_candidates(list(titles))
    assert {title: (lookup.value or ())[0].ids.arxiv_id for title, lookup in found.items()} == titles


def test_an_index_cut_short_at_any_point_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "titles"
    build_index(PAPERS, path, Origin("here", lambda: DATE))
    whole = path.read_bytes()
    for length in (0, 1, 20, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(CatalogError, match=r"catalog build"):
            open_index(path)


def test_a_failed_build_leaves_the_old_index_and_no_rest(tmp_path: Path) -> None:
    path = tmp_path / "titles"
    build_index(PAPERS, path, Origin("here", lambda: DATE))
    before = path.read_bytes()
    with pytest.raises(CatalogError, match="no paper"):
        build_index([None], path, Origin("an empty file", lambda: DATE))
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["titles"]


def test_catalog_is_pickled_as_the_place_of_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    build_index(PAPERS, Path("titles"), Origin("a test", lambda: DATE))
    packed = pickle.dumps(catalog_at(Path("titles")))
    assert len(packed) < 500
    monkeypatch.chdir("/")
    assert pickle.loads(packed).info.titles == len(PAPERS)
    assert pickle.loads(pickle.dumps(starter_catalog())) is starter_catalog()


def test_catalog_without_a_file_can_not_be_pickled() -> None:
    with pytest.raises(TypeError, match="in memory alone"):
        pickle.dumps(catalog_of(PAPERS))
