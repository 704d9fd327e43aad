"""Where versions lie: a folder on a disk, or a prefix of an object store. Names and bytes; nothing about tables.

A version is a name and files below it. It is written as a draft on the local disk and becomes visible in one step.
"""

from __future__ import annotations

import re
from collections.abc import Set
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Protocol

from enrich.errors import VersionNotFound

MANIFEST = "datapackage.json"
LATEST = "latest"
_FORMAT = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"\d{8}T\d{6}Z")


class Storage(Protocol):
    """The verbs of a place that holds versions."""

    place: str  # for messages

    def names(self) -> list[str]:
        """The published versions, oldest first."""

    def taken(self) -> set[str]:
        """All names of versions that are in use, also by what is not published."""

    def open(self, version: str, file: str) -> BinaryIO:
        """A file of a version, to read; FileNotFoundError if it has none of that name."""

    def locate(self, version: str, file: str = "") -> str:
        """The path or address of a version or one of its files."""

    def locked(self) -> AbstractContextManager[None]:
        """Keep every other publisher out, where that can be; raises PublishConflict if one is in."""

    def draft(self, version: str) -> AbstractContextManager[Path]:
        """An empty local folder for a version's files, which vanishes unless it was published or kept."""

    def link(self, draft: Path, version: str, file: str) -> None:
        """Let a draft's file share the storage of an equal file of a published version, where that is possible."""

    def keep(self, draft: Path) -> str:
        """Put a refused draft aside for people to look at, and say where it is."""

    def publish(self, draft: Path, version: str, after: str | None) -> None:
        """Make a draft visible as the version that follows `after`, as a whole, and let `latest` lead to it.

        Raises PublishConflict if another version followed it in the meantime.
        """

    def remove(self, version: str) -> None:
        """Take a version away."""


def open_storage(processed: str | Path) -> Storage:
    """The storage for a folder, or for the URL of an object store (`s3://bucket/prefix`)."""
    text = str(processed)
    if "://" in text and not text.startswith("file://"):
        from enrich.tables.objects import ObjectStorage

        return ObjectStorage(text)
    from enrich.tables.folder import FolderStorage

    return FolderStorage(Path(text.removeprefix("file://")))


def is_version_name(name: str) -> bool:
    """Whether a name is that of a version: YYYYMMDDTHHMMSSZ."""
    return bool(_NAME.fullmatch(name))


def name_version(now: datetime, published: list[str], taken: Set[str]) -> str:
    """A new name that sorts behind all versions, even when two fall into one second or a clock was set back."""
    moment = now.astimezone(UTC)
    if published:
        moment = max(moment, published_at(published[-1]) + timedelta(seconds=1))
    while (name := moment.strftime(_FORMAT)) in taken:
        moment += timedelta(seconds=1)
    return name


def published_at(version: str) -> datetime:
    """The moment that a version is named after."""
    return datetime.strptime(version, _FORMAT).replace(tzinfo=UTC)


def find_version(storage: Storage, version: str = LATEST) -> str:
    """The full name of a version: `latest`, a name, or the beginning of exactly one name.

    Raises VersionNotFound with a sentence that says what there is.
    """
    names = storage.names()
    if not names:
        raise VersionNotFound(f"{storage.place} holds no version yet: publish one with `enrich run`.")
    if version == LATEST:
        return names[-1]
    found = [name for name in names if name == version] or [name for name in names if name.startswith(version)]
    if len(found) != 1:
        problem = "is no version" if not found else f"is the beginning of {len(found)} versions"
        raise VersionNotFound(f"{version} {problem} in {storage.place}: `enrich versions` lists them.")
    return found[0]


def version_as_of(storage: Storage, moment: datetime) -> str:
    """The version that was the latest at a moment."""
    names = [name for name in storage.names() if published_at(name) <= moment.astimezone(UTC)]
    if not names:
        raise VersionNotFound(f"{storage.place} held no version yet at {moment:%Y-%m-%d %H:%M} UTC.")
    return names[-1]
