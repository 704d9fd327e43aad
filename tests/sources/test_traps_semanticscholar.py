"""Where the package `semanticscholar` (s..) and httpx lose data or manners when used as they are: closed.

The number in a name is the trap's; those it shares with the package `arxiv` are in `test_traps`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
from pathlib import Path

import httpx
import pytest

from enrich.records import Status

from . import test_traps
from .conftest import Opener, QuickClock
from .standins import Town, arxiv, s2, s2_paper
from .test_traps import IDS, KEYS, TITLE, fetch_arxiv, fetch_s2, statuses


async def test_trap_s07_an_unnamed_wait_grows_with_every_try(open_town: Opener, town: Town, clock: QuickClock) -> None:
    town.break_down("s2.test", lambda request: httpx.Response(429), times=4)
    assert statuses(await fetch_s2(open_town)) == {Status.OK}
    growing = [nap for nap in clock.naps if nap >= 1]
    assert len(growing) >= 4 and growing == sorted(growing)


@pytest.mark.parametrize(
    "title", ["Salt & Pepper: A Study", "C++ in Practice", "x&fields=paperId", "100% of C#", "50%20"]
)
async def test_trap_s02_a_title_arrives_as_it_is_spelled(open_town: Opener, town: Town, title: str) -> None:
    async with open_town() as sources:
        await sources.semantic_scholar.find_candidates([title])
    assert town.seen[0].url.params["query"] == title
    assert set(town.seen[0].url.params) == {"query", "fields"}


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


async def test_trap_s10_the_cause_of_a_failure_of_ours_is_not_masked(open_town: Opener, town: Town) -> None:
    def mistaken(request: httpx.Request) -> httpx.Response:
        raise RuntimeError("the real cause")

    town.services["s2.test"] = mistaken
    with pytest.raises(RuntimeError, match="the real cause"):
        await fetch_s2(open_town)


async def test_trap_s12_the_key_is_in_no_line_of_the_log(open_town: Opener, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("semanticscholar").setLevel(logging.DEBUG)
    await fetch_s2(open_town)
    assert "s2-secret-key" not in caplog.text + "".join(str(record.args) for record in caplog.records)


async def test_trap_s15_a_batch_of_nothing_but_unknown_ids_is_an_answer(open_town: Opener, town: Town) -> None:
    found = await fetch_s2(open_town, ["ARXIV:9901.00001", "CorpusId:3"])
    assert statuses(found) == {Status.NOT_FOUND} and town.count("s2.test") == 1


async def test_trap_httpx_an_address_keeps_its_query_through_a_redirect(open_town: Opener, town: Town) -> None:
    def upgrading(request: httpx.Request) -> httpx.Response:
        if request.url.scheme == "http":
            return httpx.Response(301, headers={"location": str(request.url.copy_with(scheme="https"))})
        return arxiv(request)

    town.services["arxiv.test"] = upgrading
    assert statuses(await fetch_arxiv(open_town, arxiv_url="http://arxiv.test")) == {Status.OK}
    assert [request.url.params["id_list"] for request in town.seen] == [",".join(IDS)] * 2


def test_every_trap_is_shown_to_be_closed() -> None:
    """a01 to a20 of the package `arxiv`, s01 to s17 of `semanticscholar`, and what httpx does by default."""
    tests = [name for name in (*vars(test_traps), *globals()) if name.startswith("test_trap_")]
    shown = {trap for name in tests for trap in re.findall(r"(?<=_)(?:[as]\d\d|httpx)(?=_)", name)}
    numbered = {f"a{number:02}" for number in range(1, 21)} | {f"s{number:02}" for number in range(1, 18)}
    assert shown == numbered | {"httpx"}
