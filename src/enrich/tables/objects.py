"""Versions in an object store (`s3://bucket/prefix`, whatever fsspec opens): manifest last, `latest` one object.

An object store knows no rename and no lock that goes with its holder, but it creates an object only once if asked to.
A draft is written and checked on the local disk; then version B follows version A like this:

1. The tables go to `B/`, whose first object is created: nobody else writes there.
2. B's manifest is created as `.after/A`. Only one publisher can do that, once and for all: this decides.
3. B's manifest is put to `B/datapackage.json`. From here on readers see B.
4. Whoever publishes next takes step 3 for one who died before it, and never waits for anybody.
5. What has no manifest and is older than the last version can't be decided for any more, and is swept.
"""

from __future__ import annotations

import json
import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from enrich.errors import EnrichError, PublishConflict, PublishError, SettingsError
from enrich.tables.storage import LATEST, MANIFEST, is_version_name

log = logging.getLogger("enrich")

_AFTER = ".after"
_NOTHING = "nothing"  # what the first version follows


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

    def taken(self) -> set[str]:
        """All names that are in use, also by what was not published."""
        with self._told():
            entries = self._files.ls(self._root, detail=False) if self._files.exists(self._root) else []
        return set(filter(is_version_name, (path.rstrip("/").split("/")[-1] for path in entries)))

    def open(self, version: str, file: str) -> BinaryIO:
        """A file of a version, to read."""
        with self._told():
            return cast("BinaryIO", self._files.open(self._path(version, file), "rb"))

    def locate(self, version: str, file: str = "") -> str:
        """The address of a version or one of its files."""
        return "/".join(part for part in (self.place, version, file) if part)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody is kept out: of two publishers the one who comes second is told when it publishes."""
        with self._told():
            self._finish_last()
        yield

    def _finish_last(self) -> None:
        """Show the version that was decided for, if its publisher died before it could (step 4)."""
        published = self.names()
        decided = self._path(_AFTER, published[-1] if published else _NOTHING)
        if not self._files.exists(decided):
            return
        manifest = self._files.cat_file(decided)
        version, tables = _contents(manifest)
        if not all(self._files.exists(self._path(version, table)) for table in tables):
            raise PublishError(
                f"{decided} says that {version} is the last version, but its tables are gone: restore them, or remove "
                f"{decided} to go on without. Nothing was published."
            )
        self._files.pipe_file(self._path(version, MANIFEST), manifest)

    @contextmanager
    def draft(self, version: str) -> Iterator[Path]:
        """A local folder."""
        with tempfile.TemporaryDirectory(prefix=f"enrich-{version}-", ignore_cleanup_errors=True) as folder:
            yield Path(folder)

    def link(self, draft: Path, version: str, file: str) -> None:
        """Objects share no storage: every version has its own copies."""

    def keep(self, draft: Path) -> str:
        """Put a refused draft aside on the local disk."""
        kept = Path(tempfile.mkdtemp(prefix="enrich-refused-"))
        shutil.copytree(draft, kept, dirs_exist_ok=True)
        return str(kept)

    def publish(self, draft: Path, version: str, after: str | None) -> None:
        """Upload everything, the manifest last: with it, the version is there. Raises PublishConflict if outrun."""
        manifest = (draft / MANIFEST).read_bytes()
        with self._told():
            self._upload(draft, version)
            if not self._create(self._path(_AFTER, after or _NOTHING), manifest):
                self._clear(version)
                raise self._outrun()
        try:
            self._files.pipe_file(self._path(version, MANIFEST), manifest)
        except Exception as error:
            raise PublishError(f"{version} is on {self.place}, but not visible ({error}): run again.") from error
        with suppress(EnrichError, OSError), self._told():  # the version is there, whatever fails from here on
            self._point_latest()
            self._sweep(version)

    def _upload(self, draft: Path, version: str) -> None:
        """All files but the manifest, the smallest first."""
        files = sorted(draft.iterdir(), key=lambda path: path.stat().st_size)
        first, *rest = [path for path in files if path.name != MANIFEST]
        if not self._create(self._path(version, first.name), first.read_bytes()):
            raise self._outrun()  # by one who publishes in the same second
        if self._create(self._path(version, first.name), first.read_bytes()):
            log.warning("%s can't keep two publishers apart (it ignores If-None-Match): use only one.", self.place)
        for path in rest:
            self._files.put_file(str(path), self._path(version, path.name))

    def _create(self, path: str, content: bytes) -> bool:
        """Create an object; False if it is there. The store itself sees to it that only one can."""
        try:
            with self._files.open(path, "xb") as file:
                file.write(content)
        except FileExistsError:
            return False
        return True

    def _outrun(self) -> PublishConflict:
        return PublishConflict(
            f"Another run is publishing to {self.place}: nothing was published, and no answer is lost. Run again."
        )

    def _point_latest(self) -> None:
        self._files.pipe_file(self._path(LATEST), f"{self.names()[-1]}\n".encode())

    def _sweep(self, last: str) -> None:
        """Remove what can't be published any more: whatever is older follows a version that has been followed."""
        for name in self.taken() - set(self.names()):
            if name < last:
                self._clear(name)

    def _clear(self, version: str) -> None:
        with suppress(FileNotFoundError):  # another one sweeps, too
            self._files.rm(self._path(version), recursive=True)

    def remove(self, version: str) -> None:
        """Take the manifest away, and with it the version; then the rest. What it was followed by stays on record."""
        with self._told():
            self._files.rm_file(self._path(version, MANIFEST))
            self._clear(version)

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


def _contents(manifest: bytes) -> tuple[str, list[str]]:
    """The version that a manifest is of, and the files that it names."""
    descriptor = json.loads(manifest)
    return descriptor["version"], [resource["path"] for resource in descriptor["resources"]]
