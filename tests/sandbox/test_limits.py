from hypothesis import given
from hypothesis import strategies as st

from enrich.sandbox.limits import Spacing, Window

GAPS = st.lists(st.floats(min_value=0, max_value=10), max_size=60)


def test_spacing_lets_pass_what_is_spaced() -> None:
    spacing = Spacing(3)
    assert [spacing.take(now) for now in (0, 2.9, 3, 5.9, 6.1)] == [True, False, True, False, True]


def test_refused_request_costs_nothing() -> None:
    spacing = Spacing(3)
    spacing.take(0)
    assert not any(spacing.take(now) for now in (1, 2, 2.5))
    assert spacing.take(3)


def test_slack_forgives_being_early_once() -> None:
    spacing = Spacing(3, slack=0.5)
    assert [spacing.take(now) for now in (0, 2.6, 5.4)] == [True, True, False]


@given(gaps=GAPS, slack=st.floats(min_value=0, max_value=5))
def test_average_is_held_whatever_comes(gaps: list[float], slack: float) -> None:
    spacing, now, passed = Spacing(3, slack), 0.0, 0
    for gap in gaps:
        now += gap
        passed += spacing.take(now)
    assert passed <= (now + slack) / 3 + 1 + 1e-6


def test_window_starts_with_its_first_request() -> None:
    window = Window(2, 60)
    assert [window.take(now) for now in (100, 110, 159, 160)] == [True, True, False, True]
    assert window.resets_in(170) == 50
    assert window.remaining == 1


def test_refund_gives_a_point_back() -> None:
    window = Window(1, 60)
    assert window.take(0)
    window.refund()
    assert window.take(1)


@given(st.lists(st.tuples(st.floats(min_value=0, max_value=30), st.integers(min_value=1, max_value=4)), max_size=50))
def test_window_never_gives_more_than_its_limit(asked: list[tuple[float, int]]) -> None:
    window, now = Window(5, 60), 0.0
    for gap, points in asked:
        now += gap
        window.take(now, points)
        assert 0 <= window.used <= 5


def test_request_that_waited_at_the_door_makes_the_next_one_no_earlier() -> None:
    held_up, late = Spacing(3), Spacing(3)
    assert held_up.take(5.0, waiting=5.0)
    assert held_up.take(5.0)
    assert late.take(5.0)
    assert not late.take(5.0, waiting=2.0)
