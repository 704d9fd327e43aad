"""From nothing to a scheduled run: `prefect deploy`, a worker, a trigger and a schedule, read back through the API."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.flows.conftest import EVERY_FIVE_SECONDS, OVER, Project, make_project, wait_until

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

# What docs/how-to/schedule.md shows: a deployment that follows on every published version. Nobody works on its queue.
FOLLOWER = {
    "name": "follower",
    "entrypoint": "follow.py:follow",
    "work_pool": {"work_queue_name": "later"},
    "triggers": [
        {
            "type": "event",
            "expect": ["enrich.version.published"],
            "parameters": {"version": "{{ event.payload.version }}"},
        }
    ],
}
FOLLOW = "from prefect import flow\n\n\n@flow\ndef follow(version: str) -> None: ...\n"


@dataclass(frozen=True)
class Ran:
    """The project, its run that was triggered, and the first that the schedule brought about."""

    project: Project
    triggered: dict[str, Any]
    scheduled: dict[str, Any]

    def ask(self, kind: str, run: dict[str, Any]) -> list[dict[str, Any]]:
        return list(self.project.api.ask(kind, flow_runs={"id": {"any_": [run["id"]]}}))


@pytest.fixture(scope="module", params=["server", "postgres_server"], ids=["sqlite", "postgresql"])
def ran(request, tmp_path_factory) -> Ran:
    project = make_project(tmp_path_factory.mktemp("deployed"), request.getfixturevalue(request.param))
    project.folder.joinpath("follow.py").write_text(FOLLOW)
    follower = FOLLOWER | {"work_pool": {"name": project.name} | FOLLOWER["work_pool"]}
    project.deploy(EVERY_FIVE_SECONDS, follower, sandbox=True)
    with project.worker("--limit", "1", "--work-queue", "default"):
        triggered = project.trigger()
        wait_until(lambda: _by_schedule(project))
        ran = Ran(project, project.api.ended(triggered), _by_schedule(project)[0])
    project.api.post(f"deployments/{project.deployment}/pause_deployment", {})  # others use this server as well
    return ran


def _by_schedule(project: Project) -> list[dict[str, Any]]:
    """The runs that the schedule brought about and that are over, in the order of their ends."""
    over = [run for run in project.runs() if run["auto_scheduled"] and run["state"]["type"] in OVER]
    return sorted(over, key=lambda run: run["end_time"])


def _version(run: dict[str, Any]) -> str:
    return str(run["state"]["message"].split()[1].rstrip(":"))


def test_triggered_and_scheduled_runs_publish(ran):
    for run in (ran.triggered, ran.scheduled):
        assert run["state"]["name"] == "Completed", run["state"]
        assert run["name"].endswith("(sandbox)")
        processed = Path(ran.project.folder, "data", "sandbox", "processed")
        assert processed.joinpath(_version(run), "papers.parquet").is_file()


def test_artifacts_tell_what_was_published(ran):
    artifacts = {each["key"]: each for each in ran.ask("artifacts", ran.triggered)}
    assert artifacts.keys() >= {"summary", "version", "coverage", "outcomes", "services", "progress-arxiv"}
    assert _version(ran.triggered) in artifacts["summary"]["data"]
    assert _version(ran.triggered) in artifacts["version"]["data"]
    (row,) = json.loads(artifacts["coverage"]["data"])
    assert (row["document"], row["papers"], row["matched"]) == ("list.md", 1, 1)
    assert artifacts["progress-arxiv"]["data"] == 100


def test_later_of_two_runs_tells_what_has_changed_since(ran):
    earlier, later = sorted((ran.triggered, ran.scheduled), key=_version)
    (summary,) = (each["data"] for each in ran.ask("artifacts", later) if each["key"] == "summary")
    since = re.search(r"Since version (\w+): 0 added, 0 gone, 0 renamed papers", summary)
    assert since and _version(earlier) <= since[1] < _version(later)  # others may have run in between


def test_tasks_say_how_many_items_and_what_came_of_them(ran):
    states = {task["name"]: task["state"] for task in ran.ask("task_runs", ran.triggered)}
    assert states["fetch: arxiv (1)"]["message"] == "1 ok"
    assert {state["type"] for state in states.values()} == {"COMPLETED"}


def test_published_version_is_an_event_and_a_materialized_asset(ran):
    def events(name: str) -> list[dict[str, Any]]:
        answer = ran.project.api.ask("events", filter={"event": {"name": [name]}})
        return [each for each in answer["events"] if each["payload"].get("version") == _version(ran.triggered)]

    wait_until(lambda: events("enrich.version.published") and events("prefect.asset.materialization.succeeded"))
    (published,) = events("enrich.version.published")
    assert published["resource"]["prefect.resource.id"].endswith(_version(ran.triggered))
    assert published["payload"]["papers"] == 1
    assert ran.triggered["id"] in {each["prefect.resource.id"].split(".")[-1] for each in published["related"]}


def test_automation_starts_what_follows_with_the_version(ran):
    def followed() -> set[str]:
        runs = ran.project.api.ask("flow_runs", flows={"name": {"any_": ["follow"]}})
        return {run["parameters"]["version"] for run in runs}

    wait_until(lambda: {_version(ran.triggered), _version(ran.scheduled)} <= followed())
