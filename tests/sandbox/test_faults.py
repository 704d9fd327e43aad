import pytest

from enrich.errors import UsageError
from enrich.sandbox.faults import Fault, Faults
from enrich.sandbox.known_faults import CANNED, FAULTS, SERVICES


def test_fault_is_used_up_after_its_times() -> None:
    faults = Faults()
    faults.add("arxiv", "throttled", times=2)
    assert [bool(faults.take("arxiv", ["throttled"])) for _ in range(3)] == [True, True, False]
    assert faults.listed() == []


def test_fault_without_times_stays_until_cleared() -> None:
    faults = Faults([Fault("arxiv", "throttled", times=None)])
    assert all(faults.take("arxiv", ["throttled"]) for _ in range(50))
    faults.clear("arxiv")
    assert faults.take("arxiv", ["throttled"]) is None


def test_clearing_one_service_leaves_the_others() -> None:
    faults = Faults([Fault("arxiv", "throttled"), Fault("github", "bad_gateway")])
    faults.clear("github")
    assert [order["service"] for order in faults.listed()] == ["arxiv"]


def test_first_order_comes_first() -> None:
    faults = Faults([Fault("arxiv", "unavailable"), Fault("arxiv", "throttled")])
    taken = [faults.take("arxiv", ["throttled", "unavailable"]) for _ in range(2)]
    assert [fault.name for fault in taken if fault] == ["unavailable", "throttled"]


def test_after_counts_only_the_requests_it_is_about() -> None:
    faults = Faults([Fault("arxiv", "throttled", where="b", after=1)])
    assert [bool(faults.take("arxiv", ["throttled"], target)) for target in ("b", "a", "b")] == [False, False, True]


def test_fault_of_content_is_about_a_whole_name() -> None:
    faults = Faults([Fault("github", "gone", where="Owner/name", times=None)])
    assert faults.about("github", "gone", "owner/NAME")
    assert not faults.about("github", "gone", "owner/name-two")


def test_unknown_names_are_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"arxiv has no fault 'flood'. It has: late, "):
        Faults().add("arxiv", "flood")
    with pytest.raises(UsageError, match=r"No service 'crossref' in the sandbox. There are: arxiv, "):
        Faults().add("crossref", "late")


@pytest.mark.parametrize("service", SERVICES)
def test_every_fault_says_what_it_does(service: str) -> None:
    assert all(sentence for sentence in FAULTS[service].values())
    assert CANNED[service].keys() <= FAULTS[service].keys()
