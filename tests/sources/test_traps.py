"""Where the packages `arxiv` (a..) and `semanticscholar` (s..) lose data or manners when used as they are: closed.

The number in a name is the trap's. Faults that `test_faults` covers in every variant are touched once here.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
from pathlib import Path
from typing import Any

import httpx
import pytest

from enrich.records import Lookup, Status

from .conftest import Opener, QuickClock
from .standins import ERROR_ENTRY, PAPERS, Handler, Town, arxiv, arxiv_parameters, entry, feed, s2, s2_paper

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


async def test_trap_s07_an_unnamed_wait_grows_with_every_try(open_town: Opener, town: Town, clock: QuickClock) -> None:
    town.break_down("s2.test", lambda request: httpx.Response(429), times=4)
    assert statuses(await fetch_s2(open_town)) == {Status.OK}
    growing = [nap for nap in clock.naps if nap >= 1]
    assert len(growing) >= 4 and growing == sorted(growing)


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
async def test_trap_a04_to_a07_silence_is_not_an_answer(open_town: Opener, town: Town, answer: Handler) -> None:
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


async def test_trap_s01_connections_are_kept_between_requests(tmp_path: Path, open_town: Opener) -> None:
    connections, hung_up = 0, asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        while await reader.readline():
            while (await reader.readline()).strip():
                pass
            body = b'{"error": "Title match not found"}'
            writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
        writer.close()
        await writer.wait_closed()
        hung_up.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        async with open_town(network=None, settings={"semantic_scholar_url": address}) as sources:
            for number in range(5):
                found = await sources.semantic_scholar.find_candidates([f"An unknown title, number {number}"])
                assert statuses(found) == {Status.NOT_FOUND}
        await hung_up.wait()
    assert connections == 1


@pytest.mark.parametrize("status", [502, 503, 401, 405, 413, 301, 307, 204])
async def test_trap_s03_no_status_means_not_found(open_town: Opener, town: Town, status: int) -> None:
    town.break_down("s2.test", lambda request: httpx.Response(status))
    async with open_town() as sources:
        found = dict(await sources.semantic_scholar.fetch(KEYS))
        found |= dict(await sources.semantic_scholar.find_candidates([TITLE]))
    assert statuses(found) == {Status.UNREACHABLE}


@pytest.mark.parametrize("status", [200, 400, 403, 404, 429, 500, 504])
@pytest.mark.parametrize(
    "body", ['{"message": "Bad"}', '{"error": "x"}', "<html></html>", '{"message": 7, "code": null}']
)
async def test_trap_s04_error_bodies_of_any_shape_are_a_reason(
    open_town: Opener, town: Town, status: int, body: str
) -> None:
    town.break_down("s2.test", lambda request: httpx.Response(status, text=body))
    found = await fetch_s2(open_town)
    assert statuses(found) == {Status.UNREACHABLE}
    assert all((lookup.why or "").startswith("Semantic Scholar ") for lookup in found.values())


async def test_trap_s05_nulls_keep_their_positions(open_town: Opener) -> None:
    asked = [KEYS[0], "ARXIV:9901.00001", KEYS[1], "CorpusId:3", KEYS[2]]
    found = await fetch_s2(open_town, asked)
    assert [lookup.status for lookup in found.values()] == [
        Status.OK,
        Status.NOT_FOUND,
        Status.OK,
        Status.NOT_FOUND,
        Status.OK,
    ]


@pytest.mark.parametrize("key", ["ARXIV:1706.03762", "DOI:10.1/x", "CorpusId:4", "a" * 40, "ACL:P19-1427"])
@pytest.mark.parametrize("external", [None, {}, {"DOI": "10.48550/arXiv.1706.03762"}])
async def test_trap_s06_what_comes_back_at_a_position_is_found_whatever_its_ids(
    open_town: Opener, town: Town, key: str, external: dict[str, str] | None
) -> None:
    paper = {**(s2_paper(KEYS[0]) or {}), "externalIds": external}
    town.services["s2.test"] = lambda request: httpx.Response(200, json=[paper])
    assert (await fetch_s2(open_town, [key]))[key].status is Status.OK


async def test_trap_s08_a_failure_of_the_server_is_tried_again(open_town: Opener, town: Town) -> None:
    town.break_down("s2.test", lambda request: httpx.Response(500, json={"message": "Internal Server Error"}), times=2)
    assert statuses(await fetch_s2(open_town)) == {Status.OK}


async def test_trap_s11_nobody_touches_the_root_logger(open_town: Opener) -> None:
    before = list(logging.getLogger().handlers), logging.getLogger().level
    await fetch_s2(open_town)
    assert (list(logging.getLogger().handlers), logging.getLogger().level) == before


async def test_trap_s13_ids_travel_in_the_body(open_town: Opener, town: Town) -> None:
    odd = "DOI:10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2#x?y"
    await fetch_s2(open_town, [odd, KEYS[0]])
    assert json.loads(town.seen[0].content)["ids"] == [odd, KEYS[0]]
    assert town.seen[0].url.path == "/graph/v1/paper/batch"


async def test_trap_s14_a_match_sends_what_it_takes_and_an_empty_list_is_no_match(
    open_town: Opener, town: Town
) -> None:
    town.break_down("s2.test", lambda request: httpx.Response(200, json={"data": []}), times=1)
    async with open_town() as sources:
        found = await sources.semantic_scholar.find_candidates([TITLE])
    assert set(town.seen[0].url.params) == {"query", "fields"}
    assert (found[TITLE].status, found[TITLE].value) == (Status.NOT_FOUND, ())


async def test_trap_s16_only_flat_fields_are_asked_for_and_named(open_town: Opener, town: Town) -> None:
    await fetch_s2(open_town)
    fields = town.seen[0].url.params["fields"].split(",")
    assert "citationCount" in fields and not any("." in name or name in {"citations", "references"} for name in fields)


async def test_one_paper_with_an_odd_value_costs_no_other(open_town: Opener, town: Town) -> None:
    def odd(request: httpx.Request) -> httpx.Response:
        said = s2(request).json()
        for paper in said:
            if paper and paper["corpusId"] == 5002:
                paper["authors"] = [None]
        return httpx.Response(200, json=said)

    town.services["s2.test"] = odd
    found = await fetch_s2(open_town)
    assert [lookup.status is Status.OK for lookup in found.values()] == [True, False, True, True, True]
    assert found[KEYS[1]].status is Status.UNREACHABLE
