"""One served sandbox on a clock that stands still, so that limits take no real time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx
import pytest

from enrich.sandbox import Sandbox, run_sandbox
from enrich.sandbox.clock import ManualClock
from enrich.sandbox.github import GITHUB_TOKEN
from enrich.sandbox.semantic_scholar import SEMANTIC_SCHOLAR_KEY

START = datetime(2026, 11, 21, 9, tzinfo=UTC)
# Longer than every limit: between two requests of a test nothing is throttled unless the test wants it.
PATIENCE = 4.0


@dataclass(frozen=True)
class Bench:
    """The sandbox and a client that waits politely, in simulated time."""

    sandbox: Sandbox
    client: httpx.Client

    def get(self, path: str, **words: object) -> httpx.Response:
        self.sandbox.clock.advance(seconds=PATIENCE)
        return self.client.get(path, **words)  # type: ignore[arg-type]

    def post(self, path: str, **words: object) -> httpx.Response:
        self.sandbox.clock.advance(seconds=PATIENCE)
        return self.client.post(path, **words)  # type: ignore[arg-type]

    def scholar(self, path: str, **params: str) -> httpx.Response:
        """A GET of Semantic Scholar with the key."""
        return self.get(f"/semantic_scholar/graph/v1{path}", params=params, headers={"x-api-key": SEMANTIC_SCHOLAR_KEY})

    def batch(self, ids: list[str], fields: str = "title") -> httpx.Response:
        """A POST of ids to Semantic Scholar."""
        return self.post(
            "/semantic_scholar/graph/v1/paper/batch",
            params={"fields": fields},
            json={"ids": ids},
            headers={"x-api-key": SEMANTIC_SCHOLAR_KEY},
        )

    def graphql(self, query: str, **variables: object) -> httpx.Response:
        """A GraphQL query with the token."""
        body = {"query": query, "variables": variables}
        return self.post("/github/graphql", json=body, headers={"Authorization": f"bearer {GITHUB_TOKEN}"})

    def rest(self, path: str, **headers: str) -> httpx.Response:
        """A GET of GitHub with the token."""
        return self.get(f"/github{path}", headers={"Authorization": f"Bearer {GITHUB_TOKEN}", **headers})


@pytest.fixture(scope="module")
def served() -> Iterator[Bench]:
    with run_sandbox(clock=ManualClock(start=START)) as sandbox, httpx.Client(base_url=sandbox.url) as client:
        yield Bench(sandbox, client)


@pytest.fixture
def bench(served: Bench) -> Iterator[Bench]:
    """The module's sandbox with no faults, an empty log and fresh limits."""
    served.sandbox.faults.clear()
    served.sandbox.journal.clear()
    served.sandbox.clock.advance(seconds=3700)
    yield served
    served.sandbox.faults.clear()
