"""What the sandbox makes up: counts, ids and details, each a pure function of a name and a day.

No value here is about the real world. A name gives the same values on every machine; a later day never gives a smaller
count of citations, stars or forks.
"""

from __future__ import annotations

import hashlib
import math
from datetime import date, datetime, timedelta

# Citations and stars are spread like real ones: most things have few, some have very many.
_LARGEST_CITATIONS, _LARGEST_STARS = 30_000, 60_000
_CITATIONS_GROW_DAYS, _STARS_GROW_DAYS = 900, 700
_MONTHLY = 30


def number(*parts: str) -> int:
    """A number that depends on nothing but the words."""
    return int.from_bytes(hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).digest())


def share(*parts: str) -> float:
    """A number of [0, 1) that depends on nothing but the words."""
    return number(*parts) / 2**64


def _grown(name: str, largest: int, since: date, day: date, scale: int) -> int:
    """A count on its way to a limit of its own, between 1 and `largest`."""
    age = max(0, (day - since).days)
    limit = largest ** share("limit", name)
    return int(limit * (1 - math.exp(-age / scale)) + age * limit / 20_000)


def citation_count(name: str, published: date, day: date) -> int:
    """Citations on that day."""
    return _grown(f"citations {name}", _LARGEST_CITATIONS, published, day, _CITATIONS_GROW_DAYS)


def influential_citation_count(name: str, published: date, day: date) -> int:
    """Those of the citations that lean on the paper: some percent."""
    return int(citation_count(name, published, day) * (0.03 + 0.12 * share("influential", name)))


def reference_count(name: str) -> int:
    """References of the paper: 10 to 119, the same on every day."""
    return 10 + number("references", name) % 110


def star_count(name: str, created: date, day: date) -> int:
    """Stars on that day."""
    return _grown(f"stars {name}", _LARGEST_STARS, created, day, _STARS_GROW_DAYS)


def fork_count(name: str, created: date, day: date) -> int:
    """Forks: up to a fifth of the stars."""
    return int(star_count(name, created, day) * (0.04 + 0.16 * share("forks", name)))


def watcher_count(name: str, created: date, day: date) -> int:
    """Watchers: a few more than one in a hundred stars."""
    return 1 + int(star_count(name, created, day) * 0.015)


def open_issue_count(name: str, day: date) -> int:
    """Open issues, without pull requests: goes up and down from month to month."""
    return number("issues", name, str(day.toordinal() // _MONTHLY)) % (2 + number("busy", name) % 300)


def open_pull_count(name: str, day: date) -> int:
    """Open pull requests, which REST counts as issues."""
    return number("pulls", name, str(day.toordinal() // _MONTHLY)) % (1 + number("busy", name) % 40)


def pushed_at(name: str, created: datetime, day: date) -> datetime:
    """The last push before that day; a repository has its own rhythm."""
    every = 3 + number("rhythm", name) % 200
    days = max(0, (day - created.date()).days)
    return created + timedelta(days=days - days % every, hours=number("hour", name) % 3)


def abstract(title: str, name: str) -> str:
    """A text in place of an abstract that the facts don't have. It says so, and agrees with no other."""
    findings = ", ".join(hexadecimal("finding", name, str(place))[:10] for place in range(12))
    return (
        f"Simulated abstract, made by the sandbox: the text of {title} is not among its facts. "
        f"It stands for {120 + number('words', name) % 130} words, of which these are findings: {findings}."
    )


def hexadecimal(*parts: str) -> str:
    """A sha-1 of the words, as Semantic Scholar's paperId looks."""
    return hashlib.sha1("\x1f".join(parts).encode(), usedforsecurity=False).hexdigest()
