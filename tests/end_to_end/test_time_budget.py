"""`--time-budget`: a run stops asking in time and calls nothing unknown; the next one goes on from there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pandas as pd
import pytest

from enrich.pipeline import Order, run
from enrich.records import Status
from enrich.sandbox import Sandbox, run_sandbox
from enrich.settings import Settings, read_settings
from enrich.sources.ledger import Ledger
from enrich.tables import Summary
from tests.sources.conftest import QuickClock

from .standing import fill

pytestmark = pytest.mark.slow
COUNTED = ("outcome", "arxiv_id", "citation_count", "abstract", "stars", "year")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with run_sandbox(speed=1000) as running:  # the runs' own clock costs no time, so its limits must not either
        yield running


@dataclass
class Bureau:
    """A folder with documents, and a clock that goes by waits alone."""

    settings: Settings
    clock: QuickClock

    async def run(self, seconds: float | None) -> Summary:
        """A run in so much time."""
        return await run(
            self.settings, Order(time_budget=None if seconds is None else timedelta(seconds=seconds)), clock=self.clock
        )

    @property
    def answers(self) -> Counter[tuple[str, str, str]]:
        """How often each thing was answered."""
        entries = Ledger(self.settings.answers_folder).answers()
        return Counter((entry.source, entry.kind, item) for entry in entries for item in entry.items)

    @property
    def papers(self) -> pd.DataFrame:
        return pd.read_parquet(Path(self.settings.processed) / "latest" / "papers.parquet").set_index("paper_id")


def open_bureau(folder: Path, sandbox: Sandbox) -> Bureau:
    fill(folder)
    given = {"raw": folder / "raw", "processed": str(folder / "processed"), "catalog": folder / "none.titles"}
    limits = {"state": folder / "state", "time_scale": 1.0}
    return Bureau(read_settings(**sandbox.settings() | given | limits), QuickClock())


@pytest.mark.parametrize("seconds", [0, 1, 4, 8])
async def test_a_run_stops_in_time_and_the_next_goes_on_from_there(
    sandbox: Sandbox, tmp_path: Path, seconds: float
) -> None:
    whole = open_bureau(tmp_path / "whole", sandbox)
    await whole.run(None)
    bureau = open_bureau(tmp_path / "cut", sandbox)
    started_at = bureau.clock.now()
    summary = await bureau.run(seconds)
    assert bureau.clock.now() - started_at <= timedelta(seconds=seconds)
    assert {usage.status for usage in summary.services if usage.why} == {Status.NOT_ASKED}
    papers, unasked = bureau.papers, whole.answers - bureau.answers
    assert unasked and not bureau.answers - whole.answers
    assert "not_found" not in set(papers.outcome) | set(papers.arxiv_status) | set(papers.s2_status)
    untold = papers[papers.s2_status == "not_asked"]
    assert untold.citation_count.isna().all() and untold.s2_observed_at.isna().all()

    bureau.clock.instant += timedelta(minutes=1)
    summary = await bureau.run(None)
    assert not [usage for usage in summary.services if usage.why]
    assert bureau.answers == whole.answers  # each once
    pd.testing.assert_frame_equal(bureau.papers[[*COUNTED]], whole.papers[[*COUNTED]])
