"""GitHub's REST answers about one repository: 200 with an ETag, 304, 301, 404, 451, 403, and the count of stars.

In comes `GET /repos/{owner}/{name}` or `/repositories/{id}`, out comes JSON. Limits and keys are `github.py`'s.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from enrich.sandbox.clock import Clock
from enrich.sandbox.faults import Faults
from enrich.sandbox.github_view import SAML, RepositoryView, view_repository
from enrich.sandbox.world import Repository, World

_DOCS = "https://docs.github.com/rest"
_NOT_FOUND = {
    "message": "Not Found",
    "documentation_url": f"{_DOCS}/repos/repos#get-a-repository",
    "status": "404",
}


class GitHubRest:
    """The endpoints."""

    def __init__(self, world: World, clock: Clock, faults: Faults) -> None:
        self._world, self._clock, self._faults = world, clock, faults
        self._by_id = {repository.repository_id: repository for repository in world.repositories}
        self.routes = [
            Route("/repos/{owner}/{name}", self.by_name),
            Route("/repositories/{number:int}", self.by_id),
            Route("/repos/{owner}/{name}/stargazers/count", self.star_count),
            Route("/repos/{owner}/{name}/{closed}", _closed_list),
        ]

    async def by_name(self, request: Request) -> Response:
        """A repository by owner and name, in any case."""
        full_name = _full_name(request)
        asked = self._world.by_full_name.get(full_name.lower())
        found = None if self._has("gone", full_name) else self._world.repository(full_name)
        if asked is None or found is None:
            return JSONResponse(_NOT_FOUND, 404)
        if asked is not found:
            return _moved(request, found)
        return self._answer(request, found)

    async def by_id(self, request: Request) -> Response:
        """A repository by GitHub's number of it, which outlives renames."""
        found = self._by_id.get(request.path_params["number"])
        if found is None or found.state == "gone":
            return JSONResponse(_NOT_FOUND, 404)
        return self._answer(request, found)

    async def star_count(self, request: Request) -> Response:
        """The number of stars, which stayed open when the list was closed."""
        found = self._world.repository(_full_name(request))
        if found is None:
            return JSONResponse(_NOT_FOUND, 404)
        return JSONResponse({"count": view_repository(found, self._clock.today()).stars})

    def _has(self, fault: str, full_name: str) -> bool:
        return self._faults.about("github", fault, full_name) is not None

    def _answer(self, request: Request, found: Repository) -> Response:
        blocked = "dmca" if self._has("dmca", found.full_name) else found.state
        if blocked in ("dmca", "tos"):
            return _blocked(blocked)
        if blocked == "saml" or self._has("saml", found.full_name):
            return JSONResponse({"message": SAML, "documentation_url": _DOCS}, 403, {"x-github-sso": "required"})
        archived = self._has("archived", found.full_name)
        view = view_repository(found, self._clock.today(), archived=archived)
        body = json.dumps(_body(view), separators=(",", ":")).encode()
        headers = {
            "etag": f'W/"{hashlib.sha256(body).hexdigest()}"',
            "last-modified": view.pushed_at.strftime("%a, %d %b %Y %H:%M:%S GMT"),
            "cache-control": "private, max-age=60, s-maxage=60",
        }
        if headers["etag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(body, headers={**headers, "content-type": "application/json; charset=utf-8"})


async def _closed_list(request: Request) -> Response:
    """Stargazers, subscribers: closed to outsiders since July 2026."""
    return JSONResponse({**_NOT_FOUND, "documentation_url": f"{_DOCS}/activity/starring#list-stargazers"}, 404)


def _full_name(request: Request) -> str:
    return f"{request.path_params['owner']}/{request.path_params['name']}"


def _moved(request: Request, found: Repository) -> Response:
    prefix = f"{request.url.scheme}://{request.url.netloc}{request.scope['root_path']}"
    place = f"{prefix}/repositories/{found.repository_id}"
    body = {"message": "Moved Permanently", "url": place, "documentation_url": f"{_DOCS}/guides#http-redirects"}
    return JSONResponse(body, 301, {"location": place})


def _blocked(reason: str) -> Response:
    page = "https://github.com/github/dmca/blob/master/2021/04/2021-04-22-sandbox.md"
    block = {"reason": reason, "created_at": "2021-04-22T17:53:56Z", "html_url": page}
    return JSONResponse({"message": "Repository access blocked", "block": block}, 451 if reason == "dmca" else 403)


def _body(view: RepositoryView) -> dict[str, object]:
    owner, _, name = view.full_name.partition("/")
    issues = view.open_issues + view.open_pulls
    return {
        "id": view.repository_id,
        "name": name,
        "full_name": view.full_name,
        "private": False,
        "owner": {"login": owner, "type": "Organization", "site_admin": False},
        "html_url": f"https://github.com/{view.full_name}",
        "description": view.description,
        "fork": False,
        "url": f"https://api.github.com/repos/{view.full_name}",
        "created_at": _instant(view.created_at),
        "updated_at": _instant(view.pushed_at),
        "pushed_at": _instant(view.pushed_at),
        "homepage": view.homepage,
        "stargazers_count": view.stars,
        "watchers_count": view.stars,
        "language": view.language,
        "forks_count": view.forks,
        "mirror_url": None,
        "archived": view.archived_at is not None,
        "disabled": view.disabled,
        "open_issues_count": issues,
        "license": _license(view),
        "topics": list(view.topics),
        "visibility": "public",
        "forks": view.forks,
        "open_issues": issues,
        "watchers": view.stars,
        "default_branch": "main",
        "network_count": view.forks,
        "subscribers_count": view.watchers,
    }


def _license(view: RepositoryView) -> dict[str, str | None] | None:
    if view.license is None:
        return None
    known = view.license.spdx_id != "NOASSERTION"
    url = f"https://api.github.com/licenses/{view.license.key}" if known else None
    return {"key": view.license.key, "name": view.license.name, "spdx_id": view.license.spdx_id, "url": url}


def _instant(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
