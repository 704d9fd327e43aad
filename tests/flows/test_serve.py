"""`enrich serve`: one process that refreshes on a schedule, and takes away what it brought."""

from __future__ import annotations

import signal

import pytest

from tests.flows.conftest import EVERY_FIVE_SECONDS, PATIENCE_SECONDS, Api, Project, make_project, wait_until


def _serve(project: Project, *words: str):
    return project.started("serve.log", "enrich.cli", "serve", *words, PREFECT_API_URL="")


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
    log = project.folder / "serve.log"
    published = project.folder / "data" / "sandbox" / "processed"
    with _serve(project, "--cron", EVERY_FIVE_SECONDS, "--sandbox") as process:
        wait_until(lambda: "What ran and will run: http://" in log.read_text())
        url = log.read_text().split("What ran and will run: ")[1].split(". ")[0]
        wait_until(lambda: list(published.glob("2*Z")))
        (deployment,) = Api(f"{url}/api").ask("deployments")
        assert (deployment["name"], deployment["schedules"][0]["schedule"]["cron"]) == ("scheduled", EVERY_FIVE_SECONDS)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE_SECONDS) == 0
        wait_until(lambda: not project.processes())
    assert "Traceback" not in log.read_text()
    assert log.read_text().splitlines()[-1].startswith("Stopped.")
