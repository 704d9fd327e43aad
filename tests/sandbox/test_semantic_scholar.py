from datetime import date

import pytest

from enrich.sandbox.facts import read_world
from enrich.sandbox.s2_papers import respelt
from enrich.sandbox.s2_search import S2Index
from enrich.sandbox.semantic_scholar import SEMANTIC_SCHOLAR_KEY
from enrich.sandbox.world import Paper

from .conftest import Bench

BASE = "/semantic_scholar/graph/v1"


def paper(bench: Bench, arxiv_id: str = "1701.06538") -> Paper:
    return bench.sandbox.world.by_arxiv_id[arxiv_id]


def test_batch_keeps_positions_with_null_for_unknown_ids(bench: Bench) -> None:
    answer = bench.batch(["ARXIV:0000.00000", "ARXIV:1701.06538", "DOI:10.1/none", "ARXIV:1710.03740"]).json()
    assert [entry and entry["title"] for entry in answer] == [
        None,
        paper(bench).title,
        None,
        "Mixed Precision Training",
    ]


def test_one_paper_is_found_by_every_form_of_its_ids(bench: Bench) -> None:
    known = paper(bench, "1806.03377")
    sha, corpus = known.s2_ids(bench.sandbox.clock.today())
    forms = [
        *("ARXIV:1806.03377", "arXiv:1806.03377", "URL:https://arxiv.org/abs/1806.03377v1", sha, f"CorpusID:{corpus}"),
        *(
            f"DOI:{known.doi}",
            f"{known.doi}".upper(),
            "DOI:10.48550/arxiv.1806.03377",
            f"URL:https://www.semanticscholar.org/paper/{sha}",
        ),
    ]
    assert {entry["paperId"] for entry in bench.batch(forms).json()} == {sha}


def test_acl_ids_are_found_in_any_case(bench: Bench) -> None:
    found = bench.batch(["ACL:n19-1423", "ACL:2021.acl-long.509"]).json()
    assert found[0]["title"].startswith("BERT")
    assert found[1]["title"].startswith("GhostBERT")


@pytest.mark.parametrize(
    "ids", [[], ["ARXIV:0000.00000"], ["nonsense", "URL:https://example.org/x", "CorpusId:x", "DOI:"]]
)
def test_batch_without_a_known_id_is_400(bench: Bench, ids: list[str]) -> None:
    answer = bench.batch(ids)
    assert (answer.status_code, answer.json()) == (400, {"error": "No valid paper ids given"})


def test_batch_takes_500_ids_and_not_501(bench: Bench) -> None:
    assert len(bench.batch(["ARXIV:1701.06538"] * 500).json()) == 500
    assert bench.batch(["ARXIV:1701.06538"] * 501).status_code == 400


def test_batch_without_a_body_of_ids_is_400(bench: Bench) -> None:
    answer = bench.post(f"{BASE}/paper/batch", content=b"[]", headers={"x-api-key": SEMANTIC_SCHOLAR_KEY})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "fields", ["unknown", "title,unknown", "authors.unknown", "title.part", "matchScore", "fieldsofstudy"]
)
def test_unknown_fields_are_named(bench: Bench, fields: str) -> None:
    answer = bench.scholar("/paper/ARXIV:1701.06538", fields=fields)
    unknown = fields.rpartition(",")[2]
    assert (answer.status_code, answer.json()) == (400, {"error": f"Unrecognized or unsupported fields: [{unknown}]"})


def test_unknown_parameters_are_named(bench: Bench) -> None:
    answer = bench.scholar("/paper/ARXIV:1701.06538", badK1="badV1")
    assert (answer.status_code, answer.json()) == (400, {"error": "Unacceptable query params: [badK1=badV1]"})


def test_paper_without_fields_is_its_id_and_title(bench: Bench) -> None:
    assert bench.scholar("/paper/ARXIV:1701.06538").json().keys() == {"paperId", "title"}


def test_unknown_paper_is_404_that_repeats_the_id(bench: Bench) -> None:
    answer = bench.scholar("/paper/DOI:10.1101/2024.04.01.587366")
    assert answer.status_code == 404
    assert answer.json() == {"error": "Paper with id DOI:10.1101/2024.04.01.587366 not found"}


def test_unknown_route_is_404_of_the_gateway(bench: Bench) -> None:
    answer = bench.get("/semantic_scholar/nowhere", headers={"x-api-key": SEMANTIC_SCHOLAR_KEY})
    assert (answer.status_code, answer.json()) == (404, {"message": "Not Found"})


def test_match_gives_one_paper_and_a_score(bench: Bench) -> None:
    answer = bench.scholar(
        "/paper/search/match", query="lora low rank adaptation of large language models", fields="title"
    )
    (only,) = answer.json()["data"]
    assert only["title"] == "LoRA: Low-Rank Adaptation of Large Language Models"
    assert isinstance(only["matchScore"], float)


def test_match_gives_another_paper_rather_than_none(bench: Bench) -> None:
    answer = bench.scholar("/paper/search/match", query="Attention Is All You Need", fields="title")
    assert answer.status_code == 200
    assert answer.json()["data"][0]["title"] != "Attention Is All You Need"


def test_match_of_nonsense_is_404(bench: Bench) -> None:
    answer = bench.scholar("/paper/search/match", query="zzqx wvvk")
    assert (answer.status_code, answer.json()) == (404, {"error": "Title match not found"})


def test_match_takes_years_and_ignores_offset_and_limit(bench: Bench) -> None:
    found = bench.scholar("/paper/search/match", query="mixed precision training", year="2018-", offset="5", limit="9")
    assert found.json()["data"][0]["title"] != "Mixed Precision Training"
    assert bench.scholar("/paper/search/match", query="x", year="soon").status_code == 400


def test_match_without_a_query_is_400(bench: Bench) -> None:
    assert bench.scholar("/paper/search/match").status_code == 400


def test_score_drifts_from_day_to_day() -> None:
    world = read_world()
    index, allowed = S2Index(world), frozenset(world.papers)
    one = index.closest("Mixed Precision Training", date(2026, 11, 21), allowed)
    other = index.closest("Mixed Precision Training", date(2026, 11, 22), allowed)
    assert one is not None
    assert other is not None
    assert one[0] == other[0]
    assert one[1] != other[1]


def test_search_without_a_hit_has_no_data(bench: Bench) -> None:
    assert bench.scholar("/paper/search", query="zzqx").json() == {"total": 0, "offset": 0}


def test_search_finds_nothing_for_a_word_with_a_hyphen(bench: Bench) -> None:
    assert "data" in bench.scholar("/paper/search", query="low rank adaptation").json()
    assert "data" not in bench.scholar("/paper/search", query="low-rank adaptation").json()


def test_search_has_no_next_on_its_last_page(bench: Bench) -> None:
    first = bench.scholar("/paper/search", query="language models", limit="20").json()
    assert first["next"] == 20
    pages = [first]
    while "next" in pages[-1]:
        pages.append(
            bench.scholar("/paper/search", query="language models", limit="20", offset=str(pages[-1]["next"])).json()
        )
    ids = [entry["paperId"] for page in pages for entry in page["data"]]
    assert len(ids) == len(set(ids)) == first["total"]


def test_search_has_a_deepest_result(bench: Bench) -> None:
    assert bench.scholar("/paper/search", query="models", offset="950", limit="51").status_code == 400
    assert bench.scholar("/paper/search", query="models", limit="101").status_code == 400
    assert bench.scholar("/paper/search", query="models", limit="some").status_code == 400


def test_bulk_reads_boolean_queries(bench: Bench) -> None:
    def titles(query: str) -> set[str]:
        answer = bench.scholar("/paper/search/bulk", query=query, fields="title").json()
        assert answer["token"] is None
        return {entry["title"] for entry in answer["data"]}

    both = titles('"mixed precision" | lora')
    assert both == titles('"mixed precision"') | titles("lora")
    assert titles("lora -adaptation") < titles("lora")


def test_bulk_refuses_tldr_and_unknown_tokens_end(bench: Bench) -> None:
    assert bench.scholar("/paper/search/bulk", query="lora", fields="tldr").status_code == 400
    assert bench.scholar("/paper/search/bulk", query="lora", token="bogus").json()["data"] == []


def test_ids_change_with_a_merge_and_old_ones_stay_good(bench: Bench) -> None:
    merging = next(
        p
        for p in bench.sandbox.world.papers
        if p.arxiv_id and p.merged_on and p.merged_on > bench.sandbox.clock.today()
    )
    before = bench.batch([f"ARXIV:{merging.arxiv_id}"], "corpusId").json()[0]
    assert merging.merged_on is not None
    days = (merging.merged_on - bench.sandbox.clock.today()).days
    bench.sandbox.clock.advance(days=days)
    after = bench.batch(
        [f"ARXIV:{merging.arxiv_id}", before["paperId"], f"CorpusId:{before['corpusId']}"], "corpusId"
    ).json()
    bench.sandbox.clock.advance(days=-days)
    assert len({entry["paperId"] for entry in after}) == 1
    assert after[0]["paperId"] != before["paperId"]


def test_citations_grow_as_days_pass(bench: Bench) -> None:
    ids = [f"ARXIV:{entry.arxiv_id}" for entry in bench.sandbox.world.papers if entry.arxiv_id]

    def counts() -> list[int]:
        return [entry["citationCount"] for entry in bench.batch(ids, "citationCount").json()]

    before = counts()
    bench.sandbox.clock.advance(days=90)
    after = counts()
    bench.sandbox.clock.advance(days=-90)
    assert all(late >= early for early, late in zip(before, after, strict=True))
    assert sum(after) > sum(before)
    assert counts() == before


def test_elided_abstract_is_null_with_a_notice(bench: Bench) -> None:
    quoted = next(p for p in bench.sandbox.world.papers if p.abstract and not p.elided)
    bench.sandbox.faults.add("semantic_scholar", "elided", where=quoted.name)
    answer = bench.scholar(f"/paper/ARXIV:{quoted.arxiv_id}", fields="abstract,openAccessPdf").json()
    assert answer["abstract"] is None
    assert answer["openAccessPdf"]["disclaimer"].startswith(
        "Notice: This paper's abstract has been elided by the publisher."
    )
    assert bench.scholar(f"/paper/ARXIV:{quoted.arxiv_id}", fields="abstract").json()["abstract"] == quoted.abstract


def test_records_have_the_gaps_of_real_ones(bench: Bench) -> None:
    ids = [f"ARXIV:{entry.arxiv_id}" for entry in bench.sandbox.world.papers if entry.arxiv_id]
    records = bench.batch(ids, "title,externalIds,journal,venue,tldr,authors,openAccessPdf").json()
    assert any("DOI" not in record["externalIds"] for record in records)
    assert any(record["journal"] and "name" not in record["journal"] for record in records)
    assert any(record["journal"] is None for record in records)
    assert any(record["venue"] == "" for record in records)
    assert any(record["tldr"] is None for record in records)
    assert any(author["authorId"] is None for record in records for author in record["authors"])
    assert all(isinstance(record["externalIds"]["CorpusId"], int) for record in records)
    assert all(record["openAccessPdf"]["url"] == "" or record["openAccessPdf"]["status"] for record in records)


def test_some_names_are_respelt_and_all_keep_their_surname(bench: Bench) -> None:
    people = [name for entry in bench.sandbox.world.papers for name in entry.authors]
    spelt = {name: respelt(name) for name in people}
    assert any(new != old for old, new in spelt.items())
    assert all(new.split()[-1] == old.split()[-1] for old, new in spelt.items())


def test_second_request_within_a_second_is_throttled_over_all_paths(bench: Bench) -> None:
    key = {"x-api-key": SEMANTIC_SCHOLAR_KEY}
    assert bench.scholar("/paper/ARXIV:1701.06538").status_code == 200
    bench.sandbox.clock.advance(seconds=0.9)
    early = bench.client.get(f"{BASE}/paper/search/match", params={"query": "lora"}, headers=key)
    assert early.status_code == 429
    assert early.json()["code"] == "429"
    assert "retry-after" not in early.headers
    assert bench.sandbox.violations == {"sooner than 1 second": 1}
    bench.sandbox.clock.advance(seconds=0.2)
    assert bench.client.get(f"{BASE}/paper/ARXIV:1701.06538", headers=key).status_code == 200


def test_wrong_key_is_forbidden_by_the_gateway(bench: Bench) -> None:
    answer = bench.get(f"{BASE}/paper/ARXIV:1701.06538", headers={"x-api-key": "wrong"})
    assert (answer.status_code, answer.json()) == (403, {"message": "Forbidden"})
    assert answer.headers["x-amzn-errortype"] == "ForbiddenException"


def test_anonymous_pool_is_open_some_minutes_and_blames_nobody(bench: Bench) -> None:
    statuses = []
    for _ in range(60):
        bench.sandbox.clock.advance(seconds=60)
        statuses.append(bench.get(f"{BASE}/paper/ARXIV:1701.06538").status_code)
    assert 10 < statuses.count(200) < 40
    assert statuses.count(200) + statuses.count(429) == 60
    assert bench.sandbox.violations == {}


@pytest.mark.parametrize(
    ("name", "status", "body"),
    [
        ("throttled", 429, '{"message"'),
        ("forbidden", 403, '{"message":"Forbidden"}'),
        ("server_error", 500, '{"message":"Internal Server Error"}'),
        ("bad_gateway", 502, "<html>"),
        ("unavailable", 503, '{"message"'),
        ("timeout", 504, '{"message":"Endpoint request timed out"}'),
        ("network_timeout", 504, '{"message":"Network error'),
        ("html_200", 200, "<!DOCTYPE html>"),
        ("empty_object_200", 200, "{}"),
        ("no_content", 204, ""),
    ],
)
def test_canned_faults_answer_in_the_services_place(bench: Bench, name: str, status: int, body: str) -> None:
    bench.sandbox.faults.add("semantic_scholar", name)
    answer = bench.batch(["ARXIV:1701.06538"])
    assert (answer.status_code, answer.text[: len(body)]) == (status, body)
    assert bench.batch(["ARXIV:1701.06538"]).status_code == 200


def test_match_can_be_empty_with_200(bench: Bench) -> None:
    bench.sandbox.faults.add("semantic_scholar", "match_empty", where="lora")
    assert bench.scholar("/paper/search/match", query="LoRA").json() == {"data": []}


def test_papers_outside_arxiv_are_here(bench: Bench) -> None:
    answer = bench.scholar(
        "/paper/search/match", query="SmartMoE Efficiently Training", fields="externalIds,venue"
    ).json()
    assert answer["data"][0]["externalIds"].keys() == {"CorpusId"}
    assert answer["data"][0]["venue"] == "USENIX ATC 2023"
