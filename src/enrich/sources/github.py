"""GitHub: repositories in batches over GraphQL with a token, one by one over REST without.

In: "owner/name". Out: a `Lookup` of a `RepositoryRecord`, under the name that was asked: a renamed repository comes
back with its new name and the number that it keeps. Missing and blocked repositories are "not found", the blocked ones
with the reason; what a limit or a closed organisation keeps from us is "unreachable". Rules: docs.github.com/graphql
and /rest/repos, recorded answers of 2026-10.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from pydantic import SecretStr

from enrich.identifiers import parse_github_repo
from enrich.records import Candidate, Lookup, RepositoryRecord, Status
from enrich.sources import github_graphql, github_rest
from enrich.sources.exchange import Answer, Inspection, Request, Service
from enrich.sources.lookups import Desk, MaxAge, Verb, in_batches

# 120 repositories in a query passed in 2026-07 and 227 failed; 50 also held while GitHub was stricter.
REPOSITORIES_PER_QUERY = 50
REQUESTS_AN_HOUR_WITHOUT_TOKEN = 60
_SPACING = 0.25  # far below 900 points a minute; requests go one at a time, as GitHub asks


def service(address: str, token: SecretStr | None, inspect: Inspection) -> Service:
    """How GitHub wants to be spoken to."""
    return Service(
        name="github",
        label="GitHub",
        address=address,
        spacing=_SPACING,
        inspect=inspect,
        accept="application/vnd.github+json",
        headers={"X-GitHub-Api-Version": "2022-11-28"},
        hourly=None if token else REQUESTS_AN_HOUR_WITHOUT_TOKEN,
        secrets={"Authorization": SecretStr(f"Bearer {token.get_secret_value()}")} if token else {},
    )


class GitHub:
    """The source `github`. Ids are "owner/name" in any capitals."""

    name = "github"

    def __init__(self, desk: Desk, address: str, token: SecretStr | None, max_age: MaxAge) -> None:
        self._desk, self._address, self._token = desk, address, token
        self._single = Verb(
            service=service(address, token, github_rest.inspect),
            kind="repository",
            max_age=max_age,
            batches=functools.partial(in_batches, size=1),
            ask=self._ask_one,
            read=github_rest.read,
        )
        self._batch = Verb(
            service=service(address, token, github_graphql.inspect),
            kind="repositories",
            max_age=max_age,
            batches=functools.partial(in_batches, size=REPOSITORIES_PER_QUERY),
            ask=self._ask_many,
            read=github_graphql.read,
        )

    async def find_candidates(self, titles: Sequence[str]) -> dict[str, Lookup[tuple[Candidate, ...]]]:
        """Nothing: repositories are never searched by name."""
        return {title: Lookup(Status.NOT_ASKED, self.name, why="GitHub is not asked for titles") for title in titles}

    async def fetch(self, ids: Sequence[str]) -> dict[str, Lookup[RepositoryRecord]]:
        """What GitHub says about each repository."""
        good = {asked: asked.lower() for asked in ids if parse_github_repo(f"https://github.com/{asked}") == asked}
        found = await self._look_up(list(dict.fromkeys(good.values())))
        odd: Lookup[RepositoryRecord] = Lookup(Status.NOT_ASKED, self.name, why="not the name of a repository")
        return {asked: found[good[asked]] if asked in good else odd for asked in ids}

    async def _look_up(self, names: list[str]) -> dict[str, Lookup[RepositoryRecord]]:
        """With a token batches first, then one by one what GraphQL can't tell (why a repository is blocked)."""
        if self._token is None:
            return await self._desk.look_up(self._single, names)
        told = self._desk.recall(self._batch, names)
        singly = self._desk.recall(self._single, [name for name in names if name not in told])
        self._desk.transport.count(self.name).from_ledger += len(singly)
        found = singly | await self._desk.look_up(self._batch, [name for name in names if name not in singly])
        unclear = [name for name, lookup in found.items() if lookup.why == github_graphql.UNCLEAR]
        return found | (await self._desk.look_up(self._single, unclear) if unclear else {})

    async def _ask_one(self, names: Sequence[str]) -> Answer:
        request = Request(kind="repository", items=tuple(names), url=f"{self._address}/repos/{names[0]}")
        return await self._desk.transport.ask(self._single.service, request)

    async def _ask_many(self, names: Sequence[str]) -> Answer:
        payload: dict[str, Any] = github_graphql.query(names)
        request = Request(kind="repositories", items=tuple(names), url=f"{self._address}/graphql", payload=payload)
        return await self._desk.transport.ask(self._batch.service, request)
