"""The refresh as a Prefect flow, read back through the API of a real server."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from flows.server import local_server

pytestmark = pytest.mark.slow

STEPS = {"read documents", "extract mentions", "fetch: arxiv", "fetch: github", "assemble tables", "publish version"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory):
    with local_server(tmp_path_factory.mktemp("prefect") / "home") as url:
        yield url


def _ask(server: str, kind: str) -> list[dict]:
    answer = httpx.post(f"{server}/{kind}/filter", json={}, trust_env=False)
    answer.raise_for_status()
    return answer.json()


def test_run_with_a_server_is_a_flow_run_with_tasks(home, server):
    home.raw.joinpath("list.md").write_text("# A list\n\n- [LoRA](https://arxiv.org/abs/2106.09685)\n")
    ended = home.enrich("run", "--sandbox", "--json", PREFECT_API_URL=server)
    assert ended.code == 0, ended.err
    runs = {run["id"]: run for run in _ask(server, "flow_runs") if run["parameters"].get("sandbox")}
    (run,) = runs.values()
    assert run["state"]["type"] == "COMPLETED"
    tasks = [task for task in _ask(server, "task_runs") if task["flow_run_id"] == run["id"]]
    assert {task["name"].split(" (")[0] for task in tasks} >= STEPS
    assert {task["state"]["type"] for task in tasks} == {"COMPLETED"}
    assert {each["key"] for each in _ask(server, "artifacts")} >= {
        "summary",
        "services",
        "coverage",
        "version",
        "progress-arxiv",
    }


def test_refused_run_is_a_failed_flow_run_with_the_sentence(home, server):
    ended = home.enrich("run", "--offline", PREFECT_API_URL=server)
    assert ended.code == 1
    assert ended.err.splitlines()[-1].startswith("enrich: ")
    failed = [run for run in _ask(server, "flow_runs") if run["state"]["type"] == "FAILED"]
    assert len(failed) == 1
    assert "holds no document" in failed[0]["state"]["message"]


def test_unusable_setting_is_bad_usage_of_a_flow_as_well(home, server):
    ended = home.enrich("run", PREFECT_API_URL=server, ENRICH_MAX_LOSS="2")
    assert ended.code == 2
    assert ended.err.splitlines()[-1].startswith("enrich: ENRICH_MAX_LOSS is unusable")


def test_run_says_that_no_server_answers(home):
    home.raw.joinpath("list.md").write_text("# A list\n\n- [LoRA](https://arxiv.org/abs/2106.09685)\n")
    ended = home.enrich("run", "--sandbox", PREFECT_API_URL="http://127.0.0.1:9/api")
    assert ended.code == 1
    assert "No Prefect server answers at http://127.0.0.1:9/api" in ended.err
    assert "Traceback" not in ended.err


def test_run_brings_its_own_server_and_takes_it_away(home):
    home.raw.joinpath("list.md").write_text("# A list\n\n- [LoRA](https://arxiv.org/abs/2106.09685)\n")
    ended = home.enrich("run", "--sandbox", "--prefect", "--json")
    assert ended.code == 0, ended.err
    assert not _processes_in(home.folder)
    with local_server(home.folder / "data" / ".prefect") as url:  # the server is gone, what it was told is not
        (run,) = _ask(url, "flow_runs")
        assert run["state"]["type"] == "COMPLETED"
        tasks = _ask(url, "task_runs")
        assert {task["name"].split(" (")[0] for task in tasks} >= STEPS
        assert {task["state"]["type"] for task in tasks} == {"COMPLETED"}


def test_killed_run_leaves_no_server_behind(home):
    home.raw.joinpath("list.md").write_text("# A list\n\n- [LoRA](https://arxiv.org/abs/2106.09685)\n")
    with home.start("run", "--sandbox", "--prefect") as run:
        _wait_until(lambda: any("flows.server" in command for command in _processes_in(home.folder)))
        run.kill()
    _wait_until(lambda: not _processes_in(home.folder))


def _wait_until(holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.05)


def _processes_in(folder: Path) -> list[str]:
    """The processes that were started below a folder (Linux)."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if process.joinpath("cwd").resolve().is_relative_to(folder):
                found.append(process.joinpath("cmdline").read_text())
        except OSError:
            continue
    return found
