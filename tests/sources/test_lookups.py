"""What is asked of whom: halving, giving up, and what the usage of a run says about it."""

from __future__ import annotations

import json
from datetime import timedelta

import httpx

from enrich.records import Status

from .conftest import Opener, QuickClock
from .standins import ERROR_ENTRY, PAPERS, Town, feed, s2

KEYS = [f"ARXIV:{arxiv_id}" for arxiv_id in PAPERS]


async def test_one_bad_id_among_many_is_found_by_halving(open_town: Opener, town: Town) -> None:
    def picky(request: httpx.Request) -> httpx.Response:
        bad = KEYS[200] in json.loads(request.content)["ids"]
        return httpx.Response(400, json={"error": "Bad id"}) if bad else s2(request)

    town.services["s2.test"] = picky
    async with open_town() as sources:
        found = await sources.semantic_scholar.fetch(KEYS)
        usage = sources.usage()[1]
    assert [key for key, lookup in found.items() if lookup.status is not Status.OK] == [KEYS[200]]
    assert found[KEYS[200]].status is Status.UNREACHABLE
    assert usage.requests < 20 and usage.status is Status.UNREACHABLE and "Bad id" in (usage.why or "")


async def test_a_batch_that_is_bad_as_a_whole_is_given_up_soon(open_town: Opener, town: Town) -> None:
    words = "incorrect id format for something"
    town.break_down("arxiv.test", lambda request: feed([ERROR_ENTRY.format(slug="i", words=words)]))
    async with open_town() as sources:
        found = await sources.arxiv.fetch(list(PAPERS)[:100])
    assert {lookup.status for lookup in found.values()} == {Status.UNREACHABLE}
    assert town.count("arxiv.test") <= 12


async def test_a_service_that_fails_is_left_alone_and_tried_again_later(open_town: Opener, town: Town) -> None:
    town.break_down("arxiv.test", lambda request: httpx.Response(429))
    async with open_town() as sources:
        await sources.arxiv.fetch(list(PAPERS))
        after_one = town.count("arxiv.test")
        await sources.arxiv.find_candidates([PAPERS["2401.00101"]])
        assert town.count("arxiv.test") == after_one == 4
        clock = sources._transport.clock
        await clock.sleep(601)
        town.recover()
        found = await sources.arxiv.fetch(list(PAPERS))
        usage = sources.usage()[0]
    assert {lookup.status for lookup in found.values()} == {Status.OK}
    assert usage.status is Status.UNREACHABLE  # a title has no answer, and the run must say so


async def test_a_recovered_service_that_left_nothing_open_is_ok(open_town: Opener, town: Town) -> None:
    town.break_down("arxiv.test", lambda request: httpx.Response(503), times=2)
    async with open_town() as sources:
        await sources.arxiv.fetch(list(PAPERS)[:3])
        usage = sources.usage()[0]
    assert (usage.status, usage.why, usage.retries, usage.requests) == (Status.OK, None, 2, 3)
    assert usage.waited_seconds > 5


async def test_a_spent_time_budget_is_told_from_an_outage(open_town: Opener, town: Town) -> None:
    async with open_town(time_budget=timedelta(seconds=1)) as sources:
        found = await sources.arxiv.fetch(list(PAPERS))
        usage = sources.usage()[0]
    assert (usage.status, usage.requests) == (Status.NOT_ASKED, 1)
    assert "time" in (usage.why or "") and {lookup.status for lookup in found.values()} == {Status.OK, Status.NOT_ASKED}


async def test_what_the_end_of_the_run_cuts_short_is_no_failure_of_the_service(
    open_town: Opener, town: Town, clock: QuickClock
) -> None:
    def slow(request: httpx.Request) -> httpx.Response:
        clock.instant += timedelta(seconds=30)
        raise httpx.ReadTimeout("")

    town.break_down("arxiv.test", slow)
    async with open_town(time_budget=timedelta(seconds=60)) as sources:
        found = await sources.arxiv.fetch(list(PAPERS)[:3])
        usage = sources.usage()[0]
    assert {lookup.status for lookup in found.values()} == {usage.status} == {Status.NOT_ASKED}
    assert usage.requests == 2


async def test_a_time_budget_of_nothing_asks_nobody(open_town: Opener, town: Town) -> None:
    async with open_town(time_budget=timedelta(0)) as sources:
        await sources.arxiv.fetch(list(PAPERS))
        usage = sources.usage()[0]
    assert (usage.status, usage.requests, town.count("arxiv.test")) == (Status.NOT_ASKED, 0, 0)


async def test_without_a_network_the_first_service_finds_that_out_for_the_others(open_town: Opener, town: Town) -> None:
    def refused(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("[Errno -2] Name or service not known")

    for host in ("arxiv.test", "s2.test", "github.test"):
        town.break_down(host, refused)
    async with open_town() as sources:
        await sources.arxiv.fetch(list(PAPERS))
        await sources.semantic_scholar.find_candidates([PAPERS["2401.00101"], PAPERS["2401.00102"]])
        await sources.github.fetch(["lichen/growth-1"])
        usage = sources.usage()
    assert [one.requests for one in usage] == [2, 1, 1]
    assert [(one.why or "").partition(" can't be reached")[0] for one in usage] == [
        "arXiv",
        "Semantic Scholar",
        "GitHub",
    ]
    assert all("Errno" not in (one.why or "") for one in usage)
