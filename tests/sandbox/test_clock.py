from datetime import date, timedelta

import pytest

from enrich.errors import UsageError
from enrich.sandbox.clock import Clock, ManualClock

from .conftest import START


async def test_manual_clock_moves_only_when_told() -> None:
    clock = ManualClock(start=START)
    assert clock.seconds() == 0
    await clock.sleep(30)
    assert clock.seconds() == 30
    assert clock.now() == START + timedelta(seconds=30)
    clock.advance(days=40)
    assert clock.now() == START + timedelta(days=40, seconds=30)
    assert clock.wall() == START.timestamp() + 30


def test_clock_runs_at_its_speed() -> None:
    clock = Clock(1_000_000)
    before = clock.seconds()
    assert clock.seconds() > before
    assert clock.jitter == 100_000


@pytest.mark.parametrize("speed", [0, -1, float("nan"), float("inf")])
def test_impossible_speed_is_a_sentence(speed: float) -> None:
    with pytest.raises(UsageError, match="can't run at speed"):
        Clock(speed)


def test_simulated_day_is_the_one_asked_for_and_passes() -> None:
    clock = Clock(today=date(2027, 3, 1))
    assert clock.today() == date(2027, 3, 1)
    clock.advance(days=31)
    assert clock.today() == date(2027, 4, 1)
