"""The fields of a Repository in GitHub's GraphQL schema, resolved from a view of it. Stargazers are closed.

Field and argument names are the schema's. What can't be given raises `Refused`, which becomes an error of the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from enrich.sandbox.github_view import License, RepositoryView

if TYPE_CHECKING:
    from graphql import GraphQLResolveInfo


class Refused(Exception):
    """A field that can't be given: GitHub's error `type` and what else the error carries."""

    def __init__(self, kind: str, message: str, **extensions: bool) -> None:
        super().__init__(message)
        self.kind, self.extensions = kind, extensions


@dataclass(frozen=True, slots=True)
class RepositoryNode:
    """What a Repository's fields resolve on: a look-up by field name."""

    view: RepositoryView
    watchers_closed: bool

    def __getattr__(self, field: str) -> object:
        try:
            return _FIELDS[field](self.view)
        except KeyError:
            raise AttributeError(field) from None

    def stargazers(self, info: GraphQLResolveInfo[None], **_: object) -> object:
        raise Refused("FORBIDDEN", "Resource not accessible by personal access token")

    def watchers(self, info: GraphQLResolveInfo[None], **_: object) -> object:
        if self.watchers_closed:
            raise Refused("FORBIDDEN", "Resource not accessible by personal access token")
        return {"totalCount": self.view.watchers}

    def issues(self, info: GraphQLResolveInfo[None], states: list[str] | None = None, **_: object) -> object:
        opened = self.view.open_issues
        return {"totalCount": opened if states == ["OPEN"] else opened * 7}

    def pullRequests(self, info: GraphQLResolveInfo[None], states: list[str] | None = None, **_: object) -> object:  # noqa: N802
        opened = self.view.open_pulls
        return {"totalCount": opened if states == ["OPEN"] else opened * 9}

    def repositoryTopics(self, info: GraphQLResolveInfo[None], first: int | None = None, **_: object) -> object:  # noqa: N802
        if first is None or not 1 <= first <= 100:
            raise Refused("INVALID_ARGUMENT", "You must provide a `first` value of 1 to 100.")
        shown = self.view.topics[:first]
        return {"nodes": [{"topic": {"name": topic}} for topic in shown], "totalCount": len(self.view.topics)}


_FIELDS: Mapping[str, Callable[[RepositoryView], object]] = {
    "archivedAt": lambda view: told_instant(view.archived_at) if view.archived_at else None,
    "createdAt": lambda view: told_instant(view.created_at),
    "databaseId": lambda view: view.repository_id,
    "description": lambda view: view.description,
    "diskUsage": lambda view: view.stars * 3,
    "forkCount": lambda view: view.forks,
    "homepageUrl": lambda view: view.homepage,
    "id": lambda view: f"R_{view.repository_id}",
    "isArchived": lambda view: view.archived_at is not None,
    "isDisabled": lambda view: view.disabled,
    "isFork": lambda view: False,
    "isLocked": lambda view: False,
    "isPrivate": lambda view: False,
    "licenseInfo": lambda view: _license(view.license),
    "lockReason": lambda view: None,
    "name": lambda view: view.full_name.partition("/")[2],
    "nameWithOwner": lambda view: view.full_name,
    "owner": lambda view: {"__typename": "Organization", "login": view.full_name.partition("/")[0]},
    "primaryLanguage": lambda view: {"name": view.language} if view.language else None,
    "pushedAt": lambda view: told_instant(view.pushed_at),
    "stargazerCount": lambda view: view.stars,
    "updatedAt": lambda view: told_instant(view.pushed_at),
    "url": lambda view: f"https://github.com/{view.full_name}",
}


def _license(found: License | None) -> dict[str, str] | None:
    return None if found is None else {"spdxId": found.spdx_id, "key": found.key, "name": found.name}


def told_instant(at: datetime) -> str:
    """An instant in GitHub's form."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
