"""A Prefect server of one's own on loopback, for as long as a run takes.

`prefect server start` leaves a child behind when its parent is stopped; the server application under uvicorn is one
process, which ends when it is told to, and when the run that started it is gone, however that came about. Its database
stays below `home`, so earlier runs can be looked at later with `PREFECT_HOME=<home> prefect server start`.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from enrich.errors import EnrichError

# A first start on a busy machine migrates its database for up to 23 s.
START_SECONDS = 120


@contextmanager
def local_server(home: Path, port: int = 0) -> Iterator[str]:
    """Starts a server whose files lie below `home`; yields its API address; stops it on leaving.

    It listens on `port` if that is free, else on another one. Raises EnrichError, naming its log, if it stays down.
    """
    home.mkdir(parents=True, exist_ok=True)
    port = _free_port(port)
    command = [sys.executable, "-m", "flows.server", str(port)]
    # The port is also where the pages of the UI look for the API.
    environment = os.environ | {"PREFECT_HOME": str(home.resolve()), "PREFECT_SERVER_API_PORT": str(port)}
    environment.pop("PREFECT_API_URL", None)  # a server must not ask another one
    log = home / "server.log"
    with (
        log.open("wb") as output,
        subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=output, stderr=output) as server,
    ):
        try:
            url = f"http://127.0.0.1:{port}/api"
            _wait_until_healthy(url, server, log)
            yield url
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()


def _free_port(wanted: int) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            if httpx.get(f"{url}/health", timeout=2, trust_env=False).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise EnrichError(f"The Prefect server did not come up within {START_SECONDS} s; its log is {log}.")


def _serve(port: int) -> None:
    """Serves Prefect's API until stdin ends, which it does when the process at its other end has died."""
    import uvicorn

    def end_with_parent() -> None:
        sys.stdin.buffer.read()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=end_with_parent, daemon=True).start()
    uvicorn.run("prefect.server.api.server:create_app", factory=True, port=port, log_level="warning")


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
