"""What GitHub knows about a repository on a day, before REST or GraphQL put it into words. Counts are made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from enrich.sandbox import simulated
from enrich.sandbox.world import Repository

SAML = (
    "Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this "
    "organization."
)
_LICENSES = (("MIT", "mit", "MIT License"), ("Apache-2.0", "apache-2.0", "Apache License 2.0"))
_UNRECOGNISED = ("NOASSERTION", "other", "Other")
_LANGUAGES = ("Python", "Python", "Python", "C++", "Cuda", "Jupyter Notebook", None)
_TOPICS = ("deep-learning", "efficiency", "inference", "llm", "pytorch", "quantization", "pruning", "survey")


@dataclass(frozen=True, slots=True, kw_only=True)
class License:
    """A licence in GitHub's words; spdx_id is NOASSERTION where GitHub doesn't recognise the text."""

    spdx_id: str
    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepositoryView:
    """One repository on one day."""

    repository_id: int
    full_name: str
    stars: int
    forks: int
    watchers: int
    open_issues: int  # without pull requests
    open_pulls: int
    license: License | None
    language: str | None
    topics: tuple[str, ...]
    description: str | None
    homepage: str | None
    created_at: datetime
    pushed_at: datetime
    archived_at: datetime | None
    disabled: bool


def view_repository(repository: Repository, day: date, *, archived: bool = False) -> RepositoryView:
    """The repository on that day. `archived` archives it whatever its state is."""
    name, created = repository.name, repository.created_at.date()
    archived_at = repository.created_at + timedelta(days=900) if archived or repository.state == "archived" else None
    active = min(day, archived_at.date()) if archived_at else day
    return RepositoryView(
        repository_id=repository.repository_id,
        full_name=repository.full_name,
        stars=simulated.star_count(name, created, day),
        forks=simulated.fork_count(name, created, day),
        watchers=simulated.watcher_count(name, created, day),
        open_issues=simulated.open_issue_count(name, active),
        open_pulls=simulated.open_pull_count(name, active),
        license=None if repository.state == "unlicensed" else _license(name),
        language=_LANGUAGES[simulated.number("language", name) % len(_LANGUAGES)],
        topics=tuple(topic for topic in _TOPICS if simulated.share("topic", topic, name) < 0.3),
        description=None
        if simulated.share("description", name) < 0.1
        else f"Simulated description of {repository.full_name}",
        homepage=(None, "", f"https://example.org/{name}")[simulated.number("homepage", name) % 3],
        created_at=repository.created_at,
        pushed_at=simulated.pushed_at(name, repository.created_at, active),
        archived_at=archived_at,
        disabled=repository.state == "disabled",
    )


def _license(name: str) -> License | None:
    kind = simulated.share("license", name)
    if kind < 0.15:
        return None
    spdx_id, key, title = _UNRECOGNISED if kind < 0.25 else _LICENSES[simulated.number("which license", name) % 2]
    return License(spdx_id=spdx_id, key=key, name=title)
