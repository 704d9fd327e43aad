"""Many titles in one request to Semantic Scholar: a shortcut to what single requests find, and never more than that."""

from __future__ import annotations

import re
from datetime import timedelta

import httpx
import pytest

from enrich.records import Lookup, Status

from .conftest import Opener, QuickClock
from .faults import MATRIX, states
from .standins import PAPERS, Handler, Town

KNOWN = [PAPERS[key] for key in list(PAPERS)[100:112]]
UNKNOWN = ["Zebras, Unheard of by Anybody at All", "Of Gnus Nobody Wrote a Word"]
FAULTS = {
    fault.name: fault.handler for fault in MATRIX if fault.service == "semantic_scholar" and not fault.batches_only
}
FAULTS |= {
    "empty page with total": states(200, {"total": 7, "token": None, "data": []}),
    "null list": states(200, {"total": 7, "data": None}),
    "no list": states(200, {"total": 7}),
    "no valid ids": states(400, {"error": "No valid paper ids given"}),
    "no match": states(404, {"error": "Title match not found"}),
}
Found = dict[str, Lookup[object]]


def is_shared(request: httpx.Request) -> bool:
    return request.url.path.endswith("/paper/search/bulk")


def shared_fails(town: Town, fault: Handler, times: int) -> None:
    """The next `times` requests for several titles meet a fault; all else is well."""
    healthy, left = town.services["s2.test"], times

    def answer(request: httpx.Request) -> httpx.Response:
        nonlocal left
        if not is_shared(request) or not left:
            return healthy(request)
        left -= 1
        return fault(request)

    town.services["s2.test"] = answer


async def find(open_town: Opener, titles: list[str]) -> Found:
    async with open_town() as sources:
        return dict(await sources.semantic_scholar.find_candidates(titles))


def statuses(found: Found) -> set[Status]:
    return {lookup.status for lookup in found.values()}


def shared(town: Town) -> list[str]:
    return [request.url.params["query"] for request in town.seen if is_shared(request)]


async def test_titles_go_ten_a_request_and_only_those_left_go_alone(open_town: Opener, town: Town) -> None:
    found = await find(open_town, [*KNOWN, *UNKNOWN])
    assert [len(re.findall(r'"[^"]+"', query)) for query in shared(town)] == [10, 4]
    assert len(town.seen) == 4
    assert statuses({title: found[title] for title in KNOWN}) == {Status.OK}
    assert statuses({title: found[title] for title in UNKNOWN}) == {Status.NOT_FOUND}
    await find(open_town, [*KNOWN, *UNKNOWN])
    assert len(town.seen) == 4


async def test_two_titles_are_not_worth_a_request_of_their_own(open_town: Opener, town: Town) -> None:
    assert statuses(await find(open_town, KNOWN[:2])) == {Status.OK}
    assert len(town.seen) == 2 and not shared(town)


async def test_trap_s02_titles_stay_phrases_whatever_is_in_them(open_town: Opener, town: Town) -> None:
    await find(open_town, ['Salt & Pepper: "A" Study', "C++ | Java - in Practice", "x&fields=paperId of 50%20 + 1"])
    assert shared(town) == ['"Salt & Pepper: A Study" | "C++ | Java - in Practice" | "x&fields=paperId of 50%20 + 1"']


async def test_a_page_that_has_nothing_and_says_so_leaves_the_titles_to_single_requests(
    open_town: Opener, town: Town
) -> None:
    shared_fails(town, states(200, {"total": 0, "token": None}), times=1)
    assert statuses(await find(open_town, KNOWN[:4])) == {Status.OK}
    assert len(town.seen) == 5


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
async def test_a_fault_of_a_shared_request_never_makes_a_title_unknown(
    open_town: Opener, town: Town, fault: Handler
) -> None:
    shared_fails(town, fault, times=10**6)
    async with open_town() as sources:
        found = await sources.semantic_scholar.find_candidates(KNOWN)
        [usage] = [usage for usage in sources.usage() if usage.source == "semantic_scholar"]
    assert statuses(found) in ({Status.OK}, {Status.UNREACHABLE})
    assert (usage.status is Status.OK) == (statuses(found) == {Status.OK})  # nothing is lost, so nothing is reported


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
async def test_after_a_fault_of_a_shared_request_the_next_run_finds_every_title(
    open_town: Opener, town: Town, clock: QuickClock, fault: Handler
) -> None:
    healthy = town.services["s2.test"]
    shared_fails(town, fault, times=10**6)
    await find(open_town, KNOWN)
    town.services["s2.test"] = healthy
    clock.instant += timedelta(hours=1)  # a key that was refused is tried again by then
    assert statuses(await find(open_town, KNOWN)) == {Status.OK}


async def test_a_run_does_not_insist_on_a_shared_request_that_failed(open_town: Opener, town: Town) -> None:
    shared_fails(town, states(404, {"message": "Not Found"}), times=10**6)
    titles = [PAPERS[key] for key in list(PAPERS)[100:160]]
    assert statuses(await find(open_town, titles)) == {Status.OK}
    assert len(set(shared(town))) == 1 and len(town.seen) == len(shared(town)) + len(titles)
