"""GitHub's GraphQL endpoint for repositories: any query over the part of the schema in `data/github.graphql`.

In comes `{"query", "variables"}`, out comes what GitHub sends: data and errors side by side, errors in the order of
the aliases with `type` and `path`; unknown fields as errors without data. Parsing and execution are graphql-core's.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from enrich.sandbox.canned import canned_response
from enrich.sandbox.clock import Clock
from enrich.sandbox.faults import Faults
from enrich.sandbox.github_nodes import Refused, RepositoryNode, told_instant
from enrich.sandbox.github_view import SAML, view_repository
from enrich.sandbox.limits import Window
from enrich.sandbox.world import Repository, World

if TYPE_CHECKING:
    from graphql import DocumentNode, ExecutionResult, GraphQLError, GraphQLResolveInfo, GraphQLSchema

_UNDEFINED = re.compile(r"Cannot query field '(\w+)' on type '(\w+)'")
# In July 2026 a query of 227 repositories was cut off and one of 120 was not.
MOST_ALIASES = 200
_LIMITED = "Resource limits for this query exceeded."


class GitHubGraphQL:
    """The endpoint. `window` is the hourly budget of points, which rateLimit{} tells."""

    def __init__(self, world: World, clock: Clock, faults: Faults, window: Window) -> None:
        self._world, self._clock, self._faults, self._window = world, clock, faults, window

    @cached_property
    def _schema(self) -> GraphQLSchema:
        from graphql import build_schema

        text = resources.files("enrich.sandbox.data").joinpath("github.graphql").read_text(encoding="utf-8")
        return build_schema(text)

    async def answer(self, request: Request) -> Response:
        """200 with data, errors or both; 502 for a query too heavy; 400 for a body that is none."""
        try:
            body = json.loads(await request.body())
            query, variables = str(body["query"]), dict(body.get("variables") or {})
        except (ValueError, KeyError, TypeError):
            return JSONResponse({"message": "Problems parsing JSON", "status": "400"}, 400)
        return self._run(request, query, variables)

    def _run(self, request: Request, query: str, variables: dict[str, object]) -> Response:
        from graphql import GraphQLError, parse, validate

        try:
            document = parse(query)
        except GraphQLError as error:
            return JSONResponse({"errors": [_told(error)]})
        if errors := validate(self._schema, document):
            return JSONResponse({"errors": [_invalid(error, document) for error in errors]})
        aliases = _aliases(document)
        heavy = self._faults.take("github", ["too_heavy"])
        if heavy and len(aliases) > heavy.count:
            return canned_response("github", "bad_gateway", request)
        return self._executed(document, variables, aliases)

    def _executed(self, document: DocumentNode, variables: dict[str, object], aliases: list[str]) -> Response:
        from graphql import execute_sync

        limited = self._faults.take("github", ["resource_limits"])
        beyond = frozenset(aliases[limited.count if limited else MOST_ALIASES :])
        root = _Root(self, beyond, len(aliases))
        result = execute_sync(self._schema, document, root, variable_values=variables)
        answer: dict[str, object] = {"data": result.data}
        if errors := _in_order(result, aliases):
            answer["errors"] = [_told(error) for error in errors]
        return JSONResponse(answer)

    def rate_limit(self, nodes: int) -> dict[str, object]:
        """The budget after this query."""
        now = self._clock.seconds()
        reset = datetime.fromtimestamp(self._clock.wall() + self._window.resets_in(now), UTC)
        return {
            "cost": 1,
            "limit": self._window.limit,
            "nodeCount": nodes,
            "remaining": self._window.remaining,
            "resetAt": told_instant(reset),
            "used": self._window.used,
        }

    def find(self, full_name: str, *, follow: bool) -> RepositoryNode:
        """The repository of that name; raises Refused as GitHub does."""
        asked = self._world.by_full_name.get(full_name.lower())
        found = self._world.repository(full_name)
        hidden = found is None or (asked is not found and not follow) or self._has("gone", full_name)
        if found is None or hidden:
            raise Refused("NOT_FOUND", f"Could not resolve to a Repository with the name '{full_name}'.")
        if found.state == "saml" or self._has("saml", full_name):
            raise Refused("FORBIDDEN", SAML, saml_failure=True)
        if found.state in ("dmca", "tos") or self._has("dmca", full_name):
            # What GitHub really answers here could not be seen; an unknown type is the harder case for a client.
            raise Refused("UNAVAILABLE", "Repository access blocked")
        return self._node(found)

    def _node(self, found: Repository) -> RepositoryNode:
        archived = self._has("archived", found.full_name)
        closed = self._faults.take("github", ["watchers_closed"]) is not None
        return RepositoryNode(view_repository(found, self._clock.today(), archived=archived), closed)

    def _has(self, fault: str, full_name: str) -> bool:
        return self._faults.about("github", fault, full_name) is not None


class _Root:
    """What `query` resolves on. `beyond` are the aliases that get no resources any more."""

    def __init__(self, endpoint: GitHubGraphQL, beyond: frozenset[str], aliases: int) -> None:
        self._endpoint, self._beyond, self._aliases = endpoint, beyond, aliases

    def repository(self, info: GraphQLResolveInfo[None], owner: str, name: str, followRenames: bool = True) -> object:  # noqa: N803
        if info.path.key in self._beyond:
            raise Refused("RESOURCE_LIMITS_EXCEEDED", _LIMITED)
        return self._endpoint.find(f"{owner}/{name}", follow=followRenames)

    def rateLimit(self, info: GraphQLResolveInfo[None], dryRun: bool = False) -> object:  # noqa: N802, N803
        return self._endpoint.rate_limit(self._aliases * 20)

    def viewer(self, info: GraphQLResolveInfo[None]) -> object:
        return {"login": "sandbox"}


def _aliases(document: DocumentNode) -> list[str]:
    """The answer names of the repositories asked for, in order."""
    from graphql import FieldNode, OperationDefinitionNode

    fields = [
        field
        for definition in document.definitions
        if isinstance(definition, OperationDefinitionNode)
        for field in definition.selection_set.selections
        if isinstance(field, FieldNode) and field.name.value == "repository"
    ]
    return [(field.alias or field.name).value for field in fields]


def _in_order(result: ExecutionResult, aliases: list[str]) -> list[GraphQLError]:
    places = {alias: place for place, alias in enumerate(aliases)}
    return sorted(result.errors or [], key=lambda error: places.get(str((error.path or [""])[0]), -1))


def _told(error: GraphQLError) -> dict[str, object]:
    """An error in GitHub's words."""
    cause = error.original_error
    told: dict[str, object] = {"type": cause.kind} if isinstance(cause, Refused) else {}
    if error.path:
        told["path"] = list(error.path)
    if isinstance(cause, Refused) and cause.extensions:
        told["extensions"] = cause.extensions
    told["locations"] = [{"line": place.line, "column": place.column} for place in error.locations or []]
    return {**told, "message": error.message}


def _invalid(error: GraphQLError, document: DocumentNode) -> dict[str, object]:
    """A query that doesn't fit the schema; an unknown field in the words GitHub has for it."""
    match = _UNDEFINED.match(error.message)
    if match is None:
        return _told(error)
    name, kind = match[1], match[2]
    extensions = {"code": "undefinedField", "typeName": kind, "fieldName": name}
    return {
        **_told(error),
        "path": [_definition_at(error, document), name],
        "extensions": extensions,
        "message": f"Field '{name}' doesn't exist on type '{kind}'",
    }


def _definition_at(error: GraphQLError, document: DocumentNode) -> str:
    """The query or fragment that the error is in."""
    from graphql import FragmentDefinitionNode

    place = next(iter(error.positions or [0]))
    for definition in document.definitions:
        if definition.loc and definition.loc.start <= place < definition.loc.end:
            name = getattr(definition, "name", None)
            kind = "fragment" if isinstance(definition, FragmentDefinitionNode) else "query"
            return f"{kind} {name.value}" if name else kind
    return "query"
