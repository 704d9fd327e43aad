"""The wheel, installed in an environment of its own, elsewhere: everything it needs is in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from .conftest import PROJECT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel; its dependencies are lent by this one."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    subprocess.run(build, cwd=PROJECT, check=True, capture_output=True)
    (wheel,) = folder.glob("dist/*.whl")
    venv.create(folder / "env", with_pip=False)
    python = folder / "env" / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    (packages,) = folder.glob("env/lib/python*/site-packages")
    # A path line lends the dependencies, but not what is installed there in editable form.
    packages.joinpath("lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "env" / "bin"


def run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "NO_PROXY": "*"}
    return subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, timeout=240, check=False)


def test_wheel_runs_the_sandbox_on_a_folder_of_documents(installed, tmp_path):
    tmp_path.joinpath("papers").mkdir()
    tmp_path.joinpath("papers", "list.md").write_text("# A list\n\n- [LoRA](https://arxiv.org/abs/2106.09685)\n")
    ended = run(installed, tmp_path, str(installed / "enrich"), "run", "--sandbox", "--raw", "papers", "--json")
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["outcomes"] == {"matched": 1, "not_found": 0, "unresolved": 0}
    assert tmp_path.joinpath("data", "sandbox", "processed", "latest", "papers.parquet").exists()


def test_wheel_carries_the_flows_and_nothing_of_the_checkout(installed, tmp_path):
    code = "import enrich, flows.refresh; print(enrich.__file__); print(flows.refresh.__file__)"
    ended = run(installed, tmp_path, str(installed / "python"), "-c", code)
    assert ended.returncode == 0, ended.stderr
    assert all(Path(line).is_relative_to(installed.parent) for line in ended.stdout.split())
