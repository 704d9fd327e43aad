import os
import re
import signal
import socket
import subprocess
import sys
import threading
from importlib import resources

import httpx
import pytest

from enrich.errors import UsageError
from enrich.sandbox import Fault, run_sandbox
from enrich.sandbox.github import GITHUB_TOKEN
from enrich.settings import read_settings


def test_settings_are_what_read_settings_takes() -> None:
    with run_sandbox(speed=40) as sandbox:
        settings = read_settings(**sandbox.settings())
        assert settings.time_scale == 40
        assert settings.arxiv_url == f"{sandbox.url}/arxiv"
        assert settings.github_token is not None
        assert settings.github_token.get_secret_value() == GITHUB_TOKEN
        assert read_settings(**sandbox.settings(keys=False)).semantic_scholar_api_key is None
        for field in ("arxiv", "semantic_scholar", "github", "datacite", "hugging_face"):
            assert httpx.get(f"{getattr(settings, f'{field}_url')}/nowhere").status_code in (403, 404)
        assert sandbox.requests == {"arxiv": 1, "semantic_scholar": 1, "github": 1, "datacite": 1, "hugging_face": 1}


def test_nothing_is_left_behind() -> None:
    before = threading.active_count()
    with run_sandbox() as sandbox:
        url = sandbox.url
        assert httpx.get(url).status_code == 200
    assert threading.active_count() == before
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_stopping_does_not_wait_for_answers_under_way() -> None:
    failures: list[Exception] = []

    def ask(url: str) -> None:
        try:
            httpx.get(f"{url}/hugging_face/api/papers/1", timeout=60)
        except httpx.HTTPError as error:
            failures.append(error)

    with run_sandbox(faults=[Fault("hugging_face", "hang")]) as sandbox:
        asking = threading.Thread(target=ask, args=(sandbox.url,))
        asking.start()
        while sandbox.faults.listed():
            asking.join(0.01)
    asking.join(10)
    assert not asking.is_alive()
    assert failures


def test_error_in_the_block_stops_the_sandbox_and_passes() -> None:
    with pytest.raises(ZeroDivisionError), run_sandbox() as sandbox:
        url = sandbox.url
        raise ZeroDivisionError
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_taken_port_is_a_sentence() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with (
            pytest.raises(UsageError, match=rf"Port {port} can't be used \(.+\). Choose another"),
            run_sandbox(port=port),
        ):
            pass


@pytest.mark.parametrize("port", [70_000, -1])
def test_impossible_port_is_a_sentence(port: int) -> None:
    with pytest.raises(UsageError, match="can't be used"), run_sandbox(port=port):
        pass


def test_only_loopback_is_served() -> None:
    with run_sandbox() as sandbox:
        assert sandbox.url.startswith("http://127.0.0.1:")


def test_answers_are_not_delayed_by_nagle() -> None:
    from enrich.sandbox.server import _bound

    with _bound(0) as bound:
        assert bound.proto == socket.IPPROTO_TCP


def test_two_sandboxes_live_side_by_side() -> None:
    with run_sandbox() as one, run_sandbox() as other:
        one.faults.add("hugging_face", "server_error")
        assert httpx.get(f"{other.url}/hugging_face/api/papers/1").status_code == 404
        assert httpx.get(f"{one.url}/hugging_face/api/papers/1").status_code == 500


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_foreground_server_tells_what_to_export_and_ends_on_a_signal(number: signal.Signals) -> None:
    command = [sys.executable, "-c", "from enrich.sandbox import serve; serve(0, 25)"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as process:
        assert process.stderr is not None
        lines = [process.stderr.readline().strip() for _ in range(10)]
        exports = dict(re.findall(r"export (\w+)=(\S+)", "\n".join(lines)))
        assert exports["ENRICH_TIME_SCALE"] == "25"
        assert exports["GITHUB_TOKEN"] == GITHUB_TOKEN
        assert httpx.get(f"{exports['ENRICH_HUGGING_FACE_URL']}/api/papers/1").status_code == 404
        process.send_signal(number)
        rest = process.stderr.read()
    assert process.returncode in (0, -number)
    assert "Traceback" not in rest


def test_data_files_are_read_as_package_data() -> None:
    names = {file.name for file in resources.files("enrich.sandbox.data").iterdir()}
    assert {"abstracts.csv", "repositories.csv", "github.graphql"} <= names
