"""What happens to files on a local disk, one function an operation. Nothing here knows what the files hold.

Every write of a publication goes through this module, so that a test can let each single one of them fail.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

READ_ONLY = 0o444


def make_folder(path: Path) -> None:
    """A new folder, and those above it if they are missing."""
    path.mkdir(parents=True)


def create(path: Path) -> BinaryIO:
    """A new file to write to; FileExistsError if it exists."""
    return path.open("xb")


def write(path: Path, content: bytes) -> None:
    """A new file with this content, on the disk when this returns."""
    with create(path) as file:
        file.write(content)
        seal(file)


def seal(file: BinaryIO) -> None:
    """Put what was written on the disk, and forbid to write again."""
    file.flush()
    os.fsync(file.fileno())
    if os.name == "posix":  # elsewhere a file that forbids writing can't be removed either
        os.fchmod(file.fileno(), READ_ONLY)


def link(existing: Path, path: Path) -> bool:
    """Replace `path` by another name of `existing`; False where the file system has no hard links."""
    temporary = path.with_name(f".{path.name}.link")
    try:
        os.link(existing, temporary)
    except OSError:
        return False
    temporary.replace(path)
    return True


def rename_folder(draft: Path, path: Path) -> None:
    """The one atomic step: afterwards the folder is there as a whole."""
    if path.exists():
        raise FileExistsError(path)
    sync_folder(draft)
    draft.rename(path)


def sync_folder(path: Path) -> None:
    """Put a folder's list of names on the disk, where the system can."""
    with suppress(PermissionError):  # Windows opens no folders
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def point(pointer: Path, target: str) -> None:
    """Let a symbolic link lead to `target` from now on; where there are none, a text file that holds the name."""
    temporary = pointer.with_name(f".{pointer.name}.new")
    temporary.unlink(missing_ok=True)
    try:
        temporary.symlink_to(target, target_is_directory=True)
    except (OSError, NotImplementedError):
        temporary.write_text(f"{target}\n")
    temporary.replace(pointer)


def remove_folder(path: Path) -> None:
    """Remove a folder with everything in it; first its name, so that nobody sees half of it."""
    hidden = path.with_name(f".gone-{path.name.lstrip('.')}")
    shutil.rmtree(hidden, ignore_errors=True)
    path.rename(hidden)
    shutil.rmtree(hidden)
