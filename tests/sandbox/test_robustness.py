"""No text that a client may send makes a stand-in fail in a way the real service would not."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from .conftest import Bench

WORDS = [
    "ti:",
    "all:",
    "au:",
    "cat:",
    "submittedDate:",
    "titles.title:",
    "doi:",
    "AND",
    "OR",
    "ANDNOT",
    "NOT",
    '"',
    "(",
    ")",
]
PIECES = st.one_of(
    st.sampled_from([*WORDS, "*", "?", "[2023 TO 2024]", "\\", " ", "lora", "DOI:", "URL:", "{", "}"]),
    st.text(max_size=6),
)
QUERIES = st.lists(PIECES, max_size=8).map("".join)
# The fixture is shared by all examples on purpose: a server a query would be slow, and no query changes it.
FEW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(query=QUERIES)
@example(query="ti:")
@example(query='ti:"')
@example(query=":")
@example(query="submittedDate:[]")
def test_arxiv_answers_any_query_with_a_feed(bench: Bench, query: str) -> None:
    answer = bench.get("/arxiv/api/query", params={"search_query": query})
    assert answer.status_code in (200, 400, 500)
    assert answer.text.startswith("<?xml")


@FEW
@given(
    ids=st.lists(st.one_of(st.text(max_size=8), st.sampled_from(["1701.06538", "1701.06538v1", "v1", "1701.06538v"])))
)
def test_arxiv_answers_any_id_list_with_a_feed(bench: Bench, ids: list[str]) -> None:
    answer = bench.get("/arxiv/api/query", params={"id_list": ",".join(ids)})
    assert answer.status_code in (200, 400)
    assert answer.text.startswith("<?xml")


@FEW
@given(query=QUERIES)
def test_datacite_answers_any_query(bench: Bench, query: str) -> None:
    answer = bench.get("/datacite/dois", params={"query": query})
    assert answer.status_code in (200, 400)
    assert answer.json()


@pytest.mark.parametrize("path", ["/paper/search/match", "/paper/search", "/paper/search/bulk"])
@FEW
@given(query=QUERIES)
def test_semantic_scholar_answers_any_query(bench: Bench, path: str, query: str) -> None:
    answer = bench.scholar(path, query=query)
    assert answer.status_code in (200, 400, 404)
    assert answer.json()


@FEW
@given(ids=st.lists(PIECES, max_size=5))
def test_semantic_scholar_answers_any_ids(bench: Bench, ids: list[str]) -> None:
    answer = bench.batch([*ids, "ARXIV:1701.06538"])
    assert answer.status_code == 200
    assert len(answer.json()) == len(ids) + 1


@FEW
@given(query=QUERIES)
def test_github_answers_any_query(bench: Bench, query: str) -> None:
    answer = bench.graphql(query)
    assert answer.status_code == 200
    assert answer.json().keys() & {"data", "errors"}
