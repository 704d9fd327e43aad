import pytest

from .conftest import Bench


def test_requests_are_told_with_violations_and_log(bench: Bench) -> None:
    bench.get("/arxiv/api/query", params={"id_list": "1701.06538"})
    bench.client.get("/arxiv/api/query", params={"id_list": "1701.06538"})
    told = bench.client.get("/_sandbox/requests", params={"log": "arxiv"}).json()
    assert told["arxiv"]["requests"] == 2
    assert told["arxiv"]["violations"] == {"sooner than 3 seconds": 1}
    assert [entry["status"] for entry in told["arxiv"]["log"]] == [200, 429]
    assert told["github"]["requests"] == 0
    assert "log" not in told["github"]
    assert bench.client.delete("/_sandbox/requests").json()["arxiv"]["requests"] == 0


def test_log_holds_no_key(bench: Bench) -> None:
    bench.scholar("/paper/ARXIV:1701.06538")
    bench.rest("/repos/microsoft/LoRA")
    for service in ("semantic_scholar", "github"):
        assert "-key" not in bench.client.get("/_sandbox/requests", params={"log": service}).text
        assert "token" not in bench.client.get("/_sandbox/requests", params={"log": service}).text


def test_faults_are_ordered_listed_and_taken_back(bench: Bench) -> None:
    order = {"service": "hugging_face", "name": "server_error", "times": None, "delay": 1}
    listed = bench.client.post("/_sandbox/faults", json=order).json()
    assert [(fault["name"], fault["times"]) for fault in listed["ordered"]] == [("server_error", None)]
    assert "short_page" in listed["known"]["arxiv"]
    assert bench.client.get("/hugging_face/api/papers/0").status_code == 500
    assert bench.client.delete("/_sandbox/faults", params={"service": "arxiv"}).json()["ordered"]
    assert not bench.client.delete("/_sandbox/faults").json()["ordered"]
    assert bench.client.get("/hugging_face/api/papers/0").status_code == 404


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ([], "must be a JSON object"),
        ({"service": "arxiv"}, "needs at least"),
        ({"service": "arxiv", "name": "flood"}, "arxiv has no fault 'flood'"),
        ({"service": "arxiv", "name": "late", "colour": "red"}, "Unknown word 'colour'"),
        ({"service": "arxiv", "name": "late", "delay": "long"}, "delay can't be 'long'"),
        ({"service": "arxiv", "name": "late", "times": True}, "times can't be True"),
        ({"service": "arxiv", "name": 7}, "name can't be 7"),
    ],
)
def test_unusable_orders_are_refused_with_a_sentence(bench: Bench, order: object, told: str) -> None:
    answer = bench.client.post("/_sandbox/faults", json=order)
    assert answer.status_code == 400
    assert told in answer.json()["error"]
    assert bench.sandbox.faults.listed() == []


def test_clock_lets_days_and_seconds_pass(bench: Bench) -> None:
    before = bench.client.get("/_sandbox/clock").json()
    after = bench.client.post("/_sandbox/clock", json={"days": 30, "seconds": 2.5}).json()
    bench.sandbox.clock.advance(days=-30)
    assert after["seconds"] - before["seconds"] == 2.5
    assert after["today"] > before["today"]
    assert bench.client.post("/_sandbox/clock", json={"days": "many"}).status_code == 400
    assert bench.client.post("/_sandbox/clock", content=b"nonsense").status_code == 400


def test_root_says_that_it_is_a_sandbox(bench: Bench) -> None:
    told = bench.client.get("/").json()
    assert told["sandbox"] == "simulated"
    assert told["arxiv_url"] == f"{bench.sandbox.url}/arxiv"
