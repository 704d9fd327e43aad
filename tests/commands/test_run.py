"""What the options of `enrich run` amount to, before anything is read or asked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from enrich.commands.run import order_of, tell_unreachable, what_next
from enrich.errors import UsageError
from enrich.pipeline import Order
from enrich.records import ServiceUsage, Status
from tests.tables.table_rows import sample, summary_of


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


def usage(source: str, status: Status, why: str | None) -> ServiceUsage:
    return ServiceUsage(source, requests=1, from_ledger=0, retries=0, waited_seconds=0.0, status=status, why=why)


def test_a_service_that_is_down_and_one_that_time_was_too_short_for_are_told_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    services = [
        usage("arxiv", Status.NOT_ASKED, "the time for this run was used up before arXiv could answer"),
        usage("semantic_scholar", Status.UNREACHABLE, "Semantic Scholar failed (HTTP 500)"),
        usage("github", Status.NOT_ASKED, None),
    ]
    assert tell_unreachable(services, "Run again later.")
    assert capsys.readouterr().err.splitlines() == [
        "enrich: arxiv was not asked to the end: the time for this run was used up before arXiv could answer. "
        "The next run goes on from there.",
        "enrich: semantic_scholar could not be asked: Semantic Scholar failed (HTTP 500). Run again later.",
    ]
    assert not tell_unreachable(services[2:], "Run again later.")


def test_what_comes_next_is_told_for_the_folder_that_was_published_to() -> None:
    done = summary_of(sample())
    assert what_next(done, None) == "To look at it: `enrich report --open`."
    assert "`enrich report --processed 'my lists' --open`" in what_next(done, "my lists")
    open_ones = replace(done, outcomes=dict(done.outcomes) | {"matched": done.papers - 2}, simulated=True)
    assert what_next(open_ones, None) == (
        "To look at it: `enrich report --sandbox --open`. 2 papers are open; to decide them yourself: "
        "`enrich review --sandbox`."
    )
