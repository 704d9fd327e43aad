"""What goes wrong between a server and its workers: cancelled, killed and overlapping runs, and what they leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from enrich.sandbox import Sandbox, run_sandbox
from flows.sole import LOCK
from tests.flows.conftest import Api, Project, kill_all, make_project, wait_until

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

# Titles that nobody knows: each is a request to Semantic Scholar, a tenth of a second apart at this speed.
UNHEARD_OF = [f"On the {number}th unheard-of property of imaginary lists" for number in range(12, 36)]
SPEED = 10.0
SERVICES = ("arxiv", "semantic_scholar", "github", "datacite")
KEYS = {"semantic_scholar_api_key": "SEMANTIC_SCHOLAR_API_KEY", "github_token": "GITHUB_TOKEN"}


@dataclass(frozen=True)
class Place:
    """Folders of one test, below a deployed project, and the stand-ins that its runs ask."""

    project: Project
    sandbox: Sandbox
    raw: Path
    processed: Path

    def trigger(self) -> str:
        return self.project.trigger(raw=str(self.raw), processed=str(self.processed))

    def versions(self) -> list[Path]:
        return [path for path in self.processed.glob("2*Z") if path.is_dir()]

    def wait_for_requests(self) -> None:
        """Until a run is in the middle of its asking."""
        wait_until(lambda: len(self.sandbox.journal.entries("semantic_scholar")) >= 4)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with run_sandbox(speed=SPEED) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def deployed(server, tmp_path_factory) -> Project:
    project = make_project(tmp_path_factory.mktemp("failing"), server)
    project.deploy(None)
    return project


@pytest.fixture(scope="module")
def worker(deployed, sandbox) -> Iterator[None]:
    with _worker(deployed, sandbox):
        yield


def _worker(project: Project, sandbox: Sandbox) -> AbstractContextManager[object]:
    given = sandbox.settings().items()
    settings = {KEYS.get(name, f"ENRICH_{name.upper()}"): str(value) for name, value in given}
    return project.worker(ENRICH_REQUEST_DEADLINE="3600", **settings)  # a run that is not answered stays where it is


@pytest.fixture
def place(deployed, sandbox, tmp_path) -> Place:
    raw = tmp_path / "raw"
    raw.mkdir()
    raw.joinpath("list.md").write_text("# Unheard of\n\n" + "".join(f"- {title} (2019)\n" for title in UNHEARD_OF))
    sandbox.journal.clear()
    sandbox.faults.clear()
    return Place(deployed, sandbox, raw, tmp_path / "processed")


def _progress(api: Api, run_id: str) -> dict[str, Any] | None:
    """The bar that shows how far Semantic Scholar is, once there is one."""
    found = api.ask("artifacts", flow_runs={"id": {"any_": [run_id]}})
    return next((each for each in found if each["key"] == "progress-semantic-scholar"), None)


def test_second_run_on_a_folder_does_nothing_and_a_cancelled_one_ends_cleanly(place, worker):
    api = place.project.api
    place.sandbox.faults.add("semantic_scholar", "hang", after=4, times=None)
    first = place.trigger()
    place.wait_for_requests()
    wait_until(lambda: _progress(api, first))
    assert _progress(api, first)["data"] < 100
    second = api.ended(place.trigger())
    assert (second["state"]["type"], second["state"]["name"]) == ("CANCELLED", "AlreadyRunning")
    assert "Another run is at work on" in second["state"]["message"]
    assert api.run(first)["state"]["type"] == "RUNNING"
    api.post(f"flow_runs/{first}/set_state", {"state": {"type": "CANCELLING"}})
    assert api.ended(first)["state"]["type"] == "CANCELLED"
    assert place.versions() == []
    with FileLock(place.processed / LOCK, timeout=10):
        assert not place.processed.joinpath(LOCK).with_suffix(".run").exists()


def test_refresh_without_documents_fails_with_one_sentence(place, worker):
    place.raw.joinpath("list.md").unlink()
    ended = place.project.api.ended(place.trigger())
    assert ended["state"]["type"] == "FAILED"
    assert "holds no document" in ended["state"]["message"]
    assert "\n" not in ended["state"]["message"]


def test_refresh_that_could_not_ask_a_service_is_partial(place, worker):
    place.sandbox.faults.add("semantic_scholar", "forbidden", times=None)
    ended = place.project.api.ended(place.trigger())
    assert (ended["state"]["type"], ended["state"]["name"]) == ("COMPLETED", "Partial")
    assert "semantic_scholar was not asked to the end" in ended["state"]["message"]
    assert len(place.versions()) == 1


def test_run_after_a_power_cut_completes_and_asks_nothing_twice_beyond_a_batch(place, worker):
    api = place.project.api
    first = place.trigger()
    place.wait_for_requests()
    kill_all(place.project.processes())
    assert api.run(first)["state"]["type"] == "RUNNING"  # nobody was left to say otherwise
    with _worker(place.project, place.sandbox):
        second = api.ended(place.trigger())
    assert (second["state"]["type"], second["state"]["name"]) == ("COMPLETED", "Completed"), second["state"]
    assert len(place.versions()) == 1
    died = api.run(first)["state"]
    assert (died["type"], second["id"] in died["message"]) == ("CRASHED", True)
    for service in SERVICES:
        asked = Counter(each.target for each in place.sandbox.journal.entries(service) if each.method == "GET")
        assert asked.total() - len(asked) <= 1, asked
    assert [limit for limit in api.ask("v2/concurrency_limits") if limit["active_slots"]] == []
