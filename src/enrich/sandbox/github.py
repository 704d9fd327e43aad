"""GitHub's API over the sandbox's world: keys and limits here, answers in `github_rest.py` and `github_graphql.py`.

60 requests an hour without a token; with `GITHUB_TOKEN` 5,000 requests an hour over REST and 5,000 points over GraphQL.
Secondary limits: 100 requests at once, 900 a minute over REST, 2,000 points a minute over GraphQL. A User-Agent is
required. Reset times are told in the client's own wall time plus service seconds.
"""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from enrich.sandbox.canned import canned_response
from enrich.sandbox.clock import Clock
from enrich.sandbox.faults import Faults
from enrich.sandbox.front import Refusal
from enrich.sandbox.github_graphql import GitHubGraphQL
from enrich.sandbox.github_rest import GitHubRest
from enrich.sandbox.limits import Window
from enrich.sandbox.world import World

GITHUB_TOKEN = "sandbox-github-token"
HOUR, MINUTE = 3600.0, 60.0
ANONYMOUS_REQUESTS, TOKEN_REQUESTS, TOKEN_POINTS = 60, 5000, 5000
AT_ONCE, REST_A_MINUTE, GRAPHQL_A_MINUTE = 100, 900, 2000
_NO_USER_AGENT = (
    "Request forbidden by administrative rules. Please make sure your request has a User-Agent header "
    "(https://docs.github.com/rest/overview/resources-in-the-rest-api#user-agent-required)."
)
_UNAUTHENTICATED = {
    "message": "This endpoint requires you to be authenticated.",
    "documentation_url": "https://docs.github.com/graphql/guides/forming-calls-with-graphql#authenticating-with-graphql",
    "status": "401",
}


class GitHub:
    """The stand-in."""

    name = "github"

    def __init__(self, world: World, clock: Clock, faults: Faults) -> None:
        self._clock = clock
        self._anonymous = Window(ANONYMOUS_REQUESTS, HOUR)
        self._core = Window(TOKEN_REQUESTS, HOUR)
        self._points = Window(TOKEN_POINTS, HOUR)
        self._rest_minute = Window(REST_A_MINUTE, MINUTE)
        self._graphql_minute = Window(GRAPHQL_A_MINUTE, MINUTE)
        rest = GitHubRest(world, clock, faults)
        graphql = GitHubGraphQL(world, clock, faults, self._points)
        routes = [Route("/graphql", graphql.answer, methods=["POST"]), *rest.routes, Route("/{path:path}", _no_route)]
        self.app = Starlette(routes=routes)
        # GitHub answers 404 to a trailing slash instead of redirecting.
        self.app.router.redirect_slashes = False

    def admit(self, request: Request, in_flight: int) -> Refusal | None:
        """User-Agent, token, and the limits of the hour and of the minute."""
        if not request.headers.get("user-agent"):
            return Refusal("no User-Agent", PlainTextResponse(_NO_USER_AGENT, 403))
        token = _token(request)
        if token not in (None, GITHUB_TOKEN):
            return Refusal("unknown token", canned_response(self.name, "bad_credentials", request))
        if token is None and _is_graphql(request):
            return Refusal("no token", JSONResponse(_UNAUTHENTICATED, 401))
        minute = self._graphql_minute if _is_graphql(request) else self._rest_minute
        now = self._clock.seconds()
        if in_flight > AT_ONCE or not minute.take(now):
            return Refusal("secondary limit", canned_response(self.name, "secondary", request, MINUTE))
        if not self._window(request).take(now):
            return Refusal("primary limit", canned_response(self.name, "rate_limited", request))
        return None

    def settle(self, request: Request, status: int) -> dict[str, str]:
        """The budget, in headers. A 304 to a request with a token costs nothing."""
        window, now = self._window(request), self._clock.seconds()
        if status == 304 and _token(request):
            window.refund()
        return {
            "x-ratelimit-limit": str(window.limit),
            "x-ratelimit-remaining": str(window.remaining),
            "x-ratelimit-used": str(window.used),
            "x-ratelimit-reset": str(int(self._clock.wall() + window.resets_in(now))),
            "x-ratelimit-resource": "graphql" if _is_graphql(request) else "core",
        }

    def _window(self, request: Request) -> Window:
        if _is_graphql(request):
            return self._points
        return self._core if _token(request) else self._anonymous


def _is_graphql(request: Request) -> bool:
    return request.url.path.endswith("/graphql")


def _token(request: Request) -> str | None:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token if scheme.lower() in ("bearer", "token") and token else None


async def _no_route(request: Request) -> Response:
    body = {"message": "Not Found", "documentation_url": "https://docs.github.com/rest", "status": "404"}
    return JSONResponse(body, 404)
