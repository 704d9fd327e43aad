"""What GitHub's REST answers for one repository mean. Pure.

In: a reply of `GET /repos/{owner}/{name}`. Out: an answer's record, or the error that it is. 403 alone has four
meanings: used up, too fast, blocked by GitHub, forbidden. What both of GitHub's interfaces share is here too.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from enrich.errors import SourceConfused
from enrich.records import Lookup, RepositoryRecord, Status
from enrich.sources.exchange import Answer, Pause, Reply, Request, check_status, count, one_line, retry_after, throttled

# docs.github.com: without a Retry-After, wait at least a minute after a secondary limit.
SECONDARY_PAUSE = 60.0
_BLOCKED = (403, 451)


def inspect(request: Request, reply: Reply) -> Pause | None:
    """Let a repository, "not found" and "blocked" pass; raise for everything else."""
    if not _is_negative(reply):
        if reply.status != 200:
            check_limits(reply)
        check_status(reply)
        try:
            _record(reply.json())
        except (AttributeError, KeyError, TypeError, ValueError):
            raise SourceConfused("sent something that is no repository") from None
    return pause_when_used_up(reply)


def check_limits(reply: Reply) -> None:
    """Raise for the primary limit (until its reset) and the secondary one (a minute at least).

    For error bodies only: the words may stand in a repository's description.
    """
    words = reply.text.lower()
    if "secondary rate limit" in words or "abuse detection" in words:
        raise throttled("asked us to slow down (secondary limit)", retry_after(reply) or SECONDARY_PAUSE)
    if reply.status == 429 or "rate limit" in words or '"rate_limit' in words:
        if pause := pause_when_used_up(reply):
            raise throttled(pause.why, (pause.until - reply.received_at).total_seconds())
        raise throttled("asked us to come back later (rate limit)", retry_after(reply))


def pause_when_used_up(reply: Reply) -> Pause | None:
    """The pause until GitHub's hour is over, if this reply used up the last request of it."""
    limit, remaining, reset = (reply.headers.get(f"x-ratelimit-{name}", "") for name in ("limit", "remaining", "reset"))
    if remaining.strip() != "0" or not reset.strip().isdigit():
        return None
    until = datetime.fromtimestamp(int(reset), UTC)
    hint = "" if limit and int(limit) > 60 else "; with GITHUB_TOKEN set it gives 5,000"
    return Pause(
        until, f"has no more of its {limit or 'limited'} requests an hour for us before {until:%H:%M} UTC{hint}"
    )


def read(answer: Answer) -> dict[str, Lookup[RepositoryRecord]]:
    """The record of the one repository asked, or that there is none to be had."""
    asked, at = answer.items[0], answer.received_at
    if answer.status == 200:
        return {asked: Lookup(Status.OK, "github", _record(answer.json()), at)}
    why = "blocked by GitHub" if answer.status in _BLOCKED else None
    reason = (answer.json().get("block") or {}).get("reason") if why else None
    return {asked: Lookup(Status.NOT_FOUND, "github", None, at, f"{why} ({reason})" if reason else why)}


def instant(text: str | None) -> datetime | None:
    """An ISO 8601 instant as UTC; None without one."""
    return datetime.fromisoformat(text).astimezone(UTC) if text else None


def flag(value: object) -> bool | None:
    """A yes or no; None where GitHub states neither."""
    return value if isinstance(value, bool) else None


def spdx(license_id: str | None) -> str | None:
    """A licence's SPDX id; None where GitHub recognised none."""
    return None if license_id == "NOASSERTION" else one_line(license_id)


def _is_negative(reply: Reply) -> bool:
    """Whether GitHub says that there is no such repository, or that it blocked it."""
    if reply.status not in (404, *_BLOCKED):
        return False
    try:
        said = reply.json()
    except SourceConfused:
        return False
    if not isinstance(said, dict):
        return False
    return said.get("message") == "Not Found" if reply.status == 404 else "block" in said


def _record(said: Mapping[str, Any]) -> RepositoryRecord:
    number, full_name = count(said["id"]), one_line(said["full_name"])
    if not number or not full_name:
        raise ValueError("a repository without number or name")
    return RepositoryRecord(
        repository_id=number,
        full_name=full_name,
        url=one_line(said.get("html_url")) or f"https://github.com/{full_name}",
        stars=count(said.get("stargazers_count")),
        forks=count(said.get("forks_count")),
        watchers=count(said.get("subscribers_count")),  # `watchers_count` is the number of stars once more
        open_issues=None,  # `open_issues_count` counts pull requests in
        license=spdx((said.get("license") or {}).get("spdx_id")),
        language=one_line(said.get("language")),
        topics=tuple(topic for one in said.get("topics") or () if (topic := one_line(one))),
        description=one_line(said.get("description")),
        created_at=instant(said.get("created_at")),
        pushed_at=instant(said.get("pushed_at")),
        archived=flag(said.get("archived")),
    )
