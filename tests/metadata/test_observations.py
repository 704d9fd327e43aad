"""Histories: one run per stretch of equal values, whatever order and overlap the answers come in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from enrich.metadata.observations import Observation, extend_history
from enrich.schema import ObservationRow

from .scenes import START, week


def seen(value: int, number: int, entity: str = "arxiv:1") -> Observation:
    return Observation(entity, "citation_count", value, week(number))


def run(value: int, first: int, last: int, entity: str = "arxiv:1") -> ObservationRow:
    return ObservationRow(
        entity_id=entity,
        metric="citation_count",
        value=value,
        first_observed_at=week(first),
        last_observed_at=week(last),
    )


def extended(
    history: Sequence[ObservationRow], observed: Sequence[Observation], renamed: Mapping[str, str] | None = None
) -> list[ObservationRow]:
    return list(extend_history(history, observed, renamed or {}))


def test_equal_values_are_one_run() -> None:
    assert extended([run(3, 0, 1)], [seen(3, 2)]) == [run(3, 0, 2)]


def test_value_that_returns_begins_a_new_run() -> None:
    assert extended([run(3, 0, 0), run(4, 1, 1)], [seen(3, 2)]) == [run(3, 0, 0), run(4, 1, 1), run(3, 2, 2)]


def test_answer_read_again_adds_nothing() -> None:
    assert extended([run(3, 0, 2)], [seen(3, 2), seen(9, 1)]) == [run(3, 0, 2)]


def test_histories_of_two_names_of_one_paper_are_joined_in_time() -> None:
    rows = [run(4, 2, 3), run(2, 0, 0, "s2:9"), run(4, 1, 1, "s2:9")]
    assert extended(rows, [seen(5, 6)], {"s2:9": "arxiv:1"}) == [run(2, 0, 0), run(4, 1, 3), run(5, 6, 6)]


def test_what_was_counted_side_by_side_stays_under_both_names() -> None:
    rows = [run(4, 0, 2), run(3, 0, 1, "s2:9")]
    for number in (3, 4):  # and so it is in every later run
        rows = extended(rows, [seen(5, number)], {"s2:9": "arxiv:1"})
        assert rows == [run(4, 0, 2), run(5, 3, number), run(3, 0, 1, "s2:9")]


def test_of_two_earlier_names_that_were_counted_side_by_side_one_goes_along() -> None:
    rows = [run(4, 0, 2, "doi:1"), run(3, 0, 1, "s2:9")]
    merged = extended(rows, [seen(5, 3)], {"s2:9": "arxiv:1", "doi:1": "arxiv:1"})
    assert merged == [run(4, 0, 2), run(5, 3, 3), run(3, 0, 1, "s2:9")]


def test_runs_stay_in_the_order_of_keys_where_names_move() -> None:
    rows = [run(1, 0, 0, "arxiv:2"), run(2, 0, 0, "doi:1"), run(3, 0, 0, "s2:9")]
    merged = extended(rows, [seen(7, 1, "github:4")], {"s2:9": "arxiv:1"})
    assert [row.entity_id for row in merged] == ["arxiv:1", "arxiv:2", "doi:1", "github:4"]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5)), max_size=30))
def test_history_tells_every_value_at_every_moment(steps: list[tuple[int, int]]) -> None:
    rows: list[ObservationRow] = []
    at, told = START, []
    for value, hours in steps:
        at += timedelta(hours=hours)
        told.append((at, value))
        rows = extended(rows, [Observation("arxiv:1", "stars", value, at)])
    for moment, value in told:
        assert [row.value for row in rows if row.first_observed_at <= moment <= row.last_observed_at] == [value]
    assert all(row.value != after.value for row, after in pairwise(rows))
