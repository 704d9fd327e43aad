"""Documents read and titles matched on the workers of Dask, started as people start them, and on one machine."""

from __future__ import annotations

import socket
from contextlib import closing

import pytest

from flows.shards import DOCUMENTS, TITLES
from tests.flows.conftest import PATIENCE_SECONDS, make_project, wait_until

pytest.importorskip("prefect_dask", reason="needs the extra dask")
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

KNOWN = "LoRA: Low-Rank Adaptation of Large Language Models"
# Titles a document: enough that there are two shards of them, too.
ITEMS = TITLES // DOCUMENTS + 1


def test_run_on_dask_gives_the_same_bytes(server, tmp_path):
    project = make_project(tmp_path / "project", server)
    for number in range(DOCUMENTS + 3):
        titles = [KNOWN, *(f"Nobody knows of case {place}, study {number}" for place in range(ITEMS))]
        lines = "".join(f"- {title} (2021)\n" for title in titles)
        project.folder.joinpath("data", "raw", f"{number:03}.md").write_text(f"# List {number}\n\n{lines}")
    address = f"tcp://127.0.0.1:{_free_port()}"
    scheduler = ("dask", "scheduler", "--host", "127.0.0.1", "--port", address.rsplit(":")[-1], "--no-dashboard")
    worker = ("dask", "worker", address, "--nworkers", "2", "--nthreads", "1", "--no-dashboard")
    with project.started("scheduler.log", *scheduler):
        wait_until(lambda: _listens(address))
        with project.started("dask.log", *worker):
            project.call("enrich", "run", "--offline", "--processed", "here")
            dask = {"ENRICH_TASK_RUNNER": f"dask:{address}"}
            project.call("enrich", "run", "--offline", "--processed", "there", **dask)
    here, there = (project.folder / folder / "latest" / "mentions.parquet" for folder in ("here", "there"))
    assert here.read_bytes() == there.read_bytes()
    tasks = project.api.ask("task_runs", sort="EXPECTED_START_TIME_DESC")
    names = [task["name"] for task in tasks]
    assert names.count(f"extract mentions 1/2 ({DOCUMENTS})") == 2
    assert names.count(f"match: catalog 1/2 ({TITLES:,})") == 2
    (told,) = {task["state"]["message"] for task in tasks if task["name"] == f"match: catalog 1/2 ({TITLES:,})"}
    assert told == f"{TITLES - DOCUMENTS:,} unresolved, {DOCUMENTS} matched"


def test_run_without_a_scheduler_fails_with_one_sentence(server, tmp_path):
    project = make_project(tmp_path / "project", server)
    for number in range(DOCUMENTS):
        project.folder.joinpath("data", "raw", f"{number:03}.md").write_text(f"# List {number}\n\n- {KNOWN}\n")
    nobody = f"tcp://127.0.0.1:{_free_port()}"
    settings = {"ENRICH_TASK_RUNNER": f"dask:{nobody}", "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}
    with project.started("run.log", "enrich", "run", "--offline", **settings) as process:
        assert process.wait(PATIENCE_SECONDS) == 1
    told = project.folder.joinpath("run.log").read_text()
    assert told.splitlines()[-1].startswith(f"enrich: No Dask scheduler answers at {nobody} (")
    assert "Traceback" not in told


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _listens(address: str) -> bool:
    with closing(socket.socket()) as probe:
        return probe.connect_ex(("127.0.0.1", int(address.rsplit(":")[-1]))) == 0
