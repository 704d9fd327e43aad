"""`kill -9` at random moments: nothing that was answered is asked again, and the tables come out the same.

Moments are counted in requests that the sandbox has seen, so the same ones come back on any machine.
"""

from __future__ import annotations

import os
import random
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from enrich.sandbox import Sandbox, run_sandbox
from enrich.sources.ledger import Entry

from .standing import Home

pytestmark = pytest.mark.slow

SERVICES = {"arxiv", "semantic_scholar", "github", "hugging_face"}
SEED, KILLS = 20261121, 20
REQUESTS = 24  # that a whole run makes


@dataclass(frozen=True)
class Moment:
    """When a run is killed: once the sandbox has seen so many requests, or, beyond the last one, while it publishes.

    `answering`: the answer to the last of these is just on its way; else that request never gets one.
    """

    requests: int
    answering: bool

    def __str__(self) -> str:
        return f"{self.requests}-{'answering' if self.answering else 'asking'}"


def draw_moments() -> list[Moment]:
    """The moments of the seed, all different. Two requests more than there are stand for the time behind them."""
    possible = [Moment(requests, answering) for requests in range(1, REQUESTS + 3) for answering in (False, True)]
    return random.Random(SEED).sample(possible, KILLS)


def kill(home: Home, sandbox: Sandbox, moment: Moment, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """A run that is killed at a moment; the requests that it made until then."""
    reached, add = threading.Event(), sandbox.journal.add

    def count(entry: Any) -> None:
        add(entry)
        if len(sandbox.journal.entries()) == moment.requests:
            if not moment.answering:
                os.kill(process.pid or 0, signal.SIGKILL)
            reached.set()

    with monkeypatch.context() as patch:
        patch.setattr(sandbox.journal, "add", count)
        process = home.start()
        while not (reached.is_set() or list(home.folder.glob("processed/.draft-*"))) and process.is_alive():
            reached.wait(0.001)
        process.kill()
        process.join()
    assert process.exitcode == -signal.SIGKILL
    return Counter(sandbox.requests)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with run_sandbox(speed=60) as running:
        yield running


@dataclass(frozen=True)
class Whole:
    """A run that nobody disturbed: its requests by service, and its tables."""

    requests: Counter[str]
    tables: dict[str, bytes]


@pytest.fixture(scope="module")
def whole(sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    home = Home(tmp_path_factory.mktemp("whole"), sandbox)
    return Whole(home.finish(), home.versions()[0])


def test_the_run_to_be_killed_asks_all_services(whole: Whole) -> None:
    assert set(whole.requests) == SERVICES and whole.requests.total() == REQUESTS


@pytest.mark.parametrize("moment", draw_moments(), ids=str)
def test_a_killed_run_costs_one_request_a_service_at_most_and_no_byte(
    sandbox: Sandbox, whole: Whole, moment: Moment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path, sandbox)
    before = kill(home, sandbox, moment, monkeypatch)
    kept = home.kept()
    lost = before - by_source(kept)
    assert all(count <= 1 for count in lost.values()), lost

    after = home.finish()
    told_now = [answer for answer in home.kept() if answer.path not in {one.path for one in kept}]
    assert by_source(told_now) == after
    assert sandbox.violations == {}
    assert not covered(kept) & covered(told_now)
    assert all(before[name] + after[name] <= whole.requests[name] + 1 for name in SERVICES)
    assert home.versions() == [whole.tables]


def by_source(answers: list[Entry]) -> Counter[str]:
    """How many answers there are of each source."""
    return Counter(answer.source for answer in answers)


def covered(answers: list[Entry]) -> set[tuple[str, str, str]]:
    """What answers are about."""
    return {(answer.source, answer.kind, item) for answer in answers for item in answer.items}
