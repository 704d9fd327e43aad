"""Versions in a folder on a local disk: hidden drafts, one rename to publish, `latest` as a symbolic link.

A name that begins with a dot is nobody's version: readers of the folder pass over it. Drafts are written only under the
lock, so whoever holds the lock may sweep those that dead processes left behind.
"""

from __future__ import annotations

import filecmp
import functools
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from enrich.errors import PublishConflict
from enrich.tables import disk
from enrich.tables.storage import LATEST, MANIFEST, is_version_name

log = logging.getLogger("enrich")

# Publishing takes seconds, and a killed process lets go at once.
PATIENCE_SECONDS = 60.0
_LOCK = ".lock"
_DRAFT = ".draft-"
_REFUSED = ".refused-"
_GONE = ".gone-"


@functools.cache
def _tell_stray(path: Path) -> None:
    """Say once that a folder is passed over. It is somebody's, so it is never touched."""
    log.warning("%s has no %s: it is no version, and is passed over.", path, MANIFEST)


class FolderStorage:
    """A folder of versions."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.place = str(root)

    def names(self) -> list[str]:
        """The published versions, oldest first."""
        taken = self.taken()
        published = [name for name in taken if (self.root / name / MANIFEST).exists()]
        for name in taken.difference(published):
            _tell_stray(self.root / name)
        return sorted(published)

    def taken(self) -> set[str]:
        """All names of versions that are in use, also by folders that only look like one."""
        entries = self.root.iterdir() if self.root.is_dir() else ()
        return {path.name for path in entries if is_version_name(path.name) and path.is_dir()}

    def open(self, version: str, file: str) -> BinaryIO:
        """A file of a version, to read."""
        return (self.root / version / file).open("rb")

    def locate(self, version: str, file: str = "") -> str:
        """The path of a version or one of its files."""
        return str(self.root / version / file) if file else str(self.root / version)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other publisher out, also those of other processes."""
        from filelock import FileLock, Timeout

        self.root.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.root / _LOCK)
        try:
            lock.acquire(timeout=PATIENCE_SECONDS)
        except Timeout:
            raise PublishConflict(
                f"Another run is publishing to {self.place}: nothing was published, and no answer is lost. Run again."
            ) from None
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def draft(self, version: str) -> Iterator[Path]:
        """A hidden folder beside the versions; what earlier processes left half done is mended."""
        self._sweep(_DRAFT)
        self._sweep(_GONE)
        self._point_latest()
        path = self.root / f"{_DRAFT}{version}"
        disk.make_folder(path)
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)

    def link(self, draft: Path, version: str, file: str) -> None:
        """Share the storage of an equal file; compared byte by byte, so that no damage spreads."""
        existing, path = self.root / version / file, draft / file
        if existing.is_file() and filecmp.cmp(existing, path, shallow=False):
            disk.link(existing, path)

    def keep(self, draft: Path) -> str:
        """Put a refused draft aside; it replaces the one that was refused before."""
        self._sweep(_REFUSED)
        kept = self.root / draft.name.replace(_DRAFT, _REFUSED, 1)
        draft.rename(kept)
        return str(kept)

    def publish(self, draft: Path, version: str, after: str | None) -> None:
        """Rename the draft. From here on the version is there, and what follows must not call that in question.

        The lock has seen to it that nothing else followed `after`.
        """
        disk.rename_folder(draft, self.root / version)
        with suppress(OSError):
            disk.sync_folder(self.root)
            self._point_latest()
            self._sweep(_REFUSED)

    def remove(self, version: str) -> None:
        """Take a version away; `latest` moves if it led there."""
        disk.remove_folder(self.root / version)
        self._point_latest()

    def _point_latest(self) -> None:
        names = self.names()
        if not names:
            (self.root / LATEST).unlink(missing_ok=True)
        elif not self._leads_to(names[-1]):
            disk.point(self.root / LATEST, names[-1])

    def _leads_to(self, version: str) -> bool:
        latest = self.root / LATEST
        return latest.is_symlink() and latest.readlink() == Path(version)

    def _sweep(self, prefix: str) -> None:
        for path in self.root.glob(f"{prefix}*"):
            shutil.rmtree(path, ignore_errors=True)
