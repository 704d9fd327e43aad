"""Errors: one tree, drawn where it is declared, and whole across process borders."""

import inspect
import pickle

import pytest

from enrich import errors

ALL = [cls for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, errors.EnrichError)]


@pytest.mark.parametrize("error", ALL)
def test_error_survives_pickling(error: type[errors.EnrichError]) -> None:
    back = pickle.loads(pickle.dumps(error("papers.txt:3 is odd. Mend it.")))
    assert type(back) is error
    assert str(back) == "papers.txt:3 is odd. Mend it."


@pytest.mark.parametrize("error", ALL)
def test_error_stands_in_the_drawn_tree(error: type[errors.EnrichError]) -> None:
    assert error.__name__ in (errors.__doc__ or "").split()


def test_usage_errors_exit_with_2() -> None:
    assert {error.exit_code for error in ALL if issubclass(error, errors.UsageError)} == {2}
    assert {error.exit_code for error in ALL if not issubclass(error, errors.UsageError)} == {1}
