"""The answers that are no answers: throttles, gateway pages, bodies of another kind. Shapes as the services send them.

In goes the name of a service and of a fault (`known_faults.CANNED`), out comes a response. Nothing here decides when.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from enrich.sandbox.atom import ATOM, OVERLOADED, error_feed

TEXT, HTML, JSON = "text/plain; charset=utf-8", "text/html; charset=utf-8", "application/json; charset=utf-8"

S2_THROTTLED = (
    '{"message": "Too Many Requests. Please wait and try again or apply for a key for higher rate limits. '
    'https://www.semanticscholar.org/product/api#api-key-form", "code": "429"}'
)
GITHUB_LIMITS = "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api"
_SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."
_PRIMARY = "API rate limit exceeded for 127.0.0.1."
_UNICORN = "<!DOCTYPE html><html><head><title>Unicorn! &middot; GitHub</title></head><body>This page is taking too long to load.</body></html>"  # noqa: E501
_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>"  # noqa: E501
_UNAVAILABLE = "<html><head><title>503 Service Temporarily Unavailable</title></head><body></body></html>"
_PAGE = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser.</body></html>"
_WRONG = "Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. Please include `ABCD:1` when reporting this issue."  # noqa: E501


@dataclass(frozen=True, slots=True)
class Canned:
    """A fixed answer."""

    status: int
    body: str
    media_type: str | None = JSON
    headers: Mapping[str, str] | None = None

    def response(self) -> Response:
        """As it goes over the wire."""
        headers = {**(self.headers or {}), **({"content-type": self.media_type} if self.media_type else {})}
        return Response(self.body, self.status, headers)


_ANSWERS: Mapping[tuple[str, str], Canned] = {
    ("arxiv", "throttled"): Canned(429, "Rate exceeded.", TEXT),
    ("arxiv", "throttled_200"): Canned(200, "Rate exceeded.", TEXT),
    ("arxiv", "not_acceptable"): Canned(406, "Not Acceptable", TEXT),
    ("arxiv", "unavailable"): Canned(503, _UNAVAILABLE, HTML),
    ("arxiv", "denied"): Canned(403, "<html><head><title>Access denied</title></head><body></body></html>", HTML),
    ("arxiv", "server_error"): Canned(500, error_feed(OVERLOADED), ATOM),
    ("arxiv", "error_entry_200"): Canned(200, error_feed("incorrect id format", fragment=True), ATOM),
    ("arxiv", "html_200"): Canned(200, _PAGE, HTML),
    ("arxiv", "empty_200"): Canned(200, "", ATOM),
    ("semantic_scholar", "throttled"): Canned(429, S2_THROTTLED),
    ("semantic_scholar", "forbidden"): Canned(
        403, '{"message":"Forbidden"}', headers={"x-amzn-errortype": "ForbiddenException"}
    ),
    ("semantic_scholar", "server_error"): Canned(500, '{"message":"Internal Server Error"}'),
    ("semantic_scholar", "bad_gateway"): Canned(502, _GATEWAY, HTML),
    ("semantic_scholar", "unavailable"): Canned(503, '{"message":"Service Unavailable"}'),
    ("semantic_scholar", "timeout"): Canned(504, '{"message":"Endpoint request timed out"}'),
    ("semantic_scholar", "network_timeout"): Canned(504, '{"message":"Network error communicating with endpoint"}'),
    ("semantic_scholar", "html_200"): Canned(200, _PAGE, HTML),
    ("semantic_scholar", "empty_object_200"): Canned(200, "{}"),
    ("semantic_scholar", "no_content"): Canned(204, "", None),
    ("github", "bad_credentials"): Canned(
        401, '{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}'
    ),
    ("github", "rate_limited"): Canned(
        403,
        f'{{"message":"{_PRIMARY} (But here\'s the good news: Authenticated requests get a higher rate limit. Check '
        f'out the documentation for more details.)","documentation_url":"{GITHUB_LIMITS}"}}',
        headers={"x-ratelimit-remaining": "0"},
    ),
    ("github", "secondary"): Canned(
        403, f'{{"documentation_url":"{GITHUB_LIMITS}#about-secondary-rate-limits","message":"{_SECONDARY}"}}'
    ),
    ("github", "secondary_200"): Canned(200, f'{{"data":null,"errors":[{{"message":"{_SECONDARY}"}}]}}'),
    ("github", "bad_gateway"): Canned(502, _UNICORN, HTML),
    ("github", "unavailable"): Canned(503, '{"message":"Service unavailable"}'),
    ("github", "went_wrong"): Canned(200, f'{{"data":null,"errors":[{{"message":"{_WRONG}"}}]}}'),
    ("github", "undefined_field"): Canned(
        200,
        '{"errors":[{"path":["fragment F","stargazerCount"],"extensions":{"code":"undefinedField","typeName":'
        '"Repository","fieldName":"stargazerCount"},"locations":[{"line":1,"column":1}],"message":'
        "\"Field 'stargazerCount' doesn't exist on type 'Repository'\"}]}",
    ),
    ("datacite", "throttled"): Canned(429, '{"errors":[{"status":"429","title":"Too many requests."}]}'),
    ("datacite", "server_error"): Canned(500, '{"errors":[{"status":"500","title":"Internal server error."}]}'),
    ("datacite", "unavailable"): Canned(503, _UNAVAILABLE, HTML),
    ("datacite", "html_200"): Canned(200, _PAGE, HTML),
    ("hugging_face", "throttled"): Canned(429, '{"error":"We had to rate limit your IP."}'),
    ("hugging_face", "server_error"): Canned(500, '{"error":"Internal Error - We\'re working hard to fix this"}'),
    ("hugging_face", "unavailable"): Canned(503, _UNAVAILABLE, HTML),
    ("hugging_face", "html_200"): Canned(200, _PAGE, HTML),
}

_GRAPHQL_LIMITED = Canned(
    200,
    '{"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded for user ID 1."}]}',
    headers={"x-ratelimit-remaining": "0"},
)


def canned_response(
    service: str, name: str, request: Request, retry_after: float | None = None, reset_at: float | None = None
) -> Response:
    """The answer that stands in for the service's own; `reset_at` (unix time) goes into GitHub's primary limit.

    Raises KeyError for a name that isn't in `known_faults.CANNED`.
    """
    if name == "redirect":
        response = Response(status_code=301, headers={"location": str(request.url)})
    elif (service, name) == ("github", "rate_limited") and request.url.path.endswith("/graphql"):
        response = _GRAPHQL_LIMITED.response()
    else:
        response = _ANSWERS[service, name].response()
    if name == "rate_limited" and reset_at is not None:
        response.headers["x-ratelimit-reset"] = str(round(reset_at))
    elif retry_after is not None:
        response.headers["retry-after"] = str(round(retry_after))
    return response
