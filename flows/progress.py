"""How far a run is, live in the UI: one progress artifact for each service, brought up to date every second."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from httpx import HTTPError
from prefect.artifacts import acreate_progress_artifact, aupdate_progress_artifact

# An artifact is a write to the server; oftener than that, nobody can read it.
EVERY_SECONDS = 1.0


@dataclass(slots=True)
class _Bar:
    total: int = 0
    done: int = 0
    shown: tuple[int, int] | None = None
    artifact: UUID | None = None

    @property
    def percent(self) -> float:
        return 100 * min(1.0, self.done / self.total) if self.total else 100.0


class LiveProgress:
    """The pipeline's `Progress`, and a context in which what it hears is passed on."""

    def __init__(self) -> None:
        self._bars: dict[str, _Bar] = {}

    async def __aenter__(self) -> LiveProgress:
        self._passing_on = asyncio.create_task(self._pass_on())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._passing_on.cancel()
        with suppress(asyncio.CancelledError):
            await self._passing_on
        await self._show()

    def begin(self, source: str, total: int) -> None:
        """`total` more items are asked of `source`."""
        self._bars.setdefault(source, _Bar()).total += total

    def advance(self, source: str, count: int, requests: int = 0) -> None:
        """`count` of them are answered, or given up."""
        self._bars[source].done += count

    async def _pass_on(self) -> None:
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            await self._show()

    async def _show(self) -> None:
        """Writes the bars that moved. A server that doesn't take them stops no run."""
        for source, bar in list(self._bars.items()):
            if bar.shown != (bar.done, bar.total):
                bar.shown = (bar.done, bar.total)
                with suppress(HTTPError):
                    await self._write(source, bar)

    async def _write(self, source: str, bar: _Bar) -> None:
        text = f"{source}: {bar.done:,} of {bar.total:,} answered"
        if bar.artifact is None:
            key = f"progress-{source.replace('_', '-')}"
            bar.artifact = await acreate_progress_artifact(bar.percent, key=key, description=text)
        else:
            await aupdate_progress_artifact(bar.artifact, bar.percent, description=text)
