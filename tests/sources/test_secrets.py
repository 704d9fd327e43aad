"""Keys go to their own host as a header, and appear nowhere else."""

from __future__ import annotations

import gzip
import logging
from pathlib import Path

import httpx
import pytest

from enrich.records import Status

from .conftest import Opener
from .standins import PAPERS, REPOSITORIES, Town

KEYS = ("s2-secret-key", "github-secret-token")
ARXIV_ID, NAME = next(iter(PAPERS)), next(iter(REPOSITORIES))


async def everything(open_town: Opener) -> str:
    """Ask every service for something; what came back, and the usage, as text."""
    async with open_town() as sources:
        found = [
            await sources.arxiv.fetch([ARXIV_ID]),
            await sources.semantic_scholar.fetch([f"ARXIV:{ARXIV_ID}"]),
            await sources.semantic_scholar.find_candidates([PAPERS[ARXIV_ID]]),
            await sources.github.fetch([NAME]),
        ]
        return f"{found} {sources.usage()} {sources}"


def written(folder: Path) -> bytes:
    """Everything below a folder, unpacked."""
    parts = []
    for path in folder.rglob("*"):
        if path.is_file():
            parts.append(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())
    return b"".join(parts)


def echo(request: httpx.Request) -> httpx.Response:
    """A service that repeats the headers it got in its error message."""
    return httpx.Response(400, json={"error": f"bad {dict(request.headers)}", "message": str(request.headers.raw)})


@pytest.mark.parametrize("broken", [False, True])
async def test_keys_are_in_no_log_file_value_or_error(
    open_town: Opener, town: Town, tmp_path: Path, caplog: pytest.LogCaptureFixture, broken: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    for host in ("s2.test", "github.test") if broken else ():
        town.break_down(host, echo)
    said = await everything(open_town)
    logged = caplog.text + "".join(str(record.args) for record in caplog.records)
    for key in KEYS:
        assert key not in said
        assert key not in logged
        assert key.encode() not in written(tmp_path)


async def test_a_key_that_a_healthy_answer_repeats_is_not_kept(open_town: Opener, town: Town, tmp_path: Path) -> None:
    healthy = town.services["s2.test"]

    def repeating(request: httpx.Request) -> httpx.Response:
        said = healthy(request).json()
        papers = said if isinstance(said, list) else said["data"]
        papers[0]["title"] = request.headers["x-api-key"]
        return httpx.Response(200, json=said)

    town.services["s2.test"] = repeating
    said = await everything(open_town)
    assert KEYS[0] not in said and KEYS[0].encode() not in written(tmp_path)


async def test_keys_go_to_their_own_host_alone(open_town: Opener, town: Town) -> None:
    await everything(open_town)
    for request in town.seen:
        assert (KEYS[0] in str(request.headers.raw)) == (request.url.host == "s2.test")
        assert (KEYS[1] in str(request.headers.raw)) == (request.url.host == "github.test")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "target", ["https://elsewhere.test/graphql", "//elsewhere.test/x", "http://s2.test/downgraded"]
)
async def test_no_redirect_carries_a_key_away(open_town: Opener, town: Town, status: int, target: str) -> None:
    town.services |= {"elsewhere.test": lambda request: httpx.Response(200, json=[])}
    for host in ("s2.test", "github.test"):
        town.break_down(host, lambda request: httpx.Response(status, headers={"location": target}))
    async with open_town() as sources:
        found = await sources.semantic_scholar.fetch([f"ARXIV:{ARXIV_ID}"])
        found |= await sources.github.fetch([NAME])  # type: ignore[operator]
    assert {lookup.status for lookup in found.values()} == {Status.UNREACHABLE}
    assert town.count("elsewhere.test") == 0
    assert all(request.url.scheme == "https" for request in town.seen)


async def test_an_upgrade_to_https_on_the_same_host_is_followed(open_town: Opener, town: Town) -> None:
    healthy = town.services["arxiv.test"]

    def upgrading(request: httpx.Request) -> httpx.Response:
        if request.url.scheme == "http":
            return httpx.Response(301, headers={"location": str(request.url.copy_with(scheme="https"))})
        return healthy(request)

    town.services["arxiv.test"] = upgrading
    async with open_town(settings={"arxiv_url": "http://arxiv.test"}) as sources:
        found = await sources.arxiv.fetch([ARXIV_ID])
    assert found[ARXIV_ID].status is Status.OK
