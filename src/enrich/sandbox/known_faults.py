"""What can go wrong with each service, by name: faults of the wire, answers in the service's place, faults of content.

Those of the wire are done in `front.py`, the bodies of canned answers are in `canned.py`, and the services ask for
faults of content while they compose an answer. Data only.
"""

from __future__ import annotations

from collections.abc import Mapping

WIRE: Mapping[str, str] = {
    "late": "answers after `delay` seconds",
    "hang": "never answers",
    "drip": "sends the answer in twenty pieces over `delay` seconds",
    "reset": "resets the connection before the first byte",
    "truncated": "announces the whole answer and closes the connection half way",
    "cut": "sends half of the answer as if it were all",
}

# Answers given in the service's place. Their bodies are in canned.py.
CANNED: Mapping[str, Mapping[str, str]] = {
    "arxiv": {
        "throttled": "429 with the text 'Rate exceeded.'",
        "throttled_200": "200 with the text 'Rate exceeded.'",
        "not_acceptable": "406, as the edge answers while a throttle window is open",
        "unavailable": "503",
        "denied": "403 with an HTML page",
        "server_error": "500 with an error feed",
        "error_entry_200": "200 with an error entry, as the old API did",
        "html_200": "200 with an HTML page",
        "empty_200": "200 without a body",
        "redirect": "301 to the same address",
    },
    "semantic_scholar": {
        "throttled": "429 without Retry-After",
        "forbidden": "403 of the gateway",
        "server_error": "500 of the gateway",
        "bad_gateway": "502 with an HTML page",
        "unavailable": "503 of the gateway",
        "timeout": "504 of the gateway",
        "network_timeout": "504 with the other message",
        "html_200": "200 with an HTML page",
        "empty_object_200": "200 with {}",
        "no_content": "204",
    },
    "github": {
        "bad_credentials": "401",
        "rate_limited": "primary limit: 200 with RATE_LIMITED (GraphQL), 403 (REST); `retry_after` sets the reset time",
        "secondary": "secondary limit: 403; `retry_after` adds the header",
        "secondary_200": "secondary limit of GraphQL told with 200",
        "bad_gateway": "502 with an HTML page",
        "unavailable": "503",
        "went_wrong": "200 with data null and 'Something went wrong'",
        "undefined_field": "200 without data, for a field that went away",
    },
    "datacite": {
        "throttled": "429 with Retry-After",
        "server_error": "500",
        "unavailable": "503 with an HTML page",
        "html_200": "200 with an HTML page",
    },
    "hugging_face": {
        "throttled": "429 with RateLimit headers",
        "server_error": "500",
        "unavailable": "503 with an HTML page",
        "html_200": "200 with an HTML page",
    },
}

CONTENT: Mapping[str, Mapping[str, str]] = {
    "arxiv": {
        "empty_page": "the total is right, but no entry comes",
        "short_page": "`count` entries are missing at the end",
        "changed_total": "the total is `count` smaller than it was",
        "withdrawn": "the paper named by `where` is withdrawn",
        "bad_token": "OAI-PMH: the resumption token is refused",
    },
    "semantic_scholar": {
        "match_empty": "/paper/search/match answers 200 with no data",
        "elided": "the abstract of the paper named by `where` is elided by its publisher",
        "early_end": "/paper/search/bulk gives no token although there is more",
    },
    "github": {
        "resource_limits": "GraphQL answers RESOURCE_LIMITS_EXCEEDED for the aliases after the first `count`",
        "too_heavy": "GraphQL answers 502 to more than `count` aliases",
        "watchers_closed": "watchers is FORBIDDEN, as stargazers is",
        "gone": "the repository named by `where` does not exist",
        "archived": "the repository named by `where` is archived",
        "dmca": "the repository named by `where` is blocked",
        "saml": "the repository named by `where` is protected by its organisation",
    },
    "datacite": {
        "withdrawn": "the paper named by `where` is withdrawn",
        "missing": "the paper named by `where` has no DOI yet",
        "short_page": "`count` records are missing at the end",
    },
    "hugging_face": {"missing": "the paper named by `where` has no page"},
}

SERVICES = tuple(CANNED)

FAULTS: Mapping[str, Mapping[str, str]] = {
    service: {**WIRE, **CANNED[service], **CONTENT[service]} for service in SERVICES
}
