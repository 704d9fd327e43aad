"""A Prefect server, a worker and a project folder, as people set them up: by Prefect's own commands, on loopback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from flows.server import local_server
from tests.flows.postgres import running_postgres

PROJECT = Path(__file__).parents[2]
# Seconds are the sixth field of a cron line; people leave it out, a test can't wait for the full minute.
EVERY_FIVE_SECONDS = "* * * * * */5"
LIST = "# A list\n\n- [LoRA](https://arxiv.org/abs/2106.09685)\n"
# Generous, because a machine with other work takes minutes for what an idle one does in seconds. Nothing waits longer
# than until what it waits for is there, or can't come any more.
PATIENCE_SECONDS = 240
OVER = ("COMPLETED", "FAILED", "CANCELLED", "CRASHED")


@dataclass(frozen=True)
class Api:
    """What a Prefect server knows."""

    url: str

    def ask(self, kind: str, **words: Any) -> Any:
        return self.post(f"{kind}/filter", words)

    def post(self, path: str, words: dict[str, Any]) -> Any:
        """What the server answers; it says 503 while its SQLite is busy, which its own clients ask again after."""
        answers: list[httpx.Response] = []

        def answered() -> bool:
            answers.append(httpx.post(f"{self.url}/{path}", json=words, timeout=PATIENCE_SECONDS, trust_env=False))
            return answers[-1].status_code != httpx.codes.SERVICE_UNAVAILABLE

        wait_until(answered)
        answers[-1].raise_for_status()
        return answers[-1].json() if answers[-1].content else None

    def run(self, run_id: str) -> dict[str, Any]:
        (run,) = self.ask("flow_runs", flow_runs={"id": {"any_": [run_id]}})
        return dict(run)

    def ended(self, run_id: str) -> dict[str, Any]:
        """The run, once it is over."""
        wait_until(lambda: self.run(run_id)["state"]["type"] in OVER)
        return self.run(run_id)


@dataclass(frozen=True)
class Project:
    """A folder with documents and a prefect.yaml, where people call `prefect`."""

    folder: Path
    api: Api

    @property
    def processed(self) -> Path:
        return self.folder / "data" / "processed"

    @property
    def name(self) -> str:
        """What its deployment and its work pool are called, as projects share a server."""
        return self.folder.name

    def deploy(self, cron: str | None, *others: dict[str, Any], **parameters: Any) -> None:
        """Puts onto the server what prefect.yaml deploys, at another time, with other parameters, and `others`."""
        wanted = yaml.safe_load((PROJECT / "prefect.yaml").read_text())
        (weekly,) = (each for each in wanted["deployments"] if each["name"] == "weekly")
        weekly |= {"name": self.name, "schedules": [{"cron": cron}] if cron else []}
        weekly["work_pool"]["name"] = self.name
        weekly["parameters"] |= parameters
        wanted["deployments"] = [weekly, *others]
        self.folder.joinpath("prefect.yaml").write_text(yaml.safe_dump(wanted))
        self.call("prefect", "work-pool", "create", self.name, "--type", "process")
        self.call("prefect", "--no-prompt", "deploy", "--all")

    @property
    def deployment(self) -> str:
        """The id of the deployment."""
        (deployment,) = self.api.ask("deployments", deployments={"name": {"any_": [self.name]}})
        return str(deployment["id"])

    def runs(self) -> list[dict[str, Any]]:
        """All runs of the deployment, those to come as well."""
        return list(self.api.ask("flow_runs", deployments={"name": {"any_": [self.name]}}))

    def trigger(self, **parameters: Any) -> str:
        """Asks for a run of the deployment; returns its id."""
        path = f"deployments/{self.deployment}/create_flow_run"
        return str(self.api.post(path, {"parameters": parameters})["id"])

    def call(self, module: str, *words: str, **settings: str) -> None:
        """Runs `python -m MODULE WORDS` here, with this server and these settings ("": none); it must end well."""
        command, env = [sys.executable, "-m", module, *words], self._env(settings)
        done = subprocess.run(command, cwd=self.folder, env=env, capture_output=True, text=True, timeout=240)
        assert done.returncode == 0, done.stdout + done.stderr

    @contextmanager
    def started(self, log: str, module: str, *words: str, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
        """Runs `python -m MODULE WORDS` here until the block is left; what it prints is in the file `log`."""
        command, env = [sys.executable, "-m", module, *words], self._env(settings)
        with (
            self.folder.joinpath(log).open("ab") as output,
            subprocess.Popen(command, cwd=self.folder, env=env, stdout=output, stderr=output) as process,
        ):
            try:
                yield process
            finally:
                while left := self.processes():  # again, for what they have started meanwhile
                    kill_all(left)

    def worker(self, *words: str, **settings: str) -> AbstractContextManager[object]:
        """A worker with these settings, until the block is left."""
        return self.started("worker.log", "prefect", "worker", "start", "--pool", self.name, *words, **settings)

    def _env(self, settings: dict[str, str]) -> dict[str, str]:
        keep = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH", "TMPDIR") if name in os.environ}
        usual = {
            "HOME": str(self.folder),
            "PREFECT_API_URL": self.api.url,
            "PREFECT_HOME": str(self.folder / "prefect"),
            "PREFECT_WORKER_QUERY_SECONDS": "1",
            "XDG_STATE_HOME": str(self.folder / "state"),
            "DO_NOT_TRACK": "1",
            "NO_PROXY": "*",
        }
        return {name: value for name, value in (keep | usual | settings).items() if value}

    def processes(self) -> list[int]:
        """The processes that work in this folder (Linux)."""
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if process.joinpath("cwd").resolve(strict=True).is_relative_to(self.folder):
                    found.append(int(process.name))
            except OSError:
                continue
        return found


def kill_all(processes: list[int]) -> None:
    """Ends processes without a word, as a power cut does."""
    for process in processes:
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            continue


def wait_until(holds: Callable[[], Any]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.2)  # what is asked has work to do beside answering


def make_project(folder: Path, url: str, text: str = LIST) -> Project:
    project = Project(folder, Api(url))
    folder.joinpath("data", "raw").mkdir(parents=True)
    folder.joinpath("data", "raw", "list.md").write_text(text)
    return project


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server as people start it, with SQLite behind it."""
    with local_server(tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with PostgreSQL behind it."""
    with pytest.MonkeyPatch.context() as patch, running_postgres() as database:
        patch.setenv("PREFECT_API_DATABASE_CONNECTION_URL", database)
        with local_server(tmp_path_factory.mktemp("postgres")) as url:
            patch.undo()
            yield url
