"""GraphQL for many repositories at once: the query, and what its answers mean. Pure.

In: names; replies with status 200 that may hold data, errors, or both. Out: a lookup per name. `errors[]` is read on
every reply: partial data is the rule, not the exception. A name whose data a resource limit cut off is left out, so
that it is asked again in a smaller query.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from enrich.errors import RequestRejected, SourceConfused
from enrich.records import Lookup, RepositoryRecord, Status
from enrich.sources.exchange import Answer, Pause, Reply, Request, check_status, count, excerpt, one_line
from enrich.sources.github_rest import check_limits, flag, instant, pause_when_used_up, spdx

# `stargazers{totalCount}` has been closed since 2026-07; `watchers` may follow, and is read as unknown then.
_FRAGMENT = """fragment F on Repository {
  databaseId nameWithOwner url description stargazerCount forkCount isArchived createdAt pushedAt
  licenseInfo { spdxId } primaryLanguage { name } watchers { totalCount } issues(states: OPEN) { totalCount }
  repositoryTopics(first: 20) { nodes { topic { name } } }
}"""
UNCLEAR = "GitHub withholds this repository without a reason that GraphQL states"
_TOO_HEAVY = (502, 504)
_CUT_OFF = "RESOURCE_LIMITS_EXCEEDED"


def query(names: Sequence[str]) -> dict[str, Any]:
    """The body that asks for all names, each under the alias of its position. Names travel as variables."""
    declared = ", ".join(f"$o{at}: String!, $n{at}: String!" for at in range(len(names)))
    aliases = "\n".join(
        f"  r{at}: repository(owner: $o{at}, name: $n{at}, followRenames: true) {{ ...F }}" for at in range(len(names))
    )
    variables = {}
    for at, name in enumerate(names):
        variables[f"o{at}"], _, variables[f"n{at}"] = name.partition("/")
    return {"query": f"query({declared}) {{\n{aliases}\n}}\n{_FRAGMENT}", "variables": variables}


def inspect(request: Request, reply: Reply) -> Pause | None:
    """Let an answer with data pass; raise for limits, refusals, queries that are too heavy, and everything else."""
    if reply.status in _TOO_HEAVY and len(request.items) > 1:
        raise RequestRejected(f"found the query too heavy (HTTP {reply.status})")
    if reply.status != 200:
        check_limits(reply)
    check_status(reply)
    said = reply.json()
    if not isinstance(said, dict):
        raise SourceConfused(f"sent {excerpt(reply.text)!r} in place of data")
    if any(str(error.get("type")).startswith("RATE_LIMIT") for error in _errors(said)):
        check_limits(reply)
    if not isinstance(said.get("data"), dict):
        _raise_without_data(reply, said)
    if not _lookups(request.items, said, reply.received_at):
        if any(error.get("type") == _CUT_OFF for error in _errors(said)):
            raise RequestRejected("found the query too heavy (resource limits)")
        raise SourceConfused("answered for none of the repositories asked")
    return pause_when_used_up(reply)


def _raise_without_data(reply: Reply, said: Mapping[str, Any]) -> None:
    check_limits(reply)
    words = "; ".join(str(error.get("message")) for error in _errors(said)) or excerpt(reply.text)
    if "something went wrong" in words.lower() or "timeout" in words.lower() or "resource limits" in words.lower():
        raise RequestRejected(f"found the query too heavy ({excerpt(words)})")
    raise SourceConfused(f"answered without data ({excerpt(words)})")


def read(answer: Answer) -> dict[str, Lookup[RepositoryRecord]]:
    """Per name: the record, "not found", or why GitHub keeps it closed. Names cut off by a limit are left out."""
    return _lookups(answer.items, answer.json(), answer.received_at)


def _lookups(names: Sequence[str], said: Mapping[str, Any], at: datetime) -> dict[str, Lookup[RepositoryRecord]]:
    data, errors = said["data"], _errors_by_alias(said)
    aliases = {name: f"r{position}" for position, name in enumerate(names)}
    found = {name: _lookup(data.get(alias), errors.get(alias, ""), at) for name, alias in aliases.items()}
    return {name: lookup for name, lookup in found.items() if lookup}


def _lookup(node: Mapping[str, Any] | None, error: str, at: datetime) -> Lookup[RepositoryRecord] | None:
    if node and (record := _readable(node)):
        return Lookup(Status.OK, "github", record, at)
    if error == "NOT_FOUND":
        return Lookup(Status.NOT_FOUND, "github", observed_at=at)
    if error == _CUT_OFF or node or not error:
        return None
    if error == "FORBIDDEN":
        return Lookup(Status.UNREACHABLE, "github", why="GitHub keeps this repository closed to the token in use")
    return Lookup(Status.UNREACHABLE, "github", why=UNCLEAR)


def _readable(node: Mapping[str, Any]) -> RepositoryRecord | None:
    """A repository of an answer; None where a value has a shape that GitHub doesn't describe."""
    try:
        return _record(node)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _errors(said: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    errors = said.get("errors")
    return [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []


def _errors_by_alias(said: Mapping[str, Any]) -> dict[str, str]:
    """The type of the error on each whole repository; errors on single fields leave the rest readable."""
    found = {}
    for error in _errors(said):
        path = error.get("path")
        if isinstance(path, list) and path:
            found[str(path[0])] = str(error.get("type") or "UNKNOWN")
    return found


def _record(node: Mapping[str, Any]) -> RepositoryRecord:
    number, full_name = count(node["databaseId"]), one_line(node["nameWithOwner"])
    if not number or not full_name:
        raise ValueError("a repository without number or name")
    topics = ((node.get("repositoryTopics") or {}).get("nodes")) or ()
    return RepositoryRecord(
        repository_id=number,
        full_name=full_name,
        url=one_line(node.get("url")) or f"https://github.com/{full_name}",
        stars=count(node.get("stargazerCount")),
        forks=count(node.get("forkCount")),
        watchers=count((node.get("watchers") or {}).get("totalCount")),
        open_issues=count((node.get("issues") or {}).get("totalCount")),
        license=spdx((node.get("licenseInfo") or {}).get("spdxId")),
        language=one_line((node.get("primaryLanguage") or {}).get("name")),
        topics=tuple(name for one in topics if one and (name := one_line((one.get("topic") or {}).get("name")))),
        description=one_line(node.get("description")),
        created_at=instant(node.get("createdAt")),
        pushed_at=instant(node.get("pushedAt")),
        archived=flag(node.get("isArchived")),
    )
