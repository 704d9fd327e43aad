"""The `arxiv` package's session, without a network of its own.

The package asks its `requests.Session` for a page; ours hands the address to the transport and gives back what the
transport got (or, to read a kept answer, the kept bytes). The package neither waits nor retries here. It runs in a
worker thread, because it blocks; the transport stays on the event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import arxiv
import requests

from enrich.sources.arxiv_feed import kept_feed
from enrich.sources.exchange import Answer


class KeptSession(requests.Session):
    """A session that knows one body and gives it to whoever asks."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self._body = body

    def get(self, url: str | bytes, **_: Any) -> requests.Response:
        """The body, as if it had just come."""
        return _response(self._body)


class AskingSession(requests.Session):
    """A session whose pages come through the transport. Used in a thread other than the loop's."""

    def __init__(self, ask: Callable[[str], Awaitable[Answer]], loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self._ask, self._loop = ask, loop
        self.answers: list[Answer] = []

    def get(self, url: str | bytes, **_: Any) -> requests.Response:
        """The page at `url`; raises what the transport raises, which the package passes on untouched."""
        address = url if isinstance(url, str) else url.decode()
        answer = asyncio.run_coroutine_threadsafe(self._asked(address), self._loop).result()
        self.answers.append(answer)
        return _response(answer.body)

    async def _asked(self, url: str) -> Answer:
        return await self._ask(url)


def client(address: str, session: requests.Session, page_size: int) -> arxiv.Client:
    """A client of the package that asks `address` through `session`: no delay, no retry, pages of the size wanted."""
    made = arxiv.Client(page_size=page_size, delay_seconds=0, num_retries=0)
    made.query_url_format = f"{address}/api/query?{{}}"
    made._session = session
    return made


def results(body: bytes) -> list[arxiv.Result]:
    """What the package makes of a kept feed, all entries of its page."""
    size = len(kept_feed(body).entries)
    search = arxiv.Search(query="kept", max_results=size)
    return list(client("", KeptSession(body), size).results(search)) if size else []


def _response(body: bytes) -> requests.Response:
    response = requests.Response()
    response.status_code = 200
    response._content = body
    return response
