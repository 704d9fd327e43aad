"""What the options of `enrich run` amount to, before anything is read or asked."""

from datetime import timedelta

import pytest

from enrich.commands.run import order_of
from enrich.errors import UsageError
from enrich.pipeline import Order


def order(time_budget: str | None = None, *accept: str) -> Order:
    return order_of(offline=False, replay=False, full=False, time_budget=time_budget, accept=accept, sandbox=False)


@pytest.mark.parametrize(("text", "seconds"), [("90s", 90), ("1.5m", 90), ("2h", 7200), ("7", 7), ("0", 0)])
def test_time_budget_is_read_with_its_unit(text: str, seconds: int) -> None:
    assert order(text).time_budget == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "soon", "-1s", "10 parsecs", "99999999999999h"])
def test_time_budget_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="--time-budget"):
        order(text)


def test_unknown_check_is_refused_before_anything_is_asked() -> None:
    assert order(None, "values_lost").accept == {"values_lost"}
    with pytest.raises(UsageError, match="nonsense can't be accepted"):
        order(None, "nonsense")
