import threading

import httpx
import pytest

from enrich.sandbox import run_sandbox

from .conftest import Bench

PATH = "/hugging_face/api/papers/2106.09685"


def whole(bench: Bench) -> httpx.Response:
    return bench.client.get(PATH)


def test_late_answer_is_whole_and_late(bench: Bench) -> None:
    expected, before = whole(bench).text, bench.sandbox.clock.seconds()
    bench.sandbox.faults.add("hugging_face", "late", delay=46)
    assert whole(bench).text == expected
    assert bench.sandbox.clock.seconds() - before == pytest.approx(46)


def test_canned_answer_can_be_late_too(bench: Bench) -> None:
    before = bench.sandbox.clock.seconds()
    bench.sandbox.faults.add("hugging_face", "unavailable", delay=124)
    assert whole(bench).status_code == 503
    assert bench.sandbox.clock.seconds() - before == pytest.approx(124)


def test_dripping_answer_is_whole_in_the_end(bench: Bench) -> None:
    expected, before = whole(bench).text, bench.sandbox.clock.seconds()
    bench.sandbox.faults.add("hugging_face", "drip", delay=60)
    assert whole(bench).text == expected
    assert bench.sandbox.clock.seconds() - before == pytest.approx(60)


def test_truncated_answer_breaks_the_connection_half_way(bench: Bench) -> None:
    bench.sandbox.faults.add("hugging_face", "truncated")
    with pytest.raises(httpx.RemoteProtocolError):
        whole(bench)
    assert whole(bench).status_code == 200


def test_cut_answer_looks_whole(bench: Bench) -> None:
    expected = whole(bench).text
    bench.sandbox.faults.add("hugging_face", "cut")
    cut = whole(bench)
    assert cut.status_code == 200
    assert 0 < len(cut.text) < len(expected)
    assert expected.startswith(cut.text)


def test_reset_comes_before_the_first_byte(bench: Bench) -> None:
    bench.sandbox.faults.add("hugging_face", "reset")
    with pytest.raises(httpx.ReadError):
        whole(bench)
    assert whole(bench).status_code == 200


def test_hanging_answer_never_comes(bench: Bench) -> None:
    bench.sandbox.faults.add("hugging_face", "hang")
    with pytest.raises(httpx.ReadTimeout):
        bench.client.get(PATH, timeout=0.1)
    assert whole(bench).status_code == 200


def test_faults_are_in_the_log(bench: Bench) -> None:
    bench.sandbox.faults.add("hugging_face", "cut")
    whole(bench)
    whole(bench)
    assert [entry.fault for entry in bench.sandbox.journal.entries("hugging_face")] == ["cut", None]


def test_fault_may_wait_for_a_request_of_its_own(bench: Bench) -> None:
    bench.sandbox.faults.add("hugging_face", "server_error", where="2106.09685", after=1, times=2)
    statuses = [bench.client.get(path).status_code for path in (PATH, "/hugging_face/api/papers/0", PATH, PATH, PATH)]
    assert statuses == [200, 404, 500, 500, 200]


def test_fault_sees_the_body(bench: Bench) -> None:
    bench.sandbox.faults.add("arxiv", "unavailable", where="1710.03740")
    assert bench.post("/arxiv/api/query", data={"id_list": "1701.06538"}).status_code == 200
    assert bench.post("/arxiv/api/query", data={"id_list": "1710.03740"}).status_code == 503


def test_two_requests_at_once_break_arxivs_rule_of_one_connection() -> None:
    # On a clock that moves: the first answer has to be under way when the second request comes.
    with run_sandbox(speed=1000) as sandbox:
        sandbox.faults.add("arxiv", "hang")
        url, params = f"{sandbox.url}/arxiv/api/query", {"id_list": "1701.06538"}
        with httpx.Client() as client, client.stream("GET", f"{sandbox.url}/") as ready:
            assert ready.status_code == 200
        arrived = threading.Event()
        take = sandbox.faults.take

        def noticed(*words: object) -> object:
            arrived.set()
            return take(*words)  # type: ignore[arg-type]

        sandbox.faults.take = noticed  # type: ignore[method-assign,assignment]
        hanging = threading.Thread(target=_ignored, args=(url, params))
        hanging.start()
        assert arrived.wait(10)
        second = httpx.get(url, params=params)
        hanging.join()
        assert (second.status_code, second.text) == (429, "Rate exceeded.")
        assert sandbox.violations == {"more than one connection": 1}
        assert sandbox.journal.summary("arxiv")["max_in_flight"] == 2
        assert httpx.get(url, params=params).status_code == 200


def _ignored(url: str, params: dict[str, str]) -> None:
    with pytest.raises(httpx.ReadTimeout):
        httpx.get(url, params=params, timeout=1.0)
