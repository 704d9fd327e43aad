import hashlib
from base64 import b64encode

import httpx
import pytest
from lxml import etree

from enrich.sandbox.atom import OVERLOADED

from .conftest import Bench

ATOM = {
    "a": "http://www.w3.org/2005/Atom",
    "o": "http://a9.com/-/spec/opensearch/1.1/",
    "x": "http://arxiv.org/schemas/atom",
}


def texts(answer: httpx.Response, path: str) -> list[str]:
    found = etree.fromstring(answer.content).xpath(path, namespaces=ATOM)
    return [str(value) for value in found]


def ids(answer: httpx.Response) -> list[str]:
    return texts(answer, "//a:entry/a:id/text()")


def query(bench: Bench, **params: object) -> httpx.Response:
    return bench.get("/arxiv/api/query", params=params)


def test_feed_has_the_elements_in_arxivs_order(bench: Bench) -> None:
    answer = query(bench, id_list="1806.03377")
    feed = etree.fromstring(answer.content)
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert [etree.QName(child).localname for child in feed] == [
        *("id", "title", "updated", "link", "itemsPerPage", "totalResults", "startIndex", "entry")
    ]
    names = [etree.QName(child).localname for child in feed[-1]]
    kept = [name for place, name in enumerate(names) if place == 0 or name != names[place - 1]]
    assert kept == [
        *("id", "title", "updated", "link", "summary", "category", "published", "comment", "primary_category"),
        *("author", "doi", "link"),
    ]


def test_feed_id_is_the_hash_of_the_query(bench: Bench) -> None:
    asked = "search_query=&id_list=1605.08386&start=0&max_results=100"
    answer = query(bench, id_list="1605.08386", max_results=100)
    assert texts(answer, "/a:feed/a:id/text()") == ["https://arxiv.org/api/UY2mqR74Vu/gU683o8Kx4P2K0xU"]
    assert b64encode(hashlib.sha1(asked.encode()).digest()).decode()[:-1] in answer.text
    assert texts(answer, "/a:feed/a:title/text()") == [f"arXiv Query: {asked}"]


def test_entry_id_is_http_and_versioned(bench: Bench) -> None:
    assert ids(query(bench, id_list="2112.05682v1")) == ["http://arxiv.org/abs/2112.05682v1"]
    assert ids(query(bench, id_list="2112.05682"))[0].startswith("http://arxiv.org/abs/2112.05682v")


def test_updated_is_the_date_of_the_version_and_published_that_of_the_first(bench: Bench) -> None:
    first, latest = query(bench, id_list="2112.05682v1"), query(bench, id_list="2112.05682")
    published = texts(first, "//a:entry/a:published/text()")
    assert texts(first, "//a:entry/a:updated/text()") == published == texts(latest, "//a:entry/a:published/text()")
    assert texts(latest, "//a:entry/a:updated/text()") > published


def test_missing_ids_are_absent_and_duplicates_collapse(bench: Bench) -> None:
    answer = query(bench, id_list="1701.06538,2999.99999,1701.06538,0000.0000")
    assert len(ids(answer)) == 1
    assert texts(answer, "//o:totalResults/text()") == ["1"]


def test_order_is_not_that_of_the_request(bench: Bench) -> None:
    one, other = query(bench, id_list="2402.12354,1701.06538"), query(bench, id_list="1701.06538,2402.12354")
    assert ids(one) == ids(other)


def test_both_versions_of_one_paper_come_when_both_are_asked(bench: Bench) -> None:
    assert len(ids(query(bench, id_list="2112.05682,2112.05682v1"))) == 2


def test_ten_results_come_unless_more_are_asked(bench: Bench) -> None:
    many = ",".join(paper.arxiv_id or "" for paper in bench.sandbox.world.papers[:40])
    assert len(ids(query(bench, id_list=many))) == 10
    asked = query(bench, id_list=many, max_results=40)
    assert len(ids(asked)) == 40
    assert texts(asked, "//o:itemsPerPage/text()") == ["40"]


@pytest.mark.parametrize("element", ["abc", "", "9901001", "0704.1", "17060.3762", "cond—mat/0709123"])
def test_one_malformed_id_fails_the_whole_request(bench: Bench, element: str) -> None:
    answer = query(bench, id_list=f"1701.06538,{element}")
    assert answer.status_code == 400
    assert texts(answer, "//a:entry/a:summary/text()") == [f"incorrect id format for {element}"]
    assert ids(answer) == [f"https://arxiv.org/api/errors#incorrect_id_format_for_{element}"]


@pytest.mark.parametrize(
    "element",
    [
        *(
            "0000.0000",
            "1706.3762",
            "1701.06538v99",
            "1701.06538V1",
            "arXiv:1701.06538",
            " 1701.06538",
            "1701.06538.pdf",
        ),
        *("https://arxiv.org/abs/1701.06538", "math.GT/0309136", "hep-th/9901001", "1701.065381"),
    ],
)
def test_ids_of_the_wrong_form_pass_and_find_nothing(bench: Bench, element: str) -> None:
    answer = query(bench, id_list=element)
    assert (answer.status_code, ids(answer)) == (200, [])
    assert texts(answer, "//o:totalResults/text()") == ["0"]


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"start": "abc"}, "start must be an integer"),
        ({"start": -1}, "start must be non-negative"),
        ({"max_results": -1}, "max_results must be non-negative"),
        ({"max_results": "1.5"}, "max_results must be an integer"),
        ({"sortBy": "foo"}, "sortBy must be in: relevance, lastUpdatedDate, submittedDate"),
        ({"sortOrder": "foo"}, "sortOrder must be in: ascending, descending"),
    ],
)
def test_bad_parameters_get_400_and_a_sentence(bench: Bench, params: dict[str, object], message: str) -> None:
    answer = query(bench, search_query="all:x", **params)
    assert answer.status_code == 400
    assert texts(answer, "//a:entry/a:summary/text()") == [message]


@pytest.mark.parametrize(("start", "size"), [(0, 0), (0, 10_001), (9995, 10), (10_000, 10), (9951, 100)])
def test_too_deep_and_empty_pages_are_a_server_error(bench: Bench, start: int, size: int) -> None:
    answer = query(bench, search_query="all:x", start=start, max_results=size)
    assert answer.status_code == 500
    assert texts(answer, "//a:entry/a:summary/text()") == [OVERLOADED]


@pytest.mark.parametrize(("start", "size"), [(9900, 100), (9949, 100), (9990, 10), (8000, 2000), (0, 10_000)])
def test_deepest_pages_are_answered(bench: Bench, start: int, size: int) -> None:
    assert query(bench, search_query="all:x", start=start, max_results=size).status_code == 200


def test_nothing_asked_is_400(bench: Bench) -> None:
    for params in ({}, {"search_query": ""}, {"id_list": ""}):
        answer = query(bench, **params)
        assert answer.status_code == 400
        assert "must be specified for the classic API" in answer.text


def test_form_post_is_answered_and_json_is_not(bench: Bench) -> None:
    form = bench.post("/arxiv/api/query", data={"id_list": "1701.06538,1710.01878"})
    assert len(ids(form)) == 2
    assert bench.post("/arxiv/api/query", json={"id_list": "1701.06538"}).status_code == 400


def test_other_paths_and_methods_get_an_atom_error(bench: Bench) -> None:
    longer = bench.get("/arxiv/api/query/x")
    assert (longer.status_code, ids(longer)) == (404, ["https://arxiv.org/api/errors"])
    bench.sandbox.clock.advance(seconds=4)
    assert bench.client.put("/arxiv/api/query").status_code == 405


def test_six_hundred_ids_in_a_get_are_too_many(bench: Bench) -> None:
    answer = query(bench, id_list=",".join(["1701.06538v1"] * 650))
    assert answer.status_code == 414


def test_pages_don_t_overlap_and_cover_all(bench: Bench) -> None:
    total = len(bench.sandbox.world.by_arxiv_id)
    pages = [ids(query(bench, search_query='ti:""', start=start, max_results=100)) for start in range(0, total, 100)]
    assert len({name for page in pages for name in page}) == total


def test_sorting_by_submission_goes_both_ways(bench: Bench) -> None:
    newest = query(bench, search_query="all:model", sortBy="submittedDate")
    dates = texts(newest, "//a:entry/a:published/text()")
    assert dates == sorted(dates, reverse=True) != dates[::-1]
    oldest = query(bench, search_query="all:model", sortBy="submittedDate", sortOrder="ascending")
    assert texts(oldest, "//a:entry/a:published/text()") == sorted(texts(oldest, "//a:entry/a:published/text()"))


def test_no_accept_header_is_not_acceptable(bench: Bench) -> None:
    request = bench.client.build_request("GET", "/arxiv/api/query", params={"id_list": "1701.06538"})
    del request.headers["accept"]
    assert bench.client.send(request).status_code == 406
    assert bench.sandbox.violations == {"no Accept header": 1}


def test_a_second_request_within_three_seconds_is_throttled_and_counted(bench: Bench) -> None:
    assert query(bench, id_list="1701.06538").status_code == 200
    bench.sandbox.clock.advance(seconds=2.9)
    early = bench.client.get("/arxiv/api/query", params={"id_list": "1701.06538"})
    assert (early.status_code, early.text) == (429, "Rate exceeded.")
    assert "retry-after" not in early.headers
    assert bench.sandbox.violations == {"sooner than 3 seconds": 1}
    bench.sandbox.clock.advance(seconds=0.2)
    assert bench.client.get("/arxiv/api/query", params={"id_list": "1701.06538"}).status_code == 200


def test_oai_shares_arxivs_limit(bench: Bench) -> None:
    assert query(bench, id_list="1701.06538").status_code == 200
    assert bench.client.get("/arxiv/oai", params={"verb": "Identify"}).status_code == 429


@pytest.mark.parametrize(
    ("name", "status", "start"),
    [
        ("throttled", 429, "Rate exceeded."),
        ("throttled_200", 200, "Rate exceeded."),
        ("not_acceptable", 406, "Not Acceptable"),
        ("unavailable", 503, "<html>"),
        ("denied", 403, "<html>"),
        ("server_error", 500, "<?xml"),
        ("error_entry_200", 200, "<?xml"),
        ("html_200", 200, "<!DOCTYPE html>"),
        ("empty_200", 200, ""),
    ],
)
def test_canned_faults_come_once_and_go(bench: Bench, name: str, status: int, start: str) -> None:
    bench.sandbox.faults.add("arxiv", name)
    spoilt = query(bench, id_list="1701.06538")
    assert (spoilt.status_code, spoilt.text[: len(start)]) == (status, start)
    assert bool(spoilt.text) == bool(start)
    assert len(ids(query(bench, id_list="1701.06538"))) == 1


def test_redirect_leads_back_to_the_same_address(bench: Bench) -> None:
    bench.sandbox.faults.add("arxiv", "redirect")
    answer = query(bench, id_list="1701.06538")
    assert answer.status_code == 301
    assert answer.headers["location"] == str(answer.request.url)


def test_faults_of_pages_change_what_comes_but_not_the_status(bench: Bench) -> None:
    many = {"search_query": 'ti:""', "max_results": 50}
    total = texts(query(bench, **many), "//o:totalResults/text()")
    bench.sandbox.faults.add("arxiv", "empty_page")
    empty = query(bench, **many)
    assert (ids(empty), texts(empty, "//o:totalResults/text()")) == ([], total)
    bench.sandbox.faults.add("arxiv", "short_page", count=7)
    assert len(ids(query(bench, **many))) == 43
    bench.sandbox.faults.add("arxiv", "changed_total", count=5)
    assert texts(query(bench, **many), "//o:totalResults/text()") == [str(int(total[0]) - 5)]


def test_withdrawn_paper_says_so_in_its_comment_alone(bench: Bench) -> None:
    bench.sandbox.faults.add("arxiv", "withdrawn", where="1701.06538", times=None)
    answer = query(bench, id_list="1701.06538,1710.01878")
    assert texts(answer, "//a:entry/x:comment/text()").count("This paper has been withdrawn by the authors") == 1
