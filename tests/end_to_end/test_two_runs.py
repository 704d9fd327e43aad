"""Two runs at once: together as polite as one, and both publish."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from enrich.sandbox import Sandbox, run_sandbox

from .standing import Home

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with run_sandbox(speed=10) as running:  # slow enough that a request which comes too soon is seen to do so
        yield running


@pytest.mark.parametrize("folders", [1, 2])
def test_two_runs_keep_the_limits_together_and_both_publish_the_same(
    sandbox: Sandbox, tmp_path: Path, folders: int
) -> None:
    """In one folder they share answers as well; in two, each asks all of it."""
    homes = [Home(tmp_path / str(place), sandbox, state=tmp_path / "state") for place in range(folders)]
    both = [home.start() for home in (homes[0], homes[-1])]
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    assert sandbox.violations == {}
    assert sandbox.journal.summary("arxiv")["max_in_flight"] == 1
    one, other = (tables for home in homes for tables in home.versions())
    assert one == other
