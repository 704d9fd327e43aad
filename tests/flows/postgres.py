"""A PostgreSQL of Debian's packages on loopback, in a folder of its own, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


@contextmanager
def running_postgres() -> Iterator[str]:
    """The address of an empty database, as Prefect wants it. Skips the test where PostgreSQL can't be started."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    if os.geteuid() == 0 and not _can_become_mortal():
        pytest.skip("PostgreSQL doesn't run as root, and there is no user postgres, or no setpriv to become that user")
    with tempfile.TemporaryDirectory(prefix="enrich-postgres-") as folder:
        as_mortal = _mortal(Path(folder))
        data, port = Path(folder, "data"), _free_port()
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
        control = [*as_mortal, str(programs / "pg_ctl"), "-D", str(data)]
        _call([*as_mortal, str(programs / "initdb"), "-D", str(data), "-U", "prefect", "-A", "trust", "-E", "UTF8"])
        _call([*control, "-w", "-l", f"{folder}/log", "-o", options, "start"])
        try:
            yield f"postgresql+asyncpg://prefect@127.0.0.1:{port}/postgres"
        finally:
            _call([*control, "-w", "-m", "immediate", "stop"])


def _programs() -> Path | None:
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = debian[-1] if debian else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _can_become_mortal() -> bool:
    with suppress(KeyError):
        return bool(pwd.getpwnam("postgres")) and shutil.which("setpriv") is not None
    return False


def _mortal(folder: Path) -> list[str]:
    """How to call a program as somebody who is not root, which PostgreSQL refuses to run as; the folder is theirs."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres", "postgres")
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _call(command: list[str]) -> None:
    # The server keeps what it is given to write to, so a pipe would stay open as long as it runs.
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert done.returncode == 0, command
