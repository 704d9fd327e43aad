"""From nothing to a scheduled run: `prefect deploy`, a worker, a trigger and a schedule, read back through the API."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.flows.conftest import EVERY_FIVE_SECONDS, Project, make_project, wait_until

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def ran(any_server, tmp_path_factory) -> tuple[Project, dict[str, Any], dict[str, Any]]:
    """The project, its run that was triggered, and the first that the schedule brought about."""
    project = make_project(tmp_path_factory.mktemp("project"), any_server)
    project.deploy(EVERY_FIVE_SECONDS, sandbox=True)
    api = project.api
    with project.worker("--limit", "1"):
        triggered = api.trigger()
        wait_until(lambda: _ended(api.ask("flow_runs"), scheduled=True))
        return project, api.ended(triggered), _ended(api.ask("flow_runs"), scheduled=True)[0]


def _ended(runs: list[dict[str, Any]], *, scheduled: bool) -> list[dict[str, Any]]:
    ended = [run for run in runs if run["auto_scheduled"] == scheduled and run["state"]["type"] == "COMPLETED"]
    return sorted(ended, key=lambda run: run["end_time"])


def test_triggered_and_scheduled_runs_publish(ran):
    project, triggered, scheduled = ran
    for run in (triggered, scheduled):
        assert run["state"]["name"] == "Completed"
        assert run["name"].endswith("(sandbox)")
        version = run["state"]["message"].split()[1].rstrip(":")
        assert (project.folder / "data" / "sandbox" / "processed" / version / "papers.parquet").is_file()


def test_artifacts_tell_what_was_published(ran):
    project, triggered, _ = ran
    version = triggered["state"]["message"].split()[1].rstrip(":")
    found = project.api.ask("artifacts", flow_runs={"id": {"any_": [triggered["id"]]}})
    artifacts = {each["key"]: each for each in found}
    assert artifacts.keys() >= {"summary", "version", "coverage", "outcomes", "services", "progress-arxiv"}
    assert version in artifacts["summary"]["data"]
    assert version in artifacts["version"]["data"]
    (row,) = json.loads(artifacts["coverage"]["data"])
    assert (row["document"], row["papers"], row["matched"]) == ("list.md", 1, 1)
    assert artifacts["progress-arxiv"]["data"] == 100


def test_tasks_say_how_many_items_and_what_came_of_them(ran):
    project, triggered, _ = ran
    tasks = project.api.ask("task_runs", flow_runs={"id": {"any_": [triggered["id"]]}})
    states = {task["name"]: task["state"] for task in tasks}
    assert states["fetch: arxiv (1)"]["message"] == "1 ok"
    assert {state["type"] for state in states.values()} == {"COMPLETED"}


def test_published_version_is_an_event_and_a_materialized_asset(ran):
    project, triggered, _ = ran
    version = triggered["state"]["message"].split()[1].rstrip(":")

    def events(name: str) -> list[dict[str, Any]]:
        answer = project.api.ask("events", filter={"event": {"name": [name]}})
        return [each for each in answer["events"] if each["payload"].get("version") == version]

    wait_until(lambda: events("enrich.version.published") and events("prefect.asset.materialization.succeeded"))
    (published,) = events("enrich.version.published")
    assert published["resource"]["prefect.resource.id"].endswith(version)
    assert published["payload"]["papers"] == 1
    assert triggered["id"] in {each["prefect.resource.id"].split(".")[-1] for each in published["related"]}
