"""Prefect on a terminal, where it is at its most talkative: what it says of telemetry, with and without `flows`."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

NOTICE = "telemetry"


@pytest.mark.parametrize(("modules", "sends"), [("flows, prefect", False), ("prefect", True)])
def test_prefect_sends_nothing_home_once_flows_is_imported(tmp_path, modules, sends):
    said = _on_a_terminal(f"import {modules}", tmp_path)
    assert (NOTICE in said) == sends, said


def _on_a_terminal(code: str, home: Path) -> str:
    """What Python prints there, for somebody who uses Prefect for the first time."""
    keep = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH") if name in os.environ}
    env = keep | {
        "HOME": str(home),
        "PREFECT_HOME": str(home / ".prefect"),
        "PREFECT_API_URL": "http://127.0.0.1:9/api",
    }
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", code], env=env, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        said = b""
        while printed := _read(ours):
            said += printed
        os.close(ours)
    assert process.returncode == 0, said
    return said.decode().lower()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux says so when nobody holds the other end any more
        return b""
