"""The stand-ins as the clients see them that `enrich` uses."""

import arxiv
import pytest
from semanticscholar import SemanticScholar

from enrich.sandbox.semantic_scholar import SEMANTIC_SCHOLAR_KEY

from .conftest import Bench


def arxiv_results(bench: Bench, search: arxiv.Search) -> list[arxiv.Result]:
    client = arxiv.Client(page_size=100, delay_seconds=0, num_retries=0)
    client.query_url_format = f"{bench.sandbox.url}/arxiv/api/query?{{}}"
    return list(client.results(search))


def test_arxiv_package_reads_papers_by_id(bench: Bench) -> None:
    (found,) = arxiv_results(bench, arxiv.Search(id_list=["1806.03377"]))
    known = bench.sandbox.world.by_arxiv_id["1806.03377"]
    assert found.get_short_id() == f"1806.03377v{known.version}"
    assert found.title == known.title
    assert [author.name for author in found.authors] == list(known.authors)
    assert found.doi == known.doi
    assert found.published == known.published_at
    assert found.pdf_url is not None
    assert found.primary_category == known.categories[0]


def test_arxiv_package_reads_search_results(bench: Bench) -> None:
    found = arxiv_results(bench, arxiv.Search('ti:"Mixed Precision Training"', max_results=5))
    assert found[0].title == "Mixed Precision Training"


def test_arxiv_package_sees_a_refusal(bench: Bench) -> None:
    with pytest.raises(arxiv.HTTPError):
        arxiv_results(bench, arxiv.Search(id_list=["abc"]))


def scholar(bench: Bench) -> SemanticScholar:
    url = f"{bench.sandbox.url}/semantic_scholar"
    return SemanticScholar(api_key=SEMANTIC_SCHOLAR_KEY, api_url=url, retry=False)


def test_semanticscholar_package_reads_a_batch(bench: Bench) -> None:
    bench.sandbox.clock.advance(seconds=2)
    found = scholar(bench).get_papers(
        ["ARXIV:1701.06538", "ARXIV:1710.03740"], fields=["title", "citationCount", "authors"]
    )
    assert [paper.title for paper in found] == [
        bench.sandbox.world.by_arxiv_id["1701.06538"].title,
        "Mixed Precision Training",
    ]
    assert found[0].authors[0].name == "Noam Shazeer"
    assert isinstance(found[0].citationCount, int)


def test_semanticscholar_package_reads_a_match(bench: Bench) -> None:
    bench.sandbox.clock.advance(seconds=2)
    found = scholar(bench).search_paper("Mixed Precision Training", match_title=True, fields=["title", "externalIds"])
    assert found.externalIds["ArXiv"] == "1710.03740"


def test_semanticscholar_package_pages_through_a_search(bench: Bench) -> None:
    bench.sandbox.clock.advance(seconds=2)
    found = scholar(bench).search_paper("lora", fields=["title"])
    assert found.total >= 2
    assert all("lora" in paper.title.lower() for paper in found.items)
