"""`enrich serve`: one process that refreshes on a schedule, tells nobody outside, and takes away what it brought."""

from __future__ import annotations

import os
import signal

import httpx
import pytest

from tests.flows.conftest import EVERY_FIVE_SECONDS, PATIENCE_SECONDS, Api, Project, make_project, wait_until

# Every Python that finds this file imports it first: it notes whom the process looks up and talks to.
WITNESS = """
import sys
from pathlib import Path

def witness(event, arguments):
    if event == "socket.getaddrinfo":
        note(arguments[0])
    elif event == "socket.connect" and isinstance(arguments[1], tuple):
        note(arguments[1][0])

def note(host):
    with Path(__file__).with_name("heard").open("a") as heard:
        print(host.decode() if isinstance(host, bytes) else host, file=heard)

sys.addaudithook(witness)
"""


def _serve(project: Project, *words: str, **settings: str):
    own_server = {"PREFECT_API_URL": "", "PREFECT_HOME": "", "DO_NOT_TRACK": ""}
    return project.started("serve.log", "enrich", "serve", *words, **own_server | settings)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--cron", "0 6 * *"), "--cron '0 6 * *' is no schedule: write minute, hour, day, month and weekday"),
        (("--cron", "at dawn"), "--cron 'at dawn' is no schedule"),
        (("--cron", "0 6 * * 1", "--timezone", "Nowhere"), "--timezone 'Nowhere' is unknown"),
        (("--cron", "0 6 * * 1", "--time-budget", "soon"), "--time-budget 'soon' is no time"),
    ],
)
def test_serve_refuses_what_no_clock_can_follow(tmp_path, words, sentence):
    project = make_project(tmp_path / "project", "")
    with _serve(project, *words) as process:
        assert process.wait(PATIENCE_SECONDS) == 2
    told = project.folder.joinpath("serve.log").read_text()
    assert told.startswith(f"enrich: {sentence}")
    assert told.count("\n") == 1


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_serve_refreshes_on_schedule_and_leaves_nothing_behind(tmp_path):
    project = make_project(tmp_path / "project", "")
    witness = project.folder / "witness"
    witness.mkdir()
    witness.joinpath("sitecustomize.py").write_text(WITNESS)
    paths = os.pathsep.join([str(witness), *filter(None, [os.environ.get("PYTHONPATH")])])
    log = project.folder / "serve.log"
    published = project.folder / "data" / "sandbox" / "processed"
    with _serve(project, "--cron", EVERY_FIVE_SECONDS, "--sandbox", PYTHONPATH=paths) as process:
        wait_until(lambda: "What ran and will run: http://" in log.read_text() or process.poll() is not None)
        url = log.read_text().split("What ran and will run: ")[1].split(". ")[0]
        wait_until(lambda: list(published.glob("2*Z")) or process.poll() is not None)
        (deployment,) = Api(f"{url}/api").ask("deployments")
        assert (deployment["name"], deployment["schedules"][0]["schedule"]["cron"]) == ("scheduled", EVERY_FIVE_SECONDS)
        settings = httpx.get(f"{url}/api/admin/settings", trust_env=False, timeout=PATIENCE_SECONDS).json()
        assert settings["server"]["analytics_enabled"] is False
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE_SECONDS) == 0
        wait_until(lambda: not project.processes())
    assert "Traceback" not in log.read_text()
    assert log.read_text().splitlines()[-1].startswith("Stopped.")
    _check_nobody_outside_was_told(witness.joinpath("heard").read_text())
    _check_files_of_prefect_lie_below_data(project)


def _check_nobody_outside_was_told(heard: str) -> None:
    hosts = set(heard.split())
    assert "127.0.0.1" in hosts  # the witness was there
    assert hosts <= {"127.0.0.1", "localhost", "::1", "None"}


def _check_files_of_prefect_lie_below_data(project: Project) -> None:
    """The home folder of its user is that of the project."""
    assert project.folder.joinpath("data", ".prefect", "prefect.db").is_file()
    found = [path.relative_to(project.folder).parts for path in project.folder.rglob("*prefect*")]
    assert [parts for parts in found if parts[:2] != ("data", ".prefect")] == []
