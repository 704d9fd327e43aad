"""A clock that costs no time, a town of services, and a way to open the sources on them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from enrich.settings import Settings, read_settings
from enrich.sources import Sources, open_sources

from .standins import ARXIV, DATACITE, GITHUB, HUGGING_FACE, S2, Town


class QuickClock:
    """Time that passes only by sleeping, at once. `naps` holds every wait."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 11, 21, 9, tzinfo=UTC)
        self.naps: list[float] = []

    def now(self) -> datetime:
        return self.instant

    async def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.instant += timedelta(seconds=seconds)
        await asyncio.sleep(0)

    def draw(self) -> float:
        return 0.5


@pytest.fixture
def clock() -> QuickClock:
    return QuickClock()


@pytest.fixture
def town() -> Town:
    return Town()


Opener = Callable[..., AbstractAsyncContextManager[Sources]]


def settings_for(folder: Path, **given: Any) -> Settings:
    """Settings that point to the town and keep everything below `folder`."""
    usual: dict[str, Any] = {
        "raw": folder,
        "answers": folder / "answers",
        "state": folder / "state",
        "arxiv_url": ARXIV,
        "semantic_scholar_url": S2,
        "github_url": GITHUB,
        "datacite_url": DATACITE,
        "hugging_face_url": HUGGING_FACE,
        "semantic_scholar_api_key": "s2-secret-key",
        "github_token": "github-secret-token",
        "hugging_face_budget": 100,
    }
    return read_settings(**(usual | given))


@pytest.fixture
def open_town(tmp_path: Path, clock: QuickClock, town: Town) -> Opener:
    """`async with open_town(mode=..., settings={...}) as sources`."""

    def opener(*, settings: dict[str, Any] | None = None, **given: Any) -> AbstractAsyncContextManager[Sources]:
        keywords = {"clock": clock, "network": httpx.MockTransport(town), **given}
        return open_sources(settings_for(tmp_path, **(settings or {})), **keywords)

    return opener
