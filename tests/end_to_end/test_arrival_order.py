"""Whatever comes first: steps that begin and end at random moments lead to the same requests and the same tables."""

from __future__ import annotations

import asyncio
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from enrich.sandbox import run_sandbox
from enrich.walks import plainly

from .conftest import SAMPLES
from .standing import Home

LONGEST_PAUSE = 0.3  # twenty turns at arXiv, at the speed below


class Dawdling:
    """Carries steps out with a pause before and after each, which a seed draws."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    async def __call__(self, name: str, function: Callable[..., Any], *args: Any) -> Any:
        await asyncio.sleep(self._random.uniform(0, LONGEST_PAUSE))
        result = await plainly(name, function, *args)
        await asyncio.sleep(self._random.uniform(0, LONGEST_PAUSE))
        return result


@pytest.mark.slow
def test_no_byte_depends_on_the_order_of_answers(tmp_path: Path) -> None:
    orders, tables, requests = set(), [], []
    with run_sandbox(speed=200) as sandbox:
        for number, step in enumerate((plainly, Dawdling(1), Dawdling(2))):
            home = Home(tmp_path / str(number), sandbox)
            shutil.copytree(SAMPLES, home.folder / "raw", dirs_exist_ok=True, ignore=shutil.ignore_patterns("answers"))
            requests.append(home.finish(step))
            tables += home.versions()
            orders.add(tuple((entry.service, entry.target) for entry in sandbox.journal.entries()))
    assert len(orders) == 3, "the pauses changed nothing"
    assert requests[1:] == requests[:1] * 2
    assert len(tables) == 3 and tables[1:] == tables[:1] * 2
