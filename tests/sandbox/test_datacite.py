from html import unescape

import pytest

from .conftest import Bench


def dois(bench: Bench, **params: object) -> dict[str, object]:
    answer = bench.get(
        "/datacite/dois",
        params={name.replace("__", "[") + "]" * ("__" in name): value for name, value in params.items()},
    )
    assert answer.status_code == 200
    return dict(answer.json())


def found(answer: dict[str, object]) -> list[str]:
    data = answer["data"]
    assert isinstance(data, list)
    return [entry["id"] for entry in data]


@pytest.mark.parametrize("doi", ["10.48550/arXiv.1806.03377", "10.48550/arxiv.1806.03377", "10.48550/ARXIV.1806.03377"])
def test_doi_is_found_in_any_case(bench: Bench, doi: str) -> None:
    attributes = bench.get(f"/datacite/dois/{doi}").json()["data"]["attributes"]
    assert attributes["identifiers"] == [{"identifier": "1806.03377", "identifierType": "arXiv"}]
    assert attributes["relatedIdentifiers"][0]["relatedIdentifier"] == "10.1145/3341301.3359646"


@pytest.mark.parametrize("doi", ["10.48550/arXiv.2999.99999", "10.48550/arXiv.1806.03377v1", "10.1145/3341301.3359646"])
def test_unknown_doi_is_404(bench: Bench, doi: str) -> None:
    answer = bench.get(f"/datacite/dois/{doi}")
    assert answer.status_code == 404
    assert answer.json() == {"errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]}


def test_title_phrase_finds_papers_best_first(bench: Bench) -> None:
    answer = dois(bench, query='titles.title:"mixed precision training"', **{"client-id": "arxiv.content"})
    assert found(answer)[0] == "10.48550/arxiv.1710.03740"
    assert len(found(answer)) > 1


def test_words_joined_by_and_stand_in_for_a_phrase(bench: Bench) -> None:
    assert "10.48550/arxiv.1710.03740" in found(dois(bench, query="titles.title:(training AND precision AND mixed)"))
    assert not found(dois(bench, query="titles.title:(training AND zzqx)"))


def test_list_of_dois_is_one_query(bench: Bench) -> None:
    ids = ["1701.06538", "1710.03740", "2999.99999"]
    query = "doi:(" + " OR ".join(f'"10.48550/arxiv.{name}"' for name in ids) + ")"
    assert sorted(found(dois(bench, query=query))) == ["10.48550/arxiv.1701.06538", "10.48550/arxiv.1710.03740"]


def test_escaped_and_bare_dois_are_found(bench: Bench) -> None:
    assert found(dois(bench, query=r"doi:10.48550\/arxiv.1701.06538")) == ["10.48550/arxiv.1701.06538"]


def test_authors_and_bare_words_are_found(bench: Bench) -> None:
    assert "10.48550/arxiv.1701.06538" in found(dois(bench, query="creators.name:shazeer", page__size=100))
    assert "10.48550/arxiv.1710.03740" in found(dois(bench, query='"mixed precision"'))


def test_pages_have_totals_and_a_next_link(bench: Bench) -> None:
    first = dois(bench, query="titles.title:models", page__size=5)
    links, meta = first["links"], first["meta"]
    assert isinstance(links, dict)
    assert isinstance(meta, dict)
    assert meta["totalPages"] == -(-meta["total"] // 5)
    second = bench.get(links["next"]).json()
    assert second["meta"]["page"] == 2
    assert not set(found(first)) & set(found(second))
    last = dois(bench, query="titles.title:models", page__size=5, page__number=meta["totalPages"])
    assert isinstance(last["links"], dict)
    assert "next" not in last["links"]


def test_twenty_five_come_unless_more_are_asked(bench: Bench) -> None:
    assert len(found(dois(bench))) == 25
    assert len(found(dois(bench, page__size=100))) == 100


def test_only_the_fields_that_are_asked_come(bench: Bench) -> None:
    answer = bench.get(
        "/datacite/dois", params={"query": 'titles.title:"mixed precision"', "fields[dois]": "doi,titles"}
    )
    assert answer.json()["data"][0]["attributes"].keys() == {"doi", "titles"}


def test_texts_are_wrapped_and_keep_entities(bench: Bench) -> None:
    entries = dois(bench, page__size=1000)["data"]
    assert isinstance(entries, list)
    titles = [entry["attributes"]["titles"][0]["title"] for entry in entries]
    assert any("\n  " in title for title in titles)
    abstracts = [text["description"] for entry in entries for text in entry["attributes"]["descriptions"]]
    assert any(text != unescape(text) for text in abstracts)


def test_dates_tell_versions_and_withdrawal(bench: Bench) -> None:
    bench.sandbox.faults.add("datacite", "withdrawn", where="2112.05682")
    withdrawn = bench.get("/datacite/dois/10.48550/arXiv.2112.05682").json()["data"]["attributes"]["dates"]
    again = bench.get("/datacite/dois/10.48550/arXiv.2112.05682").json()["data"]["attributes"]["dates"]
    assert [date["dateType"] for date in withdrawn if date not in again] == ["Withdrawn"]
    assert again[0]["dateType"] == "Submitted"
    assert again[0]["dateInformation"] == "v1"
    assert (
        sum(date["dateType"] == "Updated" for date in again)
        == bench.sandbox.world.by_arxiv_id["2112.05682"].version - 1
    )


def test_new_paper_may_be_missing_still(bench: Bench) -> None:
    bench.sandbox.faults.add("datacite", "missing", where="2112.05682", times=None)
    assert bench.get("/datacite/dois/10.48550/arXiv.2112.05682").status_code == 404
    assert not found(dois(bench, query='doi:"10.48550/arxiv.2112.05682"'))


def test_short_page_drops_records(bench: Bench) -> None:
    bench.sandbox.faults.add("datacite", "short_page", count=3)
    assert len(found(dois(bench))) == 22


def test_other_repositories_hold_nothing(bench: Bench) -> None:
    assert not found(dois(bench, query='titles.title:"mixed precision"', **{"client-id": "cern.zenodo"}))


@pytest.mark.parametrize("size", ["-1", "many"])
def test_bad_page_is_400(bench: Bench, size: str) -> None:
    assert bench.get("/datacite/dois", params={"page[size]": size}).status_code == 400


@pytest.mark.parametrize("query", ["titles.title:(a", "doi:("])
def test_bad_query_is_400(bench: Bench, query: str) -> None:
    assert bench.get("/datacite/dois", params={"query": query}).status_code == 400


def test_limits_are_windows_of_five_minutes(bench: Bench) -> None:
    path = "/datacite/dois/10.48550/arXiv.2999.99999"
    statuses = [bench.client.get(path).status_code for _ in range(501)]
    assert statuses == [404] * 500 + [429]
    polite = bench.client.get(path, headers={"User-Agent": "enrich (mailto:someone@example.org)"})
    assert (polite.status_code, polite.headers["x-ratelimit-limit"]) == (404, "1000")
    over = bench.client.get(path)
    wait = int(over.headers["retry-after"])
    assert 0 < wait <= 300
    bench.sandbox.clock.advance(seconds=wait)
    assert bench.client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("name", "status"), [("throttled", 429), ("server_error", 500), ("unavailable", 503), ("html_200", 200)]
)
def test_canned_faults_answer_in_the_services_place(bench: Bench, name: str, status: int) -> None:
    bench.sandbox.faults.add("datacite", name, retry_after=7)
    answer = bench.get("/datacite/dois")
    assert (answer.status_code, answer.headers["retry-after"]) == (status, "7")
