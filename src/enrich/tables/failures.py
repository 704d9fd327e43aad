"""What the operating system says, as one sentence for people: OSError in, PublishError out."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from enrich.errors import PublishError

UNPUBLISHED = ": nothing was published"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def explained(place: str, consequence: str = "") -> Iterator[None]:
    """Raise PublishError for every OSError inside: what failed, what follows from it, and what to do."""
    try:
        yield
    except OSError as error:
        raise PublishError(_sentence(place, error, consequence)) from error


def _sentence(place: str, error: OSError, consequence: str) -> str:
    if error.errno in _FULL:
        return f"The disk that holds {place} is full{consequence}. Free some space and run again."
    reason = error.strerror or str(error) or type(error).__name__
    if error.errno in _FORBIDDEN:
        return f"{place} can't be used ({reason}){consequence}. Mend its permissions, or name another folder."
    return f"{place} can't be used ({reason}){consequence}."
