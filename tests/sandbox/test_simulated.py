from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.sandbox import simulated

BORN = date(2023, 5, 1)
DAYS = st.integers(min_value=-100, max_value=4000).map(lambda days: BORN + timedelta(days=days))
Count = Callable[[str, date, date], int]


@pytest.mark.parametrize(
    "count",
    [
        simulated.citation_count,
        simulated.influential_citation_count,
        simulated.star_count,
        simulated.fork_count,
        simulated.watcher_count,
    ],
)
@given(name=st.text(max_size=20), one=DAYS, other=DAYS)
def test_later_day_never_has_a_smaller_count(count: Count, name: str, one: date, other: date) -> None:
    early, late = sorted((one, other))
    assert 0 <= count(name, BORN, early) <= count(name, BORN, late)


def test_counts_are_the_same_in_every_process() -> None:
    assert simulated.citation_count("2106.09685", date(2021, 6, 17), date(2026, 11, 21)) == 80


def test_counts_before_publication_are_zero() -> None:
    assert simulated.citation_count("x", BORN, BORN - timedelta(days=5)) == 0


def test_counts_are_spread_widely() -> None:
    counts = sorted(simulated.star_count(f"o/r{place}", BORN, date(2026, 11, 21)) for place in range(300))
    assert counts[30] < 10
    assert counts[-10] > 5000


@given(name=st.text(max_size=20), day=DAYS)
def test_last_push_lies_between_birth_and_the_day(name: str, day: date) -> None:
    created = datetime(2023, 5, 1, 8, tzinfo=UTC)
    pushed = simulated.pushed_at(name, created, day)
    assert created <= pushed
    assert pushed.date() <= max(day, created.date())


def test_open_issues_go_up_and_down() -> None:
    months = [simulated.open_issue_count("o/r", BORN + timedelta(days=30 * month)) for month in range(24)]
    assert sorted(months) != months != sorted(months, reverse=True)
