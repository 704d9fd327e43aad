"""Where the package `arxiv` (a..) loses data or manners when used as it is: closed.

The number in a name is the trap's; s.. is one that the package `semanticscholar` shares. Faults that `test_faults`
covers in every variant are touched once here.
"""

from __future__ import annotations

import asyncio
import itertools
from typing import Any

import httpx
import pytest

from enrich.records import Lookup, Status

from .conftest import Opener, QuickClock
from .standins import ERROR_ENTRY, PAPERS, Handler, Town, arxiv, arxiv_parameters, entry, feed

IDS = list(PAPERS)[:5]
KEYS = [f"ARXIV:{arxiv_id}" for arxiv_id in IDS]
TITLE = PAPERS["2401.00101"]


async def fetch_arxiv(open_town: Opener, ids: list[str] | None = None, **settings: Any) -> dict[str, Lookup[Any]]:
    async with open_town(settings=settings) as sources:
        return dict(await sources.arxiv.fetch(IDS if ids is None else ids))


async def fetch_s2(open_town: Opener, keys: list[str] | None = None, **settings: Any) -> dict[str, Lookup[Any]]:
    async with open_town(settings=settings) as sources:
        return dict(await sources.semantic_scholar.fetch(KEYS if keys is None else keys))


def statuses(found: dict[str, Lookup[Any]]) -> set[Status]:
    return {lookup.status for lookup in found.values()}


class Silence(httpx.AsyncBaseTransport):
    """A network that never answers."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(60)
        raise AssertionError


@pytest.mark.parametrize("source", ["arxiv", "semantic_scholar"])
async def test_trap_a01_s17_a_request_has_a_deadline(open_town: Opener, source: str) -> None:
    async with open_town(network=Silence(), settings={"request_deadline": 0.05}) as sources:
        asked: Any = getattr(sources, source)
        found = await asked.fetch(IDS if source == "arxiv" else KEYS)
    assert statuses(found) == {Status.UNREACHABLE}


async def test_trap_a02_s07_retry_after_is_honoured(open_town: Opener, town: Town, clock: QuickClock) -> None:
    for host in ("arxiv.test", "s2.test"):
        town.break_down(host, lambda request: httpx.Response(429, headers={"retry-after": "77"}), times=1)
    assert statuses(await fetch_arxiv(open_town)) == statuses(await fetch_s2(open_town)) == {Status.OK}
    assert clock.naps.count(77.0) == 2


async def test_trap_a03_a_rejected_request_is_not_repeated_and_its_words_survive(open_town: Opener, town: Town) -> None:
    rejection = feed([ERROR_ENTRY.format(slug="q", words="start must be an integer")], status=400)
    town.break_down("arxiv.test", lambda request: rejection)
    found = await fetch_arxiv(open_town, IDS[:1])
    assert town.count("arxiv.test") == 1
    assert "start must be an integer" in (found[IDS[0]].why or "")


async def test_one_id_that_arxiv_rejects_costs_no_other(open_town: Opener, town: Town) -> None:
    """The rules of ids may change: what we think is well formed may be rejected one day."""

    def picky(request: httpx.Request) -> httpx.Response:
        if IDS[3] in arxiv_parameters(request)[0]:
            return feed([ERROR_ENTRY.format(slug="i", words=f"incorrect id format for {IDS[3]}")], status=400)
        return arxiv(request)

    town.services["arxiv.test"] = picky
    found = await fetch_arxiv(open_town, list(PAPERS)[:100])
    assert found[IDS[3]].status is Status.UNREACHABLE
    assert sum(lookup.status is Status.OK for lookup in found.values()) == 99
    assert town.count("arxiv.test") < 20


@pytest.mark.parametrize(
    "answer",
    [
        lambda request: feed([ERROR_ENTRY.format(slug="x", words="an error")]),
        lambda request: feed([], total=214881),
        lambda request: httpx.Response(200, text="Rate exceeded."),
        lambda request: httpx.Response(200, text="<html></html>"),
        lambda request: httpx.Response(200),
        lambda request: httpx.Response(200, content=arxiv(request).content[:-40]),
        lambda request: httpx.Response(200, content=arxiv(request).content.replace(b"<published>", b"<publ>", 1)),
    ],
    ids=["a04 error entry", "a05 empty page", "a06 text", "a06 HTML", "a06 empty", "a07 truncated", "a07 mismatched"],
)
async def test_trap_a04_a05_a06_a07_silence_is_not_an_answer(open_town: Opener, town: Town, answer: Handler) -> None:
    town.break_down("arxiv.test", answer, times=1)
    assert statuses(await fetch_arxiv(open_town)) == {Status.OK}
    assert town.count("arxiv.test") == 2


@pytest.mark.parametrize("error", [httpx.ReadError, httpx.ReadTimeout, httpx.ConnectError, httpx.RemoteProtocolError])
async def test_trap_a08_a09_s08_broken_connections_are_tried_again(
    open_town: Opener, town: Town, error: type[httpx.TransportError]
) -> None:
    def fault(request: httpx.Request) -> httpx.Response:
        raise error("broken")

    for host in ("arxiv.test", "s2.test"):
        town.break_down(host, fault, times=1)
    assert statuses(await fetch_arxiv(open_town)) == statuses(await fetch_s2(open_town)) == {Status.OK}


async def test_trap_a10_there_is_a_pause_before_every_further_try(
    open_town: Opener, town: Town, clock: QuickClock
) -> None:
    moments = []

    def refused(request: httpx.Request) -> httpx.Response:
        moments.append(clock.now())
        raise httpx.ConnectError("refused")

    town.break_down("arxiv.test", refused)
    await fetch_arxiv(open_town)
    gaps = [(later - earlier).total_seconds() for earlier, later in itertools.pairwise(moments)]
    assert gaps and min(gaps) >= 3.0


async def test_trap_a11_simultaneous_callers_share_one_gate(open_town: Opener, town: Town, clock: QuickClock) -> None:
    moments = []

    def noting(request: httpx.Request) -> httpx.Response:
        moments.append(clock.now())
        return arxiv(request)

    town.services["arxiv.test"] = noting
    async with open_town() as sources:
        await asyncio.gather(*(sources.arxiv.fetch([arxiv_id]) for arxiv_id in IDS))
    gaps = [(later - earlier).total_seconds() for earlier, later in itertools.pairwise(moments)]
    assert len(gaps) == 4 and min(gaps) >= 3.0


@pytest.mark.parametrize("count", [1, 7, 100, 101, 250])
async def test_trap_a12_a13_as_many_results_are_asked_for_as_ids(open_town: Opener, town: Town, count: int) -> None:
    found = await fetch_arxiv(open_town, list(PAPERS)[:count])
    assert statuses(found) == {Status.OK} and len(found) == count
    for request in town.seen:
        ids, _, size = arxiv_parameters(request)
        assert size == len(ids) <= 100


async def test_trap_a14_missing_ids_are_told_and_order_is_ours(open_town: Opener) -> None:
    found = await fetch_arxiv(open_town, ["2402.00009", *reversed(IDS), "2402.00008"])
    assert list(found) == ["2402.00009", *reversed(IDS), "2402.00008"]
    assert [found[asked].status for asked in ("2402.00009", "2402.00008")] == [Status.NOT_FOUND] * 2
    assert all(found[asked].value.ids.arxiv_id == asked for asked in IDS)


async def test_trap_a15_the_user_agent_names_us_and_a_contact(open_town: Opener, town: Town) -> None:
    await fetch_arxiv(open_town, contact="someone@example.org")
    assert town.seen[0].headers["user-agent"].startswith("enrich/")
    assert "mailto:someone@example.org" in town.seen[0].headers["user-agent"]
    assert "application/atom+xml" in town.seen[0].headers["accept"]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ('Say "Hello" World', 'ti:"Say Hello World"'),
        ("A trailing backslash \\", 'ti:"A trailing backslash"'),
        (r"Decay as $t^{-\beta}$ of G\"odel", 'ti:"Decay as t^ -β of Gödel"'),
        ("Over\n two   lines", 'ti:"Over two lines"'),
        ("100% of C# (and {braces})", 'ti:"100% of C# (and braces )"'),
    ],
)
async def test_trap_a16_a_title_stays_one_phrase(open_town: Opener, town: Town, title: str, asked: str) -> None:
    async with open_town() as sources:
        await sources.arxiv.find_candidates([title])
    assert arxiv_parameters(town.seen[0])[1] == asked


async def test_trap_a17_a_total_that_changes_between_requests_loses_nothing(open_town: Opener, town: Town) -> None:
    totals = itertools.count(100, -1)

    def shrinking(request: httpx.Request) -> httpx.Response:
        ids, _, size = arxiv_parameters(request)
        next(totals)
        return feed([entry(one, PAPERS[one]) for one in ids], total=len(ids), size=size)

    town.services["arxiv.test"] = shrinking
    assert statuses(await fetch_arxiv(open_town, list(PAPERS)[:150])) == {Status.OK}


@pytest.mark.parametrize("source", ["arxiv", "semantic_scholar"])
async def test_trap_a18_s09_the_event_loop_goes_on_while_a_service_is_asked(open_town: Opener, source: str) -> None:
    asked, seen = asyncio.Event(), asyncio.Event()

    class Waiting(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            asked.set()
            await seen.wait()  # set by another task of the same loop, which a blocked loop would never run
            await request.aread()
            return Town()(request)

    async def other() -> None:
        await asked.wait()
        seen.set()

    async with open_town(network=Waiting()) as sources:
        one: Any = getattr(sources, source)
        found, _ = await asyncio.gather(one.fetch(IDS if source == "arxiv" else KEYS), other())
    assert statuses(found) == {Status.OK}


async def test_trap_a19_the_first_real_doi_is_taken_and_the_abstract_is_one_line(open_town: Opener, town: Town) -> None:
    dois = "<arxiv:doi>see below 10.1000/FIRST 10.1000/second</arxiv:doi><arxiv:doi>10.1000/third</arxiv:doi>"
    town.services["arxiv.test"] = lambda request: feed([entry(IDS[0], "T", dois)])
    record = (await fetch_arxiv(open_town, IDS[:1]))[IDS[0]].value
    assert record.ids.doi == "10.1000/first" and record.abstract == "We measure lichens."


async def test_trap_a20_an_entry_that_cannot_be_read_never_shifts_the_others(open_town: Opener, town: Town) -> None:
    def one_bad(request: httpx.Request) -> httpx.Response:
        return httpx.Response(
            200, content=arxiv(request).content.replace(b"<updated>2024", b"<updated></updated><x>", 1)
        )

    town.break_down("arxiv.test", one_bad, times=1)
    found = await fetch_arxiv(open_town, list(PAPERS)[:120])
    assert {asked: lookup.value.ids.arxiv_id for asked, lookup in found.items()} == {one: one for one in found}
