"""Measures what starting and Prefect cost: `enrich --help`, a run of the sample documents, and the same as a flow.

    python benchmarks/overhead.py [--times 3]

Every run starts from an empty folder and asks stand-ins of the services; the server that the flow runs on is up before.
Seconds are the fastest of all times, megabytes the most that the process held.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "data" / "raw"


def main() -> None:
    from flows.server import local_server

    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=3)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder, local_server(Path(folder) / "prefect") as url:
        ways = {
            "enrich --help": (["--help"], {}),
            "enrich run": (["run", "--sandbox"], {}),
            "enrich run, PREFECT_API_URL set": (["run", "--sandbox"], {"PREFECT_API_URL": url}),
        }
        print(f"{'':<34} seconds   processor s   peak MB")
        for name, (words, settings) in ways.items():
            found = [measure(Path(folder) / f"{name}-{again}", words, settings) for again in range(times)]
            seconds, processor, megabytes = zip(*found, strict=True)
            print(f"{name:<34} {min(seconds):>7.2f} {min(processor):>13.2f} {max(megabytes):>9,.0f}", flush=True)


def measure(folder: Path, words: list[str], settings: dict[str, str]) -> tuple[float, float, float]:
    """Seconds, processor seconds and peak megabytes of `enrich WORDS` in a new folder with the sample documents."""
    shutil.copytree(SAMPLES, folder / "data" / "raw", ignore=shutil.ignore_patterns("answers"))
    environment = os.environ | {"XDG_STATE_HOME": str(folder / "state")} | settings
    begun = time.perf_counter()
    with folder.joinpath("log").open("wb") as log:
        command = [sys.executable, "-m", "enrich", *words]
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(folder.joinpath("log").read_text())
    return time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
