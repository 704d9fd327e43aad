"""Runs of the program as its users start it: in a process of its own, in a folder of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
SAMPLES = PROJECT / "data" / "raw"


@dataclass(frozen=True)
class Ended:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Home:
    """A working folder with documents in data/raw, in which commands are run."""

    folder: Path

    @property
    def raw(self) -> Path:
        return self.folder / "data" / "raw"

    @property
    def sandbox(self) -> Path:
        return self.folder / "data" / "sandbox" / "processed"

    def enrich(self, *words: str, stdin: str | None = None, as_mortal: bool = False, **settings: str) -> Ended:
        """Runs `enrich WORDS` here; nothing of the caller's settings reaches it but `settings`.

        `as_mortal`: permissions hold for it, even where the tests run as root.
        """
        command, env = self._call(words, settings)
        if as_mortal and os.geteuid() == 0:
            powers = "-dac_override,-dac_read_search"
            command = ["setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}", *command]
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=env,
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=240,
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    def start(self, *words: str, **settings: str) -> subprocess.Popen[bytes]:
        """Starts `enrich WORDS` here, and does not wait for it."""
        command, env = self._call(words, settings)
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, cwd=self.folder, env=env, stdin=quiet, stdout=quiet, stderr=quiet)

    def _call(self, words: tuple[str, ...], settings: dict[str, str]) -> tuple[list[str], dict[str, str]]:
        keep = ("PATH", "HOME", "LANG", "PYTHONPATH", "SYSTEMROOT", "TMPDIR")
        env = {name: os.environ[name] for name in keep if name in os.environ}
        env |= {"XDG_STATE_HOME": str(self.folder / "state"), "NO_PROXY": "*"} | settings
        return [sys.executable, "-m", "enrich", *words], env

    def versions(self) -> list[Path]:
        """The published versions of the sandbox, oldest first."""
        return sorted(path for path in self.sandbox.glob("2*Z") if path.is_dir())


def make_home(folder: Path, samples: bool = True) -> Home:
    """A working folder, with the sample documents or with none."""
    home = Home(folder)
    home.raw.mkdir(parents=True)
    if samples:
        for path in SAMPLES.glob("*.txt"):
            shutil.copy(path, home.raw)
    return home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home", samples=False)


@dataclass(frozen=True)
class SandboxRuns:
    """The sample documents, run twice against the sandbox."""

    home: Home
    first: Ended
    second: Ended


@pytest.fixture(scope="session")
def sandbox_runs(tmp_path_factory: pytest.TempPathFactory) -> SandboxRuns:
    home = make_home(tmp_path_factory.mktemp("sandbox") / "home")
    return SandboxRuns(home, home.enrich("run", "--sandbox", "--json"), home.enrich("run", "--sandbox", "--json"))
