"""Faults of the wire itself, over loopback: bytes that drip, stop, or never come."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from enrich.records import Status
from enrich.sources import Sources, open_sources

from .conftest import QuickClock, settings_for
from .standins import PAPERS, entry, feed

ARXIV_ID = next(iter(PAPERS))
BODY = feed([entry(ARXIV_ID, PAPERS[ARXIV_ID])], size=1).content
HEAD = f"HTTP/1.1 200 OK\r\nContent-Type: application/atom+xml\r\nContent-Length: {len(BODY)}\r\n\r\n".encode()
Script = Callable[[asyncio.StreamWriter], Awaitable[None]]


async def healthy(writer: asyncio.StreamWriter) -> None:
    writer.write(HEAD + BODY)


async def drips(writer: asyncio.StreamWriter) -> None:
    """A byte now and then: every single read is quick, the whole never ends."""
    writer.write(HEAD)
    for byte in BODY:
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(0.02)


async def says_nothing(writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(30)


async def stops_in_the_middle(writer: asyncio.StreamWriter) -> None:
    writer.write(HEAD + BODY[:500])


async def hangs_up(writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


async def sends_garbage(writer: asyncio.StreamWriter) -> None:
    writer.write(b"\x00\x01 no HTTP at all\r\n\r\n")


async def claims_gzip(writer: asyncio.StreamWriter) -> None:
    writer.write(HEAD.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n") + BODY)


@asynccontextmanager
async def host(scripts: list[Script]) -> AsyncIterator[tuple[str, list[int]]]:
    """A host that follows one script a connection, the last one for good; its address, and the requests in flight."""
    load, most = 0, [0]

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal load
        load, most[0] = load + 1, max(most[0], load + 1)
        try:
            await reader.readuntil(b"\r\n\r\n")
            await (scripts.pop(0) if len(scripts) > 1 else scripts[0])(writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            load -= 1
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", most


@asynccontextmanager
async def asking(folder: Path, address: str, **given: float) -> AsyncIterator[Sources]:
    settings = settings_for(folder, arxiv_url=address, request_deadline=0.2, **given)
    async with open_sources(settings, clock=QuickClock()) as sources:
        yield sources


FAULTS = [drips, says_nothing, stops_in_the_middle, hangs_up, sends_garbage, claims_gzip]


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_broken_answer_that_passes_is_asked_for_again(tmp_path: Path, fault: Script) -> None:
    async with host([fault, healthy]) as (address, _), asking(tmp_path, address) as sources:
        found = await sources.arxiv.fetch([ARXIV_ID])
    assert found[ARXIV_ID].status is Status.OK


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_broken_answer_that_lasts_is_unreachable_and_never_kept(tmp_path: Path, fault: Script) -> None:
    async with host([fault]) as (address, _), asking(tmp_path, address) as sources:
        found = await sources.arxiv.fetch([ARXIV_ID])
    assert found[ARXIV_ID].status is Status.UNREACHABLE
    assert found[ARXIV_ID].why and found[ARXIV_ID].why.startswith("arXiv ")
    assert not list((tmp_path / "answers").rglob("*.gz"))


async def test_nobody_listening_is_said_in_a_sentence(tmp_path: Path) -> None:
    async with host([healthy]) as (address, _):
        pass
    async with asking(tmp_path, address) as sources:
        found = await sources.arxiv.fetch([ARXIV_ID])
        [usage, *_] = sources.usage()
    assert found[ARXIV_ID].status is Status.UNREACHABLE and "can't be reached at 127.0.0.1" in (usage.why or "")
    assert usage.requests == 2


async def test_arxiv_never_sees_two_connections_even_from_two_runs(tmp_path: Path) -> None:
    async def slowly(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.03)
        writer.write(HEAD + BODY)

    async with (
        host([slowly]) as (address, most),
        asking(tmp_path, address) as one,
        asking(tmp_path, address) as other,
    ):
        await asyncio.gather(
            one.arxiv.fetch([ARXIV_ID]),
            other.arxiv.fetch([ARXIV_ID]),
            one.arxiv.find_candidates([PAPERS[ARXIV_ID]]),
            other.arxiv.find_candidates(["Another title altogether"]),
        )
    assert most == [1]
