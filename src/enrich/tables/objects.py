"""Versions in an object store (`s3://bucket/prefix`, whatever fsspec opens): manifest last, `latest` one object.

An object store knows no rename, so a version is there when its manifest is: that is the one atomic step. Drafts are
written and checked on the local disk. Publishers keep each other out by an object that can be created only once.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, cast

from enrich.errors import EnrichError, PublishConflict, PublishError, SettingsError
from enrich.tables.storage import LATEST, MANIFEST, is_version_name

_LOCK = ".lock"
# A publisher that died leaves its lock; publishing a million papers takes minutes, so after an hour nobody holds it.
LOCK_EXPIRES = timedelta(hours=1)


class ObjectStorage:
    """A prefix of an object store that holds versions."""

    def __init__(self, url: str) -> None:
        import fsspec  # type: ignore[import-untyped]

        self.place = url.rstrip("/")
        try:
            # Listings must not be remembered: other machines publish, too.
            self._files, self._root = fsspec.core.url_to_fs(self.place, use_listings_cache=False)
        except (ImportError, ValueError) as error:
            raise SettingsError(f"{url} can't be opened ({error}): install what its kind of address needs.") from None

    def names(self) -> list[str]:
        """The published versions, oldest first: those that have a manifest."""
        with self._told():
            manifests = cast("list[str]", self._files.glob(f"{self._root}/*/{MANIFEST}"))
        return sorted(name for path in manifests if is_version_name(name := path.split("/")[-2]))

    def open(self, version: str, file: str) -> BinaryIO:
        """A file of a version, to read."""
        with self._told():
            return cast("BinaryIO", self._files.open(self._path(version, file), "rb"))

    def locate(self, version: str, file: str = "") -> str:
        """The address of a version or one of its files."""
        return "/".join(part for part in (self.place, version, file) if part)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other publisher out, on whatever machine it runs."""
        with self._told():
            if not self._take_lock() and not (self._is_expired() and self._take_lock()):
                raise PublishConflict(
                    f"Another run is publishing to {self.place}: nothing was published, and no answer is lost. "
                    f"Run again; a run that died keeps its place for {LOCK_EXPIRES.seconds // 60} minutes."
                )
        try:
            yield
        finally:
            with self._told():
                self._files.rm_file(self._path(_LOCK))

    def _take_lock(self) -> bool:
        """Create the lock; False if it is there. The store itself sees to it that only one can."""
        try:
            with self._files.open(self._path(_LOCK), "xb") as file:
                file.write(datetime.now(UTC).isoformat().encode())
        except FileExistsError:
            return False
        return True

    def _is_expired(self) -> bool:
        """Whether the lock is a dead publisher's; if so it is taken away."""
        try:
            since = datetime.fromisoformat(self._files.cat_file(self._path(_LOCK)).decode())
            if datetime.now(UTC) - since < LOCK_EXPIRES:
                return False
            self._files.rm_file(self._path(_LOCK))
        except FileNotFoundError:
            pass  # released in the meantime
        return True

    @contextmanager
    def draft(self, version: str) -> Iterator[Path]:
        """A local folder; what earlier publishers left without a manifest is swept."""
        with self._told():
            self._sweep()
        with tempfile.TemporaryDirectory(prefix=f"enrich-{version}-", ignore_cleanup_errors=True) as folder:
            yield Path(folder)

    def _sweep(self) -> None:
        published = set(self.names())
        entries = self._files.ls(self._root, detail=False) if self._files.exists(self._root) else []
        for path in entries:
            if is_version_name(name := path.rstrip("/").split("/")[-1]) and name not in published:
                self._files.rm(path, recursive=True)

    def link(self, draft: Path, version: str, file: str) -> None:
        """Objects share no storage: every version has its own copies."""

    def keep(self, draft: Path) -> str:
        """Put a refused draft aside on the local disk."""
        kept = Path(tempfile.mkdtemp(prefix="enrich-refused-"))
        shutil.copytree(draft, kept, dirs_exist_ok=True)
        return str(kept)

    def publish(self, draft: Path, version: str) -> None:
        """Upload everything, the manifest last: with it, the version is there."""
        with self._told():
            for path in sorted(draft.iterdir(), key=lambda path: path.name == MANIFEST):
                self._files.put_file(str(path), self._path(version, path.name))
            self._files.pipe_file(self._path(LATEST), f"{version}\n".encode())

    def remove(self, version: str) -> None:
        """Take the manifest away, and with it the version; then the rest."""
        with self._told():
            self._files.rm_file(self._path(version, MANIFEST))
            self._files.rm(self._path(version), recursive=True)
            if names := self.names():
                self._files.pipe_file(self._path(LATEST), f"{names[-1]}\n".encode())

    def _path(self, *parts: str) -> str:
        return "/".join((self._root, *parts))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in a sentence what a store's client raises; each has exceptions of its own, many of them no OSError."""
        try:
            yield
        except (EnrichError, OSError):
            raise
        except Exception as error:
            raise PublishError(f"{self.place} can't be used ({error}): nothing was published.") from error
