"""The `semanticscholar` package's requester, without a network of its own.

Everything of the package that asks goes through `ApiRequester._get_data_async`; ours hands the request to the transport
and keeps the answer whole, because the package drops the nulls of a batch and with them the positions. The package's
retries, its log lines (which hold the key) and its reading of errors are left behind.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from semanticscholar.ApiRequester import ApiRequester

from enrich.sources.exchange import Answer


class TransportRequester(ApiRequester):  # type: ignore[misc]
    """A requester that asks through the transport. `answers` holds what came, in order."""

    def __init__(self, ask: Callable[[str, Mapping[str, Any] | None], Awaitable[Answer]]) -> None:
        # With `retry` the package calls the method below as it is; without, it wraps it in a retry of its own.
        super().__init__(timeout=None, retry=True)
        self._ask = ask
        self.answers: list[Answer] = []

    async def _get_data_async(
        self, url: str, parameters: str, headers: Mapping[str, str], payload: Mapping[str, Any] | None = None
    ) -> Any:
        """The parsed body of an answer; raises what the transport raises."""
        answer = await self._ask(f"{url}?{parameters.lstrip('&')}" if parameters else url, payload)
        self.answers.append(answer)
        return answer.json()
